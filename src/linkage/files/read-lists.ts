import { basename, extname } from 'node:path';
import { alignLists, type FieldKind, type ReadList, type Table, textIn } from '../core/index.ts';
import { type FileTable, readCsv, UnreadableFile } from './read-csv.ts';
import { readParquet } from './read-parquet.ts';

/** Several lists under each other, with an id for every row. */
export interface Lists {
  table: Table;
  /** The id of each row: the file's own, or its number; with the file's name before it when there are several files. */
  idOf(row: number): string;
  /** Where the ids come from, said to the person. */
  remarks: string[];
}

export interface ListOptions {
  id?: string | undefined;
  delimiter?: string | undefined;
  onProgress?: (path: string, read: number, inAll: number) => void;
  /** What columns hold, by their names in the lists. */
  mapping?: Readonly<Record<string, FieldKind>> | undefined;
  /** The columns of a model that is to be used. */
  fields?: readonly { column: string; kind: FieldKind }[] | undefined;
}

/** Columns that hold ids by their name alone. */
export const idNames = /^(unique_?id|rec(ord)?_?id|row_?id|person_?id|id|uuid|guid)$/i;

/** Names of columns that hold ids where no row lacks one and no two rows share one. */
const keyNames =
  /(^|[_ ])(id|key|ref|reference|urn|(case|crime|record|ref|reference|incident|client|customer|file|job|log|entry|row)[ _.]?(no|num|number)\.?)$/i;
const isOneForEach = ({ values, codes }: FileTable['columns'][number], rows: number): boolean =>
  values.length === rows && codes.every((code) => code >= 0);

/** Reads one list or more; columns that hold the same thing stand under each other, whatever each list calls them. */
export async function readLists(paths: readonly string[], options: ListOptions = {}): Promise<Lists> {
  const { files, ids, names, remarks, known } = await readAligned(paths, options);
  const starts = files.map((_, index) => files.slice(0, index).reduce((sum, file) => sum + file.rows, 0));
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const sources = new Uint16Array(rows);
  files.forEach((file, index) => {
    sources.fill(index, starts[index]!, starts[index]! + file.rows);
  });
  return {
    table: { rows, columns: underEachOther(files, starts, rows), sources, sourceNames: names, known },
    idOf: idsOfRows({ ids, names, sources, starts }),
    remarks,
  };
}

/** Reads lists that are held against each other one by one: each by itself, with the same names for columns that hold the same thing. */
export async function readApart(paths: readonly string[], options: ListOptions = {}): Promise<Lists[]> {
  const { files, ids, names, remarks, known } = await readAligned(paths, options);
  return files.map(({ rows, columns }, index) => {
    const sources = new Uint16Array(rows);
    return {
      table: { rows, columns, sources, sourceNames: names.slice(index, index + 1), known },
      idOf: idsOfRows({ ids: ids.slice(index, index + 1), names: ['list'], sources, starts: [0] }),
      remarks: index === 0 ? remarks : [],
    };
  });
}

async function readAligned(paths: readonly string[], options: ListOptions) {
  const files: FileTable[] = [];
  for (const path of paths) {
    const onProgress = (read: number, inAll: number) => options.onProgress?.(path, read, inAll);
    files.push(
      extname(path).toLowerCase() === '.parquet'
        ? await readParquet(path, onProgress)
        : await readCsv(path, { delimiter: options.delimiter, onProgress }),
    );
  }
  const remarks = files.flatMap((file, index) => file.remarks.map((remark) => `${paths[index]}: ${remark}`));
  const names = shortNames(paths);
  const ids = files.map((file, index) => idColumn(file, paths[index] ?? '', options.id, remarks));
  const { lists, known, alone } = alignLists(files, {
    ...{ given: options.mapping, fields: options.fields, names },
  });
  for (const index of alone)
    remarks.push(
      `${paths[index]}: none of its columns holds what a column of another list holds, so none of its rows is found there; a mapping can say what they hold.`,
    );
  const aligned = files.map(({ rows }, index): ReadList => ({ rows, columns: lists[index] ?? [] }));
  return { files: aligned, ids, names, remarks, known };
}

interface RowIds {
  /** The column of ids of each file; none where rows go by their number. */
  ids: readonly (FileTable['columns'][number] | undefined)[];
  names: readonly string[];
  sources: Uint16Array;
  starts: readonly number[];
}

/** The id of each row. It stands apart because what it is made from outlives the files, which are not to be kept with it. */
function idsOfRows({ ids, names, sources, starts }: RowIds): (row: number) => string {
  return (row) => {
    const file = sources[row]!;
    const own = row - starts[file]!;
    const column = ids[file];
    const text = (column && textIn(column, own)) ?? String(own + 1);
    return names.length === 1 ? text : `${names[file]}:${text}`;
  };
}

/** What a file is called in front of its rows' ids; two of one name are told apart. */
export function shortNames(paths: readonly string[]): string[] {
  const names = paths.map((path) =>
    basename(path)
      .replace(/\.gz$/i, '')
      .replace(/\.[^.]+$/, ''),
  );
  return names.map((name, index) => (names.indexOf(name) === index ? name : `${name}-${index + 1}`));
}

/** The column that names the rows. Ids given twice are told, and the rows are numbered instead. */
function idColumn(file: FileTable, path: string, asked: string | undefined, remarks: string[]) {
  const found =
    asked === undefined
      ? (file.columns.find(({ name }) => idNames.test(name.trim())) ??
        file.columns.find((column) => keyNames.test(column.name.trim()) && isOneForEach(column, file.rows)))
      : file.columns.find(({ name }) => name === asked);
  if (asked !== undefined && !found)
    throw new UnreadableFile(
      `${path} has no column «${asked}»; it has ${file.columns.map(({ name }) => name).join(', ')}.`,
    );
  if (!found) {
    remarks.push(`${path}: no column of ids was found; rows go by their number, from 1.`);
    return undefined;
  }
  if (isOneForEach(found, file.rows)) return found;
  remarks.push(
    `${path}: the ids in «${found.name}» are not one for each row; rows go by their number, from 1.`,
  );
  return undefined;
}

function underEachOther(files: readonly ReadList[], starts: readonly number[], rows: number) {
  if (files.length === 1) return files[0]?.columns ?? [];
  const key = (name: string) => name.trim().toLowerCase();
  const names = new Map(files.flatMap((file) => file.columns.map(({ name }) => [key(name), name] as const)));
  return [...names].map(([id, name]) => {
    const known = new Map<string, number>();
    const codes = new Int32Array(rows).fill(-1);
    files.forEach((file, index) => {
      const column = file.columns.find((one) => key(one.name) === id);
      if (!column) return;
      const mapped = Int32Array.from(column.values, (value) => {
        const code = known.get(value) ?? known.size;
        known.set(value, code);
        return code;
      });
      for (let row = 0; row < file.rows; row += 1) {
        const code = column.codes[row]!;
        if (code >= 0) codes[starts[index]! + row] = mapped[code]!;
      }
    });
    return { name, codes, values: [...known.keys()] };
  });
}
