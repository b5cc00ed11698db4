import type { IndicatorRow } from '../../reference/indicators.ts';
import type { Day as DayText } from '../platform/clock/clock.ts';
import { Bars, DataTable, Day, InsetText, SummaryList, Table } from '../platform/ui/index.ts';
import type { figurePageView, Grouped, recordsPageView } from './figure.queries.ts';
import {
  CountedOver,
  FigureFilters,
  FigureLink,
  FigureTrend,
  type FilterProps,
  figureHref,
  GroupTable,
  plainValue,
  recordsHref,
} from './figure-parts.pages.tsx';
import { type FigureValue, figureWords } from './indicator.ts';
import { lastQuarters, rollingYear, yearToDate } from './period.ts';

type Loaded<F extends (...args: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<F>>,
  { ok: true }
>['value'];

const headline = ['I-01', 'E-01', 'E-02', 'I-01a'];
interface IndexProps extends Omit<FilterProps, 'action'> {
  /** Whether the papers of the operations side are the viewer's to open. */
  hasPapers: boolean;
  groups: readonly Grouped[];
  agencies: readonly string[];
  quarters: readonly { quarter: string; edition: number }[];
  csvHref: string;
}
const Papers = (props: IndexProps) => (
  <>
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
  </>
);

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
    {props.hasPapers && <Papers {...props} />}
    <CountedOver agencies={props.agencies} />
  </>
);

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
      {props.meetings.lines.length > 0 && <Meetings {...props.meetings} />}
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

/** Every meeting of the county, for the analyst: totals, and the tasks or returns themselves only of their own. */
const Meetings = ({ quarter, lines }: Loaded<typeof figurePageView>['meetings']) => (
  <>
    <Table
      caption={`By meeting, ${quarter.words}`}
      firstCellIsHeader
      head={[
        { children: 'Meeting' },
        { children: 'In time', format: 'numeric' },
        { children: 'Due', format: 'numeric' },
      ]}
      rows={lines.map((line) => [
        { children: line.isOwn ? `${line.seriesName} (your agency sits at it)` : line.seriesName },
        { children: line.onTime, format: 'numeric' },
        { children: line.due, format: 'numeric' },
      ])}
    />
    <p class="govuk-body">
      Totals only, by whole quarters; 1 to 4 is left out where your agency does not sit at the meeting. What
      is about identifiable people is in none of them.
    </p>
  </>
);

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
    figure.kind === 'value'
      ? [{ label: part.charAt(0).toUpperCase() + part.slice(1), value: figure.value, figure }]
      : [],
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
            // What may be counted and not opened has no address.
            cell: (r) =>
              r.href === '' ? (
                r.label
              ) : (
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
