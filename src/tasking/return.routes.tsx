import { demand } from '../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { addOutsideFigure, ownReturn, readReturn, submitReturn } from './return.commands.ts';
import { MyReturnsPage, ReturnPage } from './return.pages.tsx';
import { listReturns } from './return.store.ts';
import { outsideSchema, returnParams, returnSchema } from './tasking.forms.ts';
import { makeReturns, readMeetings } from './tasking.permissions.ts';

const params = { meetingId: '@meetingId', serviceId: '@serviceId' };
interface Params {
  meetingId: string;
  serviceId: string;
}

async function shown(work: Work, at: Params, ask: Ask, again: Partial<FormAgain> = {}) {
  const { form, problems = [], typed = {} } = again;
  const view = demand(await (form ? ownReturn : readReturn)(work, at.meetingId, at.serviceId));
  return page(
    'Data return',
    <ReturnPage {...{ view, form, problems, typed }} csrf={ask.csrf} today={work.clock.today()} />,
    { problems, back: { href: `/meetings/${at.meetingId}`, text: view.line.seriesName } },
  );
}
const onReturn = formsOn(shown);

/** Data returns: what is open for you, one return, and its submission. */
export const returnRoutes: readonly Route[] = [
  show({
    path: '/returns',
    words: 'Figures your services are to return',
    permission: makeReturns,
    audit: 'return.listed',
    handle: async (work) =>
      page(
        'Figures your service returns',
        <MyReturnsPage
          returns={await listReturns(work, { isOpen: true, serviceIds: officerOf(work).serviceIds })}
          today={work.clock.today()}
        />,
        { back: { href: '/meetings', text: 'Meetings' } },
      ),
  }),
  show({
    path: '/meetings/:meetingId/returns/:serviceId',
    words: 'A service’s figures for a meeting',
    permission: readMeetings,
    audit: 'return.opened',
    params: returnParams,
    example: { params },
    handle: (work, input, ask) => shown(work, input.params, ask),
  }),
  act({
    path: '/meetings/:meetingId/returns/:serviceId',
    words: 'Submit a service’s figures for a meeting',
    permission: makeReturns,
    audit: 'return.submitted',
    params: returnParams,
    body: returnSchema,
    example: { params, body: { version: 1, comment: 'A quiet month.' } },
    handle: async (work, input) => {
      demand(await submitReturn(work, { ...input.params, ...input.body }));
      return redirect(`/meetings/${input.params.meetingId}/returns/${input.params.serviceId}`, {
        flash: 'Figures submitted',
      });
    },
    invalid: onReturn('submit'),
  }),
  act({
    path: '/meetings/:meetingId/returns/:serviceId/outside',
    words: 'Add an outside figure with its source',
    permission: makeReturns,
    audit: 'return.outside-figure-added',
    params: returnParams,
    body: outsideSchema,
    example: {
      params,
      body: { measure: 'dog-fouling', value: 4, source: 'Dog warden contractor', asAt: '2026-11-01' },
    },
    handle: async (work, input) => {
      demand(await addOutsideFigure(work, { ...input.params, ...input.body }));
      return redirect(`/meetings/${input.params.meetingId}/returns/${input.params.serviceId}`, {
        flash: 'Outside figure added',
      });
    },
    invalid: onReturn('outside'),
  }),
];
