import { hasRole } from '../platform/access/viewer.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file as fileReply, page } from '../platform/http/reply.ts';
import { about } from '../platform/http/work.ts';
import { openExhibit } from './evidence-file.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { findEdition } from './procedure.store.ts';
import {
  letterParams,
  protectionExhibitParams,
  protectionFilterSchema,
  protectionParams,
} from './protection.forms.ts';
import { ProtectionListPage } from './protection.pages.tsx';
import { readProtection } from './protection.permissions.ts';
import { districtsNow, openProtection, pageOfProtection } from './protection.queries.ts';
import { protectionOfficers } from './protection.transitions.ts';
import { protectionDraftRoutes } from './protection-draft.routes.tsx';
import { findSubject, listConductEvidence } from './protection-parts.store.ts';
import { shownFile } from './protection-reply.routes.tsx';
import { protectionStepRoutes } from './protection-step.routes.tsx';
import { protectionTableRoutes } from './protection-table.routes.tsx';

const exportColumns = [
  'reference',
  'status',
  'conductKinds',
  'streetWords',
  'districtName',
  'agencyName',
  'warnedOn',
  'complyBy',
  'noticeOn',
  'appealUntil',
  'appealedOn',
  'appealDecidedOn',
  'breachedOn',
  'prosecutedOn',
  'triedOn',
  'verdict',
  'endedOn',
  'ending',
] as const;

const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/protection.${format}`,
    words: `Community protection files as ${exportWords[format]}, all of them, in the same order`,
    permission: readProtection,
    audit: 'protection.exported',
    query: protectionFilterSchema,
    handle: (work, { query: filter }) =>
      exportFile(work, format, {
        name: 'community-protection',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { files, next } = await pageOfProtection(work, { ...filter, after }, limit);
          return {
            rows: files.map((p) =>
              exportColumns.map((c) => (c === 'conductKinds' ? p.conductKinds.join(' ') : p[c])),
            ),
            next,
          };
        }),
      }),
  }),
);

/** Community protection for officers: the register, one file, its letters and its steps. */
export const protectionRoutes: readonly Route[] = [
  show({
    path: '/protection',
    words: 'Community protection files, the latest first',
    permission: readProtection,
    audit: 'protection.listed',
    query: protectionFilterSchema,
    handle: async (work, { query: filter }) => {
      const [{ files, next, sorted }, districts] = await Promise.all([
        pageOfProtection(work, filter),
        districtsNow(work),
      ]);
      const body = (
        <ProtectionListPage
          files={files}
          filter={filter}
          districts={districts}
          today={work.clock.today()}
          mayWrite={hasRole(work.viewer, ...protectionOfficers)}
          nextHref={next ? addressWith('/protection', filter, { after: next }) : undefined}
          exports={exportLinks('/protection', filter)}
          sort={sortLinks('/protection', filter, sorted)}
        />
      );
      return page('Community protection', body, { wide: true });
    },
  }),
  ...exportRoutes,
  ...protectionTableRoutes,
  show({
    path: '/protection/:protectionId',
    words: 'One community protection file',
    permission: readProtection,
    audit: 'protection.opened',
    params: protectionParams,
    handle: (work, { params }, ask) => shownFile(work, params, ask),
  }),
  download({
    path: '/protection/:protectionId/evidence/:protectionExhibitId',
    words: 'The file of an exhibit; a photograph without what its camera wrote',
    permission: readProtection,
    audit: 'protection.evidence-opened',
    params: protectionExhibitParams,
    handle: async (work, { params: { protectionId, protectionExhibitId } }) => {
      const { id, agencyId } = demand(await openProtection(work, protectionId));
      const subject = mayReadWhole(work.viewer, { agencyId }) ? await findSubject(work, id) : null;
      // A picture taken at a home shows where it is.
      const isShown = subject !== null && !subject.isAddressHidden;
      const held = isShown && (await listConductEvidence(work, id)).some((e) => e.id === protectionExhibitId);
      const { name, mediaType, content, sha256, inline } = demand(
        held ? await openExhibit(work, 'protection-evidence', protectionExhibitId) : notFound,
      );
      about(work, 'protection', id, { evidence: protectionExhibitId, sha256 });
      return fileReply(name, mediaType, content, inline);
    },
  }),
  download({
    path: '/protection/:protectionId/letters/:letter/:edition/:format',
    words: 'A letter as it was served, the very bytes that were made',
    permission: readProtection,
    audit: 'protection.letter-opened',
    params: letterParams,
    example: { params: { letter: 'warning', format: 'pdf' } },
    handle: async (work, { params }) => {
      const file = demand(await openProtection(work, params.protectionId));
      const isOwn = mayReadWhole(work.viewer, file);
      const subject = isOwn ? await findSubject(work, file.id) : null;
      // A letter may say where they lived before that had to stay hidden.
      const letter = subject
        ? await findEdition(work, 'protection', file.id, {
            kind: params.letter,
            version: params.edition,
            format: params.format,
          })
        : undefined;
      if (!letter || (letter.showsAddress && subject?.isAddressHidden))
        throw new FailureThrown(notFound.failure);
      about(work, 'protection', file.id, { letter: params.letter, sha256: letter.sha256 });
      return fileReply(letter.name, documentTypes[params.format], letter.content, params.format === 'pdf');
    },
  }),
  ...protectionDraftRoutes,
  ...protectionStepRoutes,
];
