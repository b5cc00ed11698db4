import { persistentClosure, persistentSelling } from '../../reference/inspection.ts';
import { dayOf } from '../platform/clock/clock.ts';
import {
  address,
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { UnlawfulSale } from './persistent.store.ts';
import type { PersistentSelling } from './persistent.ts';
import type { Premises } from './premises.store.ts';

/** What a closure notice for persistent selling is made of; nobody who sold or bought is in it. */
export interface SellingNotice {
  premises: Premises;
  found: PersistentSelling;
  sales: readonly UnlawfulSale[];
  hours: number;
  officer: string;
  /** The authority of the officer who gives it. */
  power: string;
  asAt: Date;
}
const served = ({ premises }: SellingNotice): Block =>
  address([
    premises.firmName,
    premises.tradingName,
    ...(premises.address === null ? [] : [premises.address, premises.postcode ?? '']),
  ]);

/** The closure notice of s.169A, as it is shown and as it is printed. What it says beyond the hours and the sales is general knowledge. */
export const sellingNotice = (parts: SellingNotice): PrintedDocument => {
  const { premises, found, sales, hours } = parts;
  const counted = sales.filter(({ onDay }) => onDay >= found.firstOn && onDay <= found.lastOn);
  return {
    title: `Closure notice ${premises.reference}`,
    marking: 'OFFICIAL',
    author: premises.agencyName,
    asAt: parts.asAt,
    blocks: [
      heading(1, 'Closure notice for persistently selling alcohol to children'),
      served(parts),
      facts([
        { key: 'Reference', value: premises.reference },
        { key: 'Premises', value: premises.tradingName },
        { key: 'Licence', value: premises.licenceNumber ?? 'Number not known' },
        { key: 'Law', value: `${persistentClosure.legalBasis}, for an offence under s.147A` },
      ]),
      heading(2, 'The offence alleged'),
      paragraph(
        `On ${counted.length} occasions within ${persistentSelling.months} consecutive months alcohol was sold unlawfully on these premises to somebody under ${persistentSelling.underAge}:`,
      ),
      list(
        counted.map(
          ({ onDay, reference }) => `${dayWords(onDay)}${reference ? `, test purchase ${reference}` : ''}`,
        ),
      ),
      heading(2, 'What is proposed'),
      paragraph(
        `No alcohol is sold on the premises for ${hours} hours, beginning when this notice is accepted and signed for.`,
        true,
      ),
      heading(2, 'You choose'),
      list([
        'If the holder of the licence accepts, no alcohol is sold for that time, and nobody is prosecuted for the offence alleged.',
        'If not, the holder may be prosecuted for it, and a court decides.',
        'Whether you accept or not, the licence may be reviewed.',
      ]),
      paragraph(
        'Take legal advice before you sign. Write “accepted” or “not accepted”, the day and your name:',
      ),
      paragraph('Accepted / not accepted: ____________________   Day and time: ____________________'),
      paragraph('Name and signature for the holder of the licence: ________________________________________'),
      facts([
        { key: 'Given by', value: `${parts.officer}, ${premises.agencyName}` },
        { key: 'Authority', value: parts.power },
        { key: 'Dated', value: dayWords(dayOf(parts.asAt)) },
        { key: 'Signature', value: '' },
      ]),
    ],
  };
};
