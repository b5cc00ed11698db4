import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { demand } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { keysOf, openAccess } from './access.commands.ts';
import type { PersonLogInput } from './access.forms.ts';
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

/** Entries of the log over some records `i` (kind, reference, record_id, agency_id), newest first; one more than a page holds. */
async function entriesOver(
  work: Work,
  records: RawBuilder<unknown>,
  before: string | undefined,
): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select e.at, e.event, e.outcome, e.actor_kind, o.name as officer_name, a.name as agency_name, e.side,
      case when e.side not in ('INTEL', 'SEALED') then e.purpose end as purpose,
      case when e.side not in ('INTEL', 'SEALED') and coalesce(e.agency_id, i.agency_id) = i.agency_id then e.detail else '{}'::jsonb end as detail,
      i.kind, i.reference
    from (${records}) i join platform.audit_entry e on e.record_id = i.record_id
      left join directory.officer o on o.id = e.officer_id left join directory.agency a on a.id = e.agency_id
    where e.at < ${before ?? '9999-01-01T00:00:00Z'}::timestamptz
    order by e.at desc, e.chain, e.seq limit ${sql.lit(onAPage + 1)}`.execute(work.db);
  return rows;
}

/**
 * Who did and saw what with everything that the agency holds about one person, newest first: the log over all records that were gathered for
 * their request. Reasons that the intelligence unit gave stay with the unit, since they may name a source; of another agency's officer the reason
 * is told and no more, since what they looked for beside is that agency's.
 */
export async function seenView(work: Work, accessId: string, before: string | undefined): Promise<SeenView> {
  const file = demand(await openAccess(work, accessId));
  const records = sql`select distinct kind, reference, record_id::text as record_id, agency_id from governance.access_item where access_id = ${accessId}`;
  const rows = await entriesOver(work, records, before);
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

export interface PersonLog {
  lines: Seen[];
  hasMore: boolean;
}

/**
 * Who did and saw what with everything that the viewer's own agency holds about somebody, whichever record, newest first; and who asked the log of them before. Nobody has
 * to have asked for their own data. The reason is in the log, and whom it was about as a hash by which the next look finds this one. How many records there are is not said.
 */
export async function personLog(work: Work, input: PersonLogInput): Promise<PersonLog> {
  const keys = demand(keysOf(input));
  work.note.purpose = input.why;
  const { agencyId } = officerOf(work);
  const whom = `${agencyId} ${input.name.toLowerCase().replace(/\s+/g, ' ').trim()} ${input.dateOfBirth}`;
  const hash = createHash('sha256').update(whom).digest('hex').slice(0, 32);
  about(work, 'person-log', hash);
  const records = sql`select f.kind, f.reference, f.record_id::text as record_id, ${agencyId}::uuid as agency_id
      from governance.records_of_person(${input.name}, ${input.dateOfBirth}::date, ${input.phone}, ${input.email}, ${JSON.stringify(keys)}::jsonb) f
    union all select 'person-log', 'This log', ${hash}, ${agencyId}::uuid`;
  const rows = await entriesOver(work, records, input.before);
  return { lines: rows.slice(0, onAPage), hasMore: rows.length > onAPage };
}
