import type { SortDirection, Sorted } from '../database/sorting.ts';

type Values = Readonly<Record<string, unknown>>;

/** An address with a query: what is empty or off is left out, and a tick is `yes`, as its form sends it. */
export function addressWith(path: string, query: Values, change: Values = {}): string {
  const all = Object.entries({ ...query, ...change }).filter(
    ([, value]) => value !== undefined && value !== null && value !== false && value !== '',
  );
  const text = new URLSearchParams(
    all.map(([key, value]) => [key, value === true ? 'yes' : String(value)]),
  ).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** What a table needs for headings that sort: each leads to the top of the list in its order, with the filter kept. */
export const sortLinks = (
  path: string,
  query: Values,
  { key, direction }: Pick<Sorted, 'key' | 'direction'>,
): { key: string; direction: SortDirection; href(key: string, direction: SortDirection): string } => ({
  key,
  direction,
  href: (to, way) =>
    addressWith(path, query, { sort: way === 'descending' ? `-${to}` : to, after: undefined }),
});
