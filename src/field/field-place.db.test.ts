import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptedTask } from '../../test/support/field-api.ts';
import { enforcementSamples } from '../../test/support/sample-enforcement.ts';
import { jetSamples } from '../../test/support/sample-jet.ts';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';
import { fixedClock } from '../platform/clock/clock.ts';

let world: World;
let joss: Visitor;
let caseId = '';
let reportId = '';
const where = '9 Sample Row, QM1 1AA';
beforeAll(async () => {
  world = await openWorld({ name: 'field_place', clock: fixedClock('2026-11-20T10:00:00Z') });
  joss = await world.as('joss.jet');
  const [found] = await world.sql<{ caseId: string; id: string }>(
    `select r.case_id as "caseId", r.id from intake.report r join directory.agency a on a.id = r.owner_agency_id join enforcement.case_file c on c.id = r.case_id
     where a.code = 'WEND' and r.received_by_agency_id = a.id and not r.is_sensitive and not c.is_personal order by r.received_at desc, r.id limit 1`,
  );
  [caseId, reportId] = [found?.caseId ?? '', found?.id ?? ''];
  const taskId = await acceptedTask(world, 'Look at the yard');
  await world.sql('update tasking.task set case_id = $1 where id = $2', [caseId, taskId]);
  await acceptedTask(world, 'Ring the depot');
  await world.sql('update intake.report set case_id = null where case_id = $1 and id <> $2', [
    caseId,
    reportId,
  ]);
  await world.sql(
    "update intake.report set place_words = '9 Sample Row', postcode = 'QM1 1AA' where id = $1",
    [reportId],
  );
});
afterAll(() => world.close());

interface Day {
  tasks: { title: string; reference: string; place: { words: string; lon: number; lat: number } | null }[];
  precautions: { place: string; precautions: string[]; screenedAt: string | null }[];
  powers: { where: string; why: string[]; may: string[]; mayNot: string[] }[];
}
const dayOf = async (visitor: Visitor): Promise<Day> => {
  const answer = await visitor.api('GET', '/api/v1/field/day');
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Day; // the shape is the declaration's
};
const placeOf = async (title: string) => (await dayOf(joss)).tasks.find((one) => one.title === title)?.place;

test('a task is where the report of its case is, with the precautions of that place; a task of no case is nowhere', async () => {
  await world.sql(
    `insert into assurance.marker (id, reference, agency_id, about, name, address, postcode, type, precaution, words, from_on, review_on, set_at, set_by)
     select gen_random_uuid(), 'WM-ROWW-002', agency_id, 'address', '', '9 Sample Row', 'QM1 1AA', 'DO', 'two-officers', 'A dog behind the gate', from_on, review_on, set_at, set_by
     from assurance.marker where reference = 'WM-SAMP-001'`,
  );
  const [point] = await world.sql<{ lon: number; lat: number }>(
    'select lon, lat from intake.report where id = $1',
    [reportId],
  );
  const day = await dayOf(joss);
  const task = day.tasks.find(({ title }) => title === 'Look at the yard');
  expect(task?.place).toEqual({ words: where, ...point });
  expect(typeof point?.lon).toBe('number');
  expect(day.precautions.find(({ place }) => place === where)?.precautions.join()).toContain('A dog behind');
  expect(
    await world.sql('select 1 from assurance.screening where purpose = $1', [`Task ${task?.reference}`]),
  ).toHaveLength(1);
  expect(await placeOf('Ring the depot')).toBeNull();
  expect((await joss.get('/field')).text).toContain(where);
});

test('no place of a report that the officer may not read, nor of a case with a file of somebody whose address must stay hidden', async () => {
  expect(await placeOf('Look at the yard')).toMatchObject({ words: where });
  await world.sql(
    "update intake.report set is_sensitive = true, service_id = (select id from directory.service where code = 'WEND-HSG' or name ilike '%housing%' order by code limit 1) where id = $1",
    [reportId],
  );
  expect(await placeOf('Look at the yard')).toBeNull();
  await world.sql('update intake.report set is_sensitive = false where id = $1', [reportId]);
  expect(await placeOf('Look at the yard')).toMatchObject({ words: where });
  const [record] = await world.sql<{ id: string }>(
    "select id from records.received_record where kind = 'person' order by id limit 1",
  );
  await world.sql('update enforcement.protection set case_id = $1 where id = $2', [
    ...[caseId, enforcementSamples.protectionId],
  ]);
  await world.sql('update enforcement.protection_subject set record_id = $1 where protection_id = $2', [
    ...[record?.id, enforcementSamples.protectionId],
  ]);
  expect(await placeOf('Look at the yard')).toMatchObject({ words: where });
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now()) on conflict do nothing',
    [record?.id],
  );
  const day = await dayOf(joss);
  expect(day.tasks.find(({ title }) => title === 'Look at the yard')?.place).toBeNull();
  expect(JSON.stringify(day)).not.toContain('9 Sample Row');
});

test('what one may do is said for each district of the day, by the rule of the notices: what ran out is said to have', async () => {
  const [plan] = await world.sql<{ title: string; name: string }>(
    'select p.title, a.name from jet.plan p join directory.area a on a.code = p.district_code where p.id = $1',
    [jetSamples.patrolPlanId],
  );
  const here = async () => (await dayOf(joss)).powers.find((one) => one.where === plan?.name);
  const before = await here();
  expect(before?.why).toContain(plan?.title);
  expect(before?.may).toContain('issue penalties for fly-tipping');
  const own = `officer_id = (select id from directory.officer where name = 'Joss Thistlewood') and power = 'fpn.fly-tipping'`;
  await world.sql(`update directory.authorisation set expires_on = '2026-11-19' where ${own}`);
  const after = await here();
  expect(after?.may).not.toContain('issue penalties for fly-tipping');
  expect(after?.mayNot.join()).toMatch(/issue penalties for fly-tipping: .*ran out/);
  await world.sql(`delete from directory.authorisation where ${own}`);
  expect(JSON.stringify(await here())).not.toContain('fly-tipping');
});
