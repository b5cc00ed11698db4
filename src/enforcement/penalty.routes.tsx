import { listAreas } from '../directory/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { csv } from '../platform/documents/csv.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import { about } from '../platform/http/work.ts';
import { paperParams, penaltyParams } from './penalty.forms.ts';
import { PenaltiesPage } from './penalty.pages.tsx';
import { readLaw, readPenalties } from './penalty.permissions.ts';
import { mayReadRecipient } from './penalty.policy.ts';
import { openPenalty, pageOfPenalties, penaltyFilterSchema } from './penalty.queries.ts';
import { findPaper } from './penalty.store.ts';
import { penaltyOfficers } from './penalty.transitions.ts';
import { penaltyDraftRoutes } from './penalty-draft.routes.tsx';
import { LawPage } from './penalty-law.pages.tsx';
import { listAdopted, listPenaltyLaw } from './penalty-law.store.ts';
import { query, shown } from './penalty-reply.routes.tsx';
import { penaltyStepRoutes } from './penalty-step.routes.tsx';

/** Penalties for officers: the register, one notice, its papers and its steps. */
export const penaltyRoutes: readonly Route[] = [
  show({
    path: '/penalties',
    words: 'Penalties, drafts first, then the latest issued',
    permission: readPenalties,
    audit: 'penalty.listed',
    query: penaltyFilterSchema,
    handle: async (work, { query: filter }) => {
      const [{ penalties, next }, districts] = await Promise.all([
        pageOfPenalties(work, filter),
        listAreas(work.db, 'district', work.clock.today()),
      ]);
      const body = (
        <PenaltiesPage
          penalties={penalties}
          filter={filter}
          districts={districts}
          today={work.clock.today()}
          mayWrite={hasRole(work.viewer, ...penaltyOfficers)}
          nextHref={next ? `/penalties?${query(filter, { after: next })}` : undefined}
          exportHref={`/penalties.csv?${query(filter, {})}`}
        />
      );
      return page('Penalties', body, { wide: true });
    },
  }),
  download({
    path: '/penalties.csv',
    words: 'Penalties as CSV, the same rows in the same order',
    permission: readPenalties,
    audit: 'penalty.exported',
    query: penaltyFilterSchema,
    handle: async (work, { query: filter }) => {
      const { penalties } = await pageOfPenalties(work, filter, 10_000);
      const columns = [
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
      return file(
        'penalties.csv',
        'text/csv; charset=utf-8',
        csv(
          columns,
          penalties.map((p) => columns.map((c) => p[c])),
        ),
      );
    },
  }),
  show({
    path: '/penalties/:penaltyId',
    words: 'One penalty',
    permission: readPenalties,
    audit: 'penalty.opened',
    params: penaltyParams,
    handle: (work, { params }, ask) => shown(work, params, ask),
  }),
  download({
    path: '/penalties/:penaltyId/papers/:kind/:edition',
    words: 'A paper of a notice, the very bytes that were made',
    permission: readPenalties,
    audit: 'penalty.paper-opened',
    params: paperParams,
    example: { params: { kind: 'notice', edition: '1' } },
    handle: async (work, { params }) => {
      const penalty = demand(await openPenalty(work, params.penaltyId));
      const paper = mayReadRecipient(work.viewer, penalty)
        ? await findPaper(work, penalty.id, params.kind, params.edition)
        : undefined;
      if (!paper) throw new FailureThrown(notFound.failure);
      about(work, 'penalty', penalty.id, { paper: params.kind, sha256: paper.sha256 });
      return file(paper.name, 'application/pdf', paper.content, true);
    },
  }),
  show({
    path: '/law/penalties',
    words: 'The law on penalties and the amounts adopted, with sources',
    permission: readLaw,
    audit: 'law.penalties-read',
    handle: async (work) => {
      const [laws, adopted] = await Promise.all([listPenaltyLaw(work), listAdopted(work)]);
      return page('Penalties: the law', <LawPage laws={laws} adopted={adopted} />, { wide: true });
    },
  }),
  ...penaltyDraftRoutes,
  ...penaltyStepRoutes,
];
