import { expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { type Fields, link, type ModelDocument, modelDocument, openModel, tableOf } from '../core/index.ts';
import { withEveryName } from './model.store.ts';

const people = makePeople(700, 9).map(
  (row): Fields => ({
    ...{ forename: row.first_name, surname: row.surname, dateOfBirth: row.dob },
    ...{ address: row.address, postcode: row.postcode, phone: row.phone },
  }),
);
const whole = ({ forename, surname, ...rest }: Fields): Fields => ({
  ...rest,
  name: [forename, surname].filter(Boolean).join(' '),
});
const trainedOn = (rows: readonly Fields[]): ModelDocument => modelDocument(link(tableOf(rows)));

test('a model that learnt names in parts judges a whole name beside them, and the other way round', {
  timeout: 60_000,
}, () => {
  const record = people.find(({ forename, surname }) => forename && surname) ?? {};
  const other = { ...record, forename: 'Zebedee', surname: 'Quartermain' };
  for (const document of [trainedOn(people), trainedOn(people.map(whole))]) {
    const model = openModel(withEveryName(document));
    const [parts, mixed, unlike] = [
      model.judge(record, [record])[0],
      model.judge(record, [whole(record)])[0],
      model.judge(record, [whole(other)])[0],
    ];
    expect(mixed?.totalBits).toBeCloseTo(parts?.totalBits ?? 0, 1);
    expect(unlike?.totalBits).toBeLessThan((mixed?.totalBits ?? 0) - 4);
  }
});

test('a model without any name is left as it is', () => {
  const document = trainedOn(people.map(({ forename: _f, surname: _s, ...rest }) => rest));
  expect(withEveryName(document)).toBe(document);
});
