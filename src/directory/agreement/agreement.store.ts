import { sql } from 'kysely';
import { addDays, type Day } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { expiryWarningDays } from './agreement.words.ts';

export interface AgreementRow {
  id: string;
  fromAgencyId: string;
  fromName: string;
  toAgencyId: string;
  toName: string;
  recordKind: string;
  gateway: string;
  document: string | null;
  startsOn: Day;
  /** The first day on which it opens nothing any more. */
  endsOn: Day | null;
  version: number;
}

/** Where an agreement stands on a day. */
export type AgreementState = 'to-come' | 'live' | 'ending' | 'ended';

export function agreementState(row: { startsOn: Day; endsOn: Day | null }, today: Day): AgreementState {
  if (row.endsOn !== null && row.endsOn <= today) return 'ended';
  if (row.startsOn > today) return 'to-come';
  return row.endsOn !== null && row.endsOn <= addDays(today, expiryWarningDays) ? 'ending' : 'live';
}

const agreements = sql`select t.id, t.from_agency_id, f.name as from_name, t.to_agency_id, g.name as to_name, t.record_kind,
    t.gateway, t.document, t.starts_on, t.ends_on, t.version
  from directory.agreement t join directory.agency f on f.id = t.from_agency_id join directory.agency g on g.id = t.to_agency_id`;

/** Agreements by agency, whichever side it is on; all where none is named. */
export async function listAgreements(
  db: Db,
  filter: { agencyId?: string | undefined } = {},
): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`${agreements}
    where ${filter.agencyId ?? null}::uuid is null or ${filter.agencyId ?? null}::uuid in (t.from_agency_id, t.to_agency_id)
    order by f.name, g.name, t.record_kind, t.starts_on desc, t.id`.execute(db);
  return rows;
}

export async function findAgreement(db: Db, id: string): Promise<AgreementRow | undefined> {
  const { rows } = await sql<AgreementRow>`${agreements} where t.id = ${id}`.execute(db);
  return rows[0];
}

/** Live ones that end within the days of warning, and that nothing already follows on; the soonest first. */
export async function endingAgreements(db: Db, today: Day, agencyId?: string): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`${agreements}
    where t.ends_on > ${today}::date and t.ends_on <= ${addDays(today, expiryWarningDays)}::date and t.starts_on <= ${today}::date
      and (${agencyId ?? null}::uuid is null or ${agencyId ?? null}::uuid in (t.from_agency_id, t.to_agency_id))
      and not exists (select 1 from directory.agreement n where n.from_agency_id = t.from_agency_id and n.to_agency_id = t.to_agency_id
        and n.record_kind = t.record_kind and n.starts_on <= t.ends_on and (n.ends_on is null or n.ends_on > t.ends_on))
    order by t.ends_on, f.name, g.name`.execute(db);
  return rows;
}

/** An agreement that opens the same on some of the same days. */
export async function overlapping(
  db: Db,
  sought: { fromAgencyId: string; toAgencyId: string; recordKind: string; startsOn: Day; endsOn: Day | null },
): Promise<AgreementRow | undefined> {
  const { rows } = await sql<AgreementRow>`${agreements}
    where t.from_agency_id = ${sought.fromAgencyId} and t.to_agency_id = ${sought.toAgencyId} and t.record_kind = ${sought.recordKind}
      and (t.ends_on is null or (t.ends_on > ${sought.startsOn}::date and t.ends_on > t.starts_on))
      and (${sought.endsOn}::date is null or t.starts_on < ${sought.endsOn}::date) limit 1`.execute(db);
  return rows[0];
}

export interface Reader {
  name: string;
  role: string;
}

/** Active people of an agency with a live role among some, by name. */
export async function readersAt(
  db: Db,
  agencyId: string,
  roles: readonly string[],
  on: Day,
): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select o.name, min(g.role) as role from directory.officer o join directory.role_grant g on g.officer_id = o.id
    where o.agency_id = ${agencyId} and o.is_active and g.role = any(${[...roles]}::text[])
      and g.starts_on <= ${on}::date and (g.ends_on is null or g.ends_on > ${on}::date)
    group by o.id, o.name order by o.name`.execute(db);
  return rows;
}
