import { type BirthColumns, joinedBirth, nameOfBirth } from './compare/birth-parts.ts';
import { categoryComparison, identifierComparison } from './compare/codes.ts';
import type { Comparison, Facts, SharedParts } from './compare/comparison.ts';
import { phoneComparison } from './compare/contact.ts';
import { birthDateComparison, eventDateComparison } from './compare/dates.ts';
import { emailComparison } from './compare/email.ts';
import { nameComparisons, namesOfParts } from './compare/names.ts';
import { numberComparison } from './compare/numbers.ts';
import { addressComparison, postcodeComparison, wordComparison } from './compare/places.ts';
import { positionComparison } from './compare/position.ts';
import { anyOfSeveral, eachUnderOther, mostIn, nameOfSeveral, type Several } from './compare/several.ts';
import { textComparison } from './compare/texts.ts';
import { emailsIn, phonesIn } from './normalise/contact.ts';
import { wordsOf } from './normalise/fold.ts';
import type { FieldKind, Recognised } from './recognise.rules.ts';
import { type Column, RowCodes, type Table } from './table.ts';

const single: Partial<Record<FieldKind, (column: Column, name: string, known?: Facts) => Comparison>> = {
  'birth-date': (column, _, known) => birthDateComparison(column, known),
  'event-date': (column, _, known) => eventDateComparison(column, known),
  sex: (column, _, known) => categoryComparison(column, 'Sex', false, known),
  address: (column, _, known) => addressComparison(column, known),
  town: (column, name, known) => wordComparison(column, name, true, known),
  postcode: (column, _, known) => postcodeComparison(column, known),
  company: (column, name, known) => textComparison(column, name, { firm: true }, known),
  plate: (column, name, known) => identifierComparison(column, name, { plate: true }, known),
  identifier: (column, name, known) => identifierComparison(column, name, {}, known),
  number: (column, name, known) => numberComparison(column, name, known),
  category: (column, name, known) => categoryComparison(column, name, false, known),
  word: (column, name, known) => wordComparison(column, name, false, known),
  text: (column, name, known) => textComparison(column, name, {}, known),
  list: (column, name, known) => textComparison(column, name, { list: true }, known),
};

/** Kinds of which a row may give several values, in columns that mean the same (home, work) or in one cell; how a cell is taken apart. */
const severalIn: Partial<Record<FieldKind, Several['valuesIn']>> = { phone: phonesIn, email: emailsIn };

/** What a comparison of a kind of field is called where the column's own name is not used. */
const bornOn = 'Date of birth';
const ownNames: Partial<Record<FieldKind, string>> = {
  'birth-date': bornOn,
  'birth-year': bornOn,
  sex: 'Sex',
  address: 'Address',
  postcode: 'Postcode',
  phone: 'Phone',
  email: 'E-mail',
};

const ofNames: Partial<Record<FieldKind, string>> = {
  forename: namesOfParts.forename,
  surname: namesOfParts.surname,
  'middle-name': namesOfParts.middle,
};

/** Kinds that are compared with others, or not at all. */
const withOthers: readonly FieldKind[] = [
  ...(['full-name', 'latitude', 'longitude', 'birth-year', 'birth-month', 'birth-day', 'ignore'] as const),
];

/** What the comparison of one column alone is called; undefined for columns that are compared with others, or not at all. */
export const nameOfComparison = (kind: FieldKind, column: string): string | undefined =>
  withOthers.includes(kind) ? undefined : (ownNames[kind] ?? ofNames[kind] ?? column);

/** Kinds of columns that say who a row is about, by themselves: a name, a number or a date of one's own. */
const telling: readonly FieldKind[] = [
  ...([
    'forename',
    'surname',
    'full-name',
    'company',
    'birth-date',
    'birth-year',
    'email',
    'plate',
    'identifier',
  ] as const),
];

/** Names of the comparisons of what tells one from another; of the names of a person, which stand in several columns, both. */
export const tellingComparisons = (recognised: readonly Recognised[]): ReadonlySet<string> =>
  new Set(
    recognised
      .filter(({ kind }) => telling.includes(kind))
      .flatMap(({ kind, column }) => [
        ownNames[kind] ?? column,
        ...(kind === 'company' ? [] : [namesOfParts.forename, namesOfParts.surname]),
      ]),
  );

/** Names of the comparisons of towns. */
export const townsIn = (recognised: readonly Recognised[]): ReadonlySet<string> =>
  new Set(recognised.filter(({ kind }) => kind === 'town').map(({ column }) => column));

/** Of lists of so many rows texts are laid down and not held as objects. */
const settledFrom = 20_000;

/** The comparisons that a table's recognised columns allow; `known` gives what a model has learnt for one of a name. */
export function comparisonsOf(
  table: Table,
  recognised: readonly Recognised[],
  known: (comparison: string) => Facts | undefined = () => undefined,
): Comparison[] {
  const columnOf = (kind: FieldKind) => {
    const name = recognised.find((one) => one.kind === kind)?.column;
    return table.columns.find((column) => column.name === name);
  };
  const names = {
    forename: columnOf('forename'),
    middle: columnOf('middle-name'),
    surname: columnOf('surname'),
    full: columnOf('full-name'),
  };
  const out: Comparison[] = [];
  const add = (...made: readonly Comparison[]) => {
    if (!table.shared && table.rows >= settledFrom) for (const comparison of made) comparison.settle();
    out.push(...made);
  };
  if (names.forename || names.surname || names.full)
    add(...nameComparisons(names, table.rows, known, table.shared?.names));
  const [latitude, longitude] = [columnOf('latitude'), columnOf('longitude')];
  if (latitude && longitude) add(positionComparison(latitude, longitude, known('Position')));
  const year = columnOf('birth-year');
  if (year)
    add(
      birthFromParts(
        { year, month: columnOf('birth-month'), day: columnOf('birth-day') },
        known(bornOn),
        table.shared,
      ),
    );
  const words = wordsOfNames(Object.values(names));
  for (const { column: name, kind } of recognised) {
    const column = table.columns.find((one) => one.name === name);
    if (!column) continue;
    const own = ownNames[kind] ?? name;
    const valuesIn = severalIn[kind];
    const isMet = out.some((one) => one.name === own);
    if (valuesIn) {
      const columns = recognised.flatMap((one) =>
        one.kind === kind ? (table.columns.find((other) => other.name === one.column) ?? []) : [],
      );
      // All columns of the kind together, at the first of them.
      if (!isMet) add(ofAllColumns(kind, { columns, valuesIn, table, words }, known(own)));
      continue;
    }
    // A second address or postcode has a name of its own, by which a model knows what was learnt of it.
    const called = isMet ? `${own} (${name})` : own;
    const made = single[kind]?.(column, name, known(called));
    if (made) add(isMet ? renamed(made, called, name) : made);
  }
  // Another thread has laid them so before it gave them.
  if (!table.shared)
    RowCodes.together(
      out.flatMap(({ fields }) => fields),
      table.rows,
    );
  return out;
}

/** A comparison under another name, its keys too. */
const renamed = (comparison: Comparison, name: string, column: string): Comparison => ({
  ...comparison,
  name,
  keys: comparison.keys.map((key) => ({ ...key, name: `${key.name} (${column})` })),
});

interface Columns {
  columns: readonly Column[];
  valuesIn: Several['valuesIn'];
  table: Table;
  /** The words of a row's names. */
  words: (row: number) => readonly string[];
}

/** One comparison of all telephones, or all e-mail addresses, that a row gives. */
function ofAllColumns(
  kind: FieldKind,
  { columns, valuesIn, table, words }: Columns,
  facts: Facts | undefined,
): Comparison {
  const compare = (column: Column, most: number) =>
    kind === 'email'
      ? emailComparison(column, (place) => words(Math.floor(place / most)), facts)
      : phoneComparison(column, facts);
  const name = nameOfSeveral(columns);
  const shared = table.shared?.values?.[name];
  if (shared) {
    const most = shared.codes.rows / table.rows;
    const each = compare({ name, codes: new Int32Array(0), values: [], shared }, most);
    return anyOfSeveral(each, { columns, rows: table.rows, most }, () => undefined);
  }
  const most = mostOf(columns, facts, () => (table.shared ? 1 : mostIn(columns, table.rows, valuesIn)));
  if (most === 1) return compare(columns[0]!, 1);
  const under = eachUnderOther({ columns, rows: table.rows, most, valuesIn });
  return anyOfSeveral(compare(under.column, most), { columns, rows: table.rows, most }, (row) =>
    under.take(row),
  );
}

/** How many values of a row count: as a model has it, or as the lists show. */
const mostOf = (columns: readonly Column[], facts: Facts | undefined, seen: () => number): number =>
  facts ? (facts.several ?? Math.min(columns.length, 2)) : seen();

/** A date of birth whose parts stand in columns of their own. */
function birthFromParts(
  parts: BirthColumns,
  facts: Facts | undefined,
  shared: SharedParts | undefined,
): Comparison {
  const known = shared?.values?.[nameOfBirth(parts)];
  if (known)
    return birthDateComparison(
      { name: nameOfBirth(parts), codes: new Int32Array(0), values: [], shared: known },
      facts,
    );
  const birth = joinedBirth(parts);
  const comparison = birthDateComparison(birth.column, facts);
  return {
    ...comparison,
    take: (row) => {
      birth.take(row);
      comparison.take(row);
    },
  };
}

/** The words of a row's names, whichever columns they stand in. A value is read once. */
function wordsOfNames(columns: readonly (Column | undefined)[]): (row: number) => readonly string[] {
  const given = columns.flatMap((column) => (column ? [{ column, known: new Map<number, string[]>() }] : []));
  const wordsIn = ({ column, known }: (typeof given)[number], row: number): readonly string[] => {
    const code = column.codes[row] ?? -1;
    if (code < 0) return [];
    const words = known.get(code) ?? wordsOf(column.values.at(code) ?? '');
    known.set(code, words);
    return words;
  };
  return (row) => given.flatMap((one) => wordsIn(one, row));
}
