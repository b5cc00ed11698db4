import type { Counted } from '../enforcement/index.ts';
import { vettingConditionName } from '../intelligence/index.ts';
import { dayOf } from '../platform/clock/clock.ts';
import {
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
  signature,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { Trader } from './trader.store.ts';
import { groundName, type LetterKind, letterWords, tradeName } from './trader.words.ts';

/** What a letter to a firm is made of: nothing that is confidential can be put in it, for nothing of that kind is here. */
export interface LetterParts {
  kind: LetterKind;
  file: Trader;
  ground: string | undefined;
  conditions: readonly string[];
  memberUntil: string | undefined;
  /** Until when they can appeal, and how that was counted. */
  appeal: Counted | undefined;
  asAt: Date;
}

const about = ({ file }: LetterParts): Block =>
  facts([
    { key: 'Reference', value: file.reference },
    { key: 'Firm', value: file.firmName },
    { key: 'Trades', value: file.trades.map(tradeName).join(', ') },
  ]);
const why = ({ ground }: LetterParts): Block[] => [
  heading(2, 'Why'),
  paragraph(`${groundName(ground ?? '')}.`, true),
  paragraph(
    'The scheme gives the broad reason of its decision. It does not say more of its checks than that, to anybody.',
  ),
];
const appeal = ({ appeal: counted }: LetterParts): Block[] =>
  counted
    ? [
        heading(2, 'If you do not agree'),
        paragraph(
          `You can appeal until ${dayWords(counted.last)}. Write to the scheme and say why. Somebody else than who decided will look at it.`,
        ),
      ]
    : [];

const bodies: Record<LetterKind, (parts: LetterParts) => Block[]> = {
  acceptance: ({ conditions, memberUntil }) => [
    paragraph('Your firm is a member of the scheme of checked traders.'),
    ...(memberUntil ? [paragraph(`The membership runs to ${dayWords(memberUntil)}.`)] : []),
    ...(conditions.length > 0 ? [heading(2, 'Conditions'), list(conditions.map(vettingConditionName))] : []),
    heading(2, 'What you agreed to'),
    list([
      'Complaints about your work are looked at by the scheme',
      'Disputes with customers can go to an approved body for alternative dispute resolution',
      'Insurance and registrations are kept up, and changes are told to the scheme',
    ]),
  ],
  refusal: (parts) => [
    paragraph('Your application to the scheme of checked traders is refused.'),
    ...why(parts),
    heading(2, 'Fees'),
    paragraph('The membership fee, if you paid it, is paid back. The vetting fee is not.'),
    ...appeal(parts),
  ],
  suspension: (parts) => [
    paragraph(
      `Your membership of the scheme of checked traders is suspended from today, ${dayWords(dayOf(parts.asAt))}. Do not use its name or mark meanwhile.`,
    ),
    ...why(parts),
  ],
  expulsion: (parts) => [
    paragraph(
      `Your membership of the scheme of checked traders ends today, ${dayWords(dayOf(parts.asAt))}. Do not use its name or mark any more.`,
    ),
    ...why(parts),
    ...appeal(parts),
  ],
};

/** A letter of the scheme, as it is printed and shown before it is sent. */
export const traderLetter = (parts: LetterParts): PrintedDocument => ({
  title: `${letterWords[parts.kind]} ${parts.file.reference}`,
  marking: 'OFFICIAL',
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: [
    heading(1, letterWords[parts.kind]),
    about(parts),
    ...bodies[parts.kind](parts),
    signature(dayWords(dayOf(parts.asAt)), parts.file.agencyName),
  ],
});
