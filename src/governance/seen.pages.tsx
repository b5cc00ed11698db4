import { DataTable, Instant } from '../platform/ui/index.ts';
import type { Seen, SeenView } from './seen.queries.ts';

const who = ({ officerName, actorKind }: Seen): string =>
  officerName ?? (actorKind === 'system' ? 'The system' : 'Somebody without an account');
const why = ({ purpose, side }: Seen): string =>
  side === 'INTEL' || side === 'SEALED' ? 'With the intelligence unit' : (purpose ?? '');
const written = ({ detail }: Seen): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');

export const SeenLink = ({ accessId }: { accessId: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/subject-access/${accessId}/seen`}>
      Who saw any of it, when and why
    </a>
  </p>
);

/** Who saw one person, when and why, in one page. */
export const SeenPage = ({ file, lines, hasMore, records }: SeenView) => {
  const last = lines.at(-1);
  const next = hasMore && last ? `?${new URLSearchParams({ before: last.at.toISOString() })}` : undefined;
  return (
    <>
      <h1 class="govuk-heading-l">Who saw what is held about {file.name}</h1>
      <p class="govuk-body">
        Every entry of the log about the {records} {records === 1 ? 'record' : 'records'} gathered for{' '}
        <a class="govuk-link" href={`/subject-access/${file.id}`}>
          {file.reference}
        </a>
        . A list or a search in which a name stood is in the log as one reading of that list, without the
        names on it. That you looked here is in the log too.
      </p>
      <DataTable
        caption="Newest first"
        rows={lines}
        columns={[
          { heading: 'When', cell: (line) => <Instant at={line.at} /> },
          { heading: 'Who', cell: who },
          { heading: 'Agency', cell: (line) => line.agencyName ?? '' },
          { heading: 'Record', cell: (line) => line.reference },
          { heading: 'Did', cell: (line) => line.event },
          { heading: 'Outcome', cell: (line) => line.outcome },
          { heading: 'Fields and counts', cell: written },
          { heading: 'Why', cell: why },
        ]}
        empty={{
          title: records === 0 ? 'Nothing was gathered yet' : 'Nobody has opened any of it',
          children:
            records === 0
              ? 'Gather what is held first: the log is asked about each of those records.'
              : 'No entry of the log is about these records.',
        }}
        paging={{ nextHref: next }}
      />
    </>
  );
};
