import type { IssueTypeRow } from '../../directory/index.ts';
import {
  Button,
  type Content,
  DataTable,
  Form,
  InsetText,
  Instant,
  SummaryList,
  VersionField,
  WarningText,
} from '../../platform/ui/index.ts';
import type { ImportProgress, ImportRun, ProblemGroup, RouteFound, Unmatched } from './import.store.ts';
import { importTransition } from './import.transitions.ts';
import { MatchKinds } from './import-kinds.pages.tsx';
import { count, ImportTag } from './import-list.pages.tsx';

export interface ImportPageProps {
  run: ImportRun;
  progress: ImportProgress | undefined;
  problems: readonly ProblemGroup[];
  unmatched: readonly Unmatched[];
  types: readonly IssueTypeRow[];
  earlier: readonly Pick<ImportRun, 'id' | 'fileName' | 'loadedAt' | 'feed'>[];
  csrf: string;
  flaws: readonly { field: string; words: string }[];
}

const isBusy = (run: ImportRun): boolean => ['checking', 'loading', 'undoing'].includes(run.status);
const isRead = (run: ImportRun): boolean =>
  ['checked', 'loading', 'loaded', 'undoing', 'undone'].includes(run.status);
export const reports = (n: number): string => (n === 1 ? '1 report' : `${count(n)} reports`);

const by = (at: Date | null, name: string | null): Content =>
  at ? [<Instant at={at} />, name ? ` by ${name}` : ''] : null;

/** One list: where it stands, what was found, and the next step. */
export const ImportPage = (props: ImportPageProps) => {
  const { run } = props;
  return (
    <>
      <h1 class="govuk-heading-l">{run.fileName}</h1>
      <p class="govuk-body">
        <ImportTag status={run.status} />
      </p>
      {isBusy(run) && <Busy {...props} />}
      {run.refusedWords && run.status === 'refused' && <WarningText>{run.refusedWords}</WarningText>}
      {isRead(run) && <Counts run={run} />}
      {run.status === 'checked' && <Decide {...props} />}
      {props.unmatched.length > 0 && <MatchKinds {...props} />}
      {isRead(run) && <Routes routes={run.findings.routes ?? []} isLoaded={run.loadedAt !== null} />}
      {isRead(run) && <Problems {...props} />}
      <About run={run} />
      <Actions {...props} />
    </>
  );
};

const busyWords: Record<string, string> = {
  checking: 'Every row is being checked. Nothing is loaded.',
  loading: 'The reports are being loaded. If anything goes wrong, none of them is.',
  undoing: 'The reports that nobody has worked on are being taken back.',
};

/** How far the worker has come; the page is asked for again to see more. */
const Busy = ({ run, progress }: ImportPageProps) => (
  <InsetText>
    <p class="govuk-body">{busyWords[run.status]}</p>
    <p class="govuk-body" role="status" data-follow="5">
      {progress && run.status !== 'undoing'
        ? `${count(progress.rowsDone)}${progress.rowsInAll ? ` of ${count(progress.rowsInAll)}` : ''} rows so far.`
        : 'It starts as soon as the worker is free.'}
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={`/imports/${run.id}`}>
        See how far it has come
      </a>
    </p>
  </InsetText>
);

/** The one press that loads: with the number that it loads. */
const Decide = ({ run, earlier, csrf }: ImportPageProps) => (
  <>
    {earlier.map((load) => (
      <InsetText>
        This very file was loaded before, <Instant at={load.loadedAt ?? run.startedAt} />:{' '}
        <a class="govuk-link" href={`/imports/${load.id}`}>
          {load.fileName}
        </a>
        .{' '}
        {load.feed === run.feed
          ? 'Rows that came then are known and are not loaded twice.'
          : 'It came from another source, so the rows that came then would be loaded a second time.'}
      </InsetText>
    ))}
    {run.rowsAccepted > 0 ? (
      <>
        <p class="govuk-body">Nothing has been loaded yet.</p>
        <Form action={`/imports/${run.id}/load`} csrfToken={csrf}>
          <VersionField version={run.version} />
          <Button>
            Load {run.rowsAccepted === 1 ? 'this 1 report' : `these ${reports(run.rowsAccepted)}`}
          </Button>
        </Form>
      </>
    ) : (
      <p class="govuk-body">
        {run.rowsKnown > 0 && run.rowsRejected === 0
          ? 'Every row is known already: there is nothing to load.'
          : 'No row can be loaded as it stands. What is wrong, and what mends it, is below.'}
      </p>
    )}
  </>
);

const Counts = ({ run }: { run: ImportRun }) => {
  const isDone = run.loadedAt !== null;
  return (
    <SummaryList
      card={{ title: isDone ? 'What was loaded' : 'What would be loaded' }}
      rows={[
        { key: 'Rows in the file', value: count(run.rowsRead) },
        { key: isDone ? 'Loaded' : 'Will be loaded', value: count(run.rowsAccepted) },
        {
          key: 'Known already',
          value: `${count(run.rowsKnown)}${run.rowsKnown > 0 ? ': they came with an earlier list and stay as they are' : ''}`,
        },
        { key: 'Rejected', value: count(run.rowsRejected) },
        run.undoneAt !== null && { key: 'Taken back', value: count(run.rowsWithdrawn) },
        run.undoneAt !== null && { key: 'Stayed, worked on', value: count(run.rowsKept) },
      ]}
    />
  );
};

const shownRoutes = 30;

const Routes = ({ routes, isLoaded }: { routes: readonly RouteFound[]; isLoaded: boolean }) =>
  routes.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{isLoaded ? 'Where they went' : 'Where they would go'}</h2>
      <DataTable
        caption="Rows by service, known ones included"
        captionClasses="govuk-visually-hidden"
        rows={routes.slice(0, shownRoutes)}
        columns={[
          { heading: 'Service', cell: (route) => route.serviceName },
          { heading: 'By a rule of the directory', numeric: true, cell: (route) => count(route.byRule) },
          {
            heading: 'Because nobody is down for it',
            numeric: true,
            cell: (route) => count(route.toFallback),
          },
        ]}
        empty={{ title: 'None' }}
        paging={
          routes.length > shownRoutes
            ? { showing: `The ${shownRoutes} services with most rows, of ${routes.length}.` }
            : undefined
        }
      />
    </>
  );

const rowsWords = ({ rows, first }: ProblemGroup): string =>
  `${rows === 1 ? 'Row' : 'Rows'} ${first.map(count).join(', ')}${rows > first.length ? ` and ${count(rows - first.length)} more` : ''}`;

const Problems = ({ run, problems }: ImportPageProps) =>
  problems.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m" id="rejected">
        Rejected rows
      </h2>
      <DataTable
        caption="What is wrong, most frequent first"
        captionClasses="govuk-visually-hidden"
        rows={problems}
        columns={[
          { heading: 'Column', cell: (group) => group.field },
          { heading: 'What is wrong', cell: (group) => group.problem },
          { heading: 'What mends it', cell: (group) => group.mend },
          { heading: 'Rows', cell: rowsWords },
        ]}
        empty={{ title: 'None' }}
      />
      <p class="govuk-body">
        {run.isFileKept ? (
          <a class="govuk-link" href={`/imports/${run.id}/rejected.csv`} download>
            Download the{' '}
            {run.rowsRejected === 1 ? 'rejected row' : `${count(run.rowsRejected)} rejected rows`} as CSV,
            with the reasons beside them
          </a>
        ) : (
          'The file is no longer kept, so the rejected rows cannot be downloaded.'
        )}
      </p>
    </>
  );

const About = ({ run }: { run: ImportRun }) => (
  <SummaryList
    card={{ title: 'About this list' }}
    rows={[
      { key: 'From', value: run.sourceName ?? run.feed },
      { key: 'Received by', value: run.agencyName },
      { key: 'Given', value: by(run.startedAt, run.startedByName) },
      run.loadedAt !== null && { key: 'Loaded', value: by(run.loadedAt, run.loadedByName) },
      run.undoneAt !== null && { key: 'Undone', value: by(run.undoneAt, run.undoneByName) },
      run.undoReason !== null && { key: 'Why undone', value: run.undoReason },
      { key: 'SHA-256 of the file', value: <code class="bw-hash">{run.fileSha256}</code> },
    ]}
  />
);

const Actions = ({ run, csrf }: ImportPageProps) => (
  <>
    {run.isFileKept && importTransition(run.status, 'choose-columns') && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/imports/${run.id}/columns`}>
          {run.status === 'uploaded' ? 'Choose the columns' : 'Change the columns and check again'}
        </a>
      </p>
    )}
    {importTransition(run.status, 'undo') && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/imports/${run.id}/undo`}>
          Undo this load
        </a>
      </p>
    )}
    {importTransition(run.status, 'put-away') && (
      <Form action={`/imports/${run.id}/put-away`} csrfToken={csrf}>
        <VersionField version={run.version} />
        <Button classes="govuk-button--secondary">Put this list away without loading it</Button>
      </Form>
    )}
  </>
);
