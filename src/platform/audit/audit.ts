import { sql } from 'kysely';
import type { Viewer } from '../access/viewer.ts';
import type { Db } from '../database/database.ts';
import type { AuditNote } from '../http/work.ts';

export interface AuditRow {
  event: string;
  outcome: 'done' | 'refused' | 'failed';
  viewer: Viewer;
  requestId: string;
  at: Date;
  note: AuditNote;
}

/**
 * Writes one audit row in the transaction of the act. It locks its chain until the transaction ends, so it is
 * called last. If it cannot be written, the act does not happen.
 */
export async function recordAudit(db: Db, row: AuditRow): Promise<void> {
  const { viewer, note } = row;
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  const detail = viewer.kind === 'system' ? { ...note.detail, reason: viewer.reason } : note.detail;
  await sql`select platform.record_audit(${row.event}, ${row.outcome}, ${viewer.kind}, ${officer?.officerId ?? null}::uuid,
    ${officer?.agencyId ?? null}::uuid, ${viewer.side}, ${note.purpose ?? null}, ${row.requestId}, ${note.recordKind ?? null},
    ${note.recordId ?? null}, ${JSON.stringify(detail)}::jsonb, ${row.at})`.execute(db);
}
