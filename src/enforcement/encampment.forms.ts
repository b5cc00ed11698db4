import { z } from 'zod';
import { welfareItems } from '../../reference/encampment.ts';
import { itemsOf } from '../platform/ui/index.ts';
import { encampmentActions } from './encampment.transitions.ts';
import {
  decisionParts,
  encampmentPapers,
  encampmentStatuses,
  landKinds,
  landServices,
  policeDecisions,
  welfareAnswers,
} from './encampment.words.ts';
import { codes, fileFilterFields, optional, text, tick, withDays } from './fields.ts';

const version = z.coerce.number('Reload the page and try again').int();
const day = (words: string) => z.iso.date(words).refine((given) => given >= '1900-01-01', words);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter the time by the 24-hour clock, like 14:30');
/** An empty box is no count: nought is said with 0. */
const count = (what: string) =>
  z.preprocess(
    (raw) => (raw === null || (typeof raw === 'string' && raw.trim() === '') ? undefined : raw),
    z.coerce
      .number(`Enter how many ${what}, like 4`)
      .int('Enter a whole number')
      .min(0, 'Enter 0 or more')
      .max(999, 'Enter fewer than 1,000'),
  );

const reportFields = {
  landKind: z.enum(landKinds, 'Choose what land it is'),
  landWords: optional(text('which land', 300)),
  postcode: optional(text('the postcode', 10)),
  ownerWords: optional(text('whose land it is', 300)),
  arrivedOn: day('Enter the day they came, like 27 3 2026'),
  caravans: count('caravans'),
  vehicles: count('vehicles'),
  adults: optional(count('adults')),
  children: optional(count('children')),
  hasWaste: tick,
  wasteWords: optional(text('what waste', 500)),
  hasDamage: tick,
  damageWords: optional(text('what damage', 500)),
};
/** A new file; what is not there yet is told by the list of needs, not refused. */
export const reportEncampmentSchema = z.preprocess(
  withDays('arrivedOn'),
  z.object({ ...reportFields, caseId: optional(z.uuid()) }),
);
export type ReportEncampment = z.output<typeof reportEncampmentSchema>;
export const editEncampmentSchema = z.preprocess(
  withDays('arrivedOn'),
  z.object({ ...reportFields, version }),
);

export const vehicleSchema = z.object({
  version,
  mark: text('the registration mark', 20),
  words: optional(text('what vehicle it is', 120)),
});
export type VehicleInput = z.output<typeof vehicleSchema>;
export const removeVehicleSchema = z.object({ version });

const itemCodes = welfareItems.map(({ code }) => code) as [string, ...string[]]; // there are some
const welfareItem = z.object({
  item: z.enum(itemCodes, 'Choose an item of the assessment'),
  answer: z.enum(welfareAnswers, 'Choose an answer'),
  words: text('what was found or asked', 1000),
});
export const welfareForm = { item: 'item', answer: 'answer' };
export const welfareSchema = z.preprocess(
  itemsOf(welfareForm),
  z.object({ version, items: z.array(welfareItem).max(20) }),
);
export type WelfareInput = z.output<typeof welfareSchema>;

const pounds = z.preprocess(
  (raw) => (typeof raw === 'string' ? raw.replace(/[£,\s]/g, '') : raw),
  z.coerce
    .number('Enter an amount in pounds, like 400')
    .min(0, 'Enter an amount in pounds, like 400, or 0 if it cost nothing')
    .max(10_000_000, 'Enter an amount in pounds, like 400'),
);
const part = (name: (typeof decisionParts)[number]) => [name, optional(text('this part', 1000))] as const;

/** Everything that a step may ask; which of it a step does ask, its line of the table says. */
export const encampmentStepSchema = z.preprocess(
  withDays('on', 'hearingOn', 'until'),
  z.object({
    version,
    on: optional(day('Enter the day, like 27 3 2026')),
    time: optional(time),
    ways: codes(landServices),
    by: optional(text('by whom', 120)),
    told: optional(text('who was told', 300)),
    hearingOn: optional(day('Enter the day of the hearing')),
    hearingTime: optional(time),
    court: optional(text('the court', 200)),
    until: optional(day('Enter the last day')),
    decision: optional(z.enum(policeDecisions, 'Choose what the police decided')),
    ...(Object.fromEntries(decisionParts.map(part)) as Record<
      (typeof decisionParts)[number],
      ReturnType<typeof part>[1]
    >), // a field a part
    cleanup: optional(pounds),
    debrief: optional(text('the debrief', 3000)),
    reason: optional(text('the reason', 1000)),
    // Back from the page for checking to the form, with what was typed.
    change: optional(tick),
  }),
);
export type EncampmentStepInput = z.output<typeof encampmentStepSchema>;

export const encampmentParams = z.object({ encampmentId: z.uuid() });
export const encampmentStepParams = encampmentParams.extend({ encampmentStep: z.enum(encampmentActions) });
export const vehicleParams = encampmentParams.extend({ vehicleId: z.uuid() });
export const encampmentPaperParams = encampmentParams.extend({
  paper: z.enum(encampmentPapers),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
export const newEncampmentQuery = z.object({ caseId: optional(z.uuid()) });

/** Everything a list of files can be narrowed by, as it stands in the address. */
export const encampmentFilterSchema = z.object({
  status: optional(z.enum(['live', ...encampmentStatuses])),
  landKind: optional(z.enum(landKinds)),
  ...fileFilterFields,
});
export type EncampmentFilterInput = z.output<typeof encampmentFilterSchema>;
