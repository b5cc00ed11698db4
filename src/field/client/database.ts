/** Where the telephone keeps things: who it is for, their day, what waits, and its photographs. */
export type Store = 'device' | 'day' | 'queue' | 'photos';

interface Change {
  put?: readonly { store: Store; key: string; value: unknown }[];
  remove?: readonly { store: Store; key: string }[];
}

const name = 'bailiwick-field';
const stores: readonly Store[] = ['device', 'day', 'queue', 'photos'];
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      // Another tab with a newer version waits until this one lets go.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened;
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** What is kept under a key; the caller knows what it put there. */
export async function read<T>(store: Store, key: string): Promise<T | undefined> {
  const db = await open();
  return answerOf<T | undefined>(db.transaction(store).objectStore(store).get(key));
}

/** Everything in a store, in order of keys. */
export async function readAll<T>(store: Store): Promise<T[]> {
  const db = await open();
  return answerOf<T[]>(db.transaction(store).objectStore(store).getAll());
}

/** Keys of a store that begin with some text; what lies under them is not read. */
export async function keysUnder(store: Store, start: string): Promise<string[]> {
  const db = await open();
  const range = IDBKeyRange.bound(start, `${start}\uffff`);
  const keys = await answerOf(db.transaction(store).objectStore(store).getAllKeys(range));
  return keys.map(String);
}

/** Writes and removes all of it or none of it, and is done when it is on the disk: a telephone that dies then has it. */
export async function change({ put = [], remove = [] }: Change): Promise<void> {
  if (put.length + remove.length === 0) return;
  const db = await open();
  const names = [...new Set([...put, ...remove].map(({ store }) => store))];
  const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
  for (const { store, key, value } of put) transaction.objectStore(store).put(value, key);
  for (const { store, key } of remove) transaction.objectStore(store).delete(key);
  await done;
}
