import { sql } from 'kysely';
import { z } from 'zod';
import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  StartRefused,
} from '../../platform/failures/failures.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { noteChange } from '../change/change.store.ts';
import { type AreaOutline, type AreasRead, addAreas, readAreas } from '../import/areas.ts';
import { findArea, usesOfArea } from './area.store.ts';
import type { AreaFile } from './area-load.forms.ts';

/** Areas read from a file and not made yet. */
export interface AreaDraft {
  id: string;
  kind: string;
  parentCode: string | null;
  startsOn: string;
  areas: AreaOutline[];
  rejected: { index: number; why: string }[];
}

const shownRejected = 50;

/** What a file has, or what is wrong with it. An area that is there already is left out: another boundary has a code of its own. */
export async function planAreas(work: Work, file: AreaFile): Promise<Result<Omit<AreaDraft, 'id'>>> {
  const { kind, startsOn } = file;
  if (startsOn < work.clock.today())
    return invalid({ field: 'startsOn', words: 'Give today or a later day: what has been stays as it was' });
  const parent = file.parentCode ? await findArea(work.db, file.parentCode) : undefined;
  if (file.parentCode && !parent)
    return invalid({
      field: 'parentCode',
      words: 'No area has that code: leave it empty, or choose another',
    });
  const found = readGiven(file);
  if (!found.ok) return found;
  const codes = found.value.areas.map((area) => area.code);
  const known = await work.db
    .selectFrom('directory.area')
    .select('code')
    .where('code', 'in', ['', ...codes])
    .execute();
  const taken = new Set(known.map((row) => row.code));
  const rejected = [...found.value.rejected];
  const areas: AreaOutline[] = [];
  for (const [index, area] of found.value.areas.entries()) {
    if (taken.has(area.code))
      rejected.push({ index, why: `${area.code} is there already, or twice in the file` });
    else areas.push(area);
    taken.add(area.code);
  }
  if (areas.length === 0)
    return invalid({
      field: 'file',
      words: `No area of this file can be made: ${rejected[0]?.why ?? 'it has none'}`,
    });
  return ok({
    kind,
    parentCode: file.parentCode ?? null,
    startsOn,
    areas,
    rejected: rejected.slice(0, shownRejected),
  });
}

function readGiven(file: AreaFile): Result<AreasRead> {
  try {
    return ok(readAreas(file.text, file.name, {}));
  } catch (error) {
    // The reader says in a sentence what a file is not; text that is no JSON at all says it in its own words.
    const words =
      error instanceof StartRefused ? error.message : `${file.name} is neither GeoJSON nor TopoJSON`;
    return invalid({ field: 'file', words });
  }
}

/** Keeps what a file has, to be looked at. Older ones are cleared away. */
export async function draftAreas(work: Work, file: AreaFile): Promise<Result<{ id: string }>> {
  const plan = await planAreas(work, file);
  if (!plan.ok) return plan;
  const id = work.ids.next();
  await sql`delete from directory.area_draft where made_at < ${work.clock.now()}::timestamptz - interval '7 days'`.execute(
    work.db,
  );
  const { areas, rejected, ...row } = plan.value;
  await work.db
    .insertInto('directory.areaDraft')
    .values({
      ...{ id, ...row, officerId: officerOf(work).officerId, madeAt: work.clock.now() },
      ...{ areas: JSON.stringify(areas), rejected: JSON.stringify(rejected) },
    })
    .execute();
  return ok({ id });
}

const outlines = z.array(
  z.object({ code: z.string(), name: z.string(), outline: z.array(z.array(z.array(z.array(z.number())))) }),
);
const reasons = z.array(z.object({ index: z.number(), why: z.string() }));

export async function findDraft(work: Work, id: string): Promise<AreaDraft | undefined> {
  const row = await work.db
    .selectFrom('directory.areaDraft')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { kind, parentCode, startsOn } = row;
  return {
    id,
    kind,
    parentCode,
    startsOn,
    areas: outlines.parse(row.areas),
    rejected: reasons.parse(row.rejected),
  };
}

/** Makes the areas of a plan, a line of history for each. */
export async function makeAreas(
  work: Work,
  plan: Omit<AreaDraft, 'id'>,
  reason: string,
): Promise<{ codes: string[] }> {
  const { areas, kind, parentCode, startsOn } = plan;
  await addAreas(work.db, areas, { kind, parentCode, startsOn, endsOn: null });
  for (const { code, name } of areas)
    await noteChange(work, {
      kind: 'area',
      id: code,
      before: null,
      after: { code, name, startsOn, endsOn: null },
      reason,
    });
  return { codes: areas.map((area) => area.code) };
}

/** Makes the areas that were looked at. */
export async function loadDraft(
  work: Work,
  input: { areaDraftId: string; reason: string },
): Promise<Result<{ codes: string[]; kind: string }>> {
  const draft = await findDraft(work, input.areaDraftId);
  if (!draft) return notFound;
  const codes = draft.areas.map((area) => area.code);
  const since = await work.db
    .selectFrom('directory.area')
    .select('code')
    .where('code', 'in', codes)
    .execute();
  if (since.length > 0 || draft.startsOn < work.clock.today())
    return refusedByRule(
      'directory.areas-changed',
      'Since the file was read some of its areas were made, or its first day has passed.',
      'Read the file again.',
    );
  await work.db.deleteFrom('directory.areaDraft').where('id', '=', draft.id).execute();
  return ok({ ...(await makeAreas(work, draft, input.reason)), kind: draft.kind });
}

/** How many postcodes lie in each area, and in which areas of its kind they lie until then. */
export interface AreaReach {
  code: string;
  name: string;
  postcodes: number;
  now: { name: string; postcodes: number }[];
}

/** What outlines would take in, by the postcodes that lie in them. */
export async function reachOf(work: Work, plan: Omit<AreaDraft, 'id'>): Promise<AreaReach[]> {
  const rings = plan.areas.flatMap(({ code, outline }) =>
    outline.flatMap((polygon) =>
      polygon.map((ring, at) => ({
        ...{ code, hole: at > 0 },
        ring: `(${ring.map(([lon, lat]) => `(${lon},${lat})`).join(',')})`,
      })),
    ),
  );
  const column = { district: 'district_code', county: 'county_code' }[plan.kind] ?? 'ward_code';
  const { rows } = await sql<{ code: string; now: string | null; n: number }>`
    with rings as (select code, hole, ring::polygon as ring from json_to_recordset(${JSON.stringify(rings)}::json) as x(code text, hole boolean, ring text)),
    inside as (select r.code, p.postcode, min(p.${sql.ref(column)}) as was from rings r join directory.postcode p on p.lon is not null
        and box(r.ring) @> point(p.lon, p.lat) and r.ring @> point(p.lon, p.lat)
      group by r.code, p.postcode having not bool_or(r.hole))
    select i.code, a.name as now, count(*)::int as n from inside i left join directory.area a on a.code = i.was
    group by i.code, a.name order by 1, 3 desc`.execute(work.db);
  return plan.areas.map(({ code, name }) => {
    const own = rows.filter((row) => row.code === code);
    return {
      ...{ code, name },
      postcodes: own.reduce((sum, row) => sum + row.n, 0),
      now: own.map((row) => ({ name: row.now ?? 'no area that is known', postcodes: row.n })),
    };
  });
}

/** Takes back an area that was made here, has not begun, and that nothing names. */
export async function takeBackArea(
  work: Work,
  input: { areaCode: string; reason: string },
): Promise<Result<{ kind: string }>> {
  const area = await findArea(work.db, input.areaCode);
  if (!area) return notFound;
  if (area.startsOn <= work.clock.today())
    return refusedByRule('directory.past', 'This area is there already.', 'End it and name its successor.');
  const uses = await usesOfArea(work.db, area.code, work.clock.today());
  const inside = await work.db
    .selectFrom('directory.area')
    .select('code')
    .where('parentCode', '=', area.code)
    .executeTakeFirst();
  const named = uses.rules.length + uses.services.length + uses.agencies.length + uses.postcodes;
  if (named > 0 || inside || area.predecessors.length + area.successors.length > 0)
    return refusedByRule(
      'directory.area-named',
      'A rule, service, agency, postcode or another area names it.',
      'Change those first: its page lists them.',
    );
  await work.db.deleteFrom('directory.areaRing').where('areaCode', '=', area.code).execute();
  await work.db.deleteFrom('directory.area').where('code', '=', area.code).execute();
  const before = { code: area.code, name: area.name, startsOn: area.startsOn, endsOn: area.endsOn };
  await noteChange(work, {
    kind: 'area',
    id: area.code,
    before,
    after: { ...before, status: 'withdrawn' },
    reason: input.reason,
  });
  return ok({ kind: area.kind });
}
