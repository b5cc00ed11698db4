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
import { readClosure } from './closure.permissions.ts';
import { closurePolicy } from './closure.policy.ts';
import {
  type ClosureStatus,
  closureStatusWords,
  type PremisesKind,
  premisesKindWords,
} from './closure.words.ts';

interface Row {
  id: string;
  reference: string;
  status: ClosureStatus;
  premisesKind: PremisesKind;
  agencyName: string;
  n: number;
}

/**
 * Closures by where the premises are and what happens there, for the agency's own caseworkers alone: others find them by
 * reference. A home that must stay hidden is found by nothing that was written of it.
 */
export async function searchClosures(work: Work, ask: SearchAsk): Promise<FoundPage> {
  const { viewer } = work;
  if (!mayUse(viewer, readClosure) || viewer.kind !== 'officer') return nothingFound;
  if (!hasRole(viewer, ...caseworkers)) return nothingFound;
  const text = sql`(coalesce(q.address, '') || ' ' || coalesce(q.problem, ''))`;
  const hits = sql`select c.id, c.reference, c.status, c.premises_kind, c.agency_id, c.made_at as at, ${likeness(text, ask.words)} as likeness
      from enforcement.closure c
      join enforcement.closure_place q on q.closure_id = c.id and q.agency_id = ${viewer.agencyId}
      where ${closurePolicy.visible(viewer, 'c')} and ${says(sql`to_tsvector('english', ${folded(text)})`, text, ask)}
        and not exists (select 1 from enforcement.closure_occupant o join records.hidden_address h on h.record_id = o.record_id where o.closure_id = c.id)`;
  const { rows } =
    await sql<Row>`select c.*, a.name as agency_name from (${rankedPage(hits, ask)}) c join directory.agency a on a.id = c.agency_id
      order by c.likeness desc, c.at desc, c.id`.execute(work.db);
  return pageFrom(rows, (row) => ({
    id: row.id,
    href: `/closures/${row.id}`,
    title: `${row.reference}: ${premisesKindWords[row.premisesKind].toLowerCase()}`,
    about: [closureStatusWords[row.status], row.agencyName].join(' · '),
  }));
}

/** Where a file of this reference is, if the viewer may see it. */
export const closureByReference = byReference({
  table: 'enforcement.closure',
  permission: readClosure,
  policy: closurePolicy,
  under: '/closures',
});
