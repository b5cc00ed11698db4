import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { inspect } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import {
  answerAward,
  applyForAward,
  changeMember,
  decideAward,
  holdScheme,
  joinScheme,
  startScheme,
  withdrawAward,
} from './scheme.commands.ts';
import {
  answersSchema,
  awardParams,
  awardSchema,
  holdSchema,
  memberParams,
  memberSchema,
  schemeParams,
  schemeSchema,
  versionSchema,
} from './scheme.forms.ts';
import { awardPageView, schemePageView } from './scheme.queries.ts';
import { type Award, listSchemes, type Scheme } from './scheme.store.ts';

const text = z.string().nullable();
const rowView = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.string(),
  name: z.string(),
  agencyName: z.string(),
  districtCode: z.string(),
  status: z.string(),
  members: z.number(),
  version: z.number(),
});
const figureView = z.object({
  onDay: z.string(),
  location: z.string(),
  name: z.string(),
  visited: z.number(),
  passed: z.number(),
  failed: z.number(),
});
const awardRow = z.object({
  id: z.string(),
  reference: z.string(),
  tradingName: z.string(),
  status: z.string(),
  level: text,
  validUntil: text,
  version: z.number(),
});
const wholeView = rowView.omit({ members: true }).extend({
  statusWhy: z.string(),
  mayApply: z.boolean(),
  members: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      joinedOn: z.string(),
      trainedOn: text,
      version: z.number(),
    }),
  ),
  awards: z.array(awardRow),
  figures: z.array(figureView),
});
const awardView = awardRow.extend({
  levelSoFar: z.string().optional(),
  blockedUntil: z.string().optional(),
  criteria: z.array(
    z.object({ code: z.string(), heading: z.string(), name: z.string(), weight: z.string() }),
  ),
  answers: z.array(z.object({ criterion: z.string(), isMet: z.boolean(), words: z.string() })),
  certificates: z.array(z.object({ version: z.number(), format: z.string(), sha256: z.string() })),
});
async function shown(work: Work, id: string): Promise<z.input<typeof wholeView>> {
  const { scheme, ...rest } = demand(await schemePageView(work, id));
  return { ...scheme, ...rest };
}
async function shownAward(work: Work, id: string): Promise<z.input<typeof awardView>> {
  const { award, criteria, ...rest } = demand(await awardPageView(work, id));
  return { ...award, ...rest, criteria: [...criteria] };
}
const after = async (work: Work, result: Promise<Result<Scheme>>) => shown(work, demand(await result).id);
const afterAward = async (work: Work, result: Promise<Result<Award>>) =>
  shownAward(work, demand(await result).id);
const path = '/api/v1/schemes/:schemeId';
const own = { params: schemeParams, output: wholeView, permission: inspect };
const ofAward = { params: awardParams, output: awardView, permission: inspect };
const ofMember = { ...own, params: memberParams, body: versionSchema, status: 200 } as const;

/** Schemes and awards as JSON: the same commands as the pages. */
export const schemeApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/schemes',
    words: 'Schemes that your agency runs or sits in the group of',
    permission: inspect,
    audit: 'scheme.listed',
    output: z.object({ schemes: z.array(rowView) }),
    handle: async (work) => ({ schemes: await listSchemes(work) }),
  }),
  apiPost({
    path: '/api/v1/schemes',
    words: 'Set up a scheme that premises join',
    permission: inspect,
    audit: 'scheme.started',
    body: schemeSchema,
    output: wholeView,
    example: { body: inspectionExamples.scheme },
    handle: (work, { body }) => after(work, startScheme(work, body)),
  }),
  apiGet({
    ...own,
    path,
    words: 'One scheme: members, awards, and test purchases of its area in numbers',
    audit: 'scheme.opened',
    handle: (work, { params }) => shown(work, params.schemeId),
  }),
  ...(['hold', 'open'] as const).map((step) =>
    apiPost({
      ...own,
      path: `${path}/${step}`,
      words: step === 'hold' ? 'Put a scheme on hold: nobody can apply' : 'Open a scheme again',
      audit: step === 'hold' ? 'scheme.held' : 'scheme.opened-again',
      body: holdSchema,
      status: 200,
      example: { body: inspectionExamples.hold },
      handle: (work, { params, body }) =>
        after(work, holdScheme(work, { ...params, ...body, status: step === 'hold' ? 'on-hold' : 'open' })),
    }),
  ),
  apiPost({
    ...own,
    path: `${path}/members`,
    words: 'Premises join a scheme',
    audit: 'scheme.joined',
    body: memberSchema,
    example: { body: inspectionExamples.member },
    handle: (work, { params, body }) => after(work, joinScheme(work, { ...params, ...body })),
  }),
  ...(['train', 'leave'] as const).map((change) =>
    apiPost({
      ...ofMember,
      path: `${path}/members/:memberId/${change}`,
      words: change === 'train' ? 'The staff of a member were trained' : 'A member leaves the scheme',
      audit: change === 'train' ? 'scheme.member-trained' : 'scheme.member-left',
      example: { body: inspectionExamples.version },
      handle: (work, { params, body }) => after(work, changeMember(work, { ...params, ...body, change })),
    }),
  ),
  apiPost({
    ...own,
    path: `${path}/awards`,
    words: 'Take an application for the award; a scheme on hold takes none',
    audit: 'award.applied',
    body: awardSchema,
    output: awardView,
    example: { body: inspectionExamples.award },
    handle: (work, { params, body }) => afterAward(work, applyForAward(work, { ...params, ...body })),
  }),
  apiGet({
    ...ofAward,
    path: '/api/v1/awards/:awardId',
    words: 'One application with the matrix and its answers',
    audit: 'award.opened',
    handle: (work, { params }) => shownAward(work, params.awardId),
  }),
  apiPost({
    ...ofAward,
    path: '/api/v1/awards/:awardId/answers',
    words: 'Answer criteria of the award',
    audit: 'award.answered',
    body: answersSchema,
    status: 200,
    example: { body: inspectionExamples.answers },
    handle: (work, { params, body }) => afterAward(work, answerAward(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofAward,
    path: '/api/v1/awards/:awardId/decide',
    words: 'Decide an application by its answers',
    audit: 'award.decided',
    body: versionSchema,
    status: 200,
    example: { body: inspectionExamples.version },
    handle: (work, { params, body }) => afterAward(work, decideAward(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofAward,
    path: '/api/v1/awards/:awardId/withdraw',
    words: 'The business takes its application back',
    audit: 'award.withdrawn',
    body: versionSchema,
    status: 200,
    example: { body: inspectionExamples.version },
    handle: (work, { params, body }) => afterAward(work, withdrawAward(work, { ...params, ...body })),
  }),
];
