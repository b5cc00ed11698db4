import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { link } from './link.ts';
import type { Fields } from './live/growing-table.ts';
import { LiveIndex } from './live/live-index.ts';
import { modelDocument } from './model.ts';
import { recognise } from './recognise.ts';
import { tableOf } from './table.ts';

const made = makePeople(600, 5);
/** The made people with other headings; a column without one is left out. */
const under = (
  headings: Readonly<Record<string, (row: Record<string, string | undefined>) => string>>,
): Fields[] =>
  made.map((row) => Object.fromEntries(Object.entries(headings).map(([name, cell]) => [name, cell(row)])));
const kindsOf = (rows: readonly Fields[]) =>
  Object.fromEntries(recognise(tableOf(rows)).map(({ column, kind }) => [column, kind]));
const cellOf = (name: string) => (row: Record<string, string | undefined>) => row[name] ?? '';
const bornAt = (from: number, to: number) => (row: Record<string, string | undefined>) =>
  /^\d{4}-\d\d-\d\d$/.test(row.dob ?? '') ? (row.dob ?? '').slice(from, to) : '';
const f1 = (rows: readonly Fields[]): number => {
  const { pairs } = link(tableOf(rows));
  let [right, found] = [0, 0];
  for (let at = 0; at < pairs.length; at += 1)
    if ((pairs.weight[at] ?? 0) > 0) {
      found += 1;
      if (made[pairs.a[at] ?? 0]?.cluster === made[pairs.b[at] ?? 0]?.cluster) right += 1;
    }
  let same = 0;
  for (let a = 0; a < made.length; a += 1)
    for (let b = a + 1; b < made.length; b += 1) if (made[a]?.cluster === made[b]?.cluster) same += 1;
  return (2 * right) / (found + same);
};

describe('what a column is called', { timeout: 60_000 }, () => {
  test.each([
    ['patient_first_name', 'first_name', 'forename'],
    ['PatientSurname', 'surname', 'surname'],
    ['cust surname (clean)', 'surname', 'surname'],
    ['lname_c1', 'surname', 'surname'],
    ['fname_c2', 'middle_name', 'middle-name'],
    ['subject_post_code', 'postcode', 'postcode'],
  ])('%s is read by its end, whoever it says it is of', (heading, held, kind) => {
    expect(kindsOf(under({ [heading]: cellOf(held) }))[heading]).toBe(kind);
  });

  test('somebody else’s name is not the row’s own', () => {
    const kinds = kindsOf(under({ surname: cellOf('surname'), mothers_surname: cellOf('surname') }));
    expect(kinds).toMatchObject({ surname: 'surname' });
    expect(kinds.mothers_surname).not.toBe('surname');
  });

  test('days that happen to records are no births, however many years they go over', () => {
    const kinds = kindsOf(
      under({ surname: cellOf('surname'), filing_date: bornAt(0, 10), seen: bornAt(0, 10) }),
    );
    expect(kinds).toMatchObject({ filing_date: 'event-date', seen: 'event-date' });
    expect(kindsOf(under({ surname: cellOf('surname'), d1: bornAt(0, 10) })).d1).toBe('birth-date');
  });

  test('a key of every row is no evidence, whatever it is the key of', () => {
    const rows = made.map((row, at) => ({
      surname: row.surname ?? '',
      mention_id: `US${at}-${at % 7}`,
      crime_ref: `c${at % 300}`,
    }));
    expect(kindsOf(rows)).toMatchObject({ mention_id: 'ignore' });
    expect(kindsOf(rows).crime_ref).not.toBe('ignore');
  });
});

describe('a birth in three columns', { timeout: 60_000 }, () => {
  const names = { fname: cellOf('first_name'), lname: cellOf('surname'), pcode: cellOf('postcode') };
  const apart = under({ ...names, by: bornAt(0, 4), bm: bornAt(5, 7), bd: bornAt(8, 10) });

  test.each([
    ['by', 'bm', 'bd'],
    ['birth_year', 'birth_month', 'birth_day'],
    ['dob_yyyy', 'dob_mm', 'dob_dd'],
    ['YearOfBirth', 'MonthOfBirth', 'DayOfBirth'],
  ])('%s, %s and %s are one date', (year, month, day) => {
    const kinds = kindsOf(
      under({ ...names, [year]: bornAt(0, 4), [month]: bornAt(5, 7), [day]: bornAt(8, 10) }),
    );
    expect(kinds).toMatchObject({ [year]: 'birth-year', [month]: 'birth-month', [day]: 'birth-day' });
  });

  test('links as well as the same births in one column', () => {
    const whole = under({ ...names, dob: bornAt(0, 10) });
    expect(f1(apart)).toBe(f1(whole));
    expect(link(tableOf(apart)).comparisons.map(({ name }) => name)).toContain('Date of birth');
  });

  test('a year alone stays a date, and beside a whole date its parts say nothing', () => {
    expect(kindsOf(under({ ...names, year_of_birth: bornAt(0, 4) })).year_of_birth).toBe('birth-date');
    expect(
      kindsOf(under({ ...names, dob: bornAt(0, 10), by: bornAt(0, 4), bm: bornAt(5, 7) })),
    ).toMatchObject({
      ...{ dob: 'birth-date', by: 'ignore', bm: 'ignore' },
    });
  });

  test('is read by a live index too, row by row', () => {
    const index = new LiveIndex(modelDocument(link(tableOf(apart))));
    for (const [at, fields] of apart.entries()) index.put(`r${at}`, fields);
    const someone = apart.findIndex(({ by, bm, bd, pcode }) => by && bm && bd && pcode);
    const [first] = index.who({ ...apart[someone], pcode: '' });
    expect(first?.explanation.evidence.map(({ field }) => field)).toContain('Date of birth');
    expect(first?.explanation.evidence.find(({ field }) => field === 'Date of birth')?.left).toMatch(
      /^\d{4}-\d\d-\d\d$/,
    );
  });
});

test('every pair of a cluster of seven hundred is given', { timeout: 60_000 }, () => {
  const names = 'Ashdown Bexwell Carrow Dunmere Elphin Farrow Gresham Harwood'.split(' ');
  const rows = Array.from({ length: 4200 }, (_, at) =>
    at < 700
      ? { name: 'Ottoline Pemberwick', town: 'Merrow', firm: 'Pemberwick Glass Works' }
      : {
          name: `Person${at} ${names[at % 8]}${at}`,
          town: `Town${at % 900}`,
          firm: `Works ${at} of ${names[at % 7]}`,
        },
  );
  const { pairs } = link(tableOf(rows));
  let within = 0;
  for (let at = 0; at < pairs.length; at += 1)
    if ((pairs.a[at] ?? 0) < 700 && (pairs.b[at] ?? 0) < 700 && (pairs.weight[at] ?? 0) > 0) within += 1;
  expect(within).toBe((700 * 699) / 2);
});

describe('a list of one column', { timeout: 60_000 }, () => {
  const twice = made.flatMap((row, at) => {
    const firm = `${row.surname ?? ''}${at} ${row.town ?? ''} ${at % 2 ? 'Roofing' : 'Gardens'}`;
    return at % 3
      ? [{ firm, form: 'Ltd', at }]
      : [
          { firm, form: 'Ltd', at },
          { firm, form: 'Limited', at },
        ];
  });
  const rightAndFound = (rows: readonly Fields[]) => {
    const { pairs } = link(tableOf(rows));
    const found = [...Array(pairs.length).keys()].filter((at) => (pairs.weight[at] ?? 0) > 0);
    const right = found.filter((at) => twice[pairs.a[at] ?? 0]?.at === twice[pairs.b[at] ?? 0]?.at);
    return { found: found.length, right: right.length };
  };
  const doubles = 200;

  test.each([
    [
      'telephone numbers, each in its own writing',
      (at: number, form: string) =>
        form === 'Ltd' ? `07${700000000 + at * 7919}` : `+44 7${700000000 + at * 7919}`,
    ],
    [
      'firms without a heading',
      (at: number, form: string) => `${twice.find((one) => one.at === at)?.firm} ${form}`,
    ],
  ])('%s: finds who is given twice', (_, cell) => {
    const { found, right } = rightAndFound(twice.map(({ at, form }) => ({ x: cell(at, form) })));
    expect(right).toBeGreaterThan(doubles * 0.9);
    expect(right).toBeGreaterThan(found * 0.9);
  });

  test('that holds no doubles finds none', () => {
    const { found } = rightAndFound(
      twice.filter(({ form }) => form === 'Ltd').map(({ at }) => ({ x: `07${700000000 + at * 7919}` })),
    );
    expect(found).toBe(0);
  });

  test('more than a name in one column is text', () => {
    const rows = made.map((row) => ({
      x: [row.first_name, row.surname, row.dob, row.address, row.town].join(' '),
    }));
    expect(kindsOf(rows)).toEqual({ x: 'text' });
  });
});

describe('columns whose headings say nothing', { timeout: 60_000 }, () => {
  const columns = 'first_name middle_name surname dob sex address town postcode phone email'.split(' ');
  const bare = Object.fromEntries(columns.map((name, at) => [`column ${at + 1}`, cellOf(name)]));

  test('are told by what is in them and beside them, and link as well', () => {
    expect(Object.values(kindsOf(under(bare)))).toEqual(
      'forename middle-name surname birth-date sex address town postcode phone email'.split(' '),
    );
    const named = Object.fromEntries(columns.map((name) => [name, cellOf(name)]));
    expect(f1(under(bare))).toBeCloseTo(f1(under(named)), 2);
  });

  test('words that stand in the whole name are its parts, and what half of all say is no town', () => {
    const rows = under({
      a: (row) => `${row.first_name} ${row.surname}`,
      b: cellOf('first_name'),
      c: cellOf('surname'),
      d: cellOf('postcode'),
      e: (row) => ((row.dob ?? '') > '1950' ? 'open' : 'shut'),
    });
    expect(kindsOf(rows)).toEqual({
      ...{ a: 'full-name', b: 'forename', c: 'surname', d: 'postcode', e: 'category' },
    });
  });
});
