import { mostReviewDays } from '../../../reference/organised-crime.ts';
import { addDays, type Day } from '../../platform/clock/clock.ts';
import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { findSubject } from '../profile/profile.store.ts';
import type { OcgAssessInput, OcgCardInput } from './ocg.forms.ts';
import { type OcgAnswers, ocgScore, ocgTest, socTest } from './ocg.rules.ts';
import { addOcg, addOcgEvent, changeOcg, findOcg, findOcgToWrite, type Ocg } from './ocg.store.ts';
import { exploited, isMemberRole, type Strand } from './ocg.words.ts';
import {
  addOcgAction,
  addOcgAssessment,
  addOcgDisruption,
  addOcgMember,
  endOcgAction,
  endOcgMember,
  isVictimAlone,
  type OcgParts,
  partsOf,
} from './ocg-parts.store.ts';

export const movedOn = stale('Somebody changed this card since you opened it. Open it again.');
const away = refusedByRule(
  'intelligence.ocg-away',
  'This card is put away, so nothing is written on it.',
  'Take the card out again first.',
);

/** A card with all that lies on it; noted in the audit by its id. */
export async function openOcg(work: Work, id: string): Promise<Result<{ card: Ocg; parts: OcgParts }>> {
  const card = await findOcg(work, id);
  if (!card) return notFound;
  about(work, 'ocg', id);
  return ok({ card, parts: await partsOf(work, id) });
}
/** A card on which something may be written. */
async function live(work: Work, id: string): Promise<Result<Ocg>> {
  const card = await findOcgToWrite(work, id);
  if (!card) return notFound;
  about(work, 'ocg', id);
  return card.status === 'archived' ? away : ok(card);
}
export type Done = Result<{ id: string }>;
export const done = (id: string): Done => ok({ id });

export async function openCard(work: Work, { version: _none, ...given }: OcgCardInput): Promise<Done> {
  const id = await addOcg(work, { ...given, reviewOn: addDays(work.clock.today(), mostReviewDays) });
  await addOcgEvent(work, id, { kind: 'opened', words: 'Card opened' });
  about(work, 'ocg', id);
  return done(id);
}

/** What a card says of the group; a name that it had before stays in its history. */
export async function changeCard(
  work: Work,
  { ocgId, version, ...given }: OcgCardInput & { ocgId: string },
): Promise<Done> {
  const found = await live(work, ocgId);
  if (!found.ok) return found;
  const card = found.value;
  if (card.status === 'inferred' && given.seriesWords === '')
    return invalid({ field: 'seriesWords', words: 'Say from which series it is inferred' });
  if (card.version !== version || !(await changeOcg(work, card, given))) return movedOn;
  const was = (
    [
      ['name', 'Name'],
      ['activities', 'What it does'],
      ['areaWords', 'Where'],
      ['seriesWords', 'Series'],
    ] as const
  ).flatMap(([field, words]) =>
    card[field] === given[field] ? [] : [`${words} was: ${card[field] || 'empty'}`],
  );
  if (was.length > 0)
    await addOcgEvent(work, ocgId, { kind: 'changed', words: 'Card changed', reason: was.join('. ') });
  return done(ocgId);
}

/** Says how a group stands against the two tests; what was said before stays beneath it. */
export async function assessOcg(
  work: Work,
  { ocgId, version, grounds, ...answers }: OcgAssessInput & { ocgId: string },
): Promise<Result<{ id: string; score: number; soc: string; ocg: string }>> {
  const found = await live(work, ocgId);
  if (!found.ok) return found;
  const card = found.value;
  if (card.version !== version) return movedOn;
  const { assessments, members } = await partsOf(work, ocgId);
  const named = members.filter(
    ({ endedAt, role, kind }) => !endedAt && isMemberRole(role) && kind === 'person',
  ).length;
  if (answers.people < named)
    return invalid({ field: 'people', words: `${named} people stand on the card already` });
  const given: OcgAnswers = answers;
  const score = ocgScore(given);
  const number = (assessments[0]?.number ?? 0) + 1;
  if (
    !(await changeOcg(work, card, {})) ||
    !(await addOcgAssessment(work, ocgId, { number, answers: given, score, grounds }))
  )
    return movedOn;
  await addOcgEvent(work, ocgId, {
    kind: 'assessed',
    words: `Assessed: local score ${score}`,
    reason: grounds,
  });
  return ok({ id: ocgId, score, soc: socTest(given).outcome, ocg: ocgTest(given).outcome });
}

/** Puts whoever an item names on a card. A victim may stand there as exploited, and as nothing else. */
export async function putOnCard(
  work: Work,
  given: { ocgId: string; linkId: string; role: string; why: string },
): Promise<Done> {
  const found = await live(work, given.ocgId);
  if (!found.ok) return found;
  const subject = await findSubject(work, given.linkId);
  if (!subject) return notFound;
  if (given.role !== exploited && (await isVictimAlone(work, subject)))
    return invalid({
      field: 'role',
      words:
        'Items name them as a victim, and none as a subject or associate: say that they may be exploited, or link them anew in the item',
    });
  const isThing = subject.kind !== 'person' && subject.kind !== 'organisation';
  if (isThing && isMemberRole(given.role))
    return invalid({
      field: 'role',
      words: 'A vehicle, number or place is used by a group: it is not in it',
    });
  if (!(await addOcgMember(work, given.ocgId, { subject, role: given.role, why: given.why })))
    return refusedByRule(
      'intelligence.ocg-member-once',
      `${subject.label} stands on this card already.`,
      'Take them off first to write down another role.',
    );
  await addOcgEvent(work, given.ocgId, {
    kind: 'member',
    words: `${subject.label} put on the card`,
    reason: given.why,
  });
  return done(given.ocgId);
}

export async function takeOffCard(
  work: Work,
  { ocgId, memberId, endWhy }: { ocgId: string; memberId: string; endWhy: string },
): Promise<Done> {
  const found = await live(work, ocgId);
  if (!found.ok) return found;
  const member = (await partsOf(work, ocgId)).members.find(({ id }) => id === memberId);
  if (!member) return notFound;
  if (!(await endOcgMember(work, { ocgId, memberId }, endWhy))) return movedOn;
  await addOcgEvent(work, ocgId, {
    kind: 'member',
    words: `${member.label} taken off the card`,
    reason: endWhy,
  });
  return done(ocgId);
}

export async function planAction(
  work: Work,
  { ocgId, ...given }: { ocgId: string; strand: Strand; words: string; ownerWords: string; dueOn: Day },
): Promise<Done> {
  const found = await live(work, ocgId);
  if (!found.ok) return found;
  if (given.dueOn < work.clock.today())
    return invalid({ field: 'dueOn', words: 'The day must be today or later' });
  await addOcgAction(work, ocgId, given);
  return done(ocgId);
}

export async function endAction(
  work: Work,
  { ocgId, actionId, result }: { ocgId: string; actionId: string; result: string },
): Promise<Done> {
  const found = await live(work, ocgId);
  if (!found.ok) return found;
  const action = (await partsOf(work, ocgId)).plan.find(({ id }) => id === actionId);
  if (!action) return notFound;
  if (!(await endOcgAction(work, { ocgId, actionId }, result))) return movedOn;
  return done(ocgId);
}

export async function recordDisruption(
  work: Work,
  {
    ocgId,
    ...given
  }: { ocgId: string; onDay: Day; strand: Strand; grade: string; words: string; evidence: string },
): Promise<Done> {
  const found = await live(work, ocgId);
  if (!found.ok) return found;
  if (given.onDay > work.clock.today())
    return invalid({ field: 'onDay', words: 'The day must be today or earlier' });
  await addOcgDisruption(work, ocgId, given);
  return done(ocgId);
}

/** Somebody looked at the card again; the next look is six weeks away at the latest. */
export async function reviewCard(
  work: Work,
  { ocgId, words, reviewOn }: { ocgId: string; words: string; reviewOn: Day },
): Promise<Done> {
  const found = await live(work, ocgId);
  if (!found.ok) return found;
  const today = work.clock.today();
  const last = addDays(today, mostReviewDays);
  if (reviewOn <= today || reviewOn > last)
    return invalid({ field: 'reviewOn', words: `Choose a day after today, and ${last} at the latest` });
  if (!(await changeOcg(work, found.value, { reviewOn }))) return movedOn;
  await addOcgEvent(work, ocgId, {
    kind: 'reviewed',
    words: `Looked at again; next by ${reviewOn}`,
    reason: words,
  });
  return done(ocgId);
}
