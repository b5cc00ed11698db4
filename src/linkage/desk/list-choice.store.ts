import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import type { ListChoice } from './queue.queries.ts';

/** Lists of which the viewer sees at least one row. */
export async function listChoices({ db, viewer }: Work): Promise<ListChoice[]> {
  const { rows } = await sql<ListChoice>`select l.id, l.name, a.name as agency_name from linkage.list l
    join directory.agency a on a.id = l.owner_agency_id
    where exists (select 1 from linkage.list_entry e where e.list_id = l.id and e.withdrawn_at is null and ${recordPolicy.visible(viewer, 'e')})
    order by a.name, l.name, l.id`.execute(db);
  return rows;
}
