import { findEdition } from '../../enforcement/index.ts';
import { mayUse } from '../../platform/access/permission.ts';
import { documentTypes } from '../../platform/documents/model.ts';
import { demand, notFound } from '../../platform/failures/failures.ts';
import type { Again } from '../../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../../platform/http/declare.ts';
import { file, page, redirect } from '../../platform/http/reply.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { answerEnquiries, readIntelligence } from '../intelligence.permissions.ts';
import { addLine, answerEnquiry, offSchedule, removeLine } from './enquiry.commands.ts';
import {
  enquiryAnswerSchema,
  enquiryExamples,
  enquiryLineParams,
  enquiryLineSchema,
  enquiryPaperParams,
  enquiryParams,
} from './enquiry.forms.ts';
import { EnquiriesPage, EnquiryPage } from './enquiry.pages.tsx';
import { enquirySubjects, findEnquiry, linesOf, listEnquiries } from './enquiry.store.ts';
import { codeOf } from './holding.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/intelligence/enquiries', text: 'Disclosure and subject access' };

/** An enquiry with what is known of it; noted in the audit by its id. */
export async function enquiryOpened(work: Work, id: string) {
  const one = (await findEnquiry(work, id)) ?? demand(notFound);
  about(work, 'enquiry', id);
  const lines = await linesOf(work, id);
  const off = one.answer === null ? await offSchedule(work, id, lines) : [];
  const holdings = off.map((holding) => ({ code: codeOf(holding), words: holding.words }));
  return { one, matches: await enquirySubjects(work, id), lines, holdings };
}

interface FormAgain extends Again {
  form?: 'line' | 'answer';
}
async function shown(work: Work, id: string, ask: Ask, again: FormAgain = { problems: [], typed: {} }) {
  const view = await enquiryOpened(work, id);
  const mayAnswer = mayUse(work.viewer, answerEnquiries);
  const body = <EnquiryPage {...view} {...again} mayAnswer={mayAnswer} csrf={ask.csrf} />;
  return page(`Enquiry ${view.one.reference}`, body, { marking, back, problems: again.problems });
}
const to = (id: string, flash: string) => redirect(`/intelligence/enquiries/${id}`, { flash });

/** Enquiries of operations and of governance, on the unit's side: what was asked, what is known, the schedule and the answer. */
export const enquiryRoutes: readonly Route[] = [
  show({
    path: '/intelligence/enquiries',
    words: 'Enquiries of operations and governance to the unit',
    permission: readIntelligence,
    audit: 'enquiry.listed',
    handle: async (work) =>
      page(
        'Disclosure and subject access',
        <EnquiriesPage enquiries={await listEnquiries(work)} today={work.clock.today()} />,
        { marking, wide: true },
      ),
  }),
  show({
    path: '/intelligence/enquiries/:enquiryId',
    words: 'One enquiry: whom it names, what is known of them, and the sensitive schedule',
    permission: readIntelligence,
    audit: 'enquiry.opened',
    params: enquiryParams,
    handle: (work, { params: { enquiryId } }, ask) => shown(work, enquiryId, ask),
  }),
  act({
    path: '/intelligence/enquiries/:enquiryId/lines',
    words: 'Put something on the sensitive schedule of an enquiry',
    permission: readIntelligence,
    audit: 'enquiry.line-added',
    params: enquiryParams,
    body: enquiryLineSchema,
    example: { body: enquiryExamples.line },
    handle: async (work, { params: { enquiryId }, body }) => {
      demand(await addLine(work, { enquiryId, ...body }));
      return to(enquiryId, 'On the schedule');
    },
    invalid: (work, { params: { enquiryId }, raw, problems }, ask) =>
      shown(work, enquiryId, ask, { problems, typed: raw, form: 'line' }),
  }),
  act({
    path: '/intelligence/enquiries/:enquiryId/lines/:lineId/remove',
    words: 'Take a line off the sensitive schedule before it is answered',
    permission: readIntelligence,
    audit: 'enquiry.line-removed',
    params: enquiryLineParams,
    handle: async (work, { params }) => {
      demand(await removeLine(work, params));
      return to(params.enquiryId, 'Taken off');
    },
  }),
  act({
    path: '/intelligence/enquiries/:enquiryId/answer',
    words: 'Answer an enquiry for the unit; nothing but the day crosses, in the round',
    permission: answerEnquiries,
    audit: 'enquiry.answered',
    params: enquiryParams,
    body: enquiryAnswerSchema,
    example: { body: enquiryExamples.answer },
    handle: async (work, { params: { enquiryId }, body }) => {
      demand(await answerEnquiry(work, { enquiryId, ...body }));
      return to(enquiryId, 'Answered');
    },
    invalid: (work, { params: { enquiryId }, raw, problems }, ask) =>
      shown(work, enquiryId, ask, { problems, typed: raw, form: 'answer' }),
  }),
  download({
    path: '/intelligence/enquiries/:enquiryId/schedule/:format',
    words: 'The sensitive schedule of an enquiry as it was printed, for the prosecutor from hand to hand',
    permission: answerEnquiries,
    audit: 'enquiry.schedule-opened',
    params: enquiryPaperParams,
    handle: async (work, { params: { enquiryId, format } }) => {
      const one = (await findEnquiry(work, enquiryId)) ?? demand(notFound);
      const paper =
        (await findEdition(work, 'enquiry', one.id, { kind: 'schedule', version: 1, format })) ??
        demand(notFound);
      about(work, 'enquiry', one.id, { sha256: paper.sha256 });
      return file(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
];
