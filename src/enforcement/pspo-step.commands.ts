import { sql } from 'kysely';
import { pspoLimitOn } from '../../reference/pspo.ts';
import { type FieldProblem, invalid, notFound, ok, type Result } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { namedInText } from './named.store.ts';
import { movedOn, stepAllowed } from './procedure.commands.ts';
import { addEvent, keepEdition } from './procedure.store.ts';
import { pspoToWork } from './pspo.commands.ts';
import { type PspoPaperParts, pspoPaperOf } from './pspo.documents.ts';
import type { PspoStepInput } from './pspo.forms.ts';
import { pspoFacts } from './pspo.queries.ts';
import { changePspo, findPspo, type Pspo } from './pspo.store.ts';
import {
  type PspoAction,
  type PspoField,
  type PspoLine,
  pspoLineFor,
  pspoLineOf,
} from './pspo.transitions.ts';
import { fieldOf, namedWords, type PspoFacts, pspoConditions, standingNeeds, textOf } from './pspo.ts';
import { pspoStatusWords } from './pspo.words.ts';
import { consulteeWords, type PspoEffect, pspoEffects } from './pspo-effects.ts';
import { publishEdition } from './pspo-parts.store.ts';

/** A step that may be taken, with everything it will do: shown for checking, then done. */
export interface PreparedPspo {
  line: PspoLine;
  facts: PspoFacts;
  input: PspoStepInput;
  effect: PspoEffect;
  paper: PspoPaperParts | undefined;
}

const asking: Record<PspoField, string> = {
  on: 'Enter the day',
  rights: 'Tick that the rights of Articles 10 and 11 were considered',
  evidence: 'Say what shows each of the two conditions',
  until: 'Enter the last day',
  starts: 'Enter the first day',
  consultee: 'Choose a consultee',
  outcome: 'Choose whether they were told',
  answer: 'Choose the answer',
  by: 'Enter who decided, as the Cabinet or an officer',
  minute: 'Enter the minute or the record of the decision',
  officer: 'Choose an officer',
  signs: '',
  terms: 'Enter what is prohibited or required',
  names: '',
  reason: 'Say why or how, in a sentence',
};

const isGiven = (field: PspoField, input: PspoStepInput): boolean => {
  if (field === 'evidence') return Boolean(input.detriment && input.persistence);
  // No sign may be up; what the order is to say is judged as a need.
  if (field === 'signs' || field === 'terms' || field === 'names') return true;
  return Boolean(input[field]);
};
const placeOf = (field: PspoField, input: PspoStepInput): string =>
  field === 'evidence' && input.detriment ? 'persistence' : fieldOf[field];

/** Steps that may be taken at any time while there is an order, whatever else is done with it. */
const besideOrder: readonly PspoAction[] = ['authorise-officer', 'end-authorisation', 'record-signs'];

/** The day before which a step cannot have been: what the file came to last, of a consultee the opening of the consultation. */
function floorOf({ action }: PspoLine, file: Pspo): string | undefined {
  if (action === 'tell-consultee' || action === 'record-answer') return file.consultFrom ?? undefined;
  if (action === 'publish') return file.changedOn ?? undefined;
  // A consultation that opens later stops neither.
  if (besideOrder.includes(action)) return file.madeOn ?? undefined;
  if (action === 'record-older') return undefined;
  const days = [file.evidencedOn, file.consultFrom, file.consentedOn, file.decidedOn, file.changedOn];
  return days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
}
/** Steps whose day may be still to come: a consultation that opens, an authorisation that begins or ends. */
const mayBeAhead: readonly PspoAction[] = ['consult', 'authorise-officer', 'end-authorisation'];

/** What the line asks and was not given, and days that cannot be. */
function fieldProblems(line: PspoLine, facts: PspoFacts, input: PspoStepInput): FieldProblem[] {
  const problems = line.asks
    .filter((field) => !isGiven(field, input))
    .map((field) => ({ field: placeOf(field, input), words: asking[field] }));
  if (!input.on) return problems;
  const floor = floorOf(line, facts.file);
  if (input.on > facts.today && !mayBeAhead.includes(line.action))
    problems.push({ field: 'on', words: 'It cannot be in the future' });
  if (floor && input.on < floor)
    problems.push({
      field: 'on',
      words: `It cannot be before ${dayWords(floor)}, what the file came to last`,
    });
  else if (line.action !== 'record-older' && !pspoLimitOn('most', input.on))
    problems.push({
      field: 'on',
      words: `No law on public spaces protection orders was in force on ${dayWords(input.on)}`,
    });
  return problems;
}

/** Everything that stands in the way of a step, or everything that it will do. */
export async function preparePspoStep(
  work: Work,
  pspoId: string,
  action: PspoAction,
  input: PspoStepInput,
): Promise<Result<PreparedPspo>> {
  const found = await pspoToWork(work, { pspoId, version: input.version });
  if (!found.ok) return found;
  const facts = await pspoFacts(work, found.value, input);
  const any = pspoLineFor(facts.file.status, action) ?? pspoLineOf(action);
  const allowed = stepAllowed(work, 'pspo', {
    ...{ any, line: pspoLineFor(facts.file.status, action), standing: standingNeeds(any) },
    statusWords: pspoStatusWords[facts.file.status],
    conditions: (one) => pspoConditions(one, facts),
    boxOf: (field) => fieldOf[field],
    problems: (one) => fieldProblems(one, facts, input),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const effect = pspoEffects[action]?.(facts) ?? { set: {}, words: '' };
  const after = { ...facts.file, ...effect.set };
  const named = line.asks.includes('names') && !input.names ? await namedInText(work, textOf(after)) : [];
  if (named.length > 0)
    return invalid({
      field: 'names',
      words: `${namedWords(named)}. Take it out, or tick that it names nobody`,
    });
  const paper = line.paper && {
    file: after,
    what: line.past.replace(/;.*$/, ''),
    on: facts.on,
    asAt: work.clock.now(),
  };
  return ok({ line, facts, input, effect, paper });
}

/** What is written beside the file: whom was told, who is authorised, what was published. */
const beside: Partial<Record<PspoAction, (work: Work, facts: PspoFacts) => Promise<unknown>>> = {
  'tell-consultee': ({ db }, { file, input, on }) =>
    db
      .insertInto('enforcement.pspoConsultee')
      .values({
        ...{ pspoId: file.id, agencyId: file.agencyId, round: file.consultRound },
        ...{ consultee: input.consultee ?? '', toldOn: on, isNone: input.outcome === 'none' },
      })
      .execute(),
  'record-answer': ({ db }, { file, input, on }) =>
    db
      .updateTable('enforcement.pspoConsultee')
      .set({ answeredOn: on, answer: input.answer ?? null })
      .where('pspoId', '=', file.id)
      .where('round', '=', file.consultRound)
      .where('consultee', '=', input.consultee ?? '')
      .execute(),
  'authorise-officer': ({ db, ids }, { file, input, on }) =>
    db
      .insertInto('enforcement.pspoOfficer')
      .values({
        ...{ id: ids.next(), pspoId: file.id, agencyId: file.agencyId },
        ...{ officerId: input.officer ?? '', fromOn: on, untilOn: null },
      })
      .execute(),
  'end-authorisation': ({ db }, { file, input, on }) =>
    db
      .updateTable('enforcement.pspoOfficer')
      .set({ untilOn: on })
      .where('pspoId', '=', file.id)
      .where('officerId', '=', input.officer ?? '')
      .where('untilOn', 'is', null)
      .execute(),
  publish: (work, { file, on }) => publishEdition(work, file, on),
  // Nobody is told of it as in force from the day of the discharge on, whatever was published before.
  discharge: ({ db }, { file, on }) =>
    sql`update enforcement.pspo_publication set ended_on = ${on}::date where pspo_id = ${file.id}`.execute(
      db,
    ),
};

/** What the officer wrote of a step, for the council alone. */
const reasonOf = (facts: PspoFacts): string | undefined => {
  const { input, colleagues } = facts;
  const officer = colleagues.find(({ id }) => id === input.officer)?.name;
  const words = [
    input.detriment && `Detrimental effect: ${input.detriment}`,
    input.persistence && `Persistent, unreasonable and justified: ${input.persistence}`,
    ...[consulteeWords(facts), officer, input.by, input.minute, input.reason],
  ];
  return (
    words
      .filter(Boolean)
      .map((one) => String(one).replace(/\.$/, ''))
      .join('. ') || undefined
  );
};

/** Takes a step of the table: checks it whole, keeps its paper, writes it down. */
export async function takePspoStep(
  work: Work,
  { pspoId, action, ...input }: PspoStepInput & { pspoId: string; action: PspoAction },
): Promise<Result<Pspo>> {
  const prepared = await preparePspoStep(work, pspoId, action, input);
  if (!prepared.ok) return prepared;
  const { line, facts, effect, paper } = prepared.value;
  const { file } = facts;
  // An order that has expired stays what it was: the clock alone says so.
  const status = line.to === 'expired' ? {} : { status: line.to };
  if (!(await changePspo(work.db, file, { ...status, ...effect.set }))) return movedOn();
  await beside[action]?.(work, facts);
  if (paper)
    await keepEdition(work, 'pspo', file, {
      kind: 'order',
      document: pspoPaperOf(paper),
      showsAddress: false,
    });
  await addEvent(work, 'pspo', file, {
    kind: action,
    words: [line.past, effect.words, effect.why].filter(Boolean).join('. '),
    reason: reasonOf(facts),
  });
  const after = await findPspo(work, file.id);
  return after ? ok(after) : notFound;
}
