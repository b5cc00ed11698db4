import { penaltyPolicy } from '../../src/enforcement/index.ts';
import { reportPolicy } from '../../src/intake/index.ts';
import { countedPolicy, itemPolicy, nominalPolicy } from '../../src/intelligence/index.ts';
import { seededRandom } from '../../src/linkage/core/random.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { recordPolicy } from '../../src/records/index.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';
import { randomAttachment, randomCase, randomMembers } from './hidden-random-more.ts';

/** Which random worlds: another number draws others. A run that fails names it. */
export const wallSeed = Number(process.env.BAILIWICK_WALL_SEED ?? 20261123);
/** Rows that are drawn of each kind; those that the viewer may see are left out. */
const drawn = 12;

interface Draw {
  /** One of a list. */
  of<T>(list: readonly T[]): T;
  /** A whole number below another. */
  below(most: number): number;
}
/** A row of a table again, drawn from all that are there, with other values in some columns. */
export async function copied(
  world: World,
  { table, where, at }: { table: string; where: string; at: number },
  values: Record<string, unknown>,
): Promise<string | undefined> {
  const [columns] = await world.sql<{ names: string }>(
    "select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [table],
  );
  const names = columns?.names ?? '';
  const [from] = await world.sql<{ id: string }>(
    `select id from ${table} where ${where} order by id offset ($1::int % greatest(1, (select count(*)::int from ${table} where ${where}))) limit 1`,
    [at],
  );
  await world.sql(
    `insert into ${table} (${names}) select ${names.replace(/(^|, )/g, '$1p.')} from ${table} t cross join lateral jsonb_populate_record(t, $1::jsonb) p
     where t.id = $2`,
    [JSON.stringify(values), from?.id],
  );
  return from?.id;
}

/**
 * What a viewer may not see, drawn: rows of reports, records, penalties, items, cases with their tasks, and files of feeds with what was attached, that are in
 * the county, again under another id, with an owner, a taker, a service, a sensitivity, a status, a name and a day by chance; and judgements about rows of
 * lists. What was written by hand for each module is alike to the samples; these are alike to everything.
 */
export async function hiddenRandom(world: World, viewer: Viewer): Promise<Samples> {
  const name = viewer.kind === 'officer' ? viewer.name : viewer.kind;
  const random = seededRandom(
    wallSeed + ([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1e6),
  );
  const draw: Draw = {
    of: (list) => list[Math.floor(random() * list.length)] as (typeof list)[number], // below its length
    below: (most) => Math.floor(random() * most),
  };
  const services = await world.sql<{ id: string; agencyId: string }>(
    'select id, agency_id as "agencyId" from directory.service order by code',
  );
  for (let n = 0; n < drawn; n += 1) {
    await randomReport(world, viewer, { draw, services, n });
    await randomRecord(world, viewer, { draw, services, n });
    await randomPenalty(world, viewer, { draw, services, n });
    await randomItem(world, viewer, { draw, services, n });
    await randomCase(world, viewer, { draw, services, n });
    await randomAttachment(world, viewer, { draw, services, n });
  }
  await randomMembers(world, viewer, { draw, services, n: 0 }, drawn);
  return {};
}
export interface Drawing {
  draw: Draw;
  services: readonly { id: string; agencyId: string }[];
  n: number;
}
export const idOf = (what: string, n: number) => idFromName(`random ${what} ${n}`);
export const within = (draw: Draw): string =>
  new Date(Date.UTC(2026, 10, 19) - draw.below(360 * 86_400) * 1000).toISOString();

async function randomReport(world: World, viewer: Viewer, { draw, services, n }: Drawing): Promise<void> {
  const [service, taker, at] = [draw.of(services), draw.of(services), draw.below(100_000)];
  const subject = {
    ownerAgencyId: service.agencyId,
    receivedByAgencyId: taker.agencyId,
    serviceId: service.id,
    isSensitive: draw.of([true, false, false]),
  };
  const receivedAt = within(draw);
  if (reportPolicy.can(viewer, subject) || countedPolicy.can(viewer, subject)) return;
  const id = idOf('report', n);
  await copied(
    world,
    { table: 'intake.report', where: 'case_id is null', at },
    {
      ...{
        id,
        reference: `R-${id.slice(0, 4)}-${id.slice(4, 7)}`.toUpperCase(),
        is_sensitive: subject.isSensitive,
      },
      ...{ owner_agency_id: service.agencyId, service_id: service.id, received_by_agency_id: taker.agencyId },
      ...{ received_at: receivedAt },
    },
  );
  await world.sql(
    "insert into intake.reporter (report_id, name, phone) values ($1, 'Hidden Person', '07700 900123')",
    [id],
  );
}
async function randomRecord(world: World, viewer: Viewer, { draw, services, n }: Drawing): Promise<void> {
  const [service, at] = [draw.of(services), draw.below(100_000)];
  const subject = { originAgencyId: service.agencyId, handling: draw.of(['ordinary', 'sensitive']) };
  if (recordPolicy.can(viewer, subject) || nominalPolicy.can(viewer, subject)) return;
  const id = idOf('record', n);
  const from = await copied(
    world,
    { table: 'records.received_record', where: 'TRUE', at },
    {
      ...{ id, origin_agency_id: service.agencyId, handling: subject.handling },
    },
  );
  // The same number, mark or place as what it was drawn from.
  await world.sql(
    'insert into records.exact_key (kind, value, record_id) select kind, value, $1 from records.exact_key where record_id = $2 on conflict do nothing',
    [id, from],
  );
}
async function randomPenalty(world: World, viewer: Viewer, { draw, services, n }: Drawing): Promise<void> {
  const [{ agencyId }, status, at] = [draw.of(services), draw.of(['draft', 'issued']), draw.below(100_000)];
  if (penaltyPolicy.can(viewer, { agencyId, status })) return;
  const id = idOf('penalty', n);
  await copied(
    world,
    { table: 'enforcement.penalty', where: "status <> 'draft' and report_id is null", at },
    {
      ...{ id, reference: `FPN-${id.slice(0, 7).toUpperCase()}`, agency_id: agencyId, status },
      ...{ paid_on: null, paid_pence: null },
    },
  );
}
async function randomItem(world: World, viewer: Viewer, { draw, services, n }: Drawing): Promise<void> {
  const [{ agencyId }, at, receivedAt] = [draw.of(services), draw.below(100_000), within(draw)];
  const priority = 1 + draw.below(4);
  if (itemPolicy.can(viewer, { agencyId })) return;
  const id = idOf('intelligence item', n);
  const from = await copied(
    world,
    { table: 'intelligence.item', where: 'source_id is null and not is_sensitive', at },
    {
      ...{ id, reference: `I-${id.slice(0, 4)}-${id.slice(4, 7)}`.toUpperCase(), agency_id: agencyId },
      ...{ received_at: receivedAt, priority, duplicate_of: null, status: 'received' },
    },
  );
  await world.sql(
    `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
     select md5(l.id::text || $1)::uuid, $1::uuid, $2, l.kind, l.role, l.label, l.value, l.key_kind, l.key_value, l.state, l.made_at, l.made_by
     from intelligence.link l where l.item_id = $3 and l.state = 'confirmed'`,
    [id, agencyId, from],
  );
}
