import { invalid, notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { chartValues } from './chart.forms.ts';
import { type Chart, openChart } from './chart.queries.ts';
import type { KeepInput } from './kept.forms.ts';
import { discardKept, findKept, type KeptChart, keep, listKept, mostKept } from './kept.store.ts';

/** Keeps a chart that the viewer has open: ids, places and how far it goes, and no word of what stands on it. */
export async function keepChart(work: Work, { name, linkId, ...seen }: KeepInput): Promise<Result<string>> {
  const opened = await openChart(work, linkId, seen);
  if (!opened.ok) return opened;
  const before = await listKept(work);
  if (before.length >= mostKept && !before.some((one) => one.name === name))
    return invalid({ field: 'name', words: `You keep ${mostKept} charts: discard one first` });
  const id = await keep(work, { name, startId: linkId, seen: chartValues(seen) });
  about(work, 'intelligence-kept-chart', id);
  return ok(id);
}

/** A kept chart as it stands now, for the viewer as they are now. Not found where what it starts from is not there for them. */
export async function openKept(
  work: Work,
  keptId: string,
): Promise<Result<{ kept: KeptChart; chart: Chart }>> {
  const kept = await findKept(work, keptId);
  if (!kept) return notFound;
  const chart = await openChart(work, kept.startId, kept.seen);
  return chart.ok ? ok({ kept, chart: chart.value }) : chart;
}

export async function discardChart(work: Work, keptId: string): Promise<Result<true>> {
  about(work, 'intelligence-kept-chart', keptId);
  return (await discardKept(work, keptId)) ? ok(true as const) : notFound;
}
