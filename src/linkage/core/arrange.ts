import { hashText } from './compare/comparison.ts';
import { wordsOf } from './normalise/fold.ts';
import { soundOf } from './normalise/phonetic.ts';
import { recognise } from './recognise.ts';
import type { Table } from './table.ts';

/** A table with rows that may be the same put near each other, and where each row stood before. */
export interface Arranged {
  table: Table;
  /** The row's number in the table as it was read. */
  original: Int32Array;
}

/** Lists of fewer rows stay as they are. */
export const arrangedFrom = 50_000;

/**
 * Puts rows whose names sound alike next to each other. It changes no answer, but holding two rows against each other is
 * three times as fast when both are in the processor's near memory.
 */
export function arrange(table: Table): Arranged {
  const kinds = recognise(table);
  const main = ['surname', 'full-name', 'company', 'text', 'address']
    .map((kind) => kinds.find((one) => one.kind === kind)?.column)
    .find((name) => name !== undefined);
  const column = table.columns.find(({ name }) => name === main);
  const original = Int32Array.from({ length: table.rows }, (_, row) => row);
  if (!column || table.rows < arrangedFrom) return { table, original };
  const hashes = Array.from(column.values, (value) => hashText(soundOf(wordsOf(value).at(-1) ?? '')) >>> 0);
  const keys = Float64Array.from(original, (row) => {
    const code = column.codes[row]!;
    return (code < 0 ? 0 : hashes[code]!) * 2 ** 21 + (row & 0x1fffff);
  });
  // Lists of more than two million rows stay as they are within a name: the order need only be near.
  const order = original.slice();
  if (table.rows <= 2 ** 21) {
    keys.sort();
    for (let row = 0; row < order.length; row += 1) order[row] = keys[row]! % 2 ** 21;
  } else order.sort((a, b) => keys[a]! - keys[b]!);
  const moved = <T extends Int32Array | Uint16Array>(from: T, into: T): T => {
    for (let row = 0; row < order.length; row += 1) into[row] = from[order[row]!]!;
    return into;
  };
  return {
    original: order,
    table: {
      ...table,
      columns: table.columns.map((one) => ({ ...one, codes: moved(one.codes, new Int32Array(table.rows)) })),
      sources: moved(table.sources, new Uint16Array(table.rows)),
    },
  };
}
