import { factorsOn } from '../../reference/abandoned.ts';
import { invalid, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { abandonedToWork } from './abandoned.commands.ts';
import type { AssessmentInput, EnquiryInput } from './abandoned.forms.ts';
import { openAbandoned } from './abandoned.queries.ts';
import { type AbandonedVehicle, changeAbandoned } from './abandoned.store.ts';
import { abandonedOpen } from './abandoned.transitions.ts';
import { askedOfWords, factorAnswerWords, keeperAnswerWords } from './abandoned.words.ts';
import { findStanding, isMarkHidden, listAssessment } from './abandoned-parts.store.ts';
import { addresseeAllowed } from './addressee.ts';
import { movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';

interface Target {
  abandonedId: string;
  version: number;
}

/** The file, if this part of it may still be written; its version moves on, for the answer of a step rests on it. */
export async function openPart(
  work: Work,
  input: Target,
  part: 'assessment' | 'photos' | 'enquiry',
): Promise<Result<AbandonedVehicle>> {
  const found = await abandonedToWork(work, input);
  if (!found.ok) return found;
  if (!abandonedOpen[part].from.includes(found.value.status)) return stale(abandonedOpen[part].refusal);
  return (await changeAbandoned(work.db, found.value, {})) ? found : movedOn();
}

/** Answers factors of the assessment; an answer without words is none. They can be answered again while the vehicle stands there. */
export async function answerAssessment(
  work: Work,
  input: AssessmentInput & Target,
): Promise<Result<AbandonedVehicle>> {
  const all = factorsOn(work.clock.today()).map(({ code }) => code);
  const wrong = input.items.filter(({ item, words }) => words === '' || !all.includes(item));
  if (wrong.length > 0)
    return invalid(
      ...wrong.map(({ item }) => ({
        field: `words-${item}`,
        words: 'Say what was found, or whom you asked',
      })),
    );
  if (input.items.length === 0)
    return invalid({ field: `answer-${all[0] ?? ''}`, words: 'Answer one factor or more' });
  const open = await openPart(work, input, 'assessment');
  if (!open.ok) return open;
  const file = open.value;
  const before = (await listAssessment(work, file.id)).filter((one) =>
    input.items.some(
      ({ item, answer, words }) => item === one.factor && (answer !== one.answer || words !== one.words),
    ),
  );
  for (const { item, answer, words } of input.items) {
    const row = { answer, words, officerId: officerOf(work).officerId, at: work.clock.now() };
    await work.db
      .insertInto('enforcement.abandonedAssessment')
      .values({ abandonedId: file.id, agencyId: file.agencyId, factor: item, ...row })
      .onConflict((conflict) => conflict.columns(['abandonedId', 'factor']).doUpdateSet(row))
      .execute();
  }
  const count = `${input.items.length} ${input.items.length === 1 ? 'factor' : 'factors'}`;
  await addEvent(work, 'abandoned', file, {
    kind: 'assessed',
    words: `Assessment: ${count} answered`,
    // A judgement may rest on what stood before: it is not lost by writing over it.
    reason:
      before
        .map((one) => `Before: ${one.factor}: ${factorAnswerWords[one.answer]}. ${one.words}`)
        .join('\n') || undefined,
  });
  return openAbandoned(work, file.id);
}

/**
 * Writes down what somebody asked about the keeper, by hand, and what they were told. Of a keeper whose address must stay hidden, by
 * their record or by the mark, no address is written.
 */
export async function recordEnquiry(
  work: Work,
  input: EnquiryInput & Target,
): Promise<Result<AbandonedVehicle>> {
  if (input.askedOn > work.clock.today())
    return invalid({ field: 'askedOn', words: 'It cannot be in the future' });
  if (input.answer === 'keeper' && !input.keeperName)
    return invalid({ field: 'keeperName', words: 'Enter the name that you were given' });
  if (input.answer !== 'keeper' && (input.keeperName || input.keeperAddress || input.recordId))
    return invalid({ field: 'answer', words: 'Choose that a keeper was named, or leave the keeper out' });
  const open = await openPart(work, input, 'enquiry');
  if (!open.ok) return open;
  const file = open.value;
  const allowed = await addresseeAllowed(work, input.recordId, { keeperAddress: input.keeperAddress });
  if (!allowed.ok) return allowed;
  const standing = await findStanding(work, file.id);
  if (input.keeperAddress && (standing?.isHidden || (await isMarkHidden(work, standing?.mark ?? null))))
    return invalid({
      field: 'keeperAddress',
      words: 'This mark is of somebody whose address must stay hidden: leave the address out',
    });
  await work.db
    .insertInto('enforcement.abandonedEnquiry')
    .values({
      id: work.ids.next(),
      ...{ abandonedId: file.id, agencyId: file.agencyId, askedOn: input.askedOn, askedOf: input.askedOf },
      ...{ reason: input.enquiryReason, answer: input.answer, answerWords: input.answerWords ?? null },
      ...{ keeperName: input.keeperName ?? null, keeperAddress: input.keeperAddress ?? null },
      ...{ recordId: input.recordId ?? null, officerId: officerOf(work).officerId },
      recordedAt: work.clock.now(),
    })
    .execute();
  await addEvent(work, 'abandoned', file, {
    kind: 'keeper-asked',
    words: `Keeper asked after on ${dayWords(input.askedOn)}`,
    reason: `${askedOfWords[input.askedOf]}. ${keeperAnswerWords[input.answer]}. ${input.enquiryReason}`,
  });
  return openAbandoned(work, file.id);
}
