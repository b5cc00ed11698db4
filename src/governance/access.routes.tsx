import { findEdition } from '../enforcement/index.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, notFound } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { decideAccessItem, openAccess, receiveAccess, stepAccess } from './access.commands.ts';
import {
  accessExamples,
  accessItemParams,
  accessPaperParams,
  accessParams,
  accessSchema,
  accessStepParams,
  accessStepSchema,
  decisionSchema,
  seenQuery,
} from './access.forms.ts';
import { AccessListPage, AccessPage } from './access.pages.tsx';
import { accessList, accessView } from './access.queries.ts';
import { answerAccess } from './governance.permissions.ts';
import { SeenPage } from './seen.pages.tsx';
import { seenView } from './seen.queries.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/subject-access', text: 'Subject access' };
interface FormAgain extends Again {
  form?: string;
}
const fresh: Again = { problems: [], typed: {} };
async function listed(work: Work, ask: Ask, again: Again = fresh) {
  const view = await accessList(work);
  const body = <AccessListPage {...view} {...again} today={work.clock.today()} csrf={ask.csrf} />;
  return page('Subject access', body, { marking, problems: again.problems, wide: true });
}
async function shown(work: Work, id: string, ask: Ask, again: FormAgain = fresh) {
  const view = await accessView(work, id);
  const body = <AccessPage {...view} {...again} today={work.clock.today()} csrf={ask.csrf} />;
  return page(`Subject access ${view.file.reference}`, body, {
    ...{ marking, back, problems: again.problems, wide: true },
  });
}
const done = doneUnder('/subject-access');

/** Requests of people for their own data: the clock, what is held, what is given, and the papers. */
export const accessRoutes: readonly Route[] = [
  show({
    path: '/subject-access',
    words: 'Requests of people for their own data, to your agency',
    permission: answerAccess,
    audit: 'subject-access.listed',
    handle: (work, _input, ask) => listed(work, ask),
  }),
  act({
    path: '/subject-access',
    words: 'Write down that somebody asked for their own data',
    permission: answerAccess,
    audit: 'subject-access.received',
    body: accessSchema,
    example: { body: accessExamples.request },
    handle: async (work, { body }) => done(await receiveAccess(work, body), 'Written down'),
    invalid: (work, { raw, problems }, ask) => listed(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/subject-access/:accessId',
    words: 'One request: its clock, what is held, and what was decided',
    permission: answerAccess,
    audit: 'subject-access.opened',
    params: accessParams,
    handle: (work, { params }, ask) => shown(work, params.accessId, ask),
  }),
  show({
    path: '/subject-access/:accessId/seen',
    words: 'Who saw what is held about whoever asked, when and why',
    permission: answerAccess,
    audit: 'subject-access.log-read',
    params: accessParams,
    query: seenQuery,
    handle: async (work, { params, query }) => {
      const view = await seenView(work, params.accessId, query.before);
      const href = `/subject-access/${view.file.id}`;
      return page(`Who saw ${view.file.reference}`, <SeenPage {...view} />, {
        ...{ marking, back: { href, text: view.file.reference }, wide: true },
      });
    },
  }),
  act({
    path: '/subject-access/:accessId/steps/:accessStep',
    words: 'Take a step of a request: identity, clarification, extension, gather, answer, refuse',
    permission: answerAccess,
    audit: 'subject-access.step-taken',
    params: accessStepParams,
    body: accessStepSchema,
    example: { params: { accessStep: 'refuse' }, body: accessExamples.step },
    handle: async (work, { params, body }) =>
      done(await stepAccess(work, { accessId: params.accessId, action: params.accessStep, ...body }), 'Done'),
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, params.accessId, ask, { problems, typed: raw, form: params.accessStep }),
  }),
  act({
    path: '/subject-access/:accessId/items/:accessItemId',
    words: 'Say of one thing that is held whether it is given, or under which exemption it is left out',
    permission: answerAccess,
    audit: 'subject-access.item-decided',
    params: accessItemParams,
    body: decisionSchema,
    example: { body: accessExamples.decision },
    handle: async (work, { params, body }) =>
      done(await decideAccessItem(work, { ...params, ...body }), 'Decided'),
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, params.accessId, ask, { problems, typed: raw, form: params.accessItemId }),
  }),
  download({
    path: '/subject-access/:accessId/papers/:accessPaper/:edition/:format',
    words: 'A paper of a request, the very bytes that were made',
    permission: answerAccess,
    audit: 'subject-access.paper-opened',
    params: accessPaperParams,
    handle: async (work, { params }) => {
      const found = demand(await openAccess(work, params.accessId));
      const { accessPaper: kind, edition: version, format } = params;
      const made =
        (await findEdition(work, 'access', found.id, { kind, version, format })) ?? demand(notFound);
      about(work, 'subject-access', found.id, { sha256: made.sha256 });
      return file(made.name, documentTypes[format], made.content, format === 'pdf');
    },
  }),
];
