import { z } from 'zod';
import { cursorParam } from '../../platform/database/sorting.ts';
import { needed } from '../form/form.forms.ts';

/** What somebody decides who looked whether something is still needed. */
export const reviewDecisions = ['keep', 'let-go'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];
export const reviewDecisionWords: Readonly<Record<ReviewDecision, string>> = {
  keep: 'Keep it, and look again',
  'let-go': 'Let it go: it is no longer needed',
};

/** The fields of a review, of an item as of a product. */
export const reviewSchema = z.object({
  version: z.coerce.number('Reload the page and try again').int(),
  group: z.coerce.number('Choose the group').int().min(1, 'Choose the group').max(4, 'Choose the group'),
  // What sends no decision keeps: nothing goes for want of a word.
  decision: z.enum(reviewDecisions, 'Choose whether it is kept').default('keep'),
  nextOn: z.preprocess(
    (raw) => (raw === '' ? undefined : raw),
    z.iso.date('Enter the day of the next review, like 2030-12-04').optional(),
  ),
  words: needed(1000, 'Say whether it is still needed, and why'),
});
export type ReviewInput = z.output<typeof reviewSchema>;
export const reviewExample = {
  version: 1,
  group: 4,
  decision: 'keep',
  words: 'Still needed: the firm trades on',
};
export const dueSchema = z.object({ after: cursorParam });
