import { sql } from 'kysely';
import { mayUse } from '../platform/access/permission.ts';
import { invalid, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { type Change, type Fields, findChanges, noteChange } from './change/change.store.ts';
import { editDirectory } from './directory.permissions.ts';
import { findIssueType, findService } from './directory.store.ts';
import type { RoutingRule } from './routing.ts';

export interface NewRule {
  issueType: string;
  areaCode?: string | undefined;
  landOwner: string;
  applies: 'always' | 'in-hours' | 'out-of-hours';
  serviceId: string;
  startsOn: string;
  reason: string;
}

/** The fields of a rule that its history keeps; its issue type by which the history finds it. */
const ruleFields = ({ id: _id, ...rule }: { id: string } & Record<string, unknown>): Fields => rule;

/** A rule as it is kept, and as it would be; `before` is null where it is new. */
export interface PlannedRule {
  issueType: string;
  before: RoutingRule | null;
  after: RoutingRule;
}

/** The rule that an input means, or what is wrong with it. */
export async function planRule(work: Work, input: NewRule): Promise<Result<PlannedRule>> {
  if (!(await findIssueType(work.db, input.issueType))) return notFound;
  const service = await findService(work.db, input.serviceId);
  if (!service || (service.endsOn !== null && service.endsOn <= work.clock.today()))
    return invalid({ field: 'serviceId', words: 'Choose a service' });
  if (input.areaCode) {
    const area = await work.db
      .selectFrom('directory.area')
      .select('code')
      .where('code', '=', input.areaCode)
      .executeTakeFirst();
    if (!area)
      return invalid({
        field: 'areaCode',
        words: 'Choose an area from the list, or leave it empty for everywhere',
      });
  }
  const { reason: _reason, ...rule } = input;
  const after = { id: work.ids.next(), ...rule, areaCode: rule.areaCode ?? null, endsOn: null };
  return ok({ issueType: input.issueType, before: null, after });
}

/** Adds a rule from a day on. What was routed before stays where it went. */
export async function addRule(work: Work, input: NewRule): Promise<Result<{ id: string }>> {
  const plan = await planRule(work, input);
  if (!plan.ok) return plan;
  const { reason } = input;
  const row = { ...plan.value.after, note: reason };
  const { id } = row;
  await work.db.insertInto('directory.routingRule').values(row).execute();
  await noteChange(work, { kind: 'routing-rule', id, before: null, after: ruleFields(row), reason });
  await work.db
    .updateTable('directory.gap')
    .set({ settledAt: work.clock.now(), settledBy: officerOf(work).officerId, settledRuleId: id })
    .where('issueType', '=', input.issueType)
    .where('settledAt', 'is', null)
    .execute();
  return ok({ id });
}

/** One rule, live or ended. */
export async function findRule(
  work: Work,
  ruleId: string,
): Promise<(RoutingRule & { note: string | null }) | undefined> {
  const row = await work.db
    .selectFrom('directory.routingRule')
    .select([
      'id',
      'issueType',
      'areaCode',
      'landOwner',
      'applies',
      'serviceId',
      'startsOn',
      'endsOn',
      'note',
    ])
    .where('id', '=', ruleId)
    .executeTakeFirst();
  // The check constraint on the column holds the three values.
  return row && { ...row, applies: row.applies as RoutingRule['applies'] };
}

type EndRule = { ruleId: string; endsOn: string; reason: string };

export async function planEndOfRule(work: Work, input: EndRule): Promise<Result<PlannedRule>> {
  const rule = await findRule(work, input.ruleId);
  if (!rule) return notFound;
  if (rule.endsOn !== null && rule.endsOn <= work.clock.today()) return stale('This rule has ended already.');
  if (input.endsOn < rule.startsOn)
    return invalid({
      field: 'endsOn',
      words: `The rule starts on ${rule.startsOn}: give that day or a later one`,
    });
  return ok({ issueType: rule.issueType, before: rule, after: { ...rule, endsOn: input.endsOn } });
}

/** Ends a rule on a day; nothing is deleted. */
export async function endRule(work: Work, input: EndRule): Promise<Result<{ issueType: string }>> {
  const plan = await planEndOfRule(work, input);
  if (!plan.ok) return plan;
  const { before, after, issueType } = plan.value;
  await setEnd(work, { before: before ?? after, endsOn: after.endsOn, reason: input.reason });
  return ok({ issueType });
}

async function setEnd(
  work: Work,
  { before, endsOn, reason }: { before: RoutingRule; endsOn: string | null; reason: string },
): Promise<void> {
  await work.db.updateTable('directory.routingRule').set({ endsOn }).where('id', '=', before.id).execute();
  const [was, is] = [ruleFields({ ...before }), ruleFields({ ...before, endsOn })];
  await noteChange(work, { kind: 'routing-rule', id: before.id, before: was, after: is, reason });
}

/** Lets a rule that was to end go on, as it stood before. */
export async function restoreRule(
  work: Work,
  id: string,
  before: Fields,
  reason: string,
): Promise<Result<{ id: string }>> {
  const now = await findRule(work, id);
  if (!now) return notFound;
  await setEnd(work, {
    before: now,
    endsOn: typeof before.endsOn === 'string' ? before.endsOn : null,
    reason,
  });
  return ok({ id });
}

export interface RuleRow {
  id: string;
  areaCode: string | null;
  areaName: string | null;
  landOwner: string;
  applies: string;
  serviceId: string;
  serviceName: string;
  agencyName: string;
  startsOn: string;
  endsOn: string | null;
  note: string | null;
}

/** The rules of an issue type, live ones first. */
export async function rulesOf({ db, clock }: Work, issueType: string): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`
    select r.id, r.area_code, a.name as area_name, r.land_owner, r.applies, r.service_id, s.name as service_name, g.name as agency_name, r.starts_on, r.ends_on, r.note
    from directory.routing_rule r join directory.service s on s.id = r.service_id join directory.agency g on g.id = s.agency_id
    left join directory.area a on a.code = r.area_code where r.issue_type = ${issueType}
    order by (r.ends_on is not null and r.ends_on <= ${clock.today()}::date), a.name nulls first, r.land_owner, r.applies, r.id`.execute(
    db,
  );
  return rows;
}

export interface GapRow {
  words: string;
  issueType: string | null;
  districtName: string | null;
  times: number;
  lastAt: Date;
}

/** What nobody is down to answer for, most often asked first. */
export async function openGaps({ db }: Work): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`
    select g.words, g.issue_type, a.name as district_name, count(*)::int as times, max(g.noted_at) as last_at
    from directory.gap g left join directory.area a on a.code = g.district_code where g.settled_at is null
    group by g.words, g.issue_type, a.name order by times desc, last_at desc limit 200`.execute(db);
  return rows;
}

/** The gaps as a line of the home page, for whoever keeps the directory. */
export async function gapsNeedMe(work: Work): Promise<{ href: string; text: string; about: string }[]> {
  if (!mayUse(work.viewer, editDirectory)) return [];
  const gaps = (await openGaps(work)).length;
  if (gaps === 0) return [];
  return [
    {
      href: '/directory/gaps',
      text:
        gaps === 1
          ? '1 kind of complaint that nobody answers for'
          : `${gaps} kinds of complaint that nobody answers for`,
      about: 'Somebody had to find out by hand: add a rule',
    },
  ];
}

/** What was changed about an issue type and its rules, newest first. */
export const changesOfIssueType = ({ db }: Work, code: string): Promise<Change[]> =>
  findChanges(
    db,
    sql`(c.record_kind = 'issue-type' and c.record_id = ${code}) or (c.record_kind = 'routing-rule' and c.after ->> 'issueType' = ${code})`,
  );
