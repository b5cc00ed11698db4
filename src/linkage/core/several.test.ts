import { expect, test } from 'vitest';
import { madeLists } from '../../../benchmarks/linkage/made-lists.ts';
import {
  LiveIndex,
  link,
  modelDocument,
  openModel,
  preparedLines,
  readModel,
  sparkScript,
  tableOf,
} from './index.ts';
import { emailsIn, phonesIn } from './normalise/contact.ts';
import type { Helpers } from './threads/crew.ts';
import { jobs } from './threads/jobs.ts';
import { openLists } from './threads/shared-lists.ts';

const rows: Record<string, string>[] = madeLists()
  .find(({ name }) => name === 'two telephones')!
  .rows.slice(0, 900)
  .map((row, at) => ({ ...row, mail: at % 3 === 0 ? `m${at % 40}@x.uk; n${at % 50}@y.uk` : '' }));
const linked = link(tableOf(rows));
const model = readModel(JSON.parse(JSON.stringify(modelDocument(linked))));
const phone = linked.comparisons.find(({ name }) => name === 'Phone')!;
const mail = linked.comparisons.find(({ name }) => name === 'E-mail')!;

/** Of two rows of a table whose columns are those of `rows`, how their telephones stand. */
const level = (one: [string, string], other: [string, string]): number => {
  const both = [one, other].map(([telephone, other_phone]) => ({
    ...{ name: 'Jo Smith', town: 'Ash', telephone, other_phone, mail: '' },
  }));
  const { comparisons } = link(tableOf(both), { model });
  return comparisons.find(({ name }) => name === 'Phone')!.level(0, 1);
};

test('telephones of all columns, and addresses in one cell, are one comparison each', () => {
  expect(linked.comparisons.filter(({ name }) => name === 'Phone')).toHaveLength(1);
  expect([phone.facts().several, mail.facts().several]).toEqual([2, 2]);
});

test.each([
  ['in the other column', ['01622 700123', ''], ['', '+44 1622 700123'], 1],
  ['in one cell with another', ['07700 900999 / 01622 700123', ''], ['', '01622700123'], 1],
  ['both, changed round', ['01622700123', '07700900999'], ['07700900999', '01622700123'], 1],
  ['nearly', ['01622700123', '07700900999'], ['07711111111', '01622700124'], 2],
  ['neither', ['01622700123', '07700900999'], ['07711111111', '01304555666'], 4],
  ['one row gives none', ['01622700123', ''], ['', ''], 0],
] as const)('a number is found %s', (_, one, other, expected) => {
  expect(level([...one], [...other])).toBe(expected);
  expect(level([...other], [...one])).toBe(expected);
});

test('what two rows share is as rare as the rarest number that both give', () => {
  const table = tableOf([
    { name: 'a', telephone: '01622700123', other_phone: '07700900999' },
    { name: 'b', telephone: '07700900999', other_phone: '01622700123' },
    ...Array.from({ length: 20 }, (_, at) => ({
      ...{ name: `c${at}`, telephone: '01622700123', other_phone: `0770090${1000 + at}` },
    })),
  ]);
  const of = link(table).comparisons.find(({ name }) => name === 'Phone')!;
  const share = (times: number) => Math.log(times / of.facts().frequency.given);
  expect(of.logFrequency(0, 1)).toBeCloseTo(share(2), 12);
  expect(of.logFrequency(2, 3)).toBeCloseTo(share(22), 12);
});

test('rows that share a number share a key, where one of them gives it alone', () => {
  for (const [a, b] of [
    [0, 1],
    [2, 1],
  ] as const) {
    const both = tableOf([
      { name: 'x', telephone: '01622700123', other_phone: '07700900999' },
      { name: 'y', telephone: '07700900999', other_phone: '' },
      { name: 'z', telephone: '07700900999', other_phone: '01999123456' },
    ]);
    const of = link(both).comparisons.find(({ name }) => name === 'Phone')!;
    expect(of.keys.some((key) => key.hash(a) !== 0 && key.hash(a) === key.hash(b))).toBe(true);
  }
});

test('a model that was written and read says the same of two records, live and by itself', () => {
  const read = link(tableOf(rows), { model });
  const { a, b, length } = read.edges;
  const index = new LiveIndex(model);
  for (const [at, row] of rows.entries()) index.put(`r${at}`, row);
  const open = openModel(model);
  let looked = 0;
  for (let at = 0; at < length && looked < 60; at += 7) {
    const [x, y] = [rows[a[at]!]!, rows[b[at]!]!];
    const bits = read.scorer.weight(a[at]!, b[at]!) / Math.LN2;
    expect(open.judge(x, [y])[0]?.totalBits).toBeCloseTo(bits, 6);
    const found = index.who(x, { limit: 1000, least: 0 }).find(({ id }) => id === `r${b[at]}`);
    expect(found?.explanation.totalBits).toBeCloseTo(bits, 6);
    looked += 1;
  }
  expect(looked).toBe(60);
});

test('another thread says the same', () => {
  const helpers: Helpers = {
    fromRows: 0,
    join: (_own, shared) => {
      const lists = openLists(structuredClone(shared));
      return {
        do: (kind, task, parts) => {
          const doPart = jobs[kind](lists, task);
          return Array.from({ length: parts }, (_, part) => doPart(part));
        },
      };
    },
  };
  const other = link(tableOf(rows), { helpers });
  expect(other.clusters).toEqual(linked.clusters);
  expect(other.edges.weight.slice(0, other.edges.length)).toEqual(
    linked.edges.weight.slice(0, linked.edges.length),
  );
});

test('Spark is given each value, and takes what is most alike', () => {
  const script = sparkScript(model, { rows: rows.length, across: false, least: 0.01 });
  const columns = /prepared \(\n([\s\S]*?)\n\) USING csv/.exec(script)?.[1]?.split('\n').length;
  const names = { numberOf: (row: number) => row, idOf: (row: number) => `r${row}` };
  for (const line of preparedLines(model, tableOf(rows), names))
    expect(line.split('\t')).toHaveLength(columns ?? 0);
  expect(script).toMatch(/coalesce\(least\(nullif\(level\d+_0_0, 0\), nullif\(level\d+_0_1, 0\)/);
});

test('a second address is known by a name of its own, in the model too', () => {
  const both = rows.map((row, at) => ({
    ...{ name: row.name ?? '', postcode: `ME${1 + (at % 9)} 1AA`, old_postcode: `CT${1 + (at % 7)} 2BB` },
  }));
  const read = link(tableOf(both));
  expect(read.comparisons.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Postcode', 'Postcode (old_postcode)']),
  );
  const written = modelDocument(read);
  const again = link(tableOf(both), { model: written });
  expect(modelDocument(again).comparisons).toEqual(written.comparisons);
});

test.each([
  ['07700 900123', ['07700900123']],
  ['07700 900123 / 01622 700456', ['07700900123', '01622700456']],
  ['01622 700456 or 07700 900123', ['01622700456', '07700900123']],
  ['0770090012301622700456', ['07700900123', '01622700456']],
  ['01622/700456', ['01622700456']],
  ['+44 7700 900123; 07700900123', ['07700900123']],
  ['unknown', []],
])('telephones in «%s»', (cell, expected) => expect(phonesIn(cell)).toEqual(expected));

test.each([
  ['a@b.uk', ['a@b.uk']],
  ['A@b.uk; c@d.uk', ['a@b.uk', 'c@d.uk']],
  ['a@b.uk, none@none.uk', ['a@b.uk']],
  ['', []],
])('addresses in «%s»', (cell, expected) => expect(emailsIn(cell)).toEqual(expected));
