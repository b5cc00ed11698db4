import { cpus, loadavg, totalmem } from 'node:os';
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool } from 'pg';
import { type ChartInput, chartQuery } from '../../src/intelligence/chart/chart.forms.ts';
import { openChart, walkOutward } from '../../src/intelligence/chart/chart.queries.ts';
import { itemPolicy } from '../../src/intelligence/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import { type Db, openDatabases } from '../../src/platform/database/database.ts';
import type { DB } from '../../src/platform/database/rows.ts';
import type { Work } from '../../src/platform/http/work.ts';
import { randomIds } from '../../src/platform/ids/ids.ts';
import { makeSignIn } from '../../src/platform/sign-in/sign-in.ts';
import { type Timing, timingOf } from '../pages/measure.ts';
import { benchSecret, openBenchServer } from '../pages/place.ts';
import { serverVersion } from '../pages/wall.ts';
import { type NetworkStore, prepareStore } from './store.ts';

/**
 * Two steps outward from subjects of an intelligence unit's store, with the viewer's permissions and without.
 * --json prints JSON; --fresh makes the store anew; --light leaves out what starts from hubs; --times N (300 if not given); --links N (5,000,000) sets its size:
 * a tenth as many items, and as many subjects.
 */
const args = process.argv.slice(2);
const given = (flag: string, usual: number): number =>
  args.includes(flag) ? Number(args[args.indexOf(flag) + 1]) : usual;
const times = given('--times', 300);
const links = given('--links', 5_000_000);
const size = { items: links / 10, subjects: links / 10, links };
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

interface Question {
  name: string;
  input: ChartInput;
  starts: readonly string[];
  /** Starts where tens of thousands of rows are read. */
  isHeavy?: boolean;
  run(work: Work, linkId: string, input: ChartInput): Promise<unknown>;
}
interface Found {
  name: string;
  elements: number;
  walled: Timing;
  open: Timing;
}

/** Links to start from: subjects by chance as they stand in links, and those that are named most. */
async function startsIn(store: NetworkStore): Promise<{ usual: string[]; hubs: string[] }> {
  const owner = new Client({ connectionString: store.ownerUrl });
  await owner.connect();
  const pick = async (which: string): Promise<string[]> => {
    const { rows } = await owner.query<{ id: string }>(
      `select l.id from intelligence.link l where l.agency_id = (select o.agency_id from directory.officer o
         join platform.account a on a.officer_id = o.id where a.username = 'imran.intel') and ${which}`,
    );
    return rows.map(({ id }) => id);
  };
  const usual = await pick(
    `l.key_value in (select 'bench ' || (n * 7919) % ${size.subjects} from generate_series(1, 2000) n) and hashtext(l.id::text) % 20 = 0 limit 400`,
  );
  const hubs = await pick("l.key_value in (select 'bench ' || n from generate_series(0, 19) n) limit 100");
  await owner.end();
  return { usual, hubs };
}

const elementsOf = async (question: Question, work: Work): Promise<number> => {
  const sizes: number[] = [];
  for (const start of question.starts.slice(0, 20))
    sizes.push((await walkOutward(work, [start], question.input))?.reached.size ?? 0);
  sizes.sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
};

const walk: Question['run'] = (work, linkId, asked) => walkOutward(work, [linkId], asked);

/** What is asked of the store: the query alone, and the whole chart with what is measured of it. */
function questionsOf({ usual, hubs }: { usual: string[]; hubs: string[] }): readonly Question[] {
  const some = chartQuery.parse({});
  const most = chartQuery.parse({ cap: 10_000 });
  const hub = { starts: hubs, isHeavy: true };
  return [
    { name: 'two steps, up to 500', input: some, starts: usual, run: walk },
    { name: 'two steps, up to 10,000', input: most, starts: usual, run: walk },
    { name: 'two steps of a hub, up to 500', input: some, ...hub, run: walk },
    { name: 'two steps of a hub, to 10,000', input: most, ...hub, run: walk },
    { name: 'the chart, measured, to 500', input: some, starts: usual, run: openChart },
    { name: 'the chart, measured, to 10,000', input: most, ...hub, run: openChart },
  ];
}

/** Both in turn: the same rows, the viewer's predicate and row-level security, or neither. */
async function measure(store: NetworkStore): Promise<Found[]> {
  const databases = openDatabases({ serverUrl: store.serverUrl, secret: benchSecret, poolSize: 2 });
  const pool = new Pool({ connectionString: store.ownerUrl, max: 2 });
  const owner = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const visible = itemPolicy.visible;
  try {
    const signIn = makeSignIn({ databases, clock: systemClock, ids: randomIds, mode: 'demonstration' });
    const answer = await signIn.asPersona('imran.intel', { requestId: 'benchmark', client: 'A program' });
    const viewer: Viewer | undefined = answer.ok
      ? (await signIn.authenticate(answer.token))?.viewer
      : undefined;
    if (!viewer) throw new Error('imran.intel could not sign in.');
    const workOn = (db: Db): Work => ({
      db,
      viewer,
      clock: systemClock,
      ids: randomIds,
      note: { detail: {} },
    });
    const walled = <T>(run: (work: Work) => Promise<T>): Promise<T> =>
      databases.inTransaction('INTEL', viewer, (db) => run(workOn(db)));
    const open = async <T>(run: (work: Work) => Promise<T>): Promise<T> => {
      itemPolicy.visible = () => sql<boolean>`TRUE`;
      try {
        return await owner.transaction().execute((db) => run(workOn(db)));
      } finally {
        itemPolicy.visible = visible;
      }
    };
    const questions = questionsOf(await startsIn(store));
    const found: Found[] = [];
    for (const question of questions.filter(({ isHeavy }) => !(isHeavy && args.includes('--light')))) {
      const { starts, run } = question;
      const once = async (inside: typeof walled, turn: number): Promise<number> => {
        const startedAt = performance.now();
        await inside((work) => run(work, starts[turn % starts.length] ?? '', question.input));
        return performance.now() - startedAt;
      };
      // What reads tens of thousands of rows takes its time.
      const turns = question.isHeavy ? Math.min(times, 30) : times;
      // The first round fills the memory of the server for both.
      for (let turn = 0; turn < Math.min(turns, starts.length); turn += 1) await once(walled, turn);
      const took = { walled: [] as number[], open: [] as number[] };
      // Turn by turn, each first every other time, so that a busy machine slows both alike.
      for (let turn = 0; turn < turns; turn += 1) {
        if (turn % 2 === 0) took.walled.push(await once(walled, turn));
        took.open.push(await once(open, turn));
        if (turn % 2 === 1) took.walled.push(await once(walled, turn));
      }
      const line = {
        name: question.name,
        elements: await walled((work) => elementsOf(question, work)),
        walled: timingOf(took.walled),
        open: timingOf(took.open),
      };
      say(`  ${line.name}: p50 ${line.walled.p50.toFixed(1)}, p95 ${line.walled.p95.toFixed(1)} ms`);
      found.push(line);
    }
    return found;
  } finally {
    itemPolicy.visible = visible;
    await databases.close();
    await owner.destroy();
  }
}

const ms = (value: number): string => value.toFixed(1).padStart(8);
const server = await openBenchServer(root);
try {
  const store = await prepareStore(root, server, { size, fresh: args.includes('--fresh'), say });
  const load = loadavg()[0] ?? 0;
  const found = await measure(store);
  const machine = `${new Date().toISOString().slice(0, 16)}  ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, load ${load.toFixed(1)}, Node ${process.versions.node}, PostgreSQL ${await serverVersion(server.ownerUrl)}, fsync on`;
  const held = `${store.items.toLocaleString('en-GB')} items and ${size.subjects.toLocaleString('en-GB')} subjects of one unit, ${store.links.toLocaleString('en-GB')} links; ${store.otherLinks.toLocaleString('en-GB')} links of another; ${store.megabytes.toLocaleString('en-GB')} MB${store.madeIn ? `, made in ${store.madeIn.toFixed(0)} s` : ''}`;
  const lines = found.map(
    (one) =>
      `${one.name.padEnd(34)}${String(one.elements).padStart(8)}${ms(one.walled.p50)}${ms(one.walled.p95)}${ms(one.walled.max)}  ${ms(one.open.p50)}${ms(one.open.p95)}${`${(one.walled.p50 / one.open.p50).toFixed(2)}×`.padStart(8)}`,
  );
  process.stdout.write(
    args.includes('--json')
      ? `${JSON.stringify({ machine, store: { ...store, ownerUrl: undefined, serverUrl: undefined }, found }, null, 2)}\n`
      : `${[machine, held, '', `${'milliseconds'.padEnd(34)}elements     p50     p95     max   without     p95   ratio`, ...lines].join('\n')}\n`,
  );
} finally {
  await server.stop();
}
