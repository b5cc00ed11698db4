import { persistentSelling } from '../../reference/inspection.ts';
import { dayOf } from '../platform/clock/clock.ts';
import {
  address,
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
  signature,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { Attempt, FollowUp } from './attempt.store.ts';
import { followUpName, productName } from './inspection.words.ts';

/** What a letter to a business is made of: nothing of who sold, of who tried to buy, or of why the premises were chosen is here. */
export interface ResultLetter {
  attempt: Attempt;
  firmName: string;
  tradingName: string;
  /** Null where it must stay hidden: the letter is then handed over. */
  addressLines: readonly string[] | null;
  agencyName: string;
  followUps: readonly FollowUp[];
  asAt: Date;
}
/** What the business is told of its test; that it passed is told as well. */
const resultBlocks = ({ attempt }: ResultLetter): Block[] => {
  const product = productName(attempt.product).toLowerCase();
  const challenged = attempt.result === 'pass_challenged_refused';
  if (attempt.result.startsWith('pass'))
    return [
      paragraph('Your premises passed.', true),
      paragraph(
        `A volunteer asked to buy ${product}. ${challenged ? 'Your staff asked for age or proof of it, and refused the sale.' : 'Your staff refused the sale.'} Please thank them, and tell them of this letter.`,
      ),
    ];
  const asked = attempt.result === 'fail_sold_after_challenge';
  return [
    paragraph('Your premises failed.', true),
    paragraph(
      `A volunteer asked to buy ${product}, and it was sold. ${asked ? 'Your staff asked for age or proof of it, and sold nevertheless.' : 'Your staff did not ask for age or proof of it.'}`,
    ),
  ];
};
const next = ({ followUps, attempt }: ResultLetter): Block[] => {
  // What is done about the seller is between them and whoever gave the penalty.
  const own = followUps.filter(({ kind }) => kind !== 'pnd' && kind !== 'warning');
  const offered = own.map(
    ({ kind, dueOn }) => `${followUpName(kind)}${dueOn ? `, by ${dayWords(dueOn)}` : ''}`,
  );
  return [
    ...(offered.length > 0 ? [heading(2, 'What follows'), list(offered)] : []),
    heading(2, 'What you can do'),
    list([
      'Ask everybody who looks under 25 for proof of age',
      'Write each refusal in the refusals book, and look at it every week',
      'Train staff when they start and twice a year, and keep the record',
    ]),
    ...(attempt.result.startsWith('fail') && attempt.product === persistentSelling.product
      ? [
          paragraph(
            `${persistentSelling.sales} unlawful sales on the same premises within ${persistentSelling.months} consecutive months are persistent selling (${persistentSelling.legalBasis}). The licence may then be reviewed, and the premises may be closed for a time.`,
          ),
        ]
      : []),
  ];
};

/** The letter that tells a business the result of its test, as it is shown and as it is printed. */
export const resultLetter = (parts: ResultLetter): PrintedDocument => ({
  title: `Test purchase ${parts.attempt.reference}`,
  marking: 'OFFICIAL',
  author: parts.agencyName,
  asAt: parts.asAt,
  blocks: [
    heading(1, 'Result of a test purchase'),
    address([parts.firmName, parts.tradingName, ...(parts.addressLines ?? [])]),
    facts([
      { key: 'Reference', value: parts.attempt.reference },
      { key: 'Premises', value: parts.tradingName },
      { key: 'Day', value: dayWords(parts.attempt.onDay) },
    ]),
    ...resultBlocks(parts),
    ...next(parts),
    paragraph(`${parts.agencyName} writes to every business that is tested, whatever the result.`),
    signature(dayWords(dayOf(parts.asAt)), parts.agencyName),
  ],
});
