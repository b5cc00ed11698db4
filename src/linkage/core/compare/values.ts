import { type Column, countValues, Dictionary, missing, RowCodes } from '../table.ts';
import { hashText, type Key } from './comparison.ts';

/** A column after normalising: rows share a code when their normal value is the same. */
export interface Values<Feature> {
  codes: RowCodes;
  /** Normal values by code. */
  normal: readonly string[];
  features: readonly Feature[];
  counts: Int32Array;
  /** Share of all rows, by code. */
  shares: Float64Array;
  /** Natural logarithms of the shares. */
  logShares: Float64Array;
  /** Chance that two rows that both have a value share it. */
  chance: number;
  /** Whether any row has a value. */
  given: boolean;
  raw: Column;
}

/** Normalises a column once per distinct raw value. `normalise` gives '' for a value that says nothing. */
export function valuesOf<Feature>(
  column: Column,
  normalise: (raw: string) => string,
  featureOf: (normal: string) => Feature,
): Values<Feature> {
  const dictionary = new Dictionary();
  const newCodes = Int32Array.from(column.values, (raw) => dictionary.codeOf(normalise(raw)));
  const codes = new Int32Array(column.codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const code = column.codes[row]!;
    codes[row] = code < 0 ? missing : newCodes[code]!;
  }
  return {
    ...frequencies(codes, dictionary.values),
    codes: new RowCodes(codes),
    features: dictionary.values.map(featureOf),
    raw: column,
  };
}

/** Counts, shares and the chance of agreement of a coded column. */
export function frequencies(codes: Int32Array, normal: readonly string[]) {
  const counts = countValues(codes, normal.length);
  let given = 0;
  for (const count of counts) given += count;
  const shares = new Float64Array(counts.length);
  let chance = 0;
  counts.forEach((count, code) => {
    shares[code] = count / Math.max(1, given);
    chance += given > 1 ? (count / given) * ((count - 1) / (given - 1)) : 0;
  });
  return {
    normal,
    counts,
    shares,
    logShares: shares.map((share) => Math.log(Math.max(share, 1e-9))),
    chance,
    given: given > 0,
  };
}

/** A key from a text made of each distinct value; no key where the text is empty. */
export function keyOf(
  name: string,
  values: { codes: RowCodes; normal: readonly string[]; raw: Column },
  textOf: (normal: string, code: number) => string,
  field = values.raw.name,
): Key {
  const byCode = Int32Array.from(values.normal, (normal, code) => {
    const text = textOf(normal, code);
    return text === '' ? 0 : hashText(text);
  });
  const hashes = new Int32Array(values.codes.length);
  for (let row = 0; row < hashes.length; row += 1) {
    const code = values.codes.at(row);
    hashes[row] = code < 0 ? 0 : byCode[code]!;
  }
  return { name, field, hashes };
}

/** The raw text of a row, for showing. */
export function shown(column: Column, row: number): string {
  const code = column.codes[row]!;
  return code < 0 ? '' : (column.values[code] ?? '');
}
