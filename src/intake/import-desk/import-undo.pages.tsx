import { Button, DataTable, Form, Input, VersionField, WarningText } from '../../platform/ui/index.ts';
import type { ImportRun } from './import.store.ts';
import { importTransition, notNow } from './import.transitions.ts';
import { reports } from './import-run.pages.tsx';
import { type KeptReport, keptShown } from './kept-reports.store.ts';

export interface UndoPageProps {
  run: ImportRun;
  inAll: number;
  kept: number;
  keptReports: readonly KeptReport[];
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

const Kept = ({ kept, keptReports }: UndoPageProps) => (
  <>
    <h2 class="govuk-heading-m">{reports(kept)} would stay</h2>
    <p class="govuk-body">
      A report stays when it was changed, when something was made from it, or when its kind is restricted.
      Those that were changed are listed.
    </p>
    <DataTable
      caption="Reports that were changed, and stay"
      captionClasses="govuk-visually-hidden"
      rows={keptReports}
      columns={[
        {
          heading: 'Changed since it was loaded',
          cell: (report) => (
            <a class="govuk-link" href={`/reports/${report.id}`}>
              {report.reference}
            </a>
          ),
        },
      ]}
      empty={{ title: 'None of them was changed itself' }}
      paging={
        keptReports.length === keptShown
          ? { showing: `The first ${keptShown} that were changed.` }
          : undefined
      }
    />
  </>
);

/** What would be taken back and what would stay, before anything is. */
export const UndoPage = (props: UndoPageProps) => {
  const { run, inAll, kept, csrf, problems, typed } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Undo the load of {run.fileName}</h1>
      {!importTransition(run.status, 'undo') ? (
        <p class="govuk-body">{notNow('undo')}</p>
      ) : inAll > kept ? (
        <>
          <WarningText>
            {reports(inAll - kept)} that nobody has worked on will be taken back. Their references will no
            longer be found. The list can be loaded again.
          </WarningText>
          <Form action={`/imports/${run.id}/undo`} csrfToken={csrf}>
            <VersionField version={run.version} />
            <Input
              name="reason"
              label="Why is it undone?"
              hint="Kept with the list. That it was undone, and by whom, is in the audit."
              value={typeof typed.reason === 'string' ? typed.reason : ''}
              errorMessage={problems.find((one) => one.field === 'reason')?.words}
            />
            <Button classes="govuk-button--warning">Take back {reports(inAll - kept)}</Button>
          </Form>
        </>
      ) : (
        <p class="govuk-body">
          {inAll === 0
            ? 'This list brought no reports, so there is nothing to take back.'
            : 'Every report of this list has been worked on or is restricted, so none can be taken back. Close or join them one by one.'}
        </p>
      )}
      {kept > 0 && <Kept {...props} />}
    </>
  );
};
