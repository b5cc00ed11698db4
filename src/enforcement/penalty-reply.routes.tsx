import type { z } from 'zod';
import { demand, type FieldProblem } from '../platform/failures/failures.ts';
import { type Again, doneUnder, formsOn } from '../platform/http/again.ts';
import type { Ask } from '../platform/http/declare.ts';
import { type PageReply, page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { withHold } from '../records/index.ts';
import type { penaltyParams } from './penalty.forms.ts';
import { PenaltyPage } from './penalty.pages.tsx';
import { penaltyPageView } from './penalty.queries.ts';

export type Params = z.output<typeof penaltyParams>;
export const back = { href: '/penalties', text: 'Penalties' };

export async function shown(
  work: Work,
  params: Params,
  ask: Ask,
  again: Again & { form?: string } = { problems: [], typed: {} },
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

/** Answers of one form of the page: where it cannot be taken, the page with that form as it was typed. */
export const onPage = formsOn(shown);
/** After a step: back to the notice with a line that says what happened. */
export const done = doneUnder(back.href);

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
    { back, problems, looksUp: true },
  );
