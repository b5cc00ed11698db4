import { Button, EmptyState, Form, Instant, Table } from '../platform/ui/index.ts';
import type { PublishedTable } from './protection-table.store.ts';
import type { TableRow } from './protection-table.ts';

const Rows = ({ rows, caption }: { rows: readonly TableRow[]; caption: string }) => (
  <Table
    caption={caption}
    captionClasses="govuk-table__caption--m"
    head={[{ children: 'Location' }, { children: 'Summary' }, { children: 'Update' }]}
    rows={rows.map((row) => [
      { children: row.location },
      { children: row.summary },
      { children: row.update },
    ])}
  />
);

/** The table of the officer's agency as its records stand, and as it would be published. */
export const TablePage = (props: {
  exact: readonly TableRow[];
  published: readonly TableRow[];
  agencyName: string;
  mayPublish: boolean;
  csrf: string;
}) => (
  <>
    <h1 class="govuk-heading-l">Community protection table</h1>
    <p class="govuk-body">
      Made from the files of {props.agencyName} whose warning was served: street, kinds of conduct, months and
      counts. No name and no typed word is in it.
    </p>
    {props.exact.length === 0 ? (
      <EmptyState title="No warning was served yet">
        A line stands here for each case, or each street, once a warning is served.
      </EmptyState>
    ) : (
      <>
        <Rows rows={props.exact} caption="For officers" />
        <Rows rows={props.published} caption="As it would be published: small numbers are not said" />
      </>
    )}
    {props.mayPublish && props.exact.length > 0 && (
      <Form action="/protection/table/publish" csrfToken={props.csrf}>
        <Button>Publish this table</Button>
      </Form>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="/protection/published">
        Published tables
      </a>
    </p>
  </>
);

/** The tables as they were last published, for the board and every caseworker. */
export const PublishedPage = ({ tables }: { tables: readonly PublishedTable[] }) => (
  <>
    <h1 class="govuk-heading-l">Community protection tables</h1>
    {tables.length === 0 && (
      <EmptyState title="Nothing is published yet">
        Each council’s community safety co-ordinator publishes its table.
      </EmptyState>
    )}
    {tables.map((table) => (
      <>
        <Rows rows={table.rows} caption={table.agencyName} />
        <p class="govuk-hint">
          Edition {table.edition}, published <Instant at={table.publishedAt} />. SHA-256{' '}
          {table.sha256.slice(0, 16)}…
        </p>
      </>
    ))}
  </>
);
