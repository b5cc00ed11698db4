import { z } from 'zod';
import { dayField, reasonField } from './change/fields.ts';
import { landOwners } from './routing.ts';

export const codeParams = z.object({ issueType: z.string().max(60) });
export const ruleParams = z.object({ ruleId: z.uuid() });
export const ruleBody = z.object({
  serviceId: z.uuid('Choose a service'),
  areaCode: z.preprocess((raw) => (raw === '' ? undefined : raw), z.string().max(20).optional()),
  landOwner: z.enum(landOwners, 'Choose the land'),
  applies: z.enum(['always', 'in-hours', 'out-of-hours'], 'Choose when'),
  startsOn: dayField,
  reason: reasonField,
});
const flag = (name: string) =>
  z
    .preprocess((raw) => (Array.isArray(raw) ? raw : raw === undefined ? [] : [raw]), z.array(z.string()))
    .transform((all) => all.includes(name));
export const issueBody = z
  .object({
    name: z.string('Enter a name').trim().min(3, 'Enter a name').max(80, 'Use 80 characters or fewer'),
    groupName: z.string('Enter a group').trim().min(2, 'Enter a group').max(60, 'Use 60 characters or fewer'),
    words: z
      .string()
      .max(3000)
      .default('')
      .transform((text) =>
        text
          .split(/\r?\n/)
          .map((word) => word.trim())
          .filter(Boolean),
      ),
    hint: z.preprocess((raw) => (raw === '' ? undefined : raw), z.string().max(200).optional()),
    targetWorkingDays: z.coerce
      .number('Enter a number of days')
      .int('Enter whole days')
      .min(0, 'Enter 0 or more')
      .max(260, 'Enter 260 or fewer'),
    flags: z.unknown(),
    version: z.coerce.number().int().min(1).default(1),
    reason: reasonField,
  })
  .transform(({ flags, ...rest }) => ({
    ...rest,
    asksLandOwner: flag('asksLandOwner').parse(flags),
    isSensitive: flag('isSensitive').parse(flags),
    isActive: flag('isActive').parse(flags),
  }));
export const issueExample = {
  name: 'Example issue',
  groupName: 'Examples',
  words: 'example',
  targetWorkingDays: '5',
  flags: 'isActive',
  reason: 'An example',
};
