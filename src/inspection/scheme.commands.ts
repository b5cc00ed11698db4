import { type AwardLevel, awardLevels, awardRule, schemeKinds } from '../../reference/inspection.ts';
import { listAreas } from '../directory/index.ts';
import { addMonths, keepEdition, movedOn } from '../enforcement/index.ts';
import { addDays, dayOf } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { facts, heading, type PrintedDocument, paragraph, signature } from '../platform/documents/model.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { criteriaFor, freeFrom, levelOf } from './award.ts';
import { agenciesThere, ownPremises, toldPremises } from './premises.commands.ts';
import {
  type Award,
  findAward,
  findScheme,
  lastFailOn,
  listAwardAnswers,
  listMembers,
  type Scheme,
} from './scheme.store.ts';

/** One scheme for reading; noted in the audit by its id. */
export async function openScheme(work: Work, id: string): Promise<Result<Scheme>> {
  const found = await findScheme(work, id);
  if (!found) return notFound;
  about(work, 'scheme', found.id);
  return ok(found);
}
async function ownScheme(work: Work, id: string): Promise<Result<Scheme>> {
  const found = await openScheme(work, id);
  if (!found.ok || found.value.agencyId === officerOf(work).agencyId) return found;
  return refusedByRule('scheme.other-agency', `${found.value.agencyName} runs this scheme.`, 'Ask them.');
}
export const hasAward = ({ kind }: Pick<Scheme, 'kind'>): boolean =>
  schemeKinds.some((row) => row.code === kind && row.hasAward);

/** Sets up a scheme with the agencies of its group. */
export async function startScheme(
  work: Work,
  input: { kind: string; name: string; districtCode: string; agencies: readonly string[] },
): Promise<Result<Scheme>> {
  const districts = await listAreas(work.db, 'district', work.clock.today());
  if (!districts.some(({ code }) => code === input.districtCode))
    return invalid({ field: 'districtCode', words: 'Choose the district from the list' });
  const others = await agenciesThere(work, input.agencies);
  if (!others) return invalid({ field: 'agencies', words: 'Choose agencies from the list' });
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  await work.db
    .insertInto('inspection.scheme')
    .values({
      ...{
        id,
        reference: work.ids.reference('SC'),
        agencyId,
        agencyIds: [agencyId, ...others],
        kind: input.kind,
      },
      ...{
        name: input.name,
        districtCode: input.districtCode,
        status: 'open',
        startedOn: work.clock.today(),
      },
      ...{ madeBy: officerId, madeAt: work.clock.now() },
    })
    .execute();
  return openScheme(work, id);
}
/** Puts a scheme on hold, when nobody can apply, or opens it again. */
export async function holdScheme(
  work: Work,
  input: { schemeId: string; status: 'open' | 'on-hold'; reason: string; version: number },
): Promise<Result<Scheme>> {
  const found = await ownScheme(work, input.schemeId);
  if (!found.ok) return found;
  if (found.value.status === input.status) return stale('The scheme stands so already.');
  const row = { id: found.value.id, version: input.version };
  if (
    !(await changeRow(work.db, 'inspection.scheme', row, { status: input.status, statusWhy: input.reason }))
  )
    return movedOn();
  return openScheme(work, found.value.id);
}

/** Premises of the own agency join a scheme. */
export async function joinScheme(
  work: Work,
  input: { schemeId: string; premisesId: string },
): Promise<Result<Scheme>> {
  const found = await ownScheme(work, input.schemeId);
  if (!found.ok) return found;
  const premises = await ownPremises(work, input.premisesId);
  if (!premises.ok) return invalid({ field: 'premisesId', words: 'Choose premises that your agency keeps' });
  const done = await work.db
    .insertInto('inspection.member')
    .values({
      ...{ id: work.ids.next(), schemeId: found.value.id, premisesId: premises.value.id },
      ...{
        agencyId: officerOf(work).agencyId,
        label: premises.value.tradingName,
        joinedOn: work.clock.today(),
      },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return invalid({ field: 'premisesId', words: 'They are members already' });
  await toldPremises(work, premises.value, 'joined', `Joined ${found.value.name}`);
  return openScheme(work, found.value.id);
}
/** A member's staff were trained, or it left. */
export async function changeMember(
  work: Work,
  input: { schemeId: string; memberId: string; change: 'train' | 'leave'; version: number },
): Promise<Result<Scheme>> {
  const found = await ownScheme(work, input.schemeId);
  if (!found.ok) return found;
  const member = (await listMembers(work, found.value.id)).find(({ id }) => id === input.memberId);
  if (!member) return notFound;
  const today = work.clock.today();
  const set = input.change === 'train' ? { trainedOn: today } : { leftOn: today };
  const row = { id: member.id, version: input.version };
  if (!(await changeRow(work.db, 'inspection.member', row, set))) return movedOn();
  return openScheme(work, found.value.id);
}

/** One application for reading; noted in the audit by its id. */
export async function openAward(work: Work, id: string): Promise<Result<Award>> {
  const found = await findAward(work, id);
  if (!found) return notFound;
  about(work, 'award', found.id);
  return ok(found);
}
/** Takes an application for the award. A scheme that is on hold takes none. */
export async function applyForAward(
  work: Work,
  input: { schemeId: string; premisesId: string },
): Promise<Result<Award>> {
  const found = await ownScheme(work, input.schemeId);
  if (!found.ok) return found;
  const scheme = found.value;
  if (!hasAward(scheme))
    return refusedByRule('award.none', 'This scheme has no award.', 'Choose a scheme that has one.');
  if (scheme.status === 'on-hold')
    return refusedByRule(
      'award.on-hold',
      'The scheme is on hold: it takes no applications.',
      'Open the scheme again first.',
    );
  const premises = await ownPremises(work, input.premisesId);
  if (!premises.ok) return invalid({ field: 'premisesId', words: 'Choose premises that your agency keeps' });
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  const done = await work.db
    .insertInto('inspection.award')
    .values({
      ...{
        id,
        reference: work.ids.reference('AW'),
        schemeId: scheme.id,
        premisesId: premises.value.id,
        agencyId,
      },
      ...{ status: 'applied', appliedOn: work.clock.today(), madeBy: officerId, madeAt: work.clock.now() },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return invalid({ field: 'premisesId', words: 'An application of theirs is open already' });
  await toldPremises(work, premises.value, 'applied', `Applied for the award of ${scheme.name}`);
  return openAward(work, id);
}
async function openForAnswers(work: Work, id: string): Promise<Result<Award>> {
  const found = await openAward(work, id);
  return found.ok && found.value.status !== 'applied' ? stale('This application is decided.') : found;
}
/** Answers criteria of the matrix; an answer without words is none. */
export async function answerAward(
  work: Work,
  input: { awardId: string; items: readonly { criterion: string; isMet: boolean; words: string }[] },
): Promise<Result<Award>> {
  const found = await openForAnswers(work, input.awardId);
  if (!found.ok) return found;
  const award = found.value;
  const asked = criteriaFor(award.appliedOn).map(({ code }) => code);
  const wrong = input.items.filter(({ criterion, words }) => words.length < 3 || !asked.includes(criterion));
  if (wrong.length > 0)
    return invalid(
      ...wrong.map(({ criterion }) => ({ field: `words-${criterion}`, words: 'Say what was seen' })),
    );
  if (input.items.length === 0)
    return invalid({ field: `met-${asked[0] ?? ''}`, words: 'Answer one line or more' });
  // Whoever decides meanwhile decides by the answers that they saw.
  if (!(await changeRow(work.db, 'inspection.award', award, {}))) return movedOn();
  for (const { criterion, isMet, words } of input.items) {
    const row = { isMet, words, officerId: officerOf(work).officerId, at: work.clock.now() };
    await work.db
      .insertInto('inspection.awardAnswer')
      .values({ awardId: award.id, criterion, agencyId: award.agencyId, ...row })
      .onConflict((there) => there.columns(['awardId', 'criterion']).doUpdateSet(row))
      .execute();
  }
  return openAward(work, award.id);
}

const levelName = (level: AwardLevel): string =>
  awardLevels.find((row) => row.level === level)?.name ?? level;
/** The certificate, as it is printed. */
export const certificate = (
  award: Award,
  level: AwardLevel,
  validUntil: string,
  asAt: Date,
): PrintedDocument => ({
  title: `${award.schemeName} ${award.reference}`,
  marking: 'OFFICIAL',
  author: award.agencyName,
  asAt,
  blocks: [
    heading(1, award.schemeName),
    heading(2, `${levelName(level)} award`),
    paragraph(award.tradingName, true),
    paragraph(
      'met every line that this level asks for: crime and disorder, public safety, nuisance, protection of children, health and vulnerability.',
    ),
    facts([
      { key: 'Reference', value: award.reference },
      { key: 'Valid until', value: dayWords(validUntil) },
    ]),
    signature(dayWords(dayOf(asAt)), award.agencyName),
  ],
});
/** Decides an application by its answers: the level follows from the matrix. A failed test in the twelve months before blocks it. */
export async function decideAward(
  work: Work,
  input: { awardId: string; version: number },
): Promise<Result<Award>> {
  const found = await openForAnswers(work, input.awardId);
  if (!found.ok) return found;
  const award = found.value;
  if (award.version !== input.version) return movedOn();
  const today = work.clock.today();
  const failedOn = await lastFailOn(work, award.premisesId);
  if (failedOn !== null && today < freeFrom(failedOn))
    return refusedByRule(
      'award.failed-test',
      `The premises failed a test on ${dayWords(failedOn)}: no award in the ${awardRule.failMonths} months after.`,
      `It can be decided from ${dayWords(freeFrom(failedOn))}.`,
    );
  const criteria = criteriaFor(award.appliedOn);
  const answers = await listAwardAnswers(work, award.id);
  const open = criteria.filter(
    ({ weight, code }) => weight === 'essential' && !answers.some(({ criterion }) => criterion === code),
  );
  if (open.length > 0)
    return refusedByRule(
      'award.unanswered',
      `Essential lines are not answered yet: ${open.map(({ name }) => name).join('; ')}.`,
      'Answer them first.',
    );
  const level = levelOf(
    criteria,
    new Set(answers.filter(({ isMet }) => isMet).map(({ criterion }) => criterion)),
  );
  const validUntil = level ? addDays(addMonths(today, awardRule.validMonths), -1) : null;
  const decided = {
    decidedOn: today,
    decidedBy: officerOf(work).officerId,
    level: level ?? null,
    validUntil,
  };
  const status = level ? 'awarded' : 'not-met';
  if (!(await changeRow(work.db, 'inspection.award', award, { ...decided, status }))) return movedOn();
  if (level && validUntil)
    await keepEdition(work, 'award', award, {
      kind: 'certificate',
      document: certificate(award, level, validUntil, work.clock.now()),
      showsAddress: false,
    });
  const words = level ? `${award.schemeName}: ${levelName(level).toLowerCase()} award` : 'Award not met';
  await toldPremises(work, { id: award.premisesId, agencyId: award.agencyId }, 'award', words);
  return openAward(work, award.id);
}
/** The business takes its application back. */
export async function withdrawAward(
  work: Work,
  input: { awardId: string; version: number },
): Promise<Result<Award>> {
  const found = await openForAnswers(work, input.awardId);
  if (!found.ok) return found;
  const row = { id: found.value.id, version: input.version };
  if (!(await changeRow(work.db, 'inspection.award', row, { status: 'withdrawn' }))) return movedOn();
  return openAward(work, found.value.id);
}
