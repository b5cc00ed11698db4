import { type Column, Dictionary, missing, type Table } from '../table.ts';

/** A record as its fields, under the names of the model's columns. */
export type Fields = Readonly<Record<string, string | undefined>>;

interface GrowingColumn extends Column {
  dictionary: Dictionary;
}

/** A table to which rows are added, and in which rows are written over. */
export class GrowingTable implements Table {
  rows = 0;
  readonly columns: readonly GrowingColumn[];
  readonly sources: Uint16Array = new Uint16Array(0);
  readonly sourceNames = ['records'];

  constructor(names: readonly string[]) {
    this.columns = names.map((name) => {
      const dictionary = new Dictionary();
      return { name, codes: new Int32Array(0), values: dictionary.values, dictionary };
    });
  }

  set(row: number, fields: Fields): void {
    for (const column of this.columns) {
      if (row >= column.codes.length) {
        const codes = new Int32Array(Math.ceil((row + 16) * 1.5)).fill(missing);
        codes.set(column.codes);
        column.codes = codes;
      }
      column.codes[row] = column.dictionary.codeOf((fields[column.name] ?? '').trim());
    }
    if (row >= this.rows) this.rows = row + 1;
  }
}
