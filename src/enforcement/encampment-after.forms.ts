import { z } from 'zod';
import { encampmentParams } from './encampment.forms.ts';
import { optional, text, withDays } from './fields.ts';

const version = z.coerce.number('Reload the page and try again').int();
const count = z.coerce
  .number('Enter a whole number')
  .int('Enter a whole number')
  .min(0, 'Enter 0 or more')
  .max(9999, 'Enter a smaller number');
/** What follows an encampment. Scores come as `score-<item>`; each is 0 to 3, and all of them or none. */
export const afterSchema = z.preprocess(
  (raw) => {
    const given = withDays('policyUpdatedOn')(raw);
    if (typeof given !== 'object' || given === null || 'scores' in given) return given;
    const scores = Object.entries(given).flatMap(([name, value]) =>
      name.startsWith('score-') && value !== '' ? [{ code: name.slice(6), score: value }] : [],
    );
    return { ...given, scores };
  },
  z.object({
    version,
    waste: optional(text('the reference', 20)),
    scores: z.array(
      z.object({
        code: z.string().max(60),
        score: z.coerce.number('Choose 0 to 3').int().min(0, 'Choose 0 to 3').max(3, 'Choose 0 to 3'),
      }),
    ),
    roles: optional(text('who did what', 2000)),
    complaints: optional(count),
    complaintWords: optional(text('the complaints', 2000)),
    policyWords: optional(text('what changes in the policy', 2000)),
    policyUpdatedOn: optional(z.iso.date('Enter the day, like 27 3 2026')),
  }),
);
export type AfterInput = z.output<typeof afterSchema>;
/** A new measure, or the day on which one was done. */
export const measureSchema = z.preprocess(
  withDays('dueOn', 'doneOn'),
  z.object({
    // Which of the two forms of the page was sent.
    isDone: optional(z.literal('yes')),
    measureId: optional(z.uuid('Choose a measure')),
    words: optional(text('the measure', 500)),
    ownerId: optional(z.uuid('Choose who sees to it')),
    dueOn: optional(z.iso.date('Enter the day, like 27 3 2026')),
    doneOn: optional(z.iso.date('Enter the day, like 27 3 2026')),
  }),
);
export type MeasureInput = z.output<typeof measureSchema>;
export const matrixSchema = z.object({
  version,
  items: text('the items', 3000).pipe(z.string().min(3, 'Enter one item or more, each on a line of its own')),
  mediumFrom: count,
  highFrom: count,
  reason: text('why', 500).pipe(z.string().min(3, 'Say why the matrix is changed')),
});
export type MatrixInput = z.output<typeof matrixSchema>;
export const afterParams = encampmentParams;
export const afterExamples = {
  after: {
    version: 1,
    complaints: '2',
    complaintWords: 'Noise at night',
    policyWords: 'Call the duty officer first',
  },
  measure: { words: 'A height barrier at the gate', ownerId: '@officerId', dueOn: '2027-01-31' },
  matrix: {
    version: 0,
    items: 'access: Vehicles drive on\nsurface: The ground carries vehicles',
    mediumFrom: '2',
    highFrom: '4',
    reason: 'Agreed by the group',
  },
} as const;
