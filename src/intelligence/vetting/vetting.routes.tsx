import { z } from 'zod';
import { mayUse } from '../../platform/access/permission.ts';
import { demand, type FieldProblem, notFound } from '../../platform/failures/failures.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { draftPackages, readIntelligence, releasePackages } from '../intelligence.permissions.ts';
import { authoriseVetting, proposeVetting } from './vetting.commands.ts';
import { authoriseSchema, proposeSchema, vettingExamples, vettingParams } from './vetting.forms.ts';
import { VettingPage, VettingsPage } from './vetting.pages.tsx';
import { findVetting, listVettings, vettingSubjects } from './vetting.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/intelligence/vetting', text: 'Vetting' };

async function opened(work: Work, id: string) {
  const one = (await findVetting(work, id)) ?? demand(notFound);
  about(work, 'vetting', id);
  return { one, matches: await vettingSubjects(work, id) };
}

async function shown(
  work: Work,
  id: string,
  ask: Ask,
  { problems = [], typed = {} }: { problems?: readonly FieldProblem[]; typed?: Record<string, unknown> } = {},
) {
  const { one, matches } = await opened(work, id);
  const mayAuthorise = mayUse(work.viewer, releasePackages) && one.proposedBy !== officerOf(work).officerId;
  const body = (
    <VettingPage
      {...{ one, matches, mayAuthorise, problems, typed }}
      mayPropose={mayUse(work.viewer, draftPackages)}
      csrf={ask.csrf}
    />
  );
  return page(`Vetting ${one.reference}`, body, { marking, back, problems });
}

const rowShape = z.object({
  id: z.string(),
  reference: z.string(),
  about: z.string(),
  agencyName: z.string(),
  askedOn: z.string(),
  answersOn: z.string(),
  answer: z.string().nullable(),
  conditions: z.array(z.string()),
  reason: z.string().nullable(),
  answeredOn: z.string().nullable(),
  otherRequests: z.number(),
  version: z.number(),
});
const wholeShape = rowShape.extend({
  matches: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      items: z.array(z.object({ id: z.string(), reference: z.string(), linkId: z.string() })),
      services: z.array(
        z.object({ agencyName: z.string(), records: z.number(), matters: z.array(z.string()) }),
      ),
    }),
  ),
});
const asJson = async (work: Work, id: string) => {
  const { one, matches } = await opened(work, id);
  return { ...one, matches };
};

/** Vetting on the unit's side: what was asked, what is known of it, and what crosses. */
export const vettingRoutes: readonly Route[] = [
  show({
    path: '/intelligence/vetting',
    words: 'Vetting that other services asked for',
    permission: readIntelligence,
    audit: 'vetting.listed',
    handle: async (work) =>
      page('Vetting', <VettingsPage requests={await listVettings(work)} today={work.clock.today()} />, {
        marking,
        wide: true,
      }),
  }),
  show({
    path: '/intelligence/vetting/:vettingId',
    words: 'One request for vetting: whom it names, and what is known of them',
    permission: readIntelligence,
    audit: 'vetting.opened',
    params: vettingParams,
    handle: (work, { params: { vettingId } }, ask) => shown(work, vettingId, ask),
  }),
  act({
    path: '/intelligence/vetting/:vettingId/propose',
    words: 'Propose what is answered to a request for vetting',
    permission: draftPackages,
    audit: 'vetting.proposed',
    params: vettingParams,
    body: proposeSchema,
    example: { body: vettingExamples.propose },
    handle: async (work, { params: { vettingId }, body }) => {
      demand(await proposeVetting(work, { requestId: vettingId, ...body }));
      return redirect(`/intelligence/vetting/${vettingId}`, { flash: 'Proposed' });
    },
    invalid: (work, { params: { vettingId }, raw, problems }, ask) =>
      shown(work, vettingId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/vetting/:vettingId/authorise',
    words: 'Authorise an answer that somebody else proposed; it crosses in its round',
    permission: releasePackages,
    audit: 'vetting.authorised',
    params: vettingParams,
    body: authoriseSchema,
    example: { body: vettingExamples.authorise },
    handle: async (work, { params: { vettingId }, body }) => {
      demand(await authoriseVetting(work, { requestId: vettingId, ...body }));
      return redirect(`/intelligence/vetting/${vettingId}`, { flash: 'Authorised' });
    },
    invalid: (work, { params: { vettingId } }, ask) => shown(work, vettingId, ask),
  }),
  apiGet({
    path: '/api/v1/intelligence/vetting',
    words: 'Vetting that other services asked for',
    permission: readIntelligence,
    audit: 'vetting.listed',
    output: z.object({ requests: z.array(rowShape) }),
    handle: async (work) => ({ requests: await listVettings(work) }),
  }),
  apiGet({
    path: '/api/v1/intelligence/vetting/:vettingId',
    words: 'One request for vetting: whom it names, and what is known of them',
    permission: readIntelligence,
    audit: 'vetting.opened',
    params: vettingParams,
    output: wholeShape,
    handle: (work, { params: { vettingId } }) => asJson(work, vettingId),
  }),
  apiPost({
    path: '/api/v1/intelligence/vetting/:vettingId/propose',
    words: 'Propose what is answered to a request for vetting',
    permission: draftPackages,
    audit: 'vetting.proposed',
    params: vettingParams,
    body: proposeSchema,
    output: wholeShape,
    status: 200,
    example: { body: vettingExamples.propose },
    handle: async (work, { params: { vettingId }, body }) => {
      demand(await proposeVetting(work, { requestId: vettingId, ...body }));
      return asJson(work, vettingId);
    },
  }),
  apiPost({
    path: '/api/v1/intelligence/vetting/:vettingId/authorise',
    words: 'Authorise an answer that somebody else proposed; it crosses in its round',
    permission: releasePackages,
    audit: 'vetting.authorised',
    params: vettingParams,
    body: authoriseSchema,
    output: wholeShape,
    status: 200,
    example: { body: vettingExamples.authorise },
    handle: async (work, { params: { vettingId }, body }) => {
      demand(await authoriseVetting(work, { requestId: vettingId, ...body }));
      return asJson(work, vettingId);
    },
  }),
];
