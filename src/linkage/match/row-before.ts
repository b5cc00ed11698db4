import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { inOrder } from '../ledger/judgement.store.ts';
import { type Verdict, verdictWords } from '../ledger/judgement.words.ts';

/** What a person had said of a pair before one of its rows changed. */
export interface SaidBefore {
  verdict: Verdict;
  /** Stands on the new proposal, so that whoever reviews it need not begin anew. */
  words: string;
}

interface Row {
  newId: string;
  otherId: string;
  verdict: Verdict;
  officerName: string;
}

/**
 * Decisions on rows that a load replaced by changed ones, by the new pair. A changed row may be about somebody else, so a
 * decision does not pass to it by itself: the pair is proposed again, with what was said.
 */
export async function saidBeforeLoad({ db }: Work, loadId: string): Promise<ReadonlyMap<string, SaidBefore>> {
  const { rows } = await sql<Row>`
    select e.id as new_id, case when j.record_a = w.id then j.record_b else j.record_a end as other_id, j.verdict, o.name as officer_name
    from linkage.list_entry e
    join linkage.list_entry w on w.list_id = e.list_id and w.source_key = e.source_key and w.withdrawn_by_load = e.load_id and w.id <> e.id
    join linkage.judgement j on w.id in (j.record_a, j.record_b)
    join directory.officer o on o.id = j.officer_id
    where e.load_id = ${loadId} and j.made_by = 'person' and j.ended_at = w.withdrawn_at
    order by j.made_at, j.id`.execute(db);
  return new Map(
    rows.map(({ newId, otherId, verdict, officerName }) => [
      inOrder(newId, otherId).join(' '),
      {
        verdict,
        words: `Before the row changed, ${officerName} said: ${verdictWords[verdict].toLowerCase()}`,
      },
    ]),
  );
}
