import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';
import type { Visitor } from '../../test/support/world.ts';

/** A person with two files is counted once, with what lies in either; and lists by whoever may see them. */
const r = registerWorld('victim_family');
let petra: Visitor;
const year = 'from=2026-04-01&to=2026-11-20';

async function figures(visitor: Visitor): Promise<Record<string, string>> {
  const { json } = await visitor.api('GET', `/api/v1/figures?${year}`);
  const lines = (json as { figures: { code: string; now: { words: string } }[] }).figures;
  return Object.fromEntries(lines.map(({ code, now }) => [code, now.words]));
}

beforeAll(async () => {
  petra = await r.world.as('petra.performance');
  // Nobody of the county on the register, and its lists found in another year.
  await r.world.sql('truncate safeguarding.victim_file cascade');
  await r.world.sql("update linkage.list set made_at = '2020-01-01T09:00:00Z'");
  await r.world.sql(
    "update linkage.judgement set ended_at = now(), ended_why = 'undone' where ended_at is null",
  );
  const [one, two] = [
    await r.listed('MCC', 'Doorstep victims', { label: 'Eve Dahl' }),
    await r.listed('MCC', 'Mail victims', { label: 'Evie Dahl' }),
  ];
  await r.judged(one, two);
  const [stays, other] = [await r.open(one), await r.open(two)];
  // Another file of hers, opened before anybody knew that she is one person; all of the year lies in it.
  expect(other).toBe(stays);
  const joined = await r.open(await r.listed('MCC', 'Calls', { label: 'E. Dahl' }));
  expect(joined).not.toBe(stays);
  await r.world.sql(
    `insert into safeguarding.visit (id, reference, file_id, agency_id, person_name, purpose, state, planned_on, assigned_to, result, made_at, made_by)
     select gen_random_uuid(), 'VV-FAM', id, agency_id, name, 'First visit', 'done', '2026-06-02', opened_by, 'seen', '2026-06-01T10:00:00Z', opened_by
     from safeguarding.victim_file where id = $1`,
    [joined],
  );
  await r.world.sql("update safeguarding.victim_file set supported_on = '2026-06-02' where id = $1", [
    joined,
  ]);
  await r.send(r.sadia, joined, 'losses', {
    ...{ kind: 'loss', basis: 'documented', scamType: 'mail-scam', method: 'post' },
    ...{ amount: '250', happenedOn: '2026-09-01' },
  });
  expect((await r.join(stays, joined)).status).toBe(303);
});

describe('figures of the register', () => {
  test('V-01, V-01a, V-01b and V-04 count a person of two files once, with what lies in either', async () => {
    const found = await figures(petra);
    expect(found['V-01']).toBe('1');
    expect(found['V-01a']).toBe('1');
    expect(found['V-01b']).toBe('1');
    expect(found['V-04']).toMatch(/^1 of 1 /);
    expect(found['V-02']).toBe('£250.00');
  });

  test('V-04 follows the one row that says how long a loss makes somebody a victim again', async () => {
    await r.world.sql("update safeguarding.term set months = 2 where code = 'repeat-check'");
    expect((await figures(petra))['V-04']).toMatch(/^0 of 1 /);
    await r.world.sql("update safeguarding.term set months = 12 where code = 'repeat-check'");
  });

  test('V-05 to V-05b tell the analyst of no national batch, by count, split or record', async () => {
    const before = await figures(petra);
    const pages = async () => {
      const texts: string[] = [];
      for (const code of ['V-05', 'V-05a', 'V-05b'])
        for (const url of [`/figures/${code}?${year}`, `/figures/${code}/records?${year}`])
          texts.push((await petra.get(url)).text.replaceAll(petra.csrf, '').replaceAll(/"\.[\w-]{22}"/g, ''));
      return texts;
    };
    const was = await pages();
    const mine = await figures(r.sadia);
    const [a, b] = [
      await r.listed('NSU', 'Batch', { label: 'Gus Berg', handling: 'restricted' }),
      await r.listed('NSU', 'Batch', { label: 'Gustav Berg', handling: 'restricted' }),
    ];
    await r.judged(a, b);
    await r.judged(a, await r.listed('MCC', 'Calls', { label: 'G. Berg' }));
    await r.world.sql("update linkage.list set entered_by_agency_id = $1 where name = 'Batch'", [
      await r.agency('MCC'),
    ]);
    expect(await figures(petra)).toEqual(before);
    expect(await pages()).toEqual(was);
    // Whoever keeps the register sees the batch, and counts it.
    const [then, now] = [mine, await figures(r.sadia)];
    for (const code of ['V-05', 'V-05a', 'V-05b'])
      expect(`${code} ${Number(now[code]) - Number(then[code])}`).toBe(`${code} 1`);
    expect(wordsOf((await r.sadia.get(`/figures/V-05/records?${year}`)).text)).toContain('restricted');
  });
});
