import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { listTeams, type Team } from './team.store.ts';
import { percentWords, type Standing } from './time.split.ts';

/** What is told of a team beside its line: the own one's exactly; of another, null is one to four. */
interface Counts {
  teamId: string;
  isOwn: boolean;
  officers: number | null;
  vetted: number | null;
  vettingUnknown: number | null;
  vettingOther: number | null;
  accredited: number | null;
  accreditationEnded: number | null;
  hasSmall: boolean;
  month: Day | null;
  enforcementMinutes: number | null;
  countedMinutes: number | null;
  standing: Standing | null;
}
export interface Compared {
  team: Team;
  isOwn: boolean;
  officers: string;
  vetted: string;
  vettingUnknown: string;
  vettingOther: string;
  accredited: string;
  accreditationEnded: string;
  month: Day | null;
  split: string;
  standing: Standing | null;
}
/** A count as a page shows it: small numbers about other agencies' people are not told. */
export const countWords = (n: number | null): string => (n === null ? '1 to 4' : String(n));

/** All teams beside each other (S2-03, S2-40). The database leaves small numbers out before they are read here. */
export async function compareTeams(work: Work): Promise<Compared[]> {
  const { rows } = await sql<Counts>`select * from jet.comparison(${work.clock.today()}::date)`.execute(
    work.db,
  );
  const counts = new Map(rows.map((row) => [row.teamId, row]));
  return (await listTeams(work)).flatMap((team) => {
    const row = counts.get(team.id);
    if (!row) return [];
    const hours = row.enforcementMinutes !== null && row.countedMinutes !== null;
    return [
      {
        team,
        isOwn: row.isOwn,
        officers: row.officers === null ? 'Not shown: small numbers' : String(row.officers),
        vetted: countWords(row.vetted),
        vettingUnknown: countWords(row.vettingUnknown),
        vettingOther: countWords(row.vettingOther),
        accredited: countWords(row.accredited),
        accreditationEnded: countWords(row.accreditationEnded),
        month: row.month,
        split: hours ? percentWords(row.enforcementMinutes ?? 0, row.countedMinutes ?? 0) : 'No month closed',
        standing: row.standing,
      },
    ];
  });
}
