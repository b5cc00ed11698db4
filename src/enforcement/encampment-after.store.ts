import { sql } from 'kysely';
import { siteMatrix } from '../../reference/encampment.ts';
import { reportPolicy } from '../intake/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';

export interface ScoredItem {
  code: string;
  name: string;
  score: number;
}
/** What follows an encampment, for the agency that answers alone: row-level security stands behind the callers. */
export interface EncampmentAfter {
  /** The report of fly-tipping that the waste is, where the viewer may see that report. */
  waste: { id: string; reference: string } | null;
  answers: ScoredItem[];
  score: number | null;
  band: 'low' | 'medium' | 'high' | null;
  rolesWords: string | null;
  complaints: number | null;
  complaintWords: string | null;
  policyWords: string | null;
  policyUpdatedOn: Day | null;
  version: number;
}
/** What was written of a file that the viewer's agency answers for. */
export async function findAfter(work: Work, encampmentId: string): Promise<EncampmentAfter | undefined> {
  const { rows } =
    await sql<EncampmentAfter>`select f.answers, f.score, f.band, f.roles_words, f.complaints, f.complaint_words, f.policy_words,
      f.policy_updated_on, f.version,
      (select json_build_object('id', r.id, 'reference', r.reference) from intake.report r
        where r.id = f.waste_report_id and ${reportPolicy.visible(work.viewer, 'r')}) as waste
    from enforcement.encampment_after f where f.encampment_id = ${encampmentId} and f.agency_id = ${officerOf(work).agencyId}`.execute(
      work.db,
    );
  return rows[0];
}
/** A report of fly-tipping by its reference, if the viewer may see it: that there is another is not said. */
export async function findTip(work: Work, reference: string): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`select r.id from intake.report r
    where r.reference = upper(${reference}) and r.issue_type = 'fly-tipping' and ${reportPolicy.visible(work.viewer, 'r')}`.execute(
    work.db,
  );
  return rows[0];
}

export interface Measure {
  id: string;
  words: string;
  ownerId: string;
  ownerName: string;
  dueOn: Day;
  doneOn: Day | null;
  version: number;
}
/** Measures for the land, the nearest first. */
export async function listMeasures(work: Work, encampmentId: string): Promise<Measure[]> {
  const { rows } =
    await sql<Measure>`select m.id, m.words, m.owner_id, o.name as owner_name, m.due_on, m.done_on, m.version
    from enforcement.encampment_measure m join directory.officer o on o.id = m.owner_id
    where m.encampment_id = ${encampmentId} and m.agency_id = ${officerOf(work).agencyId} order by m.due_on, m.id`.execute(
      work.db,
    );
  return rows;
}

/** The matrix that an agency asks: its own latest, else the proposal (version 0). */
export interface SiteMatrix {
  version: number;
  items: readonly { code: string; name: string }[];
  mediumFrom: number;
  highFrom: number;
}
export async function matrixInUse(work: Work): Promise<SiteMatrix> {
  const { rows } =
    await sql<SiteMatrix>`select x.version, x.items, x.medium_from, x.high_from from enforcement.site_matrix x
    where x.agency_id = ${officerOf(work).agencyId} order by x.version desc limit 1`.execute(work.db);
  return rows[0] ?? { ...siteMatrix, version: 0 };
}
/** What a total comes to. */
export const bandOf = (
  { mediumFrom, highFrom }: Pick<SiteMatrix, 'mediumFrom' | 'highFrom'>,
  score: number,
) => (score >= highFrom ? 'high' : score >= mediumFrom ? 'medium' : 'low');
