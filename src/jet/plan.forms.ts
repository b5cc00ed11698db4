import { z } from 'zod';
import { patrolLines } from '../../reference/jet.ts';
import { asSent, dayOf, formKey, minutesField, said, someOf } from './time.forms.ts';

const forms = 'Enter how many, like 0';
/** A patrol of a plan: what was done, what came of it, and the time that it took. */
export const patrolSchema = z.preprocess(
  asSent,
  z.object({
    onDay: dayOf('Enter the day'),
    minutes: minutesField,
    lines: someOf(patrolLines, 'Choose from the list'),
    words: said('what came of it', 1000, 'Say in a few words what came of it'),
    formsSent: z.coerce.number(forms).int(forms).min(0, forms).max(99, forms).default(0),
    key: formKey,
  }),
);
