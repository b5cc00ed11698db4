import type { z } from 'zod';
import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import type { Ask } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { withHold } from '../records/index.ts';
import type { penaltyParams } from './penalty.forms.ts';
import { PenaltyPage } from './penalty.pages.tsx';
import { penaltyPageView } from './penalty.queries.ts';
import type { Penalty } from './penalty.store.ts';
import type { PenaltyAction } from './penalty.transitions.ts';

export type Params = z.output<typeof penaltyParams>;
export const back = { href: '/penalties', text: 'Penalties' };

interface Again {
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
  /** The form of the page that was answered: a step of the table, or one of its own. */
  form?: PenaltyAction | 'serve' | 'evidence';
}
const problemsNone: readonly FieldProblem[] = [];

export async function shown(
  work: Work,
  params: Params,
  ask: Ask,
  again: Again = { problems: problemsNone, typed: {} },
): Promise<PageReply> {
  const view = demand(await penaltyPageView(work, params.penaltyId));
  const body = (
    <PenaltyPage {...view} viewer={officerOf(work)} csrf={ask.csrf} today={work.clock.today()} {...again} />
  );
  return page(`Penalty ${view.penalty.reference}`, await withHold(work, 'penalty', params.penaltyId, body), {
    back,
    marking: 'OFFICIAL',
    problems: again.problems,
  });
}

/** After a step: back to the notice with a line that says what happened. A field that the rule refused shows the form again. */
export async function done(
  work: Work,
  params: Params,
  result: Result<Penalty>,
  flash: string,
  ask: Ask,
  again: Omit<Again, 'problems'>,
) {
  if (!result.ok && result.failure.kind === 'invalid')
    return shown(work, params, ask, { ...again, problems: result.failure.problems });
  demand(result);
  return redirect(`/penalties/${params.penaltyId}`, { flash });
}

export const formPage = (
  title: string,
  body: PageReply['body'],
  problems: readonly FieldProblem[],
): PageReply =>
  page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {body}
    </>,
    { back, problems },
  );
