import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachCandidate, type Rule } from './candidates.ts';
import { clusterRows } from './cluster.ts';
import { readAddress } from './normalise/address.ts';
import {
  isUkPostcode,
  normalEmail,
  normalPhone,
  normalPostcode,
  plateSkeleton,
} from './normalise/contact.ts';
import { dayNumber, orderOfDates, readBirth, readDate } from './normalise/date.ts';
import { splitFullName } from './normalise/name.ts';
import { soundOf } from './normalise/phonetic.ts';
import { recognise } from './recognise.ts';
import { editDistance } from './similarity/edit.ts';
import { jaroWinkler } from './similarity/jaro-winkler.ts';
import { fewestEdits, letterMask, mostAlike } from './similarity/letters.ts';
import { tableOf } from './table.ts';

/** The textbook table, for holding the quick one against. */
function slowEdits(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      (d[i] ?? [])[j] = cost;
    }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '1'), maxLength: 9 });

describe('likeness of texts', () => {
  test('edit distance agrees with the textbook up to its bound', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(slowEdits(a, b), most + 1));
      }),
      { numRuns: 2000 },
    );
  });

  test('Jaro–Winkler of the examples in Winkler 1990', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 2);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
  });

  test('the quick bounds never rule out what is there', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [x, y] = [letterMask(a), letterMask(b)];
        expect(mostAlike(a, b, x, y)).toBeGreaterThanOrEqual(jaroWinkler(a, b) - 1e-9);
        expect(fewestEdits(x, y)).toBeLessThanOrEqual(slowEdits(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  test('spellings of one sound', () => {
    expect(soundOf('mohammed')).toBe(soundOf('muhammad'));
    expect(soundOf('philips')).toBe(soundOf('fillips'));
    expect(soundOf('smith')).toBe(soundOf('smyth'));
    expect(soundOf('smith')).not.toBe(soundOf('jones'));
  });
});

describe('reading what clerks type', () => {
  test('dates in any usual form', () => {
    const day = { year: 1961, month: 4, day: 3 };
    for (const text of [
      '1961-04-03',
      '03/04/1961',
      '3.4.61',
      '3 April 1961',
      '3rd Apr 1961',
      'April 3, 1961',
      '19610403',
      '03041961',
      '1961-04-03T00:00:00',
    ])
      expect(readDate(text), text).toEqual(day);
    expect(readDate('31/02/1999')).toEqual({ year: 1999, month: 2, day: 31 });
    expect(readDate('hello')).toBeUndefined();
    expect(readDate('0000-00-00')).toBeUndefined();
    expect(readDate('Sat 4 March 1961')).toEqual({ year: 1961, month: 3, day: 4 });
    expect(readBirth('22344')).toEqual({ year: 1961, month: 3, day: 4 });
    expect(readBirth('1961')).toEqual({ year: 1961, month: 0, day: 0 });
    expect(orderOfDates(['04/13/1961', '01/02/1960'])).toBe('month-first');
    expect(dayNumber({ year: 1970, month: 1, day: 2 })).toBe(1);
  });

  test('postcodes with 0 for O and 1 for I', () => {
    expect(normalPostcode('sw1a 1aa')).toBe('SW1A1AA');
    expect(normalPostcode('0X1 2JD')).toBe('OX12JD');
    expect(normalPostcode('M1 lAE')).toBe('M11AE');
    expect(isUkPostcode('EC1A1BB')).toBe(true);
  });

  test('phones, e-mails, marks', () => {
    expect(normalPhone('+44 (0)7700 900123'.replace('(0)', ''))).toBe('07700900123');
    expect(normalPhone('0044 7700 900123')).toBe('07700900123');
    expect(normalPhone('07000000000')).toBe('');
    expect(normalPhone('07700 900123 / 01372 123456')).toBe('07700900123');
    expect(normalPhone('01372 123456 ext 4')).toBe('01372123456');
    expect(normalEmail(' Jo.Ward+shop@GoogleMail.com')).toBe('jo.ward@gmail.com');
    expect(normalEmail('none@none.com')).toBe('');
    expect(normalEmail('a@x.com; b@y.com')).toBe('a@x.com');
    expect(plateSkeleton('AB51OLE')).toBe(plateSkeleton('A851DLE'.replace('D', '0')));
  });

  test('names whole and in parts', () => {
    expect(splitFullName('Dr John Paul Smith')).toEqual({
      forename: 'john',
      middle: 'paul',
      surname: 'smith',
    });
    expect(splitFullName('SMITH, John Paul')).toEqual({ forename: 'john', middle: 'paul', surname: 'smith' });
    expect(splitFullName('Ludwig van der Berg')).toEqual({
      forename: 'ludwig',
      middle: '',
      surname: 'vanderberg',
    });
  });

  test('addresses in any order of their parts', () => {
    expect(readAddress('Flat 2, 14 High St').numbers).toEqual(['14', '2']);
    expect(readAddress('14 High Street Flat 2').street).toBe('highstreet');
    expect(readAddress('12 First Avenue')).toEqual(readAddress('12 1st Ave'));
    expect(readAddress('12 1st Ave').numbers).toEqual(['12']);
    expect(readAddress('69stanley rd')).toMatchObject({ numbers: ['69'], street: 'stanleyroad' });
  });
});

describe('recognising columns', () => {
  test('by their names, and by what is in them', () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      ID: String(at),
      'First Name': ['Ann', 'Raj', 'Piotr'][at % 3],
      'Last Name': ['Smith', 'Shah', 'Nowak'][at % 3],
      A: `LS${1 + (at % 9)} 4DT`,
      B: `0770090${String(1000 + at)}`,
      C: `19${30 + at}-03-0${1 + (at % 9)}`,
      D: `p${at}@example.org`,
      cluster: String(at % 20),
      E: 'same',
    }));
    expect(Object.fromEntries(recognise(tableOf(rows)).map(({ column, kind }) => [column, kind]))).toEqual({
      ID: 'ignore',
      'First Name': 'forename',
      'Last Name': 'surname',
      A: 'postcode',
      B: 'phone',
      C: 'birth-date',
      D: 'email',
      cluster: 'ignore',
      E: 'ignore',
    });
  });
});

describe('candidates', () => {
  test('every pair that shares a key comes once, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
          minLength: 2,
          maxLength: 40,
        }),
        (rows) => {
          const rules: Rule[] = [0, 1].map((at) => ({
            name: `${at}`,
            pairs: 0,
            refused: new Set(),
            keys: [{ name: `${at}`, field: `${at}`, hash: (row: number) => rows[row]?.[at] ?? 0 }],
          }));
          const found: string[] = [];
          eachCandidate(
            rules,
            rows.length,
            () => true,
            (a, b) => found.push(`${Math.min(a, b)}-${Math.max(a, b)}`),
          );
          const wanted: string[] = [];
          rows.forEach((x, a) => {
            rows.forEach((y, b) => {
              if (a < b && ((x[0] !== 0 && x[0] === y[0]) || (x[1] !== 0 && x[1] === y[1])))
                wanted.push(`${a}-${b}`);
            });
          });
          expect(found.sort()).toEqual(wanted.sort());
        },
      ),
    );
  });
});

describe('candidates of lists with large blocks', () => {
  const rows = 30_000;
  const key = (name: string, hash: (row: number) => number): Rule => ({
    name,
    pairs: 0,
    refused: new Set(),
    keys: [{ name, field: name, hash }],
  });
  // Half of all rows stand under one value of the first key; the second brings rows together two by two.
  const rules = [key('large', (row) => (row % 2) + 1), key('pairs', (row) => 10 + (row >> 1) * 8)];

  test('a pair in a block too large to open is still met by another rule, and none comes twice', () => {
    const found = new Set<string>();
    let visits = 0;
    eachCandidate(
      rules,
      rows,
      () => true,
      (a, b) => {
        visits += 1;
        found.add(`${Math.min(a, b)}-${Math.max(a, b)}`);
      },
    );
    expect(found.size).toBe(visits);
    for (let row = 0; row < rows; row += 2)
      if (!found.has(`${row}-${row + 1}`)) throw new Error(`${row} was lost`);
  });

  test('a sample of blocks is a fair share, also of pairs that share a large block', () => {
    const twins = [key('large', () => 1), key('pairs', (row) => 10 + (row >> 1) * 8)];
    let visits = 0;
    eachCandidate(
      twins,
      rows,
      () => true,
      () => {
        visits += 1;
      },
      { oneBlockIn: 10 },
    );
    expect(visits).toBeGreaterThan(rows / 2 / 10 / 2);
  });
});

describe('clusters', () => {
  const edgesOf = (list: readonly (readonly [number, number, number])[]) => ({
    a: Int32Array.from(list, ([a]) => a),
    b: Int32Array.from(list, ([, b]) => b),
    weight: Float32Array.from(list, ([, , weight]) => weight),
    length: list.length,
  });

  test('a chain of likenesses does not grow into one: what speaks against counts', () => {
    const weights = new Map([
      ['0-1', 4],
      ['1-2', 4],
      ['2-3', 4],
    ]);
    const weight = (a: number, b: number) => weights.get(`${Math.min(a, b)}-${Math.max(a, b)}`) ?? -9;
    const clusters = clusterRows(
      4,
      edgesOf([
        [0, 1, 4],
        [1, 2, 4],
        [2, 3, 4],
      ]),
      { weight, areApart: () => false },
      { least: 0, clip: 10, sample: 48 },
    );
    expect(new Set(clusters).size).toBe(2);
  });

  test('a record that fits a parent and a child of one name brings the two together only where they may be one', () => {
    const weights = new Map([
      ['0-1', 6],
      ['1-2', 5],
      ['0-2', -3],
    ]);
    const weight = (a: number, b: number) => weights.get(`${Math.min(a, b)}-${Math.max(a, b)}`) ?? 0;
    const edges = edgesOf([
      [0, 1, 6],
      [1, 2, 5],
    ]);
    const drawn = (areApart: (a: number, b: number) => boolean) => [
      ...clusterRows(3, edges, { weight, areApart }, { least: 0, clip: 10, sample: 48 }),
    ];
    expect(drawn(() => false)).toEqual([0, 0, 0]);
    expect(drawn((a, b) => a + b === 2 && a !== b)).toEqual([0, 0, 2]);
  });

  test('where every pair speaks for it, they are the components of an independent solver', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 40 }), (pairs) => {
        const list = pairs.filter(([a, b]) => a !== b).map(([a, b]) => [a, b, 5] as const);
        const clusters = clusterRows(
          20,
          edgesOf(list),
          { weight: () => 5, areApart: () => false },
          { least: 0, clip: 10, sample: 48 },
        );
        const seen = new Map<number, number>();
        const walk = (row: number, name: number): void => {
          if (seen.has(row)) return;
          seen.set(row, name);
          for (const [a, b] of list) if (a === row || b === row) walk(a === row ? b : a, name);
        };
        for (let row = 0; row < 20; row += 1) walk(row, row);
        for (let a = 0; a < 20; a += 1)
          for (let b = 0; b < 20; b += 1)
            expect(clusters[a] === clusters[b]).toBe(seen.get(a) === seen.get(b));
      }),
    );
  });
});
