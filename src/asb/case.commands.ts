import type { z } from 'zod';
import { asbMeasures, riskOverrides } from '../../reference/asb.ts';
import { listAreas, officersOf } from '../directory/index.ts';
import { addEvent, movedOn } from '../enforcement/index.ts';
import { findReport } from '../intake/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { type FieldProblem, invalid, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { findRecord, type RecordKind } from '../records/index.ts';
import type {
  AssessmentInput,
  ComplainantInput,
  contactSchema,
  incidentSchema,
  measureSchema,
  OpenCaseInput,
} from './case.forms.ts';
import { caseSteps } from './case.steps.ts';
import { type AsbCase, listAssessments, listComplainants } from './case.store.ts';
import { contactDueOn, levelOf } from './risk.ts';
import { settingsOf } from './setting.store.ts';
import { openFile } from './steps.ts';

export const openAsbCase = (work: Work, id: string): Promise<Result<AsbCase>> =>
  openFile(caseSteps, work, id);
/** The case, if something can still be put on it. */
export async function liveCase(work: Work, id: string): Promise<Result<AsbCase>> {
  const found = await openAsbCase(work, id);
  if (!found.ok || found.value.status !== 'closed') return found;
  return stale('This case is closed. Open it again first.');
}
/** Writes a line of the history, which names nobody, and gives the case as it is now. */
export async function toldCase(
  work: Work,
  file: { id: string; agencyId: string },
  kind: string,
  words: string,
  reason?: string,
): Promise<Result<AsbCase>> {
  await addEvent(work, 'asb', file, { kind, words, reason });
  return openAsbCase(work, file.id);
}
/** Why a day cannot be; nothing where it can. */
export const notToCome = (work: Work, field: string, onDay: string): FieldProblem[] =>
  onDay > work.clock.today() ? [{ field, words: 'The day cannot be in the future' }] : [];

async function wrongRecord(
  work: Work,
  field: string,
  kinds: readonly RecordKind[],
  id: string | undefined,
): Promise<FieldProblem[]> {
  const record = id ? await findRecord(work, id) : undefined;
  return !id || (record && kinds.includes(record.kind))
    ? []
    : [{ field, words: 'We know no such record of this kind' }];
}
async function complainantProblems(work: Work, input: ComplainantInput): Promise<FieldProblem[]> {
  const colleagues = await officersOf(work.db, [officerOf(work).agencyId]);
  return [
    ...(colleagues.some(({ id }) => id === input.contactOfficerId)
      ? []
      : [{ field: 'contactOfficerId', words: 'Choose somebody of your agency' }]),
    ...(await wrongRecord(work, 'recordId', ['person', 'organisation'], input.recordId)),
  ];
}
/** Opens a case from a report, an e-mail or a call, with the first who complains and their one contact. */
export async function openCase(work: Work, input: OpenCaseInput): Promise<Result<AsbCase>> {
  const { agencyId, officerId } = officerOf(work);
  const districts = await listAreas(work.db, 'district', work.clock.today());
  const problems = [
    ...notToCome(work, 'receivedOn', input.receivedOn),
    ...(districts.some(({ code }) => code === input.districtCode)
      ? []
      : [{ field: 'districtCode', words: 'Choose the district from the list' }]),
    ...(input.reportId && !(await findReport(work, input.reportId))
      ? [{ field: 'reportId', words: 'We know no such report' }]
      : []),
    ...(input.placeWords || input.placeRecordId
      ? []
      : [{ field: 'placeWords', words: 'Say where it happens, or give the record of the place' }]),
    ...(await wrongRecord(work, 'placeRecordId', ['place'], input.placeRecordId)),
    ...(await wrongRecord(work, 'subjectRecordId', ['person', 'organisation'], input.subjectRecordId)),
    ...(await complainantProblems(work, input)),
  ];
  if (problems.length > 0) return invalid(...problems);
  const id = work.ids.next();
  const { category, subType, channel, summary, districtCode, subjectName, receivedOn } = input;
  await work.db
    .insertInto('asb.asbCase')
    .values({
      ...{
        id,
        reference: work.ids.reference('ASB'),
        agencyId,
        status: 'open',
        category,
        subType,
        channel,
        summary,
      },
      // What a record says is read from it: no copy of an address that may have to be hidden.
      ...{ districtCode, placeWords: input.placeRecordId ? '' : input.placeWords, subjectName, receivedOn },
      ...{ placeRecordId: input.placeRecordId ?? null, subjectRecordId: input.subjectRecordId ?? null },
      ...{ reportId: input.reportId ?? null, openedBy: officerId, openedAt: work.clock.now() },
      assessDueOn: work.clock.today(),
      officerIds: [...new Set([officerId, input.contactOfficerId])],
    })
    .execute();
  const opened = await openAsbCase(work, id);
  if (!opened.ok) return opened;
  await writeComplainant(work, opened.value, input, 1);
  await work.db
    .insertInto('asb.incident')
    .values({
      ...{ id: work.ids.next(), asbId: id, agencyId, reportId: input.reportId ?? null, onDay: receivedOn },
      ...{ words: summary, addedBy: officerId, at: work.clock.now() },
    })
    .execute();
  return toldCase(work, opened.value, 'opened', 'Case opened');
}
async function writeComplainant(work: Work, file: AsbCase, input: ComplainantInput, position: number) {
  const { name, phone, email, wishes, recordId, contactOfficerId } = input;
  const from = position === 1 ? file.receivedOn : work.clock.today();
  const { content } = await settingsOf(work, file.agencyId);
  await work.db
    .insertInto('asb.complainant')
    .values({
      ...{ id: work.ids.next(), asbId: file.id, agencyId: file.agencyId, position, name, phone, wishes },
      ...{ email: email ?? '', recordId: recordId ?? null, contactOfficerId, addedOn: from },
      contactDueOn: file.level ? contactDueOn(content, file.level, from) : null,
    })
    .execute();
}
/** Somebody else complains of the same; they are kept from the others. */
export async function addComplainant(
  work: Work,
  input: ComplainantInput & { asbId: string },
): Promise<Result<AsbCase>> {
  const found = await liveCase(work, input.asbId);
  if (!found.ok) return found;
  const problems = await complainantProblems(work, input);
  if (problems.length > 0) return invalid(...problems);
  // Whoever keeps in touch works on the case. Two who add at once would take one place: the second is told.
  const officerIds = [...new Set([...found.value.officerIds, input.contactOfficerId])];
  if (!(await changeRow(work.db, 'asb.asbCase', found.value, { officerIds }))) return movedOn();
  const there = await listComplainants(work, found.value.id);
  await writeComplainant(work, found.value, input, there.length + 1);
  return toldCase(work, found.value, 'complainant-added', `Complainant ${there.length + 1} added`);
}
/** What a complainant was told. The first is their first contact, which the target is measured by. */
export async function noteContact(
  work: Work,
  input: z.output<typeof contactSchema> & { asbId: string },
): Promise<Result<AsbCase>> {
  const found = await liveCase(work, input.asbId);
  if (!found.ok) return found;
  const file = found.value;
  const whom = (await listComplainants(work, file.id)).find(({ id }) => id === input.complainantId);
  if (!whom) return invalid({ field: 'complainantId', words: 'Choose from the list' });
  const wrong = notToCome(work, 'onDay', input.onDay);
  if (input.onDay < whom.addedOn) wrong.push({ field: 'onDay', words: 'That is before they complained' });
  if (wrong.length > 0) return invalid(...wrong);
  if (whom.contactedOn === null || input.onDay < whom.contactedOn)
    if (!(await changeRow(work.db, 'asb.complainant', whom, { contactedOn: input.onDay }))) return movedOn();
  await work.db
    .insertInto('asb.contact')
    .values({
      ...{ id: work.ids.next(), complainantId: whom.id, asbId: file.id, agencyId: file.agencyId },
      ...{
        onDay: input.onDay,
        words: input.words,
        officerId: officerOf(work).officerId,
        at: work.clock.now(),
      },
    })
    .execute();
  return toldCase(work, file, 'contacted', `Complainant ${whom.position} told`);
}
/** Something happened again: the risk is assessed anew. */
export async function addIncident(
  work: Work,
  input: z.output<typeof incidentSchema> & { asbId: string },
): Promise<Result<AsbCase>> {
  const found = await liveCase(work, input.asbId);
  if (!found.ok) return found;
  const file = found.value;
  const problems = [
    ...notToCome(work, 'onDay', input.onDay),
    ...(input.reportId && !(await findReport(work, input.reportId))
      ? [{ field: 'reportId', words: 'We know no such report' }]
      : []),
    ...(input.complainantId &&
    !(await listComplainants(work, file.id)).some(({ id }) => id === input.complainantId)
      ? [{ field: 'complainantId', words: 'Choose from the list' }]
      : []),
  ];
  if (problems.length > 0) return invalid(...problems);
  const today = work.clock.today();
  const due = file.assessDueOn < today ? file.assessDueOn : today;
  if (!(await changeRow(work.db, 'asb.asbCase', file, { assessDueOn: due }))) return movedOn();
  await work.db
    .insertInto('asb.incident')
    .values({
      ...{
        id: work.ids.next(),
        asbId: file.id,
        agencyId: file.agencyId,
        onDay: input.onDay,
        words: input.words,
      },
      ...{ complainantId: input.complainantId ?? null, reportId: input.reportId ?? null },
      ...{ addedBy: officerOf(work).officerId, at: work.clock.now() },
    })
    .execute();
  return toldCase(work, file, 'incident', 'Incident added: the risk is to be assessed anew');
}
/** Assesses the risk by the agency's matrix. The first level sets the target of the first contact; nothing before is changed. */
export async function assessRisk(
  work: Work,
  input: AssessmentInput & { asbId: string },
): Promise<Result<AsbCase>> {
  const found = await liveCase(work, input.asbId);
  if (!found.ok) return found;
  const file = found.value;
  const { version, content } = await settingsOf(work, file.agencyId);
  const problems = content.items
    .filter(({ code }) => input.scores[code] === undefined)
    .map(({ code, name }) => ({ field: `score-${code}`, words: `Choose 0 to 3: ${name}` }));
  if (input.overrides.length > 0 && input.overrideWords.length < 3)
    problems.push({ field: 'overrideWords', words: 'Say why it is high whatever the score' });
  if (problems.length > 0) return invalid(...problems);
  const answers = content.items.map(({ code, name }) => ({ code, name, score: input.scores[code] ?? 0 }));
  const names = riskOverrides.filter(({ code }) => input.overrides.includes(code)).map(({ name }) => name);
  const { total, level, why } = levelOf(content, answers, names);
  const today = work.clock.today();
  const set = {
    level,
    firstLevel: file.firstLevel ?? level,
    assessDueOn: addDays(today, content.reassessDays),
  };
  // Whoever opened the form before another assessment or incident assesses what they saw.
  if (!(await changeRow(work.db, 'asb.asbCase', { id: file.id, version: input.version }, set)))
    return movedOn();
  const number = (await listAssessments(work, file.id)).length + 1;
  await work.db
    .insertInto('asb.assessment')
    .values({
      ...{
        id: work.ids.next(),
        asbId: file.id,
        agencyId: file.agencyId,
        number,
        assessedOn: today,
        total,
        level,
      },
      ...{ answers: JSON.stringify(answers), overrides: [...input.overrides], settingVersion: version },
      ...{ overrideWords: input.overrideWords, victimWords: input.victimWords, words: input.words },
      ...{ assessedBy: officerOf(work).officerId, at: work.clock.now() },
    })
    .execute();
  for (const whom of await listComplainants(work, file.id))
    if (whom.contactDueOn === null)
      await changeRow(work.db, 'asb.complainant', whom, {
        contactDueOn: contactDueOn(content, level, whom.addedOn),
      });
  return toldCase(work, file, 'assessed', `Risk assessed: ${level}`, why);
}
/** Something was done short of an order. A community remedy asks for the victim's views first. */
export async function addMeasure(
  work: Work,
  input: z.output<typeof measureSchema> & { asbId: string },
): Promise<Result<AsbCase>> {
  const found = await liveCase(work, input.asbId);
  if (!found.ok) return found;
  const file = found.value;
  const kind = asbMeasures.find(({ code }) => code === input.kind);
  const problems = notToCome(work, 'onDay', input.onDay);
  if (kind?.needsViews && input.victimViews.length < 3)
    problems.push({
      field: 'victimViews',
      words: 'The victim’s views are asked for first (2014 Act s.102): write them here',
    });
  if (problems.length > 0) return invalid(...problems);
  const { onDay, words, victimViews } = input;
  await work.db
    .insertInto('asb.measure')
    .values({
      ...{ id: work.ids.next(), asbId: file.id, agencyId: file.agencyId, kind: input.kind, onDay, words },
      ...{ victimViews, addedBy: officerOf(work).officerId, at: work.clock.now() },
    })
    .execute();
  return toldCase(work, file, 'measure', kind?.name ?? input.kind);
}
