-- Why: anti-social behaviour cases with their risk, tools and orders; nominations to joint agency tasking (JATAC) with contributions for
-- named members; plans before a release; case reviews (the community trigger) and their yearly publication.
-- Locks: access exclusive on tasking.series for its check of kinds, milliseconds. Takes: milliseconds.
alter table tasking.series drop constraint series_kind;
alter table tasking.series add constraint series_kind check (kind in ('JAG', 'JET_TCG', 'CIAG', 'BOARD', 'JATAC'));

create schema asb;
grant usage on schema asb to bailiwick_ops, bailiwick_public, bailiwick_worker;

create table asb.setting (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  version integer not null,
  valid_from date not null,
  content jsonb not null,
  reason text not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint setting_version_key unique (agency_id, version)
);
comment on table asb.setting is 'An agency''s own risk matrix, targets, threshold and timetable, version by version; the latest that has begun holds. Public: agencies publish their procedure. Retention: kept.';

create table asb.asb_case (
  id uuid primary key,
  reference text not null constraint asb_case_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint asb_case_status check (status in ('open', 'monitoring', 'closed')),
  category text not null constraint asb_case_category check (category in ('personal', 'nuisance', 'environmental')),
  sub_type text not null,
  channel text not null constraint asb_case_channel check (channel in ('email', 'phone', 'web', 'in-person', 'partner')),
  summary text not null,
  district_code text not null,
  place_words text not null default '',
  place_record_id uuid,
  subject_name text not null default '',
  subject_record_id uuid,
  report_id uuid,
  received_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  first_level text,
  level text,
  assess_due_on date not null,
  outcome text,
  closed_on date,
  version integer not null default 1,
  constraint asb_case_closed check ((status = 'closed') = (closed_on is not null) and (status <> 'closed' or outcome is not null)),
  constraint asb_case_assessed check ((first_level is null) = (level is null))
);
create index asb_case_agency_idx on asb.asb_case (agency_id, received_on desc, id);
comment on table asb.asb_case is 'A case of anti-social behaviour, for the agency that keeps it. Retention: 6 years after it is closed.';
comment on column asb.asb_case.assess_due_on is 'The day by which the risk is assessed anew: at once after an incident, else so many days after the last.';
comment on column asb.asb_case.place_record_id is 'The record of the place; its address is read from there, so that one that must stay hidden is not copied here.';

create table asb.complainant (
  id uuid primary key,
  asb_id uuid not null references asb.asb_case,
  agency_id uuid not null references directory.agency,
  position smallint not null,
  name text not null,
  phone text not null default '',
  email text not null default '',
  wishes text not null default '',
  record_id uuid,
  contact_officer_id uuid not null references directory.officer,
  added_on date not null,
  contact_due_on date,
  contacted_on date,
  version integer not null default 1,
  constraint complainant_position_key unique (asb_id, position)
);
comment on table asb.complainant is 'Who complains, each with one named contact; kept from the others and from whoever it is about. No postal address. Retention: 3 years after the last contact.';
create table asb.contact (
  id uuid primary key,
  complainant_id uuid not null references asb.complainant,
  asb_id uuid not null references asb.asb_case,
  agency_id uuid not null references directory.agency,
  on_day date not null,
  words text not null,
  officer_id uuid,
  at timestamptz not null
);
create index contact_case_idx on asb.contact (asb_id, on_day);
comment on table asb.contact is 'What a complainant was told, and when. Retention: as the complainant.';

create table asb.incident (
  id uuid primary key,
  asb_id uuid not null references asb.asb_case,
  agency_id uuid not null references directory.agency,
  complainant_id uuid references asb.complainant,
  report_id uuid,
  on_day date not null,
  words text not null,
  added_by uuid,
  at timestamptz not null
);
create index incident_case_idx on asb.incident (asb_id, on_day);
create index incident_day_idx on asb.incident (agency_id, on_day);
comment on table asb.incident is 'Something that happened, on a case. Retention: as the case.';

create table asb.assessment (
  id uuid primary key,
  asb_id uuid not null references asb.asb_case,
  agency_id uuid not null references directory.agency,
  number smallint not null,
  assessed_on date not null,
  answers jsonb not null,
  total smallint not null,
  level text not null constraint assessment_level check (level in ('standard', 'medium', 'high')),
  overrides text[] not null,
  override_words text not null default '',
  victim_words text not null,
  words text not null default '',
  setting_version integer not null,
  assessed_by uuid,
  at timestamptz not null,
  constraint assessment_number_key unique (asb_id, number),
  constraint assessment_override check (overrides = '{}' or (level = 'high' and override_words <> ''))
);
create index assessment_day_idx on asb.assessment (agency_id, assessed_on);
comment on table asb.assessment is 'One assessment of risk, whole, with the words it was asked in; never changed. Retention: as the case.';
comment on column asb.assessment.setting_version is 'The version of the agency''s settings; 0 is as the product comes.';

create table asb.measure (
  id uuid primary key,
  asb_id uuid not null references asb.asb_case,
  agency_id uuid not null references directory.agency,
  kind text not null,
  on_day date not null,
  words text not null,
  victim_views text not null default '',
  added_by uuid,
  at timestamptz not null
);
create index measure_case_idx on asb.measure (asb_id, on_day);
comment on table asb.measure is 'What was done short of an order: advice, mediation, a letter, reassurance. Retention: as the case.';

create table asb.order_file (
  id uuid primary key,
  reference text not null constraint order_reference_key unique,
  asb_id uuid not null references asb.asb_case,
  agency_id uuid not null references directory.agency,
  kind text not null constraint order_kind check (kind in ('abc', 'cbo')),
  status text not null constraint order_status check (status in ('offered', 'signed', 'completed', 'sought', 'in-force', 'expired', 'refused', 'ended')),
  age smallint not null constraint order_age check (age between 0 and 120),
  terms text[] not null,
  court text not null default '',
  convicted_on date,
  youth_team_on date,
  made_on date,
  ends_on date,
  review_on date,
  prepared_by uuid,
  prepared_at timestamptz not null,
  version integer not null default 1,
  constraint order_made check (status not in ('signed', 'completed', 'in-force', 'expired') or made_on is not null),
  constraint order_dates check (ends_on is null or ends_on >= made_on)
);
create index order_case_idx on asb.order_file (asb_id);
create index order_made_idx on asb.order_file (agency_id, made_on);
comment on table asb.order_file is 'An acceptable behaviour contract (voluntary) or a criminal behaviour order (on conviction). Retention: 6 years after it ends.';
comment on column asb.order_file.ends_on is 'The last day; null while it is in force: until further order.';
comment on column asb.order_file.age is 'Years on the day it is made, which the rules go by.';

create table asb.breach (
  id uuid primary key,
  order_id uuid not null references asb.order_file,
  asb_id uuid not null references asb.asb_case,
  agency_id uuid not null references directory.agency,
  on_day date not null,
  words text not null,
  result text not null,
  custody_from date,
  release_on date,
  added_by uuid,
  at timestamptz not null,
  constraint breach_custody check ((result = 'custody') = (custody_from is not null) and (release_on is null or release_on > custody_from))
);
create index breach_order_idx on asb.breach (order_id, on_day);
create index breach_day_idx on asb.breach (agency_id, on_day);
comment on table asb.breach is 'A breach of a contract or an order; of custody its start and the expected release. Retention: as the order.';

create table asb.nomination (
  id uuid primary key,
  reference text not null constraint nomination_reference_key unique,
  series_id uuid not null references tasking.series,
  chair_agency_id uuid not null references directory.agency,
  agency_id uuid not null references directory.agency,
  agency_ids uuid[] not null,
  asb_id uuid references asb.asb_case,
  category text not null,
  subject_name text not null,
  words text not null,
  status text not null constraint nomination_status check (status in ('nominated', 'accepted', 'not-taken', 'closed')),
  level_open text not null,
  level_close text,
  outcome text,
  nominated_by uuid not null,
  nominated_on date not null,
  accepted_on date,
  closed_on date,
  version integer not null default 1,
  constraint nomination_read check (agency_ids @> array[agency_id, chair_agency_id]),
  constraint nomination_closed check ((status = 'closed') = (closed_on is not null) and (status <> 'closed' or (level_close is not null and outcome is not null)))
);
create index nomination_agencies_idx on asb.nomination using gin (agency_ids);
create index nomination_series_idx on asb.nomination (series_id, nominated_on desc, id);
create index nomination_case_idx on asb.nomination (asb_id);
comment on table asb.nomination is 'Somebody brought to a joint agency tasking and co-ordination meeting, for the agencies that are told. Retention: 6 years after it is closed.';

create table asb.contribution (
  id uuid primary key,
  nomination_id uuid not null references asb.nomination,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  kind text not null,
  words text not null,
  audience text not null constraint contribution_audience check (audience in ('group', 'named')),
  audience_ids uuid[] not null,
  basis text not null constraint contribution_basis check (basis in ('consent', 'without-consent')),
  why text not null default '',
  at timestamptz not null,
  constraint contribution_confidential check (kind not in ('health', 'social-care') or audience = 'named'),
  constraint contribution_named check ((audience = 'named') = (audience_ids <> '{}')),
  constraint contribution_why check (basis = 'consent' or why <> '')
);
create index contribution_nomination_idx on asb.contribution (nomination_id, at);
comment on table asb.contribution is 'What an agency brings, for its audience alone: to others there is none. Never edited. Retention: as the nomination.';
comment on column asb.contribution.why is 'Why it is shared without consent (Caldicott).';

create table asb.release_plan (
  id uuid primary key,
  reference text not null constraint release_plan_reference_key unique,
  asb_id uuid not null references asb.asb_case,
  breach_id uuid not null references asb.breach constraint release_plan_breach_key unique,
  nomination_id uuid references asb.nomination,
  agency_id uuid not null references directory.agency,
  lead_agency_id uuid not null references directory.agency,
  release_on date not null,
  required text[] not null,
  escalate_on date not null,
  made_by uuid not null references directory.officer,
  made_at timestamptz not null,
  escalated_on date,
  missing text[] not null default '{}',
  version integer not null default 1
);
create index release_plan_escalate_idx on asb.release_plan (escalate_on) where escalated_on is null;
comment on table asb.release_plan is 'What must be in place before somebody is released: for the agency that keeps the case and the one that chairs. Retention: as the case.';
comment on column asb.release_plan.required is 'Codes of what must be there, from the settings on the day that it was made.';

create table asb.action (
  id uuid primary key,
  nomination_id uuid references asb.nomination,
  plan_id uuid references asb.release_plan,
  lead_agency_id uuid not null references directory.agency,
  agency_id uuid not null references directory.agency,
  task_id uuid not null references tasking.task,
  part text,
  words text not null,
  starts_on date not null,
  due_on date not null,
  added_by uuid,
  at timestamptz not null,
  constraint action_of check (num_nonnulls(nomination_id, plan_id) > 0),
  constraint action_part check ((part is null) = (plan_id is null))
);
create index action_nomination_idx on asb.action (nomination_id);
create index action_plan_idx on asb.action (plan_id);
create index action_task_idx on asb.action (task_id);
comment on table asb.action is 'What an agency is to do, in words for it and the one that chairs; its task names nobody. Retention: as the nomination.';

create table asb.review (
  id uuid primary key,
  reference text not null constraint review_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint review_status check (status in ('received', 'acknowledged', 'info-requested', 'threshold-met', 'threshold-not-met',
    'panel-convened', 'reviewed', 'recommended', 'responded', 'closed')),
  channel text not null constraint review_channel check (channel in ('web', 'api', 'officer')),
  applicant_kind text not null constraint review_applicant_kind check (applicant_kind in ('complainant', 'other')),
  applied_on date not null,
  district_code text not null,
  case_ids uuid[] not null default '{}',
  has_no_case boolean not null default false,
  acknowledge_by date not null,
  agencies_by date not null,
  decide_by date not null,
  panel_by date not null,
  report_by date,
  acknowledged_on date,
  decided_on date,
  decision text constraint review_decision check (decision in ('met', 'not-met')),
  decision_words text,
  decided_by uuid,
  chair_officer_id uuid references directory.officer,
  panel_on date,
  reviewed_on date,
  findings text,
  outcome text,
  appealed_on date,
  closed_on date,
  threshold jsonb not null,
  version integer not null default 1,
  constraint review_closed check ((status = 'closed') = (closed_on is not null))
);
create index review_agency_idx on asb.review (agency_id, applied_on desc, id);
comment on table asb.review is 'An application for an ASB case review (community trigger), for the agency that runs it. Retention: 6 years after it is closed.';
comment on column asb.review.threshold is 'The local numbers on the day of the application, by which its complaints are counted.';
comment on column asb.review.decision_words is 'Why the threshold is met or not, as the applicant reads it.';
comment on column asb.review.outcome is 'What came of it, as the applicant reads it.';

create table asb.review_applicant (
  review_id uuid primary key references asb.review,
  agency_id uuid not null references directory.agency,
  name text not null,
  victim_name text not null default '',
  relation text not null default '',
  has_consent boolean not null default true,
  phone text not null default '',
  email text not null default ''
);
comment on table asb.review_applicant is 'Who applies, and for whom with their consent. No postal address: none can be printed. Retention: as the review.';
create table asb.review_complaint (
  id uuid primary key,
  review_id uuid not null references asb.review,
  agency_id uuid not null references directory.agency,
  position smallint not null,
  happened_on date not null,
  complained_on date not null,
  told text not null,
  incident text not null default '',
  words text not null default '',
  constraint review_complaint_position_key unique (review_id, position),
  constraint review_complaint_days check (complained_on >= happened_on)
);
comment on table asb.review_complaint is 'A complaint that the applicant says they made. Complaints of one day are one incident, unless it says which. Retention: as the review.';
create table asb.review_phrase (
  review_id uuid primary key references asb.review,
  phrase_hash bytea not null
);
comment on table asb.review_phrase is 'Hash of the words with which an applicant comes back. Retention: as the review.';

create table asb.recommendation (
  id uuid primary key,
  reference text not null constraint recommendation_reference_key unique,
  review_id uuid not null references asb.review,
  agency_id uuid not null references directory.agency,
  body_agency_id uuid not null references directory.agency,
  words text not null,
  made_on date not null,
  is_sent boolean not null default false,
  response text constraint recommendation_response check (response in ('accepted', 'partly', 'not-accepted')),
  response_words text,
  responded_on date,
  responded_by uuid,
  version integer not null default 1,
  constraint recommendation_answered check ((response is null) = (responded_on is null))
);
create index recommendation_review_idx on asb.recommendation (review_id);
create index recommendation_body_idx on asb.recommendation (body_agency_id, made_on desc);
comment on column asb.recommendation.is_sent is 'Until then the body knows of none.';
comment on table asb.recommendation is 'What a case review recommends to a body, and its answer: public bodies must have regard. For the agency that runs the review and the body. Retention: as the review.';

create table asb.publication (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  year text not null,
  edition smallint not null,
  counts jsonb not null,
  note text not null default '',
  published_on date not null,
  published_by uuid,
  constraint publication_key unique (agency_id, year, edition)
);
comment on table asb.publication is 'The yearly figures of case reviews as they were published; a correction is another edition. Public. Retention: kept.';

-- Histories in the one form of every procedure.
create table asb.asb_event (
  id uuid primary key, asb_id uuid not null references asb.asb_case, at timestamptz not null, kind text not null, officer_id uuid, agency_id uuid, words text not null
);
create index asb_event_idx on asb.asb_event (asb_id, at);
comment on table asb.asb_event is 'What happened to a case, in order. Retention: as the case.';
create table asb.asb_reason (
  event_id uuid primary key references asb.asb_event, asb_id uuid not null references asb.asb_case, agency_id uuid not null references directory.agency, words text not null
);
comment on table asb.asb_reason is 'Why, for the agency that keeps the case. Retention: as the case.';
create table asb.order_event (
  id uuid primary key, order_id uuid not null references asb.order_file, at timestamptz not null, kind text not null, officer_id uuid, agency_id uuid, words text not null
);
create index order_event_idx on asb.order_event (order_id, at);
comment on table asb.order_event is 'What happened to a contract or an order, in order. Retention: as the order.';
create table asb.order_reason (
  event_id uuid primary key references asb.order_event, order_id uuid not null references asb.order_file, agency_id uuid not null references directory.agency, words text not null
);
comment on table asb.order_reason is 'Why, for the agency that keeps the case. Retention: as the order.';
create table asb.nomination_event (
  id uuid primary key, nomination_id uuid not null references asb.nomination, at timestamptz not null, kind text not null, officer_id uuid, agency_id uuid, words text not null
);
create index nomination_event_idx on asb.nomination_event (nomination_id, at);
comment on table asb.nomination_event is 'What happened to a nomination, in order; contributions are not in it, for not everybody knows of each. Retention: as the nomination.';
create table asb.nomination_reason (
  event_id uuid primary key references asb.nomination_event, nomination_id uuid not null references asb.nomination, agency_id uuid not null references directory.agency, words text not null
);
comment on table asb.nomination_reason is 'Why, for the agency that chairs. Retention: as the nomination.';
create table asb.review_event (
  id uuid primary key, review_id uuid not null references asb.review, at timestamptz not null, kind text not null, officer_id uuid, agency_id uuid, words text not null
);
create index review_event_idx on asb.review_event (review_id, at);
comment on table asb.review_event is 'What happened to a case review, in order. Retention: as the review.';
create table asb.review_reason (
  event_id uuid primary key references asb.review_event, review_id uuid not null references asb.review, agency_id uuid not null references directory.agency, words text not null
);
comment on table asb.review_reason is 'Why, for the agency that runs the review. Retention: as the review.';
create table asb.review_document (
  id uuid primary key,
  review_id uuid not null references asb.review,
  agency_id uuid not null references directory.agency,
  kind text not null constraint review_document_kind check (kind in ('threshold', 'outcome')),
  version smallint not null,
  format text not null constraint review_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint review_document_key unique (review_id, kind, version, format)
);
comment on table asb.review_document is 'Letters to the applicant as they were sent. Retention: as the review.';

-- Second fence. What an agency keeps is its own; a nomination is for the agencies that are told, a contribution for its audience, an
-- action for whoever does it and whoever chairs, a recommendation for its body.
do $$
declare fenced text;
begin
  foreach fenced in array array['setting', 'asb_case', 'complainant', 'contact', 'incident', 'assessment', 'measure', 'order_file', 'breach', 'nomination',
    'contribution', 'release_plan', 'action', 'review', 'review_applicant', 'review_complaint', 'review_phrase', 'recommendation', 'publication',
    'asb_event', 'asb_reason', 'order_event', 'order_reason', 'nomination_event', 'nomination_reason', 'review_event', 'review_reason', 'review_document'] loop
    execute format('alter table asb.%I enable row level security', fenced);
    execute format('alter table asb.%I force row level security', fenced);
    execute format('create policy %I on asb.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
  foreach fenced in array array['asb_case', 'complainant', 'contact', 'incident', 'assessment', 'measure', 'order_file', 'breach', 'review',
    'review_applicant', 'review_complaint', 'asb_reason', 'order_reason', 'nomination_reason', 'review_reason', 'review_document'] loop
    execute format('create policy %I on asb.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency()))
      with check (agency_id = (select platform.viewer_agency()))', fenced || '_own', fenced);
  end loop;
  foreach fenced in array array['setting', 'publication'] loop
    execute format('create policy %I on asb.%I for select to bailiwick_ops, bailiwick_public using (true)', fenced || '_read', fenced);
    execute format('create policy %I on asb.%I for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency()))', fenced || '_make', fenced);
  end loop;
  -- A history is read with its file, whose own fence says by whom.
  foreach fenced in array array['asb', 'order', 'nomination', 'review'] loop
    execute format('create policy %1$s_event_read on asb.%1$s_event for select to bailiwick_ops using (exists (select 1 from asb.%2$s f where f.id = %1$s_id))',
      fenced, case fenced when 'asb' then 'asb_case' when 'order' then 'order_file' else fenced end);
    execute format('create policy %1$s_event_write on asb.%1$s_event for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency())
      and exists (select 1 from asb.%2$s f where f.id = %1$s_id))', fenced, case fenced when 'asb' then 'asb_case' when 'order' then 'order_file' else fenced end);
  end loop;
end $$;

create policy nomination_told on asb.nomination for select to bailiwick_ops using (agency_ids @> array[(select platform.viewer_agency())]);
create policy nomination_make on asb.nomination for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency())
  and exists (select 1 from tasking.series s where s.id = series_id and s.kind = 'JATAC' and s.chair_agency_id = nomination.chair_agency_id));
create policy nomination_chair on asb.nomination for update to bailiwick_ops using (chair_agency_id = (select platform.viewer_agency()))
  with check (chair_agency_id = (select platform.viewer_agency()));

create policy contribution_read on asb.contribution for select to bailiwick_ops using (
  exists (select 1 from asb.nomination n where n.id = nomination_id)
  and (officer_id = (select platform.viewer_text('officer'))::uuid or audience = 'group' or (select platform.viewer_text('officer'))::uuid = any (audience_ids)));
create policy contribution_make on asb.contribution for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency())
  and officer_id = (select platform.viewer_text('officer'))::uuid and exists (select 1 from asb.nomination n where n.id = nomination_id));

create policy release_plan_read on asb.release_plan for select to bailiwick_ops, bailiwick_worker
  using (current_user = 'bailiwick_worker' or (select platform.viewer_agency()) in (agency_id, lead_agency_id));
create policy release_plan_make on asb.release_plan for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency()));
create policy release_plan_change on asb.release_plan for update to bailiwick_ops using ((select platform.viewer_agency()) in (agency_id, lead_agency_id))
  with check ((select platform.viewer_agency()) in (agency_id, lead_agency_id));
create policy release_plan_escalate on asb.release_plan for update to bailiwick_worker using (true) with check (true);

create policy action_read on asb.action for select to bailiwick_ops using ((select platform.viewer_agency()) in (agency_id, lead_agency_id));
create policy action_make on asb.action for insert to bailiwick_ops with check (lead_agency_id = (select platform.viewer_agency()) and (
  exists (select 1 from asb.release_plan p where p.id = plan_id and p.lead_agency_id = action.lead_agency_id)
  or exists (select 1 from asb.nomination n where n.id = nomination_id and plan_id is null and n.chair_agency_id = action.lead_agency_id)));
create policy action_worker on asb.action for select to bailiwick_worker using (true);
create policy nomination_worker on asb.nomination for select to bailiwick_worker using (true);

create policy review_apply on asb.review for insert to bailiwick_public with check (status = 'received' and channel in ('web', 'api'));
create policy review_applicant_apply on asb.review_applicant for insert to bailiwick_public with check (true);
create policy review_complaint_apply on asb.review_complaint for insert to bailiwick_public with check (true);
create policy review_phrase_apply on asb.review_phrase for insert to bailiwick_public, bailiwick_ops with check (true);
create policy review_event_apply on asb.review_event for insert to bailiwick_public with check (officer_id is null and agency_id is null);

create policy recommendation_read on asb.recommendation for select to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) or (is_sent and body_agency_id = (select platform.viewer_agency())));
create policy recommendation_send on asb.recommendation for update to bailiwick_ops using (agency_id = (select platform.viewer_agency()))
  with check (agency_id = (select platform.viewer_agency()));
create policy recommendation_make on asb.recommendation for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency()) and response is null);
create policy recommendation_answer on asb.recommendation for update to bailiwick_ops using (is_sent and body_agency_id = (select platform.viewer_agency()))
  with check (body_agency_id = (select platform.viewer_agency()));

grant select, insert on asb.setting, asb.contact, asb.incident, asb.assessment, asb.measure, asb.breach, asb.contribution, asb.action,
  asb.review_applicant, asb.review_complaint, asb.publication, asb.asb_event, asb.asb_reason, asb.order_event, asb.order_reason,
  asb.nomination_event, asb.nomination_reason, asb.review_event, asb.review_reason, asb.review_document, asb.asb_case, asb.complainant,
  asb.order_file, asb.nomination, asb.release_plan, asb.review, asb.recommendation to bailiwick_ops;
grant insert on asb.review_phrase to bailiwick_ops;
grant update (status, first_level, level, assess_due_on, outcome, closed_on, version) on asb.asb_case to bailiwick_ops;
grant update (contact_due_on, contacted_on, contact_officer_id, version) on asb.complainant to bailiwick_ops;
grant update (status, made_on, ends_on, review_on, version) on asb.order_file to bailiwick_ops;
grant update (status, level_close, outcome, accepted_on, closed_on, version) on asb.nomination to bailiwick_ops;
grant update (nomination_id, lead_agency_id, version) on asb.release_plan to bailiwick_ops;
grant update (status, case_ids, has_no_case, report_by, acknowledged_on, decided_on, decision, decision_words, decided_by, chair_officer_id, panel_on,
  reviewed_on, findings, outcome, appealed_on, closed_on, version) on asb.review to bailiwick_ops;
grant update (is_sent, response, response_words, responded_on, responded_by, version) on asb.recommendation to bailiwick_ops;
grant select (agency_id, version, valid_from, content) on asb.setting to bailiwick_public;
grant select on asb.publication to bailiwick_public;
grant insert on asb.review, asb.review_applicant, asb.review_complaint, asb.review_phrase, asb.review_event to bailiwick_public;
grant select on asb.release_plan, asb.action, asb.nomination to bailiwick_worker;
grant update (escalated_on, missing) on asb.release_plan to bailiwick_worker;

-- The applicant's own way back: reference and words. Nothing of a case, of custody, of health or of anybody else is in it.
create function asb.review_by_phrase(ref text, hash bytea) returns table (id uuid, reference text, status text, agency_name text, applied_on date,
    acknowledge_by date, decide_by date, panel_by date, acknowledged_on date, decided_on date, decision text, decision_words text, panel_on date,
    outcome text, closed_on date)
  language sql stable security definer set search_path = pg_catalog as $$
  select r.id, r.reference, r.status, a.name, r.applied_on, r.acknowledge_by, r.decide_by, r.panel_by, r.acknowledged_on, r.decided_on, r.decision,
    r.decision_words, r.panel_on, r.outcome, r.closed_on
  from asb.review r join asb.review_phrase p on p.review_id = r.id join directory.agency a on a.id = r.agency_id
  where r.reference = upper(ref) and p.phrase_hash = hash
$$;
create function asb.recommendations_by_phrase(ref text, hash bytea) returns table (body_name text, words text, response text, response_words text)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.name, m.words, m.response, m.response_words from asb.recommendation m join directory.agency a on a.id = m.body_agency_id
    join asb.review r on r.id = m.review_id join asb.review_phrase p on p.review_id = r.id
  where r.reference = upper(ref) and p.phrase_hash = hash and m.is_sent order by m.made_on, m.reference
$$;
revoke execute on function asb.review_by_phrase, asb.recommendations_by_phrase from public;
grant execute on function asb.review_by_phrase, asb.recommendations_by_phrase to bailiwick_public, bailiwick_ops;
comment on function asb.review_by_phrase is 'What an applicant reads of their case review, by reference and words.';
comment on function asb.recommendations_by_phrase is 'What was recommended, and the answers, for whoever applied.';

-- The records of a case's place and people stay while it stands.
create or replace function governance.stands_on(record uuid) returns text
  language sql stable
  return case
    when exists (select 1 from linkage.judgement j where record in (j.record_a, j.record_b) and j.ended_at is null and j.verdict <> 'proposed') then 'judgement'
    when exists (select 1 from safeguarding.victim_file f where f.record_id = record) then 'register'
    when exists (select 1 from assurance.marker m where m.record_id = record) then 'marker'
    when exists (select 1 from linkage.question q where record in (q.record_id, q.other_id) and q.answered_at is null) then 'question'
    when exists (select 1 from enforcement.closure_occupant o where o.record_id = record) then 'closure'
    when exists (select 1 from inspection.premises p where record in (p.firm_record_id, p.place_record_id)) then 'premises'
    when exists (select 1 from asb.asb_case c where record in (c.place_record_id, c.subject_record_id)) then 'asb'
    when exists (select 1 from asb.complainant c where c.record_id = record) then 'asb'
  end;
create index asb_case_place_record_idx on asb.asb_case (place_record_id) where place_record_id is not null;
create index asb_case_subject_record_idx on asb.asb_case (subject_record_id) where subject_record_id is not null;
create index complainant_record_idx on asb.complainant (record_id) where record_id is not null;
