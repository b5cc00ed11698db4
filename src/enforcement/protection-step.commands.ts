import type { Day } from '../platform/clock/clock.ts';
import { type FieldProblem, invalid, notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, inSentence } from '../platform/ui/index.ts';
import { addCaseEvent } from './case.store.ts';
import { deemedServedOn, lawOn, type PenaltyLaw } from './penalty.ts';
import { listPenaltyLaw } from './penalty-law.store.ts';
import { type Counted, countPeriod } from './period.ts';
import { lineToTake, missing, movedOn } from './procedure.commands.ts';
import { addEvent, keepEdition } from './procedure.store.ts';
import { endsOf } from './procedure.ts';
import { fileToWork } from './protection.commands.ts';
import { type LetterParts, letterOf } from './protection.documents.ts';
import type { ProtectionStepInput } from './protection.forms.ts';
import { isOwnAlone } from './protection.policy.ts';
import { factsOf } from './protection.queries.ts';
import {
  changeProtection,
  findProtection,
  type Protection,
  type ProtectionChange,
} from './protection.store.ts';
import {
  lineOfAction,
  type ProtectionAction,
  type ProtectionField,
  type ProtectionLine,
  protectionLineFor,
} from './protection.transitions.ts';
import { conditionsFor, type ProtectionFacts } from './protection.ts';
import { protectionStatusWords } from './protection.words.ts';
import { type Effect, effects } from './protection-effects.ts';

/** A step that may be taken, with everything it will do: shown for checking, then done. */
export interface PreparedStep {
  line: ProtectionLine;
  facts: ProtectionFacts;
  input: ProtectionStepInput;
  /** The day of the step; for a letter, the day the law takes it as received. */
  on: Day;
  counted: Counted | undefined;
  letter: LetterParts | undefined;
}

const asking: Record<Exclude<ProtectionField, 'grounds'>, string> = {
  how: 'Choose how it was served',
  on: 'Enter the day',
  by: 'Enter who served it',
  requirementId: 'Choose the requirement',
  newWords: 'Enter the requirement as the court put it',
  dueOn: 'Enter the last day that the order sets',
  pounds: 'Enter the cost that was notified, like 192.50',
  resumesOn: 'Enter the day from which the suspended requirements bind',
  ending: 'Choose why it ends',
  reason: 'Say why, in a sentence that can be read out in court',
};

/** The days before which a step cannot have been; where a step is not here, the days by which the file came to where it stands. */
const notBefore: Partial<
  Record<
    ProtectionAction,
    readonly (
      | 'warnedOn'
      | 'noticeOn'
      | 'appealedOn'
      | 'breachedOn'
      | 'prosecutedOn'
      | 'triedOn'
      | 'seizedOn'
    )[]
  >
> = {
  'record-breach': ['noticeOn'],
  prosecute: ['breachedOn'],
  convict: ['prosecutedOn'],
  acquit: ['prosecutedOn'],
  'withdraw-prosecution': ['prosecutedOn'],
  'charge-works': ['breachedOn'],
  seize: ['breachedOn'],
  'give-back': ['seizedOn'],
  'order-remedy': ['triedOn'],
  'order-forfeiture': ['triedOn'],
};

/** What the line asks and was not given, and days that cannot be. */
function fieldProblems(
  { asks, action, saysWords }: ProtectionLine,
  file: Protection,
  input: ProtectionStepInput,
  today: Day,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of asks) {
    if (field === 'grounds') {
      if (input.grounds.length === 0) problems.push({ field, words: 'Choose one ground or more' });
    } else if (!input[field])
      problems.push({
        field,
        words: field === 'reason' && saysWords ? `Say it: ${saysWords.toLowerCase()}` : asking[field],
      });
  }
  if (!asks.includes('on') || !input.on) return problems;
  const floor = (notBefore[action] ?? ['warnedOn', 'noticeOn', 'appealedOn'])
    .flatMap((mark) => file[mark] ?? [])
    .sort()
    .at(-1);
  if (input.on > today) problems.push({ field: 'on', words: 'The day cannot be in the future' });
  else if (floor && input.on < floor)
    problems.push({
      field: 'on',
      words: `It cannot have been before ${dayWords(floor)}, when this file came to where it stands`,
    });
  if (asks.includes('dueOn') && input.dueOn && input.dueOn < input.on)
    problems.push({ field: 'dueOn', words: 'It cannot be before the day of the order' });
  if (asks.includes('resumesOn') && input.resumesOn && input.resumesOn < input.on)
    problems.push({
      field: 'resumesOn',
      words: 'They bind again on the day of the decision at the earliest',
    });
  return problems;
}

/** Everything a step would do, or everything that is in its way. Changes nothing. */
export async function prepareStep(
  work: Work,
  protectionId: string,
  action: ProtectionAction,
  input: ProtectionStepInput,
): Promise<Result<PreparedStep>> {
  const found = await fileToWork(work, { protectionId, version: input.version });
  if (!found.ok) return found;
  const file = found.value;
  const today = work.clock.today();
  const facts: ProtectionFacts = {
    ...(await factsOf(work, file, input.on ?? today)),
    requirementId: input.requirementId,
    how: input.how,
  };
  const any = lineOfAction(action);
  const allowed = lineToTake(work, 'protection', {
    any,
    line: protectionLineFor(file.status, action),
    statusWords: protectionStatusWords[file.status],
    unmet: conditionsFor(any, facts).filter((c) => !c.met),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const problems = fieldProblems(line, file, input, today);
  if (problems.length > 0) return invalid(...problems);
  const unmet = conditionsFor(line, facts).filter((c) => !c.met);
  const onField = unmet.filter((c) => (line.asks as readonly string[]).includes(c.field)); // compared as text alone
  if (unmet.length > 0 && onField.length === unmet.length)
    return invalid(...onField.map((c) => ({ field: c.field, words: `${c.words}. ${c.mend}` })));
  if (unmet.length > 0) return missing('protection', action, unmet, 'This cannot be done yet.');
  work.note.detail.action = action;
  const on = input.how && input.on ? deemedServedOn(input.on, input.how) : (input.on ?? today);
  const counted = line.clock
    ? countPeriod(
        {
          ...line.clock.period,
          count: line.clock.period.count === 'comply-days' ? file.complyDays : line.clock.period.count,
        },
        on,
        line.clock.from,
      )
    : undefined;
  const law = line.letter ? lawOn(await listPenaltyLaw(work), 'cpn-breach', on) : undefined;
  if (line.letter && !law)
    return invalid({ field: 'on', words: `No law on community protection was in force on ${dayWords(on)}` });
  const letter = law && counted ? letterParts(work, facts, input, { on, counted, law }) : undefined;
  return ok({ line, facts, input, on, counted, letter });
}

function letterParts(
  work: Work,
  facts: ProtectionFacts,
  input: ProtectionStepInput,
  { on, counted, law }: { on: Day; counted: Counted; law: PenaltyLaw },
): LetterParts | undefined {
  const { file, subject, requirements, power } = facts;
  if (!subject || !input.how || !power.ok) return undefined;
  return {
    file,
    subject,
    requirements,
    how: input.how,
    servedOn: on,
    last: counted.last,
    why: counted.why,
    maxPence: law.maxPence,
    officer: officerOf(work).name,
    power: power.reference,
    asAt: work.clock.now(),
  };
}

/** Proof of service, with the power it was served by. */
async function keepService(work: Work, step: PreparedStep): Promise<void> {
  const { line, input, facts, on } = step;
  if (!line.letter || !input.how || !input.on || !facts.power.ok) return;
  await work.db
    .insertInto('enforcement.protectionService')
    .values({
      id: work.ids.next(),
      protectionId: facts.file.id,
      agencyId: facts.file.agencyId,
      stage: line.letter,
      how: input.how,
      sentOn: input.on,
      servedOn: on,
      servedBy: input.by ?? officerOf(work).name,
      powerBasis: facts.power.basis,
      powerReference: facts.power.reference,
      officerId: officerOf(work).officerId,
      recordedAt: work.clock.now(),
    })
    .execute();
}

/** Where the last day of a clock is kept, with how it was counted. */
const kept: Record<NonNullable<ProtectionLine['clock']>['keeps'], (counted: Counted) => ProtectionChange> = {
  complyBy: ({ last, why }) => ({ complyBy: last, complyWhy: why }),
  appealUntil: ({ last, why }) => ({ appealUntil: last, appealWhy: why }),
  heldUntil: ({ last, why }) => ({ heldUntil: last, heldWhy: why }),
  costAppealUntil: ({ last, why }) => ({ costAppealUntil: last, costAppealWhy: why }),
};

/** Takes a step of the table: checks it whole, keeps its letter and its proof of service, starts its clock, writes it down. */
export async function takeStep(
  work: Work,
  input: ProtectionStepInput & { protectionId: string; action: ProtectionAction },
): Promise<Result<Protection>> {
  const { protectionId, action, ...given } = input;
  const prepared = await prepareStep(work, protectionId, action, given);
  if (!prepared.ok) return prepared;
  const step = prepared.value;
  const { line, facts, counted } = step;
  const { file } = facts;
  const [usual = file.status] = endsOf(line);
  const effect: Effect | undefined = effects[action];
  const done = effect ? await effect(work, step) : ok({ set: {}, words: '' });
  if (!done.ok) return done;
  const clock: ProtectionChange = line.clock && counted ? kept[line.clock.keeps](counted) : {};
  if (!(await changeProtection(work.db, file, { status: usual, ...clock, ...done.value.set })))
    return movedOn();
  if (step.letter && line.letter) {
    await keepEdition(work, 'protection', file, {
      kind: line.letter,
      document: letterOf(line.letter, step.letter),
      showsAddress: !step.letter.subject.isAddressHidden,
    });
    await keepService(work, step);
  }
  const words = [line.past, done.value.words, counted?.why].filter(Boolean).join('. ');
  await addEvent(work, 'protection', file, {
    kind: action,
    words,
    reason: given.reason,
  });
  // The case is read by agencies that are told of no draft.
  if (file.caseId && !isOwnAlone(usual))
    await addCaseEvent(work, {
      caseId: file.caseId,
      kind: 'protection',
      words: `${file.reference}: ${inSentence(line.past)}`,
    });
  const after = await findProtection(work, file.id);
  return after ? ok(after) : notFound;
}
