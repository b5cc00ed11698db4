import { sql } from 'kysely';
import { againstVisit, clearedFor } from '../assurance/index.ts';
import { dayOf } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { assess, fileFor, movedOn as fileMovedOn } from './file.commands.ts';
import { addEvent, changeFile, familyOf, findFile, statusOf } from './file.store.ts';
import { visitStates } from './file.transitions.ts';
import { effectOf } from './precaution.rules.ts';
import { precautionsFor } from './precautions.ts';
import type { PlanInput, ReferInput, ResultInput } from './register.forms.ts';
import { doneThingWords, referralWords, resultWords } from './register.words.ts';
import { changeVisit, findVisit, type Visit, visitors } from './visit.store.ts';

const movedOn = stale('Somebody has changed this visit since you opened it. Reload the page.');

/**
 * Plans a visit and says who goes. Where a precaution says that nobody goes alone, it is refused until it is written who
 * goes along; the database holds the same. One form plans one visit: the file moves on with it.
 */
export async function planVisit(work: Work, input: PlanInput & { fileId: string }): Promise<Result<Visit>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const officer = officerOf(work);
  // Whoever goes is told where, also where that must stay hidden.
  if (![file.agencyId, file.leadAgencyId].includes(officer.agencyId))
    return refusedByRule(
      'lead.not-accepted',
      'Your agency is offered the lead, and has not accepted it.',
      `Accept it first, or ask ${file.leadName} to plan the visit.`,
    );
  if (input.plannedOn < work.clock.today())
    return invalid({ field: 'plannedOn', words: 'Choose today or a day to come' });
  if (!(await visitors(work, officer.agencyId)).some(({ id }) => id === input.assignedTo))
    return invalid({ field: 'assignedTo', words: 'Choose who goes from the list' });
  const kin = await familyOf(work, file.id);
  const family = kin.ids;
  const stands = visitStates[statusOf(kin, file)];
  if (!stands.mayBeVisited)
    return refusedByRule('visit.file-rests', stands.words, 'Take the file up again first, if that is wrong.');
  const { screening, isFresh, days } = await clearedFor(work, family);
  if (!screening || !isFresh)
    return refusedByRule(
      'visit.not-screened',
      `Nobody has screened for this person in the last ${days} days.`,
      'Make the officer-safety screen first.',
    );
  const precautions = await precautionsFor(work, { fileIds: family });
  const effect = effectOf(precautions);
  const against = againstVisit(effect, input);
  if (against) return against;
  if (!(await changeFile(work, file, {}))) return fileMovedOn;
  const id = work.ids.next();
  await work.db
    .insertInto('safeguarding.visit')
    .values({
      id,
      reference: work.ids.reference('VV'),
      fileId: file.id,
      agencyId: officer.agencyId,
      personName: file.name,
      purpose: input.purpose,
      state: 'planned',
      plannedOn: input.plannedOn,
      plannedAtTime: input.plannedAtTime,
      assignedTo: input.assignedTo,
      needsTwo: effect.neverAlone,
      needsPolice: effect.companion === 'police',
      companion: input.companion,
      companionIs: input.companionIs,
      precautions: JSON.stringify(precautions),
      screeningId: screening.id,
      screenedAt: screening.at,
      madeAt: work.clock.now(),
      madeBy: officer.officerId,
    })
    .execute();
  await addEvent(work, file, { kind: 'visit-planned', words: `A visit was planned: ${input.purpose}` });
  about(work, 'visit', id, { fileId: file.id, needsTwo: effect.neverAlone });
  const visit = await findVisit(work, id);
  return visit ? ok(visit) : notFound;
}

async function plannedVisit(
  work: Work,
  { visitId, version }: { visitId: string; version: number },
): Promise<Result<Visit>> {
  const visit = await findVisit(work, visitId);
  if (!visit) return notFound;
  about(work, 'visit', visit.id);
  if (visit.version !== version) return movedOn;
  if (visit.state !== 'planned')
    return refusedByRule('visit.not-planned', 'This visit is over.', 'Ask for another to be planned.');
  return ok(visit);
}

export async function cancelVisit(
  work: Work,
  input: { visitId: string; version: number; why: string },
): Promise<Result<Visit>> {
  const found = await plannedVisit(work, input);
  if (!found.ok) return found;
  const visit = found.value;
  if (!(await changeVisit(work, visit, { state: 'cancelled', words: input.why }))) return movedOn;
  await addEvent(
    work,
    { id: visit.fileId, agencyId: visit.agencyId },
    { kind: 'visit-cancelled', words: `A visit was cancelled: ${input.why}` },
  );
  return ok({ ...visit, state: 'cancelled', words: input.why });
}

/** What came of a visit: by the officer who went, or by whoever keeps the register for them. */
export async function recordResult(
  work: Work,
  input: ResultInput & { visitId: string },
): Promise<Result<Visit>> {
  const found = await plannedVisit(work, input);
  if (!found.ok) return found;
  const visit = found.value;
  if (input.doneThings.length > 0 && input.result !== 'seen')
    return invalid({ field: 'doneThings', words: 'Something is done only where the person was seen' });
  // Nobody is visited before the day that the visit is planned for.
  if (visit.plannedOn > dayOf(work.clock.now()))
    return refusedByRule(
      'visit.to-come',
      'This visit is on a day to come.',
      'Say what came of it on the day.',
    );
  const set = {
    state: 'done',
    result: input.result,
    doneThings: [...input.doneThings],
    words: input.words,
    doneAt: work.clock.now(),
    doneBy: officerOf(work).officerId,
  };
  if (!(await changeVisit(work, visit, set))) return movedOn;
  await sql`select safeguarding.visit_done(${visit.id})`.execute(work.db);
  const things = input.doneThings.map((thing) => doneThingWords[thing].toLowerCase());
  const words = `Visit: ${[resultWords[input.result].toLowerCase(), ...things].join(', ')}`;
  await addEvent(work, { id: visit.fileId, agencyId: visit.agencyId }, { kind: 'visit', words });
  // Whoever keeps the register sees the file. The officer who went does not: its status has changed with the visit, and its
  // points are worked out anew when somebody who sees it next changes it.
  const { rootId, ids } = await familyOf(work, visit.fileId);
  for (const id of new Set([rootId, visit.fileId])) if (ids.includes(id)) await assess(work, id);
  const after = await findVisit(work, visit.id);
  return after ? ok(after) : notFound;
}

/** Refers somebody on, with the three questions of Care Act 2014 s.42: from the file, or at the door. */
export async function refer(
  work: Work,
  input: ReferInput & { fileId: string; visitId?: string | undefined },
): Promise<Result<{ id: string }>> {
  const visit = input.visitId === undefined ? undefined : await findVisit(work, input.visitId);
  const file = input.visitId === undefined ? await findFile(work, input.fileId) : undefined;
  const target = visit ? { id: visit.fileId, agencyId: visit.agencyId } : file;
  if (!target) return notFound;
  const id = work.ids.next();
  const { fileId: _fileId, visitId, ...answers } = input;
  await work.db
    .insertInto('safeguarding.referral')
    .values({
      id,
      fileId: target.id,
      agencyId: target.agencyId,
      visitId: visitId ?? null,
      ...answers,
      madeAt: work.clock.now(),
      madeBy: officerOf(work).officerId,
    })
    .execute();
  await addEvent(work, target, { kind: 'referral', words: `Referred: ${referralWords[input.kind]}` });
  about(work, visit ? 'visit' : 'victim-file', visit?.id ?? target.id, { referral: input.kind });
  return ok({ id });
}
