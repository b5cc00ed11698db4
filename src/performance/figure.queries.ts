import { z } from 'zod';
import type { IndicatorRow } from '../../reference/indicators.ts';
import { listAreas } from '../directory/index.ts';
import {
  canBeFound,
  type Shown,
  shownWords,
  suppress,
  suppressShare,
} from '../platform/disclosure/suppress.ts';
import { notFound, ok } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { seriesTotals } from '../tasking/index.ts';
import {
  countedOver,
  everywhere,
  figureOver,
  figureSplit,
  figuresOver,
  isCountedFor,
  measureOf,
  recordsBehind,
  splitsOf,
} from './indicator.queries.ts';
import { type FigureValue, figureCodes, figureGroups, indicatorOf, sentenceFor } from './indicator.ts';
import {
  customPeriod,
  lastQuarters,
  monthPeriod,
  type Period,
  quarterPeriod,
  readPeriod,
  rollingYear,
  twelveMonths,
  yearBefore,
  yearToDate,
} from './period.ts';
import { quartersTo } from './quarter-trend.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
const periodKey = z
  .string()
  .max(30)
  .refine(
    (key) => readPeriod(key) !== undefined,
    'Choose a period from the list, or enter two days like 2026-07-01_2026-09-30',
  );
const day = z.iso
  .date('Enter a day, like 2026-07-01')
  .refine((given) => given >= '1900-01-01' && given <= '2099-12-31', 'Enter a day, like 2026-07-01');
/** Which figure: period and area as they stand in the address. */
export const figureQuery = z.object({
  period: blank(periodKey),
  area: blank(z.string().max(20)),
  from: blank(day),
  to: blank(day),
});
export type FigureQuery = z.output<typeof figureQuery>;
export const recordsQuery = figureQuery.extend({
  side: blank(z.enum(['numerator', 'denominator'])),
  after: blank(z.string().max(60)),
});
export const codeParams = z.object({ code: z.enum(figureCodes) });
export const quarterParams = z.object({ quarter: z.string().regex(/^\d{4}-\d\d-Q[1-4]$/) });
export const districtParams = z.object({ districtCode: z.string().max(20) });

/** The period asked for; else the latest quarter that is over. */
export function periodOf(work: Work, query: Pick<FigureQuery, 'period' | 'from' | 'to'>): Period {
  const latest = quarterPeriod(lastQuarters(work.clock.today(), 1)[0]?.from ?? work.clock.today());
  if (query.from && query.to && query.from <= query.to) return customPeriod(query.from, query.to);
  return (query.period ? readPeriod(query.period) : undefined) ?? latest;
}

/** A figure with its comparisons and trend. */
export interface FigureView {
  row: IndicatorRow;
  now: FigureValue;
  yearBefore: FigureValue;
  rolling: FigureValue;
  toDate: FigureValue;
  trend: readonly { period: Period; figure: FigureValue; before: FigureValue }[];
  /** The quarter and those before it, oldest first; empty where the period is no quarter. */
  quarters: readonly { period: Period; figure: FigureValue }[];
  sentence: string;
}

/** Every comparison of some figures, counted together. A code that the catalogue lacks is left out. */
async function figureViews(
  work: Work,
  codes: readonly string[],
  period: Period,
  area: string,
): Promise<FigureView[]> {
  const before = yearBefore(period);
  const months = twelveMonths(period).map((month) => ({ month, last: monthPeriod(yearBefore(month).from) }));
  const rolling = rollingYear(period);
  const toDate = yearToDate(period);
  const quarters = quartersTo(period);
  const found = await figuresOver(
    work,
    codes,
    uniqueByKey([
      period,
      before,
      rolling,
      toDate,
      ...quarters,
      ...months.flatMap(({ month, last }) => [month, last]),
    ]),
    area,
  );
  return codes.flatMap((code) => {
    const row = indicatorOf(code);
    if (!row) return [];
    const at = (key: string): FigureValue =>
      found.get(code)?.get(key) ?? { kind: 'not-measured', why: 'It was not counted.' };
    const now = at(period.key);
    return [
      {
        row,
        now,
        yearBefore: at(before.key),
        rolling: at(rolling.key),
        toDate: at(toDate.key),
        trend: months.map(({ month, last }) => ({
          period: month,
          figure: at(month.key),
          before: at(last.key),
        })),
        quarters: quarters.map((quarter) => ({ period: quarter, figure: at(quarter.key) })),
        sentence: sentenceFor(row, now, at(before.key)),
      },
    ];
  });
}

/** Every comparison of one figure. */
export const figureView = async (
  work: Work,
  code: string,
  period: Period,
  area: string,
): Promise<FigureView | undefined> => (await figureViews(work, [code], period, area))[0];

const uniqueByKey = (periods: readonly Period[]): Period[] => [
  ...new Map(periods.map((period) => [period.key, period])).values(),
];

export interface Grouped {
  name: string;
  figures: readonly FigureView[];
}
/** All figures by priority, as far as they are counted for the viewer. */
export async function allFigures(work: Work, period: Period, area: string): Promise<Grouped[]> {
  const groups = figureGroups.filter(({ codes }) => codes.some((code) => isCountedFor(work.viewer, code)));
  const views = await figureViews(
    work,
    groups.flatMap((group) => group.codes),
    period,
    area,
  );
  return groups.map((group) => ({
    name: group.name,
    figures: views.filter((view) => group.codes.includes(view.row.code)),
  }));
}

export const listDistricts = (work: Work) => listAreas(work.db, 'district', work.clock.today());

/** How one series of meetings stands in a share, in words: small numbers left out where they are not the analyst's own. */
export interface MeetingLine {
  seriesName: string;
  onTime: string;
  due: string;
  isOwn: boolean;
}
/**
 * T-01 and T-03 over every meeting of the county, for the analyst alone. By whole quarters: spans that overlap could be
 * subtracted from each other.
 */
async function meetingLines(
  work: Work,
  code: string,
  asked: Period,
): Promise<{ quarter: Period; lines: MeetingLine[] }> {
  const quarter = quarterPeriod(asked.to);
  const kind = code === 'T-01' ? 'task' : code === 'T-03' ? 'return' : undefined;
  const what = isCountedFor(work.viewer, code) ? kind : undefined;
  const totals = what ? await seriesTotals(work, what, quarter) : [];
  const lines = totals.map(({ seriesName, due, onTime, isOwn }) => {
    const shown = isOwn ? undefined : suppressShare(onTime, due);
    return {
      seriesName,
      isOwn,
      onTime: shown ? shownWords(shown.numerator) : String(onTime),
      due: shown ? shownWords(shown.denominator) : String(due),
    };
  });
  const others = totals.filter(({ isOwn }) => !isOwn);
  if (others.length > 1) lines.push(togetherLine(others));
  return { quarter, lines };
}

const plain = /^[\d,]+$/;
/** The meetings that are not the analyst's own, added up: left out where a single meeting could be worked out from it. */
function togetherLine(others: readonly { due: number; onTime: number }[]): MeetingLine {
  const cells = others.map(({ onTime, due }) => suppressShare(onTime, due));
  const total = (counts: readonly number[], shown: readonly Shown[]): string => {
    const sum = suppress([counts.reduce((all, count) => all + count, 0)]).total;
    return canBeFound(shown, sum, 5) ? 'Not shown' : shownWords(sum);
  };
  const hidden: Shown = { kind: 'hidden' };
  const due = total(
    others.map((each) => each.due),
    cells.map((cell) => cell.denominator),
  );
  const onTime = total(
    others.map((each) => each.onTime),
    cells.map((cell) => cell.numerator),
  );
  // Late is what is left: known of a meeting only where both of its numbers are shown.
  const late = total(
    others.map((each) => each.due - each.onTime),
    others.map((each, index) => {
      const cell = cells[index];
      return cell?.numerator.kind === 'count' && cell.denominator.kind === 'count'
        ? { kind: 'count', value: each.due - each.onTime }
        : hidden;
    }),
  );
  return {
    seriesName: 'All meetings that your agency does not sit at',
    isOwn: false,
    due,
    onTime: plain.test(due) && plain.test(late) ? onTime : 'Not shown',
  };
}

/** Everything the page of one figure shows. */
export async function figurePageView(work: Work, code: string, query: FigureQuery) {
  const period = periodOf(work, query);
  const area = query.area ?? everywhere;
  const view = await figureView(work, code, period, area);
  if (!view) return notFound;
  about(work, 'figure', code, { period: period.key, area });
  const splits: { words: string; parts: { part: string; figure: FigureValue }[] }[] = [];
  for (const split of splitsOf(code))
    splits.push({ words: split.words, parts: await figureSplit(work, code, split.code, period, area) });
  const [agencies, districts] = await Promise.all([countedOver(work, code), listDistricts(work)]);
  const meetings = await meetingLines(work, code, period);
  return ok({ view, period, area, splits, agencies, districts, meetings, measure: measureOf(code) });
}

const readCursor = (text: string | undefined): { day: string; id: string } | undefined => {
  const found = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(text ?? '');
  return found?.[1] && found[2] && !Number.isNaN(Date.parse(found[1]))
    ? { day: found[1], id: found[2] }
    : undefined;
};
export const recordsPage = 50;
/** The records behind a figure, a page at a time. */
export async function recordsPageView(
  work: Work,
  code: string,
  query: z.output<typeof recordsQuery>,
  limit = recordsPage,
) {
  const row = indicatorOf(code);
  if (!row) return notFound;
  const period = periodOf(work, query);
  const area = query.area ?? everywhere;
  const side = query.side ?? 'denominator';
  about(work, 'figure', code, { period: period.key, area, side });
  const found = await recordsBehind(
    work,
    code,
    { period, area, side },
    { after: readCursor(query.after), limit: limit + 1 },
  );
  const records = found.slice(0, limit);
  const last = records.at(-1);
  const figure = (await figureOver(work, code, [period], area)).get(period.key);
  return ok({
    row,
    period,
    area,
    side,
    records,
    figure,
    isShare: measureOf(code) === 'share',
    next: found.length > limit && last ? `${last.day}_${last.id}` : null,
  });
}
