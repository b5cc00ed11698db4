import { type Content, DataTable, Day, Details, Money, Tag } from '../platform/ui/index.ts';
import { offenceName, type PenaltyLaw } from './penalty.ts';
import type { AdoptedRow } from './penalty-law.store.ts';
import { chargeWords } from './vehicle-charge.commands.ts';
import type { VehicleCharge } from './vehicle-charge.ts';

const markingWords = (row: PenaltyLaw): string =>
  row.marking === 'general-knowledge'
    ? 'General knowledge: confirm'
    : row.generalKnowledge.length > 0
      ? `Verified, but for ${row.generalKnowledge.map(plain).join(', ')}`
      : 'Verified';
const plain = (field: string): string => field.replace(/([A-Z])/g, ' $1').toLowerCase();
const statusWords = {
  active: 'In force',
  'awaiting-confirmation': 'Awaiting confirmation',
  off: 'Off',
} as const;
const statusColour = { active: 'green', 'awaiting-confirmation': 'yellow', off: 'grey' } as const;
const span = (from: string | null, to: string | null) =>
  from === null ? (
    'No first day yet'
  ) : (
    <>
      <Day day={from} />{' '}
      {to ? (
        <>
          to <Day day={to} />
        </>
      ) : (
        'on'
      )}
    </>
  );

interface Props {
  laws: readonly PenaltyLaw[];
  adopted: readonly AdoptedRow[];
  charges: readonly VehicleCharge[];
  canEdit: boolean;
  history: Content;
  today: string;
}

/** What can still be done about a row: a link to the form, or nothing. */
const step = (href: string, words: string, what: string) => (
  <a class="govuk-link" href={href}>
    {words}
    <span class="govuk-visually-hidden"> {what}</span>
  </a>
);
const lawStep = (row: PenaltyLaw, today: string) =>
  row.status !== 'active'
    ? step(
        `/law/penalties/rows/${row.id}/switch-on`,
        'Switch on',
        `${offenceName(row.offence)} of ${row.legalBasis}`,
      )
    : row.confirmedWords !== null && row.validFrom !== null && row.validFrom > today
      ? step(
          `/law/penalties/rows/${row.id}/take-back`,
          'Take back',
          `${offenceName(row.offence)} of ${row.legalBasis}`,
        )
      : '';

/** The law on penalties by date and what each council adopted inside it, with sources and how sure each is. */
export const LawPage = ({ laws, adopted, charges, canEdit, history, today }: Props) => (
  <>
    <h1 class="govuk-heading-l">Penalties: the law and the amounts adopted</h1>
    <p class="govuk-body">
      A notice is judged by the row of the day of its offence. A row that awaits confirmation, or that no
      source was found for and nobody has switched on, never applies.
    </p>
    <h2 class="govuk-heading-m">What the law allows</h2>
    <DataTable
      caption="What the law allows, by offence and date"
      captionClasses="govuk-visually-hidden"
      rows={laws}
      columns={[
        { heading: 'Offence', cell: (row) => offenceName(row.offence) },
        { heading: 'In force', cell: (row) => span(row.validFrom, row.validTo) },
        {
          heading: 'Least',
          numeric: true,
          cell: (row) => (row.minPence === null ? '–' : <Money pence={row.minPence} />),
        },
        { heading: 'Most', numeric: true, cell: (row) => <Money pence={row.maxPence} /> },
        { heading: 'Days', numeric: true, cell: (row) => row.windowDays },
        {
          heading: 'Status',
          cell: (row) => (
            <Tag classes={`govuk-tag--${statusColour[row.status]}`}>{statusWords[row.status]}</Tag>
          ),
        },
        { heading: 'How sure', cell: markingWords },
        {
          heading: 'Source',
          cell: (row) => (
            <Details summary={row.source}>
              <p class="govuk-body">
                {row.legalBasis} ({row.jurisdiction}). {row.note ?? ''}
                {row.confirmedWords === null ? '' : ` Confirmed here by: ${row.confirmedWords}.`}
              </p>
            </Details>
          ),
        },
        ...(canEdit ? [{ heading: 'Step', cell: (row: PenaltyLaw) => lawStep(row, today) }] : []),
      ]}
      empty={{ title: 'No law is loaded', children: 'Rows of the law would be listed here.' }}
    />
    <h2 class="govuk-heading-m">What councils adopted</h2>
    {canEdit && (
      <p class="govuk-body">
        <a class="govuk-link" href="/law/penalties/adopted/add">
          Record an adopted amount
        </a>
      </p>
    )}
    <DataTable
      caption="Amounts adopted, by council, offence and date"
      captionClasses="govuk-visually-hidden"
      rows={adopted}
      columns={[
        { heading: 'Council', cell: (row) => row.agencyName },
        { heading: 'Offence', cell: (row) => offenceName(row.offence) },
        { heading: 'For offences', cell: (row) => span(row.validFrom, row.validTo) },
        { heading: 'Amount', numeric: true, cell: (row) => <Money pence={row.amountPence} /> },
        {
          heading: 'Early',
          cell: (row) =>
            row.earlyPence === null ? (
              'None'
            ) : (
              <>
                <Money pence={row.earlyPence} /> in {row.earlyDays} days
              </>
            ),
        },
        { heading: 'Days to pay', numeric: true, cell: (row) => row.windowDays },
        { heading: 'Minute', cell: (row) => row.minute },
        ...(canEdit
          ? [
              {
                heading: 'Step',
                cell: (row: AdoptedRow) =>
                  row.validFrom > today
                    ? step(
                        `/law/penalties/adopted/${row.id}/withdraw`,
                        'Take back',
                        `${row.agencyName}, ${offenceName(row.offence)}`,
                      )
                    : '',
              },
            ]
          : []),
      ]}
      empty={{
        title: 'Nothing is adopted',
        children: 'Councils’ amounts would be listed here with the minute that adopted each.',
      }}
    />
    <h2 class="govuk-heading-m">What councils ask for a removed vehicle</h2>
    <p class="govuk-body">
      No source that we read gives an amount. Nothing is asked until an administrator enters a council’s own.
    </p>
    {canEdit && (
      <p class="govuk-body">
        <a class="govuk-link" href="/law/vehicle-charges/add">
          Enter a charge for a vehicle
        </a>
      </p>
    )}
    <DataTable
      caption="Charges for vehicles, by council and day"
      captionClasses="govuk-visually-hidden"
      rows={charges}
      columns={[
        { heading: 'Council', cell: (row) => row.agencyName },
        { heading: 'Charge', cell: (row) => chargeWords[row.code] },
        { heading: 'Removed from', cell: (row) => <Day day={row.validFrom} /> },
        {
          heading: 'Amount',
          numeric: true,
          cell: (row) => (row.pence === null ? 'Nothing' : <Money pence={row.pence} />),
        },
        { heading: 'Where it is from', cell: (row) => row.source },
        { heading: 'Why', cell: (row) => row.reason },
      ]}
      empty={{
        title: 'Nothing is asked',
        children: 'Charges would be listed here once a council’s own are entered.',
      }}
    />
    {canEdit && (
      <>
        <h2 class="govuk-heading-m">History</h2>
        {history}
      </>
    )}
  </>
);
