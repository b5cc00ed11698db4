import { z } from 'zod';
import { companions } from '../assurance/index.ts';
import { cursorParam, sortParam } from '../platform/database/sorting.ts';
import { contactActions } from './file.transitions.ts';
import { precautionKinds } from './precaution.rules.ts';
import { ruleCodes } from './register.rules.ts';
import {
  ageBands,
  answers,
  doneThings,
  fileStatuses,
  methods,
  referralKinds,
  referralOutcomes,
  savingKinds,
  scamTypes,
  visitResults,
} from './register.words.ts';

const plain = (raw: string): string => raw.replace(/[^\P{Cc}\n]/gu, ' ').trim();
const text = (most: number) =>
  z
    .string()
    .transform(plain)
    .pipe(z.string().max(most, `Use ${most} characters or fewer`));
const needed = (most: number, missing: string) => text(most).pipe(z.string().min(3, missing));
const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
/** Letters that a reason has at least where a hidden address is shown or shown again; the database holds the same. */
export const leastReason = 10;
const version = z.coerce.number('Reload the page and try again').int();
const day = (missing: string) => z.iso.date(missing);
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (raw) =>
      raw === undefined || raw === ''
        ? []
        : Array.isArray(raw)
          ? raw
          : typeof raw === 'object' && raw !== null
            ? Object.values(raw)
            : [raw],
    z.array(item).max(20),
  );
/** Pounds as people write them, in pence: `1,250.50` is 125050. */
export const pounds = z
  .string('Enter an amount in pounds')
  .transform((raw) => raw.replace(/[£,\s]/g, ''))
  .pipe(z.string().regex(/^\d{1,8}(\.\d{1,2})?$/, 'Enter an amount in pounds, like 250 or 250.50'))
  .transform((raw) => Math.round(Number(raw) * 100));

export const fileParams = z.object({ fileId: z.uuid() });
export const visitParams = z.object({ visitId: z.uuid() });

export const registerQuery = z.object({
  route: z.enum(['officer', 'warden']).optional().catch(undefined),
  status: z.enum(fileStatuses).optional().catch(undefined),
  risk: z.enum(['high', 'medium', 'standard']).optional().catch(undefined),
  lead: z.enum(['ours', 'offered']).optional().catch(undefined),
  due: z.literal('yes').optional().catch(undefined),
  words: z.string().trim().min(1).max(100).optional().catch(undefined),
  visit: z.literal('none').optional().catch(undefined),
  sort: sortParam,
  after: cursorParam,
});

export const openSchema = z.object({ recordId: z.uuid() });
export const openListSchema = z.object({ listId: z.uuid('Choose a list') });

export const profileSchema = z.object({
  version,
  ageBand: z.enum(ageBands, 'Choose an age band'),
  livesAlone: z.enum(answers, 'Choose yes, no or not known'),
  capacityConcern: z.enum(answers, 'Choose yes, no or not known'),
  financialAbuse: z.enum(answers, 'Choose yes, no or not known'),
  bankTold: z.enum(answers, 'Choose yes, no or not known'),
  scamTypes: many(z.enum(scamTypes, 'Choose from the list')),
  methods: many(z.enum(methods, 'Choose from the list')),
  firstOn: blank(day('Enter the first day like 2026-03-27')),
  lastOn: blank(day('Enter the last day like 2026-03-27')),
  basis: text(200).default(''),
  intervention: text(200).default(''),
});
export type ProfileInput = z.output<typeof profileSchema>;

export const safeContactSchema = z.object({
  version,
  method: text(200).default(''),
  times: text(200).default(''),
  noMessage: z.enum(['yes', 'no']).default('no'),
  mustNotKnow: text(300).default(''),
  phone: text(40).default(''),
  hidesAddress: z.enum(['yes', 'no']).default('no'),
  address: text(300).default(''),
  postcode: text(10).default(''),
  /** Why an address need not stay hidden any more; asked where a mark is taken back. */
  whyShown: text(300).default(''),
});
export type SafeContactInput = z.output<typeof safeContactSchema>;

export const contactSchema = z.object({
  version,
  action: z.enum(contactActions, 'Choose what happened'),
  words: text(500).default(''),
});
export type ContactInput = z.output<typeof contactSchema>;

export const lossSchema = z.object({
  /** Of the file, as the form was shown: the same form sent twice is written down once. */
  version: version.optional(),
  kind: z.enum(['loss', 'saving'], 'Choose a loss or a saving'),
  basis: z.enum(['documented', 'estimated'], 'Choose whether there is a document for it'),
  scamType: z.enum(scamTypes, 'Choose the kind of scam'),
  method: z.enum(methods, 'Choose how it was done'),
  how: blank(z.enum(savingKinds)),
  amount: pounds,
  happenedOn: day('Enter the day like 2026-03-27'),
});
export type LossInput = z.output<typeof lossSchema>;
export const withdrawSchema = z.object({ lossId: z.uuid() });

export const offerSchema = z.object({
  version,
  agencyId: z.uuid('Choose the agency'),
  why: needed(300, 'Say why the lead passes on'),
});
export const answerSchema = z.object({
  version,
  answer: z.enum(['accept', 'decline', 'withdraw'], 'Choose an answer'),
  words: text(300).default(''),
});
export const joinSchema = z.object({
  version,
  other: z.string('Give the reference of the other file').transform((raw) => raw.trim().toUpperCase()),
  why: needed(300, 'Say why'),
});

export const precautionSchema = z.object({
  kind: z.enum(precautionKinds, 'Choose the precaution'),
  words: needed(200, 'Say what whoever goes must do'),
  expiresOn: blank(day('Enter the day like 2026-03-27')),
});
export const endPrecautionSchema = z.object({ precautionId: z.uuid() });

export const planSchema = z.object({
  version,
  purpose: needed(300, 'Say what the visit is for'),
  plannedOn: day('Enter the day like 2026-03-27'),
  plannedAtTime: text(40).default(''),
  assignedTo: z.uuid('Choose who goes'),
  companion: text(120).default(''),
  companionIs: z.enum(companions, 'Say who goes along').default('anybody'),
});
export type PlanInput = z.output<typeof planSchema>;
export const cancelSchema = z.object({ version, why: needed(300, 'Say why it is cancelled') });

export const resultSchema = z.object({
  version,
  result: z.enum(visitResults, 'Choose what happened'),
  doneThings: many(z.enum(doneThings, 'Choose from the list')),
  words: text(1000).default(''),
});
export type ResultInput = z.output<typeof resultSchema>;

export const referSchema = z.object({
  kind: z.enum(referralKinds, 'Choose where it goes').default('adult-safeguarding'),
  hasNeeds: z.enum(answers, 'Choose yes, no or not known'),
  isAtRisk: z.enum(answers, 'Choose yes, no or not known'),
  cannotProtect: z.enum(answers, 'Choose yes, no or not known'),
  narrative: needed(2000, 'Say what you saw and heard'),
});
export type ReferInput = z.output<typeof referSchema>;
export const referralParams = z.object({ fileId: z.uuid(), referralId: z.uuid() });
export const referralOutcomeSchema = z.object({
  outcome: z.enum(referralOutcomes, 'Choose what came back'),
  words: text(500).default(''),
});

export const revealSchema = z.object({
  reason: text(300).pipe(z.string().min(leastReason, 'Say in a sentence why you must know the address')),
});

export const repeatSchema = z.object({
  version,
  isRevictimised: z.enum(['yes', 'no'], 'Choose yes or no'),
  words: text(500).default(''),
});

export const ruleSchema = z.object({
  code: z.enum(ruleCodes, 'Choose the rule'),
  points: z.coerce
    .number('Enter a number')
    .int('Enter a whole number')
    .min(0, 'Enter 0 or more')
    .max(1000, 'Enter 1,000 or less'),
  why: needed(300, 'Say why'),
});
