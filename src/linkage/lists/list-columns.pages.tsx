import { givenLimitWords, type SampleRow } from '../../platform/files/given-table.ts';
import {
  Button,
  DataTable,
  Details,
  FileUpload,
  Form,
  InsetText,
  Radios,
  Select,
  VersionField,
} from '../../platform/ui/index.ts';
import type { PartnerList } from './list.store.ts';
import { listFields } from './list.words.ts';
import type { ListLoad } from './list-load.store.ts';
import type { RecognisedColumns } from './recognise-columns.ts';

interface Problem {
  field: string;
  words: string;
}
const wholeItems = [
  {
    value: 'yes',
    children: 'The whole list',
    hint: 'A row that is on the list here and not in the file is gone.',
  },
  { value: 'no', children: 'Only some of it', hint: 'Rows that are not in the file stay.' },
];

interface GiveProps {
  list: PartnerList;
  csrf: string;
  problems: readonly Problem[];
}

/** Choosing the file of a list. */
export const GiveFilePage = ({ list, csrf, problems }: GiveProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{list.name}</span> Give a file
    </h1>
    <p class="govuk-body">
      Choose the file, say which column holds what, and look at what would be new, changed and gone. Nothing
      is loaded until you say so, and a load can be undone.
    </p>
    <Form action={`/lists/${list.id}/loads`} csrfToken={csrf} multipart>
      <FileUpload
        name="file"
        label="The file"
        hint={`CSV, with commas, tabs, semicolons or bars between its columns, plain or gzipped; or Excel (.xlsx). ${givenLimitWords}`}
        errorMessage={problems.find(({ field }) => field === 'file')?.words}
        attributes={{ accept: '.csv,.tsv,.tab,.txt,.gz,.xlsx' }}
      />
      <Radios name="isWhole" fieldset={{ legend: 'What is in the file?' }} value="yes" items={wholeItems} />
      <Button>Continue</Button>
    </Form>
  </>
);

interface ColumnsProps {
  load: ListLoad;
  samples: readonly SampleRow[];
  chosen: Readonly<Record<string, string | undefined>>;
  found: RecognisedColumns;
  isRemembered: boolean;
  csrf: string;
  problems: readonly Problem[];
}

const short = (text: string): string => (text.length > 50 ? `${text.slice(0, 50)}…` : text);

function hintOf(
  { chosen, found, samples, isRemembered }: ColumnsProps,
  field: (typeof listFields)[number],
): string {
  const column = chosen[field.field];
  const example = column ? samples.map((row) => row[column]).find(Boolean) : undefined;
  const why = found[field.field];
  const reason = !isRemembered && why && why.column === column ? `Taken for it ${why.why}. ` : '';
  return `${field.hint} ${reason}${example ? `For example: ${short(example)}` : ''}`.trim();
}

/** Which column holds what: recognised by name and content, or as it was chosen the last time, to be put right. */
export const ColumnsPage = (props: ColumnsProps) => {
  const { load, samples, chosen, csrf, problems } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Which column holds what?</h1>
      <p class="govuk-body">
        {load.fileName}, for {load.listName}.{' '}
        {props.isRemembered
          ? 'The columns are chosen as they were the last time: look whether they are still right.'
          : 'The columns were recognised by their names and by what stands in them: look whether they are right.'}
      </p>
      {load.notes.map((note) => (
        <InsetText>{note}</InsetText>
      ))}
      <Details
        summary={`The ${load.columns.length} columns and their first rows`}
        open={load.columns.length <= 10}
      >
        <DataTable
          caption="Columns of the file, with their first values"
          captionClasses="govuk-visually-hidden"
          rows={load.columns}
          columns={[
            { heading: 'Column', cell: (column) => column },
            ...samples.slice(0, 3).map((row, index) => ({
              heading: `Row ${index + 1}`,
              cell: (column: string) => short(row[column] ?? '') || '–',
            })),
          ]}
          empty={{ title: 'No columns' }}
        />
      </Details>
      <Form action={`/lists/${load.listId}/loads/${load.id}/columns`} csrfToken={csrf}>
        <VersionField version={load.version} />
        {listFields.map((field) => (
          <Select
            name={field.field}
            label={field.label}
            hint={hintOf(props, field)}
            value={chosen[field.field] ?? ''}
            errorMessage={problems.find((one) => one.field === field.field)?.words}
            items={[
              { value: '', text: 'Not in this file' },
              ...load.columns.map((column) => ({ value: column, text: column })),
            ]}
          />
        ))}
        <Radios
          name="isWhole"
          fieldset={{ legend: 'What is in the file?' }}
          value={load.isWhole ? 'yes' : 'no'}
          items={wholeItems}
        />
        <Button>Compare it with the list</Button>
      </Form>
      <p class="govuk-body">Every other column is kept with its row, as the list writes it.</p>
    </>
  );
};
