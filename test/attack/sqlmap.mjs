// Starts the product on a made-up county of its own, signs in, and lets sqlmap loose on every input of the API that OpenAPI names:
// `npm run attack`. `-- --only reports` takes the paths that have the text, `--level 3` tries more, `--json FILE` keeps the account.
// Not part of `npm test`: the whole takes hours. Says so and stops where sqlmap is not installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { args, ask, folder, given, idsOf, noId, origin, say, signIn, withProduct } from './product.mjs';

const only = given('--only', '').split(',');
const level = given('--level', '1');
const longest = Number(given('--seconds', '240')) * 1000;

if (spawnSync('sqlmap', ['--version']).error) {
  say('Skipped: sqlmap is not installed. On Debian: apt-get install sqlmap.');
  process.exit(0);
}

/** A value that fits a schema well enough to come past the first check. */
function sample(schema = {}) {
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema;
  if (one.const !== undefined) return one.const;
  if (one.default !== undefined) return one.default;
  if (one.enum) return one.enum[0];
  if (one.format === 'uuid') return noId;
  if (one.format === 'date') return '2026-12-04';
  if (one.type === 'integer' || one.type === 'number') return one.minimum > 0 ? one.minimum : 1;
  if (one.type === 'boolean') return true;
  if (one.type === 'array') return one.items ? [sample(one.items)] : [];
  if (one.type === 'object')
    return Object.fromEntries(Object.entries(one.properties ?? {}).map(([name, of]) => [name, sample(of)]));
  return 'van';
}
const isMarkable = (value) => typeof value === 'string' || typeof value === 'number';
/** Marks each value as a place to put something in, as sqlmap wants it. */
const marked = (value) =>
  Array.isArray(value)
    ? value.map(marked)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, of]) => [name, marked(of)]))
      : isMarkable(value)
        ? `${value}*`
        : value;
const countIn = (text) => text.split('*').length - 1;

/** Every operation with an input, as one request whose inputs are marked, and who may make it. */
async function attacksOf(paths, tokens, ids) {
  const attacks = [];
  for (const [path, operations] of Object.entries(paths)) {
    if (!only.some((part) => path.includes(part))) continue;
    for (const [verb, operation] of Object.entries(operations)) {
      const method = verb.toUpperCase();
      const schema = operation.requestBody?.content?.['application/json']?.schema;
      if (!operation.parameters && !schema) continue;
      const id = (name) => ids.get(name) ?? noId;
      const real = path.replace(/\{(\w+)\}/g, (_, name) => id(name));
      const query = (operation.parameters ?? []).filter((one) => one.in === 'query');
      const inQuery = query
        .map(({ name, schema: of }) => `${name}=${encodeURIComponent(String(sample(of)))}*`)
        .join('&');
      const url = path.replace(/\{(\w+)\}/g, (_, name) => `${id(name)}*`) + (inQuery ? `?${inQuery}` : '');
      const data = schema ? JSON.stringify(marked(sample(schema))) : undefined;
      let who;
      for (const one of tokens) {
        const { status } = await ask(method, real, one.token, method === 'GET' ? undefined : {});
        // Somebody who is let in as far as the fields, and at best to what the address names.
        if (status !== 403 && status !== 401 && (!who || (who.status === 404 && status !== 404)))
          who = { ...one, status };
        if (who && who.status !== 404) break;
      }
      if (who) attacks.push({ method, path, url, data, ...who, inputs: countIn(url) + countIn(data ?? '') });
      else attacks.push({ method, path, inputs: 0, persona: undefined });
    }
  }
  return attacks;
}

let turns = 0;
function sqlmap(more) {
  turns += 1;
  const traffic = join(folder, `traffic-${turns}.txt`);
  const usual = [
    ...[
      '--batch',
      '--disable-coloring',
      '--flush-session',
      '--dbms=PostgreSQL',
      '--technique=BEUST',
      '--threads=2',
    ],
    ...[
      `--level=${level}`,
      '--risk=1',
      '--ignore-code=400,401,403,404,405,409,413,415,422,429,500',
      '--timeout=20',
    ],
    `--output-dir=${join(folder, 'sqlmap')}`,
    '-t',
    traffic,
  ];
  return new Promise((resolve) => {
    const child = spawn('sqlmap', [...usual, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
    const timer = setTimeout(() => child.kill('SIGKILL'), longest);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      const faults = Number(/\b500 \([^)]*\) - (\d+) times/.exec(text)?.[1] ?? 0);
      const answer = /identified the following injection point|is vulnerable/.test(text)
        ? 'injectable'
        : signal
          ? 'not finished'
          : /do not appear to be injectable|not injectable/.test(text)
            ? 'not injectable'
            : 'not tried';
      const sent = existsSync(traffic)
        ? readFileSync(traffic, 'utf8').split('HTTP request [#').length - 1
        : 0;
      rmSync(traffic, { force: true });
      resolve({ answer, faults, text, sent });
    });
  });
}

/** A server that does put what it is sent into its statement: if sqlmap does not find that, its silence means nothing. */
async function withHole(use) {
  const { runningOwnerUrl } = await import('../../src/platform/postgres/embedded.ts');
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: runningOwnerUrl(join(folder, 'data')), max: 4 });
  const server = createServer(async (asked, answer) => {
    const words = new URL(asked.url, origin).searchParams.get('words') ?? '';
    const found = await pool
      .query(`select code from pg_catalog.unnest(array['van', 'roof']) code where code = '${words}'`)
      .catch(() => undefined);
    answer.writeHead(found ? 200 : 500, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(found?.rows ?? { code: 'fault' }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/?words=van*`);
  } finally {
    server.close();
    await pool.end();
  }
}

async function attack() {
  const tokens = await signIn();
  const { answer: seen, text: told } = await withHole((url) => sqlmap(['-u', url]));
  if (seen !== 'injectable')
    throw new Error(
      `sqlmap did not find a hole that was made for it: this run would say nothing. ${told.slice(-2000)}`,
    );
  say('sqlmap found the hole that was made for it, in a server beside the product.');
  const { paths } = (await ask('GET', '/api/v1/openapi.json', tokens[0].token)).json;
  const attacks = await attacksOf(paths, tokens, await idsOf(paths, tokens));
  say(
    `${attacks.length} operations with ${attacks.reduce((sum, one) => sum + one.inputs, 0)} inputs, as ${tokens.length} personas, level ${level}.`,
  );
  const results = [];
  for (const one of attacks) {
    if (!one.persona) {
      results.push({ ...one, answer: 'nobody may' });
      continue;
    }
    // A session ends after a while without use; a new one costs nothing.
    const { json } = await ask('POST', '/api/v1/sessions', undefined, { persona: one.persona });
    const body = one.data
      ? [
          '--data',
          one.data,
          '--headers',
          `Authorization: Bearer ${json.token}\nContent-Type: application/json`,
        ]
      : ['--headers', `Authorization: Bearer ${json.token}`];
    const startedAt = performance.now();
    const { answer, faults, text, sent } = await sqlmap([
      '-u',
      `${origin}${one.url}`,
      '--method',
      one.method,
      ...body,
    ]);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    results.push({
      method: one.method,
      path: one.path,
      persona: one.persona,
      inputs: one.inputs,
      answer,
      faults,
      sent,
      seconds,
    });
    say(
      `  ${answer.padEnd(15)}${one.method.padEnd(5)}${one.path} (${one.inputs} inputs, ${one.persona}, ${sent} requests, ${seconds} s)${faults > 0 ? `; ${faults} answers of 500` : ''}`,
    );
    if (answer === 'injectable' || answer === 'not tried') say(text.slice(-1500));
  }
  if (args.includes('--json')) writeFileSync(given('--json'), `${JSON.stringify(results, null, 2)}\n`);
  const count = (answer) => results.filter((one) => one.answer === answer).length;
  const faults = results.reduce((sum, one) => sum + (one.faults ?? 0), 0);
  say(
    `${count('not injectable')} not injectable, ${count('injectable')} injectable, ${count('not finished')} not finished, ${count('not tried')} not tried, ${count('nobody may')} that nobody may use; ${faults} answers of 500.`,
  );
  return count('injectable') === 0 ? 0 : 1;
}

process.exitCode = await withProduct(attack);
