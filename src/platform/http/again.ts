import { demand, type FieldProblem, type Result } from '../failures/failures.ts';
import { type PageReply, type RedirectReply, redirect } from './reply.ts';

/** A form that is shown again: what was typed in it, and what to change. Both are empty the first time. */
export interface Again {
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
}

/**
 * What a form is answered with: what `then` makes of the act that was done, or the form `again` where fields of it were refused.
 * Any other failure ends the act.
 */
export const answerForm = <T, Form, Done>(
  result: Result<T>,
  again: (problems: readonly FieldProblem[]) => Form,
  then: (value: T) => Done,
): Form | Done =>
  !result.ok && result.failure.kind === 'invalid' ? again(result.failure.problems) : then(demand(result));

/**
 * How the forms of a record are answered: back to its page under an address with a line that says what happened, or the form again:
 * `const closureDone = doneUnder('/closures')`.
 */
export const doneUnder =
  (address: string) =>
  async (
    result: Result<{ id: string }>,
    flash: string,
    again: (problems: readonly FieldProblem[]) => Promise<PageReply> | PageReply,
  ): Promise<PageReply | RedirectReply> =>
    answerForm(result, again, ({ id }) => redirect(`${address}/${id}`, { flash }));
