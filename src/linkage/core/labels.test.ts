import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import type { Label } from './labels.ts';
import { type Linked, link } from './link.ts';
import { modelDocument } from './model.ts';
import { tableOf } from './table.ts';

/** People of whom each list writes the forename in a way of its own, so that training alone takes many for two. */
const made = makePeople(1500, 9).map(
  ({ cluster = '', first_name = '', surname = '', dob = '', postcode = '' }, row) => ({
    cluster,
    row: { first_name: row % 3 === 0 ? first_name.slice(0, 1) : first_name, surname, dob, postcode },
  }),
);
const isSame = (a: number, b: number) => made[a]?.cluster === made[b]?.cluster;

/** One pair in so many of those with odds worth a look, as a reviewer would be given them. */
function labelsOf({ pairs }: Linked, oneIn: number): Label[] {
  const out: Label[] = [];
  for (let pair = 0; pair < pairs.length; pair += 1) {
    const [a, b, weight] = [pairs.a[pair] ?? 0, pairs.b[pair] ?? 0, pairs.weight[pair] ?? 0];
    if (weight > -5 && (pair * 7919) % oneIn === 0) out.push({ a, b, same: isSame(a, b) });
  }
  return out;
}

/** The mean surprise at the truth of each pair, in nats. */
function lossOfOdds({ pairs }: Linked): number {
  let loss = 0;
  for (let pair = 0; pair < pairs.length; pair += 1) {
    const weight = pairs.weight[pair] ?? 0;
    loss += Math.log1p(Math.exp(isSame(pairs.a[pair] ?? 0, pairs.b[pair] ?? 0) ? -weight : weight));
  }
  return loss / pairs.length;
}

describe('labelled pairs', { timeout: 180_000 }, () => {
  const table = tableOf(made.map(({ row }) => row));
  const without = link(table);
  const labels = labelsOf(without, 8);

  test('take part in training, and the odds that come out fit the truth better', () => {
    const linked = link(table, { labels });
    expect(linked.labels).toMatchObject({
      same: labels.filter(({ same }) => same).length,
      different: labels.filter(({ same }) => !same).length,
      unreached: 0,
      recalibrated: true,
    });
    expect(linked.model.comparisons.map(({ m }) => [...m])).not.toEqual(
      without.model.comparisons.map(({ m }) => [...m]),
    );
    expect(lossOfOdds(linked)).toBeLessThan(lossOfOdds(without));
  });

  test('say that a pair is different, a hundred times: the odds fall', () => {
    const linked = link(table, { labels: labels.map((label, at) => ({ ...label, same: at % 20 === 0 })) });
    expect(linked.model.prior).toBeLessThan(without.model.prior / 3);
  });

  test('one that is plainly wrong is told', () => {
    const sure = labels.findIndex(({ a, b, same }) => same && without.scorer.weight(a, b) > 10);
    const wrong = labels.map((label, at) => (at === sure ? { ...label, same: false } : label));
    const { a, b } = labels[sure] ?? { a: -1, b: -1 };
    expect(link(table, { labels: wrong }).labels?.contradicted).toContainEqual(
      expect.objectContaining({ a, b, same: false }),
    );
  });

  test('of one kind alone leave the odds as they are trained', () => {
    const linked = link(table, { labels: labels.filter(({ same }) => same) });
    expect(linked.labels?.recalibrated).toBe(false);
  });

  test('put the odds of a model that is read right, and train nothing', () => {
    const document = modelDocument(without);
    const linked = link(table, { labels, model: { ...document, prior: document.prior / 50 } });
    expect(linked.model.prior).toBeGreaterThan(document.prior / 10);
    expect([...(linked.model.comparisons[0]?.m ?? [])]).toEqual([...(without.model.comparisons[0]?.m ?? [])]);
  });
});
