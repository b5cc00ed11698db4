import { harmKinds } from '../../../reference/harm-kinds.ts';
import { spotMethod } from '../../../reference/hot-spots.ts';
import type { AreaRow, MapLayers, MapView } from '../../directory/index.ts';
import { addressWith } from '../../platform/http/address.ts';
import {
  Button,
  Checkboxes,
  DataTable,
  Form,
  Instant,
  Select,
  SummaryList,
  WarningText,
} from '../../platform/ui/index.ts';
import { ItemReference } from '../item/reference.pages.tsx';
import { monthsToChoose, monthWords, type SpotsPageInput, spotsValues } from './spots.forms.ts';
import { expectedWords, HotSpots, Months, type Opens, type SpotLine, Spread, Tally } from './spots.parts.tsx';
import {
  confidenceSaid,
  methodWords,
  mostShown,
  type Picture,
  pictureWords,
  placesMethod,
  placeWords,
  recordsWords,
  tenthWords,
} from './spots.queries.ts';
import type { Mark, Repeated } from './spots.rules.ts';
import { mostMarks } from './spots.store.ts';

export const spotsPath = '/intelligence/hot-spots';
const number = (n: number): string => n.toLocaleString('en-GB');

/** A picture as numbers on a page: exact, for the unit. */
export const spotLines = ({ spots, where }: Picture): SpotLine[] =>
  spots.hot.slice(0, mostShown).map((spot) => ({
    ...spot,
    where: where.get(spot.id) ?? spot.id,
    ...{ count: number(spot.count), expected: expectedWords(spot.expected), places: number(spot.places) },
  }));

interface FilterProps {
  asked: SpotsPageInput;
  of: { from: string; to: string };
  areas: readonly AreaRow[];
  today: string;
}
const Filters = ({ asked, of, areas, today }: FilterProps) => {
  const months = monthsToChoose(today).map((value) => ({ value, text: monthWords(value) }));
  return (
    <Form method="get" action={spotsPath} classes="bw-filters">
      <Select
        name="kind"
        label="Kind of harm"
        value={asked.kind}
        items={harmKinds.map(({ code, words }) => ({ value: code, text: words }))}
      />
      <Select name="from" label="From" value={of.from} items={months} />
      <Select name="to" label="To" value={of.to} items={months} />
      <Select
        name="metres"
        label="Side of a square"
        value={String(asked.metres)}
        items={spotMethod.cells.map((one) => ({ value: String(one), text: `${one} metres` }))}
      />
      <Checkboxes
        name="districts"
        fieldset={{ legend: 'Districts (none is everywhere)' }}
        classes="govuk-checkboxes--small"
        values={asked.districts}
        items={areas.map(({ code, name }) => ({ value: code, children: name }))}
      />
      <Button classes="govuk-button--secondary">Count</Button>
    </Form>
  );
};

const Again = (props: {
  caption: string;
  rows: readonly Repeated[];
  words: (one: Repeated) => string;
  opens: Opens;
  csvHref: string;
  empty: string;
}) => (
  <DataTable
    caption={props.caption}
    rows={props.rows.slice(0, mostShown)}
    cappedAt={mostShown}
    exports={{ csvHref: props.csvHref }}
    columns={[
      { heading: 'Who or where', cell: (one) => props.words(one) },
      {
        heading: 'Records',
        numeric: true,
        cell: ({ key, records }) => props.opens({ key }, number(records.length)),
      },
      { heading: 'Last', cell: ({ records }) => <Instant at={records[0]?.at ?? new Date(0)} /> },
    ]}
    empty={{ title: `${props.caption}: none`, children: props.empty }}
  />
);

interface PictureProps {
  picture: Picture;
  asked: SpotsPageInput;
  map: { view: MapView; layers: MapLayers };
}

/** Everything that is counted of one kind of harm, each number opening its records. */
export const PictureParts = ({ picture, asked, map }: PictureProps) => {
  const { spots, months, kinds, districts, places, victims, subjects } = picture;
  const base = { ...spotsValues(asked), month: undefined, cell: undefined, key: undefined };
  const opens: Opens = (to, words) => (
    <a class="govuk-link" href={`${addressWith(spotsPath, base, to)}#records`}>
      {words}
    </a>
  );
  const csvHref = (table: string) => addressWith(`${spotsPath}/table.csv`, base, { table });
  const repeatsOf = (some: typeof places) => some.spread.map(number);
  return (
    <>
      {picture.isCut && (
        <WarningText>
          Only the newest {number(mostMarks)} items and as many reports are counted. Choose a shorter period.
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'Counted', value: recordsWords(picture.marks.length) },
          { key: 'A year before', value: recordsWords(picture.before) },
          {
            key: 'On the map',
            value: `${number(spots.placed)}; ${number(spots.unplaced)} name no place that is known and are in no square`,
          },
          {
            key: 'Confidence in the items',
            value: confidenceSaid(picture),
          },
        ]}
      />
      <h2 class="govuk-heading-m">Hot spots</h2>
      <HotSpots
        lines={spotLines(picture)}
        method={methodWords(picture)}
        {...{ map, opens, cappedAt: mostShown, csvHref: csvHref('spots') }}
      />
      <h2 class="govuk-heading-m">When, what and where</h2>
      <Months
        months={months.map(({ month, n, before }) => ({
          ...{ label: monthWords(month), value: n, before },
          href: `${addressWith(spotsPath, base, { month })}#records`,
        }))}
      />
      <Tally caption="By kind" heading="Kind" rows={kinds.map(({ name, n }) => ({ name, n: number(n) }))} />
      <Tally
        caption="By district"
        heading="District"
        rows={districts.map(({ name, n }) => ({ name, n: number(n) }))}
      />
      <h2 class="govuk-heading-m">Places and people that records come back to</h2>
      <p class="govuk-body">{placesMethod}</p>
      <Spread
        {...{ caption: 'Repeat locations', heading: 'Places', counts: repeatsOf(places) }}
        tenth={tenthWords(places, 'places')}
      />
      <Again
        caption="Places with two records or more"
        rows={places.again}
        words={(one) => placeWords(picture, one)}
        {...{ opens, csvHref: csvHref('places'), empty: 'A place that two records lie at stands here.' }}
      />
      <Spread
        {...{ caption: 'Repeat victims', heading: 'People', counts: repeatsOf(victims) }}
        tenth={tenthWords(victims, 'people')}
      />
      <Again
        caption="Victims of two items or more"
        rows={victims.again}
        words={({ label }) => label}
        {...{ opens, csvHref: csvHref('victims') }}
        empty="Whom two items name as a victim, by a name with a date of birth, stands here."
      />
      <Tally
        caption="Subjects of two items or more"
        heading="Who"
        empty="Whom two items name as a subject or an associate, by an exact key, stands here."
        rows={[...subjects.again]
          .slice(0, mostShown)
          .map(({ label, records }) => ({ name: label, n: number(records.length) }))}
      />
    </>
  );
};

/** The records behind a number: an item opens, of a report the unit learns no more than this. */
const Records = ({ marks, caption }: { marks: readonly Mark[]; caption: string }) => (
  <section id="records" aria-label={caption}>
    <DataTable
      caption={caption}
      rows={marks.slice(0, recordsShown)}
      cappedAt={recordsShown}
      columns={[
        {
          heading: 'Record',
          cell: ({ source, id, reference }) =>
            source === 'item' ? (
              <ItemReference id={id} reference={reference} />
            ) : (
              <span class="bw-reference">{reference}</span>
            ),
        },
        { heading: 'Kind', cell: ({ kind }) => kind },
        { heading: 'Received', cell: ({ at }) => <Instant at={at} /> },
      ]}
      empty={{ title: 'No records', children: 'No record that is counted fits what you chose.' }}
    />
  </section>
);
const recordsShown = 200;

interface PageProps extends PictureProps, Omit<FilterProps, 'of' | 'asked'> {
  behind: readonly Mark[] | undefined;
  mayDraft: boolean;
}
/** Hot spots and repeats over what the unit may see. */
export const SpotsPage = (props: PageProps) => {
  const { picture, asked, behind } = props;
  const base = {
    ...spotsValues({ ...asked, from: picture.of.from, to: picture.of.to }),
    cell: undefined,
    month: undefined,
    key: undefined,
  };
  return (
    <>
      <h1 class="govuk-heading-l">Hot spots and repeats</h1>
      <p class="govuk-body">
        Items of the unit that say the words of a kind of harm, and reports of the same kind of agencies that
        opened theirs; never a sensitive one. The kinds are this product’s proposal.
      </p>
      <Filters {...props} of={picture.of} />
      <h2 class="govuk-heading-m">{pictureWords(picture)}</h2>
      {props.mayDraft && (
        <p class="govuk-body">
          <a class="govuk-link" href={addressWith('/intelligence/problems/new', base)}>
            Draft a problem profile of this
          </a>
        </p>
      )}
      {behind && (
        <Records marks={behind} caption={`The records behind the number: ${recordsWords(behind.length)}`} />
      )}
      <PictureParts {...props} />
    </>
  );
};
