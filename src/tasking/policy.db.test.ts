import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';
import { type CaseFile, casePolicy, listCases } from '../enforcement/index.ts';
import { type OfficerViewer, systemViewer } from '../platform/access/viewer.ts';
import { fixedClock } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { repeatableIds } from '../platform/ids/ids.ts';
import {
  meetingPolicy,
  type PaperSubject,
  paperPolicy,
  type TaskSubject,
  taskPolicy,
} from './tasking.policy.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'taskingpolicy' });
});
afterAll(() => world.close());

/** Every person of the county as a viewer, from their own rows. */
async function viewers(): Promise<OfficerViewer[]> {
  const rows = await world.sql<{
    id: string;
    name: string;
    agency_id: string;
    roles: string[];
    services: string[];
    agreements: { recordKind: string; fromAgencyId: string }[];
  }>(
    `select o.id, o.name, o.agency_id, array(select role from directory.role_grant g where g.officer_id = o.id) as roles,
       array(select service_id::text from directory.service_member m where m.officer_id = o.id) as services,
       coalesce((select jsonb_agg(jsonb_build_object('recordKind', a.record_kind, 'fromAgencyId', a.from_agency_id)) from directory.agreement a
         where a.to_agency_id = o.agency_id and a.ends_on is null), '[]') as agreements
     from directory.officer o order by o.id`,
  );
  return rows.map((row) => ({
    kind: 'officer',
    accountId: row.id,
    sessionId: row.id,
    officerId: row.id,
    name: row.name,
    agencyId: row.agency_id,
    agencyName: '',
    side: 'OPS',
    roles: row.roles,
    serviceIds: row.services,
    agreements: row.agreements,
  }));
}

const asViewer = <T>(viewer: OfficerViewer, act: (work: Work) => Promise<T>): Promise<T> =>
  world.app.databases.inTransaction('OPS', viewer, (db) =>
    act({
      db,
      viewer,
      clock: fixedClock('2026-11-20T10:00:00Z'),
      ids: repeatableIds('policy'),
      note: { detail: {} },
    }),
  );

const sorted = (ids: readonly string[]) => [...ids].sort();

test('for every person of the county, what SQL shows is what the rule in memory allows', async () => {
  const members = `array(select service_id::text from tasking.series_member z where z.series_id = s.id) as "memberServiceIds", s.chair_agency_id as "chairAgencyId"`;
  const onCase = (column: string) =>
    `array(select service_id::text from enforcement.case_service z where z.case_id = ${column}) as "caseServiceIds"`;
  const cases =
    await world.sql<CaseFile>(`select c.id, c.lead_agency_id as "leadAgencyId", c.is_personal as "isPersonal", array(select service_id::text from enforcement.case_service z where z.case_id = c.id) as "serviceIds",
    array(select agency_id::text from enforcement.case_service z where z.case_id = c.id) as "agencyIds" from enforcement.case_file c`);
  const meetings = await world.sql<PaperSubject & { id: string }>(
    `select m.id, ${members} from tasking.meeting m join tasking.series s on s.id = m.series_id`,
  );
  const papers = await world.sql<PaperSubject & { id: string }>(
    `select i.id, i.is_personal as "isPersonal", ${onCase('i.case_id')}, ${members} from tasking.agenda_item i join tasking.meeting m on m.id = i.meeting_id join tasking.series s on s.id = m.series_id`,
  );
  const tasks = await world.sql<TaskSubject & { id: string }>(
    `select t.id, t.is_personal as "isPersonal", ${onCase('t.case_id')}, ${members}, t.agency_id as "agencyId", t.set_by_agency_id as "setByAgencyId" from tasking.task t left join tasking.series s on s.id = t.series_id`,
  );
  expect(cases.some((c) => c.isPersonal)).toBe(true);
  expect(tasks.some((t) => t.isPersonal)).toBe(true);
  const people = (await viewers()).filter((_, i) => i % 2 === 0);
  for (const viewer of people) {
    const seen = await asViewer(viewer, async (work) => ({
      cases: (await listCases(work, {}, { limit: 10_000 })).map((c) => c.id),
      meetings: (
        await sql<{
          id: string;
        }>`select m.id from tasking.meeting m where ${meetingPolicy.visible(viewer, 'm')}`.execute(work.db)
      ).rows.map((r) => r.id),
      papers: (
        await sql<{
          id: string;
        }>`select i.id from tasking.agenda_item i where ${paperPolicy.visible(viewer, 'i')}`.execute(work.db)
      ).rows.map((r) => r.id),
      tasks: (
        await sql<{
          id: string;
        }>`select t.id from tasking.task t where ${taskPolicy.visible(viewer, 't')}`.execute(work.db)
      ).rows.map((r) => r.id),
    }));
    expect(sorted(seen.cases), viewer.name).toEqual(
      sorted(cases.filter((c) => casePolicy.can(viewer, c)).map((c) => c.id)),
    );
    expect(sorted(seen.meetings), viewer.name).toEqual(
      sorted(meetings.filter((m) => meetingPolicy.can(viewer, m)).map((m) => m.id)),
    );
    expect(sorted(seen.papers), viewer.name).toEqual(
      sorted(papers.filter((p) => paperPolicy.can(viewer, p)).map((p) => p.id)),
    );
    expect(sorted(seen.tasks), viewer.name).toEqual(
      sorted(tasks.filter((t) => taskPolicy.can(viewer, t)).map((t) => t.id)),
    );
  }
  expect(casePolicy.can(systemViewer('GOV', 'test'), cases[0] as CaseFile)).toBe(false);
}, 60_000);

test('the database itself hides a personal case from an officer who is not on it, whatever is asked', async () => {
  const [olu] = (await viewers()).filter((v) => v.name === 'Olu Babatola');
  if (!olu) throw new Error('no officer');
  const seen = await asViewer(
    olu,
    async (work) =>
      (
        await sql<{ n: number }>`select count(*)::int as n from enforcement.case_file c where c.is_personal
    and not exists (select 1 from enforcement.case_service z where z.case_id = c.id and z.service_id = any(${[...olu.serviceIds]}::uuid[]))`.execute(
          work.db,
        )
      ).rows[0]?.n,
  );
  expect(seen).toBe(0);
  const [all] = await world.sql<{ n: number }>(
    'select count(*)::int as n from enforcement.case_file where is_personal',
  );
  expect(all?.n).toBeGreaterThan(1);
});
