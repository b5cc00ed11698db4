import { findEdition } from '../enforcement/index.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, notFound, type Result } from '../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file, page, redirect } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { withHold } from '../records/index.ts';
import { readProsecutions, supportProsecutions, workProsecutions } from './court.permissions.ts';
import { recordOutcome } from './outcome.commands.ts';
import { outcomeExamples, outcomeSchema } from './outcome.forms.ts';
import {
  addContinuity,
  addItem,
  askRelevance,
  changeSupport,
  makePaper,
  openItem,
  openProsecution,
  startProsecution,
} from './prosecution.commands.ts';
import {
  askSchema,
  atSubjects,
  continuitySchema,
  itemParams,
  itemSchema,
  openSchema,
  paperParams,
  paperSchema,
  prosecutionExamples,
  prosecutionParams,
  supportSchema,
} from './prosecution.forms.ts';
import { ProsecutionPage, ProsecutionsPage } from './prosecution.pages.tsx';
import { prosecutionView } from './prosecution.queries.ts';
import { listProsecutions, namedOnCase, officersOnSupport } from './prosecution.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/prosecutions', text: 'Prosecution files' };
async function shown(
  work: Work,
  { prosecutionId }: { prosecutionId: string },
  ask: Ask,
  { form, problems = [], typed = {} }: Partial<FormAgain> = {},
) {
  const view = await prosecutionView(work, prosecutionId);
  const isOwn = officerOf(work).serviceIds.includes(view.file.serviceId);
  const named = isOwn ? await namedOnCase(work, view.file.caseId) : [];
  const onSupport = isOwn ? await officersOnSupport(work) : undefined;
  const body = (
    <ProsecutionPage
      {...{ ...view, form, problems, typed, named, onSupport }}
      today={work.clock.today()}
      csrf={ask.csrf}
    />
  );
  return page(`Prosecution ${view.file.reference}`, await withHold(work, 'prosecution', view.file.id, body), {
    ...{ marking, back, problems, wide: true },
  });
}
const done = (result: Result<{ id: string }>, flash: string) =>
  redirect(`/prosecutions/${demand(result).id}`, { flash });
const onFile = formsOn(shown);
const shownAsking: typeof shown = (work, params, ask, again = {}) =>
  shown(work, params, ask, { ...again, problems: again.problems?.map(atSubjects) ?? [] });
const ofFile = { permission: workProsecutions, params: prosecutionParams };
const withEvidence = { permission: supportProsecutions, params: prosecutionParams };

/** Prosecution files: evidence with its continuity, unused material, the question to the unit, papers, the outcome. */
export const prosecutionRoutes: readonly Route[] = [
  show({
    path: '/prosecutions',
    words: 'Prosecution files of your services',
    permission: readProsecutions,
    audit: 'prosecution.listed',
    handle: async (work) =>
      page('Prosecution files', <ProsecutionsPage files={await listProsecutions(work)} />, { wide: true }),
  }),
  act({
    path: '/prosecutions',
    words: 'Open a prosecution file on a case of your service',
    permission: workProsecutions,
    audit: 'prosecution.opened-on-case',
    body: openSchema,
    example: { body: { caseId: '@caseId' } },
    handle: async (work, { body }) =>
      redirect(`/prosecutions/${demand(await startProsecution(work, body)).id}`),
    invalid: async (work, { problems }) =>
      page('Prosecution files', <ProsecutionsPage files={await listProsecutions(work)} />, {
        ...{ problems, wide: true },
      }),
  }),
  show({
    path: '/prosecutions/:prosecutionId',
    words: 'One prosecution file with everything in it',
    permission: readProsecutions,
    audit: 'prosecution.opened',
    params: prosecutionParams,
    handle: (work, { params }, ask) => shown(work, params, ask),
  }),
  act({
    ...withEvidence,
    path: '/prosecutions/:prosecutionId/items',
    words: 'Write down an exhibit or unused material',
    audit: 'prosecution.item-added',
    body: itemSchema,
    example: { body: prosecutionExamples.item },
    handle: async (work, { params, body }, ask) =>
      done(
        await addItem(work, {
          ...params,
          ...body,
          upload: ask.uploads.find(
            ({ field, isTooLarge, content }) => field === 'file' && (isTooLarge || content.length > 0),
          ),
        }),
        'Added',
      ),
    invalid: onFile('item'),
  }),
  download({
    path: '/prosecutions/:prosecutionId/items/:evidenceItemId/file',
    words:
      'The file of an item of a prosecution file: a picture without what its camera wrote, any other once a virus scanner has passed it',
    permission: readProsecutions,
    audit: 'prosecution.item-opened',
    params: itemParams,
    handle: async (work, { params }) => {
      const { name, mediaType, content, sha256, inline } = demand(await openItem(work, params));
      about(work, 'prosecution', params.prosecutionId, { item: params.evidenceItemId, sha256 });
      return file(name, mediaType, content, inline);
    },
  }),
  act({
    ...withEvidence,
    path: '/prosecutions/:prosecutionId/continuity',
    words: 'Add a line to the continuity of an item',
    audit: 'prosecution.continuity-added',
    body: continuitySchema,
    example: { body: prosecutionExamples.continuity },
    handle: async (work, { params, body }) =>
      done(await addContinuity(work, { ...params, ...body }), 'Added'),
    invalid: onFile('continuity'),
  }),
  act({
    ...ofFile,
    path: '/prosecutions/:prosecutionId/enquiries',
    words: 'Ask the intelligence unit whether there is relevant material',
    audit: 'prosecution.unit-asked',
    body: askSchema,
    example: { body: prosecutionExamples.ask },
    handle: async (work, { params, body }) => done(await askRelevance(work, { ...params, ...body }), 'Asked'),
    invalid: formsOn(shownAsking)('ask'),
  }),
  act({
    ...ofFile,
    path: '/prosecutions/:prosecutionId/support',
    words: 'Name somebody on evidential support for a prosecution file, or end it',
    audit: 'prosecution.support-changed',
    body: supportSchema,
    example: { body: prosecutionExamples.support },
    handle: async (work, { params, body }) => done(await changeSupport(work, { ...params, ...body }), 'Kept'),
    invalid: (work, given, ask) =>
      onFile(given.raw.act === 'end' ? 'end-support' : 'support')(work, given, ask),
  }),
  act({
    ...withEvidence,
    path: '/prosecutions/:prosecutionId/papers',
    words:
      'Make a paper of a prosecution file: index, exhibit list, schedule of unused material, witness statement',
    audit: 'prosecution.paper-made',
    body: paperSchema,
    example: { body: prosecutionExamples.paper },
    handle: async (work, { params, body }) => done(await makePaper(work, { ...params, ...body }), 'Made'),
    invalid: onFile('paper'),
  }),
  download({
    path: '/prosecutions/:prosecutionId/papers/:paper/:edition/:format',
    words: 'A paper of a prosecution file, the very bytes that were made',
    permission: readProsecutions,
    audit: 'prosecution.paper-opened',
    params: paperParams,
    example: { params: { paper: 'exhibits' } },
    handle: async (work, { params }) => {
      const found = demand(await openProsecution(work, params.prosecutionId));
      const { paper: kind, edition: version, format } = params;
      const made =
        (await findEdition(work, 'prosecution', found.id, { kind, version, format })) ?? demand(notFound);
      about(work, 'prosecution', found.id, { sha256: made.sha256 });
      return file(made.name, documentTypes[format], made.content, format === 'pdf');
    },
  }),
  act({
    ...ofFile,
    path: '/prosecutions/:prosecutionId/outcome',
    words: 'Record what the court decided; the packages and the register are told',
    audit: 'prosecution.outcome-recorded',
    body: outcomeSchema,
    example: { body: outcomeExamples.outcome },
    handle: async (work, { params, body }) =>
      done(await recordOutcome(work, { ...params, ...body }), 'Recorded'),
    invalid: onFile('outcome'),
  }),
];
