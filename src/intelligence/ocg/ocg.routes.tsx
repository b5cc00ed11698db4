import type { z } from 'zod';
import { mayUse } from '../../platform/access/permission.ts';
import { demand, notFound, type Result } from '../../platform/failures/failures.ts';
import { type Again, type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, type Example, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { isLetGo, LetGoNotice } from '../../records/index.ts';
import { keepGroups, readIntelligence } from '../intelligence.permissions.ts';
import { findSubject } from '../profile/profile.store.ts';
import {
  assessOcg,
  changeCard,
  endAction,
  openCard,
  openOcg,
  planAction,
  putOnCard,
  recordDisruption,
  reviewCard,
  takeOffCard,
} from './ocg.commands.ts';
import {
  ocgActionParams,
  ocgAssessSchema,
  ocgCardSchema,
  ocgDisruptionSchema,
  ocgEndSchema,
  ocgExamples,
  ocgLinkParams,
  ocgMemberParams,
  ocgMemberSchema,
  ocgParams,
  ocgPlanSchema,
  ocgQuery,
  ocgResultSchema,
  ocgReviewSchema,
  ocgStepSchema,
} from './ocg.forms.ts';
import { NewOcgPage, OcgsPage } from './ocg.pages.tsx';
import { stepCard, stepsOf } from './ocg.steps.ts';
import { listOcgs } from './ocg.store.ts';
import { OcgPage } from './ocg-card.pages.tsx';
import { MemberPage } from './ocg-forms.pages.tsx';
import { cardsOfSubject } from './ocg-parts.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/intelligence/groups', text: 'Organised crime groups' };
const none: Again = { problems: [], typed: {} };

async function shownOcg(work: Work, { ocgId }: { ocgId: string }, ask: Ask, again: Partial<FormAgain> = {}) {
  const { card, parts } = demand(await openOcg(work, ocgId));
  const { form, problems = [], typed = {} } = again;
  const isGone = await isLetGo(work, ocgId);
  const mayWrite = !isGone && mayUse(work.viewer, keepGroups);
  const body = (
    <>
      {isGone && <LetGoNotice />}
      <OcgPage
        {...{ card, parts, form, problems, typed }}
        steps={mayWrite ? stepsOf(work, card, parts) : []}
        mayKeep={mayWrite && card.status !== 'archived'}
        today={work.clock.today()}
        csrf={ask.csrf}
      />
    </>
  );
  return page(`Card ${card.reference}`, body, { marking, back, problems });
}
const onCard = formsOn(shownOcg);

async function memberPage(work: Work, linkId: string, ask: Ask, again: Again = none) {
  const subject = (await findSubject(work, linkId)) ?? demand(notFound);
  const body = (
    <MemberPage
      {...{ linkId, label: subject.label, ...again }}
      standsOn={await cardsOfSubject(work, subject)}
      cards={await listOcgs(work, 'live')}
      csrf={ask.csrf}
    />
  );
  return page(`On a card: ${subject.label}`, body, {
    ...{ marking, problems: again.problems },
    back: { href: `/intelligence/profiles/${linkId}`, text: subject.label },
  });
}
const newPage = (ask: Ask, again: Again = none) =>
  page('Open a card', <NewOcgPage {...again} csrf={ask.csrf} />, { marking, back, problems: again.problems });

/** One form of the card: what it is called in the address, what it takes, and what is said when it is done. */
function part<Params extends { ocgId: string }, Body extends object>(given: {
  path: string;
  words: string;
  audit: string;
  params: z.ZodType<Params>;
  body: z.ZodType<Body>;
  example: Required<Pick<Example, 'body'>> & Example;
  flash: string;
  /** The form that is shown again. */
  form(params: Params): string;
  take(work: Work, input: Params & Body): Promise<Result<{ id: string }>>;
}): Route {
  const { path, words, audit, params, body, example } = given;
  return act({
    ...{ path: `/intelligence/groups/:ocgId/${path}`, words, audit, permission: keepGroups },
    ...{ params, body, example },
    handle: async (work, input) => {
      const { id } = demand(await given.take(work, { ...input.params, ...input.body }));
      return redirect(`/intelligence/groups/${id}`, { flash: given.flash });
    },
    invalid: (work, input, ask) => onCard(given.form(input.params))(work, input, ask),
  });
}

/** Cards of organised crime groups: the list, a card, its forms, and whoever is put on it. */
export const ocgRoutes: readonly Route[] = [
  show({
    path: '/intelligence/groups',
    words: 'Cards of organised crime groups, what is to be looked at first',
    permission: readIntelligence,
    audit: 'ocg.listed',
    query: ocgQuery,
    handle: async (work, { query: { status } }) => {
      const cards = await listOcgs(work, status);
      work.note.detail.count = cards.length;
      const body = (
        <OcgsPage
          {...{ cards, status, today: work.clock.today() }}
          mayKeep={mayUse(work.viewer, keepGroups)}
        />
      );
      return page('Organised crime groups', body, { marking, wide: true });
    },
  }),
  show({
    path: '/intelligence/groups/new',
    words: 'The form of a new card of an organised crime group',
    permission: keepGroups,
    audit: 'ocg.form',
    handle: async (_work, _input, ask) => newPage(ask),
  }),
  act({
    path: '/intelligence/groups',
    words: 'Open a card of an organised crime group',
    permission: keepGroups,
    audit: 'ocg.opened-new',
    body: ocgCardSchema,
    example: { body: ocgExamples.card },
    handle: async (work, { body }) =>
      redirect(`/intelligence/groups/${demand(await openCard(work, body)).id}`, { flash: 'Card opened' }),
    invalid: async (_work, { raw, problems }, ask) => newPage(ask, { problems, typed: raw }),
  }),
  show({
    path: '/intelligence/groups/:ocgId',
    words: 'One card: the tests, who is in the group, the 4P plan, and what disrupted it',
    permission: readIntelligence,
    audit: 'ocg.opened',
    params: ocgParams,
    handle: (work, { params }, ask) => shownOcg(work, params, ask),
  }),
  part({
    ...{ path: 'card', words: 'Change what a card says of the group', audit: 'ocg.changed' },
    ...{ params: ocgParams, body: ocgCardSchema, flash: 'Card kept', form: () => 'card', take: changeCard },
    example: { body: { ...ocgExamples.card, version: 1 } },
  }),
  part({
    ...{ path: 'assessments', words: 'Say how a group stands against the two tests', audit: 'ocg.assessed' },
    ...{ params: ocgParams, body: ocgAssessSchema, flash: 'Assessment kept' },
    ...{ form: () => 'assessments', take: assessOcg, example: { body: ocgExamples.assess } },
  }),
  part({
    ...{ path: 'members/:memberId/end', words: 'Take somebody off a card', audit: 'ocg.member-ended' },
    ...{ params: ocgMemberParams, body: ocgEndSchema, flash: 'Taken off the card' },
    form: ({ memberId }) => `members/${memberId}/end`,
    take: takeOffCard,
    example: { params: { ocgId: '@ocgId', memberId: '@ocgMemberId' }, body: ocgExamples.end },
  }),
  part({
    ...{ path: 'plan', words: 'Add an action to a group’s 4P plan', audit: 'ocg.planned' },
    ...{ params: ocgParams, body: ocgPlanSchema, flash: 'Added to the plan', form: () => 'plan' },
    ...{ take: planAction, example: { body: ocgExamples.plan } },
  }),
  part({
    ...{ path: 'plan/:actionId/result', words: 'Say what came of a planned action', audit: 'ocg.plan-ended' },
    ...{ params: ocgActionParams, body: ocgResultSchema, flash: 'Result kept' },
    form: ({ actionId }) => `plan/${actionId}/result`,
    take: endAction,
    example: { params: { ocgId: '@ocgId', actionId: '@ocgActionId' }, body: ocgExamples.result },
  }),
  part({
    ...{ path: 'disruptions', words: 'Record what disrupted a group', audit: 'ocg.disrupted' },
    ...{ params: ocgParams, body: ocgDisruptionSchema, flash: 'Disruption kept' },
    ...{ form: () => 'disruptions', take: recordDisruption, example: { body: ocgExamples.disruption } },
  }),
  part({
    ...{ path: 'reviews', words: 'Write down that a card was looked at again', audit: 'ocg.reviewed' },
    ...{ params: ocgParams, body: ocgReviewSchema, flash: 'Kept; the next day is set' },
    ...{ form: () => 'reviews', take: reviewCard, example: { body: ocgExamples.review } },
  }),
  part({
    ...{ path: 'steps', words: 'Take a step with a card: confirm, infer, put away', audit: 'ocg.stepped' },
    ...{ params: ocgParams, body: ocgStepSchema, flash: 'Done', form: () => 'steps', take: stepCard },
    example: { body: ocgExamples.step },
  }),
  show({
    path: '/intelligence/profiles/:linkId/groups',
    words: 'The cards on which somebody stands, and the form that puts them on one',
    permission: keepGroups,
    audit: 'ocg.member-form',
    params: ocgLinkParams,
    example: { params: { linkId: '@firmLinkId' } },
    handle: (work, { params: { linkId } }, ask) => memberPage(work, linkId, ask),
  }),
  act({
    path: '/intelligence/profiles/:linkId/groups',
    words: 'Put whoever an item names on a card',
    permission: keepGroups,
    audit: 'ocg.member-added',
    params: ocgLinkParams,
    body: ocgMemberSchema,
    example: { params: { linkId: '@firmLinkId' }, body: ocgExamples.member },
    handle: async (work, { params: { linkId }, body }) => {
      const { id } = demand(await putOnCard(work, { linkId, ...body }));
      return redirect(`/intelligence/groups/${id}`, { flash: 'Put on the card' });
    },
    invalid: (work, { params: { linkId }, raw, problems }, ask) =>
      memberPage(work, linkId, ask, { problems, typed: raw }),
  }),
];
