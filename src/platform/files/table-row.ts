/** One row by column name, with its place in the file as a spreadsheet numbers it (the header is usually row 1). */
export interface TableRow {
  number: number;
  values: Record<string, string>;
  /** Cells that hold no value that could be read, and why: a formula without its result, an error. */
  flaws?: Readonly<Record<string, string>>;
}

/** A table of rows, however the file is written. Its rows may be read once or several times; each reads the file anew. */
export interface Table {
  columns: readonly string[];
  /** What a person should know about how it was read, a sentence each. */
  notes: readonly string[];
  /** First year of the workbook's count of days; text files count as 1900. */
  dayCount: 1900 | 1904;
  rows(): AsyncGenerator<TableRow>;
}

/** How far a read has come, for progress: bytes of the file on disk. */
export interface Progress {
  bytesRead: number;
  bytesInAll: number;
}

/** How much a file may hold; past it the read stops with a sentence. */
export interface TableLimits {
  /** Bytes once unpacked. */
  unpackedBytes: number;
  /** Rows below the header. */
  rows: number;
}

export interface TableOptions {
  delimiter?: string | undefined;
  /** Names of the columns of a text file without a header. */
  columns?: readonly string[] | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  limits?: Partial<TableLimits> | undefined;
}

/** Most columns a table may have. */
export const mostColumns = 1000;
/** Most characters of one row of a text file, and of one cell of a workbook. */
export const mostCharacters = 1_000_000;

/** Spaces and commas between thousands, as people read numbers. */
export const counted = (n: number): string => n.toLocaleString('en-GB');

/**
 * Column names that can be told apart: a name that stands twice is followed by its place, and a column without a name
 * is called by its place. The notes say so.
 */
export function namedColumns(cells: readonly string[]): { columns: string[]; notes: string[] } {
  const columns: string[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    const name = cell.replace(/\s+/g, ' ').trim();
    const place = `column ${index + 1}`;
    if (name === '') columns.push(place);
    else if (seen.has(name)) {
      columns.push(`${name} (${place})`);
      notes.push(`Two columns are called “${name}”: the later one is shown as “${name} (${place})”.`);
    } else columns.push(name);
    seen.add(name);
  }
  return { columns, notes };
}

/** Cells of a row by column name; what is missing is empty, what stands beyond the last column is left. */
export const valuesOf = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((name, index) => [name, (cells[index] ?? '').trim()]));
