import { listEditions } from '../enforcement/index.ts';
import { ok } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { criteriaFor, freeFrom, levelOf } from './award.ts';
import { hasAward, openAward, openScheme } from './scheme.commands.ts';
import { areaFigures, awardsOfScheme, lastFailOn, listAwardAnswers, listMembers } from './scheme.store.ts';

/** Everything the page of a scheme shows. */
export async function schemePageView(work: Work, id: string) {
  const opened = await openScheme(work, id);
  if (!opened.ok) return opened;
  const scheme = opened.value;
  const isOwn = scheme.agencyId === officerOf(work).agencyId;
  const [members, awards, figures] = await Promise.all([
    listMembers(work, id),
    awardsOfScheme(work, id),
    areaFigures(work, id),
  ]);
  return ok({
    scheme,
    isOwn,
    members,
    awards,
    figures,
    mayApply: isOwn && hasAward(scheme) && scheme.status === 'open',
  });
}
export type SchemeView = Extract<Awaited<ReturnType<typeof schemePageView>>, { ok: true }>['value'];

/** Everything the page of an application shows: the matrix with its answers, and the level they come to so far. */
export async function awardPageView(work: Work, id: string) {
  const opened = await openAward(work, id);
  if (!opened.ok) return opened;
  const award = opened.value;
  const [answers, failedOn, certificates] = await Promise.all([
    listAwardAnswers(work, id),
    lastFailOn(work, award.premisesId),
    listEditions<'certificate'>(work, 'award', id),
  ]);
  const criteria = criteriaFor(award.appliedOn);
  const met = new Set(answers.filter(({ isMet }) => isMet).map(({ criterion }) => criterion));
  const isBlocked = failedOn !== null && work.clock.today() < freeFrom(failedOn);
  return ok({
    ...{ award, criteria, answers, certificates, levelSoFar: levelOf(criteria, met) },
    blockedUntil: isBlocked && failedOn !== null ? freeFrom(failedOn) : undefined,
  });
}
export type AwardView = Extract<Awaited<ReturnType<typeof awardPageView>>, { ok: true }>['value'];
