import type { Rule } from './candidates.ts';
import type { Comparison } from './compare/comparison.ts';
import type { FieldKind, Recognised } from './recognise.ts';
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
