import { z } from 'zod';

/** Why a change is made: kept with it for good. */
export const reasonField = z
  .string('Say why')
  .trim()
  .min(3, 'Say why: it is kept with the change')
  .max(500, 'Use 500 characters or fewer');

/** A calendar day as typed. */
export const dayField = z.iso.date('Enter a date, like 2026-11-30');

const emptyIsNone = (raw: unknown): unknown => (raw === '' || raw === null ? undefined : raw);

export const optionalDay = z.preprocess(emptyIsNone, dayField.optional());

/** One line that must be given; `what` is how the message names it: "Enter a name". */
export const lineField = (what: string, longest: number, shortest = 2) =>
  z
    .string(`Enter ${what}`)
    .trim()
    .min(shortest, `Enter ${what}`)
    .max(longest, `Use ${longest} characters or fewer`);

export const optionalLine = (longest: number) =>
  z.preprocess(emptyIsNone, z.string().trim().max(longest, `Use ${longest} characters or fewer`).optional());

export const optionalId = (words: string) => z.preprocess(emptyIsNone, z.uuid(words).optional());

/** Several values of one name, however they were sent: once, again and again, or in brackets. */
export const listField = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((raw) => {
    if (raw === undefined || raw === null || raw === '') return [];
    if (typeof raw === 'object' && !Array.isArray(raw)) return Object.values(raw);
    // A text area holds one on each line.
    const given = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(/\r?\n/) : [raw];
    return given.filter((each) => typeof each !== 'string' || each.trim() !== '');
  }, z.array(item).max(500));

/** A single tick box: there when ticked. */
export const tickField = z.preprocess(
  (raw) => raw === true || raw === 'yes' || raw === 'true' || (Array.isArray(raw) && raw.includes('yes')),
  z.boolean(),
);

/** The version that was on the screen: somebody else's change in between makes it stale. */
export const versionField = z.coerce
  .number('Reload the page and try again')
  .int('Reload the page and try again')
  .min(1, 'Reload the page and try again');

/** Which button was pressed: a look first, or the change itself. */
export const goField = z.enum(['preview', 'save', 'again']).default('preview');

export const emailField = z.preprocess(
  (raw) => (typeof raw === 'string' ? raw.trim() : raw),
  z.email('Enter an e-mail address, like name@example.org').max(200, 'Use 200 characters or fewer'),
);
