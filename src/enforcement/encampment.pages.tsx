import type { AreaRow } from '../directory/index.ts';
import {
  DataTable,
  type DataTableProps,
  Day,
  dayWords,
  Instant,
  RecordPage,
  Tag,
} from '../platform/ui/index.ts';
import type { EncampmentFilterInput } from './encampment.forms.ts';
import type { encampmentPageView } from './encampment.queries.ts';
import type { Encampment } from './encampment.store.ts';
import { vehiclesCounted } from './encampment.ts';
import { type EncampmentStatus, encampmentStatusWords, landKindWords } from './encampment.words.ts';
import { EncampmentNext, EncampmentStepLinks, hasEncampmentNeeds } from './encampment-next.pages.tsx';
import { LandPapers, Moments, TheLand, Vehicles, Welfare, WhoMayDoWhat } from './encampment-parts.pages.tsx';
import { FileFilters } from './procedure-filters.pages.tsx';
import { History } from './procedure-history.pages.tsx';

const colours: Record<EncampmentStatus, string> = {
  reported: 'yellow',
  assessed: 'blue',
  tolerated: 'grey',
  directed: 'purple',
  complained: 'orange',
  ordered: 'red',
  removed: 'green',
  left: 'green',
  ended: 'green',
  void: 'grey',
};
const EncampmentTag = ({ status }: { status: EncampmentStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{encampmentStatusWords[status]}</Tag>
);

interface ListProps {
  files: readonly Encampment[];
  filter: EncampmentFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exports: NonNullable<DataTableProps<Encampment>['exports']>;
  sort: NonNullable<DataTableProps<Encampment>['sort']>;
  mayWrite: boolean;
}

/** Unauthorised encampments, the latest first; nobody's list says which land. */
export const EncampmentListPage = ({ files, filter, districts, nextHref, mayWrite, ...props }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Unauthorised encampments</h1>
    {mayWrite && (
      <p class="govuk-body">
        <a class="govuk-link" href="/encampments/new">
          Report an encampment
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href="/encampments/matrix">
          How land is scored
        </a>
      </p>
    )}
    <DataTable
      caption="Encampments"
      captionClasses="govuk-visually-hidden"
      filters={
        <FileFilters
          action="/encampments"
          filter={filter}
          open={{ value: 'live', text: 'Not ended' }}
          statusWords={encampmentStatusWords}
          kind={{ name: 'landKind', label: 'Land', value: filter.landKind, words: landKindWords }}
          districts={districts}
        />
      }
      rows={files}
      columns={[
        {
          heading: 'File',
          sortKey: 'reference',
          cell: (c) => (
            <a class="govuk-link bw-reference" href={`/encampments/${c.id}`}>
              {c.reference}
            </a>
          ),
        },
        { heading: 'Land', cell: (c) => landKindWords[c.landKind] },
        { heading: 'District', cell: (c) => c.districtName ?? 'Not given' },
        { heading: 'By', cell: (c) => c.agencyName },
        { heading: 'Caravans and vehicles', cell: (c) => String(vehiclesCounted(c)) },
        { heading: 'Came', sortKey: 'arrived', cell: (c) => <Day day={c.arrivedOn} /> },
        { heading: 'Reported', sortKey: 'made', cell: (c) => <Instant at={c.madeAt} /> },
        { heading: 'Status', sortKey: 'status', cell: (c) => <EncampmentTag status={c.status} /> },
      ]}
      empty={{
        title: 'No encampments here',
        children: 'Files that fit what you chose would be listed here. Choose less, or report an encampment.',
        ...(mayWrite ? { action: { href: '/encampments/new', children: 'Report an encampment' } } : {}),
      }}
      paging={{ nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);

type Loaded = Extract<Awaited<ReturnType<typeof encampmentPageView>>, { ok: true }>['value'];
export interface EncampmentPageProps extends Loaded {
  csrf: string;
  today: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
  form?: string | undefined;
}

/** What is said before anything else: a return while a direction ran, and that the police are to be told. */
const alerts = ({ returns, tellPolice, file }: EncampmentPageProps): string[] => [
  ...returns.map(
    (one) =>
      `${one.mark} was directed to leave land on ${dayWords(one.directedOn)} (${one.reference}, ${one.agencyName}${one.isPolice ? ', by the police' : ''}). The direction ran until ${dayWords(one.until)}: if this is the same land, coming back is an offence. Compare the two files.`,
  ),
  ...(tellPolice === undefined
    ? []
    : [
        `Tell the police: ${vehiclesCounted(file)} caravans and vehicles are on the land. From ${tellPolice} on they consider their own powers (s.61).`,
      ]),
];

/** One encampment: what the law still asks, the land, welfare, vehicles, the days, what was served and its history. */
export function EncampmentPage(props: EncampmentPageProps) {
  const { file, events, isOwn } = props;
  const instructions = alerts(props);
  const own = isOwn
    ? [
        { id: 'welfare', title: 'Welfare assessment', children: <Welfare {...props} /> },
        { id: 'vehicles', title: 'Vehicles on the land', children: <Vehicles {...props} /> },
        { id: 'papers', title: 'Papers and service', children: <LandPapers {...props} /> },
        ...(props.mayWrite && file.status !== 'void'
          ? [
              {
                id: 'after',
                title: 'After it',
                children: (
                  <p class="govuk-body">
                    <a class="govuk-link" href={`/encampments/${file.id}/after`}>
                      Waste, how the land is scored, measures and debrief
                    </a>
                  </p>
                ),
              },
            ]
          : []),
      ]
    : [];
  return (
    <RecordPage
      kind="Unauthorised encampment"
      name={file.reference}
      facts={[
        { label: 'Status', value: <EncampmentTag status={file.status} /> },
        { label: 'By', value: file.agencyName },
        { label: 'Came', value: <Day day={file.arrivedOn} /> },
        ...(file.leftOn ? [{ label: 'Gone', value: <Day day={file.leftOn} /> }] : []),
      ]}
      safety={instructions.length > 0 ? { instructions } : undefined}
      sections={[
        ...(hasEncampmentNeeds(props)
          ? [{ id: 'next', title: 'What the law needs next', children: <EncampmentNext {...props} /> }]
          : []),
        { id: 'land', title: 'The land and what is on it', children: <TheLand {...props} /> },
        { id: 'powers', title: 'Who may do what', children: <WhoMayDoWhat {...props} /> },
        { id: 'moments', title: 'Days that count', children: <Moments {...props} /> },
        ...own,
        { id: 'history', title: 'History', children: <History events={events} /> },
      ]}
      actions={<EncampmentStepLinks {...props} />}
    />
  );
}
