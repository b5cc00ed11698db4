import { z } from 'zod';
import { pspoConsultees } from '../../reference/pspo.ts';
import { fileFilterFields, optional, text, tick, withDays } from './fields.ts';
import { pspoActions } from './pspo.transitions.ts';
import { consulteeAnswers, pspoKinds, pspoPapers, pspoStatuses, toldOutcomes } from './pspo.words.ts';

const version = z.coerce.number('Reload the page and try again').int();
const day = (words: string) => z.iso.date(words).refine((given) => given >= '1900-01-01', words);

/** Lines of a box, or a list as the API sends it. */
const lines = (what: string) =>
  z.preprocess(
    // Anything but words in the list is refused, and not written as whatever it would print as.
    (raw) =>
      Array.isArray(raw) && raw.every((line) => typeof line === 'string') ? raw.join('\n') : (raw ?? ''),
    text(what, 6000).transform((words) =>
      words
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  );

const proposalFields = {
  kind: z.enum(pspoKinds, 'Choose which order it is'),
  title: text('the title', 120).pipe(z.string().min(3, 'Enter a title by which people know the place')),
  areaCode: optional(z.string().max(20)),
  corners: optional(text('the corners', 12_000)),
  areaWords: text('which area', 500).pipe(z.string().min(3, 'Say which area, as the order is to say it')),
  prohibitions: lines('what is prohibited'),
  requirements: lines('what is required'),
  exemptions: lines('who is exempt'),
  signs: lines('where signs stand'),
  isAlcohol: tick,
  isRightOfWay: tick,
  isClassifiedRoad: tick,
  isOnlyAccess: tick,
};
export const proposalSchema = z.object(proposalFields);
export type ProposalInput = z.output<typeof proposalSchema>;
export const editProposalSchema = z.object({ ...proposalFields, version });

const consulteeCodes = pspoConsultees.map(({ code }) => code) as [string, ...string[]]; // there are some

/** Everything that a step may ask; which of it a step does ask, its line of the table says. */
export const pspoStepSchema = z.preprocess(
  withDays('on', 'until', 'starts'),
  z.object({
    version,
    on: optional(day('Enter the day, like 27 3 2026')),
    until: optional(day('Enter the last day, like 27 3 2026')),
    starts: optional(day('Enter the first day, like 27 3 2026')),
    detriment: optional(text('the evidence', 3000)),
    persistence: optional(text('the evidence', 3000)),
    rights: optional(tick),
    consultee: optional(z.enum(consulteeCodes, 'Choose a consultee')),
    outcome: optional(z.enum(toldOutcomes, 'Choose whether they were told')),
    answer: optional(z.enum(consulteeAnswers, 'Choose the answer')),
    by: optional(text('who decided', 120)),
    minute: optional(text('the minute', 200)),
    officer: optional(z.uuid('Choose an officer')),
    signsUp: optional(lines('the signs')),
    prohibitions: optional(lines('what is prohibited')),
    requirements: optional(lines('what is required')),
    exemptions: optional(lines('who is exempt')),
    // Whoever seems to be named is nobody: a street, say, that is called like somebody.
    names: optional(tick),
    reason: optional(text('the reason', 1000)),
    // Back from the page for checking to the form, with what was typed.
    change: optional(tick),
  }),
);
export type PspoStepInput = z.output<typeof pspoStepSchema>;

export const pspoParams = z.object({ pspoId: z.uuid() });
export const pspoStepParams = pspoParams.extend({ pspoStep: z.enum(pspoActions) });
export const pspoPaperParams = pspoParams.extend({
  pspoPaper: z.enum(pspoPapers),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
// No case stands behind an order of this kind.
const { caseId: _, ...filterFields } = fileFilterFields;
/** Everything a list of files can be narrowed by, as it stands in the address. */
export const pspoFilterSchema = z.object({
  status: optional(z.enum(['in-force', 'ending', ...pspoStatuses])),
  kind: optional(z.enum(pspoKinds)),
  ...filterFields,
});
export type PspoFilterInput = z.output<typeof pspoFilterSchema>;
