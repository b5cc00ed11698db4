import { demand, ok } from '../../platform/failures/failures.ts';
import type { Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { editRoutes } from '../change/edit.routes.tsx';
import type { EditField } from '../change/edit-form.pages.tsx';
import { managePeople } from '../directory.permissions.ts';
import { roles } from '../roles.ts';
import { openedPerson } from './own-account.ts';
import { planActive, setActive } from './person.commands.ts';
import { activeExample, activeForm, officerParams, roleExample, roleForm } from './person.forms.ts';
import { previewOfPerson, previewOfRole } from './person.preview.ts';
import { giveRole, planRole } from './role.commands.ts';
import { roleName, roleRules, roleSide, sideWords } from './role.rules.ts';

const hrefOf = (id: string) => `/directory/people/${id}`;
/** Forms are about somebody else: one's own ends here. */
const opened = async (work: Work, officerId: string) => demand(await openedPerson(work, { officerId }));

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
    hint: 'Like 30/11/2026. Leave empty for until further notice',
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

/** What somebody may do, and whether they may come in at all. */
export const personRightsRoutes: readonly Route[] = [
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
