import {
  addEvent,
  type Condition,
  lineFor,
  linesFrom,
  lineToTake,
  missing,
  movedOn,
  type ProcedureLine,
} from '../enforcement/index.ts';
import { failed, invalid, notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { type AsbProcedure, type StepField, type StepInput, stepFieldProblems } from './step.fields.ts';

/** One line of a table of anti-social behaviour. */
export interface AsbLine<Need extends string = string> extends ProcedureLine<string, string> {
  needs: readonly Need[];
  asks: readonly StepField[];
  /** What the day that it asks for is. */
  dayWords: string;
  refusal: string;
  basis: string;
}
/** What every file of these procedures has. */
export interface AsbFile {
  id: string;
  reference: string;
  agencyId: string;
  status: string;
  version: number;
}
export interface Prepared<File> {
  line: AsbLine;
  file: File;
  input: StepInput;
}
/** A procedure: its table, what its needs look at, and what a step writes. */
export interface AsbSteps<File extends AsbFile, Facts> {
  procedure: AsbProcedure;
  recordKind: string;
  lines: readonly AsbLine[];
  words: Readonly<Record<string, string>>;
  find(work: Work, id: string): Promise<File | undefined>;
  /** The agency whose officers take the steps, and what others are told. */
  actor(file: File): { agencyId: string; otherwise: Result<never> };
  facts(work: Work, file: File): Promise<Facts>;
  needs: Readonly<Record<string, (facts: Facts) => Omit<Condition, 'code'>>>;
  /** Columns that the step sets besides the status; or what is wrong with what was given. */
  apply(work: Work, step: Prepared<File>, facts: Facts): Promise<Result<Record<string, unknown>>>;
  change(work: Work, file: File, set: Record<string, unknown>): Promise<boolean>;
  /** What else follows once it is written. */
  after?(work: Work, step: Prepared<File>): Promise<void>;
}

/** One file for reading; noted in the audit by its id. */
export async function openFile<File extends AsbFile, Facts>(
  steps: AsbSteps<File, Facts>,
  work: Work,
  id: string,
): Promise<Result<File>> {
  const file = await steps.find(work, id);
  if (!file) return notFound;
  about(work, steps.recordKind, file.id);
  return ok(file);
}
const conditionsOf = <File extends AsbFile, Facts>(
  steps: AsbSteps<File, Facts>,
  line: AsbLine,
  facts: Facts,
): Condition[] =>
  line.needs.flatMap((code) => {
    const need = steps.needs[code];
    return need ? [{ code, ...need(facts) }] : [];
  });

/** What this officer can do with a file now, with what each step still needs. */
export async function offeredSteps<File extends AsbFile, Facts>(
  steps: AsbSteps<File, Facts>,
  work: Work,
  file: File,
): Promise<{ line: AsbLine; conditions: Condition[]; needs: Condition[] }[]> {
  const viewer = officerOf(work);
  if (steps.actor(file).agencyId !== viewer.agencyId) return [];
  const facts = await steps.facts(work, file);
  return linesFrom(steps.lines, file.status, viewer.roles).map((line) => {
    const conditions = conditionsOf(steps, line, facts);
    return { line, conditions, needs: conditions };
  });
}
/** Any line of an action, whatever its status. */
export function lineOf(lines: readonly AsbLine[], action: string): AsbLine {
  const line = lines.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}

/** Everything that is in the way of a step, or that it may be taken. Changes nothing. */
export async function prepareStep<File extends AsbFile, Facts>(
  steps: AsbSteps<File, Facts>,
  work: Work,
  id: string,
  action: string,
  input: StepInput,
): Promise<Result<Prepared<File> & { set: Record<string, unknown> }>> {
  const found = await openFile(steps, work, id);
  if (!found.ok) return found;
  const file = found.value;
  const { agencyId, otherwise } = steps.actor(file);
  if (agencyId !== officerOf(work).agencyId) return otherwise;
  if (file.version !== input.version) return movedOn();
  if (!steps.lines.some((line) => line.action === action)) return notFound;
  const facts = await steps.facts(work, file);
  const any = lineOf(steps.lines, action);
  const unmetOf = (line: AsbLine) => conditionsOf(steps, line, facts).filter(({ met }) => !met);
  const allowed = lineToTake(work, steps.procedure, {
    any,
    line: lineFor(steps.lines, file.status, action),
    statusWords: steps.words[file.status] ?? file.status,
    unmet: unmetOf(any),
  });
  if (!allowed.ok) return failed(allowed.failure);
  const line = allowed.value;
  const unmet = unmetOf(line);
  if (unmet.length > 0) return missing(steps.procedure, action, unmet, 'This cannot be done yet.');
  const problems = stepFieldProblems(line.asks, input);
  if (problems.length > 0) return invalid(...problems);
  const set = await steps.apply(work, { line, file, input }, facts);
  if (!set.ok) return set;
  work.note.detail.action = action;
  return ok({ line, file, input, set: set.value });
}

/** Takes a step of the table. */
export async function takeStep<File extends AsbFile, Facts>(
  steps: AsbSteps<File, Facts>,
  work: Work,
  id: string,
  action: string,
  input: StepInput,
): Promise<Result<File>> {
  const prepared = await prepareStep(steps, work, id, action, input);
  if (!prepared.ok) return prepared;
  const { line, file, set } = prepared.value;
  const [status] = typeof line.to === 'string' ? [line.to] : line.to;
  if (!(await steps.change(work, file, { status, ...set }))) return movedOn();
  // A reason is for the agency that took the step, which need not be the one whose file it is.
  const { agencyId } = officerOf(work);
  await addEvent(
    work,
    steps.procedure,
    { id: file.id, agencyId },
    { kind: action, words: line.past, reason: input.reason },
  );
  await steps.after?.(work, prepared.value);
  return openFile(steps, work, id);
}
