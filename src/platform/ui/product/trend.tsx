import { allValues, ChartFrame, type ChartProps, formatValue, roundedTop } from './charts.tsx';

const height = 240;
/** Room for the words: the axis figures to the left are laid over the lines they belong to. */
const plotTop = 24;
const plotBottom = 200;
const leftMargin = 10;
const rightMargin = 3;

function across(index: number, count: number): number {
  return count < 2 ? 50 : leftMargin + (index / (count - 1)) * (100 - leftMargin - rightMargin);
}

function down(value: number, top: number): number {
  return plotBottom - (Math.max(0, value) / top) * (plotBottom - plotTop);
}

interface SeriesProps {
  readonly values: readonly (number | undefined)[];
  readonly top: number;
  readonly isOther: boolean;
}

/** Parts of a series without a gap: a missing figure breaks the line rather than being drawn through. */
function runs(values: readonly (number | undefined)[], top: number): readonly string[] {
  const found: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === undefined) found.push([]);
    else found.at(-1)?.push(`${across(index, values.length).toFixed(2)},${down(value, top).toFixed(2)}`);
  });
  return found.filter((run) => run.length > 0).map((run) => run.join(' '));
}

function Series({ values, top, isOther }: SeriesProps) {
  return (
    <>
      {/* Stretched to the width of the page; the stroke keeps its own thickness. */}
      <svg
        aria-hidden="true"
        x="0"
        y="0"
        width="100%"
        height={height}
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
      >
        {runs(values, top).map((run) => (
          <polyline
            points={run}
            fill="none"
            class={isOther ? 'bw-chart__line bw-chart__line--other' : 'bw-chart__line'}
            vector-effect="non-scaling-stroke"
          />
        ))}
      </svg>
      {values.map((value, index) => {
        if (value === undefined) return null;
        const x = `${across(index, values.length).toFixed(2)}%`;
        const y = down(value, top);
        return isOther ? (
          <svg aria-hidden="true" x={x} y={y} overflow="visible">
            <rect x="-4" y="-4" width="8" height="8" class="bw-chart__mark bw-chart__mark--other" />
          </svg>
        ) : (
          <circle cx={x} cy={y} r="4.5" class="bw-chart__mark" />
        );
      })}
    </>
  );
}

function Grid({ chart, top }: { readonly chart: ChartProps; readonly top: number }) {
  return (
    <>
      {[0, top / 2, top].map((value) => (
        <>
          <line x1="0" x2="100%" y1={down(value, top)} y2={down(value, top)} class="bw-chart__grid" />
          <text x="0" y={down(value, top) - 4} class="bw-chart__text bw-chart__text--small">
            {formatValue(chart, value)}
          </text>
        </>
      ))}
    </>
  );
}

/** Labels under the plot: the first and the last always, and as many between as a phone has room for. */
function Labels({ chart }: { readonly chart: ChartProps }) {
  const { points } = chart;
  const last = points.length - 1;
  const middle = Math.floor(last / 2);
  return (
    <>
      {points.map((point, index) => {
        if (index !== 0 && index !== last && !(index === middle && last > 2)) return null;
        return (
          <text
            x={`${across(index, points.length).toFixed(2)}%`}
            y={plotBottom + 24}
            text-anchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
            class="bw-chart__text bw-chart__text--small"
          >
            {point.label}
          </text>
        );
      })}
    </>
  );
}

/** A line over time, on an axis that starts at nought, with its table. */
export function Trend(props: ChartProps) {
  const top = roundedTop(allValues(props));
  return (
    <ChartFrame chart={props} swatch="line">
      <svg
        class="bw-chart__picture"
        role="img"
        aria-label={`Line chart: ${props.caption}. The figures are in the table that follows.`}
        width="100%"
        height={height}
        xmlns="http://www.w3.org/2000/svg"
      >
        <Grid chart={props} top={top} />
        {props.comparison && <Series values={props.comparison.values} top={top} isOther />}
        <Series values={props.points.map((point) => point.value)} top={top} isOther={false} />
        <Labels chart={props} />
      </svg>
    </ChartFrame>
  );
}
