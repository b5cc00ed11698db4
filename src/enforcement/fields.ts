import { z } from 'zod';
import { cursorParam, sortParam } from '../platform/database/sorting.ts';
import { lookedFor } from '../platform/ui/index.ts';

/** Text of a person: trimmed, line ends made alike, characters that no screen shows taken out. */
export const text = (what: string, longest: number) =>
  z
    .string(`Enter ${what}`)
    .transform((raw) =>
      raw
        .replace(/\r\n?/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .trim(),
    )
    .pipe(
      z
        .string()
        .max(longest, `${what[0]?.toUpperCase()}${what.slice(1)} must be ${longest} characters or fewer`),
    );

/** A field that may be left empty. */
const isBlank = (raw: unknown): boolean =>
  typeof raw === 'string' ? raw.trim() === '' : Array.isArray(raw) && raw.length > 0 && raw.every(isBlank);
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (isBlank(raw) ? undefined : raw), schema.optional());

/** A box that is ticked or not. */
export const tick = z.preprocess((raw) => raw === true || raw === 'yes' || raw === 'true', z.boolean());

/** Several of a list, none among them: one value comes from a form as text, more as a list. */
export const codes = <Code extends string>(all: readonly [Code, ...Code[]]) =>
  z.preprocess(
    (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(z.enum(all, 'Choose from the list')),
  );

/** Three boxes of a date become one day; a day sent whole, as the API does, is left alone. */
export const withDays =
  (...fields: readonly string[]) =>
  (raw: unknown): unknown => {
    if (typeof raw !== 'object' || raw === null) return raw;
    const given: Record<string, unknown> = { ...raw };
    for (const field of fields) {
      const parts = ['year', 'month', 'day'].map((part) => String(given[`${field}-${part}`] ?? '').trim());
      if (given[field] === undefined && parts.some(Boolean))
        given[field] = `${parts[0]}-${parts[1]?.padStart(2, '0')}-${parts[2]?.padStart(2, '0')}`;
    }
    return given;
  };

/** A record by its id, or by the address of its page as somebody pastes it; of the box of a form that looks it up, what was typed or chosen last. */
export const recordField = z.preprocess((raw) => {
  const given = Array.isArray(raw) ? lookedFor(raw) : raw;
  return typeof given === 'string' ? (/[0-9a-f]{8}-[0-9a-f-]{27}/i.exec(given)?.[0] ?? given) : given;
}, z.uuid('Choose which one you mean of those that are found, or take it out'));

/** What every list of files can be narrowed and sorted by. */
export const fileFilterFields = {
  districtCode: optional(z.string().max(20)),
  agency: optional(z.literal('mine')),
  reference: optional(z.string().max(20)),
  caseId: optional(z.uuid()),
  sort: sortParam,
  after: cursorParam,
};
