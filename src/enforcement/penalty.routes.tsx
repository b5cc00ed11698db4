import { listAreas } from '../directory/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import { about } from '../platform/http/work.ts';
import { openExhibit } from './evidence-file.ts';
import { exhibitParams, paperParams, penaltyParams } from './penalty.forms.ts';
import { PenaltiesPage } from './penalty.pages.tsx';
import { readPenalties } from './penalty.permissions.ts';
import { openPenalty, pageOfPenalties, penaltyFilterSchema } from './penalty.queries.ts';
import { findPaper, listEvidence } from './penalty.store.ts';
import { penaltyWriters } from './penalty.transitions.ts';
import { penaltyDraftRoutes } from './penalty-draft.routes.tsx';
import { penaltyLawRoutes } from './penalty-law.routes.tsx';
import { findRecipient } from './penalty-recipient.store.ts';
import { shown } from './penalty-reply.routes.tsx';
import { penaltyStepRoutes } from './penalty-step.routes.tsx';
import { mayReadWhole } from './procedure.policy.ts';

const exportColumns = [
  'reference',
  'offence',
  'offenceOn',
  'issuedOn',
  'agencyName',
  'districtName',
  'placeWords',
  'status',
  'amountPence',
  'earlyPence',
  'payUntil',
  'paidOn',
  'paidPence',
] as const;

const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/penalties.${format}`,
    words: `Penalties as ${exportWords[format]}, all of them, in the same order`,
    permission: readPenalties,
    audit: 'penalty.exported',
    query: penaltyFilterSchema,
    handle: (work, { query: filter }) =>
      exportFile(work, format, {
        name: 'penalties',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { penalties, next } = await pageOfPenalties(work, { ...filter, after }, limit);
          return { rows: penalties.map((p) => exportColumns.map((c) => p[c])), next };
        }),
      }),
  }),
);

/** Penalties for officers: the register, one notice, its papers and its steps. */
export const penaltyRoutes: readonly Route[] = [
  show({
    path: '/penalties',
    words: 'Penalties, drafts first, then the latest issued',
    permission: readPenalties,
    audit: 'penalty.listed',
    query: penaltyFilterSchema,
    handle: async (work, { query: filter }) => {
      const [{ penalties, next, sorted }, districts] = await Promise.all([
        pageOfPenalties(work, filter),
        listAreas(work.db, 'district', work.clock.today()),
      ]);
      const body = (
        <PenaltiesPage
          penalties={penalties}
          filter={filter}
          districts={districts}
          today={work.clock.today()}
          mayWrite={hasRole(work.viewer, ...penaltyWriters)}
          nextHref={next ? addressWith('/penalties', filter, { after: next }) : undefined}
          exports={exportLinks('/penalties', filter)}
          sort={sortLinks('/penalties', filter, sorted)}
        />
      );
      return page('Penalties', body, { wide: true });
    },
  }),
  ...exportRoutes,
  show({
    path: '/penalties/:penaltyId',
    words: 'One penalty',
    permission: readPenalties,
    audit: 'penalty.opened',
    params: penaltyParams,
    handle: (work, { params }, ask) => shown(work, params, ask),
  }),
  download({
    path: '/penalties/:penaltyId/papers/:kind/:edition/:format',
    words: 'A paper of a notice, the very bytes that were made',
    permission: readPenalties,
    audit: 'penalty.paper-opened',
    params: paperParams,
    example: { params: { kind: 'notice', edition: '1', format: 'pdf' } },
    handle: async (work, { params: { penaltyId, kind, edition: version, format } }) => {
      const penalty = demand(await openPenalty(work, penaltyId));
      const paper = mayReadWhole(work.viewer, penalty)
        ? await findPaper(work, penalty.id, { kind, version, format })
        : undefined;
      // A paper may say where they lived before that had to stay hidden.
      if (!paper || (paper.showsAddress && (await findRecipient(work, penalty.id))?.isAddressHidden))
        throw new FailureThrown(notFound.failure);
      about(work, 'penalty', penalty.id, { paper: kind, sha256: paper.sha256 });
      return file(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
  download({
    path: '/penalties/:penaltyId/evidence/:penaltyExhibitId',
    words: 'The file of an exhibit; a photograph without what its camera wrote',
    permission: readPenalties,
    audit: 'penalty.evidence-opened',
    params: exhibitParams,
    handle: async (work, { params: { penaltyId, penaltyExhibitId } }) => {
      const penalty = demand(await openPenalty(work, penaltyId));
      // A picture taken at a home shows where it is.
      const isShown =
        mayReadWhole(work.viewer, penalty) && !(await findRecipient(work, penalty.id))?.isAddressHidden;
      const held =
        isShown && (await listEvidence(work, penalty.id)).some(({ id }) => id === penaltyExhibitId);
      const { name, mediaType, content, sha256, inline } = demand(
        held ? await openExhibit(work, 'penalty-evidence', penaltyExhibitId) : notFound,
      );
      about(work, 'penalty', penalty.id, { evidence: penaltyExhibitId, sha256 });
      return file(name, mediaType, content, inline);
    },
  }),
  ...penaltyLawRoutes,
  ...penaltyDraftRoutes,
  ...penaltyStepRoutes,
];
