import { z } from 'zod';
import { withDays } from '../../enforcement/index.ts';
import { line, needed } from '../form/form.forms.ts';

export const requirementParams = z.object({ irId: z.uuid() });
export const requirementPlanParams = requirementParams.extend({ planId: z.uuid() });
export const requirementItemParams = requirementParams.extend({ itemId: z.uuid() });
const version = z.coerce.number().int().min(0);

/** What the unit needs to know: the first two are read by whoever may send a form. */
export const requirementSchema = z.preprocess(
  withDays('shownUntil'),
  z.object({
    version: version.default(0),
    question: needed(300, 'Say what you need to know, as a question'),
    lookFor: line(600),
    why: needed(1000, 'Say why, for the unit'),
    shownUntil: z.iso.date('Enter the last day on which it is shown, like 27 3 2027'),
  }),
);
export type RequirementInput = z.output<typeof requirementSchema>;
export const requirementEndSchema = z.object({
  version,
  endWhy: needed(300, 'Say why it is no longer asked'),
});
export const requirementPlanSchema = z.preprocess(
  withDays('dueOn'),
  z.object({
    words: needed(500, 'Say what is looked for, and where'),
    ownerWords: needed(120, 'Say who does it: a service or a post'),
    dueOn: z.iso.date('Enter the day by which it is done, like 27 3 2027'),
  }),
);
export const requirementResultSchema = z.object({ result: needed(500, 'Say what came of it') });
export const requirementItemSchema = z.object({
  itemReference: needed(20, 'Enter the reference of an item'),
});

export const requirementExamples = {
  requirement: {
    question: 'Who fills skips at the closed garage by night?',
    ...{
      lookFor: 'Firms on the skips, vans that come often',
      why: 'Two items in a week',
      shownUntil: '2026-12-31',
    },
  },
  end: { version: 1, endWhy: 'Answered' },
  plan: { words: 'Carriers’ register: who is registered there', ownerWords: 'Analyst', dueOn: '2026-12-11' },
  result: { result: 'Nobody is' },
  item: { itemReference: 'I-SAMP-002' },
} as const;
