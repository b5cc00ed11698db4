import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { evidenceFiles, evidenceFormLimit } from './evidence-file.ts';
import { editionsView, procedureViews, stepsShown } from './procedure.api.ts';
import { draftProtection, editProtection } from './protection.commands.ts';
import {
  conductEvidenceSchema,
  draftProtectionSchema,
  editProtectionSchema,
  protectionFilterSchema,
  protectionParams,
  protectionStepParams,
  protectionStepSchema,
  removeRequirementSchema,
  requirementParams,
  requirementSchema,
  toldSchema,
} from './protection.forms.ts';
import { readProtection, writeProtection } from './protection.permissions.ts';
import { pageOfProtection, protectionPageView } from './protection.queries.ts';
import type { Protection } from './protection.store.ts';
import { protectionExamples } from './protection.words.ts';
import {
  addConductEvidence,
  addRequirement,
  removeRequirement,
  tellOthers,
} from './protection-parts.commands.ts';
import { takeStep } from './protection-step.commands.ts';
import { protectionTableApi } from './protection-table.api.ts';

const day = z.string().nullable();
/** A file as the API gives it; who it is about comes only with the whole file, to the issuing agency. */
const fileView = z.object({
  id: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  status: z.string(),
  conductKinds: z.array(z.string()),
  streetWords: z.string().nullable(),
  districtCode: z.string().nullable(),
  caseId: z.string().nullable(),
  reportId: z.string().nullable(),
  complyDays: z.number(),
  warnedOn: day,
  complyBy: day,
  complyWhy: z.string().nullable(),
  noticeOn: day,
  appealUntil: day,
  appealWhy: z.string().nullable(),
  appealedOn: day,
  appealDecidedOn: day,
  breachedOn: day,
  prosecutedOn: day,
  triedOn: day,
  remedyBy: day,
  forfeitedOn: day,
  seizedOn: day,
  heldUntil: day,
  heldWhy: z.string().nullable(),
  costAppealUntil: day,
  costAppealWhy: z.string().nullable(),
  verdict: z.string().nullable(),
  breachMaxPence: z.number().nullable(),
  penaltyId: z.string().nullable(),
  endedOn: day,
  ending: z.string().nullable(),
  version: z.number(),
});
const wholeView = fileView.extend({
  subject: z
    .object({
      kind: z.string(),
      name: z.string().nullable(),
      address: z.string().nullable(),
      isAddressHidden: z.boolean(),
      conduct: z.string().nullable(),
      othersTold: z.string().nullable(),
      worksPence: z.number().nullable(),
      recordId: z.string().nullable(),
    })
    .nullable()
    .optional(),
  requirements: z
    .array(
      z.object({
        id: z.string(),
        stage: z.string(),
        kind: z.string(),
        words: z.string(),
        byDay: day,
        since: day,
        until: day,
      }),
    )
    .optional(),
  evidence: z
    .array(z.object({ id: z.string(), kind: z.string(), happenedOn: z.string(), words: z.string() }))
    .optional(),
  services: z.array(
    z.object({
      stage: z.string(),
      how: z.string(),
      sentOn: z.string(),
      servedOn: z.string(),
      servedBy: z.string(),
      powerReference: z.string(),
    }),
  ),
  letters: editionsView,
  ...procedureViews,
});

async function shown(work: Work, protectionId: string) {
  const view = demand(await protectionPageView(work, protectionId));
  return {
    ...view.file,
    subject: view.facts?.subject,
    requirements: view.facts ? [...view.facts.requirements] : undefined,
    evidence: view.facts ? [...view.facts.evidence] : undefined,
    services: view.services,
    letters: view.letters,
    events: view.events,
    steps: stepsShown(view.lines),
  };
}
const after = (work: Work, result: Result<Protection>) => shown(work, demand(result).id);
const path = '/api/v1/protection/:protectionId';

/** Community protection as JSON: the same commands as the pages. */
export const protectionApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/protection',
    words: 'Community protection files, the latest first, a page at a time',
    permission: readProtection,
    audit: 'protection.listed',
    query: protectionFilterSchema,
    output: z.object({ files: z.array(fileView), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfProtection(work, query),
  }),
  ...protectionTableApi,
  apiPost({
    path: '/api/v1/protection',
    words: 'Begin a community protection file: the draft of a warning',
    permission: writeProtection,
    audit: 'protection.drafted',
    body: draftProtectionSchema,
    output: wholeView,
    example: { body: protectionExamples.draft },
    handle: async (work, { body }) => after(work, await draftProtection(work, body)),
  }),
  apiGet({
    path,
    words: 'One community protection file: its timeline, and what each step still needs',
    permission: readProtection,
    audit: 'protection.opened',
    params: protectionParams,
    output: wholeView,
    handle: (work, { params }) => shown(work, params.protectionId),
  }),
  apiPost({
    path: `${path}/edit`,
    words: 'Save changes to the draft of a warning',
    permission: writeProtection,
    audit: 'protection.edited',
    params: protectionParams,
    body: editProtectionSchema,
    output: wholeView,
    status: 200,
    example: { body: { ...protectionExamples.draft, version: 1 } },
    handle: async (work, { params, body }) => after(work, await editProtection(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/evidence`,
    words: 'Add evidence of the conduct on a day; with a file as a multipart form, in the field file',
    permission: writeProtection,
    audit: 'protection.evidence-added',
    params: protectionParams,
    body: conductEvidenceSchema,
    output: wholeView,
    uploadLimit: evidenceFormLimit,
    files: evidenceFiles,
    example: { body: protectionExamples.evidence },
    handle: async (work, { params, body }, { uploads: [upload] }) =>
      after(work, await addConductEvidence(work, { ...params, ...body, upload })),
  }),
  apiPost({
    path: `${path}/requirements`,
    words: 'Add a requirement to the warning or notice in hand',
    permission: writeProtection,
    audit: 'protection.requirement-added',
    params: protectionParams,
    body: requirementSchema,
    output: wholeView,
    example: { body: protectionExamples.requirement },
    handle: async (work, { params, body }) => after(work, await addRequirement(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/requirements/:requirementId/remove`,
    words: 'Take a requirement out of the warning or notice in hand',
    permission: writeProtection,
    audit: 'protection.requirement-removed',
    params: requirementParams,
    body: removeRequirementSchema,
    output: wholeView,
    status: 200,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) =>
      after(work, await removeRequirement(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/others-told`,
    words: 'Write down whom you informed before a notice, or why nobody',
    permission: writeProtection,
    audit: 'protection.others-told',
    params: protectionParams,
    body: toldSchema,
    output: wholeView,
    status: 200,
    example: { body: { version: 1, othersTold: 'The landlord, by letter' } },
    handle: async (work, { params, body }) => after(work, await tellOthers(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/steps/:protectionStep`,
    words: 'Take a step of the procedure: serve, comply, appeal, breach, penalise, end',
    permission: writeProtection,
    audit: 'protection.stepped',
    params: protectionStepParams,
    body: protectionStepSchema,
    output: wholeView,
    status: 200,
    example: { params: { protectionStep: 'record-compliance' }, body: protectionExamples.step },
    handle: async (work, { params: { protectionId, protectionStep }, body }) =>
      after(work, await takeStep(work, { ...body, protectionId, action: protectionStep })),
  }),
];
