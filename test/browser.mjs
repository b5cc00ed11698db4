// Finds the browser that the journeys drive. No package brings one: downloads of that size do not belong
// in an install, and a machine that shows pages has one already.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';

/** The same Chromium without a window: it needs half of the processor for the same pages, and forgets more when it dies. */
const windowless = '/usr/bin/chromium-headless-shell';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a Chromium or Chrome: CHROME_PATH, else the usual places, else Debian's package, installed now
 * when this is root on a machine with apt-get.
 * @param {(line: string) => void} [log] told before an install is tried
 * @returns {string}
 * @throws an Error whose message is a sentence saying what to install
 */
export function findBrowser(log = () => undefined) {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isRunnable(named)) return named;
    throw new Error(
      `CHROME_PATH is ${named}, which is not a program: set it to the path of Chromium or Chrome.`,
    );
  }
  const found = places.find(isRunnable);
  if (found) return found;
  const installed = installWithApt(log);
  if (installed) return installed;
  throw new Error(
    'The journeys need Chromium or Chrome: install it (on Debian or Ubuntu "sudo apt-get install chromium"), or set CHROME_PATH to where it is.',
  );
}

/**
 * Path of the browser for what needs no window: Debian's windowless Chromium where it is, else the browser itself. One that
 * somebody named by CHROME_PATH is taken for all.
 * @returns {string}
 */
export function findWindowless() {
  const named = process.env.CHROME_PATH;
  if (named && !places.includes(named)) return findBrowser();
  return isRunnable(windowless) ? windowless : findBrowser();
}

/** Whether packages of Debian can be installed here without asking anybody. */
const isOwnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const aptGet = (...args) =>
  spawnSync('apt-get', args, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;
const install = (name) => aptGet('install', '-y', '--no-install-recommends', name);

/**
 * Installs the windowless Chromium where that can be done and nobody named a browser; the journeys do without it, but take longer.
 * @param {(line: string) => void} log
 */
export function bringWindowless(log) {
  if (process.env.CHROME_PATH || isRunnable(windowless) || !isOwnDebian()) return;
  log('Installing Chromium without a window with apt-get: the journeys then take half of the time.');
  if (!install('chromium-headless-shell') && aptGet('update')) install('chromium-headless-shell');
}

function installWithApt(log) {
  if (!isOwnDebian()) return undefined;
  log('No browser found; installing Chromium with apt-get.');
  if (!install('chromium') && aptGet('update')) install('chromium');
  return places.find(isRunnable);
}
