import type { AreaRow } from '../directory/index.ts';
import {
  DataTable,
  type DataTableProps,
  Day,
  Input,
  Instant,
  RecordPage,
  Tag,
} from '../platform/ui/index.ts';
import type { AbandonedFilterInput } from './abandoned.forms.ts';
import type { abandonedPageView } from './abandoned.queries.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import { standingAbandonedNeeds } from './abandoned.ts';
import { type AbandonedStatus, abandonedStatusWords, standingLandWords } from './abandoned.words.ts';
import { AbandonedMoments, Assessment, Keeper, Notices, TheVehicle } from './abandoned-parts.pages.tsx';
import { Photographs } from './abandoned-photo.pages.tsx';
import { FileFilters } from './procedure-filters.pages.tsx';
import { History } from './procedure-history.pages.tsx';
import { NextSteps, type OfferedStep, StepLinks } from './procedure-next.pages.tsx';
import { VehicleCharge } from './vehicle-charge.pages.tsx';

const colours: Record<AbandonedStatus, string> = {
  reported: 'yellow',
  judged: 'orange',
  noticed: 'blue',
  objected: 'red',
  stored: 'purple',
  claimed: 'pink',
  disposed: 'green',
  returned: 'green',
  'not-abandoned': 'grey',
  gone: 'grey',
  police: 'turquoise',
  void: 'grey',
};
const AbandonedTag = ({ status }: { status: AbandonedStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{abandonedStatusWords[status]}</Tag>
);

interface ListProps {
  files: readonly AbandonedVehicle[];
  filter: AbandonedFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exports: NonNullable<DataTableProps<AbandonedVehicle>['exports']>;
  sort: NonNullable<DataTableProps<AbandonedVehicle>['sort']>;
  /** Whether the reader opens files. */
  mayOpen: boolean;
}

/** Abandoned vehicles, the latest first; nobody’s list says where they stand. */
export const AbandonedListPage = ({ files, filter, districts, nextHref, mayOpen, ...props }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Abandoned vehicles</h1>
    {mayOpen && (
      <p class="govuk-body">
        <a class="govuk-link" href="/abandoned-vehicles/new">
          Open a file on a vehicle
        </a>
      </p>
    )}
    <DataTable
      caption="Vehicles"
      captionClasses="govuk-visually-hidden"
      filters={
        <FileFilters
          action="/abandoned-vehicles"
          filter={filter}
          open={{ value: 'live', text: 'Not ended' }}
          statusWords={abandonedStatusWords}
          kind={{ name: 'landKind', label: 'Land', value: filter.landKind, words: standingLandWords }}
          districts={districts}
        >
          <Input
            name="mark"
            label="Mark, of your agency’s files"
            value={filter.mark}
            type="search"
            classes="govuk-input--width-10"
          />
        </FileFilters>
      }
      rows={files}
      columns={[
        {
          heading: 'File',
          sortKey: 'reference',
          cell: (c) => (
            <a class="govuk-link bw-reference" href={`/abandoned-vehicles/${c.id}`}>
              {c.reference}
            </a>
          ),
        },
        { heading: 'Vehicle', cell: (c) => [c.colour, c.make].filter(Boolean).join(', ') || 'Not given' },
        { heading: 'Land', cell: (c) => standingLandWords[c.landKind] },
        { heading: 'District', cell: (c) => c.districtName ?? 'Not given' },
        { heading: 'By', cell: (c) => c.agencyName },
        { heading: 'First seen', sortKey: 'seen', cell: (c) => <Day day={c.seenOn} /> },
        { heading: 'Opened', sortKey: 'made', cell: (c) => <Instant at={c.madeAt} /> },
        { heading: 'Status', sortKey: 'status', cell: (c) => <AbandonedTag status={c.status} /> },
      ]}
      empty={{
        title: 'No vehicles here',
        children: 'Files that fit what you chose would be listed here. Choose less, or open a file.',
        ...(mayOpen
          ? { action: { href: '/abandoned-vehicles/new', children: 'Open a file on a vehicle' } }
          : {}),
      }}
      paging={{ nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);

type Loaded = Extract<Awaited<ReturnType<typeof abandonedPageView>>, { ok: true }>['value'];
export interface AbandonedPageProps extends Loaded {
  csrf: string;
  today: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
  form?: string | undefined;
  /** The viewer’s agency opened it, and their role acts on it. */
  mayWrite: boolean;
  /** The viewer may write a fixed penalty. */
  mayFine: boolean;
}

const stepsOf = ({ lines }: AbandonedPageProps): OfferedStep[] =>
  lines.map(({ line, conditions }) => {
    const standing: readonly string[] = standingAbandonedNeeds(line);
    return { line, needs: conditions.filter(({ code }) => standing.includes(code)) };
  });
/** The part of the page where a need is mended. */
const mendOf = (field: string): string | undefined => {
  if (field === 'assessment') return '#assessment';
  if (field === 'enquiry') return '#keeper';
  if (field === 'charge') return '#charge';
  return ['placeWords', 'landKind'].includes(field) ? '#vehicle' : undefined;
};

/** What is said before anything else. */
const alerts = ({ isStolen, sameMark, facts }: AbandonedPageProps): string[] => [
  ...(isStolen ? ['Reported stolen: it is neither returned nor disposed of. Hand it to the police.'] : []),
  ...sameMark.map(
    ({ reference, mark }) =>
      `${mark} is on ${reference} too${mark === facts?.standing?.mark ? '' : ', a mark that an eye takes for this one'}. Compare the two files.`,
  ),
];

function Actions(props: AbandonedPageProps) {
  const { file, isOwn } = props;
  if (!isOwn)
    return <p class="govuk-body">{file.agencyName} opened this file and decides what is done. Ask them.</p>;
  const from = [
    'offence=abandoned-vehicle',
    ...(props.report ? [`reportId=${props.report.id}`] : []),
    ...(file.caseId ? [`caseId=${file.caseId}`] : []),
  ];
  return (
    <StepLinks steps={stepsOf(props)} under={`/abandoned-vehicles/${file.id}/steps`}>
      {props.mayFine && file.status !== 'void' && file.status !== 'not-abandoned' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/penalties/new?${from.join('&')}`}>
            Write a penalty notice for abandoning it
          </a>
        </p>
      )}
    </StepLinks>
  );
}

/** One vehicle: what is needed next, the vehicle, the assessment, its keeper, the days, the notices and its history. */
export function AbandonedPage(props: AbandonedPageProps) {
  const { file, events, isOwn } = props;
  const instructions = alerts(props);
  const steps = stepsOf(props);
  const own = isOwn
    ? [
        { id: 'assessment', title: 'Assessment', children: <Assessment {...props} /> },
        { id: 'photographs', title: 'Photographs', children: <Photographs {...props} /> },
        { id: 'keeper', title: 'Its keeper', children: <Keeper {...props} /> },
        { id: 'charge', title: 'Removal and storage: the charge', children: <VehicleCharge {...props} /> },
        { id: 'papers', title: 'Notices and service', children: <Notices {...props} /> },
      ]
    : [];
  return (
    <RecordPage
      kind="Abandoned vehicle"
      name={file.reference}
      facts={[
        { label: 'Status', value: <AbandonedTag status={file.status} /> },
        { label: 'By', value: file.agencyName },
        { label: 'First seen', value: <Day day={file.seenOn} /> },
        ...(file.endedOn ? [{ label: 'Ended', value: <Day day={file.endedOn} /> }] : []),
      ]}
      safety={instructions.length > 0 ? { instructions } : undefined}
      sections={[
        ...(steps.some(({ needs }) => needs.length > 0)
          ? [
              {
                id: 'next',
                title: 'What the law needs next',
                children: <NextSteps steps={steps} mendOf={mendOf} />,
              },
            ]
          : []),
        { id: 'vehicle', title: 'The vehicle', children: <TheVehicle {...props} /> },
        { id: 'moments', title: 'Days that count', children: <AbandonedMoments {...props} /> },
        ...own,
        { id: 'history', title: 'History', children: <History events={events} /> },
      ]}
      actions={<Actions {...props} />}
    />
  );
}
