import { DataTable, Day, Details, Money, Tag } from '../platform/ui/index.ts';
import { offenceName, type PenaltyLaw } from './penalty.ts';
import type { AdoptedRow } from './penalty-law.store.ts';

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

/** The law on penalties by date and what each council adopted inside it, with sources and how sure each is. */
export const LawPage = ({
  laws,
  adopted,
}: {
  laws: readonly PenaltyLaw[];
  adopted: readonly AdoptedRow[];
}) => (
  <>
    <h1 class="govuk-heading-l">Penalties: the law and the amounts adopted</h1>
    <p class="govuk-body">
      A notice is judged by the row of the day of its offence. A row that awaits confirmation never applies.
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
              </p>
            </Details>
          ),
        },
      ]}
      empty={{ title: 'No law is loaded', children: 'Rows of the law would be listed here.' }}
    />
    <h2 class="govuk-heading-m">What councils adopted</h2>
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
      ]}
      empty={{
        title: 'Nothing is adopted',
        children: 'Councils’ amounts would be listed here with the minute that adopted each.',
      }}
    />
  </>
);
