import { z } from 'zod';
import { blank, line, needed } from '../form/form.forms.ts';
import { results } from './package.words.ts';

export const answerSchema = z.object({
  answer: z.enum(['accepted', 'rejected'], 'Say whether you take it on'),
  reason: line(500),
  serviceId: blank(z.uuid()),
});
export const outcomeSchema = z.object({
  result: z.enum(results, 'Say what came of it'),
  words: needed(1000, 'Say it in a sentence'),
});
/** How useful a reader found it. */
export const usefulnessSchema = z.object({
  score: z.coerce
    .number('Say how useful it was')
    .int()
    .min(1, 'Say how useful it was')
    .max(5, 'Say how useful it was'),
  useWords: line(1000),
});
