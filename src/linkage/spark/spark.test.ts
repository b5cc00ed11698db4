import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeLists } from '../../../benchmarks/linkage/made-lists.ts';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { eachCandidate } from '../core/candidates.ts';
import { link, modelDocument, type Table, tableOf } from '../core/index.ts';
import { eachScored, readScored } from './read-scored.ts';
import { rowsFrom, writeForSpark } from './write-for-spark.ts';

const program = process.env.SPARK_HOME ? join(process.env.SPARK_HOME, 'bin', 'spark-sql') : 'spark-sql';
const hasSpark = spawnSync(program, ['--version'], { timeout: 60_000 }).status === 0;
if (!hasSpark)
  console.info('No spark-sql on the PATH and no SPARK_HOME: the scores of Spark are not compared.');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bailiwick-spark-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const table = tableOf(makePeople(600, 21).map(({ cluster: _, ...row }) => row));
const write = (name: string, rows: Table, model = modelDocument(link(rows))) =>
  writeForSpark(join(folder, name), [{ table: rows, idOf: (row) => `p${row}` }], model, {
    across: false,
    least: 0.01,
  });

const small = rowsFrom(table, 0, 200);
const smallModel = modelDocument(link(small));

describe('lists written for Spark', { timeout: 30_000 }, () => {
  test('rows, script and marks, for their owner alone; what was there before is gone', async () => {
    await write('twice', table, smallModel);
    const { rows, script } = await write('twice', small, smallModel);
    expect(rows).toBe(200);
    expect(await readdir(join(folder, 'twice', 'prepared'))).toEqual(['rows-000000.tsv.gz']);
    expect((await stat(script)).mode & 0o777).toBe(0o600);
    expect(await readFile(script, 'utf8')).toContain('spark-sql --define folder=');
  });

  test('a folder in which somebody else keeps a folder of such a name is left alone', async () => {
    await mkdir(join(folder, 'theirs', 'work'), { recursive: true });
    await expect(write('theirs', small, smallModel)).rejects.toThrow('holds «work», and no earlier run');
    expect(await readdir(join(folder, 'theirs'))).toEqual(['work']);
  });

  test('pairs that are not there yet, or of another model, are refused with what to do', async () => {
    await write('early', small, smallModel);
    await expect(readScored(join(folder, 'early'), 200, smallModel)).rejects.toThrow('run its link.sql');
    await expect(readScored(join(folder, 'early'), 199, smallModel)).rejects.toThrow(
      'other lists or another model',
    );
    await expect(readScored(join(folder, 'early'), 200, { ...smallModel, prior: 0.1 })).rejects.toThrow(
      'another model',
    );
    await expect(readScored(join(folder, 'nowhere'), 200, smallModel)).rejects.toThrow('was not made by');
  });
});

describe.skipIf(!hasSpark)('Spark itself', { timeout: 400_000 }, () => {
  test.each(['people', 'products'])('%s: the same pairs and the same scores to 1e-9', async (name) => {
    const made = madeLists()
      .find((list) => list.name === name)
      ?.rows.slice(0, 600);
    const rows = made ? tableOf(made) : table;
    const model = modelDocument(link(rows));
    const { script } = await write(name, rows, model);
    const { status, stderr } = spawnSync(
      program,
      [
        ...['--master', 'local[2]', '--conf', 'spark.sql.catalogImplementation=in-memory'],
        ...['--define', `folder=${join(folder, name)}`, '-f', script],
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    expect(status, stderr.slice(-2000)).toBe(0);
    const { scorer, rules, clusters } = link(rows, { model });
    const ours = new Map<string, number>();
    eachCandidate(
      rules,
      rows.rows,
      () => true,
      (a, b) => ours.set(`${Math.min(a, b)} ${Math.max(a, b)}`, scorer.weight(a, b)),
    );
    await eachScored(join(folder, name), (a, b, weight) => {
      expect(Math.abs(weight - (ours.get(`${a} ${b}`) ?? Number.NaN))).toBeLessThan(1e-9);
      ours.delete(`${a} ${b}`);
    });
    expect(ours.size).toBe(0);
    const scored = await readScored(join(folder, name), rows.rows, model);
    expect(link(rows, { model, scored }).clusters).toEqual(clusters);
  });
});
