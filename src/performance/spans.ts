import { type RawBuilder, sql } from 'kysely';

/** The London day of an instant in a column. */
export const london = (column: string): RawBuilder<string> =>
  sql<string>`(${sql.ref(column)} at time zone 'Europe/London')::date`;
/** A span of London days as a range on a column of instants, so that its index serves. */
export const instantWithin =
  (column: string) =>
  (from: string, to: string | RawBuilder<string>): RawBuilder<boolean> =>
    sql<boolean>`${sql.ref(column)} >= (${from}::date::timestamp at time zone 'Europe/London') and ${sql.ref(column)} < ((${to}::date + 1)::timestamp at time zone 'Europe/London')`;
/** A span of days on a column of days. */
export const dayWithin =
  (column: string) =>
  (from: string, to: string | RawBuilder<string>): RawBuilder<boolean> =>
    sql<boolean>`${sql.ref(column)} between ${from}::date and ${to}::date`;
