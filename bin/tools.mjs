// How the test and check commands run a tool: with the Node that npm installed, whichever started them.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');

/**
 * Runs a package's command in the project's folder.
 * @returns {Promise<{ code: number, output: string }>} the output is empty when it went to the screen
 */
export function runTool(name, args, { isShown = false, env = {} } = {}) {
  const node = existsSync(join(bin, 'node')) ? join(bin, 'node') : process.execPath;
  const child = spawn(node, [scriptOf(name), ...args], {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...env },
    stdio: isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const packages = { vitest: 'vitest', tsc: 'typescript', biome: '@biomejs/biome' };

function scriptOf(name) {
  const home = join(root, 'node_modules', packages[name]);
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name]);
}
