import { z } from 'zod';
import {
  dayField,
  emailField,
  goField,
  lineField,
  listField,
  optionalId,
  optionalLine,
  reasonField,
  tickField,
  versionField,
} from '../change/fields.ts';
import { spansOf, spansSchema } from './hours.ts';

export const serviceParams = z.object({ serviceId: z.uuid() });

const phone = z
  .string('Enter a telephone number')
  .trim()
  .regex(/^[0-9+() -]{3,20}$/, 'Enter a telephone number, like 01632 960 001, or 101');
const details = {
  name: lineField('a name', 120, 3),
  team: lineField('the team that works it', 120),
  email: emailField,
  phone,
  outOfHours: optionalLine(300),
  isFallback: tickField,
  areaCodes: listField(z.string().trim().max(20)),
};
const identity = {
  agencyId: z.uuid('Choose an agency'),
  code: z
    .string('Enter a code')
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9-]{1,19}$/, 'Enter 2 to 20 letters and figures, like WEND-ENV'),
  startsOn: dayField,
};
const kept = { leadOfficerId: optionalId('Choose somebody of the agency'), version: versionField };

/** A service as the API takes it: hours as spans. */
export const newServiceSchema = z.object({
  ...identity,
  ...details,
  hours: spansSchema,
  reason: reasonField,
});
export const serviceSchema = z.object({ ...details, ...kept, hours: spansSchema, reason: reasonField });
export const endServiceSchema = z.object({ endsOn: dayField, version: versionField, reason: reasonField });

const weekText = z.string().max(8).optional();
/** The week as fields; what cannot be a time is a problem of its own field. */
const week = {
  ...{ from1: weekText, to1: weekText, from2: weekText, to2: weekText, from3: weekText, to3: weekText },
  ...{ from4: weekText, to4: weekText, from5: weekText, to5: weekText, from6: weekText, to6: weekText },
  ...{ from7: weekText, to7: weekText },
};
const withWeek = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ ...shape, ...week }).superRefine((fields, context) => {
    const found = spansOf(fields);
    if (!found.ok)
      for (const { field, words } of found.problems)
        context.addIssue({ code: 'custom', path: [field], message: words });
  });
export const newServiceForm = withWeek({ ...identity, ...details, reason: reasonField, go: goField });
export const serviceForm = withWeek({ ...details, ...kept, reason: reasonField, go: goField });
export const endServiceForm = endServiceSchema.extend({ go: goField });

export type NewServiceInput = z.output<typeof newServiceSchema>;
export type ServiceInput = z.output<typeof serviceSchema> & { serviceId: string };
export type EndServiceInput = z.output<typeof endServiceSchema> & { serviceId: string };

/** The form's week as the hours that commands take; the schema has seen that they can be read. */
export function withHours<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): Fields & { hours: z.output<typeof spansSchema> } {
  const found = spansOf(fields);
  return { ...fields, hours: found.ok ? found.spans : [] };
}
