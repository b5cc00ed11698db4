import { Details } from '../content/details.tsx';
import { Table } from '../content/table.tsx';
import type { Content } from '../markup.ts';

/** A value with its words. */
export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  /** Opens the records behind the figure; shown in the table. */
  readonly href?: string | undefined;
}

/** What every chart takes. */
export interface ChartProps {
  /** Names the chart and its table: what, where, when. Its id is made from `id`. */
  readonly caption: string;
  readonly id: string;
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly points: readonly ChartPoint[];
  /** A second figure for each label: last year, the target, another place. */
  readonly comparison?:
    | { readonly heading: string; readonly values: readonly (number | undefined)[] }
    | undefined;
  /** How a value reads; falls back to the number with its thousands marked. */
  readonly format?: ((value: number) => string) | undefined;
  /** The sentence that says what the chart shows. */
  readonly children?: Content;
}

const numberFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** Writes a value as the chart's caller wants it. */
export function formatValue(chart: ChartProps, value: number): string {
  return chart.format ? chart.format(value) : numberFormat.format(value);
}

/** The least round number at or above the greatest value, for the top of an axis that starts at nought. */
export function roundedTop(values: readonly number[]): number {
  const greatest = Math.max(0, ...values);
  if (greatest === 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(greatest));
  const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
  const step = steps.find((each) => each * magnitude >= greatest) ?? 10;
  return step * magnitude;
}

/** Every value drawn, for finding the top of the axis. */
export function allValues(chart: ChartProps): readonly number[] {
  const others = chart.comparison?.values.filter((value) => value !== undefined) ?? [];
  return [...chart.points.map((point) => point.value), ...others];
}

function ChartTable({ chart }: { readonly chart: ChartProps }) {
  const { comparison } = chart;
  return (
    <Table
      caption={chart.caption}
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader
      head={[
        { children: chart.labelHeading },
        { children: chart.valueHeading, format: 'numeric' },
        ...(comparison ? [{ children: comparison.heading, format: 'numeric' as const }] : []),
      ]}
      rows={chart.points.map((point, index) => {
        const other = comparison?.values[index];
        const value = formatValue(chart, point.value);
        return [
          { children: point.label },
          {
            children: point.href ? (
              <a class="govuk-link" href={point.href}>
                {value}
              </a>
            ) : (
              value
            ),
            format: 'numeric',
          },
          ...(comparison
            ? [
                {
                  children: other === undefined ? 'No figure' : formatValue(chart, other),
                  format: 'numeric' as const,
                },
              ]
            : []),
        ];
      })}
    />
  );
}

interface FrameProps {
  readonly chart: ChartProps;
  /** Class of the sample of each series in the key. */
  readonly swatch: 'bar' | 'line';
  readonly children: Content;
}

/** A chart in its frame: caption, sentence, key, picture, and the same figures as a table. */
export function ChartFrame({ chart, swatch, children }: FrameProps) {
  return (
    <figure class="bw-chart" id={chart.id}>
      <figcaption class="govuk-heading-s bw-chart__caption">{chart.caption}</figcaption>
      {chart.children && <div class="govuk-body">{chart.children}</div>}
      {chart.comparison && (
        <ul class="bw-chart__key">
          <li>
            <span class={`bw-chart__swatch bw-chart__swatch--${swatch}`} aria-hidden="true" />
            {chart.valueHeading}
          </li>
          <li>
            <span class={`bw-chart__swatch bw-chart__swatch--${swatch}-other`} aria-hidden="true" />
            {chart.comparison.heading}
          </li>
        </ul>
      )}
      {children}
      <Details summary="The same figures as a table" classes="bw-chart__table">
        <ChartTable chart={chart} />
      </Details>
    </figure>
  );
}
