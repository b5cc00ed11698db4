import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { evidenceFiles, evidenceFormLimit } from './evidence-file.ts';
import { addEvidence, draftPenalty, editDraft } from './penalty.commands.ts';
import {
  draftSchema,
  editSchema,
  evidenceSchema,
  issueSchema,
  paymentSchema,
  penaltyParams,
  reasonSchema,
  remindSchema,
  serveSchema,
  stepParams,
} from './penalty.forms.ts';
import { readPenalties, takePayments, writePenalties } from './penalty.permissions.ts';
import { pageOfPenalties, penaltyFilterSchema, penaltyPageView } from './penalty.queries.ts';
import type { Penalty } from './penalty.store.ts';
import { recordPayment, remindPenalty, servePenalty, stepPenalty } from './penalty-after.commands.ts';
import { issuePenalty } from './penalty-issue.commands.ts';
import { penaltyLawApi } from './penalty-law.api.ts';

const day = z.string().nullable();
/** A penalty as the API gives it; who it is to comes only with the whole record, to the issuing agency. */
const penaltyView = z.object({
  id: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  status: z.string(),
  offence: z.string(),
  offenceOn: day,
  offenceTime: z.string().nullable(),
  placeWords: z.string().nullable(),
  districtCode: z.string().nullable(),
  amountPence: z.number().nullable(),
  earlyPence: z.number().nullable(),
  earlyUntil: day,
  payUntil: day,
  prosecuteFrom: day,
  deadlineWhy: z.string().nullable(),
  issuedOn: day,
  servedOn: day,
  paidOn: day,
  paidPence: z.number().nullable(),
  reportId: z.string().nullable(),
  caseId: z.string().nullable(),
  version: z.number(),
});
const wholeView = penaltyView.extend({
  recipient: z.object({ name: z.string().nullable(), address: z.string().nullable() }).nullable().optional(),
  conditions: z
    .array(z.object({ code: z.string(), words: z.string(), met: z.boolean(), mend: z.string() }))
    .optional(),
  papers: z.array(
    z.object({ kind: z.string(), version: z.number(), format: z.string(), sha256: z.string() }),
  ),
  events: z.array(
    z.object({
      at: z.date().transform((at) => at.toISOString()),
      kind: z.string(),
      words: z.string(),
      officerName: z.string().nullable(),
    }),
  ),
});

async function shown(work: Work, penaltyId: string) {
  const view = demand(await penaltyPageView(work, penaltyId));
  return {
    ...view.penalty,
    recipient: view.recipient,
    conditions: view.composed?.conditions,
    papers: view.papers,
    events: view.events,
  };
}
const after = (work: Work, result: Result<Penalty>) => shown(work, demand(result).id);
const draftExample = {
  offence: 'fly-tipping',
  offenceOn: '2026-11-10',
  offenceTime: '07:40',
  placeWords: 'Lay-by',
  policyConsidered: true,
};
const path = '/api/v1/penalties/:penaltyId';

/** Penalties as JSON: the same commands as the pages. */
export const penaltyApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/penalties',
    words: 'Penalties, drafts first, then the latest issued, a page at a time',
    permission: readPenalties,
    audit: 'penalty.listed',
    query: penaltyFilterSchema,
    output: z.object({ penalties: z.array(penaltyView), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfPenalties(work, query),
  }),
  apiPost({
    path: '/api/v1/penalties',
    words: 'Save the draft of a notice',
    permission: writePenalties,
    audit: 'penalty.drafted',
    body: draftSchema,
    output: wholeView,
    example: { body: draftExample },
    handle: async (work, { body }) => after(work, await draftPenalty(work, body)),
  }),
  apiGet({
    path,
    words: 'One penalty with its timeline; for a draft, what the law still needs',
    permission: readPenalties,
    audit: 'penalty.opened',
    params: penaltyParams,
    output: wholeView,
    handle: (work, { params }) => shown(work, params.penaltyId),
  }),
  apiPost({
    path: `${path}/edit`,
    words: 'Save changes to the draft of a notice',
    permission: writePenalties,
    audit: 'penalty.edited',
    params: penaltyParams,
    body: editSchema,
    output: wholeView,
    status: 200,
    example: { body: { ...draftExample, version: 1 } },
    handle: async (work, { params, body }) => after(work, await editDraft(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/evidence`,
    words: 'Add evidence to a notice; with a file as a multipart form, in the field file',
    permission: writePenalties,
    audit: 'penalty.evidence-added',
    params: penaltyParams,
    body: evidenceSchema,
    output: wholeView,
    uploadLimit: evidenceFormLimit,
    files: evidenceFiles,
    example: { body: { kind: 'statement', words: 'What the officer saw' } },
    handle: async (work, { params, body }, { uploads: [upload] }) =>
      after(work, await addEvidence(work, { ...params, ...body, upload })),
  }),
  apiPost({
    path: `${path}/issue`,
    words: 'Issue a notice: the checklist met and the power held',
    permission: writePenalties,
    audit: 'penalty.issued',
    params: penaltyParams,
    body: issueSchema,
    output: wholeView,
    status: 200,
    example: { body: { version: 1, servedHow: 'in-person' } },
    handle: async (work, { params, body }) => after(work, await issuePenalty(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/serve`,
    words: 'Record how, when and by whom a notice was served',
    permission: writePenalties,
    audit: 'penalty.served',
    params: penaltyParams,
    body: serveSchema,
    output: wholeView,
    status: 200,
    example: { body: { version: 1, sentOn: '2026-11-20', servedHow: 'in-person', servedBy: 'An officer' } },
    handle: async (work, { params, body }) => after(work, await servePenalty(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/payments`,
    words: 'Record a payment',
    permission: takePayments,
    audit: 'penalty.paid',
    params: penaltyParams,
    body: paymentSchema,
    output: wholeView,
    example: { body: { version: 1, paidOn: '2026-11-20', pounds: 400, paymentReference: 'PAY/1' } },
    handle: async (work, { params, body: { pounds, ...rest } }) =>
      after(work, await recordPayment(work, { ...params, ...rest, pence: Math.round(pounds * 100) })),
  }),
  apiPost({
    path: `${path}/remind`,
    words: 'Make a reminder',
    permission: writePenalties,
    audit: 'penalty.reminded',
    params: penaltyParams,
    body: remindSchema,
    output: wholeView,
    status: 200,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => after(work, await remindPenalty(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/:action`,
    words: 'Take a step that needs a reason: challenge, decide, cancel, void, refer, or how the court ended',
    permission: writePenalties,
    audit: 'penalty.stepped',
    params: stepParams,
    body: reasonSchema,
    output: wholeView,
    status: 200,
    example: { params: { action: 'challenge' }, body: { version: 1, reason: 'They say they were away.' } },
    handle: async (work, { params, body }) => after(work, await stepPenalty(work, { ...params, ...body })),
  }),
  ...penaltyLawApi,
];
