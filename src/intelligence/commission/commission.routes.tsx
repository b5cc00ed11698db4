import { z } from 'zod';
import { mayUse } from '../../platform/access/permission.ts';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { type Again, doneUnder, type FormAgain } from '../../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { giveCommissions, readCommissions } from '../intelligence.permissions.ts';
import { giveCommission, stepCommission, stepsOpen } from './commission.commands.ts';
import {
  commissionExamples,
  commissionParams,
  commissionSchema,
  commissionStepSchema,
} from './commission.forms.ts';
import { CommissionPage, CommissionsPage } from './commission.pages.tsx';
import {
  answerOf,
  commissionSubjects,
  findCommission,
  listCommissions,
  mostCommissions,
  recoveriesOf,
  workOf,
} from './commission.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/commissions', text: 'Commissions' };
const example = { params: { commissionId: '@commissionId' }, body: commissionExamples.step };
const done = doneUnder('/commissions');

async function opened(work: Work, id: string) {
  const one = (await findCommission(work, id)) ?? demand(notFound);
  about(work, 'commission', id);
  const ownWork = await workOf(work, id);
  const viewer = officerOf(work);
  return {
    ...{ one, answer: await answerOf(work, id), recoveries: await recoveriesOf(work, id), work: ownWork },
    matches: viewer.side === 'INTEL' ? await commissionSubjects(work, id) : [],
    steps: stepsOpen(viewer, { one, work: ownWork, officerId: viewer.officerId }),
  };
}

async function listed(work: Work, ask: Ask, { problems, typed }: Again = { problems: [], typed: {} }) {
  const body = (
    <CommissionsPage
      commissions={await listCommissions(work)}
      cap={mostCommissions}
      mayGive={mayUse(work.viewer, giveCommissions)}
      csrf={ask.csrf}
      {...{ problems, typed }}
    />
  );
  return page('Commissions', body, { marking, problems });
}

async function shown(work: Work, id: string, ask: Ask, again?: FormAgain) {
  const view = await opened(work, id);
  const { problems = [], typed = {}, form } = again ?? {};
  const body = <CommissionPage {...{ ...view, problems, typed, form }} csrf={ask.csrf} />;
  return page(`Commission ${view.one.reference}`, body, { marking, back, problems });
}

const rowShape = z.object({
  ...{
    id: z.string(),
    reference: z.string(),
    agencyName: z.string(),
    serviceName: z.string(),
    kind: z.string(),
  },
  ...{ status: z.string(), subjectKind: z.string(), subjectLabel: z.string(), purpose: z.string() },
  ...{ legalBasis: z.string(), owedPence: z.number().nullable(), decidesOn: z.string().nullable() },
  ...{ askedOn: z.string(), refusedFor: z.string().nullable(), award: z.string().nullable() },
  ...{ pricePence: z.number().nullable(), paidOn: z.string().nullable(), version: z.number() },
  ...{ followsId: z.string().nullable(), followedById: z.string().nullable() },
});
const toldShape = z.object({
  ...{ outcome: z.string(), address: z.string(), postcode: z.string(), assetKind: z.string().nullable() },
  ...{ assetWords: z.string(), confidence: z.string().nullable(), conditions: z.array(z.string()) },
  checks: z.array(z.string()),
});
const wholeShape = rowShape.extend({
  answer: toldShape.extend({ answeredOn: z.string() }).nullable(),
  recoveries: z.array(z.object({ pence: z.number(), onDay: z.string() })),
  work: toldShape
    .extend({ findings: z.string(), minutes: z.number(), authorisedByName: z.string().nullable() })
    .nullable(),
  steps: z.array(z.string()),
});
async function whole(work: Work, id: string): Promise<z.input<typeof wholeShape>> {
  const { one, answer, recoveries, work: ownWork, steps } = await opened(work, id);
  return {
    ...{ ...one, answer: answer ?? null, recoveries, work: ownWork ?? null },
    steps: steps.map(({ action }) => action),
  };
}

/** Commissions on both sides, under one address: what each sees is its own. */
export const commissionRoutes: readonly Route[] = [
  show({
    path: '/commissions',
    words: 'What is commissioned of the intelligence unit',
    permission: readCommissions,
    audit: 'commission.listed',
    handle: (work, _, ask) => listed(work, ask),
  }),
  act({
    path: '/commissions',
    words: 'Commission the intelligence unit',
    permission: giveCommissions,
    audit: 'commission.given',
    body: commissionSchema,
    example: { body: commissionExamples.give },
    handle: async (work, { body }) => done(await giveCommission(work, body), 'Commissioned'),
    invalid: (work, { raw, problems }, ask) => listed(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/commissions/:commissionId',
    words: 'One commission: what was asked, and what its reader’s side sees of it',
    permission: readCommissions,
    audit: 'commission.opened',
    params: commissionParams,
    handle: (work, { params: { commissionId } }, ask) => shown(work, commissionId, ask),
  }),
  act({
    path: '/commissions/:commissionId/step',
    words: 'Take a step of a commission by its table',
    permission: readCommissions,
    audit: 'commission.stepped',
    params: commissionParams,
    body: commissionStepSchema,
    example,
    handle: async (work, { params, body }) =>
      done(await stepCommission(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params: { commissionId }, raw, problems }, ask) =>
      shown(work, commissionId, ask, { form: String(raw.action ?? ''), problems, typed: raw }),
  }),
  apiGet({
    path: '/api/v1/commissions',
    words: 'What is commissioned of the intelligence unit',
    permission: readCommissions,
    audit: 'commission.listed',
    output: z.object({ commissions: z.array(rowShape) }),
    handle: async (work) => ({ commissions: await listCommissions(work) }),
  }),
  apiPost({
    path: '/api/v1/commissions',
    words: 'Commission the intelligence unit',
    permission: giveCommissions,
    audit: 'commission.given',
    body: commissionSchema,
    output: wholeShape,
    example: { body: commissionExamples.give },
    handle: async (work, { body }) => whole(work, demand(await giveCommission(work, body)).id),
  }),
  apiGet({
    path: '/api/v1/commissions/:commissionId',
    words: 'One commission: what was asked, and what its reader’s side sees of it',
    permission: readCommissions,
    audit: 'commission.opened',
    params: commissionParams,
    output: wholeShape,
    handle: (work, { params: { commissionId } }) => whole(work, commissionId),
  }),
  apiPost({
    path: '/api/v1/commissions/:commissionId/step',
    words: 'Take a step of a commission by its table',
    permission: readCommissions,
    audit: 'commission.stepped',
    params: commissionParams,
    body: commissionStepSchema,
    output: wholeShape,
    status: 200,
    example,
    handle: async (work, { params, body }) =>
      whole(work, demand(await stepCommission(work, { ...params, ...body })).id),
  }),
];
