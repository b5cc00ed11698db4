import { cpus, loadavg, totalmem } from 'node:os';
import { Client } from 'pg';
import { type Timing, timed } from './measure.ts';
import { openBenchServer, type Place, preparePlace, type Size, sizes, withCopy } from './place.ts';
import { type Findings, linesOf } from './print.ts';
import { openService, type Service } from './service.ts';
import { visitsOf } from './visits.ts';
import { costOfWall, serverVersion } from './wall.ts';

/**
 * Measures the busiest pages on counties of one and of ten years.
 * --json prints JSON; --fresh makes the databases anew; --times N (200 if not given); --only TEXT measures the pages
 * whose name has the text; --size 27k measures one county.
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

async function measurePages(service: Service, place: Place): Promise<Record<string, Timing>> {
  const owner = new Client({ connectionString: place.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ issue_type: string; lon: number; lat: number }>(
    'select issue_type, lon, lat from intake.report where lon is not null and not is_sensitive order by reference limit 1',
  );
  await owner.end();
  const example = rows[0];
  if (!example) throw new Error('The county has no report with a place.');
  const visits = await visitsOf(service, example.issue_type, [example.lon, example.lat]);
  const found: Record<string, Timing> = {};
  for (const visit of visits.filter((one) => one.name.includes(only))) {
    found[visit.name] = await timed({ warmUp: 20, times }, async (turn) => {
      const answer = await service.send(visit.ask(turn));
      if (answer.status !== 200 && answer.status !== 201)
        throw new Error(`${visit.name} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    });
    const took = found[visit.name];
    say(
      `  ${visit.name}: p50 ${took?.p50.toFixed(1)} ms, p95 ${took?.p95.toFixed(1)} ms, peak ${service.peakOf('web')} MB`,
    );
  }
  return found;
}

async function measureSize(place: Place, size: Size): Promise<Findings['sizes'][number]> {
  say(`${size.name}: ${place.reports} reports`);
  const service = await openService(root, buildDir, place);
  try {
    const pages = await measurePages(service, place);
    const peak = { web: service.peakOf('web'), worker: service.peakOf('worker') };
    const wall = only ? [] : await costOfWall(place, 'olu.officer', { warmUp: 10, times });
    const { reports, records, megabytes, madeIn } = place;
    return { name: size.name, reports, records, megabytes, madeIn, pages, wall, peak };
  } finally {
    await service.stop();
  }
}

const server = await openBenchServer(root);
try {
  const findings: Findings = {
    machine: {
      at: new Date().toISOString().slice(0, 16),
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 1e9),
      load: loadavg()[0] ?? 0,
      node: process.versions.node,
      postgres: await serverVersion(server.ownerUrl),
    },
    sizes: [],
  };
  for (const size of sizes.filter((one) => one.name === (given('--size') ?? one.name))) {
    const place = await preparePlace(root, server, size, args.includes('--fresh'), say);
    findings.sizes.push(await withCopy(place, size, (copy) => measureSize(copy, size)));
  }
  process.stdout.write(
    args.includes('--json') ? `${JSON.stringify(findings, null, 2)}\n` : `${linesOf(findings).join('\n')}\n`,
  );
} finally {
  await server.stop();
}
