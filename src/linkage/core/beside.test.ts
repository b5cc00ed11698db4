import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { openModel } from './index.ts';
import { link } from './link.ts';
import { modelDocument, readModel } from './model.ts';
import { tableOf } from './table.ts';

/** So few people do not fill the districts of their towns: here each town has one. */
const rows = makePeople(1600, 12).map(
  ({ cluster: _, ...row }): Record<string, string> => ({
    ...row,
    postcode: (row.postcode ?? '').replace(/^([A-Z]{2})\d+(?= ?\d[A-Z]{2}$)/, '$11'),
  }),
);

describe('a town beside its postcode', { timeout: 60_000 }, () => {
  const linked = link(tableOf(rows));
  const named = (name: string) => linked.comparisons.find((one) => one.name === name);

  test('is a comparison of its own where the postcode is another, and says nothing more where it is near', () => {
    expect(linked.beside).toContainEqual({ child: 'town', parent: 'Postcode', near: 3 });
    const [postcode, alone, apart] = [
      named('Postcode'),
      named('town'),
      named('town, where Postcode is another'),
    ];
    if (!postcode || !alone || !apart) throw new Error('a comparison is wanting');
    const met = new Set<string>();
    for (let a = 0; a < 400; a += 1)
      for (let b = a + 1; b < 400; b += 1) {
        const level = postcode.level(a, b);
        if (level !== 0) expect(alone.level(a, b)).toBe(0);
        if (level < 4) expect(apart.level(a, b)).toBe(0);
        met.add(`${Math.min(level, 4)} ${alone.level(a, b) > 0} ${apart.level(a, b) > 0}`);
      }
    expect(met).toContain('0 true false');
    expect(met).toContain('4 false true');
  });

  test('stands in the model, which judges single records by it', () => {
    const model = readModel(JSON.parse(JSON.stringify(modelDocument(linked))));
    const { edges } = link(tableOf(rows), { model });
    const open = openModel(model);
    for (const edge of [0, 50, 300]) {
      const [one, other] = [rows[edges.a[edge] ?? 0], rows[edges.b[edge] ?? 0]];
      if (!one || !other) throw new Error('too few pairs');
      expect((open.judge(one, [other])[0]?.totalBits ?? 0) * Math.LN2).toBeCloseTo(
        edges.weight[edge] ?? 0,
        4,
      );
    }
  });

  test('is not looked for where a district has people of many towns', () => {
    const moved = rows.map((row, at) => ({ ...row, town: rows[(at * 7) % rows.length]?.town ?? '' }));
    expect(link(tableOf(moved)).beside).toEqual([]);
  });
});
