import { givenLimitWords } from '../../platform/files/given-table.ts';
import {
  Button,
  DataTable,
  type DataTableProps,
  FileUpload,
  Form,
  Input,
  Instant,
  Select,
  Tag,
} from '../../platform/ui/index.ts';
import type { ImportRun } from './import.store.ts';
import { type ImportStatus, importStatusWords } from './import.words.ts';
import type { ImportSource } from './import-source.store.ts';

const colour: Record<ImportStatus, string> = {
  uploaded: 'blue',
  checking: 'yellow',
  checked: 'blue',
  refused: 'red',
  loading: 'yellow',
  loaded: 'green',
  undoing: 'yellow',
  undone: 'grey',
  abandoned: 'grey',
};

/** Where a list stands, in a word and a colour. */
export const ImportTag = ({ status }: { status: ImportStatus }) => (
  <Tag classes={`govuk-tag--${colour[status]}`}>{importStatusWords[status]}</Tag>
);

export const count = (n: number): string => n.toLocaleString('en-GB');

interface ListProps {
  imports: readonly ImportRun[];
  nextHref: string | undefined;
  sort: NonNullable<DataTableProps<ImportRun>['sort']>;
}

const columns: DataTableProps<ImportRun>['columns'] = [
  {
    heading: 'File',
    sortKey: 'file',
    cell: (run) => (
      <a class="govuk-link" href={`/imports/${run.id}`}>
        {run.fileName}
      </a>
    ),
  },
  { heading: 'From', cell: (run) => run.sourceName ?? run.feed },
  {
    heading: 'Given',
    sortKey: 'started',
    cell: (run) => (
      <span>
        <Instant at={run.startedAt} />
        {run.startedByName && ` by ${run.startedByName}`}
      </span>
    ),
  },
  { heading: 'SHA-256', cell: (run) => <code class="bw-hash">{run.fileSha256.slice(0, 8)}…</code> },
  { heading: 'Status', sortKey: 'status', cell: (run) => <ImportTag status={run.status} /> },
  {
    heading: 'Loaded',
    sortKey: 'loaded',
    numeric: true,
    cell: (run) => (run.loadedAt ? count(run.rowsAccepted) : '–'),
  },
  { heading: 'Rejected', sortKey: 'rejected', numeric: true, cell: (run) => count(run.rowsRejected) },
];

/** The lists of reports that an agency has given, with who, when and what came of them. */
export const ImportsPage = ({ imports, nextHref, sort }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Lists of reports</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/imports/new">
        Load reports from a file
      </a>
    </p>
    <DataTable
      caption="Lists of reports that your agency has given"
      captionClasses="govuk-visually-hidden"
      rows={imports}
      columns={columns}
      sort={sort}
      empty={{
        title: 'No lists yet',
        children: 'Reports that stand in another system can be loaded from a CSV or Excel file.',
        action: { href: '/imports/new', children: 'Load reports from a file' },
      }}
      paging={{ nextHref }}
    />
  </>
);

interface NewProps {
  sources: readonly ImportSource[];
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

/** Which file, and where it comes from. */
export const NewImportPage = ({ sources, csrf, problems, typed }: NewProps) => {
  const problem = (field: string) => problems.find((one) => one.field === field)?.words;
  const was = (field: string) => (typeof typed[field] === 'string' ? typed[field] : '');
  return (
    <>
      <h1 class="govuk-heading-l">Load reports from a file</h1>
      <p class="govuk-body">
        Choose the file, say which column holds what, and look at what would be loaded. Nothing is loaded
        until you say so, and a load can be undone.
      </p>
      <Form action="/imports" csrfToken={csrf} multipart>
        <FileUpload
          name="file"
          label="The file"
          hint={`CSV, with commas, tabs, semicolons or bars between its columns, plain or gzipped; or Excel (.xlsx). ${givenLimitWords}`}
          errorMessage={problem('file')}
          attributes={{ accept: '.csv,.tsv,.tab,.txt,.gz,.xlsx' }}
        />
        {sources.length > 0 && (
          <Select
            name="sourceId"
            label="Where it comes from"
            hint="The columns that were chosen the last time are chosen again."
            value={was('sourceId')}
            items={[
              { value: '', text: 'Somewhere new' },
              ...sources.map((s) => ({ value: s.id, text: s.name })),
            ]}
          />
        )}
        <Input
          name="source"
          label={sources.length > 0 ? 'Name of somewhere new' : 'Where it comes from'}
          hint="The name of the system or team, for example Highways contractor. Rows of one source are known again when they come a second time."
          value={was('source')}
          errorMessage={problem('source') ?? problem('sourceId')}
        />
        <Button>Continue</Button>
      </Form>
    </>
  );
};
