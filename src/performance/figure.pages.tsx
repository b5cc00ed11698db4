import type { IndicatorRow } from '../../reference/indicators.ts';
import type { AreaRow } from '../directory/index.ts';
import type { Day as DayText } from '../platform/clock/clock.ts';
import { addDays } from '../platform/clock/clock.ts';
import {
  Bars,
  Button,
  type Content,
  DataTable,
  Day,
  Details,
  Form,
  Input,
  InsetText,
  Select,
  SummaryList,
  Table,
  Tag,
  Trend,
} from '../platform/ui/index.ts';
import type { FigureView, figurePageView, Grouped, recordsPageView } from './figure.queries.ts';
import { type FigureValue, figureWords, standing } from './indicator.ts';
import {
  lastQuarters,
  monthLabel,
  monthPeriod,
  type Period,
  quarterPeriod,
  rollingYear,
  yearPeriod,
  yearToDate,
} from './period.ts';

type Loaded<F extends (...args: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<F>>,
  { ok: true }
>['value'];

const recordsHref = (code: string, at: { period: string; area: string; side?: string }): string =>
  `/figures/${code}/records?${new URLSearchParams({ period: at.period, ...(at.area === 'all' ? {} : { area: at.area }), ...(at.side ? { side: at.side } : {}) })}`;
const figureHref = (code: string, at: { period: string; area: string }): string =>
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

interface FilterProps {
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
        <Input name="from" label="From" hint="Like 2026-07-01" classes="govuk-input--width-10" />
        <Input name="to" label="To" hint="Like 2026-09-30" classes="govuk-input--width-10" />
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

const headline = ['I-01', 'E-01', 'E-02'];
interface IndexProps extends Omit<FilterProps, 'action'> {
  groups: readonly Grouped[];
  agencies: readonly string[];
  quarters: readonly { quarter: string; edition: number }[];
  csvHref: string;
}
/** Every figure with its value, its comparison and what it says. */
export const FiguresPage = (props: IndexProps) => (
  <>
    <h1 class="govuk-heading-l">Figures</h1>
    <p class="govuk-body-l">{props.period.words}</p>
    <FigureFilters action="/figures" {...props} />
    {props.groups.map((group) => (
      <GroupTable group={group} period={props.period} area={props.area} />
    ))}
    <p class="govuk-body">
      <a class="govuk-link" href={props.csvHref}>
        Download as CSV
      </a>
    </p>
    <h2 class="govuk-heading-m">The last twelve months</h2>
    {props.groups
      .flatMap((group) => group.figures)
      .filter((figure) => headline.includes(figure.row.code))
      .map((figure) => (
        <FigureTrend view={figure} area={props.area} />
      ))}
    <h2 class="govuk-heading-m">Papers</h2>
    <ul class="govuk-list govuk-list--bullet">
      {lastQuarters(props.today, 4).map((quarter) => (
        <li>
          <a class="govuk-link" href={`/figures/quarter/${quarter.key}`}>
            Quarter paper: {quarter.words}
          </a>
          {props.quarters.some((q) => q.quarter === quarter.key) ? ' (published)' : ''}
        </li>
      ))}
      {props.districts.map((d) => (
        <li>
          <a class="govuk-link" href={`/figures/jag/${d.code}`}>
            Joint Action Group paper: {d.name}
          </a>
        </li>
      ))}
    </ul>
    <CountedOver agencies={props.agencies} />
  </>
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
const plainValue = (row: IndicatorRow, value: number): string =>
  row.unit === 'percent' ? `${value.toFixed(1)}%` : figureWords(row, { kind: 'value', value });

/** One figure: what it is, what it says, how it compares, how it splits, and the records behind it. */
export function FigurePage(props: Loaded<typeof figurePageView> & { today: DayText }) {
  const { view, period, area } = props;
  const { row } = view;
  const at = { period: period.key, area };
  const spans = [
    { words: period.words, figure: view.now, key: period.key },
    { words: 'The same days a year before', figure: view.yearBefore, key: undefined },
    { words: yearToDate(period).words, figure: view.toDate, key: yearToDate(period).key },
    { words: rollingYear(period).words, figure: view.rolling, key: rollingYear(period).key },
  ];
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">Figure {row.code}</span> {row.name}
      </h1>
      <InsetText>
        <strong>{figureWords(row, view.now)}</strong>, {period.words}. {view.sentence}
      </InsetText>
      <FigureFilters action={`/figures/${row.code}`} {...props} />
      <Table
        caption="Compared"
        head={[{ children: 'Period' }, { children: 'Figure' }]}
        firstCellIsHeader
        rows={spans.map((span) => [
          { children: span.words },
          {
            children: span.key ? (
              <FigureLink row={row} figure={span.figure} at={{ period: span.key, area }} />
            ) : (
              figureWords(row, span.figure)
            ),
          },
        ])}
      />
      {props.measure === 'share' && (
        <p class="govuk-body">
          <a class="govuk-link" href={recordsHref(row.code, { ...at, side: 'numerator' })}>
            Open the records of the numerator
          </a>
          , or{' '}
          <a class="govuk-link" href={recordsHref(row.code, { ...at, side: 'denominator' })}>
            all that it is a share of
          </a>
          .
        </p>
      )}
      <FigureTrend view={view} area={area} />
      {props.splits.map((split) => (
        <Split row={row} words={split.words} parts={split.parts} />
      ))}
      <h2 class="govuk-heading-m">What it means</h2>
      <SummaryList
        rows={[
          { key: 'Definition', value: row.plainDefinition },
          { key: 'Counted', value: row.numerator },
          row.denominator !== undefined && { key: 'Out of', value: row.denominator },
          {
            key: 'Kind',
            value:
              row.kind === 'target'
                ? `Target: ${row.target ? `${row.target.value}${row.unit === 'percent' ? '%' : ''}, ${row.target.tolerance} points below is amber. ${row.target.source}.` : 'no threshold set'}`
                : 'Tracker: it shows a direction, because the partners cannot control it',
          },
          {
            key: 'Published',
            value: row.isPublishable ? 'Yes, with small numbers about people left out' : 'No',
          },
        ]}
      />
      <CountedOver agencies={props.agencies} />
    </>
  );
}

function Split({
  row,
  words,
  parts,
}: {
  row: IndicatorRow;
  words: string;
  parts: readonly { part: string; figure: FigureValue }[];
}) {
  const shown = parts.flatMap(({ part, figure }) =>
    figure.kind === 'value' ? [{ label: part, value: figure.value, figure }] : [],
  );
  if (shown.length === 0) return null;
  if (row.unit !== 'percent')
    return (
      <Bars
        id={`split-${words.toLowerCase().replaceAll(' ', '-')}`}
        caption={`By ${words.toLowerCase()}`}
        labelHeading={words}
        valueHeading={row.name}
        points={shown}
        format={(value) => plainValue(row, value)}
      />
    );
  return (
    <Table
      caption={`By ${words.toLowerCase()}`}
      firstCellIsHeader
      head={[{ children: words }, { children: row.name }]}
      rows={shown.map((s) => [{ children: s.label }, { children: figureWords(row, s.figure) }])}
    />
  );
}

/** The records behind a figure: as many as it says. */
export const RecordsPage = ({
  row,
  period,
  area,
  side,
  records,
  figure,
  isShare,
  next,
}: Loaded<typeof recordsPageView>) => {
  const at = { period: period.key, area };
  const query = new URLSearchParams({ period: period.key, ...(area === 'all' ? {} : { area }), side });
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {row.name}, {period.words}
        </span>{' '}
        Records behind {figure ? figureWords(row, figure) : 'the figure'}
      </h1>
      {isShare && (
        <p class="govuk-body">
          {side === 'numerator'
            ? `Those counted: ${row.numerator.toLowerCase()}. `
            : `All that it is a share of: ${(row.denominator ?? '').toLowerCase()}. `}
          <a
            class="govuk-link"
            href={recordsHref(row.code, { ...at, side: side === 'numerator' ? 'denominator' : 'numerator' })}
          >
            {side === 'numerator' ? 'Show all that it is a share of' : 'Show the numerator alone'}
          </a>
        </p>
      )}
      <DataTable
        caption="Records, newest first"
        captionClasses="govuk-visually-hidden"
        rows={records}
        columns={[
          {
            heading: 'Record',
            cell: (r) => (
              <a class="govuk-link" href={r.href}>
                {r.label}
              </a>
            ),
          },
          { heading: 'What', cell: (r) => r.what },
          { heading: 'Day', cell: (r) => <Day day={r.day} /> },
          ...(isShare && side === 'denominator'
            ? [{ heading: 'In the numerator', cell: (r: { isPart: boolean }) => (r.isPart ? 'Yes' : 'No') }]
            : []),
        ]}
        empty={{
          title: 'No records',
          children: 'Nothing was counted in this period and place.',
          action: { href: figureHref(row.code, at), children: 'Back to the figure' },
        }}
        paging={{ nextHref: next ? `/figures/${row.code}/records?${query}&after=${next}` : undefined }}
        exports={{ csvHref: `/figures/${row.code}/records.csv?${query}` }}
      />
    </>
  );
};
