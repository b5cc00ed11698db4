import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { link } from './link.ts';
import { estimateMissed, missedWords } from './missed-pairs.ts';
import { tableOf } from './table.ts';

const made = makePeople(3000, 12);
const linked = link(tableOf(made));
const pairKey = (a: number, b: number) => Math.min(a, b) * made.length + Math.max(a, b);

/** True pairs that neither a list of candidates nor a cluster holds. */
function reallyMissed(edges: typeof linked.edges, pairs: typeof linked.pairs): number {
  const seen = new Set<number>();
  for (const { a, b, length } of [edges, pairs])
    for (let at = 0; at < length; at += 1) seen.add(pairKey(a[at] ?? 0, b[at] ?? 0));
  let missed = 0;
  for (let a = 0; a < made.length; a += 1)
    for (let b = a + 1; b < made.length; b += 1)
      if (made[a]?.cluster === made[b]?.cluster && !seen.has(pairKey(a, b))) missed += 1;
  return missed;
}

/** The candidates of some rules only, as if no others had been chosen. */
function withRules(names: (name: string) => boolean) {
  const rules = linked.rules.filter(({ name }) => names(name));
  const keep = (list: typeof linked.edges) => {
    const at = [...Array(list.length).keys()].filter((edge) =>
      rules.some(({ keys }) =>
        keys.every(({ hash }) => {
          const [x, y] = [hash(list.a[edge] ?? 0), hash(list.b[edge] ?? 0)];
          return x !== 0 && x === y;
        }),
      ),
    );
    return {
      a: Int32Array.from(at, (edge) => list.a[edge] ?? 0),
      b: Int32Array.from(at, (edge) => list.b[edge] ?? 0),
      weight: Float32Array.from(at, (edge) => list.weight[edge] ?? 0),
      length: at.length,
    };
  };
  return { rules, edges: keep(linked.edges), pairs: keep(linked.pairs) };
}

describe('pairs that no rule reached', { timeout: 180_000 }, () => {
  test('are hardly any when many rules were chosen', () => {
    const { share } = estimateMissed({ ...linked, rows: made.length });
    expect(share).toBeLessThan(0.02);
  });

  test('are estimated within a factor of two when the rules left are few, and said to differ in what the rules need', () => {
    const few = withRules((name) => /address|street|birth/.test(name) && !/phone|mail/.test(name));
    const told = estimateMissed({ ...few, allowed: linked.allowed, rows: made.length });
    const real = reallyMissed(few.edges, few.pairs);
    expect(real).toBeGreaterThan(100);
    expect(told.pairs).toBeGreaterThan(real / 2);
    expect(told.pairs).toBeLessThan(real * 2);
    expect(told.because.map(({ field }) => field)).toContain('address or postcode');
  });

  test('are not estimated from a handful of matches', () => {
    const few = { ...linked.pairs, length: 5 };
    expect(estimateMissed({ ...linked, pairs: few, rows: made.length }).pairs).toBeUndefined();
  });

  test('are told in words', () => {
    expect(
      missedWords({
        pairs: 1234.5,
        share: 0.031,
        because: [
          { field: 'address or postcode', lack: 0.7, differ: 0.2 },
          { field: 'surname', lack: 0, differ: 0.6 },
          { field: 'phone', lack: 0.3, differ: 0.1 },
        ],
      }),
    ).toBe(
      'About 1,200 pairs of the same (3.1%) may never have been looked at; most lack address or postcode and differ in surname.',
    );
  });
});
