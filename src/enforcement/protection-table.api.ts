import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import { publishProtection, readProtection, readProtectionTable } from './protection.permissions.ts';
import { listPublishedTables, publishTable, tableNow } from './protection-table.store.ts';

const row = z.object({ location: z.string(), summary: z.string(), update: z.string() });

/** The community protection table as JSON: as it stands, published, and publishing it. */
export const protectionTableApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/protection/table',
    words: 'The community protection table of your agency, made from its records now',
    permission: readProtection,
    audit: 'protection.table-read',
    output: z.object({ rows: z.array(row) }),
    handle: async (work) => ({ rows: await tableNow(work, 'exact') }),
  }),
  apiGet({
    path: '/api/v1/protection/published',
    words: 'The community protection tables as they were last published',
    permission: readProtectionTable,
    audit: 'protection.published-read',
    output: z.object({
      tables: z.array(
        z.object({
          agencyName: z.string(),
          edition: z.number(),
          rows: z.array(row),
          sha256: z.string(),
          publishedAt: z.date().transform((at) => at.toISOString()),
        }),
      ),
    }),
    handle: async (work) => ({ tables: await listPublishedTables(work) }),
  }),
  apiPost({
    path: '/api/v1/protection/table/publish',
    words: 'Publish the community protection table of your agency as a further edition',
    permission: publishProtection,
    audit: 'protection.table-published',
    body: z.object({}).loose(),
    output: z.object({ edition: z.number(), rows: z.array(row) }),
    example: { body: {} },
    handle: async (work) => demand(await publishTable(work)),
  }),
];
