import { categoryComparison, identifierComparison } from './compare/codes.ts';
import type { Comparison } from './compare/comparison.ts';
import { emailComparison, phoneComparison } from './compare/contact.ts';
import { birthDateComparison, eventDateComparison } from './compare/dates.ts';
import { nameComparisons } from './compare/names.ts';
import { addressComparison, postcodeComparison, wordComparison } from './compare/places.ts';
import { numberComparison, textComparison } from './compare/texts.ts';
import { wordsOf } from './normalise/fold.ts';
import type { FieldKind, Recognised } from './recognise.ts';
import { type Column, RowCodes, type Table } from './table.ts';

const single: Partial<Record<FieldKind, (column: Column, name: string) => Comparison>> = {
  'birth-date': (column) => birthDateComparison(column),
  'event-date': (column) => eventDateComparison(column),
  sex: (column) => categoryComparison(column, 'Sex', false),
  address: (column) => addressComparison(column),
  town: (column, name) => wordComparison(column, name, true),
  postcode: (column) => postcodeComparison(column),
  phone: (column) => phoneComparison(column),
  company: (column, name) => textComparison(column, name, { firm: true }),
  plate: (column, name) => identifierComparison(column, name, { plate: true }),
  identifier: (column, name) => identifierComparison(column, name),
  number: (column, name) => numberComparison(column, name),
  category: (column, name) => categoryComparison(column, name, false),
  word: (column, name) => wordComparison(column, name, false),
  text: (column, name) => textComparison(column, name),
};

/** The comparisons that a table's recognised columns allow. */
export function comparisonsOf(table: Table, recognised: readonly Recognised[]): Comparison[] {
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
  if (names.forename || names.surname || names.full) out.push(...nameComparisons(names, table.rows));
  for (const { column: name, kind } of recognised) {
    const column = table.columns.find((one) => one.name === name);
    if (column && kind === 'email') out.push(emailComparison(column, wordsOfNames(Object.values(names))));
    const make = single[kind];
    if (column && make) out.push(make(column, name));
  }
  RowCodes.together(out.flatMap(({ fields }) => fields));
  return out;
}

/** The words of a row's names, whichever columns they stand in. */
function wordsOfNames(columns: readonly (Column | undefined)[]): (row: number) => readonly string[] {
  const given = columns.filter((column) => column !== undefined);
  const words = given.map(({ values }) => values.map(wordsOf));
  return (row) => given.flatMap(({ codes }, index) => words[index]?.[codes[row]!] ?? []);
}
