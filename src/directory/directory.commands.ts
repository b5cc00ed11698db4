import { sql } from 'kysely';
import { invalid, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { type Change, type Fields, findChanges, noteChange } from './change/change.store.ts';
import { findIssueType, findService } from './directory.store.ts';

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

/** Adds a rule from a day on. What was routed before stays where it went. */
export async function addRule(work: Work, input: NewRule): Promise<Result<{ id: string }>> {
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
  const { reason, ...rule } = input;
  const id = work.ids.next();
  const row = { id, ...rule, areaCode: rule.areaCode ?? null, note: reason };
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

/** Ends a rule on a day; nothing is deleted. */
export async function endRule(
  work: Work,
  input: { ruleId: string; endsOn: string; reason: string },
): Promise<Result<{ issueType: string }>> {
  const rule = await work.db
    .selectFrom('directory.routingRule')
    .selectAll()
    .where('id', '=', input.ruleId)
    .executeTakeFirst();
  if (!rule) return notFound;
  if (rule.endsOn !== null && rule.endsOn <= work.clock.today()) return stale('This rule has ended already.');
  if (input.endsOn < rule.startsOn)
    return invalid({
      field: 'endsOn',
      words: `The rule starts on ${rule.startsOn}: give that day or a later one`,
    });
  await work.db
    .updateTable('directory.routingRule')
    .set({ endsOn: input.endsOn })
    .where('id', '=', rule.id)
    .execute();
  await noteChange(work, {
    kind: 'routing-rule',
    id: rule.id,
    before: ruleFields(rule),
    after: ruleFields({ ...rule, endsOn: input.endsOn }),
    reason: input.reason,
  });
  return ok({ issueType: rule.issueType });
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

/** What was changed about an issue type and its rules, newest first. */
export const changesOfIssueType = ({ db }: Work, code: string): Promise<Change[]> =>
  findChanges(
    db,
    sql`(c.record_kind = 'issue-type' and c.record_id = ${code}) or (c.record_kind = 'routing-rule' and c.after ->> 'issueType' = ${code})`,
  );
