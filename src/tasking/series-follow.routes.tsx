import { z } from 'zod';
import { taskingMeeting } from '../../reference/jet.ts';
import { listServices } from '../directory/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { demand, notFound, ok } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import {
  asked,
  Button,
  Checkboxes,
  Form,
  type FormState,
  Input,
  problemOf,
  Textarea,
  tickedIn,
} from '../platform/ui/index.ts';
import { addFollowing } from './series.follow.ts';
import { daysOf, findSeries } from './series.store.ts';
import { followSchema, seriesParams } from './tasking.forms.ts';
import { changeSeries } from './tasking.permissions.ts';

const example = {
  ...{ name: 'Sample tasking meeting', startsAt: '09:30', place: 'Council Offices', daysAfter: 14 },
  ...{ standingItems: 'Parking', memberServiceIds: ['@serviceId'] },
};
const FollowForm = (
  props: FormState & {
    csrf: string;
    name: string;
    action: string;
    services: readonly { id: string; name: string; agencyName: string }[];
    /** Services of whoever asks, which sit at it unless they say otherwise. */
    own: readonly string[];
  },
) => (
  <>
    <h1 class="govuk-heading-l">Tasking meeting after the {props.name}</h1>
    <Form action={props.action} csrfToken={props.csrf}>
      <Input {...asked(props, 'name')} label="Name of the meeting" />
      <Input
        {...asked(props, 'daysAfter', String(taskingMeeting.daysAfter))}
        label="How many days after"
        hint="Its days follow by themselves, also where that meeting is moved."
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Input
        {...asked(props, 'startsAt')}
        label="Starts at"
        hint="For example, 09:30"
        classes="govuk-input--width-5"
      />
      <Input {...asked(props, 'place')} label="Where" />
      <Textarea
        {...asked(props, 'standingItems', taskingMeeting.standingItems.join('\n'))}
        label="Standing items, one a line"
        rows={7}
      />
      <Checkboxes
        name="memberServiceIds"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { children: 'Who sits at it', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'memberServiceIds')}
        values={props.problems.length > 0 ? tickedIn(props, 'memberServiceIds') : [...props.own]}
        items={props.services.map((s) => ({ value: s.id, children: `${s.agencyName}: ${s.name}` }))}
      />
      <Button>Set it up</Button>
    </Form>
  </>
);
async function shown(work: Work, seriesId: string, ask: Ask, again: Again = { problems: [], typed: {} }) {
  const found = await findSeries(work, seriesId);
  const series = demand(found?.kind === 'JAG' ? ok(found) : notFound);
  about(work, 'series', series.id);
  const body = (
    <FollowForm
      {...again}
      csrf={ask.csrf}
      name={series.name}
      action={`/meeting-series/${series.id}/after`}
      services={await listServices(work.db)}
      own={officerOf(work).serviceIds}
    />
  );
  return page('Tasking meeting', body, {
    ...{ back: { href: `/meeting-series/${series.id}`, text: series.name }, problems: again.problems },
  });
}

/** A team's tasking meeting, held some days after each Joint Action Group. */
export const seriesFollowRoutes: readonly Route[] = [
  show({
    path: '/meeting-series/:seriesId/after',
    words: 'The form for a tasking meeting some days after a Joint Action Group',
    permission: changeSeries,
    audit: 'series.follow-shown',
    params: seriesParams,
    handle: (work, { params }, ask) => shown(work, params.seriesId, ask),
  }),
  act({
    path: '/meeting-series/:seriesId/after',
    words: 'Set up a tasking meeting some days after a Joint Action Group',
    permission: changeSeries,
    audit: 'series.follow-added',
    params: seriesParams,
    body: followSchema,
    example: { body: example },
    handle: async (work, { params, body }) => {
      const { id } = demand(await addFollowing(work, { ...params, ...body }));
      return redirect(`/meeting-series/${id}`, { flash: 'Set up' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, params.seriesId, ask, { problems, typed: raw }),
  }),
  apiPost({
    path: '/api/v1/meeting-series/:seriesId/after',
    words:
      'Set up a tasking meeting some days after a Joint Action Group; its days are computed from that meeting’s',
    permission: changeSeries,
    audit: 'series.follow-added',
    params: seriesParams,
    body: followSchema,
    output: z.object({
      id: z.string(),
      name: z.string(),
      daysAfter: z.number().nullable(),
      days: z.array(z.string()),
    }),
    example: { body: example },
    handle: async (work, { params, body }) => {
      const series = demand(await addFollowing(work, { ...params, ...body }));
      return { ...series, days: await daysOf(work, series, addDays(work.clock.today(), 1), 4) };
    },
  }),
];
