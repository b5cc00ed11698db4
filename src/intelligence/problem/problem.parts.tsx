import type { MapLayers, MapView } from '../../directory/index.ts';
import { type Block, facts, heading, paragraph, table } from '../../platform/documents/model.ts';
import { Bars, dayWords, InsetText, SummaryList } from '../../platform/ui/index.ts';
import { HotSpots, Spread, Tally } from '../spots/spots.parts.tsx';
import type { LeavingFigures } from './leaving.rules.ts';

const named = (lines: LeavingFigures['kinds']) => lines.map(({ label, n }) => ({ name: label, n }));
/** A bar is as long as the number that is said; what is not said has none. */
const asNumber = (n: string): number | undefined => {
  const number = Number(n.replaceAll(',', ''));
  return Number.isFinite(number) ? number : undefined;
};
const smallNumbers =
  'Numbers from 1 to 4 are shown as fewer than 5, and what would give one away is not shown. No record, person or address is in these figures.';

interface Props {
  figures: LeavingFigures;
  map: { view: MapView; layers: MapLayers };
}

/** The figures of a problem profile as they leave, or left. */
export const LeavingParts = ({ figures, map }: Props) => {
  const hasUnshown = figures.months.some(({ n }) => asNumber(n) === undefined);
  return (
    <section>
      <h2 class="govuk-heading-m">Figures</h2>
      <p class="govuk-body">{figures.about}.</p>
      <SummaryList
        rows={[
          { key: 'Records counted', value: figures.total },
          { key: 'A year before', value: figures.before },
          { key: 'Counted on', value: dayWords(figures.asAt) },
          { key: 'Confidence in the items', value: figures.confidence },
        ]}
      />
      <InsetText>{smallNumbers}</InsetText>
      <h3 class="govuk-heading-s">Hot spots</h3>
      <HotSpots lines={figures.spots} method={figures.method} map={map} />
      <Bars
        id="months"
        caption="Records by month"
        labelHeading="Month"
        valueHeading="Records"
        points={figures.months.flatMap(({ label, n }) => {
          const value = asNumber(n);
          return value === undefined ? [] : [{ label, value }];
        })}
      >
        {hasUnshown && 'Months with a number that is not shown have no bar; they are in the table below.'}
      </Bars>
      {hasUnshown && <Tally caption="By month" heading="Month" rows={named(figures.months)} />}
      <Tally caption="By kind" heading="Kind" rows={named(figures.kinds)} />
      <Tally caption="By district" heading="District" rows={named(figures.districts)} />
      <p class="govuk-body">{figures.placesMethod}</p>
      <Spread
        {...{ caption: 'Repeat locations', heading: 'Places', tenth: figures.placesTenth }}
        counts={figures.places.map(({ n }) => n)}
      />
      <Spread
        {...{ caption: 'Repeat victims', heading: 'People', tenth: figures.victimsTenth }}
        counts={figures.victims.map(({ n }) => n)}
      />
      {figures.subjects.length > 0 && (
        <Spread
          {...{ caption: 'Subjects that items name', heading: 'Subjects', tenth: figures.subjectsTenth }}
          counts={figures.subjects.map(({ n }) => n)}
        />
      )}
    </section>
  );
};

const rowsOf = (lines: LeavingFigures['kinds']) => lines.map(({ label, n }) => [label, n]);
const counts = (first: string, lines: LeavingFigures['kinds'], caption: string): Block =>
  table(
    [
      { heading: first, width: 3 },
      { heading: 'Number', isNumber: true },
    ],
    rowsOf(lines),
    caption,
  );

/** The same figures on paper: the tables that stand beside the map and the bars. */
export const leavingBlocks = (figures: LeavingFigures): Block[] => [
  heading(2, 'Figures'),
  paragraph(`${figures.about}.`),
  facts([
    { key: 'Records counted', value: figures.total },
    { key: 'A year before', value: figures.before },
    { key: 'Counted on', value: dayWords(figures.asAt) },
    { key: 'Confidence in the items', value: figures.confidence },
  ]),
  paragraph(smallNumbers),
  heading(3, 'Hot spots'),
  paragraph(figures.method),
  figures.spots.length === 0
    ? paragraph('No hot spots.')
    : table(
        [
          { heading: 'Where', width: 3 },
          { heading: 'Records', isNumber: true },
          { heading: 'By chance', isNumber: true },
          { heading: 'Places', isNumber: true },
          { heading: 'Middle of the square', width: 2 },
        ],
        figures.spots.map(({ where, count, expected, places, west, east, south, north }) => [
          ...[where, count, expected, places],
          `${((south + north) / 2).toFixed(4)}, ${((west + east) / 2).toFixed(4)}`,
        ]),
        'Hot spots, the fullest first',
      ),
  counts('Month', figures.months, 'By month'),
  counts('Kind', figures.kinds, 'By kind'),
  counts('District', figures.districts, 'By district'),
  heading(3, 'Places and people that records come back to'),
  paragraph(figures.placesMethod),
  counts('Places with', figures.places, 'Repeat locations'),
  paragraph(figures.placesTenth),
  counts('People with', figures.victims, 'Repeat victims'),
  paragraph(figures.victimsTenth),
  ...(figures.subjects.length > 0
    ? [
        counts('Subjects with', figures.subjects, 'Subjects that items name'),
        paragraph(figures.subjectsTenth),
      ]
    : []),
];
