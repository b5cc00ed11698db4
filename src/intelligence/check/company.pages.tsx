import { DataTable, Day } from '../../platform/ui/index.ts';
import type { Company } from './company.ts';

/** What the register says of a company, as rows of a summary. */
export const companyRows = (company: Company) => [
  { key: 'Company', value: `${company.name} (${company.number})` },
  { key: 'Status', value: [company.status, company.kind].filter(Boolean).join(', ') || 'Not said' },
  company.since !== '' && {
    key: 'Since',
    value: (
      <>
        <Day day={company.since} />
        {company.until !== '' && (
          <>
            , until <Day day={company.until} />
          </>
        )}
      </>
    ),
  },
  { key: 'Registered office', value: company.office || 'Not said' },
  company.trades.length > 0 && { key: 'Trades (SIC)', value: company.trades.join(', ') },
  company.wasInsolvent && { key: 'Insolvency', value: 'The register has a history of insolvency' },
];

/** Its officers, as far as the first page of the register goes. */
export const Officers = ({ company }: { company: Company }) => (
  <>
    <DataTable
      caption="Officers of the company"
      rows={company.officers}
      columns={[
        { heading: 'Name', cell: ({ name }) => name },
        { heading: 'As', cell: ({ role }) => role },
        { heading: 'From', cell: ({ from }) => (from ? <Day day={from} /> : '–') },
        { heading: 'Until', cell: ({ until }) => (until ? <Day day={until} /> : '–') },
      ]}
      empty={{ title: 'None', children: 'The register names no officer.' }}
    />
    {company.officerCount > company.officers.length && (
      <p class="govuk-body">
        The register has {company.officerCount}; the first {company.officers.length} are shown.
      </p>
    )}
  </>
);
