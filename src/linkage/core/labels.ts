import type { Edges } from './cluster.ts';
import type { Comparison } from './compare/comparison.ts';
import { patternOf } from './patterns.ts';
import type { Scorer } from './score.ts';
import type { LabelledPatterns } from './train.ts';

/** What a person said of two rows. */
export interface Label {
  a: number;
  b: number;
  same: boolean;
}

/** How the labels were used, and which of them the model thinks otherwise of. */
export interface LabelsUsed {
  same: number;
  different: number;
  /** Labelled pairs that no rule brings together; they train, but their answer is not in the pairs. */
  unreached: number;
  /** Whether both kinds were there, so that the odds could be put right by them. */
  recalibrated: boolean;
  /** Labels the finished model holds to be wrong at nine to one or more, the plainest first: a slip, or a case to learn from. */
  contradicted: readonly (Label & { probability: number })[];
}

/** A label with how many pairs it speaks for, beside the others of its answer. */
export interface WeighedLabel extends Label {
  says: number;
}

/** The labelled pairs as patterns of levels, the same and the different apart; each counts as much as it says. */
export function patternsOfLabels(
  comparisons: readonly Comparison[],
  labels: readonly WeighedLabel[],
): LabelledPatterns {
  const patterns = (wanted: boolean) =>
    worth(labels.filter(({ same }) => same === wanted)).map(({ a, b, says }) => ({
      ...patternOf(comparisons, a, b),
      count: says,
    }));
  return { same: patterns(true), different: patterns(false) };
}

/** Labels are laid into so many bands of odds, as many labels in each. */
const bandsOfLabels = 10;

/** What a first linking without labels and the labels teach together. */
export interface Lesson {
  labels: readonly WeighedLabel[];
  /** How far the odds of finished pairs would have to be moved to fit the labels. */
  shift: number;
}

/**
 * Learns from finished pairs and labels. People label where there is doubt: taken as they come, hard cases would teach that
 * one person is mostly written in two ways. So each label speaks for the pairs of its band of odds (Horvitz & Thompson 1952), and
 * all together for as many as they are worth (Kish's effective size). Pairs that no rule reached say nothing.
 */
export function lessonOf(pairs: Edges, labels: readonly Label[], rows: number): Lesson {
  const found = weightsOf(pairs, labels, rows);
  const reached = labels
    .flatMap((label) => {
      const weight = found(label);
      return weight === undefined ? [] : [{ ...label, weight, says: 0 }];
    })
    .sort((one, other) => one.weight - other.weight);
  const weights = pairs.weight.slice(0, pairs.length).sort();
  const from = (weight: number) => firstFrom(weights, weight);
  const size = Math.max(1, Math.ceil(reached.length / bandsOfLabels));
  for (let start = 0; start < reached.length; start += size) {
    const band = reached.slice(start, start + size);
    const end = reached[start + size];
    const inAll = (end ? from(end.weight) : pairs.length) - from(band[0]!.weight);
    for (const label of band) label.says = Math.max(1, inAll) / band.length;
  }
  return { labels: worth(reached), shift: canCalibrate(reached) ? bestShift(reached) : 0 };
}

/** Brings what labels say to their effective number. */
function worth(labels: readonly WeighedLabel[]): WeighedLabel[] {
  const sum = labels.reduce((all, { says }) => all + says, 0);
  const squares = labels.reduce((all, { says }) => all + says * says, 0);
  return labels.map((label) => ({ ...label, says: (label.says * sum) / squares }));
}

function firstFrom(sorted: Float32Array, least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The log-odds of labelled pairs among finished ones; nothing for those that are not there. */
function weightsOf(
  pairs: Edges,
  labels: readonly Label[],
  rows: number,
): (label: Label) => number | undefined {
  const key = (a: number, b: number) => Math.min(a, b) * rows + Math.max(a, b);
  const wanted = new Set(labels.map(({ a, b }) => key(a, b)));
  const found = new Map<number, number>();
  for (let pair = 0; pair < pairs.length; pair += 1) {
    const id = key(pairs.a[pair]!, pairs.b[pair]!);
    if (wanted.has(id)) found.set(id, pairs.weight[pair]!);
  }
  return ({ a, b }) => found.get(key(a, b));
}

/** Log-odds beyond this count as this: one label must not weigh as a hundred. */
const mostOdds = 12;
const clip = (weight: number) => Math.max(-mostOdds, Math.min(mostOdds, weight));

/** Fewer labels of either kind than this say nothing of the odds. */
const fewestOfAKind = 5;

export const canCalibrate = (labels: readonly Label[]): boolean => {
  const same = labels.filter((label) => label.same).length;
  return same >= fewestOfAKind && labels.length - same >= fewestOfAKind;
};

/**
 * The shift of all log-odds that fits the answers best (logistic regression with its slope held at one), kept near nought by
 * a normal prior: few labels move little. Which pairs were looked at may depend on their odds without harm; on the answer it
 * may not. A slope beside it was tried and left out: learnt where people look, it spoilt the odds of all the pairs below.
 */
function bestShift(pairs: readonly { weight: number; same: boolean; says?: number }[]): number {
  const spread = 3;
  let shift = 0;
  for (let round = 0; round < 50; round += 1) {
    let slope = -shift / spread ** 2;
    let curve = 1 / spread ** 2;
    for (const { weight, same, says = 1 } of pairs) {
      const p = 1 / (1 + Math.exp(-(shift + clip(weight))));
      slope += says * ((same ? 1 : 0) - p);
      curve += says * p * (1 - p);
    }
    // A step is held short, since far from the answer the curve is nearly flat and Newton leaps.
    const step = Math.max(-2, Math.min(2, slope / curve));
    shift += step;
    if (Math.abs(step) < 1e-6) break;
  }
  return shift;
}

/**
 * How far the odds that pairs have by themselves, before clusters, are to be moved: as those of finished pairs were, and no
 * farther than their own fit to the labels. What clusters add is not in the one, and pairs that only a third record makes
 * likely mislead the other; where the two disagree nothing moves.
 */
export function shiftOf({ labels, shift }: Lesson, scorer: Scorer): number {
  if (!canCalibrate(labels)) return 0;
  const own = bestShift(labels.map((label) => ({ ...label, weight: scorer.weight(label.a, label.b) })));
  if (own * shift <= 0) return 0;
  return Math.abs(own) < Math.abs(shift) ? own : shift;
}

/** The loss of the labels under a model, in nats, after the best shift: which of two models they speak for. */
export function lossOf(labels: readonly WeighedLabel[], scorer: Scorer): number {
  const weighed = labels.map((label) => ({ ...label, weight: scorer.weight(label.a, label.b) }));
  const shift = bestShift(weighed);
  return weighed.reduce((sum, { weight, same, says }) => {
    const w = clip(weight) + shift;
    return sum + says * Math.log1p(Math.exp(same ? -w : w));
  }, 0);
}

/** Puts the odds of finished pairs right in place, and tells how the labels fared. */
export function settleByLabels(
  pairs: Edges,
  labels: readonly Label[],
  rows: number,
  scorer: Scorer,
): LabelsUsed {
  const found = weightsOf(pairs, labels, rows);
  const reached = labels.flatMap((label) => {
    const weight = found(label);
    return weight === undefined ? [] : [{ ...label, weight }];
  });
  const recalibrated = canCalibrate(reached);
  const shift = recalibrated ? bestShift(reached) : 0;
  for (let pair = 0; pair < pairs.length; pair += 1) pairs.weight[pair]! += shift;
  const contradicted = labels
    .map((label) => {
      const before = found(label);
      const weight = before === undefined ? scorer.weight(label.a, label.b) : before + shift;
      return { ...label, probability: 1 / (1 + Math.exp(-weight)) };
    })
    .filter(({ same, probability }) => (same ? probability <= 0.1 : probability >= 0.9))
    .sort((one, other) => Math.abs(other.probability - 0.5) - Math.abs(one.probability - 0.5));
  const same = labels.filter((label) => label.same).length;
  return {
    same,
    different: labels.length - same,
    unreached: labels.length - reached.length,
    recalibrated,
    contradicted,
  };
}
