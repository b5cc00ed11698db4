import { dayOf } from '../../platform/clock/clock.ts';
import { linkRoleWords } from '../link/link.words.ts';
import { standingWords, stepsOf } from '../network/network.words.ts';
import type { Chart, ChartElement } from './chart.queries.ts';
import { type ChartTable, elementKindWords } from './chart.words.ts';

/** A row of one of the equal tables: the element it is about, another for a link, and its cells by column. */
export interface ChartRow {
  element: ChartElement;
  other: ChartElement | undefined;
  /** A number or text to sort by and to put into a file, by the names of the table's columns. */
  values: Record<string, string | number>;
}

/** A column of one of the tables: its name in the address and the file, its heading, and which way up it is first wanted. */
export interface ChartColumn {
  key: string;
  heading: string;
  isNumeric?: boolean;
  /** Says what the figure means. */
  measure?: true;
}

/** The columns of each table. */
export const chartColumns: Record<ChartTable, readonly ChartColumn[]> = {
  elements: [
    { key: 'name', heading: 'Who or what' },
    { key: 'kind', heading: 'Kind' },
    { key: 'step', heading: 'Steps', isNumeric: true },
    { key: 'connects', heading: 'Connects', isNumeric: true, measure: true },
    { key: 'brokers', heading: 'Brokers', isNumeric: true, measure: true },
    { key: 'near', heading: 'Near', isNumeric: true, measure: true },
    { key: 'core', heading: 'Core', isNumeric: true, measure: true },
    { key: 'joins', heading: 'Joins', measure: true },
  ],
  links: [
    { key: 'name', heading: 'Who or what' },
    { key: 'kind', heading: 'Kind' },
    { key: 'role', heading: 'As' },
    { key: 'note', heading: 'Why' },
    { key: 'item', heading: 'In the item' },
    { key: 'received', heading: 'Received' },
    { key: 'linked', heading: 'Linked' },
  ],
  items: [
    { key: 'received', heading: 'Received' },
    { key: 'item', heading: 'Item' },
    { key: 'name', heading: 'About' },
    { key: 'service', heading: 'Sent by' },
    { key: 'connects', heading: 'Names', isNumeric: true },
  ],
  way: [
    { key: 'step', heading: 'Step', isNumeric: true },
    { key: 'name', heading: 'Who or what' },
    { key: 'kind', heading: 'Kind' },
    { key: 'role', heading: 'To the next: as' },
    { key: 'connects', heading: 'Connects', isNumeric: true },
  ],
};

const usualSort: Record<ChartTable, string> = {
  elements: '-connects',
  links: '-received',
  items: '-received',
  way: 'step',
};

/** In four places: what is alike is to look alike, however the sum was rounded. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function elementValues(one: ChartElement): Record<string, string | number> {
  return {
    name: one.item ? `${one.item.reference} ${one.label}` : one.label,
    kind: elementKindWords[one.kind],
    step: one.step,
    connects: one.degree,
    brokers: one.brokerage === null ? '' : rounded(one.brokerage),
    near: one.closeness === null ? '' : one.closeness === 0 ? 0 : Number(stepsOf(one.closeness)),
    core: one.core,
    joins: one.isCutPoint ? 'Yes' : 'No',
    words: standingWords(one),
  };
}

/** As what the one of two names the other; empty where there is no next one. */
function rolesBetween({ ties }: Chart, one: number, other: number | undefined): string {
  const between = ties.filter(
    ({ item, subject }) => (item === one && subject === other) || (item === other && subject === one),
  );
  return [...new Set(between.map(({ role }) => linkRoleWords[role]))].join(', ');
}

/** The way between two chosen elements in words; undefined where none is asked for. */
export function wayWords(chart: Chart): string | undefined {
  const { ends, places } = chart.way;
  const nameOf = (place: number | undefined): string => {
    const one = chart.elements[place ?? -1];
    return one
      ? `${elementKindWords[one.kind]} ${one.item ? `${one.item.reference} ${one.label}` : one.label}`
      : '';
  };
  if (ends.length === 0) return undefined;
  if (ends.length === 1) return `From ${nameOf(ends[0])}: choose the other end.`;
  if (!places)
    return `On this chart there is no way between ${nameOf(ends[0])} and ${nameOf(ends[1])}. With more steps, other dates or less hidden there may be one.`;
  const steps = places.length - 1;
  const parts = places.slice(0, -1).map((place, step) => {
    const next = places[step + 1];
    const role = rolesBetween(chart, place, next).toLowerCase();
    return chart.elements[place]?.item
      ? `${nameOf(place)} names ${nameOf(next)} (${role})`
      : `${nameOf(place)} stands in ${nameOf(next)} (${role})`;
  });
  return `From ${nameOf(places[0])} to ${nameOf(places.at(-1))} in ${steps} ${steps === 1 ? 'step' : 'steps'}: ${parts.join('; ')}. One shortest way; there may be others.`;
}

const iso = (at: Date | undefined): string => at?.toISOString() ?? '';

/** The rows of one table, all of them, sorted. */
export function rowsOf(chart: Chart, table: ChartTable, sort: string | undefined): ChartRow[] {
  const rows = {
    elements: (): ChartRow[] =>
      chart.elements.map((element) => ({ element, other: undefined, values: elementValues(element) })),
    links: (): ChartRow[] =>
      chart.ties.flatMap(({ item, subject, role, note, madeAt }) => {
        const [element, other] = [chart.elements[subject], chart.elements[item]];
        if (!element || !other) return [];
        const values = {
          name: element.label,
          kind: elementKindWords[element.kind],
          role: linkRoleWords[role],
          note,
          item: other.item?.reference ?? '',
          received: iso(other.item?.receivedAt),
          linked: iso(madeAt),
        };
        return [{ element, other, values }];
      }),
    items: (): ChartRow[] =>
      chart.elements.flatMap((element) => {
        const { item, label, degree } = element;
        if (!item) return [];
        const values = {
          received: iso(item.receivedAt),
          item: item.reference,
          name: label,
          service: item.agencyName ?? 'Came otherwise',
          connects: degree,
        };
        return [{ element, other: undefined, values }];
      }),
    way: (): ChartRow[] =>
      (chart.way.places ?? []).flatMap((place, step, way) => {
        const element = chart.elements[place];
        if (!element) return [];
        const values = {
          ...elementValues(element),
          step,
          role: rolesBetween(chart, place, way[step + 1]),
        };
        return [{ element, other: undefined, values }];
      }),
  }[table]();
  const { key, isDown } = sortOf(table, sort);
  const way = isDown ? -1 : 1;
  // Sorting keeps what is alike in the order in which the chart reached it.
  // Pinned elements stand before the others.
  return rows.sort(
    (a, b) =>
      (table === 'elements' ? Number(b.element.isPinned) - Number(a.element.isPinned) : 0) ||
      way * compared(a.values[key], b.values[key]),
  );
}

const collator = new Intl.Collator('en-GB', { numeric: true });
const compared = (a: string | number | undefined, b: string | number | undefined): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** How a table is sorted, as an address says it; an unknown column is the usual order. */
export function sortOf(table: ChartTable, sort: string | undefined): { key: string; isDown: boolean } {
  const asked = sort ?? usualSort[table];
  const key = asked.replace(/^-/, '');
  return chartColumns[table].some((column) => column.key === key)
    ? { key, isDown: asked.startsWith('-') }
    : sortOf(table, undefined);
}

/** Items of a chart by month from the first to the last, sixty at most, and how many are earlier. */
export function monthsOf(chart: Chart): { months: { month: string; items: number }[]; earlier: number } {
  const of = chart.elements.flatMap(({ item }) => (item ? [dayOf(item.receivedAt).slice(0, 7)] : [])).sort();
  const last = of.at(-1);
  const first = of[0];
  if (!last || !first) return { months: [], earlier: 0 };
  const counts = new Map<string, number>();
  for (const month of of) counts.set(month, (counts.get(month) ?? 0) + 1);
  const months: { month: string; items: number }[] = [];
  for (let month = last; month >= first && months.length < monthsShown; month = monthBefore(month))
    months.unshift({ month, items: counts.get(month) ?? 0 });
  const shown = months.reduce((sum, { items }) => sum + items, 0);
  return { months, earlier: of.length - shown };
}

const monthsShown = 60;
function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
