import type { IndicatorRow } from '../../reference/indicators.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import {
  countedOver,
  everywhere,
  figureOver,
  figureSplit,
  fingerprint,
  splitsOf,
} from './indicator.queries.ts';
import { type FigureValue, figureCodes, figureWords, indicatorOf } from './indicator.ts';
import { type Period, readPeriod, yearBefore } from './period.ts';
import { addEdition, type FrozenFigure, listEditions, type PublishedFigure } from './quarter.store.ts';
import { type Shown, shownWords, suppress, suppressShare } from './suppress.ts';

/** A figure as it may leave the partnership. */
export function publicWords(row: IndicatorRow, figure: FigureValue): string {
  if (figure.kind !== 'value' || !row.isAboutPeople) return figureWords(row, figure);
  if (row.unit === 'percent') {
    const { numerator, denominator } = suppressShare(figure.numerator ?? 0, figure.denominator ?? 0);
    return numerator.kind === 'count' && denominator.kind === 'count'
      ? figureWords(row, figure)
      : `${shownWords(numerator)} of ${shownWords(denominator)}`;
  }
  return shownWords(suppress([figure.value]).total);
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
  const frozen: FrozenFigure[] = [];
  const published: PublishedFigure[] = [];
  for (const code of figureCodes) {
    const row = indicatorOf(code);
    if (!row) continue;
    const both = await figureOver(work, code, [period, before], everywhere);
    const now = both.get(period.key);
    const then = both.get(before.key);
    if (!now || !then) continue;
    const { count, hash } = await fingerprint(work, code, period, everywhere);
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
        shown: parts.total ? shownWords(parts.total) : publicWords(row, now),
        lastYear: publicWords(row, then),
      },
      ...parts.published,
    );
  }
  const names = await countedOver(work, 'I-01');
  await addEdition(work, {
    quarter: input.quarter,
    edition,
    agencyId: viewer.agencyId,
    officerId: viewer.officerId,
    officerName: viewer.name,
    countedOver: names.join(', '),
    summary: input.summary,
    reason: latest ? (input.reason ?? null) : null,
    frozen,
    published,
  });
  return ok({ edition });
}
