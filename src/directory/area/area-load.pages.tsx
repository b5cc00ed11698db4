import type { FieldProblem } from '../../platform/failures/failures.ts';
import {
  asked,
  Button,
  DataTable,
  dayWords,
  FileUpload,
  Form,
  type FormState,
  Input,
  Select,
  WarningText,
} from '../../platform/ui/index.ts';
import { kindOfArea, loadedKinds } from './area.words.ts';
import type { AreaDraft, AreaReach } from './area-load.commands.ts';

interface FormProps {
  csrf: string;
  problems: readonly FieldProblem[];
  typed: Readonly<Record<string, unknown>>;
}

/** Which file of outlines, and what its areas are. */
export function ReadAreasPage({ csrf, problems, typed }: FormProps) {
  const field = (name: string) => ({
    name,
    errorMessage: problems.find((problem) => problem.field === name)?.words,
    value: typeof typed[name] === 'string' ? String(typed[name]) : '',
  });
  return (
    <>
      <h1 class="govuk-heading-l">Add areas from a file</h1>
      <p class="govuk-body">
        A new boundary is a new area with a code of its own. Nothing is made until you have looked at it.
      </p>
      <Form action="/directory/areas/add" csrfToken={csrf} multipart>
        <FileUpload
          name="file"
          label="The outlines"
          hint="GeoJSON or TopoJSON in degrees (WGS84), up to 10 MB. The code and the name are found in the properties."
          errorMessage={problems.find((problem) => problem.field === 'file')?.words}
          attributes={{ accept: '.json,.geojson,.topojson' }}
        />
        <Select
          {...field('kind')}
          label="Kind of area"
          items={[
            { value: '', text: 'Choose' },
            ...loadedKinds.map((kind) => ({ value: kind, text: kindOfArea(kind) })),
          ]}
        />
        <Input
          {...field('parentCode')}
          label="Code of the area they lie in (optional)"
          classes="govuk-input--width-10"
        />
        <Input
          {...field('startsOn')}
          label="First day"
          hint="Like 6/5/2027"
          classes="govuk-input--width-10"
        />
        <Button>See what it has</Button>
      </Form>
    </>
  );
}

interface DraftProps extends FormState {
  draft: AreaDraft;
  reach: readonly AreaReach[];
  csrf: string;
}

/** What the file would make, before anything is made. */
export const AreaDraftPage = ({ draft, reach, csrf, ...state }: DraftProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">Nothing is made yet</span>{' '}
      {`${draft.areas.length} ${draft.areas.length === 1 ? 'area' : 'areas'} from ${dayWords(draft.startsOn)}`}
    </h1>
    {draft.rejected.length > 0 && (
      <WarningText>
        {`Left out: ${draft.rejected
          .slice(0, 10)
          .map(({ why }) => why)
          .join('; ')}${draft.rejected.length > 10 ? ' and more' : ''}.`}
      </WarningText>
    )}
    <DataTable
      caption={`${kindOfArea(draft.kind)}: the postcodes that lie in each`}
      rows={reach}
      columns={[
        { heading: 'Name', cell: (row) => row.name },
        { heading: 'Code', cell: (row) => row.code },
        { heading: 'Postcodes', numeric: true, cell: (row) => row.postcodes.toLocaleString('en-GB') },
        {
          heading: 'In what until then',
          cell: (row) =>
            row.now.map((was) => `${was.name} (${was.postcodes.toLocaleString('en-GB')})`).join(', '),
        },
      ]}
      empty={{ title: 'Nothing here', children: 'The areas of the file would be listed here.' }}
    />
    <h2 class="govuk-heading-m">What follows from it</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>No report moves: each keeps the areas of the day it was taken.</li>
      <li>A new report with a point lies in the area whose outline holds it, from that day on.</li>
      <li>
        A report with a postcode alone lies where the postcode’s own row says, until the next release of
        postcodes is loaded.
      </li>
      <li>The areas that they replace go on: end each, and name its successor.</li>
    </ul>
    <Form action={`/directory/areas/drafts/${draft.id}`} csrfToken={csrf}>
      <Input
        {...asked(state, 'reason')}
        label="Why"
        hint="Kept with the change for good"
        classes="govuk-!-width-two-thirds"
      />
      <Button preventDoubleClick>Make these areas</Button>
    </Form>
  </>
);
