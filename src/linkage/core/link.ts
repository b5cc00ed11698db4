import { eachCandidate, possibleRules, type Rule } from './candidates.ts';
import { chooseRules, seedRules } from './choose-rules.ts';
import { clusterRows, type Edges } from './cluster.ts';
import type { Comparison } from './compare/comparison.ts';
import { comparisonsOf } from './comparisons.ts';
import { compete } from './competition.ts';
import { EdgeList } from './edges.ts';
import { factsIn, type ModelDocument, trainedFrom, UnusableModel } from './model.ts';
import { pairsInLightOfClusters, pairsOfSingles } from './pairs.ts';
import { joinProfiles } from './profile.ts';
import { type FieldKind, type Recognised, recognise } from './recognise.ts';
import { PatternCounter, Scorer } from './score.ts';
import type { Table } from './table.ts';
import { randomChances, type Trained, train } from './train.ts';

/** No column of the lists can tell two records apart or together. */
export class NothingToCompare extends Error {
  override name = 'NothingToCompare';
  override message =
    'No column can be compared: each is empty, says the same in every row, or is a key. Map the columns that tell who a row is about.';
}

export interface LinkOptions {
  mode?: 'dedupe' | 'link';
  /** What columns hold, where recognition should not decide. */
  mapping?: Readonly<Record<string, FieldKind>>;
  /** A model trained before: used as it is. */
  model?: ModelDocument;
  /** Clusters join above this probability; 0.5 when not said. */
  threshold?: number;
  report?: (step: string, done: number) => void;
}

export interface Linked {
  recognised: Recognised[];
  comparisons: Comparison[];
  model: Trained;
  rules: Rule[];
  edges: Edges;
  /** For every row the number of its cluster's first row. */
  clusters: Int32Array;
  scorer: Scorer;
  pairs: Edges;
  /** Whether each list was found to name nobody twice, so that a row has one partner at most in another list. */
  single: boolean;
}

/** Links the rows of a table: recognise, train, find candidates, score, cluster. */
export function link(table: Table, options: LinkOptions = {}): Linked {
  const report = options.report ?? (() => undefined);
  const known =
    options.model && Object.fromEntries(options.model.fields.map(({ column, kind }) => [column, kind]));
  const recognised = recognise(table, { ...known, ...options.mapping });
  const comparisons = comparisonsOf(table, recognised, options.model && factsIn(options.model));
  report('prepared', 0.2);
  const { rows, sources } = table;
  const across = options.mode === 'link';
  const allowed = across ? (a: number, b: number) => sources[a] !== sources[b] : () => true;
  const allPairs = across ? crossPairs(table) : (rows * (rows - 1)) / 2;
  if (comparisons.length === 0) throw new NothingToCompare();
  const possible = possibleRules(comparisons, rows, 5);
  report('rules', 0.3);
  const { model: early, rules } = options.model
    ? { model: trainedFrom(options.model, comparisons), rules: rulesOf(options.model, possible) }
    : trainOnCandidates({ table, comparisons, possible, allowed, allPairs });
  report('trained', 0.5);
  const edges = scoreAll(rules, rows, allowed, new Scorer(comparisons, early));
  const model = options.model ? early : withPriorOf(edges, early, allPairs);
  const scorer = new Scorer(comparisons, model);
  report('scored', 0.8);
  const single = across && listsHaveNoDoubles(table, rules, scorer, edges);
  if (single) compete(edges, rows, sources);
  const clusters = drawClusters(
    { edges, comparisons, scorer, options, sources: single ? sources : undefined },
    rows,
  );
  report('clustered', 1);
  const pairs = single
    ? pairsOfSingles(edges, clusters, sources)
    : pairsInLightOfClusters(edges, clusters, scorer, allowed);
  report('pairs', 1);
  return { pairs, single, recognised, comparisons, model, rules, edges, clusters, scorer };
}

/** The rules a model was trained with, among those that these lists allow. */
function rulesOf(model: ModelDocument, possible: readonly Rule[]): Rule[] {
  const rules = possible.filter(({ name }) => model.rules.some((rule) => rule.name === name));
  if (rules.length === 0)
    throw new UnusableModel(
      'None of the rules of the model fits these lists: train anew, or map the columns as the model has them.',
    );
  return rules;
}

interface Drawing {
  edges: Edges;
  comparisons: readonly Comparison[];
  scorer: Scorer;
  options: LinkOptions;
  /** The list of each row, when a cluster may hold one row of a list only. */
  sources: Uint16Array | undefined;
}

/** Clusters by pairs, then by profiles; where a list names nobody twice, by pairs alone. */
function drawClusters({ edges, comparisons, scorer, options, sources }: Drawing, rows: number): Int32Array {
  const threshold = Math.log((options.threshold ?? 0.5) / (1 - (options.threshold ?? 0.5)));
  const clusters = clusterRows(rows, edges, (a, b) => scorer.weight(a, b), {
    least: threshold,
    clip: 10,
    sample: 48,
    ...(sources ? { sources } : {}),
  });
  if (sources) return clusters;
  return joinProfiles(clusters, edges, comparisons, scorer, {
    least: 1 + threshold,
    leastMean: -4,
    rounds: 4,
  });
}

function crossPairs(table: Table): number {
  const sizes = new Map<number, number>();
  for (const source of table.sources) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  let pairs = table.rows * table.rows;
  for (const size of sizes.values()) pairs -= size * size;
  return pairs / 2;
}

interface Material {
  table: Table;
  comparisons: readonly Comparison[];
  possible: readonly Rule[];
  allowed: (a: number, b: number) => boolean;
  allPairs: number;
}

/**
 * Selective rules bring pairs together to train on; then rules are chosen that reach what the model takes for matches. It is
 * not trained again on all of these: wide rules bring in chance likenesses that hang together (town with postcode), and the
 * classes then come to mean those.
 */
function trainOnCandidates({ table, comparisons, possible, allowed, allPairs }: Material): {
  model: Trained;
  rules: Rule[];
} {
  const { rows } = table;
  const withRelated =
    comparisons.some(({ shared }) => shared) && comparisons.filter(({ shared }) => !shared).length >= 2;
  const chances = randomChances(comparisons, rows, {
    draws: Math.min(200_000, rows * 200),
    seed: 11,
    allowed,
  });
  const seeds = seedRules(possible, rows, rows > 200_000 ? 32 : 40);
  const first = patternsOf(comparisons, seeds, rows, allowed, 1_000_000);
  const model = train(comparisons, chances, first.counter.patterns(), {
    allPairs,
    looked: first.looked,
    withRelated,
  });
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
    oneBlockIn,
  );
  return { counter, looked: 1 / oneBlockIn, pairs };
}

/** Pairs below these odds (about one in 60,000) are not kept. */
const leastKept = -11;

function scoreAll(
  rules: readonly Rule[],
  rows: number,
  allowed: (a: number, b: number) => boolean,
  scorer: Scorer,
): Edges {
  const edges = new EdgeList();
  eachCandidate(rules, rows, allowed, (a, b) => {
    const weight = scorer.weight(a, b);
    if (weight >= leastKept) edges.push(a, b, weight);
  });
  return edges;
}

/** Pairs that are the same on the early model's word, spread over all that were looked at. */
function probableMatches(pairs: readonly number[], scorer: Scorer, most: number): Int32Array {
  const found: number[] = [];
  for (let index = 0; index < pairs.length; index += 2)
    if (scorer.weight(pairs[index]!, pairs[index + 1]!) > 2) found.push(index);
  const step = Math.max(1, found.length / most);
  const out: number[] = [];
  for (let at = 0; at < found.length; at += step)
    out.push(pairs[found[Math.floor(at)]!]!, pairs[found[Math.floor(at)]! + 1]!);
  return Int32Array.from(out);
}

/** How often a probable match does not share any single key of a field: the field is missing or wrong. */
function failuresOf(rules: readonly Rule[], matches: Int32Array): Map<string, number> {
  const shared = new Map<string, Uint8Array>();
  const count = matches.length / 2;
  for (const { keys } of rules) {
    const [key] = keys;
    if (keys.length !== 1 || !key) continue;
    const hits = shared.get(key.field) ?? new Uint8Array(count);
    shared.set(key.field, hits);
    for (let index = 0; index < count; index += 1) {
      const hash = key.hash(matches[index * 2]!);
      if (hash !== 0 && hash === key.hash(matches[index * 2 + 1]!)) hits[index] = 1;
    }
  }
  return new Map(
    [...shared].map(([field, hits]) => [
      field,
      Math.max(0.02, 1 - hits.reduce((sum, hit) => sum + hit, 0) / Math.max(1, count)),
    ]),
  );
}

/**
 * Whether lists that are linked to each other name nobody twice themselves, on the evidence: few rows have a strong double in
 * their own list, as strong as partners across lists are. Then one row has one partner, and the best of several wins.
 */
function listsHaveNoDoubles(table: Table, rules: readonly Rule[], scorer: Scorer, edges: Edges): boolean {
  const strong = edges.weight
    .subarray(0, edges.length)
    .filter((weight) => weight > 3)
    .sort();
  const least = strong[Math.floor(strong.length / 4)] ?? 3;
  const { rows, sources } = table;
  const doubled = new Set<number>();
  const within = (a: number, b: number) => sources[a] === sources[b];
  const limit = Math.min(
    0xffffffff,
    ((400_000 + 20 * rows) /
      Math.max(
        1,
        rules.reduce((sum, rule) => sum + rule.pairs, 0),
      )) *
      0xffffffff,
  );
  eachCandidate(rules, rows, within, (a, b) => {
    if (limit < 0xffffffff && Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) >>> 0 > limit) return;
    if (!doubled.has(a) && !doubled.has(b) && scorer.weight(a, b) > least) doubled.add(a).add(b);
  });
  return doubled.size < rows * 0.1;
}

/**
 * The share of the same among all pairs, as all candidates together have it: training saw the selective rules alone. The
 * weights move with it, so each is the old one and a constant.
 */
function withPriorOf(edges: Edges, model: Trained, allPairs: number): Trained {
  let shift = 0;
  for (let round = 0; round < 20; round += 1) {
    let expected = 0;
    for (let edge = 0; edge < edges.length; edge += 1)
      expected += 1 / (1 + Math.exp(-(edges.weight[edge]! + shift)));
    const next = Math.log(Math.max(expected, 1) / allPairs / model.prior);
    if (Math.abs(next - shift) < 0.001) break;
    shift = next;
  }
  for (let edge = 0; edge < edges.length; edge += 1) edges.weight[edge]! += shift;
  return { ...model, prior: Math.min(model.prior * Math.exp(shift), 0.5) };
}
