import type { Role } from '../directory/index.ts';
import { failed, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
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

/** What is missing for a step, in words: each need that is not met and its mend. */
export const missing = (procedure: Procedure, action: string, unmet: readonly Condition[], start: string) =>
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
  procedure: Procedure,
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
