import { cpus, loadavg } from 'node:os';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../test/browser.mjs';
import type { Drawn } from './page.ts';

/**
 * The drawing of the link chart beside cytoscape's own canvas renderer, in one headless browser, by turns: the same elements and links in the same places.
 * --runs N (5), --seconds N of zooming (4), --size N elements (10,000) and as many links.
 */
const args = process.argv.slice(2);
const given = (flag: string, usual: number): number =>
  args.includes(flag) ? Number(args[args.indexOf(flag) + 1]) : usual;
const [runs, seconds, size] = [given('--runs', 5), given('--seconds', 4), given('--size', 10_000)];
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const { outputFiles } = await build({
  absWorkingDir: process.env.BAILIWICK_ROOT ?? process.cwd(),
  entryPoints: ['benchmarks/chart/page.ts'],
  ...{ bundle: true, write: false, minify: true, format: 'iife', target: 'es2022', logLevel: 'warning' },
});
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.setContent('<!doctype html><title>Chart</title><body>');
await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
const which = ['ours', 'cytoscape', 'cytoscape, lines hidden'] as const;
const found = new Map<string, Drawn[]>(which.map((name) => [name, []]));
const load = loadavg()[0]?.toFixed(1);
// The first of each warms its code and is not counted.
for (let run = 0; run <= runs; run += 1)
  for (const name of which) {
    const asked = `window.drawn(${JSON.stringify(name)}, ${size}, ${run === 0 ? 500 : seconds * 1000})`;
    const one = await page.evaluate<Drawn>(asked);
    if (run > 0) found.get(name)?.push(one);
  }
say(
  `${new Date().toISOString().slice(0, 16)}  ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${load} before, ${loadavg()[0]?.toFixed(1)} after`,
);
say(
  `${browser.version()}, headless, no graphics card; ${size.toLocaleString('en-GB')} elements and as many links, medians of ${runs}`,
);
say('');
say('                            first paint ms    frames a second    longest frame ms');
for (const [name, all] of found) {
  const of = (key: keyof Drawn): string =>
    median(all.map((one) => one[key])).toFixed(key === 'frames' ? 1 : 0);
  say(
    `${name.padEnd(28)}${of('paint').padStart(14)}${of('frames').padStart(19)}${of('longest').padStart(20)}`,
  );
}
await browser.close();
