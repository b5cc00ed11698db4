import { addressWith } from '../../platform/http/address.ts';
import {
  asked as askedField,
  Button,
  DataTable,
  Details,
  Form,
  type FormState,
  HiddenFields,
  Input,
  Instant,
} from '../../platform/ui/index.ts';
import { chartValues } from './chart.forms.ts';
import type { ChartProps } from './chart-filters.pages.tsx';
import { type KeptChart, mostKept } from './kept.store.ts';

/** Keeps the chart that is open under a name. */
export const KeepForm = ({ linkId, asked, csrf, ...state }: FormState & ChartProps) => {
  const { table: _, sort: __, page: ___, ...seen } = asked;
  const values = Object.fromEntries(
    Object.entries(chartValues(seen)).filter(([, value]) => value !== undefined && value !== ''),
  );
  return (
    <Details summary="Keep this chart" open={state.problems.length > 0}>
      <Form action="/intelligence/kept-charts" csrfToken={csrf}>
        <HiddenFields values={{ linkId, ...values }} />
        <Input
          {...askedField(state, 'name')}
          label="What it is called"
          hint="You alone open it. It keeps which elements are hidden, pinned and where, and no word of them. The same name keeps it anew."
          classes="govuk-input--width-20"
        />
        <Button classes="govuk-button--secondary">Keep it</Button>
      </Form>
    </Details>
  );
};

/** The charts that an officer kept. */
export const KeptPage = ({ rows, csrf }: { rows: readonly KeptChart[]; csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Kept charts</h1>
    <p class="govuk-body">
      Yours alone. Each is drawn anew from what there is today and what you may see today.
    </p>
    <DataTable
      caption="Kept charts, the newest first"
      captionClasses="govuk-visually-hidden"
      rows={rows}
      cappedAt={mostKept}
      columns={[
        {
          heading: 'Chart',
          cell: ({ id, name }) => (
            <a class="govuk-link" href={addressWith(`/intelligence/kept-charts/${id}`, {})}>
              {name}
            </a>
          ),
        },
        { heading: 'Kept', cell: ({ keptAt }) => <Instant at={keptAt} /> },
        {
          heading: 'Discard',
          cell: ({ id, name }) => (
            <Form action={`/intelligence/kept-charts/${id}/discard`} csrfToken={csrf}>
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                Discard<span class="govuk-visually-hidden"> {name}</span>
              </Button>
            </Form>
          ),
        },
      ]}
      empty={{
        title: 'No kept charts',
        children: 'Open a link chart from a profile, arrange it, and keep it by a name.',
        action: { href: '/intelligence/profiles', children: 'Profiles' },
      }}
    />
  </>
);
