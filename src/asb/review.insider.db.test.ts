import { beforeAll, expect, test } from 'vitest';
import * as asb from '../../test/support/asb.ts';
import { journey } from '../../test/support/journey.ts';
import { asbSamples } from '../../test/support/sample-asb.ts';

/** A case review as its chair, a body that answers, and somebody on a connection would turn it. */
const days = journey('insider_asb_review');
const { idsOf, made, page, sql, tried } = days;
const onConnection = (who: string, statement: string) => asb.onConnection(days, who, statement);
const s = asbSamples;
const callum = 'callum.safety';
const priya = 'priya.police';
const url = `/case-reviews/${s.reviewId}`;
const version = async () =>
  (await sql<{ version: number }>('select version from asb.review where id = $1', [s.reviewId]))[0]?.version;
const step = async (action: string, body: object = {}, status = 200) => {
  const answer = await tried(callum, `${url}/steps/${action}`, { version: await version(), ...body });
  expect(answer.status, `${action}: ${answer.text}`).toBe(status);
  return answer.text;
};

beforeAll(async () => {
  await sql(
    `update asb.review set status = 'threshold-met', reviewed_on = null, outcome = null, findings = null, panel_on = null, case_ids = array[$2::uuid] where id = $1`,
    [s.reviewId, s.asbId],
  );
  await sql("insert into asb.review_phrase (review_id, phrase_hash) values ($1, '\\x01')", [s.reviewId]);
});
/** What the applicant reads of the answers. */
const read = () =>
  sql<{ words: string; response: string | null; said: string | null }>(
    "select words, response, response_words as said from asb.recommendations_by_phrase('CR-SAMP-001', '\\x01')",
  );

test('whoever chairs is looked at again on the day of the panel, and the panel can be called with somebody else', async () => {
  const olu = await idsOf('olu.officer');
  await step('convene', { chairId: olu.officer, on: '2026-11-20' });
  await sql(
    `insert into asb.asb_event (id, asb_id, at, kind, officer_id, agency_id, words) values (gen_random_uuid(), $1, now(), 'measure', $2, $3, 'Advice')`,
    [s.asbId, olu.officer, olu.agency],
  );
  const found = { findings: 'Slow', outcome: 'One plan for all agencies' };
  expect(await step('review', found, 422)).toContain('no part in the handling');
  expect(await step('convene', { chairId: (await idsOf(priya)).officer, on: '2026-11-20' }, 422)).toContain(
    'no part',
  );
  await step('convene', { chairId: (await idsOf('hollis.housing')).officer, on: '2026-11-20' });
  await step('review', { ...found, outcome: 'Sam was seen' }, 422);
  await step('review', found);
});

test('an answer is the body’s own, given once it is asked, and told to the applicant without names, custody or health', async () => {
  const { agency } = await idsOf(priya);
  await made(callum, `${url}/recommendations`, { bodyAgencyId: agency, words: 'Meet each month' });
  const [second] = await sql<{ id: string }>('select id from asb.recommendation where not is_sent');
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
  expect((await page(callum, url)).text).toContain('The rest is kept from them');
  expect((await page(priya, '/recommendations')).text).not.toContain('kept from');
});
