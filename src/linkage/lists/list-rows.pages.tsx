import { DataTable, Instant } from '../../platform/ui/index.ts';
import type { ListEntry, PartnerList } from './list.store.ts';

interface RowsProps {
  list: PartnerList;
  entries: readonly ListEntry[];
  nextHref: string | undefined;
}

const shownFields = (entry: ListEntry): string =>
  [
    entry.fields.dateOfBirth,
    ...(entry.isAddressHidden ? ['address hidden'] : [entry.fields.address, entry.fields.postcode]),
    entry.fields.phone,
    entry.fields.email,
  ]
    .filter(Boolean)
    .join(' · ');

/** The rows of a list, as they were given. */
export const RowsPage = ({ list, entries, nextHref }: RowsProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{list.agencyName}</span> Rows of {list.name}
    </h1>
    <DataTable
      caption="Rows by name"
      captionClasses="govuk-visually-hidden"
      rows={entries}
      columns={[
        {
          heading: 'Name',
          cell: (entry) => (
            <a class="govuk-link" href={`/people/${entry.id}`}>
              {entry.label}
            </a>
          ),
        },
        { heading: 'What the list says', cell: shownFields },
        {
          heading: 'Its reference',
          cell: (entry) => entry.reference ?? 'None',
        },
        { heading: 'Given', cell: (entry) => <Instant at={entry.receivedAt} /> },
      ]}
      empty={{ title: 'No rows here', children: 'Give a file to load them.' }}
      paging={{ nextHref }}
    />
  </>
);
