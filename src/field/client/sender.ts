import { deviceNow } from '../../platform/ui/client/device.ts';
import { csrfNow, forgetCsrf, holderNow, pull, refresh } from './device.ts';
import type { Answer, Item, Problem } from './model.ts';
import { bytesOfPhoto, changeItem, notePhotos, photosOf } from './queue.ts';
import { screenNow, show } from './screen.ts';

/** How an attempt ended: whether the next thing may be tried now. */
type Went = 'on' | 'stop';

interface Refusal {
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

/** Sends the photographs of one thing that have not arrived. */
async function sendPhotos(item: Item): Promise<Went | Refusal> {
  const holder = holderNow();
  if (!holder) return 'stop';
  for (const photo of await photosOf(item.id)) {
    if (photo.isUploaded) continue;
    const about = item.photos.find(({ id }) => id === photo.id);
    if (!about) continue;
    const form = new FormData();
    form.set('_csrf', csrfNow());
    form.set('id', photo.id);
    form.set('officerId', holder.officerId);
    form.set('sha256', about.sha256);
    form.set('photo', new Blob([await bytesOfPhoto(photo)], { type: about.mediaType }), 'photo');
    const answer = await post('/api/v1/field/photos', { body: form });
    if (isAway(answer)) return 'stop';
    if (answer.status !== 200) return { ...(answer.body as Refusal) }; // the service's own form of a refusal
    await notePhotos([photo], true);
  }
  return 'on';
}

async function refused(item: Item, status: number, refusal: Refusal): Promise<Went> {
  const problems = (refusal.problems ?? []).map(({ field, words }) => ({
    field: field.split('.').at(-1) ?? field,
    words,
  }));
  // A photograph that the service no longer has is sent again.
  if (problems.some(({ field }) => field === 'photos') && (item.faults ?? 0) < mostFaults) {
    await notePhotos(await photosOf(item.id), false);
    await changeItem(item, 'waiting', { faults: (item.faults ?? 0) + 1 });
    return 'on';
  }
  // The token was of a session before: it is asked for again, once.
  if (status === 403 && refusal.words?.startsWith('This form came from another site')) {
    forgetCsrf();
    return 'stop';
  }
  if (status >= 500 && (item.faults ?? 0) < mostFaults) {
    await changeItem(item, 'waiting', { faults: (item.faults ?? 0) + 1 });
    return 'on';
  }
  const words = refusal.words ?? 'The service could not take this.';
  const mend = refusal.mend ?? (refusal.whoCan ? `Who can: ${refusal.whoCan}.` : '');
  await changeItem(item, 'refused', { refusal: { words, mend, problems }, faults: 0 });
  return 'on';
}

/** Delivers one thing: its photographs, then itself. */
async function sendItem(item: Item): Promise<Went> {
  const holder = holderNow();
  if (!holder) return 'stop';
  const photos = await sendPhotos(item);
  if (photos === 'stop') return 'stop';
  if (photos !== 'on') return refused(item, 422, photos);
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
  await refresh();
  const waiting = () => screenNow().items.filter(({ state }) => state === 'waiting');
  if (waiting().length === 0) return;
  for (let turn = 0; turn < 2; turn += 1) {
    // The token tells whose session it is: without it nothing is sent in anybody's name.
    if (csrfNow() === '' && (await pull()) !== 'taken') return;
    show({ isSending: true, isOnline: true });
    let went: Went = 'on';
    for (const item of waiting()) {
      went = await sendItem(item);
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
