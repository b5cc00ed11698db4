import { type Content, DataTable, Day, RecordPage, type RecordSection } from '../../platform/ui/index.ts';
import { AgreementsTable } from '../agreement/agreement.pages.tsx';
import type { AgreementRow } from '../agreement/agreement.store.ts';
import type { ServiceRow } from '../directory.store.ts';
import { DirectoryNav } from '../directory-nav.pages.tsx';
import { type Agency, isEnded } from './agency.store.ts';
import { agencyKindWords } from './agency.words.ts';

/** Every partner, live ones first. */
export const AgenciesPage = ({
  agencies,
  today,
  canEdit,
}: {
  agencies: readonly Agency[];
  today: string;
  canEdit: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Agencies</h1>
    <DirectoryNav at="/directory/agencies" canEdit={canEdit} />
    {canEdit && (
      <p class="govuk-body">
        <a class="govuk-link" href="/directory/agencies/add">
          Add an agency
        </a>
      </p>
    )}
    <DataTable
      caption="Agencies"
      captionClasses="govuk-visually-hidden"
      rows={agencies}
      columns={[
        {
          heading: 'Agency',
          cell: (a) => (
            <a class="govuk-link" href={`/directory/agencies/${a.id}`}>
              {a.name}
            </a>
          ),
        },
        { heading: 'Kind', cell: (a) => agencyKindWords[a.kind] ?? a.kind },
        { heading: 'Where', cell: (a) => a.areaName ?? 'No area of its own' },
        { heading: 'Speaks for it', cell: (a) => a.spokespersonName ?? 'Nobody named' },
        {
          heading: 'Until',
          cell: (a) =>
            a.endsOn ? (
              <>
                {isEnded(a, today) ? 'Ended ' : ''}
                <Day day={a.endsOn} />
              </>
            ) : (
              'Further notice'
            ),
        },
      ]}
      empty={{ title: 'No agencies yet', children: 'A directory administrator adds the partners here.' }}
    />
  </>
);

interface AgencyProps {
  agency: Agency;
  services: readonly ServiceRow[];
  agreements: readonly AgreementRow[];
  today: string;
  canEdit: boolean;
  history: Content;
}

/** One partner: its services and with whom it shares. */
export function AgencyPage({ agency, services, agreements, today, canEdit, history }: AgencyProps) {
  const sections: RecordSection[] = [
    {
      id: 'services',
      title: 'Services',
      children: (
        <DataTable
          caption="Services of the agency"
          captionClasses="govuk-visually-hidden"
          rows={services}
          columns={[
            {
              heading: 'Service',
              cell: (s) => (
                <a class="govuk-link" href={`/directory/services/${s.id}`}>
                  {s.name}
                </a>
              ),
            },
            { heading: 'Lead', cell: (s) => s.leadName ?? 'Nobody named' },
            { heading: 'Telephone', cell: (s) => s.phone },
          ]}
          empty={{ title: 'No services yet', children: 'Until it has one, no report can be sent to it.' }}
        />
      ),
    },
    {
      id: 'agreements',
      title: 'Agreements',
      children: <AgreementsTable agreements={agreements} today={today} />,
    },
    ...(canEdit ? [{ id: 'history', title: 'History', children: history }] : []),
  ];
  return (
    <RecordPage
      kind="Agency"
      name={agency.name}
      facts={[
        { label: 'Code', value: agency.code },
        { label: 'Kind', value: agencyKindWords[agency.kind] ?? agency.kind },
        {
          label: 'Where',
          value: agency.areaCode ? (
            <a class="govuk-link" href={`/directory/areas/${agency.areaCode}`}>
              {agency.areaName ?? agency.areaCode}
            </a>
          ) : (
            'No area of its own'
          ),
        },
        { label: 'Speaks for it', value: agency.spokespersonName ?? 'Nobody named' },
        { label: 'Since', value: <Day day={agency.startsOn} /> },
        ...(agency.endsOn ? [{ label: 'Until', value: <Day day={agency.endsOn} /> }] : []),
      ]}
      sections={sections}
      actions={canEdit && !isEnded(agency, today) ? <Actions agency={agency} /> : undefined}
    />
  );
}

const Actions = ({ agency }: { agency: Agency }) => (
  <ul class="govuk-list">
    {[
      { href: `/directory/agencies/${agency.id}/change`, text: 'Change this agency' },
      { href: `/directory/services/add?agencyId=${agency.id}`, text: 'Add a service' },
      { href: `/directory/people/add?agencyId=${agency.id}`, text: 'Add a person' },
      { href: `/directory/agreements/add?fromAgencyId=${agency.id}`, text: 'Make an agreement' },
      { href: `/directory/agencies/${agency.id}/end`, text: 'End this agency' },
    ].map(({ href, text }) => (
      <li>
        <a class="govuk-link" href={href}>
          {text}
        </a>
      </li>
    ))}
  </ul>
);
