import { sql } from 'kysely';
import { evidenceSupporters } from '../directory/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { ContinuityLine } from './continuity.ts';
import { prosecutionPolicy } from './court.policy.ts';
import type { ItemKind, UnusedTest } from './court.words.ts';

/** A prosecution file. */
export interface Prosecution {
  id: string;
  reference: string;
  caseId: string;
  caseReference: string;
  title: string;
  agencyId: string;
  agencyName: string;
  serviceId: string;
  serviceName: string;
  openedOn: Day;
  /** Officers on evidential support whom it names. */
  supporterIds: string[];
  /** The court has decided. */
  hasOutcome: boolean;
}
async function prosecutionsWhere(
  work: Work,
  part: ReturnType<typeof sql>,
  limit: number,
): Promise<Prosecution[]> {
  const { rows } =
    await sql<Prosecution>`select p.id, p.reference, p.case_id, c.reference as case_reference, p.title, p.agency_id, a.name as agency_name, p.service_id,
      s.name as service_name, p.opened_on, p.supporter_ids, exists (select 1 from court.outcome o where o.prosecution_id = p.id) as has_outcome
    from court.prosecution p join enforcement.case_file c on c.id = p.case_id join directory.agency a on a.id = p.agency_id
      join directory.service s on s.id = p.service_id
    where ${prosecutionPolicy.visible(work.viewer, 'p')} and ${part} order by has_outcome, p.opened_on desc, p.id desc limit ${sql.lit(limit)}`.execute(
      work.db,
    );
  return rows;
}
/** Listed at most; the page says so. */
export const mostProsecutions = 300;
/** Files of the viewer's own services, those still open first. */
export const listProsecutions = (work: Work): Promise<Prosecution[]> =>
  prosecutionsWhere(work, sql`TRUE`, mostProsecutions);
export const findProsecution = async (work: Work, id: string): Promise<Prosecution | undefined> =>
  (await prosecutionsWhere(work, sql`p.id = ${id}`, 1))[0];
export const prosecutionOfCase = async (work: Work, caseId: string): Promise<Prosecution | undefined> =>
  (await prosecutionsWhere(work, sql`p.case_id = ${caseId}`, 1))[0];

/** Opens a file; false where the service has one on this case. */
export async function keepProsecution(
  work: Work,
  row: { id: string; reference: string; caseId: string; serviceId: string; title: string },
): Promise<boolean> {
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .insertInto('court.prosecution')
    .values({ ...row, agencyId, openedOn: work.clock.today(), openedBy: officerId })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** A line of who supports a file with evidence. */
export interface SupportLine {
  officerId: string;
  officerName: string;
  isNamed: boolean;
  words: string;
  at: Date;
  byName: string;
}
/** Who was named to support a file and whose support ended, oldest first. */
export async function supportOf(work: Work, file: { id: string }): Promise<SupportLine[]> {
  const { rows } =
    await sql<SupportLine>`select s.officer_id, o.name as officer_name, s.is_named, s.words, s.at, b.name as by_name
    from court.supporter s join court.prosecution p on p.id = s.prosecution_id join directory.officer o on o.id = s.officer_id
      join directory.officer b on b.id = s.by_id
    where s.prosecution_id = ${file.id} and ${prosecutionPolicy.visible(work.viewer, 'p')} order by s.at, s.id`.execute(
      work.db,
    );
  return rows;
}

/** Officers of the viewer's agency who hold the role of evidential support today. */
export async function officersOnSupport(work: Work): Promise<{ id: string; name: string }[]> {
  const today = work.clock.today();
  const { rows } = await sql<{ id: string; name: string }>`select o.id, o.name from directory.officer o
    where o.agency_id = ${officerOf(work).agencyId} and o.is_active and exists (select 1 from directory.role_grant g
      where g.officer_id = o.id and g.role = any(${[...evidenceSupporters]}::text[]) and g.starts_on <= ${today}::date
        and (g.ends_on is null or g.ends_on > ${today}::date))
    order by o.name, o.id`.execute(work.db);
  return rows;
}

/** Names a supporter or ends their support, with its line. */
export async function keepSupport(
  work: Work,
  file: { id: string; agencyId: string },
  given: { officerId: string; isNamed: boolean; words: string },
): Promise<void> {
  const change = given.isNamed ? sql`array_append` : sql`array_remove`;
  await sql`update court.prosecution set supporter_ids = ${change}(supporter_ids, ${given.officerId}::uuid)
    where id = ${file.id}`.execute(work.db);
  await work.db
    .insertInto('court.supporter')
    .values({
      ...{ id: work.ids.next(), prosecutionId: file.id, agencyId: file.agencyId, ...given },
      ...{ at: work.clock.now(), byId: officerOf(work).officerId },
    })
    .execute();
}

/** One line of who had an item when. */
export interface Continuity {
  position: number;
  at: Date;
  officerName: string;
  words: string;
  hash: string;
}
/** An exhibit, or material that is not used. */
export interface EvidenceItem {
  id: string;
  number: number;
  kind: ItemKind;
  isUsed: boolean;
  words: string;
  capturedAt: Date;
  capturedBy: string;
  keptAt: string;
  name: string | null;
  /** What the file was sent as; null where the item came without one. */
  mediaType: string | null;
  /** What the virus scanner said of the file: held, clean or infected. */
  scan: string;
  sha256: string | null;
  test: UnusedTest | '';
  continuity: Continuity[];
}
export async function itemsOf(work: Work, prosecutionId: string): Promise<EvidenceItem[]> {
  const { rows } = await sql<
    Omit<EvidenceItem, 'continuity'>
  >`select i.id, i.number, i.kind, i.is_used, i.words, i.captured_at, i.captured_by, i.kept_at, i.name, i.media_type, i.scan, i.sha256, i.test
    from court.item i join court.prosecution p on p.id = i.prosecution_id
    where i.prosecution_id = ${prosecutionId} and ${prosecutionPolicy.visible(work.viewer, 'p')} order by i.number`.execute(
    work.db,
  );
  const lines = await sql<
    Continuity & { itemId: string }
  >`select k.item_id, k.position, k.at, o.name as officer_name, k.words, k.hash
    from court.continuity k join directory.officer o on o.id = k.officer_id where k.item_id = any(${rows.map(({ id }) => id)}::uuid[])
    order by k.item_id, k.position`.execute(work.db);
  return rows.map((row) => ({
    ...row,
    continuity: lines.rows.filter(({ itemId }) => itemId === row.id).map(({ itemId: _, ...line }) => line),
  }));
}

interface KeptFile {
  name: string;
  mediaType: string | null;
  content: Buffer;
  sha256: string;
  scan: string;
}
/** The file of an item, as it was kept; undefined where the viewer has no such file, or the item came without one. */
export async function fileOfItem(
  work: Work,
  { prosecutionId, evidenceItemId }: { prosecutionId: string; evidenceItemId: string },
): Promise<KeptFile | undefined> {
  const { rows } = await sql<KeptFile>`
    select coalesce(i.name, 'exhibit') as name, i.media_type, i.content, i.sha256, i.scan
    from court.item i join court.prosecution p on p.id = i.prosecution_id
    where i.id = ${evidenceItemId} and i.prosecution_id = ${prosecutionId} and i.content is not null
      and ${prosecutionPolicy.visible(work.viewer, 'p')}`.execute(work.db);
  return rows[0];
}

export async function keepItem(
  work: Work,
  row: {
    id: string;
    prosecutionId: string;
    number: number;
    kind: ItemKind;
    isUsed: boolean;
    words: string;
    capturedAt: Date;
    capturedBy: string;
    keptAt: string;
    name: string | null;
    mediaType: string | null;
    content: Buffer | null;
    sha256: string | null;
    test: string;
  },
): Promise<boolean> {
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .insertInto('court.item')
    .values({ ...row, agencyId, addedBy: officerId, addedAt: work.clock.now() })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}
export async function keepContinuity(
  work: Work,
  row: { itemId: string; position: number; words: string; hash: string; at: Date },
): Promise<boolean> {
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .insertInto('court.continuity')
    .values({ id: work.ids.next(), agencyId, officerId, ...row })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Names of those whom penalties and community protection files on a case are against, as far as the viewer's agency keeps them. */
export async function namedOnCase(work: Work, caseId: string): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select r.name from enforcement.penalty_recipient r join enforcement.penalty p on p.id = r.penalty_id
      where p.case_id = ${caseId} and r.agency_id = ${officerOf(work).agencyId} and r.name is not null
    union select s.name from enforcement.protection_subject s join enforcement.protection f on f.id = s.protection_id
      where f.case_id = ${caseId} and s.agency_id = ${officerOf(work).agencyId} and s.name is not null order by 1 limit 40`.execute(
    work.db,
  );
  return rows.map(({ name }) => name);
}

/** Packages that the viewer's agency accepted with this case. */
export async function packagesOfCase(work: Work, caseId: string): Promise<string[]> {
  const { rows } = await sql<{
    packageId: string;
  }>`select n.package_id from dissemination.answer n where n.case_id = ${caseId} and n.agency_id = ${officerOf(work).agencyId}
    and n.answer = 'accepted' order by n.at`.execute(work.db);
  return rows.map(({ packageId }) => packageId);
}

/** Cases that the viewer's agency opened on a package. */
export async function casesOfPackage(work: Work, packageId: string): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`select n.case_id from dissemination.answer n
    where n.package_id = ${packageId} and n.agency_id = ${officerOf(work).agencyId} and n.case_id is not null`.execute(
    work.db,
  );
  return rows.map(({ caseId }) => caseId);
}

/** All lines of continuity of a file, with what their hashes are made of. */
export async function continuityOf(
  work: Work,
  prosecutionId: string,
): Promise<(ContinuityLine & { hash: string })[]> {
  const { rows } = await sql<
    ContinuityLine & { hash: string }
  >`select k.item_id, k.position, k.at, k.officer_id, k.words, k.hash from court.continuity k join court.item i on i.id = k.item_id
    join court.prosecution p on p.id = i.prosecution_id
    where p.id = ${prosecutionId} and ${prosecutionPolicy.visible(work.viewer, 'p')} order by k.item_id, k.position`.execute(
    work.db,
  );
  return rows;
}
