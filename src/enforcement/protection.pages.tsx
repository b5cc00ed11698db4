import type { AreaRow } from '../directory/index.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import {
  DataTable,
  type DataTableProps,
  Day,
  Deadline,
  Instant,
  RecordPage,
  Tag,
} from '../platform/ui/index.ts';
import { FileFilters } from './procedure-filters.pages.tsx';
import { History } from './procedure-history.pages.tsx';
import type { ProtectionFilterInput } from './protection.forms.ts';
import type { protectionPageView } from './protection.queries.ts';
import type { Protection } from './protection.store.ts';
import { conductKindWords, type ProtectionStatus, protectionStatusWords } from './protection.words.ts';
import { hasProtectionNeeds, ProtectionNext, ProtectionStepLinks } from './protection-next.pages.tsx';
import { Conduct, Evidence, Letters, Requirements, Subject, Times } from './protection-parts.pages.tsx';

const colours: Record<ProtectionStatus, string> = {
  drafted: 'grey',
  warned: 'blue',
  complied: 'green',
  'not-complied': 'orange',
  'notice-served': 'purple',
  appealed: 'yellow',
  varied: 'purple',
  breached: 'red',
  prosecuted: 'orange',
  convicted: 'red',
  acquitted: 'grey',
  discharged: 'grey',
  void: 'grey',
};
/** Where a file stands, in a word and a colour. */
const ProtectionTag = ({ status }: { status: ProtectionStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{protectionStatusWords[status]}</Tag>
);

/** The kinds of conduct of a file in a few words. */
export const conductWords = (file: Pick<Protection, 'conductKinds'>): string =>
  file.conductKinds.map((kind) => conductKindWords[kind]).join(', ') || 'Not given';

/** What runs out next: the time to comply, or the time to appeal. */
export const dueOf = (file: Protection): string | null => {
  if (file.status === 'warned') return file.complyBy;
  return file.status === 'notice-served' && file.appealedOn === null ? file.appealUntil : null;
};

interface ListProps {
  files: readonly Protection[];
  filter: ProtectionFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exports: NonNullable<DataTableProps<Protection>['exports']>;
  sort: NonNullable<DataTableProps<Protection>['sort']>;
  today: string;
  mayWrite: boolean;
}

/** Warnings and notices, the latest first. */
export const ProtectionListPage = ({
  files,
  filter,
  districts,
  nextHref,
  today,
  mayWrite,
  ...props
}: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Community protection</h1>
    <p class="govuk-body">
      {mayWrite && (
        <>
          <a class="govuk-link" href="/protection/new">
            Write a warning
          </a>
          {' · '}
        </>
      )}
      <a class="govuk-link" href="/protection/table">
        The table of your agency
      </a>
      {' · '}
      <a class="govuk-link" href="/protection/published">
        Published tables
      </a>
    </p>
    <DataTable
      caption="Warnings and notices"
      captionClasses="govuk-visually-hidden"
      filters={
        <FileFilters
          action="/protection"
          filter={filter}
          open={{ value: 'live', text: 'Not ended' }}
          statusWords={protectionStatusWords}
          kind={{ name: 'conduct', label: 'Conduct', value: filter.conduct, words: conductKindWords }}
          districts={districts}
        />
      }
      rows={files}
      columns={[
        {
          heading: 'File',
          sortKey: 'reference',
          cell: (p) => (
            <a class="govuk-link bw-reference" href={`/protection/${p.id}`}>
              {p.reference}
            </a>
          ),
        },
        { heading: 'Conduct', cell: conductWords },
        {
          heading: 'Where',
          sortKey: 'street',
          cell: (p) => p.streetWords ?? p.districtName ?? 'Not given',
        },
        { heading: 'By', cell: (p) => p.agencyName },
        { heading: 'Begun', sortKey: 'made', cell: (p) => <Instant at={p.madeAt} /> },
        {
          heading: 'Due',
          sortKey: 'due',
          cell: (p) => {
            const due = dueOf(p);
            return due ? <Deadline due={due} today={today} /> : '–';
          },
        },
        { heading: 'Status', sortKey: 'status', cell: (p) => <ProtectionTag status={p.status} /> },
      ]}
      empty={{
        title: 'No warnings or notices here',
        children: 'Files that fit what you chose would be listed here. Choose less, or write a warning.',
        ...(mayWrite ? { action: { href: '/protection/new', children: 'Write a warning' } } : {}),
      }}
      paging={{ nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);

type Loaded = Extract<Awaited<ReturnType<typeof protectionPageView>>, { ok: true }>['value'];
export interface ProtectionPageProps extends Loaded {
  viewer: OfficerViewer;
  csrf: string;
  today: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
  form?: string | undefined;
}

const keyFacts = ({ file, today }: ProtectionPageProps) => {
  const due = dueOf(file);
  return [
    { label: 'Status', value: <ProtectionTag status={file.status} /> },
    { label: 'By', value: file.agencyName },
    ...(due
      ? [
          {
            label: file.status === 'warned' ? 'Time to comply ends' : 'Appeal until',
            value: <Deadline due={due} today={today} />,
          },
        ]
      : []),
    ...(file.endedOn ? [{ label: 'Ended', value: <Day day={file.endedOn} /> }] : []),
  ];
};

/** One file: what the law still asks, who and what it is about, what was served and proved, and what can be done. */
export function ProtectionPage(props: ProtectionPageProps) {
  const { file, events, isOwn, lines } = props;
  const own = isOwn
    ? [
        { id: 'subject', title: 'Who is warned', children: <Subject {...props} /> },
        { id: 'evidence', title: 'Evidence', children: <Evidence {...props} /> },
        { id: 'requirements', title: 'Requirements', children: <Requirements {...props} /> },
        { id: 'letters', title: 'Letters and service', children: <Letters {...props} /> },
      ]
    : [];
  return (
    <RecordPage
      kind="Community protection"
      name={`${file.reference}: ${conductWords(file)}`}
      facts={keyFacts(props)}
      sections={[
        ...(hasProtectionNeeds({ lines })
          ? [{ id: 'next', title: 'What the law needs next', children: <ProtectionNext {...props} /> }]
          : []),
        { id: 'conduct', title: 'The conduct', children: <Conduct {...props} /> },
        { id: 'times', title: 'Days that count', children: <Times {...props} /> },
        ...own,
        {
          id: 'history',
          title: 'History',
          children: <History events={events} />,
        },
      ]}
      actions={<ProtectionStepLinks {...props} />}
    />
  );
}
