import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { answerEnquiries, readIntelligence } from '../intelligence.permissions.ts';
import { addLine, answerEnquiry, removeLine } from './enquiry.commands.ts';
import {
  enquiryAnswerSchema,
  enquiryExamples,
  enquiryLineParams,
  enquiryLineSchema,
  enquiryParams,
} from './enquiry.forms.ts';
import { enquiryOpened } from './enquiry.routes.tsx';
import { listEnquiries } from './enquiry.store.ts';
import { scheduleSeen } from './enquiry.words.ts';

const rowShape = z.object({
  id: z.string(),
  reference: z.string(),
  purpose: z.string(),
  about: z.string(),
  agencyName: z.string(),
  fileReference: z.string(),
  askedOn: z.string(),
  answersOn: z.string(),
  consideredOn: z.string().nullable(),
  answer: z.string().nullable(),
  reason: z.string().nullable(),
  otherEnquiries: z.number(),
});
const wholeShape = rowShape.extend({
  /** Given back with an answer, it is refused where the schedule was changed meanwhile. */
  seen: z.string(),
  matches: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      items: z.array(z.object({ id: z.string(), reference: z.string(), linkId: z.string() })),
      services: z.array(z.object({ agencyName: z.string(), records: z.number() })),
    }),
  ),
  /** Entries of the watchlist and findings for commissions that stand on no line yet: none may be missing when it is answered. */
  holdings: z.array(z.object({ code: z.string(), words: z.string() })),
  lines: z.array(
    z.object({
      id: z.string(),
      itemReference: z.string().nullable(),
      watchId: z.string().nullable(),
      commissionId: z.string().nullable(),
      words: z.string(),
      ground: z.string(),
      test: z.string(),
      given: z.string(),
      reason: z.string(),
    }),
  ),
});
const asJson = async (work: Work, id: string) => {
  const { one, ...rest } = await enquiryOpened(work, id);
  return { ...one, ...rest, seen: scheduleSeen(rest.lines) };
};
const of = { params: enquiryParams, output: wholeShape } as const;

/** Enquiries as JSON: the same commands as the pages. */
export const enquiryApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/enquiries',
    words: 'Enquiries of operations and governance to the unit',
    permission: readIntelligence,
    audit: 'enquiry.listed',
    output: z.object({ enquiries: z.array(rowShape) }),
    handle: async (work) => ({ enquiries: await listEnquiries(work) }),
  }),
  apiGet({
    ...of,
    path: '/api/v1/intelligence/enquiries/:enquiryId',
    words: 'One enquiry: whom it names, what is known of them, and the sensitive schedule',
    permission: readIntelligence,
    audit: 'enquiry.opened',
    handle: (work, { params: { enquiryId } }) => asJson(work, enquiryId),
  }),
  apiPost({
    ...of,
    path: '/api/v1/intelligence/enquiries/:enquiryId/lines',
    words: 'Put something on the sensitive schedule of an enquiry',
    permission: readIntelligence,
    audit: 'enquiry.line-added',
    body: enquiryLineSchema,
    example: { body: enquiryExamples.line },
    handle: async (work, { params: { enquiryId }, body }) => {
      demand(await addLine(work, { enquiryId, ...body }));
      return asJson(work, enquiryId);
    },
  }),
  apiPost({
    ...of,
    path: '/api/v1/intelligence/enquiries/:enquiryId/lines/:lineId/remove',
    words: 'Take a line off the sensitive schedule before it is answered',
    permission: readIntelligence,
    audit: 'enquiry.line-removed',
    params: enquiryLineParams,
    status: 200,
    handle: async (work, { params }) => {
      demand(await removeLine(work, params));
      return asJson(work, params.enquiryId);
    },
  }),
  apiPost({
    ...of,
    path: '/api/v1/intelligence/enquiries/:enquiryId/answer',
    words: 'Answer an enquiry for the unit; nothing but the day crosses, in the round',
    permission: answerEnquiries,
    audit: 'enquiry.answered',
    body: enquiryAnswerSchema,
    status: 200,
    example: { body: enquiryExamples.answer },
    handle: async (work, { params: { enquiryId }, body }) => {
      demand(await answerEnquiry(work, { enquiryId, ...body }));
      return asJson(work, enquiryId);
    },
  }),
];
