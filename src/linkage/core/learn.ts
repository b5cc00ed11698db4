import { eachCandidate, openRule, type Rule, visitNeighbours } from './candidates.ts';
import { allAfforded, chooseRules, seedRules } from './choose-rules.ts';
import type { Edges } from './cluster.ts';
import type { Comparison } from './compare/comparison.ts';
import { EdgeList, joinedEdges } from './edges.ts';
import { canCalibrate, lossOf, patternsOfLabels, type WeighedLabel } from './labels.ts';
import { type Nearest, nearestOf } from './nearest.ts';
import { patternsOf } from './patterns.ts';
import { placeTogether } from './place-rows.ts';
import { drawnPairs, type Pairs, randomChances } from './random-chances.ts';
import { Scorer } from './score.ts';
import type { Crew } from './threads/crew.ts';
import { classLogs, type LabelledPatterns, type Pattern, type Trained, train } from './train.ts';

/** What there is to learn from. */
interface Material {
  rows: number;
  comparisons: readonly Comparison[];
  /** Names of the comparisons of what tells one from another. */
  telling: ReadonlySet<string>;
  possible: readonly Rule[];
  allowed: (a: number, b: number) => boolean;
  allPairs: number;
  /** The list of each row, where lists are linked. */
  sources: Uint16Array | undefined;
  /** Pairs whose answer is known. */
  labels: readonly WeighedLabel[];
  crew: Crew;
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
  const { rows, comparisons, possible, allowed, allPairs, labels, crew } = material;
  const labelled = labels.length > 0 ? patternsOfLabels(comparisons, labels) : undefined;
  const withRelated =
    comparisons.some(({ shared }) => shared) && comparisons.filter(({ shared }) => !shared).length >= 1;
  const draw = { draws: Math.min(200_000, rows * 200), seed: 11, allowed };
  const chances = randomChances(comparisons, rows, draw, crew);
  const budget = Math.min(5_000_000, 800_000 + 150 * rows) + 9 * rows;
  // What one kind of evidence takes for sure is written alike, which few rules reach: what is less alike needs all that can be afforded.
  const isAlone = comparisons.length === 1;
  const seeds = isAlone ? allAfforded(possible, budget) : seedRules(possible, rows, rows > 200_000 ? 32 : 40);
  const first = someCandidates(material, seeds, isAlone ? budget : mostToTrainOn);
  const selective = train(comparisons, chances, patternsOf(comparisons, first.pairs, crew), {
    allPairs,
    looked: first.looked,
    withRelated,
    labelled,
    nearest: isAlone ? nearestIn(material, seeds, first.pairs) : undefined,
  });
  const model = trainedOnRandom({ ...material, chances, withRelated, labelled }, selective);
  if (isAlone) return { model, rules: seeds };
  const matches = probableMatches(first.pairs, model, 4000, crew);
  const failures = failuresOf(possible, matches);
  const rules = chooseRules(possible, matches, {
    budget,
    mostRules: 28,
    failure: (field) => failures.get(field) ?? 0.2,
  });
  // Where nothing looks like a match, the selective rules are still tried.
  return { model, rules: rules.length > 0 ? rules : seeds };
}

/** Candidates that are trained on. */
const mostToTrainOn = 1_000_000;

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
  const drawn = drawnPairs(rows, { draws: Math.min(most, rows * 200), seed: 12, allowed });
  const patterns = patternsOf(comparisons, drawn, material.crew);
  const looked = drawn.a.length / allPairs;
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

/** How near the nearest are that the rules bring together, between the lists and within them; none where one list is looked through. */
function nearestIn(
  { rows, comparisons, allowed, sources }: Material,
  rules: readonly Rule[],
  { a, b }: Pairs,
): Nearest | undefined {
  if (!sources) return undefined;
  return nearestOf(comparisons[0]!, sources, {
    between: (each) => {
      for (let at = 0; at < a.length; at += 1) each(a[at]!, b[at]!);
    },
    within: (each) => eachCandidate(rules, rows, (x, y) => !allowed(x, y), each),
  });
}

/** A fair share of the candidates. */
function someCandidates(material: Material, rules: readonly Rule[], most: number) {
  const { allowed, crew } = material;
  const expected = rules.reduce((sum, rule) => sum + rule.pairs, 0);
  const oneBlockIn = Math.max(1, Math.round(expected / most));
  const found = new EdgeList();
  const neighbours: number[] | undefined = oneBlockIn === 1 ? [] : undefined;
  const placed = placeTogether(crew, material, { rules, neighbours, oneBlockIn });
  const keep = (a: number, b: number) => found.push(a, b, 0);
  for (let rule = 0; rule < rules.length; rule += 1) openRule(placed, rule, allowed, keep, { oneBlockIn });
  if (neighbours) visitNeighbours(placed, neighbours, allowed, keep);
  const { a, b } = joinedEdges([found]);
  return { looked: 1 / oneBlockIn, pairs: { a, b } };
}

/** Natural log-odds above which a pair is taken for a match when rules are chosen. */
const probable = 2;
/** So many pairs are one part of a job. */
const inPart = 25_000;

/** Pairs that are the same on the early model's word, spread over all that were looked at. */
function probableMatches(pairs: Pairs, model: Trained, most: number, crew: Crew): Int32Array {
  const found: number[] = [];
  const parts = crew.do(
    'weigh',
    { pairs, inPart, model, least: probable },
    Math.ceil(pairs.a.length / inPart),
  );
  parts.forEach((weights, part) => {
    for (let index = 0; index < weights.length; index += 1)
      if (weights[index]! > probable) found.push(part * inPart + index);
  });
  const step = Math.max(1, found.length / most);
  const out: number[] = [];
  for (let at = 0; at < found.length; at += step)
    out.push(pairs.a[found[Math.floor(at)]!]!, pairs.b[found[Math.floor(at)]!]!);
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
