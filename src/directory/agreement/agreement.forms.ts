import { z } from 'zod';
import { gateways } from '../../../reference/gateways.ts';
import { dayField, goField, optionalDay, optionalLine, reasonField, versionField } from '../change/fields.ts';
import { sharedKindCodes } from './agreement.words.ts';

export const agreementParams = z.object({ agreementId: z.uuid() });

/** Gateways under which records may be shared day by day; consent, life and court orders are decided each time. */
export const standingGateways = gateways.filter((gateway) => gateway.isStanding);
const gatewayNames = standingGateways.map((gateway) => gateway.name) as [string, ...string[]]; // the reference list is not empty

export const newAgreementSchema = z
  .object({
    fromAgencyId: z.uuid('Choose the agency whose records are shared'),
    toAgencyId: z.uuid('Choose the agency that would see them'),
    recordKind: z.enum(sharedKindCodes, 'Choose the kind of record'),
    gateway: z.enum(gatewayNames, 'Choose the legal gateway'),
    document: optionalLine(200),
    startsOn: dayField,
    endsOn: optionalDay,
    reason: reasonField,
  })
  .refine((fields) => fields.fromAgencyId !== fields.toAgencyId, {
    path: ['toAgencyId'],
    message: 'Choose two different agencies',
  })
  .refine((fields) => fields.endsOn === undefined || fields.endsOn > fields.startsOn, {
    path: ['endsOn'],
    message: 'Give a day after the first, or leave it empty',
  });
export const amendAgreementSchema = z.object({
  endsOn: optionalDay,
  document: optionalLine(200),
  version: versionField,
  reason: reasonField,
});
export const endAgreementSchema = z.object({ version: versionField, reason: reasonField });

export const newAgreementForm = newAgreementSchema.safeExtend({ go: goField });
export const amendAgreementForm = amendAgreementSchema.extend({ go: goField });
export const endAgreementForm = endAgreementSchema.extend({ go: goField });

export type NewAgreementInput = z.output<typeof newAgreementSchema>;
export type AmendAgreementInput = z.output<typeof amendAgreementSchema> & { agreementId: string };
export type EndAgreementInput = z.output<typeof endAgreementSchema> & { agreementId: string };

/** Examples that only look. */
export const newAgreementExample = {
  ...{ fromAgencyId: '@agencyId', toAgencyId: '@otherAgencyId', recordKind: 'person' },
  ...{ gateway: 'Crime and Disorder Act 1998 s.115', startsOn: '2026-11-20', endsOn: '2028-03-31' },
  ...{ document: '', reason: 'An example', go: 'preview' },
};
export const amendAgreementExample = {
  ...{ endsOn: '2028-03-31', document: '', version: 1, reason: 'An example', go: 'preview' },
};
export const endAgreementExample = { version: 1, reason: 'An example', go: 'preview' };
