import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { changeRow } from '../../platform/database/change.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { type KnownSubject, knownSubjects } from '../link/known.store.ts';
import { writtenAs } from '../link/link.store.ts';
import type { CommissionInput } from './commission.forms.ts';
import { commissionPolicy } from './commission.policy.ts';
import type { CommissionStatus } from './commission.transitions.ts';
import type { AssetKind, CommissionKind, CommissionOutcome, Confidence } from './commission.words.ts';

/** A commission as both sides see it. */
export interface Commission {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  serviceId: string;
  serviceName: string;
  unitAgencyId: string;
  kind: CommissionKind;
  status: CommissionStatus;
  subjectKind: 'person' | 'organisation';
  subjectLabel: string;
  purpose: string;
  legalBasis: string;
  owedPence: number | null;
  decidesOn: Day | null;
  askedOn: Day;
  askedByName: string;
  refusedFor: string | null;
  award: 'awarded' | 'not-awarded' | null;
  pricePence: number | null;
  paidOn: Day | null;
  /** The commission that this asks again, and the one that asks this again. */
  followsId: string | null;
  followsReference: string | null;
  followedById: string | null;
  followedByReference: string | null;
  version: number;
}

async function commissionsWhere({ db, viewer }: Work, id: string | undefined): Promise<Commission[]> {
  const { rows } =
    await sql<Commission>`select c.id, c.reference, c.agency_id, a.name as agency_name, c.service_id, s.name as service_name, c.unit_agency_id, c.kind,
      c.status, c.subject_kind, c.subject_label, c.purpose, c.legal_basis, c.owed_pence, c.decides_on, c.asked_on, o.name as asked_by_name,
      c.refused_for, c.award, c.price_pence, c.paid_on, c.version, f.id as follows_id, f.reference as follows_reference,
      n.id as followed_by_id, n.reference as followed_by_reference
    from dissemination.commission c join directory.agency a on a.id = c.agency_id join directory.service s on s.id = c.service_id
    join directory.officer o on o.id = c.asked_by left join dissemination.commission f on f.id = c.follows_id
    left join dissemination.commission n on n.follows_id = c.id
    where ${commissionPolicy.visible(viewer, 'c')} ${id ? sql`and c.id = ${id}` : sql``}
    order by (c.status <> 'asked'), c.asked_on desc, c.id limit ${mostCommissions}`.execute(db);
  return rows;
}

/** So many are listed, those that wait first. */
export const mostCommissions = 300;
export const listCommissions = (work: Work): Promise<Commission[]> => commissionsWhere(work, undefined);
export const findCommission = async (work: Work, id: string): Promise<Commission | undefined> =>
  (await commissionsWhere(work, id))[0];

/** Puts a commission to the unit; false where no agency keeps one. */
export async function keepCommission(
  { db, clock, ids }: Work,
  given: CommissionInput & { id: string; serviceId: string },
): Promise<boolean> {
  const { name: label, more, subjectKind, owed, ...rest } = given;
  const written = writtenAs({ kind: subjectKind, label, more });
  const row = {
    ...{ ...rest, reference: ids.reference('CM'), subjectKind, owedPence: owed ?? null },
    ...{ subjectLabel: written.label, keyKind: written.keyKind, keyValue: written.keyValue },
  };
  const { rows } = await sql<{
    isAsked: boolean;
  }>`select dissemination.commission_unit(${JSON.stringify(row)}::jsonb, ${clock.today()}::date) as is_asked`.execute(
    db,
  );
  return rows[0]?.isAsked === true;
}

/** Asks again for whoever a commission was about; false where it is not there to be asked again, or was already. */
export async function askAgain({ db, clock, ids }: Work, one: Commission, why: string): Promise<boolean> {
  const { rows } = await sql<{
    isAsked: boolean;
  }>`select dissemination.commission_again(${one.id}, ${ids.next()}, ${ids.reference('CM')}, ${why}, ${clock.today()}::date) as is_asked`.execute(
    db,
  );
  return rows[0]?.isAsked === true;
}

export const changeCommission = (
  { db }: Work,
  given: { id: string; version: number },
  set: {
    status?: CommissionStatus;
    award?: 'awarded' | 'not-awarded';
    refusedFor?: string;
    pricePence?: number;
    paidOn?: Day;
  },
): Promise<boolean> => changeRow(db, 'dissemination.commission', given, set);

/** What crossed: for whoever commissioned it alone. */
export interface CommissionAnswer {
  outcome: CommissionOutcome;
  address: string;
  postcode: string;
  assetKind: AssetKind | null;
  assetWords: string;
  confidence: Confidence | null;
  conditions: string[];
  checks: string[];
  answeredOn: Day;
}

export async function answerOf({ db, viewer }: Work, id: string): Promise<CommissionAnswer | undefined> {
  if (viewer.side !== 'OPS') return undefined;
  const { rows } =
    await sql<CommissionAnswer>`select a.outcome, a.address, a.postcode, a.asset_kind, a.asset_words, a.confidence, a.conditions, a.checks, a.answered_on
    from dissemination.commission_answer a join dissemination.commission c on c.id = a.commission_id
    where c.id = ${id} and ${commissionPolicy.visible(viewer, 'c')}`.execute(db);
  return rows[0];
}

export interface Recovery {
  pence: number;
  onDay: Day;
  recordedByName: string;
}

/** Sums that came in: for the service that recorded them. */
export async function recoveriesOf({ db, viewer }: Work, id: string): Promise<Recovery[]> {
  if (viewer.side !== 'OPS') return [];
  const { rows } = await sql<Recovery>`select r.pence, r.on_day, o.name as recorded_by_name
    from dissemination.commission_recovery r join dissemination.commission c on c.id = r.commission_id join directory.officer o on o.id = r.recorded_by
    where c.id = ${id} and ${commissionPolicy.visible(viewer, 'c')} order by r.on_day, r.recorded_at limit 500`.execute(
    db,
  );
  return rows;
}

export async function addRecovery(
  work: Work,
  commission: Commission,
  sum: { pence: number; onDay: Day },
): Promise<void> {
  await work.db
    .insertInto('dissemination.commissionRecovery')
    .values({
      ...{ id: work.ids.next(), commissionId: commission.id, agencyId: commission.agencyId, ...sum },
      ...{ serviceId: commission.serviceId, recordedAt: work.clock.now() },
      recordedBy: officerOf(work).officerId,
    })
    .execute();
}

/** What the unit found and proposes: on its side alone. */
export interface CommissionWork extends Omit<CommissionAnswer, 'answeredOn'> {
  findings: string;
  minutes: number;
  proposedBy: string;
  proposedByName: string;
  authorisedByName: string | null;
}

export async function workOf({ db, viewer }: Work, id: string): Promise<CommissionWork | undefined> {
  if (viewer.side !== 'INTEL') return undefined;
  const { rows } =
    await sql<CommissionWork>`select w.outcome, w.address, w.postcode, w.asset_kind, w.asset_words, w.confidence, w.conditions, w.checks,
      w.findings, w.minutes, w.proposed_by, p.name as proposed_by_name, u.name as authorised_by_name
    from intelligence.commission_work w join dissemination.commission c on c.id = w.commission_id join directory.officer p on p.id = w.proposed_by
    left join directory.officer u on u.id = w.authorised_by where c.id = ${id} and ${commissionPolicy.visible(viewer, 'c')}`.execute(
      db,
    );
  return rows[0];
}

/** Keeps a proposal; one that was not authorised yet is replaced. */
export async function keepProposedWork(
  work: Work,
  commission: Commission,
  given: Omit<CommissionWork, 'proposedBy' | 'proposedByName' | 'authorisedByName'>,
): Promise<void> {
  const row = {
    ...{ ...given, conditions: [...given.conditions], checks: JSON.stringify(given.checks) },
    ...{ proposedAt: work.clock.now(), proposedBy: officerOf(work).officerId },
  };
  await work.db
    .insertInto('intelligence.commissionWork')
    .values({ commissionId: commission.id, agencyId: commission.unitAgencyId, ...row })
    .onConflict((there) =>
      there
        .column('commissionId')
        .doUpdateSet(row)
        .where('intelligence.commissionWork.authorisedAt', 'is', null),
    )
    .execute();
}

/** Authorises a proposal and lets it cross. What comes back says nothing of what was withheld. */
export async function letAnswerCross(work: Work, commission: Commission): Promise<void> {
  await work.db
    .updateTable('intelligence.commissionWork')
    .set({ authorisedAt: work.clock.now(), authorisedBy: officerOf(work).officerId })
    .where('commissionId', '=', commission.id)
    .where('authorisedAt', 'is', null)
    .execute();
  await sql`select dissemination.answer_commission(${commission.id}::uuid, ${work.clock.today()}::date)`.execute(
    work.db,
  );
}

/** What the unit and the services hold of whom a commission names, by exact key. */
export const commissionSubjects = (work: Work, id: string): Promise<KnownSubject[]> =>
  knownSubjects(
    work,
    sql`from (select c.id, c.unit_agency_id, c.key_kind, c.key_value, 0 as position, c.subject_kind as kind, c.subject_label as label
        from dissemination.commission c) s where s.id = ${id} and ${commissionPolicy.visible(work.viewer, 's')}`,
  );
