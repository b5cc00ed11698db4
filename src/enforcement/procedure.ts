import type { Role } from '../directory/index.ts';

/**
 * One line of the table of a procedure: it draws the button, guards the command, says what is refused, starts the clock,
 * makes the letter and the diagram, and drives the tests. Every procedure of enforcement is such a table.
 */
export interface ProcedureLine<Status extends string, Action extends string> {
  from: readonly Status[];
  action: Action;
  /** More than one where something besides the status decides, as the day of a payment. */
  to: Status | readonly [Status, ...Status[]];
  /** Roles, in the issuing agency. Nobody: the clock alone. */
  who: readonly Role[];
  button: string;
  /** The line on the timeline. */
  past: string;
}

/** One thing the law asks for before a step may be taken; `mend` says what to do when it is not met. */
export interface Condition {
  code: string;
  words: string;
  met: boolean;
  mend: string;
  /** Anchor of the field that mends it. */
  field: string;
}

/** The line for an action from a status, if there is one. */
export const lineFor = <Line extends ProcedureLine<string, string>>(
  lines: readonly Line[],
  status: Line['from'][number],
  action: Line['action'],
): Line | undefined => lines.find((line) => line.action === action && line.from.includes(status));

/** What holders of some roles can do in a status. */
export const linesFrom = <Line extends ProcedureLine<string, string>>(
  lines: readonly Line[],
  status: Line['from'][number],
  roles: readonly string[],
): readonly Line[] =>
  lines.filter((line) => line.from.includes(status) && line.who.some((role) => roles.includes(role)));

/** Where a line may lead. */
export const endsOf = <Status extends string>(line: ProcedureLine<Status, string>): readonly Status[] =>
  typeof line.to === 'string' ? [line.to] : line.to;

/** A procedure as its page of documentation shows it. */
export interface DrawnProcedure {
  title: string;
  lines: readonly ProcedureLine<string, string>[];
  words: Readonly<Record<string, string>>;
  /** The statuses that a file starts in. */
  starts: readonly string[];
}

const nodeOf = (status: string): string => status.replaceAll('-', '_');

/** The states and steps of a procedure as a Mermaid diagram, in the order of its table. */
export function diagramOf({ lines, words, starts }: DrawnProcedure): string {
  const edges = lines.flatMap((line) =>
    line.from.flatMap((from) =>
      endsOf(line).map((to) => `  ${nodeOf(from)} --> ${nodeOf(to)}: ${line.button.replaceAll(':', ',')}`),
    ),
  );
  const left = new Set(lines.flatMap((line) => line.from));
  return [
    'stateDiagram-v2',
    ...Object.entries(words).map(([status, text]) => `  state "${text}" as ${nodeOf(status)}`),
    ...starts.map((status) => `  [*] --> ${nodeOf(status)}`),
    ...edges,
    ...Object.keys(words)
      .filter((status) => !left.has(status))
      .map((status) => `  ${nodeOf(status)} --> [*]`),
  ].join('\n');
}
