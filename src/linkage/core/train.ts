import type { Comparison } from './compare/comparison.ts';
import type { Nearest } from './nearest.ts';
import { seededRandom } from './random.ts';
import { trainedAlone } from './train-alone.ts';

/** What training learns of one comparison: the chance of each level among the same, the related and the unrelated. */
export interface Learnt {
  m: Float64Array;
  u: Float64Array;
  /** Among related pairs (household, firm): as among unrelated for what is one's own. */
  r: Float64Array;
}

/** The trained model: shares of the classes among all pairs of rows, and the levels' chances. */
export interface Trained {
  comparisons: Learnt[];
  /** Share of pairs of rows that are the same. */
  prior: number;
  /** Share of pairs that are related but not the same; 0 when the lists show no such class. */
  related: number;
}

/** A pattern of levels, how often it was seen, and the mean rarity of its values. */
export interface Pattern {
  levels: Uint8Array;
  count: number;
  /** Sum of log(chance of any value / share of this value) over own and over shared comparisons, weighted by the level. */
  ownRarity: number;
  sharedRarity: number;
}

/** How pairs of rows are drawn. */
export interface Draw {
  draws: number;
  seed: number;
  allowed: (a: number, b: number) => boolean;
}

/** Draws pairs of rows at random, with repetition; how many were allowed. */
export function drawPairs(
  rows: number,
  { draws, seed, allowed }: Draw,
  onPair: (a: number, b: number) => void,
): number {
  const random = seededRandom(seed);
  let drawn = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const a = Math.floor(random() * rows);
    const b = Math.floor(random() * rows);
    if (a === b || !allowed(a, b)) continue;
    onPair(a, b);
    drawn += 1;
  }
  return drawn;
}

/** Pairs whose class a person told. */
export interface LabelledPatterns {
  same: readonly Pattern[];
  different: readonly Pattern[];
}

/** Training's settings: how many pairs of rows there are in all, and the share of the candidates that was looked at. */
export interface Setting {
  allPairs: number;
  looked: number;
  withRelated: boolean;
  labelled?: LabelledPatterns | undefined;
  /** Where lists are linked by one kind of evidence. */
  nearest?: Nearest | undefined;
  /** Hold the levels of the same as they were given. */
  settling?: boolean;
}

/**
 * Expectation and maximisation over patterns of candidate pairs with three latent classes (Fellegi & Sunter 1969; Winkler
 * 1988). The unrelated class is held at random chances over ALL pairs of rows, so that being a candidate is no evidence.
 */
export function train(
  comparisons: readonly Comparison[],
  chances: readonly Float64Array[],
  patterns: readonly Pattern[],
  setting: Setting,
): Trained {
  if (comparisons.length === 1)
    return trainedAlone({ comparison: comparisons[0]!, chances: chances[0]!, patterns, ...setting });
  const model: Trained = {
    prior: 0.5 / Math.sqrt(setting.allPairs),
    related: setting.withRelated ? 0.5 / Math.sqrt(setting.allPairs) : 0,
    comparisons: comparisons.map((comparison, index) => {
      const m = Float64Array.from(comparison.levels, (level) => Math.max(level.m, 1e-4));
      const u = Float64Array.from(chances[index]!);
      const r = comparison.shared ? Float64Array.from(m) : Float64Array.from(u);
      m[0] = 1;
      r[0] = 1;
      return { m, u, r };
    }),
  };
  let before = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < 75; round += 1) {
    const likelihood = oneRound(
      comparisons,
      chances,
      patterns,
      { ...setting, settling: round < settling },
      model,
    );
    if (round > settling && Math.abs(likelihood - before) < 1e-7 * Math.abs(likelihood)) break;
    before = likelihood;
  }
  return model;
}

/**
 * In the first rounds only the shares of the classes move, under what is known beforehand of how the same person is written
 * twice. Where hardly any pair fits that, the share of the same falls to nothing before it can learn to mean something else.
 */
const settling = 15;

const pseudoMatches = 40;

/** So many labels of a kind count as much as all unlabelled pairs of that class together. */
const labelsAsAll = 200;

/**
 * Adds the labelled pairs to what a round has counted. They stand beside millions, so each counts as its share of
 * `labelsAsAll`. They move the levels and not the shares of the classes: nobody labels as many of each as there are. What
 * is different is related as far as the model has it so; chance agreement is known from random pairs already.
 */
function addLabelled(
  { same, different }: LabelledPatterns,
  into: { same: Float64Array[]; related: Float64Array[]; sameAll: number; relatedAll: number },
  relatedShare: (pattern: Pattern) => number,
): void {
  const add = (counts: Float64Array[], { levels }: Pattern, count: number) =>
    levels.forEach((level, index) => {
      counts[index]![level]! += count;
    });
  for (const pattern of same)
    add(into.same, pattern, pattern.count * Math.max(1, into.sameAll / labelsAsAll));
  for (const pattern of different)
    add(
      into.related,
      pattern,
      pattern.count * relatedShare(pattern) * Math.max(1, into.relatedAll / labelsAsAll),
    );
}

function oneRound(
  comparisons: readonly Comparison[],
  chances: readonly Float64Array[],
  patterns: readonly Pattern[],
  setting: Setting,
  model: Trained,
): number {
  const same = comparisons.map((comparison) => new Float64Array(comparison.levels.length));
  const related = comparisons.map((comparison) => new Float64Array(comparison.levels.length));
  let sameAll = 0;
  let relatedAll = 0;
  let likelihood = 0;
  for (const pattern of patterns) {
    const [logSame, logRelated, logOther] = classLogs(model, comparisons, pattern);
    const top = Math.max(logSame, logRelated, logOther);
    const [s, r, o] = [Math.exp(logSame - top), Math.exp(logRelated - top), Math.exp(logOther - top)];
    const all = s + r + o;
    likelihood += pattern.count * (top + Math.log(all));
    const bySame = (pattern.count * s) / all;
    const byRelated = (pattern.count * r) / all;
    sameAll += bySame;
    relatedAll += byRelated;
    for (let index = 0; index < pattern.levels.length; index += 1) {
      same[index]![pattern.levels[index]!]! += bySame;
      related[index]![pattern.levels[index]!]! += byRelated;
    }
  }
  if (setting.labelled)
    addLabelled(setting.labelled, { same, related, sameAll, relatedAll }, (pattern) => {
      const [, logRelated, logOther] = classLogs(model, comparisons, pattern);
      return 1 / (1 + Math.exp(logOther - logRelated));
    });
  model.prior = Math.max(sameAll / setting.looked / setting.allPairs, 1e-12);
  if (setting.withRelated) model.related = Math.max(relatedAll / setting.looked / setting.allPairs, 1e-12);
  comparisons.forEach((comparison, index) => {
    const learnt = model.comparisons[index]!;
    if (!setting.settling) {
      normalise(learnt.m, same[index]!, comparison);
      boundDifference(learnt.m, comparison);
    }
    if (comparison.shared) normalise(learnt.r, related[index]!, comparison);
    withoutMatches(learnt, chances[index]!, model);
    if (!comparison.shared) learnt.r.set(learnt.u);
    comparison.levels.forEach(({ against, mostAgainst, amongRelated }, level) => {
      const u = learnt.u[level]!;
      if (amongRelated) learnt.r[level] = Math.max(learnt.r[level]!, amongRelated);
      if (against) learnt.m[level] = Math.min(learnt.m[level]!, u * 2 ** -against);
      if (mostAgainst) learnt.m[level] = Math.max(learnt.m[level]!, u * 2 ** -mostAgainst);
    });
  });
  return likelihood;
}

/** Holds the shares of «the same» and of the levels of difference to what the comparison allows; the rest keep their proportions. */
function boundDifference(m: Float64Array, { differsFrom, mayDiffer, leastSame }: Comparison): void {
  if (m[1]! < leastSame) {
    const scale = (1 - leastSame) / (1 - m[1]!);
    for (let level = 2; level < m.length; level += 1) m[level]! *= scale;
    m[1] = leastSame;
  }
  let differing = 0;
  let alike = 0;
  for (let level = 1; level < m.length; level += 1)
    if (level >= differsFrom) differing += m[level]!;
    else alike += m[level]!;
  if (differing <= mayDiffer) return;
  for (let level = 1; level < m.length; level += 1)
    m[level]! *= level >= differsFrom ? mayDiffer / differing : (1 - mayDiffer) / alike;
}

function normalise(into: Float64Array, seen: Float64Array, comparison: Comparison): void {
  let all = pseudoMatches;
  for (let level = 1; level < seen.length; level += 1) all += seen[level]!;
  for (let level = 1; level < seen.length; level += 1)
    into[level] = Math.max((seen[level]! + pseudoMatches * comparison.levels[level]!.m) / all, 1e-6);
  into[0] = 1;
}

/**
 * Agreement by chance is what is left when the matches' own agreement is taken away: in lists with ten records a person
 * nearly all equal birthdays are the person's own.
 */
function withoutMatches(learnt: Learnt, chances: Float64Array, model: Trained): void {
  const other = 1 - model.prior - model.related;
  let all = 0;
  for (let level = 1; level < chances.length; level += 1) {
    const left =
      (chances[level]! - model.prior * learnt.m[level]! - model.related * learnt.r[level]!) / other;
    learnt.u[level] = Math.max(left, chances[level]! * 0.05, 1e-9);
    all += learnt.u[level]!;
  }
  for (let level = 1; level < chances.length; level += 1) learnt.u[level]! /= all;
  learnt.u[0] = 1;
}

/** The logarithms of the three classes' joint chances for a pattern. */
export function classLogs(
  model: Trained,
  comparisons: readonly Comparison[],
  pattern: Pattern,
): [number, number, number] {
  let logSame = Math.log(model.prior);
  let logRelated = model.related > 0 ? Math.log(model.related) : Number.NEGATIVE_INFINITY;
  let logOther = Math.log(1 - model.prior - model.related);
  for (let index = 0; index < comparisons.length; index += 1) {
    const level = pattern.levels[index]!;
    if (level === 0) continue;
    const learnt = model.comparisons[index]!;
    logSame += Math.log(learnt.m[level]!);
    logRelated += Math.log(learnt.r[level]!);
    logOther += Math.log(learnt.u[level]!);
  }
  // A rare value is less likely by chance by as much as it is rarer than values are on the whole.
  logOther -= pattern.ownRarity + pattern.sharedRarity;
  logRelated -= pattern.ownRarity;
  return [logSame, logRelated, logOther];
}
