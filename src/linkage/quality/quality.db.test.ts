import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ListedRow, loadLists } from '../../../test/support/lists.ts';
import { formIn, wordsOf } from '../../../test/support/pages.ts';
import { linkageSamples } from '../../../test/support/sample-linkage.ts';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';
import { idFromName } from '../../platform/ids/ids.ts';
import { drawKey } from './audit-sample.ts';
import { bandOf } from './estimate.ts';

let world: World;
let sadia: Visitor;
let rows: ListedRow[];
beforeAll(async () => {
  world = await openWorld({ name: 'quality' });
  await world.sql('delete from linkage.second_opinion');
  await world.sql('delete from linkage.judgement');
  sadia = await world.as('sadia.safeguarding');
  rows = (await loadLists(world)).filter(({ listName }) => listName === 'Doorstep crime victims');
  // Each record stands in one pair, so that no decision settles another; every second pair is of the lower band.
  for (let at = 0; at + 1 < Math.min(rows.length, 80); at += 2) {
    const [a, b] = [rows[at]?.id ?? '', rows[at + 1]?.id ?? ''].sort();
    await world.sql(
      `insert into linkage.judgement (id, record_a, record_b, verdict, probability, weight, worth, made_by, model_id, made_at, why)
       values ($1, $2, $3, 'proposed', $4, 1, $5, 'model', $6, '2026-11-19T10:00:00Z', 'Found alike')`,
      [idFromName(`pair ${at}`), a, b, at % 4 ? 0.3 : 0.8, at, linkageSamples.modelId],
    );
  }
});
afterAll(() => world.close());

interface Band {
  from: number;
  pairs: number;
  reviewed: number;
  same: number;
  drawn: number;
  waiting: number;
}
interface Quality {
  thresholds: { threshold: number; precision?: { share: number; low: number; high: number } }[];
  bands: Band[];
  decided: { bands: Band[] };
}
const quality = async (): Promise<Quality> =>
  (await sadia.api('GET', '/api/v1/review/quality')).json as Quality; // what the route declares

/** Decides what the desk shows, as its form would. */
async function decideShown(verdict: string): Promise<boolean> {
  const desk = await sadia.get('/review');
  const form = formIn(desk.text, /\/review\/decisions$/);
  expect((await sadia.post('/review/decisions', { ...form, verdict })).status).toBe(303);
  const isDrawn = wordsOf(desk.text).includes('Chance chose this pair');
  expect(form.drawn).toBe(isDrawn ? 'audit' : '');
  return isDrawn;
}
const drawnQueue = async () =>
  (
    (await sadia.api('GET', '/api/v1/review?show=audit')).json as {
      queue: { judgement: { id: string; recordA: string; recordB: string } }[];
    }
  ).queue; // what the route declares
const kept = () =>
  world.sql<{ drawn: string; stratum: number | null; size: number | null }>(
    "select drawn, stratum, stratum_size as size from linkage.judgement where ended_at is null and made_by = 'person' order by made_at, id",
  );

test('the desk puts the pairs of each band in the order that the estimate takes them in', async () => {
  const pairs = await world.sql<{ recordA: string; recordB: string; probability: number }>(
    `select record_a as "recordA", record_b as "recordB", probability::float8 as probability from linkage.judgement where ended_at is null`,
  );
  const firstIn = (edge: number) =>
    pairs
      .filter(({ probability }) => bandOf(probability) === edge)
      .map((pair) => ({ ...pair, key: drawKey(pair.recordA, pair.recordB) }))
      .sort((x, y) => (x.key < y.key ? -1 : 1))
      .map(({ recordA, recordB }) => `${recordA} ${recordB}`)
      .slice(0, 3);
  const shown = (await drawnQueue()).map(({ judgement: { recordA, recordB } }) => `${recordA} ${recordB}`);
  for (const edge of [0.25, 0.75]) {
    const first = firstIn(edge);
    expect(first).toHaveLength(3);
    expect(shown.filter((pair) => first.includes(pair))).toEqual(first);
  }
  expect(shown).toHaveLength(6);
});

describe('pairs that chance chooses', () => {
  test('are one question in twenty at the desk, and their decisions say from which band of how many', async () => {
    const drawn: boolean[] = [];
    for (let question = 0; question < 21; question += 1)
      drawn.push(await decideShown(question % 2 ? 'same' : 'different'));
    expect(drawn.flatMap((isDrawn, at) => (isDrawn ? [at] : []))).toEqual([0, 20]);
    const audited = (await kept()).filter((one) => one.drawn === 'audit');
    expect(audited.map(({ stratum, size }) => [stratum, size]).sort()).toEqual([
      [0.25, 20],
      [0.75, 20],
    ]);
    expect((await kept()).filter((one) => one.drawn === 'worth')).toHaveLength(19);
  });

  test('are what the figures come from, apart from those of all decisions; a band without any leaves them open', async () => {
    const { bands, decided } = await quality();
    expect(decided.bands.reduce((sum, { reviewed }) => sum + reviewed, 0)).toBe(21);
    const drawn = bands.filter((one) => one.drawn > 0);
    expect(drawn.map(({ from, pairs, waiting }) => [from, pairs, waiting])).toEqual([
      [0.25, 20, 0],
      [0.75, 20, 0],
    ]);
    const answered = bands.reduce((sum, { reviewed }) => sum + reviewed, 0);
    expect(answered).toBeLessThan(21);
    const page = wordsOf((await sadia.get('/review/quality')).text);
    expect(page).toContain(`From ${answered} decided pairs that chance chose`);
    expect(page).toContain('most of them chosen for their worth');
  });

  test('are asked for by whoever wants narrower figures; undone, one is asked again', async () => {
    const before = await quality();
    const drawn = (found: Quality) => found.bands.reduce((sum, one) => sum + one.drawn - one.waiting, 0);
    const [first] = await drawnQueue();
    const form = formIn((await sadia.get('/review?show=audit')).text, /\/review\/decisions$/);
    expect(form.seen).toBe(first?.judgement.id);
    const decided = await sadia.post('/review/decisions', { ...form, verdict: 'same' });
    expect(decided.location).toBe('/review?show=audit');
    expect(drawn(await quality())).toBeGreaterThan(drawn(before));
    const [last] = await world.sql<{ id: string }>(
      'select id from linkage.judgement where ended_at is null and record_a = $1 and record_b = $2',
      [form.recordA, form.recordB],
    );
    expect((await sadia.api('POST', `/api/v1/judgements/${last?.id}/undo`)).status).toBe(201);
    const [again] = await drawnQueue();
    expect([again?.judgement.recordA, again?.judgement.recordB]).toEqual([form.recordA, form.recordB]);
    expect(await quality()).toEqual(before);
  });

  test('are what the desk drew: a form cannot say so of another pair', async () => {
    const open = await drawnQueue();
    const shown = new Set(open.map(({ judgement }) => judgement.recordA));
    const [other] = (
      await world.sql<{ a: string; b: string }>(
        "select record_a as a, record_b as b from linkage.judgement where ended_at is null and verdict = 'proposed' order by id",
      )
    ).filter(({ a }) => !shown.has(a));
    const said = { verdict: 'same', drawn: 'audit' };
    const forged = await sadia.api('POST', `/api/v1/pairs/${other?.a}/${other?.b}/judgements`, said);
    expect(forged).toMatchObject({ status: 201, json: { drawn: 'worth' } });
    const [first] = open;
    const path = `/api/v1/pairs/${first?.judgement.recordA}/${first?.judgement.recordB}/judgements`;
    expect(await sadia.api('POST', path, said)).toMatchObject({ status: 201, json: { drawn: 'audit' } });
  });

  test('are as many as the share that was set: none where it is nought', async () => {
    await world.sql(
      "insert into linkage.rule (id, name, value, set_at, why) values ($1, 'audit-share', 0, '2026-11-20T09:00:00Z', 'A week of backlog')",
      [idFromName('no draws')],
    );
    expect(await decideShown('same')).toBe(false);
  });
});
