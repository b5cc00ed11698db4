import { z } from 'zod';
import { contributionKinds, jatacCategories, riskLevels } from '../../reference/asb.ts';
import { optional, text, withDays } from '../enforcement/index.ts';
import { cursorParam } from '../platform/database/sorting.ts';
import { day, said, version } from './case.forms.ts';
import { nominationActions, nominationStatuses } from './nomination.transitions.ts';

const codesOf = <Code extends string>(rows: readonly { code: Code }[]) =>
  rows.map(({ code }) => code) as [Code, ...Code[]]; // there are some
const ids = (words: string) =>
  z.preprocess(
    (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(z.uuid(words)).max(60),
  );
export const nominationListQuery = z.object({
  status: optional(z.enum(nominationStatuses)),
  category: optional(z.enum(codesOf(jatacCategories))),
  after: cursorParam,
});
export const nominateSchema = z.object({
  seriesId: z.uuid('Choose the meeting'),
  asbId: optional(z.uuid('Choose the case')),
  category: z.enum(codesOf(jatacCategories), 'Choose the category'),
  subjectName: said('who it is about', 200, 'Enter who it is about'),
  words: said('why', 2000, 'Say why the agencies should look at it together'),
  level: z.enum(codesOf(riskLevels), 'Choose the risk'),
  agencies: ids('Choose agencies from the list'),
});
export type NominateInput = z.output<typeof nominateSchema>;
export const contributionSchema = z.object({
  kind: z.enum(codesOf(contributionKinds), 'Choose what it is about'),
  words: said('what your agency knows', 4000, 'Say what your agency knows or does'),
  audience: z.enum(['group', 'named'], 'Choose who reads it'),
  audienceIds: ids('Choose people from the list'),
  basis: z.enum(['consent', 'without-consent'], 'Say whether the person agreed to the sharing'),
  why: text('why it is shared without consent', 1000).default(''),
});
export type ContributionInput = z.output<typeof contributionSchema>;
const actionFields = {
  serviceId: z.uuid('Choose the service that is to do it'),
  words: said('what is to be done', 1000, 'Say what is to be done'),
  startsOn: day('Enter the day it begins, like 2 12 2026'),
};
export const actionSchema = z.preprocess(
  withDays('startsOn', 'dueOn'),
  z.object({ ...actionFields, dueOn: day('Enter the day it is due, like 2 12 2026') }),
);
export const planActionSchema = z.preprocess(
  withDays('startsOn'),
  z.object({
    ...actionFields,
    part: z
      .string('Choose which part of the plan it is')
      .min(1, 'Choose which part of the plan it is')
      .max(60),
  }),
);
export const nominationParams = z.object({ nominationId: z.uuid() });
export const nominationStepParams = nominationParams.extend({ nominationStep: z.enum(nominationActions) });
export const planParams = z.object({ releasePlanId: z.uuid() });
export const releaseMoveSchema = z.preprocess(
  withDays('releaseOn'),
  z.object({
    releaseOn: day('Enter the new day of the release, like 2 12 2026'),
    reason: said('the reason', 1000, 'Say why it is another day'),
    version,
  }),
);
