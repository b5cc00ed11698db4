import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What GOV.UK's own scripts and markup do that axe does not like, and why each is left alone. */
const knownPatterns: readonly { rule: string; within: string; why: string }[] = [
  {
    rule: 'aria-allowed-attr',
    within: 'govuk-radios__input',
    why: 'GOV.UK Frontend puts aria-expanded on a radio that shows more questions; screen readers tested by GDS read it.',
  },
  {
    rule: 'aria-allowed-attr',
    within: 'govuk-checkboxes__input',
    why: 'The same on a tick box that shows more questions.',
  },
  {
    rule: 'label-content-name-mismatch',
    within: 'govuk-accordion__section-button',
    why: 'GOV.UK Frontend names an accordion button by its heading and its state.',
  },
  {
    rule: 'label-content-name-mismatch',
    within: 'govuk-file-upload-button',
    why: 'GOV.UK Frontend names its upload button by the label and the state of the field.',
  },
];

declare global {
  interface Window {
    /** Axe, once it was put into the page that is open. */
    axe?: typeof axe;
  }
}

// What the package names as its source is more than twice as long, and is read anew for every page.
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const given = new WeakSet<Page>();

/** Puts axe into the page that is open and into all that will be opened in its window: the browser compiles it once. */
async function giveAxe(page: Page): Promise<void> {
  if (!given.has(page)) await page.addInitScript({ content: source });
  given.add(page);
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(source);
}

/**
 * Runs every rule of axe on the page that is open, which has no frames. Only what fails is written out: to describe all
 * that passes as well takes most of the time. Style sheets are not read rule by rule beforehand: that is for one rule on trial
 * (`css-orientation-lock`), which axe runs only for whoever asks for those, and takes a third of the time of a small page.
 */
async function violationsOn(page: Page, withColours: boolean) {
  await giveAxe(page);
  return page.evaluate(async (enabled) => {
    const results = await window.axe?.run(document, {
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled }, 'link-in-text-block': { enabled } },
      preload: { assets: ['media'] },
    });
    if (!results) throw new Error('axe did not load');
    return results.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  }, withColours);
}

/**
 * Every line is one thing that is wrong with the page that is open. Without colours where the same components were asked with them:
 * working out what lies behind each letter takes half of the time.
 */
export async function faultsOf(page: Page, { withColours = true } = {}): Promise<string[]> {
  const violations = await violationsOn(page, withColours);
  const faults = violations.flatMap((violation) =>
    violation.nodes
      .filter(
        (node) =>
          !knownPatterns.some(({ rule, within }) => rule === violation.id && node.html.includes(within)),
      )
      .map((node) => `${violation.id}: ${node.html.slice(0, 200)}`),
  );
  faults.push(...(await sidewaysFaults(page)));
  if ((await page.locator('h1').count()) !== 1) faults.push('has not one h1');
  return faults;
}

/** What makes the page wider than its window, if anything does. */
export const sidewaysFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const content = document.scrollingElement?.scrollWidth ?? 0;
    if (content <= window.innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth,
    );
    return wide
      .slice(0, 5)
      .map((element) => `scrolls sideways to ${content} px: ${element.outerHTML.slice(0, 120)}`);
  });

/**
 * Shows a page in a window in which one of ours is open, as a browser would: its attributes, title and body in place of the ones there,
 * and the script that all pages share run anew where `isScripted`. To open each by its address would ask the server once more, and
 * read style sheets and axe again, which takes longer than axe itself. What this does not show as it is: see `runsMore`.
 */
export async function lay(page: Page, html: string, { isScripted = false } = {}): Promise<string[]> {
  return page.evaluate(
    async ([text, runs]) => {
      const sheetsOf = (one: Document) =>
        [...one.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')).join(' ');
      const shown = new DOMParser().parseFromString(text, 'text/html');
      const [old, wanted] = [sheetsOf(document), sheetsOf(shown)];
      for (const { name } of [...document.documentElement.attributes])
        document.documentElement.removeAttribute(name);
      for (const { name, value } of [...shown.documentElement.attributes])
        document.documentElement.setAttribute(name, value);
      document.title = shown.title;
      document.body.replaceWith(shown.body);
      if (runs)
        await new Promise((resolve, reject) => {
          const script = document.createElement('script');
          // A module runs once for each address that it has.
          Object.assign(script, { type: 'module', src: `/assets/app.js?again=${performance.now()}` });
          script.onload = resolve;
          script.onerror = reject;
          document.head.append(script);
        });
      return old === wanted ? [] : [`is drawn with ${wanted}, shown here with ${old}`];
    },
    [html, isScripted] as const,
  );
}

/** Whether a page runs more than the script that all pages share, or goes on by itself: only its own address shows it as it is. */
export const runsMore = (html: string): boolean =>
  [...html.matchAll(/<script[^>]*src="([^"]*)"/g)].some(([, src]) => !src?.startsWith('/assets/app.js')) ||
  html.includes('data-follow');
