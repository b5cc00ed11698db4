import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  type Fields,
  LiveIndex,
  link,
  matchKeys,
  modelDocument,
  nameLikeness,
  privateKeys,
  recognise,
  tableOf,
  usualNoise,
} from '../../src/linkage/core/index.ts';
import { makePeople } from './people.ts';

/**
 * Measures what is beside the batch: names alone, keys without names, and the live index. Of rivals only the name scores stand in
 * the data; other figures of rivals are elsewhere's and are not printed beside measured ones.
 * --data FOLDER of the labelled files; --rows N people for the live index (1,000,000); --only names,private,live.
 */
const args = process.argv.slice(2);
const given = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
const data = given('--data') ?? '';
const only = given('--only')?.split(',') ?? ['names', 'private', 'live'];

type Row = Record<string, string>;

async function rowsOf(name: string): Promise<Row[]> {
  const text = await readFile(join(data, name), 'utf8');
  // The parser gives one text a heading for each row of such a file.
  return parse(text, { columns: (names: string[]) => names.map((one) => one.trim()), trim: true }) as Row[];
}

/** The best F1 that a threshold gives, with precision and recall; `all` when some matches have no score. */
function bestF1(
  scored: readonly { score: number; isMatch: boolean }[],
  all = scored.filter(({ isMatch }) => isMatch).length,
) {
  const sorted = [...scored].sort((x, y) => y.score - x.score);
  let best = { f1: 0, precision: 0, recall: 0, threshold: 0 };
  let hits = 0;
  sorted.forEach(({ score, isMatch }, at) => {
    if (isMatch) hits += 1;
    if (sorted[at + 1]?.score === score) return;
    const f1 = (2 * hits) / (all + at + 1);
    if (f1 > best.f1) best = { f1, precision: hits / (at + 1), recall: hits / all, threshold: score };
  });
  return best;
}

async function names(): Promise<void> {
  const rows = await rowsOf('name_pairs_dev.csv');
  const scoreOf = (score: (row: Row) => number) =>
    bestF1(rows.map((row) => ({ score: score(row), isMatch: row.is_match === 'true' })));
  const ours = scoreOf(({ name1 = '', name2 = '', schema }) =>
    nameLikeness(name1, name2, schema === 'Person' ? 'person' : 'firm'),
  );
  const rival = scoreOf((row) => Number(row.peer_logicv2_score));
  console.log(
    `names alone, ${rows.length} pairs, best F1: ours ${ours.f1.toFixed(3)} (P ${ours.precision.toFixed(2)} R ${ours.recall.toFixed(2)}), LogicV2's own scores ${rival.f1.toFixed(3)} (P ${rival.precision.toFixed(2)} R ${rival.recall.toFixed(2)})`,
  );
}

async function withoutNames(): Promise<void> {
  const numberIn = (row: Row) => row.rec_id?.split('-')[1] ?? '';
  const sets = [
    ['febrl4', 'febrl_dataset4a.csv', 'febrl_dataset4b.csv', numberIn],
    ['clk_dirty', 'clk_dirty_1000_50_1.csv', 'clk_dirty_1000_50_2.csv', (row: Row) => row.rec_id ?? ''],
  ] as const;
  const secret = randomBytes(32);
  for (const [name, first, second, truthOf] of sets) {
    const [ours, theirs] = [await rowsOf(first), await rowsOf(second)];
    const keys = [ours, theirs].map((rows) => {
      const table = tableOf(rows);
      return privateKeys(table, recognise(table), {
        mac: (text) => createHmac('sha256', secret).update(text).digest(),
        random: () => randomInt(2 ** 32) / 2 ** 32,
        noise: usualNoise,
      });
    });
    const [left, right] = keys;
    if (!left || !right) continue;
    const started = performance.now();
    const { pairs } = matchKeys(left, right);
    const took = performance.now() - started;
    const there = new Map(theirs.map((row, at) => [truthOf(row), at]));
    const shared = ours.filter((row) => there.has(truthOf(row))).length;
    const isRight = ({ a, b }: { a: number; b: number }) => there.get(truthOf(ours[a] ?? {})) === b;
    const hits = pairs.filter(isRight).length;
    const all = matchKeys(left, right, 0.01).pairs;
    const best = bestF1(
      all.map((pair) => ({ score: pair.alike, isMatch: isRight(pair) })),
      shared,
    );
    console.log(
      `without names, ${name}, folded, noise ${usualNoise}: F1 ${((2 * hits) / (pairs.length + shared)).toFixed(4)} at its own threshold, ${best.f1.toFixed(4)} at the best one; ${((ours.length * theirs.length) / took / 1000).toFixed(1)} M keys a second`,
    );
  }
}

const spread = (times: number[]): string => {
  times.sort((x, y) => x - y);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
};

function live(): void {
  const rows = Number(given('--rows') ?? 1_000_000);
  const people: Fields[] = makePeople(rows, 17).map(({ cluster: _, ...row }) => row);
  const model = modelDocument(link(tableOf(people)));
  const index = new LiveIndex(model);
  let times: number[] = [];
  const timed = (act: () => void): void => {
    const before = performance.now();
    act();
    times.push(performance.now() - before);
  };
  const rate = () => Math.round((1000 * times.length) / times.reduce((sum, time) => sum + time, 0));
  for (const [at, fields] of people.entries()) timed(() => index.put(String(at), fields));
  console.log(`live, ${rows} people, insert and resolve from the first to the last: ${rate()} a second`);
  times = times.slice(-20_000);
  console.log(`live, the last 20,000 inserts: ${rate()} a second, ${spread(times)}`);
  times = [];
  for (let asked = 0; asked < 5000; asked += 1) timed(() => index.who(people[(asked * 7919) % rows] ?? {}));
  console.log(`live, who could this be, with explanation: ${rate()} a second, ${spread(times)}`);
  times = [];
  for (let changed = 0; changed < 5000; changed += 1) {
    const at = (changed * 104_729) % rows;
    timed(() => index.put(String(at), { ...people[at], phone: `0770090${1000 + changed}` }));
  }
  console.log(
    `live, change and resolve: ${rate()} a second, ${spread(times)}; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
}

if (only.includes('names')) await names();
if (only.includes('private')) await withoutNames();
if (only.includes('live')) live();
