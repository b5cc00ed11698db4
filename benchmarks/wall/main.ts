import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { Client } from 'pg';
import { seededRandom } from '../../src/linkage/core/random.ts';
import { openBenchServer, preparePlace } from '../pages/place.ts';
import { openService, type Service } from '../pages/service.ts';
import { hiddenOf, type LookUp, lookUps } from './look-ups.ts';
import { type Apart, apart } from './statistic.ts';
import { runSuite } from './suite.ts';

/**
 * Asks for things that are there and may not be seen, and for things that are not there, by turns, and says whether the time of
 * the answer tells which. --times N (1,000 if not given) tries of each; --only TEXT the look-ups whose name has the text;
 * --suite runs the suite of paired worlds first and says how long it took.
 */
const args = process.argv.slice(2);
const given = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
const times = Number(given('--times') ?? 1000);
const only = given('--only') ?? '';
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const buildDir = process.env.BENCH_BUILD ?? `${root}/build`;
const random = seededRandom(20);
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

interface Pools {
  hidden: readonly string[];
  absent: readonly string[];
}

/** Times of both kinds, in an order that is drawn anew for each pair of tries. */
async function timesOf(service: Service, token: string, lookUp: LookUp, pools: Pools): Promise<Apart> {
  const took = { hidden: [] as number[], absent: [] as number[] };
  const once = async (asked: string): Promise<number> => {
    const startedAt = performance.now();
    const body = lookUp.put?.(asked);
    await service.send({ path: lookUp.path(asked), token, ...(body ? { method: 'POST', body } : {}) });
    return performance.now() - startedAt;
  };
  for (let turn = -30; turn < times; turn += 1) {
    const kinds = random() < 0.5 ? (['hidden', 'absent'] as const) : (['absent', 'hidden'] as const);
    const at = random();
    for (const kind of kinds) {
      const pool = pools[kind];
      const ms = await once(pool[Math.floor(at * pool.length)] ?? '');
      if (turn >= 0) took[kind].push(ms);
    }
  }
  return apart(took.hidden, took.absent);
}

const line = (name: string, pool: number, found: Apart, least: number): string =>
  `${name.padEnd(34)}${String(pool).padStart(7)}${found.chance.toFixed(3).padStart(9)}${found.p.toPrecision(2).padStart(10)}${found.medianGap.toFixed(3).padStart(10)}  ${found.p < least ? 'CAN be told' : 'cannot be told'}`;

if (args.includes('--suite')) process.stdout.write(`${runSuite(root).join('\n')}\n\n`);
const server = await openBenchServer(root);
try {
  const place = await preparePlace(
    root,
    server,
    { name: '27k', database: 'bench_wall', years: 1, lists: true },
    args.includes('--fresh'),
    say,
  );
  const service = await openService(root, buildDir, place);
  const owner = new Client({ connectionString: place.ownerUrl });
  await owner.connect();
  try {
    const asked = lookUps.filter(({ name }) => name.includes(only));
    // One in a hundred for all look-ups together (Bonferroni).
    const least = 0.01 / (asked.length + 1);
    const out = [
      `${new Date().toISOString().slice(0, 16)}  ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}, ${times} tries of each, told apart when p < ${least.toPrecision(2)}`,
      '',
      `${'hidden against not there'.padEnd(34)}${'hidden'.padStart(7)}${'chance'.padStart(9)}${'p'.padStart(10)}${'gap ms'.padStart(10)}`,
    ];
    for (const lookUp of asked) {
      if (lookUp.prepare) await owner.query(lookUp.prepare);
      const token = await service.signIn(lookUp.persona);
      const { all, hidden } = await hiddenOf({ service, owner, token }, lookUp, 300);
      say(`${lookUp.name}: ${hidden.length} that ${lookUp.persona} may not see`);
      if (hidden.length === 0) {
        out.push(`${lookUp.name.padEnd(34)}      0  nothing of this kind is hidden here`);
        continue;
      }
      const found = await timesOf(service, token, lookUp, {
        hidden,
        absent: lookUp.absent?.(all, hidden.length, random) ?? hidden.map(() => randomUUID()),
      });
      out.push(line(lookUp.name, hidden.length, found, least));
      say(out.at(-1) ?? '');
    }
    // The test of the test: what may be seen takes longer than what is not there.
    const token = await service.signIn('olu.officer');
    const seen: LookUp = { ...lookUps[1], persona: 'olu.officer' } as LookUp;
    const { rows } = await owner.query<{ asked: string }>(`${seen.candidates} order by 1 limit 500`);
    const open: string[] = [];
    for (const row of rows)
      if ((await service.send({ path: seen.path(row.asked), token })).status === 200) open.push(row.asked);
    out.push(
      '',
      line(
        'a report that may be seen',
        open.length,
        await timesOf(service, token, seen, { hidden: open, absent: open.map(() => randomUUID()) }),
        least,
      ),
    );
    process.stdout.write(`${out.join('\n')}\n`);
  } finally {
    await owner.end();
    await service.stop();
  }
} finally {
  await server.stop();
}
