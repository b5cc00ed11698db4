import {
  asked,
  Button,
  DataTable,
  Details,
  Form,
  type FormState,
  Instant,
  Radios,
  Textarea,
} from '../../platform/ui/index.ts';
import { type Product, productWords, usefulnessWords } from './package.words.ts';
import type { Rating } from './usefulness.store.ts';

/** What readers said of a product, to the unit. */
export const Ratings = ({ ratings }: { ratings: readonly Rating[] }) => (
  <DataTable
    caption="How useful its readers found it"
    rows={ratings}
    columns={[
      { heading: 'Who', cell: ({ officerName, agencyName }) => `${officerName}, ${agencyName}` },
      { heading: 'Useful', cell: ({ score }) => usefulnessWords[score] },
      { heading: 'In words', cell: ({ words }) => words || '–' },
      { heading: 'When', cell: ({ at }) => <Instant at={at} /> },
    ]}
    empty={{ title: 'No reader has said', children: 'Each reader may say from 1 to 5 how useful it was.' }}
  />
);

/** The form by which a reader says how useful a product was; said again, it stands instead. */
export const UsefulnessForm = (props: FormState & { id: string; csrf: string; own: Rating | undefined }) => (
  <Details
    summary={
      props.own ? `You found it ${usefulnessWords[props.own.score]}. Say it anew` : 'Say how useful it was'
    }
    open={props.problems.some(({ field }) => ['score', 'useWords'].includes(field))}
  >
    <Form action={`/packages/${props.id}/usefulness`} csrfToken={props.csrf}>
      <Radios
        {...asked(props, 'score', props.own ? String(props.own.score) : '')}
        fieldset={{ legend: 'How useful was it?' }}
        classes="govuk-radios--small"
        items={Object.entries(usefulnessWords).map(([value, children]) => ({ value, children }))}
      />
      <Textarea
        {...asked(props, 'useWords', props.own?.words)}
        label="What would have made it more useful (optional)"
        rows={2}
      />
      <Button classes="govuk-button--secondary">Tell the unit</Button>
    </Form>
  </Details>
);

/** What readers say of the unit's products, in numbers. */
export const UnitUsefulness = (props: {
  rows: readonly { product: string; products: number; ratings: number; mean: number | null }[];
}) => (
  <DataTable
    caption="How useful readers found what left within a year"
    rows={props.rows}
    columns={[
      // Products are of this list alone, by a check of the database.
      { heading: 'Product', cell: ({ product }) => productWords[product as Product] },
      { heading: 'Left', numeric: true, cell: ({ products }) => String(products) },
      { heading: 'Ratings', numeric: true, cell: ({ ratings }) => String(ratings) },
      {
        heading: 'Mean, of 5',
        numeric: true,
        cell: ({ mean }) => (mean === null ? 'Not measured' : mean.toFixed(1)),
      },
    ]}
    empty={{ title: 'Nothing left', children: 'What readers say of products that left stands here.' }}
  />
);
