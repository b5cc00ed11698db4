import { type RawBuilder, sql } from 'kysely';
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
  /** What works of the council cost, as it was notified: s.47. */
  worksPence: number | null;
  /** The address must not be shown, printed or written down, whatever was written before it was known (domain 2.18). */
  isAddressHidden: boolean;
}

/** Who is warned and what they did. Row-level security stands behind the policy here. */
export async function findSubject({ db }: Work, protectionId: string): Promise<Subject | null> {
  const { rows } =
    await sql<Subject>`select s.kind, s.record_id, s.name, s.born_on, s.is_sixteen, s.conduct, s.others_told, s.works_pence,
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
  sha256: string | null;
  mediaType: string | null;
  scan: string | null;
  /** What the camera told of a photograph; where, for none where an address must stay hidden. */
  cameraAt: string | null;
  cameraLon: number | null;
  cameraLat: number | null;
  addedAt: Date;
}
/** Where a camera was, unless that would say where somebody lives whose address must stay hidden. */
const shownWhere = (column: string): RawBuilder<number | null> =>
  sql`case when not exists (select 1 from enforcement.protection_subject s join records.hidden_address h on h.record_id = s.record_id
    where s.protection_id = ${sql.ref('e.protectionId')}) then ${sql.ref(column)} end`;
export const listConductEvidence = ({ db }: Work, protectionId: string): Promise<ConductEvidence[]> =>
  db
    .selectFrom('enforcement.protectionEvidence as e')
    .leftJoin('platform.file as f', 'f.id', 'e.fileId')
    .select([
      'e.id',
      'e.kind',
      'e.happenedOn',
      'e.words',
      'e.fileId',
      'f.sha256',
      'f.mediaType',
      'f.scan',
      'e.cameraAt',
      'e.addedAt',
    ])
    .select([shownWhere('e.cameraLon').as('cameraLon'), shownWhere('e.cameraLat').as('cameraLat')])
    .where('e.protectionId', '=', protectionId)
    .orderBy('e.happenedOn')
    .orderBy('e.id')
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
