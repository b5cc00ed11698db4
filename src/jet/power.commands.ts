import { listAreas } from '../directory/index.ts';
import {
  areasOf,
  canUsePower,
  officerFacts,
  type PowerAnswer,
  powerWords,
  whoCouldUse,
} from '../enforcement/index.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { useOfForm } from './power.store.ts';

export interface PowerQuestion {
  power: string;
  districtCode: string;
  isInUniform: boolean;
}
/** Whether the viewer may use a power here today, why not, and who of their agency could. */
export interface PowerSaid {
  answer: PowerAnswer;
  others: string[];
}

/** Answers "may I do this here?" from the powers register, the place and the day. */
export async function askPower(work: Work, question: PowerQuestion): Promise<Result<PowerSaid>> {
  const today = work.clock.today();
  const districts = await listAreas(work.db, 'district', today);
  if (!districts.some(({ code }) => code === question.districtCode))
    return invalid({ field: 'districtCode', words: 'Choose the district from the list' });
  const facts = await officerFacts(work, officerOf(work).officerId, question.isInUniform);
  if (!facts) return notFound;
  const place = await areasOf(work, { wardCode: null, districtCode: question.districtCode });
  const answer = canUsePower(facts, question.power, place, today);
  const others = answer.ok ? [] : await whoCouldUse(work, question.power, place, today);
  return ok({ answer, others });
}

/** Records that the viewer used a power; refused, with why and who could instead, where they do not hold it here and now. */
export async function recordUse(
  work: Work,
  input: PowerQuestion & { words: string; key?: string | undefined },
): Promise<Result<{ id: string; reference: string }>> {
  const before = input.key ? await useOfForm(work, input.key) : undefined;
  if (before) return ok(before);
  const asked = await askPower(work, input);
  if (!asked.ok) return asked;
  const { answer, others } = asked.value;
  const viewer = officerOf(work);
  if (!answer.ok) {
    const what = powerWords[input.power] ?? input.power;
    work.note.detail.power = input.power;
    return refusedByRule(
      'power.not-held',
      `You may not ${what} here now: ${answer.unmet.map(({ words }) => words).join('; ')}.`,
      [
        ...new Set(answer.unmet.map(({ mend }) => mend)),
        others.length > 0
          ? `Who could instead: ${others.join(', ')}.`
          : 'Nobody of your agency could instead: ask the police.',
      ].join(' '),
    );
  }
  const id = work.ids.next();
  const reference = work.ids.reference('PU');
  const added = await work.db
    .insertInto('jet.powerUse')
    .values({
      ...{ id, reference, agencyId: viewer.agencyId, officerId: viewer.officerId, power: input.power },
      ...{ basis: answer.basis, authorisationReference: answer.reference, districtCode: input.districtCode },
      ...{ usedAt: work.clock.now(), words: input.words, formKey: input.key ?? null },
    })
    .onConflict((conflict) => conflict.columns(['officerId', 'formKey']).doNothing())
    .executeTakeFirst();
  about(work, 'power-use', id);
  if (added.numInsertedOrUpdatedRows === 1n) return ok({ id, reference });
  const first = input.key ? await useOfForm(work, input.key) : undefined;
  return first ? ok(first) : notFound;
}
