import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asbSamples } from '../../test/support/sample-asb.ts';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

/** A case review as its chair, a body that answers, and somebody on a connection would turn it. */
let world: World;
const visitors = new Map<string, Visitor>();
const as = async (name: string): Promise<Visitor> => {
  const visitor = visitors.get(name) ?? (await world.as(name));
  visitors.set(name, visitor);
  return visitor;
};
const tried = async (who: string, url: string, body: unknown = {}) =>
  (await as(who)).api('POST', `/api/v1${url}`, body);
const officer = async (username: string) =>
  (
    await world.sql<{ id: string; agency: string }>(
      'select o.id, o.agency_id as agency from directory.officer o join platform.account c on c.officer_id = o.id where c.username = $1',
      [username],
    )
  )[0] ?? { id: '', agency: '' };
/** What a statement says on the operations connection of an officer. */
async function onConnection(username: string, statement: string): Promise<number | string> {
  const { id, agency } = await officer(username);
  const database = new Client({ connectionString: world.ownerUrl });
  await database.connect();
  try {
    await database.query('begin');
    await database.query('set local role bailiwick_ops');
    await database.query(
      `select set_config('bailiwick.agency', $1, true), set_config('bailiwick.officer', $2, true),
         set_config('bailiwick.roles', (select coalesce(string_agg(role, ','), '') from directory.role_grant where officer_id = $2::uuid), true)`,
      [agency, id],
    );
    return (await database.query(statement)).rowCount ?? 0;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await database.query('rollback').catch(() => undefined);
    await database.end();
  }
}
const s = asbSamples;
const callum = 'callum.safety';
const priya = 'priya.police';
const url = `/case-reviews/${s.reviewId}`;
const version = async () =>
  (await world.sql<{ version: number }>('select version from asb.review where id = $1', [s.reviewId]))[0]
    ?.version;
const step = async (action: string, body: object = {}, status = 200) => {
  const answer = await tried(callum, `${url}/steps/${action}`, { version: await version(), ...body });
  expect(answer.status, `${action}: ${answer.text}`).toBe(status);
  return answer.text;
};

beforeAll(async () => {
  world = await openWorld({ name: 'insider_asb_review' });
  await world.sql(
    `update asb.review set status = 'threshold-met', reviewed_on = null, outcome = null, findings = null, panel_on = null, case_ids = array[$2::uuid] where id = $1`,
    [s.reviewId, s.asbId],
  );
  await world.sql("insert into asb.review_phrase (review_id, phrase_hash) values ($1, '\\x01')", [
    s.reviewId,
  ]);
});
afterAll(() => world.close());
/** What the applicant reads of the answers. */
const read = () =>
  world.sql<{ words: string; response: string | null; said: string | null }>(
    "select words, response, response_words as said from asb.recommendations_by_phrase('CR-SAMP-001', '\\x01')",
  );

test('whoever chairs is looked at again on the day of the panel, and the panel can be called with somebody else', async () => {
  const olu = await officer('olu.officer');
  await step('convene', { chairId: olu.id, on: '2026-11-20' });
  await world.sql(
    `insert into asb.asb_event (id, asb_id, at, kind, officer_id, agency_id, words) values (gen_random_uuid(), $1, now(), 'measure', $2, $3, 'Advice')`,
    [s.asbId, olu.id, olu.agency],
  );
  const found = { findings: 'Slow', outcome: 'One plan for all agencies' };
  expect(await step('review', found, 422)).toContain('no part in the handling');
  expect(await step('convene', { chairId: (await officer(priya)).id, on: '2026-11-20' }, 422)).toContain(
    'no part',
  );
  await step('convene', { chairId: (await officer('hollis.housing')).id, on: '2026-11-20' });
  await step('review', { ...found, outcome: 'Sam was seen' }, 422);
  await step('review', found);
});

test('an answer is the body’s own, given once it is asked, and told to the applicant without names, custody or health', async () => {
  const { agency } = await officer(priya);
  const made = await tried(callum, `${url}/recommendations`, {
    bodyAgencyId: agency,
    words: 'Meet each month',
  });
  expect(made.status, made.text).toBe(201);
  const [second] = await world.sql<{ id: string }>('select id from asb.recommendation where not is_sent');
  const answer = (id: string | undefined, words: string) =>
    tried(priya, `/recommendations/${id}/response`, { response: 'accepted', words, version: 1 });
  expect((await answer(second?.id, 'From October.')).status).toBe(404);
  await step('recommend');
  const forged =
    "update asb.recommendation set response = 'accepted', response_words = 'Yes', responded_on = current_date";
  expect(await onConnection(callum, forged)).toContain('The body answers itself');
  expect(await onConnection(priya, 'update asb.recommendation set is_sent = false')).toContain('stays sent');
  const told = await answer(s.recommendationId, 'He is in custody until May');
  expect([told.status, told.text]).toEqual([422, expect.stringContaining('tells of custody')]);
  // The police cannot know that a neighbour's case is about him, and nothing tells them that it is.
  expect((await answer(s.recommendationId, 'We will call on Mr Sample each week.')).status).toBe(200);
  expect((await answer(second?.id, 'From October.')).status).toBe(200);
  expect((await answer(second?.id, 'From November.')).status).toBe(409);
  expect(await onConnection(priya, "update asb.recommendation set response_words = 'No'")).toContain(
    'given once',
  );
  expect((await read()).map(({ response, said }) => [response, said])).toEqual([
    ['accepted', null],
    ['accepted', null],
  ]);
  await step('respond');
  expect(new Map((await read()).map(({ words, said }) => [words, said]))).toEqual(
    new Map([
      ['Tell neighbours sooner', null],
      ['Meet each month', 'From October.'],
    ]),
  );
  expect(await onConnection(priya, 'select 1 from asb.answer_shown')).toBe(0);
  expect((await (await as(callum)).get(url)).text).toContain('The rest is kept from them');
  expect((await (await as(priya)).get('/recommendations')).text).not.toContain('kept from');
});
