import { z } from 'zod';
import type { IndicatorRow } from '../../reference/indicators.ts';
import { listAreas } from '../directory/index.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import {
  countedOver,
  everywhere,
  figureOver,
  figureSplit,
  figuresOver,
  fingerprint,
  measureOf,
  recordsBehind,
  splitsOf,
} from './indicator.queries.ts';
import { type FigureValue, figureCodes, indicatorOf, priorities, sentenceFor } from './indicator.ts';
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
import { listEditions, listFrozen, listPublished } from './quarter.store.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
const periodKey = z
  .string()
  .max(30)
  .refine(
    (key) => readPeriod(key) !== undefined,
    'Choose a period from the list, or enter two days like 2026-07-01_2026-09-30',
  );
const day = z.iso.date('Enter a day, like 2026-07-01');
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
  const found = await figuresOver(
    work,
    codes,
    uniqueByKey([period, before, rolling, toDate, ...months.flatMap(({ month, last }) => [month, last])]),
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
/** All figures by priority. */
export async function allFigures(work: Work, period: Period, area: string): Promise<Grouped[]> {
  const views = await figureViews(
    work,
    priorities.flatMap((priority) => priority.codes),
    period,
    area,
  );
  return priorities.map((priority) => ({
    name: priority.name,
    figures: views.filter((view) => priority.codes.includes(view.row.code)),
  }));
}

export const listDistricts = (work: Work) => listAreas(work.db, 'district', work.clock.today());

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
  return ok({ view, period, area, splits, agencies, districts, measure: measureOf(code) });
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

/** A quarter's paper: live for those who see records, as published for everybody. */
export async function quarterView(work: Work, quarter: string, isCounted: boolean) {
  const period = readPeriod(quarter);
  if (!period) return notFound;
  about(work, 'quarter', quarter);
  const editions = await listEditions(work, quarter);
  const latest = editions[0];
  const first = editions.at(-1);
  const published = latest ? await listPublished(work, quarter, latest.edition) : [];
  const firstPublished =
    latest && first && latest.edition > first.edition
      ? await listPublished(work, quarter, first.edition)
      : [];
  const groups = isCounted ? await allFigures(work, period, everywhere) : [];
  const agencies = isCounted ? await countedOver(work, 'I-01') : [];
  const corrections = isCounted && latest ? await correctionsSince(work, quarter, latest, period) : [];
  return ok({
    quarter,
    period,
    editions,
    published,
    firstPublished,
    groups,
    agencies,
    corrections,
    isOver: period.to < work.clock.today(),
  });
}

export interface Correction {
  row: IndicatorRow;
  frozen: FigureValue;
  now: FigureValue;
  recordsThen: number;
  recordsNow: number;
}
/** What has changed behind a published quarter. Only for the agency that froze it: another counts over other records. */
async function correctionsSince(
  work: Work,
  quarter: string,
  edition: { edition: number; agencyId: string },
  period: Period,
): Promise<Correction[]> {
  const { viewer } = work;
  if (
    viewer.kind !== 'officer' ||
    viewer.agencyId !== edition.agencyId ||
    !viewer.roles.includes('performance-analyst')
  )
    return [];
  const frozen = (await listFrozen(work, quarter, edition.edition)).filter((row) => row.part === everywhere);
  const found: Correction[] = [];
  for (const { code, figure, recordCount, recordHash } of frozen) {
    const row = indicatorOf(code);
    const print = await fingerprint(work, code, period, everywhere);
    if (!row || print.hash === recordHash) continue;
    const now = (await figureOver(work, code, [period], everywhere)).get(period.key);
    if (now) found.push({ row, frozen: figure, now, recordsThen: recordCount, recordsNow: print.count });
  }
  return found;
}

export interface GapRow {
  words: string;
  notedAt: Date;
}
/** The short paper of a Joint Action Group: figures of the district, what could not be measured, and gaps in the directory. */
export async function jagView(
  work: Work,
  districtCode: string,
): Promise<
  Result<{
    district: { code: string; name: string };
    period: Period;
    groups: Grouped[];
    gaps: GapRow[];
    agencies: string[];
  }>
> {
  const district = (await listDistricts(work)).find((area) => area.code === districtCode);
  if (!district) return notFound;
  about(work, 'jag-report', districtCode);
  const period = periodOf(work, {});
  const groups = await allFigures(work, period, districtCode);
  const gaps = await work.db
    .selectFrom('directory.gap')
    .select(['words', 'notedAt'])
    .where('districtCode', '=', districtCode)
    .where('settledAt', 'is', null)
    .orderBy('notedAt', 'desc')
    .limit(20)
    .execute();
  return ok({ district, period, groups, gaps, agencies: await countedOver(work, 'I-01') });
}
