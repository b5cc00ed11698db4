import { sql } from 'kysely';
import { isoDay } from '../platform/clock/typed-day.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { exactKeys } from './exact-keys.ts';
import { recordPolicy } from './record.policy.ts';
import { type RecordKind, recordFields } from './record.words.ts';

/** What a record is tied to, how it stands to it, and why, in a sentence. */
export interface Tie {
  kind: 'report' | 'penalty' | 'protection' | 'premises';
  id: string;
  role: string;
  why: string;
}

/** What somebody's work tells of a person, firm, vehicle or number. The fields are those of `recordFields`, without empty ones. */
export interface KeptRecord {
  kind: RecordKind;
  fields: Readonly<Record<string, string>>;
  originAgencyId: string;
  feed: 'officer' | 'penalty' | 'protection' | 'inspection';
  handling: 'ordinary' | 'sensitive';
  /** Law enforcement (Data Protection Act 2018 Part 3) or the UK GDPR. */
  regime: 'PART3' | 'UKGDPR';
  tie: Tie;
}

/** The line a record is known by: its name, mark, number or address. */
function labelOf(kind: RecordKind, fields: Readonly<Record<string, string>>): string {
  const first = recordFields[kind][0]?.name ?? 'name';
  const extra = kind === 'person' ? fields.dateOfBirth : kind === 'place' ? fields.postcode : undefined;
  return [fields[first], extra].filter(Boolean).join(', ');
}

/**
 * Keeps a received record with everything that must come with one: its exact keys, its link, and the job that looks for who
 * else it may be. Every record that an officer's work makes is made here, or it would be missing from the one list.
 */
export async function keepRecord(work: Work, input: KeptRecord): Promise<{ id: string }> {
  const { kind, tie } = input;
  const fields = Object.fromEntries(Object.entries(input.fields).filter(([, value]) => value !== ''));
  // Written as the lists of partners have it, or the day would compare with nothing.
  const born = fields.dateOfBirth && isoDay(fields.dateOfBirth);
  if (born) fields.dateOfBirth = born;
  const id = work.ids.next();
  await work.db
    .insertInto('records.receivedRecord')
    .values({
      id,
      kind,
      label: labelOf(kind, fields),
      fields: JSON.stringify(fields),
      originAgencyId: input.originAgencyId,
      feed: input.feed,
      reportId: tie.kind === 'report' ? tie.id : null,
      receivedAt: work.clock.now(),
      gateway: 'own duty',
      handling: input.handling,
      retentionGroup: 4,
      regime: input.regime,
    })
    .execute();
  for (const key of exactKeys(fields))
    await work.db
      .insertInto('records.exactKey')
      .values({ ...key, recordId: id })
      .execute();
  await tieRecord(work, { recordId: id, originAgencyId: input.originAgencyId, tie });
  // Who else this may be is looked for at once, by a job.
  if (kind === 'person' || kind === 'organisation') await enqueue(work.db, 'match-records', { recordId: id });
  return { id };
}

/** Ties a record that there is already: one record of a person, however many letters they were sent. */
export async function tieRecord(
  work: Work,
  { recordId, originAgencyId, tie }: { recordId: string; originAgencyId: string; tie: Tie },
): Promise<void> {
  await work.db
    .insertInto('records.link')
    .values({
      id: work.ids.next(),
      fromKind: tie.kind,
      fromId: tie.id,
      role: tie.role,
      toKind: 'record',
      toId: recordId,
      sourceReportId: tie.kind === 'report' ? tie.id : null,
      originAgencyId,
      madeBy: 'person',
      officerId: officerOf(work).officerId,
      madeAt: work.clock.now(),
      why: tie.why,
    })
    .execute();
}

/**
 * A record of the viewer's own agency that says the same of the same kind, so that what is known is not written a second time: its
 * label and its postcode are alike, and for a firm its company number where one is given.
 */
export async function recordAlreadyKept(
  work: Work,
  kind: RecordKind,
  fields: Readonly<Record<string, string>>,
): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`select r.id from records.received_record r
    where r.kind = ${kind} and r.origin_agency_id = ${officerOf(work).agencyId} and lower(r.label) = lower(${labelOf(kind, fields)})
      and replace(upper(coalesce(r.fields->>'postcode', '')), ' ', '') = ${(fields.postcode ?? '').toUpperCase().replaceAll(' ', '')}
      and (${fields.companyNumber ?? ''} = '' or r.fields->>'companyNumber' = ${fields.companyNumber ?? ''})
      and ${recordPolicy.visible(work.viewer, 'r')} order by r.received_at, r.id limit 1`.execute(work.db);
  return rows[0];
}

const postcodeAtEnd = /[,\s]+([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})\s*$/i;

/** Parts an address as it is written on a letter into the two fields of a record: exact keys need the postcode by itself. */
export function addressFields(written: string | null): Record<string, string> {
  const postcode = written ? postcodeAtEnd.exec(written)?.[1] : undefined;
  if (!written || !postcode) return written ? { address: written } : {};
  return { address: written.replace(postcodeAtEnd, ''), postcode: postcode.toUpperCase() };
}
