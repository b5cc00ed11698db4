import type { SampleRow } from '../../platform/files/given-table.ts';
import { recognise, tableOf } from '../core/index.ts';
import { listFields } from './list.words.ts';
import type { ListMapping } from './list-row.ts';

/** A column that is taken for something, and why. */
export interface RecognisedColumn {
  column: string;
  why: string;
}
export type RecognisedColumns = Partial<Record<keyof ListMapping, RecognisedColumn>>;

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
/** “Smith, Ann” in most cells: a full name, whatever the engine took it for. */
const isSurnameFirst = (cells: readonly string[]): boolean => {
  const filled = cells.filter(Boolean);
  return (
    filled.length > 0 &&
    filled.filter((cell) => /^[\p{L}'’ -]+, *[\p{L}]/u.test(cell)).length > filled.length * 0.6
  );
};

/**
 * Which column holds what: by the names that lists give them, then by what the engine recognises in them. A column is
 * taken for one thing; forename and surname make a full name needless.
 */
export function recogniseColumns(columns: readonly string[], rows: readonly SampleRow[]): RecognisedColumns {
  const found: RecognisedColumns = {};
  const taken = new Set<string>();
  const kinds = new Map(recognise(tableOf(rows)).map((one) => [one.column, one]));
  const take = (field: keyof ListMapping, column: string, why: string) => {
    if (found[field] || taken.has(column)) return;
    found[field] = { column, why };
    taken.add(column);
  };
  for (const { field, names } of listFields)
    for (const column of columns) if (names.test(bare(column))) take(field, column, 'by its name');
  if (!found.surname)
    for (const column of columns)
      if (isSurnameFirst(rows.map((row) => row[column] ?? '')))
        take('name', column, 'its cells are a surname, a comma and a forename');
  for (const { field, kinds: wanted } of listFields)
    for (const column of columns) {
      const kind = kinds.get(column);
      if (kind && wanted.includes(kind.kind)) take(field, column, kind.why);
    }
  if (found.forename && found.surname) delete found.name;
  return found;
}

/** The mapping of what was recognised. */
export const mappingOf = (found: RecognisedColumns): ListMapping =>
  Object.fromEntries(Object.entries(found).map(([field, { column }]) => [field, column]));
