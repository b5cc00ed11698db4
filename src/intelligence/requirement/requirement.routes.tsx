import { mayUse } from '../../platform/access/permission.ts';
import { demand } from '../../platform/failures/failures.ts';
import { type Again, type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { keepRequirements, readIntelligence, workRequirements } from '../intelligence.permissions.ts';
import { answering, changing, ending, planEnding, planning, unanswering } from './requirement.acts.ts';
import {
  answeredBy,
  askFor,
  askNoMore,
  changeAsked,
  notAnsweredBy,
  openRequirement,
  planDone,
  planFor,
} from './requirement.commands.ts';
import { requirementExamples, requirementParams, requirementSchema } from './requirement.forms.ts';
import { NewRequirementPage, RequirementPage, RequirementsPage } from './requirement.pages.tsx';
import { listRequirements } from './requirement.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const address = '/intelligence/requirements';
const back = { href: address, text: 'Intelligence requirements' };
const none: Again = { problems: [], typed: {} };
const to = (id: string, flash: string) => redirect(`${address}/${id}`, { flash });

async function shown(work: Work, { irId }: { irId: string }, ask: Ask, again: Partial<FormAgain> = {}) {
  const found = demand(await openRequirement(work, irId));
  const { form, problems = [], typed = {} } = again;
  const body = (
    <RequirementPage
      {...{ ...found, form, problems, typed }}
      mayKeep={mayUse(work.viewer, keepRequirements)}
      mayWork={mayUse(work.viewer, workRequirements)}
      csrf={ask.csrf}
      today={work.clock.today()}
    />
  );
  return page(`Requirement ${found.requirement.reference}`, body, { marking, back, problems });
}
const onPage = formsOn(shown);
const newPage = (ask: Ask, again: Again = none) =>
  page('Write a requirement', <NewRequirementPage {...again} csrf={ask.csrf} />, {
    ...{ marking, back, problems: again.problems },
  });

/** Intelligence requirements: what the unit needs to know, as pages. */
export const requirementRoutes: readonly Route[] = [
  show({
    path: address,
    words: 'What the unit needs to know, and how far it is answered',
    permission: readIntelligence,
    audit: 'requirement.listed',
    handle: async (work) =>
      page(
        'Intelligence requirements',
        <RequirementsPage
          requirements={await listRequirements(work)}
          mayKeep={mayUse(work.viewer, keepRequirements)}
          today={work.clock.today()}
        />,
        { marking, wide: true },
      ),
  }),
  show({
    path: `${address}/new`,
    words: 'The form of a requirement',
    permission: keepRequirements,
    audit: 'requirement.form',
    handle: async (_work, _input, ask) => newPage(ask),
  }),
  act({
    path: address,
    words: 'Write down what the unit needs to know, and show it to whoever may send a form',
    permission: keepRequirements,
    audit: 'requirement.made',
    body: requirementSchema,
    example: { body: requirementExamples.requirement },
    handle: async (work, { body }) => to(demand(await askFor(work, body)).id, 'Shown from today'),
    invalid: async (_work, { raw, problems }, ask) => newPage(ask, { problems, typed: raw }),
  }),
  show({
    path: `${address}/:irId`,
    words: 'One requirement, with its collection plan and what answered it',
    permission: readIntelligence,
    audit: 'requirement.opened',
    params: requirementParams,
    handle: (work, { params }, ask) => shown(work, params, ask),
  }),
  act({
    ...{ ...changing, path: `${address}/:irId/change`, invalid: onPage('change') },
    handle: async (work, { params, body }) =>
      to(demand(await changeAsked(work, { ...params, ...body })).id, 'Changed'),
  }),
  act({
    ...{ ...ending, path: `${address}/:irId/end`, invalid: onPage('end') },
    handle: async (work, { params, body }) =>
      to(demand(await askNoMore(work, { ...params, ...body })).id, 'No longer asked'),
  }),
  act({
    ...{ ...planning, path: `${address}/:irId/plan`, invalid: onPage('plan') },
    handle: async (work, { params, body }) =>
      to(demand(await planFor(work, { ...params, ...body })).id, 'Added to the plan'),
  }),
  act({
    ...{ ...planEnding, path: `${address}/:irId/plan/:planId/result` },
    handle: async (work, { params, body }) =>
      to(demand(await planDone(work, { ...params, ...body })).id, 'Result kept'),
    invalid: (work, input, ask) => onPage(`plan/${input.params.planId}`)(work, input, ask),
  }),
  act({
    ...{ ...answering, path: `${address}/:irId/items`, invalid: onPage('item') },
    handle: async (work, { params, body }) =>
      to(demand(await answeredBy(work, { ...params, ...body })).id, 'It answers this'),
  }),
  act({
    ...{ ...unanswering, path: `${address}/:irId/items/:itemId/remove` },
    handle: async (work, { params }) => to(demand(await notAnsweredBy(work, params)).id, 'Taken off'),
  }),
];
