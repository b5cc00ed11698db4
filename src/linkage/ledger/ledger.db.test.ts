import fc from 'fast-check';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ListedRow, loadLists } from '../../../test/support/lists.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { Viewer } from '../../platform/access/viewer.ts';
import { type Clock, fixedClock } from '../../platform/clock/clock.ts';
import { demand } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { idFromName, randomIds } from '../../platform/ids/ids.ts';
import {
  askOf,
  conflictsOf,
  historyOf,
  identityOf,
  judgementsWhere,
  judgePair,
  lastDecisions,
  previewTogether,
  undoJudgement,
  undoLastDecisions,
  undoTogether,
} from './index.ts';

let world: World;
let rows: ListedRow[];
let sadia: Viewer;
let hollis: Viewer;
beforeAll(async () => {
  world = await openWorld({ name: 'ledger' });
  rows = await loadLists(world, 12);
  sadia = (await world.as('sadia.safeguarding')).viewer;
  hollis = (await world.as('hollis.housing')).viewer;
});
afterAll(() => world.close());

/** One act of somebody, at an instant. */
async function as<T>(
  viewer: Viewer,
  act: (work: Work) => Promise<T>,
  clock: Clock = fixedClock('2026-11-20T10:00:00Z'),
): Promise<T> {
  return world.app.databases.inTransaction(viewer.side, viewer, (db) =>
    act({ db, viewer, clock, ids: randomIds, note: { detail: {} } }),
  );
}
const at = (hour: number) => fixedClock(`2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`);

const rowOf = (listName: string, n = 0): string => {
  const row = rows.filter((one) => one.listName === listName)[n];
  if (!row) throw new Error(`No row ${n} of ${listName}`);
  return row.id;
};
const same = (a: string, b: string, clock?: Clock) =>
  as(
    sadia,
    async (work) => demand(await judgePair(work, { recordA: a, recordB: b, verdict: 'same' })),
    clock,
  );
const membersOf = async (viewer: Viewer, id: string, when?: Date): Promise<readonly string[]> =>
  as(viewer, async (work) => (await identityOf(work, [id], when)).get(id)?.members ?? []);

/** A judgement as somebody with more sight would have left it. */
async function written(a: string, b: string, verdict: string): Promise<void> {
  const [one, other] = [a, b].sort();
  await world.sql(
    `insert into linkage.judgement (id, record_a, record_b, verdict, made_by, officer_id, made_at, why)
     select $1, $2, $3, $4, 'person', officer_id, '2026-11-10T09:00:00Z', 'by hand' from platform.account where username = 'priya.police'`,
    [idFromName(`written ${one} ${other}`), one, other, verdict],
  );
}

describe('the ledger', () => {
  test('joins, refuses, undoes and remembers, to the row', async () => {
    const [a, b, c] = [
      rowOf('Doorstep crime victims'),
      rowOf('Scam mail recipients'),
      rowOf('Vulnerable victims register'),
    ] as [string, string, string];
    await same(a, b, at(8));
    const second = await same(b, c, at(9));
    expect(await membersOf(sadia, a)).toEqual([a, b, c].sort());
    expect(await membersOf(sadia, a, new Date('2026-11-20T08:30:00Z'))).toEqual([a, b].sort());
    const apart = await as(
      sadia,
      async (work) =>
        demand(
          await judgePair(work, { recordA: a, recordB: c, verdict: 'different', why: 'Two birth dates' }),
        ),
      at(10),
    );
    expect(await membersOf(sadia, c)).not.toContain(a);
    const conflicts = await as(sadia, conflictsOf);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.because[0]?.id).toBe(apart.id);
    await as(sadia, async (work) => demand(await undoJudgement(work, apart.id)), at(11));
    expect(await membersOf(sadia, c)).toEqual([a, b, c].sort());
    expect(await membersOf(sadia, c, new Date('2026-11-20T10:30:00Z'))).not.toContain(a);

    // A decision over a decision; the undo gives back the one before, as it was.
    const changed = await as(
      sadia,
      async (work) =>
        demand(await judgePair(work, { recordA: c, recordB: b, verdict: 'unsure', seen: second.id })),
      at(12),
    );
    await as(sadia, async (work) => demand(await undoJudgement(work, changed.id)), at(13));
    const history = await as(sadia, (work) => historyOf(work, b, c));
    expect(history.map(({ verdict, endedWhy }) => [verdict, endedWhy])).toEqual([
      ['same', null],
      ['unsure', 'undone'],
      ['same', 'decided'],
    ]);
    expect(history[0]).toMatchObject({ restores: second.id, why: second.why, officerId: second.officerId });
    expect(await membersOf(sadia, c)).toEqual([a, b, c].sort());
    const again = await as(sadia, (work) =>
      judgePair(work, { recordA: b, recordB: c, verdict: 'same', seen: second.id }),
    );
    expect(again).toMatchObject({ ok: false, failure: { kind: 'stale' } });
    expect(await as(sadia, (work) => undoJudgement(work, second.id))).toMatchObject({
      failure: { kind: 'stale' },
    });
  });

  test('a hidden record neither joins nor is told of, unless its agency lets itself be asked', async () => {
    const own = rowOf('Tenants needing support', 1);
    const other = rowOf('Doorstep crime victims', 1);
    const silent = rowOf('Vulnerable tenants', 1);
    const asked = rowOf('Home fire safety visits', 1);
    await same(own, other);
    await written(own, silent, 'same');
    // Beyond a row that says nothing: not reached.
    await written(silent, asked, 'same');
    expect(await membersOf(sadia, own)).toEqual([own, other].sort());
    expect(await as(sadia, (work) => askOf(work, [own, silent]))).toEqual(new Map());
    await written(other, asked, 'same');
    const asks = await as(sadia, (work) => askOf(work, [own]));
    expect(asks.get(own)).toMatchObject([{ contact: 'Duty desk for Home fire safety visits' }]);
    expect(Object.keys(asks.get(own)?.[0] ?? {})).toEqual(['agencyId', 'agencyName', 'contact']);
    // The landlord sees its own row alone, and nobody to ask.
    expect(await membersOf(hollis, own)).toEqual([own]);
    expect(await membersOf(hollis, other)).toEqual([]);
    expect(await as(hollis, (work) => askOf(work, [own]))).toEqual(new Map());
    // Whoever may not see both records cannot judge them, nor read what was judged.
    expect(
      await as(hollis, (work) => judgePair(work, { recordA: own, recordB: other, verdict: 'different' })),
    ).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await as(hollis, (work) => judgementsWhere(work, sql`true`))).toEqual([]);
    expect(await as(hollis, (work) => historyOf(work, own, other))).toEqual([]);
    // Judged different from one of the person's rows: nobody to ask about.
    await written(own, asked, 'different');
    expect(await as(sadia, (work) => askOf(work, [own]))).toEqual(new Map());
  });

  test('the last ten, and all of one officer or one load, are undone in one go, after a look at what changes', async () => {
    const ids = Array.from({ length: 12 }, (_, n) => rowOf('Scam mail recipients', n));
    const before = await as(sadia, lastDecisions);
    for (const [n, id] of ids.slice(1).entries())
      await same(ids[0] ?? '', id, fixedClock(`2026-11-21T10:${String(n).padStart(2, '0')}:00Z`));
    const joined = (await membersOf(sadia, ids[0] ?? '')).length;
    expect(joined).toBeGreaterThanOrEqual(12);
    expect(await as(sadia, async (work) => demand(await undoLastDecisions(work)))).toBe(10);
    expect((await membersOf(sadia, ids[0] ?? '')).length).toBe(joined - 10);
    const officerId = sadia.kind === 'officer' ? sadia.officerId : '';
    const day = { kind: 'officer', officerId, from: '2026-11-21', to: '2026-11-21' } as const;
    const preview = await as(sadia, (work) => previewTogether(work, day));
    expect(preview.undone).toHaveLength(1);
    expect(preview.change.split).toHaveLength(1);
    expect(await as(sadia, (work) => undoTogether(work, day, 2))).toMatchObject({
      failure: { kind: 'stale' },
    });
    await as(sadia, async (work) => demand(await undoTogether(work, day, 1)));
    expect(await as(sadia, lastDecisions)).toEqual(before);
    const load = { kind: 'load', loadId: idFromName(`load ${rows[0]?.listId}`) } as const;
    const touched = await as(sadia, (work) => previewTogether(work, load));
    expect(touched.undone.length).toBeGreaterThan(0);
    await as(sadia, async (work) => demand(await undoTogether(work, load)));
    expect((await as(sadia, (work) => previewTogether(work, load))).undone).toEqual([]);
  });

  test('whatever is decided and then undone in turn, people and judgements are what they were after each step', async () => {
    const five = Array.from({ length: 5 }, (_, n) => rowOf('Adult safeguarding alerts', n));
    const state = () =>
      as(sadia, async (work) => {
        const people = await identityOf(work, five);
        const live = await judgementsWhere(work, sql`j.record_a = any(${five}::uuid[])`);
        return JSON.stringify([
          five.map((id) => [people.get(id)?.members, people.get(id)?.conflicts.length]),
          live
            .map(({ recordA, recordB, verdict, why, officerId }) => [
              recordA,
              recordB,
              verdict,
              why,
              officerId,
            ])
            .sort(),
        ]);
      });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            pair: fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 2 }),
            verdict: fc.constantFrom('same', 'same', 'different', 'unsure'),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        async (steps) => {
          const taken: { before: string; id: string }[] = [];
          for (const [n, { pair, verdict }] of steps.entries()) {
            const [a = 0, b = 0] = pair;
            const before = await state();
            const input = { recordA: five[a] ?? '', recordB: five[b] ?? '', verdict, why: `step ${n}` };
            const judged = await as(sadia, async (work) => demand(await judgePair(work, input)));
            taken.push({ before, id: judged.id });
          }
          for (const { before, id } of taken.reverse()) {
            // An undo puts the one before back under an id of its own: what holds of the pair now is what is undone next.
            const held = await as(sadia, async (work) => {
              const [live] = await judgementsWhere(work, sql`(j.id = ${id} or j.restores = ${id})`);
              return live?.id ?? '';
            });
            await as(sadia, async (work) => demand(await undoJudgement(work, held)));
            expect(await state()).toBe(before);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a page of fifty is read in no more statements than the one of them that hangs together the farthest', async () => {
    const more = await openWorld({ name: 'ledgerfast' });
    const many = await loadLists(more);
    const byTruth = Map.groupBy(many, ({ truth }) => truth);
    for (const group of byTruth.values())
      for (const [n, row] of group.slice(1).entries()) {
        const [a, b] = [group[n]?.id ?? '', row.id].sort();
        await more.sql(
          `insert into linkage.judgement (id, record_a, record_b, verdict, made_by, officer_id, made_at, why)
           select $1, $2, $3, 'same', 'person', officer_id, '2026-11-10T09:00:00Z', 'truth' from platform.account where username = 'sadia.safeguarding'`,
          [idFromName(`${a} ${b}`), a, b],
        );
      }
    const viewer = (await more.as('sadia.safeguarding')).viewer;
    const page = many.filter(({ listName }) => listName === 'Doorstep crime victims').slice(0, 50);
    const statements = (ids: readonly string[]) =>
      more.app.databases.inTransaction(viewer.side, viewer, async (db) => {
        const counted = vi.spyOn(Client.prototype, 'query');
        const found = await identityOf(
          { db, viewer, clock: at(10), ids: randomIds, note: { detail: {} } },
          ids,
        );
        const { length } = counted.mock.calls;
        counted.mockRestore();
        expect(found.size).toBe(ids.length);
        return length;
      });
    const ids = page.map(({ id }) => id);
    const alone: number[] = [];
    for (const id of ids) alone.push(await statements([id]));
    expect(Math.min(...alone)).toBeGreaterThan(0);
    expect(await statements(ids)).toBe(Math.max(...alone));
    await more.close();
  });
});
