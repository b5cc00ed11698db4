import type { IssueTypeRow } from '../../directory/index.ts';
import type { SampleRow } from '../../platform/files/given-table.ts';
import {
  Button,
  DataTable,
  Details,
  Form,
  InsetText,
  Radios,
  Select,
  VersionField,
} from '../../platform/ui/index.ts';
import type { ImportRun } from './import.store.ts';
import { type ColumnField, columnFields } from './import.words.ts';

export interface ColumnsPageProps {
  run: ImportRun;
  rows: readonly SampleRow[];
  types: readonly IssueTypeRow[];
  /** What is chosen now, by field. */
  shown: Readonly<Record<string, string>>;
  isRemembered: boolean;
  csrf: string;
  problems: readonly { field: string; words: string }[];
}

const groups: readonly { heading: string; fields: readonly ColumnField[] }[] = [
  { heading: 'When', fields: ['receivedAt', 'closedAt', 'outcome'] },
  { heading: 'What', fields: ['category', 'description', 'description2'] },
  { heading: 'Where', fields: ['place', 'postcode', 'lon', 'lat'] },
  { heading: 'Which', fields: ['externalId'] },
];

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The columns of a file with their first values: what is chosen by sight. */
const FirstRows = ({ run, rows }: Pick<ColumnsPageProps, 'run' | 'rows'>) => (
  <Details summary={`The ${run.columns.length} columns and their first rows`} open={run.columns.length <= 12}>
    <DataTable
      caption="Columns of the file, with their first values"
      captionClasses="govuk-visually-hidden"
      rows={run.columns}
      columns={[
        { heading: 'Column', cell: (column) => column },
        ...rows.map((row, index) => ({
          heading: `Row ${index + 1}`,
          cell: (column: string) => short(row[column] ?? '') || '–',
        })),
      ]}
      empty={{ title: 'No columns' }}
    />
  </Details>
);

function ColumnSelect({ field, props }: { field: ColumnField; props: ColumnsPageProps }) {
  const words = columnFields.find((one) => one.field === field);
  const { run, shown, rows, problems } = props;
  const first = rows[0]?.[shown[field] ?? ''];
  return (
    <Select
      name={field}
      label={words?.label ?? field}
      hint={`${words?.hint ?? ''}${first ? ` In the first row: ${short(first)}` : ''}`}
      value={shown[field] ?? ''}
      errorMessage={problems.find((one) => one.field === field)?.words}
      items={[
        { value: '', text: field === 'receivedAt' ? 'Choose a column' : 'Not in this file' },
        ...run.columns.map((column) => ({ value: column, text: column })),
      ]}
    />
  );
}

/** Which column holds what: guessed by name and content, or as it was chosen the last time, to be put right. */
export const ColumnsPage = (props: ColumnsPageProps) => {
  const { run, types, shown, csrf, problems } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Which column holds what?</h1>
      <p class="govuk-body">
        {run.fileName}, from {run.sourceName}.{' '}
        {props.isRemembered
          ? 'The columns are chosen as they were the last time: look whether they are still right.'
          : 'The columns are guessed by their names and what stands in them: look whether they are right.'}
      </p>
      {run.notes.map((note) => (
        <InsetText>{note}</InsetText>
      ))}
      <FirstRows {...props} />
      <Form action={`/imports/${run.id}/columns`} csrfToken={csrf}>
        <VersionField version={run.version} />
        {groups.map(({ heading, fields }) => (
          <section aria-labelledby={`columns-${heading.toLowerCase()}`}>
            <h2 class="govuk-heading-m" id={`columns-${heading.toLowerCase()}`}>
              {heading}
            </h2>
            {fields.map((field) => (
              <ColumnSelect field={field} props={props} />
            ))}
            {heading === 'When' && (
              <Radios
                name="dates"
                classes="govuk-radios--small"
                fieldset={{ legend: 'Days written like 03/04/2026 are' }}
                value={shown.dates ?? 'dmy'}
                errorMessage={problems.find((one) => one.field === 'dates')?.words}
                items={[
                  { value: 'dmy', children: '3 April: the day comes first' },
                  { value: 'mdy', children: '4 March: the month comes first' },
                ]}
              />
            )}
            {heading === 'What' && (
              <Select
                name="issueType"
                label="Or every row is about"
                hint="Where the list has no column for it."
                value={shown.issueType ?? ''}
                errorMessage={problems.find((one) => one.field === 'issueType')?.words}
                items={[
                  { value: '', text: 'As the column says' },
                  ...types.map((type) => ({ value: type.code, text: type.name })),
                ]}
              />
            )}
          </section>
        ))}
        <Button>Check every row</Button>
      </Form>
    </>
  );
};
