import type { Rule } from './candidates.ts';
import type { Comparison } from './compare/comparison.ts';
import { type FieldKind, fieldKinds, type Recognised } from './recognise.ts';
import type { Trained } from './train.ts';

/** A trained model as one document: saved, read, compared, and used again on other lists. */
export interface ModelDocument {
  format: 'bailiwick-linkage-model';
  version: 1;
  /** What was made of each column. */
  fields: { column: string; kind: FieldKind; why: string }[];
  /** Share of all pairs of rows that are the same, and that are related only. */
  prior: number;
  related: number;
  comparisons: {
    name: string;
    shared: boolean;
    levels: { words: string; m: number; u: number; r: number }[];
  }[];
  /** The rules that bring rows together, by the names of their keys. */
  rules: string[];
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
}): ModelDocument {
  return {
    format: 'bailiwick-linkage-model',
    version: 1,
    fields: linked.recognised.map(({ column, kind, why }) => ({ column, kind, why })),
    prior: linked.model.prior,
    related: linked.model.related,
    comparisons: linked.comparisons.map((comparison, index) => {
      const { m, u, r } = linked.model.comparisons[index]!;
      return {
        name: comparison.name,
        shared: comparison.shared,
        levels: comparison.levels
          .slice(1)
          .map(({ words }, at) => ({ words, m: m[at + 1]!, u: u[at + 1]!, r: r[at + 1]! })),
      };
    }),
    rules: linked.rules.map(({ name }) => name),
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
  const sound =
    numbersIn(read, 'prior', 'related') &&
    listOf('fields').every((field) => isKind(Reflect.get(Object(field), 'kind'))) &&
    listOf('rules').every((rule) => typeof rule === 'string') &&
    listOf('comparisons').every((comparison) => {
      const levels: unknown = Reflect.get(Object(comparison), 'levels');
      return Array.isArray(levels) && levels.every((level) => numbersIn(level, 'm', 'u', 'r'));
    });
  if (!sound)
    throw new UnusableModel('The model file is not whole: a share, a level or a kind of field is missing.');
  // Every part that is used was looked at above.
  return read as ModelDocument;
}

/** Reads a model for these comparisons; every comparison must be in it, with as many levels. */
export function trainedFrom(document: ModelDocument, comparisons: readonly Comparison[]): Trained {
  if (document.format !== 'bailiwick-linkage-model' || document.version !== 1)
    throw new UnusableModel('The model file is not a linkage model of version 1.');
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
