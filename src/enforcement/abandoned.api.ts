import { z } from 'zod';
import { photoFormLimit } from '../intake/index.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { editAbandoned, reportAbandoned } from './abandoned.commands.ts';
import {
  abandonedFilterSchema,
  abandonedParams,
  abandonedStepParams,
  abandonedStepSchema,
  assessmentSchema,
  editAbandonedSchema,
  enquirySchema,
  reportAbandonedSchema,
} from './abandoned.forms.ts';
import { beginAbandoned, readAbandoned, writeAbandoned } from './abandoned.permissions.ts';
import { abandonedPageView, pageOfAbandoned } from './abandoned.queries.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import { abandonedExamples } from './abandoned.words.ts';
import { answerAssessment, recordEnquiry } from './abandoned-parts.commands.ts';
import { addVehiclePhotos, vehiclePhotoSchema } from './abandoned-photo.commands.ts';
import { takeAbandonedStep } from './abandoned-step.commands.ts';
import { editionsView, procedureViews, stepsShown } from './procedure.api.ts';
import { chargeStepExample, chargeStepSchema } from './vehicle-charge.forms.ts';
import { takeChargeStep } from './vehicle-charge-step.commands.ts';

const text = z.string().nullable();
const number = z.number().nullable();
const moment = z
  .date()
  .nullable()
  .transform((at) => at?.toISOString() ?? null);
/** A file as the API gives it; its mark, place and keeper come only with the whole file, to the agency that opened it. */
const fileView = z.object({
  ...{ id: z.string(), reference: z.string(), agencyName: z.string(), status: z.string() },
  ...{ landKind: z.string(), make: text, colour: text, districtCode: text, caseId: text },
  ...{ seenOn: z.string(), judgedOn: text, noticePeriod: text, noticeAt: moment, noticeUntil: moment },
  ...{ noticeWhy: text, objectedOn: text, removedAt: moment, storageDays: number, storedUntil: text },
  ...{ storedWhy: text, claimedOn: text, disposal: text, endedOn: text, version: z.number() },
});
const wholeView = fileView.extend({
  /** The report it was opened from, to those who may see that report. */
  reportReference: text,
  standing: z
    .object({
      ...{ mark: text, placeWords: text, postcode: text, lon: number, lat: number },
      ...{ occupierWords: text, storeWords: text },
      /** The place and the keeper’s address must stay hidden, and are left out. */
      isHidden: z.boolean(),
    })
    .nullable()
    .optional(),
  assessment: z.array(z.object({ factor: z.string(), answer: z.string(), words: z.string() })).optional(),
  enquiries: z
    .array(
      z.object({
        ...{ askedOn: z.string(), askedOf: z.string(), reason: z.string(), answer: z.string() },
        ...{ answerWords: text, keeperName: text, keeperAddress: text, officerName: text },
      }),
    )
    .optional(),
  photos: z.array(
    z.object({
      takenOn: z.string(),
      words: text,
      name: z.string(),
      sha256: z.string(),
      scan: z.string(),
    }),
  ),
  isStolen: z.boolean(),
  /** What removal and storage cost until it was answered, today or the end, by the amounts of the day of the removal; none where the council entered none. */
  charge: z
    .object({
      ...{ pence: z.number(), words: z.string(), status: z.string() },
      answers: z.array(
        z.object({
          ...{ action: z.string(), status: z.string(), answeredOn: z.string(), pence: z.number() },
          ...{
            waivedPence: z.number().nullable(),
            words: z.string(),
            receipt: text,
            reason: text,
            officerName: text,
          },
        }),
      ),
    })
    .optional(),
  /** Other files of the own agency whose mark is this one, or one that an eye takes for it. */
  sameMark: z.array(z.object({ reference: z.string(), mark: z.string() })),
  notices: z.array(
    z.object({
      ...{ kind: z.string(), ways: z.array(z.string()), servedBy: z.string() },
      servedAt: z.date().transform((at) => at.toISOString()),
    }),
  ),
  papers: editionsView,
  ...procedureViews,
});

async function shown(work: Work, abandonedId: string) {
  const { file, facts, report, lines, ...view } = demand(await abandonedPageView(work, abandonedId));
  const { isStolen, charge, sameMark, photos, notices, papers, events } = view;
  return {
    ...file,
    reportReference: report?.reference ?? null,
    standing: facts?.standing,
    assessment: facts ? [...facts.assessment] : undefined,
    enquiries: facts ? [...facts.enquiries] : undefined,
    charge: charge && { ...charge, answers: [...charge.answers] },
    ...{ isStolen, sameMark, photos, notices, papers, events },
    steps: stepsShown(lines),
  };
}
const after = (work: Work, result: Result<AbandonedVehicle>) => shown(work, demand(result).id);
const path = '/api/v1/abandoned-vehicles/:abandonedId';
const ofFile = { permission: writeAbandoned, params: abandonedParams, output: wholeView } as const;

/** Abandoned vehicles as JSON: the same commands as the pages. */
export const abandonedApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/abandoned-vehicles',
    words: 'Abandoned vehicles, the latest first, a page at a time',
    permission: readAbandoned,
    audit: 'abandoned.listed',
    query: abandonedFilterSchema,
    output: z.object({ files: z.array(fileView), next: text }),
    handle: (work, { query }) => pageOfAbandoned(work, query),
  }),
  apiPost({
    path: '/api/v1/abandoned-vehicles',
    words: 'Open a file on an abandoned vehicle',
    permission: beginAbandoned,
    audit: 'abandoned.reported',
    body: reportAbandonedSchema,
    output: wholeView,
    example: { body: abandonedExamples.report },
    handle: async (work, { body }) => after(work, await reportAbandoned(work, body)),
  }),
  apiGet({
    path,
    words: 'One abandoned vehicle: its timeline, and what each step still needs',
    permission: readAbandoned,
    audit: 'abandoned.opened',
    params: abandonedParams,
    output: wholeView,
    handle: (work, { params }) => shown(work, params.abandonedId),
  }),
  apiPost({
    ...ofFile,
    path: `${path}/edit`,
    words: 'Save changes to the report of an abandoned vehicle',
    audit: 'abandoned.edited',
    body: editAbandonedSchema,
    status: 200,
    example: { body: { ...abandonedExamples.report, version: 1 } },
    handle: async (work, { params, body }) => after(work, await editAbandoned(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofFile,
    path: `${path}/assessment`,
    words: 'Answer factors of the assessment of a vehicle',
    audit: 'abandoned.assessed',
    body: assessmentSchema,
    status: 200,
    example: { body: abandonedExamples.assessment },
    handle: async (work, { params, body }) =>
      after(work, await answerAssessment(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofFile,
    path: `${path}/enquiries`,
    words: 'Record what was asked about the keeper of a vehicle, and the answer',
    audit: 'abandoned.keeper-asked',
    body: enquirySchema,
    example: { body: abandonedExamples.enquiry },
    handle: async (work, { params, body }) => after(work, await recordEnquiry(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofFile,
    path: `${path}/photos`,
    words: 'Keep photographs of a vehicle with its file: a multipart form with files in the field photos',
    audit: 'abandoned.photographed',
    body: vehiclePhotoSchema,
    uploadLimit: photoFormLimit,
    files: { field: 'photos', words: 'Pictures: JPEG, PNG, WEBP or HEIC', isMany: true, isNeeded: true },
    example: { body: abandonedExamples.photos },
    handle: async (work, { params, body }, { uploads }) =>
      after(work, await addVehiclePhotos(work, { ...params, ...body, uploads })),
  }),
  apiPost({
    ...ofFile,
    path: `${path}/charge`,
    words: 'Record that the charge for a removed vehicle was paid, waive it, or take such an answer back',
    audit: 'abandoned.charge-answered',
    body: chargeStepSchema,
    status: 200,
    example: { body: chargeStepExample },
    handle: async (work, { params, body }) => after(work, await takeChargeStep(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofFile,
    path: `${path}/steps/:abandonedStep`,
    words: 'Take a step: judge, give notice, remove, claim, return, dispose, hand to the police',
    audit: 'abandoned.stepped',
    params: abandonedStepParams,
    body: abandonedStepSchema,
    status: 200,
    example: { params: { abandonedStep: 'discard' }, body: abandonedExamples.step },
    handle: async (work, { params: { abandonedId, abandonedStep }, body }) =>
      after(work, await takeAbandonedStep(work, { ...body, abandonedId, action: abandonedStep })),
  }),
];
