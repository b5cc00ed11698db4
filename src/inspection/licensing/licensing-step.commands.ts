import { addEvent, keepEdition, movedOn, stepAllowed } from '../../enforcement/index.ts';
import { type FieldProblem, notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { dayWords } from '../../platform/ui/index.ts';
import { type LicensingPaperParts, licensingPaperOf } from './licensing.documents.ts';
import type { LicensingStepInput } from './licensing.forms.ts';
import { licensingFacts, licensingToWork } from './licensing.queries.ts';
import { changeLicensing, findLicensing, type Licensing } from './licensing.store.ts';
import {
  type LicensingAction,
  type LicensingField,
  type LicensingLine,
  licensingLineFor,
  licensingLineOf,
} from './licensing.transitions.ts';
import {
  decidesAnew,
  fieldOf,
  type LicensingFacts,
  licensingConditions,
  standingNeeds,
} from './licensing.ts';
import { licensingStatusWords, partyName, standingWords } from './licensing.words.ts';
import { type LicensingEffect, licensingEffects } from './licensing-effects.ts';

/** A step that may be taken, with everything it will do: shown for checking, then done. */
export interface PreparedLicensing {
  line: LicensingLine;
  facts: LicensingFacts;
  input: LicensingStepInput;
  effect: LicensingEffect;
  paper: LicensingPaperParts | undefined;
}

const asking: Record<LicensingField, string> = {
  on: 'Enter the day',
  applicant: 'Choose who applies',
  grounds: 'Choose one objective or more',
  case: 'Say what the case for a review is',
  certificate: '',
  from: 'Choose who it is from',
  standing: 'Choose whether it is for or against the review',
  hearing: 'Enter the day of the hearing',
  result: 'Choose what the court decided',
  outcomes: '',
  conditions: '',
  until: '',
  reason: 'Say why or what, in a sentence or two',
};
/** What some steps ask and some of their answers do not: judged as a need, where it is missing. */
const judged = (field: LicensingField, line: LicensingLine): boolean =>
  asking[field] === '' || (field === 'hearing' && line.action === 'decide-appeal');

function isGiven(field: LicensingField, input: LicensingStepInput): boolean {
  if (field === 'grounds') return input.grounds.length > 0;
  if (field === 'hearing') return Boolean(input.hearingOn);
  return Boolean(input[field]);
}

/** The day before which a step cannot have been: what the file came to last. A representation may be older than the notice. */
function floorOf({ action }: LicensingLine, file: Licensing): string | undefined {
  if (action === 'record-representation') return file.appliedOn ?? undefined;
  return [file.appliedOn, file.advertisedOn, file.decidedOn, file.appealedOn]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
}

/** What the line asks and was not given, and days that cannot be. */
function fieldProblems(
  line: LicensingLine,
  facts: LicensingFacts,
  input: LicensingStepInput,
): FieldProblem[] {
  const problems = line.asks
    .filter((field) => !judged(field, line) && !isGiven(field, input))
    .map((field) => ({ field: fieldOf[field], words: asking[field] }));
  if (!input.on || !line.asks.includes('on')) return problems;
  const floor = floorOf(line, facts.file);
  if (input.on > facts.today) problems.push({ field: 'on', words: 'It cannot be in the future' });
  else if (floor && input.on < floor)
    problems.push({
      field: 'on',
      words: `It cannot be before ${dayWords(floor)}, what the file came to last`,
    });
  return problems;
}

/** Everything that stands in the way of a step, or everything that it will do. */
export async function prepareLicensingStep(
  work: Work,
  licensingId: string,
  action: LicensingAction,
  input: LicensingStepInput,
): Promise<Result<PreparedLicensing>> {
  const found = await licensingToWork(work, { licensingId, version: input.version });
  if (!found.ok) return found;
  const facts = await licensingFacts(work, found.value, input);
  const any = licensingLineFor(facts.file.status, action) ?? licensingLineOf(action);
  const allowed = stepAllowed(work, 'licensing', {
    ...{ any, line: licensingLineFor(facts.file.status, action), standing: standingNeeds(any) },
    statusWords: licensingStatusWords[facts.file.status],
    conditions: (one) => licensingConditions(one, facts),
    boxOf: (field) => fieldOf[field],
    problems: (one) => fieldProblems(one, facts, input),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const effect = licensingEffects[action](facts);
  const kind = line.paper ?? (decidesAnew(action, input) ? 'decision' : undefined);
  const paper = kind && {
    ...{ kind, file: { ...facts.file, ...effect.set }, evidence: facts.evidence },
    ...{ officer: officerOf(work).name, asAt: work.clock.now() },
  };
  return ok({ line, facts, input, effect, paper });
}

/** What stands in the public register after a step: written when notice is given, and kept true by each step after it. */
async function publish({ db }: Work, file: Licensing): Promise<void> {
  if (file.advertisedOn === null) return;
  const { status, representationsUntil, hearingOn, decidedOn, outcomes, endedOn } = file;
  const now = { status, representationsUntil, hearingOn, decidedOn, outcomes, endedOn };
  const changed = await db
    .updateTable('inspection.licensingPublication')
    .set(now)
    .where('licensingId', '=', file.id)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  const { id, agencyId, premisesId, reference, tradingName, licenceNumber, districtCode } = file;
  await db
    .insertInto('inspection.licensingPublication')
    .values({
      ...{ licensingId: id, agencyId, premisesId, reference, tradingName, licenceNumber, districtCode },
      ...{ kind: file.kind, grounds: file.grounds, advertisedOn: file.advertisedOn, ...now },
      isWithheld: file.address === null,
    })
    .execute();
}

const reasonOf = (input: LicensingStepInput, line: LicensingLine): string | undefined =>
  [
    line.asks.includes('from') && input.from && partyName(input.from),
    line.asks.includes('standing') && input.standing && standingWords[input.standing],
    input.certificate,
    input.conditions,
    input.reason,
  ]
    .filter(Boolean)
    .map((one) => String(one).replace(/\.$/, ''))
    .join('. ') || undefined;

/** Takes a step of the table: checks it whole, keeps its paper, writes it down and into the register. */
export async function takeLicensingStep(
  work: Work,
  { licensingId, action, ...input }: LicensingStepInput & { licensingId: string; action: LicensingAction },
): Promise<Result<Licensing>> {
  const prepared = await prepareLicensingStep(work, licensingId, action, input);
  if (!prepared.ok) return prepared;
  const { line, facts, effect, paper } = prepared.value;
  const { file } = facts;
  const status = typeof line.to === 'string' ? { status: line.to } : {};
  if (!(await changeLicensing(work.db, file, { ...status, ...effect.set }))) return movedOn();
  if (action === 'record-representation') await keepRepresentation(work, facts);
  if (paper)
    await keepEdition(work, 'licensing', file, {
      kind: paper.kind,
      document: licensingPaperOf(paper),
      showsAddress: file.address !== null,
    });
  await addEvent(work, 'licensing', file, {
    kind: action,
    words: [line.past, effect.words, effect.why?.replace(/\.$/, '')].filter(Boolean).join('. '),
    reason: reasonOf(input, line),
  });
  const after = await findLicensing(work, file.id);
  if (!after) return notFound;
  await publish(work, after);
  return ok(after);
}

/** Writes down what somebody says of the review; who they are has no field. */
async function keepRepresentation(work: Work, { file, on, input }: LicensingFacts): Promise<void> {
  await work.db
    .insertInto('inspection.licensingRepresentation')
    .values({
      ...{ id: work.ids.next(), licensingId: file.id, agencyId: file.agencyId, cameOn: on },
      ...{ party: input.from ?? '', standing: input.standing ?? 'neither', words: input.reason ?? '' },
      ...{ recordedBy: officerOf(work).officerId, recordedAt: work.clock.now() },
    })
    .execute();
}
