import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { seededRandom } from '../../src/linkage/core/random.ts';
import { textIn } from '../../src/linkage/core/table.ts';
import { readLists, type Table } from '../../src/linkage/index.ts';
import type { DataSet } from './datasets.ts';
import type { Truth } from './evaluate.ts';
import type { RawColumns } from './missed.ts';
import { writePeople } from './people.ts';

/** A labelled set as every engine gets it: without truth, in an order that says nothing, with ids that say nothing. */
export interface Prepared {
  paths: string[];
  mode: 'dedupe' | 'link';
  rows: number;
  truth: Truth;
  raw: RawColumns;
  /** The row of an id: a letter for its list, and its number there. */
  rowOf(id: string): number;
}

/** One list with its rows in the new order. */
interface Part {
  table: Table;
  order: Int32Array;
  entities: string[];
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

export async function prepare(set: DataSet, data: string, cache: string): Promise<Prepared> {
  await mkdir(cache, { recursive: true });
  const files = set.people
    ? [await peopleFile(set.people, cache)]
    : set.files.map((file) => join(data, file));
  const random = seededRandom(20);
  const parts: Part[] = [];
  const truthOf = await otherTruth(set, data);
  for (const [list, path] of files.entries()) {
    const { table } = await readLists([path], { delimiter: set.delimiter });
    const order = shuffled(table.rows, random);
    const cells = table.columns.map((column) => ({ ...column, name: column.name.trim() }));
    const entities = Array.from(order, (row) => {
      const record = Object.fromEntries(
        cells
          .filter(({ name }) => set.hidden.includes(name))
          .map((column) => [column.name, textIn(column, row) ?? '']),
      );
      return set.entity ? set.entity(record) : truthOf(list, record[set.hidden[0] ?? ''] ?? '');
    });
    parts.push(...apart(set, { table: { ...table, columns: cells }, order, entities }));
  }
  const paths = parts.map((_, list) => join(cache, `${set.name}-${letters[list]}.csv`));
  for (const [list, part] of parts.entries())
    await writeList(paths[list] ?? '', part, set, letters[list] ?? '');
  const starts = parts.map((_, list) =>
    parts.slice(0, list).reduce((sum, { order }) => sum + order.length, 0),
  );
  const rows = parts.reduce((sum, { order }) => sum + order.length, 0);
  return {
    paths,
    rows,
    mode: parts.length > 1 ? 'link' : 'dedupe',
    truth: truthFrom(parts, rows),
    raw: rawFrom(parts, starts, rows, set),
    rowOf: (id) => (starts[letters.indexOf(id.charAt(0))] ?? 0) + Number(id.slice(1)),
  };
}

/** The lists in a file of several, in the order of their names; the file itself where the set says nothing of it. */
function apart(set: DataSet, part: Part): Part[] {
  const column = part.table.columns.find(({ name }) => name === set.apart);
  if (!column) return [part];
  const lists = new Map<string, number[]>();
  const met = new Set<string>();
  for (const [at, row] of part.order.entries()) {
    const list = textIn(column, row) ?? '';
    const somebody = `${list}:${part.entities[at]}`;
    if (set.once && met.has(somebody)) continue;
    met.add(somebody);
    const places = lists.get(list) ?? [];
    places.push(at);
    lists.set(list, places);
  }
  return [...lists].sort().map(([, places]) => ({
    table: part.table,
    order: Int32Array.from(places, (at) => part.order[at] ?? 0),
    entities: places.map((at) => part.entities[at] ?? ''),
  }));
}

async function peopleFile({ rows, seed }: { rows: number; seed: number }, cache: string): Promise<string> {
  const path = join(cache, `made-people-${rows}-${seed}.csv`);
  if (!existsSync(path)) await writePeople({ rows, seed, path });
  return path;
}

function shuffled(rows: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  for (let at = rows - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** Truth of a file of its own: the entity of an id of a list. Pairs are joined into entities. */
async function otherTruth({ other }: DataSet, data: string): Promise<(list: number, id: string) => string> {
  if (!other) return () => '';
  const { table } = await readLists([join(data, other.file)], {
    delimiter: 'pairs' in other ? '%' : undefined,
  });
  const column = (name: string) => {
    const found = table.columns.find((one) => one.name.trim() === name);
    return Array.from(found?.codes ?? [], (_, row) => (found && textIn(found, row)) ?? '');
  };
  if ('by' in other) {
    const says = column(other.says);
    const known = new Map(column(other.by).map((id, at) => [id, says[at] ?? '']));
    return (_, id) => known.get(id) ?? `alone-${id}`;
  }
  const leader = new Map<string, string>();
  const find = (key: string): string => {
    let top = key;
    for (let up = leader.get(top); up !== undefined; up = leader.get(top)) top = up;
    return top;
  };
  const right = column(other.pairs[1]);
  for (const [at, left] of column(other.pairs[0]).entries()) {
    const [x, y] = [find(`0:${left}`), find(`1:${right[at]}`)];
    if (x !== y) leader.set(x, y);
  }
  return (list, id) => find(`${list}:${id}`);
}

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function writeList(path: string, { table, order }: Part, set: DataSet, letter: string): Promise<void> {
  const columns = table.columns.filter(({ name }) => !set.hidden.includes(name));
  const out = createWriteStream(path);
  out.write(`${['unique_id', ...columns.map(({ name }) => cell(name))].join(',')}\n`);
  for (const [at, row] of order.entries()) {
    let line = letter + at;
    for (const column of columns) line += `,${cell(textIn(column, row) ?? '')}`;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

function truthFrom(parts: readonly Part[], rows: number): Truth {
  const known = new Map<string, number>();
  const entity = new Int32Array(rows);
  const source = new Uint8Array(rows);
  let at = 0;
  for (const [list, { entities }] of parts.entries())
    for (const text of entities) {
      // A row whose truth is not known stands alone.
      const key = text === '' ? `row ${at}` : text;
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      entity[at] = number;
      source[at] = list;
      at += 1;
    }
  return parts.length > 1 ? { entity, source } : { entity };
}

function rawFrom(parts: readonly Part[], starts: readonly number[], rows: number, set: DataSet): RawColumns {
  const names = [...new Set(parts.flatMap(({ table }) => table.columns.map(({ name }) => name)))].filter(
    (name) => !set.hidden.includes(name) && name !== 'source',
  );
  const codes = names.map((name) => {
    const known = new Map<string, number>();
    const out = new Int32Array(rows).fill(-1);
    for (const [list, { table, order }] of parts.entries()) {
      const column = table.columns.find((one) => one.name === name);
      const mapped = Array.from(column?.values ?? [], (value) => {
        const text = value.toLowerCase();
        const code = known.get(text) ?? known.size;
        known.set(text, code);
        return code;
      });
      order.forEach((row, at) => {
        out[(starts[list] ?? 0) + at] = mapped?.[column?.codes[row] ?? -1] ?? -1;
      });
    }
    return out;
  });
  return { names, codes };
}
