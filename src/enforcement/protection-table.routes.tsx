import { hasRole } from '../platform/access/viewer.ts';
import { demand } from '../platform/failures/failures.ts';
import { act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf } from '../platform/http/work.ts';
import { publishProtection, readProtection, readProtectionTable } from './protection.permissions.ts';
import { PublishedPage, TablePage } from './protection-table.pages.tsx';
import { listPublishedTables, publishTable, tableNow } from './protection-table.store.ts';

/** The community protection table: as it stands, and as it was published. */
export const protectionTableRoutes: readonly Route[] = [
  show({
    path: '/protection/table',
    words: 'The community protection table of your agency, made from its records now',
    permission: readProtection,
    audit: 'protection.table-read',
    handle: async (work, _input, ask) => {
      const viewer = officerOf(work);
      const body = (
        <TablePage
          exact={await tableNow(work, 'exact')}
          published={await tableNow(work, 'published')}
          agencyName={viewer.agencyName}
          mayPublish={hasRole(viewer, ...publishProtection.roles)}
          csrf={ask.csrf}
        />
      );
      return page('Community protection table', body, {
        back: { href: '/protection', text: 'Community protection' },
      });
    },
  }),
  show({
    path: '/protection/published',
    words: 'The community protection tables as they were last published',
    permission: readProtectionTable,
    audit: 'protection.published-read',
    handle: async (work) =>
      page('Community protection tables', <PublishedPage tables={await listPublishedTables(work)} />),
  }),
  act({
    path: '/protection/table/publish',
    words: 'Publish the community protection table of your agency as a further edition',
    permission: publishProtection,
    audit: 'protection.table-published',
    handle: async (work) => {
      const { edition } = demand(await publishTable(work));
      return redirect('/protection/published', { flash: `Published as edition ${edition}` });
    },
  }),
];
