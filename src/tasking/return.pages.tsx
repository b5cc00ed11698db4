import { DataTable, Deadline, Tag } from '../platform/ui/index.ts';
import type { ReturnLine } from './return.store.ts';

/** Who has returned their figures and who is late, in words. */
export const ReturnTable = ({ returns, today }: { returns: readonly ReturnLine[]; today: string }) => (
  <DataTable
    caption="Data returns"
    captionClasses="govuk-visually-hidden"
    rows={returns}
    columns={[
      { heading: 'Service', cell: (r) => <a class="govuk-link" href={`/meetings/${r.meetingId}/returns/${r.serviceId}`}>{r.serviceName}, {r.agencyName}</a> },
      { heading: 'Due', cell: (r) => <Deadline due={r.dueOn} today={today} isDone={r.status === 'submitted'} /> },
      { heading: 'State', cell: (r) => <ReturnTag line={r} /> },
    ]}
    empty={{ title: 'No returns are asked for' }}
  />
);

export function ReturnTag({ line }: { line: ReturnLine }) {
  if (line.status === 'submitted') return <Tag classes={line.isLate ? 'govuk-tag--orange' : 'govuk-tag--green'}>{line.isLate ? 'Received late' : 'Received'}</Tag>;
  return <Tag classes={line.isLate ? 'govuk-tag--red' : 'govuk-tag--blue'}>{line.isLate ? 'Late' : 'Open'}</Tag>;
}

