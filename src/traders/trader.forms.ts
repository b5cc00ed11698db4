import { z } from 'zod';
import { codes, optional, recordField, text, tick, withDays } from '../enforcement/index.ts';
import { itemsOf } from '../platform/ui/index.ts';
import { traderActions } from './trader.transitions.ts';
import {
  checkResults,
  complaintOutcomes,
  feeKinds,
  groundCodes,
  legalStatusCodes,
  letterKinds,
  proofCodes,
  tradeCodes,
  traderStatuses,
} from './trader.words.ts';

const version = z.coerce.number('Reload the page and try again').int();
const day = (words: string) => z.iso.date(words).refine((given) => given >= '1900-01-01', words);
const said = (what: string, longest: number, missing: string) =>
  text(what, longest).pipe(z.string().min(2, missing));
const pounds = z.preprocess(
  (raw) => (typeof raw === 'string' ? raw.replace(/[£,\s]/g, '') : raw),
  z.coerce
    .number('Enter an amount in pounds, like 60')
    .min(0.01, 'Enter an amount in pounds, like 60')
    .max(100_000, 'Enter an amount in pounds, like 60'),
);

const draftFields = {
  firmName: said('the name of the firm', 150, 'Enter the name of the firm'),
  legalStatus: z.enum(legalStatusCodes, 'Choose what the firm is in law'),
  trades: codes(tradeCodes as [string, ...string[]]),
  companyNumber: optional(
    z
      .string()
      .transform((raw) => raw.replace(/\s/g, '').toUpperCase())
      .pipe(z.string().regex(/^[A-Z0-9]{8}$/, 'Enter the 8 characters of the company number')),
  ),
  carrierNumber: optional(text('the registration', 30)),
  phone: optional(text('the telephone', 40)),
  email: optional(text('the e-mail address', 120)),
  vehicles: text('the vehicles', 300).default(''),
  address: said('the trading address', 300, 'Enter the trading address'),
  postcode: said('the postcode', 10, 'Enter the postcode'),
  tradingSince: optional(day('Enter the day, like 27 3 2019')),
};
const draft = withDays('tradingSince');
/** An application as it came; what is not there yet is told by the list of needs. */
export const draftTraderSchema = z.preprocess(draft, z.object(draftFields));
export type DraftTrader = z.output<typeof draftTraderSchema>;
export const editTraderSchema = z.preprocess(draft, z.object({ ...draftFields, version }));

export const personSchema = z.preprocess(
  withDays('dateOfBirth'),
  z.object({
    name: said('the name', 120, 'Enter the name'),
    dateOfBirth: day('Enter the date of birth, like 31 3 1980'),
    address: said('the home address', 300, 'Enter the home address'),
    recordId: optional(recordField),
  }),
);
export const proofSchema = z.preprocess(
  withDays('validUntil'),
  z.object({
    kind: z.enum(proofCodes as [string, ...string[]], 'Choose which paper it is'),
    personId: optional(z.uuid()),
    words: said('what was shown', 300, 'Say what was shown, and by whom it was seen'),
    validUntil: optional(day('Enter the last day it holds, like 31 3 2027')),
  }),
);
export const paymentSchema = z.preprocess(
  withDays('paidOn'),
  z.object({
    kind: z.enum(feeKinds, 'Choose the fee'),
    pounds,
    paidOn: day('Enter the day the money came'),
    paymentReference: said('the payment reference', 60, 'Enter the payment reference'),
  }),
);
const checked = z.object({
  item: z.string().max(40),
  result: z.enum(checkResults, 'Choose a result'),
  words: text('what was found', 1000),
});
export const checksForm = { item: 'item', answer: 'result' };
export const checksSchema = z.preprocess(itemsOf(checksForm), z.object({ items: z.array(checked).max(40) }));
export const complaintSchema = z.preprocess(
  withDays('receivedOn'),
  z.object({
    receivedOn: day('Enter the day it came'),
    words: said('what the complaint is', 1000, 'Say what the complaint is, without the customer’s name'),
  }),
);
export const decideComplaintSchema = z.object({
  outcome: z.enum(complaintOutcomes, 'Choose what came of it'),
  words: said('why', 1000, 'Say why, in a sentence'),
});
export const feeSchema = z.preprocess(
  withDays('startsOn'),
  z.object({
    kind: z.enum(feeKinds, 'Choose the fee'),
    pounds,
    startsOn: day('Enter the day it begins'),
    source: said('who decided it', 200, 'Say who decided it, and when'),
  }),
);

/** Everything that a step may ask; which of it a step does ask, its line of the table says. */
export const traderStepSchema = z.object({
  version,
  ground: optional(z.enum(groundCodes, 'Choose the reason')),
  reason: optional(text('the reason', 1000)),
  change: optional(tick),
});
export type TraderStepInput = z.output<typeof traderStepSchema>;

export const traderParams = z.object({ traderId: z.uuid() });
export const traderStepParams = traderParams.extend({ traderStep: z.enum(traderActions) });
export const traderPersonParams = traderParams.extend({ traderPersonId: z.uuid() });
export const proofParams = traderParams.extend({ proofId: z.uuid() });
export const complaintParams = traderParams.extend({ complaintId: z.uuid() });
export const letterParams = traderParams.extend({
  letter: z.enum(letterKinds),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
export const traderFilterSchema = z.object({
  status: optional(z.enum(['open', 'members', ...traderStatuses])).catch(undefined),
  trade: optional(z.enum(tradeCodes)).catch(undefined),
  words: optional(text('the words', 100)).catch(undefined),
  after: optional(z.string().max(100)).catch(undefined),
});
export type TraderFilterInput = z.output<typeof traderFilterSchema>;
export const checkedFilterSchema = z.object({
  trade: optional(z.enum(tradeCodes)).catch(undefined),
  districtCode: optional(z.string().max(20)).catch(undefined),
});
