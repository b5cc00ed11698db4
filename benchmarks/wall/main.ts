import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { Client } from 'pg';
import { seededRandom } from '../../src/linkage/core/random.ts';
import { openBenchServer, preparePlace } from '../pages/place.ts';
import { openService, type Service } from '../pages/service.ts';
import { hiddenOf, type LookUp, lookUps } from './look-ups.ts';
import { apart, leastSeen } from './statistic.ts';
import { coverage, runSuite } from './suite.ts';

/**
 * Asks for things that are there and may not be seen, and for things that are not there, by turns, and says whether the time of
 * the answer tells which. --times N (1,000 if not given) tries of each; --only TEXT the look-ups whose name has the text;
 * --suite runs the suite of paired worlds first and says how long it took. Over what that goes is printed each time.
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

interface Times {
  hidden: readonly number[];
  absent: readonly number[];
}
/** Times of both kinds, in an order that is drawn anew for each pair of tries. */
async function timesOf(service: Service, token: string, lookUp: LookUp, pools: Pools): Promise<Times> {
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
  return took;
}

const heading = `${'hidden against not there'.padEnd(34)}${'hidden'.padStart(7)}${'chance'.padStart(9)}${'its range'.padStart(15)}${'p'.padStart(10)}${'gap ms'.padStart(9)}${'its range'.padStart(17)}${'sees ms'.padStart(9)}`;
/** One look-up: whether it can be told, and the smallest leak that these very times would have shown. */
function line(name: string, pool: number, { hidden, absent }: Times, least: number): string {
  const { chance, chanceRange, p, gap, gapRange } = apart(hidden, absent);
  const range = ([from, to]: [number, number]) => `${from.toFixed(3)}…${to.toFixed(3)}`;
  const seen = leastSeen(hidden, absent, least);
  return `${name.padEnd(34)}${String(pool).padStart(7)}${chance.toFixed(3).padStart(9)}${range(chanceRange).padStart(15)}${p.toPrecision(2).padStart(10)}${gap.toFixed(3).padStart(9)}${range(gapRange).padStart(17)}${String(seen ?? 'none').padStart(9)}  ${p < least ? 'CAN be told' : 'cannot be told'}`;
}

/**
 * A leak that is made on purpose, in the database: what is there and may not be seen takes a millisecond longer than what is not. Rows
 * are looked at by a policy that shows all and sleeps at each. The table has no other policy, which ending this would put out of force.
 */
const leak = {
  make: [
    'create or replace function public.bench_leak() returns boolean language plpgsql volatile as $$ begin perform pg_sleep(0.001); return true; end $$',
    'create policy bench_all on intake.report using (true) with check (true)',
    'create policy bench_leak on intake.report as restrictive for select using (public.bench_leak())',
    'alter table intake.report enable row level security',
  ],
  end: [
    'alter table intake.report disable row level security',
    'drop policy if exists bench_leak on intake.report',
    'drop policy if exists bench_all on intake.report',
    'drop function if exists public.bench_leak()',
  ],
};

if (args.includes('--suite')) process.stdout.write(`${runSuite(root).join('\n')}\n\n`);
process.stdout.write(`${coverage(root).join('\n')}\n\n`);
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
    const least = 0.01 / (asked.length + 2);
    const out = [
      `${new Date().toISOString().slice(0, 16)}  ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}, ${times} tries of each, told apart when p < ${least.toPrecision(2)}`,
      '',
      heading,
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
    // And a leak of a millisecond, which is made for it, is found.
    const leaking = lookUps.find(({ name }) => name === 'a report') as LookUp; // it stands in the list
    const asker = await service.signIn(leaking.persona);
    const { hidden } = await hiddenOf({ service, owner, token: asker }, leaking, 300);
    try {
      for (const statement of [...leak.end, ...leak.make]) await owner.query(statement);
      const took = await timesOf(service, asker, leaking, {
        hidden,
        absent: hidden.map(() => randomUUID()),
      });
      out.push(line('a report, with a leak of 1 ms', hidden.length, took, least));
    } finally {
      for (const statement of leak.end) await owner.query(statement);
    }
    process.stdout.write(`${out.join('\n')}\nload at the end ${loadavg()[0]?.toFixed(1)}\n`);
  } finally {
    await owner.end();
    await service.stop();
  }
} finally {
  await server.stop();
}
