import { type Condition, lineToTake, missing, movedOn } from '../../enforcement/index.ts';
import {
  demand,
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import type { CommissionInput, CommissionStepInput } from './commission.forms.ts';
import {
  addRecovery,
  askAgain,
  type Commission,
  type CommissionWork,
  changeCommission,
  findCommission,
  keepCommission,
  keepProposedWork,
  letAnswerCross,
  workOf,
} from './commission.store.ts';
import {
  type CommissionAction,
  type CommissionField,
  type CommissionLine,
  type CommissionNeed,
  commissionLine,
  commissionStatusWords,
  commissionTransitions,
} from './commission.transitions.ts';
import { kindRules } from './commission.words.ts';

/** Commissions the unit. Nothing is looked up here: whatever is known, the same row is written and the same words come back. */
export async function giveCommission(work: Work, input: CommissionInput): Promise<Result<{ id: string }>> {
  const problems: FieldProblem[] = [];
  const { needs } = kindRules[input.kind];
  if ((needs === 'owed') !== (input.owed !== undefined))
    problems.push({
      field: 'owed',
      words: needs === 'owed' ? 'Enter what is owed' : 'Only a debtor owes: leave it empty',
    });
  if ((needs === 'decidesOn') !== (input.decidesOn !== undefined))
    problems.push({
      field: 'decidesOn',
      words:
        needs === 'decidesOn'
          ? 'Enter the day of the decision'
          : 'Only a grant or a loan is decided: leave it empty',
    });
  if (input.decidesOn !== undefined && input.decidesOn <= work.clock.today())
    problems.push({ field: 'decidesOn', words: 'The day must be to come: the checks come before the award' });
  if (problems.length > 0) return invalid(...problems);
  const [serviceId] = officerOf(work).serviceIds;
  if (!serviceId)
    return refusedByRule(
      'commission.no-service',
      'You belong to no service.',
      'Ask your directory administrator to add you to one.',
    );
  const id = work.ids.next();
  if (!(await keepCommission(work, { ...input, id, serviceId })))
    return refusedByRule(
      'commission.no-unit',
      'No agency here keeps an intelligence unit yet.',
      'Ask your own enquiry agent.',
    );
  about(work, 'commission', id, { kind: input.kind });
  return ok({ id });
}

/** What a step looks at, told as a condition. */
const needs: Readonly<Record<CommissionNeed, { met(given: Held): boolean; words: string; mend: string }>> = {
  proposed: {
    met: ({ work }) => work !== undefined,
    words: 'An answer is proposed',
    mend: 'Propose one first.',
  },
  'by-another': {
    met: ({ work, officerId }) => work?.proposedBy !== officerId,
    words: 'Somebody else proposed it',
    mend: 'Ask another intelligence manager.',
  },
  'is-debt': {
    met: ({ one }) => one.kind === 'debtor',
    words: 'It is about a debt',
    mend: 'Close it instead.',
  },
  'is-award': {
    met: ({ one }) => kindRules[one.kind].needs === 'decidesOn',
    words: 'It is about a grant or a loan',
    mend: 'Close it instead.',
  },
  'is-charged': {
    met: ({ one }) => one.pricePence !== null,
    words: 'It was charged for',
    mend: 'Charge for it first.',
  },
  'is-unpaid': {
    met: ({ one }) => one.paidOn === null,
    words: 'It is not paid yet',
    mend: 'Nothing is left to do.',
  },
  'is-trace': {
    met: ({ one }) => kindRules[one.kind].needs !== 'decidesOn',
    words: 'It is to trace somebody',
    mend: 'Another application is a commission of its own.',
  },
  'not-again': {
    met: ({ one }) => one.followedById === null,
    words: 'It was not asked again yet',
    mend: 'Ask again from the newest of them.',
  },
};
interface Held {
  one: Commission;
  work: CommissionWork | undefined;
  officerId: string;
}
/** The steps that this viewer may take now. */
export function stepsOpen(viewer: { side: string; roles: readonly string[] }, held: Held): CommissionLine[] {
  return commissionTransitions.filter(
    (line) =>
      line.side === viewer.side &&
      line.who.some((role) => viewer.roles.includes(role)) &&
      line.from.includes(held.one.status) &&
      line.needs.every((need) => needs[need].met(held)),
  );
}

/** Takes one step of a commission by its table. */
export async function stepCommission(
  work: Work,
  input: CommissionStepInput & { commissionId: string },
): Promise<Result<Commission>> {
  const one = await findCommission(work, input.commissionId);
  if (!one) return notFound;
  about(work, 'commission', one.id, { action: input.action });
  if (one.version !== input.version) return movedOn();
  const held = { one, work: await workOf(work, one.id), officerId: officerOf(work).officerId };
  const any = commissionTransitions.find(({ action }) => action === input.action);
  if (!any) return notFound;
  if (any.side !== work.viewer.side)
    return refusedByRule(
      'commission.other-side',
      any.side === 'INTEL' ? 'This step is the intelligence unit’s.' : 'This step is the service’s.',
      'Choose a step that the page offers you.',
    );
  const line = commissionLine(one.status, input.action);
  const unmet = any.needs
    .filter((need) => !needs[need].met(held))
    .map(
      (need): Condition => ({
        code: need,
        field: '',
        met: false,
        ...{ words: needs[need].words, mend: needs[need].mend },
      }),
    );
  const allowed = lineToTake(work, 'commission', {
    any,
    line,
    statusWords: commissionStatusWords[one.status],
    unmet: [],
  });
  if (!allowed.ok) return allowed;
  if (unmet.length > 0) return missing('commission', input.action, unmet, 'This cannot be done yet.');
  const problems = any.asks.flatMap((field) => checks[field](input, one));
  if (any.asks.includes('onDay') && (input.onDay ?? '') > work.clock.today())
    problems.push({ field: 'onDay', words: 'The day cannot be to come' });
  if (problems.length > 0) return invalid(...problems);
  // Where a step changes no status, the version alone moves.
  const status = typeof any.to === 'string' ? any.to : one.status;
  // The answer crosses by a function of the database, which moves the commission itself.
  const crosses = input.action === 'authorise';
  if (!crosses && !(await changeCommission(work, one, { status, ...columns[input.action]?.(input) })))
    return movedOn();
  await effects[input.action]?.(work, one, input);
  const after = await findCommission(work, one.id);
  return after ? ok(after) : notFound;
}

type Checked = (input: CommissionStepInput, one: Commission) => FieldProblem[];
const wanted = (field: string, value: unknown, words: string): FieldProblem[] =>
  value === undefined || value === '' ? [{ field, words }] : [];

/** What is wrong with what a step asks for. */
const checks: Readonly<Record<CommissionField, Checked>> = {
  refusedFor: ({ refusedFor }) => wanted('refusedFor', refusedFor, 'Choose why'),
  pounds: ({ pounds, action }) => {
    const missingSum = wanted('pounds', pounds, 'Enter an amount in pounds, like 250');
    return missingSum.length === 0 && pounds === 0 && action === 'recover'
      ? [{ field: 'pounds', words: 'Enter a sum that came in' }]
      : missingSum;
  },
  onDay: ({ onDay }) => wanted('onDay', onDay, 'Enter a day like 2026-12-04'),
  why: ({ why }) => (why.length < 3 ? [{ field: 'why', words: 'Say why it is asked again' }] : []),
  award: ({ award }) => wanted('award', award, 'Choose what was decided'),
  answer: (input, { kind }) => {
    const { outcome, address, postcode, assetKind, assetWords, confidence, conditions, findings, minutes } =
      input;
    const problems = [
      ...wanted('outcome', outcome, 'Choose an answer'),
      ...wanted('findings', findings, 'Say what was found and where, for the unit'),
      ...wanted('minutes', minutes, 'Enter the minutes that it took'),
    ];
    const say = (field: string, words: string) => problems.push({ field, words });
    if (outcome && !kindRules[kind].answers.includes(outcome))
      say('outcome', 'That is no answer to this kind of commission');
    const isTraced = outcome === 'traced';
    if (isTraced && address === '' && assetWords === '')
      say('address', 'Enter the address or the asset that was traced');
    if (isTraced && address !== '' && postcode === '')
      say('postcode', 'An address crosses with its full postcode alone');
    if (isTraced && (assetKind === undefined) !== (assetWords === ''))
      say('assetKind', 'Say what kind of asset, and which');
    if (isTraced && confidence === undefined) say('confidence', 'Choose how sure you are');
    if (!isTraced && (address !== '' || postcode !== '' || assetWords !== '' || assetKind || confidence))
      say('address', 'Address, asset and confidence go with “Traced” alone');
    const checked = input.checks.map((check) => check.split('=')[0]);
    if (new Set(checked).size < checked.length) say('checks', 'Choose one result for each check');
    if (checked.length > 0 && kindRules[kind].needs !== 'decidesOn')
      say('checks', 'Checks go with a grant or a loan alone');
    if ((outcome === 'conditions') !== conditions.length > 0)
      say('conditions', 'Conditions go with “Proceed with conditions”, one or more');
    return problems;
  },
};

type Columns = Parameters<typeof changeCommission>[2];
const columns: Partial<Record<CommissionAction, (input: CommissionStepInput) => Columns>> = {
  refuse: ({ refusedFor = '' }) => ({ refusedFor }),
  award: ({ award = 'not-awarded' }) => ({ award }),
  charge: ({ pounds = 0 }) => ({ pricePence: pounds }),
  paid: ({ onDay = '' }) => ({ paidOn: onDay }),
};
const effects: Partial<
  Record<CommissionAction, (work: Work, one: Commission, input: CommissionStepInput) => Promise<void>>
> = {
  propose: (
    work,
    one,
    { outcome = 'not-traced', minutes = 1, assetKind = null, confidence = null, ...input },
  ) => {
    const { address, postcode, assetWords, conditions, findings } = input;
    const tidy = postcode.toUpperCase();
    return keepProposedWork(work, one, {
      ...{
        outcome,
        address,
        postcode: tidy,
        assetKind,
        assetWords,
        confidence,
        conditions,
        checks: input.checks,
        findings,
        minutes,
      },
    });
  },
  authorise: letAnswerCross,
  again: async (work, one, { why }) => {
    if (await askAgain(work, one, why)) return;
    demand(movedOn());
  },
  recover: (work, one, { pounds = 0, onDay = '' }) => addRecovery(work, one, { pence: pounds, onDay }),
};
