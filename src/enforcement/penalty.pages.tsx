import { flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../reference/fly-tip.ts';
import type { AreaRow } from '../directory/index.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import {
  type Content,
  DataTable,
  Day,
  Deadline,
  Details,
  Instant,
  Money,
  RecordPage,
  SummaryList,
  Table,
  Tag,
  Timeline,
} from '../platform/ui/index.ts';
import type { PenaltyFilterInput, penaltyPageView } from './penalty.queries.ts';
import type { Penalty } from './penalty.store.ts';
import { offenceName } from './penalty.ts';
import {
  documentKindWords,
  evidenceKindWords,
  identifiedByWords,
  type PenaltyStatus,
  penaltyStatusWords,
  serviceMethods,
} from './penalty.words.ts';
import { PenaltyActions } from './penalty-actions.pages.tsx';
import { DraftActions, DraftChecklist } from './penalty-compose.pages.tsx';
import { PenaltyFilters } from './penalty-filters.pages.tsx';

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
export const PenaltyTag = ({ status }: { status: PenaltyStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{penaltyStatusWords[status]}</Tag>
);

interface ListProps {
  penalties: readonly Penalty[];
  filter: PenaltyFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exportHref: string;
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
  exportHref,
  today,
  mayWrite,
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
      caption="Penalties, drafts first, then the latest issued"
      captionClasses="govuk-visually-hidden"
      filters={<PenaltyFilters filter={filter} districts={districts} />}
      rows={penalties}
      columns={[
        {
          heading: 'Notice',
          cell: (p) => (
            <a class="govuk-link" href={`/penalties/${p.id}`}>
              {p.reference}
            </a>
          ),
        },
        { heading: 'Offence', cell: (p) => offenceName(p.offence) },
        { heading: 'Where', cell: (p) => p.placeWords ?? 'Not given' },
        { heading: 'Issued', cell: (p) => (p.issuedOn ? <Day day={p.issuedOn} /> : 'Not yet') },
        { heading: 'By', cell: (p) => p.agencyName },
        {
          heading: 'Amount',
          numeric: true,
          cell: (p) => (p.amountPence === null ? 'Not yet' : <Money pence={p.amountPence} />),
        },
        {
          heading: 'To pay by',
          cell: (p) =>
            p.payUntil && isOpen(p.status) ? (
              <Deadline due={p.payUntil} today={today} />
            ) : p.payUntil ? (
              <Day day={p.payUntil} />
            ) : (
              '–'
            ),
        },
        { heading: 'Status', cell: (p) => <PenaltyTag status={p.status} /> },
      ]}
      empty={{
        title: 'No penalties here',
        children:
          'Notices that fit what you chose would be listed here. Choose less, or write one from a report.',
        ...(mayWrite ? { action: { href: '/penalties/new', children: 'Write a notice' } } : {}),
      }}
      paging={{ nextHref }}
      exports={{ csvHref: exportHref }}
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
          children: (
            <Timeline
              headingLevel={3}
              items={events.map((event) => ({
                label: event.words,
                when: <Instant at={event.at} />,
                byline: event.officerName ? `${event.officerName}, ${event.agencyName ?? ''}` : undefined,
              }))}
            />
          ),
        },
      ]}
      actions={
        isDraft && composed ? <DraftActions {...props} composed={composed} /> : <PenaltyActions {...props} />
      }
    />
  );
}

const nameOf = (words: readonly { code: string; name: string }[], code: string | null): string =>
  words.find((word) => word.code === code)?.name ?? 'Not given';

const Offence = ({ penalty, report }: PenaltyPageProps) => (
  <SummaryList
    rows={[
      { key: 'Offence', value: offenceName(penalty.offence) },
      {
        key: 'When',
        value: penalty.offenceOn ? (
          <>
            <Day day={penalty.offenceOn} />
            {penalty.offenceTime ? ` at ${penalty.offenceTime}` : ', time not given'}
          </>
        ) : (
          'Not given'
        ),
      },
      {
        key: 'Where',
        value: [penalty.placeWords, penalty.districtName].filter(Boolean).join(', ') || 'Not given',
      },
      penalty.offence === 'fly-tipping' && {
        key: 'What was tipped',
        value: `${nameOf(flyTipWasteTypes, penalty.wasteType)}; ${nameOf(flyTipSizes, penalty.wasteSize)}; ${nameOf(flyTipLandTypes, penalty.landType)}`,
      },
      {
        key: 'What shows who did it',
        value: penalty.identifiedBy ? identifiedByWords[penalty.identifiedBy] : 'Not given',
      },
      report && {
        key: 'From report',
        value: (
          <a class="govuk-link" href={`/reports/${report.id}`}>
            {report.reference}
          </a>
        ),
      },
      penalty.caseId !== null && {
        key: 'On case',
        value: (
          <a class="govuk-link" href={`/cases/${penalty.caseId}`}>
            The case
          </a>
        ),
      },
    ]}
  />
);

const Recipient = ({ recipient, penalty }: PenaltyPageProps) =>
  recipient === undefined ? (
    <p class="govuk-body">
      Who it is to is known to {penalty.agencyName} alone. Ask them if you need to know.
    </p>
  ) : (
    <SummaryList
      rows={[
        {
          key: 'Name',
          value: recipient?.recordId ? (
            <a class="govuk-link" href={`/records/${recipient.recordId}`}>
              {recipient.name}
            </a>
          ) : (
            (recipient?.name ?? 'Not given')
          ),
        },
        { key: 'Address', value: recipient?.address ?? 'Not given' },
      ]}
    />
  );

const Evidence = ({ evidence, recipient }: PenaltyPageProps) => {
  if (recipient === undefined) return <p class="govuk-body">Evidence is kept by the issuing agency.</p>;
  if (evidence.length === 0)
    return <p class="govuk-body">None yet. Add a statement and a photograph, recording or document.</p>;
  return (
    <Table
      caption="Evidence"
      captionClasses="govuk-visually-hidden"
      head={[{ children: 'Kind' }, { children: 'What it shows' }, { children: 'Added' }]}
      rows={evidence.map((e) => [
        { children: kindWords(e.kind) },
        { children: `${e.words}${e.fileId ? ' (file held)' : ''}` },
        { children: <Instant at={e.addedAt} /> },
      ])}
    />
  );
};
const kindWords = (kind: string): string =>
  kind in evidenceKindWords ? evidenceKindWords[kind as keyof typeof evidenceKindWords] : kind; // just found to be a key

function AmountAndDays({ penalty, amount, payments, limit }: PenaltyPageProps) {
  const early: Content =
    penalty.earlyPence !== null && penalty.earlyUntil ? (
      <>
        <Money pence={penalty.earlyPence} /> if paid by <Day day={penalty.earlyUntil} />
      </>
    ) : (
      'None'
    );
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Amount', value: <Money pence={penalty.amountPence ?? 0} /> },
          { key: 'Early payment', value: early },
          {
            key: 'Served',
            value: penalty.servedOn ? (
              <>
                <Day day={penalty.servedOn} />:{' '}
                {penalty.servedHow ? serviceMethods[penalty.servedHow].words.toLowerCase() : ''}, by{' '}
                {penalty.servedBy}
              </>
            ) : (
              'Not recorded yet'
            ),
          },
          { key: 'Last day to pay', value: penalty.payUntil ? <Day day={penalty.payUntil} /> : '' },
          {
            key: 'Prosecution not before',
            value: penalty.prosecuteFrom ? <Day day={penalty.prosecuteFrom} /> : '',
          },
          {
            key: 'Last day to ask the court',
            value: limit ? <Day day={limit} /> : 'No limit: the offence is either-way',
          },
          {
            key: 'Paid',
            value:
              payments.length === 0
                ? 'Nothing'
                : payments.map((p) => (
                    <>
                      <Money pence={p.pence} /> on <Day day={p.paidOn} /> ({p.paymentReference}){' '}
                    </>
                  )),
          },
        ]}
      />
      <Details summary="Why this amount and these days">
        {amount?.ok && <p class="govuk-body">{amount.value.words}</p>}
        <p class="govuk-body">{penalty.deadlineWhy}</p>
        <p class="govuk-body">
          Signed under {penalty.powerBasis === 'csas' ? 'accreditation' : 'the council’s authority'}{' '}
          {penalty.powerReference}.
        </p>
      </Details>
    </>
  );
}

function Papers({ papers, penalty, recipient }: PenaltyPageProps) {
  if (recipient === undefined) return <p class="govuk-body">The papers are kept by the issuing agency.</p>;
  if (papers.length === 0)
    return (
      <p class="govuk-body">No paper is held for this notice: it came from the council’s earlier register.</p>
    );
  return (
    <ul class="govuk-list">
      {papers.map((p) => (
        <li>
          <a class="govuk-link" href={`/penalties/${penalty.id}/papers/${p.kind}/${p.version}`}>
            {documentKindWords[p.kind]}, edition {p.version} (PDF)
          </a>
          <br />
          <span class="govuk-hint">
            Made <Instant at={p.madeAt} />. SHA-256 {p.sha256.slice(0, 16)}…
          </span>
        </li>
      ))}
    </ul>
  );
}
