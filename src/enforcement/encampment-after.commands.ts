import { type FieldProblem, invalid, ok, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { encampmentToWork } from './encampment.commands.ts';
import type { Encampment } from './encampment.store.ts';
import type { AfterInput, MatrixInput, MeasureInput } from './encampment-after.forms.ts';
import {
  bandOf,
  findAfter,
  findTip,
  listMeasures,
  matrixInUse,
  type SiteMatrix,
} from './encampment-after.store.ts';
import { addEvent } from './procedure.store.ts';
import { listColleagues } from './pspo-parts.store.ts';

const moved = stale('Somebody changed this while you had it open. Look at what they did, then try again.');
/** The file, if what follows it may be written by this officer; of what was reported by mistake nothing follows. */
async function fileWithAfter(work: Work, encampmentId: string): Promise<Result<Encampment>> {
  const found = await encampmentToWork(work, { encampmentId });
  if (!found.ok || found.value.status !== 'void') return found;
  return stale('This was reported by mistake: nothing follows it.');
}
function scored({ scores }: AfterInput, { items }: SiteMatrix): FieldProblem[] {
  if (scores.length === 0) return [];
  const missing = items.filter(({ code }) => !scores.some((one) => one.code === code));
  const unknown = scores.filter(({ code }) => !items.some((one) => one.code === code));
  return [
    ...missing.map(({ code }) => ({
      field: `score-${code}`,
      words: 'Choose 0 to 3: each item is scored, or none',
    })),
    ...unknown.map(({ code }) => ({
      field: `score-${code}`,
      words: 'The matrix was changed: reload the page',
    })),
  ];
}

/** Writes what follows an encampment: its waste, the score of the land, and the debrief. */
export async function writeAfter(
  work: Work,
  { encampmentId, ...input }: AfterInput & { encampmentId: string },
): Promise<Result<Encampment>> {
  const found = await fileWithAfter(work, encampmentId);
  if (!found.ok) return found;
  const file = found.value;
  const [before, matrix] = await Promise.all([findAfter(work, file.id), matrixInUse(work)]);
  if ((before?.version ?? 0) !== input.version) return moved;
  const tip = input.waste ? await findTip(work, input.waste.trim()) : undefined;
  const problems = scored(input, matrix);
  if (input.waste && !tip)
    problems.push({ field: 'waste', words: 'We know no report of fly-tipping by this reference' });
  if (input.complaintWords && input.complaints === undefined)
    problems.push({ field: 'complaints', words: 'Enter how many complaints there were' });
  if (input.policyUpdatedOn && !input.policyWords)
    problems.push({ field: 'policyWords', words: 'Say what was changed in the policy' });
  if (input.policyUpdatedOn && input.policyUpdatedOn > work.clock.today())
    problems.push({ field: 'policyUpdatedOn', words: 'It cannot be in the future' });
  if (problems.length > 0) return invalid(...problems);
  const score = input.scores.length > 0 ? input.scores.reduce((sum, one) => sum + one.score, 0) : null;
  const answers = matrix.items.flatMap(({ code, name }) => {
    const one = input.scores.find((given) => given.code === code);
    return one ? [{ code, name, score: one.score }] : [];
  });
  const values = {
    ...{ wasteReportId: tip?.id ?? null, answers: JSON.stringify(answers), score },
    ...{ band: score === null ? null : bandOf(matrix, score), rolesWords: input.roles ?? null },
    ...{ complaints: input.complaints ?? null, complaintWords: input.complaintWords ?? null },
    ...{ policyWords: input.policyWords ?? null, policyUpdatedOn: input.policyUpdatedOn ?? null },
    ...{ writtenBy: officerOf(work).officerId, writtenAt: work.clock.now(), version: input.version + 1 },
  };
  const saved = await work.db
    .insertInto('enforcement.encampmentAfter')
    .values({ encampmentId: file.id, agencyId: file.agencyId, ...values })
    .onConflict((there) =>
      there
        .column('encampmentId')
        .doUpdateSet(values)
        .where('enforcement.encampmentAfter.version', '=', input.version),
    )
    .executeTakeFirst();
  if (saved.numInsertedOrUpdatedRows !== 1n) return moved;
  await addEvent(work, 'encampment', file, { kind: 'after', words: 'What follows it written down' });
  return ok(file);
}

/** Adds a measure for the land with who sees to it, or records that one was done. */
export async function writeMeasure(
  work: Work,
  { encampmentId, ...input }: MeasureInput & { encampmentId: string },
): Promise<Result<Encampment>> {
  const found = await fileWithAfter(work, encampmentId);
  if (!found.ok) return found;
  const file = found.value;
  if (input.isDone || input.measureId) return measureDone(work, file, input.measureId, input.doneOn);
  const problems: FieldProblem[] = [];
  if (!input.words) problems.push({ field: 'words', words: 'Enter the measure' });
  if (!(await listColleagues(work)).some(({ id }) => id === input.ownerId))
    problems.push({ field: 'ownerId', words: 'Choose who sees to it, of your own agency' });
  if (!input.dueOn) problems.push({ field: 'dueOn', words: 'Enter by when' });
  if (problems.length > 0) return invalid(...problems);
  await work.db
    .insertInto('enforcement.encampmentMeasure')
    .values({
      ...{ id: work.ids.next(), encampmentId: file.id, agencyId: file.agencyId, words: input.words ?? '' },
      ...{ ownerId: input.ownerId ?? '', dueOn: input.dueOn ?? '', madeBy: officerOf(work).officerId },
      madeAt: work.clock.now(),
    })
    .execute();
  await addEvent(work, 'encampment', file, { kind: 'measure', words: 'A measure for the land added' });
  return ok(file);
}
async function measureDone(
  work: Work,
  file: Encampment,
  id: string | undefined,
  doneOn: string | undefined,
): Promise<Result<Encampment>> {
  const measure = (await listMeasures(work, file.id)).find((one) => one.id === id);
  if (!measure) return invalid({ field: 'measureId', words: 'Choose a measure of this file' });
  if (!doneOn || doneOn > work.clock.today())
    return invalid({ field: 'doneOn', words: 'Enter the day on which it was done' });
  const done = await work.db
    .updateTable('enforcement.encampmentMeasure')
    .set({ doneOn, version: measure.version + 1 })
    .where('id', '=', measure.id)
    .where('doneOn', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return stale('It was recorded as done already.');
  await addEvent(work, 'encampment', file, { kind: 'measure-done', words: 'A measure for the land done' });
  return ok(file);
}

/** The next version of the matrix; what was scored before stays as it was. */
export async function changeMatrix(work: Work, input: MatrixInput): Promise<Result<SiteMatrix>> {
  const items = input.items
    .split('\n')
    .map((line) => /^([a-z][a-z0-9-]*)\s*:\s*(.+)$/.exec(line.trim()) ?? line.trim())
    .filter((line) => line !== '');
  const read = items.flatMap((line) =>
    typeof line === 'string' ? [] : [{ code: line[1] ?? '', name: line[2] ?? '' }],
  );
  const problems: FieldProblem[] = [];
  if (read.length < items.length || read.length > 20)
    problems.push({ field: 'items', words: 'Write up to twenty lines, each like access: Vehicles drive on' });
  if (new Set(read.map(({ code }) => code)).size < read.length)
    problems.push({ field: 'items', words: 'Each line needs a code of its own' });
  if (input.mediumFrom < 1) problems.push({ field: 'mediumFrom', words: 'Medium begins above nought' });
  if (input.highFrom <= input.mediumFrom)
    problems.push({ field: 'highFrom', words: 'High begins above medium' });
  if (input.highFrom > read.length * 3)
    problems.push({ field: 'highFrom', words: `The most that can be scored is ${read.length * 3}` });
  if (problems.length > 0) return invalid(...problems);
  const { agencyId, officerId } = officerOf(work);
  const now = await matrixInUse(work);
  if (now.version !== input.version) return moved;
  const { mediumFrom, highFrom, reason } = input;
  const done = await work.db
    .insertInto('enforcement.siteMatrix')
    .values({
      ...{
        id: work.ids.next(),
        agencyId,
        version: now.version + 1,
        items: JSON.stringify(read),
        mediumFrom,
        highFrom,
      },
      ...{ reason, madeBy: officerId, madeAt: work.clock.now() },
    })
    .onConflict((there) => there.columns(['agencyId', 'version']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n ? ok(await matrixInUse(work)) : moved;
}
