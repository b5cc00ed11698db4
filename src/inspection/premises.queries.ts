import { listEditions, listEvents } from '../enforcement/index.ts';
import { ok } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { attemptsOn } from './attempt.store.ts';
import { listLicensings } from './licensing/licensing.store.ts';
import { persistentOn } from './persistent.queries.ts';
import { openPremises } from './premises.commands.ts';
import type { PremisesPaper } from './premises.forms.ts';
import { listConcerns } from './premises.store.ts';
import { plansFor } from './purchase.store.ts';
import { safetyOf } from './safety.ts';
import { awardsOfPremises } from './scheme.store.ts';
import { samplesOf, visitsOf } from './visit.store.ts';

const noSelling = { sales: [], found: undefined, isAlert: false, decisions: [] };
/** Everything the page of premises shows: to an agency that a concern was shared with, the card, those words and the visits it came to. */
export async function premisesPageView(work: Work, id: string) {
  const opened = await openPremises(work, id);
  if (!opened.ok) return opened;
  const premises = opened.value;
  const isOwn = premises.agencyId === officerOf(work).agencyId;
  const [concerns, visits, attempts, plans, selling, awards, reviews, papers, events] = await Promise.all([
    listConcerns(work, id),
    visitsOf(work, id),
    isOwn ? attemptsOn(work, id) : [],
    isOwn ? plansFor(work, id) : [],
    persistentOn(work, isOwn ? [id] : []),
    isOwn ? awardsOfPremises(work, id) : [],
    isOwn ? listLicensings(work, { premisesId: id }, { limit: 50 }) : [],
    isOwn ? listEditions<PremisesPaper>(work, 'premises', id) : [],
    isOwn ? listEvents(work, 'premises', id) : [],
  ]);
  const samples = await samplesOf(
    work,
    visits.map((visit) => visit.id),
  );
  return ok({
    ...{ premises, isOwn, concerns, visits, samples, attempts, plans, awards, reviews, papers, events },
    selling: selling.get(id) ?? noSelling,
    safety: isOwn ? await safetyOf(work, id) : null,
  });
}
export type PremisesView = Extract<Awaited<ReturnType<typeof premisesPageView>>, { ok: true }>['value'];
