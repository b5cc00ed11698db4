import { listAreas } from '../directory/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file as fileReply, page } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { withHold } from '../records/index.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { findEdition } from './procedure.store.ts';
import { stepRoutes } from './procedure-step.routes.tsx';
import { areasToChoose, editPspo, proposePspo, pspoToWork } from './pspo.commands.ts';
import {
  editProposalSchema,
  proposalSchema,
  pspoFilterSchema,
  pspoPaperParams,
  pspoParams,
  pspoStepParams,
  pspoStepSchema,
} from './pspo.forms.ts';
import { PspoListPage, PspoPage } from './pspo.pages.tsx';
import { readPspo, writePspo } from './pspo.permissions.ts';
import { openPspo, pageOfPspos, pspoFacts, pspoPageView } from './pspo.queries.ts';
import { openStatuses, pspoLineFor, pspoLineOf, pspoOfficers } from './pspo.transitions.ts';
import { pspoExamples } from './pspo.words.ts';
import { ProposalForm } from './pspo-form.pages.tsx';
import { mapReply, publicPspoRoutes } from './pspo-public.routes.tsx';
import { preparePspoStep, takePspoStep } from './pspo-step.commands.ts';
import { PspoStepCheck, PspoStepForm } from './pspo-step.pages.tsx';

interface Params {
  pspoId: string;
}
const nothing: Again = { problems: [], typed: {} };
const done = doneUnder('/pspos');

async function formPage(
  work: Work,
  ask: Ask,
  { problems, typed }: Again,
  file?: { id: string; version: number },
) {
  const title = file ? 'Change the proposal' : 'Propose a public spaces order';
  const action = file ? `/pspos/${file.id}/edit` : '/pspos';
  return page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <ProposalForm
        action={action}
        hidden={file ? { version: file.version } : {}}
        areas={await areasToChoose(work)}
        csrf={ask.csrf}
        problems={problems}
        typed={typed}
      />
    </>,
    { back: { href: file ? `/pspos/${file.id}` : '/pspos', text: 'Public spaces orders' }, problems },
  );
}
async function editForm(work: Work, params: Params, ask: Ask, again?: Again) {
  const file = demand(await pspoToWork(work, params));
  if (!openStatuses.includes(file.status)) throw new FailureThrown(notFound.failure);
  const ticks = Object.fromEntries(
    (['isAlcohol', 'isRightOfWay', 'isClassifiedRoad', 'isOnlyAccess'] as const).map((name) => [
      name,
      file[name] ? 'yes' : '',
    ]),
  );
  return formPage(work, ask, again ?? { problems: [], typed: { ...asTyped({ ...file }), ...ticks } }, file);
}

const exportColumns = [
  ...(['reference', 'title', 'kind', 'status', 'agencyName', 'districtName', 'areaWords'] as const),
  ...(['madeOn', 'startsOn', 'endsOn', 'publishedOn', 'endedOn'] as const),
];
const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/pspos.${format}`,
    words: `Public spaces orders as ${exportWords[format]}, all of them, in the same order`,
    permission: readPspo,
    audit: 'pspo.exported',
    query: pspoFilterSchema,
    handle: (work, { query }) =>
      exportFile(work, format, {
        name: 'public-spaces-orders',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { files, next } = await pageOfPspos(work, { ...query, after }, limit);
          return { rows: files.map((c) => exportColumns.map((column) => c[column])), next };
        }),
      }),
  }),
);

const proposalRoutes: readonly Route[] = [
  show({
    path: '/pspos/new',
    words: 'Propose a public spaces order, or record an older one',
    permission: writePspo,
    audit: 'pspo.begun',
    handle: (work, _input, ask) => formPage(work, ask, nothing),
  }),
  act({
    path: '/pspos',
    words: 'Save the proposal of a public spaces order',
    permission: writePspo,
    audit: 'pspo.proposed',
    body: proposalSchema,
    example: { body: pspoExamples.proposal },
    handle: async (work, { body }) => done(await proposePspo(work, body), 'Saved. Record the evidence next.'),
    invalid: (work, { raw, problems }, ask) => formPage(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/pspos/:pspoId/edit',
    words: 'Change the proposal of a public spaces order',
    permission: writePspo,
    audit: 'pspo.edit-shown',
    params: pspoParams,
    handle: (work, { params }, ask) => editForm(work, params, ask),
  }),
  act({
    path: '/pspos/:pspoId/edit',
    words: 'Save changes to the proposal of a public spaces order',
    permission: writePspo,
    audit: 'pspo.edited',
    params: pspoParams,
    body: editProposalSchema,
    example: { body: { ...pspoExamples.proposal, version: 1 } },
    handle: async (work, { params, body }) =>
      done(await editPspo(work, { ...params, ...body }), 'Proposal changed'),
    invalid: (work, { params, raw, problems }, ask) => editForm(work, params, ask, { problems, typed: raw }),
  }),
];

const steps = stepRoutes(
  {
    procedure: 'pspo',
    path: '/pspos/:pspoId/steps/:pspoStep',
    permission: writePspo,
    params: pspoStepParams,
    body: pspoStepSchema,
    example: { params: { pspoStep: 'withdraw' }, body: pspoExamples.step },
    words: {
      form: 'The form of a step of a public spaces order',
      check:
        'Check a step of a public spaces order before it is taken: the answers, the clocks and the order',
      take: 'Take a step of a public spaces order: evidence, consult, decide, make, publish, extend, vary, discharge',
    },
  },
  {
    line: ({ pspoStep }) => pspoLineOf(pspoStep),
    file: ({ pspoId }) => ({ href: `/pspos/${pspoId}`, text: 'The order' }),
    form: async (work, { pspoId, pspoStep }, state) => {
      const file = demand(await pspoToWork(work, { pspoId }));
      const line = pspoLineFor(file.status, pspoStep) ?? pspoLineOf(pspoStep);
      return <PspoStepForm {...state} line={line} facts={await pspoFacts(work, file)} />;
    },
    prepare: (work, { pspoId, pspoStep }, input) => preparePspoStep(work, pspoId, pspoStep, input),
    check: PspoStepCheck,
    take: (work, { pspoId, pspoStep }, input) => takePspoStep(work, { ...input, pspoId, action: pspoStep }),
  },
);

/** Public spaces orders: the register that anybody reads, and for officers the list, one file, its papers and its steps. */
export const pspoRoutes: readonly Route[] = [
  ...publicPspoRoutes,
  show({
    path: '/pspos',
    words: 'Public spaces orders and proposals, the latest first',
    permission: readPspo,
    audit: 'pspo.listed',
    query: pspoFilterSchema,
    handle: async (work, { query: filter }) => {
      const today = work.clock.today();
      const [{ files, next, sorted }, districts] = await Promise.all([
        pageOfPspos(work, filter),
        listAreas(work.db, 'district', today),
      ]);
      const body = (
        <PspoListPage
          files={files}
          filter={filter}
          districts={districts}
          mayWrite={hasRole(work.viewer, ...pspoOfficers)}
          nextHref={next ? addressWith('/pspos', filter, { after: next }) : undefined}
          exports={exportLinks('/pspos', filter)}
          sort={sortLinks('/pspos', filter, sorted)}
          today={today}
        />
      );
      return page('Public spaces orders', body, { wide: true });
    },
  }),
  ...exportRoutes,
  ...proposalRoutes,
  show({
    path: '/pspos/:pspoId',
    words: 'One public spaces order or proposal',
    permission: readPspo,
    audit: 'pspo.opened',
    params: pspoParams,
    handle: async (work, { params }) => {
      const view = demand(await pspoPageView(work, params.pspoId));
      return page(
        `Public spaces order ${view.file.reference}`,
        await withHold(work, 'pspo', params.pspoId, <PspoPage {...view} />),
        {
          back: { href: '/pspos', text: 'Public spaces orders' },
          marking: 'OFFICIAL',
        },
      );
    },
  }),
  download({
    path: '/pspos/:pspoId/map.svg',
    words: 'The area of an order or a proposal, as a picture',
    permission: readPspo,
    audit: 'pspo.map-drawn',
    params: pspoParams,
    handle: async (work, { params }) => mapReply(work, demand(await openPspo(work, params.pspoId)).outline),
  }),
  download({
    path: '/pspos/:pspoId/papers/:pspoPaper/:edition/:format',
    words: 'An order as it was made, varied or extended, the very bytes that were made',
    permission: readPspo,
    audit: 'pspo.paper-opened',
    params: pspoPaperParams,
    example: { params: { pspoPaper: 'order', format: 'pdf' } },
    handle: async (work, { params }) => {
      const file = demand(await openPspo(work, params.pspoId));
      const paper = mayReadWhole(work.viewer, file)
        ? await findEdition(work, 'pspo', file.id, {
            kind: params.pspoPaper,
            version: params.edition,
            format: params.format,
          })
        : undefined;
      if (!paper) throw new FailureThrown(notFound.failure);
      about(work, 'pspo', file.id, { paper: params.pspoPaper, sha256: paper.sha256 });
      return fileReply(paper.name, documentTypes[params.format], paper.content, params.format === 'pdf');
    },
  }),
  ...steps,
];
