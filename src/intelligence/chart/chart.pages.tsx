import { addressWith, sortLinks } from '../../platform/http/address.ts';
import {
  type Content,
  DataTable,
  Details,
  InsetText,
  Instant,
  SubNavigation,
  SummaryList,
  Tag,
  Trend,
} from '../../platform/ui/index.ts';
import { measureCaution, measureWords, standingWords, walkedAtMost } from '../network/network.words.ts';
import { type ChartPageInput, chartValues } from './chart.forms.ts';
import type { Chart, ChartElement } from './chart.queries.ts';
import { type ChartColumn, type ChartRow, chartColumns, monthsOf, rowsOf, sortOf } from './chart.rows.ts';
import { chartTables, chartTableWords, elementKindWords, startsAllowed } from './chart.words.ts';
import { ElementActs, HiddenPart, WayPart } from './chart-acts.pages.tsx';
import { type ChartProps, Filters, pathOf } from './chart-filters.pages.tsx';
import { KeepForm } from './kept.pages.tsx';

const rowsShown = 50;
const number = (count: number): string => count.toLocaleString('en-GB');

/** Where an element is read in full. */
const hrefOf = ({ item, id }: ChartElement): string =>
  item ? `/intelligence/items/${id}` : `/intelligence/profiles/${id}`;
const Named = ({ element }: { element: ChartElement }) => (
  <a class="govuk-link" href={hrefOf(element)}>
    {element.item && <span class="bw-reference">{element.item.reference} </span>}
    {element.label}
  </a>
);

function cellOf({ key }: ChartColumn, { element, other, values }: ChartRow): Content {
  const value = values[key] ?? '';
  if (key === 'received') return <Instant at={(other ?? element).item?.receivedAt ?? new Date(0)} />;
  if (key === 'linked') return <Instant at={new Date(String(value))} />;
  if (key === 'item') {
    const item = other ?? element;
    return (
      <a class="govuk-link bw-reference" href={hrefOf(item)}>
        {item.item?.reference}
      </a>
    );
  }
  if (key === 'name' && element.item && !other && 'item' in values) return element.label;
  if (key === 'name')
    return (
      <div>
        <Named element={element} /> {element.isPinned && <Tag classes="govuk-tag--turquoise">Pinned</Tag>}
      </div>
    );
  if (key === 'role' && value === '') return 'The end';
  if (value === '') return 'Not worked out';
  if (key === 'brokers') return value === 0 ? '0%' : `${(Number(value) * 100).toFixed(1)}%`;
  return typeof value === 'number' ? number(value) : value;
}

/** Leads from an element to a chart around it, or to this one with it as a further start. */
function Onward({ row: { element }, props }: { row: ChartRow; props: ChartProps }) {
  const { linkId, asked } = props;
  if (element.item || element.step === 0) return element.step === 0 ? <>A start</> : null;
  const hidden = <span class="govuk-visually-hidden"> {element.label}</span>;
  return (
    <div>
      <a
        class="govuk-link"
        href={addressWith(pathOf(element.id), chartValues({ ...asked, also: [], page: 1 }))}
      >
        Chart{hidden}
      </a>
      {asked.also.length < startsAllowed - 1 && (
        <>
          {', '}
          <a
            class="govuk-link"
            href={addressWith(
              pathOf(linkId),
              chartValues({ ...asked, also: [...asked.also, element.id], page: 1 }),
            )}
          >
            Expand{hidden}
          </a>
        </>
      )}
    </div>
  );
}

function Tables(props: ChartProps) {
  const { chart, linkId, asked } = props;
  const { table, sort, page } = asked;
  const rows = rowsOf(chart, table, sort);
  const { key, isDown } = sortOf(table, sort);
  const start = (page - 1) * rowsShown;
  const shown = rows.slice(start, start + rowsShown);
  const at = (change: Partial<ChartPageInput>): string =>
    addressWith(pathOf(linkId), chartValues({ ...asked, ...change }));
  return (
    <>
      <SubNavigation
        label="The chart as tables"
        items={chartTables
          .filter((one) => one !== 'way' || one === table || chart.way.places)
          .map((one) => ({
            href: `${at({ table: one, sort: undefined, page: 1 })}#tables`,
            active: one === table,
            children: chartTableWords[one],
          }))}
      />
      {table === 'items' && <Months chart={chart} />}
      <DataTable
        caption={`${chartTableWords[table]} of the chart`}
        rows={shown}
        columns={[
          ...chartColumns[table].map((column) => ({
            heading: column.heading,
            numeric: column.isNumeric,
            sortKey: column.key,
            cell: (row: ChartRow) => cellOf(column, row),
          })),
          ...(table === 'elements'
            ? [
                { heading: 'From here', cell: (row: ChartRow) => <Onward row={row} props={props} /> },
                {
                  heading: 'On this chart',
                  cell: (row: ChartRow) => <ElementActs element={row.element} props={props} />,
                },
              ]
            : []),
        ]}
        sort={sortLinks(pathOf(linkId), chartValues({ ...asked, page: 1 }), {
          key,
          direction: isDown ? 'descending' : 'ascending',
        })}
        empty={{
          title: rows.length > 0 ? 'Nothing on this page' : 'Nothing',
          children: 'With more steps, other dates or other kinds there may be more.',
        }}
        paging={{
          previousHref: page > 1 ? `${at({ page: page - 1 })}#tables` : undefined,
          nextHref: start + rowsShown < rows.length ? `${at({ page: page + 1 })}#tables` : undefined,
          showing:
            rows.length > 0 &&
            `${number(Math.min(start + 1, rows.length))} to ${number(start + shown.length)} of ${number(rows.length)}`,
        }}
        exports={{ csvHref: addressWith(`${pathOf(linkId)}/table.csv`, chartValues({ ...asked, page: 1 })) }}
      />
    </>
  );
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

const Months = ({ chart }: { chart: Chart }) => {
  const { months, earlier } = monthsOf(chart);
  if (months.length === 0) return null;
  return (
    <>
      <Trend
        id="chart-months"
        caption="Items of the chart by month"
        labelHeading="Month"
        valueHeading="Items"
        points={months.map(({ month, items }) => ({
          label: monthName.format(new Date(`${month}-01T00:00:00Z`)),
          value: items,
        }))}
      />
      {earlier > 0 && <p class="govuk-body">Earlier: {number(earlier)}.</p>}
    </>
  );
};

/** Whoever stands most between the others, in words: three at most, starts included. */
const Standouts = ({ chart }: { chart: Chart }) => {
  const most = chart.elements
    .filter(({ item, degree }) => !item && degree > 0)
    .sort((a, b) => (b.brokerage ?? 0) - (a.brokerage ?? 0) || b.degree - a.degree)
    .slice(0, 3);
  if (most.length === 0) return null;
  return (
    <SummaryList
      rows={most.map((one) => ({
        key: (
          <>
            {elementKindWords[one.kind]}: {one.label}
          </>
        ),
        value: `${standingWords(one)}.`,
      }))}
    />
  );
};

const Meanings = () => (
  <Details summary="What these figures mean">
    <SummaryList rows={Object.values(measureWords).map(({ name, means }) => ({ key: name, value: means }))} />
    <p class="govuk-body">
      Items stand on the chart as elements of their own: two people of one item are two steps apart.
      Betweenness and closeness are worked out exactly on charts of up to {number(walkedAtMost)} elements.
    </p>
  </Details>
);

/** A chart: the drawing where there is script, and the same as tables. */
export const ChartPage = (props: ChartProps) => {
  const { chart, linkId, asked } = props;
  const { elements, ties, isCut } = chart;
  const starts = elements.filter(({ step }) => step === 0);
  const items = elements.filter(({ item }) => item).length;
  return (
    <>
      <span class="govuk-caption-l">Link chart</span>
      <h1 class="govuk-heading-l">{starts.map(({ label }) => label).join(' and ')}</h1>
      <p class="govuk-body">
        {number(elements.length)} {elements.length === 1 ? 'element' : 'elements'} ({number(items)}{' '}
        {items === 1 ? 'item' : 'items'} and whom or what they name), {number(ties.length)}{' '}
        {ties.length === 1 ? 'link' : 'links'}, all confirmed by a person.
      </p>
      {isCut && (
        <InsetText>
          There is more within {asked.steps} {asked.steps === 1 ? 'step' : 'steps'} than fits: the chart stops
          at {number(asked.cap)} elements, the newest items first. Narrow it by dates or kinds, or let in
          more. Figures are of what is shown.
        </InsetText>
      )}
      <HiddenPart {...props} />
      <WayPart {...props} />
      <KeepForm {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href="/intelligence/kept-charts">
          Kept charts
        </a>
      </p>
      <Details summary="How far, and by what" open={asked.kinds.length > 0 || isCut}>
        <Filters {...props} />
      </Details>
      <section aria-labelledby="drawing-heading" class="bw-chart-figure">
        <h2 class="govuk-visually-hidden" id="drawing-heading">
          Drawing
        </h2>
        <div
          data-link-chart
          data-chart={addressWith(
            `/api/v1/intelligence/charts/${linkId}`,
            chartValues({ ...asked, table: 'elements', sort: undefined, page: 1 }),
          )}
          data-page={addressWith(pathOf(linkId), chartValues({ ...asked, page: 1 }))}
        />
      </section>
      <h2 class="govuk-heading-m">Who connects and who brokers</h2>
      <InsetText>{measureCaution}</InsetText>
      <Standouts chart={chart} />
      <Meanings />
      <div id="tables">
        <Tables {...props} />
      </div>
    </>
  );
};
