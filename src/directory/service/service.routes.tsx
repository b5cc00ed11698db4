import { z } from 'zod';
import { demand, notFound, ok } from '../../platform/failures/failures.ts';
import { type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { isEnded, listAgencies } from '../agency/agency.store.ts';
import { namesOf } from '../change/change.store.ts';
import { editRoutes } from '../change/edit.routes.tsx';
import type { EditField } from '../change/edit-form.pages.tsx';
import { historyOf } from '../change/history.tsx';
import { openGaps } from '../directory.commands.ts';
import { mayEdit } from '../directory.pages.tsx';
import { editDirectory, readDirectory } from '../directory.permissions.ts';
import { findService, listAreas, listServices } from '../directory.store.ts';
import { weekOf } from './hours.ts';
import {
  addService,
  changeService,
  endService,
  planEndOfService,
  planNewService,
  planService,
  serviceFields,
} from './service.commands.ts';
import { changeServiceExample, endServiceExample, newServiceExample } from './service.examples.ts';
import { endServiceForm, newServiceForm, serviceForm, serviceParams, withHours } from './service.forms.ts';
import { GapsPage, ServicePage, ServicesPage } from './service.pages.tsx';
import { previewOfService } from './service.preview.ts';
import { membersOf, peopleOfAgency, rulesTo } from './service.store.ts';

const directoryHome = { href: '/directory', text: 'Directory' };
const back = { href: '/directory/services', text: 'Services' };
const hrefOf = (id: string) => `/directory/services/${id}`;
const opened = async (work: Work, id: string) => (await findService(work.db, id)) ?? demand(notFound);

async function detailFields(work: Work, now: readonly string[]): Promise<EditField[]> {
  const districts = await listAreas(work.db, 'district', work.clock.today());
  const known = new Set(districts.map((area) => area.code));
  const names = await namesOf(work.db, now);
  const others = now
    .filter((code) => !known.has(code))
    .map((code) => ({ code, name: names.get(code) ?? code }));
  return [
    { type: 'text', name: 'name', label: 'Name' },
    { type: 'text', name: 'team', label: 'Team' },
    { type: 'email', name: 'email', label: 'E-mail of the team', hint: 'A shared inbox, not a person’s' },
    { type: 'tel', name: 'phone', label: 'Telephone' },
    {
      type: 'week',
      name: 'hours',
      label: 'Opening hours',
      hint: 'Like 08:45 to 17:15. Leave a closed day empty',
    },
    {
      type: 'text',
      name: 'outOfHours',
      label: 'Outside hours',
      hint: 'What happens then, as callers are told it',
    },
    {
      type: 'ticks',
      name: 'areaCodes',
      label: 'Where it works',
      hint: 'Tick none where it works in the whole area of its agency',
      items: [...districts, ...others].map((area) => ({ value: area.code, text: area.name })),
    },
    {
      type: 'tick',
      name: 'isFallback',
      label: 'Fallback inbox',
      hint: 'Takes reports that nobody else is down for',
    },
  ];
}

/** Services, and what nobody is down to answer for. */
export const serviceRoutes: readonly Route[] = [
  show({
    path: '/directory/services',
    words: 'Services of the partners',
    permission: readDirectory,
    audit: 'directory.read',
    handle: async (work) => {
      const services = await listServices(work.db, work.clock.today());
      const body = <ServicesPage services={services} canEdit={mayEdit(officerOf(work))} />;
      return page('Services', body, { back: directoryHome, wide: true });
    },
  }),
  ...editRoutes({
    path: '/directory/services/add',
    words: 'Add a service',
    permission: editDirectory,
    audit: 'service.added',
    params: z.object({}),
    body: newServiceForm,
    example: { body: newServiceExample },
    save: 'Add service',
    subject: async (work) => {
      const today = work.clock.today();
      const agencies = (await listAgencies(work.db, today)).filter((agency) => !isEnded(agency, today));
      return {
        heading: 'Add a service',
        back,
        typed: { startsOn: today },
        fields: [
          {
            type: 'select',
            name: 'agencyId',
            label: 'Agency',
            items: agencies.map((agency) => ({ value: agency.id, text: agency.name })),
          },
          { type: 'text', name: 'code', label: 'Code', hint: 'Like WEND-ENV; it does not change later' },
          ...(await detailFields(work, [])),
          { type: 'day', name: 'startsOn', label: 'From' },
        ],
      };
    },
    preview: async (work, input) => {
      const plan = await planNewService(work, withHours(input));
      return plan.ok ? ok(await previewOfService(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const added = await addService(work, withHours(input));
      return added.ok
        ? ok({
            to: hrefOf(added.value.id),
            flash: 'Service added. Now say what is sent to it, in the A to Z.',
          })
        : added;
    },
  }),
  show({
    path: '/directory/services/:serviceId',
    words: 'One service: people, hours, places',
    permission: readDirectory,
    audit: 'directory.read',
    params: serviceParams,
    handle: async (work, { params }, ask) => {
      const service = await opened(work, params.serviceId);
      const [today, canEdit] = [work.clock.today(), mayEdit(officerOf(work))];
      const names = await namesOf(work.db, service.areaCodes);
      const props = {
        ...{ service, today, canEdit },
        areas: service.areaCodes.map((code) => ({ code, name: names.get(code) ?? code })),
        members: await membersOf(work.db, service.id),
        rules: await rulesTo(work.db, service.id, today),
        history: canEdit && (await historyOf(work, 'service', service.id, ask.csrf)),
      };
      return page(service.name, <ServicePage {...props} />, { back });
    },
  }),
  ...editRoutes({
    path: '/directory/services/:serviceId/change',
    words: 'Change a service',
    permission: editDirectory,
    audit: 'service.changed',
    params: serviceParams,
    body: serviceForm,
    example: { body: changeServiceExample },
    save: 'Save change',
    subject: async (work, { serviceId }) => {
      const service = await opened(work, serviceId);
      const people = await peopleOfAgency(work.db, service.agencyId);
      return {
        heading: `Change ${service.name}`,
        caption: service.agencyName,
        back: { href: hrefOf(service.id), text: service.name },
        typed: { ...serviceFields(service), ...weekOf(service.hours) },
        version: service.version,
        fields: [
          ...(await detailFields(work, service.areaCodes)),
          {
            type: 'select',
            name: 'leadOfficerId',
            label: 'Lead',
            items: people.map((person) => ({ value: person.id, text: person.name })),
          },
        ],
      };
    },
    preview: async (work, input) => {
      const plan = await planService(work, withHours(input));
      return plan.ok ? ok(await previewOfService(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const changed = await changeService(work, withHours(input));
      return changed.ok ? ok({ to: hrefOf(input.serviceId), flash: 'Service changed' }) : changed;
    },
  }),
  ...editRoutes({
    path: '/directory/services/:serviceId/end',
    words: 'End a service',
    permission: editDirectory,
    audit: 'service.ended',
    params: serviceParams,
    body: endServiceForm,
    example: { body: endServiceExample },
    save: 'End service',
    subject: async (work, { serviceId }) => {
      const service = await opened(work, serviceId);
      return {
        heading: `End ${service.name}`,
        caption: service.agencyName,
        about: 'Nothing is deleted. Open work stays with it until somebody sends it on.',
        back: { href: hrefOf(service.id), text: service.name },
        typed: { endsOn: work.clock.today() },
        version: service.version,
        fields: [{ type: 'day', name: 'endsOn', label: 'First day without it' }],
      };
    },
    preview: async (work, input) => {
      const plan = await planEndOfService(work, input);
      return plan.ok ? ok(await previewOfService(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const ended = await endService(work, input);
      return ended.ok ? ok({ to: hrefOf(input.serviceId), flash: 'The service ends' }) : ended;
    },
  }),
  show({
    path: '/directory/gaps',
    words: 'What nobody is down to answer for',
    permission: editDirectory,
    audit: 'directory.gaps-read',
    handle: async (work) =>
      page('Gaps in the directory', <GapsPage gaps={await openGaps(work)} />, { back: directoryHome }),
  }),
];
