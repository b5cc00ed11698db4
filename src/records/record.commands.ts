import { invalid, ok, type Result } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { exactKeys } from './exact-keys.ts';
import { type LinkRole, type RecordKind, recordFields } from './record.words.ts';

export interface NewRecord {
  kind: RecordKind;
  role: LinkRole;
  fields: Record<string, string>;
  report: { id: string; isSensitive: boolean };
}

/** The line a record is known by: its name, mark, number or address. */
function labelOf(kind: RecordKind, fields: Record<string, string>): string {
  const first = recordFields[kind][0]?.name ?? 'name';
  const extra = kind === 'person' ? fields.dateOfBirth : kind === 'place' ? fields.postcode : undefined;
  return [fields[first], extra].filter(Boolean).join(', ');
}

/**
 * Keeps what a report tells about a person, firm, vehicle or number as a received record of the officer's own agency,
 * and links it to the report. Nothing is merged: records with the same exact key are shown side by side.
 */
export async function addRecord(work: Work, input: NewRecord): Promise<Result<{ id: string }>> {
  const viewer = officerOf(work);
  const known = recordFields[input.kind].map((field) => field.name);
  const fields = Object.fromEntries(
    known.flatMap((name) => (input.fields[name]?.trim() ? [[name, input.fields[name].trim()]] : [])),
  );
  const first = recordFields[input.kind][0];
  if (first && !fields[first.name])
    return invalid({ field: `fields-${first.name}`, words: `Enter the ${first.label.toLowerCase()}` });
  const id = work.ids.next();
  const now = work.clock.now();
  await work.db
    .insertInto('records.receivedRecord')
    .values({
      id,
      kind: input.kind,
      label: labelOf(input.kind, fields),
      fields: JSON.stringify(fields),
      originAgencyId: viewer.agencyId,
      feed: 'officer',
      reportId: input.report.id,
      receivedAt: now,
      gateway: 'own duty',
      handling: input.report.isSensitive ? 'sensitive' : 'ordinary',
      retentionGroup: 4,
      regime: input.role === 'suspect' ? 'PART3' : 'UKGDPR',
    })
    .execute();
  for (const key of exactKeys(fields))
    await work.db
      .insertInto('records.exactKey')
      .values({ ...key, recordId: id })
      .execute();
  await work.db
    .insertInto('records.link')
    .values({
      id: work.ids.next(),
      fromKind: 'report',
      fromId: input.report.id,
      role: input.role,
      toKind: 'record',
      toId: id,
      sourceReportId: input.report.id,
      originAgencyId: viewer.agencyId,
      madeBy: 'person',
      officerId: viewer.officerId,
      madeAt: now,
      why: `Added by ${viewer.name}`,
    })
    .execute();
  // Who else this may be is looked for at once, by a job.
  if (input.kind === 'person' || input.kind === 'organisation')
    await enqueue(work.db, 'match-records', { recordId: id });
  about(work, 'record', id, { kind: input.kind, role: input.role });
  return ok({ id });
}
