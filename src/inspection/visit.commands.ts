import { visitResults } from '../../reference/inspection.ts';
import type { Company } from '../assurance/index.ts';
import { movedOn } from '../enforcement/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import {
  invalid,
  keeping,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { visitKindName, visitResultName } from './inspection.words.ts';
import { agenciesThere, ownPremises, toldPremises } from './premises.commands.ts';
import { findPremises, type Premises } from './premises.store.ts';
import { keepCompany, screenPremises } from './safety.ts';
import { findVisit, samplesOf, type Visit } from './visit.store.ts';

/** One visit for reading; noted in the audit by its id. */
export async function openVisit(work: Work, id: string): Promise<Result<Visit>> {
  const found = await findVisit(work, id);
  if (!found) return notFound;
  about(work, 'inspection-visit', found.id);
  return ok(found);
}
async function ownVisit(work: Work, id: string): Promise<Result<Visit>> {
  const found = await openVisit(work, id);
  if (!found.ok || found.value.agencyId === officerOf(work).agencyId) return found;
  return refusedByRule(
    'visit.other-agency',
    `${found.value.agencyName} planned this visit.`,
    'Ask them: only they record it.',
  );
}

interface Planned {
  premises: { id: string; tradingName: string; agencyId: string };
  kind: string;
  plannedOn: Day;
  agencies: readonly string[];
  revisitOf?: string;
}
/** Plans a visit; undefined where one of the kind is planned already. */
async function addVisit(work: Work, planned: Planned): Promise<string | undefined> {
  const { premises } = planned;
  const { officerId } = officerOf(work);
  const id = work.ids.next();
  const done = await work.db
    .insertInto('inspection.visit')
    .values({
      ...{ id, reference: work.ids.reference('IV'), premisesId: premises.id },
      ...{ agencyId: premises.agencyId, agencyIds: [premises.agencyId, ...planned.agencies] },
      ...{ label: premises.tradingName, kind: planned.kind, plannedOn: planned.plannedOn },
      ...{ revisitOf: planned.revisitOf ?? null, madeBy: officerId, madeAt: work.clock.now() },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n ? id : undefined;
}
/**
 * Plans a visit that follows of a result. It is screened like one that somebody books; what the screen says refuses nothing here, since the
 * result stands: the page of the visit says who may go before anybody does.
 */
async function addFollowing(work: Work, planned: Planned): Promise<void> {
  const premises = await findPremises(work, planned.premises.id);
  if ((await addVisit(work, planned)) && premises?.agencyId === officerOf(work).agencyId)
    await screenPremises(work, premises, { why: visitKindName(planned.kind) });
}
/** The compliance re-inspection that follows a failed test. */
export async function planFollowUpVisit(
  work: Work,
  attempt: { premisesId: string; label: string | null; leadAgencyId: string },
  plannedOn: Day,
): Promise<void> {
  const { premisesId: id, label, leadAgencyId: agencyId } = attempt;
  await addFollowing(work, {
    premises: { id, tradingName: label ?? '', agencyId },
    ...{ kind: 'compliance', plannedOn, agencies: [] },
  });
}

/**
 * Plans a visit to premises of the own agency, with other agencies where it is a joint one. The premises are screened for officer safety in
 * that moment: where nobody may go, or nobody alone and nobody goes along, it is refused, and the screen stays.
 */
export async function planVisit(
  work: Work,
  input: { premisesId: string; kind: string; plannedOn: Day; agencies: readonly string[] } & Company,
): Promise<Result<Premises>> {
  const found = await ownPremises(work, input.premisesId);
  if (!found.ok) return found;
  if (input.plannedOn < work.clock.today())
    return invalid({ field: 'plannedOn', words: 'The day must be to come' });
  const agencies = await agenciesThere(work, input.agencies, input.plannedOn);
  if (!agencies) return invalid({ field: 'agencies', words: 'Choose agencies from the list' });
  if (input.kind === 'joint' && agencies.length === 0)
    return invalid({ field: 'agencies', words: 'Choose who comes along' });
  const screened = await screenPremises(work, found.value, {
    company: input,
    why: visitKindName(input.kind),
  });
  if (!screened.ok) return screened;
  const id = await addVisit(work, { ...input, premises: found.value, agencies });
  if (!id) return keeping(invalid({ field: 'kind', words: 'Such a visit is planned already' }));
  await keepCompany(work, id, { companion: input.companion, companionIs: input.companionIs });
  return toldPremises(
    work,
    found.value,
    'visit-planned',
    `Planned: ${visitKindName(input.kind).toLowerCase()}`,
  );
}

/** Screens again before a visit that is planned, and writes down who goes along. What the screen says may refuse it, and stays. */
export async function screenPlanned(
  work: Work,
  input: { inspectionVisitId: string } & Company,
): Promise<Result<Visit>> {
  const found = await ownVisit(work, input.inspectionVisitId);
  if (!found.ok) return found;
  const visit = found.value;
  if (visit.visitedOn !== null) return stale('This visit is recorded already.');
  const premises = await ownPremises(work, visit.premisesId);
  if (!premises.ok) return premises;
  const company = { companion: input.companion, companionIs: input.companionIs };
  const screened = await screenPremises(work, premises.value, { company, why: visitKindName(visit.kind) });
  if (!screened.ok) return screened;
  await keepCompany(work, visit.id, company);
  return openVisit(work, visit.id);
}

/** Records a visit with its result; one that is not in order plans the revisit, a compliant one settles the re-inspections that waited. */
export async function recordVisit(
  work: Work,
  input: {
    inspectionVisitId: string;
    visitedOn: Day;
    result: string;
    findings: readonly string[];
    words: string;
    version: number;
  },
): Promise<Result<Visit>> {
  const found = await ownVisit(work, input.inspectionVisitId);
  if (!found.ok) return found;
  const visit = found.value;
  if (visit.visitedOn !== null) return stale('This visit is recorded already.');
  if (input.visitedOn > work.clock.today())
    return invalid({ field: 'visitedOn', words: 'The day cannot be in the future' });
  const result = visitResults.find(({ code }) => code === input.result);
  const days = result?.revisitDays ?? null;
  const revisitOn = days === null ? null : addDays(input.visitedOn, days);
  const set = {
    ...{
      visitedOn: input.visitedOn,
      result: input.result,
      findings: [...input.findings],
      words: input.words,
    },
    ...{ revisitOn, officerId: officerOf(work).officerId },
  };
  const row = { id: visit.id, version: input.version };
  if (!(await changeRow(work.db, 'inspection.visit', row, set))) return movedOn();
  const premises = { id: visit.premisesId, tradingName: visit.label, agencyId: visit.agencyId };
  if (revisitOn)
    await addFollowing(work, {
      ...{ premises, plannedOn: revisitOn, revisitOf: visit.id },
      // Where nobody was let in, what was to be done is still to be done, with the same agencies.
      ...(result?.isVisit
        ? { kind: 'revisit', agencies: [] }
        : { kind: visit.kind, agencies: visit.agencyIds.filter((id) => id !== visit.agencyId) }),
    });
  if (visit.kind === 'compliance' && result?.isVisit)
    await settleReinspections(work, visit.premisesId, input.visitedOn);
  await toldPremises(
    work,
    premises,
    'visited',
    `${visitKindName(visit.kind)}: ${visitResultName(input.result).toLowerCase()}`,
  );
  return openVisit(work, visit.id);
}
async function settleReinspections(work: Work, premisesId: string, doneOn: Day): Promise<void> {
  await work.db
    .updateTable('inspection.followUp')
    .set(({ eb }) => ({ status: 'done', doneOn, version: eb('version', '+', 1) }))
    .where('kind', '=', 're-inspection')
    .where('status', '=', 'offered')
    .where('leadAgencyId', '=', officerOf(work).agencyId)
    .where('attemptId', 'in', (eb) =>
      eb
        .selectFrom('inspection.attempt')
        .select('id')
        .where('premisesId', '=', premisesId)
        .where('onDay', '<=', doneOn),
    )
    .execute();
}

/** Writes down a sample that was taken on a visit. */
export async function addSample(
  work: Work,
  input: { inspectionVisitId: string; what: string },
): Promise<Result<Visit>> {
  const found = await ownVisit(work, input.inspectionVisitId);
  if (!found.ok) return found;
  if (found.value.visitedOn === null) return stale('Record the visit first.');
  await work.db
    .insertInto('inspection.sample')
    .values({
      ...{ id: work.ids.next(), visitId: found.value.id, agencyId: officerOf(work).agencyId },
      ...{ what: input.what, result: 'awaited', takenAt: work.clock.now() },
    })
    .execute();
  return openVisit(work, found.value.id);
}
/** Writes down what the laboratory said. */
export async function settleSample(
  work: Work,
  input: { inspectionVisitId: string; sampleId: string; result: string; version: number },
): Promise<Result<Visit>> {
  const found = await ownVisit(work, input.inspectionVisitId);
  if (!found.ok) return found;
  const sample = (await samplesOf(work, [found.value.id])).find(({ id }) => id === input.sampleId);
  if (!sample) return notFound;
  if (sample.result !== 'awaited') return stale('The result is recorded already.');
  const row = { id: sample.id, version: input.version };
  if (!(await changeRow(work.db, 'inspection.sample', row, { result: input.result }))) return movedOn();
  return openVisit(work, found.value.id);
}
