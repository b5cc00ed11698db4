import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { idFromName } from '../platform/ids/ids.ts';
import { seedJudgements, seedLists } from './seed-lists.ts';
import { seedMarkers } from './seed-markers.ts';
import { seedRegister } from './seed-register.ts';

/** Lists, what was confirmed of them, and the register; the worker then matches the rest and puts it to the review desk. */
export async function seedPeopleAtRisk(
  client: ClientBase,
  county: County,
  options: { today: Day; report?: (line: string) => void },
): Promise<void> {
  const entries = await seedLists(client, county, options.today);
  const people = await seedJudgements(client, county, entries, options.today);
  await seedRegister(client, entries, people, options.today);
  await seedMarkers(client, options.today);
  // Nobody is sent to a door that was not screened, in a demonstration either.
  await client.query("select platform.add_job('screen-planned-visits', '{}'::jsonb, null, null)");
  options.report?.(`Loaded ${county.lists.length} lists of ${entries.length.toLocaleString('en-GB')} rows`);
  const first = county.lists[0];
  if (first)
    await client.query("select platform.add_job('match-records', $1::jsonb, null::timestamptz, null)", [
      JSON.stringify({ loadId: idFromName(`load ${first.id}`) }),
    ]);
}
