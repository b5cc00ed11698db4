import { createHash } from 'node:crypto';
import type { Work } from '../platform/http/work.ts';
import { seriesTotals } from '../tasking/index.ts';
import { everywhere, figureOver, fingerprint } from './indicator.queries.ts';
import type { FigureValue } from './indicator.ts';
import type { Period } from './period.ts';

/**
 * What a paper says of the whole county, whoever publishes it: T-01 and T-03 are counted over every meeting by the totals
 * of the analyst (R19), which name no task and leave tasks about a household out. All else is counted over the records
 * of the agencies that the paper names.
 */
const countyWide: Readonly<Record<string, 'task' | 'return'>> = { 'T-01': 'task', 'T-03': 'return' };

/** A figure as a paper freezes it, with a print of what was counted. */
export interface PaperFigure {
  figure: FigureValue;
  count: number;
  hash: string;
}

/** Between 1 and 4: a number that could be somebody's own doing. */
const isFew = (count: number): boolean => count > 0 && count < 5;
const withheld: FigureValue = {
  kind: 'not-applicable',
  why: 'Too few fell due at meetings that the publishing agency does not sit at.',
};

async function meetingShare(work: Work, what: 'task' | 'return', period: Period): Promise<PaperFigure> {
  const totals = await seriesTotals(work, what, period);
  const add = (rows: readonly { due: number; onTime: number }[]) =>
    rows.reduce((sum, row) => ({ due: sum.due + row.due, onTime: sum.onTime + row.onTime }), {
      due: 0,
      onTime: 0,
    });
  const all = add(totals);
  // What the publisher can open can be subtracted from the whole: what is left must not be a few.
  const others = add(totals.filter(({ isOwn }) => !isOwn));
  const isSafe = ![others.due, others.onTime, others.due - others.onTime].some(isFew);
  const hash = createHash('sha256').update(JSON.stringify(totals)).digest('hex');
  if (all.due === 0)
    return {
      figure: { kind: 'not-applicable', why: 'There was nothing to take a share of.' },
      count: 0,
      hash,
    };
  const share = { value: (all.onTime / all.due) * 100, numerator: all.onTime, denominator: all.due };
  return { figure: isSafe ? { kind: 'value', ...share } : withheld, count: all.due, hash };
}

/** One figure for the paper of a period. */
export async function paperFigure(
  work: Work,
  code: string,
  period: Period,
): Promise<PaperFigure | undefined> {
  const what = countyWide[code];
  const visible = (await figureOver(work, code, [period], everywhere)).get(period.key);
  if (!visible || (what && visible.kind === 'not-measured'))
    return visible && { figure: visible, count: 0, hash: '' };
  if (what) return meetingShare(work, what, period);
  return { figure: visible, ...(await fingerprint(work, code, period, everywhere)) };
}
