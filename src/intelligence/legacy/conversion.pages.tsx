import {
  Button,
  Checkboxes,
  DataTable,
  Form,
  type FormState,
  Instant,
  problemOf,
  tickedIn,
} from '../../platform/ui/index.ts';
import { gradeMark } from '../item/grade.rules.ts';
import { type Conversion, type MarkCount, mostConversions, mostConverted } from './conversion.store.ts';
import { convertedGrade, readLegacy } from './legacy.rules.ts';

interface Props extends FormState {
  marks: readonly MarkCount[];
  conversions: readonly Conversion[];
  csrf: string;
}

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What would become what, and how many of each: nothing is changed by looking. */
const Plan = ({ marks }: { marks: readonly MarkCount[] }) => (
  <DataTable
    caption="What would become what"
    rows={marks}
    columns={[
      { heading: '5x5x5', cell: ({ mark }) => mark },
      {
        heading: 'What it says',
        cell: ({ mark }) =>
          readLegacy(mark)?.words.join('; ') ?? 'Not a mark that can be read: grade it by hand',
      },
      {
        heading: '3x5x2',
        cell: ({ mark }) => {
          const grade = convertedGrade(mark);
          return grade
            ? [gradeMark(grade), grade.actionCode, grade.sanitisationCode].filter(Boolean).join(' ')
            : 'Stays';
        },
      },
      { heading: 'Paragraphs', cell: ({ paragraphs }) => paragraphs, numeric: true },
      { heading: 'Items', cell: ({ items }) => items, numeric: true },
    ]}
    empty={{
      title: 'Nothing waits with an older grade',
      children: 'Paragraphs with a 5x5x5 grade that nobody has graded since are listed here.',
    }}
  />
);

/** The dry run of a conversion, its button, and the conversions that were made. */
export const ConversionPage = ({ marks, conversions, csrf, ...state }: Props) => {
  const readable = marks.filter(({ mark }) => readLegacy(mark));
  const chosen = tickedIn(
    state,
    'marks',
    readable.map(({ mark, paragraphs }) => `${mark}:${paragraphs}`),
  );
  const total = readable.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  return (
    <>
      <h1 class="govuk-heading-l">Older grades (5x5x5)</h1>
      <p class="govuk-body">
        Grades of an older system are converted by the table below, many at a time. Nothing is shared by it: a
        converted paragraph has no text that may cross, says that there may be a risk to the source, and its
        item is not ready before a person has graded the paragraph. Each paragraph keeps its old grade.
      </p>
      <Plan marks={marks} />
      {readable.length > 0 && (
        <Form action="/intelligence/legacy" csrfToken={csrf}>
          <Checkboxes
            name="marks"
            fieldset={{ legend: 'Which are converted' }}
            classes="govuk-checkboxes--small"
            values={chosen}
            errorMessage={problemOf(state, 'marks')}
            items={readable.map(({ mark, paragraphs }) => ({
              value: `${mark}:${paragraphs}`,
              children: `${mark} (${some(paragraphs, 'paragraph')})`,
            }))}
          />
          <p class="govuk-body">
            {some(total, 'paragraph')} in all
            {total > mostConverted && `, ${mostConverted} at a time`}.
          </p>
          <Button>Convert what is ticked</Button>
        </Form>
      )}
      <DataTable
        caption="Conversions"
        rows={conversions}
        cappedAt={mostConversions}
        columns={[
          { heading: 'When', cell: ({ at }) => <Instant at={at} /> },
          { heading: 'By', cell: ({ officerName }) => officerName },
          { heading: 'Paragraphs', cell: ({ paragraphs }) => paragraphs, numeric: true },
          { heading: 'Items', cell: ({ items }) => items, numeric: true },
          {
            heading: 'Undo',
            cell: ({ id, at, undoneAt, undone }) =>
              undoneAt ? (
                <>
                  Undone <Instant at={undoneAt} />, {some(undone ?? 0, 'paragraph')}
                </>
              ) : (
                <Form action={`/intelligence/legacy/${id}/undo`} csrfToken={csrf}>
                  <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                    Undo
                    <span class="govuk-visually-hidden">
                      {' '}
                      the conversion of <Instant at={at} />
                    </span>
                  </Button>
                </Form>
              ),
          },
        ]}
        empty={{ title: 'No conversions', children: 'Each is listed here, and can be undone.' }}
      />
    </>
  );
};
