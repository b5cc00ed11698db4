import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { type FileTable, UnreadableFile } from './read-csv.ts';

const rowsAtATime = 50_000;

/** Reads a Parquet file, some rows at a time; lists and dates become texts. */
export async function readParquet(
  path: string,
  onProgress?: (read: number, inAll: number) => void,
): Promise<FileTable> {
  const file = await asyncBufferFromFile(path).catch(() => {
    throw new UnreadableFile(`There is no file ${path}: check its name and folder.`);
  });
  const metadata = await parquetMetadataAsync(file).catch(() => {
    throw new UnreadableFile(`${path} is not a whole Parquet file.`);
  });
  const rows = Number(metadata.num_rows);
  const names = metadata.schema
    .slice(1)
    .filter(({ num_children: children }) => !children)
    .map(({ name }) => name);
  if (rows === 0) throw new UnreadableFile(`${path} has no rows.`);
  const known = names.map(() => new Map<string, number>());
  const codes = names.map(() => new Int32Array(rows).fill(-1));
  for (let start = 0; start < rows; start += rowsAtATime) {
    const part = await parquetReadObjects({
      file,
      metadata,
      compressors,
      columns: names,
      rowStart: start,
      rowEnd: Math.min(rows, start + rowsAtATime),
    });
    part.forEach((row, index) => {
      names.forEach((name, column) => {
        const text = asText(row[name]).trim();
        if (text === '') return;
        const dictionary = known[column]!;
        let code = dictionary.get(text);
        if (code === undefined) {
          code = dictionary.size;
          dictionary.set(text, code);
        }
        codes[column]![start + index] = code;
      });
    });
    onProgress?.(Math.min(rows, start + rowsAtATime), rows);
  }
  return {
    rows,
    columns: names.map((name, index) => ({ name, codes: codes[index]!, values: [...known[index]!.keys()] })),
    remarks: [],
  };
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return Array.isArray(value) ? value.map(asText).join(' ') : String(value);
}
