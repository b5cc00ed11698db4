// Builds the server bundles and the browser's files into build/, and skips the work when nothing changed.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a build is made from; a change to any of these makes the last one stale. */
const sources = ['src', 'county', 'reference', 'bin', 'package.json', 'package-lock.json', 'tsconfig.json'];
const entries = ['cli', 'lists', 'web', 'worker'];

/** Where the build goes: build/ beside the code, or BAILIWICK_BUILD_DIR when the code is read-only. */
export function buildDir(root) {
  return resolve(process.env.BAILIWICK_BUILD_DIR || join(root, 'build'));
}

/**
 * Brings the build up to date; resolves with true when there was something to do.
 * @throws an error named StartRefused when the folder cannot be written to.
 */
export async function build({ root, force = false, log = () => undefined }) {
  const out = buildDir(root);
  const stampFile = join(out, 'stamp');
  const stamp = stampOf(root);
  if (!force && readIfThere(stampFile) === stamp) return false;
  const started = performance.now();
  const staging = join(out, `.staging-${process.pid}`);
  try {
    fs.mkdirSync(out, { recursive: true });
    sweepStaging(out);
    fs.mkdirSync(staging, { recursive: true });
    await Promise.all([bundleServer(root, staging), buildBrowserFiles(root, join(staging, 'assets'))]);
    makeRunnable(root, out);
    publish(staging, out, stampFile, stamp);
  } catch (error) {
    throw explain(error, out);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
  log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}

async function bundleServer(root, outdir) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: root,
    // Every thread's file becomes its own flat bundle, so `new URL('./x.thread.js', import.meta.url)`
    // finds it from any other.
    entryPoints: Object.fromEntries([
      ...entries.map((name) => [name, `src/main/${name}.ts`]),
      ...threadFiles(join(root, 'src')).map((file) => [threadName(file), file]),
    ]),
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    sourcemap: true,
    // Names and lines of a trace need no text of ours, and every process holds the map in memory.
    sourcesContent: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

function threadFiles(dir) {
  return [...filesUnder(dir)].filter((file) => file.endsWith('.thread.ts'));
}

function threadName(file) {
  return file.split('/').at(-1).replace(/\.ts$/, '');
}

async function buildBrowserFiles(root, assets) {
  const module = join(root, 'bin', 'styles.mjs');
  if (!fs.existsSync(module)) return;
  fs.mkdirSync(assets, { recursive: true });
  const { buildStyles, buildClient, markWorker } = await import(pathToFileURL(module).href);
  await Promise.all([
    buildStyles({ root, outFile: join(assets, 'app.css') }),
    buildClient({ root, outDir: assets }),
  ]);
  await markWorker({ root, outDir: assets });
}

/** A build outside the checkout must still find the packages and be read as modules. */
function makeRunnable(root, out) {
  if (out.startsWith(`${resolve(root)}/`)) return;
  fs.writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n');
  const link = join(out, 'node_modules');
  const target = join(resolve(root), 'node_modules');
  if (fs.lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) {
    if (fs.readlinkSync(link) === target) return;
    fs.unlinkSync(link);
  }
  fs.symlinkSync(target, link);
}

/**
 * Moves finished files into place one rename at a time, pieces before the entries that name them, and
 * the stamp last. Cut off anywhere, the stamp is missing and the next start builds again.
 */
function publish(staging, out, stampFile, stamp) {
  fs.rmSync(stampFile, { force: true });
  const made = [...filesUnder(staging)].map((file) => relative(staging, file));
  const isEntry = (name) => entries.includes(name.replace(/\.js$/, ''));
  for (const name of [...made.filter((n) => !isEntry(n)), ...made.filter(isEntry)]) {
    fs.mkdirSync(dirname(join(out, name)), { recursive: true });
    fs.renameSync(join(staging, name), join(out, name));
  }
  const kept = new Set(made);
  for (const name of fs.readdirSync(out)) {
    const isOurs = /\.js(\.map)?$/.test(name);
    if (isOurs && !kept.has(name)) fs.rmSync(join(out, name), { force: true });
  }
  fs.writeFileSync(`${stampFile}.${process.pid}`, stamp);
  fs.renameSync(`${stampFile}.${process.pid}`, stampFile);
}

/** Removes what builds that were cut off left behind, and leaves one that is still going alone. */
function sweepStaging(out) {
  for (const name of fs.readdirSync(out)) {
    const pid = /^\.staging-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) fs.rmSync(join(out, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function stampOf(root) {
  const hash = createHash('sha256').update(resolve(root));
  for (const source of sources) {
    for (const file of filesUnder(join(root, source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      const { mtimeMs, size } = fs.statSync(file);
      hash.update(`${file}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest('hex');
}

function* filesUnder(path) {
  const found = fs.statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) yield path;
  if (!found?.isDirectory()) return;
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    const at = join(path, entry.name);
    if (entry.isDirectory()) yield* filesUnder(at);
    else if (entry.isFile()) yield at;
  }
}

function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

function explain(error, out) {
  const sentences = {
    EACCES: `The build folder ${out} cannot be written to by this user: set BAILIWICK_BUILD_DIR to a folder that can.`,
    EROFS: `The build folder ${out} is on a read-only disk: set BAILIWICK_BUILD_DIR to a folder that can be written to.`,
    ENOSPC: `The disk that holds the build folder ${out} is full: free some space, or set BAILIWICK_BUILD_DIR.`,
  };
  const sentence = sentences[error?.code];
  if (!sentence) return error;
  return Object.assign(new Error(sentence, { cause: error }), { name: 'StartRefused' });
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  try {
    await build({ root, force: true, log: (line) => console.log(line) });
  } catch (error) {
    console.error(error?.name === 'StartRefused' ? error.message : error);
    process.exitCode = 1;
  }
}
