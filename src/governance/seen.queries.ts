import { sql } from 'kysely';
import { demand } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { openAccess } from './access.commands.ts';
import type { Access } from './access.store.ts';

/** One entry of the log about one record of a person: who, when, what they did with it and why. */
export interface Seen {
  at: Date;
  event: string;
  outcome: string;
  actorKind: string;
  officerName: string | null;
  agencyName: string | null;
  side: string;
  /** What whoever opened it gave as their reason, where one is asked for. */
  purpose: string | null;
  /** What the log has of the act: names of fields, counts, statuses. Of the own agency alone. */
  detail: Record<string, unknown>;
  kind: string;
  reference: string;
}
export interface SeenView {
  file: Access;
  lines: Seen[];
  hasMore: boolean;
  /** Records of theirs that the log was asked about. */
  records: number;
}
const onAPage = 100;

/**
 * Who did and saw what with everything that the agency holds about one person, newest first: the log over all records that were gathered for
 * their request. Reasons that the intelligence unit gave stay with the unit, since they may name a source; of another agency's officer the reason
 * is told and no more, since what they looked for beside is that agency's.
 */
export async function seenView(work: Work, accessId: string, before: string | undefined): Promise<SeenView> {
  const file = demand(await openAccess(work, accessId));
  const { rows } = await sql<Seen>`
    select e.at, e.event, e.outcome, e.actor_kind, o.name as officer_name, a.name as agency_name, e.side,
      case when e.side not in ('INTEL', 'SEALED') then e.purpose end as purpose,
      case when e.side not in ('INTEL', 'SEALED') and coalesce(e.agency_id, i.agency_id) = i.agency_id then e.detail else '{}'::jsonb end as detail,
      i.kind, i.reference
    from (select distinct kind, reference, record_id, agency_id from governance.access_item where access_id = ${accessId}) i
      join platform.audit_entry e on e.record_id = i.record_id::text
      left join directory.officer o on o.id = e.officer_id left join directory.agency a on a.id = e.agency_id
    where e.at < ${before ?? '9999-01-01T00:00:00Z'}::timestamptz
    order by e.at desc, e.chain, e.seq limit ${sql.lit(onAPage + 1)}`.execute(work.db);
  const { rows: counted } = await sql<{ records: number }>`
    select count(distinct record_id)::int as records from governance.access_item where access_id = ${accessId}`.execute(
    work.db,
  );
  return {
    file,
    lines: rows.slice(0, onAPage),
    hasMore: rows.length > onAPage,
    records: counted[0]?.records ?? 0,
  };
}
