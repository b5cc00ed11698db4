import { type Content, DataTable, Day, Instant, RecordPage } from '../../platform/ui/index.ts';
import { hoursWords } from '../contact.store.ts';
import type { GapRow } from '../directory.commands.ts';
import type { ServiceRow } from '../directory.store.ts';
import { DirectoryNav } from '../directory-nav.pages.tsx';
import type { Member, SendingRule } from './service.store.ts';

/** Services by agency. */
export const ServicesPage = ({
  services,
  canEdit,
}: {
  services: readonly ServiceRow[];
  canEdit: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Services</h1>
    <DirectoryNav at="/directory/services" canEdit={canEdit} />
    {canEdit && (
      <p class="govuk-body">
        <a class="govuk-link" href="/directory/services/add">
          Add a service
        </a>
      </p>
    )}
    <DataTable
      caption="Services of the partners"
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
        { heading: 'Agency', cell: (s) => s.agencyName },
        { heading: 'Lead', cell: (s) => s.leadName ?? 'Nobody named' },
        { heading: 'Telephone', cell: (s) => s.phone },
      ]}
      empty={{ title: 'No services yet' }}
    />
  </>
);

interface ServiceProps {
  service: ServiceRow;
  areas: readonly { code: string; name: string }[];
  members: readonly Member[];
  rules: readonly SendingRule[];
  today: string;
  canEdit: boolean;
  history: Content;
}

const List = ({ items, none }: { items: readonly Content[]; none: string }) =>
  items.length === 0 ? (
    <p class="govuk-body">{none}</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );

/** One service: how to reach it, when and where it works, who is in it and what is sent to it. */
export function ServicePage({ service, areas, members, rules, today, canEdit, history }: ServiceProps) {
  const isOver = service.endsOn !== null && service.endsOn <= today;
  return (
    <RecordPage
      kind="Service"
      name={service.name}
      facts={[
        {
          label: 'Agency',
          value: (
            <a class="govuk-link" href={`/directory/agencies/${service.agencyId}`}>
              {service.agencyName}
            </a>
          ),
        },
        { label: 'Team', value: service.team },
        { label: 'Lead', value: service.leadName ?? 'Nobody named' },
        { label: 'Telephone', value: service.phone },
        { label: 'E-mail', value: service.email },
        { label: 'Code', value: service.code },
        {
          label: 'Fallback inbox',
          value: service.isFallback ? 'Yes: takes what nobody else is down for' : 'No',
        },
        ...(service.endsOn
          ? [{ label: isOver ? 'Ended' : 'Ends', value: <Day day={service.endsOn} /> }]
          : []),
      ]}
      sections={[
        {
          id: 'hours',
          title: 'Hours',
          children: (
            <p class="govuk-body">
              {hoursWords(service.hours) || 'Not known'}. Outside hours:{' '}
              {service.outOfHours ?? 'Wait until the service opens'}
            </p>
          ),
        },
        {
          id: 'where',
          title: 'Where it works',
          children: (
            <List
              none="The whole area of its agency."
              items={areas.map((area) => (
                <a class="govuk-link" href={`/directory/areas/${area.code}`}>
                  {area.name}
                </a>
              ))}
            />
          ),
        },
        {
          id: 'people',
          title: 'People',
          children: (
            <List
              none="Nobody is named."
              items={members.map((member) =>
                canEdit ? (
                  <a class="govuk-link" href={`/directory/people/${member.id}`}>
                    {member.name}
                  </a>
                ) : (
                  member.name
                ),
              )}
            />
          ),
        },
        {
          id: 'rules',
          title: 'What is sent to it',
          children: (
            <List
              none="No rule sends anything to it."
              items={rules.map((rule) => (
                <a class="govuk-link" href={`/directory/issues/${rule.issueType}`}>
                  {rule.issueName}
                </a>
              ))}
            />
          ),
        },
        ...(canEdit ? [{ id: 'history', title: 'History', children: history }] : []),
      ]}
      actions={
        canEdit && !isOver ? (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`/directory/services/${service.id}/change`}>
                Change this service
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`/directory/services/${service.id}/end`}>
                End this service
              </a>
            </li>
          </ul>
        ) : undefined
      }
    />
  );
}

/** What nobody is down to answer for. */
export const GapsPage = ({ gaps }: { gaps: readonly GapRow[] }) => (
  <>
    <h1 class="govuk-heading-l">Gaps in the directory</h1>
    <DirectoryNav at="/directory/gaps" canEdit />
    <DataTable
      caption="Reports that nobody was down to answer, most often first"
      rows={gaps}
      columns={[
        {
          heading: 'About',
          cell: (g) =>
            g.issueType ? (
              <a class="govuk-link" href={`/directory/issues/${g.issueType}`}>
                {g.words}
              </a>
            ) : (
              g.words
            ),
        },
        { heading: 'Where', cell: (g) => g.districtName ?? 'Place not known' },
        { heading: 'Times', cell: (g) => g.times, numeric: true },
        { heading: 'Last', cell: (g) => <Instant at={g.lastAt} /> },
      ]}
      empty={{
        title: 'No gaps',
        children:
          'When a report goes to the community safety inbox because no rule fits, it is counted here. Adding a rule settles it.',
      }}
    />
  </>
);
