import { demand } from '../platform/failures/failures.ts';
import { apiPost, type Route } from '../platform/http/declare.ts';
import { asked, DayBoxes, dayWords, InsetText, Textarea, VersionField } from '../platform/ui/index.ts';
import { asbExamples } from './asb.examples.ts';
import { keepAsb } from './asb.permissions.ts';
import { planView } from './asb.views.ts';
import { formRoutes } from './form-routes.tsx';
import { shownPlan } from './jatac.api.ts';
import { planParams, releaseMoveSchema } from './nomination.forms.ts';
import { moveRelease, openPlan } from './plan.commands.ts';

const spec = {
  words: 'Move the day of a release: the plan goes with it and is escalated anew',
  permission: keepAsb,
  audit: 'release-plan.moved',
  params: planParams,
  body: releaseMoveSchema,
  example: { body: asbExamples.release },
} as const;
/** Moving a release, by page and API. */
export const planRoutes: readonly Route[] = [
  ...formRoutes({
    ...spec,
    path: '/release-plans/:releasePlanId/release',
    ...{ title: 'Move the release', button: 'Move it', done: 'Moved' },
    back: ({ releasePlanId }) => ({ href: `/release-plans/${releasePlanId}`, text: 'The plan' }),
    fields: async (work, { releasePlanId }, state) => {
      const plan = demand(await openPlan(work, releasePlanId));
      return (
        <>
          <InsetText>
            The release is expected on {dayWords(plan.releaseOn)}. An action that would begin on the new day
            or later no longer counts as in place.
          </InsetText>
          <VersionField version={plan.version} />
          <DayBoxes {...state} name="releaseOn" legend="New day of the release" />
          <Textarea {...asked(state, 'reason')} label="Why" rows={3} />
        </>
      );
    },
    take: (work, params, body) => moveRelease(work, { ...params, ...body }),
  }),
  apiPost({
    ...spec,
    path: '/api/v1/release-plans/:releasePlanId/release',
    output: planView,
    status: 200,
    handle: async (work, { params, body }) =>
      shownPlan(work, demand(await moveRelease(work, { ...params, ...body })).id),
  }),
];
