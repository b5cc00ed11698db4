import { z } from 'zod';
import {
  dayField,
  goField,
  lineField,
  optionalId,
  optionalLine,
  reasonField,
  versionField,
} from '../change/fields.ts';
import { agencyKinds } from './agency.words.ts';

export const agencyParams = z.object({ agencyId: z.uuid() });

const details = {
  name: lineField('a name', 120, 3),
  kind: z.enum(agencyKinds, 'Choose what kind of agency it is'),
  areaCode: optionalLine(20),
};

export const newAgencySchema = z.object({
  code: z
    .string('Enter a short code')
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9-]{1,11}$/, 'Enter 2 to 12 letters and figures, like MCC'),
  ...details,
  startsOn: dayField,
  reason: reasonField,
});
export const agencySchema = z.object({
  ...details,
  spokespersonId: optionalId('Choose somebody of this agency'),
  version: versionField,
  reason: reasonField,
});
export const endAgencySchema = z.object({ endsOn: dayField, version: versionField, reason: reasonField });

export const newAgencyForm = newAgencySchema.extend({ go: goField });
export const agencyForm = agencySchema.extend({ go: goField });
export const endAgencyForm = endAgencySchema.extend({ go: goField });

export type NewAgencyInput = z.output<typeof newAgencySchema>;
export type AgencyInput = z.output<typeof agencySchema> & { agencyId: string };
export type EndAgencyInput = z.output<typeof endAgencySchema> & { agencyId: string };

/** Examples: the first adds, the others only look. */
export const newAgencyExample = {
  ...{ code: 'EXAM', name: 'Example Council', kind: 'district-council', areaCode: '' },
  ...{ startsOn: '2026-11-20', reason: 'An example', go: 'save' },
};
export const changeAgencyExample = {
  ...{ name: 'Example Council', kind: 'district-council', areaCode: '', spokespersonId: '' },
  ...{ version: 1, reason: 'An example', go: 'preview' },
};
export const endAgencyExample = { endsOn: '2027-03-31', version: 1, reason: 'An example', go: 'preview' };
