import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { link } from '../core/index.ts';
import { textIn } from '../core/table.ts';
import { readLists } from './read-lists.ts';

type Row = Record<string, string>;

const folder = mkdtempSync(join(tmpdir(), 'bailiwick-lists-'));
const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes a list as CSV; the columns are those of its rows. */
function fileOf(name: string, rows: readonly Row[]): string {
  const path = join(folder, `${name}.csv`);
  const lines = rows.map((row) => Object.values(row).map(cell).join(','));
  writeFileSync(path, [Object.keys(rows[0] ?? {}).join(','), ...lines].join('\n'));
  return path;
}

const dayFirst = (day = '') => day.split('-').reverse().join('/');

/** How four agencies would head and fill the same record. */
const manners: ((row: Row) => Row)[] = [
  ({
    first_name = '',
    surname = '',
    dob = '',
    sex = '',
    address = '',
    town = '',
    postcode = '',
    phone = '',
  }) => ({
    Forename: first_name,
    Surname: surname,
    DOB: dayFirst(dob),
    Gender: sex,
    Address: address,
    Town: town,
    Postcode: postcode,
    Telephone: phone,
  }),
  ({ first_name, middle_name, surname = '', dob, address = '', town = '', postcode = '', phone = '' }) => ({
    Name: `${surname.toUpperCase()}, ${first_name} ${middle_name}`.trim(),
    'D.O.B.': dayFirst(dob),
    'Addr Line 1': address,
    'Addr Line 2': town,
    'Post Code': postcode,
    Tel: phone,
  }),
  ({ first_name, surname, dob = '', address, town, postcode, phone = '' }) => ({
    Victim: `${first_name} ${surname}`,
    'Date of birth': dob,
    'Full address': [address, town, postcode].filter((part) => part !== '').join(', '),
    Mobile: phone,
  }),
  ({ first_name, middle_name, surname = '', dob = '', sex = '', address = '', town = '', postcode = '' }) => {
    const [year = '', month = '', day = ''] = dob.split('-');
    return {
      'First names': `${first_name} ${middle_name}`.trim(),
      'Last name': surname,
      'Birth day': day,
      'Birth month': month,
      'Birth year': year,
      Sex: sex,
      Street: address,
      City: town,
      Zip: postcode,
    };
  },
];

test('lists that head and fill their columns differently are linked as if they did not', async () => {
  const lists: { ref: string; row: Row; cluster: string }[][] = [[], [], [], []];
  for (const [at, { cluster = '', ...row }] of makePeople(1200, 3).entries())
    lists[at % 4]?.push({ ref: `${at}`, row, cluster });
  const paths = lists.map((list, at) =>
    fileOf(
      `agency-${at}`,
      list.map(({ row }) => manners[at]?.(row) ?? {}),
    ),
  );
  const { table } = await readLists(paths);
  const person = lists.flat().map(({ cluster }) => cluster);
  const { clusters, recognised } = link(table, { mode: 'link' });
  const kinds = Object.fromEntries(recognised.map(({ column, kind }) => [column, kind]));
  expect(kinds).toEqual({
    Forename: 'forename',
    Surname: 'surname',
    DOB: 'birth-date',
    Gender: 'sex',
    Address: 'address',
    Town: 'town',
    Postcode: 'postcode',
    Telephone: 'phone',
    Name: 'full-name',
  });
  expect(recognised.find(({ column }) => column === 'DOB')?.why).toBe(
    'with «D.O.B.» of agency-1, «Date of birth» of agency-2, «date of birth» of agency-3',
  );
  let [right, wrong, missed] = [0, 0, 0];
  for (let a = 0; a < table.rows; a += 1)
    for (let b = a + 1; b < table.rows; b += 1) {
      if (table.sources[a] === table.sources[b]) continue;
      const [isSame, isFound] = [person[a] === person[b], clusters[a] === clusters[b]];
      if (isFound && isSame) right += 1;
      else if (isFound) wrong += 1;
      else if (isSame) missed += 1;
    }
  expect(right / (right + wrong)).toBeGreaterThan(0.97);
  expect(right / (right + missed)).toBeGreaterThan(0.9);
});

test('columns of other names stand together by what is in them, and those with nothing in common apart', async () => {
  const titles = Array.from({ length: 60 }, (_, at) => `the ${at} ways of ${at * 7} old rivers and hills`);
  const { table } = await readLists([
    fileOf(
      'books',
      titles.map((title, at) => ({ title, shelf: `${at % 9}`, account: `${730_000 + at * 13}` })),
    ),
    fileOf(
      'papers',
      titles.map((paper, at) => ({ paper, age: `${at % 9}`, acc_code: `${730_000 + at * 13}` })),
    ),
  ]);
  expect(table.columns.map(({ name }) => name)).toEqual(['title', 'shelf', 'account', 'age']);
  expect(table.columns[0] && textIn(table.columns[0], 60)).toBe(titles[0]);
});

test('what a mapping says of a column goes for those that stand with it', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `Ann${at} Lee`);
  const paths = [
    fileOf(
      'given',
      names.map((who, at) => ({ who, note: `${at}x` })),
    ),
    fileOf(
      'other',
      names.map((person_name) => ({ person_name })),
    ),
  ];
  const { table } = await readLists(paths, { mapping: { who: 'full-name', note: 'ignore' } });
  expect(table.columns.map(({ name }) => name)).toEqual(['who', 'note']);
  expect(table.known).toMatchObject([{ column: 'who', kind: 'full-name' }]);
});

test('columns take the names that a model has for them', async () => {
  const path = fileOf('asked', [{ 'Last name': 'Lee', 'First name': 'Ann', DOB: '1961-03-04' }]);
  const fields = [
    { column: 'surname', kind: 'surname' },
    { column: 'forename', kind: 'forename' },
    { column: 'born', kind: 'birth-date' },
  ] as const;
  const { table } = await readLists([path], { fields });
  expect(table.columns.map(({ name }) => name)).toEqual(['surname', 'forename', 'born']);
});

test('one list whose addresses end with their postcodes has postcodes', async () => {
  const { table } = await readLists([
    fileOf('one', [
      { name: 'Ann Lee', address: '4 High Street, Ashcombe, AB1 2CD' },
      { name: 'Bob Ray', address: '9 Low Lane, Ashcombe, AB1 3EF' },
    ]),
  ]);
  expect(table.columns.map((column) => [column.name, textIn(column, 0)])).toEqual([
    ['name', 'Ann Lee'],
    ['address', '4 High Street'],
    ['postcode', 'AB1 2CD'],
    ['town', 'Ashcombe'],
  ]);
});

test('a heading that says nothing brings no two columns together that hold different things', async () => {
  const people = makePeople(300, 9);
  const paths = [
    fileOf(
      'left',
      people.slice(0, 150).map(({ email = '', postcode = '' }) => ({ f1: email, f2: postcode })),
    ),
    fileOf(
      'right',
      people.slice(150).map(({ email = '', postcode = '' }) => ({ f1: postcode, f2: email })),
    ),
  ];
  const { table } = await readLists(paths);
  expect(
    table.columns.map(({ values }) => [...values].filter((text) => text.includes('@')).length > 50),
  ).toEqual([true, false]);
});

test('days that one list writes with the day first and another with the month are the same days', async () => {
  const days = Array.from({ length: 40 }, (_, at) => [1 + (at % 28), 1 + (at % 12), 1940 + at] as const);
  const { table } = await readLists([
    fileOf(
      'british',
      days.map(([day, month, year]) => ({ dob: `${day}/${month}/${year}` })),
    ),
    fileOf(
      'american',
      days.map(([day, month, year]) => ({ 'Date of birth': `${month}/${day}/${year}` })),
    ),
  ]);
  const [column] = table.columns;
  expect(days.map((_, row) => column && textIn(column, row))).toEqual(
    days.map((_, row) => column && textIn(column, row + 40)),
  );
});

test('a list that has nothing in common with the others is told, and lists whose names stand whole and in parts have', async () => {
  const paths = [
    fileOf('people', [
      { name: 'Ann Lee', dob: '1961-03-04' },
      { name: 'Bob Ray', dob: '1950-01-02' },
    ]),
    fileOf('vans', [
      { mark: 'AB12 CDE', make: 'Ford' },
      { mark: 'AB12 CDF', make: 'Vauxhall' },
    ]),
    fileOf('parts', [
      { forename: 'Ann', surname: 'Lee' },
      { forename: 'Bob', surname: 'Ray' },
    ]),
  ];
  const { remarks } = await readLists(paths);
  expect(remarks.filter((remark) => remark.includes('none of its columns'))).toEqual([
    expect.stringMatching(/vans\.csv: none of its columns holds what/),
  ]);
});

test('texts that each say who somebody is, when born and where, become columns', async () => {
  const people = makePeople(60, 11).filter(({ dob, address }) => dob && address);
  const { table } = await readLists([
    fileOf(
      'texts',
      people.map(({ first_name, surname, dob, address, town, postcode }) => ({
        details: `${first_name} ${surname} (dob ${dayFirst(dob)}) of ${address}, ${town}, ${postcode}`,
      })),
    ),
  ]);
  expect(table.columns.map(({ name }) => name)).toEqual(['name', 'date of birth', 'postcode', 'address']);
  expect(table.columns.map((column) => textIn(column, 0))).toEqual([
    `${people[0]?.first_name} ${people[0]?.surname}`,
    dayFirst(people[0]?.dob),
    people[0]?.postcode || undefined,
    `${people[0]?.address}, ${people[0]?.town}`,
  ]);
});

test('a list without headings stands with one that has them, by what is in both', async () => {
  const people = makePeople(400, 12);
  const cellsOf = ({ first_name, surname, dob, address, postcode }: Row) => ({
    first_name,
    surname,
    dob,
    address,
    postcode,
  });
  const named = people.slice(0, 200).map((row) => cellsOf(row) as Row);
  const bare = people.slice(200).map((row) =>
    Object.values(cellsOf(row))
      .map((text) => cell(text ?? ''))
      .join(','),
  );
  const path = join(folder, 'bare.csv');
  writeFileSync(path, bare.join('\n'));
  const { table } = await readLists([fileOf('headed', named), path]);
  expect(table.columns.map(({ name }) => name)).toEqual([
    'first_name',
    'surname',
    'dob',
    'address',
    'postcode',
  ]);
});
