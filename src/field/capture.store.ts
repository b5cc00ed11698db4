import { sql } from 'kysely';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { CaptureKind } from './capture.words.ts';
import { capturePolicy } from './field.policy.ts';

/** What came of something that was delivered. */
export interface Delivered {
  id: string;
  kind: CaptureKind;
  recordKind: string;
  recordId: string;
  reference: string;
  words: string;
  href: string;
  bodySha256: string;
  deliveredAt: Date;
}

/** Holds one thing of the viewer's while it is delivered: of the same thing sent twice at once, the second waits for the first. */
export async function holdCapture(work: Work, id: string): Promise<void> {
  const { officerId } = officerOf(work);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`field ${officerId} ${id}`}, 0))`.execute(
    work.db,
  );
}

const columns = sql`c.id, c.kind, c.record_kind, c.record_id, c.reference, c.words, c.href, c.body_sha256, c.delivered_at`;

/** What came of it, if the viewer delivered it before. */
export async function findCapture(work: Work, id: string): Promise<Delivered | undefined> {
  const { rows } = await sql<Delivered>`select ${columns} from field.capture c
    where c.id = ${id} and ${capturePolicy.visible(work.viewer, 'c')}`.execute(work.db);
  return rows[0];
}

export async function addCapture(
  work: Work,
  capture: Omit<Delivered, 'deliveredAt'> & { capturedAt: Date },
): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  await work.db
    .insertInto('field.capture')
    .values({ ...capture, officerId, agencyId, deliveredAt: work.clock.now() })
    .execute();
}
