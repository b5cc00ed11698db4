-- Why: what goes of the files of enforcement, court, anti-social behaviour and of checked traders when their time has come. The file's own
-- row, its days, kinds and amounts stay for the figures; words, places, names, letters and evidence go.
-- Locks: nothing. Takes: milliseconds.
insert into governance.kind (kind, root, action) values
  ('penalty', 'enforcement.penalty', 'empty'),
  ('protection', 'enforcement.protection', 'empty'),
  ('closure', 'enforcement.closure', 'empty'),
  ('encampment', 'enforcement.encampment', 'empty'),
  ('pspo', 'enforcement.pspo', 'empty'),
  ('case', 'enforcement.case_file', 'empty'),
  ('prosecution', 'court.prosecution', 'empty'),
  ('complainant', 'asb.complainant', 'empty'),
  ('asb-case', 'asb.asb_case', 'empty'),
  ('nomination', 'asb.nomination', 'empty'),
  ('case-review', 'asb.review', 'empty'),
  ('trader', 'traders.trader', 'empty'),
  ('trader-proof', 'traders.trader_proof', 'empty');

insert into governance.part (kind, position, relation, rows, action, columns) values
  ('penalty', 1, 'enforcement.penalty_recipient', 'penalty_id = any ($1)', 'delete', '{}'),
  ('penalty', 2, 'enforcement.penalty_document', 'penalty_id = any ($1)', 'delete', '{}'),
  ('penalty', 3, 'platform.file', 'owner_kind = ''penalty-evidence'' and owner_id in (select e.id from enforcement.penalty_evidence e where e.penalty_id = any ($1))', 'delete', '{}'),
  ('penalty', 4, 'enforcement.penalty_evidence', 'penalty_id = any ($1)', 'delete', '{}'),
  ('penalty', 5, 'enforcement.penalty_event', 'penalty_id = any ($1)', 'empty', '{words,detail}'),
  ('penalty', 6, 'enforcement.penalty_payment', 'penalty_id = any ($1)', 'empty', '{payment_reference}'),
  -- What was dropped where, how large, on whose land: the counts of fly-tipping. Not where to the yard, nor who was found how.
  ('penalty', 7, 'enforcement.penalty', 'id = any ($1)', 'empty', '{place_words,offence_time,lon,lat,identified_by,served_by,version = version + 1}'),

  ('protection', 1, 'enforcement.protection_subject', 'protection_id = any ($1)', 'delete', '{}'),
  ('protection', 2, 'enforcement.protection_document', 'protection_id = any ($1)', 'delete', '{}'),
  ('protection', 3, 'platform.file', 'owner_kind = ''protection-evidence'' and owner_id in (select e.id from enforcement.protection_evidence e where e.protection_id = any ($1))', 'delete', '{}'),
  ('protection', 4, 'enforcement.protection_evidence', 'protection_id = any ($1)', 'delete', '{}'),
  ('protection', 5, 'enforcement.protection_reason', 'protection_id = any ($1)', 'delete', '{}'),
  ('protection', 6, 'enforcement.protection_requirement', 'protection_id = any ($1)', 'delete', '{}'),
  ('protection', 7, 'enforcement.protection_service', 'protection_id = any ($1)', 'delete', '{}'),
  ('protection', 8, 'enforcement.protection_event', 'protection_id = any ($1)', 'empty', '{words}'),
  ('protection', 9, 'enforcement.protection', 'id = any ($1)', 'empty', '{lon,lat,street_words,version = version + 1}'),

  ('closure', 1, 'enforcement.closure_occupant', 'closure_id = any ($1)', 'delete', '{}'),
  ('closure', 2, 'enforcement.closure_place', 'closure_id = any ($1)', 'delete', '{}'),
  ('closure', 3, 'enforcement.closure_check', 'closure_id = any ($1)', 'delete', '{}'),
  ('closure', 4, 'enforcement.closure_document', 'closure_id = any ($1)', 'delete', '{}'),
  ('closure', 5, 'enforcement.closure_reason', 'closure_id = any ($1)', 'delete', '{}'),
  ('closure', 6, 'enforcement.closure_service', 'closure_id = any ($1)', 'delete', '{}'),
  ('closure', 7, 'enforcement.closure_event', 'closure_id = any ($1)', 'empty', '{words}'),
  ('closure', 8, 'enforcement.closure', 'id = any ($1)', 'empty', '{version = version + 1}'),

  ('encampment', 1, 'enforcement.encampment_place', 'encampment_id = any ($1)', 'delete', '{}'),
  ('encampment', 2, 'enforcement.encampment_welfare', 'encampment_id = any ($1)', 'delete', '{}'),
  ('encampment', 3, 'enforcement.encampment_vehicle', 'encampment_id = any ($1)', 'delete', '{}'),
  ('encampment', 4, 'enforcement.encampment_document', 'encampment_id = any ($1)', 'delete', '{}'),
  ('encampment', 5, 'enforcement.encampment_reason', 'encampment_id = any ($1)', 'delete', '{}'),
  ('encampment', 6, 'enforcement.encampment_service', 'encampment_id = any ($1)', 'delete', '{}'),
  ('encampment', 7, 'enforcement.encampment_event', 'encampment_id = any ($1)', 'empty', '{words}'),
  ('encampment', 8, 'enforcement.encampment', 'id = any ($1)', 'empty', '{version = version + 1}'),

  -- The order is law and was published: its text stays. What people said about it, and who was sent to enforce it, goes.
  ('pspo', 1, 'enforcement.pspo_reason', 'pspo_id = any ($1)', 'delete', '{}'),
  ('pspo', 2, 'enforcement.pspo_officer', 'pspo_id = any ($1)', 'delete', '{}'),
  ('pspo', 3, 'enforcement.pspo_event', 'pspo_id = any ($1)', 'empty', '{words}'),
  ('pspo', 4, 'enforcement.pspo', 'id = any ($1)', 'empty', '{version = version + 1}'),

  ('case', 1, 'enforcement.case_event', 'case_id = any ($1)', 'empty', '{words,detail}'),
  ('case', 2, 'enforcement.case_service', 'case_id = any ($1)', 'empty', '{why}'),
  ('case', 3, 'enforcement.case_file', 'id = any ($1)', 'empty', '{title,summary,outcome_words,version = version + 1}'),

  ('prosecution', 1, 'court.continuity', 'item_id in (select i.id from court.item i where i.prosecution_id = any ($1))', 'delete', '{}'),
  ('prosecution', 2, 'court.item', 'prosecution_id = any ($1)', 'delete', '{}'),
  ('prosecution', 3, 'court.prosecution_document', 'prosecution_id = any ($1)', 'delete', '{}'),
  ('prosecution', 4, 'court.outcome', 'prosecution_id = any ($1)', 'empty', '{victim_words}'),
  ('prosecution', 5, 'court.prosecution', 'id = any ($1)', 'empty', '{title,version = version + 1}'),

  ('complainant', 1, 'asb.contact', 'complainant_id = any ($1)', 'empty', '{words}'),
  ('complainant', 2, 'asb.incident', 'complainant_id = any ($1)', 'empty', '{words}'),
  ('complainant', 3, 'asb.complainant', 'id = any ($1)', 'empty',
    array['name', 'phone = ''''', 'email = ''''', 'wishes = ''''', 'record_id = null', 'version = version + 1']),

  ('asb-case', 1, 'asb.asb_reason', 'asb_id = any ($1)', 'delete', '{}'),
  ('asb-case', 2, 'asb.order_reason', 'order_id in (select o.id from asb.order_file o where o.asb_id = any ($1))', 'delete', '{}'),
  ('asb-case', 3, 'asb.contact', 'asb_id = any ($1)', 'empty', '{words}'),
  ('asb-case', 4, 'asb.incident', 'asb_id = any ($1)', 'empty', '{words}'),
  ('asb-case', 5, 'asb.measure', 'asb_id = any ($1)', 'empty', array['words', 'victim_views = ''''']),
  ('asb-case', 6, 'asb.assessment', 'asb_id = any ($1)', 'empty', '{answers,override_words,victim_words,words}'),
  ('asb-case', 7, 'asb.breach', 'asb_id = any ($1)', 'empty', '{words}'),
  ('asb-case', 8, 'asb.order_file', 'asb_id = any ($1)', 'empty', array['terms', 'court = ''''', 'version = version + 1']),
  ('asb-case', 9, 'asb.order_event', 'order_id in (select o.id from asb.order_file o where o.asb_id = any ($1))', 'empty', '{words}'),
  ('asb-case', 10, 'asb.asb_event', 'asb_id = any ($1)', 'empty', '{words}'),
  ('asb-case', 11, 'asb.action', 'plan_id in (select r.id from asb.release_plan r where r.asb_id = any ($1))', 'empty', '{words}'),
  ('asb-case', 12, 'asb.release_plan', 'asb_id = any ($1)', 'empty', '{version = version + 1}'),
  ('asb-case', 13, 'asb.complainant', 'asb_id = any ($1)', 'empty',
    array['name', 'phone = ''''', 'email = ''''', 'wishes = ''''', 'record_id = null', 'version = version + 1']),
  ('asb-case', 14, 'asb.asb_case', 'id = any ($1)', 'empty',
    array['summary', 'outcome = case when outcome is not null then ''No longer kept'' end',
      'place_words = ''''', 'place_record_id = null', 'subject_name = ''''', 'subject_record_id = null', 'version = version + 1']),

  ('nomination', 1, 'asb.nomination_reason', 'nomination_id = any ($1)', 'delete', '{}'),
  ('nomination', 2, 'asb.contribution', 'nomination_id = any ($1)', 'empty', array['words', 'why = case when why = '''' then '''' else ''No longer kept'' end']),
  ('nomination', 3, 'asb.nomination_event', 'nomination_id = any ($1)', 'empty', '{words}'),
  ('nomination', 4, 'asb.action', 'nomination_id = any ($1)', 'empty', '{words}'),
  ('nomination', 5, 'asb.nomination', 'id = any ($1)', 'empty',
    array['subject_name', 'words', 'outcome = case when outcome is not null then ''No longer kept'' end', 'version = version + 1']),

  ('case-review', 1, 'asb.review_document', 'review_id = any ($1)', 'delete', '{}'),
  ('case-review', 2, 'asb.review_phrase', 'review_id = any ($1)', 'delete', '{}'),
  ('case-review', 3, 'asb.review_reason', 'review_id = any ($1)', 'delete', '{}'),
  ('case-review', 4, 'asb.review_complaint', 'review_id = any ($1)', 'empty', array['told', 'incident = ''''', 'words = ''''']),
  ('case-review', 5, 'asb.review_applicant', 'review_id = any ($1)', 'empty',
    array['name', 'victim_name = ''''', 'relation = ''''', 'phone = ''''', 'email = ''''']),
  ('case-review', 6, 'asb.review_event', 'review_id = any ($1)', 'empty', '{words}'),
  ('case-review', 7, 'asb.recommendation', 'review_id = any ($1)', 'empty', '{words,response_words,version = version + 1}'),
  ('case-review', 8, 'asb.review', 'id = any ($1)', 'empty', '{decision_words,findings,outcome,version = version + 1}'),

  ('trader-proof', 1, 'traders.trader_proof', 'id = any ($1)', 'empty', '{words,name,content}'),

  ('trader', 1, 'traders.trader_proof', 'trader_id = any ($1)', 'delete', '{}'),
  ('trader', 2, 'traders.trader_person', 'trader_id = any ($1)', 'delete', '{}'),
  ('trader', 3, 'traders.trader_document', 'trader_id = any ($1)', 'delete', '{}'),
  ('trader', 4, 'traders.trader_reason', 'trader_id = any ($1)', 'delete', '{}'),
  ('trader', 5, 'traders.trader_check', 'trader_id = any ($1)', 'empty', '{words}'),
  ('trader', 6, 'traders.trader_complaint', 'trader_id = any ($1)', 'empty', '{words,outcome_words}'),
  ('trader', 7, 'traders.trader_payment', 'trader_id = any ($1)', 'empty', '{payment_reference}'),
  ('trader', 8, 'traders.trader_event', 'trader_id = any ($1)', 'empty', '{words}'),
  ('trader', 9, 'traders.trader', 'id = any ($1)', 'empty',
    '{firm_name,company_number,carrier_number,phone,email,vehicles,address,postcode,version = version + 1}');

-- An answer is given once, and nobody changes it; when its review is let go its words go with it, and that and when it was given stay.
create or replace function asb.answer_kept() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if old.response is not null and (new.response, new.response_words, new.responded_on, new.responded_by)
      is distinct from (old.response, old.response_words, old.responded_on, old.responded_by)
    and not (new.response_words is null and (new.response, new.responded_on, new.responded_by) is not distinct from (old.response, old.responded_on, old.responded_by)
      and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid)) then
    raise exception 'An answer is given once' using errcode = 'check_violation';
  end if;
  if current_user = 'bailiwick_ops' and new.response is distinct from old.response and old.body_agency_id is distinct from platform.viewer_agency() then
    raise exception 'The body answers itself' using errcode = 'insufficient_privilege';
  end if;
  if current_user = 'bailiwick_ops' and new.is_sent <> old.is_sent and (old.is_sent or old.agency_id is distinct from platform.viewer_agency()) then
    raise exception 'What was sent stays sent' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
