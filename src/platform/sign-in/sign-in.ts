import { hash, verify } from '@node-rs/argon2';
import { systemViewer, type Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Databases, Db } from '../database/database.ts';
import type { LiveSession } from '../http/server.ts';
import { type Ids, newToken } from '../ids/ids.ts';
import {
  type AccountRow,
  addSession,
  endSession,
  findAccount,
  isDemonstration,
  listPersonas,
  loadSession,
  noteFailure,
  type PersonaRow,
  touchSession,
} from './sign-in.store.ts';

/** Minutes without a request after which a session ends; a warning comes five minutes before. */
export const idleMinutes = 30;
/** Hours after which everyone signs in again. */
export const longestHours = 12;
const wrongBeforeLock = 5;
const lockMinutes = 15;

/** OWASP's setting for argon2id: 19 MiB, two passes, one lane. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
export const hashPassword = (password: string): Promise<string> => hash(password, argon);

export type SignInAnswer = { ok: true; token: string } | { ok: false; words: string };

/** Everything about who somebody is. Acts on the sign-in login, which sees accounts and sessions and nothing else. */
export interface SignIn {
  authenticate(token: string): Promise<LiveSession | undefined>;
  withPassword(username: string, password: string, requestId: string): Promise<SignInAnswer>;
  /** Only in a demonstration; never in production, whatever the database says. */
  asPersona(username: string, requestId: string): Promise<SignInAnswer>;
  end(token: string): Promise<void>;
  personas(): Promise<PersonaRow[]>;
}

interface Options {
  databases: Databases;
  clock: Clock;
  ids: Ids;
  mode: 'demonstration' | 'production';
}

const wrong = 'The username or password is not right.';
const locked = `Too many wrong tries. Wait ${lockMinutes} minutes, or ask your administrator to unlock the account.`;
/** Compared against when there is no such account, so that the answer takes as long. */
const nobodysHash = hashPassword('nobody has this password');

export function makeSignIn(options: Options): SignIn {
  const { databases, clock } = options;
  const system = systemViewer('WORKER', 'signing somebody in');
  const inSignIn = <T>(work: (db: Db) => Promise<T>) => databases.inTransaction('SIGN_IN', system, work);
  return {
    authenticate: (token) => inSignIn((db) => authenticate(db, token, clock)),
    withPassword: (username, password, requestId) =>
      inSignIn((db) => checkPassword(db, options, { username, password, requestId })),
    asPersona: (username, requestId) =>
      inSignIn(async (db) => {
        const account =
          options.mode === 'demonstration' && (await isDemonstration(db))
            ? await findAccount(db, username)
            : undefined;
        if (!account?.isPersona || !account.isActive) return { ok: false as const, words: wrong };
        return openSession(db, options, account, requestId);
      }),
    end: (token) => inSignIn((db) => endSession(db, token, clock.now())),
    personas: () => (options.mode === 'demonstration' ? inSignIn(listPersonas) : Promise.resolve([])),
  };
}

async function authenticate(db: Db, token: string, clock: Clock): Promise<LiveSession | undefined> {
  const session = await loadSession(db, token, clock.today());
  if (!session) return undefined;
  const now = clock.now();
  const idleEnd = new Date(session.lastSeenAt.getTime() + idleMinutes * 60_000);
  if (now >= idleEnd || now >= session.expiresAt) {
    await endSession(db, token, now);
    return undefined;
  }
  // Written at most once a minute: each page would otherwise cost a write.
  if (now.getTime() - session.lastSeenAt.getTime() > 60_000) await touchSession(db, session.id, now);
  const freshEnd = new Date(now.getTime() + idleMinutes * 60_000);
  return {
    viewer: session.viewer,
    csrf: session.csrfSecret,
    endsAt: freshEnd < session.expiresAt ? freshEnd : session.expiresAt,
  };
}

async function checkPassword(
  db: Db,
  options: Options,
  given: { username: string; password: string; requestId: string },
): Promise<SignInAnswer> {
  const account = await findAccount(db, given.username);
  const now = options.clock.now();
  const right = await verify(account?.passwordHash ?? (await nobodysHash), given.password);
  if (!account?.isActive) return { ok: false, words: wrong };
  if (account.lockedUntil && account.lockedUntil > now) return { ok: false, words: locked };
  if (right && account.passwordHash) return openSession(db, options, account, given.requestId);
  const failedCount = account.failedCount + 1;
  const lock = failedCount >= wrongBeforeLock;
  await noteFailure(
    db,
    account.id,
    lock ? 0 : failedCount,
    lock ? new Date(now.getTime() + lockMinutes * 60_000) : null,
  );
  await auditSignIn(db, options, account, given.requestId, 'refused');
  return { ok: false, words: lock ? locked : wrong };
}

async function openSession(
  db: Db,
  options: Options,
  account: AccountRow,
  requestId: string,
): Promise<SignInAnswer> {
  const token = newToken();
  const at = options.clock.now();
  await noteFailure(db, account.id, 0, null);
  await addSession(db, {
    id: options.ids.next(),
    token,
    accountId: account.id,
    csrfSecret: newToken(),
    at,
    expiresAt: new Date(at.getTime() + longestHours * 3_600_000),
  });
  await auditSignIn(db, options, account, requestId, 'done');
  return { ok: true, token };
}

function auditSignIn(
  db: Db,
  options: Options,
  account: AccountRow,
  requestId: string,
  outcome: 'done' | 'refused',
): Promise<void> {
  const viewer: Viewer = systemViewer('WORKER', 'signing somebody in');
  return recordAudit(db, {
    event: 'sign-in.tried',
    outcome,
    viewer,
    requestId,
    at: options.clock.now(),
    note: { recordKind: 'account', recordId: account.id, detail: {} },
  });
}
