import { sql } from 'kysely';
import { mayUse } from '../platform/access/permission.ts';
import type { Work } from '../platform/http/work.ts';
import {
  type FoundPage,
  likeness,
  nothingFound,
  pageFrom,
  rankedPage,
  type SearchAsk,
  says,
} from '../platform/search/found.ts';
import { excerpt } from '../platform/search/highlight.ts';
import { byReference } from '../platform/search/reference.ts';
import { readCases } from './case.permissions.ts';
import { casePolicy } from './case.policy.ts';
import { type CaseStatus, caseStatusWords } from './case.words.ts';

interface Row {
  id: string;
  reference: string;
  title: string;
  summary: string;
  status: CaseStatus;
  agencyName: string;
  n: number;
}

/** Cases whose title or summary says the words, or else ones like them. */
export async function searchCases(work: Work, ask: SearchAsk): Promise<FoundPage> {
  if (!mayUse(work.viewer, readCases)) return nothingFound;
  const hits = sql`select c.id, c.reference, c.title, c.summary, c.status, c.lead_agency_id, c.opened_at as at, ${likeness(sql`c.title`, ask.words)} as likeness
      from enforcement.case_file c where ${casePolicy.visible(work.viewer, 'c')} and ${says(sql`c.search`, sql`c.title`, ask)}`;
  const { rows } =
    await sql<Row>`select p.*, a.name as agency_name from (${rankedPage(hits, ask)}) p join directory.agency a on a.id = p.lead_agency_id
      order by p.likeness desc, p.at desc, p.id`.execute(work.db);
  return pageFrom(rows, (row) => ({
    id: row.id,
    href: `/cases/${row.id}`,
    title: `${row.reference}: ${row.title}`,
    about: `${excerpt(row.summary, ask.words)} · ${caseStatusWords[row.status]}, led by ${row.agencyName}`,
  }));
}

/** Where a case of this reference is, if the viewer may see it. */
export const caseByReference = byReference({
  table: 'enforcement.caseFile',
  permission: readCases,
  policy: casePolicy,
  under: '/cases',
});
