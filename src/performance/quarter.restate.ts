import type { Work } from '../platform/http/work.ts';
import { indicatorOf } from './indicator.ts';
import {
  type Edition,
  type FrozenFigure,
  listFrozen,
  listPublished,
  type PublishedFigure,
} from './quarter.store.ts';
import { type Cell, restated } from './restate.ts';

const keyOf = (row: { code: string; areaCode: string; part: string }): string =>
  `${row.code}|${row.areaCode}|${row.part}`;
/** Notices and shares of them are one table, because each is worked out from the others; money is another. */
const groupOf = (code: string): 'notices' | 'income' | undefined => {
  const row = indicatorOf(code);
  return row?.isAboutPeople ? (row.unit === 'pounds' ? 'income' : 'notices') : undefined;
};

/** The published cells of a group, with the exact numbers behind each. */
function cellsOf(
  group: 'notices' | 'income',
  frozen: readonly FrozenFigure[],
  published: readonly PublishedFigure[],
): Cell[] {
  return published
    .filter(({ code }) => groupOf(code) === group)
    .map((row) => {
      const exact = frozen.find((each) => keyOf(each) === keyOf(row));
      const figure = exact?.figure.kind === 'value' ? exact.figure : undefined;
      const base = { key: keyOf(row), shown: row.shown };
      if (group === 'income')
        return { ...base, numbers: [exact?.recordCount ?? 0], amount: figure?.value ?? 0 };
      return {
        ...base,
        numbers:
          figure?.denominator === undefined
            ? [figure?.value ?? 0]
            : [figure.numerator ?? 0, figure.denominator],
      };
    });
}

/** A further edition in words that no earlier one can be subtracted from, and what the paper says about that. */
export async function safeToRestate(
  work: Work,
  editions: readonly Edition[],
  frozen: readonly FrozenFigure[],
  published: readonly PublishedFigure[],
): Promise<{ published: PublishedFigure[]; notes: string[] }> {
  const earlier = await Promise.all(
    [...editions]
      .sort((a, b) => a.edition - b.edition)
      .map(async ({ quarter, edition }) => ({
        frozen: await listFrozen(work, quarter, edition),
        published: await listPublished(work, quarter, edition),
      })),
  );
  let result = [...published];
  const notes: string[] = [];
  for (const group of ['notices', 'income'] as const) {
    const done = restated(
      cellsOf(group, frozen, published),
      earlier.map((edition) => cellsOf(group, edition.frozen, edition.published)),
    );
    const shown = new Map(done.cells.map((cell) => [cell.key, cell.shown]));
    result = result
      .filter((row) => groupOf(row.code) !== group || shown.has(keyOf(row)))
      .map((row) =>
        groupOf(row.code) === group ? { ...row, shown: shown.get(keyOf(row)) ?? row.shown } : row,
      );
    if (done.isHeldBack)
      notes.push(
        group === 'notices'
          ? 'Fixed penalties and their shares stand as published before: what was corrected is too few people to show.'
          : 'Income from fixed penalties stands as published before: what was corrected is too few payments to show.',
      );
  }
  return { published: result, notes };
}

/** What was published of a quarter about people, by code and part; undefined when it was never published. */
export async function publishedWords(
  work: Work,
  quarter: string,
  edition: number | undefined,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (edition === undefined) return undefined;
  const rows = await listPublished(work, quarter, edition);
  return new Map(rows.map((row) => [keyOf(row), row.shown]));
}
