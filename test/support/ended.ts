import type { World } from './world.ts';

/** The schemas whose every file is brought to its end here. */
export const endedSchemas = [
  ...['asb', 'court', 'enforcement', 'traders', 'operations', 'inspection', 'jet', 'tasking'],
  ...['dissemination', 'intelligence'],
];

const by = '(select id from directory.officer order by id limit 1)';

/** Brings every file of the county to an end in 2027, with nothing that keeps it. */
export async function endEverything(world: World): Promise<void> {
  for (const statement of [
    "update tasking.task set status = 'done', result_words = 'Done', result_at = '2027-01-10' where status in ('set', 'accepted')",
    `insert into tasking.success_flag (id, task_id, words, flagged_by, agency_id, flagged_at)
       select gen_random_uuid(), t.id, 'Zebedee', ${by}, t.agency_id, '2027-01-02' from tasking.task t where t.status = 'done' order by t.id limit 1`,
    "update tasking.success_flag set status = 'refused', decided_at = '2027-01-10', decided_words = 'Not now' where status = 'flagged'",
    "update enforcement.penalty set status = 'cancelled', ended_on = '2027-01-11' where status in ('draft', 'issued', 'representations', 'overdue', 'reminded', 'referred')",
    // One of them on a case.
    `update enforcement.penalty set case_id = (select id from enforcement.case_file order by id limit 1)
       where id = (select id from enforcement.penalty order by id desc limit 1)`,
    "update enforcement.penalty set ended_on = coalesce(paid_on, '2027-01-11') where ended_on is null",
    "update enforcement.protection set ended_on = '2027-01-12', status = 'discharged', appealed_on = null, appeal_until = null, prosecuted_on = null",
    "update enforcement.closure set ended_on = '2027-01-13', status = 'ended', appeal_until = null, claim_until = null",
    "update enforcement.encampment set ended_on = '2027-01-14', status = 'ended'",
    "update enforcement.abandoned set ended_on = '2027-01-14', status = 'not-abandoned'",
    "update enforcement.pspo set ended_on = '2027-01-15', status = 'withdrawn', challenge_until = null",
    "update enforcement.case_file set status = 'closed', closed_at = '2027-02-01', outcome = 'solved' where closed_at is null",
    `insert into court.outcome (id, prosecution_id, agency_id, reference, result, court_name, on_day, defendants, convictions, victim_words, recorded_at, recorded_by)
       select gen_random_uuid(), f.id, f.agency_id, 'PO-' || left(f.id::text, 8), 'discontinued', 'Quillmoor', '2027-01-16', 1, 0, 'It ended', '2027-01-16', ${by} from court.prosecution f
       where not exists (select 1 from court.outcome o where o.prosecution_id = f.id)`,
    `update court.telling set told_at = '2027-01-17', told_by = ${by}, channel = 'phone' where told_at is null`,
    'insert into dissemination.enquiry_considered (enquiry_id, considered_on) select id, answers_on from dissemination.enquiry on conflict do nothing',
    "insert into dissemination.vetting_answer (request_id, agency_id, unit_agency_id, answer, answered_on) select id, agency_id, unit_agency_id, 'proceed', answers_on from dissemination.vetting_request on conflict do nothing",
    `insert into intelligence.vetting (request_id, agency_id, answer, reason, proposed_at, proposed_by) select id, unit_agency_id, 'proceed', 'Nothing known', '2027-01-02', ${by}
       from dissemination.vetting_request on conflict do nothing`,
    `insert into intelligence.enquiry (enquiry_id, agency_id, answer, reason, answered_at, answered_by) select id, unit_agency_id, 'nothing', 'Looked', '2027-01-02', ${by}
       from dissemination.enquiry on conflict do nothing`,
    "update dissemination.commission set status = 'closed', paid_on = case when price_pence is not null then date '2027-01-18' end where status in ('asked', 'answered')",
    "update governance.access set status = 'refused', ended_on = '2027-01-18' where ended_on is null",
    "update asb.order_file set status = 'expired', ends_on = '2027-01-19'",
    "update asb.breach set release_on = '2027-01-19' where release_on > '2027-01-19'",
    "update asb.release_plan set release_on = '2027-01-19'",
    "update asb.nomination set status = 'closed', closed_on = '2027-01-20', level_close = 'standard', outcome = 'resolved'",
    "update asb.recommendation set response = 'accepted', response_words = 'We agree', responded_on = '2027-01-21' where response is null",
    "update asb.review set status = 'closed', closed_on = '2027-01-22'",
    "update asb.asb_case set status = 'closed', closed_on = '2027-01-23', outcome = 'resolved'",
    "update traders.trader_complaint set outcome = 'settled', decided_on = '2027-01-24' where outcome is null",
    "update traders.trader set status = 'refused', ground = coalesce(ground, 'intelligence'), decided_on = '2027-01-25', appeal_until = null",
    "update operations.operation set status = 'debriefed', results = 'Six stops', lessons = 'More cones', on_day = '2027-01-26'",
    "update inspection.follow_up set status = 'done', done_on = '2027-01-26' where status = 'offered'",
    "update inspection.purchase set status = 'completed', outcome = 'mixed', on_day = '2027-01-27'",
    "update inspection.sample set result = 'satisfactory' where result = 'awaited'",
    "update inspection.visit set visited_on = '2027-01-28', result = 'compliant' where visited_on is null",
    'update inspection.visit set revisit_on = null',
    "update inspection.concern set ended_on = '2027-01-29', ended_why = 'Settled' where ended_on is null",
    "update inspection.member set left_on = '2027-01-30' where left_on is null",
    // Premises whose address must stay hidden stay; what hides these is looked at elsewhere.
    "update inspection.licensing set status = 'withdrawn', ended_on = '2027-01-30' where ended_on is null",
    'delete from inspection.kept_address',
    "update inspection.award set status = 'withdrawn', decided_on = null, level = null, valid_until = null",
    "update jet.plan set status = 'ended', to_on = '2027-01-31' where status = 'open'",
    "update jet.reaccreditation set status = 'stopped' where status in ('open', 'ready')",
    "update intelligence.feed_file set state = 'put-away', decided_at = '2027-01-05' where state = 'given'",
    "update court.alert set ends_on = '2027-01-31'",
    "update dissemination.package set deadline = '2027-01-31'",
    "update intelligence.draft set state = 'discarded', decided_at = '2027-01-31' where state = 'draft'",
    "update intelligence.ocg_action set ended_at = '2027-01-31', ended_by = made_by, result = 'Done' where ended_at is null",
    // A check that stands on an item of the unit.
    "update intelligence.external_check set link_id = (select id from intelligence.link order by id limit 1), state = 'failed' where state = 'asked'",
    "update intelligence.ocg set status = 'archived'",
    'update directory.officer set is_active = false where id in (select officer_id from field.device_key)',
  ])
    await world.sql(statement).catch((error: unknown) => {
      throw new Error(`${statement}: ${String(error)}`);
    });
}

/** That the unit looked at everything of its own and needs none of it. */
export async function findNothingNeeded(world: World): Promise<void> {
  await world.sql(
    `insert into intelligence.item_review (id, item_id, agency_id, at, officer_id, retention_group, decision, next_on, words)
     select gen_random_uuid(), id, agency_id, '2027-03-01', ${by}, 4, 'let-go', '2033-03-01', 'Not needed' from intelligence.item`,
  );
  await world.sql(
    `insert into intelligence.draft_review (id, draft_id, agency_id, at, officer_id, retention_group, decision, next_on, words)
     select gen_random_uuid(), id, agency_id, '2027-03-01', ${by}, 4, 'let-go', '2033-03-01', 'Not needed' from intelligence.draft where state = 'released'`,
  );
}
