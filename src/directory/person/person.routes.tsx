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
import { roles } from '../roles.ts';
import { openedPerson } from './own-account.ts';
import { PeoplePage } from './people.pages.tsx';
import {
  addPerson,
  changePerson,
  movePerson,
  personFields,
  planActive,
  planNewPerson,
  planPerson,
  planPlace,
  setActive,
} from './person.commands.ts';
import {
  activeExample,
  activeForm,
  newPersonExample,
  newPersonForm,
  officerParams,
  personExample,
  personForm,
  placeExample,
  placeForm,
  roleExample,
  roleForm,
} from './person.forms.ts';
import { previewOfPerson, previewOfRole } from './person.preview.ts';
import { pageOfPeople } from './person.store.ts';
import { giveRole, planRole } from './role.commands.ts';
import { roleName, roleRules, roleSide, sideWords } from './role.rules.ts';

const back = { href: '/directory/people', text: 'People' };
const hrefOf = (id: string) => `/directory/people/${id}`;
/** Forms are about somebody else: one's own ends here. */
const opened = async (work: Work, officerId: string) => demand(await openedPerson(work, { officerId }));

/** Agency and teams; teams of other agencies are there too, since a form without script cannot follow the agency. */
async function placeFields(work: Work, agencyId?: string): Promise<EditField[]> {
  const today = work.clock.today();
  const agencies = (await listAgencies(work.db, today)).filter((agency) => !isEnded(agency, today));
  const services = await listServices(work.db, today);
  const first = services.filter((service) => service.agencyId === agencyId);
  const rest = services.filter((service) => service.agencyId !== agencyId);
  return [
    {
      type: 'select',
      name: 'agencyId',
      label: 'Agency',
      items: agencies.map((agency) => ({ value: agency.id, text: agency.name })),
    },
    {
      type: 'ticks',
      name: 'serviceIds',
      label: 'Teams',
      hint: 'Of the agency chosen above',
      items: [...first, ...rest].map((service) => ({
        value: service.id,
        text: `${service.agencyName}: ${service.name}`,
      })),
    },
  ];
}

const nameFields: readonly EditField[] = [
  { type: 'text', name: 'name', label: 'Name' },
  { type: 'email', name: 'email', label: 'E-mail' },
];

const roleFields: readonly EditField[] = [
  {
    type: 'select',
    name: 'role',
    label: 'Role',
    items: roles.map((role) => ({
      value: role,
      text: `${roleName(role)} (${sideWords[roleSide(role)]}${roleRules[role].needsConsent ? '; their agency must agree' : ''})`,
    })),
  },
  {
    type: 'day',
    name: 'endsOn',
    label: 'First day without it (optional)',
    hint: 'Like 2026-11-30. Leave empty for until further notice',
  },
];

/** Shutting an account and letting somebody in again are the same two routes with another end. */
const activeRoutes = (isActive: boolean): Route[] => {
  const step = isActive ? 'reopen' : 'shut';
  const words = isActive ? 'Let somebody in again' : 'Shut an account';
  return editRoutes({
    path: `/directory/people/:officerId/${step}`,
    words,
    permission: managePeople,
    audit: isActive ? 'person.reopened' : 'person.shut',
    params: officerParams,
    body: activeForm,
    example: { body: activeExample },
    save: words,
    subject: async (work, { officerId }) => {
      const person = await opened(work, officerId);
      return {
        heading: `${words}: ${person.name}`,
        back: { href: hrefOf(person.id), text: person.name },
        typed: {},
        version: person.version,
        fields: [],
      };
    },
    preview: async (work, input) => {
      const plan = await planActive(work, { ...input, isActive });
      return plan.ok ? ok(await previewOfPerson(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const done = await setActive(work, { ...input, isActive });
      const flash = isActive
        ? 'They can sign in again'
        : 'The account is shut and they are signed out everywhere';
      return done.ok ? ok({ to: hrefOf(input.officerId), flash }) : done;
    },
  });
};

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
        ...(await placeFields(work)),
      ],
    }),
    preview: async (work, input) => {
      const plan = await planNewPerson(work, input);
      return plan.ok ? ok(await previewOfPerson(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const { go: _go, ...fields } = input;
      const added = await addPerson(work, fields);
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
    path: '/directory/people/:officerId/place',
    words: 'Change somebody’s teams or agency',
    permission: managePeople,
    audit: 'person.moved',
    params: officerParams,
    body: placeForm,
    example: { body: placeExample },
    save: 'Save change',
    subject: async (work, { officerId }) => {
      const person = await opened(work, officerId);
      return {
        heading: `Teams of ${person.name}`,
        caption: person.agencyName,
        back: { href: hrefOf(person.id), text: person.name },
        typed: { ...personFields(person) },
        version: person.version,
        fields: await placeFields(work, person.agencyId),
      };
    },
    preview: async (work, input) => {
      const plan = await planPlace(work, input);
      return plan.ok ? ok(await previewOfPerson(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const moved = await movePerson(work, input);
      return moved.ok ? ok({ to: hrefOf(input.officerId), flash: 'Changed' }) : moved;
    },
  }),
  ...editRoutes({
    path: '/directory/people/:officerId/give-role',
    words: 'Give somebody a role, or ask their agency',
    permission: managePeople,
    audit: 'person.role-given',
    params: officerParams,
    body: roleForm,
    example: { body: roleExample },
    save: 'Give or ask',
    subject: async (work, { officerId }) => {
      const person = await opened(work, officerId);
      return {
        heading: `Give ${person.name} a role`,
        caption: person.agencyName,
        back: { href: hrefOf(person.id), text: person.name },
        typed: {},
        fields: roleFields,
      };
    },
    preview: async (work, input) => {
      const plan = await planRole(work, input);
      return plan.ok ? ok(previewOfRole(plan.value)) : plan;
    },
    change: async (work, input) => {
      const given = await giveRole(work, input);
      if (!given.ok) return given;
      const flash = given.value.isGiven
        ? 'Role given'
        : 'The agency is asked: nothing is given until it agrees';
      return ok({ to: hrefOf(input.officerId), flash });
    },
  }),
  ...activeRoutes(false),
  ...activeRoutes(true),
];
