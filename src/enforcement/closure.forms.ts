import { z } from 'zod';
import { closureChecklist } from '../../reference/closure.ts';
import { itemsOf } from '../platform/ui/index.ts';
import { closureActions } from './closure.transitions.ts';
import {
  checkAnswers,
  closureEndings,
  closureGrounds,
  closurePapers,
  closureStatuses,
  premisesKinds,
  relations,
  serviceWays,
} from './closure.words.ts';
import { codes, fileFilterFields, optional, recordField, text, tick, withDays } from './fields.ts';

const version = z.coerce.number('Reload the page and try again').int();
const day = (words: string) => z.iso.date(words);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter the time by the 24-hour clock, like 14:30');

const draftFields = {
  premisesKind: z.enum(premisesKinds, 'Choose what the premises are'),
  address: optional(text('the address', 300)),
  postcode: optional(text('the postcode', 10)),
  problem: optional(text('what happens there', 3000)),
  ownerWords: optional(text('who owns it', 300)),
  grounds: codes(closureGrounds),
  isNecessary: tick,
};
/** A new file; what is not there yet is told by the list of needs, not refused. */
export const draftClosureSchema = z.object({ ...draftFields, caseId: optional(z.uuid()) });
export type DraftClosure = z.output<typeof draftClosureSchema>;
export const editClosureSchema = z.object({ ...draftFields, version });

export const occupantSchema = z.object({
  version,
  relation: z.enum(relations, 'Choose how they stand to the premises'),
  recordId: optional(recordField),
  name: optional(text('the name', 120)),
  words: optional(text('what is known of them', 500)),
  isChild: tick,
  isAtRisk: tick,
  isBarred: tick,
});
export type OccupantInput = z.output<typeof occupantSchema>;
export const removeOccupantSchema = z.object({ version });

const itemCodes = closureChecklist.map(({ code }) => code) as [string, ...string[]]; // there are some
const checkedItem = z.object({
  item: z.enum(itemCodes, 'Choose an item of the checklist'),
  answer: z.enum(checkAnswers, 'Choose an answer'),
  words: text('what was found or asked', 1000),
});
export const checklistForm = { item: 'item', answer: 'answer' };
export const checklistSchema = z.preprocess(
  itemsOf(checklistForm),
  z.object({ version, items: z.array(checkedItem).max(40) }),
);
export type ChecklistInput = z.output<typeof checklistSchema>;

/** Everything that a step may ask; which of it a step does ask, its line of the table says. */
export const closureStepSchema = z.preprocess(
  withDays('on', 'hearingOn', 'until'),
  z.object({
    version,
    on: optional(day('Enter the day, like 27 3 2026')),
    time: optional(time),
    hours: optional(
      z.coerce.number('Enter how many hours, like 24').int('Enter whole hours').min(1, 'Enter 1 or more'),
    ),
    ways: codes(serviceWays),
    by: optional(text('who served it', 120)),
    informed: optional(text('how they were told', 500)),
    hearingOn: optional(day('Enter the day of the hearing')),
    hearingTime: optional(time),
    court: optional(text('the court', 200)),
    consulted: optional(text('who was consulted', 1000)),
    until: optional(day('Enter the last day')),
    everyone: optional(z.enum(['yes', 'no'], 'Choose whether it keeps out those who live there')),
    ending: optional(z.enum(closureEndings, 'Choose why it ends')),
    reason: optional(text('the reason', 1000)),
    // Back from the page for checking to the form, with what was typed.
    change: optional(tick),
  }),
);
export type ClosureStepInput = z.output<typeof closureStepSchema>;

export const closureParams = z.object({ closureId: z.uuid() });
export const closureStepParams = closureParams.extend({ closureStep: z.enum(closureActions) });
export const occupantParams = closureParams.extend({ occupantId: z.uuid() });
export const closurePaperParams = closureParams.extend({
  paper: z.enum(closurePapers),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
export const newClosureQuery = z.object({ caseId: optional(z.uuid()) });

/** Everything a list of files can be narrowed by, as it stands in the address. */
export const closureFilterSchema = z.object({
  status: optional(z.enum(['live', ...closureStatuses])),
  premisesKind: optional(z.enum(premisesKinds)),
  ...fileFilterFields,
});
export type ClosureFilterInput = z.output<typeof closureFilterSchema>;
