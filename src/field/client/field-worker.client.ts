/** Changes with the files it keeps: the build writes their hash here. */
declare const BAILIWICK_FILES: string;

/** What the service worker's own scope offers, as far as it is used here. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  addEventListener(kind: 'install' | 'activate', act: (event: Waiting) => void): void;
  addEventListener(kind: 'fetch', act: (event: Asking) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const scope = self as unknown as Scope; // a worker's scope, for which this project has no types

const kept = `field-${BAILIWICK_FILES}`;
const shell = '/field/shell';
/** All that the field is made of. None of it is anybody's: the day lies elsewhere, sealed. */
const files = [
  shell,
  '/assets/app.css',
  '/assets/field.js',
  '/assets/field.webmanifest',
  '/assets/field-192.png',
];

scope.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(kept);
    await cache.addAll(files.map((file) => new Request(file, { cache: 'reload', credentials: 'omit' })));
    await scope.skipWaiting();
  };
  event.waitUntil(fill());
});

scope.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith('field-') && name !== kept);
    await Promise.all(old.map((name) => caches.delete(name)));
    await scope.clients.claim();
  };
  event.waitUntil(tidy());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  const isPage = request.mode === 'navigate' && pathname === '/field';
  if (!isPage && !files.includes(pathname)) return;
  event.respondWith(answer(isPage ? shell : pathname, request));
});

/** Of the page and its files what was kept, at once; the service only where nothing is. */
async function answer(path: string, request: Request): Promise<Response> {
  const found = await (await caches.open(kept)).match(path);
  return found ?? fetch(request);
}
