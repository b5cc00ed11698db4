import type { Given } from '../compare/comparison.ts';
import type { Lettered } from './expressions.ts';
import { type BagShape, letterBag } from './letters.ts';

/** Types of prepared columns. Lists go into the file as one text with blanks between their items. */
export type ColumnType =
  | 'STRING'
  | 'BIGINT'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'ARRAY<STRING>'
  | 'ARRAY<DOUBLE>'
  | 'ARRAY<INT>';

/** A column that a ladder reads of each of the two rows. */
export interface SparkColumn {
  type: ColumnType;
  /** Its value, from what the comparison gives of a row. */
  of?(given: Readonly<Record<string, Given>>): Given;
  /** Or worked out in Spark from a prepared one, where the file would only grow by it. */
  from?(column: (name: string) => string): string;
}

/** How to refer to a column of the one row or of the other. */
export type Side = (column: string) => string;

/** A ladder of levels in SQL: what it reads of a row, and the level of two rows as a whole number. */
export interface SparkLadder {
  columns: Readonly<Record<string, SparkColumn>>;
  /** 0 where either row gives nothing. */
  level(left: Side, right: Side): string;
}

/** The text that was given under a name; undefined for none, or an empty one. */
export const textOf = (given: Given): string | undefined =>
  typeof given === 'string' && given !== '' ? given : undefined;

/** A column that holds what the comparison gives under the same name. */
export const asGiven = (name: string, type: ColumnType): SparkColumn => ({
  type,
  of: (given) => given[name],
});

/** A column made of the text that the comparison gives under a name. */
export const madeOf = (name: string, type: ColumnType, make: (text: string) => Given): SparkColumn => ({
  type,
  of: (given) => {
    const text = textOf(given[name]);
    return text === undefined ? undefined : make(text);
  },
});

/** Neither row says nothing, and they say different things: then what `unlike` says, else level 0 or 1. */
export const unless = (left: string, right: string, unlike: string): string =>
  `CASE WHEN ${left} IS NULL OR ${right} IS NULL THEN 0 WHEN ${left} = ${right} THEN 1 ELSE ${unlike} END`;

/** The columns of the letters of a text that is made of what is given under a name. */
export const bagColumns = (
  column: string,
  name: string,
  shape: BagShape,
  make: (text: string) => string = (text) => text,
): Record<string, SparkColumn> =>
  Object.fromEntries(
    Array.from({ length: shape.columns }, (_, at) => [
      `${column}_bag${at}`,
      madeOf(name, 'BIGINT', (text) => letterBag(make(text), shape)[at]),
    ]),
  );

/** A text column of a row with the columns of its letters. */
export const lettered = (side: Side, column: string, shape: BagShape): Lettered => ({
  text: side(column),
  bag: Array.from({ length: shape.columns }, (_, at) => side(`${column}_bag${at}`)),
});
