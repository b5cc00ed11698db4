import { welfareItemsOn } from '../../reference/encampment.ts';
import { invalid, notFound, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { encampmentToWork } from './encampment.commands.ts';
import type { VehicleInput, WelfareInput } from './encampment.forms.ts';
import { openEncampment } from './encampment.queries.ts';
import { changeEncampment, type Encampment } from './encampment.store.ts';
import { encampmentOpen } from './encampment.transitions.ts';
import { welfareAnswerWords } from './encampment.words.ts';
import { listReturns, listVehicles, listWelfare } from './encampment-parts.store.ts';
import { movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';

interface Target {
  encampmentId: string;
  version: number;
}

/** The file, if what belongs to it may still be changed; its version moves on, for the answer of a step rests on it. */
async function openParts(work: Work, input: Target): Promise<Result<Encampment>> {
  const found = await encampmentToWork(work, input);
  if (!found.ok) return found;
  if (!encampmentOpen.parts.from.includes(found.value.status)) return stale(encampmentOpen.parts.refusal);
  return (await changeEncampment(work.db, found.value, {})) ? found : movedOn();
}

/** A mark in the one form by which marks are compared; undefined when it cannot be one. Of other countries too. */
export function comparedMark(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^(?=.*\d)[A-Z0-9]{2,10}$/.test(plain) ? plain : undefined;
}

/**
 * Writes down a vehicle on the land. Where a direction to it still ran when it came, the history says so, for this agency alone:
 * others that read the file learn nothing of other land.
 */
export async function addVehicle(work: Work, input: VehicleInput & Target): Promise<Result<Encampment>> {
  const mark = comparedMark(input.mark);
  if (!mark) return invalid({ field: 'mark', words: 'Enter the registration mark, like AB12 CDE' });
  const open = await openParts(work, input);
  if (!open.ok) return open;
  const file = open.value;
  if ((await listVehicles(work, file)).some((one) => one.mark === mark))
    return invalid({ field: 'mark', words: 'This vehicle is on the file already' });
  await work.db
    .insertInto('enforcement.encampmentVehicle')
    .values({
      id: work.ids.next(),
      encampmentId: file.id,
      agencyId: file.agencyId,
      mark,
      words: input.words ?? null,
      addedAt: work.clock.now(),
    })
    .execute();
  const earlier = (await listReturns(work, file)).filter((one) => one.mark === mark);
  const met = earlier.map((one) => `A direction to it still ran, until ${dayWords(one.until)}`);
  await addEvent(work, 'encampment', file, {
    kind: 'vehicle-added',
    words: 'A vehicle added',
    // Which mark was tried, and what the alert said, stands even when it is taken off; whose file it was stands with the alert,
    // as long as their cases are shared.
    reason: [mark, ...new Set(met)].join('. '),
  });
  return openEncampment(work, file.id);
}

/** Takes a vehicle off the file that was put there by mistake. */
export async function removeVehicle(
  work: Work,
  input: Target & { vehicleId: string },
): Promise<Result<Encampment>> {
  const open = await openParts(work, input);
  if (!open.ok) return open;
  const file = open.value;
  const own = (await listVehicles(work, file)).find(({ id }) => id === input.vehicleId);
  if (!own) return notFound;
  await work.db
    .deleteFrom('enforcement.encampmentVehicle')
    .where('id', '=', own.id)
    .where('encampmentId', '=', file.id)
    .execute();
  await addEvent(work, 'encampment', file, {
    kind: 'vehicle-removed',
    words: 'A vehicle taken off the file',
    reason: own.mark,
  });
  return openEncampment(work, file.id);
}

/** Answers items of the welfare assessment; an answer without words is none. They can be asked again while anybody is there. */
export async function answerWelfare(work: Work, input: WelfareInput & Target): Promise<Result<Encampment>> {
  const all = welfareItemsOn(work.clock.today()).map(({ code }) => code);
  const wrong = input.items.filter(({ item, words }) => words === '' || !all.includes(item));
  if (wrong.length > 0)
    return invalid(
      ...wrong.map(({ item }) => ({
        field: `words-${item}`,
        words: 'Say what was found, or whom you asked',
      })),
    );
  if (input.items.length === 0)
    return invalid({ field: `answer-${all[0] ?? ''}`, words: 'Answer one item or more' });
  const open = await openParts(work, input);
  if (!open.ok) return open;
  const file = open.value;
  const before = (await listWelfare(work, file.id)).filter((one) =>
    input.items.some(
      ({ item, answer, words }) => item === one.item && (answer !== one.answer || words !== one.words),
    ),
  );
  for (const { item, answer, words } of input.items) {
    const row = { answer, words, officerId: officerOf(work).officerId, at: work.clock.now() };
    await work.db
      .insertInto('enforcement.encampmentWelfare')
      .values({ encampmentId: file.id, agencyId: file.agencyId, item, ...row })
      .onConflict((conflict) => conflict.columns(['encampmentId', 'item']).doUpdateSet(row))
      .execute();
  }
  const count = `${input.items.length} ${input.items.length === 1 ? 'item' : 'items'}`;
  await addEvent(work, 'encampment', file, {
    kind: 'welfare',
    words: `Welfare assessment: ${count} answered`,
    // A direction may rest on what stood before: it is not lost by writing over it.
    reason:
      before
        .map((one) => `Before: ${one.item}: ${welfareAnswerWords[one.answer]}. ${one.words}`)
        .join('\n') || undefined,
  });
  return openEncampment(work, file.id);
}
