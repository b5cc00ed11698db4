import { encampmentLimitOn, encampmentOffence } from '../../reference/encampment.ts';
import { type Day, dayOf } from '../platform/clock/clock.ts';
import { type FieldProblem, notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, inSentence } from '../platform/ui/index.ts';
import { addCaseEvent } from './case.store.ts';
import { momentWords } from './closure.time.ts';
import { encampmentToWork } from './encampment.commands.ts';
import { type EncampmentPaperParts, encampmentPaperOf } from './encampment.documents.ts';
import type { EncampmentStepInput } from './encampment.forms.ts';
import { encampmentFacts } from './encampment.queries.ts';
import { changeEncampment, type Encampment, findEncampment } from './encampment.store.ts';
import {
  type EncampmentAction,
  type EncampmentField,
  type EncampmentLine,
  encampmentLineFor,
  encampmentLineOf,
} from './encampment.transitions.ts';
import { type EncampmentFacts, encampmentConditions, fieldOf, standingNeeds } from './encampment.ts';
import { decisionParts, decisionPartWords, encampmentStatusWords } from './encampment.words.ts';
import { type EncampmentEffect, encampmentEffects } from './encampment-effects.ts';
import { movedOn, stepAllowed } from './procedure.commands.ts';
import { addEvent, keepEdition } from './procedure.store.ts';

/** A step that may be taken, with everything it will do: shown for checking, then done. */
export interface PreparedEncampment {
  line: EncampmentLine;
  facts: EncampmentFacts;
  input: EncampmentStepInput;
  effect: EncampmentEffect;
  paper: EncampmentPaperParts | undefined;
}

const asking: Record<EncampmentField, string> = {
  at: 'Enter the day and the time',
  on: 'Enter the day',
  ways: 'Choose one way or more in which it was served',
  by: 'Enter by whom',
  told: 'Say who was told, and how',
  hearing: 'Enter the day and the time of the hearing',
  court: 'Enter the court',
  until: 'Enter the day on which it is looked at again',
  decision: 'Choose what the police decided',
  model: 'Write down each part of the decision',
  cleanup: 'Enter what the clean-up cost, 0 if nothing',
  debrief: 'Say what went well and what is to change',
  reason: 'Say why, in a sentence that can be read out in court',
};

const isGiven = (field: EncampmentField, input: EncampmentStepInput): boolean => {
  if (field === 'ways') return input.ways.length > 0;
  if (field === 'at') return Boolean(input.on && input.time);
  if (field === 'hearing') return Boolean(input.hearingOn && input.hearingTime);
  if (field === 'model') return decisionParts.every((part) => Boolean(input[part]));
  if (field === 'cleanup') return input.cleanup !== undefined;
  return Boolean(input[field]);
};
/** Where a thing that was not given is to be entered; of a decision its first part that is empty. */
const placeOf = (field: EncampmentField, input: EncampmentStepInput): string =>
  field === 'model' ? (decisionParts.find((part) => !input[part]) ?? 'information') : fieldOf[field];

/** The day before which a step cannot have been: what the file came to last, of a talk with the police the arrival. */
function floorOf({ action }: EncampmentLine, file: Encampment): Day {
  if (action === 'tell-police') return file.arrivedOn;
  if (action === 'record-police-decision') return file.policeToldOn ?? file.arrivedOn;
  const days = [
    ...[file.arrivedOn, file.assessedOn, file.toleratedOn, file.directedOn],
    ...[file.complainedOn, file.orderedOn, file.noticeAt && dayOf(file.noticeAt), file.leftOn],
  ];
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? file.arrivedOn
  );
}

/** The moment before which a notice of removal is not served: the hearing of its order, and the notice that was served before it. */
function soonestOf({ action }: EncampmentLine, { orderedOn, hearingAt, noticeAt }: Encampment) {
  if (action !== 'give-notice') return undefined;
  // A court may have heard it on another day than was told: then the day of the order alone is known.
  return noticeAt ?? (hearingAt && dayOf(hearingAt) === orderedOn ? hearingAt : undefined);
}

/** What the line asks and was not given, and moments that cannot be. */
function fieldProblems(
  line: EncampmentLine,
  facts: EncampmentFacts,
  input: EncampmentStepInput,
): FieldProblem[] {
  const { asks } = line;
  const problems = asks
    .filter((field) => !isGiven(field, input))
    .map((field) => ({ field: placeOf(field, input), words: asking[field] }));
  const hasDay = asks.includes('on') || asks.includes('at');
  if (!hasDay || !input.on) return problems;
  const isMoment = asks.includes('at') && input.time !== undefined;
  const floor = floorOf(line, facts.file);
  const soonest = soonestOf(line, facts.file);
  if (isMoment ? facts.at > facts.now : input.on > dayOf(facts.now))
    problems.push({ field: 'on', words: 'It cannot be in the future' });
  else if (input.on < floor)
    problems.push({
      field: 'on',
      words: `It cannot have been before ${dayWords(floor)}, when this file came to where it stands`,
    });
  else if (isMoment && soonest && facts.at < soonest)
    problems.push({ field: 'on', words: `It cannot have been before ${momentWords(soonest)}` });
  else if (!encampmentLimitOn('removal-notice', input.on))
    problems.push({ field: 'on', words: `No law on encampments was in force on ${dayWords(input.on)}` });
  return problems;
}

/** Everything a step would do, or everything that is in its way. Changes nothing. */
export async function prepareEncampmentStep(
  work: Work,
  encampmentId: string,
  action: EncampmentAction,
  input: EncampmentStepInput,
): Promise<Result<PreparedEncampment>> {
  const found = await encampmentToWork(work, { encampmentId, version: input.version });
  if (!found.ok) return found;
  const facts = await encampmentFacts(work, found.value, input);
  const any = encampmentLineOf(action);
  const allowed = stepAllowed(work, 'encampment', {
    ...{ any, line: encampmentLineFor(facts.file.status, action), standing: standingNeeds(any) },
    statusWords: encampmentStatusWords[facts.file.status],
    conditions: (one) => encampmentConditions(one, facts),
    boxOf: (field) => fieldOf[field],
    problems: (one) => fieldProblems(one, facts, input),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const effect = encampmentEffects[action]?.(facts) ?? { set: {}, words: '' };
  return ok({ line, facts, input, effect, paper: paperParts(work, line, facts, effect) });
}

function paperParts(
  work: Work,
  line: EncampmentLine,
  facts: EncampmentFacts,
  { set }: EncampmentEffect,
): EncampmentPaperParts | undefined {
  if (!line.paper) return undefined;
  return {
    kind: line.paper,
    file: facts.file,
    landWords: facts.land?.landWords ?? '',
    // The marks alone: what an officer wrote of a vehicle may name somebody, and the paper hangs on the land.
    marks: facts.vehicles.filter(({ isHidden }) => !isHidden).map(({ mark }) => mark),
    at: facts.at,
    returnUntil: set.returnUntil ?? undefined,
    noticeUntil: set.noticeUntil ?? undefined,
    offence: encampmentOffence.words,
    officer: facts.input.by ?? officerOf(work).name,
    asAt: work.clock.now(),
  };
}

/** What the officer wrote of a step, for the agency alone; a decision of the police by the parts of its model. */
const reasonOf = (line: EncampmentLine, input: EncampmentStepInput): string | undefined => {
  const model = line.asks.includes('model')
    ? decisionParts.map((part) => `${decisionPartWords[part]}: ${input[part] ?? ''}`)
    : [];
  const decidedBy = line.asks.includes('decision') && input.by ? `Decided by ${input.by}` : undefined;
  const words = [decidedBy, ...model, input.told, input.court, input.debrief, input.reason];
  return (
    words
      .filter(Boolean)
      .map((one) => one?.replace(/\.$/, ''))
      .join('. ') || undefined
  );
};

/** Takes a step of the table: checks it whole, keeps its paper and proof of service, writes it down. */
export async function takeEncampmentStep(
  work: Work,
  {
    encampmentId,
    action,
    ...input
  }: EncampmentStepInput & { encampmentId: string; action: EncampmentAction },
): Promise<Result<Encampment>> {
  const prepared = await prepareEncampmentStep(work, encampmentId, action, input);
  if (!prepared.ok) return prepared;
  const step = prepared.value;
  const { line, facts, effect, paper } = step;
  const { file } = facts;
  if (!(await changeEncampment(work.db, file, { status: line.to, ...effect.set }))) return movedOn();
  if (paper) {
    const document = encampmentPaperOf(paper);
    await keepEdition(work, 'encampment', file, { kind: paper.kind, document, showsAddress: false });
    await keepLandService(work, step, paper);
  }
  await addEvent(work, 'encampment', file, {
    kind: action,
    words: [line.past, effect.words, effect.why].filter(Boolean).join('. '),
    reason: reasonOf(line, input),
  });
  // A case that was told of it is told that it was a mistake; one that was told nothing still is not.
  if (file.caseId && (line.to !== 'void' || file.policeToldOn !== null))
    await addCaseEvent(work, {
      caseId: file.caseId,
      kind: 'encampment',
      words: `${file.reference}: ${inSentence(line.past)}`,
    });
  const after = await findEncampment(work, file.id);
  return after ? ok(after) : notFound;
}

/** Proof of service on the land. */
async function keepLandService(
  work: Work,
  { input, facts }: PreparedEncampment,
  paper: EncampmentPaperParts,
): Promise<void> {
  await work.db
    .insertInto('enforcement.encampmentService')
    .values({
      id: work.ids.next(),
      encampmentId: facts.file.id,
      agencyId: facts.file.agencyId,
      kind: paper.kind,
      ways: input.ways,
      servedAt: facts.at,
      servedBy: paper.officer,
      officerId: officerOf(work).officerId,
      recordedAt: work.clock.now(),
    })
    .execute();
}
