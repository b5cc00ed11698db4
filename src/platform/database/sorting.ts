import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

export type SortDirection = 'ascending' | 'descending';

/** A column that a list can be sorted by: a value that is never null, and what kind it is. */
export interface SortColumn {
  value: RawBuilder<unknown>;
  type: 'timestamptz' | 'date' | 'integer' | 'text';
  /** Which way it runs when it is chosen first: newest first, or A to Z. */
  first: SortDirection;
}

/** How a kind of list can be sorted. The id settles the order of rows that are alike in the column. */
export interface Sorting<Key extends string = string> {
  columns: Readonly<Record<Key, SortColumn>>;
  id: RawBuilder<unknown>;
  usual: Key;
}

/** One way of sorting, ready for a query: `order by order`, `where after`, and `value` selected as `sort_value`. */
export interface Sorted {
  key: string;
  direction: SortDirection;
  order: RawBuilder<unknown>;
  /** Rows behind the last one seen; undefined at the top. */
  after: RawBuilder<boolean> | undefined;
  /** Goes into the select list: the row's place in this order, for the cursor. */
  value: RawBuilder<unknown>;
  /** Where the next page starts, after the last row of this one. */
  cursorOf(row: { id: string; sortValue?: string | undefined }): string;
}

/** `received` or `-received`, as it stands in the address; anything else is the usual order. */
export const sortParam = z.preprocess(
  (raw) => (typeof raw === 'string' && /^-?[a-z-]{1,30}$/.test(raw) ? raw : undefined),
  z.string().optional(),
);

/** A cursor as it stands in the address. */
export const cursorParam = z.preprocess(
  (raw) => (typeof raw === 'string' && raw !== '' && raw.length <= 1000 ? raw : undefined),
  z.string().optional(),
);

const cursorShape = z.tuple([z.string(), z.string().max(600), z.uuid()]);
const fits: Record<SortColumn['type'], RegExp> = {
  timestamptz: /^\d{4,5}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
  date: /^\d{4,5}-\d\d-\d\d$/,
  integer: /^-?\d{1,9}$/,
  text: /^[^\0]*$/s,
};

/** Chooses the column and direction that the address asks for, and where to go on. A cursor of another order starts at the top. */
export function sorted<Key extends string>(
  sorting: Sorting<Key>,
  asked: { sort?: string | undefined; after?: string | undefined },
): Sorted {
  const name = asked.sort?.replace(/^-/, '') ?? '';
  const isKnown = (text: string): text is Key => Object.hasOwn(sorting.columns, text);
  const key = isKnown(name) ? name : sorting.usual;
  const column = sorting.columns[key];
  const direction: SortDirection = !isKnown(name)
    ? column.first
    : asked.sort?.startsWith('-')
      ? 'descending'
      : 'ascending';
  const way = direction === 'ascending' ? sql`asc` : sql`desc`;
  const mark = `${direction === 'ascending' ? '' : '-'}${key}`;
  const last = readCursor(asked.after, mark, column.type);
  const type = sql.raw(column.type);
  return {
    key,
    direction,
    order: sql`${column.value} ${way}, ${sorting.id} ${way}`,
    after:
      last &&
      sql<boolean>`(${column.value}, ${sorting.id}) ${direction === 'ascending' ? sql`>` : sql`<`} (${last.value}::${type}, ${last.id}::uuid)`,
    value: asText(column),
    cursorOf: (row) => Buffer.from(JSON.stringify([mark, row.sortValue ?? '', row.id])).toString('base64url'),
  };
}

/** To the microsecond: a cursor that is cut to milliseconds would pass over rows. */
const asText = ({ value, type }: SortColumn): RawBuilder<unknown> =>
  type === 'timestamptz'
    ? sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : sql`(${value})::text`;

function readCursor(
  text: string | undefined,
  mark: string,
  type: SortColumn['type'],
): { value: string; id: string } | undefined {
  if (!text) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  const parsed = cursorShape.safeParse(json);
  if (!parsed.success || parsed.data[0] !== mark) return undefined;
  const [, value, id] = parsed.data;
  const isDay = type === 'timestamptz' || type === 'date';
  if (!fits[type].test(value) || (isDay && Number.isNaN(Date.parse(value)))) return undefined;
  return { value, id };
}
