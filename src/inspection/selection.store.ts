import { sql } from 'kysely';
import { packagePolicy } from '../intelligence/index.ts';
import type { Work } from '../platform/http/work.ts';

/** Whether a package of this reference was released to the viewer or their agency; of its content nothing is read. */
export async function packageReceived(work: Work, reference: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select k.id from dissemination.package k
    where k.reference = ${reference} and k.released_at is not null and ${packagePolicy.visible(work.viewer, 'k')}`.execute(
    work.db,
  );
  return rows.length > 0;
}
