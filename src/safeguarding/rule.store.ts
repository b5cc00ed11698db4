import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import type { OwnPoints } from './priority.ts';

/** What an agency has set in place of a shipped rule. */
export interface OwnRule {
  code: string;
  points: number;
  setAt: Date;
  setByName: string | null;
  why: string;
}

/** The rules an agency has set for itself, the newest of each code. */
export async function ownRules({ db }: Work, agencyId: string): Promise<OwnRule[]> {
  const { rows } =
    await sql<OwnRule>`select distinct on (r.code) r.code, r.points, r.set_at, r.why, o.name as set_by_name
    from safeguarding.rule r left join directory.officer o on o.id = r.set_by
    where r.agency_id = ${agencyId} order by r.code, r.set_at desc, r.id`.execute(db);
  return rows;
}

export const ownPoints = async (work: Work, agencyId: string): Promise<OwnPoints> =>
  new Map((await ownRules(work, agencyId)).map(({ code, points }) => [code, points]));
