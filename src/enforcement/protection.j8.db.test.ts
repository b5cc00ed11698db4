import { expect, test } from 'vitest';
import {
  byHand,
  pathOf,
  protectionWorld,
  type ShownProtection as Shown,
  type Who,
} from '../../test/support/protection.ts';

/**
 * Journey 8, steps 1 to 3 and 7, by `/api/v1`, on the days on which it happened: ten warnings, one notice, no breach of it,
 * and the table without names.
 */
const days = protectionWorld('j8');
const { cases, clock, drafted, look, noticed, person, post, postcodes, refusal, south, step, taken, vale } =
  days;

const names = Array.from({ length: 10 }, (_, n) => `Tenant Surname${n} Esq`);
const files: Shown[] = [];

test('step 2: ten warnings, one in the South and nine in the Vale, each with its conduct and time to comply', async () => {
  const [here] = await postcodes('WEND', 1);
  const there = await postcodes('ALDE', 9);
  files.push(
    await drafted(south, {
      name: names[0] ?? '',
      postcode: here ?? '',
      caseId: cases.flats ?? '',
      kinds: ['smells', 'arguing', 'visitors'],
    }),
  );
  for (const [n, postcode] of there.entries())
    files.push(
      await drafted(vale, {
        name: names[n + 1] ?? '',
        postcode,
        caseId: cases.gardens ?? '',
        kinds: n % 2 ? ['waste-burnt'] : ['waste-dumped', 'waste-burnt'],
      }),
    );
  for (const [n, file] of files.entries())
    files[n] = await taken(n === 0 ? south : vale, file, 'serve-warning', byHand('2016-06-06'));
  expect(files.map((f) => f.status)).toEqual(Array(10).fill('warned'));
  expect(files[1]).toMatchObject({
    complyBy: '2016-06-20',
    complyWhy:
      '14 days after 6 June 2016, the day the warning was served; day 1 is 7 June 2016: last day 20 June 2016.',
    services: [{ stage: 'warning', servedOn: '2016-06-06', servedBy: 'The co-ordinator' }],
  });
  expect(files[1]?.letters.map((l) => `${l.kind} ${l.format} ${l.sha256.length}`).sort()).toEqual([
    'warning docx 64',
    'warning pdf 64',
  ]);
});

test('✔ a notice is refused until a warning was served, its time has run and the conduct continues, saying what is missing', async () => {
  const [, , postcode] = await postcodes('ALDE', 3);
  const draft = await drafted(vale, {
    name: 'Somebody else',
    postcode: postcode ?? '',
    caseId: cases.gardens ?? '',
    kinds: ['noise'],
  });
  const unwarned = await refusal(vale, draft, 'serve-notice', byHand('2016-06-06'));
  expect(unwarned).toContain('Serve a written warning first');
  expect(unwarned).toContain('Not met: a warning was served');
  const file = files[1] as Shown; // served by the test before
  clock.set('2016-06-20T10:00:00Z');
  const early = await refusal(vale, file, 'serve-notice', byHand('2016-06-20'));
  expect(early).toContain('Wait until 20 June 2016 has passed');
  expect(early).not.toContain('Serve a written warning first');
  clock.set('2016-06-21T10:00:00Z');
  const calm = await refusal(vale, file, 'record-failure', { reason: 'Time has run' });
  expect(calm).toContain('the conduct continues');
  expect(calm).not.toContain('Wait until');
  await taken(vale, await look(vale, draft), 'discard', { reason: 'Not needed' });
});

test('step 3: one Vale subject goes on: one notice with requirements, 21 days to appeal, no breach', async () => {
  const file = await noticed(vale, files[1] as Shown);
  files[1] = file;
  expect(file).toMatchObject({
    status: 'notice-served',
    appealUntil: '2016-07-21',
    appealWhy: '21 days beginning with 1 July 2016, the day of the notice: last day 21 July 2016.',
  });
  expect(file.letters.filter((l) => l.kind === 'notice')).toHaveLength(2);
  expect(file.requirements.filter((r) => r.stage === 'notice').map((r) => r.kind)).toEqual(['stop', 'do']);
  clock.set('2016-07-22T10:00:00Z');
  const late = await refusal(vale, file, 'appeal', {
    on: '2016-07-22',
    grounds: ['not-persistent'],
    reason: 'Told by the court',
  });
  expect(late).toContain('21 days beginning with the day of the notice');
});

test('the other warnings were complied with, and the South file ends because a closure order was made (step 7)', async () => {
  clock.set('2016-09-01T10:00:00Z');
  for (const n of [2, 3, 4, 5, 6, 7, 8])
    files[n] = await taken(vale, files[n] as Shown, 'record-compliance', {
      on: '2016-09-01',
      reason: 'Visited: no waste',
    });
  const open = files[0] as Shown;
  const unsaid = await step(south, open, 'discharge', { on: '2016-09-01', reason: 'It ends' });
  expect(unsaid.text).toContain('Choose why it ends');
  files[0] = await taken(south, open, 'discharge', {
    on: '2016-09-01',
    ending: 'closure-order',
    reason: 'Closure order of the magistrates’ court',
  });
  const later = { kind: 'photo', happenedOn: '2016-08-30', words: 'Noise again' };
  expect((await post(south, `${pathOf(open)}/evidence`, later, 409)) as unknown).toMatchObject({
    words: expect.stringContaining('This file has ended'),
  });
  const counts = await days.world.sql<{ warnings: number; notices: number; breaches: number }>(
    `select count(warned_on)::int as warnings, count(notice_on)::int as notices, count(breached_on)::int as breaches from enforcement.protection`,
  );
  expect(counts).toEqual([{ warnings: 10, notices: 1, breaches: 0 }]);
});

test('step 7: the table has two rows made from records, and no name, no typed word, in any byte of it (✘)', async () => {
  const rows = [];
  for (const who of [south, vale])
    rows.push(
      ...((await who.api('GET', '/api/v1/protection/table')).json as { rows: Record<string, string>[] }).rows,
    );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    summary: 'Arguing and shouting, smells and visitors at all hours. 1 warning served, June 2016.',
    update: 'Ended because a closure order was made.',
  });
  expect(rows[1]).toMatchObject({
    summary: 'Dumping of waste and burning of waste. 9 warnings served, June 2016.',
    update: '7 cases complied with. 1 notice served, July 2016. No breach.',
  });
  for (const who of [south, vale]) await post(who, '/api/v1/protection/table/publish', {}, 201);
  const board = person('bea.board');
  const published = await board.api('GET', '/api/v1/protection/published');
  expect(published.status).toBe(200);
  expect((published.json as { tables: unknown[] }).tables).toHaveLength(2);
  // Who sits on the board may count nobody: small numbers are not said.
  expect(published.text).toContain('Fewer than 5 warnings served');
  expect(published.text).toContain('9 warnings served');
  expect(published.text).toContain('Some cases complied with. Notice served, July 2016. No breach.');
  const said = published.text + JSON.stringify(rows);
  for (const word of [...names, 'Surname', 'Tenant', 'Flat 4', 'Made Up Lane', 'landlord', 'CP-'])
    expect(said).not.toContain(word);
  expect((await board.get('/protection')).status).toBe(403);
  expect((await board.api('GET', pathOf(files[1] as Shown))).status).toBe(403);
});

test('A-04: ten warnings, one notice, no breach, counted from the records, for those who may open them alone', async () => {
  clock.set('2016-10-03T10:00:00Z');
  const of = async (who: Who) => {
    const answer = await who.api('GET', '/api/v1/figures?period=2016-04-01_2016-09-30');
    const lines = (answer.json as { figures: { code: string; now: object }[] }).figures;
    return new Map(lines.map((line) => [line.code, line.now]));
  };
  const [here, there] = [await of(south), await of(vale)];
  expect(here.get('A-04')).toMatchObject({ value: 1 });
  expect(there.get('A-04')).toMatchObject({ value: 9 });
  expect(there.get('A-04a')).toMatchObject({ numerator: 1, denominator: 9 });
  expect(there.get('A-04b')).toMatchObject({ value: 1 });
  expect(there.get('A-04c')).toMatchObject({ numerator: 0, denominator: 1 });
  expect(there.get('A-04d')).toMatchObject({ value: 0 });
  expect((await of(person('petra.performance'))).has('A-04')).toBe(false);
});

test('a person warned, and a person fined, reach the one list: exact keys and the job that looks for who else they are', async () => {
  const asked = await days.world.sql<{ label: string; keys: string }>(
    `select r.label, string_agg(k.kind, ',') as keys from records.received_record r
       join graphile_worker._private_jobs j on j.payload ->> 'recordId' = r.id::text
       join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'match-records'
       left join records.exact_key k on k.record_id = r.id
     where r.feed in ('protection', 'penalty') group by r.id, r.label order by r.label`,
  );
  expect(asked).toContainEqual({ label: 'Tenant Surname1 Esq, 1970-01-01', keys: 'name-born' });
});
