import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import type { Db } from '../database/database.ts';

/** The first place where a chain does not hold, or that it does. */
export interface ChainReport {
  chain: number;
  rows: number;
  firstBreak: { seq: number; what: string } | undefined;
}

interface Walked {
  chain: number;
  rows: number;
  head_seq: number;
  last_seq: number;
  bad_seq: number | null;
  head_ok: boolean;
}
const walk = `
    with walked as (
      select e.chain, e.seq, e.hash,
        lag(e.seq, 1, 0::bigint) over chain_order as before_seq,
        sha256(lag(e.hash, 1, sha256(convert_to('bailiwick audit chain ' || e.chain, 'UTF8'))) over chain_order
          || convert_to(platform.audit_text(e), 'UTF8')) as expected
      from platform.audit_entry e
      window chain_order as (partition by e.chain order by e.seq)
    )
    select h.chain, count(w.seq)::int as rows, h.seq::int as head_seq, coalesce(max(w.seq), 0)::int as last_seq,
      (min(w.seq) filter (where w.expected <> w.hash or w.before_seq <> w.seq - 1))::int as bad_seq,
      coalesce(bool_or(w.seq = h.seq and w.hash = h.hash), h.seq = 0) as head_ok
    from platform.audit_head h left join walked w on w.chain = h.chain
    group by h.chain, h.seq order by h.chain`;

/**
 * Walks every audit chain in the database and recomputes each hash from the row before it.
 * Finds an altered row, a missing row, a row put in, and a cut-off end. Needs a login that may read the audit.
 */
export async function verifyAudit(client: ClientBase): Promise<ChainReport[]> {
  const { rows } = await client.query<Walked>(walk);
  return rows.map(reported);
}

/** The same by whoever may read the audit, in their own transaction. */
export async function verifyChains(db: Db): Promise<ChainReport[]> {
  // Our connections give the names of columns in camel case.
  const { rows } = await sql<{
    chain: number;
    rows: number;
    headSeq: number;
    lastSeq: number;
    badSeq: number | null;
    headOk: boolean;
  }>`${sql.raw(walk)}`.execute(db);
  return rows.map(({ headSeq, lastSeq, badSeq, headOk, ...row }) =>
    reported({ ...row, head_seq: headSeq, last_seq: lastSeq, bad_seq: badSeq, head_ok: headOk }),
  );
}

const reported = (row: Walked): ChainReport => ({
  chain: row.chain,
  rows: row.rows,
  firstBreak:
    row.bad_seq !== null
      ? { seq: row.bad_seq, what: 'this row or the one before it was altered, removed or put in' }
      : row.head_ok
        ? undefined
        : { seq: row.last_seq, what: 'rows are missing after this one' },
});
