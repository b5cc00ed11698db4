import {
  Button,
  type Content,
  DataTable,
  Day,
  Form,
  InsetText,
  RecordPage,
  Select,
  Tag,
} from '../../platform/ui/index.ts';
import { DirectoryNav } from '../directory-nav.pages.tsx';
import { type AgreementRow, type AgreementState, agreementState } from './agreement.store.ts';
import { expiryWarningDays, recordKindWords, sharedKinds } from './agreement.words.ts';

const stateWords: Record<AgreementState, { words: string; classes: string }> = {
  'to-come': { words: 'To come', classes: 'govuk-tag--blue' },
  live: { words: 'In force', classes: 'govuk-tag--green' },
  ending: { words: 'Ends soon', classes: 'govuk-tag--orange' },
  ended: { words: 'Ended', classes: 'govuk-tag--grey' },
};

const State = ({ row, today }: { row: AgreementRow; today: string }) => {
  const { words, classes } = stateWords[agreementState(row, today)];
  return <Tag classes={classes}>{words}</Tag>;
};

const until = (row: AgreementRow): Content => (row.endsOn ? <Day day={row.endsOn} /> : 'Further notice');

export const AgreementsTable = ({
  agreements,
  today,
}: {
  agreements: readonly AgreementRow[];
  today: string;
}) => (
  <DataTable
    caption="Who may see what of whom"
    captionClasses="govuk-visually-hidden"
    rows={agreements}
    columns={[
      {
        heading: 'What',
        cell: (a) => (
          <a class="govuk-link" href={`/directory/agreements/${a.id}`}>
            {recordKindWords(a.recordKind)}
            <span class="govuk-visually-hidden">{` of ${a.fromName}, seen by ${a.toName}, from ${a.startsOn}`}</span>
          </a>
        ),
      },
      { heading: 'Of', cell: (a) => a.fromName },
      { heading: 'Seen by', cell: (a) => a.toName },
      { heading: 'Legal gateway', cell: (a) => a.gateway },
      { heading: 'Until', cell: until },
      { heading: 'State', cell: (a) => <State row={a} today={today} /> },
    ]}
    empty={{
      title: 'No agreements',
      children:
        'Without one, an agency sees its own records and those its services are on, and nothing else.',
    }}
  />
);

interface ListProps {
  agreements: readonly AgreementRow[];
  ending: readonly AgreementRow[];
  agencies: readonly { id: string; name: string }[];
  agencyId: string;
  shown: string;
  today: string;
  canEdit: boolean;
}

/** Every agreement, with those that end soon said first. */
export const AgreementsPage = (props: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Agreements between agencies</h1>
    <DirectoryNav at="/directory/agreements" canEdit={props.canEdit} />
    {props.canEdit && (
      <p class="govuk-body">
        <a class="govuk-link" href="/directory/agreements/add">
          Make an agreement
        </a>
      </p>
    )}
    {props.ending.length > 0 && (
      <InsetText>
        {props.ending.length === 1 ? '1 agreement ends' : `${props.ending.length} agreements end`} within{' '}
        {expiryWarningDays} days and nothing follows:{' '}
        {props.ending.map((row, index) => (
          <>
            {index > 0 && '; '}
            <a class="govuk-link" href={`/directory/agreements/${row.id}`}>
              {recordKindWords(row.recordKind)}, {row.fromName} to {row.toName}
            </a>{' '}
            (<Day day={row.endsOn ?? ''} />)
          </>
        ))}
        .
      </InsetText>
    )}
    <Form method="get" action="/directory/agreements" classes="bw-filters">
      <Select
        name="agencyId"
        label="Agency"
        value={props.agencyId}
        items={[
          { value: 'all', text: 'All agencies' },
          ...props.agencies.map((agency) => ({ value: agency.id, text: agency.name })),
        ]}
      />
      <Select
        name="shown"
        label="Which"
        value={props.shown}
        items={[
          { value: 'current', text: 'In force or to come' },
          { value: 'ending', text: `Ending within ${expiryWarningDays} days` },
          { value: 'all', text: 'All, ended ones too' },
        ]}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </Form>
    <AgreementsTable agreements={props.agreements} today={props.today} />
  </>
);

interface AgreementProps {
  agreement: AgreementRow;
  today: string;
  canEdit: boolean;
  history: Content;
}

/** One agreement: what it opens, what stays closed, and how it came about. */
export function AgreementPage({ agreement, today, canEdit, history }: AgreementProps) {
  const kind = sharedKinds.find((each) => each.code === agreement.recordKind);
  const state = agreementState(agreement, today);
  const address = `/directory/agreements/${agreement.id}`;
  return (
    <RecordPage
      kind="Agreement"
      name={`${recordKindWords(agreement.recordKind)}: ${agreement.fromName} to ${agreement.toName}`}
      facts={[
        { label: 'State', value: <State row={agreement} today={today} /> },
        { label: 'From', value: <Day day={agreement.startsOn} /> },
        { label: state === 'ended' ? 'Ended' : 'Until', value: until(agreement) },
        { label: 'Legal gateway', value: agreement.gateway },
        { label: 'Signed document', value: agreement.document ?? 'Not recorded' },
      ]}
      sections={[
        {
          id: 'opens',
          title: 'What it opens',
          children: (
            <p class="govuk-body">
              {agreement.toName} sees: {kind?.opens ?? agreement.recordKind} It does not go the other way.
            </p>
          ),
        },
        {
          id: 'closed',
          title: 'What stays closed',
          children: <p class="govuk-body">{kind?.staysClosed ?? 'Everything else.'}</p>,
        },
        ...(canEdit ? [{ id: 'history', title: 'History', children: history }] : []),
      ]}
      actions={
        canEdit && state !== 'ended' ? (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`${address}/amend`}>
                Give it another last day
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`${address}/end`}>
                End it now
              </a>
            </li>
          </ul>
        ) : undefined
      }
    />
  );
}
