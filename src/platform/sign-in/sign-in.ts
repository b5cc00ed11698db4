import { verify } from '@node-rs/argon2';
import { type OfficerViewer, systemViewer, type Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Asking, Databases, Db } from '../database/database.ts';
import type { LiveSession } from '../http/server.ts';
import { type Ids, newToken } from '../ids/ids.ts';
import { hashPassword, lockMinutes, wrongBeforeLock } from './hash.ts';
import { endSessions, liveSessions, type SessionLine } from './password.store.ts';
import { changePassword, nameOfLink, type PasswordAnswer, setPasswordByLink } from './password.ts';
import {
  type AccountRow,
  accountOfForm,
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
/** Minutes before the end of a session from which it is warned about. */
export const warningMinutes = 5;

export { hashPassword };

export type SignInAnswer = { ok: true; token: string } | { ok: false; words: string };

/** Everything about who somebody is. Acts on the sign-in login, which sees accounts and sessions and nothing else. */
export interface SignIn {
  /** `isQuiet` asks without keeping the session going: a page that only looks how long it has. */
  authenticate(token: string, isQuiet?: boolean): Promise<LiveSession | undefined>;
  withPassword(username: string, password: string, from: Origin): Promise<SignInAnswer>;
  /** Only in a demonstration; never in production, whatever the database says. */
  asPersona(username: string, from: Origin): Promise<SignInAnswer>;
  /** Whose form it is, by its token: of a session that lives, or that began within the last day. */
  accountOfForm(csrf: string): Promise<string | undefined>;
  end(token: string): Promise<void>;
  changePassword(viewer: OfficerViewer, current: string, next: string): Promise<PasswordAnswer>;
  /** Whose link it is; undefined once it has been used, has ended, or was never one. */
  nameOfLink(token: string): Promise<{ username: string } | undefined>;
  setPasswordByLink(token: string, next: string): ReturnType<typeof setPasswordByLink>;
  /** Where the officer is signed in now. */
  sessions(viewer: OfficerViewer): Promise<SessionLine[]>;
  /** Ends one other session of one's own, or all others where none is named. Gives how many. */
  endOthers(viewer: OfficerViewer, only?: string): Promise<number>;
  personas(): Promise<PersonaRow[]>;
}

/** Where a sign-in came from. */
export interface Origin {
  requestId: string;
  /** Browser and system in two words. */
  client: string;
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
    authenticate: (token, isQuiet = false) =>
      databases.asking((db) => authenticate(db, token, clock, isQuiet)),
    withPassword: (username, password, from) =>
      inSignIn((db) => checkPassword(db, options, { username, password, from })),
    asPersona: (username, from) =>
      inSignIn(async (db) => {
        const account =
          options.mode === 'demonstration' && (await isDemonstration(db))
            ? await findAccount(db, username)
            : undefined;
        if (!account?.isPersona || !account.isActive) return { ok: false as const, words: wrong };
        return openSession(db, options, account, from);
      }),
    accountOfForm: (csrf) =>
      databases.asking((db) =>
        accountOfForm(db, csrf, new Date(clock.now().getTime() - 2 * longestHours * 3_600_000)),
      ),
    end: (token) => inSignIn((db) => endSession(db, token, clock.now())),
    changePassword: (viewer, current, next) =>
      inSignIn((db) => changePassword(db, clock.now(), { viewer, current, next })),
    nameOfLink: (token) => inSignIn((db) => nameOfLink(db, clock.now(), token)),
    setPasswordByLink: (token, next) => inSignIn((db) => setPasswordByLink(db, clock.now(), { token, next })),
    sessions: (viewer) =>
      inSignIn((db) => {
        const now = clock.now();
        return liveSessions(db, viewer.accountId, new Date(now.getTime() - idleMinutes * 60_000), now);
      }),
    endOthers: (viewer, only) =>
      inSignIn((db) => {
        if (only === viewer.sessionId) return Promise.resolve(0);
        const which = { except: viewer.sessionId, ...(only ? { only } : {}) };
        return endSessions(db, viewer.accountId, which, clock.now());
      }),
    personas: () => (options.mode === 'demonstration' ? inSignIn(listPersonas) : Promise.resolve([])),
  };
}

async function authenticate(
  db: Asking,
  token: string,
  clock: Clock,
  isQuiet: boolean,
): Promise<LiveSession | undefined> {
  const session = await loadSession(db, token, clock.today());
  if (!session) return undefined;
  const now = clock.now();
  const idleEnd = new Date(session.lastSeenAt.getTime() + idleMinutes * 60_000);
  if (now >= idleEnd || now >= session.expiresAt) {
    await endSession(db, token, now);
    return undefined;
  }
  // Written at most once a minute: each page would otherwise cost a write.
  if (!isQuiet && now.getTime() - session.lastSeenAt.getTime() > 60_000)
    await touchSession(db, session.id, now);
  const freshEnd = isQuiet ? idleEnd : new Date(now.getTime() + idleMinutes * 60_000);
  const endsAt = freshEnd < session.expiresAt ? freshEnd : session.expiresAt;
  return {
    viewer: session.viewer,
    csrf: session.csrfSecret,
    endsAt,
    secondsLeft: Math.floor((endsAt.getTime() - now.getTime()) / 1000),
    mustChange: session.mustChange,
  };
}

async function checkPassword(
  db: Db,
  options: Options,
  given: { username: string; password: string; from: Origin },
): Promise<SignInAnswer> {
  const account = await findAccount(db, given.username);
  const now = options.clock.now();
  const right = await verify(account?.passwordHash ?? (await nobodysHash), given.password);
  if (!account?.isActive) return { ok: false, words: wrong };
  if (account.lockedUntil && account.lockedUntil > now) return { ok: false, words: locked };
  if (right && account.passwordHash) return openSession(db, options, account, given.from);
  const failedCount = account.failedCount + 1;
  const lock = failedCount >= wrongBeforeLock;
  await noteFailure(
    db,
    account.id,
    lock ? 0 : failedCount,
    lock ? new Date(now.getTime() + lockMinutes * 60_000) : null,
  );
  await auditSignIn(db, options, account, given.from, 'refused');
  return { ok: false, words: lock ? locked : wrong };
}

async function openSession(
  db: Db,
  options: Options,
  account: AccountRow,
  from: Origin,
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
    client: from.client,
  });
  await auditSignIn(db, options, account, from, 'done');
  return { ok: true, token };
}

function auditSignIn(
  db: Db,
  options: Options,
  account: AccountRow,
  from: Origin,
  outcome: 'done' | 'refused',
): Promise<void> {
  const viewer: Viewer = systemViewer('WORKER', 'signing somebody in');
  return recordAudit(db, {
    event: 'sign-in.tried',
    outcome,
    viewer,
    requestId: from.requestId,
    at: options.clock.now(),
    note: { recordKind: 'account', recordId: account.id, detail: {} },
  });
}
