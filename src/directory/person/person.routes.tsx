import { z } from 'zod';
import { demand, ok } from '../../platform/failures/failures.ts';
import { type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { isEnded, listAgencies } from '../agency/agency.store.ts';
import { editRoutes } from '../change/edit.routes.tsx';
import type { EditField } from '../change/edit-form.pages.tsx';
import { managePeople } from '../directory.permissions.ts';
import { listServices } from '../directory.store.ts';
import { openedPerson } from './own-account.ts';
import { PeoplePage } from './people.pages.tsx';
import {
  addPerson,
  changePerson,
  movePerson,
  personFields,
  planNewPerson,
  planPerson,
  planPlace,
} from './person.commands.ts';
import {
  moveExample,
  moveForm,
  newPersonExample,
  newPersonForm,
  officerParams,
  personExample,
  personForm,
  teamsExample,
  teamsForm,
} from './person.forms.ts';
import { previewOfPerson } from './person.preview.ts';
import { pageOfPeople } from './person.store.ts';

const back = { href: '/directory/people', text: 'People' };
const hrefOf = (id: string) => `/directory/people/${id}`;
/** Forms are about somebody else: one's own ends here. */
const opened = async (work: Work, officerId: string) => demand(await openedPerson(work, { officerId }));

async function agencyField(work: Work): Promise<EditField> {
  const today = work.clock.today();
  const agencies = (await listAgencies(work.db, today)).filter((agency) => !isEnded(agency, today));
  const items = agencies.map((agency) => ({ value: agency.id, text: agency.name }));
  return { type: 'select', name: 'agencyId', label: 'Agency', items };
}

async function teamsField(work: Work, agencyId: string): Promise<EditField> {
  const services = await listServices(work.db, work.clock.today());
  const own = services.filter((service) => service.agencyId === agencyId);
  return {
    ...{ type: 'ticks', name: 'serviceIds', label: 'Teams', hint: 'Services of their agency' },
    items: own.map((service) => ({ value: service.id, text: service.name })),
  };
}

const nameFields: readonly EditField[] = [
  { type: 'text', name: 'name', label: 'Name' },
  { type: 'email', name: 'email', label: 'E-mail' },
];

const listQuery = z.object({
  words: z.string().trim().max(60).default(''),
  agencyId: z.preprocess((raw) => (raw === '' ? undefined : raw), z.uuid().optional()),
  after: z.string().max(200).optional(),
});

/** People and their places and roles, for the administrator: everybody's but their own. */
export const personRoutes: readonly Route[] = [
  show({
    path: '/directory/people',
    words: 'People with accounts',
    permission: managePeople,
    audit: 'person.listed',
    query: listQuery,
    handle: async (work, { query }) => {
      const today = work.clock.today();
      const { people, next } = await pageOfPeople(work.db, today, query);
      const agencyId = query.agencyId ?? '';
      const props = {
        ...{ people, words: query.words, agencyId, agencies: await listAgencies(work.db, today) },
        nextHref: next
          ? `/directory/people?${new URLSearchParams({ words: query.words, agencyId, after: next }).toString()}`
          : undefined,
      };
      return page('People', <PeoplePage {...props} />, { wide: true });
    },
  }),
  ...editRoutes({
    path: '/directory/people/add',
    words: 'Add a person',
    permission: managePeople,
    audit: 'person.added',
    params: z.object({}),
    body: newPersonForm,
    example: { body: newPersonExample },
    save: 'Add person',
    subject: async (work) => ({
      heading: 'Add a person',
      back,
      typed: {},
      fields: [
        ...nameFields,
        {
          type: 'text',
          name: 'username',
          label: 'Username',
          hint: 'Like sam.hill; it does not change later',
        },
        await agencyField(work),
      ],
    }),
    preview: async (work, input) => {
      const plan = await planNewPerson(work, { ...input, serviceIds: [] });
      return plan.ok ? ok(await previewOfPerson(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const { name, email, username, agencyId, reason } = input;
      const added = await addPerson(work, { name, email, username, agencyId, reason, serviceIds: [] });
      return added.ok
        ? ok({
            to: hrefOf(added.value.id),
            flash: 'Person added. Now give a role, then make a link for them.',
          })
        : added;
    },
  }),
  ...editRoutes({
    path: '/directory/people/:officerId/change',
    words: 'Change somebody’s name or e-mail',
    permission: managePeople,
    audit: 'person.changed',
    params: officerParams,
    body: personForm,
    example: { body: personExample },
    save: 'Save change',
    subject: async (work, { officerId }) => {
      const person = await opened(work, officerId);
      return {
        heading: `Change ${person.name}`,
        caption: person.agencyName,
        back: { href: hrefOf(person.id), text: person.name },
        typed: { ...personFields(person) },
        version: person.version,
        fields: nameFields,
      };
    },
    preview: async (work, input) => {
      const plan = await planPerson(work, input);
      return plan.ok ? ok(await previewOfPerson(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const changed = await changePerson(work, input);
      return changed.ok ? ok({ to: hrefOf(input.officerId), flash: 'Person changed' }) : changed;
    },
  }),
  ...editRoutes({
    path: '/directory/people/:officerId/teams',
    words: 'Change somebody’s teams',
    permission: managePeople,
    audit: 'person.teams-changed',
    params: officerParams,
    body: teamsForm,
    example: { body: teamsExample },
    save: 'Save change',
    subject: async (work, { officerId }) => {
      const person = await opened(work, officerId);
      return {
        heading: `Teams of ${person.name}`,
        caption: person.agencyName,
        back: { href: hrefOf(person.id), text: person.name },
        typed: { ...personFields(person) },
        version: person.version,
        fields: [await teamsField(work, person.agencyId)],
      };
    },
    preview: async (work, input) => {
      const { agencyId } = await opened(work, input.officerId);
      const plan = await planPlace(work, { ...input, agencyId });
      return plan.ok ? ok(await previewOfPerson(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const { agencyId } = await opened(work, input.officerId);
      const moved = await movePerson(work, { ...input, agencyId });
      return moved.ok ? ok({ to: hrefOf(input.officerId), flash: 'Teams changed' }) : moved;
    },
  }),
  ...editRoutes({
    path: '/directory/people/:officerId/move',
    words: 'Move somebody to another agency',
    permission: managePeople,
    audit: 'person.moved',
    params: officerParams,
    body: moveForm,
    example: { body: moveExample },
    save: 'Move',
    subject: async (work, { officerId }) => {
      const person = await opened(work, officerId);
      return {
        heading: `Move ${person.name}`,
        caption: person.agencyName,
        about: 'Their teams end with the move: give them those of the new agency after it.',
        back: { href: hrefOf(person.id), text: person.name },
        typed: { agencyId: person.agencyId },
        version: person.version,
        fields: [await agencyField(work)],
      };
    },
    preview: async (work, input) => {
      const plan = await planPlace(work, { ...input, serviceIds: [] });
      return plan.ok ? ok(await previewOfPerson(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const moved = await movePerson(work, { ...input, serviceIds: [] });
      return moved.ok ? ok({ to: hrefOf(input.officerId), flash: 'Moved' }) : moved;
    },
  }),
];
