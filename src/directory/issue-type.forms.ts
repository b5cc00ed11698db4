import { z } from 'zod';
import { dayField, goField, listField, optionalLine, reasonField, versionField } from './change/fields.ts';
import type { IssueTypeInput } from './issue-type.commands.ts';
import { landOwners } from './routing.ts';

export const codeParams = z.object({ issueType: z.string().max(60) });
export const ruleParams = z.object({ ruleId: z.uuid() });

export const ruleSchema = z.object({
  serviceId: z.uuid('Choose a service'),
  areaCode: z.preprocess((raw) => (raw === '' ? undefined : raw), z.string().max(20).optional()),
  landOwner: z.enum(landOwners, 'Choose the land'),
  applies: z.enum(['always', 'in-hours', 'out-of-hours'], 'Choose when'),
  startsOn: dayField,
  reason: reasonField,
});
export const endRuleSchema = z.object({ endsOn: dayField, reason: reasonField });
export const ruleForm = ruleSchema.extend({ go: goField });
export const endRuleForm = endRuleSchema.extend({ go: goField });

export const issueFlags = ['asksLandOwner', 'isSensitive', 'isActive'] as const;
export const issueSchema = z.object({
  name: z.string('Enter a name').trim().min(3, 'Enter a name').max(80, 'Use 80 characters or fewer'),
  groupName: z.string('Enter a group').trim().min(2, 'Enter a group').max(60, 'Use 60 characters or fewer'),
  words: listField(z.string().trim().max(100, 'Use 100 characters or fewer on a line')),
  hint: optionalLine(200),
  targetWorkingDays: z.coerce
    .number('Enter a number of days')
    .int('Enter whole days')
    .min(0, 'Enter 0 or more')
    .max(260, 'Enter 260 or fewer'),
  flags: listField(z.enum(issueFlags, 'Choose from the list')),
  reason: reasonField,
});
export const changeIssueSchema = issueSchema.extend({ version: versionField });
export const issueForm = issueSchema.extend({ go: goField });
export const changeIssueForm = changeIssueSchema.extend({ go: goField });

/** The fields of a form as the command takes them: each tick is a fact of its own. */
export const issueInput = ({ flags, ...rest }: z.output<typeof issueSchema>): IssueTypeInput => ({
  ...{ name: rest.name, groupName: rest.groupName, words: rest.words, hint: rest.hint },
  ...{ targetWorkingDays: rest.targetWorkingDays, reason: rest.reason },
  asksLandOwner: flags.includes('asksLandOwner'),
  isSensitive: flags.includes('isSensitive'),
  isActive: flags.includes('isActive'),
});

export const issueExample = {
  ...{ name: 'Example issue', groupName: 'Examples', words: 'example' },
  ...{ targetWorkingDays: '5', flags: 'isActive', reason: 'An example' },
};
export const ruleExample = {
  ...{ serviceId: '@serviceId', areaCode: '', landOwner: 'any', applies: 'always' },
  ...{ startsOn: '2026-12-01', reason: 'An example' },
};
export const endRuleExample = { endsOn: '2027-01-01', reason: 'An example' };
