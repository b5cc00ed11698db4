import { z } from 'zod';
import { listAreas } from '../../directory/index.ts';
import { findEdition, stepRoutes } from '../../enforcement/index.ts';
import { PUBLIC } from '../../platform/access/permission.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../../platform/documents/export.ts';
import { documentTypes } from '../../platform/documents/model.ts';
import { demand, notFound, refusedByRule } from '../../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../../platform/http/address.ts';
import { type Again, doneUnder } from '../../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../../platform/http/declare.ts';
import { file as fileReply, page, redirect } from '../../platform/http/reply.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { withHold } from '../../records/index.ts';
import { inspect } from '../inspection.permissions.ts';
import { marking, shownPremises } from '../premises.routes.tsx';
import { draftLicensing, setLicensingClock } from './licensing.commands.ts';
import {
  type LicensingFilterInput,
  licensingClockSchema,
  licensingDraftSchema,
  licensingFilterSchema,
  licensingPaperParams,
  licensingParams,
  licensingStepParams,
  licensingStepSchema,
} from './licensing.forms.ts';
import { LicensingPage } from './licensing.pages.tsx';
import {
  licensingFacts,
  licensingPageView,
  licensingToWork,
  openLicensing,
  pageOfLicensings,
  periodsOn,
} from './licensing.queries.ts';
import { listPublished } from './licensing.store.ts';
import { licensingLineFor, licensingLineOf } from './licensing.transitions.ts';
import { licensingExamples } from './licensing.words.ts';
import { LicensingListPage } from './licensing-list.pages.tsx';
import { LicensingRegisterPage, registerSize } from './licensing-public.pages.tsx';
import { prepareLicensingStep, takeLicensingStep } from './licensing-step.commands.ts';
import { LicensingStepCheck, LicensingStepForm } from './licensing-step.pages.tsx';

const nothing: Again = { problems: [], typed: {} };
const nowhere = '00000000-0000-4000-8000-000000000000';
const premisesIn = (raw: unknown): string =>
  z.object({ premisesId: z.uuid() }).safeParse(raw).data?.premisesId ?? nowhere;

async function shownList(
  work: Work,
  filter: LicensingFilterInput,
  ask: Ask,
  again: Again & { form?: string } = nothing,
) {
  const today = work.clock.today();
  const [{ files, next, sorted }, periods, districts] = await Promise.all([
    pageOfLicensings(work, filter),
    periodsOn(work, today),
    listAreas(work.db, 'district', today),
  ]);
  const body = (
    <LicensingListPage
      {...{ ...again, files, filter, periods, districts }}
      csrf={ask.csrf}
      nextHref={next ? addressWith('/licence-reviews', filter, { after: next }) : undefined}
      exports={exportLinks('/licence-reviews', filter)}
      sort={sortLinks('/licence-reviews', filter, sorted)}
    />
  );
  return page('Licence reviews', body, { wide: true, marking, problems: again.problems });
}

const exportColumns = [
  ...(['reference', 'tradingName', 'licenceNumber', 'districtName', 'kind', 'status', 'appliedOn'] as const),
  ...(['representationsUntil', 'advertisedOn', 'hearingOn', 'decidedOn', 'appealUntil', 'endedOn'] as const),
];
const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/licence-reviews.${format}`,
    words: `Licence reviews as ${exportWords[format]}, all of them, in the same order`,
    permission: inspect,
    audit: 'licensing.exported',
    query: licensingFilterSchema,
    handle: (work, { query }) =>
      exportFile(work, format, {
        name: 'licence-reviews',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { files, next } = await pageOfLicensings(work, { ...query, after }, limit);
          return { rows: files.map((one) => exportColumns.map((column) => one[column])), next };
        }),
      }),
  }),
);
const steps = stepRoutes(
  {
    procedure: 'licensing',
    path: '/licence-reviews/:licensingId/steps/:licensingStep',
    permission: inspect,
    params: licensingStepParams,
    body: licensingStepSchema,
    example: { params: { licensingStep: 'discard' }, body: licensingExamples.step },
    words: {
      form: 'The form of a step of a licence review',
      check: 'Check a step of a licence review before it is taken: the answers, the clock and the paper',
      take: 'Take a step of a licence review: apply, give notice, representations, hearing, decision, appeal',
    },
  },
  {
    line: ({ licensingStep }) => licensingLineOf(licensingStep),
    file: ({ licensingId }) => ({ href: `/licence-reviews/${licensingId}`, text: 'The review' }),
    form: async (work, { licensingId, licensingStep }, state) => {
      const file = demand(await licensingToWork(work, { licensingId }));
      const line = licensingLineFor(file.status, licensingStep) ?? licensingLineOf(licensingStep);
      return <LicensingStepForm {...state} line={line} facts={await licensingFacts(work, file)} />;
    },
    prepare: (work, { licensingId, licensingStep }, input) =>
      prepareLicensingStep(work, licensingId, licensingStep, input),
    check: LicensingStepCheck,
    take: (work, { licensingId, licensingStep }, input) =>
      takeLicensingStep(work, { ...input, licensingId, action: licensingStep }),
  },
);
/** A paper that an address stands on which must stay hidden now is kept and not given. */
const hiddenAddress = refusedByRule(
  'licensing.hidden-address',
  'An address that must stay hidden is on this paper: it is kept and not shown.',
  'Ask whoever keeps the victim register.',
);

/** Reviews of premises licences: the register that anybody reads, and for officers the list, one file, its papers and its steps. */
export const licensingRoutes: readonly Route[] = [
  show({
    path: '/licensing-register',
    words: 'Reviews of premises licences of which notice was given, for anybody to read',
    permission: PUBLIC,
    audit: 'licensing.register-read',
    handle: async (work) => {
      const found = await listPublished(work.db, registerSize + 1);
      const body = (
        <LicensingRegisterPage
          reviews={found.slice(0, registerSize)}
          isMore={found.length > registerSize}
          today={work.clock.today()}
        />
      );
      return page('Reviews of premises licences', body, { isPublic: true });
    },
  }),
  show({
    path: '/licence-reviews',
    words: 'Licence reviews of your agency, the latest first, and the periods that it uses',
    permission: inspect,
    audit: 'licensing.listed',
    query: licensingFilterSchema,
    handle: (work, { query }, ask) => shownList(work, query, ask),
  }),
  ...exportRoutes,
  act({
    path: '/licence-reviews',
    words: 'Begin the review of the licence of premises, with what their records show',
    permission: inspect,
    audit: 'licensing.drafted',
    body: licensingDraftSchema,
    example: { body: licensingExamples.draft },
    handle: async (work, { body }) =>
      doneUnder('/licence-reviews')(await draftLicensing(work, body), 'Review begun. Apply for it next.'),
    invalid: (work, { raw, problems }, ask) =>
      shownPremises(work, premisesIn(raw), ask, { problems, typed: raw, form: 'review' }),
  }),
  act({
    path: '/licence-reviews/periods',
    words: 'Enter the number that your agency uses for a period of a licence review, with where it is from',
    permission: inspect,
    audit: 'licensing.period-set',
    body: licensingClockSchema,
    example: { body: licensingExamples.clock },
    handle: async (work, { body }) => {
      demand(await setLicensingClock(work, body));
      return redirect('/licence-reviews', { flash: 'In use from today' });
    },
    invalid: (work, { raw, problems }, ask) =>
      shownList(work, {}, ask, { problems, typed: raw, form: 'clock' }),
  }),
  show({
    path: '/licence-reviews/:licensingId',
    words: 'One licence review: what it still needs, application, evidence, days, representations, papers',
    permission: inspect,
    audit: 'licensing.opened',
    params: licensingParams,
    handle: async (work, { params }) => {
      const view = demand(await licensingPageView(work, params.licensingId));
      const body = await withHold(work, 'premises', view.file.premisesId, <LicensingPage {...view} />);
      return page(`Licence review ${view.file.reference}`, body, {
        back: { href: '/licence-reviews', text: 'Licence reviews' },
        marking,
      });
    },
  }),
  download({
    path: '/licence-reviews/:licensingId/papers/:licensingPaper/:edition/:format',
    words: 'A paper of a licence review, the very bytes that were made',
    permission: inspect,
    audit: 'licensing.paper-opened',
    params: licensingPaperParams,
    example: { params: { licensingPaper: 'application', format: 'pdf' } },
    handle: async (work, { params: { licensingId, licensingPaper: kind, edition: version, format } }) => {
      const file = demand(await openLicensing(work, licensingId));
      const paper =
        (await findEdition(work, 'licensing', file.id, { kind, version, format })) ?? demand(notFound);
      if (paper.showsAddress && file.address === null) return demand(hiddenAddress);
      about(work, 'licensing', file.id, { paper: kind, sha256: paper.sha256 });
      return fileReply(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
  ...steps,
];
