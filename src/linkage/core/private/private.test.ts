import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../../benchmarks/linkage/people.ts';
import { seededRandom } from '../random.ts';
import { recognise } from '../recognise.ts';
import { tableOf } from '../table.ts';
import { privateKeys, wordsOfKey } from './encode.ts';
import { matchKeys } from './match.ts';

const setting = (secret: string, noise = 0.02) => ({
  mac: (text: string) => createHmac('sha256', secret).update(text).digest(),
  random: seededRandom(5),
  noise,
});
const keysOf = (rows: readonly Record<string, string | undefined>[], secret = 'one', noise?: number) => {
  const table = tableOf(rows);
  return privateKeys(table, recognise(table), setting(secret, noise));
};

const made = makePeople(2600, 13);
const seen = new Set<string>();
const [left, right] = [new Map<string, object>(), new Map<string, object>()];
for (const { cluster = '', ...row } of made) {
  if (!seen.has(cluster)) left.set(cluster, row);
  else if (!right.has(cluster)) right.set(cluster, row);
  seen.add(cluster);
}
const ours = [...left].slice(0, 600);
const theirs = [...right];
const rowsOf = (list: readonly (readonly [string, object])[]) =>
  list.map(([, row]) => row as Record<string, string | undefined>); // the generator gives texts only

describe('keys without names', { timeout: 60_000 }, () => {
  const ourKeys = keysOf(rowsOf(ours));

  test('two lists find those they share, without a threshold from anybody', () => {
    const { pairs } = matchKeys(ourKeys, keysOf(rowsOf(theirs)));
    const right = pairs.filter(({ a, b }) => ours[a]?.[0] === theirs[b]?.[0]).length;
    const shared = ours.filter(([cluster]) => theirs.some(([other]) => other === cluster)).length;
    expect(right / pairs.length).toBeGreaterThan(0.95);
    expect((2 * right) / (pairs.length + shared)).toBeGreaterThan(0.75);
  });

  test('another secret makes other keys: nothing is found', () => {
    const { pairs } = matchKeys(ourKeys, keysOf(rowsOf(ours), 'another'));
    expect(pairs.length).toBeLessThan(ours.length * 0.02);
  });

  test('noise makes two keys of one record differ, and the record is still found', () => {
    const twice = [...rowsOf(ours).slice(0, 200), ...rowsOf(ours).slice(0, 200)];
    const keys = keysOf(twice, 'one', 0.05);
    const [first, second] = [keys.slice(0, 200 * wordsOfKey), keys.slice(200 * wordsOfKey)];
    expect([...first]).not.toEqual([...second]);
    const { pairs } = matchKeys(first, second);
    expect(pairs.filter(({ a, b }) => a === b).length).toBeGreaterThan(190);
  });

  test('a row that gives nothing has no key and no partner, whatever else the list says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', ' ', 'n/a', '-'), { minLength: 3, maxLength: 3 }), (cells) => {
        const [forename = '', surname = '', dob = ''] = cells;
        const table = tableOf([
          { forename: 'Ada', surname: 'Pond', dob: '1950-02-03' },
          { forename, surname, dob },
        ]);
        const kinds = recognise(table, { forename: 'forename', surname: 'surname', dob: 'birth-date' });
        const keys = privateKeys(table, kinds, setting('one'));
        expect(keys.slice(wordsOfKey).every((word) => word === 0)).toBe(true);
        expect(matchKeys(keys, keys).pairs.some(({ a }) => a === 1)).toBe(false);
      }),
    );
  });
});
