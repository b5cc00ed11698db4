import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

export type SortDirection = 'ascending' | 'descending';

/** A column that a list can be sorted by: a value that is never null, and what kind it is. */
export interface SortColumn {
  value: RawBuilder<unknown>;
  type: 'timestamptz' | 'date' | 'integer' | 'text';
  /** Stands in another table, whose index can only be told where to go on if that is said of this value by itself. */
  isElsewhere?: boolean;
}

/** How a kind of list can be sorted. */
export interface Sorting {
  columns: Readonly<Record<string, SortColumn>>;
  /** The column that settles the order of rows that are alike in another, such as a status. */
  second?: string;
  /** Settles it where they are alike in that too. */
  id: RawBuilder<unknown>;
  /** As the address would ask for it: `-received` is newest first. */
  usual: string;
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

const cursorShape = z.tuple([z.string(), z.array(z.string().max(600)).max(2), z.uuid()]);
const fits: Record<SortColumn['type'], RegExp> = {
  timestamptz: /^\d{4,5}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
  date: /^\d{4,5}-\d\d-\d\d$/,
  integer: /^-?\d{1,9}$/,
  text: /^[^\0]*$/s,
};

interface Choice {
  mark: string;
  key: string;
  direction: SortDirection;
  columns: readonly SortColumn[];
}

function chosen(sorting: Sorting, asked: string): Choice | undefined {
  const key = asked.replace(/^-/, '');
  const column = Object.hasOwn(sorting.columns, key) ? sorting.columns[key] : undefined;
  if (!column) return undefined;
  const second =
    sorting.second === undefined || sorting.second === key ? undefined : sorting.columns[sorting.second];
  const columns = second ? [column, second] : [column];
  return { mark: asked, key, direction: asked.startsWith('-') ? 'descending' : 'ascending', columns };
}

/** Chooses the column and direction that the address asks for, and where to go on. A cursor of another order starts at the top. */
export function sorted(
  sorting: Sorting,
  asked: { sort?: string | undefined; after?: string | undefined },
): Sorted {
  const choice = chosen(sorting, asked.sort ?? sorting.usual) ?? chosen(sorting, sorting.usual);
  if (!choice) throw new Error(`The usual order ${sorting.usual} is not one of the columns.`);
  const { mark, key, direction, columns } = choice;
  const [way, beyond] = direction === 'ascending' ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const keys = [...columns.map(({ value }) => value), sorting.id];
  const last = readCursor(asked.after, mark, columns);
  return {
    key,
    direction,
    order: sql.join(keys.map((one) => sql`${one} ${way}`)),
    after:
      last &&
      sql<boolean>`(${sql.join(keys)}) ${beyond} (${sql.join(last)})${columns[0]?.isElsewhere ? sql` and ${keys[0]} ${beyond}= ${last[0]}` : sql``}`,
    value: sql`json_build_array(${sql.join(columns.map(asText))})::text`,
    cursorOf: (row) =>
      Buffer.from(JSON.stringify([mark, JSON.parse(row.sortValue ?? '[]'), row.id])).toString('base64url'),
  };
}

/** One page of rows that were read in an order with one more than the page holds, and where the next page starts. */
export function pageOfRows<Row extends { id: string; sortValue?: string | undefined }>(
  way: Sorted,
  found: readonly Row[],
  limit: number,
): { rows: Row[]; next: string | null } {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? way.cursorOf(last) : null };
}

/** To the microsecond: a cursor that is cut to milliseconds would pass over rows. */
const asText = ({ value, type }: SortColumn): RawBuilder<unknown> =>
  type === 'timestamptz'
    ? sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : sql`(${value})::text`;

/** The values of the last row seen, as the query compares them; undefined where the cursor is not of this order. */
function readCursor(
  text: string | undefined,
  mark: string,
  columns: readonly SortColumn[],
): RawBuilder<unknown>[] | undefined {
  const parsed = cursorShape.safeParse(parsedJson(text));
  if (!parsed.success) return undefined;
  const [ofMark, values, id] = parsed.data;
  if (ofMark !== mark || values.length !== columns.length) return undefined;
  const compared: RawBuilder<unknown>[] = [];
  for (const [index, { type }] of columns.entries()) {
    const value = values[index] ?? '';
    const isDay = type === 'timestamptz' || type === 'date';
    if (!fits[type].test(value) || (isDay && Number.isNaN(Date.parse(value)))) return undefined;
    compared.push(sql`${value}::${sql.raw(type)}`);
  }
  return [...compared, sql`${id}::uuid`];
}

function parsedJson(text: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
