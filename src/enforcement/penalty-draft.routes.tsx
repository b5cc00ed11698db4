import type { z } from 'zod';
import { findReport } from '../intake/index.ts';
import { demand, FailureThrown, type FieldProblem, notFound } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { evidenceFormLimit } from './evidence-file.ts';
import { addEvidence, draftPenalty, editDraft } from './penalty.commands.ts';
import {
  draftSchema,
  editSchema,
  evidenceSchema,
  issueSchema,
  newQuery,
  penaltyParams,
} from './penalty.forms.ts';
import { writePenalties } from './penalty.permissions.ts';
import { openPenalty } from './penalty.queries.ts';
import { offencesFor } from './penalty.transitions.ts';
import { offences } from './penalty.words.ts';
import { DraftForm } from './penalty-form.pages.tsx';
import { issuePenalty } from './penalty-issue.commands.ts';
import { ordersToChoose } from './penalty-order.store.ts';
import { findRecipient } from './penalty-recipient.store.ts';
import { done, formPage, onPage, type Params } from './penalty-reply.routes.tsx';
import { mayReadWhole } from './procedure.policy.ts';

/** The form begins with what the report already says. */
async function newForm(
  work: Work,
  from: z.output<typeof newQuery>,
  ask: Ask,
  state: { problems: readonly FieldProblem[]; typed: Record<string, unknown> },
) {
  const report = from.reportId ? await findReport(work, from.reportId) : undefined;
  if (from.reportId && !report) throw new FailureThrown(notFound.failure);
  const guess = from.offence ?? offences.find((offence) => offence === report?.issueType) ?? '';
  const typed = {
    offence: guess,
    placeWords: report?.placeWords ?? '',
    recordId: from.recordId ?? '',
    ...state.typed,
  };
  return formPage(
    'Write a fixed penalty notice',
    <DraftForm
      action="/penalties"
      csrf={ask.csrf}
      hidden={{
        ...(from.reportId ? { reportId: from.reportId } : {}),
        ...(from.caseId ? { caseId: from.caseId } : {}),
      }}
      problems={state.problems}
      typed={typed}
      offences={offencesFor(officerOf(work).roles, offences)}
      orders={await ordersToChoose(work)}
    />,
    state.problems,
  );
}

async function editForm(
  work: Work,
  params: Params,
  ask: Ask,
  state?: { problems: readonly FieldProblem[]; typed: Record<string, unknown> },
) {
  const penalty = demand(await openPenalty(work, params.penaltyId));
  if (!mayReadWhole(work.viewer, penalty) || penalty.status !== 'draft')
    throw new FailureThrown(notFound.failure);
  const recipient = await findRecipient(work, penalty.id);
  const typed =
    state?.typed ??
    asTyped({
      ...penalty,
      policyConsidered: penalty.policyConsidered ? 'yes' : '',
      recordId: recipient?.recordId,
      recipientName: recipient?.name,
      recipientAddress: recipient?.address,
    });
  const problems = state?.problems ?? [];
  return formPage(
    'Change the draft',
    <DraftForm
      action={`/penalties/${penalty.id}/edit`}
      csrf={ask.csrf}
      hidden={{ version: penalty.version }}
      problems={problems}
      typed={typed}
      offences={offencesFor(officerOf(work).roles, offences)}
      orders={await ordersToChoose(work)}
    />,
    problems,
  );
}

const draftExample = {
  offence: 'fly-tipping',
  offenceOn: '2026-11-10',
  offenceTime: '07:40',
  placeWords: 'Lay-by',
  policyConsidered: 'yes',
};

/** Penalties for officers: the register, the composer, one notice, its papers and its steps. */
/** Writing a notice: the draft, its evidence and its signature. */
export const penaltyDraftRoutes: readonly Route[] = [
  show({
    path: '/penalties/new',
    words: 'Write a notice, from a report or case if there is one',
    permission: writePenalties,
    audit: 'penalty.begun',
    query: newQuery,
    handle: (work, { query: from }, ask) => newForm(work, from, ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/penalties',
    words: 'Save the draft of a notice',
    permission: writePenalties,
    audit: 'penalty.drafted',
    body: draftSchema,
    example: { body: draftExample },
    handle: async (work, { body }) =>
      done(await draftPenalty(work, body), 'Draft saved. See what the law still needs.'),
    invalid: (work, { raw, problems }, ask) =>
      newForm(work, newQuery.safeParse(raw).data ?? {}, ask, { problems, typed: raw }),
  }),
  show({
    path: '/penalties/:penaltyId/edit',
    words: 'Change the draft of a notice',
    permission: writePenalties,
    audit: 'penalty.edit-shown',
    params: penaltyParams,
    handle: (work, { params }, ask) => editForm(work, params, ask),
  }),
  act({
    path: '/penalties/:penaltyId/edit',
    words: 'Save changes to the draft of a notice',
    permission: writePenalties,
    audit: 'penalty.edited',
    params: penaltyParams,
    body: editSchema,
    example: { body: { ...draftExample, version: 1 } },
    handle: async (work, { params, body }) =>
      done(await editDraft(work, { ...params, ...body }), 'Draft changed'),
    invalid: (work, { params, raw, problems }, ask) => editForm(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/penalties/:penaltyId/evidence',
    words: 'Add evidence to a notice',
    permission: writePenalties,
    audit: 'penalty.evidence-added',
    params: penaltyParams,
    body: evidenceSchema,
    uploadLimit: evidenceFormLimit,
    example: { body: { kind: 'statement', words: 'What the officer saw' } },
    handle: async (work, { params, body }, { uploads: [upload] }) =>
      done(await addEvidence(work, { ...params, ...body, upload }), 'Evidence added'),
    invalid: onPage('evidence'),
  }),
  act({
    path: '/penalties/:penaltyId/issue',
    words: 'Issue a notice: the checklist met and the power held',
    permission: writePenalties,
    audit: 'penalty.issued',
    params: penaltyParams,
    body: issueSchema,
    example: { body: { version: 1, servedHow: 'in-person' } },
    handle: async (work, { params, body }) =>
      done(
        await issuePenalty(work, { ...params, ...body }),
        'Issued. Print the notice, serve it, and record how.',
      ),
    invalid: onPage('issue'),
  }),
];
