import { Button, DataTable, Form, Input, Instant } from '../platform/ui/index.ts';

export interface AuditRow {
  at: Date;
  event: string;
  outcome: string;
  actorKind: string;
  officerName: string | null;
  agencyName: string | null;
  side: string;
  recordKind: string | null;
  recordId: string | null;
  detail: Record<string, unknown>;
}

interface AuditProps {
  rows: readonly AuditRow[];
  hasMore: boolean;
  event: string;
  recordId: string;
}

const who = (row: AuditRow): string =>
  row.officerName ?? (row.actorKind === 'system' ? 'The system' : 'Somebody without an account');

/** Who did or read what: metadata, never content. */
export function AuditPage({ rows, hasMore, event, recordId }: AuditProps) {
  const last = rows.at(-1);
  const next =
    hasMore && last
      ? `/audit?${new URLSearchParams({ event, recordId, before: last.at.toISOString() }).toString()}`
      : undefined;
  return (
    <>
      <h1 class="govuk-heading-l">Audit</h1>
      <DataTable
        caption="Newest first"
        filters={
          <Form method="get" action="/audit" classes="bw-filters">
            <Input name="event" label="Event" hint="Like report.opened" value={event} />
            <Input name="recordId" label="Record id" value={recordId} />
            <Button classes="govuk-button--secondary">Show</Button>
          </Form>
        }
        rows={rows}
        columns={[
          { heading: 'When', cell: (r) => <Instant at={r.at} /> },
          { heading: 'Event', cell: (r) => r.event },
          { heading: 'Outcome', cell: (r) => r.outcome },
          { heading: 'Who', cell: (r) => who(r) },
          { heading: 'Agency', cell: (r) => r.agencyName ?? '' },
          { heading: 'Record', cell: (r) => [r.recordKind, r.recordId].filter(Boolean).join(' ') },
        ]}
        empty={{
          title: 'No entries fit',
          children: 'Every act and every reading writes an entry here. Choose less.',
        }}
        paging={{ nextHref: next }}
      />
    </>
  );
}

export interface DeadJob {
  id: string;
  task: string;
  errorKind: string;
  attempts: number;
  diedAt: Date;
}

export const AdministrationPage = ({ jobs, csrf }: { jobs: readonly DeadJob[]; csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Administration</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/administration/mail">
        Outbox: messages and whether they were sent
      </a>
    </p>
    <DataTable
      caption="Jobs that failed for the last time"
      rows={jobs}
      columns={[
        { heading: 'Job', cell: (j) => j.task },
        { heading: 'Fault', cell: (j) => j.errorKind },
        { heading: 'Tries', cell: (j) => j.attempts, numeric: true },
        { heading: 'Failed', cell: (j) => <Instant at={j.diedAt} /> },
        {
          heading: 'Next',
          cell: (j) => (
            <Form action={`/administration/jobs/${j.id}/retry`} csrfToken={csrf}>
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">Try again</Button>
            </Form>
          ),
        },
      ]}
      empty={{
        title: 'Nothing has failed',
        children: 'A job that fails again and again is put here, to be tried again by hand.',
      }}
    />
  </>
);
