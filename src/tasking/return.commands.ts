import { hasRole } from '../platform/access/viewer.ts';
import { type Day, londonInstant } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { countMeasure } from './measure.queries.ts';
import {
  changeReturn,
  findReturn,
  listFigures,
  type ReturnFigure,
  type ReturnLine,
  saveFigure,
  saveOutside,
} from './return.store.ts';
import { makeReturns } from './tasking.permissions.ts';

/** A return with its figures: as kept once submitted, counted now while it is open. */
export interface ReturnView {
  line: ReturnLine;
  figures: ReturnFigure[];
  /** Only the service's own officers see figures before they are submitted. */
  isOwn: boolean;
}

/** A measure over the days that a return counts; null where these records are not kept. */
async function countOver(work: Work, measure: string, line: ReturnLine): Promise<number | null> {
  let total: number | null = 0;
  const none = [[line.periodFrom, line.periodFrom]] as const;
  for (const [from, until] of line.countedDays.length > 0 ? line.countedDays : none) {
    const counted = await countMeasure(work, measure, {
      serviceId: line.serviceId,
      areaCode: line.areaCode,
      from,
      until: londonInstant(until, '00:00'),
    });
    total = counted === null || total === null ? null : total + counted;
  }
  return total;
}

export async function readReturn(
  work: Work,
  meetingId: string,
  serviceId: string,
): Promise<Result<ReturnView>> {
  const line = await findReturn(work, meetingId, serviceId);
  if (!line) return notFound;
  about(work, 'return', `${meetingId} ${serviceId}`);
  const isOwn =
    work.viewer.kind === 'officer' &&
    work.viewer.serviceIds.includes(serviceId) &&
    hasRole(work.viewer, ...makeReturns.roles);
  const kept = await listFigures(work, line);
  if (line.status === 'submitted') return ok({ line, figures: kept, isOwn });
  if (!isOwn) return ok({ line, figures: [], isOwn });
  const now = work.clock.now();
  const figures: ReturnFigure[] = [];
  for (const measure of line.template) {
    const known = kept.find((figure) => figure.measure === measure);
    const counted = await countOver(work, measure, line);
    figures.push({
      measure,
      counted,
      countedAt: now,
      outsideValue: known?.outsideValue ?? null,
      outsideSource: known?.outsideSource ?? null,
      outsideByName: known?.outsideByName ?? null,
      outsideAt: known?.outsideAt ?? null,
    });
  }
  return ok({ line, figures, isOwn });
}

/** A return that the viewer may still fill in, of a service of theirs. */
export async function ownReturn(
  work: Work,
  meetingId: string,
  serviceId: string,
): Promise<Result<ReturnView>> {
  const view = await readReturn(work, meetingId, serviceId);
  if (!view.ok) return view;
  if (!view.value.isOwn)
    return refusedByRule(
      'return.other-service',
      `These figures are ${view.value.line.serviceName}'s.`,
      'An officer of that service returns them.',
    );
  if (view.value.line.status === 'submitted') return stale('These figures have been submitted already.');
  return view;
}

/** Submits a service's figures as counted now. Nobody types a count. */
export async function submitReturn(
  work: Work,
  input: { meetingId: string; serviceId: string; version: number; comment?: string | undefined },
): Promise<Result<ReturnLine>> {
  const view = await ownReturn(work, input.meetingId, input.serviceId);
  if (!view.ok) return view;
  const { line, figures } = view.value;
  const officer = officerOf(work);
  const saved =
    line.version === input.version &&
    (await changeReturn(work, line, {
      status: 'submitted',
      comment: input.comment ?? null,
      submittedAt: work.clock.now(),
      submittedBy: officer.officerId,
      countedDays: `{${line.countedDays.map(([from, until]) => `[${from},${until})`).join(',')}}`,
    }));
  if (!saved) return stale('Somebody of your service changed this return a moment ago. Look again.');
  for (const { measure, counted, countedAt } of figures)
    await saveFigure(work, {
      meetingId: line.meetingId,
      serviceId: line.serviceId,
      measure,
      counted,
      countedAt,
    });
  return ok(line);
}

/** Puts a figure from outside beside the count: with its source, who gave it and the day it stood. */
export async function addOutsideFigure(
  work: Work,
  input: { meetingId: string; serviceId: string; measure: string; value: number; source: string; asAt: Day },
): Promise<Result<ReturnLine>> {
  const view = await ownReturn(work, input.meetingId, input.serviceId);
  if (!view.ok) return view;
  const figure = view.value.figures.find((f) => f.measure === input.measure);
  if (!figure) return invalid({ field: 'measure', words: 'Choose a figure of this return' });
  if (input.asAt > work.clock.today())
    return invalid({ field: 'asAt', words: 'The day must be today or before' });
  const { counted, countedAt } = figure;
  await saveOutside(work, {
    meetingId: input.meetingId,
    serviceId: input.serviceId,
    measure: input.measure,
    counted,
    countedAt,
    outsideValue: input.value,
    outsideSource: input.source,
    outsideBy: officerOf(work).officerId,
    outsideAt: londonInstant(input.asAt, '12:00'),
  });
  return ok(view.value.line);
}
