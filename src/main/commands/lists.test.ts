import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { type Command, readArguments } from './command.ts';
import { linkCommand } from './link.ts';
import { privateCommand } from './private.ts';
import { screenCommand } from './screen.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bailiwick-lists-'));
  const made = makePeople(320, 4);
  const names = Object.keys(made[0] ?? {}).filter((name) => name !== 'cluster');
  const csv = (rows: typeof made, heading: (name: string) => string = (name) => name) =>
    [
      names.map(heading).join(','),
      ...rows.map((row) => names.map((name) => `"${row[name] ?? ''}"`).join(',')),
    ].join('\n');
  await writeFile(at('all.csv'), csv(made));
  await writeFile(
    at('some.csv'),
    csv(made.slice(0, 40), (name) => ({ first_name: 'Given name', dob: 'Born' })[name] ?? name),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(command: Command, ...argv: string[]): Promise<string> {
  const out: string[] = [];
  const code = await command.run(readArguments(argv), {
    root: folder,
    env: {},
    print: (line) => out.push(line),
    progress: () => undefined,
  });
  expect(code).toBe(0);
  return out.join('\n');
}

describe('screening a list', { timeout: 180_000 }, () => {
  test('each person is found on the list they are from, with the reasons, whatever the headings', async () => {
    const told = await run(
      screenCommand,
      at('some.csv'),
      '--against',
      at('all.csv'),
      '--out',
      at('found.csv'),
    );
    expect(told).toContain('40 of 40 could be on');
    const [heading, first] = (await readFile(at('found.csv'), 'utf8')).split('\n');
    expect(heading).toBe('id,found,probability,why');
    expect(first).toMatch(/^r0,r0,(1\.000|0\.999\d*),.*the same \(\+/);
    expect((await stat(at('found.csv'))).mode & 0o777).toBe(0o600);
  });

  test('people whose names stand whole, with their addresses in one cell, are found on a list in parts', async () => {
    const whole = makePeople(320, 4)
      .slice(0, 40)
      .map(({ first_name, surname = '', dob = '', address, town, postcode, phone }) => [
        `"${surname.toUpperCase()}, ${first_name}"`,
        dob.split('-').reverse().join('/'),
        `"${[address, town, postcode].filter((part) => part !== '').join(', ')}"`,
        phone,
      ]);
    await writeFile(
      at('whole.csv'),
      ['Victim,Born on,Lives at,Tel', ...whole.map((row) => row.join(','))].join('\n'),
    );
    const told = await run(screenCommand, at('whole.csv'), '--against', at('all.csv'), '--json');
    expect((JSON.parse(told) as { found: number }).found).toBeGreaterThanOrEqual(38);
  });

  test.each([
    [[], 'Name the people'],
    [['some.csv', '--against', 'none.csv'], 'none.csv'],
    [['some.csv', '--against', 'all.csv', '--least', 'often'], '--least is a number'],
  ])('%j is refused in words', async (argv, words) => {
    const paths = argv.map((word) => (word.endsWith('.csv') ? at(word) : word));
    await expect(run(screenCommand, ...paths)).rejects.toThrow(words);
  });
});

describe('linking a list', { timeout: 180_000 }, () => {
  test('the terminal, the report and the JSON say how many pairs may never have been looked at', async () => {
    const told = await run(linkCommand, at('all.csv'), '--report', at('r.html'));
    const words = /(About [\d,]+ pairs of the same \([\d.]+%\) may|Hardly any pair of the same)/;
    expect(told).toMatch(words);
    expect(await readFile(at('r.html'), 'utf8')).toMatch(words);
    const json: unknown = JSON.parse(await run(linkCommand, at('all.csv'), '--json'));
    expect(json).toMatchObject({ missed: { pairs: expect.any(Number), because: expect.any(Array) } });
  });
});

describe('lists for Spark', { timeout: 180_000 }, () => {
  const forSpark = (...more: string[]) =>
    run(linkCommand, at('some.csv'), '--model', at('m.json'), '--engine', 'spark', ...more);
  beforeAll(() => run(linkCommand, at('some.csv'), '--model', at('m.json')));

  test('rows and a script are written, and what to do next is said', async () => {
    const told = await forSpark('--emit', 'sql', '--out', at('spark'));
    expect(told).toMatch(/^40 rows are prepared in .*spark-sql --define folder=/);
    expect((await stat(at('spark'))).mode & 0o777).toBe(0o700);
    expect(await readFile(at('spark/link.sql'), 'utf8')).toContain(
      'CREATE OR REPLACE TEMPORARY VIEW prepared',
    );
  });

  test.each([
    [['--emit', 'sql'], 'give all three: --engine spark --emit sql --out'],
    [['--out', 'spark'], 'give all three'],
    [
      ['--emit', 'sql', '--out', 'spark', '--labels', 'l.csv', '--report', 'r.html'],
      'not carried out: --labels, --report',
    ],
    [['--emit', 'sql', '--out', 'spark', '--model', 'none.json'], 'needs a model that is there'],
    [['--emit', 'sql', '--out', 'spark', '--id', 'number'], 'has no column «number»'],
  ])('%j is refused in words', async (argv, words) => {
    await expect(forSpark(...argv.map((word) => (word === 'spark' ? at('spark2') : word)))).rejects.toThrow(
      words,
    );
  });

  test('scored pairs that are not there are refused with what to do', async () => {
    const clusters = (...more: string[]) =>
      run(linkCommand, at('some.csv'), '--scored', at('spark'), ...more);
    await expect(clusters()).rejects.toThrow('--scored goes with the --model');
    await expect(clusters('--model', at('m.json'))).rejects.toThrow('run its link.sql through spark-sql');
  });
});

describe('linking with labelled pairs', { timeout: 180_000 }, () => {
  const labelled = async (text: string) => {
    await writeFile(at('labels.csv'), text);
    return run(linkCommand, at('all.csv'), '--labels', at('labels.csv'), '--report', at('r.html'), '--json');
  };

  test('the answer and the report say how many were used and which the model holds to be wrong', async () => {
    await run(linkCommand, at('all.csv'), '--pairs', at('pairs.csv'), '--json');
    const pairs = (await readFile(at('pairs.csv'), 'utf8')).split('\n').slice(1).filter(Boolean);
    const rows = pairs.map((line) => line.split(',')).filter((_, row) => row % 15 === 0);
    const wrong = rows.findIndex(([, , probability]) => Number(probability) > 0.9999);
    const lines = rows.map(([left, right, probability], row) =>
      [left, right, row === wrong || Number(probability) < 0.5 ? 'different' : 'same'].join(','),
    );
    const told: unknown = JSON.parse(await labelled(`id_l,id_r,label\n${lines.join('\n')}\n`));
    expect(told).toMatchObject({
      labels: {
        contradicted: expect.arrayContaining([
          expect.objectContaining({ id_l: rows[wrong]?.[0], id_r: rows[wrong]?.[1], label: 0 }),
        ]),
      },
    });
    expect(await readFile(at('r.html'), 'utf8')).toContain(
      `<h2>Labelled pairs</h2><p>${rows.length} were used`,
    );
  });

  test.each([
    ['r1,r2,1\nr3,r4,1', 'labels.csv has no column «id_l»: its first line must be id_l,id_r,label'],
    ['id_l,id_r,label\nr1,r2,1\nr1,nobody,1', 'row 3: no row has the id «nobody»'],
    ['id_l,id_r,label\nr1,r2,1\nr2,r1,0', 'row 3: «r2» and «r1» are different here and the same in row 2'],
    ['id_l,id_r,label\nr1,r2,perhaps', 'row 2: the label is «perhaps»; write 1 or same, 0 or different'],
    ['id_l,id_r,label\nr1,r1,1', 'row 2: «r1» stands on both sides'],
  ])('%j is refused in words', async (text, words) => {
    await expect(labelled(text)).rejects.toThrow(words);
  });
});

describe('lists held against each other without names', { timeout: 180_000 }, () => {
  test('two agencies learn how many they share, and no name leaves either', async () => {
    await run(privateCommand, 'secret', at('one.key'));
    for (const name of ['some', 'all'])
      await run(
        privateCommand,
        'keys',
        at(`${name}.csv`),
        '--secret',
        at('one.key'),
        '--out',
        at(`${name}.keys`),
      );
    expect(await readFile(at('all.keys'), 'utf8')).not.toMatch(/smith|jones|@/i);
    const told = await run(
      privateCommand,
      'match',
      at('some.keys'),
      at('all.keys'),
      '--ask',
      'trading standards',
    );
    expect(told).toMatch(/^(3[5-9]|40) of the 40 in .*: ask trading standards\.$/);
    const pairs = await run(
      privateCommand,
      'match',
      at('some.keys'),
      at('all.keys'),
      '--pairs',
      at('p.csv'),
      '--json',
    );
    expect(JSON.parse(pairs)).toMatchObject({ ours: 40, theirs: 320 });
    expect(await readFile(at('p.csv'), 'utf8')).toMatch(/^id_l,id_r,alike\nr\d+,r\d+,0\.\d{4}/);
  });

  test.each([
    [['frob'], 'Say what to do'],
    [['secret', 'one.key'], 'is there already'],
    [['keys', 'all.csv', '--out', 'x.keys'], 'Name the secret'],
    [['keys', 'all.csv', '--out', 'x.keys', '--secret', 'all.csv'], 'is no secret'],
    [['match', 'all.csv', 'all.keys'], 'line 2: no key'],
    [['match', 'all.keys', 'gone.keys'], 'cannot be read'],
    [['keys', 'all.csv', '--out', 'x.keys', '--secret', 'one.key', '--noise', '3'], '--noise is the share'],
  ])('%j is refused in words', async (argv, words) => {
    const paths = argv.map((word) => (/\.(csv|keys|key)$/.test(word) ? at(word) : word));
    await expect(run(privateCommand, ...paths)).rejects.toThrow(words);
  });
});
