import { spotMethod } from '../../../reference/hot-spots.ts';
import { DrawnMap, type MapLayers, type MapView } from '../../directory/index.ts';
import { Bars, type Content, DataTable, InsetText } from '../../platform/ui/index.ts';
import { spreadWords } from './spots.rules.ts';

/** A hot spot as a page or a paper shows it. */
export interface SpotLine {
  id: string;
  where: string;
  count: string;
  /** How many chance would put there. */
  expected: string;
  places: string;
  west: number;
  south: number;
  east: number;
  north: number;
}
/** How a number opens its records, where the reader may open them. */
export type Opens = (to: { cell?: string; month?: string; key?: string }, words: string) => Content;

/** By chance: two figures, for a small number is not nought. */
export const expectedWords = (n: number): string => (n < 0.1 ? 'fewer than 0.1' : n.toFixed(1));

interface SpotsProps {
  lines: readonly SpotLine[];
  method: string;
  map: { view: MapView; layers: MapLayers };
  opens?: Opens;
  cappedAt?: number;
  csvHref?: string;
}

/** Hot spots on a map and in a table of the same numbers. */
export const HotSpots = ({ lines, method, map, opens, cappedAt, csvHref }: SpotsProps) => (
  <>
    <p class="govuk-body">{method}</p>
    {lines.length > 0 && (
      <DrawnMap
        {...map}
        squares={lines.map((line, index) => ({ ...line, label: String(index + 1) }))}
        label={`Map of ${lines.length} hot ${lines.length === 1 ? 'spot' : 'spots'}, numbered as in the table that follows.`}
      />
    )}
    <DataTable
      caption="Hot spots, the fullest first"
      rows={lines.map((line, index) => ({ ...line, number: index + 1 }))}
      columns={[
        { heading: 'Hot spot', cell: ({ number, where }) => `${number}. ${where}` },
        {
          heading: 'Records',
          numeric: true,
          cell: ({ id, count }) => (opens ? opens({ cell: id }, count) : count),
        },
        { heading: 'By chance', numeric: true, cell: ({ expected }) => expected },
        { heading: 'Places', numeric: true, cell: ({ places }) => places },
      ]}
      {...(cappedAt ? { cappedAt } : {})}
      {...(csvHref ? { exports: { csvHref } } : {})}
      empty={{
        title: 'No hot spots',
        children: `No square holds ${spotMethod.least} records or more beyond what chance would put there.`,
      }}
    />
  </>
);

/** Records by month, beside those of the year before. */
export const Months = (props: {
  months: readonly { label: string; value: number; before: number; href?: string }[];
}) => (
  <Bars
    id="months"
    caption="Records by month"
    labelHeading="Month"
    valueHeading="Records"
    points={props.months.map(({ label, value, href }) => ({ label, value, href }))}
    comparison={{ heading: 'A year before', values: props.months.map(({ before }) => before) }}
  />
);

/** Names with how many records each has. */
export const Tally = (props: {
  caption: string;
  heading: string;
  rows: readonly { name: string; n: string }[];
  empty?: string;
}) => (
  <DataTable
    caption={props.caption}
    rows={props.rows}
    columns={[
      { heading: props.heading, cell: ({ name }) => name },
      { heading: 'Records', numeric: true, cell: ({ n }) => n },
    ]}
    empty={{
      title: `${props.caption}: none`,
      children: props.empty ?? 'Records that are counted would stand here.',
    }}
  />
);

/** How many places, or people, have one record, two and so on. */
export const Spread = (props: {
  caption: string;
  heading: string;
  counts: readonly string[];
  tenth: string;
}) => (
  <>
    <DataTable
      caption={props.caption}
      rows={spreadWords.map((name, index) => ({ name, n: props.counts[index] ?? '0' }))}
      columns={[
        { heading: 'With', cell: ({ name }) => name },
        { heading: props.heading, numeric: true, cell: ({ n }) => n },
      ]}
      empty={{ title: 'None', children: 'Nothing was counted.' }}
    />
    <InsetText>{props.tenth}</InsetText>
  </>
);
