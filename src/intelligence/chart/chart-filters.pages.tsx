import {
  Button,
  Checkboxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  Select,
} from '../../platform/ui/index.ts';
import { linkKinds, linkKindWords } from '../link/link.words.ts';
import { type ChartPageInput, chartValues } from './chart.forms.ts';
import type { Chart } from './chart.queries.ts';
import { capsAllowed, stepsAllowed, stepsWords } from './chart.words.ts';

/** What the page of a chart is made from. */
export interface ChartProps extends FormState {
  csrf: string;
  linkId: string;
  chart: Chart;
  asked: ChartPageInput;
  /** Agencies that can have sent an item, for the filter. */
  agencies: readonly { id: string; name: string }[];
}

/** The address of a chart's page. */
export const pathOf = (linkId: string): string => `/intelligence/charts/${linkId}`;

/** What stays as it is when the chart is drawn with other filters. */
const keptThrough = ({ also, hide, pin, way, table }: ChartPageInput): Record<string, string> =>
  Object.fromEntries(
    Object.entries(chartValues({ also, hide, pin, way, table })).flatMap(([name, value]) =>
      value ? [[name, String(value)]] : [],
    ),
  );

/** How far a chart goes and by what: a form that asks for the page again. */
export const Filters = ({ linkId, asked, agencies }: Pick<ChartProps, 'linkId' | 'asked' | 'agencies'>) => (
  <Form method="get" action={pathOf(linkId)} classes="bw-filters">
    <HiddenFields values={keptThrough(asked)} />
    <Select
      name="steps"
      label="Steps outward"
      value={String(asked.steps)}
      items={stepsAllowed.map((one) => ({ value: String(one), text: stepsWords[one] ?? '' }))}
    />
    <Select
      name="cap"
      label="Elements at most"
      value={String(asked.cap)}
      items={capsAllowed.map((one) => ({ value: String(one), text: one.toLocaleString('en-GB') }))}
    />
    <Input name="since" label="Items received from" hint="Like 1/7/2026" value={asked.since} />
    <Input name="until" label="To" hint="Like 30/9/2026" value={asked.until} />
    <Select
      name="service"
      label="Items sent by"
      value={asked.service ?? ''}
      items={[
        { value: '', text: 'Anybody' },
        ...agencies.map(({ id, name }) => ({ value: id, text: name })),
        { value: 'other', text: 'Came otherwise than by the form' },
      ]}
    />
    <Checkboxes
      name="kinds"
      fieldset={{
        legend: { children: 'Go by these kinds; none ticked is all', classes: 'govuk-fieldset__legend--s' },
      }}
      classes="govuk-checkboxes--small"
      values={asked.kinds}
      items={linkKinds.map((kind) => ({ value: kind, children: linkKindWords[kind] }))}
    />
    <Button classes="govuk-button--secondary">Draw</Button>
  </Form>
);
