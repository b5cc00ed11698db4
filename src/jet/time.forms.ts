import { z } from 'zod';
import { activityClasses } from '../../reference/jet.ts';
import { optional, text, withDays } from '../enforcement/index.ts';

export const version = z.coerce.number('Reload the page and try again').int();
export const said = (what: string, longest: number, words: string) =>
  text(what, longest).pipe(z.string().min(3, words));
/** A day of this field's years: what lies outside them is a slip, and beyond some of them no calendar. */
export const dayOf = (words: string) =>
  z.iso.date(words).refine((day) => day >= '2000-01-01' && day <= '2099-12-31', words);
/** Given by the form: the same form sent twice is one act. */
export const formKey = optional(z.uuid('Reload the page and try again'));
/** The codes of a table of reference rows. */
export const codesOf = (rows: readonly { code: string }[]) =>
  rows.map(({ code }) => code) as [string, ...string[]]; // no table is empty
/** Several codes of a table; one comes from a form as text, more as a list. */
export const someOf = (rows: readonly { code: string }[], words: string) =>
  z.preprocess(
    (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(z.enum(codesOf(rows), words)),
  );
const spent = 'Enter how long, like 1 hour 30 minutes';
/** Two boxes, hours and minutes, become whole minutes; minutes sent alone, as the API does, are left alone. */
const withHours = (raw: unknown): unknown => {
  if (typeof raw !== 'object' || raw === null) return raw;
  const given = raw as Record<string, unknown>; // an object, as was just asked
  const hours = String(given.hours ?? '').trim();
  if (hours === '') return raw;
  const rest = String(given.minutes ?? '').trim();
  return {
    ...given,
    minutes: /^\d{1,2}$/.test(hours) && /^\d{0,3}$/.test(rest) ? Number(hours) * 60 + Number(rest) : hours,
  };
};
export const minutesField = z
  .preprocess((raw) => (raw === '' ? undefined : raw), z.coerce.number(spent))
  .pipe(z.number().int(spent).min(1, spent).max(1440, 'A day has 24 hours'));
const timeFields = {
  onDay: dayOf('Enter the day, like 20 11 2026'),
  activity: z.enum(codesOf(activityClasses), 'Choose what you did'),
  minutes: minutesField,
  taskId: optional(z.uuid('Choose from the list')),
  planId: optional(z.uuid('Choose from the list')),
  words: text('the note', 200).default(''),
};
/** One list to choose from, `task:…` or `plan:…`, becomes the one it names. */
const withPurpose = (raw: unknown): unknown => {
  if (typeof raw !== 'object' || raw === null) return raw;
  const given = raw as Record<string, unknown>; // an object, as was just asked
  const [kind, id] = String(given.purpose ?? '').split(':');
  return kind === 'task' ? { ...given, taskId: id } : kind === 'plan' ? { ...given, planId: id } : raw;
};
export const asSent = (raw: unknown): unknown => withPurpose(withHours(withDays('onDay')(raw)));
export const timeSchema = z.preprocess(asSent, z.object({ ...timeFields, key: formKey }));
export const correctSchema = z.preprocess(asSent, z.object({ ...timeFields, version }));
export const versionSchema = z.object({ version });

export const teamParams = z.object({ teamId: z.uuid() });
export const timeEntryParams = z.object({ timeEntryId: z.uuid() });
export const monthParams = teamParams.extend({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/) });
export const closeSchema = z.object({ reason: optional(said('the reason', 1000, 'Say why in a sentence')) });
const percent = (words: string) => z.coerce.number(words).int(words).min(0, words).max(100, words);
export const targetSchema = z.preprocess(
  withDays('startsOn'),
  z.object({
    enforcementPercent: percent('Enter a whole number of a hundred, like 75').pipe(
      z.number().min(1, 'Enter 1 or more'),
    ),
    amberPoints: percent('Enter a whole number of points, like 5').pipe(
      z.number().max(50, 'Enter 50 or fewer'),
    ),
    startsOn: dayOf('Enter the day from which it holds'),
    why: said('why', 500, 'Say who decided it, and why'),
  }),
);
export const reviewSchema = z.preprocess(
  withDays('fromOn', 'toOn'),
  z.object({
    fromOn: dayOf('Enter the first day'),
    toOn: dayOf('Enter the last day'),
    finding: said('what was found', 2000, 'Say what the review found'),
    action: said('what is to be done', 2000, 'Say what is to be done'),
  }),
);
