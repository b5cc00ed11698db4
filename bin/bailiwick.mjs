#!/usr/bin/env node
// Kept to syntax that Node 14 can read, so that an old Node gets a sentence and not a syntax error.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needed = [22, 18];

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** The Node that npm installed beside the code, if it is there and new enough. */
function bundledNode() {
  const path = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(path)) return undefined;
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 && isNewEnough(asked.stdout.trim()) ? path : undefined;
}

/** Runs this file again under `node`, standing in for it: same input and output, signals, exit code. */
function runAgainWith(node, flags = []) {
  return new Promise((resolve) => {
    const child = spawn(node, [...flags, ...process.argv.slice(1)], {
      // The channel tells the child when this process is killed outright.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
    child.on('error', (error) => {
      say(`Node could not be started from ${node}: ${error.message}.`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code === null ? 128 + (signal === 'SIGINT' ? 2 : 15) : code));
  });
}

/** Commands on lists: they load nothing of the product. */
const onLists = ['link', 'private', 'screen'];

/** Lists of more bytes than these may need more memory than Node takes by itself. Packed ones hold some five times as much. */
const largeLists = 256 * 2 ** 20;

/** The flag that gives large lists three quarters of the machine's memory; none where they are small or somebody chose it. */
function roomForLists() {
  const chosen = [...process.execArgv, process.env.NODE_OPTIONS || ''].join(' ');
  if (!onLists.includes(process.argv[2]) || chosen.includes('max-old-space-size')) return [];
  let bytes = 0;
  for (const path of process.argv.slice(3)) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile()) bytes += found.size * (/\.(gz|parquet)$/i.test(path) ? 5 : 1);
  }
  if (bytes < largeLists) return [];
  const allowed = process.constrainedMemory ? process.constrainedMemory() : 0;
  const memory = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
  return [`--max-old-space-size=${Math.floor((memory * 0.75) / 2 ** 20)}`];
}

async function run() {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
    say(`The packages are not installed: run "npm ci" in ${root} first.`);
    return 1;
  }
  const room = roomForLists();
  if (room.length > 0) return runAgainWith(process.execPath, [...process.execArgv, ...room]);
  process.env.BAILIWICK_ROOT = root;
  const { build, buildDir } = await import('./build.mjs');
  await build({ root });
  const entry = onLists.includes(process.argv[2]) ? 'lists.js' : 'cli.js';
  const { main } = await import(pathToFileURL(join(buildDir(root), entry)).href);
  return main(process.argv.slice(2));
}

/** Prints what went wrong: the sentence alone when a person can act on it, else everything we know. */
function complain(error) {
  say(error?.name === 'StartRefused' ? error.message : String(error?.stack || error));
}

function finish(code) {
  process.exitCode = code;
  // A connection that some command left open must not keep the terminal waiting for ever.
  setTimeout(() => process.exit(), 2000).unref();
}

if (isNewEnough(process.version)) {
  run().then(finish, (error) => {
    complain(error);
    finish(1);
  });
} else {
  const node = bundledNode();
  if (node)
    runAgainWith(node).then((code) => {
      process.exitCode = code;
    });
  else {
    say(
      `Bailiwick needs Node ${needed.join('.')} or later and this is ${process.version}: run "npm ci", which brings one, or install it from nodejs.org.`,
    );
    process.exitCode = 1;
  }
}
