import { sorted } from '../platform/database/sorting.ts';
import { type TakenList, takeRows } from '../platform/documents/taken-list.ts';
import type { Work } from '../platform/http/work.ts';
import { listReports, type Report, reportSorting } from './report.store.ts';

const columns = [
  ...(['reference', 'issueType', 'issueName', 'channel', 'receivedAt', 'status', 'serviceName'] as const),
  ...(['ownerAgencyName', 'placeWords', 'postcode', 'wardCode', 'districtCode', 'lon', 'lat'] as const),
  ...(['landOwner', 'routedBy', 'timesRerouted', 'targetOn', 'closedAt', 'outcome', 'description'] as const),
];

/** Reports to take away, newest first. Sensitive ones are left out: outside their service nobody may know of them. */
export const takenReports = (work: Work): TakenList => ({
  columns,
  rows: takeRows<Report>(
    columns,
    async (after, limit) => {
      const way = sorted(reportSorting, { after });
      const rows = await listReports(work, {}, { sorted: way, limit });
      const last = rows.at(-1);
      return { rows, last: last && way.cursorOf(last) };
    },
    (report) => !report.isSensitive,
  ),
});
