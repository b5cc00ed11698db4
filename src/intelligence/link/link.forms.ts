import { z } from 'zod';
import { line, needed } from '../form/form.forms.ts';
import { linkKinds, linkRoles } from './link.words.ts';

export const linkParams = z.object({ itemId: z.uuid(), linkId: z.uuid() });
export const linkSchema = z.object({
  linkKind: z.enum(linkKinds, 'Choose what it is'),
  label: needed(200, 'Enter who or what it is'),
  more: line(20),
  /** Why the link is there, in a line. */
  note: line(300),
  role: z.enum(linkRoles).default('mentioned'),
  answer: z.enum(['confirmed', 'refused']).default('confirmed'),
});
export const linkExample = { linkKind: 'vehicle', label: 'AB12 CDE', role: 'subject' };
