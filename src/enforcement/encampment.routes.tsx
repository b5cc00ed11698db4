import { hasRole } from '../platform/access/viewer.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file as fileReply, page } from '../platform/http/reply.ts';
import { about } from '../platform/http/work.ts';
import { encampmentFilterSchema, encampmentPaperParams, encampmentParams } from './encampment.forms.ts';
import { EncampmentListPage } from './encampment.pages.tsx';
import { readEncampment } from './encampment.permissions.ts';
import { encampmentDistricts, openEncampment, pageOfEncampments } from './encampment.queries.ts';
import { encampmentOfficers } from './encampment.transitions.ts';
import { encampmentAfterRoutes } from './encampment-after.routes.tsx';
import { encampmentDraftRoutes } from './encampment-draft.routes.tsx';
import { shownEncampment } from './encampment-reply.routes.tsx';
import { encampmentStepRoutes } from './encampment-step.routes.tsx';
import { mayReadWhole } from './procedure.policy.ts';
import { findEdition } from './procedure.store.ts';

const exportColumns = [
  'reference',
  'status',
  'landKind',
  'districtName',
  'agencyName',
  'arrivedOn',
  'caravans',
  'vehicles',
  'directedOn',
  'orderedOn',
  'leftOn',
  'cleanupPence',
  'endedOn',
] as const;

const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/encampments.${format}`,
    words: `Unauthorised encampments as ${exportWords[format]}, all of them, in the same order, without the land`,
    permission: readEncampment,
    audit: 'encampment.exported',
    query: encampmentFilterSchema,
    handle: (work, { query: filter }) =>
      exportFile(work, format, {
        name: 'encampments',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { files, next } = await pageOfEncampments(work, { ...filter, after }, limit);
          return { rows: files.map((c) => exportColumns.map((column) => c[column])), next };
        }),
      }),
  }),
);

/** Unauthorised encampments for officers: the list, one file, its papers and its steps. */
export const encampmentRoutes: readonly Route[] = [
  show({
    path: '/encampments',
    words: 'Unauthorised encampments, the latest first',
    permission: readEncampment,
    audit: 'encampment.listed',
    query: encampmentFilterSchema,
    handle: async (work, { query: filter }) => {
      const [{ files, next, sorted }, districts] = await Promise.all([
        pageOfEncampments(work, filter),
        encampmentDistricts(work),
      ]);
      const body = (
        <EncampmentListPage
          files={files}
          filter={filter}
          districts={districts}
          mayWrite={hasRole(work.viewer, ...encampmentOfficers)}
          nextHref={next ? addressWith('/encampments', filter, { after: next }) : undefined}
          exports={exportLinks('/encampments', filter)}
          sort={sortLinks('/encampments', filter, sorted)}
        />
      );
      return page('Unauthorised encampments', body, { wide: true });
    },
  }),
  ...exportRoutes,
  show({
    path: '/encampments/:encampmentId',
    words: 'One unauthorised encampment',
    permission: readEncampment,
    audit: 'encampment.opened',
    params: encampmentParams,
    handle: (work, { params }, ask) => shownEncampment(work, params, ask),
  }),
  download({
    path: '/encampments/:encampmentId/papers/:paper/:edition/:format',
    words: 'A paper as it was served on the land, the very bytes that were made',
    permission: readEncampment,
    audit: 'encampment.paper-opened',
    params: encampmentPaperParams,
    example: { params: { paper: 'direction', format: 'pdf' } },
    handle: async (work, { params }) => {
      const file = demand(await openEncampment(work, params.encampmentId));
      const paper = mayReadWhole(work.viewer, file)
        ? await findEdition(work, 'encampment', file.id, {
            kind: params.paper,
            version: params.edition,
            format: params.format,
          })
        : undefined;
      if (!paper) throw new FailureThrown(notFound.failure);
      about(work, 'encampment', file.id, { paper: params.paper, sha256: paper.sha256 });
      return fileReply(paper.name, documentTypes[params.format], paper.content, params.format === 'pdf');
    },
  }),
  ...encampmentAfterRoutes,
  ...encampmentDraftRoutes,
  ...encampmentStepRoutes,
];
