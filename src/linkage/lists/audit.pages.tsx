import { DataTable } from '../../platform/ui/index.ts';
import type { ListAudit } from './audit.queries.ts';
import { count } from './list.pages.tsx';

/** The lists side by side: how much they overlap, and for whom they say that different things are done. */
export const AuditPage = ({ lists, onSeveral, differing, differingInAll }: ListAudit) => (
  <>
    <h1 class="govuk-heading-l">Audit of the lists</h1>
    <p class="govuk-body">
      {count(onSeveral)} {onSeveral === 1 ? 'person is' : 'people are'} on two lists or more, as far as the
      lists are open to your agency and people have said so at the review desk. What is still to be decided
      there is not counted.
    </p>
    <DataTable
      caption="Each list beside the others"
      rows={lists}
      columns={[
        {
          heading: 'List',
          cell: ({ list }) => (
            <a class="govuk-link" href={`/lists/${list.id}`}>
              {list.name}
            </a>
          ),
        },
        { heading: 'Kept by', cell: ({ list }) => list.agencyName },
        { heading: 'What is done', cell: ({ list }) => list.intervention || 'Not told' },
        { heading: 'Rows', numeric: true, cell: (one) => count(one.rows) },
        { heading: 'People', numeric: true, cell: (one) => count(one.people) },
        { heading: 'Twice on it', numeric: true, cell: (one) => count(one.duplicates) },
        { heading: 'On another too', numeric: true, cell: (one) => count(one.elsewhere) },
      ]}
      empty={{ title: 'No list is open to your agency yet' }}
    />
    <DataTable
      caption="People for whom the lists say that different things are done"
      rows={differing}
      columns={[
        {
          heading: 'Person',
          cell: (person) => (
            <a class="govuk-link" href={`/people/${person.recordId}`}>
              {person.label}
            </a>
          ),
        },
        {
          heading: 'Lists, and what each does',
          cell: (person) => (
            <ul class="govuk-list">
              {person.lists.map(({ name, agencyName, intervention }) => (
                <li>
                  {name}, {agencyName}: {intervention || 'not told'}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
      empty={{
        title: 'Nobody',
        children:
          'When two rows of different lists are found to be one person, and the lists do different things, they are here.',
      }}
      paging={
        differingInAll > differing.length
          ? { showing: `The ${differing.length} who are on most lists, of ${count(differingInAll)}.` }
          : undefined
      }
    />
  </>
);
