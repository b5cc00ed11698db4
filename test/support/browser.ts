import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findWindowless } from '../browser.mjs';
import { openWorld, type World, type WorldOptions } from './world.ts';

/** A world that a browser can walk about in. */
export interface OpenWorld {
  world: World;
  /** Address of the application, without a slash at its end. */
  url: string;
  /** A fresh visitor, signed in as a persona, or nobody. */
  visit(who?: string, options?: VisitOptions): Promise<Page>;
  close(): Promise<void>;
}

export interface VisitOptions {
  /** False to prove that a page works without script. */
  script?: boolean;
  /** Width of the window in CSS pixels: 390 is a phone, 1280 a laptop. */
  width?: number;
}

/** Quiet and repeatable: nothing is fetched that the test did not ask for. */
const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  // Draws maps on machines without a graphics card; only our own pages are opened.
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For pages that nobody looks at, only rules: less is painted, and pictures are not decoded. */
const unseenArguments: readonly string[] = [
  '--blink-settings=imagesEnabled=false',
  '--disable-threaded-compositing',
  '--disable-lcd-text',
];

/** A copied county, the whole application listening on a free port, and a browser in front of it. Close it when done. */
export async function openBrowserWorld(
  options: WorldOptions & { isUnseen?: boolean } = {},
): Promise<OpenWorld> {
  const world = await openWorld({ ...options, assetsDir: join(process.cwd(), 'build', 'assets') });
  const url = await world.app.server.listen({ port: 0, host: '127.0.0.1' });
  const args = [...browserArguments, ...(options.isUnseen ? unseenArguments : [])];
  const browser = await chromium.launch({ executablePath: findWindowless(), args });
  return {
    world,
    url,
    visit: (who, visit) => pageFor({ world, url, browser }, who, visit),
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}

async function pageFor(
  place: { world: World; url: string; browser: Browser },
  who: string | undefined,
  { script = true, width = 1280 }: VisitOptions = {},
): Promise<Page> {
  const context = await place.browser.newContext({
    baseURL: place.url,
    javaScriptEnabled: script,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(10_000);
  if (who) await signIn(place, context, who);
  return context.newPage();
}

/** Puts the session of a persona into the browser; the sign-in page itself is walked through by the journeys. */
async function signIn(
  place: { world: World; url: string },
  context: BrowserContext,
  who: string,
): Promise<void> {
  const visitor = await place.world.as(who);
  await context.addCookies([
    { name: 'bw_session', value: visitor.token, url: place.url, httpOnly: true, sameSite: 'Lax' },
  ]);
}
