import { demand } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import type { FormState } from '../platform/ui/index.ts';
import { jetExamples } from './jet.examples.ts';
import { closeMonths } from './jet.permissions.ts';
import { listReviews, recordReview, setTarget, spanView } from './month.commands.ts';
import { ReviewPage } from './review.pages.tsx';
import { ownTeam } from './team.store.ts';
import { reviewSchema, targetSchema, teamParams } from './time.forms.ts';
import { monthOf } from './time.split.ts';
import { listMonths, targetOn } from './time.store.ts';

async function shown(work: Work, teamId: string, ask: Ask, again: FormState = { problems: [], typed: {} }) {
  const team = demand(await ownTeam(work, teamId));
  const today = work.clock.today();
  const month = monthOf(today);
  const body = (
    <ReviewPage
      {...again}
      csrf={ask.csrf}
      team={team}
      today={today}
      target={await targetOn(work, today)}
      months={await listMonths(work, team.id, 13)}
      reviews={await listReviews(work, team.id)}
      now={await spanView(work, team, { fromOn: month.from, toOn: month.to })}
    />
  );
  return page(`Target and reviews, ${team.name}`, body, {
    ...{
      back: { href: '/teams/time', text: 'Time' },
      marking: 'OFFICIAL-SENSITIVE',
      problems: again.problems,
    },
  });
}

/** The target of a team's time, and what reviews of it found. */
export const reviewRoutes: readonly Route[] = [
  show({
    path: '/teams/:teamId/reviews',
    words: 'Closed months, the target, and what reviews of your team’s time found',
    permission: closeMonths,
    audit: 'team.reviews-opened',
    params: teamParams,
    handle: (work, { params }, ask) => shown(work, params.teamId, ask),
  }),
  act({
    path: '/teams/:teamId/reviews',
    words: 'Record what a review of your team’s time found',
    permission: closeMonths,
    audit: 'team.reviewed',
    params: teamParams,
    body: reviewSchema,
    example: { body: jetExamples.review },
    handle: async (work, { params, body }) => {
      demand(await recordReview(work, { ...params, ...body }));
      return redirect(`/teams/${params.teamId}/reviews`, { flash: 'Recorded' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, params.teamId, ask, { problems, typed: raw, form: 'review' }),
  }),
  act({
    path: '/teams/:teamId/target',
    words: 'Set the split of time that your agency wants, from a day on',
    permission: closeMonths,
    audit: 'team.target-set',
    params: teamParams,
    body: targetSchema,
    example: { body: jetExamples.target },
    handle: async (work, { params, body }) => {
      demand(await setTarget(work, { ...params, ...body }));
      return redirect(`/teams/${params.teamId}/reviews`, { flash: 'Set' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, params.teamId, ask, { problems, typed: raw, form: 'target' }),
  }),
];
