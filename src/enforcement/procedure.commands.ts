import type { Role } from '../directory/index.ts';
import {
  type FieldProblem,
  failed,
  invalid,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { inSentence } from '../platform/ui/index.ts';
import { mayReadWhole } from './procedure.policy.ts';
import type { Procedure } from './procedure.store.ts';
import type { Condition, ProcedureLine } from './procedure.ts';

/** Somebody saved the file first. */
export const movedOn = () =>
  stale('Somebody changed this file while you had it open. Look at what they did, then try again.');

interface Acting {
  procedure: Procedure;
  /** Who may act at all. */
  officers: readonly Role[];
  /** Said to another agency, and to a role that has no part in it. */
  onlyWhom: string;
  notYours: string;
}

/** A file that the viewer sees, if they may act on it too; told apart from not seeing it at all. */
export function fileToActOn<File extends { agencyId: string; agencyName: string; version: number }>(
  work: Work,
  file: File,
  acting: Acting,
  version: number | undefined,
): Result<File> {
  if (!mayReadWhole(work.viewer, file))
    return refusedByRule(
      `${acting.procedure}.other-agency`,
      `This file is ${file.agencyName}’s.`,
      acting.onlyWhom,
    );
  const { roles } = officerOf(work);
  if (!acting.officers.some((role) => roles.includes(role)))
    return failed({ kind: 'not-allowed', words: acting.notYours, whoCan: acting.officers.join(', ') });
  if (version !== undefined && version !== file.version) return movedOn();
  return ok(file);
}

/** What is missing for a step, in words: each need that is not met and its mend. The procedure begins the name of the rule. */
export const missing = (procedure: string, action: string, unmet: readonly Condition[], start: string) =>
  refusedByRule(
    `${procedure}.${action}`,
    `${start} ${unmet.map((c) => `Not met: ${inSentence(c.words)}.`).join(' ')}`.trim(),
    unmet.map((c) => c.mend).join(' '),
  );

/**
 * The line by which a step is taken now, if this officer's role may take it; when nobody may in this status, what is missing
 * and not only that the file has moved.
 *
 * @param asked.any a line of the action, whatever its status
 * @param asked.line the one that starts from the status that the file is in
 * @param asked.unmet the needs that the file does not meet
 */
export function lineToTake<Line extends ProcedureLine<string, string> & { refusal: string }>(
  work: Work,
  procedure: string,
  asked: { any: Line; line: Line | undefined; statusWords: string; unmet: readonly Condition[] },
): Result<Line> {
  const { any, line, unmet } = asked;
  const { roles } = officerOf(work);
  if (!any.who.some((role) => roles.includes(role)))
    return failed({
      kind: 'not-allowed',
      words: `Your role cannot do this: ${inSentence(any.button)}.`,
      whoCan: any.who.join(', '),
    });
  if (line) return ok(line);
  const words = `${any.refusal} The file is “${inSentence(asked.statusWords)}”.`;
  return unmet.length > 0 ? missing(procedure, any.action, unmet, words) : stale(words);
}

/** What a step is held against, of one procedure. */
export interface StepAsked<Line extends ProcedureLine<string, string> & { asks: readonly string[] }> {
  /** A line of the action, whatever its status. */
  any: Line;
  /** The one that starts from the status that the file is in. */
  line: Line | undefined;
  statusWords: string;
  /** Codes of needs that are said even where no line starts from this status. */
  standing: readonly string[];
  conditions(line: Line): readonly Condition[];
  /** The box in which a field of the line is asked. */
  boxOf(field: Line['asks'][number]): string;
  /** What is wrong with what was typed. */
  problems(line: Line): readonly FieldProblem[];
}

/**
 * The line of a step that may be taken, or what is in its way, in the order in which it is mended: the role, the status, what the
 * file lacks, what the form lacks. Filling in a form would not mend the file.
 */
export function stepAllowed<
  Line extends ProcedureLine<string, string> & { refusal: string; asks: readonly string[] },
>(work: Work, procedure: string, asked: StepAsked<Line>): Result<Line> {
  const unmetOf = (line: Line) => asked.conditions(line).filter(({ met }) => !met);
  const allowed = lineToTake(work, procedure, {
    ...asked,
    unmet: unmetOf(asked.any).filter(({ code }) => asked.standing.includes(code)),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const unmet = unmetOf(line);
  const boxes = line.asks.map(asked.boxOf);
  const ofFile = unmet.filter(({ field }) => !boxes.includes(field));
  if (ofFile.length > 0) return missing(procedure, line.action, ofFile, 'This cannot be done yet.');
  const problems = asked.problems(line);
  if (problems.length > 0) return invalid(...problems);
  if (unmet.length > 0)
    return invalid(...unmet.map((need) => ({ field: need.field, words: `${need.words}. ${need.mend}` })));
  work.note.detail.action = line.action;
  return ok(line);
}
