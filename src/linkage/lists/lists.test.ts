import { describe, expect, test } from 'vitest';
import { buildCounty } from '../../../county/index.ts';
import { datesOf, readRow, tidyBirth } from './list-row.ts';
import { mappingOf, recogniseColumns } from './recognise-columns.ts';

const mapping = {
  reference: 'Ref',
  name: 'Name',
  dateOfBirth: 'DOB',
  address: 'Address',
  addressHidden: 'Hide',
};
const dates = { order: 'day-first', thisYear: 2026 } as const;
const row = (values: Record<string, string>, number = 2) => readRow({ number, values }, { mapping, dates });

describe('a row of a list', () => {
  test.each([
    ['Smith, Mrs Ann Marie', 'Mrs Ann Marie Smith'],
    ['Vincent van der  Berg', 'Vincent van der Berg'],
    ['John Smith Jr', 'John Smith Jr'],
    ['Cher', 'Cher'],
  ])('a whole name stays whole for the engine to read: %s', (name, label) => {
    expect(row({ Ref: '1', Name: name })).toMatchObject({
      kind: 'person',
      label,
      fields: { name: name.replace('  ', ' ') },
    });
  });

  test.each([
    ['27/05/1961', '1961-05-27'],
    ['1961-05-27', '1961-05-27'],
    ['27 May 1961', '1961-05-27'],
    ['27th May 1961', '1961-05-27'],
    ['27/05/61', '1961-05-27'],
    ['27.5.61', '1961-05-27'],
    ['27051961', '1961-05-27'],
    ['May 27, 1961', '1961-05-27'],
    ['1961', '1961'],
    ['1961-05', '1961-05'],
    ['00/00/1961', '1961'],
    ['31/02/1961', undefined],
    ['27 Foo 1961', undefined],
    ['27/05/2041', undefined],
    ['27/05/1061', undefined],
    ['about 60', undefined],
  ])('days are days of the calendar, however they are written: %s', (raw, day) => {
    expect(tidyBirth(raw, dates)).toBe(day);
  });

  test('a column with the month first is read so throughout', () => {
    const rows = ['03/04/1961', '12/31/1950'].map((DOB) => ({ Name: 'Ann Smith', DOB }));
    const read = rows.map(
      (values) =>
        readRow({ number: 2, values }, { mapping, dates: datesOf(rows, mapping, 2026) }).fields.dateOfBirth,
    );
    expect(read).toEqual(['1961-03-04', '1950-12-31']);
  });

  test('a cell that cannot be read costs the cell, a row without a name costs the row', () => {
    const draft = row({
      Ref: '1',
      Name: 'Ann Smith',
      DOB: '31/02/1961',
      Address: '4 Mill Lane, Wendmere, QM1 2AB',
    });
    expect(draft).toMatchObject({ label: 'Ann Smith', isRejected: false, sourceKey: 'ref:1' });
    expect(draft.fields).toEqual({
      name: 'Ann Smith',
      address: '4 Mill Lane, Wendmere',
      postcode: 'QM1 2AB',
    });
    expect(draft.flaws[0]).toMatchObject({
      column: 'DOB',
      value: '31/02/1961',
      problem: 'is not a day or a year',
    });
    expect(row({ Ref: '2', Name: '', DOB: '', Address: '' }).isRejected).toBe(true);
  });

  test('an address that must stay hidden is in neither the fields nor the cells', () => {
    const draft = row({ Ref: '3', Name: 'Ann Smith', Address: '9 Secret Close, QM1 2AB', Hide: 'Yes' });
    expect(JSON.stringify({ ...draft, sealed: undefined })).not.toContain('Secret');
    expect(draft.sealed).toMatchObject({ address: '9 Secret Close', postcode: 'QM1 2AB' });
  });
});

test('the columns of all twelve lists of the county are recognised', () => {
  const { lists } = buildCounty('2026-11-20');
  const wrong = lists.flatMap((list) => {
    const rows = list.rows.map((cells) =>
      Object.fromEntries(list.columns.map((name, index) => [name, cells[index] ?? ''])),
    );
    const found = mappingOf(recogniseColumns(list.columns, rows));
    const drafts = rows.map((values, number) => readRow({ number, values }, { mapping: found, dates }));
    return [
      ...(drafts.some((draft) => draft.isRejected) ? [`${list.name}: no name`] : []),
      ...(drafts.some(({ fields }) => !fields.name && (!fields.surname || !fields.forename))
        ? [`${list.name}: half a name`]
        : []),
    ];
  });
  expect(wrong).toEqual([]);
  const columns = lists.map((list) => [
    list.name,
    mappingOf(
      recogniseColumns(
        list.columns,
        list.rows.map((cells) => Object.fromEntries(list.columns.map((c, i) => [c, cells[i] ?? '']))),
      ),
    ),
  ]);
  expect(columns).toMatchInlineSnapshot(`
    [
      [
        "Doorstep crime victims",
        {
          "address": "Address",
          "dateOfBirth": "DOB",
          "name": "Name",
          "phone": "Tel",
          "postcode": "Postcode",
          "reference": "Ref",
        },
      ],
      [
        "Scam mail recipients",
        {
          "address": "Addr1",
          "forename": "First name",
          "postcode": "PC",
          "surname": "Last name",
        },
      ],
      [
        "Call blocker waiting list",
        {
          "forename": "Forename",
          "phone": "Phone",
          "postcode": "Postcode",
          "surname": "Surname",
        },
      ],
      [
        "Adult safeguarding alerts",
        {
          "address": "Home address",
          "dateOfBirth": "D.O.B",
          "name": "Client",
          "postcode": "Postcode",
          "reference": "Case",
        },
      ],
      [
        "Vulnerable victims register",
        {
          "address": "Address",
          "dateOfBirth": "DateOfBirth",
          "forename": "Forename1",
          "phone": "Mobile",
          "reference": "URN",
          "surname": "Surname",
        },
      ],
      [
        "Fraud victims to visit",
        {
          "dateOfBirth": "DOB",
          "name": "Name",
          "phone": "Contact no",
          "postcode": "Postcode",
        },
      ],
      [
        "Home fire safety visits",
        {
          "address": "Address",
          "name": "Occupier",
          "phone": "Telephone",
          "postcode": "Postcode",
        },
      ],
      [
        "Tenants needing support",
        {
          "address": "Address",
          "dateOfBirth": "Born",
          "name": "Tenant",
          "phone": "Tel",
          "reference": "Tenancy no",
        },
      ],
      [
        "Vulnerable tenants",
        {
          "dateOfBirth": "DOB",
          "forename": "FirstName",
          "postcode": "Postcode",
          "reference": "TenancyRef",
          "surname": "LastName",
        },
      ],
      [
        "Victim care clients",
        {
          "dateOfBirth": "Year of birth",
          "email": "Email",
          "name": "Name",
          "phone": "Phone",
          "postcode": "Postcode",
          "reference": "Client ID",
        },
      ],
      [
        "Referrals to the county",
        {
          "address": "Address",
          "name": "Full name",
          "reference": "NSU ref",
        },
      ],
      [
        "Assisted bin collections",
        {
          "address": "Address",
          "name": "Name",
          "postcode": "Postcode",
        },
      ],
    ]
  `);
});
