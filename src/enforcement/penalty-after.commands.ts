import {
  failed,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { saveStep, stepAllowed } from './penalty.commands.ts';
import { keepPaper } from './penalty.documents.ts';
import { actAgainst } from './penalty.policy.ts';
import { openPenalty } from './penalty.queries.ts';
import {
  addPenaltyEvent,
  changePenalty,
  findPenalty,
  listEvidence,
  listPapers,
  listPayments,
  listPenaltyEvents,
  type Penalty,
  type PenaltyChange,
} from './penalty.store.ts';
import { type PenaltyAction, type PenaltyNeed, penaltyWriters } from './penalty.transitions.ts';
import { deadlinesFor, deemedServedOn, limitFor } from './penalty.ts';
import { type ServiceMethod, servesWithoutAddress, serviceMethods } from './penalty.words.ts';
import { listAdopted, listPenaltyLaw } from './penalty-law.store.ts';
import { judgePayment } from './penalty-payment.ts';
import { findRecipient } from './penalty-recipient.store.ts';

/** The rows of law and adoption that an issued notice was made under. */
async function madeUnder(work: Work, penalty: Penalty) {
  const law = (await listPenaltyLaw(work)).find((row) => row.id === penalty.lawId);
  const adopted = (await listAdopted(work, penalty.agencyId)).find((row) => row.id === penalty.adoptedId);
  return law && adopted ? { law, adopted } : undefined;
}

/**
 * Records how, when and by whom a notice was served, and counts the days anew from there. When the day is not the one
 * printed, a corrected edition of the notice is made.
 */
export async function servePenalty(
  work: Work,
  input: { penaltyId: string; version: number; sentOn: string; servedHow: ServiceMethod; servedBy: string },
): Promise<Result<Penalty>> {
  const opened = await openPenalty(work, input.penaltyId);
  if (!opened.ok) return opened;
  const penalty = opened.value;
  const against = actAgainst(work.viewer, penalty, 'Only the issuing agency serves it.');
  if (against) return against;
  const { roles } = officerOf(work);
  if (!penaltyWriters.some((role) => roles.includes(role)))
    return failed({
      kind: 'not-allowed',
      words: 'Your role does not serve notices.',
      whoCan: penaltyWriters.join(', '),
    });
  if (penalty.version !== input.version)
    return stale(
      'Somebody changed this penalty while you had it open. Look at what they did, then try again.',
    );
  if (penalty.servedOn) return stale(`Service is recorded already: ${dayWords(penalty.servedOn)}.`);
  if (penalty.issuedOn === null || !['issued', 'overdue'].includes(penalty.status))
    return stale('Only a notice that was issued and stands open can be served.');
  if (input.sentOn < penalty.issuedOn)
    return invalid({
      field: 'sentOn',
      words: `It was issued on ${dayWords(penalty.issuedOn)}: it cannot have been served before`,
    });
  if (input.sentOn > work.clock.today())
    return invalid({ field: 'sentOn', words: 'The day it was served cannot be in the future' });
  const recipient = await findRecipient(work, penalty.id);
  if (recipient?.isAddressHidden && !servesWithoutAddress(input.servedHow))
    return invalid({
      field: 'servedHow',
      words: 'Their address must stay hidden: hand the notice over, and write no address down',
    });
  const under = await madeUnder(work, penalty);
  if (!under) return notFound;
  const days = deadlinesFor(deemedServedOn(input.sentOn, input.servedHow), under.law, under.adopted);
  const set: PenaltyChange = {
    servedOn: days.servedOn,
    servedHow: input.servedHow,
    servedBy: input.servedBy,
    earlyUntil: days.earlyUntil,
    payUntil: days.payUntil,
    prosecuteFrom: days.prosecuteFrom,
    deadlineWhy: days.why,
    status: 'issued',
  };
  if (!(await changePenalty(work.db, penalty, set)))
    return stale('Somebody changed this penalty a moment ago. Look at what they did, then try again.');
  await addPenaltyEvent(work, {
    penaltyId: penalty.id,
    kind: 'served',
    words: `Served: ${serviceMethods[input.servedHow].words.toLowerCase()} on ${dayWords(input.sentOn)}${days.servedOn === input.sentOn ? '' : `, taken as received on ${dayWords(days.servedOn)}`}`,
  });
  const after = await findPenalty(work, penalty.id);
  if (!after) return notFound;
  if (recipient && after.payUntil !== penalty.payUntil) {
    await keepPaper(work, 'notice', {
      penalty: after,
      recipient,
      law: under.law.law,
      asAt: work.clock.now(),
    });
    await addPenaltyEvent(work, {
      penaltyId: penalty.id,
      kind: 'paper',
      words: 'Corrected notice made, because the days changed',
    });
  }
  return ok(after);
}

/** Takes one whole payment: the early amount by its day, else the full one. Paying ends liability. */
export async function recordPayment(
  work: Work,
  input: { penaltyId: string; version: number; paidOn: string; pence: number; paymentReference: string },
): Promise<Result<Penalty>> {
  const step = await stepAllowed(work, input, 'pay');
  if (!step.ok) return step;
  const { penalty } = step.value;
  if (penalty.amountPence === null || penalty.issuedOn === null) return notFound;
  const judged = judgePayment(
    {
      amountPence: penalty.amountPence,
      earlyPence: penalty.earlyPence,
      earlyUntil: penalty.earlyUntil,
      issuedOn: penalty.issuedOn,
    },
    { pence: input.pence, paidOn: input.paidOn, today: work.clock.today() },
  );
  if (!judged.ok)
    return invalid({ field: judged.field === 'pence' ? 'pounds' : judged.field, words: judged.words });
  await work.db
    .insertInto('enforcement.penaltyPayment')
    .values({
      id: work.ids.next(),
      penaltyId: penalty.id,
      paidOn: input.paidOn,
      pence: input.pence,
      paymentReference: input.paymentReference,
      recordedBy: officerOf(work).officerId,
      recordedAt: work.clock.now(),
    })
    .execute();
  return saveStep(
    work,
    step.value,
    { status: judged.to, paidOn: input.paidOn, paidPence: input.pence, endedOn: input.paidOn },
    `${moneyWords(input.pence)} on ${dayWords(input.paidOn)}`,
  );
}

/** What must be true besides the status; undefined when it is. */
const needs: Partial<
  Record<PenaltyNeed, (penalty: Penalty, today: string) => ReturnType<typeof refusedByRule> | undefined>
> = {
  served: (penalty) =>
    penalty.servedOn
      ? undefined
      : refusedByRule(
          'penalty.not-served',
          'No service is recorded.',
          'Record how and when the notice was served first.',
        ),
  'prosecution-allowed': (penalty, today) => {
    if (penalty.prosecuteFrom !== null && today < penalty.prosecuteFrom)
      return refusedByRule(
        'penalty.prosecution-bar',
        `No prosecution may start before ${dayWords(penalty.prosecuteFrom)}: the days for paying have not passed.`,
        `Wait until ${dayWords(penalty.prosecuteFrom)}.`,
      );
    const limit = penalty.offenceOn ? limitFor(penalty.offence, penalty.offenceOn) : null;
    return limit !== null && today > limit
      ? refusedByRule(
          'penalty.time-barred',
          `A court had to be asked by ${dayWords(limit)}: it is too late.`,
          'Close it as out of time for court.',
        )
      : undefined;
  },
  'limit-passed': (penalty, today) => {
    const limit = penalty.offenceOn ? limitFor(penalty.offence, penalty.offenceOn) : null;
    return limit !== null && today > limit
      ? undefined
      : refusedByRule(
          'penalty.in-time',
          limit === null
            ? 'This offence has no limit of time for court.'
            : `A court can be asked until ${dayWords(limit)}.`,
          'Refer it, or cancel it with a reason.',
        );
  },
};

/** A step that needs a reason: challenge, decide, cancel, void, refer, and how the court ended. */
export async function stepPenalty(
  work: Work,
  input: {
    penaltyId: string;
    version: number;
    action: Exclude<PenaltyAction, 'issue' | 'pay' | 'lapse' | 'remind'>;
    reason: string;
  },
): Promise<Result<Penalty>> {
  const step = await stepAllowed(work, input, input.action);
  if (!step.ok) return step;
  const { penalty, line } = step.value;
  const today = work.clock.today();
  for (const need of line.needs) {
    const refusal = needs[need]?.(penalty, today);
    if (refusal) return refusal;
  }
  if (input.action === 'refer') return referPenalty(work, step.value, input.reason);
  if (input.action === 'reject') {
    const under = await madeUnder(work, penalty);
    if (!under) return notFound;
    // A rejected challenge gives the whole time to pay again, from the day of the answer; the early offer has gone.
    const days = deadlinesFor(today, under.law, under.adopted);
    return saveStep(
      work,
      step.value,
      {
        earlyPence: null,
        earlyUntil: null,
        payUntil: days.payUntil,
        prosecuteFrom: days.prosecuteFrom,
        deadlineWhy: `Challenge rejected. ${days.why.replace('Served', 'Answered')}`,
      },
      input.reason,
    );
  }
  const isEnd = !['challenge'].includes(input.action);
  return saveStep(work, step.value, isEnd ? { endedOn: today } : {}, input.reason);
}

/** Hands the notice to the prosecutors with an index of what there is. */
async function referPenalty(
  work: Work,
  step: Parameters<typeof saveStep>[1],
  reason: string,
): Promise<Result<Penalty>> {
  const saved = await saveStep(work, step, {}, reason);
  if (!saved.ok) return saved;
  const { id } = saved.value;
  const [recipient, evidence, events, papers, payments, under] = await Promise.all([
    findRecipient(work, id),
    listEvidence(work, id),
    listPenaltyEvents(work, id),
    listPapers(work, id),
    listPayments(work, id),
    madeUnder(work, saved.value),
  ]);
  if (!recipient || !under) return notFound;
  const limit = saved.value.offenceOn ? limitFor(saved.value.offence, saved.value.offenceOn) : null;
  await keepPaper(work, 'prosecution-file', {
    penalty: saved.value,
    recipient,
    law: under.law.law,
    asAt: work.clock.now(),
    parts: { evidence, events, papers, payments, limit, reason },
  });
  return saved;
}

/** Makes a reminder to print and send. */
export async function remindPenalty(
  work: Work,
  input: { penaltyId: string; version: number },
): Promise<Result<Penalty>> {
  const step = await stepAllowed(work, input, 'remind');
  if (!step.ok) return step;
  const unserved = needs.served?.(step.value.penalty, work.clock.today());
  if (unserved) return unserved;
  const saved = await saveStep(work, step.value, {});
  if (!saved.ok) return saved;
  const [recipient, under] = await Promise.all([
    findRecipient(work, saved.value.id),
    madeUnder(work, saved.value),
  ]);
  if (recipient && under)
    await keepPaper(work, 'reminder', {
      penalty: saved.value,
      recipient,
      law: under.law.law,
      asAt: work.clock.now(),
    });
  return saved;
}
