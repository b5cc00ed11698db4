import type { Client } from 'pg';
import { type AsbSettings, defaultAsbSettings } from '../../reference/asb.ts';
import { type CalendarChange, type Day, recounting } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import { settingsShape } from './setting.store.ts';

/** A day that is counted in working days, of a file that waits for it. */
interface Counted {
  id: string;
  from: Day;
  target: Day;
}
/** What is written of it, and how its file says what it is. */
interface Moved {
  /** The table, its column, and what it is found by. */
  table: 'complainant' | 'review';
  column: string;
  events: string;
  said: string;
}

/** Days of the timetable of a review that may be counted in working days, while each is still waited for. */
const reviewDays = [
  {
    column: 'acknowledge_by',
    clock: 'acknowledge',
    waits: 'r.acknowledged_on is null',
    said: 'To be acknowledged',
  },
  { column: 'agencies_by', clock: 'agencies', waits: 'r.decided_on is null', said: 'Agencies to answer' },
  { column: 'decide_by', clock: 'decide', waits: 'r.decided_on is null', said: 'To be decided' },
  { column: 'panel_by', clock: 'panel', waits: 'r.panel_on is null', said: 'Panel to be held' },
] as const;

async function moveDays(
  client: Client,
  change: CalendarChange,
  rows: readonly Counted[],
  { table, column, events, said }: Moved,
): Promise<number> {
  const recounted = recounting(change);
  const moved = rows.flatMap(({ id, from, target }) => {
    const to = recounted(from, target);
    return to === undefined || to === target
      ? []
      : [{ id, to, words: `${dayWords(to)} and not ${dayWords(target)}` }];
  });
  await client.query(
    `with moved as (
       update asb.${table} t set ${column} = m.to_on from unnest($1::uuid[], $2::date[], $3::text[]) m(id, to_on, words)
       where t.id = m.id returning t.*, m.words
     )
     insert into asb.${events} (id, ${table === 'review' ? 'review_id' : 'asb_id'}, at, kind, agency_id, words)
     select gen_random_uuid(), ${table === 'review' ? 'id' : 'asb_id'}, now(), 'recounted', agency_id,
       replace($4, '#', ${table === 'review' ? "''" : 'position::text'}) || ' by ' || words || ': bank holidays changed' from moved`,
    [moved.map(({ id }) => id), moved.map(({ to }) => to), moved.map(({ words }) => words), said],
  );
  return moved.length;
}

/** The settings of an agency that a review was counted by: the newest that had begun on the day of the application. */
async function settingsSince(client: Client) {
  const { rows } = await client.query<{ agencyId: string; from: Day; content: unknown }>(
    'select agency_id as "agencyId", valid_from::text as from, content from asb.setting order by version desc',
  );
  const all = rows.map((row) => ({ ...row, content: settingsShape.parse(row.content) }));
  return (agencyId: string, on: Day): AsbSettings =>
    all.find((row) => row.agencyId === agencyId && row.from <= on)?.content ?? defaultAsbSettings;
}

/**
 * Moves what anti-social behaviour counts in working days to where the same number of them comes to in the new calendar: the first contact
 * of whoever has had none yet, and the days of a case review that are still waited for and that its agency counts in working days. As with
 * reports, a day that is over stays, and each file's history says what moved.
 *
 * @returns how many days moved
 */
export async function recountAsb(client: Client, change: CalendarChange): Promise<number> {
  const [first] = change.changed;
  if (first === undefined) return 0;
  const ahead = "greatest($1::date, (now() at time zone 'Europe/London')::date)";
  const { rows: contacts } = await client.query<Counted>(
    `select p.id, p.added_on::text as from, p.contact_due_on::text as target from asb.complainant p join asb.asb_case c on c.id = p.asb_id
     where c.status <> 'closed' and p.contacted_on is null and p.contact_due_on >= ${ahead}`,
    [first],
  );
  let moved = await moveDays(client, change, contacts, {
    ...{ table: 'complainant', column: 'contact_due_on', events: 'asb_event' },
    said: 'First contact with complainant #',
  });
  const settings = await settingsSince(client);
  for (const { column, clock, waits, said } of reviewDays) {
    const { rows } = await client.query<Counted & { agencyId: string }>(
      `select r.id, r.agency_id as "agencyId", r.applied_on::text as from, r.${column}::text as target from asb.review r
       where r.status <> 'closed' and ${waits} and r.${column} >= ${ahead}`,
      [first],
    );
    const counted = rows.filter(
      ({ agencyId, from }) => settings(agencyId, from).clocks[clock].unit === 'working',
    );
    moved += await moveDays(client, change, counted, {
      table: 'review',
      column,
      events: 'review_event',
      said,
    });
  }
  return moved;
}
