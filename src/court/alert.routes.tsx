import { z } from 'zod';
import { mayUse, PUBLIC } from '../platform/access/permission.ts';
import { demand } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { draftAlert, openAlert, recordReach, stepAlert } from './alert.commands.ts';
import {
  alertExamples,
  alertParams,
  alertSchema,
  alertStepParams,
  alertStepSchema,
  reachSchema,
} from './alert.forms.ts';
import { AlertDraftPage, AlertDraftsPage, AlertsPage } from './alert.pages.tsx';
import { listAlerts, publishedAlerts } from './alert.store.ts';
import { approveAlerts, draftAlerts, readAlerts } from './court.permissions.ts';

const fresh: Again = { problems: [], typed: {} };
async function listed(work: Work, ask: Ask, again: Again = fresh) {
  const mayDraft = mayUse(work.viewer, draftAlerts);
  const body = (
    <AlertDraftsPage {...again} alerts={await listAlerts(work)} mayDraft={mayDraft} csrf={ask.csrf} />
  );
  return page('Warnings to residents', body, { problems: again.problems, wide: true });
}
async function shown(work: Work, id: string, ask: Ask, again: Again = fresh) {
  const alert = demand(await openAlert(work, id));
  const mayApprove = mayUse(work.viewer, approveAlerts);
  const body = <AlertDraftPage {...again} {...{ alert, mayApprove }} csrf={ask.csrf} />;
  return page(`Warning ${alert.reference}`, body, {
    ...{ problems: again.problems, back: { href: '/alert-drafts', text: 'Warnings to residents' } },
  });
}
const done = doneUnder('/alert-drafts');
const publicShape = z.object({
  title: z.string(),
  words: z.string(),
  advice: z.string(),
  trades: z.array(z.string()),
  agencyName: z.string(),
  publishedOn: z.string(),
});
const alertShape = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.string(),
  title: z.string(),
  words: z.string(),
  advice: z.string(),
  trades: z.array(z.string()),
  endsOn: z.string(),
  publishedOn: z.string().nullable(),
  sent: z.number(),
  opened: z.number(),
  reached: z.number(),
  version: z.number(),
});

const pages: readonly Route[] = [
  show({
    path: '/alerts',
    words: 'Warnings to residents that were approved',
    permission: PUBLIC,
    audit: 'alert.read',
    handle: async (work) =>
      page('Warnings to residents', <AlertsPage alerts={await publishedAlerts(work)} />, { isPublic: true }),
  }),
  show({
    path: '/alert-drafts',
    words: 'Warnings to residents in the making, and how far they reached',
    permission: readAlerts,
    audit: 'alert.listed',
    handle: (work, _input, ask) => listed(work, ask),
  }),
  act({
    path: '/alert-drafts',
    words: 'Draft a warning to residents from a prosecution or a package',
    permission: draftAlerts,
    audit: 'alert.drafted',
    body: alertSchema,
    example: { body: alertExamples.alert },
    handle: async (work, { body }) =>
      done(await draftAlert(work, body), 'Drafted. A communications officer approves it'),
    invalid: (work, { raw, problems }, ask) => listed(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/alert-drafts/:alertId',
    words: 'One warning to residents with its reach',
    permission: readAlerts,
    audit: 'alert.opened',
    params: alertParams,
    handle: (work, { params }, ask) => shown(work, params.alertId, ask),
  }),
  act({
    path: '/alert-drafts/:alertId/steps/:alertStep',
    words: 'Approve and publish a warning to residents, or withdraw it',
    permission: approveAlerts,
    audit: 'alert.step-taken',
    params: alertStepParams,
    body: alertStepSchema,
    example: { body: alertExamples.step },
    handle: async (work, { params, body }) =>
      done(await stepAlert(work, { alertId: params.alertId, action: params.alertStep, ...body }), 'Done'),
    invalid: (work, { params, problems }, ask) => shown(work, params.alertId, ask, { problems, typed: {} }),
  }),
  act({
    path: '/alert-drafts/:alertId/reach',
    words: 'Write down how a warning went out and how many it reached',
    permission: approveAlerts,
    audit: 'alert.reach-recorded',
    params: alertParams,
    body: reachSchema,
    example: { body: alertExamples.reach },
    handle: async (work, { params, body }) =>
      done(await recordReach(work, { ...params, ...body }), 'Written down'),
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, params.alertId, ask, { problems, typed: raw }),
  }),
];
const api: readonly Route[] = [
  apiGet({
    path: '/api/v1/alerts',
    words: 'Warnings to residents that were approved',
    permission: PUBLIC,
    audit: 'alert.read',
    output: z.object({ alerts: z.array(publicShape) }),
    handle: async (work) => ({ alerts: await publishedAlerts(work) }),
  }),
  apiGet({
    path: '/api/v1/alert-drafts',
    words: 'Warnings to residents in the making, and how far they reached',
    permission: readAlerts,
    audit: 'alert.listed',
    output: z.object({ alerts: z.array(alertShape) }),
    handle: async (work) => ({ alerts: await listAlerts(work) }),
  }),
  apiPost({
    path: '/api/v1/alert-drafts',
    words: 'Draft a warning to residents from a prosecution or a package',
    permission: draftAlerts,
    audit: 'alert.drafted',
    body: alertSchema,
    output: alertShape,
    example: { body: alertExamples.alert },
    handle: async (work, { body }) => demand(await draftAlert(work, body)),
  }),
  apiPost({
    path: '/api/v1/alert-drafts/:alertId/steps/:alertStep',
    words: 'Approve and publish a warning to residents, or withdraw it',
    permission: approveAlerts,
    audit: 'alert.step-taken',
    params: alertStepParams,
    body: alertStepSchema,
    output: alertShape,
    status: 200,
    example: { body: alertExamples.step },
    handle: async (work, { params, body }) =>
      demand(await stepAlert(work, { alertId: params.alertId, action: params.alertStep, ...body })),
  }),
  apiPost({
    path: '/api/v1/alert-drafts/:alertId/reach',
    words: 'Write down how a warning went out and how many it reached',
    permission: approveAlerts,
    audit: 'alert.reach-recorded',
    params: alertParams,
    body: reachSchema,
    output: alertShape,
    example: { body: alertExamples.reach },
    handle: async (work, { params, body }) => demand(await recordReach(work, { ...params, ...body })),
  }),
];
/** Warnings to residents: drafted from what came of a case or a package, approved by somebody else, with their reach. */
export const alertRoutes: readonly Route[] = [...pages, ...api];
