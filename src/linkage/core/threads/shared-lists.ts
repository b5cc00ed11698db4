import { type Beside, besideEachOther } from '../beside.ts';
import type { Comparison, SharedParts } from '../compare/comparison.ts';
import { comparisonsOf } from '../comparisons.ts';
import { factsIn, type ModelDocument } from '../model.ts';
import type { FieldKind, Recognised } from '../recognise.rules.ts';
import type { Column, Table } from '../table.ts';
import type { OpenLists } from './crew.ts';
import { layTexts, type SharedTexts, sharedCopy, textAt } from './memory.ts';

/** Lists as they are handed to other threads: plain values, and memory that threads share. */
export interface SharedLists {
  rows: number;
  recognised: readonly Recognised[];
  beside: readonly Beside[];
  /** The model that was given, if one was. */
  model: ModelDocument | undefined;
  parts: SharedParts;
  /** Columns of names as they were read: e-mail addresses are held against their words. */
  names: readonly { name: string; codes: Int32Array; texts: SharedTexts }[];
  /** The list of each row where only rows of different lists count. */
  sources: Uint16Array | undefined;
}

const ofNames: readonly FieldKind[] = ['forename', 'middle-name', 'surname', 'full-name'];

/** Whether a pair counts. */
export const allowedIn = (sources: Uint16Array | undefined): ((a: number, b: number) => boolean) =>
  sources ? (a, b) => sources[a] !== sources[b] : () => true;

/** Lays lists into shared memory. */
export function shareLists(
  lists: Omit<SharedLists, 'rows' | 'parts' | 'names'> & { table: Table; whole: readonly Comparison[] },
): SharedLists {
  const { table, whole, recognised, beside, model, sources } = lists;
  const parts = whole.map((comparison) => comparison.share());
  const isName = ({ name }: Column) =>
    recognised.some(({ column, kind }) => column === name && ofNames.includes(kind));
  return {
    ...{ rows: table.rows, recognised, beside, model },
    parts: {
      values: Object.assign({}, ...parts.map(({ values }) => values)),
      ...(parts.find(({ names }) => names) ?? {}),
    },
    names: table.columns.filter(isName).map(({ name, codes, values }) => ({
      name,
      codes: sharedCopy(codes),
      texts: layTexts([...values]),
    })),
    sources: sources && sharedCopy(sources),
  };
}

/** Opens lists that another thread shared: comparisons that give the same answers, to the last bit. */
export function openLists({
  rows,
  recognised,
  beside,
  model,
  parts,
  names,
  sources,
}: SharedLists): OpenLists {
  const columns = recognised.map(({ column: name }): Column => {
    const named = names.find((one) => one.name === name);
    if (named) {
      const { texts } = named;
      const values = Array.from({ length: texts.starts.length - 1 }, (_, code) => textAt(texts, code));
      return { name, codes: named.codes, values };
    }
    const shared = parts.values?.[name];
    return { name, codes: new Int32Array(0), values: [], ...(shared ? { shared } : {}) };
  });
  const table = { rows, columns, sources: sources ?? new Uint16Array(0), sourceNames: [], shared: parts };
  const whole = comparisonsOf(table, recognised, model && factsIn(model));
  return { rows, comparisons: besideEachOther(whole, beside), allowed: allowedIn(sources) };
}
