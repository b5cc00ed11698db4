import { besideEachOther } from '../beside.ts';
import { type Rule, ruleHash } from '../candidates.ts';
import { type Comparison, hashText, joinHashes } from '../compare/comparison.ts';
import { namesOfParts } from '../compare/names.ts';
import { comparisonsOf } from '../comparisons.ts';
import { type Explanation, explain } from '../explain.ts';
import { factsIn, type ModelDocument, trainedFrom, UnusableModel } from '../model.ts';
import type { Recognised } from '../recognise.rules.ts';
import { type Table, tableOf } from '../table.ts';
import type { Trained } from '../train.ts';
import type { Fields } from './growing-table.ts';

/** A model over a table: its comparisons with what the model learnt, and its rules. */
export interface Applied {
  comparisons: readonly Comparison[];
  trained: Trained;
  rules: readonly Rule[];
}

/** The columns a model reads. */
export const columnsOf = (model: ModelDocument): string[] =>
  model.fields.filter(({ kind }) => kind !== 'ignore').map(({ column }) => column);

/** Comparisons of a name that are there only where a name has such a part. */
const lesserNames: readonly string[] = [namesOfParts.surname, namesOfParts.middle];

/** Puts a model over a table that has the model's columns. */
export function applyModel(model: ModelDocument, table: Table): Applied {
  const recognised: Recognised[] = model.fields.map(({ column, kind, why }) => ({ column, kind, why }));
  // A whole name may have a middle name where the model met none: of that it has learnt nothing, and says nothing.
  const hasLearnt = ({ name }: Comparison) =>
    !lesserNames.includes(name) || model.comparisons.some((one) => one.name === name);
  const whole = comparisonsOf(table, recognised, factsIn(model)).filter(hasLearnt);
  const comparisons = besideEachOther(whole, model.beside ?? []);
  const keys = new Map(comparisons.flatMap((comparison) => comparison.keys.map((key) => [key.name, key])));
  const rules = model.rules.map(({ name, tooCommon }): Rule => {
    const found = name.split(' + ').map((part) => keys.get(part));
    if (found.some((key) => key === undefined))
      throw new UnusableModel(`The model has a rule «${name}» whose keys its own columns do not give.`);
    return {
      name,
      keys: found.filter((key) => key !== undefined),
      pairs: 0,
      refused: new Set(tooCommon),
    };
  });
  return { comparisons, trained: trainedFrom(model, comparisons), rules };
}

/**
 * A model that answers for single records. What it says of two records depends on them and the model alone, so it is the
 * same whoever else is on any list.
 */
export interface OpenModel {
  /**
   * The hashes under which a record is found: two records are held against each other when they share one. Those too common
   * to bring anybody together are left out. 32-bit whole numbers, never 0.
   */
  keysOf(fields: Fields): number[];
  /** Holds a record against others, and explains each. */
  judge(fields: Fields, others: readonly Fields[]): Explanation[];
}

/** Opens a model for single records; throws `UnusableModel` when its parts do not fit together. */
export function openModel(model: ModelDocument): OpenModel {
  const columns = columnsOf(model);
  const salts = model.rules.map(({ name }) => hashText(name));
  const tableWith = (records: readonly Fields[]): Table => {
    const rows = records.map((fields) =>
      Object.fromEntries(columns.map((column) => [column, fields[column] ?? ''])),
    );
    return tableOf(rows);
  };
  applyModel(model, tableWith([{}]));
  return {
    keysOf: (fields) => {
      const { rules } = applyModel(model, tableWith([fields]));
      const hashes = rules.flatMap((rule, at) => {
        const hash = ruleHash(rule, 0);
        return hash === 0 || rule.refused.has(hash) ? [] : [joinHashes(hash, salts[at]!)];
      });
      return [...new Set(hashes)];
    },
    judge: (fields, others) => {
      const { comparisons, trained } = applyModel(model, tableWith([fields, ...others]));
      return others.map((_, at) => explain(comparisons, trained, 0, at + 1));
    },
  };
}
