import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCounty } from '../../../county/index.ts';
import { compareWithList, countsOf } from './list-diff.ts';
import { nameParts, readRow, tidyBirth } from './list-row.ts';
import { mappingOf, recogniseColumns } from './recognise-columns.ts';

const mapping = {
  reference: 'Ref',
  name: 'Name',
  dateOfBirth: 'DOB',
  address: 'Address',
  addressHidden: 'Hide',
};
const row = (values: Record<string, string>, number = 2) => readRow({ number, values }, mapping);

describe('a row of a list', () => {
  test('names are read in either order', () => {
    expect(nameParts('Smith, Mrs Ann Marie')).toEqual({ forename: 'Ann Marie', surname: 'Smith' });
    expect(nameParts('Dr Ann Marie Smith')).toEqual({ forename: 'Ann Marie', surname: 'Smith' });
    expect(nameParts('Smith')).toEqual({ forename: '', surname: 'Smith' });
  });

  test('days are days of the calendar', () => {
    expect(tidyBirth('27/05/1961')).toBe('1961-05-27');
    expect(tidyBirth('1961-05-27')).toBe('1961-05-27');
    expect(tidyBirth('1961')).toBe('1961');
    expect(tidyBirth('31/02/1961')).toBeUndefined();
    expect(tidyBirth('about 60')).toBeUndefined();
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
      forename: 'Ann',
      surname: 'Smith',
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
    const drafts = rows.map((values, number) => readRow({ number, values }, found));
    return [
      ...(drafts.some((draft) => draft.isRejected) ? [`${list.name}: no name`] : []),
      ...(drafts.some((draft) => !draft.fields.surname || !draft.fields.forename)
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

describe('a file held against a list', () => {
  const live = (given: Record<string, string>) => ({
    id: given.Ref ?? '',
    sourceKey: `ref:${given.Ref}`,
    label: given.Name ?? '',
    given,
  });

  test('rows are new, changed, the same, gone or rejected', () => {
    const drafts = [
      row({ Ref: '1', Name: 'Ann Smith' }, 2),
      row({ Ref: '2', Name: 'Bob Jones', DOB: '1950' }, 3),
      row({ Ref: '3', Name: 'Cy Young' }, 4),
      row({ Ref: '3', Name: 'Cyril Young' }, 5),
      row({ Ref: '5', Name: '' }, 6),
    ];
    const list = [
      live({ Ref: '1', Name: 'Ann Smith' }),
      live({ Ref: '2', Name: 'Bob Jones' }),
      live({ Ref: '4', Name: 'Di Long' }),
      live({ Ref: '5', Name: 'Ed Poe' }),
    ];
    const diff = compareWithList(drafts, list, true);
    expect(countsOf(diff)).toEqual({ rowsNew: 1, rowsChanged: 1, rowsSame: 1, rowsGone: 1, rowsRejected: 2 });
    // A row that cannot be read is not a row that is gone.
    expect(diff.gone.map(({ id }) => id)).toEqual(['4']);
    expect(compareWithList(drafts, list, false).gone).toEqual([]);
  });

  test('every row of a file and of a list is accounted for, once', () => {
    const rows = fc.array(
      fc.record({ Ref: fc.constantFrom('1', '2', '3', ''), Name: fc.constantFrom('A', 'B', '') }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        rows,
        fc.uniqueArray(fc.constantFrom('1', '2', '3', '4')),
        fc.boolean(),
        (file, refs, isWhole) => {
          const drafts = file.map((values, index) => row(values, index + 2));
          const list = refs.map((Ref) => live({ Ref, Name: 'A' }));
          const diff = compareWithList(drafts, list, isWhole);
          expect(diff.added.length + diff.changed.length + diff.same.length + diff.rejected.length).toBe(
            file.length,
          );
          const met = [...diff.changed, ...diff.same].map(({ was }) => was.id);
          expect(new Set([...met, ...diff.gone.map(({ id }) => id)]).size).toBe(
            met.length + diff.gone.length,
          );
        },
      ),
      { seed: 3 },
    );
  });
});
