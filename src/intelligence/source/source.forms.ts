import { z } from 'zod';
import { line, needed } from '../form/form.forms.ts';
import { version } from '../item/item.forms.ts';
import { numberNames, sourceKinds } from './source.rules.ts';

export const sourceParams = z.object({ sourceId: z.uuid() });
export const setSourceSchema = z.object({
  version,
  source: z.union([z.literal('new'), z.uuid()], 'Choose a source, or a new one'),
  kind: z.enum(sourceKinds).default('public'),
});
export const wantedSchema = z.object({ version, wanted: line(500) });
export const referSchema = z.object({
  words: needed(300, 'Give the reference, and what the authorising officer said'),
});
export const whySchema = z.object({ why: needed(200, 'Say why you must know who it is') });
export const identitySchema = z.object({ name: needed(120, 'Enter the name'), contact: line(200) });
export const numberSchema = z.object({
  name: z.enum(numberNames, 'Choose a number'),
  value: z.coerce.number('Enter a whole number').int('Enter a whole number'),
  why: needed(200, 'Say why it changes'),
});
