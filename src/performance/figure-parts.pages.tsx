import type { IndicatorRow } from '../../reference/indicators.ts';
import type { AreaRow } from '../directory/index.ts';
import type { Day as DayText } from '../platform/clock/clock.ts';
import { addDays } from '../platform/clock/clock.ts';
import {
  Button,
  type Content,
  DataTable,
  Details,
  Form,
  Input,
  Select,
  Tag,
  Trend,
} from '../platform/ui/index.ts';
import type { FigureView, Grouped } from './figure.queries.ts';
import { type FigureValue, figureWords, standing } from './indicator.ts';
import { lastQuarters, monthLabel, monthPeriod, type Period, quarterPeriod, yearPeriod } from './period.ts';

export const recordsHref = (code: string, at: { period: string; area: string; side?: string }): string =>
  `/figures/${code}/records?${new URLSearchParams({ period: at.period, ...(at.area === 'all' ? {} : { area: at.area }), ...(at.side ? { side: at.side } : {}) })}`;
export const figureHref = (code: string, at: { period: string; area: string }): string =>
  `/figures/${code}?${new URLSearchParams({ period: at.period, ...(at.area === 'all' ? {} : { area: at.area }) })}`;

const standingWords = { green: 'On target', amber: 'Near target', red: 'Off target' } as const;
const standingColour = { green: 'green', amber: 'yellow', red: 'red' } as const;
/** Where a target stands, in words and a colour; a tracker says that it is one. */
export function StandingTag({ row, figure }: { row: IndicatorRow; figure: FigureValue }) {
  const stands = standing(row, figure);
  if (!stands) return <>{row.kind === 'tracker' ? 'Tracker' : 'Not judged'}</>;
  return <Tag classes={`govuk-tag--${standingColour[stands]}`}>{standingWords[stands]}</Tag>;
}

/** Periods that a list offers: quarters, months and financial years, newest first. */
export function periodChoices(today: DayText): Period[] {
  const quarters = [quarterPeriod(today), ...lastQuarters(today, 8)];
  const months = Array.from({ length: 12 }, (_, n) => n).reduce<Period[]>(
    (list) => [...list, monthPeriod(addDays(list.at(-1)?.from ?? addDays(monthPeriod(today).to, 1), -1))],
    [],
  );
  const year = yearPeriod(today);
  return [...quarters, year, yearPeriod(addDays(year.from, -1)), ...months];
}

export interface FilterProps {
  action: string;
  period: Period;
  area: string;
  districts: readonly AreaRow[];
  today: DayText;
}
/** Which days and where. */
export function FigureFilters({ action, period, area, districts, today }: FilterProps) {
  const choices = periodChoices(today);
  const isListed = choices.some((choice) => choice.key === period.key);
  return (
    <Form method="get" action={action} classes="bw-filters">
      <Select
        name="period"
        label="Period"
        value={period.key}
        items={[
          ...(isListed ? [] : [{ value: period.key, text: period.words }]),
          ...choices.map((choice) => ({ value: choice.key, text: choice.words })),
        ]}
      />
      <Select
        name="area"
        label="District"
        value={area === 'all' ? '' : area}
        items={[
          { value: '', text: 'Every district' },
          ...districts.map((d) => ({ value: d.code, text: d.name })),
        ]}
      />
      <Details summary="Other days">
        <Input name="from" label="From" hint="Like 1/7/2026" classes="govuk-input--width-10" />
        <Input name="to" label="To" hint="Like 30/9/2026" classes="govuk-input--width-10" />
      </Details>
      <Button classes="govuk-button--secondary">Show</Button>
    </Form>
  );
}

/** The figure as a link to its records; words alone where there is no value. */
export const FigureLink = ({
  row,
  figure,
  at,
}: {
  row: IndicatorRow;
  figure: FigureValue;
  at: { period: string; area: string };
}): Content => {
  const words = figureWords(row, figure);
  return figure.kind === 'value' ? (
    <a class="govuk-link" href={recordsHref(row.code, at)}>
      {words}
      <span class="govuk-visually-hidden">: open the records of {row.name}</span>
    </a>
  ) : (
    <span title={figure.why}>{words}</span>
  );
};

/** Over whose records the figures count; two people may rightly see two figures. */
export const CountedOver = ({ agencies }: { agencies: readonly string[] }) => (
  <Details summary="Whose records are counted">
    <p class="govuk-body">
      These figures count the records that you may see, by the day each thing happened. Somebody else may see
      other figures.
    </p>
    {agencies.length === 0 ? (
      <p class="govuk-body">None.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {agencies.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    )}
  </Details>
);

/** One priority's figures as a table. */
export const GroupTable = ({ group, period, area }: { group: Grouped; period: Period; area: string }) => (
  <DataTable
    caption={group.name}
    rows={group.figures}
    columns={[
      {
        heading: 'Figure',
        cell: (f) => (
          <a class="govuk-link" href={figureHref(f.row.code, { period: period.key, area })}>
            {f.row.name}
          </a>
        ),
      },
      {
        heading: 'Value',
        cell: (f) => <FigureLink row={f.row} figure={f.now} at={{ period: period.key, area }} />,
      },
      { heading: 'A year before', cell: (f) => figureWords(f.row, f.yearBefore) },
      { heading: 'Standing', cell: (f) => <StandingTag row={f.row} figure={f.now} /> },
      { heading: 'What it says', cell: (f) => f.sentence },
    ]}
    empty={{ title: 'No figures', children: 'Figures would be listed here.' }}
  />
);

/** Twelve months with the twelve before, as a picture and a table that opens the records. */
export function FigureTrend({ view, area }: { view: FigureView; area: string }) {
  const shown = view.trend.flatMap((month) =>
    month.figure.kind === 'value' ? [{ ...month, figure: month.figure }] : [],
  );
  if (shown.length === 0)
    return (
      <p class="govuk-body">
        There is no trend:{' '}
        {view.trend.at(-1)?.figure.kind === 'not-measured'
          ? 'it is not measured.'
          : 'there was nothing to count.'}
      </p>
    );
  return (
    <Trend
      id={`trend-${view.row.code}`}
      caption={`${view.row.name}, by month`}
      labelHeading="Month"
      valueHeading="This year"
      points={shown.map((month) => ({
        label: monthLabel(month.period),
        value: month.figure.value,
        href: recordsHref(view.row.code, { period: month.period.key, area }),
      }))}
      comparison={{
        heading: 'A year before',
        values: shown.map((month) => (month.before.kind === 'value' ? month.before.value : undefined)),
      }}
      format={(value) => plainValue(view.row, value)}
    />
  );
}
export const plainValue = (row: IndicatorRow, value: number): string =>
  row.unit === 'percent' ? `${value.toFixed(1)}%` : figureWords(row, { kind: 'value', value });
