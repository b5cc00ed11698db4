import type { InjectOptions } from 'fastify';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { inject } from 'vitest';
import { type Application, buildApplication } from '../../src/main/application.ts';
import { publicViewer, type Viewer } from '../../src/platform/access/viewer.ts';
import { type Clock, dayOf, fixedClock } from '../../src/platform/clock/clock.ts';
import type { Route } from '../../src/platform/http/declare.ts';
import { repeatableIds } from '../../src/platform/ids/ids.ts';
import { testNow, testSecret } from './cluster.ts';

/** What came back, in the parts that tests look at. */
export interface Answer {
  status: number;
  location: string | undefined;
  disposition: string | undefined;
  contentType: string;
  /** Every header in order of names, a line each, without those that tell the time or the connection. */
  headers: string;
  text: string;
  /** The text read as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** A signed-in persona, or nobody: sends requests straight into the application. */
export interface Visitor {
  /** Who the application takes them for. */
  viewer: Viewer;
  /** The session's token, as a browser's cookie or an API's bearer carries it; empty for nobody. */
  token: string;
  /** The session's form token, to be taken out before pages are compared. */
  csrf: string;
  get(url: string): Promise<Answer>;
  /** A form, with the session's token put in. */
  post(url: string, fields?: Record<string, string>): Promise<Answer>;
  /** JSON to the API. */
  api(method: 'GET' | 'POST', url: string, body?: unknown): Promise<Answer>;
}

/** A copy of the seeded county with the whole application in front of it. */
export interface World {
  app: Application;
  database: string;
  ownerUrl: string;
  as(username: string): Promise<Visitor>;
  nobody: Visitor;
  /** SQL as the owner: for arranging and for looking, never for what is being tested. */
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** A clock that a journey moves on itself: what happens seven days before a meeting is then asked on that day. */
export interface MovableClock extends Clock {
  /** Moves to an instant, given as ISO 8601. */
  set(iso: string): void;
}

/** A clock that stands at an instant until it is moved. */
export function movableClock(iso: string = testNow): MovableClock {
  let at = new Date(iso);
  return {
    now: () => new Date(at),
    today: () => dayOf(at),
    set: (next) => {
      at = new Date(next);
    },
  };
}

export interface WorldOptions {
  at?: string;
  /** Instead of `at`: a clock that the test moves. */
  clock?: Clock;
  keep?: boolean;
  name?: string;
  extraRoutes?: readonly Route[];
  /** Listens to what the web process would log. */
  logger?: Logger;
  /** Folder of the built styles and scripts; only a browser asks for them. */
  assetsDir?: string;
}

let made = 0;

/** Copies the template and builds the application on the copy. Close it when done. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const server = inject('ownerUrl');
  made += 1;
  const database = `bailiwick_test_${process.pid}_${made}_${options.name ?? 'world'}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(
    // Files as they are, not page by page through the log: half of the processor's time, and no buffer is taken from other worlds.
    `create database ${database} template ${inject('template')} tablespace ${inject('tablespace')} strategy file_copy`,
  );
  await admin.end();
  const ownerUrl = server.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const app = await buildApplication({
    serverUrl: ownerUrl,
    secret: testSecret,
    mode: 'demonstration',
    logLevel: 'silent',
    clock: options.clock ?? fixedClock(options.at ?? testNow),
    ids: repeatableIds(database.replace(/^bailiwick_test_\d+_\d+_/, '')),
    keep: options.keep ?? true,
    formLimit: 100_000,
    poolSize: 2,
    extraRoutes: options.extraRoutes ?? [],
    ...(options.logger ? { logger: options.logger } : {}),
    ...(options.assetsDir ? { assetsDir: options.assetsDir } : {}),
    onFault: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  });
  return {
    app,
    database,
    ownerUrl,
    as: (username) => signedIn(app, username),
    nobody: visitor(app, undefined, '', publicViewer),
    sql: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows,
    close: async () => {
      await app.close();
      await owner.end();
      const last = new Client({ connectionString: server });
      await last.connect();
      await last.query(`drop database ${database} with (force)`);
      await last.end();
    },
  };
}

async function signedIn(app: Application, username: string): Promise<Visitor> {
  const reply = await app.server.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload: { persona: username },
  });
  const { token } = reply.json<{ token: string }>();
  if (!token) throw new Error(`${username} could not sign in: ${reply.body}`);
  const csrf = await app.signIn.authenticate(token);
  if (!csrf) throw new Error(`${username} has no live session.`);
  return visitor(app, token, csrf.csrf, csrf.viewer);
}

function visitor(app: Application, token: string | undefined, csrf: string, viewer: Viewer): Visitor {
  const cookies = token ? { bw_session: token } : {};
  const send = async (request: InjectOptions): Promise<Answer> => {
    const reply = await app.server.inject(request);
    return {
      status: reply.statusCode,
      location: reply.headers.location,
      disposition: reply.headers['content-disposition'] as string | undefined,
      contentType: String(reply.headers['content-type'] ?? ''),
      headers: headersOf(reply.headers),
      text: reply.body,
      // Only when it is asked for: most answers are compared as they are, and pages are no JSON.
      get json() {
        return parseJson(reply.body);
      },
    };
  };
  return {
    viewer,
    token: token ?? '',
    csrf,
    get: (url) => send({ method: 'GET', url, cookies }),
    post: (url, fields = {}) =>
      send({
        method: 'POST',
        url,
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
      }),
    api: (method, url, body) =>
      send({
        method,
        url,
        headers: token ? { authorization: `Bearer ${token}` } : {},
        ...(body === undefined ? {} : { payload: body as object }),
      }),
  };
}

/** What differs between any two answers, whatever they say. */
const ofEachAnswer: readonly string[] = [
  'date',
  'connection',
  'x-request-id',
  'x-ratelimit-reset',
  'retry-after',
];

const headersOf = (headers: Record<string, unknown>): string =>
  Object.keys(headers)
    .filter((name) => !ofEachAnswer.includes(name))
    .sort()
    .map((name) => `${name}: ${String(headers[name])}`)
    .join('\n');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
