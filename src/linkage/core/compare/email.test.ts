import { describe, expect, test } from 'vitest';
import { type Table, tableOf } from '../table.ts';
import type { Comparison } from './comparison.ts';
import { emailComparison } from './email.ts';

interface Person {
  name: string;
  email: string;
}

const wordsIn = (table: Table) => (row: number) => {
  const column = table.columns.find(({ name }) => name === 'name');
  return (column?.values.at(column.codes[row] ?? -1) ?? '').split(' ');
};

function comparisonOf(rows: readonly Person[], facts?: ReturnType<Comparison['facts']>): Comparison {
  const table = tableOf(rows.map((row) => ({ ...row })));
  const column = table.columns.find(({ name }) => name === 'email');
  if (!column) throw new Error('no column');
  return emailComparison(column, wordsIn(table), facts);
}

const singh = 'kathleen singh';

/** Two people and how their addresses stand to each other. */
const cases: readonly [words: string, one: Person, other: Person][] = [
  ['the same', { name: singh, email: 'k.singh@a.uk' }, { name: singh, email: 'k.singh@a.uk' }],
  ['different', { name: singh, email: 'k.singh12@a.uk' }, { name: singh, email: 'k.singh13@a.uk' }],
  ['different', { name: singh, email: 'k.singh@a.uk' }, { name: singh, email: 'k.singh@bcd.uk' }],
  ['different', { name: singh, email: 'kathleen.singh@a.uk' }, { name: singh, email: 'singh.kath77@a.uk' }],
  ['the same but for a slip', { name: singh, email: 'k.singh@a.uk' }, { name: singh, email: 'j.singh@a.uk' }],
  ['the same but for a slip', { name: singh, email: 'rose77@a.uk' }, { name: singh, email: 'rose78@a.uk' }],
  [
    'the same before the @',
    { name: singh, email: 'bluebell@a.uk' },
    { name: singh, email: 'bluebell@bcd.uk' },
  ],
  ['alike', { name: singh, email: 'bluebells1999@a.uk' }, { name: singh, email: 'bluebells20@bcd.uk' }],
];

describe('an e-mail address', () => {
  test.each(cases)('is %s: %o and %o', (words, one, other) => {
    const comparison = comparisonOf([one, other]);
    expect(comparison.levels[comparison.level(0, 1)]?.words).toBe(words);
  });
});

describe('an address made of its owner’s name', () => {
  const letters = 'bcdfghjklmnpqrstvwxz';
  /** Sixty people of sixty names, with addresses made in one way, and one with an address of her own. */
  const rows: Person[] = [
    ...Array.from({ length: 60 }, (_, at) => {
      const surname = `${letters[at % 20]}${letters[Math.floor(at / 20)]}oster`;
      return { name: `ann ${surname}`, email: `a.${surname}@mail.uk` };
    }),
    { name: 'mary barton', email: 'bluebell@mail.uk' },
    { name: 'john carter', email: 'john.carter99@odd.uk' },
  ];
  const comparison = comparisonOf(rows);

  test('is as common as the way in which it is made, another as the address itself', () => {
    expect(comparison.logFrequency(0, 0)).toBeCloseTo(Math.log(60 / 61), 5);
    expect(comparison.logFrequency(60, 60)).toBeCloseTo(Math.log(1 / 62), 5);
    // Too few are made in this way to say how common it is.
    expect(comparison.logFrequency(61, 61)).toBeCloseTo(Math.log(1 / 62), 5);
  });

  test('is so under a model as well, whoever else is on the list; a way that few show is not in the model', () => {
    const facts = JSON.parse(JSON.stringify(comparison.facts())) as ReturnType<Comparison['facts']>;
    expect(facts.made?.common).toEqual({ 'L.N@mail.uk': 60 });
    const alone = comparisonOf([{ name: 'ann zoster', email: 'a.zoster@mail.uk' }], facts);
    expect(alone.logFrequency(0, 0)).toBeCloseTo(Math.log(60 / 61), 5);
  });

  test('is none where a model from before knows of no ways', () => {
    const { made: _, ...facts } = comparison.facts();
    const before = comparisonOf([{ name: 'ann zoster', email: 'a.zoster@mail.uk' }], facts);
    expect(before.logFrequency(0, 0)).toBeLessThan(Math.log(0.1));
  });
});
