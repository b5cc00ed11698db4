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
import { readPenalties } from './penalty.permissions.ts';
import { penaltyPolicy } from './penalty.policy.ts';
import { hidesPlace, shownPlace } from './penalty.store.ts';
import { offenceName } from './penalty.ts';
import { type PenaltyStatus, penaltyStatusWords } from './penalty.words.ts';

interface Row {
  id: string;
  reference: string;
  offence: string;
  placeWords: string | null;
  status: PenaltyStatus;
  agencyName: string;
  name: string | null;
  n: number;
}

/**
 * Penalties by offence, place and reference; by whom they are to only for caseworkers of the agency that issued them
 * (row-level security stands behind it).
 */
export async function searchPenalties(work: Work, ask: SearchAsk): Promise<FoundPage> {
  const { viewer } = work;
  if (!mayUse(viewer, readPenalties) || viewer.kind !== 'officer') return nothingFound;
  const isNamed = hasRole(viewer, ...caseworkers) ? sql`q.agency_id = ${viewer.agencyId}` : sql`FALSE`;
  const named = sql`coalesce(q.name, '')`;
  const place = shownPlace(work);
  const text = sql`(coalesce(${place}, '') || ' ' || ${named})`;
  const hits = sql`select p.id, p.reference, p.offence, ${place} as place_words, p.status, p.agency_id, q.name, coalesce(p.issued_on, p.made_at::date) as at,
        ${likeness(text, ask.words)} as likeness
      from enforcement.penalty p left join enforcement.penalty_recipient q on q.penalty_id = p.id and ${isNamed}
      where ${penaltyPolicy.visible(viewer, 'p')} and ((${says(sql`p.search`, sql`coalesce(p.place_words, '')`, ask)} and not ${hidesPlace(work)}) or ${says(sql`to_tsvector('english', ${folded(named)})`, named, ask)})`;
  const { rows } =
    await sql<Row>`select p.*, a.name as agency_name from (${rankedPage(hits, ask)}) p join directory.agency a on a.id = p.agency_id
      order by p.likeness desc, p.at desc nulls last, p.id`.execute(work.db);
  return pageFrom(rows, (row) => ({
    id: row.id,
    href: `/penalties/${row.id}`,
    title: `${row.reference}: ${offenceName(row.offence)}`,
    about: [row.name && `To ${row.name}`, row.placeWords, penaltyStatusWords[row.status], row.agencyName]
      .filter(Boolean)
      .join(' · '),
  }));
}

/** Where a penalty of this reference is, if the viewer may see it. */
export const penaltyByReference = byReference({
  table: 'enforcement.penalty',
  permission: readPenalties,
  policy: penaltyPolicy,
  under: '/penalties',
});
