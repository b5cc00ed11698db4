import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performQueued } from '../../../test/support/jobs.ts';
import { linkageSamples as samples } from '../../../test/support/sample-linkage.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let sadia: Visitor;
let callum: Visitor;
let hollis: Visitor;
const clock = movableClock();
beforeAll(async () => {
  world = await openWorld({ name: 'review', clock });
  sadia = await world.as('sadia.safeguarding');
  callum = await world.as('callum.safety');
  hollis = await world.as('hollis.housing');
});
afterAll(() => world.close());

const pair = `/api/v1/pairs/${samples.otherEntryId}/${samples.thirdEntryId}`;

describe('the review desk by the API', () => {
  test('gives the queue, takes a decision, and refuses one on what somebody else has moved', async () => {
    const before = (await sadia.api('GET', '/api/v1/review')).json;
    expect(before).toMatchObject({
      progress: { waiting: 1 },
      queue: [{ judgement: { id: samples.proposalId }, together: 3 }],
    });
    const decided = await sadia.api('POST', `${pair}/judgements`, {
      verdict: 'unsure',
      why: 'Too little on it',
      seen: samples.proposalId,
    });
    expect(decided).toMatchObject({
      status: 201,
      json: { verdict: 'unsure', why: 'Too little on it', probability: expect.closeTo(0.8) },
    });
    const stale = await sadia.api('POST', `${pair}/judgements`, {
      verdict: 'same',
      seen: samples.proposalId,
    });
    expect(stale.status).toBe(409);
    const id = String((decided.json as { id: unknown }).id); // the answer's schema has an id
    expect((await sadia.api('POST', `/api/v1/judgements/${id}/undo`)).status).toBe(201);
    const { json } = await sadia.api('GET', pair);
    expect(json).toMatchObject({
      live: { verdict: 'proposed', restores: samples.proposalId },
      explanation: { probability: 0.8 },
    });
    expect((json as { history: unknown[] }).history).toHaveLength(3);
  });

  test('a decision that cannot be taken is shown again with its own pair, on the desk and off it', async () => {
    const [recordA = '', recordB = ''] = [samples.otherEntryId, samples.thirdEntryId].sort();
    const why = 'w'.repeat(1001);
    const fields = { recordA, recordB, verdict: 'same', why, show: 'proposed' };
    const onDesk = await sadia.post('/review/decisions', fields);
    expect(onDesk.status).toBe(422);
    expect(onDesk.text).toContain('action="/review/decisions"');
    expect(onDesk.text).toContain(`value="${why}"`);
    // The desk has another pair, or none, of what was asked for: what was written of this one is not put to that one.
    const moved = await sadia.post('/review/decisions', { ...fields, show: 'unsure' });
    expect(moved.status).toBe(422);
    expect(moved.text).toContain(`action="/pairs/${recordA}/${recordB}/judgements"`);
    expect(moved.text).toContain(`value="${why}"`);
    const nowhere = { ...fields, recordA: '5a3b1e00-0000-4000-8000-00000000ffff', show: 'unsure' };
    expect((await sadia.post('/review/decisions', nowhere)).status).toBe(404);
  });

  test('asks once about two people, and not where another decision settles it', async () => {
    const queueOf = async () => {
      const { queue } = (await sadia.api('GET', '/api/v1/review')).json as {
        queue: { judgement: { id: string } }[];
      }; // the answer's schema has a queue
      return queue.map(({ judgement }) => judgement.id);
    };
    // A second pair between the same two people: the one whose decision is worth more stands for both.
    await world.sql(
      `insert into linkage.judgement (id, record_a, record_b, verdict, probability, weight, worth, made_by, model_id, run_id, made_at, why)
       select '5a3b1e00-0000-4000-8000-0000000003a1', least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'proposed', 0.7, 1, 0.4, 'model', model_id, run_id, made_at, why
       from linkage.judgement where verdict = 'proposed' and ended_at is null and record_a = $1`,
      [samples.otherEntryId, samples.entryId, samples.thirdEntryId],
    );
    const [first, ...others] = await queueOf();
    expect(others).toEqual([]);
    expect(first).not.toBe('5a3b1e00-0000-4000-8000-0000000003a1');
    const decided = await sadia.api('POST', `${pair}/judgements`, {
      verdict: 'different',
      why: 'Two brothers',
    });
    expect(decided.status).toBe(201);
    expect(await queueOf()).toEqual([]);
    const id = String((decided.json as { id: unknown }).id); // the answer's schema has an id
    await sadia.api('POST', `/api/v1/judgements/${id}/undo`);
    expect(await queueOf()).toHaveLength(1);
    await world.sql("delete from linkage.judgement where id = '5a3b1e00-0000-4000-8000-0000000003a1'");
  });

  test('an owner sees a question about its own row and nothing of the other one', async () => {
    const asked = await sadia.api('POST', `${pair}/questions`, {
      recordId: samples.thirdEntryId,
      words: 'Is S short for Samuel?',
    });
    expect(asked.status).toBe(201);
    expect(await performQueued(world, clock)).toContain('tell-list-owner');
    const [mail] = await world.sql<{ body: string; subject: string }>(
      "select body, subject from platform.outbox where reason = 'question about a list'",
    );
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/Sample|Samuel/);
    const own = (await callum.api('GET', '/api/v1/questions')).text;
    expect(own).toContain('Is S short for Samuel?');
    expect(own).not.toContain('otherId');
    expect((await hollis.api('GET', '/api/v1/questions')).json).toEqual({ questions: [] });
    const id = String((asked.json as { id: unknown }).id); // the answer's schema has an id
    expect(
      (await hollis.api('POST', `/api/v1/questions/${id}/answers`, { answer: 'confirmed' })).status,
    ).toBe(404);
    expect((await callum.api('POST', `/api/v1/questions/${id}/answers`, { answer: 'changed' })).status).toBe(
      422,
    );
    expect(
      (await callum.api('POST', `/api/v1/questions/${id}/answers`, { answer: 'cannot-say' })).status,
    ).toBe(201);
    expect(
      (await callum.api('POST', `/api/v1/questions/${id}/answers`, { answer: 'confirmed' })).status,
    ).toBe(409);
    expect((await sadia.api('GET', pair)).text).toContain('cannot-say');
  });

  test('a second opinion is blind, is given once, and makes the agreement', async () => {
    const waiting = await sadia.api('GET', '/api/v1/review/second-opinions');
    expect(waiting.json).toMatchObject({ waiting: [{ id: samples.opinionId }] });
    expect(JSON.stringify((waiting.json as { waiting: unknown }).waiting)).not.toContain('different');
    const given = await sadia.api('POST', `/api/v1/review/second-opinions/${samples.opinionId}`, {
      verdict: 'same',
    });
    expect(given.json).toEqual({ agrees: false, firstVerdict: 'different' });
    const again = await sadia.api('POST', `/api/v1/review/second-opinions/${samples.opinionId}`, {
      verdict: 'same',
    });
    expect(again.status).toBe(409);
    expect((await sadia.api('GET', '/api/v1/review/second-opinions')).json).toMatchObject({
      waiting: [],
      agreement: { pairs: 1, share: 0 },
      differing: [{ firstVerdict: 'different', verdict: 'same' }],
    });
  });

  test('drawing follows the share that is set', async () => {
    const set = (value: number) =>
      sadia.api('POST', '/api/v1/review/rules', { name: 'second-share', value, why: 'For the test' });
    await set(1);
    await sadia.api('POST', `${pair}/judgements`, { verdict: 'same' });
    const drawn = () =>
      world.sql<{ id: string }>("select id from linkage.second_opinion where drawn_at > '2026-11-10'");
    expect(await drawn()).toHaveLength(1);
    clock.set('2026-11-20T10:05:00Z');
    await set(0);
    await sadia.api('POST', `${pair}/judgements`, { verdict: 'different' });
    expect(await drawn()).toHaveLength(1);
    // Whoever decided it is not asked about it again.
    expect((await sadia.api('GET', '/api/v1/review/second-opinions')).json).toMatchObject({ waiting: [] });
  });

  test('a model is adopted by a person after a look, and then everything is matched with it', async () => {
    const look = await sadia.api('GET', `/api/v1/review/models/${samples.otherModelId}`);
    expect(look).toMatchObject({ status: 200, json: { number: 2 } });
    expect((await sadia.api('POST', `/api/v1/review/models/${samples.otherModelId}/adopt`)).status).toBe(201);
    expect(await performQueued(world, clock)).toContain('match-records');
    expect((await sadia.api('GET', '/api/v1/review/models')).json).toMatchObject({
      adoptedId: samples.otherModelId,
      runs: [{ kind: 'all', modelNumber: 2, step: 'done' }, {}],
    });
    expect((await callum.api('POST', `/api/v1/review/models/${samples.modelId}/adopt`)).status).toBe(403);
  });

  test('quality is told with small groups left out', async () => {
    const { json } = await sadia.api('GET', '/api/v1/review/quality');
    expect(json).toMatchObject({
      groupings: [{ name: 'By list' }, { name: 'By age' }, { name: 'By sex', groups: [] }, {}],
    });
    for (const grouping of (json as { groupings: { groups: { reviewed?: number }[] }[] }).groupings) // as its schema says
      for (const group of grouping.groups) expect(group.reviewed ?? 10).toBeGreaterThanOrEqual(10);
  });
});

describe('the card', () => {
  test('is one and the same from each of its records, for each viewer of what they see', async () => {
    const one = await sadia.api('GET', `/api/v1/people/${samples.entryId}`);
    const other = await sadia.api('GET', `/api/v1/people/${samples.otherEntryId}`);
    expect(one.json).toEqual(other.json);
    expect(one.json).toMatchObject({
      name: 'Sam Sample',
      records: [{}, {}],
      joins: [{ without: [1, 1] }],
      isAddressHidden: false,
    });
    expect((await callum.api('GET', `/api/v1/people/${samples.entryId}`)).json).toMatchObject({
      records: [{}, {}],
    });
    expect((await hollis.api('GET', `/api/v1/people/${samples.entryId}`)).status).toBe(404);
    const before = await sadia.api('GET', `/api/v1/people/${samples.entryId}?asAt=2026-11-03`);
    expect(before.json).toMatchObject({ records: [{}], joins: [] });
    expect((await sadia.get(`/people/${samples.entryId}?asAt=2026-02-31`)).status).toBeLessThan(500);
  });

  test('shows no address of anybody who is the same person as one whose address is hidden', async () => {
    expect((await sadia.api('GET', `/api/v1/people/${samples.otherEntryId}`)).text).toContain('QM1 1AA');
    await world.sql(
      'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
      [samples.entryId],
    );
    const hidden = await sadia.api('GET', `/api/v1/people/${samples.otherEntryId}`);
    expect(hidden.json).toMatchObject({ isAddressHidden: true });
    for (const url of [
      `/people/${samples.otherEntryId}`,
      `/pairs/${samples.entryId}/${samples.thirdEntryId}`,
      pair,
      '/questions',
    ])
      expect([url, (await sadia.get(url)).text.includes('QM1 1AA')]).toEqual([url, false]);
  });
});
