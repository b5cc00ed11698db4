import { traderPeriodOn } from '../../reference/trader-scheme.ts';
import {
  addEvent,
  addMonths,
  type Counted,
  countPeriod,
  endsOf,
  keepEdition,
  lineToTake,
  missing,
  movedOn,
} from '../enforcement/index.ts';
import { askVetting } from '../intelligence/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { type FieldProblem, invalid, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { type LetterParts, traderLetter } from './trader.documents.ts';
import type { TraderStepInput } from './trader.forms.ts';
import { openTrader, traderFacts } from './trader.queries.ts';
import { changeTrader, type Trader, type TraderChange } from './trader.store.ts';
import {
  type TraderAction,
  type TraderField,
  type TraderLine,
  traderLineFor,
  traderLineOf,
} from './trader.transitions.ts';
import { type TraderFacts, traderConditions } from './trader.ts';
import { groundName, type TraderStatus, traderStatusWords } from './trader.words.ts';

/** A step that may be taken, with everything it will do: shown for checking, then done. */
export interface PreparedTrader {
  line: TraderLine;
  facts: TraderFacts;
  input: TraderStepInput;
  /** The days to appeal, or those of the membership. */
  counted: Counted | undefined;
  letter: LetterParts | undefined;
}

const asking: Record<TraderField, string> = {
  ground: 'Choose the broad reason',
  reason: 'Say why, in a sentence that can be read to the firm',
};

/** Why a broad reason cannot be given: the letter says nothing that is not so. */
const groundAgainst = (
  action: TraderAction,
  facts: TraderFacts,
  input: TraderStepInput,
): string | undefined =>
  action === 'refuse' &&
  input.ground !== 'fit-and-proper' &&
  !facts.checks.some(({ result }) => result === 'not-met')
    ? 'Every check is met: the reason is the fit and proper test'
    : undefined;

/** Days to appeal, where the step gives any. */
const appealOf = (action: TraderAction, today: string): Counted | undefined =>
  action === 'refuse' || action === 'expel'
    ? countPeriod(
        { count: traderPeriodOn('appeal-days', today), unit: 'days', begins: 'after' },
        today,
        'the day of the letter',
      )
    : undefined;

/** The year of a membership: a renewal follows on the year that runs, and an appeal that was allowed gives that year back. */
function memberOf({ file, today }: TraderFacts): Counted {
  const months = traderPeriodOn('membership-months', today);
  const runs = file.memberUntil !== null && file.memberUntil >= today ? file.memberUntil : undefined;
  // Only an expulsion takes away a year that runs; a renewal that was refused and is allowed is the next year.
  if (runs && file.status === 'checking' && file.appealedFrom === 'expelled')
    return { first: today, last: runs, why: `The year that ran is given back: last day ${dayWords(runs)}.` };
  const first = runs ? addDays(runs, 1) : today;
  const last = addDays(addMonths(first, months), -1);
  const why = `${months} months from ${dayWords(first)}${runs ? ', when the membership that runs ends' : ''}: last day ${dayWords(last)}.`;
  return { first, last, why };
}

/** Everything a step would do, or everything that is in its way. Changes nothing. */
export async function prepareTraderStep(
  work: Work,
  traderId: string,
  action: TraderAction,
  input: TraderStepInput,
): Promise<Result<PreparedTrader>> {
  const found = await openTrader(work, traderId);
  if (!found.ok) return found;
  const file = found.value;
  if (file.version !== input.version) return movedOn();
  const facts = await traderFacts(work, file);
  const any = traderLineOf(action);
  const allowed = lineToTake(work, 'trader', {
    any,
    line: traderLineFor(file.status, action),
    statusWords: traderStatusWords[file.status],
    unmet: traderConditions(any, facts).filter(({ met }) => !met),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const unmet = traderConditions(line, facts).filter(({ met }) => !met);
  if (unmet.length > 0) return missing('trader', action, unmet, 'This cannot be done yet.');
  const problems: FieldProblem[] = line.asks
    .filter((field) => !input[field])
    .map((field) => ({ field, words: asking[field] }));
  if (problems.length > 0) return invalid(...problems);
  const untrue = groundAgainst(action, facts, input);
  if (untrue) return invalid({ field: 'ground', words: untrue });
  work.note.detail.action = action;
  const counted = action === 'accept' ? memberOf(facts) : appealOf(action, facts.today);
  return ok({ line, facts, input, counted, letter: letterOf(work, line, facts, { input, counted }) });
}

function letterOf(
  work: Work,
  line: TraderLine,
  { file, vetting }: TraderFacts,
  { input, counted }: { input: TraderStepInput; counted: Counted | undefined },
): LetterParts | undefined {
  if (!line.letter) return undefined;
  return {
    ...{ kind: line.letter, file, ground: input.ground, asAt: work.clock.now() },
    conditions: line.action === 'accept' ? (vetting?.conditions ?? []) : [],
    memberUntil: line.action === 'accept' ? counted?.last : undefined,
    appeal: line.action === 'accept' ? undefined : counted,
  };
}

/** Whom and what the intelligence side is asked about: everybody and everything that the firm named, each in one form. */
const subjectsOf = ({ file, people }: TraderFacts) => [
  { kind: 'organisation' as const, label: file.firmName, more: file.companyNumber ?? '' },
  ...people.map(({ name, dateOfBirth }) => ({ kind: 'person' as const, label: name, more: dateOfBirth })),
  ...(file.phone ? [{ kind: 'phone' as const, label: file.phone, more: '' }] : []),
  ...(file.email ? [{ kind: 'email' as const, label: file.email, more: '' }] : []),
  ...file.vehicles.map((mark) => ({ kind: 'vehicle' as const, label: mark, more: '' })),
  ...(file.address ? [{ kind: 'place' as const, label: file.address, more: file.postcode ?? '' }] : []),
];

/** A round begins: the intelligence side is asked about everything anew. */
async function asked(work: Work, facts: TraderFacts): Promise<Result<TraderChange>> {
  const { file } = facts;
  const done = await askVetting(work, { about: file.firmName, subjects: subjectsOf(facts) });
  if (!done.ok) return done;
  return ok({
    vettingId: done.value.id,
    askedOn: done.value.askedOn,
    round: file.status === 'applied' ? file.round : file.round + 1,
  });
}

/** What a step writes on the file besides its status. */
async function changeOf(work: Work, step: PreparedTrader): Promise<Result<TraderChange>> {
  const { line, facts, input, counted } = step;
  const { file, today, vetting } = facts;
  const decided = { ground: input.ground ?? null, decidedOn: today, decidedBy: officerOf(work).officerId };
  const closing = { appealUntil: counted?.last ?? null, appealWhy: counted?.why ?? null };
  switch (line.action) {
    case 'ask':
    case 'renew':
    case 'allow-appeal':
      return asked(work, facts);
    case 'accept':
      return ok({
        ...decided,
        ...{
          conditions: vetting?.conditions ?? [],
          memberFrom: file.memberFrom ?? today,
          appealedFrom: null,
        },
        ...{
          memberUntil: counted?.last ?? null,
          memberWhy: counted?.why ?? null,
          appealUntil: null,
          appealWhy: null,
        },
      });
    case 'refuse':
      await work.db
        .updateTable('traders.traderPayment')
        .set({ refundedOn: today })
        .where('traderId', '=', file.id)
        .where('round', '=', file.round)
        .where('kind', '=', 'membership')
        .execute();
      return ok({ ...decided, ...closing });
    case 'expel':
      return ok({ ...decided, ...closing });
    case 'suspend':
      return ok({ ...decided, suspendedFrom: file.status === 'renewing' ? 'renewing' : 'member' });
    case 'lift':
      return ok({ ground: null, suspendedFrom: null });
    case 'appeal':
      return ok({ appealedFrom: file.status === 'expelled' ? 'expelled' : 'refused' });
    default:
      return ok({});
  }
}

/** Takes a step of the table: checks it whole, asks the intelligence side, keeps the letter, starts the clock, writes it down. */
export async function takeTraderStep(
  work: Work,
  input: TraderStepInput & { traderId: string; action: TraderAction },
): Promise<Result<Trader>> {
  const { traderId, action, ...given } = input;
  const prepared = await prepareTraderStep(work, traderId, action, given);
  if (!prepared.ok) return prepared;
  const step = prepared.value;
  const { file } = step.facts;
  const change = await changeOf(work, step);
  if (!change.ok) return change;
  const [usual = file.status] = endsOf(step.line);
  const stoodBefore: Partial<Record<TraderAction, TraderStatus | null>> = {
    'reject-appeal': file.appealedFrom,
    lift: file.suspendedFrom,
  };
  const status = stoodBefore[action] ?? usual;
  if (!(await changeTrader(work.db, file, { status, ...change.value }))) return movedOn();
  if (step.letter)
    await keepEdition(work, 'trader', file, {
      kind: step.letter.kind,
      document: traderLetter(step.letter),
      showsAddress: false,
    });
  const words = [step.line.past, given.ground ? groundName(given.ground) : '', step.counted?.why]
    .filter(Boolean)
    .join('. ');
  await addEvent(work, 'trader', file, { kind: action, words, reason: given.reason });
  return openTrader(work, file.id);
}
