import { deviceNow } from '../../platform/ui/client/device.ts';
import { csrfNow, forgetCsrf, holderNow, pull } from './device.ts';
import type { Answer, Item, Problem } from './model.ts';
import { changeItem, photoOf, stateOnDisk, withItem } from './queue.ts';
import { screenNow, show } from './screen.ts';

/** How an attempt ended: whether the next thing may be tried now. */
type Went = 'on' | 'stop';

interface Refusal {
  status?: number;
  code?: string;
  words?: string;
  mend?: string;
  whoCan?: string;
  problems?: readonly Problem[];
}

async function post(path: string, init: RequestInit): Promise<{ status: number; body: unknown } | undefined> {
  try {
    const answer = await fetch(path, { method: 'POST', ...init });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return undefined;
  }
}

/** Nobody answered, or the answer is to be asked for later: nothing of it is the fault of what was sent. */
function isAway(answer: { status: number } | undefined): answer is undefined {
  if (!answer) show({ isOnline: false });
  else if (answer.status === 401) {
    forgetCsrf();
    show({ needsSignIn: true });
  } else if (answer.status !== 429 && answer.status !== 503) return false;
  return true;
}

/** Faults of the service before something is set aside for its writer to look at. */
const mostFaults = 5;

/** Sends the photographs of one thing that have not arrived; gives the thing with those that have. */
async function sendPhotos(given: Item): Promise<Item | 'stop' | { failed: Refusal }> {
  const holder = holderNow();
  if (!holder) return 'stop';
  let item = given;
  for (const photo of given.photos) {
    if (item.uploaded?.includes(photo.id)) continue;
    const bytes = await photoOf(item.id, photo.id);
    if (!bytes) continue;
    const form = new FormData();
    form.set('_csrf', csrfNow());
    form.set('id', photo.id);
    form.set('officerId', holder.officerId);
    form.set('sha256', photo.sha256);
    form.set('photo', new Blob([bytes], { type: photo.mediaType }), 'photo');
    const answer = await post('/api/v1/field/photos', { body: form });
    if (isAway(answer)) return 'stop';
    if (answer.status !== 200) return { failed: { ...(answer.body as Refusal), status: answer.status } }; // the service's own form of a refusal
    const uploaded = [...(item.uploaded ?? []), photo.id];
    await changeItem(item, 'waiting', { uploaded });
    item = { ...item, uploaded };
  }
  return item;
}

async function refused(item: Item, status: number, refusal: Refusal): Promise<Went> {
  const problems = (refusal.problems ?? []).map(({ field, words }) => ({
    field: field.split('.').at(-1) ?? field,
    words,
  }));
  const faults = (item.faults ?? 0) + 1;
  // A photograph that the service no longer has is sent again.
  if (problems.some(({ words }) => words.includes('has not arrived')) && faults <= mostFaults) {
    await changeItem(item, 'waiting', { uploaded: [], faults });
    return 'on';
  }
  // The token was of a session before: it is asked for again, once.
  if (status === 403 && refusal.words?.startsWith('This form came from another site')) {
    forgetCsrf();
    return 'stop';
  }
  if (status >= 500 && faults <= mostFaults) {
    await changeItem(item, 'waiting', { faults });
    return 'on';
  }
  const words =
    problems.length > 0
      ? `${problems.map((problem) => problem.words).join('. ')}.`
      : (refusal.words ?? 'The service could not take this.');
  const mend = refusal.mend ?? (refusal.whoCan ? `Who can: ${refusal.whoCan}.` : '');
  await changeItem(item, 'refused', { refusal: { words, mend, problems }, faults: 0 });
  return 'on';
}

/** Delivers one thing: its photographs, then itself. */
async function sendItem(given: Item): Promise<Went> {
  const holder = holderNow();
  if (!holder) return 'stop';
  if ((await stateOnDisk(given.id)) !== 'waiting') return 'on';
  const item = await sendPhotos(given);
  if (item === 'stop') return 'stop';
  if ('failed' in item) return refused(given, item.failed.status ?? 422, item.failed);
  const { id, kind, capturedAt, body } = item;
  const capture = { id, officerId: holder.officerId, kind, capturedAt, body, _csrf: csrfNow() };
  const answer = await post('/api/v1/field/captures', {
    body: JSON.stringify(capture),
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  });
  if (isAway(answer)) return 'stop';
  if (answer.status !== 200) return refused(item, answer.status, { ...(answer.body as Refusal) }); // as above
  const said = answer.body as Answer; // the service's own answer, by its schema
  if (said.outcome === 'conflict') await changeItem(item, 'conflict', { conflict: said.conflict });
  else {
    const { words, href } = said;
    const at = deviceNow().toISOString();
    await changeItem(item, 'sent', { sent: { words, href, at }, photos: [], refusal: undefined });
  }
  return 'on';
}

let isRunning = false;
let isAskedAgain = false;

async function sendWaiting(): Promise<void> {
  const waiting = () => screenNow().items.filter(({ state }) => state === 'waiting');
  if (waiting().length === 0) return;
  for (let turn = 0; turn < 2; turn += 1) {
    // The token tells whose session it is: without it nothing is sent in anybody's name.
    if (csrfNow() === '' && (await pull()) !== 'taken') return;
    show({ isSending: true, isOnline: true });
    let went: Went = 'on';
    for (const { id } of waiting()) {
      went = await withItem(id, async () => {
        const item = screenNow().items.find((one) => one.id === id);
        return item ? sendItem(item) : 'on';
      });
      if (went === 'stop') break;
    }
    if (went === 'on' || csrfNow() !== '' || screenNow().needsSignIn) return;
  }
}

/** Sends what waits, one thing after another in the order it was written, from one tab alone. */
export async function send(): Promise<void> {
  if (isRunning) {
    isAskedAgain = true;
    return;
  }
  isRunning = true;
  try {
    await navigator.locks.request('bailiwick-field-send', { ifAvailable: true }, async (lock) => {
      if (lock) await sendWaiting();
    });
  } finally {
    isRunning = false;
    show({ isSending: false });
  }
  if (isAskedAgain) {
    isAskedAgain = false;
    await send();
  }
}
