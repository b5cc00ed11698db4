import type { Page } from 'playwright-core';
import type { OpenWorld } from '../support/browser.ts';
import type { MovableClock } from '../support/world.ts';

/** A journey on the pages: one county, its clock, and a window for each persona, signed in anew when the clock has moved. */
export interface Walk {
  as(who: string): Promise<Page>;
  clock: MovableClock;
  place(): OpenWorld;
  /** Code of the district of the council, and a postcode there. */
  district(): string;
  postcode(): string;
}
export const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Id of a row of the directory, or of another schema, by the rest of its query. */
export async function idOf({ place }: Walk, rest: string, schema = 'directory'): Promise<string> {
  const [table = '', alias = ''] = rest.split(' ');
  const named = /^[a-z]$/.test(alias) ? `${alias}.id` : 'id';
  const [row] = await place().world.sql<{ id: string }>(
    `select ${named} as id from ${schema}.${rest} limit 1`,
  );
  if (!row) throw new Error(`no ${table} ${rest}`);
  return row.id;
}
export const officerOf = async ({ place }: Walk, username: string): Promise<string> =>
  (
    await place().world.sql<{ id: string }>(
      'select officer_id as id from platform.account where username = $1',
      [username],
    )
  )[0]?.id ?? '';
