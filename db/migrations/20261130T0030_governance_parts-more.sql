-- Why: what goes of days of action, test purchases, premises, the work of joint teams, tasks, telephones and of the intelligence side when
-- their time has come. Rows that a figure counts stay, with their days, kinds, results and numbers.
-- Locks: intelligence.draft_review, for milliseconds. Takes: milliseconds.
insert into governance.kind (kind, root, action) values
  ('operation', 'operations.operation', 'empty'),
  ('purchase', 'inspection.purchase', 'empty'),
  ('premises', 'inspection.premises', 'empty'),
  ('inspection-visit', 'inspection.visit', 'empty'),
  ('award', 'inspection.award', 'empty'),
  ('time-entry', 'jet.time_entry', 'empty'),
  ('patrol-plan', 'jet.plan', 'empty'),
  ('power-use', 'jet.power_use', 'empty'),
  ('reaccreditation', 'jet.reaccreditation', 'empty'),
  ('shift', 'jet.shift', 'delete'),
  ('task', 'tasking.task', 'empty'),
  ('success-flag', 'tasking.success_flag', 'empty'),
  ('vetting', 'dissemination.vetting_request', 'empty'),
  ('enquiry', 'dissemination.enquiry', 'empty'),
  ('unit-vetting', 'dissemination.vetting_request', 'empty'),
  ('unit-enquiry', 'dissemination.enquiry', 'empty'),
  ('intelligence-feed', 'intelligence.feed_file', 'empty'),
  ('intelligence-item', 'intelligence.item', 'empty'),
  ('intelligence-package', 'intelligence.draft', 'empty'),
  ('intelligence-source', 'intelligence.source', 'empty'),
  ('legal-hold', 'governance.legal_hold', 'delete');
insert into governance.kind (kind, root, root_id, action) values ('device-key', 'field.device_key', 'officer_id', 'delete');

insert into governance.part (kind, position, relation, rows, action, columns) values
  ('operation', 1, 'operations.operation_stop_detail', 'stop_id in (select s.id from operations.operation_stop s where s.operation_id = any ($1))', 'delete', '{}'),
  ('operation', 2, 'operations.operation_visit', 'operation_id = any ($1)', 'empty', '{place,precautions}'),
  ('operation', 3, 'operations.operation_reason', 'operation_id = any ($1)', 'delete', '{}'),
  ('operation', 4, 'operations.operation_officer', 'operation_id = any ($1)', 'delete', '{}'),
  ('operation', 5, 'operations.operation_agency', 'operation_id = any ($1)', 'empty', '{debrief}'),
  ('operation', 6, 'operations.operation_event', 'operation_id = any ($1)', 'empty', '{words}'),
  ('operation', 7, 'operations.operation', 'id = any ($1)', 'empty',
    array['objectives', 'roads', 'briefing = ''''', 'package_reference', 'results = case when results is not null then ''No longer kept'' end',
      'lessons = case when lessons is not null then ''No longer kept'' end', 'version = version + 1']),

  ('purchase', 1, 'inspection.welfare_line', 'purchase_id = any ($1)', 'delete', '{}'),
  ('purchase', 2, 'inspection.volunteer', 'purchase_id = any ($1)', 'delete', '{}'),
  ('purchase', 3, 'inspection.attempt_detail', 'attempt_id in (select a.id from inspection.attempt a where a.purchase_id = any ($1))', 'delete', '{}'),
  ('purchase', 4, 'inspection.attempt_document', 'attempt_id in (select a.id from inspection.attempt a where a.purchase_id = any ($1))', 'delete', '{}'),
  ('purchase', 5, 'inspection.attempt', 'purchase_id = any ($1)', 'empty', '{volunteer_code,version = version + 1}'),
  ('purchase', 6, 'inspection.selection_intelligence', 'selection_id in (select s.id from inspection.selection s where s.purchase_id = any ($1))', 'delete', '{}'),
  ('purchase', 7, 'inspection.selection_reason', 'selection_id in (select s.id from inspection.selection s where s.purchase_id = any ($1))', 'delete', '{}'),
  ('purchase', 8, 'inspection.selection', 'purchase_id = any ($1)', 'empty', '{label,address,record_ids}'),
  ('purchase', 9, 'inspection.purchase_covert', 'purchase_id = any ($1)', 'empty', array['words = ''''']),
  ('purchase', 10, 'inspection.purchase_officer', 'purchase_id = any ($1)', 'delete', '{}'),
  ('purchase', 11, 'inspection.purchase_reason', 'purchase_id = any ($1)', 'delete', '{}'),
  ('purchase', 12, 'inspection.purchase_event', 'purchase_id = any ($1)', 'empty', '{words}'),
  ('purchase', 13, 'inspection.purchase', 'id = any ($1)', 'empty',
    array['location', 'outcome = case when outcome is not null then ''No longer kept'' end', 'briefing = ''''', 'risk_assessment = ''''', 'version = version + 1']),

  ('inspection-visit', 1, 'inspection.sample', 'visit_id = any ($1)', 'empty', '{what,version = version + 1}'),
  ('inspection-visit', 2, 'inspection.visit', 'id = any ($1)', 'empty', array['words = ''''', 'label', 'version = version + 1']),

  ('award', 1, 'inspection.award_document', 'award_id = any ($1)', 'delete', '{}'),
  ('award', 2, 'inspection.award_answer', 'award_id = any ($1)', 'empty', '{words}'),
  ('award', 3, 'inspection.award', 'id = any ($1)', 'empty', '{version = version + 1}'),

  ('premises', 1, 'inspection.kept_address', 'premises_id = any ($1)', 'delete', '{}'),
  ('premises', 2, 'inspection.premises_reason', 'premises_id = any ($1)', 'delete', '{}'),
  ('premises', 3, 'inspection.concern', 'premises_id = any ($1)', 'empty',
    array['words', 'shared_words', 'ended_why = case when ended_why is not null then ''No longer kept'' end']),
  ('premises', 4, 'inspection.persistent_decision', 'premises_id = any ($1)', 'empty', '{words,power_reference}'),
  ('premises', 5, 'inspection.member', 'premises_id = any ($1)', 'empty', '{label,version = version + 1}'),
  ('premises', 6, 'inspection.sample', 'visit_id in (select v.id from inspection.visit v where v.premises_id = any ($1))', 'empty', '{what,version = version + 1}'),
  ('premises', 7, 'inspection.visit', 'premises_id = any ($1)', 'empty', array['words = ''''', 'label', 'version = version + 1']),
  ('premises', 8, 'inspection.premises_event', 'premises_id = any ($1)', 'empty', '{words}'),
  -- The records of the firm and the place are let go: the premises stand on nothing. Visits, tests and their results are counted.
  ('premises', 9, 'inspection.premises', 'id = any ($1)', 'empty',
    '{trading_name,firm_name,address,postcode,licence_number,firm_record_id = id,place_record_id = id,version = version + 1}'),

  ('time-entry', 1, 'jet.time_change', 'entry_id = any ($1)', 'delete', '{}'),
  ('time-entry', 2, 'jet.time_entry', 'id = any ($1)', 'empty', array['words = ''''', 'version = version + 1']),
  ('patrol-plan', 1, 'jet.patrol', 'plan_id = any ($1)', 'empty', '{words}'),
  ('patrol-plan', 2, 'jet.plan', 'id = any ($1)', 'empty', array['title', 'place', 'words = ''''', 'version = version + 1']),
  ('power-use', 1, 'jet.power_use', 'id = any ($1)', 'empty', '{words}'),
  ('reaccreditation', 1, 'jet.reaccreditation', 'id = any ($1)', 'empty',
    array['badge_number = case when badge_number is not null then ''No longer kept'' end', 'version = version + 1']),
  ('shift', 1, 'jet.shift', 'id = any ($1)', 'delete', '{}'),

  ('task', 1, 'tasking.task_event', 'task_id = any ($1)', 'empty', '{words}'),
  ('task', 2, 'tasking.task', 'id = any ($1)', 'empty',
    array['title', 'expected', 'result_words = case when result_words is not null then ''No longer kept'' end',
      'refused_reason = case when refused_reason is not null then ''No longer kept'' end', 'partner_system', 'partner_reference', 'version = version + 1']),
  ('success-flag', 1, 'tasking.success_flag', 'id = any ($1)', 'empty', '{words,decided_words}'),

  ('vetting', 1, 'dissemination.vetting_subject', 'request_id = any ($1)', 'delete', '{}'),
  ('vetting', 2, 'dissemination.vetting_request', 'id = any ($1)', 'empty', '{about}'),
  ('enquiry', 1, 'dissemination.enquiry_subject', 'enquiry_id = any ($1)', 'delete', '{}'),
  ('enquiry', 2, 'dissemination.enquiry_text', 'enquiry_id = any ($1)', 'delete', '{}'),
  ('enquiry', 3, 'dissemination.enquiry', 'id = any ($1)', 'empty', '{about}'),
  ('unit-vetting', 1, 'intelligence.vetting', 'request_id = any ($1)', 'empty', '{reason,version = version + 1}'),
  ('unit-enquiry', 1, 'intelligence.enquiry_document', 'enquiry_id = any ($1)', 'delete', '{}'),
  ('unit-enquiry', 2, 'intelligence.enquiry_line', 'enquiry_id = any ($1)', 'empty', array['item_id', 'words', 'given = ''''', 'reason']),
  ('unit-enquiry', 3, 'intelligence.enquiry', 'enquiry_id = any ($1)', 'empty', array['reason', 'prosecutor = ''''']),

  ('intelligence-feed', 1, 'intelligence.feed_row', 'feed_file_id = any ($1)', 'delete', '{}'),
  ('intelligence-feed', 2, 'intelligence.feed_file', 'id = any ($1)', 'empty', '{file_name,columns,notes,version = version + 1}'),

  -- A link without its words would tie everything that was let go to one point: links go.
  ('intelligence-item', 1, 'intelligence.harm_assessment', 'link_id in (select l.id from intelligence.link l where l.item_id = any ($1))', 'delete', '{}'),
  ('intelligence-item', 2, 'intelligence.link', 'item_id = any ($1)', 'delete', '{}'),
  ('intelligence-item', 3, 'intelligence.mention', 'item_id = any ($1)', 'delete', '{}'),
  ('intelligence-item', 4, 'intelligence.grading', 'item_id = any ($1)', 'delete', '{}'),
  ('intelligence-item', 5, 'intelligence.paragraph', 'item_id = any ($1)', 'empty',
    array['body', 'conditions = case when conditions = '''' then '''' else ''No longer kept'' end',
      'action_usage = case when action_usage = '''' then '''' else ''No longer kept'' end', 'provenance = ''''',
      'risk_words = case when risk_words = '''' then '''' else ''No longer kept'' end', 'sanitised = ''''', 'legacy_grade = ''''', 'version = version + 1']),
  ('intelligence-item', 6, 'intelligence.item_event', 'item_id = any ($1)', 'empty', '{words}'),
  ('intelligence-item', 7, 'intelligence.item', 'id = any ($1)', 'empty',
    array['title', 'body', 'how_known = ''''', 'known_when = ''''', 'fears_words = ''''', 'wanted = ''''',
      'returned_why = case when returned_why = '''' then '''' else ''No longer kept'' end', 'submitted_by = null', 'version = version + 1']),

  ('intelligence-package', 1, 'intelligence.draft_paragraph', 'draft_id = any ($1)', 'delete', '{}'),
  ('intelligence-package', 2, 'dissemination.package_text', 'package_id = any ($1)', 'delete', '{}'),
  ('intelligence-package', 3, 'dissemination.answer', 'package_id = any ($1)', 'empty',
    array['reason = case when reason = '''' then '''' else ''No longer kept'' end']),
  ('intelligence-package', 4, 'dissemination.outcome', 'package_id = any ($1)', 'empty', '{words}'),
  ('intelligence-package', 5, 'dissemination.package', 'id = any ($1)', 'empty', '{purpose,conditions_words}'),
  ('intelligence-package', 6, 'intelligence.draft', 'id = any ($1)', 'empty',
    array['title', 'purpose', 'harm = ''''', 'prevention = ''''', 'intelligence = ''''', 'enforcement = ''''', 'gaps = ''''', 'safety = ''''', 'version = version + 1']),

  ('intelligence-source', 1, 'intelligence.source_identity', 'source_id = any ($1)', 'delete', '{}'),
  ('intelligence-source', 2, 'intelligence.source', 'id = any ($1)', 'empty',
    array['referred_words = case when referred_words = '''' then '''' else ''No longer kept'' end']),

  ('legal-hold', 1, 'governance.legal_hold', 'id = any ($1)', 'delete', '{}'),
  ('device-key', 1, 'field.device_key', 'officer_id = any ($1)', 'delete', '{}');

-- What the unit decides when it looks whether something is still needed. Police information goes by a person's word, and never by a day
-- alone: «let-go» lets the night take it, once the months are over that the agency has set for what was decided so.
alter table intelligence.draft_review add column decision text not null default 'keep' constraint draft_review_decision check (decision in ('keep', 'let-go'));

create table intelligence.item_review (
  id uuid primary key,
  item_id uuid not null references intelligence.item,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid not null references directory.officer,
  retention_group smallint not null constraint item_review_group check (retention_group between 1 and 4),
  decision text not null constraint item_review_decision check (decision in ('keep', 'let-go')),
  next_on date not null,
  words text not null constraint item_review_words check (words <> '')
);
create index item_review_item_idx on intelligence.item_review (item_id, at desc);
comment on table intelligence.item_review is 'That somebody looked whether an item of intelligence is still needed, what they decided and why, and when it is looked at again. Retention: as the item; the reason is emptied with it.';
alter table intelligence.item_review enable row level security;
alter table intelligence.item_review force row level security;
create policy item_review_seed on intelligence.item_review for all to current_user using (true) with check (true);
create policy item_review_own on intelligence.item_review for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
grant select, insert on intelligence.item_review to bailiwick_intel;
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('intelligence-item', 8, 'intelligence.item_review', 'item_id = any ($1)', 'empty', '{words}'),
  ('intelligence-package', 7, 'intelligence.draft_review', 'draft_id = any ($1)', 'empty', '{words}');
