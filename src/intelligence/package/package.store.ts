import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { packagePolicy } from './package.policy.ts';
import type { OutcomeResult, PackagePart, Product } from './package.words.ts';

/** A package as it crossed, without its words. */
export interface Package {
  id: string;
  reference: string;
  product: Product;
  agencyName: string;
  gateway: string;
  purpose: string;
  deadline: Day;
  conditions: string[];
  cleared: string[];
  conditionsWords: string;
  releasedAt: Date;
  /** When the viewer acknowledged the conditions; null until then. */
  acknowledgedAt: Date | null;
  /** What it is about; null until the conditions are acknowledged. */
  title: string | null;
  /** What the viewer's agency answered; null until it has. */
  answer: 'accepted' | 'rejected' | null;
}

async function packagesWhere(work: Work, id: string | undefined, limit: number): Promise<Package[]> {
  const { officerId, agencyId } = officerOf(work);
  const { rows } =
    await sql<Package>`select p.id, p.reference, p.product, a.name as agency_name, p.gateway, p.purpose, p.deadline, p.conditions, p.cleared,
      p.conditions_words, p.released_at, k.at as acknowledged_at, t.words as title, n.answer
    from dissemination.package p join directory.agency a on a.id = p.agency_id
    left join dissemination.acknowledgement k on k.package_id = p.id and k.officer_id = ${officerId}
    left join dissemination.package_text t on t.package_id = p.id and t.part = 'title' and k.at is not null
    left join dissemination.answer n on n.package_id = p.id and n.agency_id = ${agencyId}
    where ${packagePolicy.visible(work.viewer, 'p')} ${id ? sql`and p.id = ${id}` : sql``}
    order by (n.answer is not null), p.deadline, p.reference limit ${sql.lit(limit)}`.execute(work.db);
  return rows;
}

/** Packages that name the viewer or their agency, those that are to be answered first. */
export const listPackages = (work: Work): Promise<Package[]> => packagesWhere(work, undefined, 200);
export const findPackage = async (work: Work, id: string): Promise<Package | undefined> =>
  (await packagesWhere(work, id, 1))[0];

/** The package of a reference that names the viewer or their agency. */
export async function packageOfReference(work: Work, reference: string): Promise<Package | undefined> {
  const { rows } = await sql<{ id: string }>`select p.id from dissemination.package p
    where p.reference = ${reference} and ${packagePolicy.visible(work.viewer, 'p')}`.execute(work.db);
  return rows[0] && findPackage(work, rows[0].id);
}

/** One part of the words of a package. */
export interface PackageText {
  part: PackagePart;
  position: number;
  words: string;
}

/** The words: to a recipient who acknowledged, and to the unit; the database holds the same. */
export async function textOf({ db, viewer }: Work, packageId: string): Promise<PackageText[]> {
  const { rows } =
    await sql<PackageText>`select t.part, t.position, t.words from dissemination.package_text t join dissemination.package p on p.id = t.package_id
    where t.package_id = ${packageId} and ${packagePolicy.visible(viewer, 'p')} order by t.position, t.part`.execute(
      db,
    );
  return rows;
}

/** What an agency said to a package. */
export interface Answer {
  agencyName: string;
  officerName: string;
  at: Date;
  answer: 'accepted' | 'rejected';
  reason: string;
  isLate: boolean;
  caseId: string | null;
}
export interface Outcome {
  agencyName: string;
  at: Date;
  result: OutcomeResult;
  words: string;
}

/** What came back: to the unit all of it, to a recipient what their own agency said. */
export async function comeBack(
  { db, viewer }: Work,
  packageId: string,
): Promise<{ answers: Answer[]; outcomes: Outcome[] }> {
  const own = viewer.kind === 'officer' && viewer.side === 'OPS' ? viewer.agencyId : undefined;
  const ofOwn = (alias: string) => (own ? sql`and ${sql.ref(`${alias}.agencyId`)} = ${own}` : sql``);
  const visible = packagePolicy.visible(viewer, 'p');
  const answers =
    await sql<Answer>`select a.name as agency_name, o.name as officer_name, n.at, n.answer, n.reason, n.is_late, n.case_id
    from dissemination.answer n join dissemination.package p on p.id = n.package_id join directory.agency a on a.id = n.agency_id join directory.officer o on o.id = n.officer_id
    where n.package_id = ${packageId} and ${visible} ${ofOwn('n')} order by n.at, a.name`.execute(db);
  const outcomes =
    await sql<Outcome>`select a.name as agency_name, u.at, u.result, u.words from dissemination.outcome u
    join dissemination.package p on p.id = u.package_id join directory.agency a on a.id = u.agency_id
    where u.package_id = ${packageId} and ${visible} ${ofOwn('u')} order by u.at desc, u.id`.execute(db);
  return { answers: answers.rows, outcomes: outcomes.rows };
}

/** What the unit sees of a released package besides its draft: the conditions still standing. */
export async function standingConditions(
  { db, viewer }: Work,
  packageId: string,
): Promise<{ conditions: string[]; cleared: string[] } | undefined> {
  const { rows } = await sql<{
    conditions: string[];
    cleared: string[];
  }>`select p.conditions, p.cleared from dissemination.package p
    where p.id = ${packageId} and ${packagePolicy.visible(viewer, 'p')}`.execute(db);
  return rows[0];
}

/** Writes down that a condition of the unit's package stands no longer. */
export async function keepCleared(
  { db, viewer }: Work,
  given: { packageId: string; condition: string },
): Promise<void> {
  await sql`update dissemination.package p set cleared = array_append(p.cleared, ${given.condition})
    where p.id = ${given.packageId} and ${packagePolicy.visible(viewer, 'p')}`.execute(db);
}

/** How many packages wait for an answer of the viewer's agency. */
export async function countToAnswer(work: Work): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from dissemination.package p where ${packagePolicy.visible(work.viewer, 'p')}
    and not exists (select 1 from dissemination.answer n where n.package_id = p.id and n.agency_id = ${officerOf(work).agencyId})`.execute(
    work.db,
  );
  return rows[0]?.n ?? 0;
}
