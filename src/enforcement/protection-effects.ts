import type { Day } from '../platform/clock/clock.ts';
import { addDays } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { addressFields, keepRecord, tieRecord } from '../records/index.ts';
import { draftPenalty } from './penalty.commands.ts';
import { lawOn } from './penalty.ts';
import { serviceMethods } from './penalty.words.ts';
import { listPenaltyLaw } from './penalty-law.store.ts';
import type { ProtectionChange } from './protection.store.ts';
import type { ProtectionAction } from './protection.transitions.ts';
import { appealGroundWords, endingWords } from './protection.words.ts';
import type { PreparedStep } from './protection-step.commands.ts';

/** What a step writes besides its status, its clock and its letter; the words name nobody. */
export type Effect = (
  work: Work,
  step: PreparedStep,
) => Promise<Result<{ set: ProtectionChange; words: string }>>;

const served = ({ input, on }: PreparedStep): string =>
  input.how && input.on
    ? `${serviceMethods[input.how].words} on ${dayWords(input.on)}${on === input.on ? '' : `, taken as received on ${dayWords(on)}`}`
    : '';

/** The subject of a warning becomes a received record of the agency, or stays the one it was, tied to the file. */
async function recordSubject(work: Work, { facts }: PreparedStep): Promise<void> {
  const { file, subject } = facts;
  if (!subject) return;
  const tie = {
    kind: 'protection',
    id: file.id,
    role: 'warned',
    why: `Warned by ${file.reference}`,
  } as const;
  if (subject.recordId !== null) {
    await tieRecord(work, { recordId: subject.recordId, originAgencyId: file.agencyId, tie });
    return;
  }
  const { id: recordId } = await keepRecord(work, {
    kind: subject.kind === 'person' ? 'person' : 'organisation',
    fields: {
      name: subject.name ?? '',
      dateOfBirth: subject.kind === 'person' ? (subject.bornOn ?? '') : '',
      ...addressFields(subject.address),
    },
    originAgencyId: file.agencyId,
    feed: 'protection',
    handling: 'ordinary',
    regime: 'PART3',
    tie,
  });
  await work.db
    .updateTable('enforcement.protectionSubject')
    .set({ recordId })
    .where('protectionId', '=', file.id)
    .execute();
}

/** When an appeal ends, what it had suspended binds again from the day that was recorded. */
async function resume(work: Work, { facts, input, on }: PreparedStep): Promise<void> {
  await work.db
    .updateTable('enforcement.protectionRequirement')
    .set({ since: input.resumesOn ?? on })
    .where('protectionId', '=', facts.file.id)
    .where('stage', '=', 'notice')
    .where('kind', '<>', 'stop')
    .where('until', 'is', null)
    .execute();
}

/** The requirements of the notice end with a day, or one of them does. */
async function endRequirements(work: Work, protectionId: string, until: Day, only?: string): Promise<void> {
  await work.db
    .updateTable('enforcement.protectionRequirement')
    .set({ until })
    .where('protectionId', '=', protectionId)
    .where('stage', '=', 'notice')
    .where('until', 'is', null)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .execute();
}

/** A breach that was recorded before the appeal is one still when the notice stands. */
const decided = ({ facts, on }: PreparedStep): ProtectionChange => ({
  appealDecidedOn: on,
  ...(facts.file.breachedOn === null ? {} : { status: 'breached' }),
});

/**
 * Drafts the fixed penalty: the law and the amount are those of the day of the breach, from the table of the law. It goes to
 * the person of the file by the same record, so an address that must stay hidden stays so.
 */
const draftBreachPenalty: Effect = async (work, { facts }) => {
  const { file, subject } = facts;
  if (!file.breachedOn || !subject) return notFound;
  const { lon, lat, wardCode, districtCode } = file;
  const drafted = await draftPenalty(
    work,
    {
      offence: 'cpn-breach',
      offenceOn: file.breachedOn,
      placeWords: subject.placeWords ?? file.streetWords ?? undefined,
      policyConsidered: false,
      recordId: subject.recordId ?? undefined,
      recipientName: subject.name ?? undefined,
      recipientAddress: subject.address ?? undefined,
      caseId: file.caseId ?? undefined,
    },
    { lon, lat, wardCode, districtCode },
  );
  if (!drafted.ok) return drafted;
  return ok({
    set: { penaltyId: drafted.value.id },
    words: `${drafted.value.reference}; the most the law allowed on ${dayWords(file.breachedOn)} was ${moneyWords(file.breachMaxPence ?? 0)}`,
  });
};

/** What each step does of its own; a step that is not here only moves the file. */
export const effects: Partial<Record<ProtectionAction, Effect>> = {
  'serve-warning': async (work, step) => {
    await recordSubject(work, step);
    return ok({ set: { warnedOn: step.on }, words: served(step) });
  },
  discard: async (work) => ok({ set: { endedOn: work.clock.today() }, words: '' }),
  'record-compliance': async (_work, { on }) =>
    ok({ set: { endedOn: on }, words: `Seen on ${dayWords(on)}` }),
  'serve-notice': async (_work, step) => ok({ set: { noticeOn: step.on }, words: served(step) }),
  appeal: async (_work, { on, input }) =>
    ok({
      set: { appealedOn: on },
      words: `On ${dayWords(on)}. Grounds: ${input.grounds.map((g) => appealGroundWords[g].toLowerCase()).join('; ')}. What must be stopped must still be stopped; the other requirements are suspended`,
    }),
  'uphold-notice': async (work, step) => {
    await resume(work, step);
    return ok({ set: decided(step), words: `On ${dayWords(step.on)}` });
  },
  vary: async (work, step) => {
    const { facts, input, on } = step;
    const old = facts.requirements.find(
      (r) => r.id === input.requirementId && r.stage === 'notice' && r.until === null,
    );
    if (!old || !input.newWords) return notFound;
    await endRequirements(work, facts.file.id, addDays(on, -1), old.id);
    await resume(work, step);
    await work.db
      .insertInto('enforcement.protectionRequirement')
      .values({
        id: work.ids.next(),
        protectionId: facts.file.id,
        agencyId: facts.file.agencyId,
        stage: 'notice',
        kind: old.kind,
        words: input.newWords,
        byDay: old.byDay,
        since: old.kind === 'stop' ? on : (input.resumesOn ?? on),
        addedAt: work.clock.now(),
      })
      .execute();
    return ok({ set: decided(step), words: `On ${dayWords(on)}` });
  },
  quash: async (work, { facts, on }) => {
    await endRequirements(work, facts.file.id, addDays(on, -1));
    return ok({
      set: { appealDecidedOn: on, endedOn: on, ending: 'quashed' },
      words: `On ${dayWords(on)}`,
    });
  },
  'record-breach': async (work, { on }) => {
    const law = lawOn(await listPenaltyLaw(work), 'cpn-breach', on);
    if (!law)
      return refusedByRule(
        'protection.law',
        `No law on breach of a notice was in force on ${dayWords(on)}.`,
        'Check the day of the breach.',
      );
    return ok({
      set: { breachedOn: on, breachMaxPence: law.maxPence, breachLawId: law.id },
      words: `On ${dayWords(on)}. The most a fixed penalty may be for it: ${moneyWords(law.maxPence)} (${law.legalBasis})`,
    });
  },
  penalise: draftBreachPenalty,
  prosecute: async (_work, { on }) =>
    ok({ set: { prosecutedOn: on, triedOn: null }, words: `On ${dayWords(on)}` }),
  convict: async (_work, { on }) =>
    ok({ set: { triedOn: on, verdict: 'convicted' }, words: `On ${dayWords(on)}` }),
  acquit: async (_work, { on }) =>
    ok({ set: { triedOn: on, verdict: 'acquitted' }, words: `On ${dayWords(on)}` }),
  'charge-works': async (work, { facts, input, on }) => {
    const worksPence = Math.round((input.pounds ?? 0) * 100);
    await work.db
      .updateTable('enforcement.protectionSubject')
      .set({ worksPence })
      .where('protectionId', '=', facts.file.id)
      .execute();
    // The amount stays with the agency: others read the history.
    return ok({ set: { status: facts.file.status }, words: `On ${dayWords(on)}` });
  },
  seize: async (_work, { facts, on }) =>
    ok({
      set: { status: facts.file.status, seizedOn: on },
      words: `On ${dayWords(on)}. It is kept longer while proceedings for the breach run`,
    }),
  'give-back': async (_work, { facts, on }) =>
    ok({
      set: { status: facts.file.status, seizedOn: null, heldUntil: null, heldWhy: null },
      words: `On ${dayWords(on)}`,
    }),
  'order-remedy': async (_work, { on, input }) =>
    ok({
      set: { remedyBy: input.dueOn ?? on },
      words: `On ${dayWords(on)}, to be done by ${dayWords(input.dueOn ?? on)}`,
    }),
  // What is forfeited is held for nobody any more.
  'order-forfeiture': async (_work, { on }) =>
    ok({
      set: { forfeitedOn: on, seizedOn: null, heldUntil: null, heldWhy: null },
      words: `On ${dayWords(on)}`,
    }),
  'withdraw-prosecution': async (_work, { on }) => ok({ set: { triedOn: on }, words: `On ${dayWords(on)}` }),
  discharge: async (_work, { on, input: { ending } }) =>
    ending
      ? ok({ set: { endedOn: on, ending }, words: `${endingWords[ending]}, on ${dayWords(on)}` })
      : invalid({ field: 'ending', words: 'Choose why it ends' }),
};
