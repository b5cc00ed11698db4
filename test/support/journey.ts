import { Client, type QueryResult } from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { performScheduled } from './jobs.ts';
import {
  type Answer,
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from './world.ts';

/** An officer and the agency that they are of. */
export interface Ids {
  officer: string;
  agency: string;
}

/** Whose context a connection has; with an officer come their roles. The login is that of operations unless another is named. */
export interface Whose {
  agency?: string;
  officer?: string;
  login?: 'bailiwick_ops' | 'bailiwick_public' | 'bailiwick_intel' | 'bailiwick_worker';
}

/**
 * A world with a clock that is moved, and what its personas do in it by name. Paths of `look`, `made`, `done`, `refused`, `tried`,
 * `asked` and `publicly` are those under `/api/v1`; paths of `page` are those of a browser. Nothing here leans on `this`.
 */
export interface Journey {
  readonly world: World;
  readonly clock: MovableClock;
  /** A persona, signed in anew whenever the clock has moved: no session lasts a month. */
  as(username: string): Promise<Visitor>;
  /** Reads, and demands 200. */
  look<T>(who: string, path: string): Promise<T>;
  /** Does something that makes a thing, and demands 201. */
  made<T>(who: string, path: string, body?: unknown): Promise<T>;
  /** Does something that changes a thing, and demands 200. */
  done<T>(who: string, path: string, body?: unknown): Promise<T>;
  /** Tries something, demands that it is refused, and gives the words. */
  refused(who: string, path: string, body?: unknown, status?: number): Promise<string>;
  /** Tries something, whatever comes of it. */
  tried(who: string, path: string, body?: unknown): Promise<Answer>;
  /** Asks to read, whatever comes of it. */
  asked(who: string, path: string): Promise<Answer>;
  /** Opens a page, or a file that one links to. */
  page(who: string, url: string): Promise<Answer>;
  /** Somebody without an account. */
  publicly(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>;
  /** SQL as the owner: for arranging and for looking, never for what is being tested. */
  sql: World['sql'];
  /** Does a job of the schedule, as the clock stands. */
  perform(job: string): Promise<void>;
  idsOf(username: string): Promise<Ids>;
  /** Id of a service, by its code. */
  serviceOf(code: string): Promise<string>;
  /** The district of a council, and a postcode in it. */
  placeOf(agency?: string): Promise<{ district: string; postcode: string }>;
  /** What SQL gives on a connection in somebody's context, which is rolled back; it throws where the database refuses. */
  onConnectionOf<T extends object>(whose: Whose, text: string, values?: readonly unknown[]): Promise<T[]>;
  /** How many rows SQL reads or changes on such a connection, or the words with which the database refuses. */
  saidOn(whose: Whose, text: string, values?: readonly unknown[]): Promise<number | string>;
}

/** Opens a world before the tests of a file and closes it after them; its clock stands at `since` (ISO 8601) until it is moved. */
export function journey(name: string, since?: string): Journey {
  const clock = movableClock(since);
  let opened: World | undefined;
  const now = (): World => {
    if (!opened) throw new Error('The world is opened before the tests, not before the file is read.');
    return opened;
  };
  beforeAll(async () => {
    opened = await openWorld({ name, clock });
  });
  afterAll(() => opened?.close());
  const sql: World['sql'] = (text, values) => now().sql(text, values);
  return {
    get world() {
      return now();
    },
    ...{ clock, sql },
    perform: (job) => performScheduled(now(), clock, job),
    publicly: (method, path, body) => now().nobody.api(method, `/api/v1${path}`, body),
    ...acts(clock, now),
    ...connections(now),
    ...lookups(sql),
  };
}

type Acts = Pick<Journey, 'as' | 'look' | 'made' | 'done' | 'refused' | 'tried' | 'asked' | 'page'>;

function acts(clock: MovableClock, now: () => World): Acts {
  const visitors = new Map<string, Visitor>();
  const as: Journey['as'] = async (username) => {
    const key = `${username} ${clock.now().toISOString()}`;
    const visitor = visitors.get(key) ?? (await now().as(username));
    visitors.set(key, visitor);
    return visitor;
  };
  const send = async (who: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> => {
    if (path.startsWith('/api/')) throw new Error(`${path} is under /api/v1 already.`);
    return (await as(who)).api(method, `/api/v1${path}`, body);
  };
  const demand = async (status: number, ...asked: Parameters<typeof send>): Promise<Answer> => {
    const answer = await send(...asked);
    const [who, method, path, body] = asked;
    expect(answer.status, `${who} ${method} ${path} ${JSON.stringify(body)}: ${answer.text}`).toBe(status);
    return answer;
  };
  return {
    as,
    look: async <T>(who: string, path: string) => (await demand(200, who, 'GET', path)).json as T, // the shape is the declaration's
    made: async <T>(who: string, path: string, body?: unknown) =>
      (await demand(201, who, 'POST', path, body)).json as T, // the shape is the declaration's
    done: async <T>(who: string, path: string, body?: unknown) =>
      (await demand(200, who, 'POST', path, body)).json as T, // the shape is the declaration's
    refused: async (who, path, body = {}, status = 422) =>
      (await demand(status, who, 'POST', path, body)).text,
    tried: (who, path, body = {}) => send(who, 'POST', path, body),
    asked: (who, path) => send(who, 'GET', path),
    page: async (who, url) => (await as(who)).get(url),
  };
}

function connections(now: () => World): Pick<Journey, 'onConnectionOf' | 'saidOn'> {
  const run = async (whose: Whose, text: string, values: readonly unknown[]): Promise<QueryResult> => {
    const database = new Client({ connectionString: now().ownerUrl });
    await database.connect();
    try {
      await database.query('begin');
      await database.query(`set local role ${whose.login ?? 'bailiwick_ops'}`);
      if (whose.agency !== undefined)
        await database.query("select set_config('bailiwick.agency', $1, true)", [whose.agency]);
      if (whose.officer !== undefined)
        await database.query(
          `select set_config('bailiwick.officer', $1::text, true), set_config('bailiwick.roles',
             (select coalesce(string_agg(role, ','), '') from directory.role_grant where officer_id = $1::uuid), true)`,
          [whose.officer],
        );
      return await database.query(text, [...values]);
    } finally {
      await database.query('rollback').catch(() => undefined);
      await database.end();
    }
  };
  return {
    onConnectionOf: async <T extends object>(whose: Whose, text: string, values: readonly unknown[] = []) =>
      (await run(whose, text, values)).rows as T[], // the shape is the statement's
    saidOn: (whose, text, values = []) =>
      run(whose, text, values).then(
        ({ rowCount }) => rowCount ?? 0,
        (error: Error) => error.message,
      ),
  };
}

function lookups(sql: World['sql']): Pick<Journey, 'idsOf' | 'serviceOf' | 'placeOf'> {
  const only = async <Row extends object>(text: string, name: string): Promise<Row> => {
    const [row] = await sql<Row>(text, [name]);
    if (!row) throw new Error(`The county has no ${name}.`);
    return row;
  };
  return {
    idsOf: (username) =>
      only(
        'select o.id as officer, o.agency_id as agency from directory.officer o join platform.account c on c.officer_id = o.id where c.username = $1',
        username,
      ),
    serviceOf: async (code) =>
      (await only<{ id: string }>('select id from directory.service where code = $1', code)).id,
    placeOf: (agency = 'WEND') =>
      only(
        'select p.district_code as district, p.postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = $1 order by p.postcode limit 1',
        agency,
      ),
  };
}
