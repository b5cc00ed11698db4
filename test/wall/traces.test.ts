import { Writable } from 'node:stream';
import { Client } from 'pg';
import { type Logger, pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allJobs } from '../../src/main/jobs.ts';
import { mayUse } from '../../src/platform/access/permission.ts';
import { repeatableIds } from '../../src/platform/ids/ids.ts';
import { job } from '../../src/platform/jobs/declare.ts';
import { runJobs } from '../../src/platform/jobs/runner.ts';
import { formOf, readSamples, requestFor } from '../support/samples.ts';
import { movableClock, openWorld, type World } from '../support/world.ts';
import { hideThings } from './hidden.ts';

/** Stands in every text that is hidden, and in nothing else. */
const canary = 'Xyzzyquux';

/** A logger at its most talkative, and what it wrote. */
function listening(): { logger: Logger; text(): string } {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { logger: pino({ level: 'trace', base: null }, stream), text: () => lines.join('') };
}

let world: World;
const web = listening();
beforeAll(async () => {
  world = await openWorld({ name: 'traces', clock: movableClock(), logger: web.logger });
});
afterAll(() => world.close());

describe('what is hidden leaves no trace beside the pages', () => {
  test('no log line of the web process holds words of a record, of a form or of a search', async () => {
    const hollis = await world.as('hollis.housing');
    const samples = await readSamples(world);
    const hidden = await hideThings(world, hollis.viewer);
    await world.sql(
      `update intake.report set description = description || ' ${canary}', place_words = '${canary}' where exists (select 1 from intake.reporter p where p.report_id = id)`,
    );
    await world.sql(
      `update enforcement.case_file set title = '${canary}', summary = '${canary}' where title like '%hidden'`,
    );
    await world.sql(`update records.received_record set label = '${canary}' where feed = 'hidden'`);
    for (const route of world.app.routes) {
      if (!mayUse(hollis.viewer, route.permission) || route.path.includes('sign-out')) continue;
      const { url, body } = requestFor(route, { ...samples, ...hidden });
      const words = Object.fromEntries(
        Object.entries(body).map(([key, value]) => [
          key,
          typeof value === 'string' && /^[A-Z]/.test(value) ? `${value} ${canary}` : value,
        ]),
      );
      if (route.kind === 'api')
        await hollis.api(route.method, url, route.method === 'POST' ? words : undefined);
      else if (route.method === 'GET') await hollis.get(`${url}${url.includes('?') ? '&' : '?'}q=${canary}`);
      else await hollis.post(url, formOf(words));
    }
    await hollis.get(`/search?q=${canary}`);
    // Something unexpected: the fault quotes nobody either.
    await world.sql('alter table tasking.task rename to task_away');
    const broken = await hollis.get(`/search?q=${canary}`);
    await world.sql('alter table tasking.task_away rename to task');
    expect(broken.status).toBe(500);
    expect(web.text()).toContain('"route":"/search"');
    expect(web.text().includes(canary), web.text().match(new RegExp(`.*${canary}.*`))?.[0] ?? '').toBe(false);
  });

  test('a job that fails leaves its kind in the log, the queue and the dead letters, and no words', async () => {
    const worker = listening();
    const quoting = job({
      name: 'tell-service',
      words: 'Fails as a database does, quoting the row',
      side: 'WORKER',
      audit: 'test.failed',
      payload: z.object({ reportId: z.string() }),
      run: async (work) => {
        await work.db
          .insertInto('platform.outbox')
          .values({
            id: 'not-a-uuid' as unknown as string,
            toAddress: canary,
            subject: canary,
            body: canary,
            reason: canary,
            queuedAt: work.clock.now(),
          })
          .execute();
      },
    });
    const failing = job({
      ...quoting,
      name: 'tell-reporter',
      run: () => Promise.reject(new Error(`Row ${canary}`)),
    });
    for (const task of ['tell-service', 'tell-reporter'])
      await world.sql('select platform.add_job($1, $2::jsonb, null, null, 1)', [
        task,
        JSON.stringify({ reportId: '00000000-0000-4000-8000-000000000000' }),
      ]);
    const runner = await runJobs({
      databases: world.app.databases,
      clock: movableClock(),
      ids: repeatableIds('traces'),
      logger: worker.logger,
      jobs: [
        quoting,
        failing,
        ...allJobs.filter(({ name }) => !['tell-service', 'tell-reporter'].includes(name)),
      ],
      schedule: [],
      publicUrl: 'http://bailiwick.test',
      mail: { kind: 'none', why: 'not-configured' },
      outside: {},
    });
    const dead = () =>
      world.sql<{ payload: unknown; error_kind: string }>(
        'select payload, error_kind from platform.dead_letter',
      );
    for (let tries = 0; tries < 100 && (await dead()).length < 2; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await runner.stop();
    expect((await dead()).length).toBeGreaterThanOrEqual(2);
    const queue = await world.sql<{ last_error: string | null }>(
      'select last_error from graphile_worker._private_jobs where last_error is not null',
    );
    expect(queue.length).toBeGreaterThanOrEqual(2);
    for (const text of [worker.text(), JSON.stringify(queue), JSON.stringify(await dead())])
      expect(text.includes(canary), text.match(new RegExp(`.{80}${canary}`))?.[0] ?? '').toBe(false);
    const dana = await world.as('dana.directory');
    expect((await dana.get('/administration')).text).not.toContain(canary);
  }, 30_000);
});

/** The statements of one request, with the values taken out: what it asked, in order. */
async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const whole = Client.prototype.query;
  // The same function with a note of its first argument, put back below.
  Client.prototype.query = function (this: Client, ...given: Parameters<typeof whole>) {
    const [first] = given as unknown as [string | { text?: string }];
    asked.push((typeof first === 'string' ? first : (first.text ?? '')).replace(/\s+/g, ' '));
    return whole.apply(this, given);
  } as typeof whole;
  try {
    await run();
  } finally {
    Client.prototype.query = whole;
  }
  return asked;
}

describe('what is hidden takes the way of what is not there', () => {
  test.each(['hollis.housing', 'petra.performance', 'priya.police', 'rowan.reception', 'sadia.safeguarding'])(
    '%s: the same statements, so that time tells nothing',
    async (username) => {
      const other = await openWorld({ keep: false, name: 'ways' });
      try {
        const who = await other.as(username);
        const samples = await readSamples(other);
        const hidden = await hideThings(other, who.viewer);
        const absent = Object.fromEntries(
          Object.keys(hidden).map((token) => [token, '00000000-0000-4000-8000-00000000dead']),
        );
        const wrong: string[] = [];
        let asked = 0;
        for (const route of other.app.routes) {
          if (!mayUse(who.viewer, route.permission)) continue;
          const ask = async (ids: Record<string, string>) => {
            const { url, body } = requestFor(route, { ...samples, ...ids });
            return statementsOf(() =>
              route.kind === 'api'
                ? who.api(route.method, url, route.method === 'POST' ? body : undefined)
                : route.method === 'GET'
                  ? who.get(url)
                  : who.post(url, formOf(body)),
            );
          };
          if (!Object.keys(hidden).some((token) => route.path.includes(`:${token}`))) continue;
          const [one, two] = [await ask(hidden), await ask(absent)];
          asked += one.length;
          if (JSON.stringify(one) !== JSON.stringify(two))
            wrong.push(
              `${route.method} ${route.path}: ${one.length} and ${two.length} statements; ${one.find((text, at) => text !== two[at])?.slice(0, 200)}`,
            );
        }
        expect(wrong).toEqual([]);
        expect(asked).toBeGreaterThan(20);
      } finally {
        await other.close();
      }
    },
    60_000,
  );
});
