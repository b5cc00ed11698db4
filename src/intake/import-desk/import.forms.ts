import { z } from 'zod';
import { cursorParam, sortParam } from '../../platform/database/sorting.ts';
import type { SampleRow } from '../../platform/files/given-table.ts';
import { type Mapping, mappingSchema } from '../import/mapping.ts';
import { guessColumns, guessDateOrder, hasTimes } from './guess-columns.ts';
import { type ColumnField, columnFields } from './import.words.ts';

const plainText = (raw: string): string => raw.replace(/[^\P{Cc}]/gu, '').trim();
const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
const version = z.coerce.number('Reload the page and try again').int();
const column = blank(z.string().max(500));

export const importParams = z.object({ importId: z.uuid() });

/** The form that a file comes with; the file itself is not a field. */
export const uploadSchema = z.object({
  /** A source that was used before. */
  sourceId: blank(z.uuid('Choose where the list comes from')),
  /** Or the name of a new one. */
  source: blank(
    z
      .string()
      .transform(plainText)
      .pipe(
        z
          .string()
          .max(80, 'Use 80 characters or fewer')
          .regex(/[a-z0-9]/i, 'Use letters or numbers'),
      ),
  ),
});
export type UploadInput = z.output<typeof uploadSchema>;

const fields = Object.fromEntries(columnFields.map(({ field }) => [field, column])) as Record<
  ColumnField,
  typeof column
>; // one entry for each of the fields
/** Which column holds what. */
export const columnsSchema = z.object({
  version,
  ...fields,
  receivedAt: z
    .string('Choose the column with the day it was received')
    .min(1, 'Choose the column with the day it was received'),
  /** Every row is about this, whatever the columns say. */
  issueType: blank(z.string().max(60)),
  dates: z.enum(['dmy', 'mdy'], 'Choose whether the day or the month comes first'),
});
export type ColumnsInput = z.output<typeof columnsSchema>;

const list = z.preprocess(
  (raw) => (typeof raw === 'object' && raw !== null ? Object.values(raw) : raw === undefined ? [] : [raw]),
  z.array(z.string().max(200)).max(200),
);
/** Their words and, in the same order, the code of ours; an empty code leaves the rows out. */
export const kindsSchema = z.object({ version, words: list, code: list });
export type KindsInput = z.output<typeof kindsSchema>;

export const loadSchema = z.object({ version });
export const undoSchema = z.object({
  version,
  reason: z
    .string('Say why it is undone')
    .transform(plainText)
    .pipe(z.string().min(3, 'Say why it is undone').max(300, 'Use 300 characters or fewer')),
});

/** How lists of loads are shown. */
export const importListSchema = z.object({ sort: sortParam, after: cursorParam });
export const problemListSchema = z.object({ after: z.coerce.number().int().min(0).catch(0) });

/** The engine's mapping of what was chosen. Kinds matched before are kept. */
export function mappingOf(
  input: ColumnsInput,
  about: { feed: string; agencyCode: string; rows: readonly SampleRow[]; known: Mapping | undefined },
): Mapping {
  const { version: _version, issueType, dates, description, description2, ...columns } = input;
  const days = about.rows.map((row) => row[input.receivedAt] ?? '').filter(Boolean);
  return mappingSchema.parse({
    feed: about.feed,
    agency: about.agencyCode,
    precision: days.length > 0 && !hasTimes(days) ? (days.every(isMonth) ? 'month' : 'day') : 'exact',
    dates,
    columns: { ...columns, description: [description, description2].filter(Boolean) },
    category: issueType ? { fixed: issueType } : { byName: true, map: about.known?.category.map ?? {} },
  });
}
const isMonth = (text: string): boolean => /^\d{4}-\d\d$/.test(text);

/** What the form of columns shows at first: what was chosen, else what was chosen the last time, else a guess. */
export function columnsShown(
  columns: readonly string[],
  rows: readonly SampleRow[],
  chosen: readonly (Mapping | undefined)[],
): Record<string, string> {
  const mapping = chosen.find((one) => one !== undefined);
  const guess = guessColumns(columns, rows);
  const past = mapping?.columns;
  const { description, ...single } = past ?? { description: [] };
  const known: Partial<Record<string, string>> = {
    ...(single as Partial<Record<string, string>>), // every other column of a mapping is one name
    ...(description[0] ? { description: description[0] } : {}),
    ...(description[1] ? { description2: description[1] } : {}),
  };
  const fits = Object.values(known).every((column) => column === undefined || columns.includes(column));
  const shown: Record<string, string> = {};
  for (const { field } of columnFields) {
    const before = known[field];
    // A list of the same source that has lost columns is another list: what is not known is guessed anew.
    const isThere = before !== undefined && columns.includes(before);
    shown[field] = (isThere ? before : past && fits ? '' : guess[field]) ?? '';
  }
  const days = rows.map((row) => row[shown.receivedAt ?? ''] ?? '');
  shown.dates = guessDateOrder(days) ?? mapping?.dates ?? 'dmy';
  shown.issueType = mapping?.category.fixed ?? '';
  return shown;
}
