import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { draftClosure, editClosure } from './closure.commands.ts';
import {
  checklistSchema,
  closureFilterSchema,
  closureParams,
  closureStepParams,
  closureStepSchema,
  draftClosureSchema,
  editClosureSchema,
  occupantParams,
  occupantSchema,
  removeOccupantSchema,
} from './closure.forms.ts';
import { readClosure, writeClosure } from './closure.permissions.ts';
import { closurePageView, pageOfClosures } from './closure.queries.ts';
import type { Closure } from './closure.store.ts';
import { askSafeguarding, closureExamples } from './closure.words.ts';
import { addOccupant, answerChecklist, removeOccupant } from './closure-parts.commands.ts';
import { takeClosureStep } from './closure-step.commands.ts';
import { editionsView, procedureViews, stepsShown } from './procedure.api.ts';

const day = z.string().nullable();
const text = z.string().nullable();
const moment = z
  .date()
  .nullable()
  .transform((at) => at?.toISOString() ?? null);
/** A file as the API gives it; where it is comes only with the whole file, to the agency that closes it. */
const fileView = z.object({
  id: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  status: z.string(),
  premisesKind: z.string(),
  grounds: z.array(z.string()),
  districtCode: text,
  caseId: text,
  consultedOn: day,
  noticeHours: z.number().nullable(),
  noticeAt: moment,
  noticeUntil: moment,
  noticeWhy: text,
  hearingBy: moment,
  hearingWhy: text,
  hearingAt: moment,
  appliedAt: moment,
  adjournedUntil: day,
  orderedOn: day,
  orderUntil: day,
  orderWhy: text,
  isEveryoneExcluded: z.boolean().nullable(),
  licensingToldOn: day,
  appealUntil: day,
  appealWhy: text,
  appealedOn: day,
  appealHearingOn: day,
  appealDecidedOn: day,
  extendedOn: day,
  breachedOn: day,
  breaches: z.number(),
  endedOn: day,
  ending: text,
  claimUntil: day,
  claimWhy: text,
  version: z.number(),
});
const wholeView = fileView.extend({
  /** Said where somebody lives there whose address must stay hidden, or nobody has asked yet. */
  mark: text,
  place: z
    .object({ address: text, problem: text, ownerWords: text, isHidden: z.boolean() })
    .nullable()
    .optional(),
  occupants: z
    .array(
      z.object({
        id: z.string(),
        relation: z.string(),
        recordId: text,
        name: text,
        words: text,
        isChild: z.boolean(),
        isAtRisk: z.boolean(),
        isBarred: z.boolean(),
        isHidden: z.boolean(),
      }),
    )
    .optional(),
  checklist: z.array(z.object({ item: z.string(), answer: z.string(), words: z.string() })).optional(),
  services: z.array(
    z.object({
      kind: z.string(),
      ways: z.array(z.string()),
      servedAt: z.date().transform((at) => at.toISOString()),
      servedBy: z.string(),
      powerReference: z.string(),
    }),
  ),
  papers: editionsView,
  ...procedureViews,
});

async function shown(work: Work, closureId: string) {
  const view = demand(await closurePageView(work, closureId));
  const { facts } = view;
  return {
    ...view.file,
    mark: view.mustAsk ? askSafeguarding : null,
    place: facts?.place,
    occupants: facts ? [...facts.occupants] : undefined,
    checklist: facts ? [...facts.checks] : undefined,
    services: view.services,
    papers: view.papers,
    events: view.events,
    steps: stepsShown(view.lines),
  };
}
const after = (work: Work, result: Result<Closure>) => shown(work, demand(result).id);
const path = '/api/v1/closures/:closureId';

/** Closure of premises as JSON: the same commands as the pages. */
export const closureApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/closures',
    words: 'Closures of premises, the latest first, a page at a time',
    permission: readClosure,
    audit: 'closure.listed',
    query: closureFilterSchema,
    output: z.object({ files: z.array(fileView), next: text }),
    handle: (work, { query }) => pageOfClosures(work, query),
  }),
  apiPost({
    path: '/api/v1/closures',
    words: 'Begin the closure of premises',
    permission: writeClosure,
    audit: 'closure.begun',
    body: draftClosureSchema,
    output: wholeView,
    example: { body: closureExamples.draft },
    handle: async (work, { body }) => after(work, await draftClosure(work, body)),
  }),
  apiGet({
    path,
    words: 'One closure: its timeline, and what each step still needs',
    permission: readClosure,
    audit: 'closure.opened',
    params: closureParams,
    output: wholeView,
    handle: (work, { params }) => shown(work, params.closureId),
  }),
  apiPost({
    path: `${path}/edit`,
    words: 'Save changes to a closure that is being prepared',
    permission: writeClosure,
    audit: 'closure.edited',
    params: closureParams,
    body: editClosureSchema,
    output: wholeView,
    status: 200,
    example: { body: { ...closureExamples.draft, version: 1 } },
    handle: async (work, { params, body }) => after(work, await editClosure(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/checklist`,
    words: 'Answer items of the safeguarding checklist',
    permission: writeClosure,
    audit: 'closure.checklist-answered',
    params: closureParams,
    body: checklistSchema,
    output: wholeView,
    status: 200,
    example: { body: closureExamples.checklist },
    handle: async (work, { params, body }) =>
      after(work, await answerChecklist(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/occupants`,
    words: 'Add somebody who lives at, owns, runs or visits the premises',
    permission: writeClosure,
    audit: 'closure.occupant-added',
    params: closureParams,
    body: occupantSchema,
    output: wholeView,
    example: { body: closureExamples.occupant },
    handle: async (work, { params, body }) => after(work, await addOccupant(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/occupants/:occupantId/remove`,
    words: 'Take somebody off the file who was put there by mistake',
    permission: writeClosure,
    audit: 'closure.occupant-removed',
    params: occupantParams,
    body: removeOccupantSchema,
    output: wholeView,
    status: 200,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => after(work, await removeOccupant(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/steps/:closureStep`,
    words: 'Take a step: consult, serve, extend, apply, what the court decided, breach, end',
    permission: writeClosure,
    audit: 'closure.stepped',
    params: closureStepParams,
    body: closureStepSchema,
    output: wholeView,
    status: 200,
    example: { params: { closureStep: 'discard' }, body: closureExamples.step },
    handle: async (work, { params: { closureId, closureStep }, body }) =>
      after(work, await takeClosureStep(work, { ...body, closureId, action: closureStep })),
  }),
];
