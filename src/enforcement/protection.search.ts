import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { hasRole } from '../platform/access/viewer.ts';
import type { Work } from '../platform/http/work.ts';
import {
  type FoundPage,
  folded,
  likeness,
  nothingFound,
  pageFrom,
  rankedPage,
  type SearchAsk,
  says,
} from '../platform/search/found.ts';
import { byReference } from '../platform/search/reference.ts';
import { readProtection } from './protection.permissions.ts';
import { protectionPolicy } from './protection.policy.ts';
import { type ProtectionStatus, protectionStatusWords } from './protection.words.ts';

interface Row {
  id: string;
  reference: string;
  status: ProtectionStatus;
  agencyName: string;
  name: string | null;
  n: number;
}

/**
 * Files by whom and what they are about, for the issuing agency's caseworkers alone: others find them by reference. Where
 * somebody's address must stay hidden, only their name is looked through.
 */
export async function searchProtection(work: Work, ask: SearchAsk): Promise<FoundPage> {
  const { viewer } = work;
  if (!mayUse(viewer, readProtection) || viewer.kind !== 'officer') return nothingFound;
  if (!hasRole(viewer, ...caseworkers)) return nothingFound;
  const text = sql`(coalesce(q.name, '') || ' ' || case when h.record_id is null then coalesce(q.conduct, '') else '' end)`;
  const hits = sql`select p.id, p.reference, p.status, p.agency_id, q.name, p.made_at as at, ${likeness(text, ask.words)} as likeness
      from enforcement.protection p
      join enforcement.protection_subject q on q.protection_id = p.id and q.agency_id = ${viewer.agencyId}
      left join records.hidden_address h on h.record_id = q.record_id
      where ${protectionPolicy.visible(viewer, 'p')} and ${says(sql`to_tsvector('english', ${folded(text)})`, text, ask)}`;
  const { rows } =
    await sql<Row>`select p.*, a.name as agency_name from (${rankedPage(hits, ask)}) p join directory.agency a on a.id = p.agency_id
      order by p.likeness desc, p.at desc, p.id`.execute(work.db);
  return pageFrom(rows, (row) => ({
    id: row.id,
    href: `/protection/${row.id}`,
    title: `${row.reference}: ${row.name ?? 'nobody named yet'}`,
    about: [protectionStatusWords[row.status], row.agencyName].join(' · '),
  }));
}

/** Where a file of this reference is, if the viewer may see it. */
export const protectionByReference = byReference({
  table: 'enforcement.protection',
  permission: readProtection,
  policy: protectionPolicy,
  under: '/protection',
});
