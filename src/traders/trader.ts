import {
  heldOn,
  type TraderCheckItem,
  type TraderProofKind,
  traderChecks,
  traderPeriodOn,
  traderProofs,
} from '../../reference/trader-scheme.ts';
import type { Condition } from '../enforcement/index.ts';
import type { VettingShown } from '../intelligence/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { dayWords, inSentence } from '../platform/ui/index.ts';
import type { Trader } from './trader.store.ts';
import type { TraderLine, TraderNeed } from './trader.transitions.ts';
import { feeKindWords } from './trader.words.ts';
import {
  type Fee,
  feeOn,
  type TraderCheck,
  type TraderComplaint,
  type TraderPayment,
  type TraderPerson,
  type TraderProof,
} from './trader-parts.store.ts';

/** All that the needs of a step look at. */
export interface TraderFacts {
  file: Trader;
  people: readonly TraderPerson[];
  proofs: readonly TraderProof[];
  payments: readonly TraderPayment[];
  checks: readonly TraderCheck[];
  complaints: readonly TraderComplaint[];
  fees: readonly Fee[];
  /** What was answered, once it crossed; undefined before anything was asked. */
  vetting: VettingShown | undefined;
  /** Who asks. */
  officerId: string | undefined;
  /** Who last wrote down whom and what is asked about; nobody since it was asked about. */
  writtenBy: string | undefined;
  today: Day;
}

const forTrades = <Row extends { trades?: readonly string[] }>(rows: readonly Row[], file: Trader) =>
  rows.filter(({ trades }) => trades === undefined || trades.some((trade) => file.trades.includes(trade)));
/** What is checked of this firm on a day. */
export const checksFor = (file: Trader, day: Day): readonly TraderCheckItem[] =>
  forTrades(heldOn(traderChecks, day), file);
/** Which papers this firm shows. */
const proofsFor = (file: Trader, day: Day): readonly TraderProofKind[] =>
  forTrades(heldOn(traderProofs, day), file).filter(({ isNeeded }) => isNeeded);

/** Papers that are missing or have run out, in words. */
export function missingProofs({ file, proofs, people, today }: TraderFacts): string[] {
  const holds = (kind: string, personId?: string) =>
    proofs.some(
      (proof) =>
        proof.kind === kind &&
        (personId === undefined || proof.personId === personId) &&
        (proof.validUntil === null || proof.validUntil >= today),
    );
  return proofsFor(file, today).flatMap(({ code, name, each }) =>
    each
      ? people.filter(({ id }) => !holds(code, id)).map((person) => `${inSentence(name)} of ${person.name}`)
      : holds(code)
        ? []
        : [inSentence(name)],
  );
}

/** A fee of this round; after an appeal that was allowed that of the round before too, unless it was paid back. */
const paid = ({ payments, file }: TraderFacts, kind: 'vetting' | 'membership') =>
  payments.some(
    (payment) =>
      payment.kind === kind &&
      payment.refundedOn === null &&
      payment.round >= file.round - (file.appealedFrom === null ? 0 : 1),
  );
const ranOut = ({ file, today }: TraderFacts) => file.memberUntil !== null && file.memberUntil < today;
const isNotMet = ({ checks }: TraderFacts) => checks.some(({ result }) => result === 'not-met');

/** From which day a membership can be renewed. */
export const renewFrom = (file: Trader, today: Day): Day | undefined =>
  file.memberUntil ? addDays(file.memberUntil, -traderPeriodOn('renew-before-days', today)) : undefined;

/** Complaints upheld within the window, and whether they are so many that the membership is looked at. */
export function complaintsStanding({ complaints, today }: Pick<TraderFacts, 'complaints' | 'today'>) {
  const from = addDays(today, -traderPeriodOn('complaints-window-days', today));
  const upheld = complaints.filter((one) => one.outcome === 'upheld' && one.receivedOn >= from).length;
  return { upheld, isToReview: upheld >= traderPeriodOn('complaints-review', today) };
}

type Told = Omit<Condition, 'code'>;
const fee = (facts: TraderFacts, kind: 'vetting' | 'membership'): Told => {
  const asked = feeOn(facts.fees, kind, facts.today);
  return {
    words: `${feeKindWords[kind].split(',')[0]} paid`,
    met: paid(facts, kind),
    mend: asked
      ? `Record the payment of £${(asked.pence / 100).toFixed(2)}.`
      : 'The scheme has adopted no such fee yet: add it under Fees, then record the payment.',
    field: 'payment',
  };
};

const needs: Record<TraderNeed, (facts: TraderFacts) => Told> = {
  'people-known': ({ people }) => ({
    words: 'Owners and directors are named',
    met: people.length > 0,
    mend: 'Add each owner or director.',
    field: 'people',
  }),
  'proofs-shown': (facts) => {
    const missing = missingProofs(facts);
    return {
      words: 'The papers are here',
      met: missing.length === 0,
      mend: `Still to be shown: ${missing.join('; ')}.`,
      field: 'papers',
    };
  },
  'vetting-fee': (facts) => fee(facts, 'vetting'),
  'membership-fee': (facts) => fee(facts, 'membership'),
  'vetting-answered': ({ vetting }) => ({
    words: 'Vetting is answered',
    met: vetting?.answer !== null && vetting !== undefined,
    mend: vetting
      ? `Answers come in rounds: the next that can hold this one is on ${dayWords(vetting.answersOn)}.`
      : 'It was not asked yet.',
    field: 'vetting',
  }),
  'vetting-allows': ({ vetting }) => ({
    words: 'The answer is proceed, or proceed with conditions',
    met: vetting?.answer === 'proceed' || vetting?.answer === 'conditions',
    mend:
      vetting?.answer === 'decline'
        ? 'The answer is decline: refuse the application.'
        : 'Wait for the answer.',
    field: 'vetting',
  }),
  'checks-answered': (facts) => {
    const left = checksFor(facts.file, facts.today).filter(
      ({ code }) => !facts.checks.some(({ item }) => item === code),
    );
    return {
      words: 'Every check is answered',
      met: left.length === 0,
      mend: `Still to check: ${left.map(({ name }) => inSentence(name)).join('; ')}.`,
      field: 'checks',
    };
  },
  'checks-met': (facts) => ({
    words: 'No check is against it',
    met: !isNotMet(facts),
    mend: 'A check is not met: refuse the application, or check again what was put right.',
    field: 'checks',
  }),
  'refusal-rests': (facts) => ({
    words: 'A check is not met, or the answer of vetting is decline',
    met: isNotMet(facts) || facts.vetting?.answer === 'decline',
    mend: 'Nothing stands against the firm: accept it, or say in the checks what is not met.',
    field: 'checks',
  }),
  'renewal-open': ({ file, today }) => {
    const from = renewFrom(file, today);
    return {
      words: 'The membership ends soon',
      met: from !== undefined && from <= today,
      mend: from ? `It can be renewed from ${dayWords(from)}.` : 'There is no membership.',
      field: '',
    };
  },
  'has-run-out': (facts) => ({
    words: 'The last day of the membership has passed',
    met: ranOut(facts),
    mend: facts.file.memberUntil
      ? `It runs to ${dayWords(facts.file.memberUntil)}.`
      : 'There is no membership.',
    field: '',
  }),
  'has-not-run-out': (facts) => ({
    words: 'The membership still runs',
    met: !ranOut(facts),
    mend: 'It has run out: close it. The firm can apply again.',
    field: '',
  }),
  'in-appeal-time': ({ file, today }) => ({
    words: 'It is in time to appeal',
    met: file.appealUntil !== null && file.appealUntil >= today,
    mend: file.appealUntil
      ? `The last day was ${dayWords(file.appealUntil)}. The firm can apply again.`
      : 'There is nothing to appeal against.',
    field: '',
  }),
  'somebody-else': ({ file, officerId }) => ({
    words: 'Somebody else than who decided decides the appeal',
    met: file.decidedBy !== officerId,
    mend: 'You made this decision: ask a colleague of the scheme.',
    field: '',
  }),
  'written-by-another': ({ writtenBy, officerId }) => ({
    words: 'Somebody else than who wrote it down sends it',
    met: writtenBy === undefined || writtenBy !== officerId,
    mend: 'You wrote down whom it names: ask a colleague of the scheme to look at it and send it.',
    field: 'vetting',
  }),
};

/** What a step needs, and whether it is met. */
export const traderConditions = (line: TraderLine, facts: TraderFacts): Condition[] =>
  line.needs.map((code) => ({ code, ...needs[code](facts) }));
