import { change, readAll } from './database.ts';
import type { StoredItem } from './model.ts';

/**
 * Where somebody signs in, nobody is signed in: the day that lies on this device and the key go, and what waits stays sealed. A
 * browser that never had the field has nothing here.
 */
async function leave(): Promise<void> {
  const all = await indexedDB.databases?.();
  if (all && !all.some(({ name }) => name === 'bailiwick-field')) return;
  const stored = await readAll<StoredItem>('queue');
  const sent = stored.filter(({ state }) => state === 'sent');
  await change({
    remove: [
      { store: 'day', key: 'day' },
      { store: 'device', key: 'holder' },
      { store: 'device', key: 'sign-out' },
      ...sent.map(({ id }) => ({ store: 'queue' as const, key: id })),
    ],
  });
  // A tab of the field that is still open shows nothing of them either.
  new BroadcastChannel('bailiwick-field').postMessage('left');
}

// Whoever comes from the field to go on, goes on: should the network end meanwhile, their day is still there. Somebody else who signs
// in takes its place all the same.
const goesOn = new URLSearchParams(location.search).get('next') === '/field';
if (typeof indexedDB !== 'undefined' && !goesOn) void leave();
