import { z } from 'zod';
import { escalationRules } from '../intake/index.ts';
import { cursorParam, sortParam } from '../platform/database/sorting.ts';
import { taskStatuses } from './task.words.ts';

const text = (what: string, longest: number, shortest = 3) =>
  z
    .string(`Enter ${what}`)
    .transform((raw) =>
      raw
        .replace(/\r\n?/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .trim(),
    )
    .pipe(z.string().min(shortest, `Enter ${what}`).max(longest, `Use ${longest} characters or fewer`));
const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (typeof raw === 'string' && raw.trim() === '' ? undefined : raw), schema.optional());
const yes = z.preprocess((raw) => raw === 'yes' || raw === true || raw === 'true', z.boolean());
const version = z.coerce.number('Reload the page and try again').int();
/** A day as 2026-12-03 or 3/12/2026, as people type it. */
const day = z
  .string('Enter a day, like 3/12/2026')
  .transform((raw) => {
    const found = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(raw);
    return found ? `${found[3]}-${found[2]?.padStart(2, '0')}-${found[1]?.padStart(2, '0')}` : raw.trim();
  })
  .pipe(z.iso.date('Enter a day, like 3/12/2026'));
/** One value or several of the same name: a form sends a lone tick as text. */
const many = z.preprocess(
  (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
  z.array(z.uuid('Choose services from the list')).max(40),
);

export const escalateParams = z.object({ reportId: z.uuid() });
export const escalateSchema = z.object({
  version,
  rule: z.enum(escalationRules, 'Choose why it needs a meeting'),
  otherServiceIds: many,
  title: text('a title in a few words', 120),
  summary: text('what the problem is, and what was tried', 4000),
  isPersonal: yes,
});

export const meetingParams = z.object({ meetingId: z.uuid() });
export const meetingStepSchema = z.object({ version });
export const roomQuery = z.object({ item: blank(z.string().max(60)) });
export const presentSchema = z.object({ serviceIds: many });
/** A decision on an item of the agenda, with the task it sets, in one form. */
export const decisionSchema = z
  .object({
    itemKey: blank(z.string().max(60)),
    words: text('what was decided', 2000),
    title: blank(text('what is to be done', 200)),
    expected: blank(text('what is expected', 1000)),
    serviceId: blank(z.uuid('Choose the service that is to do it')),
    dueOn: blank(day),
    /** Who of the agency says yes in the room; left out, the agency answers afterwards. */
    acceptedBy: blank(z.uuid('Choose who says yes')),
  })
  .refine((input) => !input.title || input.serviceId, {
    path: ['serviceId'],
    message: 'Choose the service that is to do it',
  })
  .refine((input) => !input.title || input.expected, {
    path: ['expected'],
    message: 'Say what is expected, so that it is plain when it is done',
  })
  .refine((input) => input.title || !input.serviceId, {
    path: ['title'],
    message: 'Enter what is to be done, or take the service away',
  });
export type DecisionInput = z.output<typeof decisionSchema>;
export const otherItemSchema = z.object({ title: text('what it is about', 200) });
/** Which edition of the minutes; left out, the latest. */
export const minutesQuery = z.object({ version: blank(z.coerce.number().int().min(1).max(999)) });
export const correctMinutesSchema = z.object({
  line: z.string('Choose the line that is wrong').min(1, 'Choose the line that is wrong').max(200),
  words: text('what it should say', 2000),
  reason: text('why it is corrected', 500),
});
export const sendToMeetingSchema = z.object({ version, why: text('why the meeting should look at it', 500) });

export const taskParams = z.object({ taskId: z.uuid() });
export const taskStepSchema = z.object({ version });
export const taskRefuseSchema = z.object({ version, reason: text('why it cannot be taken', 500) });
export const taskContestSchema = z.object({ version, reason: text('why it was not accepted', 500) });
export const taskResultSchema = z.object({
  version,
  isDone: z.preprocess(
    (raw) => (raw === 'yes' || raw === true ? true : raw === 'no' || raw === false ? false : undefined),
    z.boolean('Say whether it was done'),
  ),
  resultWords: text('what was done and what came of it', 2000),
});
export const taskNoteSchema = z.object({ words: text('the note', 1000) });
export const taskAgainSchema = z.object({
  version,
  serviceId: z.uuid('Choose the service that is to do it'),
  dueOn: day,
});
export const taskSetSchema = z.object({
  caseId: z.uuid('Choose a case'),
  title: text('what is to be done', 200),
  expected: text('what is expected', 1000),
  serviceId: z.uuid('Choose the service that is to do it'),
  dueOn: day,
});
export const taskFilterSchema = z.object({
  status: blank(z.enum(['live', 'late', 'unanswered', ...taskStatuses])),
  mine: yes,
  seriesId: blank(z.uuid()),
  sort: sortParam,
  after: cursorParam,
});
export type TaskFilterInput = z.output<typeof taskFilterSchema>;

export const returnParams = z.object({ meetingId: z.uuid(), serviceId: z.uuid() });
export const returnSchema = z.object({ version, comment: blank(text('a comment', 1000, 1)) });
export const outsideSchema = z.object({
  measure: text('which figure', 60),
  value: z.coerce
    .number('Enter a whole number')
    .int('Enter a whole number')
    .min(0, 'Enter a whole number')
    .max(1_000_000, 'Enter a smaller number'),
  source: text('where the figure comes from', 200),
  asAt: day,
});

export const flagParams = z.object({ flagId: z.uuid() });
const offered = 'Offer it on the page of its case or of its task';
/** What a success is offered from. */
export const offeredOf = z.union([
  z.object({ caseId: z.uuid(), taskId: z.undefined().optional() }),
  z.object({ taskId: z.uuid(), caseId: z.undefined().optional() }),
]);
export const flagSchema = z.object({
  caseId: blank(z.uuid(offered)),
  taskId: blank(z.uuid(offered)),
  words: text('what went well', 1000),
});
export const flagDecisionSchema = z.object({
  isApproved: z.preprocess(
    (raw) => (raw === 'yes' || raw === true ? true : raw === 'no' || raw === false ? false : undefined),
    z.boolean('Choose approve or refuse'),
  ),
  words: text('the words to publish, or why not', 1000),
});

export const seriesParams = z.object({ seriesId: z.uuid() });
export const seriesSchema = z.object({
  version,
  startsAt: z.string('Enter a time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 09:30'),
  place: text('where it is held', 200),
  everyWeeks: z.coerce
    .number('Enter a number of weeks')
    .int('Enter a whole number of weeks')
    .min(1, 'Enter 1 or more')
    .max(52, 'Enter 52 or fewer'),
  cadenceFrom: day,
  standingItems: text('the standing items, one a line', 2000),
  memberServiceIds: many,
  reason: text('why it is changed', 500),
});
export const boardQuery = z.object({ until: blank(day) });
/** A tasking meeting some days after a Joint Action Group. */
export const followSchema = z.object({
  name: text('the name of the meeting', 100),
  daysAfter: z.coerce
    .number('Enter how many days, like 14')
    .int('Enter how many days, like 14')
    .min(1, 'Enter 1 or more')
    .max(60, 'Enter 60 or fewer'),
  startsAt: z.string('Enter a time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 09:30'),
  place: text('where it is held', 200),
  standingItems: text('the standing items', 1000),
  memberServiceIds: many,
});
/** A task that the police's tasking set, as the partners' system knows it. */
export const partnerTaskSchema = z.object({
  title: text('what is to be done', 200),
  expected: text('what is expected', 1000),
  serviceId: z.uuid('Choose the service that is to do it'),
  dueOn: day,
  partnerSystem: text('the system it was shared by', 40, 2),
  partnerReference: text('its reference there', 40, 1),
  partnerOn: day,
});
export type PartnerTaskInput = z.output<typeof partnerTaskSchema>;
