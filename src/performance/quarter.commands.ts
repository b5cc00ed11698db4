import type { IndicatorRow } from '../../reference/indicators.ts';
import { type Shown, shownWords, suppress } from '../platform/disclosure/suppress.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { approvedSuccesses } from '../tasking/index.ts';
import { countedOver, everywhere, figureSplit, splitsOf } from './indicator.queries.ts';
import { sharesOfNotices } from './indicator.rules.ts';
import { type FigureValue, figureCodes, figureWords, indicatorOf } from './indicator.ts';
import { paperFigure } from './meeting-share.queries.ts';
import { type Period, readPeriod, yearBefore } from './period.ts';
import { publishedWords, safeToRestate } from './quarter.restate.ts';
import { addEdition, type FrozenFigure, listEditions, type PublishedFigure } from './quarter.store.ts';

/** The parts of all notices issued in a period, with what may be shown of each. */
type SafeNotices = ReadonlyMap<string, { count: number; shown: Shown }>;
async function safeNotices(work: Work, period: Period): Promise<SafeNotices> {
  const parts = await figureSplit(work, 'E-01', 'outcome', period, everywhere);
  const counts = parts.map(({ figure }) => (figure.kind === 'value' ? figure.value : 0));
  const { cells, total } = suppress(counts);
  const hidden: Shown = { kind: 'hidden' };
  return new Map(
    parts.map(({ part }, index) => [
      part,
      { count: counts[index] ?? 0, shown: total.kind === 'count' ? (cells[index] ?? hidden) : hidden },
    ]),
  );
}

/**
 * A figure as it may leave the partnership. A share of notices is shown when every part it is made of is; money when
 * five or more people paid it.
 */
export function publicWords(
  row: IndicatorRow,
  figure: FigureValue,
  behind: { notices: SafeNotices; records: number },
): string {
  if (figure.kind !== 'value' || !row.isAboutPeople) return figureWords(row, figure);
  if (row.unit === 'pounds')
    return behind.records > 0 && behind.records < 5 ? 'Not shown' : figureWords(row, figure);
  const share = sharesOfNotices[row.code];
  if (!share) return shownWords(suppress([figure.value]).total);
  const isShown = (part: string): boolean => (behind.notices.get(part)?.shown.kind ?? 'count') === 'count';
  return [...share.part, ...share.of].every(isShown) ? figureWords(row, figure) : 'Not shown';
}

interface Parts {
  frozen: FrozenFigure[];
  published: PublishedFigure[];
  /** Hidden when a table of parts could only be kept safe by hiding its total. */
  total: Shown | undefined;
}

/** The parts of a count, each kept exactly and published so that none can be worked out from the rest. */
async function partsOf(work: Work, row: IndicatorRow, period: Period): Promise<Parts> {
  const result: Parts = { frozen: [], published: [], total: undefined };
  if (row.unit !== 'count') return result;
  for (const split of splitsOf(row.code)) {
    const parts = (await figureSplit(work, row.code, split.code, period, everywhere)).sort((a, b) =>
      a.part.localeCompare(b.part),
    );
    const counts = parts.map(({ figure }) => (figure.kind === 'value' ? figure.value : 0));
    const safe = row.isAboutPeople ? suppress(counts) : undefined;
    if (safe?.total.kind === 'hidden') result.total = safe.total;
    parts.forEach(({ part, figure }, index) => {
      const name = `${split.words}: ${part}`;
      result.frozen.push({
        code: row.code,
        areaCode: everywhere,
        part: name,
        figure,
        recordCount: counts[index] ?? 0,
        recordHash: '',
      });
      const shown = safe?.cells[index];
      result.published.push({
        code: row.code,
        areaCode: everywhere,
        part: name,
        shown: shown ? shownWords(shown) : figureWords(row, figure),
        lastYear: null,
      });
    });
  }
  return result;
}

/**
 * Freezes a quarter as it stands today and publishes it with small numbers left out. A quarter that is published stays
 * as it is: doing it again makes a further edition, which needs its reason.
 */
export async function publishQuarter(
  work: Work,
  input: { quarter: string; summary: string; reason?: string | undefined },
): Promise<Result<{ edition: number }>> {
  const period = readPeriod(input.quarter);
  if (!period || !/-Q[1-4]$/.test(input.quarter)) return notFound;
  if (period.to >= work.clock.today())
    return refusedByRule(
      'figures.quarter-not-over',
      'This quarter is not over.',
      'Publish it after its last day.',
    );
  const viewer = officerOf(work);
  const [latest] = await listEditions(work, input.quarter);
  if (latest && !input.reason)
    return invalid({ field: 'reason', words: 'Say what was corrected: the quarter is published already' });
  const edition = (latest?.edition ?? 0) + 1;
  about(work, 'quarter', input.quarter, { edition });
  const before = yearBefore(period);
  const notices = await safeNotices(work, period);
  // What is about people a year before is said in the words of that year's own paper, or not at all: two counts of one
  // quarter could be subtracted from each other.
  const [lastYears] = /-Q[1-4]$/.test(before.key) ? await listEditions(work, before.key) : [];
  const lastWords = await publishedWords(work, before.key, lastYears?.edition);
  const frozen: FrozenFigure[] = [];
  const published: PublishedFigure[] = [];
  for (const code of figureCodes) {
    const row = indicatorOf(code);
    if (!row) continue;
    const counted = await paperFigure(work, code, period);
    const then = (await paperFigure(work, code, before))?.figure;
    if (!counted || !then) continue;
    const { figure: now, count, hash } = counted;
    frozen.push({
      code,
      areaCode: everywhere,
      part: everywhere,
      figure: now,
      recordCount: count,
      recordHash: hash,
    });
    if (!row.isPublishable) continue;
    const parts = await partsOf(work, row, period);
    frozen.push(...parts.frozen);
    published.push(
      {
        code,
        areaCode: everywhere,
        part: everywhere,
        shown: parts.total ? shownWords(parts.total) : publicWords(row, now, { notices, records: count }),
        lastYear: row.isAboutPeople
          ? (lastWords?.get(`${code}|${everywhere}|${everywhere}`) ?? 'Not published')
          : figureWords(row, then),
      },
      ...parts.published,
    );
  }
  const names = await countedOver(work, 'I-01');
  const earlier = await listEditions(work, input.quarter);
  const safe = await safeToRestate(work, earlier, frozen, published);
  const successes = await approvedSuccesses(work, period);
  await addEdition(work, {
    quarter: input.quarter,
    edition,
    agencyId: viewer.agencyId,
    officerId: viewer.officerId,
    officerName: viewer.name,
    countedOver: `${names.join(', ')}; tasks and returns of every meeting`,
    summary: input.summary,
    reason: latest ? (input.reason ?? null) : null,
    frozen,
    published: safe.published,
    sections: [
      ...successes.map(({ words, agencyName }) => ({
        section: 'case-studies' as const,
        words: `${words} (${agencyName})`,
      })),
      ...safe.notes.map((words) => ({ section: 'restatement' as const, words })),
    ],
  });
  return ok({ edition });
}
