import { z } from 'zod';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { editDirectory, readDirectory } from '../directory.permissions.ts';
import { addAgency, changeAgency, endAgency } from './agency.commands.ts';
import {
  agencyParams,
  agencySchema,
  changeAgencyExample,
  endAgencyExample,
  endAgencySchema,
  newAgencyExample,
  newAgencySchema,
} from './agency.forms.ts';
import { findAgency, listAgencies } from './agency.store.ts';

const agencyView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  areaCode: z.string().nullable(),
  spokespersonId: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  version: z.number(),
});
const opened = async (work: Work, id: string) => (await findAgency(work.db, id)) ?? demand(notFound);

/** Agencies as JSON: the same commands as the pages. */
export const agencyApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/directory/agencies',
    words: 'Agencies of the partnership',
    permission: readDirectory,
    audit: 'agency.listed',
    output: z.object({ agencies: z.array(agencyView) }),
    handle: async (work) => ({ agencies: await listAgencies(work.db, work.clock.today()) }),
  }),
  apiGet({
    path: '/api/v1/directory/agencies/:agencyId',
    words: 'One agency',
    permission: readDirectory,
    audit: 'agency.opened',
    params: agencyParams,
    output: agencyView,
    handle: (work, { params }) => opened(work, params.agencyId),
  }),
  apiPost({
    path: '/api/v1/directory/agencies',
    words: 'Add an agency',
    permission: editDirectory,
    audit: 'agency.added',
    body: newAgencySchema,
    output: agencyView,
    example: { body: newAgencyExample },
    handle: async (work, { body }) => opened(work, demand(await addAgency(work, body)).id),
  }),
  apiPost({
    path: '/api/v1/directory/agencies/:agencyId/change',
    words: 'Change an agency',
    permission: editDirectory,
    audit: 'agency.changed',
    params: agencyParams,
    body: agencySchema,
    output: agencyView,
    status: 200,
    example: { body: changeAgencyExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await changeAgency(work, { ...params, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/directory/agencies/:agencyId/end',
    words: 'End an agency',
    permission: editDirectory,
    audit: 'agency.ended',
    params: agencyParams,
    body: endAgencySchema,
    output: agencyView,
    status: 200,
    example: { body: endAgencyExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await endAgency(work, { ...params, ...body })).id),
  }),
];
