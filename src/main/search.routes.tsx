import { z } from 'zod';
import { type Role, reportReaders } from '../directory/index.ts';
import { pageOfReports, reportFilterSchema } from '../intake/index.ts';
import { permission } from '../platform/access/permission.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { apiGet, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { searchRecords } from '../records/index.ts';
import { SearchPage } from './search.pages.tsx';

const searchers: [Role, ...Role[]] = [...reportReaders] as [Role, ...Role[]]; // reportReaders has at least one
const search = permission('search', 'Search everything you may see', searchers);

const query = z.object({ q: z.string().max(200).default('') });

/** One thing found: what it is, where it is, and a line about it. */
export interface Found {
  kind: 'report' | 'record';
  href: string;
  title: string;
  about: string;
}

/** One box over all that the viewer may see: each kind asks its own store, with the viewer's predicate inside. */
async function searchAll(work: Work, words: string): Promise<Found[]> {
  if (words.trim() === '') return [];
  const reports = (await pageOfReports(work, reportFilterSchema.parse({ words }), 20)).reports;
  const records = hasRole(work.viewer, 'reception') ? [] : await searchRecords(work, { words, limit: 20 });
  work.note.detail = { words, count: reports.length + records.length };
  return [
    ...records.map((r) => ({
      kind: 'record' as const,
      href: `/records/${r.id}`,
      title: r.label,
      about: `${r.kind}, held by ${r.agencyName}`,
    })),
    ...reports.map((r) => ({
      kind: 'report' as const,
      href: `/reports/${r.id}`,
      title: `${r.reference}: ${r.issueName}`,
      about: `${r.placeWords ?? r.postcode ?? ''} ${r.serviceName}`.trim(),
    })),
  ];
}

export const searchRoutes: readonly Route[] = [
  show({
    path: '/search',
    words: 'Search everything you may see',
    permission: search,
    audit: 'search',
    query,
    example: { query: { q: 'mattress' } },
    handle: async (work, { query: { q } }) =>
      page('Search', <SearchPage words={q} found={await searchAll(work, q)} />),
  }),
  apiGet({
    path: '/api/v1/search',
    words: 'Search everything you may see',
    permission: search,
    audit: 'search',
    query,
    example: { query: { q: '07700 900555' } },
    output: z.object({
      found: z.array(z.object({ kind: z.string(), href: z.string(), title: z.string(), about: z.string() })),
    }),
    handle: async (work, { query: { q } }) => ({ found: await searchAll(work, q) }),
  }),
];
