import { z } from 'zod';
import { riskLevels } from '../../reference/asb.ts';
import { optional, text, tick, withDays } from '../enforcement/index.ts';
import type { FieldProblem } from '../platform/failures/failures.ts';

/** Tables of steps of this module, as their histories are named. */
export type AsbProcedure = 'asb' | 'order' | 'nomination' | 'review';

/** Everything that a line of one of the tables may ask. */
export const stepFields = [
  'on',
  'age',
  'endsOn',
  'words',
  'outcome',
  'reason',
  'level',
  'decision',
  'chairId',
  'findings',
] as const;
export type StepField = (typeof stepFields)[number];
/** What each is called on its form and when it is checked; of a day the line says it. */
export const stepFieldWords: Readonly<Record<Exclude<StepField, 'on'>, string>> = {
  age: 'Their age on that day; leave it empty if it is as prepared',
  endsOn: 'Last day; leave it empty for the usual time, or until further order',
  words: 'What was said or done',
  outcome: 'Outcome',
  reason: 'Why',
  level: 'Risk now',
  decision: 'Is the threshold met?',
  chairId: 'Who chairs the panel',
  findings: 'What the panel found, for its members alone',
};
const missingWords: Readonly<Record<StepField, string>> = {
  on: 'Enter the day',
  age: 'Enter their age',
  endsOn: 'Enter the last day',
  words: 'Say what was said or done',
  outcome: 'Say what came of it',
  reason: 'Say why',
  level: 'Choose the risk as it is now',
  decision: 'Say whether the threshold is met',
  chairId: 'Choose who chairs the panel',
  findings: 'Say what the panel found',
};
/** May be left empty although a line asks it. */
const mayBeEmpty: readonly StepField[] = ['age', 'endsOn'];

const ageWords = 'Enter their age in years, like 34';
const levels = riskLevels.map(({ code }) => code);
export const stepSchema = z.preprocess(
  withDays('on', 'endsOn'),
  z.object({
    version: z.coerce.number('Reload the page and try again').int(),
    on: optional(z.iso.date('Enter the day, like 2 12 2026')),
    endsOn: optional(z.iso.date('Enter the day, like 2 12 2026')),
    age: optional(z.coerce.number(ageWords).int(ageWords).min(0, ageWords).max(120, ageWords)),
    words: optional(text('what was said or done', 3000)),
    outcome: optional(text('the outcome', 3000)),
    reason: optional(text('the reason', 2000)),
    level: optional(z.enum(levels, 'Choose the risk as it is now')),
    decision: optional(z.enum(['met', 'not-met'], 'Say whether the threshold is met')),
    chairId: optional(z.uuid('Choose who chairs the panel')),
    findings: optional(text('what the panel found', 5000)),
    change: optional(tick),
  }),
);
export type StepInput = z.output<typeof stepSchema>;

/** What a line asks and nobody said. */
export const stepFieldProblems = (asks: readonly StepField[], input: StepInput): FieldProblem[] =>
  asks
    .filter((field) => !mayBeEmpty.includes(field) && !input[field])
    .map((field) => ({ field, words: missingWords[field] }));
