import type { Beside } from './beside.ts';
import { commonHashes, type Rule } from './candidates.ts';
import type { Comparison, Facts } from './compare/comparison.ts';
import { type FieldKind, fieldKinds, type Recognised } from './recognise.rules.ts';
import type { Trained } from './train.ts';

/** A trained model as one document: saved, read, compared, and used again on other lists. */
export interface ModelDocument {
  format: 'bailiwick-linkage-model';
  version: 2;
  /** How many rows it was trained on. */
  rows: number;
  /** What was made of each column. */
  fields: { column: string; kind: FieldKind; why: string }[];
  /** Share of all pairs of rows that are the same, and that are related only. */
  prior: number;
  related: number;
  /** Comparisons whose agreement follows from another's; none in models written before these were looked for. */
  beside?: Beside[];
  comparisons: {
    name: string;
    shared: boolean;
    levels: { words: string; m: number; u: number; r: number }[];
    /** Frequencies of common values and what else it learnt from the lists; no value that few rows give. */
    facts: Facts;
  }[];
  /** The rules that bring rows together, by the names of their keys, and the hashes too common to bring any. */
  rules: { name: string; tooCommon: number[] }[];
}

/** A model document that cannot be used; the message says why. */
export class UnusableModel extends Error {
  override name = 'UnusableModel';
}

/** Writes a model down. */
export function modelDocument(linked: {
  recognised: readonly Recognised[];
  comparisons: readonly Comparison[];
  model: Trained;
  rules: readonly Rule[];
  beside: readonly Beside[];
  clusters: { readonly length: number };
}): ModelDocument {
  const rows = linked.clusters.length;
  return {
    format: 'bailiwick-linkage-model',
    version: 2,
    rows,
    fields: linked.recognised.map(({ column, kind, why }) => ({ column, kind, why })),
    prior: linked.model.prior,
    related: linked.model.related,
    beside: [...linked.beside],
    comparisons: linked.comparisons.map((comparison, index) => {
      const { m, u, r } = linked.model.comparisons[index]!;
      return {
        name: comparison.name,
        shared: comparison.shared,
        levels: comparison.levels
          .slice(1)
          .map(({ words }, at) => ({ words, m: m[at + 1]!, u: u[at + 1]!, r: r[at + 1]! })),
        facts: comparison.facts(),
      };
    }),
    rules: linked.rules.map((rule) => ({ name: rule.name, tooCommon: commonHashes(rule, rows) })),
  };
}

/** Whether every named part of an object is a number. */
const numbersIn = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => Number.isFinite(Reflect.get(value, name)));

/** Takes what was read from a file as a model; says what is wrong with it when it is none. */
export function readModel(read: unknown): ModelDocument {
  const listOf = (name: string): unknown[] => {
    const list = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
    if (!Array.isArray(list))
      throw new UnusableModel(`The model file has no list «${name}»: it is not a linkage model.`);
    return list;
  };
  const isKind = (kind: unknown) => fieldKinds.some((one) => one === kind);
  if (typeof read === 'object' && read !== null && Reflect.get(read, 'version') === 1)
    throw new UnusableModel('The model file is of an earlier version, without frequencies: train anew.');
  const sound =
    numbersIn(read, 'prior', 'related', 'rows') &&
    listOf('fields').every((field) => isKind(Reflect.get(Object(field), 'kind'))) &&
    listOf('rules').every((rule) => Array.isArray(Reflect.get(Object(rule), 'tooCommon'))) &&
    listOf('comparisons').every((comparison) => {
      const levels: unknown = Reflect.get(Object(comparison), 'levels');
      const frequency: unknown = Reflect.get(Object(Reflect.get(Object(comparison), 'facts')), 'frequency');
      return (
        numbersIn(frequency, 'given', 'chance', 'rest') &&
        Array.isArray(levels) &&
        levels.every((level) => numbersIn(level, 'm', 'u', 'r'))
      );
    });
  if (!sound)
    throw new UnusableModel('The model file is not whole: a share, a level or a kind of field is missing.');
  // Every part that is used was looked at above.
  return read as ModelDocument;
}

/** Reads a model for these comparisons; every comparison must be in it, with as many levels. */
export function trainedFrom(document: ModelDocument, comparisons: readonly Comparison[]): Trained {
  if (document.format !== 'bailiwick-linkage-model' || document.version !== 2)
    throw new UnusableModel('The model file is not a linkage model of version 2.');
  return {
    prior: document.prior,
    related: document.related,
    comparisons: comparisons.map((comparison) => {
      const written = document.comparisons.find(({ name }) => name === comparison.name);
      if (written?.levels.length !== comparison.levels.length - 1)
        throw new UnusableModel(
          `The model knows no comparison «${comparison.name}» as these lists have it: train anew, or map the columns as the model has them.`,
        );
      const read = (part: 'm' | 'u' | 'r') =>
        Float64Array.from([1, ...written.levels.map((level) => level[part])]);
      return { m: read('m'), u: read('u'), r: read('r') };
    }),
  };
}

/** What a model has learnt for a comparison of a name. */
export const factsIn = (document: ModelDocument) => {
  const facts = new Map(document.comparisons.map((comparison) => [comparison.name, comparison.facts]));
  return (comparison: string): Facts | undefined => facts.get(comparison);
};
