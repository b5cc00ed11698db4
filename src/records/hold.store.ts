import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';

/** Kinds of record that can be held. */
export const holdKinds = [
  ...(['report', 'case', 'victim-file', 'marker', 'received-record', 'list-row'] as const),
  ...(['penalty', 'protection', 'closure', 'encampment', 'abandoned', 'pspo', 'prosecution'] as const),
  ...(['asb-case', 'nomination', 'case-review', 'trader', 'operation', 'purchase', 'premises'] as const),
] as const;
export type HoldKind = (typeof holdKinds)[number];

/** That a record is not deleted, whatever its time. */
export interface Hold {
  why: string;
  setAt: Date;
  setByName: string;
}

/**
 * The legal hold that stands on a record of the viewer's own agency, for the record's page. Who may see the record is decided
 * before; the database shows holds to the record's agency alone.
 */
export async function holdOn(work: Work, kind: HoldKind, recordId: string): Promise<Hold | undefined> {
  if (work.viewer.kind !== 'officer') return undefined;
  const { rows } = await sql<Hold>`select h.why, h.set_at, o.name as set_by_name from governance.legal_hold h
    join directory.officer o on o.id = h.set_by
    where h.kind = ${kind} and h.record_id = ${recordId} and h.lifted_at is null and h.agency_id = ${work.viewer.agencyId}`.execute(
    work.db,
  );
  return rows[0];
}

/** Whether a record was emptied because its time has come. Whoever is shown the record is told. */
export async function isLetGo(work: Work, recordId: string): Promise<boolean> {
  if (work.viewer.kind !== 'officer') return false;
  const { rows } = await sql<{
    is: boolean;
  }>`select governance.no_longer_kept(${recordId}::uuid) as is`.execute(work.db);
  return rows[0]?.is ?? false;
}
