import { eachCandidate, type Rule } from './candidates.ts';
import { chooseRules, seedRules } from './choose-rules.ts';
import type { Edges } from './cluster.ts';
import type { Comparison } from './compare/comparison.ts';
import { canCalibrate, lossOf, patternsOfLabels, type WeighedLabel } from './labels.ts';
import { PatternCounter, Scorer } from './score.ts';
import {
  classLogs,
  drawPairs,
  type LabelledPatterns,
  type Pattern,
  randomChances,
  type Trained,
  train,
} from './train.ts';

/** What there is to learn from. */
interface Material {
  rows: number;
  comparisons: readonly Comparison[];
  /** Names of the comparisons of what tells one from another. */
  telling: ReadonlySet<string>;
  possible: readonly Rule[];
  allowed: (a: number, b: number) => boolean;
  allPairs: number;
  /** Pairs whose answer is known. */
  labels: readonly WeighedLabel[];
}

interface RandomMaterial extends Omit<Material, 'possible'> {
  chances: readonly Float64Array[];
  withRelated: boolean;
  labelled: LabelledPatterns | undefined;
}

/**
 * Selective rules bring pairs together to train on; then rules are chosen that reach what the model takes for matches. It is
 * not trained again on all of these: wide rules bring in chance likenesses that hang together (town with postcode), and the
 * classes then come to mean those.
 */
export function learn(material: Material): { model: Trained; rules: Rule[] } {
  const { rows, comparisons, possible, allowed, allPairs, labels } = material;
  const labelled = labels.length > 0 ? patternsOfLabels(comparisons, labels) : undefined;
  const withRelated =
    comparisons.some(({ shared }) => shared) && comparisons.filter(({ shared }) => !shared).length >= 1;
  const chances = randomChances(comparisons, rows, {
    draws: Math.min(200_000, rows * 200),
    seed: 11,
    allowed,
  });
  const seeds = seedRules(possible, rows, rows > 200_000 ? 32 : 40);
  const first = patternsOf(comparisons, seeds, rows, allowed, 1_000_000);
  const selective = train(comparisons, chances, first.counter.patterns(), {
    allPairs,
    looked: first.looked,
    withRelated,
    labelled,
  });
  const model = trainedOnRandom({ ...material, chances, withRelated, labelled }, selective);
  const matches = probableMatches(first.pairs, new Scorer(comparisons, model), 4000);
  const failures = failuresOf(possible, matches);
  const rules = chooseRules(possible, matches, {
    budget: Math.min(5_000_000, 800_000 + 150 * rows) + 9 * rows,
    mostRules: 28,
    failure: (field) => failures.get(field) ?? 0.2,
  });
  // Where nothing looks like a match, the selective rules are still tried.
  return { model, rules: rules.length > 0 ? rules : seeds };
}

/** Random pairs are trained on where so great a share of them is the same, and so many times more than selective rules showed. */
const denseFrom = 0.005;
const manyTimes = 3;
/** Pairs drawn to see whether a list is dense at all, and to train on where it is. */
const drawsToSee = 30_000;
const drawsToTrain = 200_000;

/**
 * Where a firm has hundreds of records, one pair in ten is the same, and those that selective rules bring together are few
 * and unlike the rest. Then random pairs hold enough of the same to train on, with no rule to mislead.
 */
function trainedOnRandom(material: RandomMaterial, selective: Trained): Trained {
  const { comparisons, telling, labels } = material;
  if (onRandom(material, drawsToSee).model.prior < denseFrom) return selective;
  const { model: dense, patterns } = onRandom(material, drawsToTrain);
  if (dense.prior < denseFrom) return selective;
  if (canCalibrate(labels)) {
    const loss = (model: Trained) => lossOf(labels, new Scorer(comparisons, model));
    return loss(dense) < loss(selective) ? dense : selective;
  }
  const isDense = dense.prior > manyTimes * selective.prior;
  return isDense && isIdentity(comparisons, telling, patterns, dense) ? dense : selective;
}

function onRandom(material: RandomMaterial, most: number): { model: Trained; patterns: Pattern[] } {
  const { comparisons, chances, rows, allowed, allPairs, withRelated, labelled } = material;
  const counter = new PatternCounter(comparisons);
  const draws = Math.min(most, rows * 200);
  const drawn = drawPairs(rows, { draws, seed: 12, allowed }, (a, b) => counter.add(a, b));
  const patterns = counter.patterns();
  const looked = drawn / allPairs;
  return {
    model: train(comparisons, chances, patterns, { allPairs, looked, withRelated, labelled }),
    patterns,
  };
}

/**
 * Whether the class of the same is one of identity, and not of a ward or a trade that everybody there has in common: names
 * and numbers of one's own mostly agree in it, one of them far more often than elsewhere. Counted over the pairs, since a
 * model's chances are held inside bounds that suit people.
 */
function isIdentity(
  comparisons: readonly Comparison[],
  telling: ReadonlySet<string>,
  patterns: readonly Pattern[],
  model: Trained,
): boolean {
  const given = comparisons.map(() => ({ same: 0, other: 0 }));
  const alike = comparisons.map(() => ({ same: 0, other: 0 }));
  for (const pattern of patterns) {
    const [same, related, other] = classLogs(model, comparisons, pattern);
    const isSame = 1 / (1 + Math.exp(related - same) + Math.exp(other - same));
    comparisons.forEach(({ differsFrom }, index) => {
      const level = pattern.levels[index]!;
      if (level === 0) return;
      for (const count of level < differsFrom ? [given[index]!, alike[index]!] : [given[index]!]) {
        count.same += pattern.count * isSame;
        count.other += pattern.count * (1 - isSame);
      }
    });
  }
  const agreement = comparisons.flatMap(({ name }, index) =>
    telling.has(name)
      ? [
          {
            same: alike[index]!.same / Math.max(given[index]!.same, 1),
            other: alike[index]!.other / Math.max(given[index]!.other, 1),
          },
        ]
      : [],
  );
  return (
    agreement.every(({ same }) => same > 0.5) &&
    agreement.some(({ same, other }) => same > 0.75 && other * 8 < same)
  );
}

/** Patterns of a fair share of the candidates, and the pairs looked at. */
function patternsOf(
  comparisons: readonly Comparison[],
  rules: readonly Rule[],
  rows: number,
  allowed: (a: number, b: number) => boolean,
  most: number,
) {
  const expected = rules.reduce((sum, rule) => sum + rule.pairs, 0);
  const oneBlockIn = Math.max(1, Math.round(expected / most));
  const counter = new PatternCounter(comparisons);
  const pairs: number[] = [];
  eachCandidate(
    rules,
    rows,
    allowed,
    (a, b) => {
      counter.add(a, b);
      pairs.push(a, b);
    },
    { oneBlockIn },
  );
  return { counter, looked: 1 / oneBlockIn, pairs };
}

/** Pairs that are the same on the early model's word, spread over all that were looked at. */
function probableMatches(pairs: readonly number[], scorer: Scorer, most: number): Int32Array {
  const found: number[] = [];
  for (let index = 0; index < pairs.length; index += 2)
    if (scorer.weight(pairs[index]!, pairs[index + 1]!, 2) > 2) found.push(index);
  const step = Math.max(1, found.length / most);
  const out: number[] = [];
  for (let at = 0; at < found.length; at += step)
    out.push(pairs[found[Math.floor(at)]!]!, pairs[found[Math.floor(at)]! + 1]!);
  return Int32Array.from(out);
}

/** How often a probable match does not share any single key of a field, or a key: it is missing or wrong. */
function failuresOf(rules: readonly Rule[], matches: Int32Array): Map<string, number> {
  const shared = new Map<string, Uint8Array>();
  const count = matches.length / 2;
  for (const { keys } of rules) {
    const [key] = keys;
    if (keys.length !== 1 || !key) continue;
    const hits = [key.field, key.name].map((name) => {
      const known = shared.get(name) ?? new Uint8Array(count);
      shared.set(name, known);
      return known;
    });
    for (let index = 0; index < count; index += 1) {
      const hash = key.hash(matches[index * 2]!);
      if (hash !== 0 && hash === key.hash(matches[index * 2 + 1]!)) for (const hit of hits) hit[index] = 1;
    }
  }
  return new Map(
    [...shared].map(([name, hits]) => [
      name,
      Math.max(0.02, 1 - hits.reduce((sum, hit) => sum + hit, 0) / Math.max(1, count)),
    ]),
  );
}

/**
 * The share of the same among all pairs, as all candidates together have it: training saw the selective rules alone. The
 * weights move with it, so each is the old one and a constant.
 */
export function withPriorOf(edges: Edges, model: Trained, allPairs: number): Trained {
  let shift = 0;
  for (let round = 0; round < 20; round += 1) {
    let expected = 0;
    for (let edge = 0; edge < edges.length; edge += 1)
      expected += 1 / (1 + Math.exp(-(edges.weight[edge]! + shift)));
    const next = Math.log(Math.max(expected, 1) / allPairs / model.prior);
    if (Math.abs(next - shift) < 0.001) break;
    shift = next;
  }
  return shifted(edges, model, shift);
}

/** Moves the odds of every pair, and the share of the same in the model with them. */
export function shifted(edges: Edges, model: Trained, shift: number): Trained {
  for (let edge = 0; edge < edges.length; edge += 1) edges.weight[edge]! += shift;
  return { ...model, prior: Math.min(model.prior * Math.exp(shift), 0.5) };
}
