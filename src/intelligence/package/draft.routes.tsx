import { listAgencies } from '../../directory/index.ts';
import { mayUse } from '../../platform/access/permission.ts';
import { demand, type FieldProblem, notFound } from '../../platform/failures/failures.ts';
import type { Again } from '../../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { draftPackages, readIntelligence, releasePackages } from '../intelligence.permissions.ts';
import { releaseProduct } from '../problem/problem.commands.ts';
import { problemShown } from '../problem/problem.view.ts';
import { reviewExample, reviewSchema } from '../review/review.forms.ts';
import { findPriority, prioritiesInForce } from '../strategy/strategy.store.ts';
import { discardPackage, draftPackage, signsOf } from './draft.commands.ts';
import {
  clearSchema,
  decideSchema,
  draftExample,
  draftSchema,
  newQuery,
  packageParams,
} from './draft.forms.ts';
import { DraftPage, DraftsPage } from './draft.pages.tsx';
import { findDraft, listDrafts, paragraphsOfDraft, usableParagraphs } from './draft.store.ts';
import { NewPackagePage } from './draft-form.pages.tsx';
import { clearCondition } from './package.commands.ts';
import { comeBack, standingConditions } from './package.store.ts';
import { productWords } from './package.words.ts';
import { reviewPackage } from './review.commands.ts';
import { ratingsOf, usefulnessOfUnit } from './usefulness.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const all = { href: '/intelligence/packages', text: 'Products' };
const params = { packageId: '@packageId' };

async function newPage(
  work: Work,
  ask: Ask,
  given: { item?: string | undefined; problems?: readonly FieldProblem[]; typed?: Record<string, unknown> },
): Promise<PageReply> {
  const { problems = [], typed = {} } = given;
  const usable = await usableParagraphs(work, given.item);
  const today = work.clock.today();
  const agencies = (await listAgencies(work.db, today)).filter(
    ({ endsOn }) => endsOn === null || endsOn > today,
  );
  const chosen = usable.filter(({ itemId }) => itemId === given.item).map(({ id }) => id);
  const priorities = await prioritiesInForce(work);
  const body = (
    <NewPackagePage {...{ usable, agencies, chosen, priorities, problems, typed }} csrf={ask.csrf} />
  );
  return page('Draft a package', body, { problems, marking, back: all });
}

async function draftPage(
  work: Work,
  id: string,
  ask: Ask,
  again: Again = { problems: [], typed: {} },
): Promise<PageReply> {
  const draft = (await findDraft(work, id)) ?? demand(notFound);
  about(work, 'intelligence-package', id);
  const paragraphs = await paragraphsOfDraft(work, id);
  const view = {
    ...{ draft, paragraphs, signs: signsOf(paragraphs), held: await standingConditions(work, id) },
    ...(await comeBack(work, id)),
    problem: await problemShown(work, draft),
    priority: draft.priorityId === null ? undefined : await findPriority(work, draft.priorityId),
    ratings: await ratingsOf(work, id),
    mayRelease: mayUse(work.viewer, releasePackages),
    isOwn: draft.draftedBy === officerOf(work).officerId,
  };
  return page(
    `${productWords[draft.product]} ${draft.reference}`,
    <DraftPage {...view} {...again} csrf={ask.csrf} />,
    {
      ...{ marking, back: all, problems: again.problems },
    },
  );
}

const deciding = [
  {
    to: 'release',
    words: 'Authorise a package or a problem profile and release it to its recipients',
    audit: 'intelligence-package.released',
    command: releaseProduct,
    flash: 'Released',
  },
  {
    to: 'discard',
    words: 'Throw the draft of a package away',
    audit: 'intelligence-package.discarded',
    command: discardPackage,
    flash: 'Discarded',
  },
].map(({ to, words, audit, command, flash }) =>
  act({
    path: `/intelligence/packages/:packageId/${to}`,
    words,
    permission: releasePackages,
    audit,
    params: packageParams,
    body: decideSchema,
    example: { params: { packageId: '@draftId' }, body: { version: 1 } },
    handle: async (work, { params: { packageId }, body }) => {
      demand(await command(work, { packageId, ...body }));
      return redirect(`/intelligence/packages/${packageId}`, { flash });
    },
    invalid: (work, { params: { packageId } }, ask) => draftPage(work, packageId, ask),
  }),
);

/** Packages on the unit's side: drafted, authorised, and what came back. */
export const draftRoutes: readonly Route[] = [
  show({
    path: '/intelligence/packages',
    words: 'Packages that the unit drafted and released',
    permission: readIntelligence,
    audit: 'intelligence-package.drafts-listed',
    handle: async (work) =>
      page(
        'Products',
        <DraftsPage
          drafts={await listDrafts(work)}
          usefulness={await usefulnessOfUnit(work)}
          mayDraft={mayUse(work.viewer, draftPackages)}
        />,
        {
          marking,
          wide: true,
        },
      ),
  }),
  show({
    path: '/intelligence/packages/new',
    words: 'Draft a package from text that may cross',
    permission: draftPackages,
    audit: 'intelligence-package.form-shown',
    query: newQuery,
    handle: (work, { query }, ask) => newPage(work, ask, query),
  }),
  show({
    path: '/intelligence/packages/:packageId',
    words: 'One package of the unit: what leaves or left, and what came back',
    permission: readIntelligence,
    audit: 'intelligence-package.draft-opened',
    params: packageParams,
    handle: (work, { params: { packageId } }, ask) => draftPage(work, packageId, ask),
  }),
  act({
    path: '/intelligence/packages',
    words: 'Draft a package from text that may cross',
    permission: draftPackages,
    audit: 'intelligence-package.drafted',
    body: draftSchema,
    example: { body: draftExample },
    handle: async (work, { body }) => {
      const done = await draftPackage(work, body);
      return redirect(`/intelligence/packages/${demand(done).id}`, {
        flash: 'Drafted. The manager authorises it',
      });
    },
    invalid: (work, { raw, problems }, ask) => newPage(work, ask, { problems, typed: raw }),
  }),
  ...deciding,
  act({
    path: '/intelligence/packages/:packageId/clear',
    words: 'Clear a condition of a package that was released',
    permission: releasePackages,
    audit: 'intelligence-package.condition-cleared',
    params: packageParams,
    body: clearSchema,
    example: { params, body: { condition: 'no-onward-sharing' } },
    handle: async (work, { params: { packageId }, body }) => {
      demand(await clearCondition(work, { packageId, ...body }));
      return redirect(`/intelligence/packages/${packageId}`, { flash: 'Cleared' });
    },
    invalid: (work, { params: { packageId } }, ask) => draftPage(work, packageId, ask),
  }),
  act({
    path: '/intelligence/packages/:packageId/review',
    words: 'Review whether a product is still needed, and set its group and its next review',
    permission: releasePackages,
    audit: 'intelligence-package.reviewed',
    params: packageParams,
    body: reviewSchema,
    example: { params, body: reviewExample },
    handle: async (work, { params: { packageId }, body }) => {
      demand(await reviewPackage(work, { packageId, ...body }));
      return redirect(`/intelligence/packages/${packageId}`, { flash: 'Reviewed' });
    },
    invalid: (work, { params: { packageId }, raw, problems }, ask) =>
      draftPage(work, packageId, ask, { problems, typed: raw }),
  }),
];
