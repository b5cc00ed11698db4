import type { z } from 'zod';
import { listAreas } from '../directory/index.ts';
import { findReport } from '../intake/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { csv } from '../platform/documents/csv.ts';
import {
  demand,
  FailureThrown,
  type FieldProblem,
  notFound,
  type Result,
} from '../platform/failures/failures.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file, type PageReply, page, redirect } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { addEvidence, draftPenalty, editDraft, issuePenalty } from './penalty.commands.ts';
import {
  draftSchema,
  editSchema,
  evidenceSchema,
  issueSchema,
  newQuery,
  paperParams,
  paymentSchema,
  penaltyParams,
  reasonSchema,
  remindSchema,
  serveSchema,
  stepParams,
} from './penalty.forms.ts';
import { PenaltiesPage, PenaltyPage } from './penalty.pages.tsx';
import { readLaw, readPenalties, takePayments, writePenalties } from './penalty.permissions.ts';
import { mayReadRecipient } from './penalty.policy.ts';
import { openPenalty, pageOfPenalties, penaltyFilterSchema, penaltyPageView } from './penalty.queries.ts';
import { findPaper, findRecipient, type Penalty } from './penalty.store.ts';
import { penaltyOfficers } from './penalty.transitions.ts';
import { offences } from './penalty.words.ts';
import { recordPayment, remindPenalty, servePenalty, stepPenalty } from './penalty-after.commands.ts';
import { DraftForm, EvidenceForm } from './penalty-compose.pages.tsx';
import { LawPage } from './penalty-law.pages.tsx';
import { listAdopted, listPenaltyLaw } from './penalty-law.store.ts';

type Params = z.output<typeof penaltyParams>;
const query = (filter: Record<string, unknown>, change: Record<string, string>): string =>
  new URLSearchParams(
    Object.entries({ ...filter, ...change }).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  ).toString();
const back = { href: '/penalties', text: 'Penalties' };
const problemsNone: readonly FieldProblem[] = [];

async function shown(
  work: Work,
  params: Params,
  ask: Ask,
  again: { problems: readonly FieldProblem[]; typed: Record<string, unknown> } = {
    problems: problemsNone,
    typed: {},
  },
): Promise<PageReply> {
  const view = demand(await penaltyPageView(work, params.penaltyId));
  const body = (
    <PenaltyPage {...view} viewer={officerOf(work)} csrf={ask.csrf} today={work.clock.today()} {...again} />
  );
  return page(`Penalty ${view.penalty.reference}`, body, {
    back,
    marking: 'OFFICIAL',
    problems: again.problems,
  });
}

/** After a step: back to the notice with a line that says what happened. A field that the rule refused shows the form again. */
async function done(
  work: Work,
  params: Params,
  result: Result<Penalty>,
  flash: string,
  ask: Ask,
  raw: Record<string, unknown>,
) {
  if (!result.ok && result.failure.kind === 'invalid')
    return shown(work, params, ask, { problems: result.failure.problems, typed: raw });
  demand(result);
  return redirect(`/penalties/${params.penaltyId}`, { flash });
}

const formPage = (title: string, body: PageReply['body'], problems: readonly FieldProblem[]): PageReply =>
  page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {body}
    </>,
    { back, problems },
  );
const asTyped = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      value === null || value === undefined ? '' : String(value),
    ]),
  );

/** The form begins with what the report already says. */
async function newForm(
  work: Work,
  from: z.output<typeof newQuery>,
  ask: Ask,
  state: { problems: readonly FieldProblem[]; typed: Record<string, unknown> },
) {
  const report = from.reportId ? await findReport(work, from.reportId) : undefined;
  if (from.reportId && !report) throw new FailureThrown(notFound.failure);
  const guess = offences.find((offence) => offence === report?.issueType) ?? '';
  const typed = { offence: guess, placeWords: report?.placeWords ?? '', ...state.typed };
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
  if (!mayReadRecipient(work.viewer, penalty) || penalty.status !== 'draft')
    throw new FailureThrown(notFound.failure);
  const recipient = await findRecipient(work, penalty.id);
  const typed =
    state?.typed ??
    asTyped({
      ...penalty,
      policyConsidered: penalty.policyConsidered ? 'yes' : '',
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
export const penaltyRoutes: readonly Route[] = [
  show({
    path: '/penalties',
    words: 'Penalties, drafts first, then the latest issued',
    permission: readPenalties,
    audit: 'penalty.listed',
    query: penaltyFilterSchema,
    handle: async (work, { query: filter }) => {
      const [{ penalties, next }, districts] = await Promise.all([
        pageOfPenalties(work, filter),
        listAreas(work.db, 'district', work.clock.today()),
      ]);
      const body = (
        <PenaltiesPage
          penalties={penalties}
          filter={filter}
          districts={districts}
          today={work.clock.today()}
          mayWrite={hasRole(work.viewer, ...penaltyOfficers)}
          nextHref={next ? `/penalties?${query(filter, { after: next })}` : undefined}
          exportHref={`/penalties.csv?${query(filter, {})}`}
        />
      );
      return page('Penalties', body, { wide: true });
    },
  }),
  download({
    path: '/penalties.csv',
    words: 'Penalties as CSV, the same rows in the same order',
    permission: readPenalties,
    audit: 'penalty.exported',
    query: penaltyFilterSchema,
    handle: async (work, { query: filter }) => {
      const { penalties } = await pageOfPenalties(work, filter, 10_000);
      const columns = [
        'reference',
        'offence',
        'offenceOn',
        'issuedOn',
        'agencyName',
        'districtName',
        'placeWords',
        'status',
        'amountPence',
        'earlyPence',
        'payUntil',
        'paidOn',
        'paidPence',
      ] as const;
      return file(
        'penalties.csv',
        'text/csv; charset=utf-8',
        csv(
          columns,
          penalties.map((p) => columns.map((c) => p[c])),
        ),
      );
    },
  }),
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
    handle: async (work, { body }, ask) => {
      const result = await draftPenalty(work, body);
      if (!result.ok && result.failure.kind === 'invalid')
        return newForm(work, body, ask, { problems: result.failure.problems, typed: asTyped(body) });
      return redirect(`/penalties/${demand(result).id}`, {
        flash: 'Draft saved. See what the law still needs.',
      });
    },
    invalid: (work, { raw, problems }, ask) =>
      newForm(work, newQuery.safeParse(raw).data ?? {}, ask, { problems, typed: raw }),
  }),
  show({
    path: '/penalties/:penaltyId',
    words: 'One penalty',
    permission: readPenalties,
    audit: 'penalty.opened',
    params: penaltyParams,
    handle: (work, { params }, ask) => shown(work, params, ask),
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
    handle: async (work, { params, body }, ask) => {
      const result = await editDraft(work, { ...params, ...body });
      if (!result.ok && result.failure.kind === 'invalid')
        return editForm(work, params, ask, { problems: result.failure.problems, typed: asTyped(body) });
      demand(result);
      return redirect(`/penalties/${params.penaltyId}`, { flash: 'Draft changed' });
    },
    invalid: (work, { params, raw, problems }, ask) => editForm(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/penalties/:penaltyId/evidence',
    words: 'Add evidence to a notice',
    permission: writePenalties,
    audit: 'penalty.evidence-added',
    params: penaltyParams,
    body: evidenceSchema,
    uploadLimit: 12_000_000,
    example: { body: { kind: 'statement', words: 'What the officer saw' } },
    handle: async (work, { params, body }, ask) =>
      done(
        work,
        params,
        await addEvidence(work, { ...params, ...body, upload: ask.uploads[0] }),
        'Evidence added',
        ask,
        body,
      ),
    invalid: async (work, { params, raw, problems }, ask) => {
      demand(await openPenalty(work, params.penaltyId));
      return formPage(
        'Add evidence',
        <EvidenceForm penaltyId={params.penaltyId} csrf={ask.csrf} problems={problems} typed={raw} />,
        problems,
      );
    },
  }),
  act({
    path: '/penalties/:penaltyId/issue',
    words: 'Issue a notice: the checklist met and the power held',
    permission: writePenalties,
    audit: 'penalty.issued',
    params: penaltyParams,
    body: issueSchema,
    example: { body: { version: 1, servedHow: 'in-person' } },
    handle: async (work, { params, body }, ask) =>
      done(
        work,
        params,
        await issuePenalty(work, { ...params, ...body }),
        'Issued. Print the notice, serve it, and record how.',
        ask,
        asTyped(body),
      ),
    invalid: (work, { params, raw, problems }, ask) => shown(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/penalties/:penaltyId/serve',
    words: 'Record how, when and by whom a notice was served',
    permission: writePenalties,
    audit: 'penalty.served',
    params: penaltyParams,
    body: serveSchema,
    example: { body: { version: 1, sentOn: '2026-11-20', servedHow: 'in-person', servedBy: 'An officer' } },
    handle: async (work, { params, body }, ask) =>
      done(
        work,
        params,
        await servePenalty(work, { ...params, ...body }),
        'Service recorded',
        ask,
        asTyped(body),
      ),
    invalid: (work, { params, raw, problems }, ask) => shown(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/penalties/:penaltyId/payments',
    words: 'Record a payment',
    permission: takePayments,
    audit: 'penalty.paid',
    params: penaltyParams,
    body: paymentSchema,
    example: { body: { version: 1, paidOn: '2026-11-20', pounds: '400', paymentReference: 'PAY/1' } },
    handle: async (work, { params, body }, ask) => {
      const { pounds, ...rest } = body;
      return done(
        work,
        params,
        await recordPayment(work, { ...params, ...rest, pence: Math.round(pounds * 100) }),
        'Payment recorded',
        ask,
        asTyped(body),
      );
    },
    invalid: (work, { params, raw, problems }, ask) => shown(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/penalties/:penaltyId/remind',
    words: 'Make a reminder',
    permission: writePenalties,
    audit: 'penalty.reminded',
    params: penaltyParams,
    body: remindSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }, ask) =>
      done(
        work,
        params,
        await remindPenalty(work, { ...params, ...body }),
        'Reminder made. Print and send it.',
        ask,
        {},
      ),
  }),
  // One declaration for the steps that differ only in their line of the table; the table says who may take each.
  act({
    path: '/penalties/:penaltyId/:action',
    words: 'Take a step that needs a reason: challenge, decide, cancel, void, refer, or how the court ended',
    permission: writePenalties,
    audit: 'penalty.stepped',
    params: stepParams,
    body: reasonSchema,
    example: { params: { action: 'challenge' }, body: { version: 1, reason: 'They say they were away.' } },
    handle: async (work, { params, body }, ask) =>
      done(work, params, await stepPenalty(work, { ...params, ...body }), 'Recorded', ask, body),
    invalid: (work, { params, raw, problems }, ask) => shown(work, params, ask, { problems, typed: raw }),
  }),
  download({
    path: '/penalties/:penaltyId/papers/:kind/:edition',
    words: 'A paper of a notice, the very bytes that were made',
    permission: readPenalties,
    audit: 'penalty.paper-opened',
    params: paperParams,
    example: { params: { kind: 'notice', edition: '1' } },
    handle: async (work, { params }) => {
      const penalty = demand(await openPenalty(work, params.penaltyId));
      const paper = mayReadRecipient(work.viewer, penalty)
        ? await findPaper(work, penalty.id, params.kind, params.edition)
        : undefined;
      if (!paper) throw new FailureThrown(notFound.failure);
      about(work, 'penalty', penalty.id, { paper: params.kind, sha256: paper.sha256 });
      return file(paper.name, 'application/pdf', paper.content, true);
    },
  }),
  show({
    path: '/law/penalties',
    words: 'The law on penalties and the amounts adopted, with sources',
    permission: readLaw,
    audit: 'law.penalties-read',
    handle: async (work) => {
      const [laws, adopted] = await Promise.all([listPenaltyLaw(work), listAdopted(work)]);
      return page('Penalties: the law', <LawPage laws={laws} adopted={adopted} />, { wide: true });
    },
  }),
];
