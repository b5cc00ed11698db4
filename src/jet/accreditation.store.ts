import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Work } from '../platform/http/work.ts';
import type { ReaccreditationStatus } from './accreditation.ts';
import { reaccreditationPolicy } from './jet.policy.ts';

/** An accreditation anew of one officer. */
export interface Reaccreditation {
  id: string;
  reference: string;
  officerId: string;
  officerName: string;
  agencyId: string;
  agencyName: string;
  forceAgencyId: string;
  forceAgencyName: string;
  /** The officer still serves in the agency that began it. */
  isServing: boolean;
  status: ReaccreditationStatus;
  vettedOn: Day | null;
  trainedOn: Day | null;
  assessedOn: Day | null;
  powers: string[];
  badgeNumber: string | null;
  issuedOn: Day | null;
  expiresOn: Day | null;
  version: number;
}
async function where(work: Work, part: RawBuilder<unknown>): Promise<Reaccreditation[]> {
  const { rows } =
    await sql<Reaccreditation>`select r.id, r.reference, r.officer_id, o.name as officer_name, o.is_active and o.agency_id = r.agency_id as is_serving, r.agency_id, a.name as agency_name,
      r.force_agency_id, f.name as force_agency_name, r.status, r.vetted_on, r.trained_on, r.assessed_on, r.powers, r.badge_number, r.issued_on, r.expires_on, r.version
    from (select x.*, x.status in ('ready', 'issued') as is_ready from jet.reaccreditation x) r join directory.officer o on o.id = r.officer_id
    join directory.agency a on a.id = r.agency_id join directory.agency f on f.id = r.force_agency_id
    where ${reaccreditationPolicy.visible(work.viewer, 'r')} and ${part}
    order by (r.status in ('open', 'ready')) desc, r.opened_at desc, r.id limit 200`.execute(work.db);
  return rows;
}
/** Those that run first, then the latest: of the viewer's agency, or that their force is to issue or has issued. */
export const listReaccreditations = (work: Work): Promise<Reaccreditation[]> => where(work, sql`true`);
export const findReaccreditation = async (work: Work, id: string): Promise<Reaccreditation | undefined> =>
  (await where(work, sql`r.id = ${id}`))[0];
type Columns = Partial<
  Pick<
    Reaccreditation,
    'status' | 'vettedOn' | 'trainedOn' | 'assessedOn' | 'powers' | 'badgeNumber' | 'issuedOn' | 'expiresOn'
  >
> & { vettedBy?: string; trainedBy?: string; assessedBy?: string; issuedBy?: string; areaCode?: string };
export const changeReaccreditation = (work: Work, row: Reaccreditation, set: Columns): Promise<boolean> =>
  changeRow(work.db, 'jet.reaccreditation', row, set);
