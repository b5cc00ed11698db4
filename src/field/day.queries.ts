import { nameOf, patrolLines } from '../../reference/jet.ts';
import { logPatrols, plansOn } from '../jet/index.ts';
import { operationsToday, takePart } from '../operations/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { listTasks, readTasks, taskTransitionFor } from '../tasking/index.ts';
import { dayHours } from './capture.words.ts';
import { choicesFor } from './day.choices.ts';
import { placeOfCase, type TaskPlace } from './place.queries.ts';
import { powersOfDay } from './power.queries.ts';
import { type Precaution, precautionsFor } from './precaution.queries.ts';

const mostTasks = 50;

/** Tasks of the viewer's services that are being worked on, or that are due by today. Nothing of tomorrow. */
async function tasksOfToday(work: Work) {
  if (!mayUse(work.viewer, readTasks)) return [];
  const today = work.clock.today();
  const { agencyId } = officerOf(work);
  const tasks = await listTasks(work, { mine: true, status: 'live' }, { limit: mostTasks });
  const found = tasks.filter(({ status, dueOn }) => status === 'accepted' || dueOn <= today);
  // Several tasks are often set on one case.
  const places = new Map<string, TaskPlace | null>();
  for (const { caseId } of found)
    if (caseId && !places.has(caseId)) places.set(caseId, await placeOfCase(work, caseId));
  return found.map((task) => ({
    ...{ id: task.id, reference: task.reference, title: task.title, expected: task.expected },
    ...{
      dueOn: task.dueOn,
      isLate: task.dueOn < today,
      isPersonal: task.isPersonal,
      version: task.version,
    },
    ...{ serviceName: task.serviceName, caseReference: task.caseReference },
    isMine: task.agencyId === agencyId,
    takesResult: taskTransitionFor(task, 'finish') !== undefined,
    place: (task.caseId && places.get(task.caseId)) || null,
  }));
}

async function plansOfToday(work: Work) {
  if (!mayUse(work.viewer, logPatrols)) return [];
  return (await plansOn(work, work.clock.today())).map((plan) => ({
    ...{ id: plan.id, reference: plan.reference, title: plan.title, place: plan.place },
    ...{
      districtCode: plan.districtCode,
      districtName: plan.districtName,
      orderReference: plan.orderReference,
      words: plan.words,
    },
    ...{ toOn: plan.toOn, lines: plan.lines.map((code) => ({ code, name: nameOf(patrolLines, code) })) },
  }));
}

/** What the viewer has to do today, as a telephone takes it along: only what they may see, and nothing of tomorrow. */
export async function dayOfViewer(work: Work) {
  const viewer = officerOf(work);
  const [tasks, plans] = [await tasksOfToday(work), await plansOfToday(work)];
  const days = mayUse(viewer, takePart) ? await operationsToday(work) : [];
  const precautions: Precaution[] = [];
  for (const { operation, visits } of days)
    for (const { place } of visits)
      precautions.push(await precautionsFor(work, place, `Day of action ${operation.reference}`));
  for (const { place, reference } of plans)
    precautions.push(await precautionsFor(work, place, `Patrol ${reference}`));
  const toGoTo = new Map(tasks.flatMap(({ place, reference }) => (place ? [[place.words, reference]] : [])));
  for (const [place, reference] of toGoTo)
    precautions.push(await precautionsFor(work, place, `Task ${reference}`));
  const powers = await powersOfDay(work, [
    ...tasks.map(({ place, reference }) => ({ districtCode: place?.districtCode ?? null, why: reference })),
    ...plans.map(({ districtCode, title }) => ({ districtCode, why: title })),
    ...days.map(({ operation }) => ({ districtCode: operation.districtCode, why: operation.name })),
  ]);
  const now = work.clock.now();
  work.note.detail = {
    ...work.note.detail,
    ...{ tasks: tasks.length, plans: plans.length, operations: days.length, places: precautions.length },
  };
  return {
    officer: { id: viewer.officerId, name: viewer.name, agencyName: viewer.agencyName },
    ...{ day: work.clock.today(), takenAt: now, until: new Date(now.getTime() + dayHours * 3_600_000) },
    ...{ tasks, plans, precautions, powers },
    operations: days.map(({ operation, parts }) => ({
      ...{ id: operation.id, reference: operation.reference, name: operation.name, roads: operation.roads },
      ...{ briefing: operation.briefing, districtName: operation.districtName, parts },
      isUnderWay: operation.status === 'under-way',
    })),
    choices: await choicesFor(work),
  };
}

export type FieldDay = Awaited<ReturnType<typeof dayOfViewer>>;
