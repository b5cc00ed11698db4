import type { CountyReport } from '../../county/index.ts';
import { idFromName } from '../platform/ids/ids.ts';

/** What happened to a report of the seed: it came, and perhaps it was closed. */
export function eventRows(report: CountyReport): object[] {
  const received = {
    id: idFromName(`event received ${report.id}`),
    reportId: report.id,
    at: report.receivedAt,
    kind: 'received',
    words: `Received by ${report.channel}`,
    detail: {},
    isPublic: false,
  };
  if (!report.closedAt) return [received];
  return [
    received,
    {
      id: idFromName(`event closed ${report.id}`),
      reportId: report.id,
      at: report.closedAt,
      kind: 'close',
      words: 'Closed',
      detail: {},
      isPublic: true,
    },
  ];
}
