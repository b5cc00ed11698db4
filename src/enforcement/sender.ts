import type { Db } from '../platform/database/database.ts';

/**
 * How whoever a paper goes to reaches the team of the officer who made it: its name, telephone and e-mail as the directory has them.
 * Empty where the officer is in no team of that agency, as when the system makes the paper.
 */
export async function contactOf(db: Db, agencyId: string, officerId: string | null): Promise<string[]> {
  if (!officerId) return [];
  const team = await db
    .selectFrom('directory.service as s')
    .innerJoin('directory.serviceMember as m', 'm.serviceId', 's.id')
    .select(['s.name', 's.phone', 's.email'])
    .where('m.officerId', '=', officerId)
    .where('s.agencyId', '=', agencyId)
    .orderBy('s.name')
    .limit(1)
    .executeTakeFirst();
  return team
    ? [team.name, team.phone && `Telephone ${team.phone}`, team.email].filter((line) => line !== '')
    : [];
}
