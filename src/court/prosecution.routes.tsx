import { findEdition } from '../enforcement/index.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, notFound } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file, page, redirect } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { withHold } from '../records/index.ts';
import { readProsecutions, workProsecutions } from './court.permissions.ts';
import { recordOutcome } from './outcome.commands.ts';
import { outcomeExamples, outcomeSchema } from './outcome.forms.ts';
import {
  addContinuity,
  addItem,
  askRelevance,
  makePaper,
  openProsecution,
  startProsecution,
} from './prosecution.commands.ts';
import {
  askSchema,
  continuitySchema,
  itemSchema,
  openSchema,
  paperParams,
  paperSchema,
  prosecutionExamples,
  prosecutionParams,
} from './prosecution.forms.ts';
import { ProsecutionPage, ProsecutionsPage } from './prosecution.pages.tsx';
import { prosecutionView } from './prosecution.queries.ts';
import { listProsecutions, namedOnCase } from './prosecution.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/prosecutions', text: 'Prosecution files' };
interface FormAgain extends Again {
  form?: string;
}
async function shown(work: Work, id: string, ask: Ask, again: FormAgain = { problems: [], typed: {} }) {
  const view = await prosecutionView(work, id);
  const named = await namedOnCase(work, view.file.caseId);
  const body = (
    <ProsecutionPage {...view} {...again} named={named} today={work.clock.today()} csrf={ask.csrf} />
  );
  return page(`Prosecution ${view.file.reference}`, await withHold(work, 'prosecution', id, body), {
    ...{ marking, back, problems: again.problems, wide: true },
  });
}
const done = doneUnder('/prosecutions');
const ofFile = { permission: workProsecutions, params: prosecutionParams };
const shownAgain =
  (form: string) =>
  (work: Work, id: string, ask: Ask, state: Again): ReturnType<typeof shown> =>
    shown(work, id, ask, { ...state, form });
const item = shownAgain('item');
const continuity = shownAgain('continuity');
const asking = shownAgain('ask');
const paper = shownAgain('paper');
const outcome = shownAgain('outcome');

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
    handle: (work, { params }, ask) => shown(work, params.prosecutionId, ask),
  }),
  act({
    ...ofFile,
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
        (problems) => item(work, params.prosecutionId, ask, { problems, typed: asTyped(body) }),
      ),
    invalid: (work, { params, raw, problems }, ask) =>
      item(work, params.prosecutionId, ask, { problems, typed: raw }),
  }),
  act({
    ...ofFile,
    path: '/prosecutions/:prosecutionId/continuity',
    words: 'Add a line to the continuity of an item',
    audit: 'prosecution.continuity-added',
    body: continuitySchema,
    example: { body: prosecutionExamples.continuity },
    handle: async (work, { params, body }, ask) =>
      done(await addContinuity(work, { ...params, ...body }), 'Added', (problems) =>
        continuity(work, params.prosecutionId, ask, { problems, typed: asTyped(body) }),
      ),
    invalid: (work, { params, raw, problems }, ask) =>
      continuity(work, params.prosecutionId, ask, { problems, typed: raw }),
  }),
  act({
    ...ofFile,
    path: '/prosecutions/:prosecutionId/enquiries',
    words: 'Ask the intelligence unit whether there is relevant material',
    audit: 'prosecution.unit-asked',
    body: askSchema,
    example: { body: prosecutionExamples.ask },
    handle: async (work, { params, body }, ask) =>
      done(await askRelevance(work, { ...params, ...body }), 'Asked', (problems) =>
        asking(work, params.prosecutionId, ask, { problems, typed: {} }),
      ),
    invalid: (work, { params, raw, problems }, ask) =>
      asking(work, params.prosecutionId, ask, { problems, typed: raw }),
  }),
  act({
    ...ofFile,
    path: '/prosecutions/:prosecutionId/papers',
    words:
      'Make a paper of a prosecution file: index, exhibit list, schedule of unused material, witness statement',
    audit: 'prosecution.paper-made',
    body: paperSchema,
    example: { body: prosecutionExamples.paper },
    handle: async (work, { params, body }, ask) =>
      done(await makePaper(work, { ...params, ...body }), 'Made', (problems) =>
        paper(work, params.prosecutionId, ask, { problems, typed: asTyped(body) }),
      ),
    invalid: (work, { params, raw, problems }, ask) =>
      paper(work, params.prosecutionId, ask, { problems, typed: raw }),
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
    handle: async (work, { params, body }, ask) =>
      done(await recordOutcome(work, { ...params, ...body }), 'Recorded', (problems) =>
        outcome(work, params.prosecutionId, ask, { problems, typed: asTyped(body) }),
      ),
    invalid: (work, { params, raw, problems }, ask) =>
      outcome(work, params.prosecutionId, ask, { problems, typed: raw }),
  }),
];
