import { z } from 'zod';
import { blank, needed } from '../form/form.forms.ts';
import { version } from './item.forms.ts';

export const sensitiveActs = ['mark', 'name', 'remove', 'end'] as const;
export const sensitiveActWords: Readonly<Record<(typeof sensitiveActs)[number], string>> = {
  mark: 'Make it sensitive',
  name: 'Let somebody read it',
  remove: 'Let somebody read it no longer',
  end: 'Open it to the unit again',
};

/** Shuts an item, names who reads it, or opens it. */
export const sensitiveSchema = z.object({
  version,
  act: z.enum(sensitiveActs, 'Choose what is done'),
  /** Who is let or not; of shutting and opening nobody. */
  officerId: blank(z.uuid('Choose an officer')),
  sensitiveWhy: needed(500, 'Say why'),
});
export type SensitiveInput = z.output<typeof sensitiveSchema>;
export const sensitiveExample = { version: 1, act: 'mark', sensitiveWhy: 'It names somebody of the unit' };

export const deletionSchema = z.object({
  version,
  decision: z.enum(['delete', 'keep'], 'Choose whether it is deleted'),
  decisionWhy: needed(500, 'Say why'),
});
export type DeletionInput = z.output<typeof deletionSchema>;
export const deletionExample = { version: 1, decision: 'keep', decisionWhy: 'There is a purpose' };
