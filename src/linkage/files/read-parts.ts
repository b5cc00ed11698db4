import { extname } from 'node:path';
import { type Table, textIn } from '../core/index.ts';
import { type FileTable, readCsvParts, UnreadableFile } from './read-csv.ts';
import { idNames, type ListOptions, shortNames } from './read-lists.ts';
import { readParquet } from './read-parquet.ts';

/** Some rows of a list, with what they are called. */
export interface ListPart {
  table: Table;
  idOf(row: number): string;
}

/** Rows that are held at once, about. */
const rowsAtOnce = 50_000;

/**
 * Reads lists part by part, so that what is held does not grow with them (a Parquet file is read whole). The ids are those of
 * the column that is asked for, or that is called an id; nobody looks here whether two rows have one.
 */
export async function* readListParts(
  paths: readonly string[],
  options: ListOptions & { onRemark?: (remark: string) => void } = {},
): AsyncGenerator<ListPart> {
  const names = shortNames(paths);
  for (const [index, path] of paths.entries()) {
    let before = 0;
    let told = false;
    for await (const part of partsOf(path, options)) {
      const ids = idsOf(part, path, options.id);
      if (!ids && !told)
        options.onRemark?.(`${path}: no column is called an id; rows go by their number, from 1.`);
      told = true;
      for (const remark of part.remarks) options.onRemark?.(`${path}: ${remark}`);
      const first = before;
      before += part.rows;
      yield {
        table: {
          rows: part.rows,
          columns: part.columns,
          sources: new Uint16Array(part.rows).fill(index),
          sourceNames: names,
        },
        idOf: (row) => {
          const own = (ids && textIn(ids, row)) ?? String(first + row + 1);
          return paths.length === 1 ? own : `${names[index]}:${own}`;
        },
      };
    }
  }
}

async function* partsOf(path: string, options: ListOptions): AsyncGenerator<FileTable> {
  const onProgress = (read: number, inAll: number) => options.onProgress?.(path, read, inAll);
  if (extname(path).toLowerCase() === '.parquet') yield await readParquet(path, onProgress);
  else yield* readCsvParts(path, rowsAtOnce, { delimiter: options.delimiter, onProgress });
}

function idsOf({ columns }: FileTable, path: string, asked: string | undefined) {
  const found = columns.find(({ name }) =>
    asked === undefined ? idNames.test(name.trim()) : name === asked,
  );
  if (asked !== undefined && !found)
    throw new UnreadableFile(
      `${path} has no column «${asked}»; it has ${columns.map(({ name }) => name).join(', ')}.`,
    );
  return found;
}
