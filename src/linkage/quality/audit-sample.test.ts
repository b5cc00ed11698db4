import { expect, test } from 'vitest';
import { auditBand, drawKey, drawnPairs, type ScoredPair } from './audit-sample.ts';
import { type Band, bandOf, estimateAt } from './estimate.ts';

/** A fixed stream of numbers between 0 and 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

interface True extends ScoredPair {
  worth: number;
  truth: 'same' | 'different';
}

/** Pairs of two bands in which those of more worth are the likelier to be different: the desk asks the harder first. */
function population(run: number): True[] {
  const random = numbers(run + 1);
  return Array.from({ length: 600 }, (_, at): True => {
    const probability = at % 2 ? 0.6 : 0.3;
    const isSame = random() < probability;
    return {
      ...{ recordA: `${run} ${at}`, recordB: 'b', probability, verdict: undefined, drawn: null },
      ...{ truth: isSame ? 'same' : 'different', worth: random() + (isSame ? 0 : 0.5) },
    };
  });
}

/** The desk: of twenty questions one is drawn, of each band in turn in the order of draws; the others go by worth. */
function decideSome(pairs: True[], questions: number): void {
  const byWorth = [...pairs].sort((a, b) => b.worth - a.worth);
  const byDraw = pairs
    .map((pair) => ({ pair, key: drawKey(pair.recordA, pair.recordB) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ pair }) => pair);
  for (let question = 0; question < questions; question += 1) {
    const isDrawn = question % 5 === 0;
    const band = question % 10 === 0 ? 0.25 : 0.5;
    const next = isDrawn
      ? byDraw.find(({ verdict, probability }) => !verdict && bandOf(probability) === band)
      : byWorth.find(({ verdict }) => !verdict);
    if (!next) return;
    next.verdict = next.truth;
    next.drawn = isDrawn ? 'audit' : 'worth';
  }
}

test('what chance chose holds the truth as often as it says; what was worth most does not', () => {
  const runs = 80;
  const held = { audit: 0, worth: 0 };
  for (let run = 0; run < runs; run += 1) {
    const pairs = population(run);
    decideSome(pairs, 250);
    const truth =
      pairs.filter(({ probability, truth }) => probability >= 0.5 && truth === 'same').length / 300;
    const audit = drawnPairs(pairs).map(auditBand);
    const worth = audit.map(({ from, pairs: size }): Band => {
      const reviewed = pairs.filter(({ probability, verdict }) => bandOf(probability) === from && verdict);
      return {
        ...{ from, pairs: size, reviewed: reviewed.length },
        same: reviewed.filter(({ verdict }) => verdict === 'same').length,
      };
    });
    for (const [name, bands] of Object.entries({ audit, worth }) as ['audit' | 'worth', Band[]][]) {
      const [found] = estimateAt(bands, [0.5]);
      if (found?.precision && found.precision.low <= truth && truth <= found.precision.high) held[name] += 1;
    }
  }
  expect(held.audit / runs).toBeGreaterThan(0.9);
  expect(held.worth / runs).toBeLessThan(0.5);
}, 30_000);

test('the sample is whatever stands before the last drawn pair, however it was decided, and says what waits', () => {
  const pairs = Array.from(
    { length: 10 },
    (_, at): ScoredPair => ({
      recordA: `a${at}`,
      recordB: 'b',
      probability: 0.6,
      verdict: undefined,
      drawn: null,
    }),
  ).sort((a, b) => (drawKey(a.recordA, a.recordB) < drawKey(b.recordA, b.recordB) ? -1 : 1));
  const say = (at: number, verdict: ScoredPair['verdict'], drawn: string) =>
    Object.assign(pairs[at] ?? {}, { verdict, drawn });
  const band = () =>
    drawnPairs(pairs)
      .map(auditBand)
      .find(({ from }) => from === 0.5);
  expect(band()).toMatchObject({ pairs: 10, reviewed: 0, drawn: 0, waiting: 0 });
  say(9, 'same', 'worth');
  expect(band()).toMatchObject({ drawn: 0, reviewed: 0 });
  say(0, 'unsure', 'audit');
  say(1, 'same', 'worth');
  say(3, 'different', 'audit');
  expect(band()).toMatchObject({ pairs: 10, drawn: 4, reviewed: 2, same: 1, unsure: 1, waiting: 1 });
});
