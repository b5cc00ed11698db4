import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { officerOf } from '../platform/http/work.ts';
import {
  type Authorisation,
  accreditedTwin,
  alertFor,
  type Clearance,
  canUsePower,
  type Lapsing,
  type OfficerFacts,
  type OrderFacts,
  powerWords,
} from './power.ts';

/** What is known today of an officer's powers. Read from the directory, which every officer of the OPS side may read. */
export async function officerFacts(
  { db }: Work,
  officerId: string,
  isInUniform: boolean,
): Promise<OfficerFacts | undefined> {
  const [officer, authorisations, clearances] = await Promise.all([
    db
      .selectFrom('directory.officer')
      .select(['id', 'name'])
      .where('id', '=', officerId)
      .where('isActive', '=', true)
      .executeTakeFirst(),
    db
      .selectFrom('directory.authorisation')
      .select([
        'basis',
        'power',
        'areaCode',
        'grantedOn',
        'expiresOn',
        'withdrawnOn',
        'requiresUniform',
        'reference',
      ])
      .where('officerId', '=', officerId)
      .orderBy('power')
      .orderBy('reference')
      .execute(),
    db
      .selectFrom('directory.clearance')
      .select(['kind', 'name', 'status', 'grantedOn', 'expiresOn'])
      .where('officerId', '=', officerId)
      .where('replacedOn', 'is', null)
      .orderBy('name')
      .execute(),
  ]);
  if (!officer) return undefined;
  return {
    officerId: officer.id,
    name: officer.name,
    // Check constraints on both columns hold the values of the types.
    authorisations: authorisations.map((row) => ({ ...row, basis: row.basis as Authorisation['basis'] })),
    clearances: clearances.map((row) => ({ ...row, kind: row.kind as Clearance['kind'] })),
    isInUniform,
  };
}

/** Officers of the viewer's own agency who could use a power here on this day, in uniform where it asks for one. */
export async function whoCouldUse(
  work: Work,
  power: string,
  place: readonly string[],
  on: Day,
  order?: OrderFacts,
): Promise<string[]> {
  const viewer = officerOf(work);
  const rows = await work.db
    .selectFrom('directory.authorisation as a')
    .innerJoin('directory.officer as o', 'o.id', 'a.officerId')
    .select(['o.id'])
    .distinct()
    .where('o.agencyId', '=', viewer.agencyId)
    .where('o.isActive', '=', true)
    .where('o.id', '<>', viewer.officerId)
    .where('a.power', 'in', [power, accreditedTwin[power] ?? power])
    .execute();
  const names: string[] = [];
  for (const { id } of rows) {
    const facts = await officerFacts(work, id, true);
    if (facts && canUsePower(facts, power, place, on, order).ok) names.push(facts.name);
  }
  return names.sort();
}

/** Powers, vetting and training of the viewer's own agency that end within 90 days, have ended, or are unknown. */
export async function powersLapsing(work: Work): Promise<Lapsing[]> {
  if (work.viewer.kind !== 'officer' || work.viewer.side !== 'OPS') return [];
  const today = work.clock.today();
  const { agencyId, officerId, roles } = work.viewer;
  // A supervisor sees the team's; anybody else their own.
  const isTeam = roles.includes('jet-supervisor') || roles.includes('community-safety-coordinator');
  const powers = await work.db
    .selectFrom('directory.authorisation as a')
    .innerJoin('directory.officer as o', 'o.id', 'a.officerId')
    .select(['o.id as officerId', 'o.name as officerName', 'a.power', 'a.reference', 'a.expiresOn'])
    .where('o.agencyId', '=', agencyId)
    .where('o.isActive', '=', true)
    .where('a.withdrawnOn', 'is', null)
    .where('a.expiresOn', 'is not', null)
    .$if(!isTeam, (query) => query.where('o.id', '=', officerId))
    .execute();
  const clearances = await work.db
    .selectFrom('directory.clearance as c')
    .innerJoin('directory.officer as o', 'o.id', 'c.officerId')
    .select(['o.id as officerId', 'o.name as officerName', 'c.kind', 'c.name', 'c.status', 'c.expiresOn'])
    .where('o.agencyId', '=', agencyId)
    .where('o.isActive', '=', true)
    .where('c.replacedOn', 'is', null)
    .$if(!isTeam, (query) => query.where('o.id', '=', officerId))
    .execute();
  const found: Lapsing[] = [];
  for (const row of powers) {
    const within = row.expiresOn === null ? undefined : alertFor(row.expiresOn, today);
    if (within !== undefined)
      found.push({
        officerId: row.officerId,
        officerName: row.officerName,
        what: powerWords[row.power] ?? row.power,
        reference: row.reference,
        endsOn: row.expiresOn,
        within,
      });
  }
  for (const row of clearances) {
    const within = row.status === 'unknown' || row.expiresOn === null ? 0 : alertFor(row.expiresOn, today);
    if (within === undefined) continue;
    found.push({
      officerId: row.officerId,
      officerName: row.officerName,
      what: `${row.kind} (${row.name})${row.status === 'unknown' ? ': not known' : ''}`,
      reference: row.name,
      endsOn: row.status === 'unknown' ? null : row.expiresOn,
      within,
    });
  }
  return found.sort(
    (a, b) =>
      (a.endsOn ?? '').localeCompare(b.endsOn ?? '') ||
      a.officerName.localeCompare(b.officerName) ||
      a.what.localeCompare(b.what),
  );
}

/** Codes of every area that a file's place lies in: ward, district, and the district's county. */
export async function areasOf(
  work: Work,
  place: { wardCode: string | null; districtCode: string | null },
): Promise<string[]> {
  const own = [place.wardCode, place.districtCode].filter((code) => code !== null);
  if (own.length === 0) return [];
  const parents = await work.db
    .selectFrom('directory.area')
    .select('parentCode')
    .where('code', 'in', own)
    .execute();
  return [...new Set([...own, ...parents.flatMap((row) => (row.parentCode ? [row.parentCode] : []))])];
}
