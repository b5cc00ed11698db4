import { z } from 'zod';
import { powerWords, tick, withDays } from '../enforcement/index.ts';
import { accreditedPowers } from './accreditation.commands.ts';
import { ticks } from './accreditation.ts';
import { dayOf, formKey, said, someOf, version } from './time.forms.ts';

const powerCodes = Object.keys(powerWords) as [string, ...string[]]; // there are some
const question = {
  power: z.enum(powerCodes, 'Choose the power'),
  districtCode: z.string('Choose the district').min(1, 'Choose the district').max(20),
  isInUniform: tick,
};
export const askSchema = z.object(question);
export const useSchema = z.object({
  ...question,
  words: said('what for', 300, 'Say in a few words what for'),
  key: formKey,
});
export const reaccreditationParams = z.object({ reaccreditationId: z.uuid() });
export const openSchema = z.object({ officerId: z.uuid('Choose the officer') });
export const tickSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    version,
    tick: z.enum(ticks, 'Choose what was done'),
    onDay: dayOf('Enter the day, like 20 11 2026'),
  }),
);
export const issueSchema = z.preprocess(
  withDays('expiresOn'),
  z.object({
    version,
    powers: someOf(
      accreditedPowers.map((code) => ({ code })),
      'Choose from the list',
    ),
    badgeNumber: z
      .string('Enter the badge number')
      .trim()
      .regex(/^[A-Z0-9][A-Z0-9/-]{0,19}$/i, 'Enter the badge number: letters, digits, strokes'),
    expiresOn: dayOf('Enter the last day'),
  }),
);
