import { invalid, ok, type Result } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { keepRecord } from './record.keep.ts';
import { type LinkRole, type RecordKind, recordFields } from './record.words.ts';

export interface NewRecord {
  kind: RecordKind;
  role: LinkRole;
  fields: Record<string, string>;
  report: { id: string; isSensitive: boolean };
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
  const { id } = await keepRecord(work, {
    kind: input.kind,
    fields,
    originAgencyId: viewer.agencyId,
    feed: 'officer',
    handling: input.report.isSensitive ? 'sensitive' : 'ordinary',
    regime: input.role === 'suspect' ? 'PART3' : 'UKGDPR',
    tie: { kind: 'report', id: input.report.id, role: input.role, why: `Added by ${viewer.name}` },
  });
  about(work, 'record', id, { kind: input.kind, role: input.role });
  return ok({ id });
}
