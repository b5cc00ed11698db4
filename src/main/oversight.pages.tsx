import type { ChainReport } from '../platform/audit/verify.ts';
import { Button, DataTable, Form, Input, InsetText, Instant, WarningText } from '../platform/ui/index.ts';

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
  /** Why, as whoever did it wrote it: of the own agency, and never of the intelligence side. */
  purpose: string | null;
  /** What the log has of the act, of the own agency likewise. */
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

/** Names of fields, steps, words that were looked for. Counts are left out: they count what the auditor may not see as well. */
const fieldsOf = ({ detail }: AuditRow): string =>
  Object.entries(detail)
    .flatMap(([name, value]) => (typeof value === 'string' ? [`${name}: ${value}`] : []))
    .join('; ');

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
      <p class="govuk-body">
        <a class="govuk-link" href="/audit/chains">
          Do the chains hold?
        </a>{' '}
        <a class="govuk-link" href="/audit/person">
          Who saw one person?
        </a>
      </p>
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
          { heading: 'Fields', cell: fieldsOf },
          { heading: 'Why', cell: (r) => r.purpose ?? '' },
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

/** Whether each chain of the audit holds, from its first entry to its head; how many entries there are is told to nobody. */
export function ChainsPage({ chains }: { chains: readonly ChainReport[] }) {
  const broken = chains.filter(({ firstBreak }) => firstBreak);
  return (
    <>
      <h1 class="govuk-heading-l">Chains of the audit</h1>
      {broken.length > 0 ? (
        <WarningText iconFallbackText="Warning">
          {broken.length === 1 ? 'One chain does' : `${broken.length} chains do`} not hold. Tell whoever runs
          the server today, and change nothing there.
        </WarningText>
      ) : (
        <InsetText>
          All {chains.length} chains hold: no entry was altered, removed or put in. Each was worked out anew
          just now.
        </InsetText>
      )}
      {broken.length > 0 && (
        <DataTable
          caption="Where they break"
          rows={broken}
          columns={[
            { heading: 'Chain', cell: (one) => one.chain, numeric: true },
            { heading: 'Entry', cell: ({ firstBreak }) => firstBreak?.seq ?? '', numeric: true },
            { heading: 'What', cell: ({ firstBreak }) => firstBreak?.what ?? '' },
          ]}
          empty={{ title: 'None', children: 'Every chain holds.' }}
        />
      )}
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
