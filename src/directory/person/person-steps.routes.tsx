import { z } from 'zod';
import { demand, notFound, type Result } from '../../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { findAccountOf } from '../../platform/sign-in/account.store.ts';
import { reasonField } from '../change/fields.ts';
import { historyOfPerson } from '../change/history.tsx';
import { giveConsent, managePeople } from '../directory.permissions.ts';
import { listServices } from '../directory.store.ts';
import { askForNewPassword, resetPassword, unlock } from './account.commands.ts';
import { openedPerson } from './own-account.ts';
import { ConsentsPage, PasswordLinkPage } from './people.pages.tsx';
import { endRoleSchema, grantParams, officerParams, resetSchema } from './person.forms.ts';
import { PersonPage } from './person.pages.tsx';
import { findPerson, grantsOf, leadsOf } from './person.store.ts';
import { decideRole, endRole, requestToWithdraw, withdrawRequest } from './role.commands.ts';
import { requestsForMe, requestsOf } from './role.store.ts';

const back = { href: '/directory/people', text: 'People' };
const hrefOf = (id: string) => `/directory/people/${id}`;
const requestParams = z.object({ requestId: z.uuid() });
const reasonExample = { body: { reason: 'An example' } };

export const decisionSchema = z.object({
  decision: z.enum(['agreed', 'refused'], 'Agree or refuse'),
  reason: reasonField,
});

async function personPage(
  work: Work,
  { officerId }: { officerId: string },
  ask: Ask,
  again: Partial<FormAgain> = {},
): Promise<PageReply> {
  const today = work.clock.today();
  const { form, problems = [], typed = {} } = again;
  // One's own page has none of the forms.
  if (form) demand(await openedPerson(work, { officerId }));
  const person = (await findPerson(work.db, today, officerId)) ?? demand(notFound);
  const services = await listServices(work.db, today);
  const props = {
    ...{ person, today, now: work.clock.now(), csrf: ask.csrf, form, problems, typed },
    account: await findAccountOf(work.db, person.id),
    grants: await grantsOf(work.db, person.id),
    requests: await requestsOf(work.db, person.id),
    teams: services.filter((service) => person.serviceIds.includes(service.id)),
    leads: await leadsOf(work.db, person.id, today),
    isOwn: person.id === officerOf(work).officerId,
    history: await historyOfPerson(work, person.id, ask.csrf),
  };
  return page(person.name, <PersonPage {...props} />, { back, problems });
}
const onPerson = formsOn(personPage);

/** The link, to whoever made it; the same form again shows the same link, and makes no other. */
function linkPage(
  params: z.output<typeof officerParams>,
  shown: Readonly<Record<string, string>>,
  isAgain = false,
): PageReply {
  const { name = '', username = '', address = '', expiresAt = '' } = shown;
  const back = hrefOf(params.officerId);
  const link = { name, username, address, expiresAt: new Date(expiresAt), back, isAgain };
  return page(`Link for ${name}`, <PasswordLinkPage {...link} />, { shownOnce: shown });
}

interface StepSpec {
  path: string;
  words: string;
  audit: string;
  flash: string;
  run(work: Work, input: { officerId: string; reason: string }): Promise<Result<unknown>>;
}

/** A step on somebody's account with nothing but a reason. */
const stepRoute = ({ path, words, audit, flash, run }: StepSpec): Route =>
  act({
    path: `/directory/people/:officerId/${path}`,
    words,
    permission: managePeople,
    audit,
    params: officerParams,
    body: resetSchema,
    example: reasonExample,
    handle: async (work, { params, body }) => {
      demand(await run(work, { ...params, ...body }));
      return redirect(hrefOf(params.officerId), { flash });
    },
    invalid: onPerson(path),
  });

/** One person's page and the steps taken on it. */
export const personStepRoutes: readonly Route[] = [
  show({
    path: '/directory/people/:officerId',
    words: 'One person: agency, teams, roles, account',
    permission: managePeople,
    audit: 'person.opened',
    params: officerParams,
    handle: (work, { params }, ask) => personPage(work, params, ask),
  }),
  act({
    path: '/directory/people/:officerId/roles/:grantId/end',
    words: 'End a role',
    permission: managePeople,
    audit: 'person.role-ended',
    params: grantParams,
    body: endRoleSchema,
    example: { body: { endsOn: '2026-12-31', reason: 'An example' } },
    handle: async (work, { params, body }) => {
      demand(await endRole(work, { ...params, ...body }));
      return redirect(hrefOf(params.officerId), { flash: 'The role ends' });
    },
    invalid: onPerson(({ grantId }: z.output<typeof grantParams>) => grantId),
  }),
  act({
    path: '/directory/people/:officerId/password-link',
    words: 'Make a link with which somebody sets a password once',
    permission: managePeople,
    audit: 'person.password-link-made',
    params: officerParams,
    body: resetSchema,
    example: reasonExample,
    handle: async (work, { params, body }, ask) => {
      const link = demand(await resetPassword(work, { ...params, ...body }));
      const address = `${ask.publicUrl}/password/${link.token}`;
      const { name } = link.person;
      const expiresAt = link.expiresAt.toISOString();
      return linkPage(params, { name, username: link.username, address, expiresAt });
    },
    again: (_work, { params }, { shownBefore = {} }) => linkPage(params, shownBefore, true),
    invalid: onPerson('password-link'),
  }),
  stepRoute({
    path: 'new-password',
    words: 'Have somebody choose another password before they go on',
    audit: 'person.new-password-asked',
    flash: 'A new password is asked for at their next press',
    run: askForNewPassword,
  }),
  stepRoute({
    path: 'unlock',
    words: 'Let somebody who typed a wrong password too often try again',
    audit: 'person.unlocked',
    flash: 'Unlocked',
    run: unlock,
  }),
  act({
    path: '/directory/role-requests/:requestId/withdraw',
    words: 'Take back a role that was asked of an agency',
    permission: managePeople,
    audit: 'role-request.withdrawn',
    params: requestParams,
    body: z.object({ reason: reasonField }),
    example: reasonExample,
    handle: async (work, { params, body }) => {
      const { officerId } = demand(await withdrawRequest(work, { ...params, ...body }));
      return redirect(hrefOf(officerId), { flash: 'Withdrawn' });
    },
    invalid: async (work, { params: { requestId: form }, problems, raw: typed }, ask) => {
      const { officerId } = demand(await requestToWithdraw(work, form));
      return personPage(work, { officerId }, ask, { form, problems, typed });
    },
  }),
  show({
    path: '/directory/consents',
    words: 'Roles that wait for the word of one’s own agency',
    permission: giveConsent,
    audit: 'role-request.listed',
    handle: (work, _input, ask) => consentsPage(work, {}, ask),
  }),
  act({
    path: '/directory/consents/:requestId',
    words: 'Agree to a role for somebody of one’s own agency, or refuse it',
    permission: giveConsent,
    audit: 'role-request.decided',
    params: requestParams,
    body: decisionSchema,
    example: { body: { decision: 'refused', reason: 'An example' } },
    handle: async (work, { params, body }) => {
      const { status } = demand(await decideRole(work, { ...params, ...body }));
      const flash = status === 'agreed' ? 'Agreed: the role is given in a moment' : 'Refused';
      return redirect('/directory/consents', { flash });
    },
    invalid: formsOn(consentsPage)(({ requestId }: { requestId: string }) => requestId),
  }),
];

async function consentsPage(
  work: Work,
  _params: unknown,
  ask: Ask,
  { form, problems = [], typed = {} }: Partial<FormAgain> = {},
): Promise<PageReply> {
  const requests = await requestsForMe(work);
  // Whoever does not speak for the agency is not told that there is a request.
  if (form && !requests.some(({ id }) => id === form)) demand(notFound);
  const props = { requests, agencyName: officerOf(work).agencyName, csrf: ask.csrf };
  const body = <ConsentsPage {...props} {...{ form, problems, typed }} />;
  return page('Roles that wait for your agency’s word', body, { problems });
}
