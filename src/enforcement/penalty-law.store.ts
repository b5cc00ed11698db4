import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import type { Adopted, PenaltyLaw } from './penalty.ts';

const lawColumns = sql`id, offence, law, jurisdiction, default_pence, min_pence, max_pence, early_min_pence,
    window_days, min_window_days, valid_from, valid_to, legal_basis, marking, general_knowledge, status, source, note,
    confirmed_words, closes_id, closes_was`;

/** The whole table of the law, for looking up by day; a few dozen rows. */
export async function listPenaltyLaw({ db }: Work): Promise<PenaltyLaw[]> {
  const { rows } = await sql<PenaltyLaw>`select ${lawColumns}
    from enforcement.penalty_law order by offence, valid_from nulls last, jurisdiction, id`.execute(db);
  return rows;
}

export async function findLaw({ db }: Work, id: string): Promise<PenaltyLaw | undefined> {
  const { rows } =
    await sql<PenaltyLaw>`select ${lawColumns} from enforcement.penalty_law where id = ${id}`.execute(db);
  return rows[0];
}

export interface AdoptedRow extends Adopted {
  agencyName: string;
  /** The amount that ends the day before this one starts, and when it ended until then. */
  closesId?: string | null;
  closesWas?: string | null;
}
/** What the councils adopted and did not take back; one council's, where an agency is given. */
export async function listAdopted({ db }: Work, agencyId?: string): Promise<AdoptedRow[]> {
  const { rows } =
    await sql<AdoptedRow>`select m.id, m.agency_id, a.name as agency_name, m.offence, m.amount_pence, m.early_pence,
    m.early_days, m.window_days, m.valid_from, m.valid_to, m.minute, m.closes_id, m.closes_was
    from enforcement.adopted_amount m join directory.agency a on a.id = m.agency_id
    where (${agencyId ?? null}::uuid is null or m.agency_id = ${agencyId ?? null}::uuid) and m.withdrawn_at is null
    order by a.name, m.offence, m.valid_from`.execute(db);
  return rows;
}

export const findAdopted = async (work: Work, id: string): Promise<AdoptedRow | undefined> =>
  (await listAdopted(work)).find((row) => row.id === id);

type NewAdopted = Omit<AdoptedRow, 'agencyName'> & { closesId: string | null; closesWas: string | null };
export async function addAdopted({ db }: Work, row: NewAdopted): Promise<void> {
  await db.insertInto('enforcement.adoptedAmount').values(row).execute();
}

export async function withdrawAdopted({ db, clock }: Work, id: string): Promise<void> {
  await db
    .updateTable('enforcement.adoptedAmount')
    .set({ withdrawnAt: clock.now() })
    .where('id', '=', id)
    .execute();
}

type LawTable = 'enforcement.adoptedAmount' | 'enforcement.penaltyLaw';

/** Gives a row another last day. */
export async function closeRow(
  { db }: Work,
  table: LawTable,
  id: string,
  validTo: string | null,
): Promise<void> {
  await db.updateTable(table).set({ validTo }).where('id', '=', id).execute();
}

/** Writes a row's state and days, and what it closes. */
export async function switchLaw(
  { db }: Work,
  row: PenaltyLaw,
  closes: { id: string; was: string | null } | null,
): Promise<void> {
  await db
    .updateTable('enforcement.penaltyLaw')
    .set({
      status: row.status,
      validFrom: row.validFrom,
      validTo: row.validTo,
      confirmedWords: row.confirmedWords,
      closesId: closes?.id ?? null,
      closesWas: closes?.was ?? null,
    })
    .where('id', '=', row.id)
    .execute();
}
