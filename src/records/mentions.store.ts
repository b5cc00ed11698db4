import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import { findMentions } from './mentions.ts';
import { recordPolicy } from './record.policy.ts';

/**
 * Keeps what a report's words name — a telephone, a vehicle — as received records of the agency that answers, each
 * linked to the report, so that the same number in another report is found by its exact key.
 */
export async function noteMentions(
  work: Work,
  input: { reportId: string; agencyId: string; text: string; isSensitive: boolean },
): Promise<void> {
  for (const mention of findMentions(input.text)) {
    const id = work.ids.next();
    await work.db
      .insertInto('records.receivedRecord')
      .values({
        id,
        kind: mention.kind,
        label: mention.kind === 'phone' ? mention.value : mention.typed,
        fields: JSON.stringify({ [mention.kind]: mention.typed }),
        originAgencyId: input.agencyId,
        feed: 'report',
        reportId: input.reportId,
        receivedAt: work.clock.now(),
        gateway: 'own duty',
        handling: input.isSensitive ? 'sensitive' : 'ordinary',
        retentionGroup: 4,
        regime: 'UKGDPR',
      })
      .execute();
    await work.db
      .insertInto('records.exactKey')
      .values({ kind: mention.kind, value: mention.value, recordId: id })
      .execute();
    await work.db
      .insertInto('records.link')
      .values({
        id: work.ids.next(),
        fromKind: 'report',
        fromId: input.reportId,
        role: 'mentions',
        toKind: 'record',
        toId: id,
        sourceReportId: input.reportId,
        originAgencyId: input.agencyId,
        madeBy: 'exact-key',
        madeAt: work.clock.now(),
        why: `The report says ${mention.typed}`,
      })
      .execute();
  }
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
