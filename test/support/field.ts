import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import type { OpenWorld } from './browser.ts';

/** An officer's telephone: a browser with a disk of its own, which can be killed as a telephone's battery kills it. */
export interface Telephone {
  page: Page;
  context: BrowserContext;
  /** Takes the network away, or gives it back: to pages and to the service worker. */
  network(isThere: boolean): Promise<void>;
  /** Ends the browser at once, as it stands. What is not on the disk is gone. */
  kill(): Promise<void>;
  /** Starts it again with the same disk. */
  start(options?: { isOffline?: boolean }): Promise<void>;
  /** Signs somebody in on it. */
  signIn(who: string): Promise<void>;
  close(): Promise<void>;
}

async function portIn(folder: string): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0) return port;
    await wait(50);
  }
  throw new Error('The browser did not start.');
}

export async function openTelephone(place: OpenWorld): Promise<Telephone> {
  const folder = await mkdtemp(join(tmpdir(), 'bailiwick-telephone-'));
  let browser: Browser | undefined;
  let child: ChildProcess | undefined;
  const telephone: Telephone = {
    page: undefined as unknown as Page, // started before it is given away
    context: undefined as unknown as BrowserContext,
    async network(isThere) {
      await telephone.context.setOffline(!isThere);
    },
    async kill() {
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await gone;
      // What a test still answers for it is never asked for again.
      await Promise.race([browser?.close().catch(() => undefined), wait(500)]);
      await rm(join(folder, 'DevToolsActivePort'), { force: true });
      await rm(join(folder, 'SingletonLock'), { force: true });
    },
    async start({ isOffline = false } = {}) {
      child = spawn(
        findBrowser(),
        [
          ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
          ...['--disable-background-networking', '--disable-component-update', '--disable-quic'],
          ...['--remote-debugging-port=0', `--user-data-dir=${folder}`, '--lang=en-GB', 'about:blank'],
        ],
        { stdio: 'ignore' },
      );
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(folder)}`);
      telephone.context = browser.contexts()[0] ?? (await browser.newContext());
      telephone.context.setDefaultTimeout(15_000);
      if (isOffline) await telephone.context.setOffline(true);
      telephone.page = await telephone.context.newPage();
      await telephone.page.setViewportSize({ width: 390, height: 844 });
    },
    async signIn(who) {
      const { token } = await place.world.as(who);
      await telephone.context.addCookies([
        { name: 'bw_session', value: token, url: place.url, httpOnly: true, sameSite: 'Lax' },
      ]);
    },
    async close() {
      await telephone.kill().catch(() => undefined);
      // Processes of the browser that outlive it by a moment still write there.
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }).catch(
        () => undefined,
      );
    },
  };
  await telephone.start();
  return telephone;
}
