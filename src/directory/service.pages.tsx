import { type Content, DataTable, Instant, SummaryList } from '../platform/ui/index.ts';
import type { GapRow } from './directory.commands.ts';
import type { ServiceRow } from './directory.store.ts';

/** Services by agency. */
export const ServicesPage = ({ services }: { services: readonly ServiceRow[] }) => (
  <>
    <h1 class="govuk-heading-l">Services</h1>
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

const dayNames = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const hoursWords = (hours: unknown): Content =>
  Array.isArray(hours)
    ? hours
        .map(
          (span: { days: number[]; from: string; to: string }) =>
            `${dayNames[span.days[0] ?? 0]} to ${dayNames[span.days.at(-1) ?? 0]}, ${span.from} to ${span.to}`,
        )
        .join('; ')
    : 'Not known';

export const ServicePage = ({
  service,
  areas,
  members,
}: {
  service: ServiceRow;
  areas: readonly string[];
  members: readonly string[];
}) => (
  <>
    <h1 class="govuk-heading-l">{service.name}</h1>
    <SummaryList
      rows={[
        { key: 'Agency', value: service.agencyName },
        { key: 'Team', value: service.team },
        { key: 'Lead', value: service.leadName ?? 'Nobody named' },
        { key: 'Telephone', value: service.phone },
        { key: 'E-mail', value: service.email },
        { key: 'Hours', value: hoursWords(service.hours) },
        { key: 'Outside hours', value: service.outOfHours ?? 'Wait until the service opens' },
        {
          key: 'Where it works',
          value: areas.length === 0 ? 'The whole area of its agency' : areas.join(', '),
        },
        { key: 'People', value: members.join(', ') || 'Nobody named' },
        {
          key: 'Fallback inbox',
          value: service.isFallback ? 'Yes: takes what nobody else is down for' : 'No',
        },
      ]}
    />
  </>
);

/** What nobody is down to answer for. */
export const GapsPage = ({ gaps }: { gaps: readonly GapRow[] }) => (
  <>
    <h1 class="govuk-heading-l">Gaps in the directory</h1>
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
