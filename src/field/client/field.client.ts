import { h, render } from 'preact';
import { App } from './app.tsx';
import { pull, refresh, restore } from './device.ts';
import { screenNow, show } from './screen.ts';
import { send } from './sender.ts';

/** How often what waits is tried again, in milliseconds. */
const again = 30_000;

async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    show({ trouble: 'This browser cannot work without a network.' });
    return;
  }
  try {
    await navigator.serviceWorker.register('/field-worker.js', { scope: '/field', updateViaCache: 'none' });
  } catch {
    // Away from the network, or the browser refuses: what is there already goes on.
  }
}

/** Takes the day along and sends what waits. */
async function meet(): Promise<void> {
  if ((await pull()) === 'taken') await send();
}

async function begin(): Promise<void> {
  const main = document.getElementById('content');
  if (!main) return;
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  if (typeof indexedDB === 'undefined' || !navigator.locks || !crypto.subtle) return;
  main.replaceChildren();
  render(h(App, null), main);
  void registerWorker();
  // Asks the browser not to throw away what waits when it runs short of room.
  void navigator.storage?.persist?.();
  await restore();
  await meet();
  addEventListener('online', () => {
    show({ isOnline: true });
    void meet();
  });
  addEventListener('offline', () => show({ isOnline: false }));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void restore().then(send);
  });
  // A page that the browser brings back whole.
  addEventListener('pageshow', (event) => {
    if (event.persisted) void restore().then(send);
  });
  setInterval(() => {
    const { items, holder } = screenNow();
    // The day leaves the telephone when its time is over, whether or not anybody looks.
    if (holder) void restoreIfOver(holder.until);
    if (items.some(({ state }) => state === 'waiting')) void send();
  }, again);
  // Another tab may have written something.
  addEventListener('focus', () => void refresh());
}

async function restoreIfOver(until: string): Promise<void> {
  if (new Date(until).getTime() <= performance.timeOrigin + performance.now()) await restore();
}

void begin();
