import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import type { Report } from './report.store.ts';

export interface ReportEvent {
  id: string;
  at: Date;
  kind: string;
  words: string;
  officerName: string | null;
  agencyName: string | null;
}

/** The timeline of a report the viewer has been given, with how a changed calendar moved its day, which stands once for all that share it. */
export async function listEvents({ db }: Work, report: Report): Promise<ReportEvent[]> {
  const { rows } = await sql<ReportEvent>`
    select e.id, e.at, e.kind, e.words, o.name as officer_name, a.name as agency_name from intake.report_event e
      left join directory.officer o on o.id = e.officer_id left join directory.agency a on a.id = e.agency_id where e.report_id = ${report.id}
    union all
    select md5(r.id || ' moved ' || m.nr)::uuid, m.at, 'recounted', 'To be dealt with by ' || to_char(m.to_on, 'FMDD FMMonth YYYY') || ' and not '
      || to_char(m.from_on, 'FMDD FMMonth YYYY') || ': bank holidays changed', null, null
    from intake.report r join intake.target t on t.id = r.target_id
      join intake.target_move m on m.target_id = coalesce(t.stopped_of, t.id) and m.nr <= t.moves where r.id = ${report.id}
    order by at, id`.execute(db);
  return rows;
}
