import { demand, type FieldProblem, type Result } from '../failures/failures.ts';
import type { Ask, Unparsed } from './declare.ts';
import { type PageReply, type RedirectReply, redirect } from './reply.ts';
import type { Work } from './work.ts';

/** A form that is shown again: what was typed in it, and what to change. Both are empty the first time. */
export interface Again {
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
}

/** One form of several on the page of a record that is shown again. */
export interface FormAgain extends Again {
  form: string;
}

/** How the `invalid` of a route is written. */
type Invalid<P> = (
  work: Work,
  input: Omit<Unparsed<undefined, undefined>, 'params' | 'query'> & { params: P },
  ask: Ask,
) => Promise<PageReply> | PageReply;

/**
 * How the forms on the page of a record answer what they cannot take: that page again, with the form open, what was typed
 * in it and each fault at its field: `const onTask = formsOn(shownTask)`, then `act({ …, invalid: onTask('refuse') })`.
 * Where a page has a form for each of several things, the path tells which was answered. A command need only end in `demand`:
 * a fault it finds in a field is answered alike.
 */
export const formsOn =
  <P>(shown: (work: Work, params: P, ask: Ask, again: FormAgain) => Promise<PageReply> | PageReply) =>
  <Q extends P>(form: string | ((params: Q) => string)): Invalid<Q> =>
  (work, { params, raw, problems }, ask) =>
    shown(work, params, ask, {
      form: typeof form === 'string' ? form : form(params),
      problems,
      typed: raw,
    });

/**
 * How the forms of a record are answered: back to its page under an address with a line that says what happened:
 * `const closureDone = doneUnder('/closures')`. A failure ends the act; a refused field then shows the form by the route's own `invalid`.
 */
export const doneUnder =
  (address: string) =>
  (result: Result<{ id: string }>, flash: string): RedirectReply =>
    redirect(`${address}/${demand(result).id}`, { flash });
