import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import {
  type Lists,
  matchKeys,
  privateKeys,
  readLists,
  recognise,
  usualNoise,
  wordsOfKey,
} from '../../linkage/index.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Arguments, Command, CommandContext } from './command.ts';
import { cell, onlyMine, writeLines } from './link.ts';

const usage =
  'bailiwick private secret <secret.key> | private keys <list.csv|parquet> --secret secret.key --out keys.csv [--id column] [--noise 0.02] | private match <ours.csv> <theirs.csv> [--ask "trading standards"] [--pairs pairs.csv] [--threshold 0.6] [--json]';

const secretBytes = 32;

/** Tells two agencies how many people they share without either giving the other a name. `docs/linkage.md` says what it guards against. */
export const privateCommand: Command = {
  name: 'private',
  words: 'Holds two lists against each other by hashed keys, without names',
  usage,
  run: async (args, context) => {
    const [act, ...files] = args.values;
    const acts: Record<string, (files: readonly string[]) => Promise<number>> = {
      secret: (paths) => makeSecret(paths, context),
      keys: (paths) => makeKeys(paths, args, context),
      match: (paths) => matchFiles(paths, args, context),
    };
    const run = acts[act ?? ''];
    if (!run) throw new StartRefused('private', `Say what to do: ${usage}`);
    try {
      return await run(files);
    } catch (error) {
      if (error instanceof Error && error.name === 'UnreadableFile')
        throw new StartRefused('private', error.message);
      throw error;
    }
  },
};

async function makeSecret([path]: readonly string[], context: CommandContext): Promise<number> {
  if (!path) throw new StartRefused('private', `Name the file to write the secret to: ${usage}`);
  await writeFile(path, `${randomBytes(secretBytes).toString('base64')}\n`, {
    ...onlyMine,
    flag: 'wx',
  }).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(
      'private',
      error.code === 'EEXIST'
        ? `${path} is there already: a secret serves one exchange, so give the new one a name of its own.`
        : `${path} cannot be written (${error.code ?? error.message}).`,
    );
  });
  context.print(
    `A new secret is in ${path}. Give it to the other agency by a safe way, never with the keys, and never to whoever matches them.`,
  );
  return 0;
}

async function secretAt(path: string | undefined): Promise<Buffer> {
  if (!path) throw new StartRefused('private', 'Name the secret both agencies use: --secret secret.key');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartRefused('private', `${path} cannot be read.`);
  });
  const secret = Buffer.from(text.trim(), 'base64');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text.trim()))
    throw new StartRefused('private', `${path} is no secret: make one with «bailiwick private secret».`);
  return secret;
}

function noiseOf(text: string | undefined): number {
  const noise = text === undefined ? usualNoise : Number(text);
  if (noise >= 0 && noise <= 0.2) return noise;
  throw new StartRefused('private', '--noise is the share of bits to turn over, from 0 to 0.2.');
}

async function makeKeys(paths: readonly string[], args: Arguments, context: CommandContext): Promise<number> {
  const [path] = paths;
  if (!path || paths.length > 1) throw new StartRefused('private', `Name one list: ${usage}`);
  if (!args.options.out) throw new StartRefused('private', 'Name the file for the keys: --out keys.csv');
  const secret = await secretAt(args.options.secret);
  const lists = await readLists([path], { id: args.options.id });
  for (const remark of lists.remarks) context.progress(remark);
  const recognised = recognise(lists.table);
  for (const { column, kind, why } of recognised) context.progress(`  ${column}: ${kind} (${why})`);
  const keys = privateKeys(lists.table, recognised, {
    mac: (text) => createHmac('sha256', secret).update(text).digest(),
    random: () => randomInt(2 ** 32) / 2 ** 32,
    noise: noiseOf(args.options.noise),
  });
  await writeLines(args.options.out, keyLines(lists, keys));
  context.print(
    `${lists.table.rows} keys are in ${args.options.out}. They are personal data: keep them as such.`,
  );
  return 0;
}

function* keyLines({ table, idOf }: Lists, keys: Uint32Array): Generator<string> {
  yield 'id,key';
  for (let row = 0; row < table.rows; row += 1) {
    const key = keys.slice(row * wordsOfKey, (row + 1) * wordsOfKey);
    yield `${cell(idOf(row))},${Buffer.from(key.buffer).toString('base64')}`;
  }
}

interface KeyFile {
  ids: string[];
  keys: Uint32Array;
}

async function keysAt(path: string): Promise<KeyFile> {
  const ids: string[] = [];
  const parts: Buffer[] = [];
  let number = 0;
  const input = createReadStream(path, 'utf8');
  input.on('error', () => undefined);
  try {
    for await (const line of createInterface({ input })) {
      number += 1;
      if (number === 1 || line === '') continue;
      const at = line.lastIndexOf(',');
      const key = Buffer.from(line.slice(at + 1), 'base64');
      if (at < 0 || key.length !== wordsOfKey * 4)
        throw new StartRefused('private', `${path}, line ${number}: no key of this program.`);
      ids.push(line.slice(0, at).replace(/^"(.*)"$/s, (_, inner: string) => inner.replaceAll('""', '"')));
      parts.push(key);
    }
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused('private', `${path} cannot be read.`);
  }
  const all = new Uint8Array(Buffer.concat(parts));
  return { ids, keys: new Uint32Array(all.buffer) };
}

async function matchFiles(
  [ours, theirs]: readonly string[],
  args: Arguments,
  context: CommandContext,
): Promise<number> {
  if (!ours || !theirs) throw new StartRefused('private', `Name two files of keys: ${usage}`);
  const given = args.options.threshold === undefined ? undefined : Number(args.options.threshold);
  if (given !== undefined && !(given > 0 && given <= 1))
    throw new StartRefused('private', '--threshold is a likeness between 0 and 1, such as 0.6.');
  const [left, right] = [await keysAt(ours), await keysAt(theirs)];
  const { pairs, threshold } = matchKeys(left.keys, right.keys, given);
  if (args.options.pairs) {
    const lines = pairs.map(
      ({ a, b, alike }) => `${cell(left.ids[a] ?? '')},${cell(right.ids[b] ?? '')},${alike.toFixed(4)}`,
    );
    await writeLines(args.options.pairs, ['id_l,id_r,alike', ...lines]);
  }
  const ask = args.options.ask ? `: ask ${args.options.ask}` : '';
  context.print(
    args.json
      ? JSON.stringify({ ours: left.ids.length, theirs: right.ids.length, shared: pairs.length, threshold })
      : `${pairs.length} of the ${left.ids.length} in ${ours} are in ${theirs}${ask}.`,
  );
  return 0;
}
