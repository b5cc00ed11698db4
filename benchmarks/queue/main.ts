import { cpus, loadavg, totalmem } from 'node:os';
import { Client } from 'pg';
import { type Timing, timed } from '../pages/measure.ts';
import { openBenchServer, type Place, preparePlace } from '../pages/place.ts';
import { aims } from '../pages/print.ts';
import { openService, type Request, type Service } from '../pages/service.ts';
import { serverVersion } from '../pages/wall.ts';
import { fillQueue, idOf, queueItems, syllables, waitingItems } from './store.ts';

/**
 * Measures the intelligence queue with ten years in it: 270,000 items, graded and linked, and three weeks' worth that wait.
 * --json prints JSON; --fresh makes the database anew; --times N (200 if not given); --only TEXT asks what has the text in its name.
 */
const args = process.argv.slice(2);
const given = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
const times = Number(given('--times') ?? 200);
const only = given('--only') ?? '';
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const buildDir = process.env.BENCH_BUILD ?? `${root}/build`;
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

interface Ids {
  /** Of the whole history, by chance. */
  some: string[];
  /** That wait, with the first of their paragraphs, the last in the queue first: each is graded once. */
  waiting: { id: string; paragraph: string }[];
  /** Links of a number that one item names, and of one that dozens do. */
  links: string[];
  hubs: string[];
}

async function prepareQueue(place: Place): Promise<Ids & { megabytes: number }> {
  const owner = new Client({ connectionString: place.ownerUrl });
  await owner.connect();
  try {
    const { rowCount } = await owner.query("select 1 from intelligence.item where reference = 'I-QUEUE-1'");
    if (rowCount === 0) await fillQueue(owner, say);
    const ids = async (text: string) => (await owner.query<{ id: string }>(text)).rows.map(({ id }) => id);
    const { rows: waiting } = await owner.query<{ id: string; paragraph: string }>(
      `select i.id, p.id as paragraph from intelligence.item i join intelligence.paragraph p on p.item_id = i.id and p.position = 0
       where i.reference like 'I-QUEUE-%' and i.status = 'received' and p.graded_at is null order by i.received_at desc limit 1000`,
    );
    const { rows: size } = await owner.query<{ bytes: string }>(
      'select pg_database_size(current_database()) as bytes',
    );
    const link = (among: string) =>
      ids(
        `select min(l.id::text) as id from intelligence.link l join intelligence.item i on i.id = l.item_id where i.reference like 'I-QUEUE-%' and l.agency_id =
          (select o.agency_id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'imran.intel')
         group by l.key_value having ${among} order by md5(l.key_value) limit 100`,
      );
    return {
      some: await ids(
        `select ${idOf(`'queue' || 1 + (n * 7919) % ${queueItems - waitingItems}`)} as id from generate_series(1, 400) n`,
      ),
      waiting,
      links: await link('count(*) between 1 and 3'),
      hubs: await link('count(*) > 20'),
      megabytes: Math.round(Number(size[0]?.bytes ?? 0) / 1e6),
    };
  } finally {
    await owner.end();
  }
}

const pick = <T>(from: readonly T[], turn: number): T => {
  const found = from[turn % from.length];
  if (found === undefined) throw new Error('The queue has nothing to ask for here.');
  return found;
};
const common = [
  'roof',
  'van deposit',
  'tobacco',
  'white transit',
  'neighbour',
  'fly tipping rubble',
  'scam parcel',
  'the man',
];
/** A name as it is made, so that it stands in one item, in a few or in none. */
const nameOf = (turn: number): string => {
  const at = (n: number): string => syllables[(turn * n + n) % syllables.length] ?? '';
  return `${at(1)}${at(7)} ${at(11)}${at(13)}`;
};

interface Visit {
  name: string;
  ask(turn: number): Request;
  /** Words that the answer must have, or it is not what is to be measured. */
  says?: string;
  /** Each answer is wanted once: nothing is warmed up beyond this many. */
  most?: number;
}

function visitsOf(token: string, { some, waiting, links, hubs }: Ids): Visit[] {
  const get = (path: (turn: number) => string) => (turn: number) => ({ token, path: path(turn) });
  const words = (text: string) => encodeURIComponent(text);
  const grade = {
    ...{ version: 1, sourceEvaluation: '2', assessment: 'C', handling: 'P', riskToSource: 'no' },
    ...{ sanitised: 'A trader is taking deposits and not returning.', provenance: 'As it was given' },
  };
  return [
    { name: 'the queue, what waits', ask: get(() => '/intelligence') },
    { name: 'the queue, everything', ask: get(() => '/intelligence?status=all') },
    {
      name: 'the queue, sorted',
      ask: get(
        (t) =>
          `/intelligence?status=all&sort=${pick(['received', '-received', 'reference', '-reference', '-priority'], t)}`,
      ),
    },
    {
      name: 'the queue, narrowed',
      ask: get(
        (t) =>
          `/intelligence?status=${pick(['ready', 'graded', 'duplicate', 'all'], t)}&receivedHow=${pick(['form', 'complaint', 'anonymous'], t)}&priority=${1 + (t % 4)}`,
      ),
    },
    {
      name: 'search: common words',
      ask: get((t) => `/intelligence?status=all&words=${words(pick(common, t))}`),
    },
    { name: 'search: a name', ask: get((t) => `/intelligence?status=all&words=${words(nameOf(t))}`) },
    {
      name: 'search: common, of what waits',
      ask: get((t) => `/intelligence?words=${words(pick(common, t))}`),
    },
    {
      name: 'search of everything: common words',
      ask: get((t) => `/search?q=${words(pick(common, t))}`),
    },
    { name: 'search of everything: a name', ask: get((t) => `/search?q=${words(nameOf(t))}`) },
    {
      name: 'search of everything: misspelt',
      ask: get((t) => `/search?q=${words(nameOf(t).replace(/(.)(.) /, '$2$1 '))}`),
    },
    { name: 'an item, with those like it', ask: get((t) => `/intelligence/items/${pick(some, t)}`) },
    {
      name: 'an item that waits',
      says: 'whom the unit knows',
      ask: get((t) => `/intelligence/items/${pick(waiting, t * 3).id}`),
    },
    { name: 'the same by the API', ask: get((t) => `/api/v1/intelligence/items/${pick(some, t)}`) },
    { name: 'a profile', ask: get((t) => `/intelligence/profiles/${pick(links, t)}`) },
    { name: 'a profile of what dozens name', ask: get((t) => `/intelligence/profiles/${pick(hubs, t)}`) },
    {
      name: 'an item is put in',
      ask: (turn) => ({
        ...{ method: 'POST', token, path: '/api/v1/intelligence/items' },
        body: {
          ...{ receivedHow: 'complaint', title: `Bench ${turn}: roofer took a deposit` },
          body: `Paid ${turn} pounds to a roofer who never came back. He rings from 07700 9${String(turn % 100_000).padStart(5, '0')}.`,
        },
      }),
    },
    {
      name: 'a paragraph is graded',
      most: waiting.length,
      ask: (turn) => {
        const { id, paragraph } = pick(waiting, turn);
        return {
          ...{
            method: 'POST',
            token,
            path: `/api/v1/intelligence/items/${id}/paragraphs/${paragraph}/grade`,
          },
          body: grade,
        };
      },
    },
    { name: 'home of the unit', ask: get(() => '/home') },
  ];
}

async function measure(service: Service, ids: Ids): Promise<Record<string, Timing>> {
  const found: Record<string, Timing> = {};
  const visits = visitsOf(await service.signIn('imran.intel'), ids);
  for (const visit of visits.filter(({ name }) => name.includes(only))) {
    const turns = Math.min(times, (visit.most ?? times + 20) - 20);
    const took = await timed({ warmUp: 20, times: turns }, async (turn) => {
      const answer = await service.send(visit.ask(turn));
      if (answer.status !== 200 && answer.status !== 201)
        throw new Error(`${visit.name} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
      if (visit.says && !answer.text.includes(visit.says))
        throw new Error(`${visit.name} does not say «${visit.says}»`);
    });
    found[visit.name] = took;
    say(`  ${visit.name}: p50 ${took.p50.toFixed(1)} ms, p95 ${took.p95.toFixed(1)} ms`);
  }
  return found;
}

const server = await openBenchServer(root);
try {
  const size = { name: 'queue', database: `bench_queue_${queueItems}`, years: 1 };
  const place = await preparePlace(root, server, size, args.includes('--fresh'), say);
  const ids = await prepareQueue(place);
  const service = await openService(root, buildDir, place);
  const load = loadavg()[0] ?? 0;
  const found = await measure(service, ids).finally(() => undefined);
  const peak = { web: service.peakOf('web'), worker: service.peakOf('worker') };
  await service.stop();
  const machine = `${new Date().toISOString().slice(0, 16)}  ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, load ${load.toFixed(1)} to ${(loadavg()[0] ?? 0).toFixed(1)}, Node ${process.versions.node}, PostgreSQL ${await serverVersion(server.ownerUrl)}, fsync on`;
  const ms = (value: number): string => value.toFixed(1).padStart(8);
  const lines = Object.entries(found).map(
    ([name, { p50, p95, max }]) =>
      `${name.padEnd(36)}${ms(p50)}${ms(p95)}${ms(max)}  ${p95 < aims.p95 ? 'yes' : 'NO'}`,
  );
  process.stdout.write(
    args.includes('--json')
      ? `${JSON.stringify({ machine, megabytes: ids.megabytes, peak, found }, null, 2)}\n`
      : `${[
          machine,
          `${queueItems.toLocaleString('en-GB')} items of one unit, ${waitingItems.toLocaleString('en-GB')} of them waiting at first; a tenth as many of another; ${ids.megabytes.toLocaleString('en-GB')} MB`,
          '',
          `${'milliseconds'.padEnd(36)}     p50     p95     max  p95 < ${aims.p95}`,
          ...lines,
          '',
          `Peak resident memory, aim < ${aims.megabytes} MB each: web ${peak.web ?? '?'} MB, worker ${peak.worker ?? '?'} MB`,
        ].join('\n')}\n`,
  );
} finally {
  await server.stop();
}
