import { z } from 'zod';
import { demand, notFound } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { revealAddress, saveSafeContact } from './contact.commands.ts';
import { safeContactOf } from './contact.store.ts';
import { examples } from './examples.ts';
import { openFile, saveProfile } from './file.commands.ts';
import { joinFiles, partFiles } from './join.commands.ts';
import { answerLead, offerLead } from './lead.commands.ts';
import { recordLoss } from './loss.commands.ts';
import { addPrecaution } from './precautions.ts';
import { noteContact } from './reached.commands.ts';
import {
  answerSchema,
  contactSchema,
  fileParams,
  joinSchema,
  lossSchema,
  offerSchema,
  openSchema,
  planSchema,
  precautionSchema,
  profileSchema,
  referSchema,
  registerQuery,
  resultSchema,
  revealSchema,
  safeContactSchema,
  visitParams,
} from './register.forms.ts';
import { fileView, pageOfFiles } from './register.queries.ts';
import { addresses, fileShape, sheetShape, visitShape, wholeShape } from './register.shapes.ts';
import { keepRegister, visitPeople } from './safeguarding.permissions.ts';
import { planVisit, recordResult, refer } from './visit.commands.ts';
import { findVisit, historyForVisit, ownVisits } from './visit.store.ts';

/** A line of the register. */
const listedShape = fileShape.extend({ nextVisitOn: z.string().nullable() });

async function whole(work: Work, fileId: string) {
  const { file, person, contact, events, ...rest } = demand(await fileView(work, fileId));
  return {
    ...file,
    ...rest,
    contact: contact ?? null,
    sources: [...person.sources],
    asks: [...person.asks],
    history: events,
  };
}

async function sheet(work: Work, visitId: string) {
  const visit = (await findVisit(work, visitId)) ?? demand(notFound);
  return {
    ...visit,
    contact: (await safeContactOf(work, visit.fileId)) ?? null,
    history: await historyForVisit(work, visit),
  };
}

const params = { fileId: '@victimFileId' };
const path = '/api/v1/register/:fileId';
const common = { permission: keepRegister, params: fileParams, output: wholeShape, status: 200 };
const onFile: readonly Route[] = [
  apiPost({
    ...common,
    path: `${path}/profile`,
    words: 'What is known of somebody: kind of scam, age band, concerns',
    audit: 'register.profile-changed',
    body: profileSchema,
    example: { params, body: examples.profile },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await saveProfile(work, { fileId, ...body }));
      return whole(work, fileId);
    },
  }),
  apiPost({
    ...common,
    path: `${path}/safe-contact`,
    words: 'How somebody may safely be reached, and whether their address must stay hidden',
    audit: 'register.safe-contact-changed',
    body: safeContactSchema,
    example: { params, body: examples.safeContact },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await saveSafeContact(work, { fileId, ...body }));
      return whole(work, fileId);
    },
  }),
  apiPost({
    ...common,
    path: `${path}/contact`,
    words: 'Note that somebody was reached, or was not',
    audit: 'register.contact-noted',
    body: contactSchema,
    example: { params, body: examples.contact },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await noteContact(work, { fileId, ...body }));
      return whole(work, fileId);
    },
  }),
  apiPost({
    ...common,
    path: `${path}/losses`,
    words: 'Write down what somebody lost, or what was saved; the amount in pounds',
    audit: 'register.loss-recorded',
    body: lossSchema,
    example: { params, body: examples.loss },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await recordLoss(work, { fileId, ...body }));
      return whole(work, fileId);
    },
  }),
  apiPost({
    ...common,
    path: `${path}/precautions`,
    words: 'What whoever goes to somebody must do',
    audit: 'register.precaution-added',
    body: precautionSchema,
    example: { params, body: examples.precaution },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await addPrecaution(work, { fileId, ...body }));
      return whole(work, fileId);
    },
  }),
  apiPost({
    ...common,
    path: `${path}/lead`,
    words: 'Offer the lead for somebody to another agency',
    audit: 'register.lead-offered',
    body: offerSchema,
    example: { params, body: examples.offer },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await offerLead(work, { fileId, ...body }));
      return whole(work, fileId);
    },
  }),
  apiPost({
    path: `${path}/lead/answer`,
    words: 'Answer an offer to lead, or take it back',
    permission: keepRegister,
    params: fileParams,
    audit: 'register.lead-answered',
    body: answerSchema,
    output: fileShape,
    status: 200,
    example: { params, body: examples.answer },
    handle: async (work, { params: { fileId }, body }) => demand(await answerLead(work, { fileId, ...body })),
  }),
  apiPost({
    ...common,
    path: `${path}/join`,
    words: 'Read two files of one person as one',
    audit: 'register.joined',
    body: joinSchema,
    example: { params, body: examples.join },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await joinFiles(work, { fileId, ...body }));
      return whole(work, fileId);
    },
  }),
  apiPost({
    ...common,
    path: `${path}/part`,
    words: 'Let a file that was joined stand by itself again',
    audit: 'register.parted',
    body: joinSchema,
    example: { params, body: examples.join },
    handle: async (work, { params: { fileId }, body }) => {
      demand(await partFiles(work, { fileId, ...body }));
      return whole(work, fileId);
    },
  }),
  apiPost({
    path: `${path}/visits`,
    words: 'Plan a visit to somebody, and say who goes',
    permission: keepRegister,
    params: fileParams,
    audit: 'visit.planned',
    body: planSchema,
    output: visitShape,
    example: { params, body: examples.plan },
    handle: async (work, { params: { fileId }, body }) => demand(await planVisit(work, { fileId, ...body })),
  }),
  apiPost({
    path: `${path}/referrals`,
    words: 'Refer somebody on, with the questions of Care Act 2014 s.42',
    permission: keepRegister,
    params: fileParams,
    audit: 'register.referred',
    body: referSchema,
    output: z.object({ id: z.string() }),
    example: { params, body: examples.refer },
    handle: async (work, { params: { fileId }, body }) => demand(await refer(work, { fileId, ...body })),
  }),
  apiPost({
    path: `${path}/address`,
    words: 'Show an address that must stay hidden, to somebody who says why',
    permission: keepRegister,
    params: fileParams,
    audit: 'address.revealed',
    body: revealSchema,
    output: addresses,
    status: 200,
    example: { params, body: { reason: 'I visit tomorrow at ten' } },
    handle: async (work, { params: { fileId }, body }) => {
      const { contact } = demand(await fileView(work, fileId));
      if (!contact?.hidesAddress) demand(notFound);
      return { addresses: await revealAddress(work, { fileId, ...body, showsSources: true }) };
    },
  }),
];

/** The victim register and its visits as JSON: the same commands as the pages. */
export const registerApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/register',
    words: 'The victim register, the most urgent first',
    permission: keepRegister,
    audit: 'register.listed',
    query: registerQuery,
    output: z.object({ files: z.array(listedShape), count: z.number(), next: z.string().nullable() }),
    handle: (work, { query: { due, ...query } }) => pageOfFiles(work, { ...query, due: due === 'yes' }),
  }),
  apiPost({
    path: '/api/v1/register',
    words: 'Take a person on the register, from any record of theirs',
    permission: keepRegister,
    audit: 'register.opened',
    body: openSchema,
    output: z.object({ file: fileShape, isNew: z.boolean() }),
    example: { body: { recordId: '@listedId' } },
    handle: async (work, { body }) => demand(await openFile(work, body)),
  }),
  apiGet({
    path,
    words: 'Somebody on the victim register',
    permission: keepRegister,
    audit: 'register.read',
    params: fileParams,
    example: { params },
    output: wholeShape,
    handle: (work, { params: { fileId } }) => whole(work, fileId),
  }),
  ...onFile,
  apiGet({
    path: '/api/v1/visits',
    words: 'The visits that are assigned to you',
    permission: visitPeople,
    audit: 'visit.listed',
    output: z.object({ visits: z.array(visitShape) }),
    handle: async (work) => ({ visits: await ownVisits(work, officerOf(work).officerId) }),
  }),
  apiGet({
    path: '/api/v1/visits/:visitId',
    words: 'One visit: where, how to reach them safely, precautions, what was tried',
    permission: visitPeople,
    audit: 'visit.opened',
    params: visitParams,
    output: sheetShape,
    handle: (work, { params: { visitId } }) => sheet(work, visitId),
  }),
  apiPost({
    path: '/api/v1/visits/:visitId/result',
    words: 'Say what came of a visit',
    permission: visitPeople,
    audit: 'visit.done',
    params: visitParams,
    body: resultSchema,
    output: sheetShape,
    status: 200,
    example: {
      params: { visitId: '@visitId' },
      body: { version: 1, result: 'seen', doneThings: ['call-blocker'] },
    },
    handle: async (work, { params: { visitId }, body }) => {
      demand(await recordResult(work, { visitId, ...body }));
      return sheet(work, visitId);
    },
  }),
];
