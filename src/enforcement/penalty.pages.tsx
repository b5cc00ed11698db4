import type { AreaRow } from '../directory/index.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import {
  DataTable,
  type DataTableProps,
  Day,
  Deadline,
  Money,
  RecordPage,
  Tag,
} from '../platform/ui/index.ts';
import type { PenaltyFilterInput, penaltyPageView } from './penalty.queries.ts';
import type { Penalty } from './penalty.store.ts';
import { offenceName } from './penalty.ts';
import { type PenaltyStatus, penaltyStatusWords } from './penalty.words.ts';
import { PenaltyActions } from './penalty-actions.pages.tsx';
import { DraftActions, DraftChecklist } from './penalty-compose.pages.tsx';
import { PenaltyFilters } from './penalty-filters.pages.tsx';

import { AmountAndDays, Evidence, Offence, Papers, Recipient } from './penalty-parts.pages.tsx';
import { History } from './procedure-history.pages.tsx';

const colours: Record<PenaltyStatus, string> = {
  draft: 'grey',
  issued: 'blue',
  representations: 'purple',
  overdue: 'red',
  reminded: 'orange',
  'paid-early': 'green',
  'paid-full': 'green',
  cancelled: 'grey',
  void: 'grey',
  referred: 'yellow',
  convicted: 'green',
  acquitted: 'grey',
  withdrawn: 'grey',
  'time-barred': 'grey',
};
/** Where a penalty stands, in a word and a colour. */
const PenaltyTag = ({ status }: { status: PenaltyStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{penaltyStatusWords[status]}</Tag>
);

interface ListProps {
  penalties: readonly Penalty[];
  filter: PenaltyFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exports: NonNullable<DataTableProps<Penalty>['exports']>;
  sort: NonNullable<DataTableProps<Penalty>['sort']>;
  today: string;
  mayWrite: boolean;
}
const isOpen = (status: PenaltyStatus): boolean => ['issued', 'overdue', 'reminded'].includes(status);

/** Penalties: drafts first, then the latest issued. */
export const PenaltiesPage = ({
  penalties,
  filter,
  districts,
  nextHref,
  today,
  mayWrite,
  ...props
}: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Penalties</h1>
    <p class="govuk-body">
      {mayWrite && (
        <>
          <a class="govuk-link" href="/penalties/new">
            Write a notice
          </a>
          {' · '}
        </>
      )}
      <a class="govuk-link" href="/law/penalties">
        The law and the adopted amounts
      </a>
    </p>
    <DataTable
      caption="Penalties"
      captionClasses="govuk-visually-hidden"
      filters={<PenaltyFilters filter={filter} districts={districts} />}
      rows={penalties}
      columns={[
        {
          heading: 'Notice',
          sortKey: 'reference',
          cell: (p) => (
            <a class="govuk-link bw-reference" href={`/penalties/${p.id}`}>
              {p.reference}
            </a>
          ),
        },
        { heading: 'Offence', cell: (p) => offenceName(p.offence) },
        { heading: 'Where', cell: (p) => p.placeWords ?? 'Not given' },
        {
          heading: 'Issued',
          sortKey: 'issued',
          cell: (p) => (p.issuedOn ? <Day day={p.issuedOn} /> : 'Not yet'),
        },
        { heading: 'By', cell: (p) => p.agencyName },
        {
          heading: 'Amount',
          sortKey: 'amount',
          numeric: true,
          cell: (p) => (p.amountPence === null ? 'Not yet' : <Money pence={p.amountPence} />),
        },
        {
          heading: 'To pay by',
          sortKey: 'due',
          cell: (p) =>
            p.payUntil && isOpen(p.status) ? (
              <Deadline due={p.payUntil} today={today} />
            ) : p.payUntil ? (
              <Day day={p.payUntil} />
            ) : (
              '–'
            ),
        },
        { heading: 'Status', sortKey: 'status', cell: (p) => <PenaltyTag status={p.status} /> },
      ]}
      empty={{
        title: 'No penalties here',
        children:
          'Notices that fit what you chose would be listed here. Choose less, or write one from a report.',
        ...(mayWrite ? { action: { href: '/penalties/new', children: 'Write a notice' } } : {}),
      }}
      paging={{ nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);

type Loaded = Extract<Awaited<ReturnType<typeof penaltyPageView>>, { ok: true }>['value'];
export interface PenaltyPageProps extends Loaded {
  viewer: OfficerViewer;
  csrf: string;
  today: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
  form?: string | undefined;
}

/** One penalty: what the law asks while it is a draft; what happened, what is due and what can be done afterwards. */
export function PenaltyPage(props: PenaltyPageProps) {
  const { penalty, today, events, composed } = props;
  const isDraft = penalty.status === 'draft';
  return (
    <RecordPage
      kind="Fixed penalty notice"
      name={`${penalty.reference}: ${offenceName(penalty.offence)}`}
      facts={[
        { label: 'Status', value: <PenaltyTag status={penalty.status} /> },
        { label: 'By', value: penalty.agencyName },
        ...(penalty.amountPence === null
          ? []
          : [{ label: 'Amount', value: <Money pence={penalty.amountPence} /> }]),
        ...(penalty.payUntil
          ? [
              {
                label: 'Last day to pay',
                value: isOpen(penalty.status) ? (
                  <Deadline due={penalty.payUntil} today={today} />
                ) : (
                  <Day day={penalty.payUntil} />
                ),
              },
            ]
          : []),
      ]}
      sections={[
        ...(isDraft && composed
          ? [
              {
                id: 'checklist',
                title: 'What the law needs',
                children: <DraftChecklist {...props} composed={composed} />,
              },
            ]
          : []),
        { id: 'offence', title: 'The offence', children: <Offence {...props} /> },
        { id: 'recipient', title: 'Who it is to', children: <Recipient {...props} /> },
        { id: 'evidence', title: 'Evidence', children: <Evidence {...props} /> },
        ...(isDraft
          ? []
          : [
              { id: 'amount', title: 'Amount and days', children: <AmountAndDays {...props} /> },
              { id: 'papers', title: 'Papers', children: <Papers {...props} /> },
            ]),
        {
          id: 'history',
          title: 'History',
          children: <History events={events} />,
        },
      ]}
      actions={
        isDraft && composed ? <DraftActions {...props} composed={composed} /> : <PenaltyActions {...props} />
      }
    />
  );
}
