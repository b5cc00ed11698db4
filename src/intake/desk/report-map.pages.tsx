import { boxOfView, mapMoves, mapMoveWords, moveView, viewOfBox } from '../../directory/index.ts';
import { addressWith } from '../../platform/http/address.ts';
import type { MapTiles } from '../../platform/http/declare.ts';
import { type Content, DataTable, type DataTableProps, Instant } from '../../platform/ui/index.ts';
import type { ReportFilterInput } from '../report.queries.ts';
import type { Report } from '../report.store.ts';
import { StatusTag } from '../report-list.pages.tsx';
import { mapWords, type ReportMap } from './report-map.queries.ts';

const path = '/reports/map';

interface Props {
  map: ReportMap;
  filter: ReportFilterInput;
  tiles: MapTiles | undefined;
  reports: readonly Report[];
  nextHref: string | undefined;
  sort: NonNullable<DataTableProps<Report>['sort']>;
  exports: NonNullable<DataTableProps<Report>['exports']>;
  filters: Content;
}

/** Every report of a filter on a map, and the table of the same reports, page by page. */
export const ReportMapPage = (props: Props) => (
  <>
    <h1 class="govuk-heading-l">Reports on a map</h1>
    <p class="govuk-body">
      Every report that fits what you chose, not only the newest.{' '}
      <a class="govuk-link" href={addressWith('/reports', props.filter, { after: undefined })}>
        See them as a list
      </a>
    </p>
    <MapFigure {...props} />
    <DataTable
      caption={props.filter.box ? 'The reports on this part of the map' : 'The reports on the map'}
      filters={props.filters}
      rows={props.reports}
      columns={[
        {
          heading: 'Report',
          sortKey: 'reference',
          cell: (r) => (
            <a class="govuk-link bw-reference" href={`/reports/${r.id}`}>
              {r.reference}
            </a>
          ),
        },
        { heading: 'About', cell: (r) => r.issueName },
        { heading: 'Where', cell: (r) => r.placeWords ?? r.postcode ?? r.wardCode ?? 'Not known' },
        { heading: 'Received', sortKey: 'received', cell: (r) => <Instant at={r.receivedAt} /> },
        { heading: 'Status', sortKey: 'status', cell: (r) => <StatusTag status={r.status} /> },
      ]}
      empty={{
        title: 'No reports here',
        children: 'Reports that fit what you chose would be on the map and in this table.',
      }}
      paging={{ nextHref: props.nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);

/**
 * The map: a picture with links that move it, in whose place a script puts one that is dragged and zoomed. Both show the
 * same spots with the same numbers, and the table beneath says all that either does.
 */
const MapFigure = ({ map, filter, tiles }: Props) => {
  const rest = { ...filter, after: undefined, box: undefined };
  const view = viewOfBox(map.box);
  return (
    <section aria-labelledby="map-heading" class="bw-map-figure">
      <h2 class="govuk-visually-hidden" id="map-heading">
        Map
      </h2>
      <div
        data-report-map
        data-box={String(map.box)}
        data-spots={addressWith('/api/v1/reports/map', rest)}
        data-reports={addressWith('/api/v1/reports', rest)}
        data-list={addressWith('/reports', rest)}
        data-page={addressWith(path, rest)}
        data-tiles={tiles?.address}
        data-credit={tiles?.credit}
      >
        <div>
          <img
            class="bw-place-map__picture"
            src={addressWith('/reports/map.svg', rest, { box: map.box })}
            alt={`Map of ${mapWords(map)} The table below has the same reports.`}
            width={640}
            height={640}
          />
          <p class="govuk-body">{mapWords(map)}</p>
          <ul class="govuk-list bw-map-links">
            {mapMoves.map((move) => (
              <li>
                <a
                  class="govuk-link govuk-link--no-visited-state"
                  href={addressWith(path, rest, { box: boxOfView(moveView(view, move)) })}
                >
                  {mapMoveWords[move]}
                </a>
              </li>
            ))}
            {filter.box && (
              <li>
                <a class="govuk-link govuk-link--no-visited-state" href={addressWith(path, rest)}>
                  Show everywhere
                </a>
              </li>
            )}
          </ul>
        </div>
      </div>
    </section>
  );
};
