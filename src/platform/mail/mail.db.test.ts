import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testNow, testSecret } from '../../../test/support/cluster.ts';
import { performQueued, performScheduled } from '../../../test/support/jobs.ts';
import { movableClock, openWorld, type World } from '../../../test/support/world.ts';
import { buildApplication } from '../../main/application.ts';
import { retryMinutes } from './mail.jobs.ts';
import { type MailTransport, mailTransport, smtpTransport } from './mail.transport.ts';

interface Received {
  from: string;
  to: string[];
  text: string;
}

const clock = movableClock();
let world: World;
let mail: MailTransport;
let server: SMTPServer;
/** What the server says to the next recipient, if it says no. */
let refusal: { code: number; words: string } | undefined;
let inbox: Received[] = [];

/** A mail server that takes anything, unless it has been told to refuse. */
function startServer(): Promise<{ server: SMTPServer; port: number }> {
  const started = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) =>
      auth.password === 'right' ? done(null, { user: auth.username }) : done(new Error('no')),
    onRcptTo: (_address, _session, done) => {
      if (!refusal) return done();
      done(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        inbox.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((each) => each.address),
          // Long lines come folded (quoted-printable).
          text: Buffer.concat(parts).toString('utf8').replace(/=\r\n/g, ''),
        });
        done();
      });
    },
  });
  return new Promise((resolve) => {
    const listening = started.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve({ server: started, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

let port = 0;
beforeAll(async () => {
  world = await openWorld({ name: 'mail', clock });
  ({ server, port } = await startServer());
  mail = smtpTransport(
    `smtp://sender:right@127.0.0.1:${port}`,
    'Bailiwick <no-reply@bailiwick.test>',
    'bailiwick.test',
  );
});
afterAll(async () => {
  if (mail.kind === 'smtp') mail.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await world.close();
});
beforeEach(async () => {
  clock.set(testNow);
  [inbox, refusal] = [[], undefined];
  await world.sql('delete from platform.outbox');
  await world.sql('delete from platform.dead_letter');
  await world.sql('delete from graphile_worker._private_jobs');
});

interface Row {
  id: string;
  state: string;
  attempts: number;
  fault: string | null;
  next_try_at: Date | null;
}
const outbox = async (): Promise<Row> => {
  const [row] = await world.sql<Row>(
    'select id::text, state, attempts, fault, next_try_at from platform.outbox',
  );
  if (!row) throw new Error('The outbox is empty.');
  return row;
};
/** A report from somebody with a name and an address, and its message to the service in the queue. */
async function cause(): Promise<void> {
  const [place] = await world.sql<{ lon: number; lat: number }>(
    "select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  await world.nobody.api('POST', '/api/v1/reports', {
    ...{ issueType: 'fly-tipping', description: 'Mr Secret left a sofa', ...place, landOwner: 'public' },
    ...{ isAnonymous: false, name: 'Ruth Private', email: 'ruth@private.example' },
  });
  expect(await performQueued(world, clock, mail)).toEqual(['tell-service']);
}
const waitingJobs = () =>
  world.sql<{ at: Date; payload: { messageId: string } }>(
    'select run_at as at, payload from graphile_worker._private_jobs',
  );

test('a message leaves with a reference and a link, and nothing of anybody in it', async () => {
  await cause();
  expect(await performQueued(world, clock, mail)).toEqual(['send-mail']);
  const [sent] = inbox;
  expect(sent?.from).toBe('no-reply@bailiwick.test');
  expect(sent?.to).toEqual([expect.stringMatching(/@.*\.example$/)]);
  expect(sent?.text).toMatch(/Subject: Report R-[\w-]+ is with your service/);
  expect(sent?.text).toContain('http://bailiwick.test/reports/');
  const row = await outbox();
  expect(sent?.text).toContain(`Message-ID: <${row.id}@bailiwick.test>`);
  for (const words of ['Ruth', 'private.example', 'sofa', 'Secret']) expect(sent?.text).not.toContain(words);
  expect(row).toMatchObject({ state: 'sent', attempts: 1, fault: null });
  await world.sql(
    "insert into graphile_worker._private_jobs (task_id, payload) select id, $1 from graphile_worker._private_tasks where identifier = 'send-mail'",
    [JSON.stringify({ messageId: row.id })],
  );
  await performQueued(world, clock, mail);
  expect(inbox).toHaveLength(1); // one that was sent is not sent again
});

test('a server that is busy is tried again, later each time, and then put aside for somebody to look at', async () => {
  await cause();
  refusal = { code: 451, words: 'Busy: ruth@private.example' };
  for (const [index, minutes] of retryMinutes.entries()) {
    await performQueued(world, clock, mail);
    const row = await outbox();
    expect(row).toMatchObject({ state: 'waiting', attempts: index + 1 });
    expect(row.fault).toMatch(/^[A-Z]+ 451$/);
    const [job] = await waitingJobs();
    expect(job?.at.getTime()).toBe(clock.now().getTime() + minutes * 60_000);
    clock.set(new Date(clock.now().getTime() + minutes * 60_000).toISOString());
  }
  await performQueued(world, clock, mail);
  const given = await outbox();
  expect(given).toMatchObject({ state: 'failed', attempts: retryMinutes.length + 1, next_try_at: null });
  expect(await waitingJobs()).toEqual([]);
  const [dead] = await world.sql<{ id: string; task: string; payload: object }>(
    'select id, task, payload from platform.dead_letter',
  );
  expect(dead).toMatchObject({ task: 'send-mail', payload: { messageId: given.id } });
  refusal = undefined;
  const dana = await world.as('dana.directory');
  expect((await dana.post(`/administration/jobs/${dead?.id}/retry`)).status).toBe(303);
  await performQueued(world, clock, mail);
  expect(inbox).toHaveLength(1);
  expect(await outbox()).toMatchObject({ state: 'sent', attempts: 1, fault: null });
});

test('an address that does not exist is not tried again', async () => {
  await cause();
  refusal = { code: 550, words: 'No such mailbox' };
  await performQueued(world, clock, mail);
  expect(await outbox()).toMatchObject({
    state: 'failed',
    attempts: 1,
    fault: expect.stringMatching(/550$/),
  });
  expect(await waitingJobs()).toEqual([]);
});

test('a server that is away, or that does not take our password, is tried again', async () => {
  await cause();
  const away = smtpTransport('smtp://127.0.0.1:9', 'a@b.example', 'bailiwick.test');
  await performQueued(world, clock, away);
  expect(await outbox()).toMatchObject({ state: 'waiting', attempts: 1, fault: 'ESOCKET' });
  const wrong = smtpTransport(`smtp://sender:wrong@127.0.0.1:${port}`, 'a@b.example', 'bailiwick.test');
  await performQueued(world, clock, wrong);
  expect(await outbox()).toMatchObject({
    state: 'waiting',
    attempts: 2,
    fault: expect.stringMatching(/^EAUTH/),
  });
});

test('without a mail server messages wait, and go out once there is one; old ones do not', async () => {
  await cause();
  await performQueued(world, clock);
  expect(await outbox()).toMatchObject({ state: 'waiting', attempts: 0 });
  clock.set('2026-11-20T11:00:00.000Z');
  await performScheduled(world, clock, 'send-waiting-mail', mail);
  await performScheduled(world, clock, 'send-waiting-mail', mail);
  expect(await performQueued(world, clock, mail)).toEqual(['send-mail']); // asked for twice, sent once
  expect(inbox).toHaveLength(1);
  await world.sql("update platform.outbox set state = 'waiting', queued_at = '2026-11-10T10:00:00Z'");
  await performScheduled(world, clock, 'send-waiting-mail', mail);
  expect(await outbox()).toMatchObject({ state: 'failed', fault: 'too old' });
});

test('a demonstration sends nothing, whatever is set', () => {
  const set = { smtpUrl: 'smtp://127.0.0.1', mailFrom: 'a@b.example', publicUrl: 'http://localhost:3000' };
  expect(mailTransport({ ...set, mode: 'demonstration' })).toEqual({ kind: 'none', why: 'demonstration' });
  expect(mailTransport({ ...set, mode: 'production', smtpUrl: undefined })).toEqual({
    kind: 'none',
    why: 'not-configured',
  });
  expect(mailTransport({ ...set, mode: 'production' }).kind).toBe('smtp');
});

test('in a demonstration the administrator reads what would have gone out, and is told that it did not', async () => {
  await cause();
  const dana = await world.as('dana.directory');
  const list = await dana.get('/administration/mail');
  expect(list.text).toContain('nothing is sent to anybody');
  expect(list.text).toContain('report routed');
  const page = await dana.get(`/administration/mail/${(await outbox()).id}`);
  expect(page.text).toContain('is with your service');
  expect((await dana.get('/administration/mail?state=nonsense')).status).toBe(422);
  expect((await dana.get('/administration/mail?after=x')).status).toBe(422);
  for (const username of ['olu.officer', 'aled.auditor']) {
    const visitor = await world.as(username);
    expect((await visitor.get('/administration/mail')).status).toBe(403);
    expect((await visitor.get(`/administration/mail/${(await outbox()).id}`)).status).toBe(403);
  }
});

test('elsewhere the administrator sees where a message stands, and neither its address nor its words', async () => {
  await cause();
  const dana = await world.as('dana.directory');
  const production = await buildApplication({
    ...{
      serverUrl: world.ownerUrl,
      secret: testSecret,
      mode: 'production',
      mailKind: 'smtp',
      logLevel: 'silent',
    },
    ...{ poolSize: 2, clock },
  });
  const ask = (url: string) =>
    production.server.inject({ url, headers: { authorization: `Bearer ${dana.token}` } });
  const { id } = await outbox();
  const [page, list, api] = [
    await ask(`/administration/mail/${id}`),
    await ask('/administration/mail'),
    await ask('/api/v1/administration/mail'),
  ];
  expect(page.body).toContain('not whom it went to or what it says');
  for (const answer of [page, list, api]) {
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toMatch(/R-[0-9A-Z]{4}-[0-9A-Z]{3}/);
    expect(answer.body).not.toMatch(/[\w.-]+@[\w-]+\.(merrowshire|wendmere)?\.?example/);
  }
  await production.close();
  await expect(
    world.app.databases.inTransaction('TECH', dana.viewer, (db) =>
      db.selectFrom('platform.outbox').select('body').execute(),
    ),
  ).rejects.toThrow(/permission denied/);
});
