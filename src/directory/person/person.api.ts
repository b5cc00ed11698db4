import { z } from 'zod';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { reasonField } from '../change/fields.ts';
import { giveConsent, managePeople } from '../directory.permissions.ts';
import { askForNewPassword, resetPassword, unlock } from './account.commands.ts';
import { addPerson, changePerson, movePerson, setActive } from './person.commands.ts';
import {
  activeExample,
  activeSchema,
  endRoleSchema,
  grantParams,
  newPersonExample,
  newPersonSchema,
  officerParams,
  personExample,
  personSchema,
  placeExample,
  placeSchema,
  resetSchema,
  roleExample,
  roleSchema,
} from './person.forms.ts';
import { findPerson, grantsOf, pageOfPeople } from './person.store.ts';
import { decisionSchema } from './person-steps.routes.tsx';
import { decideRole, endRole, giveRole, withdrawRequest } from './role.commands.ts';
import { requestsForMe, requestsOf } from './role.store.ts';

const personView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  username: z.string().nullable(),
  agencyId: z.string(),
  agencyName: z.string(),
  isActive: z.boolean(),
  roles: z.array(z.string()),
  serviceIds: z.array(z.string()),
  version: z.number(),
});
const requestView = z.object({
  id: z.string(),
  officerId: z.string(),
  officerName: z.string(),
  role: z.string(),
  status: z.string(),
  askedByName: z.string(),
  reason: z.string(),
});
const wholeView = personView.extend({
  grants: z.array(
    z.object({
      id: z.string(),
      role: z.string(),
      side: z.string(),
      startsOn: z.string(),
      endsOn: z.string().nullable(),
    }),
  ),
  requests: z.array(requestView),
});

const opened = async (work: Work, id: string) => {
  const person = (await findPerson(work.db, work.clock.today(), id)) ?? demand(notFound);
  return { ...person, grants: await grantsOf(work.db, id), requests: await requestsOf(work.db, id) };
};
const requestParams = z.object({ requestId: z.uuid() });
const reasonExample = { body: { reason: 'An example' } };
const done = z.object({ done: z.literal(true) });

const activeRoute = (isActive: boolean): Route =>
  apiPost({
    path: `/api/v1/directory/people/:officerId/${isActive ? 'reopen' : 'shut'}`,
    words: isActive ? 'Let somebody in again' : 'Shut an account',
    permission: managePeople,
    audit: isActive ? 'person.reopened' : 'person.shut',
    params: officerParams,
    body: activeSchema,
    output: wholeView,
    status: 200,
    example: { body: activeExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await setActive(work, { ...params, ...body, isActive })).id),
  });

/** People as JSON: the same commands as the pages. */
export const personApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/directory/people',
    words: 'People with accounts, a page at a time',
    permission: managePeople,
    audit: 'person.listed',
    query: z.object({
      words: z.string().trim().max(60).default(''),
      agencyId: z.uuid().optional(),
      after: z.string().max(200).optional(),
    }),
    output: z.object({ people: z.array(personView), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfPeople(work.db, work.clock.today(), query),
  }),
  apiGet({
    path: '/api/v1/directory/people/:officerId',
    words: 'One person with their roles',
    permission: managePeople,
    audit: 'person.opened',
    params: officerParams,
    output: wholeView,
    handle: (work, { params }) => opened(work, params.officerId),
  }),
  apiPost({
    path: '/api/v1/directory/people',
    words: 'Add a person',
    permission: managePeople,
    audit: 'person.added',
    body: newPersonSchema,
    output: wholeView,
    example: { body: newPersonExample },
    handle: async (work, { body }) => opened(work, demand(await addPerson(work, body)).id),
  }),
  apiPost({
    path: '/api/v1/directory/people/:officerId/change',
    words: 'Change somebody’s name or e-mail',
    permission: managePeople,
    audit: 'person.changed',
    params: officerParams,
    body: personSchema,
    output: wholeView,
    status: 200,
    example: { body: personExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await changePerson(work, { ...params, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/directory/people/:officerId/place',
    words: 'Change somebody’s teams or agency',
    permission: managePeople,
    audit: 'person.moved',
    params: officerParams,
    body: placeSchema,
    output: wholeView,
    status: 200,
    example: { body: placeExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await movePerson(work, { ...params, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/directory/people/:officerId/roles',
    words: 'Give somebody a role, or ask their agency; says which',
    permission: managePeople,
    audit: 'person.role-given',
    params: officerParams,
    body: roleSchema,
    output: wholeView.extend({ isGiven: z.boolean() }),
    example: { body: roleExample },
    handle: async (work, { params, body }) => {
      const { isGiven } = demand(await giveRole(work, { ...params, ...body }));
      return { ...(await opened(work, params.officerId)), isGiven };
    },
  }),
  apiPost({
    path: '/api/v1/directory/people/:officerId/roles/:grantId/end',
    words: 'End a role',
    permission: managePeople,
    audit: 'person.role-ended',
    params: grantParams,
    body: endRoleSchema,
    output: wholeView,
    status: 200,
    example: { body: { endsOn: '2026-12-31', reason: 'An example' } },
    handle: async (work, { params, body }) => {
      demand(await endRole(work, { ...params, ...body }));
      return opened(work, params.officerId);
    },
  }),
  activeRoute(false),
  activeRoute(true),
  apiPost({
    path: '/api/v1/directory/people/:officerId/password-link',
    words: 'Make a link with which somebody sets a password once; its token is given this once',
    permission: managePeople,
    audit: 'person.password-link-made',
    params: officerParams,
    body: resetSchema,
    output: z.object({ url: z.string(), expiresAt: z.date().transform((at) => at.toISOString()) }),
    example: reasonExample,
    handle: async (work, { params, body }, ask) => {
      const { token, expiresAt } = demand(await resetPassword(work, { ...params, ...body }));
      return { url: `${ask.publicUrl}/password/${token}`, expiresAt };
    },
  }),
  apiPost({
    path: '/api/v1/directory/people/:officerId/new-password',
    words: 'Have somebody choose another password before they go on',
    permission: managePeople,
    audit: 'person.new-password-asked',
    params: officerParams,
    body: resetSchema,
    output: done,
    status: 200,
    example: reasonExample,
    handle: async (work, { params, body }) => {
      demand(await askForNewPassword(work, { ...params, ...body }));
      return { done: true as const };
    },
  }),
  apiPost({
    path: '/api/v1/directory/people/:officerId/unlock',
    words: 'Let somebody who typed a wrong password too often try again',
    permission: managePeople,
    audit: 'person.unlocked',
    params: officerParams,
    body: resetSchema,
    output: done,
    status: 200,
    example: reasonExample,
    handle: async (work, { params, body }) => {
      demand(await unlock(work, { ...params, ...body }));
      return { done: true as const };
    },
  }),
  apiPost({
    path: '/api/v1/directory/role-requests/:requestId/withdraw',
    words: 'Take back a role that was asked of an agency',
    permission: managePeople,
    audit: 'role-request.withdrawn',
    params: requestParams,
    body: z.object({ reason: reasonField }),
    output: done,
    status: 200,
    example: reasonExample,
    handle: async (work, { params, body }) => {
      demand(await withdrawRequest(work, { ...params, ...body }));
      return { done: true as const };
    },
  }),
  apiGet({
    path: '/api/v1/directory/consents',
    words: 'Roles that wait for the word of one’s own agency',
    permission: giveConsent,
    audit: 'role-request.listed',
    output: z.object({ requests: z.array(requestView) }),
    handle: async (work) => ({ requests: await requestsForMe(work) }),
  }),
  apiPost({
    path: '/api/v1/directory/consents/:requestId',
    words: 'Agree to a role for somebody of one’s own agency, or refuse it',
    permission: giveConsent,
    audit: 'role-request.decided',
    params: requestParams,
    body: decisionSchema,
    output: requestView,
    status: 200,
    example: { body: { decision: 'refused', reason: 'An example' } },
    handle: async (work, { params, body }) => demand(await decideRole(work, { ...params, ...body })),
  }),
];
