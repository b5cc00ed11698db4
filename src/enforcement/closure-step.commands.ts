import { closureBreachOn, closureLimitOn } from '../../reference/closure.ts';
import { dayOf, londonInstant } from '../platform/clock/clock.ts';
import { type FieldProblem, notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, inSentence } from '../platform/ui/index.ts';
import { addCaseEvent } from './case.store.ts';
import { closureToWork } from './closure.commands.ts';
import { type ClosurePaperParts, closurePaperOf } from './closure.documents.ts';
import type { ClosureStepInput } from './closure.forms.ts';
import { isOwnAlone } from './closure.policy.ts';
import { closureFacts, hearingClock } from './closure.queries.ts';
import { type Closure, type ClosureChange, changeClosure, findClosure } from './closure.store.ts';
import { countLimit, momentWords } from './closure.time.ts';
import {
  type ClosureAction,
  type ClosureField,
  type ClosureLine,
  closureLineFor,
  closureLineOf,
} from './closure.transitions.ts';
import { type ClosureFacts, closureConditions, fieldOf, standingNeeds } from './closure.ts';
import { closureStatusWords } from './closure.words.ts';
import { closureEffects, noticeUntil } from './closure-effects.ts';
import { movedOn, stepAllowed } from './procedure.commands.ts';
import { addEvent, keepEdition } from './procedure.store.ts';

/** A step that may be taken, with everything it will do: shown for checking, then done. */
export interface PreparedClosure {
  line: ClosureLine;
  facts: ClosureFacts;
  input: ClosureStepInput;
  /** The clock that it starts, and where its end is kept. */
  counted: { set: ClosureChange; why: string } | undefined;
  paper: ClosurePaperParts | undefined;
}

const asking: Record<ClosureField, string> = {
  at: 'Enter the day and the time',
  on: 'Enter the day',
  hours: 'Enter for how many hours',
  ways: 'Choose one way or more in which it was served',
  by: 'Enter who served it',
  informed: 'Say how those who live there, and whoever controls or owns it, were told',
  hearing: 'Enter the day and the time of the hearing',
  'appeal-hearing': 'Enter the day of the hearing',
  court: 'Enter the court',
  consulted: 'Say who was consulted and when',
  until: 'Enter the last day',
  everyone: 'Choose whether it keeps out those who live there',
  ending: 'Choose why it ends',
  reason: 'Say why, in a sentence that can be read out in court',
};

const isGiven = (field: ClosureField, input: ClosureStepInput): boolean => {
  if (field === 'ways') return input.ways.length > 0;
  if (field === 'at') return Boolean(input.on && input.time);
  if (field === 'appeal-hearing') return Boolean(input.hearingOn);
  if (field === 'hearing') return Boolean(input.hearingOn && input.hearingTime);
  return Boolean(input[field]);
};

/** The moment or day before which a step cannot have been: what the file came to last. */
function floorOf({ action, needs }: ClosureLine, file: Closure): Date | undefined {
  // A breach is often learnt of later: the need says whether anything stood on that day.
  if (action === 'record-breach') return undefined;
  const appealed = needs.includes('appeal-waits') ? file.appealedOn : null;
  const days = [file.consultedOn, file.orderedOn, file.extendedOn, appealed].flatMap((day) =>
    day ? [londonInstant(day, '00:00')] : [],
  );
  return [...days, file.noticeAt, file.appliedAt]
    .flatMap((at) => at ?? [])
    .sort((a, b) => a.getTime() - b.getTime())
    .at(-1);
}

/** What the line asks and was not given, and moments that cannot be. */
function fieldProblems(line: ClosureLine, facts: ClosureFacts, input: ClosureStepInput): FieldProblem[] {
  const { asks } = line;
  const problems = asks
    .filter((field) => !isGiven(field, input))
    .map((field) => ({ field: fieldOf[field], words: asking[field] }));
  const hasDay = asks.includes('on') || asks.includes('at');
  if (!hasDay || !input.on) return problems;
  const isMoment = asks.includes('at') && input.time !== undefined;
  const isFuture = isMoment ? facts.at > facts.now : input.on > dayOf(facts.now);
  const floor = floorOf(line, facts.file);
  const isEarly = floor && (isMoment ? facts.at < floor : input.on < dayOf(floor));
  if (isFuture) problems.push({ field: 'on', words: 'It cannot be in the future' });
  else if (isEarly)
    problems.push({
      field: 'on',
      words: `It cannot have been before ${isMoment ? momentWords(floor) : dayWords(dayOf(floor))}, when this file came to where it stands`,
    });
  else if (!closureLimitOn('notice', input.on))
    problems.push({ field: 'on', words: `No law on closure was in force on ${dayWords(input.on)}` });
  return problems;
}

/** Everything a step would do, or everything that is in its way. Changes nothing. */
export async function prepareClosureStep(
  work: Work,
  closureId: string,
  action: ClosureAction,
  input: ClosureStepInput,
): Promise<Result<PreparedClosure>> {
  const found = await closureToWork(work, { closureId, version: input.version });
  if (!found.ok) return found;
  const facts = await closureFacts(work, found.value, input);
  const any = closureLineOf(action);
  const allowed = stepAllowed(work, 'closure', {
    ...{ any, line: closureLineFor(facts.file.status, action), standing: standingNeeds(any) },
    statusWords: closureStatusWords[facts.file.status],
    conditions: (one) => closureConditions(one, facts),
    boxOf: (field) => fieldOf[field],
    problems: (one) => fieldProblems(one, facts, input),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const counted = countedBy(line, facts);
  return ok({ line, facts, input, counted, paper: paperParts(work, line, facts, input) });
}

/** The clock of a line, from its moment or its day. */
function countedBy({ clock }: ClosureLine, { at, on }: ClosureFacts): PreparedClosure['counted'] {
  if (!clock) return undefined;
  if (clock.keeps === 'hearing') {
    const hearing = hearingClock(at, clock.from);
    return (
      hearing && {
        set: { hearingBy: hearing.until, hearingWhy: hearing.why },
        why: `Hearing: ${hearing.why}`,
      }
    );
  }
  const limit = closureLimitOn(clock.limit, on);
  if (!limit) return undefined;
  const { last, why } = countLimit(limit, on, clock.from);
  return clock.keeps === 'appeal'
    ? { set: { appealUntil: last, appealWhy: why }, why: `Appeal to the Crown Court: ${why}` }
    : { set: { claimUntil: last, claimWhy: why }, why: `Compensation or costs: ${why}` };
}

function paperParts(
  work: Work,
  line: ClosureLine,
  facts: ClosureFacts,
  input: ClosureStepInput,
): ClosurePaperParts | undefined {
  const { power, longPower, file } = facts;
  const held = line.needs.includes('long-power') || isLong(facts, input) ? longPower : power;
  if (!line.paper || !held.ok) return undefined;
  return {
    kind: line.paper,
    file,
    place: facts.place,
    barred: facts.occupants.filter(({ isBarred }) => isBarred).map(({ name }) => name ?? ''),
    at: facts.at,
    stands: line.paper === 'cancellation' ? undefined : noticeUntil({ facts, input }),
    hearing:
      input.hearingOn && input.hearingTime ? { on: input.hearingOn, time: input.hearingTime } : undefined,
    court: input.court ?? '',
    breach: closureBreachOn('notice', facts.on)?.words ?? 'prison or a fine',
    orderMonths: closureLimitOn('order', facts.on)?.most ?? 0,
    officer: officerOf(work).name,
    power: held.reference,
    basis: held.basis,
    asAt: work.clock.now(),
  };
}

/** Takes a step of the table: checks it whole, keeps its paper and proof of service, starts its clock, writes it down. */
export async function takeClosureStep(
  work: Work,
  { closureId, action, ...input }: ClosureStepInput & { closureId: string; action: ClosureAction },
): Promise<Result<Closure>> {
  const prepared = await prepareClosureStep(work, closureId, action, input);
  if (!prepared.ok) return prepared;
  const step = prepared.value;
  const { line, facts, counted, paper } = step;
  const { file } = facts;
  const done = closureEffects[action]?.(step) ?? { set: {}, words: '' };
  const set = { status: line.to, ...counted?.set, ...done.set };
  if (!(await changeClosure(work.db, file, set))) return movedOn();
  if (paper) {
    await keepEdition(work, 'closure', file, {
      kind: paper.kind,
      document: closurePaperOf(paper),
      showsAddress: Boolean(paper.place?.address),
    });
    await keepClosureService(work, step, paper);
  }
  const reasons = [input.consulted, input.informed, input.court, input.reason].filter(Boolean);
  await addEvent(work, 'closure', file, {
    kind: action,
    words: [line.past, done.words.replace(/\.$/, ''), counted?.why].filter(Boolean).join('. '),
    reason: reasons.join('. ') || undefined,
  });
  // The case is read by agencies that are not told yet that premises are to be closed.
  if (file.caseId && !isOwnAlone(line.to))
    await addCaseEvent(work, {
      caseId: file.caseId,
      kind: 'closure',
      words: `${file.reference}: ${inSentence(line.past)}`,
    });
  const after = await findClosure(work, file.id);
  return after ? ok(after) : notFound;
}

/** Proof of service, with the power it was served by. */
async function keepClosureService(
  work: Work,
  { input, facts }: PreparedClosure,
  paper: ClosurePaperParts,
): Promise<void> {
  await work.db
    .insertInto('enforcement.closureService')
    .values({
      id: work.ids.next(),
      closureId: facts.file.id,
      agencyId: facts.file.agencyId,
      kind: paper.kind,
      ways: input.ways,
      servedAt: facts.at,
      servedBy: input.by ?? paper.officer,
      powerBasis: paper.basis,
      powerReference: paper.power,
      officerId: officerOf(work).officerId,
      recordedAt: work.clock.now(),
    })
    .execute();
}

/** A notice for more hours than anybody who may serve can give. */
const isLong = ({ on }: ClosureFacts, { hours = 0 }: ClosureStepInput): boolean =>
  hours > (closureLimitOn('notice', on)?.most ?? 0);
