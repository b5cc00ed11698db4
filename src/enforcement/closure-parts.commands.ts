import { closureChecklistOn } from '../../reference/closure.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { addresseeAllowed } from './addressee.ts';
import { closureToWork } from './closure.commands.ts';
import type { ChecklistInput, OccupantInput } from './closure.forms.ts';
import { openClosure } from './closure.queries.ts';
import { type Closure, changeClosure } from './closure.store.ts';
import { closureOpen } from './closure.transitions.ts';
import { alwaysAdmitted } from './closure.words.ts';
import { listOccupants } from './closure-parts.store.ts';
import { movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';

interface Target {
  closureId: string;
  version: number;
}

/** The file, if what belongs to it may still be changed; its version moves on, for the answer of a step rests on it. */
async function openParts(work: Work, input: Target): Promise<Result<Closure>> {
  const found = await closureToWork(work, input);
  if (!found.ok) return found;
  if (!closureOpen.parts.from.includes(found.value.status)) return stale(closureOpen.parts.refusal);
  return (await changeClosure(work.db, found.value, {})) ? found : movedOn();
}

async function told(work: Work, file: Closure, kind: string, words: string): Promise<Result<Closure>> {
  await addEvent(work, 'closure', file, { kind, words });
  return openClosure(work, file.id);
}

/**
 * Writes down somebody who lives at, owns, runs or visits the premises. Whoever lives there or owns them is never kept out by a
 * notice (s.76(4)); of somebody whose address must stay hidden nothing is written but that they are on the file.
 */
export async function addOccupant(work: Work, input: OccupantInput & Target): Promise<Result<Closure>> {
  const { isBarred, relation, recordId } = input;
  if (isBarred && alwaysAdmitted.includes(relation))
    return refusedByRule(
      'closure.home-open',
      'A closure notice cannot keep out whoever habitually lives there or owns it.',
      'Only a court can, by its order. Add them without the bar.',
    );
  const named = await addresseeAllowed(work, recordId, {});
  if (!named.ok) return named;
  const { isHidden } = named.value;
  if (!isHidden && isBarred && !input.name && !recordId)
    return invalid({ field: 'name', words: 'Enter who is kept out, as the notice should name them' });
  if (isHidden && isBarred)
    return refusedByRule(
      'closure.hidden-home',
      'Somebody whose address must stay hidden is named on no paper.',
      'Ask the safeguarding side.',
    );
  const open = await openParts(work, input);
  if (!open.ok) return open;
  const file = open.value;
  await work.db
    .insertInto('enforcement.closureOccupant')
    .values({
      id: work.ids.next(),
      closureId: file.id,
      agencyId: file.agencyId,
      relation,
      recordId: recordId ?? null,
      name: isHidden ? null : (input.name ?? null),
      words: isHidden ? null : (input.words ?? null),
      isChild: input.isChild,
      isAtRisk: input.isAtRisk,
      isBarred,
      addedAt: work.clock.now(),
    })
    .execute();
  return told(work, file, 'occupant-added', 'Somebody added to those who live at or use the premises');
}

/** Takes somebody off the file who was put there by mistake. */
export async function removeOccupant(
  work: Work,
  input: Target & { occupantId: string },
): Promise<Result<Closure>> {
  const open = await openParts(work, input);
  if (!open.ok) return open;
  const file = open.value;
  const own = (await listOccupants(work, file.id)).find(({ id }) => id === input.occupantId);
  if (!own) return notFound;
  if (own.isHidden)
    return refusedByRule(
      'closure.hidden-home',
      'Somebody whose address must stay hidden is not taken off here.',
      'Ask the safeguarding side.',
    );
  await work.db
    .deleteFrom('enforcement.closureOccupant')
    .where('id', '=', own.id)
    .where('closureId', '=', file.id)
    .execute();
  return told(work, file, 'occupant-removed', 'Somebody taken off the file');
}

/** Answers items of the safeguarding checklist; an answer without words is none. */
export async function answerChecklist(work: Work, input: ChecklistInput & Target): Promise<Result<Closure>> {
  const today = work.clock.today();
  const codes = closureChecklistOn(today).map(({ code }) => code);
  const wrong = input.items.filter(({ item, words }) => words === '' || !codes.includes(item));
  if (wrong.length > 0)
    return invalid(
      ...wrong.map(({ item }) => ({
        field: `words-${item}`,
        words: 'Say what was found, or whom you asked',
      })),
    );
  if (input.items.length === 0)
    return invalid({ field: `answer-${codes[0] ?? ''}`, words: 'Answer one item or more' });
  const open = await openParts(work, input);
  if (!open.ok) return open;
  const file = open.value;
  for (const { item, answer, words } of input.items) {
    const row = { answer, words, officerId: officerOf(work).officerId, at: work.clock.now() };
    await work.db
      .insertInto('enforcement.closureCheck')
      .values({ closureId: file.id, agencyId: file.agencyId, item, ...row })
      .onConflict((conflict) => conflict.columns(['closureId', 'item']).doUpdateSet(row))
      .execute();
  }
  const count = `${input.items.length} ${input.items.length === 1 ? 'item' : 'items'}`;
  const done = await told(work, file, 'checklist', `Safeguarding checklist: ${count} answered`);
  return done.ok ? ok(done.value) : done;
}
