// Measures the field on a slow telephone, against a demonstration that is running: node benchmarks/field/run.mjs http://localhost:3000
// Processor four times slower, 1.6 Mbit/s down, 0.75 up, 150 ms away. It stops by itself after a few dozen requests.
import { chromium } from 'playwright-core';
import { findBrowser } from '../../test/browser.mjs';

const url = (process.argv[2] ?? 'http://localhost:3000').replace(/\/$/, '');
if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname))
  throw new Error('Only a service on this machine is measured.');
const things = 20;

const answer = await fetch(`${url}/api/v1/sessions`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ persona: 'joss.jet' }),
});
const { token } = await answer.json();
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const context = await browser.newContext({
  viewport: { width: 390, height: 844 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
});
await context.addCookies([{ name: 'bw_session', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
const page = await context.newPage();
const slow = await context.newCDPSession(page);
await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
await slow.send('Network.enable');
const network = (isOffline) =>
  slow.send('Network.emulateNetworkConditions', {
    offline: isOffline,
    latency: 150,
    downloadThroughput: (1.6e6 / 8) * 0.9,
    uploadThroughput: (0.75e6 / 8) * 0.9,
  });
await network(false);

const said = [];
async function timed(words, act) {
  const started = performance.now();
  const result = await act();
  said.push(`${words.padEnd(62)} ${String(Math.round(performance.now() - started)).padStart(6)} ms`);
  return result;
}
const today = () => page.getByRole('link', { name: 'Log time' }).waitFor();

await timed('first load, nothing kept: until today can be pressed', async () => {
  await page.goto(`${url}/field`);
  await today();
});
const bytes = await page.evaluate(() => {
  const sizes = { script: 0, all: 0 };
  for (const entry of performance.getEntriesByType('resource')) {
    sizes.all += entry.transferSize;
    if (entry.name.endsWith('.js')) sizes.script += entry.transferSize;
  }
  return sizes;
});
await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
await page.waitForTimeout(1500);
await timed('opened again with the network', async () => {
  await page.goto(`${url}/field?again`).catch(() => undefined);
  await page.goto(`${url}/field`);
  await today();
});
await network(true);
await timed('opened again without a network', async () => {
  await page.reload();
  await today();
});
let longest = 0;
for (let thing = 0; thing < things; thing += 1) {
  await page.evaluate(() => {
    location.hash = '#/time';
  });
  await page.getByLabel('What you did').selectOption('patrol');
  await page.getByLabel('Minutes').fill('1');
  await page.getByLabel('Note').fill(`Measured ${Date.now()} ${thing}`);
  const started = performance.now();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('heading', { name: 'What waits and what was sent' }).waitFor();
  longest = Math.max(longest, performance.now() - started);
}
said.push(
  `${'one thing kept, from press to list, the longest of 20'.padEnd(62)} ${String(Math.round(longest)).padStart(6)} ms`,
);
await network(false);
await timed(`${things} things delivered once the network is back`, async () => {
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByText('nothing waiting, last sent').waitFor({ timeout: 120_000 });
});
await browser.close();
console.log(said.join('\n'));
console.log(
  `bytes of script sent: ${bytes.script}; of everything: ${bytes.all} (the service compresses nothing itself)`,
);
