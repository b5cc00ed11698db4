import { listAreas } from '../directory/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { csv } from '../platform/documents/csv.ts';
import { addressWith } from '../platform/http/address.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import { readTests } from './inspection.permissions.ts';
import { inspectors } from './inspection.roles.ts';
import { productName, testTypeName } from './inspection.words.ts';
import { marking } from './premises.routes.tsx';
import { tableQuery } from './purchase.forms.ts';
import { outcomeWords, PurchaseTablePage } from './purchase.pages.tsx';
import { purchaseTable } from './purchase-table.store.ts';

/** The table of test purchases, and the same as CSV. */
export const purchaseTableRoutes: readonly Route[] = [
  show({
    path: '/test-purchases/table',
    words: 'Test purchases by date, location and operation: visited, passed, failed, and what followed',
    permission: readTests,
    audit: 'purchase.table-read',
    query: tableQuery,
    handle: async (work, { query }) => {
      const body = (
        <PurchaseTablePage
          rows={await purchaseTable(work, query)}
          query={query}
          districts={await listAreas(work.db, 'district', work.clock.today())}
          csvHref={addressWith('/test-purchases/table.csv', query)}
          isInspector={hasRole(work.viewer, ...inspectors)}
        />
      );
      return page('Table of test purchases', body, { wide: true, marking });
    },
  }),
  download({
    path: '/test-purchases/table.csv',
    words: 'The table of test purchases as CSV; names no premises and nobody',
    permission: readTests,
    audit: 'purchase.table-exported',
    query: tableQuery,
    handle: async (work, { query }) => {
      const columns = [
        'date',
        'location',
        'operation',
        'test',
        'product',
        'visited',
        'passed',
        'failed',
        'followed',
      ];
      const rows = (await purchaseTable(work, query)).map((row) => [
        ...[row.onDay, row.location, row.name, testTypeName(row.testType), productName(row.product)],
        ...[row.visited, row.passed, row.failed, outcomeWords(row)],
      ]);
      return file('test-purchases.csv', 'text/csv; charset=utf-8', csv(columns, rows));
    },
  }),
];
