import { Client } from 'pg';
import { countReports, listReports, type ReportFilter } from '../../src/intake/report.store.ts';
import { type OfficerViewer, systemViewer, type Viewer } from '../../src/platform/access/viewer.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import { openDatabases } from '../../src/platform/database/database.ts';
import type { Work } from '../../src/platform/http/work.ts';
import { randomIds } from '../../src/platform/ids/ids.ts';
import { makeSignIn } from '../../src/platform/sign-in/sign-in.ts';
import { type Timing, timed } from './measure.ts';
import { benchSecret, type Place } from './place.ts';

/** One query twice: with the viewer's predicate, and with TRUE in its place. */
export interface WallCost {
  name: string;
  walled: Timing;
  open: Timing;
  /** Median over median. */
  ratio: number;
}

const queries: readonly { name: string; run(work: Work): Promise<unknown> }[] = [
  { name: 'list, newest first', run: (work) => list(work, {}) },
  { name: 'list, open', run: (work) => list(work, { status: 'open' }) },
  { name: 'search "mattress"', run: (work) => list(work, { words: 'mattress' }) },
  { name: 'search "needles"', run: (work) => list(work, { words: 'needles' }) },
  { name: 'count, open, capped', run: (work) => countReports(work, { status: 'open' }) },
  { name: 'count, found, capped', run: (work) => countReports(work, { words: 'mattress' }) },
];
const list = (work: Work, filter: ReportFilter) => listReports(work, filter, { limit: 26 });

/**
 * The store's own builder both times. The system viewer's predicate is TRUE, on the same login and with the same
 * columns, so that the officer's predicate is the only difference. The two take turns, so that a busy machine
 * slows both.
 */
export async function costOfWall(
  place: Place,
  persona: string,
  options: { warmUp: number; times: number },
): Promise<WallCost[]> {
  const databases = openDatabases({ serverUrl: place.serverUrl, secret: benchSecret, poolSize: 2 });
  try {
    const walls = makeSignIn({ databases, clock: systemClock, ids: randomIds, mode: 'demonstration' });
    const answer = await walls.asPersona(persona, { requestId: 'benchmark', client: 'A program' });
    const session = answer.ok ? await walls.authenticate(answer.token) : undefined;
    if (session?.viewer.kind !== 'officer') throw new Error(`${persona} could not sign in.`);
    const officer: OfficerViewer = session.viewer;
    const nobody = systemViewer('OPS', 'benchmark without the wall');
    const as = (viewer: Viewer, run: (work: Work) => Promise<unknown>, turns: number): Promise<Timing> =>
      databases.inTransaction('OPS', viewer, (db) => {
        const work: Work = { db, viewer, clock: systemClock, ids: randomIds, note: { detail: {} } };
        return timed({ warmUp: 2, times: turns }, () => run(work));
      });
    const costs: WallCost[] = [];
    for (const { name, run } of queries) {
      await as(officer, run, options.warmUp);
      await as(nobody, run, options.warmUp);
      const walled = await as(officer, run, options.times);
      const open = await as(nobody, run, options.times);
      costs.push({ name, walled, open, ratio: walled.p50 / open.p50 });
    }
    return costs;
  } finally {
    await databases.close();
  }
}

/** The version of the server, as it names itself. */
export async function serverVersion(ownerUrl: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ v: string }>("select current_setting('server_version') as v");
  await client.end();
  return rows[0]?.v ?? 'unknown';
}
