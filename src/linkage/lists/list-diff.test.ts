import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithList, countsOf } from './list-diff.ts';
import { readRow } from './list-row.ts';

const mapping = { reference: 'Ref', name: 'Name', dateOfBirth: 'DOB' };
const dates = { order: 'day-first', thisYear: 2026 } as const;
const row = (values: Record<string, string>, number = 2) => readRow({ number, values }, { mapping, dates });

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
    const diff = compareWithList(drafts, list, { isWhole: true });
    expect(countsOf(diff)).toEqual({ rowsNew: 1, rowsChanged: 1, rowsSame: 1, rowsGone: 1, rowsRejected: 2 });
    // A row that cannot be read is not a row that is gone.
    expect(diff.gone.map(({ id }) => id)).toEqual(['4']);
    expect(compareWithList(drafts, list, { isWhole: false }).gone).toEqual([]);
  });

  test('a row that cannot be loaded does not stand in the way of a later one of its reference', () => {
    const drafts = [
      row({ Ref: '1', Name: '' }, 2),
      row({ Ref: '1', Name: 'Ann Smith' }, 3),
      row({ Ref: '1', Name: 'Anne Smith' }, 4),
    ];
    const diff = compareWithList(drafts, [], { isWhole: true, reference: mapping.reference });
    expect(diff.added.map(({ number }) => number)).toEqual([3]);
    expect(diff.rejected.map(({ number }) => number)).toEqual([2, 4]);
    expect(diff.rejected[1]?.flaws[0]).toMatchObject({
      column: 'Ref',
      value: '1',
      problem: 'stands in this file twice: row 3 is loaded',
    });
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
          const diff = compareWithList(drafts, list, { isWhole });
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
