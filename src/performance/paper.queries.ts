import type { IndicatorRow } from '../../reference/indicators.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { approvedSuccesses, type TaskResult, taskResults } from '../tasking/index.ts';
import { allFigures, type Grouped, listDistricts, periodOf } from './figure.queries.ts';
import { countedOver, everywhere } from './indicator.queries.ts';
import { type FigureValue, indicatorOf } from './indicator.ts';
import { paperFigure } from './meeting-share.queries.ts';
import { type Period, readPeriod } from './period.ts';
import { listEditions, listFrozen, listPublished, listSections } from './quarter.store.ts';
import { publishedBefore } from './quarter-trend.ts';

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
  const before = latest ? await publishedBefore(work, period) : [];
  const sections = latest ? await listSections(work, quarter, latest.edition) : [];
  const groups = isCounted ? await allFigures(work, period, everywhere) : [];
  const successes = isCounted ? await approvedSuccesses(work, period) : [];
  const agencies = isCounted ? await countedOver(work, 'I-01') : [];
  const corrections = isCounted && latest ? await correctionsSince(work, quarter, latest, period) : [];
  return ok({
    quarter,
    period,
    editions,
    published,
    firstPublished,
    before,
    sections,
    successes,
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
    const now = await paperFigure(work, code, period);
    if (!row || !now || now.hash === recordHash) continue;
    found.push({ row, frozen: figure, now: now.figure, recordsThen: recordCount, recordsNow: now.count });
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
    tasks: TaskResult[];
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
  const tasks = await taskResults(work, districtCode, period);
  return ok({ district, period, groups, gaps, tasks, agencies: await countedOver(work, 'I-01') });
}
