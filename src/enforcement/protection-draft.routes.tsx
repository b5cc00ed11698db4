import type { z } from 'zod';
import { findReport } from '../intake/index.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { evidenceFormLimit } from './evidence-file.ts';
import { draftProtection, editProtection, fileToWork } from './protection.commands.ts';
import {
  conductEvidenceSchema,
  draftProtectionSchema,
  editProtectionSchema,
  newProtectionQuery,
  protectionParams,
  removeRequirementSchema,
  requirementParams,
  requirementSchema,
  toldSchema,
} from './protection.forms.ts';
import { writeProtection } from './protection.permissions.ts';
import { protectionParts } from './protection.transitions.ts';
import { protectionExamples } from './protection.words.ts';
import { DraftForm } from './protection-form.pages.tsx';
import {
  addConductEvidence,
  addRequirement,
  removeRequirement,
  tellOthers,
} from './protection-parts.commands.ts';
import { findSubject } from './protection-parts.store.ts';
import { type ProtectionAgain, protectionDone, shownFile } from './protection-reply.routes.tsx';

const formPage = (
  title: string,
  body: ReturnType<typeof DraftForm>,
  { problems }: ProtectionAgain,
  back: string,
) =>
  page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {body}
    </>,
    { back: { href: back, text: 'Community protection' }, problems, looksUp: true },
  );

/** The form begins with what the report already says of the place. */
async function newForm(
  work: Work,
  from: z.output<typeof newProtectionQuery>,
  ask: Ask,
  state: ProtectionAgain,
) {
  const report = from.reportId ? await findReport(work, from.reportId) : undefined;
  if (from.reportId && !report) throw new FailureThrown(notFound.failure);
  const typed = { placeWords: report?.placeWords ?? '', recordId: from.recordId ?? '', ...state.typed };
  const hidden = {
    ...(from.reportId ? { reportId: from.reportId } : {}),
    ...(from.caseId ? { caseId: from.caseId } : {}),
  };
  const form = (
    <DraftForm action="/protection" csrf={ask.csrf} hidden={hidden} problems={state.problems} typed={typed} />
  );
  return formPage('Write a community protection warning', form, state, '/protection');
}

async function editForm(work: Work, params: { protectionId: string }, ask: Ask, state?: ProtectionAgain) {
  const file = demand(await fileToWork(work, params));
  if (!protectionParts.draft.from.includes(file.status)) throw new FailureThrown(notFound.failure);
  const subject = await findSubject(work, file.id);
  const typed = state?.typed ?? {
    ...asTyped({ ...subject, ...file }),
    kind: subject?.kind ?? 'person',
  };
  const shown: ProtectionAgain = { problems: state?.problems ?? [], typed };
  const form = (
    <DraftForm
      action={`/protection/${file.id}/edit`}
      csrf={ask.csrf}
      hidden={{ version: file.version }}
      {...shown}
    />
  );
  return formPage('Change the draft of a warning', form, shown, `/protection/${file.id}`);
}

/** Writing a warning and what belongs to it: the draft, its evidence, its requirements. */
export const protectionDraftRoutes: readonly Route[] = [
  show({
    path: '/protection/new',
    words: 'Write a warning, from a report or case if there is one',
    permission: writeProtection,
    audit: 'protection.begun',
    query: newProtectionQuery,
    handle: (work, { query: from }, ask) => newForm(work, from, ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/protection',
    words: 'Save the draft of a warning',
    permission: writeProtection,
    audit: 'protection.drafted',
    body: draftProtectionSchema,
    example: { body: protectionExamples.draft },
    handle: async (work, { body }) => {
      const result = await draftProtection(work, body);
      return protectionDone(result, 'Draft saved. See what the law still needs.');
    },
    invalid: (work, { raw, problems }, ask) =>
      newForm(work, newProtectionQuery.safeParse(raw).data ?? {}, ask, { problems, typed: raw }),
  }),
  show({
    path: '/protection/:protectionId/edit',
    words: 'Change the draft of a warning',
    permission: writeProtection,
    audit: 'protection.edit-shown',
    params: protectionParams,
    handle: (work, { params }, ask) => editForm(work, params, ask),
  }),
  act({
    path: '/protection/:protectionId/edit',
    words: 'Save changes to the draft of a warning',
    permission: writeProtection,
    audit: 'protection.edited',
    params: protectionParams,
    body: editProtectionSchema,
    example: { body: { ...protectionExamples.draft, version: 1 } },
    handle: async (work, { params, body }) => {
      const result = await editProtection(work, { ...params, ...body });
      return protectionDone(result, 'Draft changed');
    },
    invalid: (work, { params, raw, problems }, ask) => editForm(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/protection/:protectionId/evidence',
    words: 'Add evidence of the conduct on a day',
    permission: writeProtection,
    audit: 'protection.evidence-added',
    params: protectionParams,
    body: conductEvidenceSchema,
    uploadLimit: evidenceFormLimit,
    example: { body: protectionExamples.evidence },
    handle: async (work, { params, body }, ask) => {
      const result = await addConductEvidence(work, { ...params, ...body, upload: ask.uploads[0] });
      return protectionDone(result, 'Evidence added');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownFile(work, params, ask, { problems, typed: raw, form: 'evidence' }),
  }),
  act({
    path: '/protection/:protectionId/requirements',
    words: 'Add a requirement to the warning or notice in hand',
    permission: writeProtection,
    audit: 'protection.requirement-added',
    params: protectionParams,
    body: requirementSchema,
    example: { body: protectionExamples.requirement },
    handle: async (work, { params, body }) => {
      const result = await addRequirement(work, { ...params, ...body });
      return protectionDone(result, 'Requirement added');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownFile(work, params, ask, { problems, typed: raw, form: 'requirement' }),
  }),
  act({
    path: '/protection/:protectionId/requirements/:requirementId/remove',
    words: 'Take a requirement out of the warning or notice in hand',
    permission: writeProtection,
    audit: 'protection.requirement-removed',
    params: requirementParams,
    body: removeRequirementSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) =>
      protectionDone(await removeRequirement(work, { ...params, ...body }), 'Requirement taken out'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownFile(work, params, ask, { problems, typed: raw, form: 'take-out' }),
  }),
  act({
    path: '/protection/:protectionId/others-told',
    words: 'Write down whom you informed before a notice, or why nobody',
    permission: writeProtection,
    audit: 'protection.others-told',
    params: protectionParams,
    body: toldSchema,
    example: { body: { version: 1, othersTold: 'The landlord, by letter' } },
    handle: async (work, { params, body }) =>
      protectionDone(await tellOthers(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownFile(work, params, ask, { problems, typed: raw, form: 'told' }),
  }),
];
