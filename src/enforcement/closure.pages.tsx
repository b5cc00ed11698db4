import type { AreaRow } from '../directory/index.ts';
import { dayOf } from '../platform/clock/clock.ts';
import {
  DataTable,
  type DataTableProps,
  Day,
  Deadline,
  Instant,
  RecordPage,
  Tag,
} from '../platform/ui/index.ts';
import type { ClosureFilterInput } from './closure.forms.ts';
import type { closurePageView } from './closure.queries.ts';
import type { Closure } from './closure.store.ts';
import {
  askSafeguarding,
  type ClosureStatus,
  closureStatusWords,
  premisesKindWords,
} from './closure.words.ts';
import { ClosureNext, ClosureStepLinks, hasClosureNeeds } from './closure-next.pages.tsx';
import { Checklist, Moments, Occupants, Papers, Premises } from './closure-parts.pages.tsx';
import { FileFilters } from './procedure-filters.pages.tsx';
import { History } from './procedure-history.pages.tsx';

const colours: Record<ClosureStatus, string> = {
  prepared: 'grey',
  consulted: 'blue',
  'notice-served': 'purple',
  applied: 'yellow',
  adjourned: 'yellow',
  ordered: 'red',
  extended: 'red',
  refused: 'grey',
  cancelled: 'grey',
  lapsed: 'orange',
  ended: 'green',
  void: 'grey',
};
/** Where a closure stands, in a word and a colour. */
const ClosureTag = ({ status }: { status: ClosureStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{closureStatusWords[status]}</Tag>
);

/** What runs out next, by day: the time for the court, an adjournment, the order. */
const closureDue = (file: Closure): string | null => {
  switch (file.status) {
    case 'notice-served':
      return file.hearingBy && dayOf(file.hearingBy);
    case 'applied':
      return file.hearingAt && dayOf(file.hearingAt);
    case 'adjourned':
      return file.adjournedUntil;
    case 'ordered':
    case 'extended':
      return file.orderUntil;
    default:
      return null;
  }
};

interface ListProps {
  files: readonly Closure[];
  filter: ClosureFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exports: NonNullable<DataTableProps<Closure>['exports']>;
  sort: NonNullable<DataTableProps<Closure>['sort']>;
  today: string;
  mayWrite: boolean;
}

/** Closures of premises, the latest first; nobody's list says an address. */
export const ClosureListPage = ({
  files,
  filter,
  districts,
  nextHref,
  today,
  mayWrite,
  ...props
}: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Closures of premises</h1>
    {mayWrite && (
      <p class="govuk-body">
        <a class="govuk-link" href="/closures/new">
          Begin a closure
        </a>
      </p>
    )}
    <DataTable
      caption="Closures"
      captionClasses="govuk-visually-hidden"
      filters={
        <FileFilters
          action="/closures"
          filter={filter}
          open={{ value: 'live', text: 'Not ended' }}
          statusWords={closureStatusWords}
          kind={{
            name: 'premisesKind',
            label: 'Premises',
            value: filter.premisesKind,
            words: premisesKindWords,
          }}
          districts={districts}
        />
      }
      rows={files}
      columns={[
        {
          heading: 'File',
          sortKey: 'reference',
          cell: (c) => (
            <a class="govuk-link bw-reference" href={`/closures/${c.id}`}>
              {c.reference}
            </a>
          ),
        },
        { heading: 'Premises', cell: (c) => premisesKindWords[c.premisesKind] },
        { heading: 'District', cell: (c) => c.districtName ?? 'Not given' },
        { heading: 'By', cell: (c) => c.agencyName },
        { heading: 'Begun', sortKey: 'made', cell: (c) => <Instant at={c.madeAt} /> },
        {
          heading: 'Due',
          sortKey: 'due',
          cell: (c) => {
            const due = closureDue(c);
            return due ? <Deadline due={due} today={today} /> : '–';
          },
        },
        { heading: 'Status', sortKey: 'status', cell: (c) => <ClosureTag status={c.status} /> },
      ]}
      empty={{
        title: 'No closures here',
        children: 'Files that fit what you chose would be listed here. Choose less, or begin a closure.',
        ...(mayWrite ? { action: { href: '/closures/new', children: 'Begin a closure' } } : {}),
      }}
      paging={{ nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);

type Loaded = Extract<Awaited<ReturnType<typeof closurePageView>>, { ok: true }>['value'];
export interface ClosurePageProps extends Loaded {
  csrf: string;
  today: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
  form?: string | undefined;
}

const keyFacts = ({ file, today, mustAsk }: ClosurePageProps) => {
  const due = closureDue(file);
  return [
    { label: 'Status', value: <ClosureTag status={file.status} /> },
    { label: 'By', value: file.agencyName },
    ...(due ? [{ label: 'Due', value: <Deadline due={due} today={today} /> }] : []),
    ...(file.endedOn ? [{ label: 'Ended', value: <Day day={file.endedOn} /> }] : []),
    ...(mustAsk
      ? [{ label: 'Who lives there', value: <Tag classes="govuk-tag--red">{askSafeguarding}</Tag> }]
      : []),
  ];
};

/** One closure: what the law still asks, where it is, who lives there, the checklist, what was served and what the court said. */
export function ClosurePage(props: ClosurePageProps) {
  const { file, events, isOwn, lines, mustAsk } = props;
  const own = isOwn
    ? [
        { id: 'checklist', title: 'Safeguarding checklist', children: <Checklist {...props} /> },
        { id: 'occupants', title: 'Who lives there and who comes', children: <Occupants {...props} /> },
        { id: 'papers', title: 'Papers and service', children: <Papers {...props} /> },
      ]
    : [];
  return (
    <RecordPage
      kind="Closure of premises"
      name={`${file.reference}: ${premisesKindWords[file.premisesKind].toLowerCase()}`}
      facts={keyFacts(props)}
      safety={
        mustAsk
          ? {
              instructions: [
                `${askSafeguarding} before you tell anybody who lives there or that it is to be closed.`,
              ],
            }
          : undefined
      }
      sections={[
        ...(hasClosureNeeds(props)
          ? [{ id: 'next', title: 'What the law needs next', children: <ClosureNext {...props} /> }]
          : []),
        { id: 'premises', title: 'The premises', children: <Premises {...props} /> },
        { id: 'moments', title: 'Times that count', children: <Moments {...props} /> },
        ...own,
        {
          id: 'history',
          title: 'History',
          children: <History events={events} />,
        },
      ]}
      actions={<ClosureStepLinks {...props} lines={lines} />}
    />
  );
}
