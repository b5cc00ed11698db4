import { z } from 'zod';
import { apiGet, type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import { DataTable, Day } from '../../platform/ui/index.ts';
import { readIntelligence } from '../intelligence.permissions.ts';
import { type Conflict, listConflicts, mostConflicts } from './conflict.store.ts';

const words = 'Who supported a case at court, so that its sources stay closed to them';

const ConflictsPage = ({ rows }: { rows: readonly Conflict[] }) => (
  <>
    <h1 class="govuk-heading-l">Conflicts</h1>
    <p class="govuk-body">
      Who supports a case at court leaves the unit for it. The items behind the case, and all that its sources
      give, before and after, stay closed to them when they come back.
    </p>
    <DataTable
      caption="To whom what is closed, the newest first"
      captionClasses="govuk-visually-hidden"
      rows={rows}
      cappedAt={mostConflicts}
      columns={[
        { heading: 'Officer', cell: ({ officerName }) => officerName },
        { heading: 'Prosecution file', cell: ({ fileReference }) => fileReference },
        { heading: 'Since', cell: ({ since }) => <Day day={since} /> },
        { heading: 'Items closed', cell: ({ items }) => items, numeric: true },
      ]}
      empty={{
        title: 'Nothing is closed to anybody',
        children: 'A service that takes a case to court names who supports it with evidence.',
      }}
    />
  </>
);

/** The conflict log of the unit, as a page and as JSON. */
export const conflictRoutes: readonly Route[] = [
  show({
    path: '/intelligence/conflicts',
    words,
    permission: readIntelligence,
    audit: 'intelligence-conflict.listed',
    handle: async (work) =>
      page('Conflicts', <ConflictsPage rows={await listConflicts(work)} />, {
        marking: 'OFFICIAL-SENSITIVE',
      }),
  }),
  apiGet({
    path: '/api/v1/intelligence/conflicts',
    words,
    permission: readIntelligence,
    audit: 'intelligence-conflict.listed',
    output: z.object({
      conflicts: z.array(
        z.object({
          officerName: z.string(),
          fileReference: z.string(),
          since: z.string(),
          items: z.number(),
        }),
      ),
    }),
    handle: async (work) => ({ conflicts: await listConflicts(work) }),
  }),
];
