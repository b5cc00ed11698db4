import { z } from 'zod';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import { about, type Work } from '../../platform/http/work.ts';
import {
  draftPackages,
  readIntelligence,
  readPackages,
  releasePackages,
} from '../intelligence.permissions.ts';
import { leavingShape } from '../problem/leaving.rules.ts';
import { releaseProduct } from '../problem/problem.commands.ts';
import { figuresOf } from '../problem/problem.store.ts';
import { problemShown } from '../problem/problem.view.ts';
import { reviewExample, reviewSchema } from '../review/review.forms.ts';
import { discardPackage, draftPackage, signsOf } from './draft.commands.ts';
import { clearSchema, decideSchema, draftExample, draftSchema, packageParams } from './draft.forms.ts';
import { findDraft, listDrafts, paragraphsOfDraft } from './draft.store.ts';
import {
  acknowledge,
  answerPackage,
  clearCondition,
  openPackage,
  rateUsefulness,
  tellOutcome,
} from './package.commands.ts';
import { answerSchema, outcomeSchema, usefulnessSchema } from './package.forms.ts';
import { comeBack, listPackages, textOf } from './package.store.ts';
import { reviewPackage } from './review.commands.ts';
import { ratingsOf } from './usefulness.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const rowShape = z.object({
  id: z.string(),
  reference: z.string(),
  product: z.string(),
  agencyName: z.string(),
  gateway: z.string(),
  purpose: z.string(),
  deadline: z.string(),
  conditions: z.array(z.string()),
  cleared: z.array(z.string()),
  conditionsWords: z.string(),
  title: z.string().nullable(),
  answer: z.string().nullable(),
});
const backShape = {
  answers: z.array(
    z.object({
      agencyName: z.string(),
      answer: z.string(),
      reason: z.string(),
      at: instant,
      isLate: z.boolean(),
      caseId: z.string().nullable(),
    }),
  ),
  outcomes: z.array(z.object({ agencyName: z.string(), result: z.string(), words: z.string(), at: instant })),
};
const packageShape = rowShape.extend({
  /** Empty until the conditions are acknowledged. */
  text: z.array(z.object({ part: z.string(), words: z.string() })),
  /** Of a problem profile, once the conditions are acknowledged. */
  figures: leavingShape.nullable(),
  ...backShape,
});
const draftShape = z.object({
  id: z.string(),
  reference: z.string(),
  product: z.string(),
  priorityId: z.string().nullable(),
  title: z.string(),
  state: z.string(),
  deadline: z.string(),
  conditions: z.array(z.string()),
  recipients: z.array(z.string()),
  retentionGroup: z.number().nullable(),
  reviewOn: z.string().nullable(),
  version: z.number(),
});
export const draftWhole = draftShape.extend({
  ...backShape,
  signs: z.array(z.string()),
  /** Of a problem profile: as it would leave, or left. */
  problem: z.object({ number: z.number(), figures: leavingShape, kept: z.number() }).nullable(),
  ratings: z.array(
    z.object({
      officerName: z.string(),
      agencyName: z.string(),
      at: instant,
      score: z.number(),
      words: z.string(),
    }),
  ),
});

async function shown(work: Work, id: string): Promise<z.input<typeof packageShape>> {
  const given = demand(await openPackage(work, id));
  return {
    ...given,
    text: given.acknowledgedAt ? await textOf(work, id) : [],
    figures: (given.acknowledgedAt ? await figuresOf(work, id) : undefined) ?? null,
    ...(await comeBack(work, id)),
  };
}
/** A draft as the unit's API shows it. */
export async function drafted(work: Work, id: string): Promise<z.input<typeof draftWhole>> {
  const draft = (await findDraft(work, id)) ?? demand(notFound);
  about(work, 'intelligence-package', id);
  const problem = (await problemShown(work, draft)) ?? null;
  const signs = signsOf(await paragraphsOfDraft(work, id));
  return { ...draft, ...(await comeBack(work, id)), signs, problem, ratings: await ratingsOf(work, id) };
}
const params = { packageId: '@packageId' };
const draftParams = { packageId: '@draftId' };
const received = { permission: readPackages, params: packageParams, output: packageShape, status: 200 };
const decided = { permission: releasePackages, params: packageParams, output: draftWhole, status: 200 };

const recipients: readonly Route[] = [
  apiGet({
    path: '/api/v1/packages',
    words: 'Intelligence packages that name you or your agency',
    permission: readPackages,
    audit: 'intelligence-package.listed',
    output: z.object({ packages: z.array(rowShape) }),
    handle: async (work) => ({ packages: await listPackages(work) }),
  }),
  apiGet({
    path: '/api/v1/packages/:packageId',
    words: 'One intelligence package: its conditions, and its words once they are acknowledged',
    permission: readPackages,
    audit: 'intelligence-package.opened',
    params: packageParams,
    output: packageShape,
    handle: (work, { params: { packageId } }) => shown(work, packageId),
  }),
  apiPost({
    ...received,
    path: '/api/v1/packages/:packageId/acknowledge',
    words: 'Acknowledge the conditions of a package',
    audit: 'intelligence-package.acknowledged',
    example: { params },
    handle: async (work, { params: { packageId } }) =>
      shown(work, demand(await acknowledge(work, packageId)).id),
  }),
  apiPost({
    ...received,
    path: '/api/v1/packages/:packageId/answer',
    words: 'Accept a package, or reject it with the reason',
    audit: 'intelligence-package.answered',
    body: answerSchema,
    example: { params, body: { answer: 'accepted' } },
    handle: async (work, { params: { packageId }, body }) =>
      shown(work, demand(await answerPackage(work, { packageId, ...body })).id),
  }),
  apiPost({
    ...received,
    path: '/api/v1/packages/:packageId/outcome',
    words: 'Tell the intelligence unit what came of a package',
    audit: 'intelligence-package.outcome-told',
    body: outcomeSchema,
    example: { params, body: { result: 'used', words: 'Visited and advised' } },
    handle: async (work, { params: { packageId }, body }) =>
      shown(work, demand(await tellOutcome(work, { packageId, ...body })).id),
  }),
];

const rating = apiPost({
  ...received,
  path: '/api/v1/packages/:packageId/usefulness',
  words: 'Say how useful a package or a problem profile was',
  audit: 'intelligence-package.rated',
  body: usefulnessSchema,
  example: { params, body: { score: 4, useWords: 'Sooner' } },
  handle: async (work, { params: { packageId }, body }) =>
    shown(work, demand(await rateUsefulness(work, { packageId, ...body })).id),
});

const unit: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/packages',
    words: 'Packages that the unit drafted and released',
    permission: readIntelligence,
    audit: 'intelligence-package.drafts-listed',
    output: z.object({ packages: z.array(draftShape) }),
    handle: async (work) => ({ packages: await listDrafts(work) }),
  }),
  apiPost({
    path: '/api/v1/intelligence/packages',
    words: 'Draft a package from text that may cross',
    permission: draftPackages,
    audit: 'intelligence-package.drafted',
    body: draftSchema,
    output: draftWhole,
    example: { body: draftExample },
    handle: async (work, { body }) => drafted(work, demand(await draftPackage(work, body)).id),
  }),
  apiGet({
    path: '/api/v1/intelligence/packages/:packageId',
    words: 'One package of the unit: what leaves or left, and what came back',
    permission: readIntelligence,
    audit: 'intelligence-package.draft-opened',
    params: packageParams,
    output: draftWhole,
    handle: (work, { params: { packageId } }) => drafted(work, packageId),
  }),
  apiPost({
    ...decided,
    path: '/api/v1/intelligence/packages/:packageId/release',
    words: 'Authorise a package or a problem profile and release it to its recipients',
    audit: 'intelligence-package.released',
    body: decideSchema,
    example: { params: draftParams, body: { version: 1 } },
    handle: async (work, { params: { packageId }, body }) =>
      drafted(work, demand(await releaseProduct(work, { packageId, ...body })).id),
  }),
  apiPost({
    ...decided,
    path: '/api/v1/intelligence/packages/:packageId/discard',
    words: 'Throw the draft of a package away',
    audit: 'intelligence-package.discarded',
    body: decideSchema,
    example: { params: draftParams, body: { version: 1 } },
    handle: async (work, { params: { packageId }, body }) =>
      drafted(work, demand(await discardPackage(work, { packageId, ...body })).id),
  }),
  apiPost({
    ...decided,
    path: '/api/v1/intelligence/packages/:packageId/clear',
    words: 'Clear a condition of a package that was released',
    audit: 'intelligence-package.condition-cleared',
    body: clearSchema,
    example: { params, body: { condition: 'no-onward-sharing' } },
    handle: async (work, { params: { packageId }, body }) =>
      drafted(work, demand(await clearCondition(work, { packageId, ...body })).id),
  }),
  apiPost({
    ...decided,
    path: '/api/v1/intelligence/packages/:packageId/review',
    words: 'Review whether a product is still needed, and set its group and its next review',
    audit: 'intelligence-package.reviewed',
    body: reviewSchema,
    example: { params, body: reviewExample },
    handle: async (work, { params: { packageId }, body }) =>
      drafted(work, demand(await reviewPackage(work, { packageId, ...body })).id),
  }),
];

/** Packages as JSON: the same commands as the pages. */
export const packageApi: readonly Route[] = [...recipients, rating, ...unit];
