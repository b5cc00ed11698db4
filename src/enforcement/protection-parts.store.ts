import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import type { ServiceMethod } from './penalty.words.ts';
import type { LetterKind, RequirementKind, SubjectKind } from './protection.words.ts';

export interface Subject {
  kind: SubjectKind;
  recordId: string | null;
  name: string | null;
  address: string | null;
  bornOn: Day | null;
  isSixteen: boolean;
  placeWords: string | null;
  conduct: string | null;
  othersTold: string | null;
  /** The address must not be shown, printed or written down, whatever was written before it was known (domain 2.18). */
  isAddressHidden: boolean;
}

/** Who is warned and what they did. Row-level security stands behind the policy here. */
export async function findSubject({ db }: Work, protectionId: string): Promise<Subject | null> {
  const { rows } =
    await sql<Subject>`select s.kind, s.record_id, s.name, s.born_on, s.is_sixteen, s.conduct, s.others_told,
      h.record_id is not null as is_address_hidden,
      case when h.record_id is null then s.address end as address, case when h.record_id is null then s.place_words end as place_words
    from enforcement.protection_subject s left join records.hidden_address h on h.record_id = s.record_id
    where s.protection_id = ${protectionId}`.execute(db);
  return rows[0] ?? null;
}

export interface ConductEvidence {
  id: string;
  kind: string;
  happenedOn: Day;
  words: string;
  fileId: string | null;
  addedAt: Date;
}
export const listConductEvidence = ({ db }: Work, protectionId: string): Promise<ConductEvidence[]> =>
  db
    .selectFrom('enforcement.protectionEvidence')
    .select(['id', 'kind', 'happenedOn', 'words', 'fileId', 'addedAt'])
    .where('protectionId', '=', protectionId)
    .orderBy('happenedOn')
    .orderBy('id')
    .execute();

export interface Requirement {
  id: string;
  stage: LetterKind;
  kind: RequirementKind;
  words: string;
  byDay: Day | null;
  /** From which day it binds, if later than the notice: an appeal suspended it. */
  since: Day | null;
  /** Its last day in these words. */
  until: Day | null;
}
export async function listRequirements({ db }: Work, protectionId: string): Promise<Requirement[]> {
  const { rows } = await sql<Requirement>`select id, stage, kind, words, by_day, since, until
    from enforcement.protection_requirement where protection_id = ${protectionId} order by stage desc, array_position('{stop,do,steps}', kind), added_at, id`.execute(
    db,
  );
  return rows;
}

export interface ServiceProof {
  stage: LetterKind;
  how: ServiceMethod;
  sentOn: Day;
  servedOn: Day;
  servedBy: string;
  powerBasis: string;
  powerReference: string;
}
export async function listServices({ db }: Work, protectionId: string): Promise<ServiceProof[]> {
  const { rows } =
    await sql<ServiceProof>`select stage, how, sent_on, served_on, served_by, power_basis, power_reference
    from enforcement.protection_service where protection_id = ${protectionId} order by served_on`.execute(db);
  return rows;
}

export interface ProtectionEvent {
  at: Date;
  kind: string;
  words: string;
  officerName: string | null;
  agencyName: string | null;
  /** Why, for the issuing agency alone: row-level security leaves it out for others. */
  reason: string | null;
}
/** The timeline of a file the viewer has been given. */
export async function listProtectionEvents({ db }: Work, protectionId: string): Promise<ProtectionEvent[]> {
  const { rows } =
    await sql<ProtectionEvent>`select e.at, e.kind, e.words, o.name as officer_name, a.name as agency_name, r.words as reason
    from enforcement.protection_event e left join directory.officer o on o.id = e.officer_id left join directory.agency a on a.id = e.agency_id
      left join enforcement.protection_reason r on r.event_id = e.id
    where e.protection_id = ${protectionId} order by e.at, e.id`.execute(db);
  return rows;
}

/** Writes a line of the history; the words name nobody, the reason may. */
export async function addProtectionEvent(
  { db, viewer, clock, ids }: Work,
  event: { protectionId: string; agencyId: string; kind: string; words: string; reason?: string | undefined },
): Promise<void> {
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  const id = ids.next();
  await db
    .insertInto('enforcement.protectionEvent')
    .values({
      id,
      protectionId: event.protectionId,
      at: clock.now(),
      kind: event.kind,
      officerId: officer?.officerId ?? null,
      agencyId: officer?.agencyId ?? null,
      words: event.words,
    })
    .execute();
  if (event.reason)
    await db
      .insertInto('enforcement.protectionReason')
      .values({
        eventId: id,
        protectionId: event.protectionId,
        agencyId: event.agencyId,
        words: event.reason,
      })
      .execute();
}

export interface LetterRow {
  kind: LetterKind;
  version: number;
  format: 'pdf' | 'docx';
  /** Whether an address is printed on it. */
  showsAddress: boolean;
  name: string;
  sha256: string;
  madeAt: Date;
}
/** The letters of a file, without their bytes. */
export async function listLetters({ db }: Work, protectionId: string): Promise<LetterRow[]> {
  const { rows } =
    await sql<LetterRow>`select kind, version, format, shows_address, name, sha256, made_at from enforcement.protection_document
    where protection_id = ${protectionId} order by made_at, kind, version, format desc`.execute(db);
  return rows;
}
/** One letter with its very bytes. */
export const findLetter = (
  { db }: Work,
  protectionId: string,
  letter: Pick<LetterRow, 'kind' | 'version' | 'format'>,
): Promise<{ name: string; content: Buffer; sha256: string; showsAddress: boolean } | undefined> =>
  db
    .selectFrom('enforcement.protectionDocument')
    .select(['name', 'content', 'sha256', 'showsAddress'])
    .where('protectionId', '=', protectionId)
    .where('kind', '=', letter.kind)
    .where('version', '=', letter.version)
    .where('format', '=', letter.format)
    .executeTakeFirst();
