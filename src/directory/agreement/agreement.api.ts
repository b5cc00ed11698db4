import { z } from 'zod';
import { demand, notFound, type Result } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { previewed as previewOf, previewView } from '../change/preview.view.ts';
import { manageAgreements, readDirectory } from '../directory.permissions.ts';
import {
  amendAgreement,
  endAgreement,
  makeAgreement,
  type PlannedAgreement,
  planAmendment,
  planEndOfAgreement,
  planNewAgreement,
} from './agreement.commands.ts';
import {
  agreementParams,
  amendAgreementExample,
  amendAgreementSchema,
  endAgreementExample,
  endAgreementSchema,
  newAgreementExample,
  newAgreementSchema,
} from './agreement.forms.ts';
import { previewOfAgreement } from './agreement.preview.ts';
import { agreementState, findAgreement, listAgreements } from './agreement.store.ts';

const agreementView = z.object({
  id: z.string(),
  fromAgencyId: z.string(),
  fromName: z.string(),
  toAgencyId: z.string(),
  toName: z.string(),
  recordKind: z.string(),
  gateway: z.string(),
  document: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  state: z.enum(['to-come', 'live', 'ending', 'ended']),
  version: z.number(),
});
const opened = async (work: Work, id: string) => {
  const row = (await findAgreement(work.db, id)) ?? demand(notFound);
  return { ...row, state: agreementState(row, work.clock.today()) };
};
const previewed = (work: Work, plan: Result<PlannedAgreement>) =>
  previewOf(plan, (planned) => previewOfAgreement(work, planned));

/** Agreements as JSON: the same commands as the pages, each with its preview. */
export const agreementApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/directory/agreements',
    words: 'Agreements between agencies',
    permission: readDirectory,
    audit: 'agreement.listed',
    query: z.object({ agencyId: z.uuid().optional() }),
    output: z.object({ agreements: z.array(agreementView) }),
    handle: async (work, { query }) => ({
      agreements: (await listAgreements(work.db, query)).map((row) => ({
        ...row,
        state: agreementState(row, work.clock.today()),
      })),
    }),
  }),
  apiGet({
    path: '/api/v1/directory/agreements/:agreementId',
    words: 'One agreement',
    permission: readDirectory,
    audit: 'agreement.opened',
    params: agreementParams,
    output: agreementView,
    handle: (work, { params }) => opened(work, params.agreementId),
  }),
  apiPost({
    path: '/api/v1/directory/agreements/preview',
    words: 'What an agreement would open, and to whom; makes none',
    permission: manageAgreements,
    audit: 'agreement.previewed',
    body: newAgreementSchema,
    output: previewView,
    status: 200,
    example: { body: newAgreementExample },
    handle: async (work, { body }) => previewed(work, await planNewAgreement(work, body)),
  }),
  apiPost({
    path: '/api/v1/directory/agreements',
    words: 'Make an agreement',
    permission: manageAgreements,
    audit: 'agreement.made',
    body: newAgreementSchema,
    output: agreementView,
    example: { body: newAgreementExample },
    handle: async (work, { body }) => opened(work, demand(await makeAgreement(work, body)).id),
  }),
  apiPost({
    path: '/api/v1/directory/agreements/:agreementId/amend',
    words: 'Give an agreement another last day',
    permission: manageAgreements,
    audit: 'agreement.amended',
    params: agreementParams,
    body: amendAgreementSchema,
    output: agreementView,
    status: 200,
    example: { body: amendAgreementExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await amendAgreement(work, { ...params, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/directory/agreements/:agreementId/amend/preview',
    words: 'What another last day would mean; changes nothing',
    permission: manageAgreements,
    audit: 'agreement.previewed',
    params: agreementParams,
    body: amendAgreementSchema,
    output: previewView,
    status: 200,
    example: { body: amendAgreementExample },
    handle: async (work, { params, body }) =>
      previewed(work, await planAmendment(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/directory/agreements/:agreementId/end',
    words: 'End an agreement now',
    permission: manageAgreements,
    audit: 'agreement.ended',
    params: agreementParams,
    body: endAgreementSchema,
    output: agreementView,
    status: 200,
    example: { body: endAgreementExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await endAgreement(work, { ...params, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/directory/agreements/:agreementId/end/preview',
    words: 'Whom ending an agreement would close out; ends nothing',
    permission: manageAgreements,
    audit: 'agreement.previewed',
    params: agreementParams,
    body: endAgreementSchema,
    output: previewView,
    status: 200,
    example: { body: endAgreementExample },
    handle: async (work, { params, body }) =>
      previewed(work, await planEndOfAgreement(work, { ...params, ...body })),
  }),
];
