import { type Day, dayOf } from '../platform/clock/clock.ts';
import { type FieldProblem, notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, inSentence } from '../platform/ui/index.ts';
import { abandonedToWork } from './abandoned.commands.ts';
import { type AbandonedPaperParts, abandonedPaperOf } from './abandoned.documents.ts';
import type { AbandonedStepInput } from './abandoned.forms.ts';
import { abandonedFacts } from './abandoned.queries.ts';
import { type AbandonedVehicle, changeAbandoned, findAbandoned } from './abandoned.store.ts';
import {
  type AbandonedAction,
  type AbandonedField,
  type AbandonedLine,
  abandonedLineFor,
  abandonedLineOf,
} from './abandoned.transitions.ts';
import {
  type AbandonedFacts,
  abandonedConditions,
  abandonedFieldOf,
  isInPractice,
  standingAbandonedNeeds,
} from './abandoned.ts';
import { abandonedStatusWords } from './abandoned.words.ts';
import { type AbandonedEffect, abandonedEffects } from './abandoned-effects.ts';
import { addCaseEvent } from './case.store.ts';
import { movedOn, stepAllowed } from './procedure.commands.ts';
import { addEvent, keepEdition } from './procedure.store.ts';

/** A step that may be taken, with everything it will do: shown for checking, then done. */
export interface PreparedAbandoned {
  line: AbandonedLine;
  facts: AbandonedFacts;
  input: AbandonedStepInput;
  effect: AbandonedEffect;
  paper: AbandonedPaperParts | undefined;
}

const asking: Record<AbandonedField, string> = {
  at: 'Enter the day and the time',
  on: 'Enter the day',
  period: 'Choose how long the notice runs',
  ways: 'Choose one way or more in which it was served',
  by: 'Enter by whom',
  told: 'Say who was told, and how',
  who: 'Enter who it was',
  storage: 'Enter for how many days it is stored',
  store: 'Enter where it is stored',
  disposal: 'Choose how it was disposed of',
  evidence: 'Say what shows it: photographs, a note, a letter, and where they are kept',
  reason: 'Say why, in a sentence that can be read out in court',
};

const isGiven = (field: AbandonedField, input: AbandonedStepInput): boolean => {
  if (field === 'ways') return input.ways.length > 0;
  if (field === 'at') return Boolean(input.on && input.time);
  return Boolean(input[field]);
};

/** The day before which a step cannot have been: what the file came to last. */
function floorOf(file: AbandonedVehicle): Day {
  const days = [
    ...[file.seenOn, file.judgedOn, file.noticeAt && dayOf(file.noticeAt), file.objectedOn],
    // An objection that was lifted and a claim that was refused have left no day but this.
    ...[file.removedAt && dayOf(file.removedAt), file.claimedOn, file.standsSince],
  ];
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? file.seenOn
  );
}

/** What the line asks and was not given, and moments that cannot be. */
function fieldProblems(
  { asks }: AbandonedLine,
  facts: AbandonedFacts,
  input: AbandonedStepInput,
): FieldProblem[] {
  const problems = asks
    .filter((field) => !isGiven(field, input))
    .map((field) => ({ field: abandonedFieldOf[field], words: asking[field] }));
  if (!input.on || !(asks.includes('on') || asks.includes('at'))) return problems;
  const isMoment = asks.includes('at') && input.time !== undefined;
  const floor = floorOf(facts.file);
  if (isMoment ? facts.at > facts.now : input.on > dayOf(facts.now))
    problems.push({ field: 'on', words: 'It cannot be in the future' });
  else if (input.on < floor)
    problems.push({
      field: 'on',
      words: `It cannot have been before ${dayWords(floor)}, when this file came to where it stands`,
    });
  else if (!isInPractice(input.on))
    problems.push({
      field: 'on',
      words: `No law on abandoned vehicles was in force on ${dayWords(input.on)}`,
    });
  return problems;
}

/** Everything a step would do, or everything that is in its way. Changes nothing. */
export async function prepareAbandonedStep(
  work: Work,
  abandonedId: string,
  action: AbandonedAction,
  input: AbandonedStepInput,
): Promise<Result<PreparedAbandoned>> {
  const found = await abandonedToWork(work, { abandonedId, version: input.version });
  if (!found.ok) return found;
  const facts = await abandonedFacts(work, found.value, input);
  const any = abandonedLineOf(action);
  const allowed = stepAllowed(work, 'abandoned', {
    ...{ any, line: abandonedLineFor(facts.file.status, action), standing: standingAbandonedNeeds(any) },
    statusWords: abandonedStatusWords[facts.file.status],
    conditions: (one) => abandonedConditions(one, facts),
    boxOf: (field) => abandonedFieldOf[field],
    problems: (one) => fieldProblems(one, facts, input),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const effect = abandonedEffects[action](facts);
  const paper: AbandonedPaperParts | undefined = line.paper && {
    ...{ kind: line.paper, file: facts.file, standing: facts.standing, at: facts.at },
    ...{ until: effect.set.noticeUntil ?? undefined, officer: input.by ?? officerOf(work).name },
    asAt: work.clock.now(),
  };
  return ok({ line, facts, input, effect, paper });
}

/** What the officer wrote of a step, for the agency alone. */
const reasonOf = ({ asks }: AbandonedLine, input: AbandonedStepInput): string | undefined =>
  (['who', 'told', 'store', 'evidence', 'reason'] as const)
    .filter((field) => asks.includes(field) && input[field])
    .map((field) => `${before[field]}${(input[field] ?? '').replace(/\.$/, '')}`)
    .join('. ') || undefined;
const before = {
  who: 'Who: ',
  told: 'Told: ',
  store: 'Store: ',
  evidence: 'Shown by: ',
  reason: '',
} as const;

/** Takes a step of the table: checks it whole, keeps its notice and proof of service, writes it down. */
export async function takeAbandonedStep(
  work: Work,
  { abandonedId, action, ...input }: AbandonedStepInput & { abandonedId: string; action: AbandonedAction },
): Promise<Result<AbandonedVehicle>> {
  const prepared = await prepareAbandonedStep(work, abandonedId, action, input);
  if (!prepared.ok) return prepared;
  const { line, facts, effect, paper } = prepared.value;
  const { file } = facts;
  if (!(await changeAbandoned(work.db, file, { status: line.to, standsSince: facts.on, ...effect.set })))
    return movedOn();
  if (input.store && line.asks.includes('store'))
    await work.db
      .updateTable('enforcement.abandonedPlace')
      .set({ storeWords: input.store })
      .where('abandonedId', '=', file.id)
      .execute();
  if (paper) await keepNotice(work, prepared.value, paper);
  await addEvent(work, 'abandoned', file, {
    kind: action,
    words: [line.past, effect.words, effect.why].filter(Boolean).join('. '),
    reason: reasonOf(line, input),
  });
  if (file.caseId && line.to !== 'void')
    await addCaseEvent(work, {
      caseId: file.caseId,
      kind: 'abandoned',
      words: `${file.reference}: ${inSentence(line.past)}`,
    });
  const after = await findAbandoned(work, file.id);
  return after ? ok(after) : notFound;
}

/** The notice as it was served, and the proof of its service. */
async function keepNotice(
  work: Work,
  { input, facts }: PreparedAbandoned,
  paper: AbandonedPaperParts,
): Promise<void> {
  const { file, standing } = facts;
  const document = abandonedPaperOf(paper);
  // Where it stands is on it: once an address must stay hidden, the paper is kept and given to nobody.
  await keepEdition(work, 'abandoned', file, {
    ...{ kind: paper.kind, document },
    showsAddress: Boolean(standing && !standing.isHidden),
  });
  await work.db
    .insertInto('enforcement.abandonedService')
    .values({
      id: work.ids.next(),
      ...{ abandonedId: file.id, agencyId: file.agencyId, kind: paper.kind, ways: input.ways },
      ...{ servedAt: facts.at, servedBy: paper.officer, officerId: officerOf(work).officerId },
      recordedAt: work.clock.now(),
    })
    .execute();
}
