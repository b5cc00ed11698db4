import { sql } from 'kysely';
import { insertMany } from '../platform/database/bulk.ts';
import type { Work } from '../platform/http/work.ts';
import { findMentions } from './mentions.ts';
import { recordPolicy } from './record.policy.ts';

/** A report whose words are looked through. */
export interface Scanned {
  reportId: string;
  /** Whose records they become: the agency that answers. */
  agencyId: string;
  text: string;
  isSensitive: boolean;
  receivedAt: Date;
}

/** What a report's words name, as the rows of three tables: the record, its exact key, and the link to the report. */
function rowsOf({ ids, clock }: Work, input: Scanned) {
  return findMentions(input.text).map((mention) => {
    const id = ids.next();
    return {
      record: {
        ...{ id, kind: mention.kind, label: mention.kind === 'phone' ? mention.value : mention.typed },
        fields: { [mention.kind]: mention.typed },
        originAgencyId: input.agencyId,
        feed: 'report',
        reportId: input.reportId,
        receivedAt: input.receivedAt,
        gateway: 'own duty',
        handling: input.isSensitive ? 'sensitive' : 'ordinary',
        retentionGroup: 4,
        regime: 'UKGDPR',
      },
      key: { kind: mention.kind, value: mention.value, recordId: id },
      link: {
        id: ids.next(),
        ...{ fromKind: 'report', fromId: input.reportId, role: 'mentions', toKind: 'record', toId: id },
        sourceReportId: input.reportId,
        originAgencyId: input.agencyId,
        madeBy: 'exact-key',
        madeAt: clock.now(),
        why: `The report says ${mention.typed}`,
      },
    };
  });
}

/**
 * Keeps what the words of reports name — a telephone, a vehicle — as received records of the agency that answers, each
 * linked to its report, so that the same number in another report is found by its exact key. Gives how many.
 */
export async function noteMentions(work: Work, reports: readonly Scanned[]): Promise<number> {
  const rows = reports.flatMap((report) => rowsOf(work, report));
  if (rows.length === 0) return 0;
  await insertMany(
    work.db,
    'records.received_record',
    rows.map(({ record }) => record),
  );
  await insertMany(
    work.db,
    'records.exact_key',
    rows.map(({ key }) => key),
  );
  await insertMany(
    work.db,
    'records.link',
    rows.map(({ link }) => link),
  );
  return rows.length;
}

export interface MentionView {
  id: string;
  kind: string;
  label: string;
  /** Other records with the same exact key that this viewer may see. */
  others: number;
}

/** What a report names, and in how many other records the viewer may see the same identifier stands. */
export async function mentionsOf({ db, viewer }: Work, reportId: string): Promise<MentionView[]> {
  const { rows } = await sql<MentionView>`
    select r.id, r.kind, r.label, (select count(distinct o.id)::int from records.exact_key k
      join records.exact_key k2 on k2.kind = k.kind and k2.value = k.value and k2.record_id <> r.id
      join records.received_record o on o.id = k2.record_id and ${recordPolicy.visible(viewer, 'o')}
      where k.record_id = r.id) as others
    from records.received_record r where r.report_id = ${reportId} and ${recordPolicy.visible(viewer, 'r')}
    order by r.kind, r.label`.execute(db);
  return rows;
}
