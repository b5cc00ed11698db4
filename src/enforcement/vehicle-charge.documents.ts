import type { Day } from '../platform/clock/clock.ts';
import { facts, heading, type PrintedDocument, paragraph } from '../platform/documents/model.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import { abandonedPaperWords } from './abandoned.words.ts';
import type { ChargeDue } from './vehicle-charge.ts';

/** What a receipt is made of. */
export interface ChargeReceiptParts {
  file: AbandonedVehicle;
  charge: ChargeDue;
  /** The day it was paid. */
  on: Day;
  /** The reference of the payment in the council’s own books. */
  receipt: string;
  officer: string;
  asAt: Date;
}

/** What was paid, when and for what; it names nobody and no place, for whoever pays may not be the keeper. */
export const chargeReceiptOf = ({
  file,
  charge,
  on,
  receipt,
  officer,
  asAt,
}: ChargeReceiptParts): PrintedDocument => ({
  title: `${abandonedPaperWords['charge-receipt']} ${file.reference}`,
  marking: 'OFFICIAL',
  author: file.agencyName,
  asAt,
  blocks: [
    heading(1, abandonedPaperWords['charge-receipt']),
    facts([
      { key: 'Reference', value: file.reference },
      { key: 'Vehicle', value: [file.colour, file.make].filter(Boolean).join(', ') || 'As in the file' },
      { key: 'Received', value: moneyWords(charge.pence) },
      { key: 'On', value: dayWords(on) },
      { key: 'For', value: charge.words },
      { key: 'Payment reference', value: receipt },
    ]),
    paragraph(
      `${file.agencyName} has received this amount. Nothing more is asked for the removal and storage of this vehicle.`,
    ),
    facts([
      { key: 'For the council', value: officer },
      { key: 'Signature', value: '' },
    ]),
  ],
});
