import { z } from 'zod';
import {
  dayField,
  emailField,
  goField,
  lineField,
  listField,
  optionalDay,
  reasonField,
  versionField,
} from '../change/fields.ts';
import { roles } from '../roles.ts';

export const officerParams = z.object({ officerId: z.uuid() });
export const grantParams = z.object({ officerId: z.uuid(), grantId: z.uuid() });

const details = { name: lineField('a name', 100), email: emailField };
const teams = listField(z.uuid('Choose teams from the list'));
const username = z
  .string('Enter a username')
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/, 'Enter 3 to 40 small letters, figures, dots or hyphens, like sam.hill');

export const newPersonSchema = z.object({
  ...details,
  username,
  agencyId: z.uuid('Choose an agency'),
  serviceIds: teams,
  reason: reasonField,
});
export const personSchema = z.object({ ...details, version: versionField, reason: reasonField });
export const placeSchema = z.object({
  agencyId: z.uuid('Choose an agency'),
  serviceIds: teams,
  version: versionField,
  reason: reasonField,
});
export const roleSchema = z.object({
  role: z.enum(roles, 'Choose a role'),
  endsOn: optionalDay,
  reason: reasonField,
});
export const endRoleSchema = z.object({ endsOn: dayField, reason: reasonField });
export const activeSchema = z.object({ version: versionField, reason: reasonField });
export const resetSchema = z.object({ reason: reasonField });

export const newPersonForm = newPersonSchema.omit({ serviceIds: true }).extend({ go: goField });
export const personForm = personSchema.extend({ go: goField });
/** On pages teams and agency are asked apart: a form cannot show the teams of an agency that is only being chosen. */
export const teamsForm = placeSchema.omit({ agencyId: true }).extend({ go: goField });
export const moveForm = placeSchema.omit({ serviceIds: true }).extend({ go: goField });
export const roleForm = roleSchema.extend({ go: goField });
export const activeForm = activeSchema.extend({ go: goField });

export type NewPersonInput = z.output<typeof newPersonSchema>;
export type PersonInput = z.output<typeof personSchema> & { officerId: string };
export type PlaceInput = z.output<typeof placeSchema> & { officerId: string };
export type RoleInput = z.output<typeof roleSchema> & { officerId: string };
export type ActiveInput = z.output<typeof activeSchema> & { officerId: string; isActive: boolean };

/** Examples: the first adds, the others only look. */
export const newPersonExample = {
  ...{ name: 'Sam Example', email: 'sam@example.org', username: 'sam.example', agencyId: '@agencyId' },
  ...{ serviceIds: ['@serviceId'], reason: 'An example', go: 'save' },
};
export const personExample = {
  ...{ name: 'Sam Example', email: 'sam@example.org', version: 1, reason: 'An example', go: 'preview' },
};
export const placeExample = {
  ...{ agencyId: '@agencyId', serviceIds: ['@serviceId'], version: 1, reason: 'An example', go: 'preview' },
};
export const teamsExample = { serviceIds: ['@serviceId'], version: 1, reason: 'An example', go: 'preview' };
export const moveExample = { agencyId: '@agencyId', version: 1, reason: 'An example', go: 'preview' };
export const roleExample = { role: 'partner', endsOn: '', reason: 'An example', go: 'preview' };
export const activeExample = { version: 1, reason: 'An example', go: 'preview' };
