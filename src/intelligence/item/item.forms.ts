import { z } from 'zod';
import { reasonsTo, returnReasons } from '../../../reference/return-reasons.ts';
import { cursorParam, sortParam } from '../../platform/database/sorting.ts';
import { blank, line, needed, text } from '../form/form.forms.ts';
import { itemQueues, itemStatuses, receivedHows } from './item.words.ts';

export const version = z.coerce.number('Reload the page and try again').int();
export const itemParams = z.object({ itemId: z.uuid() });
const priority = z.coerce.number('Choose how soon').int().min(1, 'Choose how soon').max(4, 'Choose how soon');

/** Everything the queue can be narrowed by, as it stands in the address; what does not fit is as if it were not there. */
export const queueSchema = z.object({
  status: z
    .enum(['all', 'waiting', ...itemStatuses])
    .catch('waiting')
    .default('waiting'),
  queue: z.enum(itemQueues).catch('ordinary').default('ordinary'),
  receivedHow: blank(z.enum(receivedHows)).catch(undefined),
  priority: blank(priority).catch(undefined),
  words: blank(z.string().max(200)).catch(undefined),
  sort: sortParam,
  after: cursorParam,
});
export type QueueInput = z.output<typeof queueSchema>;

export const addSchema = z.object({
  receivedHow: z.enum(['complaint', 'anonymous', 'feed'], 'Choose how it came'),
  title: needed(120, 'Say in a line what it is about'),
  body: needed(20_000, 'Enter what it says'),
  howKnown: line(500),
  knownWhen: line(120),
  priority: priority.default(3),
  legacyGrade: text(3)
    .pipe(z.string().regex(/^$|^[A-Ea-e][1-5][1-5]$/, 'Enter the three marks of the 5x5x5, such as B24'))
    .default(''),
});
export const addExample = {
  receivedHow: 'complaint',
  title: 'Roofer took a deposit and did not come back',
  body: 'Paid £900 to a roofer at QM1 1AA. Van AB12 CDE.',
};

export const duplicateSchema = z.object({ version, of: z.uuid('Choose which item it is the same as') });
export const stepSchema = z.object({ version });
/** The reason says whether it is returned for correction, by a day, or for deletion. */
export const returnSchema = z
  .object({
    version,
    reason: z.enum(returnReasons.map(({ code }) => code) as [string, ...string[]], 'Choose why'), // none is empty
    why: needed(500, 'Say what is to be corrected, or why it is to go'),
    by: blank(z.iso.date('Enter the day by which, like 2026-11-27')),
  })
  .superRefine(({ reason, by }, context) => {
    if (!by && reasonsTo('correction').some(({ code }) => code === reason))
      context.addIssue({
        ...{ code: 'custom', path: ['by'] },
        message: 'Enter the day by which it is corrected, like 2026-11-27',
      });
  });
export const prioritySchema = z.object({ version, priority });
export const feedbackSchema = z.object({ feedback: z.enum(['used', 'not-used'], 'Choose what to tell') });
