import { allValues, ChartFrame, type ChartProps, formatValue } from './charts.tsx';

const labelHeight = 22;
const barHeight = 20;
const gap = 14;
/** Per cent of the width a full bar takes; the rest is room for its figure. */
const fullWidth = 78;

interface BarProps {
  readonly chart: ChartProps;
  readonly value: number | undefined;
  readonly top: number;
  readonly y: number;
  readonly fill: string;
}

function Bar({ chart, value, top, y, fill }: BarProps) {
  if (value === undefined) {
    return (
      <text x="8" y={y + barHeight - 5} class="bw-chart__text">
        No figure
      </text>
    );
  }
  const width = (Math.max(0, value) / top) * fullWidth;
  return (
    <>
      <rect x="0" y={y} width={`${width.toFixed(2)}%`} height={barHeight} fill={fill} class="bw-chart__bar" />
      <text
        x={`${width.toFixed(2)}%`}
        dx="8"
        y={y + barHeight - 5}
        class="bw-chart__text bw-chart__text--figure"
      >
        {formatValue(chart, value)}
      </text>
    </>
  );
}

/**
 * Bars from nought, one to a label. Lengths are per cents and words are set at their own size, so the chart fits a
 * phone without shrinking its writing.
 */
export function Bars(props: ChartProps) {
  const { points, comparison, id } = props;
  // No axis is drawn, so the longest bar takes the whole width; every bar still starts at nought.
  const top = Math.max(...allValues(props), 1);
  const rowHeight = labelHeight + barHeight + (comparison ? barHeight + 3 : 0) + gap;
  const height = points.length * rowHeight;
  return (
    <ChartFrame chart={props} swatch="bar">
      <svg
        class="bw-chart__picture"
        role="img"
        aria-label={`Bar chart: ${props.caption}. The figures are in the table that follows.`}
        width="100%"
        height={height}
        xmlns="http://www.w3.org/2000/svg"
      >
        <defs>
          <pattern
            id={`${id}-hatch`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="8" height="8" class="bw-chart__hatch-ground" />
            <rect width="3" height="8" class="bw-chart__hatch-line" />
          </pattern>
        </defs>
        {points.map((point, index) => {
          const y = index * rowHeight;
          return (
            <g>
              <text x="0" y={y + labelHeight - 6} class="bw-chart__text">
                {point.label}
              </text>
              <line
                x1="0"
                x2="0"
                y1={y + labelHeight - 3}
                y2={y + rowHeight - gap + 3}
                class="bw-chart__axis"
              />
              <Bar chart={props} value={point.value} top={top} y={y + labelHeight} fill="currentColor" />
              {comparison && (
                <Bar
                  chart={props}
                  value={comparison.values[index]}
                  top={top}
                  y={y + labelHeight + barHeight + 3}
                  fill={`url(#${id}-hatch)`}
                />
              )}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}
