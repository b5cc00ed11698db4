import { z } from 'zod';
import { editionsView, procedureViews, stepsShown } from '../enforcement/index.ts';
import { PUBLIC } from '../platform/access/permission.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { addPayment, addPerson, addProof, answerChecks, draftTrader } from './trader.commands.ts';
import {
  checksSchema,
  complaintParams,
  complaintSchema,
  decideComplaintSchema,
  draftTraderSchema,
  feeSchema,
  paymentSchema,
  personSchema,
  proofSchema,
  traderFilterSchema,
  traderParams,
  traderStepParams,
  traderStepSchema,
} from './trader.forms.ts';
import { keepTraders } from './trader.permissions.ts';
import { pageOfTraders, traderPageView } from './trader.queries.ts';
import { checkedTraders, type Trader } from './trader.store.ts';
import { traderExamples } from './trader.words.ts';
import { addComplaint, addFee, decideComplaint } from './trader-member.commands.ts';
import { listFees } from './trader-parts.store.ts';
import { takeTraderStep } from './trader-step.commands.ts';

const text = z.string().nullable();
const fileView = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.string(),
  firmName: z.string(),
  legalStatus: z.string(),
  trades: z.array(z.string()),
  districtCode: text,
  round: z.number(),
  appliedOn: z.string(),
  askedOn: text,
  conditions: z.array(z.string()),
  memberFrom: text,
  memberUntil: text,
  memberWhy: text,
  ground: text,
  appealUntil: text,
  appealWhy: text,
  version: z.number(),
});
const wholeView = fileView.extend({
  /** An owner's address must stay hidden: ask the safeguarding side. */
  isHidden: z.boolean(),
  people: z.array(z.object({ id: z.string(), name: z.string(), dateOfBirth: z.string(), address: text })),
  papersShown: z.array(
    z.object({ id: z.string(), kind: z.string(), personId: text, words: z.string(), validUntil: text }),
  ),
  payments: z.array(
    z.object({
      kind: z.string(),
      round: z.number(),
      pence: z.number(),
      paidOn: z.string(),
      refundedOn: text,
    }),
  ),
  checks: z.array(z.object({ item: z.string(), result: z.string(), words: z.string() })),
  complaints: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      receivedOn: z.string(),
      words: z.string(),
      outcome: text,
    }),
  ),
  /** Of vetting the days and one of three answers: nothing else crosses. */
  vetting: z
    .object({
      askedOn: z.string(),
      answersOn: z.string(),
      answer: text,
      conditions: z.array(z.string()),
      answeredOn: text,
    })
    .nullable(),
  letters: editionsView,
  ...procedureViews,
});

async function shown(work: Work, id: string): Promise<z.input<typeof wholeView>> {
  const { file, facts, letters, events, lines } = demand(await traderPageView(work, id));
  return {
    ...file,
    people: [...facts.people],
    papersShown: [...facts.proofs],
    payments: [...facts.payments],
    checks: [...facts.checks],
    complaints: [...facts.complaints],
    vetting: facts.vetting ?? null,
    letters,
    events,
    steps: stepsShown(lines),
  };
}
const after = async (work: Work, result: Promise<Result<Trader>>) => shown(work, demand(await result).id);
const path = '/api/v1/traders/:traderId';
const own = { permission: keepTraders, params: traderParams, output: wholeView };
const feesView = z.object({
  fees: z.array(z.object({ kind: z.string(), pence: z.number(), startsOn: z.string(), source: z.string() })),
});

const parts: readonly Route[] = [
  apiPost({
    ...own,
    path: `${path}/people`,
    words: 'Name an owner or director of a firm',
    audit: 'trader.person-added',
    body: personSchema,
    example: { body: traderExamples.person },
    handle: (work, { params, body }) => after(work, addPerson(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/papers`,
    words: 'Keep that a firm showed a paper, seen and not copied',
    audit: 'trader.paper-added',
    body: proofSchema,
    example: { body: traderExamples.proof },
    handle: (work, { params, body }) => after(work, addProof(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/payments`,
    words: 'Record that a fee of the scheme came',
    audit: 'trader.payment-recorded',
    body: paymentSchema,
    example: { body: traderExamples.payment },
    handle: (work, { params, body }) => after(work, addPayment(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/checks`,
    words: 'Answer checks of a firm',
    audit: 'trader.checks-answered',
    body: checksSchema,
    status: 200,
    example: { body: traderExamples.check },
    handle: (work, { params, body }) => after(work, answerChecks(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/complaints`,
    words: 'Record a complaint about a member',
    audit: 'trader.complaint-recorded',
    body: complaintSchema,
    example: { body: traderExamples.complaint },
    handle: (work, { params, body }) => after(work, addComplaint(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/complaints/:complaintId/decide`,
    words: 'Say what came of a complaint about a member',
    audit: 'trader.complaint-decided',
    params: complaintParams,
    body: decideComplaintSchema,
    status: 200,
    example: { body: traderExamples.decide },
    handle: (work, { params, body }) => after(work, decideComplaint(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/steps/:traderStep`,
    words: 'Take a step of the scheme: vetting, acceptance, refusal, renewal, suspension, expulsion, appeal',
    audit: 'trader.stepped',
    params: traderStepParams,
    body: traderStepSchema,
    status: 200,
    example: { params: { traderStep: 'withdraw' }, body: traderExamples.step },
    handle: (work, { params: { traderId, traderStep }, body }) =>
      after(work, takeTraderStep(work, { ...body, traderId, action: traderStep })),
  }),
];

/** The scheme as JSON: the same commands as the pages. */
export const traderApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/checked-traders',
    words: 'Members of the scheme of checked traders, as anybody reads them',
    permission: PUBLIC,
    audit: 'checked-trader.listed',
    output: z.object({
      traders: z.array(
        z.object({
          firmName: z.string(),
          trades: z.array(z.string()),
          districtName: text,
          memberFrom: z.string(),
        }),
      ),
    }),
    handle: async (work) => ({ traders: await checkedTraders(work) }),
  }),
  apiGet({
    path: '/api/v1/traders',
    words: 'Applications and members of the scheme, the latest first, a page at a time',
    permission: keepTraders,
    audit: 'trader.listed',
    query: traderFilterSchema,
    output: z.object({ files: z.array(fileView), next: text }),
    handle: (work, { query }) => pageOfTraders(work, query),
  }),
  apiPost({
    path: '/api/v1/traders',
    words: 'Write down an application to the scheme',
    permission: keepTraders,
    audit: 'trader.applied',
    body: draftTraderSchema,
    output: wholeView,
    example: { body: traderExamples.draft },
    handle: (work, { body }) => after(work, draftTrader(work, body)),
  }),
  apiGet({
    path: '/api/v1/traders/fees',
    words: 'Fees that the scheme adopted, and since when',
    permission: keepTraders,
    audit: 'trader.fees-shown',
    output: feesView,
    handle: async (work) => ({ fees: await listFees(work) }),
  }),
  apiPost({
    path: '/api/v1/traders/fees',
    words: 'Adopt a fee of the scheme from a day on',
    permission: keepTraders,
    audit: 'trader.fee-adopted',
    body: feeSchema,
    output: feesView,
    example: { body: traderExamples.fee },
    handle: async (work, { body }) => {
      demand(await addFee(work, body));
      return { fees: await listFees(work) };
    },
  }),
  apiGet({
    ...own,
    path,
    words: 'The file of one trader: application, papers, vetting, checks, membership',
    audit: 'trader.opened',
    handle: (work, { params }) => shown(work, params.traderId),
  }),
  ...parts,
];
