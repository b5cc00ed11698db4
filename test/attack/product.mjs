// The product on a made-up county of its own, for programs that ask its API as a stranger would: started, signed in, and asked.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const args = process.argv.slice(2);
export const given = (flag, usual) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : usual);
export const say = (line) => process.stdout.write(`${line}\n`);

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export const folder = mkdtempSync(join(tmpdir(), 'bailiwick-attack-'));
const port = await freePort();
export const origin = `http://127.0.0.1:${port}`;
/** Starts it, has somebody use it, and leaves nothing behind. */
export async function withProduct(use) {
  const product = spawn(process.execPath, [join(root, 'bin', 'bailiwick.mjs'), 'start'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), BAILIWICK_DATA_DIR: join(folder, 'data'), DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilHealthy(product);
    return await use();
  } finally {
    product.kill('SIGTERM');
    await new Promise((resolve) => (product.exitCode !== null ? resolve() : product.once('exit', resolve)));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilHealthy(product) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${origin}/health`).catch(() => undefined);
    if (answer?.ok) return;
    if (product.exitCode !== null) throw new Error('The product did not start.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The product did not start in five minutes.');
}

export const ask = async (method, path, token, body) => {
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    redirect: 'manual',
  });
  const text = await answer.text();
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: answer.status, text, json };
};

export async function signIn() {
  const page = (await ask('GET', '/sign-in')).text;
  const names = [...new Set([...page.matchAll(/value="([a-z]+\.[a-z]+)"/g)].map(([, name]) => name))];
  const tokens = [];
  for (const persona of names) {
    const { json } = await ask('POST', '/api/v1/sessions', undefined, { persona });
    if (json?.token) tokens.push({ persona, token: json.token });
  }
  if (tokens.length === 0) throw new Error('Nobody could sign in.');
  return tokens;
}

export const noId = '00000000-0000-4000-8000-000000000000';
/** Ids that lists give away, by the name that paths call them. */
export async function idsOf(paths, tokens) {
  const ids = new Map();
  const keep = (name, id) => ids.has(name) || (typeof id === 'string' && ids.set(name, id));
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get || path.includes('{')) continue;
    for (const { token } of tokens) {
      const { status, json } = await ask('GET', path, token);
      if (status !== 200 || !json || typeof json !== 'object') continue;
      for (const [key, value] of Object.entries(json))
        if (Array.isArray(value) && value[0]?.id)
          keep(`${key.replace(/ies$/, 'y').replace(/s$/, '')}Id`, value[0].id);
      const last = path.split('/').at(-1);
      const list = Object.values(json).find(Array.isArray);
      if (list?.[0]?.id)
        keep(
          `${last
            .replace(/ies$/, 'y')
            .replace(/s$/, '')
            .replace(/-(\w)/g, (_, c) => c.toUpperCase())}Id`,
          list[0].id,
        );
      break;
    }
  }
  return ids;
}
