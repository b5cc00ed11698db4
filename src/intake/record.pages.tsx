import type { Viewer } from '../platform/access/viewer.ts';
import {
  Button,
  DataTable,
  Day,
  Details,
  EmptyState,
  Form,
  Input,
  InsetText,
  Instant,
  orAny,
  RecordPage,
  Select,
  SummaryList,
  Timeline,
} from '../platform/ui/index.ts';
import {
  HeldNotice,
  type Hold,
  linkRoles,
  linkRoleWords,
  type ReceivedRecord,
  type RecordKind,
  type ReportLink,
  recordFields,
  recordKinds,
  recordKindWords,
} from '../records/index.ts';
import { BegunFrom } from './begun-from.tsx';
import type { Report } from './report.store.ts';

interface RecordsPageProps {
  records: readonly ReceivedRecord[];
  words: string;
  kind: string;
}

/** People, firms, vehicles and numbers that reports and lists name. */
export const RecordsPage = ({ records, words, kind }: RecordsPageProps) => (
  <>
    <h1 class="govuk-heading-l">People and places</h1>
    <DataTable
      caption={words ? `Closest to “${words}”` : 'Newest first'}
      filters={
        <Form method="get" action="/records" classes="bw-filters">
          <Input
            name="words"
            label="Name, number, mark or address"
            value={words}
            type="search"
            hint="Small slips of spelling are forgiven."
          />
          <Select
            name="kind"
            label="Kind"
            value={kind}
            items={orAny(recordKinds.map((value) => ({ value, text: recordKindWords[value] })))}
          />
          <Button classes="govuk-button--secondary">Search</Button>
        </Form>
      }
      rows={records}
      columns={[
        {
          heading: 'Name',
          cell: (r) => (
            <a class="govuk-link" href={`/records/${r.id}`}>
              {r.label}
            </a>
          ),
        },
        { heading: 'Kind', cell: (r) => recordKindWords[r.kind] },
        { heading: 'Held by', cell: (r) => r.agencyName },
        { heading: 'Received', cell: (r) => <Instant at={r.receivedAt} /> },
      ]}
      empty={{
        title: 'Nobody and nothing here',
        children:
          'What reports name — people, firms, vehicles, telephone numbers — would be listed here. Open a report to add one.',
      }}
    />
  </>
);

interface RecordViewProps {
  record: ReceivedRecord;
  alike: readonly (ReceivedRecord & { keyKind: string; keyValue: string })[];
  reports: readonly { link: ReportLink; report: Report }[];
}

const keyWords: Record<string, string> = {
  phone: 'the same telephone number',
  vehicle: 'the same registration mark',
  email: 'the same e-mail address',
  company: 'the same company number',
  'name-born': 'the same name and date of birth',
  address: 'the same address',
};

/** How a record came, by the feed it is kept under; a file of a partner has a name of its own. */
const feedWords: Readonly<Record<string, string>> = {
  report: 'The words of a report',
  officer: 'An officer, on a report',
  penalty: 'A penalty notice',
  protection: 'A community protection file',
  inspection: 'A file of premises',
};

/** A day is shown as days are everywhere; anything else as it was told. */
const toldValue = (told: string | undefined) =>
  told === undefined ? 'Not told' : /^\d{4}-\d\d-\d\d$/.test(told) ? <Day day={told} /> : told;

/** One received record: what was told, by whom, where else the same identifier stands, and the reports that name it. */
export const RecordViewPage = ({
  record,
  alike,
  reports,
  hold,
  viewer,
}: RecordViewProps & { hold: Hold | undefined; viewer: Viewer }) => (
  <RecordPage
    kind={recordKindWords[record.kind]}
    name={record.label}
    actions={
      <>
        {(record.kind === 'person' || record.kind === 'organisation') && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/people/${record.id}`}>
              Open the card
            </a>{' '}
            that puts this record together with others about the same one.
          </p>
        )}
        <BegunFrom viewer={viewer} kind={record.kind} id={record.id} />
      </>
    }
    facts={[
      { label: 'Held by', value: record.agencyName },
      { label: 'Received', value: <Instant at={record.receivedAt} /> },
      { label: 'Under', value: record.regime === 'PART3' ? 'Data Protection Act 2018, Part 3' : 'UK GDPR' },
    ]}
    sections={[
      {
        id: 'summary',
        title: 'What we were told',
        children: (
          <>
            <HeldNotice hold={hold} />
            <SummaryList
              rows={[
                ...recordFields[record.kind].map((field) => ({
                  key: field.label,
                  value: toldValue(record.fields[field.name]),
                })),
                { key: 'Came by', value: feedWords[record.feed] ?? record.feed },
                { key: 'Gateway', value: record.gateway },
              ]}
            />
          </>
        ),
      },
      {
        id: 'alike',
        title: 'Where else it stands',
        children:
          alike.length === 0 ? (
            <EmptyState title="Nowhere else that you can see">
              Records with the same number, mark or address would be listed here.
            </EmptyState>
          ) : (
            <>
              <InsetText>These share an exact identifier. That does not make them the same.</InsetText>
              <ul class="govuk-list govuk-list--bullet">
                {alike.map((other) => (
                  <li>
                    <a class="govuk-link" href={`/records/${other.id}`}>
                      {other.label}
                    </a>
                    , held by {other.agencyName}: {keyWords[other.keyKind] ?? other.keyKind}
                  </li>
                ))}
              </ul>
            </>
          ),
      },
      {
        id: 'timeline',
        title: 'Reports that name it',
        children:
          reports.length === 0 ? (
            <p class="govuk-body">None that you can see.</p>
          ) : (
            <Timeline
              headingLevel={3}
              items={reports.map(({ link, report }) => ({
                label: (
                  <a class="govuk-link" href={`/reports/${report.id}`}>
                    {report.reference}: {report.issueName}
                  </a>
                ),
                when: <Instant at={report.receivedAt} />,
                children: linkRoleWords[link.role as keyof typeof linkRoleWords] ?? link.role,
              }))}
            />
          ),
      },
    ]}
  />
);

interface AddProps {
  reportId: string;
  kind: RecordKind;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, string>;
}

/** Adds somebody or something that a report names. */
export const AddRecordPage = ({ reportId, kind, csrf, problems, typed }: AddProps) => (
  <>
    <h1 class="govuk-heading-l">Add a {recordKindWords[kind].toLowerCase()}</h1>
    <Details summary="Add another kind instead">
      <ul class="govuk-list">
        {recordKinds.map((other) => (
          <li>
            <a class="govuk-link" href={`/reports/${reportId}/records/add?kind=${other}`}>
              {recordKindWords[other]}
            </a>
          </li>
        ))}
      </ul>
    </Details>
    <Form action={`/reports/${reportId}/records`} csrfToken={csrf}>
      <input type="hidden" name="kind" value={kind} />
      {recordFields[kind].map((field) => (
        <Input
          name={`fields[${field.name}]`}
          id={`fields-${field.name}`}
          label={field.label}
          hint={field.hint}
          value={typed[field.name]}
          errorMessage={problems.find((p) => p.field === `fields-${field.name}`)?.words}
        />
      ))}
      <Select
        name="role"
        label="How does it stand to the report?"
        items={linkRoles.map((value) => ({ value, text: linkRoleWords[value] }))}
      />
      <Button>Add to the report</Button>
    </Form>
  </>
);
