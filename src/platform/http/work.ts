import type { OfficerViewer, Viewer } from '../access/viewer.ts';
import type { Clock } from '../clock/clock.ts';
import type { Db } from '../database/database.ts';
import { FailureThrown } from '../failures/failures.ts';
import type { Ids } from '../ids/ids.ts';

/** What the audit row of this act will say besides who, when and which event. */
export interface AuditNote {
  recordKind?: string;
  recordId?: string;
  purpose?: string;
  /** Facts for the row: counts, changed fields, search terms. Never free text about a person. */
  detail: Record<string, unknown>;
}

/** What every command and query is given: one transaction on the viewer's own login, who asks, and when. */
export interface Work {
  db: Db;
  viewer: Viewer;
  clock: Clock;
  ids: Ids;
  /** Filled in as the act goes on; written in the same transaction. */
  note: AuditNote;
}

/** The signed-in officer, or the end of the act: for commands that only a person may give. */
export function officerOf(work: Work): OfficerViewer {
  if (work.viewer.kind === 'officer') return work.viewer;
  throw new FailureThrown({
    kind: 'not-allowed',
    words: 'Sign in to do this.',
    whoCan: 'Anyone with an account.',
  });
}

/** Names the record the act is about in its audit row. */
export function about(
  work: Work,
  recordKind: string,
  recordId: string,
  detail: Record<string, unknown> = {},
): void {
  work.note.recordKind = recordKind;
  work.note.recordId = recordId;
  Object.assign(work.note.detail, detail);
}
