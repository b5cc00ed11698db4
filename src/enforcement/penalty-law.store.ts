import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import type { Adopted, PenaltyLaw } from './penalty.ts';

/** The whole table of the law, for looking up by day; a few dozen rows. */
export async function listPenaltyLaw({ db }: Work): Promise<PenaltyLaw[]> {
  const { rows } =
    await sql<PenaltyLaw>`select id, offence, law, jurisdiction, default_pence, min_pence, max_pence, early_min_pence,
    window_days, min_window_days, valid_from, valid_to, legal_basis, marking, general_knowledge, status, source, note
    from enforcement.penalty_law order by offence, valid_from nulls last, jurisdiction, id`.execute(db);
  return rows;
}

export interface AdoptedRow extends Adopted {
  agencyName: string;
}
/** What the councils adopted; one council's, where an agency is given. */
export async function listAdopted({ db }: Work, agencyId?: string): Promise<AdoptedRow[]> {
  const { rows } =
    await sql<AdoptedRow>`select m.id, m.agency_id, a.name as agency_name, m.offence, m.amount_pence, m.early_pence,
    m.early_days, m.window_days, m.valid_from, m.valid_to, m.minute
    from enforcement.adopted_amount m join directory.agency a on a.id = m.agency_id
    where ${agencyId ?? null}::uuid is null or m.agency_id = ${agencyId ?? null}::uuid order by a.name, m.offence, m.valid_from`.execute(
      db,
    );
  return rows;
}
