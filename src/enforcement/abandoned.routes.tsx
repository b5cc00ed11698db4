import { z } from 'zod';
import { listAreas } from '../directory/index.ts';
import { findReport, photoFormLimit } from '../intake/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { type Again, doneUnder, type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file as fileReply, page } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { asTyped, atItemFields } from '../platform/ui/index.ts';
import { withHold } from '../records/index.ts';
import { editAbandoned, reportAbandoned } from './abandoned.commands.ts';
import {
  abandonedFilterSchema,
  abandonedPaperParams,
  abandonedParams,
  assessmentForm,
  assessmentSchema,
  editAbandonedSchema,
  enquirySchema,
  newAbandonedQuery,
  reportAbandonedSchema,
} from './abandoned.forms.ts';
import { AbandonedListPage, AbandonedPage } from './abandoned.pages.tsx';
import { beginAbandoned, readAbandoned, writeAbandoned } from './abandoned.permissions.ts';
import { abandonedPageView, openAbandoned, pageOfAbandoned } from './abandoned.queries.ts';
import { abandonedOfficers, abandonedOpeners } from './abandoned.transitions.ts';
import { abandonedExamples } from './abandoned.words.ts';
import { AbandonedReportForm } from './abandoned-form.pages.tsx';
import { answerAssessment, recordEnquiry } from './abandoned-parts.commands.ts';
import { findStanding } from './abandoned-parts.store.ts';
import { addVehiclePhotos, openVehiclePhoto, vehiclePhotoSchema } from './abandoned-photo.commands.ts';
import { abandonedStepRoutes } from './abandoned-step.routes.tsx';
import { penaltyOfficers } from './penalty.transitions.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { findEdition } from './procedure.store.ts';
import { chargeStepExample, chargeStepSchema } from './vehicle-charge.forms.ts';
import { chargeLineOf } from './vehicle-charge.transitions.ts';
import { takeChargeStep } from './vehicle-charge-step.commands.ts';

interface Params {
  abandonedId: string;
}
const back = { href: '/abandoned-vehicles', text: 'Abandoned vehicles' };

/** The page of a file, with a form on it shown again where it was refused. */
async function shown(work: Work, { abandonedId }: Params, ask: Ask, again?: FormAgain) {
  const view = demand(await abandonedPageView(work, abandonedId));
  const { problems = [], typed = {}, form } = again ?? {};
  const body = (
    <AbandonedPage
      {...{ ...view, problems, typed, form }}
      csrf={ask.csrf}
      today={work.clock.today()}
      mayWrite={view.isOwn && hasRole(work.viewer, ...abandonedOfficers)}
      mayFine={view.isOwn && hasRole(work.viewer, ...penaltyOfficers)}
    />
  );
  return page(
    `Abandoned vehicle ${view.file.reference}`,
    await withHold(work, 'abandoned', abandonedId, body),
    { back, marking: 'OFFICIAL', problems, looksUp: true },
  );
}
const onFile = formsOn(shown);
/** The fields of the assessment are named by their factor. */
const shownAssessing: typeof shown = (work, params, ask, again) =>
  shown(
    work,
    params,
    ask,
    again && { ...again, problems: atItemFields(again.problems, again.typed, assessmentForm) },
  );
const done = doneUnder('/abandoned-vehicles');

/** The form begins with what the report already says of the place; what is left as it is stays with the file. */
async function newForm(work: Work, from: z.output<typeof newAbandonedQuery>, ask: Ask, again: Again) {
  const report = from.reportId ? await findReport(work, from.reportId) : undefined;
  if (from.reportId && !report) throw new FailureThrown(notFound.failure);
  // A sensitive report is its service’s alone, and the file the agency’s.
  const begun =
    report && !report.isSensitive
      ? asTyped({ placeWords: report.placeWords, postcode: report.postcode })
      : {};
  const title = 'Open a file on an abandoned vehicle';
  const body = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <AbandonedReportForm
        action="/abandoned-vehicles"
        hidden={{
          ...(from.reportId ? { reportId: from.reportId } : {}),
          ...(from.caseId ? { caseId: from.caseId } : {}),
        }}
        csrf={ask.csrf}
        problems={again.problems}
        typed={{ ...begun, ...again.typed }}
      />
    </>
  );
  return page(title, body, { back, problems: again.problems });
}

const exportColumns = [
  ...(['reference', 'status', 'make', 'colour', 'landKind', 'districtName', 'agencyName', 'seenOn'] as const),
  ...(['judgedOn', 'noticePeriod', 'storedUntil', 'disposal', 'endedOn'] as const),
];
const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/abandoned-vehicles.${format}`,
    words: `Abandoned vehicles as ${exportWords[format]}, all of them, in the same order, without marks and places`,
    permission: readAbandoned,
    audit: 'abandoned.exported',
    query: abandonedFilterSchema,
    handle: (work, { query: filter }) =>
      exportFile(work, format, {
        name: 'abandoned-vehicles',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { files, next } = await pageOfAbandoned(work, { ...filter, after }, limit);
          return { rows: files.map((c) => exportColumns.map((column) => c[column])), next };
        }),
      }),
  }),
);

const ofFile = { permission: writeAbandoned, params: abandonedParams };
const formRoutes: readonly Route[] = [
  show({
    path: '/abandoned-vehicles/new',
    words: 'Open a file on an abandoned vehicle, from a report or a case if there is one',
    permission: beginAbandoned,
    audit: 'abandoned.new-shown',
    query: newAbandonedQuery,
    handle: (work, { query: from }, ask) => newForm(work, from, ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/abandoned-vehicles',
    words: 'Open a file on an abandoned vehicle',
    permission: beginAbandoned,
    audit: 'abandoned.reported',
    body: reportAbandonedSchema,
    example: { body: abandonedExamples.report },
    handle: async (work, { body }) =>
      done(await reportAbandoned(work, body), 'Saved. Assess the vehicle next.'),
    invalid: (work, { raw, problems }, ask) =>
      newForm(work, newAbandonedQuery.parse(raw), ask, { problems, typed: raw }),
  }),
  act({
    ...ofFile,
    path: '/abandoned-vehicles/:abandonedId/edit',
    words: 'Save changes to the report of an abandoned vehicle',
    audit: 'abandoned.edited',
    body: editAbandonedSchema,
    example: { body: { ...abandonedExamples.report, version: 1 } },
    handle: async (work, { params, body }) =>
      done(await editAbandoned(work, { ...params, ...body }), 'Report changed'),
    invalid: onFile('report'),
  }),
  act({
    ...ofFile,
    path: '/abandoned-vehicles/:abandonedId/assessment',
    words: 'Answer factors of the assessment of a vehicle',
    audit: 'abandoned.assessed',
    body: assessmentSchema,
    example: { body: abandonedExamples.assessment },
    handle: async (work, { params, body }) =>
      done(await answerAssessment(work, { ...params, ...body }), 'Assessment saved'),
    invalid: formsOn(shownAssessing)('assessment'),
  }),
  act({
    ...ofFile,
    path: '/abandoned-vehicles/:abandonedId/enquiries',
    words: 'Record what was asked about the keeper of a vehicle, and the answer',
    audit: 'abandoned.keeper-asked',
    body: enquirySchema,
    example: { body: abandonedExamples.enquiry },
    handle: async (work, { params, body }) =>
      done(await recordEnquiry(work, { ...params, ...body }), 'Enquiry recorded'),
    invalid: onFile('enquiry'),
  }),
  act({
    ...ofFile,
    path: '/abandoned-vehicles/:abandonedId/photos',
    words: 'Keep photographs of a vehicle with its file',
    audit: 'abandoned.photographed',
    body: vehiclePhotoSchema,
    uploadLimit: photoFormLimit,
    example: { body: abandonedExamples.photos },
    handle: async (work, { params, body }, ask) =>
      done(await addVehiclePhotos(work, { ...params, ...body, uploads: ask.uploads }), 'Photographs kept'),
    invalid: onFile('photos'),
  }),
  act({
    ...ofFile,
    path: '/abandoned-vehicles/:abandonedId/charge',
    words: 'Record that the charge for a removed vehicle was paid, waive it, or take such an answer back',
    audit: 'abandoned.charge-answered',
    body: chargeStepSchema,
    example: { body: chargeStepExample },
    handle: async (work, { params, body }) =>
      done(await takeChargeStep(work, { ...params, ...body }), chargeLineOf(body.action).past),
    invalid: onFile('charge'),
  }),
];

/** Abandoned vehicles for officers: the list, one file with its forms, its notices and its steps. */
export const abandonedRoutes: readonly Route[] = [
  show({
    path: '/abandoned-vehicles',
    words: 'Abandoned vehicles, the latest first',
    permission: readAbandoned,
    audit: 'abandoned.listed',
    query: abandonedFilterSchema,
    handle: async (work, { query: filter }) => {
      const [{ files, next, sorted }, districts] = await Promise.all([
        pageOfAbandoned(work, filter),
        listAreas(work.db, 'district', work.clock.today()),
      ]);
      const body = (
        <AbandonedListPage
          {...{ files, filter, districts }}
          mayOpen={hasRole(work.viewer, ...abandonedOpeners)}
          nextHref={next ? addressWith('/abandoned-vehicles', filter, { after: next }) : undefined}
          exports={exportLinks('/abandoned-vehicles', filter)}
          sort={sortLinks('/abandoned-vehicles', filter, sorted)}
        />
      );
      return page('Abandoned vehicles', body, { wide: true });
    },
  }),
  ...exportRoutes,
  show({
    path: '/abandoned-vehicles/:abandonedId',
    words: 'One abandoned vehicle',
    permission: readAbandoned,
    audit: 'abandoned.opened',
    params: abandonedParams,
    handle: (work, { params }, ask) => shown(work, params, ask),
  }),
  download({
    path: '/abandoned-vehicles/:abandonedId/papers/:abandonedPaper/:edition/:format',
    words: 'A notice as it was served, the very bytes that were made',
    permission: readAbandoned,
    audit: 'abandoned.paper-opened',
    params: abandonedPaperParams,
    example: { params: { abandonedPaper: 'vehicle-notice', format: 'pdf' } },
    handle: async (work, { params: { abandonedId, abandonedPaper: kind, edition: version, format } }) => {
      const file = demand(await openAbandoned(work, abandonedId));
      const paper = mayReadWhole(work.viewer, file)
        ? await findEdition(work, 'abandoned', file.id, { kind, version, format })
        : undefined;
      // Where it stands is printed on it: once that must stay hidden, the paper is given to nobody.
      if (!paper || (paper.showsAddress && (await findStanding(work, file.id))?.isHidden !== false))
        throw new FailureThrown(notFound.failure);
      about(work, 'abandoned', file.id, { paper: kind, sha256: paper.sha256 });
      return fileReply(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
  download({
    path: '/abandoned-vehicles/:abandonedId/photos/:photoId',
    words: 'A photograph of a vehicle',
    permission: readAbandoned,
    audit: 'abandoned.photo-opened',
    params: abandonedParams.extend({ photoId: z.uuid() }),
    example: { params: { photoId: abandonedExamples.photoId } },
    handle: async (work, { params }) => {
      const photo = demand(await openVehiclePhoto(work, params));
      about(work, 'abandoned', params.abandonedId, { photo: params.photoId });
      return fileReply(photo.name, photo.mediaType, photo.content, photo.inline);
    },
  }),
  ...formRoutes,
  ...abandonedStepRoutes,
];
