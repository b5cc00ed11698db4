import { deviceNow } from '../../platform/ui/client/device.ts';
import { change, read, readAll } from './database.ts';
import type { Content, Day, Holder, Item, StoredItem } from './model.ts';
import { screenNow, show } from './screen.ts';
import { keyFrom, type Sealed, seal, unseal } from './seal.ts';

/** Put into what is sent; never kept. */
let csrf = '';
let holder: Holder | undefined;
export const csrfNow = (): string => csrf;
export const forgetCsrf = (): void => {
  csrf = '';
};
export const holderNow = (): Holder | undefined => holder;
const dayPlace = 'day';
/** Goes up when somebody leaves: what was asked for before that is kept no more when it comes. */
let turn = 0;
/** Tells other tabs of this telephone that whoever was here has left. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('bailiwick-field');
tabs?.addEventListener('message', () => void forget());

/** Takes whoever was here off the screen and out of memory. */
async function forget(): Promise<void> {
  if (holder) turn += 1;
  holder = undefined;
  csrf = '';
  show({ phase: 'signed-out', holder: undefined, day: undefined, items: [] });
  await refresh();
}

/** Opens what the holder left here, the oldest first. What cannot be opened is not theirs to see. */
async function openItems(of: Holder | undefined): Promise<{ items: Item[]; ofOthers: number }> {
  const stored = await readAll<StoredItem>('queue');
  const items: Item[] = [];
  let ofOthers = 0;
  for (const { id, officerId, state, sealed } of stored) {
    if (!of || officerId !== of.officerId) {
      if (state !== 'sent') ofOthers += 1;
      continue;
    }
    try {
      items.push({ ...(await unseal<Content>(of.key, id, sealed)), id, state });
    } catch {
      // Sealed with another key: it stays where it is, and is counted.
      ofOthers += 1;
    }
  }
  return { items, ofOthers };
}

/** Shows what lies on the telephone. */
export async function refresh(): Promise<void> {
  const { items, ofOthers } = await openItems(holder);
  const sent = items.flatMap((item) => (item.sent ? [item.sent.at] : [])).sort();
  show({ items, ofOthers, lastSentAt: sent.at(-1) ?? undefined });
}

/**
 * Takes the day and the key off the telephone. What waits stays, sealed: only whoever wrote it opens it again, after signing in,
 * since the service gives the key to them alone. What was sent is gone from here.
 */
export async function leave(): Promise<void> {
  turn += 1;
  const stored = await readAll<StoredItem>('queue');
  await change({
    remove: [
      { store: 'day', key: dayPlace },
      { store: 'device', key: 'holder' },
      ...stored
        .filter(({ state }) => state === 'sent')
        .map(({ id }) => ({ store: 'queue' as const, key: id })),
    ],
  });
  tabs?.postMessage('left');
  await forget();
}

/** What the telephone has of whoever held it last, as long as it may keep it. */
export async function restore(): Promise<void> {
  const kept = await read<Holder>('device', 'holder');
  // Whoever was here may have left in another tab, or at the page where one signs in.
  if (!kept) return forget();
  if (new Date(kept.until) <= deviceNow()) return leave();
  if (holder && holder.officerId !== kept.officerId) csrf = '';
  holder = kept;
  const sealed = await read<Sealed>('day', dayPlace);
  const { key: _key, ...shown } = kept;
  try {
    const day = sealed ? await unseal<Day>(kept.key, dayPlace, sealed) : undefined;
    show({ phase: 'ready', holder: shown, day });
  } catch {
    return leave();
  }
  await refresh();
}

/** Makes the telephone the holder's, and keeps their day. */
async function keep(given: Day, asked: number): Promise<Pulled> {
  if (asked !== turn) return 'refused';
  const { key: secret, csrf: token, ...rest } = given;
  const before = holder ?? (await read<Holder>('device', 'holder'));
  if (before && before.officerId !== given.officer.id) await leave();
  const mine = turn;
  const { id: officerId, name, agencyName } = given.officer;
  // The telephone's clock may be wrong: the hours are the service's, and are counted from here.
  const takenAt = deviceNow();
  const hours = new Date(given.until).getTime() - new Date(given.takenAt).getTime();
  const until = new Date(takenAt.getTime() + hours).toISOString();
  const shown = { officerId, name, agencyName, takenAt: takenAt.toISOString(), until };
  const key = await keyFrom(secret);
  // Neither the key's text nor the session's token is kept.
  const day: Day = { ...rest, key: '', csrf: '' };
  const sealed = await seal(key, dayPlace, day);
  if (mine !== turn) return 'refused';
  holder = { ...shown, key };
  csrf = token;
  await change({
    put: [
      { store: 'device', key: 'holder', value: holder },
      { store: 'day', key: dayPlace, value: sealed },
    ],
  });
  show({ phase: 'ready', holder: shown, day, needsSignIn: false, isOnline: true, trouble: undefined });
  await refresh();
  return 'taken';
}

/** Whether a pull brought a day; where not, why. */
export type Pulled = 'taken' | 'offline' | 'sign-in' | 'refused';

async function ask(): Promise<{ status: number; body: unknown } | undefined> {
  try {
    const answer = await fetch('/api/v1/field/day', { headers: { accept: 'application/json' } });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return undefined;
  }
}

const wordsIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'words' in body ? String(body.words) : '';

/** Takes the day along anew. */
export async function pull(): Promise<Pulled> {
  const asked = turn;
  const answer = await ask();
  if (!answer) {
    show({ isOnline: false });
    return 'offline';
  }
  if (answer.status === 200) {
    const day = answer.body as Day; // the service's own answer, by its schema
    if ((await read<string>('device', 'sign-out')) === day.officer.id) return signOutNow(day);
    return keep(day, asked);
  }
  if (answer.status === 401) {
    show({ isOnline: true, needsSignIn: true });
    return 'sign-in';
  }
  // Somebody is signed in who does not use this: whoever it was for is not there.
  if (answer.status === 403) await leave();
  show({ isOnline: true, trouble: wordsIn(answer.body) || 'The service could not answer.' });
  return 'refused';
}

const endSession = (token: string) =>
  fetch('/sign-out', {
    method: 'POST',
    body: new URLSearchParams({ _csrf: token }),
    redirect: 'manual',
  });

/** Somebody signed out while there was no network: the session ends now. */
async function signOutNow(day: Day): Promise<Pulled> {
  try {
    await endSession(day.csrf);
  } catch {
    return 'offline';
  }
  await change({ remove: [{ store: 'device', key: 'sign-out' }] });
  await leave();
  show({ needsSignIn: true });
  return 'sign-in';
}

/** Signs out: at once what lies here, and the session at once or as soon as there is a network. */
export async function signOut(): Promise<void> {
  const officerId = holder?.officerId;
  let isEnded = false;
  try {
    if (csrf === '') await pull();
    if (csrf !== '') {
      await endSession(csrf);
      isEnded = true;
    }
  } catch {
    isEnded = false;
  }
  if (!isEnded && officerId && !screenNow().needsSignIn)
    await change({ put: [{ store: 'device', key: 'sign-out', value: officerId }] });
  await leave();
  show({ needsSignIn: true });
}
