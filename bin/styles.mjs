import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import * as sass from 'sass';
import { iconPng } from './icons.mjs';

const stylesPath = 'src/platform/ui/styles/app.scss';
const clientPath = 'src/platform/ui/client/app.ts';
const imagesPath = 'node_modules/@ministryofjustice/frontend/moj/assets/images';

/**
 * Images a style sheet asks for from our own assets, by file name. The build copies these and no others, so the crest
 * and crown that come in the same folder never leave it.
 */
function imagesIn(css) {
  const found = css.matchAll(/url\(["']?\/assets\/images\/([\w.-]+)["']?\)/g);
  return [...new Set([...found].map((match) => match[1]))];
}

/** Passes on what is said about our own style sheets; what the two libraries say of each other is not ours to mend. */
function warnOfOurs(message, { stack = '', deprecation }) {
  if (!deprecation && stack.includes('node_modules')) return;
  console.warn(message, stack);
}

/** Compiles the style sheet to `outFile` and puts the images it asks for in `images/` beside it. */
export async function buildStyles({ root, outFile }) {
  const compiled = await sass.compileAsync(join(root, stylesPath), {
    style: 'compressed',
    loadPaths: [root, join(root, 'node_modules')],
    quietDeps: true,
    silenceDeprecations: ['import'],
    logger: { warn: warnOfOurs },
  });
  const outside = compiled.css.match(/url\(["']?(?:https?:)?\/\/|@font-face/);
  if (outside) throw new Error(`The style sheet would fetch from outside, or fetch a font: ${outside[0]}`);
  const outDir = dirname(outFile);
  await mkdir(join(outDir, 'images'), { recursive: true });
  for (const image of imagesIn(compiled.css)) {
    await cp(join(root, imagesPath, image), join(outDir, 'images', image));
  }
  await writeFile(outFile, compiled.css);
}

/** The islands of script: every `*.client.ts` of a module becomes a file of its name, for the pages that ask for it. */
function islandsIn(root) {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.client.ts'))
    .map((file) => [basename(file, '.client.ts'), join(root, 'src', file)]);
}

/**
 * Bundles the client script to `app.js` in `outDir`, each island beside it, and puts there what MapLibre loads by
 * itself: its worker, since the content policy allows none made from text, and its styles.
 */
export async function buildClient({ root, outDir }) {
  await build({
    absWorkingDir: root,
    entryPoints: { app: join(root, clientPath), ...Object.fromEntries(islandsIn(root)) },
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    define: { BAILIWICK_FILES: JSON.stringify(filesMark) },
  });
  const maplibre = join(root, 'node_modules/maplibre-gl/dist');
  await cp(join(maplibre, 'maplibre-gl-worker.mjs'), join(outDir, 'map-worker.js'));
  await cp(join(maplibre, 'maplibre-gl.css'), join(outDir, 'map.css'));
  await cp(join(root, 'src/field/client/field.webmanifest'), join(outDir, 'field.webmanifest'));
  for (const size of [192, 512]) await writeFile(join(outDir, `field-${size}.png`), iconPng(size));
}

/** Stands in the field's service worker until the files that it keeps are there to be hashed. */
const filesMark = '@the files@';

/**
 * Writes into the service worker which files it keeps, by their hash: a browser takes a new worker when its text is another, and
 * keeps the new files all together.
 */
export async function markWorker({ root, outDir }) {
  const hash = createHash('sha256');
  const own = ['app.css', 'field.js', 'field.webmanifest', 'field-192.png'].map((name) => join(outDir, name));
  for (const file of [...own, join(root, 'src/field/field.pages.tsx')]) hash.update(await readFile(file));
  const worker = join(outDir, 'field-worker.js');
  const text = await readFile(worker, 'utf8');
  await writeFile(worker, text.replaceAll(filesMark, hash.digest('hex').slice(0, 16)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await buildStyles({ root, outFile: join(root, 'build/assets/app.css') });
  await buildClient({ root, outDir: join(root, 'build/assets') });
  await markWorker({ root, outDir: join(root, 'build/assets') });
}
