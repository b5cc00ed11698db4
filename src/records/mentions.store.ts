import type { Work } from '../platform/http/work.ts';
import { findMentions } from './mentions.ts';

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
    await work.db.insertInto('records.exactKey').values({ kind: mention.kind, value: mention.value, recordId: id }).execute();
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
