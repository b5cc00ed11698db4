import { joinedBirth } from '../compare/birth-parts.ts';
import { orderOfDates, readBirth, readDate } from '../normalise/date.ts';
import type { FieldKind, Recognised } from '../recognise.rules.ts';
import { plainName, recognise } from '../recognise.ts';
import { type Column, Dictionary, missing, type Table } from '../table.ts';
import {
  type Group,
  groupsByName,
  joinByContent,
  joinByKind,
  joinUnnamed,
  type ListColumn,
  ofNames,
} from './groups.ts';
import { splitColumn } from './split-address.ts';
import { splitTexts } from './split-text.ts';

/** A list as it was read. */
export interface ReadList {
  rows: number;
  columns: readonly Column[];
}

/** Lists whose columns have one name where they hold the same thing. */
export interface Aligned {
  lists: Column[][];
  /** What was settled of a column as the lists were put under each other: what it holds, and which columns it is made of. */
  known: Recognised[];
  /** Lists none of whose columns stands with one of another list. */
  alone: number[];
}

export interface AlignOptions {
  /** What is said of columns by their names in the lists. */
  given?: Readonly<Record<string, FieldKind>> | undefined;
  /** Columns of a model that is to be used: their names are kept. */
  fields?: readonly { column: string; kind: FieldKind }[] | undefined;
  /** What each list is called. */
  names: readonly string[];
}

/**
 * Brings the columns of lists together that say the same under different headings: by their names, then by the kind that each was
 * recognised as in its own list, then by what is in them. A text that says who somebody is, when born and where, is taken apart. A date
 * of birth in three columns becomes one where another list has it whole, and a whole address gives up its postcode and its town where its
 * list has no column of postcodes. A name in parts and a whole one are read row by row, so they stay.
 */
export function alignLists(
  read: readonly ReadList[],
  { given = {}, fields = [], names }: AlignOptions,
): Aligned {
  const lists = read.map(({ columns, rows }) => ({ rows, columns: [...columns] }));
  const kinds = () => lists.map((list) => kindsIn(list, given));
  for (const list of lists) splitPeople(list, kindsIn(list, given));
  splitAddresses(lists, kinds());
  if (lists.length === 1 && fields.length === 0)
    return { lists: lists.map(({ columns }) => columns), known: [], alone: [] };
  joinBirths(lists, kinds(), fields);
  const columns = lists.flatMap((list, at) => columnsOf(list, kindsIn(list, given), at));
  const model = fields.map(
    ({ column, kind }): ListColumn => ({
      list: lists.length,
      at: 0,
      column: { name: column, codes: new Int32Array(0), values: [] },
      key: plainName(column),
      kind,
      isNamed: true,
    }),
  );
  const all = lists.length + (fields.length > 0 ? 1 : 0);
  const byName = joinUnnamed(groupsByName([...model, ...columns]), all);
  const groups = joinByContent(joinByKind(byName), all);
  for (const group of groups) inOneOrder(group);
  return named(groups, lists.length, names);
}

/** Where one list writes the day first and another the month, the days of all are written out from the year on. */
function inOneOrder({ kind, columns }: Group): void {
  if (kind !== 'birth-date' && kind !== 'event-date') return;
  const orders = columns.map(({ column }) => orderOfDates(column.values));
  if (new Set(orders).size < 2) return;
  const two = (part: number) => String(part).padStart(2, '0');
  columns.forEach((one, at) => {
    const { column } = one;
    const values = Array.from(column.values, (value) => {
      const date = (kind === 'birth-date' ? readBirth : readDate)(value, orders[at]);
      return date && date.day > 0 ? `${date.year}-${two(date.month)}-${two(date.day)}` : value;
    });
    const dictionary = new Dictionary();
    const codeOf = values.map((value) => dictionary.codeOf(value));
    const codes = column.codes.map((code) => (code < 0 ? missing : codeOf[code]!));
    one.column = { ...column, codes, values: dictionary.values };
  });
}

/** What a list's columns hold; one that says the same in every row may say something else in another list. */
const kindsIn = (list: ReadList, given: Readonly<Record<string, FieldKind>>): Recognised[] =>
  recognise(
    { ...list, sources: new Uint16Array(0), sourceNames: [] } satisfies Table,
    Object.fromEntries(
      Object.entries(given).filter(([name]) => list.columns.some((one) => one.name === name)),
    ),
    { amongOthers: true },
  );

const isMapped = (why: string): boolean => why.startsWith('as the mapping');

function columnsOf({ columns }: ReadList, kinds: readonly Recognised[], list: number): ListColumn[] {
  return columns.map((column, at) => {
    const { kind = 'ignore', why = '' } = kinds[at] ?? {};
    const isNamed = isMapped(why) || why.startsWith('by its name');
    return { list, at, column, key: plainName(column.name), kind, isNamed };
  });
}

interface OpenList {
  rows: number;
  columns: Column[];
}

const called = (column: Column, name: string): Column => ({ ...column, name });

/** A name for a column that is made here; one that the list does not have yet. */
function freeName({ columns }: OpenList, wanted: string): string {
  let name = wanted;
  for (let turn = 2; columns.some((one) => plainName(one.name) === plainName(name)); turn += 1)
    name = `${wanted} ${turn}`;
  return name;
}

/** Texts that each say who somebody is and more, in a list without a column of names. */
function splitPeople(list: OpenList, kinds: readonly Recognised[]): void {
  if (kinds.some(({ kind }) => ofNames.includes(kind))) return;
  for (const [at, { kind, why }] of kinds.entries()) {
    const column = list.columns[at];
    // What somebody maps to a text is one.
    const parts = kind === 'text' && !isMapped(why) && column ? splitTexts(column) : undefined;
    if (!parts) continue;
    list.columns = list.columns.filter((one) => one !== column);
    for (const part of parts) list.columns.push(called(part, freeName(list, part.name)));
    return;
  }
}

/** Addresses that end with their postcode, in lists that have no column of postcodes. */
function splitAddresses(lists: readonly OpenList[], kinds: readonly (readonly Recognised[])[]): void {
  const of = (list: number, kind: FieldKind): Column | undefined =>
    lists[list]?.columns.find((_, at) => kinds[list]?.[at]?.kind === kind);
  const whole = lists.map((_, list) => (of(list, 'postcode') ? undefined : of(list, 'address')));
  if (!whole.some((column) => column)) return;
  const towns = new Set<string>();
  lists.forEach((_, list) => {
    for (const value of of(list, 'town')?.values ?? []) towns.add(value.toLowerCase());
  });
  lists.forEach((list, at) => {
    const column = whole[at];
    const parts = column && splitColumn(column, (words) => towns.has(words));
    if (!column || !parts) return;
    const place = list.columns.indexOf(column);
    list.columns.splice(place, 1, called(parts.address, column.name));
    list.columns.push(called(parts.postcode, freeName(list, 'postcode')));
    if (!of(at, 'town') && parts.town.values.length > 0)
      list.columns.push(called(parts.town, freeName(list, 'town')));
  });
}

/** Dates of birth in three columns, where another list or the model has them whole. */
function joinBirths(
  lists: readonly OpenList[],
  kinds: readonly (readonly Recognised[])[],
  fields: readonly { kind: FieldKind }[],
): void {
  const isWhole = ({ kind }: { kind: FieldKind }) => kind === 'birth-date';
  if (!kinds.flat().some(isWhole) && !fields.some(isWhole)) return;
  lists.forEach((list, at) => {
    const of = (kind: FieldKind): Column | undefined =>
      list.columns.find((_, column) => kinds[at]?.[column]?.kind === kind);
    const year = of('birth-year');
    if (!year) return;
    const parts = { year, month: of('birth-month'), day: of('birth-day') };
    const { column } = joinedBirth(parts);
    list.columns = list.columns.filter((one) => !Object.values(parts).includes(one));
    list.columns.push(called(column, freeName(list, 'date of birth')));
  });
}

/** Gives each group one name, which the model has for it, or the first list whose name for it tells what it is. */
function named(groups: readonly Group[], lists: number, names: readonly string[]): Aligned {
  const out: Column[][] = Array.from({ length: lists }, () => []);
  const known: Recognised[] = [];
  const taken = new Set<string>();
  const asRead = groups
    .map(({ columns, kind }) => ({
      kind,
      columns,
      given: columns.filter(({ list }) => list < lists).sort((x, y) => x.list - y.list),
    }))
    .sort((x, y) => placeOf(x.given) - placeOf(y.given));
  for (const { columns, kind, given } of asRead) {
    if (given.length === 0) continue;
    const best =
      columns.find(({ list }) => list === lists) ?? given.find(({ isNamed }) => isNamed) ?? given[0];
    let name = best?.column.name ?? '';
    for (let turn = 2; taken.has(name.trim().toLowerCase()); turn += 1) name = `${best?.column.name} ${turn}`;
    taken.add(name.trim().toLowerCase());
    for (const { list, column } of given) out[list]?.push(called(column, name));
    const others = given.filter(({ key }) => key !== best?.key);
    if (others.length > 0 && kind !== 'ignore') {
      const why = others.map(({ column, list }) => `«${column.name}» of ${names[list]}`).join(', ');
      known.push({ column: name, kind, why: `with ${why}` });
    }
  }
  return { lists: out, known, alone: lists > 1 ? aloneOf(groups, lists) : [] };
}

/** The lists that have no column of evidence with any other; a name is a name, whole or in parts. */
function aloneOf(groups: readonly Group[], lists: number): number[] {
  const sharing = new Set<number>();
  const names = groups.filter(({ kind }) => ofNames.includes(kind)).flatMap(({ columns }) => columns);
  for (const columns of [
    names,
    ...groups.flatMap((group) => (group.kind === 'ignore' ? [] : [group.columns])),
  ]) {
    const own = new Set(columns.map(({ list }) => list));
    if (own.size > 1) for (const list of own) sharing.add(list);
  }
  return Array.from({ length: lists }, (_, list) => list).filter((list) => !sharing.has(list));
}

/** Where the first of some columns was read. */
const placeOf = ([first]: readonly ListColumn[]): number => (first ? first.list * 1e6 + first.at : 0);
