import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';

export interface Recipient {
  name: string | null;
  address: string | null;
  recordId: string | null;
  /** The address must not be shown, printed or written down, whatever was written before it was known (domain 2.18). */
  isAddressHidden: boolean;
}
/** Who it is to. Row-level security stands behind the policy here. */
export async function findRecipient({ db }: Work, penaltyId: string): Promise<Recipient | null> {
  const { rows } =
    await sql<Recipient>`select q.name, q.record_id, h.record_id is not null as is_address_hidden,
      case when h.record_id is null then q.address end as address
    from enforcement.penalty_recipient q left join records.hidden_address h on h.record_id = q.record_id
    where q.penalty_id = ${penaltyId}`.execute(db);
  return rows[0] ?? null;
}
