import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { EdgeList, type Edges, type ModelDocument } from '../core/index.ts';
import { UnreadableFile } from '../files/read-csv.ts';
import { markOf, marksFile } from './write-for-spark.ts';

/** Gives every scored pair of a folder that Spark has written: numbers of rows, and natural log-odds. */
export async function eachScored(
  folder: string,
  visit: (a: number, b: number, weight: number) => void,
): Promise<void> {
  const scored = join(folder, 'scored');
  const files = await readdir(scored).catch(() => {
    throw new UnreadableFile(`${folder} has no scored pairs yet: run its link.sql through spark-sql.`);
  });
  if (!files.includes('_SUCCESS'))
    throw new UnreadableFile(`${scored} is not whole: run link.sql through spark-sql to its end.`);
  for (const name of files.filter((one) => one.endsWith('.parquet')).sort()) {
    const file = await asyncBufferFromFile(join(scored, name));
    const metadata = await parquetMetadataAsync(file);
    let start = 0;
    for (const group of metadata.row_groups) {
      const end = start + Number(group.num_rows);
      const names = ['a', 'b', 'weight'];
      const columns = names.map(() => new Float64Array(end - start));
      await parquetRead({
        ...{ file, metadata, compressors, rowStart: start, rowEnd: end },
        // A column comes page by page.
        onChunk: ({ columnName, columnData, rowStart }) => {
          const column = columns[names.indexOf(columnName)];
          if (!column) return;
          for (let at = 0; at < columnData.length; at += 1)
            column[rowStart - start + at] = Number(columnData[at]);
        },
      });
      const [a, b, weight] = columns;
      for (let at = 0; at < end - start; at += 1) visit(a![at]!, b![at]!, weight![at]!);
      start = end;
    }
  }
}

/** Pairs below these natural log-odds take no part in clusters. */
const leastKept = -11;

/** The scored pairs of a folder, in the order of their rows. Refuses a folder that was made of other lists or another model. */
export async function readScored(folder: string, rows: number, model: ModelDocument): Promise<Edges> {
  const marks: unknown = await readFile(join(folder, marksFile), 'utf8').then(JSON.parse, () => {
    throw new UnreadableFile(
      `${folder} was not made by «bailiwick link --engine spark»: it has no ${marksFile}.`,
    );
  });
  const mark = (name: string): unknown => Reflect.get(Object(marks), name);
  if (mark('rows') !== rows || mark('model') !== markOf(model))
    throw new UnreadableFile(
      `The pairs in ${folder} are of other lists or another model: give the lists in the same order, and the same --model.`,
    );
  const read = new EdgeList();
  await eachScored(folder, (a, b, weight) => {
    if (weight >= leastKept) read.push(a, b, weight);
  });
  const order = Float64Array.from(
    { length: read.length },
    (_, at) => (read.a[at] ?? 0) * rows + (read.b[at] ?? 0),
  );
  const places = Uint32Array.from(order, (_, at) => at).sort((x, y) => (order[x] ?? 0) - (order[y] ?? 0));
  const edges = new EdgeList(Math.max(1, read.length));
  for (const at of places) edges.push(read.a[at] ?? 0, read.b[at] ?? 0, read.weight[at] ?? 0);
  return edges;
}
