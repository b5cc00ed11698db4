import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
let meetingId: string;
beforeAll(async () => {
  world = await openWorld({ name: 'accepted' });
  const [meeting] = await world.sql<{ id: string }>(
    `update tasking.meeting set status = 'open' where id = (select m.id from tasking.meeting m join tasking.series s on s.id = m.series_id
       join directory.agency a on a.id = s.chair_agency_id where s.kind = 'JAG' and a.code = 'WEND' and m.status = 'scheduled' order by m.held_on limit 1) returning id`,
  );
  meetingId = meeting?.id ?? '';
});
afterAll(() => world.close());

const one = async (text: string, values: unknown[] = []) =>
  (await world.sql<{ id: string }>(text, values))[0]?.id ?? '';
const officerOf = (name: string) =>
  one('select officer_id as id from platform.account where username = $1', [name]);
const serviceOf = (name: string) =>
  one(
    'select m.service_id as id from directory.service_member m join platform.account a on a.officer_id = m.officer_id join tasking.series_member x on x.service_id = m.service_id join tasking.meeting t on t.series_id = x.series_id and t.id = $2 where a.username = $1 limit 1',
    [name, meetingId],
  );
const decide = async (chair: Visitor, serviceId: string, acceptedBy: string) =>
  chair.api('POST', `/api/v1/meetings/${meetingId}/decisions`, {
    words: 'Agreed to patrol',
    title: 'Patrol the lane',
    expected: 'A patrol each week',
    serviceId,
    acceptedBy,
  });
interface Shown {
  status: string;
  version: number;
  acceptedByName: string | null;
  acceptedHow: string | null;
  events: { kind: string; words: string }[];
}
const read = async (who: Visitor, id: string) => (await who.api('GET', `/api/v1/tasks/${id}`)).json as Shown;

test('a task accepted in the room names who of that agency said yes, and that agency confirms it', async () => {
  const callum = await world.as('callum.safety');
  const priya = await world.as('priya.police');
  const made = await decide(callum, await serviceOf('priya.police'), await officerOf('priya.police'));
  expect(made.status, made.text).toBe(201);
  const { taskId } = made.json as { taskId: string };
  const before = await read(priya, taskId);
  expect(before).toMatchObject({ status: 'accepted', acceptedHow: 'in-room' });
  expect(before.events.map(({ words }) => words).join()).toContain(
    `${before.acceptedByName}, Merrowshire Police, said yes`,
  );
  expect((await priya.get(`/tasks/${taskId}`)).text).toContain('We did not accept it');
  expect((await callum.get(`/tasks/${taskId}`)).text).not.toContain('We did not accept it');
  const body = { version: before.version };
  expect((await callum.api('POST', `/api/v1/tasks/${taskId}/confirm`, body)).text).toContain(
    'task.other-agency',
  );
  expect((await priya.api('POST', `/api/v1/tasks/${taskId}/confirm`, body)).status).toBe(200);
  const after = await read(priya, taskId);
  expect(after).toMatchObject({ status: 'accepted', acceptedHow: 'confirmed' });
  expect(
    (
      await priya.api('POST', `/api/v1/tasks/${taskId}/contest`, {
        version: after.version,
        reason: 'Changed our mind',
      })
    ).status,
  ).toBe(409);
});

test('what was contested waits for an answer again, and the history keeps who was named', async () => {
  const callum = await world.as('callum.safety');
  const priya = await world.as('priya.police');
  const { taskId } = (await decide(callum, await serviceOf('priya.police'), await officerOf('priya.police')))
    .json as { taskId: string };
  const { version } = await read(priya, taskId);
  const contested = await priya.post(`/tasks/${taskId}/contest`, {
    version: String(version),
    reason: 'Nobody of ours was there',
  });
  expect(contested.status, contested.text).toBe(303);
  const after = await read(priya, taskId);
  expect(after).toMatchObject({ status: 'set', acceptedHow: null, acceptedByName: null });
  const history = after.events.map(({ words }) => words).join();
  expect(history).toContain('said yes');
  expect(history).toContain('Nobody of ours was there');
  expect((await priya.api('POST', `/api/v1/tasks/${taskId}/accept`, { version: after.version })).status).toBe(
    200,
  );
  expect(await read(priya, taskId)).toMatchObject({ status: 'accepted', acceptedHow: 'themselves' });
});

test('nobody says yes for another agency, and then nothing is written', async () => {
  const callum = await world.as('callum.safety');
  const count = () => one("select count(*)::text as id from tasking.task where title = 'Patrol the lane'");
  const before = await count();
  const wrong = await decide(callum, await serviceOf('priya.police'), await officerOf('olu.officer'));
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('acceptedBy');
  const page = await callum.post(`/meetings/${meetingId}/decisions`, {
    words: 'Agreed to patrol',
    title: 'Patrol the lane',
    expected: 'A patrol',
    serviceId: await serviceOf('priya.police'),
    acceptedBy: await officerOf('olu.officer'),
  });
  expect(page.text).toContain('they accept for their own agency');
  // The command found the fault, and the form is shown again all the same.
  expect(page.text).toContain('<a href="#acceptedBy"');
  expect(page.text).toContain('value="Patrol the lane"');
  expect(await count()).toBe(before);
});

test('a colleague who records it has nothing to confirm', async () => {
  const callum = await world.as('callum.safety');
  const made = await decide(
    callum,
    await one("select id from directory.service where code = 'WEND-ENV'"),
    await officerOf('olu.officer'),
  );
  const { taskId } = made.json as { taskId: string };
  expect(await read(callum, taskId)).toMatchObject({ status: 'accepted', acceptedHow: 'themselves' });
});
