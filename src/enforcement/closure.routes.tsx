import { hasRole } from '../platform/access/viewer.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file as fileReply, page } from '../platform/http/reply.ts';
import { about } from '../platform/http/work.ts';
import { closureFilterSchema, closurePaperParams, closureParams } from './closure.forms.ts';
import { ClosureListPage } from './closure.pages.tsx';
import { readClosure } from './closure.permissions.ts';
import { closureDistricts, openClosure, pageOfClosures } from './closure.queries.ts';
import { closureOfficers } from './closure.transitions.ts';
import { closureDraftRoutes } from './closure-draft.routes.tsx';
import { findPlace } from './closure-parts.store.ts';
import { shownClosure } from './closure-reply.routes.tsx';
import { closureStepRoutes } from './closure-step.routes.tsx';
import { mayReadWhole } from './procedure.policy.ts';
import { findEdition } from './procedure.store.ts';

const exportColumns = [
  'reference',
  'status',
  'premisesKind',
  'districtName',
  'agencyName',
  'consultedOn',
  'orderedOn',
  'orderUntil',
  'appealUntil',
  'extendedOn',
  'breaches',
  'endedOn',
  'ending',
] as const;

const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/closures.${format}`,
    words: `Closures of premises as ${exportWords[format]}, all of them, in the same order, without addresses`,
    permission: readClosure,
    audit: 'closure.exported',
    query: closureFilterSchema,
    handle: (work, { query: filter }) =>
      exportFile(work, format, {
        name: 'closures',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { files, next } = await pageOfClosures(work, { ...filter, after }, limit);
          return { rows: files.map((c) => exportColumns.map((column) => c[column])), next };
        }),
      }),
  }),
);

/** Closure of premises for officers: the list, one file, its papers and its steps. */
export const closureRoutes: readonly Route[] = [
  show({
    path: '/closures',
    words: 'Closures of premises, the latest first',
    permission: readClosure,
    audit: 'closure.listed',
    query: closureFilterSchema,
    handle: async (work, { query: filter }) => {
      const [{ files, next, sorted }, districts] = await Promise.all([
        pageOfClosures(work, filter),
        closureDistricts(work),
      ]);
      const body = (
        <ClosureListPage
          files={files}
          filter={filter}
          districts={districts}
          today={work.clock.today()}
          mayWrite={hasRole(work.viewer, ...closureOfficers)}
          nextHref={next ? addressWith('/closures', filter, { after: next }) : undefined}
          exports={exportLinks('/closures', filter)}
          sort={sortLinks('/closures', filter, sorted)}
        />
      );
      return page('Closures of premises', body, { wide: true });
    },
  }),
  ...exportRoutes,
  show({
    path: '/closures/:closureId',
    words: 'One closure of premises',
    permission: readClosure,
    audit: 'closure.opened',
    params: closureParams,
    handle: (work, { params }, ask) => shownClosure(work, params, ask),
  }),
  download({
    path: '/closures/:closureId/papers/:paper/:edition/:format',
    words: 'A paper as it was served, the very bytes that were made',
    permission: readClosure,
    audit: 'closure.paper-opened',
    params: closurePaperParams,
    example: { params: { paper: 'notice', format: 'pdf' } },
    handle: async (work, { params }) => {
      const file = demand(await openClosure(work, params.closureId));
      const place = mayReadWhole(work.viewer, file) ? await findPlace(work, file.id) : null;
      const paper = place
        ? await findEdition(work, 'closure', file.id, {
            kind: params.paper,
            version: params.edition,
            format: params.format,
          })
        : undefined;
      // A paper may say where they live before that had to stay hidden.
      if (!paper || (paper.showsAddress && place?.isHidden)) throw new FailureThrown(notFound.failure);
      about(work, 'closure', file.id, { paper: params.paper, sha256: paper.sha256 });
      return fileReply(paper.name, documentTypes[params.format], paper.content, params.format === 'pdf');
    },
  }),
  ...closureDraftRoutes,
  ...closureStepRoutes,
];
