import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from './viewer.ts';

/**
 * Who may see a kind of record, told twice: `can` answers for one record in memory, `visible` is the same rule as an
 * SQL predicate. A property test makes random viewers and records and demands that the two agree.
 */
export interface Policy<Subject> {
  /** Name in the policy tests and the permission table. */
  name: string;
  can(viewer: Viewer, record: Subject): boolean;
  /** A boolean SQL expression over the table alias; ends in FALSE, so that nothing means nobody. */
  visible(viewer: Viewer, alias: string): RawBuilder<boolean>;
}

/** Any of the clauses, and FALSE last: no clause, no sight. */
export function anyOf(...clauses: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return clauses.length === 0 ? sql`FALSE` : sql`(${sql.join(clauses, sql` or `)} or FALSE)`;
}

/** All of the clauses; FALSE when there are none. */
export function allOf(...clauses: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return clauses.length === 0 ? sql`FALSE` : sql`(${sql.join(clauses, sql` and `)})`;
}

export const nobody: RawBuilder<boolean> = sql`FALSE`;

/** `column = any(ids)` with one parameter, so that a long list stays one plan. */
export const isOneOf = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`;

/**
 * As `isOneOf`, where a list of one is told as one. Of a list the server assumes ten when it weighs the plan that it would keep, and so may
 * plan a cheap statement anew each time; another kind of list is another statement, so this is for those that are asked all day.
 */
export const isAmong = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  ids.length === 1 ? sql`${sql.ref(column)} = ${ids[0]}::uuid` : isOneOf(column, ids);
