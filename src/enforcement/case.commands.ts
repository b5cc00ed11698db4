import { findService } from '../directory/index.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { mayWorkCase } from './case.policy.ts';
import { addCase, addCaseEvent, type CaseFile, changeCase, findCase, joinService } from './case.store.ts';
import { type CaseAction, caseTransitionFor } from './case.transitions.ts';
import type { CaseOutcome, CaseStatus } from './case.words.ts';

/** The case, if the viewer may act on it; told apart from not being able to see it. */
export async function caseToWork(work: Work, id: string): Promise<Result<CaseFile>> {
  const file = await findCase(work, id);
  if (!file) return notFound;
  about(work, 'case', id);
  if (work.viewer.kind === 'officer' && !mayWorkCase(work.viewer, file))
    return refusedByRule(
      'case.not-on-it',
      `None of your agency's services is on this case, which ${file.leadServiceName}, ${file.leadAgencyName}, leads.`,
      'Ask them to add your service.',
    );
  return ok(file);
}

/** Opens a case with its services; the leading one is on it first. */
export async function openCase(
  work: Work,
  input: {
    title: string;
    summary: string;
    status: CaseStatus;
    leadServiceId: string;
    otherServiceIds: readonly string[];
    districtCode: string | null;
    wardCode: string | null;
    isPersonal: boolean;
    escalationRule: string;
    why: string;
  },
): Promise<Result<CaseFile>> {
  const viewer = officerOf(work);
  const { leadServiceId, otherServiceIds, why, ...rest } = input;
  const lead = await findService(work.db, leadServiceId);
  if (!lead) return invalid({ field: 'serviceId', words: 'Choose a service' });
  const now = work.clock.now();
  const id = work.ids.next();
  await addCase(work.db, {
    ...rest,
    id,
    reference: work.ids.reference('C'),
    leadAgencyId: lead.agencyId,
    leadServiceId,
    openedBy: viewer.officerId,
    openedAt: now,
  });
  await joinService(work.db, {
    caseId: id,
    serviceId: leadServiceId,
    agencyId: lead.agencyId,
    joinedAt: now,
    why: 'Leads the case',
  });
  for (const serviceId of new Set(otherServiceIds)) {
    const service = await findService(work.db, serviceId);
    if (!service) return invalid({ field: 'otherServiceIds', words: 'Choose services from the list' });
    await joinService(work.db, {
      caseId: id,
      serviceId,
      agencyId: service.agencyId,
      joinedAt: now,
      why: 'Needed from the start',
    });
  }
  await addCaseEvent(work, { caseId: id, kind: 'opened', words: why });
  const file = await findCase(work, id);
  // Whoever opens a case about people is on one of its services: else they would lose sight of it at once.
  return file
    ? ok(file)
    : refusedByRule(
        'case.own-service',
        'A case about people is opened by one of the services on it.',
        'Add your own service to the case.',
      );
}

/** Moves a case along one line of the table. */
export async function moveCase(
  work: Work,
  input: {
    caseId: string;
    version: number;
    action: CaseAction;
    words?: string;
    set?: Parameters<typeof changeCase>[2];
  },
): Promise<Result<CaseFile>> {
  const found = await caseToWork(work, input.caseId);
  if (!found.ok) return found;
  const file = found.value;
  const line = caseTransitionFor(file.status, input.action);
  if (!line) return stale('This cannot be done now: the case has moved on.');
  if (file.version !== input.version || !(await changeCase(work.db, file, { status: line.to, ...input.set })))
    return stale('Somebody changed this case while you had it open. Look at what they did, then try again.');
  await addCaseEvent(work, {
    caseId: file.id,
    kind: input.action,
    words: input.words ? `${line.past}: ${input.words}` : line.past,
  });
  work.note.detail.action = input.action;
  return ok(file);
}

export const closeCase = (
  work: Work,
  input: { caseId: string; version: number; outcome: CaseOutcome; outcomeWords: string },
): Promise<Result<CaseFile>> =>
  moveCase(work, {
    ...input,
    action: 'close',
    words: input.outcomeWords,
    set: { closedAt: work.clock.now(), outcome: input.outcome, outcomeWords: input.outcomeWords },
  });

export const reopenCase = (
  work: Work,
  input: { caseId: string; version: number },
): Promise<Result<CaseFile>> =>
  moveCase(work, { ...input, action: 'reopen', set: { closedAt: null, outcome: null, outcomeWords: null } });

export async function noteOnCase(
  work: Work,
  input: { caseId: string; words: string },
): Promise<Result<CaseFile>> {
  const found = await caseToWork(work, input.caseId);
  if (found.ok) await addCaseEvent(work, { caseId: input.caseId, kind: 'note', words: input.words });
  return found;
}

/** Adds a service: from then on it sees the case, personal or not. */
export async function addServiceToCase(
  work: Work,
  input: { caseId: string; serviceId: string; why: string },
): Promise<Result<CaseFile>> {
  const found = await caseToWork(work, input.caseId);
  if (!found.ok) return found;
  if (found.value.status === 'closed') return stale('This case is closed. Open it again first.');
  const service = await findService(work.db, input.serviceId);
  if (!service) return invalid({ field: 'serviceId', words: 'Choose a service' });
  if (found.value.serviceIds.includes(service.id))
    return invalid({ field: 'serviceId', words: 'This service is on the case already: choose another' });
  await joinService(work.db, {
    caseId: input.caseId,
    serviceId: service.id,
    agencyId: service.agencyId,
    joinedAt: work.clock.now(),
    why: input.why,
  });
  await addCaseEvent(work, {
    caseId: input.caseId,
    kind: 'service-added',
    words: `${service.name}, ${service.agencyName}, added: ${input.why}`,
  });
  return found;
}
