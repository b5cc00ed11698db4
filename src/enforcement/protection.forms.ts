import { z } from 'zod';
import { codes, fileFilterFields, optional, recordField, text, tick, withDays } from './fields.ts';
import { conductEvidenceKinds, serviceMethodCodes } from './penalty.words.ts';
import { pounds } from './penalty-law.forms.ts';
import { protectionActions } from './protection.transitions.ts';
import {
  appealGrounds,
  conductKinds,
  endings,
  protectionStatuses,
  requirementKinds,
  subjectKinds,
} from './protection.words.ts';

const day = (words: string) => z.iso.date(words);
const version = z.coerce.number('Reload the page and try again').int();
const complyDays = z.coerce
  .number('Enter how many days they have, like 14')
  .int('Enter whole days, like 14')
  .min(1, 'Give them a day at least')
  .max(365, 'Give them a year at most');

const draftFields = {
  kind: z.enum(subjectKinds, 'Choose whether it is a person or a body'),
  name: optional(text('the name', 120)),
  address: optional(text('the address', 300)),
  bornOn: optional(day('Enter the date of birth, like 27 3 1980')),
  isSixteen: tick,
  recordId: optional(recordField),
  placeWords: optional(text('where it happens', 300)),
  postcode: optional(text('the postcode', 10)),
  conductKinds: codes(conductKinds),
  conduct: optional(text('what they do', 3000)),
  isDetrimental: tick,
  isPersistent: tick,
  isUnreasonable: tick,
  complyDays,
  othersTold: optional(text('whom you told', 500)),
};

/** A new draft; what is not there yet is told by the list of needs, not refused. */
export const draftProtectionSchema = z.preprocess(
  withDays('bornOn'),
  z.object({ ...draftFields, caseId: optional(z.uuid()), reportId: optional(z.uuid()) }),
);
export type DraftProtection = z.output<typeof draftProtectionSchema>;
export const editProtectionSchema = z.preprocess(withDays('bornOn'), z.object({ ...draftFields, version }));

export const conductEvidenceSchema = z.preprocess(
  withDays('happenedOn'),
  z.object({
    kind: z.enum(conductEvidenceKinds, 'Choose what it is'),
    happenedOn: day('Enter the day it happened'),
    words: text('what it shows', 1000).pipe(z.string().min(3, 'Say what it shows')),
  }),
);
export const requirementSchema = z.preprocess(
  withDays('byDay'),
  z.object({
    version,
    kind: z.enum(requirementKinds, 'Choose stop, do, or take steps'),
    words: text('what is required', 600).pipe(z.string().min(3, 'Say what is required')),
    byDay: optional(day('Enter the last day for it, or leave it empty')),
  }),
);
export const toldSchema = z.object({
  version,
  othersTold: text('whom you told', 500).pipe(z.string().min(3, 'Say whom you told, or why nobody')),
});
export const removeRequirementSchema = z.object({ version });

/** Everything that a step may ask; which of it a step does ask, its line of the table says. */
export const protectionStepSchema = z.preprocess(
  withDays('on', 'resumesOn', 'dueOn'),
  z.object({
    version,
    how: optional(z.enum(serviceMethodCodes, 'Choose how it was served')),
    on: optional(day('Enter the day, like 27 3 2026')),
    by: optional(text('who served it', 120)),
    grounds: codes(appealGrounds),
    dueOn: optional(day('Enter the last day that the order sets')),
    pounds: z.preprocess(
      (raw) => (raw === '' || raw === null ? undefined : raw),
      pounds('Enter an amount in pounds, like 192.50').optional(),
    ),
    requirementId: optional(z.uuid('Choose the requirement')),
    newWords: optional(text('the requirement as the court put it', 600)),
    resumesOn: optional(day('Enter the day from which they bind again')),
    ending: optional(z.enum(endings, 'Choose why it ends')),
    reason: optional(text('the reason', 1000)),
    // Back from the page for checking to the form, with what was typed.
    change: optional(tick),
  }),
);
export type ProtectionStepInput = z.output<typeof protectionStepSchema>;

export const protectionParams = z.object({ protectionId: z.uuid() });
export const protectionStepParams = protectionParams.extend({ protectionStep: z.enum(protectionActions) });
export const protectionExhibitParams = protectionParams.extend({ protectionExhibitId: z.uuid() });
export const requirementParams = protectionParams.extend({ requirementId: z.uuid() });
export const letterParams = protectionParams.extend({
  letter: z.enum(['warning', 'notice']),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
export const newProtectionQuery = z.object({
  caseId: optional(z.uuid()),
  reportId: optional(z.uuid()),
  recordId: optional(z.uuid()).catch(undefined),
});

/** Everything a list of files can be narrowed by, as it stands in the address. */
export const protectionFilterSchema = z.object({
  status: optional(z.enum(['live', ...protectionStatuses])),
  conduct: optional(z.enum(conductKinds)),
  ...fileFilterFields,
});
export type ProtectionFilterInput = z.output<typeof protectionFilterSchema>;
