import { sql } from 'kysely';
import { adoptedModel, findSubjects, openModel } from '../linkage/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import {
  type FieldProblem,
  failed,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import type { MarkerInput } from './marker.forms.ts';
import { keepsDetailElsewhere, markerTypeWords, precautionRule } from './marker.rules.ts';
import { addMarkerEvent, changeMarker, findMarker, type Marker } from './marker.store.ts';
import { type Told, toldWords } from './marker.words.ts';
import { numberOf } from './number.store.ts';
import { addressKey } from './screen.keys.ts';
import { enginesFields } from './screen.weigh.ts';

const movedOn = stale('Somebody has changed this marker since you opened it. Reload the page.');

/** Whether the detail of markers stays on the own system of the viewer's agency, as the police's does. */
export async function detailIsElsewhere(work: Work): Promise<boolean> {
  const agency = await work.db
    .selectFrom('directory.agency')
    .select('kind')
    .where('id', '=', officerOf(work).agencyId)
    .executeTakeFirst();
  return keepsDetailElsewhere.includes(agency?.kind ?? '');
}

async function reviewProblem(work: Work, from: Day, reviewOn: Day): Promise<FieldProblem[]> {
  const last = addDays(from, await numberOf(work, 'review-days'));
  if (reviewOn <= from || reviewOn <= work.clock.today())
    return [{ field: 'reviewOn', words: 'The review day must be to come' }];
  return reviewOn > last ? [{ field: 'reviewOn', words: `Review it by ${last} at the latest` }] : [];
}

function toldProblems(
  input: { told: Told; toldOn?: Day | undefined; toldWhy: string },
  today: Day,
): FieldProblem[] {
  if (input.told === 'told' && (!input.toldOn || input.toldOn > today))
    return [{ field: 'toldOn', words: 'Enter the day on which they were told' }];
  if (input.told === 'not-told' && input.toldWhy.length < 3)
    return [{ field: 'toldWhy', words: 'Say which risk telling them would make' }];
  return [];
}

async function problemsOf(work: Work, input: MarkerInput): Promise<FieldProblem[]> {
  const today = work.clock.today();
  const problems: FieldProblem[] = [];
  if (input.about === 'person' && input.name.length < 2)
    problems.push({ field: 'name', words: 'Enter the name' });
  if (input.about === 'address' && !addressKey(input.address, input.postcode))
    problems.push({ field: 'postcode', words: 'Enter the house and the postcode' });
  if (!(input.words || precautionRule(input.precaution).instruction))
    problems.push({ field: 'words', words: 'Write what whoever goes must do' });
  const elsewhere = await detailIsElsewhere(work);
  if (elsewhere && input.why !== '')
    problems.push({ field: 'why', words: 'Leave this empty: the detail stays on your own system' });
  if (!elsewhere && input.why.length < 10)
    problems.push({ field: 'why', words: 'Say why, in a sentence: what happened and when' });
  problems.push(...(await reviewProblem(work, input.fromOn ?? today, input.reviewOn)));
  return [...problems, ...toldProblems(input, today)];
}

/** Keys under which the engine finds a marker, by the model that judges now; none without a model. */
async function keysFor(work: Work, marker: Parameters<typeof enginesFields>[0]) {
  const model = marker.name ? await adoptedModel(work) : undefined;
  return {
    keys: model ? openModel(model.document).keysOf(enginesFields(marker)) : [],
    keysModelId: model?.id ?? null,
  };
}

/** Sets a marker. It holds from its first day for everybody who screens under an agreement. */
export async function setMarker(work: Work, input: MarkerInput): Promise<Result<Marker>> {
  const problems = await problemsOf(work, input);
  if (problems.length > 0) return invalid(...problems);
  if (input.recordId && (await findSubjects(work, [input.recordId])).length === 0) return notFound;
  const { officerId, agencyId } = officerOf(work);
  const id = work.ids.next();
  const { why, evidence, told, toldOn, toldWhy, ...open } = input;
  const person = { ...open, dateOfBirth: open.dateOfBirth ?? null };
  await work.db
    .insertInto('assurance.marker')
    .values({
      ...person,
      id,
      agencyId,
      reference: work.ids.reference('WM'),
      recordId: open.recordId ?? null,
      words: open.words || precautionRule(open.precaution).instruction,
      fromOn: open.fromOn ?? work.clock.today(),
      setAt: work.clock.now(),
      setBy: officerId,
      ...(await keysFor(work, person)),
    })
    .execute();
  await work.db
    .insertInto('assurance.markerDetail')
    .values({ markerId: id, agencyId, why, evidence, told, toldOn: toldOn ?? null, toldWhy })
    .execute();
  await addMarkerEvent(
    work,
    { id, agencyId },
    { kind: 'set', words: `Set: ${markerTypeWords(open.type)}, ${precautionRule(open.precaution).words}` },
  );
  await tellVisits(work);
  return opened(work, id);
}

/** Visits that are planned already are held against markers anew; whoever plans visits listens. */
const tellVisits = (work: Work) => enqueue(work.db, 'screen-planned-visits', {});

async function opened(work: Work, id: string): Promise<Result<Marker>> {
  const marker = await findMarker(work, id);
  if (!marker) return notFound;
  about(work, 'marker', id, { type: marker.type, precaution: marker.precaution });
  return ok(marker);
}

async function openMarker(work: Work, input: { markerId: string; version: number }): Promise<Result<Marker>> {
  const found = await opened(work, input.markerId);
  if (!found.ok) return found;
  if (found.value.version !== input.version) return failed(movedOn.failure);
  if (found.value.endedAt)
    return refusedByRule('marker.ended', 'This marker is ended.', 'Set another if there is a new reason.');
  return found;
}

/** Says that a marker still holds and until when; one whose day has passed is shown again from now on. */
export async function reviewMarker(
  work: Work,
  input: { markerId: string; version: number; reviewOn: Day; words: string },
): Promise<Result<Marker>> {
  const found = await openMarker(work, input);
  if (!found.ok) return found;
  const problems = await reviewProblem(work, work.clock.today(), input.reviewOn);
  if (problems.length > 0) return invalid(...problems);
  if (!(await changeMarker(work, found.value, { reviewOn: input.reviewOn }))) return movedOn;
  await addMarkerEvent(work, found.value, { kind: 'reviewed', words: `Reviewed: ${input.words}` });
  await tellVisits(work);
  return opened(work, input.markerId);
}

/** Records whether the person was told, or why not. */
export async function noteTold(
  work: Work,
  input: { markerId: string; version: number; told: Told; toldOn?: Day | undefined; toldWhy: string },
): Promise<Result<Marker>> {
  const found = await openMarker(work, input);
  if (!found.ok) return found;
  const problems = toldProblems(input, work.clock.today());
  if (problems.length > 0) return invalid(...problems);
  if (!(await changeMarker(work, found.value, {}))) return movedOn;
  await sql`update assurance.marker_detail set told = ${input.told}, told_on = ${input.toldOn ?? null}::date, told_why = ${input.toldWhy}
    where marker_id = ${input.markerId}`.execute(work.db);
  await addMarkerEvent(work, found.value, { kind: 'told', words: toldWords[input.told] });
  return opened(work, input.markerId);
}

/** Ends a marker with the reason: it is met by nobody from now on. */
export async function endMarker(
  work: Work,
  input: { markerId: string; version: number; why: string },
): Promise<Result<Marker>> {
  const found = await openMarker(work, input);
  if (!found.ok) return found;
  const ended = { endedAt: work.clock.now(), endedBy: officerOf(work).officerId };
  if (!(await changeMarker(work, found.value, ended))) return movedOn;
  await sql`update assurance.marker_detail set ended_why = ${input.why} where marker_id = ${input.markerId}`.execute(
    work.db,
  );
  await addMarkerEvent(work, found.value, { kind: 'ended', words: `Ended: ${input.why}` });
  return opened(work, input.markerId);
}
