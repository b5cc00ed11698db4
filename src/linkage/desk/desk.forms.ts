import { z } from 'zod';
import { decisions } from '../ledger/index.ts';
import { answers } from './question.store.ts';

const optionalId = z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional();

export const queueSchema = z.object({
  list: optionalId,
  show: z.enum(['proposed', 'unsure', 'audit']).default('proposed').catch('proposed'),
  at: optionalId.catch(undefined),
});
export type QueueQuery = z.output<typeof queueSchema>;

const verdict = z.enum(decisions, { error: 'Choose: the same, different, or cannot say' });
const why = z.string().trim().max(1000, 'Use 1,000 letters or fewer').optional();

export const pairParams = z.object({ recordId: z.uuid(), otherId: z.uuid() });
export const decisionSchema = z.object({
  recordA: z.uuid(),
  recordB: z.uuid(),
  verdict,
  why,
  seen: z.union([z.uuid(), z.literal('')]).optional(),
  list: optionalId,
  show: z.enum(['proposed', 'unsure', 'audit']).default('proposed'),
  /** The desk showed the pair as one that chance chose. */
  drawn: z.enum(['audit', '']).optional(),
});
export const pairDecisionSchema = z.object({
  verdict,
  why,
  seen: z.union([z.uuid(), z.literal('')]).optional(),
  drawn: z.enum(['audit', '']).optional(),
});
export const undoSchema = z.object({ judgementId: z.uuid(), list: optionalId });
export const opinionParams = z.object({ opinionId: z.uuid() });
export const opinionSchema = z.object({ verdict, why });
export const questionSchema = z.object({
  recordId: z.uuid(),
  words: z
    .string()
    .trim()
    .min(1, 'Write what you want to know about the row')
    .max(2000, 'Use 2,000 letters or fewer'),
});
export const questionParams = z.object({ questionId: z.uuid() });
export const answerSchema = z.object({
  answer: z.enum(answers, { error: 'Choose an answer' }),
  words: z.string().trim().max(2000, 'Use 2,000 letters or fewer').default(''),
});
