import { sql } from 'kysely';
import { contributionKinds } from '../../reference/asb.ts';
import { findService, listServices, officersOf } from '../directory/index.ts';
import { addEvent } from '../enforcement/index.ts';
import { changeRow } from '../platform/database/change.ts';
import {
  type FieldProblem,
  invalid,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { findSeries, listSeries, type Series, setTask } from '../tasking/index.ts';
import { openAsbCase, toldCase } from './case.commands.ts';
import type { ContributionInput, NominateInput } from './nomination.forms.ts';
import { type AsbAction, findNomination, listActions, type Nomination } from './nomination.store.ts';
import { nominationStatusWords, nominationTransitions } from './nomination.transitions.ts';
import { type AsbSteps, openFile } from './steps.ts';

const openStates: readonly string[] = ['set', 'accepted'];
/** How a nomination goes on: the agency that chairs takes it, and closes it. */
export const nominationSteps: AsbSteps<Nomination, { actions: readonly AsbAction[] }> = {
  procedure: 'nomination',
  recordKind: 'nomination',
  lines: nominationTransitions,
  words: nominationStatusWords,
  find: findNomination,
  actor: ({ chairAgencyId, chairAgencyName }) => ({
    agencyId: chairAgencyId,
    otherwise: refusedByRule(
      'nomination.chair',
      `${chairAgencyName} chairs this meeting.`,
      'Ask the chair: they take nominations and close them.',
    ),
  }),
  facts: async (work, { id }) => ({ actions: await listActions(work, { nominationId: id }) }),
  needs: {
    'actions-answered': ({ actions }) => {
      const open = actions.filter(({ status }) => openStates.includes(status));
      return {
        words: 'Every action has its result',
        met: open.length === 0,
        mend: `Still open: ${open.map(({ taskReference, serviceName }) => `${taskReference}, ${serviceName}`).join('; ')}.`,
        field: 'actions',
      };
    },
  },
  async apply(work, { line, input }) {
    const today = work.clock.today();
    const sets: Readonly<Record<string, Record<string, unknown>>> = {
      accept: { acceptedOn: today },
      close: { closedOn: today, levelClose: input.level, outcome: input.outcome },
    };
    return ok(sets[line.action] ?? {});
  },
  change: (work, file, set) => changeRow(work.db, 'asb.nomination', file, set),
};
export const openNomination = (work: Work, id: string): Promise<Result<Nomination>> =>
  openFile(nominationSteps, work, id);

/** Meetings of joint agency tasking that the viewer sits at or chairs. */
export const jatacSeries = async (work: Work): Promise<Series[]> =>
  (await listSeries(work)).filter(({ kind }) => kind === 'JATAC');
/** The agencies that sit at a meeting, its chair among them. */
export async function agenciesAt(work: Work, series: Series): Promise<{ id: string; name: string }[]> {
  const services = (await listServices(work.db)).filter(({ id }) => series.memberServiceIds.includes(id));
  const all = [
    { id: series.chairAgencyId, name: series.chairAgencyName },
    ...services.map(({ agencyId, agencyName }) => ({ id: agencyId, name: agencyName })),
  ];
  return [...new Map(all.map((one) => [one.id, one])).values()].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
}

/** Brings somebody to the meeting, for the agencies that need to know; the chair and the own agency always do. */
export async function nominate(work: Work, input: NominateInput): Promise<Result<Nomination>> {
  const { agencyId, officerId } = officerOf(work);
  const series = await findSeries(work, input.seriesId);
  if (series?.kind !== 'JATAC')
    return invalid({ field: 'seriesId', words: 'Choose the meeting from the list' });
  const there = (await agenciesAt(work, series)).map(({ id }) => id);
  const problems: FieldProblem[] = [];
  if (input.agencies.some((id) => !there.includes(id)))
    problems.push({ field: 'agencies', words: 'Choose agencies that sit at the meeting' });
  if (input.asbId && !(await openAsbCase(work, input.asbId)).ok)
    problems.push({ field: 'asbId', words: 'We know no such case' });
  if (problems.length > 0) return invalid(...problems);
  const { category, subjectName, words, level } = input;
  const id = work.ids.next();
  await work.db
    .insertInto('asb.nomination')
    .values({
      ...{
        id,
        reference: work.ids.reference('JN'),
        seriesId: series.id,
        chairAgencyId: series.chairAgencyId,
        agencyId,
      },
      agencyIds: [...new Set([agencyId, series.chairAgencyId, ...input.agencies])],
      ...{ asbId: input.asbId ?? null, category, subjectName, words, status: 'nominated', levelOpen: level },
      ...{ nominatedBy: officerId, nominatedOn: work.clock.today() },
    })
    .execute();
  const opened = await openNomination(work, id);
  if (!opened.ok) return opened;
  await addEvent(work, 'nomination', opened.value, { kind: 'nominated', words: 'Nominated' });
  if (input.asbId) {
    await toldCase(work, { id: input.asbId, agencyId }, 'nominated', `Nominated to ${series.name}`);
    // A plan that waits for a meeting goes to it.
    await sql`update asb.release_plan set nomination_id = ${id}, lead_agency_id = ${series.chairAgencyId}, version = version + 1
      where asb_id = ${input.asbId} and nomination_id is null and release_on > ${work.clock.today()}::date`.execute(
      work.db,
    );
  }
  return openNomination(work, id);
}

/** The people who can be named as the audience: those of the agencies that are told. */
export const audienceOf = async (work: Work, nomination: Nomination) =>
  (await officersOf(work.db, nomination.agencyIds)).filter(({ id }) => id !== officerOf(work).officerId);

/** Brings what the own agency knows, for its audience. Health and social care are for named people alone. */
export async function contribute(
  work: Work,
  input: ContributionInput & { nominationId: string },
): Promise<Result<Nomination>> {
  const found = await openNomination(work, input.nominationId);
  if (!found.ok) return found;
  if (found.value.status === 'closed') return stale('This nomination is closed.');
  const { agencyId, officerId } = officerOf(work);
  const { kind, words, audience, basis, why } = input;
  const chosen = [...new Set(input.audienceIds)];
  const people = (await audienceOf(work, found.value)).map(({ id }) => id);
  const problems: FieldProblem[] = [];
  if (audience === 'group' && contributionKinds.some((one) => one.code === kind && one.isConfidential))
    problems.push({
      field: 'audience',
      words: 'Health and social care are for named people alone (Caldicott)',
    });
  if (audience === 'named' && chosen.length === 0)
    problems.push({ field: 'audienceIds', words: 'Choose who reads it' });
  if (chosen.some((id) => !people.includes(id)))
    problems.push({ field: 'audienceIds', words: 'Choose people of the agencies that are told' });
  if (basis === 'without-consent' && why.length < 3)
    problems.push({ field: 'why', words: 'Say why it is shared without consent' });
  if (problems.length > 0) return invalid(...problems);
  await work.db
    .insertInto('asb.contribution')
    .values({
      ...{
        id: work.ids.next(),
        nominationId: found.value.id,
        agencyId,
        officerId,
        kind,
        words,
        audience,
        basis,
      },
      ...{
        audienceIds: audience === 'named' ? chosen : [],
        why: basis === 'consent' ? '' : why,
        at: work.clock.now(),
      },
    })
    .execute();
  return ok(found.value);
}

export interface ActionInput {
  serviceId: string;
  words: string;
  startsOn: string;
  dueOn: string;
}
/**
 * Sets an action to a service as a task, which names nobody: it is read in lists, mails and calendars. What is to be done stands
 * beside it, for the agency that does it and the one that chairs.
 */
export async function setAction(
  work: Work,
  given: ActionInput & {
    nominationId: string | null;
    planId: string | null;
    part: string | null;
    reference: string;
    agencyIds: readonly string[] | null;
  },
): Promise<Result<{ taskId: string }>> {
  const service = await findService(work.db, given.serviceId);
  if (!service) return invalid({ field: 'serviceId', words: 'Choose the service that is to do it' });
  if (given.agencyIds && !given.agencyIds.includes(service.agencyId))
    return invalid({ field: 'serviceId', words: 'Choose a service of an agency that is told of it' });
  if (given.dueOn < given.startsOn) return invalid({ field: 'startsOn', words: 'It begins after it is due' });
  const task = await setTask(
    work,
    {
      title: `Action of ${given.reference}`,
      expected: 'Read it under Anti-social behaviour, Actions, and give the result here.',
      ...{ serviceId: service.id, dueOn: given.dueOn },
    },
    {},
  );
  if (!task.ok) return task;
  const { nominationId, planId, part, words, startsOn, dueOn } = given;
  const { agencyId, officerId } = officerOf(work);
  await work.db
    .insertInto('asb.action')
    .values({
      ...{
        id: work.ids.next(),
        nominationId,
        planId,
        leadAgencyId: agencyId,
        agencyId: service.agencyId,
        serviceId: service.id,
      },
      ...{ taskId: task.value.id, part, words, startsOn, dueOn, addedBy: officerId, at: work.clock.now() },
    })
    .execute();
  return ok({ taskId: task.value.id });
}
/** The meeting sets an action: the agency that chairs says so. */
export async function addNominationAction(
  work: Work,
  input: ActionInput & { nominationId: string },
): Promise<Result<Nomination>> {
  const found = await openNomination(work, input.nominationId);
  if (!found.ok) return found;
  const nomination = found.value;
  const { agencyId, otherwise } = nominationSteps.actor(nomination);
  if (agencyId !== officerOf(work).agencyId) return otherwise;
  if (nomination.status !== 'accepted')
    return stale('The meeting sets actions once it has taken the nomination.');
  const { id, reference, agencyIds } = nomination;
  const set = await setAction(work, {
    ...input,
    nominationId: id,
    planId: null,
    part: null,
    reference,
    agencyIds,
  });
  if (!set.ok) return set;
  await addEvent(work, 'nomination', { id, agencyId }, { kind: 'action-set', words: 'Action set' });
  return openNomination(work, id);
}
