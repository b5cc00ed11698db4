import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole } from '../platform/access/viewer.ts';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { AlertInput, ReachInput } from './alert.forms.ts';
import type { AlertStatus } from './alert.words.ts';
import { prosecutionPolicy } from './court.policy.ts';

/** What decides who works on a warning before it is published, and sees how far it reached. */
export interface AlertSubject {
  agencyId: string;
}
/** A warning in the making: caseworkers and the communications officer of the agency that makes it. Published, anybody reads it. */
export const alertPolicy: Policy<AlertSubject> = {
  name: 'court.alert',
  can: (viewer, alert) =>
    viewer.kind === 'officer' &&
    viewer.side === 'OPS' &&
    hasRole(viewer, 'communications-officer', ...caseworkers) &&
    viewer.agencyId === alert.agencyId,
  visible: (viewer, alias) =>
    viewer.kind === 'officer' &&
    viewer.side === 'OPS' &&
    hasRole(viewer, 'communications-officer', ...caseworkers)
      ? isOneOf(`${alias}.agencyId`, [viewer.agencyId])
      : nobody,
};

/** A warning as anybody reads it. */
export interface PublicAlert {
  id: string;
  title: string;
  words: string;
  advice: string;
  trades: string[];
  agencyName: string;
  publishedOn: Day;
}
/** Warnings that stand, newest first; those about one trade where it is asked. Nothing that was not approved. */
export async function publishedAlerts({ db, clock }: Work, trade?: string): Promise<PublicAlert[]> {
  const { rows } =
    await sql<PublicAlert>`select f.id, f.title, f.words, f.advice, f.trades, a.name as agency_name, f.published_on
    from court.alert f join directory.agency a on a.id = f.agency_id
    where f.status = 'published' and f.ends_on >= ${clock.today()}::date ${trade ? sql`and ${trade} = any(f.trades)` : sql``}
    order by f.published_on desc, f.id limit 100`.execute(db);
  return rows;
}

export interface Alert extends Omit<PublicAlert, 'publishedOn'> {
  reference: string;
  agencyId: string;
  status: AlertStatus;
  endsOn: Day;
  publishedOn: Day | null;
  madeBy: string;
  madeByName: string;
  approvedByName: string | null;
  sent: number;
  opened: number;
  reached: number;
  version: number;
}
/** Listed at most; the page says so. */
export const mostAlerts = 200;
async function alertsWhere(work: Work, id: string | undefined): Promise<Alert[]> {
  const { rows } =
    await sql<Alert>`select f.id, f.reference, f.agency_id, f.status, f.title, f.words, f.advice, f.trades, a.name as agency_name, f.ends_on, f.published_on,
      f.made_by, o.name as made_by_name, k.name as approved_by_name, f.version, coalesce(r.sent, 0)::int as sent, coalesce(r.opened, 0)::int as opened,
      coalesce(r.reached, 0)::int as reached
    from court.alert f join directory.agency a on a.id = f.agency_id join directory.officer o on o.id = f.made_by
    left join directory.officer k on k.id = f.approved_by
    left join lateral (select sum(x.sent) as sent, sum(x.opened) as opened, sum(x.reached) as reached from court.alert_reach x where x.alert_id = f.id) r on true
    where ${alertPolicy.visible(work.viewer, 'f')} ${id ? sql`and f.id = ${id}` : sql``}
    order by (f.status <> 'draft'), f.made_at desc, f.id limit ${sql.lit(mostAlerts)}`.execute(work.db);
  return rows;
}
export const listAlerts = (work: Work): Promise<Alert[]> => alertsWhere(work, undefined);
export const findAlert = async (work: Work, id: string): Promise<Alert | undefined> =>
  (await alertsWhere(work, id))[0];

/** What a warning is made from: a prosecution that ended, or a package that was taken on and may be used openly. */
export type AlertSource = { packageId: string } | { prosecutionId: string; caseId: string };
/** The viewer's own prosecution file of a reference, where the court has decided. */
export async function endedProsecution(work: Work, reference: string): Promise<AlertSource | undefined> {
  const { rows } = await sql<{
    prosecutionId: string;
    caseId: string;
  }>`select p.id as prosecution_id, p.case_id from court.prosecution p join court.outcome o on o.prosecution_id = p.id
    where p.reference = ${reference} and ${prosecutionPolicy.visible(work.viewer, 'p')}`.execute(work.db);
  return rows[0];
}
export async function keepAlert(
  work: Work,
  row: Omit<AlertInput, 'source'> & { id: string; reference: string; serviceId: string },
  source: AlertSource,
): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  const { serviceId } = row;
  await work.db
    .insertInto('court.alert')
    .values({ ...row, agencyId, madeBy: officerId, madeAt: work.clock.now() })
    .execute();
  await work.db
    .insertInto('court.alertSource')
    .values({
      ...{ alertId: row.id, agencyId, serviceId },
      packageId: 'packageId' in source ? source.packageId : null,
      prosecutionId: 'prosecutionId' in source ? source.prosecutionId : null,
    })
    .execute();
}
export const changeAlert = (
  work: Work,
  alert: { id: string; version: number },
  set: { status: AlertStatus; publishedOn?: Day; approvedBy?: string },
): Promise<boolean> => changeRow(work.db, 'court.alert', alert, set);
export async function keepReach(work: Work, alertId: string, row: ReachInput): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  await work.db
    .insertInto('court.alertReach')
    .values({ ...row, id: work.ids.next(), alertId, agencyId, madeBy: officerId })
    .execute();
}
