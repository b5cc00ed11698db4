import { z } from 'zod';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { editDirectory, readDirectory } from '../directory.permissions.ts';
import { findService, listServices } from '../directory.store.ts';
import { addService, changeService, endService } from './service.commands.ts';
import { changeServiceBody, endServiceExample, newServiceBody } from './service.examples.ts';
import { endServiceSchema, newServiceSchema, serviceParams, serviceSchema } from './service.forms.ts';

const serviceView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  team: z.string(),
  email: z.string(),
  phone: z.string(),
  outOfHours: z.string().nullable(),
  hours: z.unknown(),
  isFallback: z.boolean(),
  agencyId: z.string(),
  agencyName: z.string(),
  leadName: z.string().nullable(),
  areaCodes: z.array(z.string()),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  version: z.number(),
});
const opened = async (work: Work, id: string) => (await findService(work.db, id)) ?? demand(notFound);

/** Services as JSON: the same commands as the pages. */
export const serviceApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/directory/services',
    words: 'Services of the partners',
    permission: readDirectory,
    audit: 'directory.read',
    output: z.object({ services: z.array(serviceView) }),
    handle: async (work) => ({ services: await listServices(work.db, work.clock.today()) }),
  }),
  apiGet({
    path: '/api/v1/directory/services/:serviceId',
    words: 'One service',
    permission: readDirectory,
    audit: 'directory.read',
    params: serviceParams,
    output: serviceView,
    handle: (work, { params }) => opened(work, params.serviceId),
  }),
  apiPost({
    path: '/api/v1/directory/services',
    words: 'Add a service',
    permission: editDirectory,
    audit: 'service.added',
    body: newServiceSchema,
    output: serviceView,
    example: { body: newServiceBody },
    handle: async (work, { body }) => opened(work, demand(await addService(work, body)).id),
  }),
  apiPost({
    path: '/api/v1/directory/services/:serviceId/change',
    words: 'Change a service',
    permission: editDirectory,
    audit: 'service.changed',
    params: serviceParams,
    body: serviceSchema,
    output: serviceView,
    status: 200,
    example: { body: changeServiceBody },
    handle: async (work, { params, body }) =>
      opened(work, demand(await changeService(work, { ...params, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/directory/services/:serviceId/end',
    words: 'End a service',
    permission: editDirectory,
    audit: 'service.ended',
    params: serviceParams,
    body: endServiceSchema,
    output: serviceView,
    status: 200,
    example: { body: endServiceExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await endService(work, { ...params, ...body })).id),
  }),
];
