import { type Beside, besideEachOther, townsBesidePostcodes, whatFollows } from './beside.ts';
import { possibleRules, type Rule } from './candidates.ts';
import type { Edges } from './cluster.ts';
import { clustersBy, weigherOf } from './cluster-together.ts';
import type { Comparison } from './compare/comparison.ts';
import { comparisonsOf, tellingComparisons, townsIn } from './comparisons.ts';
import { compete, competeInOrder } from './competition.ts';
import { type KnownWeights, knownWeights } from './known-weights.ts';
import { type Label, type LabelsUsed, type Lesson, lessonOf, settleByLabels, shiftOf } from './labels.ts';
import { learn, shifted, withPriorOf } from './learn.ts';
import { factsIn, type ModelDocument, trainedFrom, UnusableModel } from './model.ts';
import { pairsInLightOfClusters } from './pairs.ts';
import { joinProfiles } from './profile.ts';
import { profilesBy } from './profile-weights.ts';
import type { FieldKind, Recognised } from './recognise.rules.ts';
import { recognise } from './recognise.ts';
import { Scorer } from './score.ts';
import { scoreAll } from './score-all.ts';
import { inSingleLists, type SingleLists, singleListsOf } from './single-lists.ts';
import { rulesOfSplink, type SplinkModel, underSplink } from './splink.ts';
import type { Table } from './table.ts';
import { alone, type Crew, type Helpers, type OpenLists } from './threads/crew.ts';
import { sharedCopy } from './threads/memory.ts';
import { allowedIn, shareLists } from './threads/shared-lists.ts';
import type { Trained } from './train.ts';

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
  /** Splink's settings: their chances and rules take the place of what training learns. */
  splink?: SplinkModel;
  /** Clusters join above this probability; 0.5 when not said. */
  threshold?: number;
  /** Pairs of rows whose answer somebody knows: they take part in training, and the odds are put right by them. */
  labels?: readonly Label[];
  /** Pairs that another engine scored under the model, by numbers of rows: they are clustered as if they were scored here. */
  scored?: Edges;
  report?: (step: string, done: number) => void;
  /** Other threads that do parts of the work. The outcome is the same with and without them. */
  helpers?: Helpers | undefined;
}

export interface Linked {
  recognised: Recognised[];
  comparisons: Comparison[];
  /** Comparisons whose agreement follows from another's. */
  beside: readonly Beside[];
  model: Trained;
  rules: Rule[];
  edges: Edges;
  /** For every row the number of its cluster's first row. */
  clusters: Int32Array;
  scorer: Scorer;
  pairs: Edges;
  /** For each list that is linked whether it was found to name nobody twice, so that a row of another has one partner in it at most. */
  single: readonly boolean[];
  /** Whether a pair counts: of different lists when lists are linked. */
  allowed: (a: number, b: number) => boolean;
  /** What of Splink's settings could not be carried over. */
  notCarriedOver: readonly string[];
  /** What became of the labels, where there were any. */
  labels: LabelsUsed | undefined;
}

const noLesson: Lesson = { labels: [], shift: 0 };

/** Links the rows of a table: recognise, train, find candidates, score, cluster. With labels twice: before and after them. */
export function link(table: Table, options: LinkOptions = {}): Linked {
  const { labels = [], report = () => undefined } = options;
  const lists = prepare(table, options);
  if (labels.length === 0) return linkOnce(lists, noLesson, (step, done) => report(step, 0.3 + 0.7 * done));
  const before = linkOnce(lists, noLesson, (step, done) => report(step, 0.3 + 0.35 * done));
  const lesson = lessonOf(before.pairs, labels, table.rows);
  const linked = linkOnce(lists, lesson, (step, done) =>
    report(`${step}, by the labels`, 0.65 + 0.35 * done),
  );
  return { ...linked, labels: settleByLabels(linked.pairs, labels, table.rows, linked.scorer) };
}

/** The lists as every run over them needs them: what their columns are, and how rows are compared and brought together. */
interface Prepared {
  table: Table;
  options: LinkOptions;
  recognised: Recognised[];
  comparisons: Comparison[];
  beside: readonly Beside[];
  possible: Rule[];
  telling: ReadonlySet<string>;
  isAcross: boolean;
  allowed: (a: number, b: number) => boolean;
  allPairs: number;
  crew: Crew;
}

function prepare(table: Table, options: LinkOptions): Prepared {
  const known =
    options.model && Object.fromEntries(options.model.fields.map(({ column, kind }) => [column, kind]));
  const recognised = recognise(table, { ...known, ...options.mapping });
  const whole = comparisonsOf(table, recognised, options.model && factsIn(options.model));
  if (whole.length === 0) throw new NothingToCompare();
  const { rows, sources } = table;
  const isAcross = options.mode === 'link';
  const counted = isAcross ? sources : undefined;
  const allowed = allowedIn(counted);
  const telling = tellingComparisons(recognised);
  const beside = options.splink
    ? []
    : options.model
      ? (options.model.beside ?? [])
      : [
          ...whatFollows(whole, { rows, allowed, telling }),
          ...townsBesidePostcodes(whole, townsIn(recognised), rows),
        ];
  const comparisons = besideEachOther(whole, beside);
  options.report?.('prepared', 0.2);
  const possible = possibleRules(comparisons, rows, 5);
  options.report?.('rules', 0.3);
  const lists = { rows, comparisons, allowed };
  const { helpers, model } = options;
  const crew =
    helpers && rows >= helpers.fromRows
      ? helpers.join(lists, shareLists({ table, whole, recognised, beside, model, sources: counted }))
      : alone(lists);
  const allPairs = isAcross ? crossPairs(table) : (rows * (rows - 1)) / 2;
  return {
    ...{ table, options, recognised, comparisons, beside, possible, telling },
    ...{ isAcross, allowed, allPairs, crew },
  };
}

/** One run over the lists. `report` is told how much of it is done, from 0 to 1. */
function linkOnce(lists: Prepared, lesson: Lesson, report: (step: string, done: number) => void): Linked {
  const { table, options, recognised, comparisons, beside, possible, allowed, allPairs, telling, crew } =
    lists;
  const { rows, sources } = table;
  const learnt = options.model
    ? { model: trainedFrom(options.model, comparisons), rules: rulesOf(options.model, possible) }
    : learn({
        ...{ rows, comparisons, possible, allowed, allPairs, telling, crew },
        sources: lists.isAcross ? sources : undefined,
        labels: lesson.labels,
      });
  const {
    model: early,
    rules,
    notCarriedOver,
  } = asSplinkHas(options.splink, learnt, { comparisons, possible, recognised });
  report('trained', 0.3);
  const edges = options.scored ?? scoreAll(rules, { rows, comparisons, allowed }, early, crew);
  const byAll = options.model || options.splink ? early : withPriorOf(edges, early, allPairs);
  const model = shifted(edges, byAll, shiftOf(lesson, new Scorer(comparisons, byAll)));
  const scorer = new Scorer(comparisons, model);
  report('scored', 0.7);
  const single = lists.isAcross ? singleListsOf(table, rules, scorer, edges) : [];
  const singles = single.includes(true) ? sharedCopy(inSingleLists(sources, single)) : undefined;
  // Before they compete: what a pair says itself does not depend on its rivals.
  const known = knownWeights(edges, rows);
  if (singles && comparisons.length === 1) competeInOrder(edges, sources, single);
  else if (singles) compete(edges, rows, sources, single);
  const clusters = drawClusters({
    ...{ lists: { rows, comparisons, allowed, crew }, edges, known, model, scorer, options, singles },
  });
  report('clustered', 0.9);
  const finished = singles ? knownWeights(edges, rows) : known;
  const pairs = pairsInLightOfClusters({ edges, known: finished, singles }, clusters, model, crew);
  report('pairs', 1);
  return {
    ...{ pairs, single, recognised, comparisons, beside, model, rules, edges, clusters, scorer, allowed },
    ...{ notCarriedOver, labels: undefined },
  };
}

/** What was learnt, or, with Splink's settings, theirs in its place. */
function asSplinkHas(
  splink: SplinkModel | undefined,
  learnt: { model: Trained; rules: Rule[] },
  lists: { comparisons: readonly Comparison[]; possible: readonly Rule[]; recognised: readonly Recognised[] },
): { model: Trained; rules: Rule[]; notCarriedOver: string[] } {
  if (!splink) return { ...learnt, notCarriedOver: [] };
  const { model, notCarriedOver } = underSplink(splink, learnt.model, lists.comparisons, lists.recognised);
  const theirs = rulesOfSplink(splink, lists.possible, lists.recognised);
  const ours =
    theirs.rules.length > 0
      ? []
      : ['None of the blocking rules: rows are brought together by rules chosen here.'];
  return {
    model,
    rules: ours.length > 0 ? learnt.rules : theirs.rules,
    notCarriedOver: [...notCarriedOver, ...theirs.notCarriedOver, ...ours],
  };
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
  lists: OpenLists & { crew: Crew };
  edges: Edges;
  known: KnownWeights;
  model: Trained;
  scorer: Scorer;
  options: LinkOptions;
  singles: SingleLists | undefined;
}

/** Clusters by pairs, then by profiles. */
function drawClusters({ lists, edges, known, model, scorer, options, singles }: Drawing): Int32Array {
  const threshold = Math.log((options.threshold ?? 0.5) / (1 - (options.threshold ?? 0.5)));
  const { crew } = lists;
  const clusters = clustersBy(crew, lists, { edges, known, singles }, model, {
    least: threshold,
    clip: 10,
    sample: 48,
  });
  return joinProfiles(
    clusters,
    edges,
    weigherOf({ known, singles }, scorer),
    { least: 1 + threshold, leastMean: -4, rounds: 4 },
    profilesBy(crew, model),
  );
}

function crossPairs(table: Table): number {
  const sizes = new Map<number, number>();
  for (const source of table.sources) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  let pairs = table.rows * table.rows;
  for (const size of sizes.values()) pairs -= size * size;
  return pairs / 2;
}
