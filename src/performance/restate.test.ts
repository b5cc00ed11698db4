import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownWords, suppress } from '../platform/disclosure/suppress.ts';
import { type Cell, restated } from './restate.ts';

const keys = ['paid', 'cancelled', 'in court', 'not paid'];
/** A table with its total, as a first edition would show it. */
function tableOf(counts: readonly number[]): Cell[] {
  const { cells, total } = suppress(counts);
  return [
    ...counts.map((count, index) => ({
      key: keys[index] ?? '',
      numbers: [count],
      shown: shownWords(cells[index] ?? { kind: 'hidden' }),
    })),
    { key: 'all', numbers: [counts.reduce((sum, count) => sum + count, 0)], shown: shownWords(total) },
  ];
}
const exactly = (shown: string): number | undefined =>
  /^[\d,]+$/.test(shown) ? Number(shown.replaceAll(',', '')) : undefined;
const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })), {
  minLength: 4,
  maxLength: 4,
});
const change = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -9, max: 9 })), {
  minLength: 4,
  maxLength: 4,
});

describe('papers that are subtracted from each other', () => {
  it('never differ by 1 to 4 in a cell, and no cell that was withheld is given away by a later paper', () => {
    fc.assert(
      fc.property(counts, fc.array(change, { minLength: 1, maxLength: 4 }), (first, changes) => {
        const exact: Cell[][] = [tableOf(first)];
        const papers: (readonly Cell[])[] = [tableOf(first)];
        let held = first;
        for (const step of changes) {
          held = held.map((count, index) => Math.max(0, count + (step[index] ?? 0)));
          const now = tableOf(held);
          // Earlier editions keep their exact numbers with the words that were published.
          const earlier = exact.map((cells, at) =>
            cells.map((cell) => ({
              ...cell,
              shown: papers[at]?.find(({ key }) => key === cell.key)?.shown ?? 'Not shown',
            })),
          );
          papers.push(restated(now, earlier).cells);
          exact.push(now);
        }
        for (const [at, paper] of papers.entries())
          for (const other of papers.slice(at + 1))
            for (const cell of paper) {
              const [one, two] = [
                exactly(cell.shown),
                exactly(other.find(({ key }) => key === cell.key)?.shown ?? ''),
              ];
              if (one !== undefined && two !== undefined) {
                const apart = Math.abs(one - two);
                expect(apart === 0 || apart >= 5).toBe(true);
              }
            }
        // A paper in which something is withheld is never followed by one that says more.
        for (const [at, paper] of papers.entries()) {
          const next = papers[at + 1];
          if (next && paper.some(({ shown }) => exactly(shown) === undefined))
            expect(next.map(({ shown }) => shown)).toEqual(paper.map(({ shown }) => shown));
        }
      }),
      { numRuns: 500 },
    );
  });
  it('an amount changes only with enough records', () => {
    const income = (count: number, amount: number): Cell[] => [
      { key: 'income', numbers: [count], amount, shown: `£${amount}` },
    ];
    expect(restated(income(21, 2200), [income(20, 2100)])).toMatchObject({
      isHeldBack: true,
      cells: [{ shown: '£2100' }],
    });
    expect(restated(income(20, 2200), [income(20, 2100)]).isHeldBack).toBe(true);
    expect(restated(income(25, 2600), [income(20, 2100)])).toMatchObject({
      isHeldBack: false,
      cells: [{ shown: '£2600' }],
    });
    expect(restated(income(20, 2100), [income(20, 2100)]).isHeldBack).toBe(false);
  });
});
