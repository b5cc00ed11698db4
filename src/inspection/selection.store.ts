import { sql } from 'kysely';
import { packagePolicy } from '../intelligence/index.ts';
import { officerOf, type Work } from '../platform/http/work.ts';

/**
 * A package of this reference that was released to the viewer or their agency, and whether they acknowledged its conditions; of its content
 * nothing is read.
 */
export async function packageReceived(
  work: Work,
  reference: string,
): Promise<{ isAcknowledged: boolean } | undefined> {
  const { rows } = await sql<{
    isAcknowledged: boolean;
  }>`select exists (select 1 from dissemination.acknowledgement a
      where a.package_id = k.id and a.officer_id = ${officerOf(work).officerId}) as is_acknowledged from dissemination.package k
    where k.reference = ${reference} and k.released_at is not null and ${packagePolicy.visible(work.viewer, 'k')}`.execute(
    work.db,
  );
  return rows[0];
}
