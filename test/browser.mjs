// Finds the browser that the journeys drive. No package brings one: downloads of that size do not belong
// in an install, and a machine that shows pages has one already.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';

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

function installWithApt(log) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  log('No browser found; installing Chromium with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: 'ignore', env };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  if (install().status !== 0) {
    spawnSync('apt-get', ['update'], options);
    install();
  }
  return places.find(isRunnable);
}
