-- The schema after every migration. Written by `npm run db:types`; never edited, never run.

-- Schemas

create schema asb;
create schema assurance;
create schema court;
create schema directory;
create schema dissemination;
create schema enforcement;
create schema field;
create schema governance;
create schema inspection;
create schema intake;
create schema intelligence;
create schema jet;
create schema linkage;
create schema operations;
create schema performance;
create schema platform;
create schema records;
create schema safeguarding;
create schema tasking;
create schema traders;

-- Tables

create table asb.action (
  id uuid not null,
  nomination_id uuid,
  plan_id uuid,
  lead_agency_id uuid not null,
  agency_id uuid not null,
  task_id uuid not null,
  part text,
  words text not null,
  starts_on date not null,
  due_on date not null,
  added_by uuid,
  at timestamp with time zone not null,
  service_id uuid not null
);

create table asb.answer_shown (
  recommendation_id uuid not null,
  review_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null
);

create table asb.asb_case (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  category text not null,
  sub_type text not null,
  channel text not null,
  summary text not null,
  district_code text not null,
  place_words text default ''::text not null,
  place_record_id uuid,
  subject_name text default ''::text not null,
  subject_record_id uuid,
  report_id uuid,
  received_on date not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  first_level text,
  level text,
  assess_due_on date not null,
  outcome text,
  closed_on date,
  version integer default 1 not null,
  officer_ids uuid[] default '{}'::uuid[] not null
);

create table asb.asb_event (
  id uuid not null,
  asb_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table asb.asb_reason (
  event_id uuid not null,
  asb_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table asb.assessment (
  id uuid not null,
  asb_id uuid not null,
  agency_id uuid not null,
  number smallint not null,
  assessed_on date not null,
  answers jsonb not null,
  total smallint not null,
  level text not null,
  overrides text[] not null,
  override_words text default ''::text not null,
  victim_words text not null,
  words text default ''::text not null,
  setting_version integer not null,
  assessed_by uuid,
  at timestamp with time zone not null
);

create table asb.breach (
  id uuid not null,
  order_id uuid not null,
  asb_id uuid not null,
  agency_id uuid not null,
  on_day date not null,
  words text not null,
  result text not null,
  custody_from date,
  release_on date,
  added_by uuid,
  at timestamp with time zone not null
);

create table asb.complainant (
  id uuid not null,
  asb_id uuid not null,
  agency_id uuid not null,
  "position" smallint not null,
  name text not null,
  phone text default ''::text not null,
  email text default ''::text not null,
  wishes text default ''::text not null,
  record_id uuid,
  contact_officer_id uuid not null,
  added_on date not null,
  contact_due_on date,
  contacted_on date,
  version integer default 1 not null
);

create table asb.contact (
  id uuid not null,
  complainant_id uuid not null,
  asb_id uuid not null,
  agency_id uuid not null,
  on_day date not null,
  words text not null,
  officer_id uuid,
  at timestamp with time zone not null
);

create table asb.contribution (
  id uuid not null,
  nomination_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  kind text not null,
  words text not null,
  audience text not null,
  audience_ids uuid[] not null,
  basis text not null,
  why text default ''::text not null,
  at timestamp with time zone not null
);

create table asb.incident (
  id uuid not null,
  asb_id uuid not null,
  agency_id uuid not null,
  complainant_id uuid,
  report_id uuid,
  on_day date not null,
  words text not null,
  added_by uuid,
  at timestamp with time zone not null
);

create table asb.measure (
  id uuid not null,
  asb_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  on_day date not null,
  words text not null,
  victim_views text default ''::text not null,
  added_by uuid,
  at timestamp with time zone not null
);

create table asb.nomination (
  id uuid not null,
  reference text not null,
  series_id uuid not null,
  chair_agency_id uuid not null,
  agency_id uuid not null,
  agency_ids uuid[] not null,
  asb_id uuid,
  category text not null,
  subject_name text not null,
  words text not null,
  status text not null,
  level_open text not null,
  level_close text,
  outcome text,
  nominated_by uuid not null,
  nominated_on date not null,
  accepted_on date,
  closed_on date,
  version integer default 1 not null
);

create table asb.nomination_event (
  id uuid not null,
  nomination_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table asb.nomination_reason (
  event_id uuid not null,
  nomination_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table asb.order_document (
  id uuid not null,
  order_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table asb.order_event (
  id uuid not null,
  order_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table asb.order_file (
  id uuid not null,
  reference text not null,
  asb_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  status text not null,
  age smallint not null,
  terms text[] not null,
  court text default ''::text not null,
  convicted_on date,
  youth_team_on date,
  made_on date,
  ends_on date,
  review_on date,
  prepared_by uuid,
  prepared_at timestamp with time zone not null,
  version integer default 1 not null
);

create table asb.order_reason (
  event_id uuid not null,
  order_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table asb.publication (
  id uuid not null,
  agency_id uuid not null,
  year text not null,
  edition smallint not null,
  counts jsonb not null,
  note text default ''::text not null,
  published_on date not null,
  published_by uuid
);

create table asb.recommendation (
  id uuid not null,
  reference text not null,
  review_id uuid not null,
  agency_id uuid not null,
  body_agency_id uuid not null,
  words text not null,
  made_on date not null,
  is_sent boolean default false not null,
  response text,
  response_words text,
  responded_on date,
  responded_by uuid,
  version integer default 1 not null
);

create table asb.release_plan (
  id uuid not null,
  reference text not null,
  asb_id uuid not null,
  breach_id uuid not null,
  nomination_id uuid,
  agency_id uuid not null,
  lead_agency_id uuid not null,
  release_on date not null,
  required text[] not null,
  escalate_on date not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  escalated_on date,
  missing text[] default '{}'::text[] not null,
  version integer default 1 not null
);

create table asb.review (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  channel text not null,
  applicant_kind text not null,
  applied_on date not null,
  district_code text not null,
  case_ids uuid[] default '{}'::uuid[] not null,
  has_no_case boolean default false not null,
  acknowledge_by date not null,
  agencies_by date not null,
  decide_by date not null,
  panel_by date not null,
  report_by date,
  acknowledged_on date,
  decided_on date,
  decision text,
  decision_words text,
  decided_by uuid,
  chair_officer_id uuid,
  panel_on date,
  reviewed_on date,
  findings text,
  outcome text,
  appealed_on date,
  closed_on date,
  threshold jsonb not null,
  version integer default 1 not null
);

create table asb.review_applicant (
  review_id uuid not null,
  agency_id uuid not null,
  name text not null,
  victim_name text default ''::text not null,
  relation text default ''::text not null,
  has_consent boolean default true not null,
  phone text default ''::text not null,
  email text default ''::text not null
);

create table asb.review_complaint (
  id uuid not null,
  review_id uuid not null,
  agency_id uuid not null,
  "position" smallint not null,
  happened_on date not null,
  complained_on date not null,
  told text not null,
  incident text default ''::text not null,
  words text default ''::text not null
);

create table asb.review_document (
  id uuid not null,
  review_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table asb.review_event (
  id uuid not null,
  review_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table asb.review_phrase (
  review_id uuid not null,
  phrase_hash bytea not null
);

create table asb.review_reason (
  event_id uuid not null,
  review_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table asb.setting (
  id uuid not null,
  agency_id uuid not null,
  version integer not null,
  valid_from date not null,
  content jsonb not null,
  reason text not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table assurance.hit (
  screening_id uuid not null,
  marker_id uuid not null,
  agency_id uuid not null,
  sureness text not null,
  on_what text[] not null,
  probability real,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid
);

create table assurance.marker (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  about text not null,
  record_id uuid,
  name text default ''::text not null,
  other_names text[] default '{}'::text[] not null,
  date_of_birth date,
  address text default ''::text not null,
  postcode text default ''::text not null,
  vehicle text default ''::text not null,
  keys integer[] default '{}'::integer[] not null,
  keys_model_id uuid,
  type text not null,
  precaution text not null,
  words text not null,
  from_on date not null,
  review_on date not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer default 1 not null
);

create table assurance.marker_detail (
  marker_id uuid not null,
  agency_id uuid not null,
  why text not null,
  evidence text not null,
  told text not null,
  told_on date,
  told_why text default ''::text not null,
  ended_why text default ''::text not null,
  reminded_for date
);

create table assurance.marker_event (
  id uuid not null,
  marker_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid,
  kind text not null,
  words text not null
);

create table assurance.rule (
  id uuid not null,
  agency_id uuid not null,
  name text not null,
  value integer not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  why text not null
);

create table assurance.screening (
  id uuid not null,
  agency_id uuid not null,
  officer_id uuid,
  at timestamp with time zone not null,
  purpose text not null,
  subject_id uuid,
  asked text[] not null,
  asked_hash text not null,
  result text not null,
  looked jsonb not null,
  companion text default ''::text not null,
  turn bigint generated always as identity not null
);

create table court.alert (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  service_id uuid not null,
  status text default 'draft'::text not null,
  title text not null,
  words text not null,
  advice text not null,
  trades text[] default '{}'::text[] not null,
  ends_on date not null,
  published_on date,
  approved_by uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table court.alert_reach (
  id uuid not null,
  alert_id uuid not null,
  agency_id uuid not null,
  on_day date not null,
  channel text not null,
  sent integer not null,
  opened integer not null,
  reached integer not null,
  made_by uuid not null
);

create table court.alert_source (
  alert_id uuid not null,
  agency_id uuid not null,
  service_id uuid not null,
  package_id uuid,
  prosecution_id uuid
);

create table court.continuity (
  id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  "position" smallint not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  words text not null,
  hash text not null
);

create table court.item (
  id uuid not null,
  prosecution_id uuid not null,
  agency_id uuid not null,
  number smallint not null,
  kind text not null,
  is_used boolean not null,
  words text not null,
  captured_at timestamp with time zone not null,
  captured_by text not null,
  kept_at text not null,
  name text,
  media_type text,
  content bytea,
  sha256 text,
  test text default ''::text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null
);

create table court.outcome (
  id uuid not null,
  prosecution_id uuid not null,
  agency_id uuid not null,
  register_agency_id uuid,
  reference text not null,
  result text not null,
  court_name text not null,
  on_day date not null,
  defendants smallint not null,
  convictions smallint not null,
  fine_pence bigint default 0 not null,
  confiscation_pence bigint default 0 not null,
  compensation_pence bigint default 0 not null,
  victim_words text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null
);

create table court.prosecution (
  id uuid not null,
  reference text not null,
  case_id uuid not null,
  agency_id uuid not null,
  service_id uuid not null,
  title text not null,
  opened_on date not null,
  opened_by uuid,
  version integer default 1 not null,
  supporter_ids uuid[] default '{}'::uuid[] not null
);

create table court.prosecution_document (
  id uuid not null,
  prosecution_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table court.supporter (
  id uuid not null,
  prosecution_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  is_named boolean not null,
  words text not null,
  at timestamp with time zone not null,
  by_id uuid not null
);

create table court.telling (
  outcome_id uuid not null,
  file_id uuid not null,
  agency_id uuid not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  told_at timestamp with time zone,
  told_by uuid,
  channel text,
  words text default ''::text not null
);

create table directory.agency (
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  area_code text,
  starts_on date not null,
  ends_on date,
  version integer default 1 not null,
  spokesperson_id uuid
);

create table directory.agreement (
  id uuid not null,
  from_agency_id uuid not null,
  to_agency_id uuid not null,
  record_kind text not null,
  gateway text not null,
  starts_on date not null,
  ends_on date,
  version integer default 1 not null,
  document text
);

create table directory.area (
  code text not null,
  kind text not null,
  name text not null,
  parent_code text,
  starts_on date not null,
  ends_on date,
  population integer,
  outline jsonb,
  version integer default 1 not null
);

create table directory.area_draft (
  id uuid not null,
  officer_id uuid not null,
  made_at timestamp with time zone not null,
  kind text not null,
  parent_code text,
  starts_on date not null,
  areas jsonb not null,
  rejected jsonb not null
);

create table directory.area_ring (
  area_code text not null,
  part integer not null,
  is_hole boolean not null,
  ring polygon not null,
  bounds box generated always as (box(ring)) stored
);

create table directory.area_successor (
  old_code text not null,
  new_code text not null
);

create table directory.authorisation (
  id uuid not null,
  officer_id uuid not null,
  basis text not null,
  power text not null,
  area_code text not null,
  granted_on date not null,
  expires_on date,
  withdrawn_on date,
  requires_uniform boolean default false not null,
  reference text not null,
  badge_number text
);

create table directory.bank_holiday (
  day date not null
);

create table directory.change (
  id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  record_kind text not null,
  record_id text not null,
  before jsonb,
  after jsonb,
  reason text not null,
  seq bigint generated always as identity not null
);

create table directory.clearance (
  id uuid not null,
  officer_id uuid not null,
  kind text not null,
  name text not null,
  status text not null,
  granted_on date,
  expires_on date,
  replaced_on date
);

create table directory.gap (
  id uuid not null,
  words text not null,
  issue_type text,
  district_code text,
  report_id uuid,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_rule_id uuid
);

create table directory.issue_type (
  code text not null,
  name text not null,
  group_name text not null,
  hint text,
  words text[] not null,
  is_sensitive boolean default false not null,
  asks_land_owner boolean default false not null,
  target_working_days integer not null,
  lgsl integer,
  harmonised_category text,
  is_active boolean default true not null,
  version integer default 1 not null
);

create table directory.officer (
  id uuid not null,
  name text not null,
  agency_id uuid not null,
  email text,
  blurb text,
  is_active boolean default true not null,
  version integer default 1 not null
);

create table directory.postcode (
  postcode text not null,
  lon double precision,
  lat double precision,
  county_code text,
  district_code text,
  ward_code text,
  quality smallint
);

create table directory.role_grant (
  id uuid not null,
  officer_id uuid not null,
  role text not null,
  side text not null,
  starts_on date not null,
  ends_on date,
  granted_by uuid,
  reason text not null
);

create table directory.role_request (
  id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  role text not null,
  side text not null,
  ends_on date,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  reason text not null,
  status text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decided_words text
);

create table directory.routing_rule (
  id uuid not null,
  issue_type text not null,
  area_code text,
  land_owner text default 'any'::text not null,
  applies text default 'always'::text not null,
  service_id uuid not null,
  starts_on date not null,
  ends_on date,
  note text
);

create table directory.service (
  id uuid not null,
  agency_id uuid not null,
  code text not null,
  name text not null,
  team text not null,
  email text not null,
  phone text not null,
  hours jsonb not null,
  out_of_hours text,
  is_fallback boolean default false not null,
  lead_officer_id uuid,
  starts_on date not null,
  ends_on date,
  version integer default 1 not null
);

create table directory.service_area (
  service_id uuid not null,
  area_code text not null
);

create table directory.service_member (
  service_id uuid not null,
  officer_id uuid not null
);

create table directory.street (
  id uuid not null,
  name text not null,
  town text not null,
  ward_code text not null,
  lon double precision not null,
  lat double precision not null,
  points jsonb
);

create table dissemination.acknowledgement (
  package_id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null
);

create table dissemination.answer (
  package_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  at timestamp with time zone not null,
  answer text not null,
  reason text default ''::text not null,
  is_late boolean not null,
  case_id uuid
);

create table dissemination.commission (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  service_id uuid not null,
  unit_agency_id uuid not null,
  kind text not null,
  status text default 'asked'::text not null,
  subject_kind text not null,
  subject_label text not null,
  key_kind text,
  key_value text,
  purpose text not null,
  legal_basis text not null,
  owed_pence integer,
  decides_on date,
  asked_on date not null,
  asked_by uuid not null,
  refused_for text,
  award text,
  price_pence integer,
  paid_on date,
  version integer default 1 not null,
  follows_id uuid
);

create table dissemination.commission_answer (
  commission_id uuid not null,
  agency_id uuid not null,
  service_id uuid not null,
  outcome text not null,
  address text default ''::text not null,
  postcode text default ''::text not null,
  asset_kind text,
  asset_words text default ''::text not null,
  confidence text,
  conditions text[] default '{}'::text[] not null,
  checks jsonb default '[]'::jsonb not null,
  answered_on date not null
);

create table dissemination.commission_recovery (
  id uuid not null,
  commission_id uuid not null,
  agency_id uuid not null,
  service_id uuid not null,
  pence integer not null,
  on_day date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null
);

create table dissemination.enquiry (
  id uuid not null,
  reference text not null,
  purpose text not null,
  side text not null,
  agency_id uuid not null,
  service_id uuid,
  unit_agency_id uuid not null,
  file_id uuid not null,
  file_reference text not null,
  about text not null,
  asked_on date not null,
  answers_on date not null,
  asked_by uuid not null
);

create table dissemination.enquiry_considered (
  enquiry_id uuid not null,
  considered_on date not null
);

create table dissemination.enquiry_subject (
  enquiry_id uuid not null,
  unit_agency_id uuid not null,
  "position" smallint not null,
  kind text not null,
  label text not null,
  key_kind text,
  key_value text
);

create table dissemination.enquiry_text (
  enquiry_id uuid not null,
  "position" smallint not null,
  words text not null
);

create table dissemination.enquiry_worker (
  enquiry_id uuid not null,
  officer_id uuid not null
);

create table dissemination.handled (
  package_id uuid not null,
  officer_id uuid not null,
  unit_agency_id uuid not null
);

create table dissemination.outcome (
  id uuid not null,
  package_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  at timestamp with time zone not null,
  result text not null,
  words text not null
);

create table dissemination.package (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  gateway text not null,
  purpose text not null,
  deadline date not null,
  conditions text[] not null,
  cleared text[] default '{}'::text[] not null,
  conditions_words text not null,
  agency_ids uuid[] not null,
  officer_ids uuid[] not null,
  released_at timestamp with time zone not null,
  released_by uuid not null,
  product text default 'package'::text not null
);

create table dissemination.package_figures (
  package_id uuid not null,
  agency_id uuid not null,
  figures jsonb not null
);

create table dissemination.package_text (
  package_id uuid not null,
  agency_id uuid not null,
  part text not null,
  "position" smallint not null,
  words text not null
);

create table dissemination.receipt (
  id uuid not null,
  reference text not null,
  officer_id uuid not null,
  agency_id uuid not null,
  unit_agency_id uuid not null,
  sent_on date not null,
  feedback text default 'received'::text not null,
  fed_back_on date
);

create table dissemination.usefulness (
  package_id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  score smallint not null,
  words text default ''::text not null
);

create table dissemination.vetting_answer (
  request_id uuid not null,
  agency_id uuid not null,
  unit_agency_id uuid not null,
  answer text not null,
  conditions text[] default '{}'::text[] not null,
  answered_on date not null
);

create table dissemination.vetting_request (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  unit_agency_id uuid not null,
  purpose text not null,
  about text not null,
  asked_on date not null,
  answers_on date not null,
  asked_by uuid not null
);

create table dissemination.vetting_subject (
  request_id uuid not null,
  unit_agency_id uuid not null,
  "position" smallint not null,
  kind text not null,
  label text not null,
  key_kind text,
  key_value text
);

create table enforcement.abandoned (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  land_kind text not null,
  make text,
  colour text,
  ward_code text,
  district_code text,
  case_id uuid,
  report_id uuid,
  seen_on date not null,
  judged_on date,
  notice_period text,
  notice_at timestamp with time zone,
  notice_until timestamp with time zone,
  notice_why text,
  objected_on date,
  removed_at timestamp with time zone,
  storage_days smallint,
  stored_until date,
  stored_why text,
  claimed_on date,
  disposal text,
  ended_on date,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  stands_since date
);

create table enforcement.abandoned_assessment (
  abandoned_id uuid not null,
  agency_id uuid not null,
  factor text not null,
  answer text not null,
  words text not null,
  officer_id uuid,
  at timestamp with time zone not null
);

create table enforcement.abandoned_document (
  id uuid not null,
  abandoned_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table enforcement.abandoned_enquiry (
  id uuid not null,
  abandoned_id uuid not null,
  agency_id uuid not null,
  asked_on date not null,
  asked_of text not null,
  reason text not null,
  answer text not null,
  answer_words text,
  keeper_name text,
  keeper_address text,
  record_id uuid,
  officer_id uuid not null,
  recorded_at timestamp with time zone not null
);

create table enforcement.abandoned_event (
  id uuid not null,
  abandoned_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table enforcement.abandoned_photo (
  id uuid not null,
  abandoned_id uuid not null,
  agency_id uuid not null,
  taken_on date not null,
  words text not null,
  name text not null,
  file_id uuid not null,
  added_by uuid,
  added_at timestamp with time zone not null
);

create table enforcement.abandoned_place (
  abandoned_id uuid not null,
  agency_id uuid not null,
  mark text,
  mark_key text,
  place_words text,
  postcode text,
  lon double precision,
  lat double precision,
  occupier_words text,
  store_words text
);

create table enforcement.abandoned_reason (
  event_id uuid not null,
  abandoned_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table enforcement.abandoned_service (
  id uuid not null,
  abandoned_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  ways text[] not null,
  served_at timestamp with time zone not null,
  served_by text not null,
  officer_id uuid not null,
  recorded_at timestamp with time zone not null
);

create table enforcement.adopted_amount (
  id uuid not null,
  agency_id uuid not null,
  offence text not null,
  amount_pence integer not null,
  early_pence integer,
  early_days smallint,
  window_days smallint not null,
  valid_from date not null,
  valid_to date,
  minute text not null,
  closes_id uuid,
  closes_was date,
  withdrawn_at timestamp with time zone
);

create table enforcement.case_event (
  id uuid not null,
  case_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null,
  detail jsonb default '{}'::jsonb not null
);

create table enforcement.case_file (
  id uuid not null,
  reference text not null,
  title text not null,
  summary text not null,
  status text not null,
  lead_agency_id uuid not null,
  lead_service_id uuid not null,
  district_code text,
  ward_code text,
  is_personal boolean default false not null,
  escalation_rule text not null,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome text,
  outcome_words text,
  version integer default 1 not null,
  search tsvector generated always as (to_tsvector('english'::regconfig, ((((reference || ' '::text) || title) || ' '::text) || summary))) stored
);

create table enforcement.case_service (
  case_id uuid not null,
  service_id uuid not null,
  agency_id uuid not null,
  joined_at timestamp with time zone not null,
  why text not null
);

create table enforcement.closure (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  premises_kind text not null,
  grounds text[] default '{}'::text[] not null,
  is_necessary boolean default false not null,
  ward_code text,
  district_code text,
  case_id uuid,
  consulted_on date,
  notice_hours smallint,
  notice_at timestamp with time zone,
  notice_until timestamp with time zone,
  notice_why text,
  notice_extended_at timestamp with time zone,
  hearing_by timestamp with time zone,
  hearing_why text,
  hearing_at timestamp with time zone,
  applied_at timestamp with time zone,
  adjourned_until date,
  ordered_on date,
  order_until date,
  order_why text,
  is_everyone_excluded boolean,
  licensing_told_on date,
  appeal_until date,
  appeal_why text,
  extended_on date,
  breached_on date,
  breaches smallint default 0 not null,
  ended_on date,
  ending text,
  claim_until date,
  claim_why text,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  appealed_on date,
  appeal_hearing_on date,
  appeal_decided_on date
);

create table enforcement.closure_check (
  closure_id uuid not null,
  agency_id uuid not null,
  item text not null,
  answer text not null,
  words text not null,
  officer_id uuid,
  at timestamp with time zone not null
);

create table enforcement.closure_document (
  id uuid not null,
  closure_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table enforcement.closure_event (
  id uuid not null,
  closure_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table enforcement.closure_occupant (
  id uuid not null,
  closure_id uuid not null,
  agency_id uuid not null,
  relation text not null,
  record_id uuid,
  name text,
  words text,
  is_child boolean default false not null,
  is_at_risk boolean default false not null,
  is_barred boolean default false not null,
  added_at timestamp with time zone not null
);

create table enforcement.closure_place (
  closure_id uuid not null,
  agency_id uuid not null,
  address text,
  problem text,
  owner_words text
);

create table enforcement.closure_reason (
  event_id uuid not null,
  closure_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table enforcement.closure_service (
  id uuid not null,
  closure_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  ways text[] not null,
  served_at timestamp with time zone not null,
  served_by text not null,
  power_basis text not null,
  power_reference text not null,
  officer_id uuid not null,
  recorded_at timestamp with time zone not null
);

create table enforcement.encampment (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  land_kind text not null,
  ward_code text,
  district_code text,
  case_id uuid,
  arrived_on date not null,
  caravans smallint default 0 not null,
  vehicles smallint default 0 not null,
  has_waste boolean default false not null,
  has_damage boolean default false not null,
  assessed_on date,
  police_told_on date,
  police_decision text,
  police_decided_on date,
  police_return_until date,
  police_return_why text,
  directed_on date,
  return_until date,
  return_why text,
  complained_on date,
  hearing_at timestamp with time zone,
  ordered_on date,
  notice_at timestamp with time zone,
  notice_until timestamp with time zone,
  notice_why text,
  removed_at timestamp with time zone,
  left_on date,
  tolerated_on date,
  tolerated_until date,
  cleanup_pence integer,
  ended_on date,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table enforcement.encampment_after (
  encampment_id uuid not null,
  agency_id uuid not null,
  waste_report_id uuid,
  answers jsonb default '[]'::jsonb not null,
  score smallint,
  band text,
  roles_words text,
  complaints smallint,
  complaint_words text,
  policy_words text,
  policy_updated_on date,
  written_by uuid,
  written_at timestamp with time zone not null,
  version integer default 1 not null
);

create table enforcement.encampment_document (
  id uuid not null,
  encampment_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table enforcement.encampment_event (
  id uuid not null,
  encampment_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table enforcement.encampment_measure (
  id uuid not null,
  encampment_id uuid not null,
  agency_id uuid not null,
  words text not null,
  owner_id uuid not null,
  due_on date not null,
  done_on date,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table enforcement.encampment_place (
  encampment_id uuid not null,
  agency_id uuid not null,
  land_words text,
  owner_words text,
  adults smallint,
  children smallint,
  waste_words text,
  damage_words text
);

create table enforcement.encampment_reason (
  event_id uuid not null,
  encampment_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table enforcement.encampment_service (
  id uuid not null,
  encampment_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  ways text[] not null,
  served_at timestamp with time zone not null,
  served_by text not null,
  officer_id uuid not null,
  recorded_at timestamp with time zone not null
);

create table enforcement.encampment_vehicle (
  id uuid not null,
  encampment_id uuid not null,
  agency_id uuid not null,
  mark text not null,
  words text,
  added_at timestamp with time zone not null
);

create table enforcement.encampment_welfare (
  encampment_id uuid not null,
  agency_id uuid not null,
  item text not null,
  answer text not null,
  words text not null,
  officer_id uuid,
  at timestamp with time zone not null
);

create table enforcement.penalty (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  offence text not null,
  offence_on date,
  offence_time text,
  place_words text,
  lon double precision,
  lat double precision,
  ward_code text,
  district_code text,
  land_type text,
  waste_type text,
  waste_size text,
  report_id uuid,
  case_id uuid,
  identified_by text,
  policy_considered boolean default false not null,
  law_id uuid,
  adopted_id uuid,
  amount_pence integer,
  early_pence integer,
  early_until date,
  pay_until date,
  prosecute_from date,
  deadline_why text,
  issued_on date,
  issued_by uuid,
  power_basis text,
  power_reference text,
  served_on date,
  served_how text,
  served_by text,
  paid_on date,
  paid_pence integer,
  ended_on date,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  search tsvector generated always as (to_tsvector('english'::regconfig, ((((reference || ' '::text) || replace(offence, '-'::text, ' '::text)) || ' '::text) || COALESCE(place_words, ''::text)))) stored,
  pspo_id uuid
);

create table enforcement.penalty_document (
  id uuid not null,
  penalty_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  shows_address boolean default true not null,
  format text default 'pdf'::text not null
);

create table enforcement.penalty_event (
  id uuid not null,
  penalty_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null,
  detail jsonb default '{}'::jsonb not null
);

create table enforcement.penalty_evidence (
  id uuid not null,
  penalty_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  words text not null,
  file_id uuid,
  added_by uuid,
  added_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  camera_at text,
  camera_lon double precision,
  camera_lat double precision
);

create table enforcement.penalty_law (
  id uuid not null,
  offence text not null,
  law text not null,
  jurisdiction text not null,
  default_pence integer,
  min_pence integer,
  max_pence integer not null,
  early_min_pence integer,
  early_within_days smallint,
  window_days smallint not null,
  min_window_days smallint not null,
  valid_from date,
  valid_to date,
  legal_basis text not null,
  marking text not null,
  general_knowledge text[] default '{}'::text[] not null,
  status text not null,
  source text not null,
  note text,
  closes_id uuid,
  closes_was date,
  confirmed_words text
);

create table enforcement.penalty_payment (
  id uuid not null,
  penalty_id uuid not null,
  paid_on date not null,
  pence integer not null,
  payment_reference text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null
);

create table enforcement.penalty_recipient (
  penalty_id uuid not null,
  agency_id uuid not null,
  record_id uuid,
  name text,
  address text
);

create table enforcement.protection (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  conduct_kinds text[] default '{}'::text[] not null,
  lon double precision,
  lat double precision,
  street_words text,
  ward_code text,
  district_code text,
  case_id uuid,
  report_id uuid,
  is_detrimental boolean default false not null,
  is_persistent boolean default false not null,
  is_unreasonable boolean default false not null,
  comply_days smallint not null,
  warned_on date,
  comply_by date,
  comply_why text,
  notice_on date,
  appeal_until date,
  appeal_why text,
  appealed_on date,
  appeal_decided_on date,
  breached_on date,
  breach_max_pence integer,
  breach_law_id uuid,
  penalty_id uuid,
  ended_on date,
  ending text,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  prosecuted_on date,
  tried_on date,
  verdict text
);

create table enforcement.protection_document (
  id uuid not null,
  protection_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  shows_address boolean default true not null
);

create table enforcement.protection_event (
  id uuid not null,
  protection_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table enforcement.protection_evidence (
  id uuid not null,
  protection_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  happened_on date not null,
  words text not null,
  file_id uuid,
  added_by uuid,
  added_at timestamp with time zone not null,
  camera_at text,
  camera_lon double precision,
  camera_lat double precision
);

create table enforcement.protection_reason (
  event_id uuid not null,
  protection_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table enforcement.protection_requirement (
  id uuid not null,
  protection_id uuid not null,
  agency_id uuid not null,
  stage text not null,
  kind text not null,
  words text not null,
  by_day date,
  since date,
  until date,
  added_at timestamp with time zone not null
);

create table enforcement.protection_service (
  id uuid not null,
  protection_id uuid not null,
  agency_id uuid not null,
  stage text not null,
  how text not null,
  sent_on date not null,
  served_on date not null,
  served_by text not null,
  power_basis text not null,
  power_reference text not null,
  officer_id uuid not null,
  recorded_at timestamp with time zone not null
);

create table enforcement.protection_subject (
  protection_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  record_id uuid,
  name text,
  address text,
  born_on date,
  is_sixteen boolean default false not null,
  place_words text,
  conduct text,
  others_told text
);

create table enforcement.protection_table (
  id uuid not null,
  agency_id uuid not null,
  edition integer not null,
  rows jsonb not null,
  sha256 text not null,
  published_by uuid not null,
  published_at timestamp with time zone not null
);

create table enforcement.pspo (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  kind text not null,
  title text not null,
  district_code text not null,
  area_code text,
  area_words text not null,
  outline jsonb not null,
  prohibitions text[] not null,
  requirements text[] not null,
  exemptions text[] not null,
  signs text[] not null,
  signs_up text[] default '{}'::text[] not null,
  signs_checked_on date,
  is_alcohol boolean default false not null,
  is_right_of_way boolean default false not null,
  is_classified_road boolean default false not null,
  is_only_access boolean default false not null,
  evidenced_on date,
  consult_round smallint default 0 not null,
  consult_from date,
  consult_until date,
  consented_on date,
  decided_on date,
  decided_by text,
  minute text,
  made_on date,
  starts_on date,
  ends_on date,
  ends_why text,
  challenge_until date,
  challenge_why text,
  changed_on date,
  published_on date,
  ended_on date,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table enforcement.pspo_consultee (
  pspo_id uuid not null,
  agency_id uuid not null,
  round smallint not null,
  consultee text not null,
  told_on date not null,
  is_none boolean not null,
  answered_on date,
  answer text
);

create table enforcement.pspo_document (
  id uuid not null,
  pspo_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table enforcement.pspo_event (
  id uuid not null,
  pspo_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table enforcement.pspo_officer (
  id uuid not null,
  pspo_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  from_on date not null,
  until_on date
);

create table enforcement.pspo_publication (
  pspo_id uuid not null,
  edition smallint not null,
  agency_id uuid not null,
  reference text not null,
  kind text not null,
  title text not null,
  area_code text,
  area_words text not null,
  outline jsonb not null,
  prohibitions text[] not null,
  requirements text[] not null,
  exemptions text[] not null,
  is_alcohol boolean not null,
  starts_on date not null,
  ends_on date not null,
  challenge_until date,
  published_on date not null,
  ended_on date
);

create table enforcement.pspo_reason (
  event_id uuid not null,
  pspo_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table enforcement.site_matrix (
  id uuid not null,
  agency_id uuid not null,
  version integer not null,
  items jsonb not null,
  medium_from smallint not null,
  high_from smallint not null,
  reason text not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table enforcement.vehicle_charge (
  id uuid not null,
  agency_id uuid not null,
  code text not null,
  pence integer,
  valid_from date not null,
  source text not null,
  reason text not null,
  set_by uuid,
  set_at timestamp with time zone not null
);

create table field.capture (
  officer_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  kind text not null,
  captured_at timestamp with time zone not null,
  body_sha256 text not null,
  delivered_at timestamp with time zone not null,
  record_kind text not null,
  record_id uuid not null,
  reference text not null,
  words text not null,
  href text not null
);

create table field.device_key (
  officer_id uuid not null,
  agency_id uuid not null,
  secret text not null,
  made_at timestamp with time zone not null
);

create table field.photo (
  officer_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  media_type text not null,
  sha256 text not null,
  content bytea not null,
  received_at timestamp with time zone not null
);

create table field.place_screening (
  officer_id uuid not null,
  on_day date not null,
  place_key text not null,
  agency_id uuid not null,
  screening_id uuid not null
);

create table governance.access (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  regime text not null,
  status text not null,
  name text not null,
  date_of_birth date not null,
  phone text default ''::text not null,
  email text default ''::text not null,
  reply_by text not null,
  keys jsonb not null,
  received_on date not null,
  identity_on date,
  identity_how text default ''::text not null,
  extended_on date,
  due_on date,
  due_why text default ''::text not null,
  ended_on date,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  version integer default 1 not null
);

create table governance.access_document (
  id uuid not null,
  access_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table governance.access_event (
  id uuid not null,
  access_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table governance.access_item (
  id uuid not null,
  access_id uuid not null,
  agency_id uuid not null,
  module text not null,
  kind text not null,
  record_id uuid not null,
  reference text not null,
  on_day date not null,
  by_key boolean not null,
  words text not null,
  others text[] not null,
  given text default ''::text not null,
  decision text,
  exemption text default ''::text not null,
  reason text default ''::text not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  version integer default 1 not null
);

create table governance.access_pause (
  access_id uuid not null,
  agency_id uuid not null,
  from_on date not null,
  until_on date,
  words text not null
);

create table governance.access_reason (
  event_id uuid not null,
  access_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table governance.kind (
  kind text not null,
  root text not null,
  root_id text default 'id'::text not null,
  action text not null
);

create table governance.legal_hold (
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  reference text not null,
  agency_id uuid not null,
  why text not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lifted_why text default ''::text not null,
  version integer default 1 not null
);

create table governance.part (
  kind text not null,
  "position" smallint not null,
  relation text not null,
  rows text not null,
  action text not null,
  columns text[] default '{}'::text[] not null
);

create table governance.period (
  id uuid not null,
  agency_id uuid not null,
  kind text not null,
  months integer,
  why text not null,
  set_at timestamp with time zone not null,
  set_by uuid not null
);

create table governance.run (
  id uuid not null,
  kind text not null,
  agency_id uuid,
  ran_at timestamp with time zone not null,
  months integer not null,
  done integer not null
);

create table governance.stripped (
  kind text not null,
  record_id uuid not null,
  on_day date not null
);

create table inspection.attempt (
  id uuid not null,
  reference text not null,
  purchase_id uuid not null,
  premises_id uuid not null,
  lead_agency_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  attempted_at timestamp with time zone not null,
  on_day date not null,
  result text not null,
  volunteer_code text not null,
  volunteer_age smallint not null,
  product text not null,
  voided_from text,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table inspection.attempt_detail (
  attempt_id uuid not null,
  lead_agency_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table inspection.attempt_document (
  id uuid not null,
  attempt_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table inspection.award (
  id uuid not null,
  reference text not null,
  scheme_id uuid not null,
  premises_id uuid not null,
  agency_id uuid not null,
  status text not null,
  level text,
  applied_on date not null,
  decided_on date,
  valid_until date,
  decided_by uuid,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table inspection.award_answer (
  award_id uuid not null,
  criterion text not null,
  agency_id uuid not null,
  is_met boolean not null,
  words text not null,
  officer_id uuid,
  at timestamp with time zone not null
);

create table inspection.award_document (
  id uuid not null,
  award_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table inspection.concern (
  id uuid not null,
  premises_id uuid not null,
  agency_id uuid not null,
  raised_on date not null,
  words text not null,
  shared_words text not null,
  ended_on date,
  ended_why text,
  raised_by uuid
);

create table inspection.follow_up (
  id uuid not null,
  attempt_id uuid not null,
  lead_agency_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  status text not null,
  due_on date,
  done_on date,
  penalty_id uuid,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table inspection.kept_address (
  premises_id uuid not null,
  address text not null,
  postcode text not null
);

create table inspection.licensing (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  premises_id uuid not null,
  kind text not null,
  status text not null,
  applicant text,
  grounds text[] default '{}'::text[] not null,
  case_words text,
  certificate text,
  applied_on date,
  representations_until date,
  representations_why text,
  advertised_on date,
  hearing_on date,
  hearing_by date,
  hearing_why text,
  decided_on date,
  outcomes text[] default '{}'::text[] not null,
  conditions text,
  suspended_until date,
  appeal_until date,
  appeal_why text,
  appealed_on date,
  ended_on date,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table inspection.licensing_clock (
  id uuid not null,
  agency_id uuid not null,
  code text not null,
  count smallint,
  source text not null,
  valid_from date not null,
  set_by uuid,
  set_at timestamp with time zone not null
);

create table inspection.licensing_document (
  id uuid not null,
  licensing_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table inspection.licensing_event (
  id uuid not null,
  licensing_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table inspection.licensing_evidence (
  id uuid not null,
  licensing_id uuid not null,
  agency_id uuid not null,
  "position" smallint not null,
  on_day date not null,
  words text not null
);

create table inspection.licensing_publication (
  licensing_id uuid not null,
  agency_id uuid not null,
  premises_id uuid not null,
  reference text not null,
  trading_name text not null,
  licence_number text,
  district_code text not null,
  kind text not null,
  status text not null,
  grounds text[] not null,
  advertised_on date not null,
  representations_until date,
  hearing_on date,
  decided_on date,
  outcomes text[] default '{}'::text[] not null,
  ended_on date,
  is_withheld boolean default false not null
);

create table inspection.licensing_reason (
  event_id uuid not null,
  licensing_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table inspection.licensing_representation (
  id uuid not null,
  licensing_id uuid not null,
  agency_id uuid not null,
  came_on date not null,
  party text not null,
  standing text not null,
  words text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null
);

create table inspection.member (
  id uuid not null,
  scheme_id uuid not null,
  premises_id uuid not null,
  agency_id uuid not null,
  label text not null,
  joined_on date not null,
  trained_on date,
  left_on date,
  version integer default 1 not null
);

create table inspection.persistent_decision (
  id uuid not null,
  premises_id uuid not null,
  agency_id uuid not null,
  first_on date not null,
  last_on date not null,
  choice text not null,
  hours smallint,
  power_reference text,
  words text not null,
  decided_by uuid,
  decided_at timestamp with time zone not null
);

create table inspection.premises (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  agency_ids uuid[] not null,
  kind text not null,
  trading_name text not null,
  firm_name text not null,
  firm_record_id uuid not null,
  place_record_id uuid not null,
  address text not null,
  postcode text not null,
  district_code text not null,
  licence_number text,
  risk text,
  rated_on date,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table inspection.premises_document (
  id uuid not null,
  premises_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table inspection.premises_event (
  id uuid not null,
  premises_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table inspection.premises_reason (
  event_id uuid not null,
  premises_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table inspection.premises_screen (
  premises_id uuid not null,
  agency_id uuid not null,
  screening_id uuid not null,
  screened_at timestamp with time zone not null
);

create table inspection.purchase (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  agency_ids uuid[] not null,
  name text not null,
  status text not null,
  on_day date not null,
  location text not null,
  district_code text not null,
  test_type text not null,
  product text not null,
  briefing text default ''::text not null,
  risk_assessment text default ''::text not null,
  outcome text,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table inspection.purchase_covert (
  purchase_id uuid not null,
  agency_id uuid not null,
  answer text,
  words text default ''::text not null
);

create table inspection.purchase_event (
  id uuid not null,
  purchase_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table inspection.purchase_officer (
  id uuid not null,
  purchase_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  part text not null,
  power text,
  power_reference text,
  added_by uuid,
  added_at timestamp with time zone not null
);

create table inspection.purchase_reason (
  event_id uuid not null,
  purchase_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table inspection.sale (
  id uuid not null,
  premises_id uuid not null,
  agency_id uuid not null,
  penalty_id uuid not null,
  sold_on date not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null
);

create table inspection.sample (
  id uuid not null,
  visit_id uuid not null,
  agency_id uuid not null,
  what text not null,
  result text not null,
  taken_at timestamp with time zone not null,
  version integer default 1 not null
);

create table inspection.scheme (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  agency_ids uuid[] not null,
  kind text not null,
  name text not null,
  district_code text not null,
  status text not null,
  started_on date not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  status_why text default ''::text not null
);

create table inspection.selection (
  id uuid not null,
  purchase_id uuid not null,
  premises_id uuid not null,
  lead_agency_id uuid not null,
  label text not null,
  address text not null,
  record_ids uuid[] not null,
  added_by uuid,
  added_at timestamp with time zone not null
);

create table inspection.selection_intelligence (
  selection_id uuid not null,
  lead_agency_id uuid not null,
  package_reference text not null,
  words text not null
);

create table inspection.selection_reason (
  selection_id uuid not null,
  lead_agency_id uuid not null,
  basis text not null,
  words text not null,
  source_reference text
);

create table inspection.visit (
  id uuid not null,
  reference text not null,
  premises_id uuid not null,
  agency_id uuid not null,
  agency_ids uuid[] not null,
  label text not null,
  kind text not null,
  planned_on date not null,
  visited_on date,
  result text,
  findings text[] default '{}'::text[] not null,
  words text default ''::text not null,
  revisit_on date,
  revisit_of uuid,
  officer_id uuid,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table inspection.visit_company (
  visit_id uuid not null,
  agency_id uuid not null,
  companion text not null,
  companion_is text not null
);

create table inspection.volunteer (
  id uuid not null,
  purchase_id uuid not null,
  lead_agency_id uuid not null,
  code text not null,
  age smallint not null,
  own_consent_on date not null,
  parent_consent_on date,
  added_by uuid,
  added_at timestamp with time zone not null
);

create table inspection.welfare_line (
  id uuid not null,
  volunteer_id uuid not null,
  purchase_id uuid not null,
  lead_agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid,
  words text not null
);

create table intake.fly_tip (
  report_id uuid not null,
  agency_id uuid not null,
  land_type text not null,
  waste_type text not null,
  waste_size text not null,
  is_evidence boolean default false not null,
  clearance_pence integer,
  described_by uuid,
  described_at timestamp with time zone not null,
  version integer default 1 not null
);

create table intake.fly_tip_action (
  id uuid not null,
  report_id uuid not null,
  agency_id uuid not null,
  action text not null,
  on_day date not null,
  cost_pence integer,
  outcome text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null
);

create table intake.import_file_part (
  import_id uuid not null,
  part integer not null,
  agency_id uuid not null,
  content bytea not null
);

create table intake.import_preview (
  import_id uuid not null,
  agency_id uuid not null,
  rows jsonb not null,
  unmatched jsonb default '[]'::jsonb not null
);

create table intake.import_problem (
  import_id uuid not null,
  row_number integer not null,
  field text not null,
  problem text not null,
  mend text default ''::text not null
);

create table intake.import_progress (
  import_id uuid not null,
  rows_done integer not null,
  rows_in_all integer,
  at timestamp with time zone not null
);

create table intake.import_run (
  id uuid not null,
  kind text not null,
  feed text not null,
  file_name text not null,
  file_sha256 text not null,
  mapping jsonb not null,
  status text not null,
  rows_read integer default 0 not null,
  rows_accepted integer default 0 not null,
  rows_rejected integer default 0 not null,
  rows_known integer default 0 not null,
  agency_id uuid not null,
  started_by uuid,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  source_id uuid,
  size_bytes bigint,
  columns jsonb default '[]'::jsonb not null,
  notes jsonb default '[]'::jsonb not null,
  findings jsonb default '{}'::jsonb not null,
  refused_words text,
  loaded_by uuid,
  loaded_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  undo_reason text,
  rows_withdrawn integer default 0 not null,
  rows_kept integer default 0 not null,
  version integer default 1 not null
);

create table intake.import_source (
  id uuid not null,
  agency_id uuid not null,
  code text not null,
  name text not null,
  mapping jsonb not null,
  used_at timestamp with time zone not null,
  used_by uuid
);

create table intake.import_withdrawn (
  import_id uuid not null,
  report_id uuid not null,
  reference text not null,
  external_id text not null
);

create table intake.map_tally (
  east integer not null,
  north integer not null,
  is_sensitive boolean not null,
  owner_agency_id uuid not null,
  received_by_agency_id uuid not null,
  service_id uuid,
  n integer not null,
  lon_sum numeric not null,
  lat_sum numeric not null
);

create table intake.message (
  id uuid not null,
  report_id uuid not null,
  from_reporter boolean not null,
  officer_id uuid,
  body text not null,
  sent_at timestamp with time zone not null,
  read_at timestamp with time zone
);

create table intake.report (
  id uuid not null,
  reference text not null,
  issue_type text not null,
  description text not null,
  channel text not null,
  reporter_type text,
  is_anonymous boolean default false not null,
  is_sensitive boolean default false not null,
  received_at timestamp with time zone not null,
  received_precision text default 'exact'::text not null,
  received_by_agency_id uuid not null,
  received_by_officer_id uuid,
  lon double precision,
  lat double precision,
  place_words text,
  postcode text,
  ward_code text,
  district_code text,
  small_area_code text,
  land_owner text default 'unknown'::text not null,
  service_id uuid not null,
  owner_agency_id uuid not null,
  routed_by text not null,
  route_why jsonb not null,
  routed_at timestamp with time zone not null,
  times_rerouted smallint default 0 not null,
  status text not null,
  first_target_on date not null,
  closed_at timestamp with time zone,
  outcome text,
  outcome_words text,
  duplicate_of_id uuid,
  case_id uuid,
  import_id uuid,
  feed text,
  external_id text,
  version integer default 1 not null,
  search tsvector generated always as (((to_tsvector('english'::regconfig, ((((((((reference || ' '::text) || issue_type) || ' '::text) || description) || ' '::text) || COALESCE(place_words, ''::text)) || ' '::text) || COALESCE(postcode, ''::text))) || intake.marked(to_tsvector('english'::regconfig, ((((((((reference || ' '::text) || issue_type) || ' '::text) || description) || ' '::text) || COALESCE(place_words, ''::text)) || ' '::text) || COALESCE(postcode, ''::text))),
CASE
    WHEN is_sensitive THEN ('s'::text || "right"((service_id)::text, 4))
    ELSE ('o'::text || "right"((owner_agency_id)::text, 4))
END)) ||
CASE
    WHEN (is_sensitive OR (received_by_agency_id = owner_agency_id)) THEN ''::tsvector
    ELSE intake.marked(to_tsvector('english'::regconfig, ((((((((reference || ' '::text) || issue_type) || ' '::text) || description) || ' '::text) || COALESCE(place_words, ''::text)) || ' '::text) || COALESCE(postcode, ''::text))), ('t'::text || "right"((received_by_agency_id)::text, 4)))
END)) stored,
  target_id integer default 0 not null
);

create table intake.report_event (
  id uuid not null,
  report_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null,
  detail jsonb default '{}'::jsonb not null,
  is_public boolean default false not null
);

create table intake.report_tally (
  facet text not null,
  month date not null,
  is_sensitive boolean not null,
  owner_agency_id uuid not null,
  received_by_agency_id uuid not null,
  service_id uuid,
  district_code text,
  routed_by text,
  times_rerouted smallint,
  issue_type text,
  status text,
  outcome text,
  channel text,
  minutes_to_owner integer,
  n integer not null
);

create table intake.report_word (
  word text not null
);

create table intake.reporter (
  report_id uuid not null,
  name text,
  phone text,
  email text,
  address text,
  contact_wishes text
);

create table intake.return_phrase (
  report_id uuid not null,
  phrase_hash bytea not null
);

create table intake.sent_form (
  form_hash bytea not null,
  report_id uuid not null,
  sent_at timestamp with time zone not null
);

create table intake.target (
  id integer generated always as identity not null,
  counted_from date not null,
  target_on date not null,
  moves smallint default 0 not null,
  stopped_of integer
);

create table intake.target_move (
  target_id integer not null,
  nr smallint not null,
  at timestamp with time zone not null,
  from_on date not null,
  to_on date not null
);

create table intelligence.attachment (
  id uuid not null,
  agency_id uuid not null,
  feed_file_id uuid not null,
  item_id uuid,
  "position" smallint not null,
  name text not null,
  said_type text not null,
  found_type text not null,
  bytes integer not null,
  sha256 text not null,
  state text not null,
  why text default ''::text not null,
  content bytea
);

create table intelligence.check_grant (
  id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  source text not null,
  vetting_words text not null,
  trained_on date not null,
  until_on date not null,
  given_at timestamp with time zone not null,
  given_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_why text
);

create table intelligence.closed_item (
  officer_id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  file_reference text not null,
  since date not null,
  reopened_on date,
  reopened_by uuid,
  reopen_why text
);

create table intelligence.closed_source (
  officer_id uuid not null,
  source_id uuid not null,
  agency_id uuid not null
);

create table intelligence.commission_work (
  commission_id uuid not null,
  agency_id uuid not null,
  outcome text not null,
  address text default ''::text not null,
  postcode text default ''::text not null,
  asset_kind text,
  asset_words text default ''::text not null,
  confidence text,
  conditions text[] default '{}'::text[] not null,
  checks jsonb default '[]'::jsonb not null,
  findings text not null,
  minutes integer not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  authorised_at timestamp with time zone,
  authorised_by uuid
);

create table intelligence.conversion (
  id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  paragraphs integer not null,
  items integer not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone integer
);

create table intelligence.draft (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  title text not null,
  harm text default ''::text not null,
  prevention text default ''::text not null,
  intelligence text default ''::text not null,
  enforcement text default ''::text not null,
  gaps text default ''::text not null,
  safety text default ''::text not null,
  gateway text not null,
  purpose text not null,
  deadline date not null,
  conditions text[] default '{}'::text[] not null,
  agency_ids uuid[] default '{}'::uuid[] not null,
  officer_ids uuid[] default '{}'::uuid[] not null,
  state text default 'draft'::text not null,
  drafted_at timestamp with time zone not null,
  drafted_by uuid not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  version integer default 1 not null,
  retention_group smallint,
  review_on date,
  product text default 'package'::text not null,
  recommendations text default ''::text not null,
  priority_id uuid
);

create table intelligence.draft_paragraph (
  draft_id uuid not null,
  paragraph_id uuid not null,
  agency_id uuid not null,
  "position" smallint not null
);

create table intelligence.draft_review (
  id uuid not null,
  draft_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  retention_group smallint not null,
  next_on date not null,
  words text not null,
  decision text default 'keep'::text not null
);

create table intelligence.enquiry (
  enquiry_id uuid not null,
  agency_id uuid not null,
  answer text not null,
  reason text not null,
  prosecutor text default ''::text not null,
  answered_at timestamp with time zone not null,
  answered_by uuid not null
);

create table intelligence.enquiry_document (
  id uuid not null,
  enquiry_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table intelligence.enquiry_line (
  id uuid not null,
  enquiry_id uuid not null,
  agency_id uuid not null,
  item_id uuid,
  words text not null,
  ground text not null,
  test text not null,
  given text default ''::text not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  watch_id uuid,
  is_watch boolean default false not null,
  commission_id uuid
);

create table intelligence.external_check (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  source text not null,
  subject_words text not null,
  link_id uuid,
  purpose text not null,
  reason text not null,
  by_connection boolean not null,
  state text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  outcome text,
  result_words text,
  document jsonb,
  answered_at timestamp with time zone,
  answered_by uuid,
  tries smallint default 0 not null,
  fault text,
  version integer default 1 not null
);

create table intelligence.feed_file (
  id uuid not null,
  agency_id uuid not null,
  feed text not null,
  feed_code text not null,
  file_name text not null,
  file_sha256 text not null,
  state text not null,
  columns jsonb not null,
  notes jsonb default '[]'::jsonb not null,
  mapping jsonb not null,
  given_at timestamp with time zone not null,
  given_by uuid not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  rows_loaded integer default 0 not null,
  rows_known integer default 0 not null,
  rows_rejected integer default 0 not null,
  version integer default 1 not null
);

create table intelligence.feed_key (
  agency_id uuid not null,
  feed_code text not null,
  key text not null,
  item_id uuid not null,
  feed_file_id uuid not null
);

create table intelligence.feed_row (
  feed_file_id uuid not null,
  row_number integer not null,
  agency_id uuid not null,
  cells jsonb not null,
  flaws jsonb default '{}'::jsonb not null
);

create table intelligence.grading (
  id uuid not null,
  paragraph_id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  before jsonb,
  after jsonb not null,
  why text default ''::text not null
);

create table intelligence.harm_assessment (
  id uuid not null,
  agency_id uuid not null,
  link_id uuid not null,
  subject text not null,
  number integer not null,
  sector text,
  answers jsonb not null,
  lost_pounds integer,
  why text not null,
  matrix_number integer not null,
  harm numeric not null,
  risk numeric not null,
  confidence text not null,
  items integer not null,
  victims integer not null,
  made_at timestamp with time zone not null,
  made_by uuid not null
);

create table intelligence.harm_matrix (
  id uuid not null,
  agency_id uuid not null,
  number integer not null,
  document jsonb not null,
  why text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null
);

create table intelligence.item (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  received_how text not null,
  received_at timestamp with time zone not null,
  title text not null,
  body text not null,
  how_known text default ''::text not null,
  known_when text default ''::text not null,
  fears_for_source boolean default false not null,
  fears_words text default ''::text not null,
  priority smallint not null,
  status text default 'received'::text not null,
  returned_why text default ''::text not null,
  returned_for date,
  duplicate_of uuid,
  submitted_by uuid,
  submitted_agency_id uuid,
  version integer default 1 not null,
  search tsvector generated always as (to_tsvector('english'::regconfig, ((((reference || ' '::text) || title) || ' '::text) || body))) stored,
  source_id uuid,
  wanted text default ''::text not null,
  is_sensitive boolean default false not null,
  sensitive_why text default ''::text not null,
  sensitive_readers uuid[] default '{}'::uuid[] not null,
  return_reason text default ''::text not null,
  returned_by uuid
);

create table intelligence.item_event (
  id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid,
  kind text not null,
  words text not null
);

create table intelligence.item_review (
  id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  retention_group smallint not null,
  decision text not null,
  next_on date not null,
  words text not null
);

create table intelligence.kept_chart (
  id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  name text not null,
  start_id uuid not null,
  seen jsonb not null,
  kept_at timestamp with time zone not null
);

create table intelligence.link (
  id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  role text not null,
  label text not null,
  value text not null,
  key_kind text,
  key_value text,
  state text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid
);

create table intelligence.mention (
  item_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  value text not null,
  typed text not null,
  received_at timestamp with time zone not null
);

create table intelligence.ocg (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  name text not null,
  status text not null,
  activities text not null,
  area_words text not null,
  series_words text default ''::text not null,
  lead_officer_id uuid not null,
  review_on date not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  version integer default 1 not null
);

create table intelligence.ocg_action (
  id uuid not null,
  ocg_id uuid not null,
  agency_id uuid not null,
  strand text not null,
  words text not null,
  owner_words text not null,
  due_on date not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  result text,
  ended_at timestamp with time zone,
  ended_by uuid
);

create table intelligence.ocg_assessment (
  id uuid not null,
  ocg_id uuid not null,
  agency_id uuid not null,
  number integer not null,
  answers jsonb not null,
  score integer not null,
  grounds text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null
);

create table intelligence.ocg_disruption (
  id uuid not null,
  ocg_id uuid not null,
  agency_id uuid not null,
  on_day date not null,
  strand text not null,
  grade text not null,
  words text not null,
  evidence text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null
);

create table intelligence.ocg_event (
  id uuid not null,
  ocg_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  kind text not null,
  words text not null,
  reason text default ''::text not null
);

create table intelligence.ocg_member (
  id uuid not null,
  ocg_id uuid not null,
  agency_id uuid not null,
  link_id uuid not null,
  subject text not null,
  role text not null,
  why text not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_why text
);

create table intelligence.paragraph (
  id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  "position" smallint not null,
  body text not null,
  source_evaluation text,
  assessment text,
  handling text,
  conditions text default ''::text not null,
  action_code text,
  action_usage text default ''::text not null,
  sanitisation_code text,
  provenance text default ''::text not null,
  risk_to_source boolean,
  risk_words text default ''::text not null,
  sanitised text default ''::text not null,
  legacy_grade text default ''::text not null,
  graded_at timestamp with time zone,
  graded_by uuid,
  version integer default 1 not null,
  conversion_id uuid
);

create table intelligence.priority (
  id uuid not null,
  strategy_id uuid not null,
  agency_id uuid not null,
  "position" smallint not null,
  title text not null,
  kinds text[] default '{}'::text[] not null,
  prevention text default ''::text not null,
  intelligence text default ''::text not null,
  enforcement text default ''::text not null
);

create table intelligence.priority_requirement (
  priority_id uuid not null,
  requirement_id uuid not null,
  agency_id uuid not null
);

create table intelligence.problem (
  draft_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  districts text[] default '{}'::text[] not null,
  from_month date not null,
  to_month date not null,
  metres smallint not null,
  series_id uuid not null,
  number integer not null
);

create table intelligence.requirement (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  question text not null,
  look_for text default ''::text not null,
  why text not null,
  shown_from date not null,
  shown_until date not null,
  ended_on date,
  end_why text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  version integer default 1 not null
);

create table intelligence.requirement_item (
  requirement_id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  made_at timestamp with time zone not null,
  made_by uuid not null
);

create table intelligence.requirement_plan (
  id uuid not null,
  requirement_id uuid not null,
  agency_id uuid not null,
  words text not null,
  owner_words text not null,
  due_on date not null,
  result text,
  ended_at timestamp with time zone,
  ended_by uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null
);

create table intelligence.rule (
  id uuid not null,
  agency_id uuid not null,
  name text not null,
  value integer not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  why text not null
);

create table intelligence.source (
  id uuid not null,
  agency_id uuid not null,
  pseudonym text not null,
  kind text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  referred_at timestamp with time zone,
  referred_by uuid,
  referred_words text default ''::text not null
);

create table intelligence.source_identity (
  source_id uuid not null,
  agency_id uuid not null,
  name text not null,
  contact text default ''::text not null,
  kept_at timestamp with time zone not null,
  kept_by uuid not null
);

create table intelligence.strategy (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  number integer not null,
  agreed_on date not null,
  agreed_by text not null,
  starts_on date not null,
  ends_on date not null,
  look_again_on date not null,
  words text default ''::text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null
);

create table intelligence.vetting (
  request_id uuid not null,
  agency_id uuid not null,
  answer text not null,
  conditions text[] default '{}'::text[] not null,
  reason text not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  authorised_at timestamp with time zone,
  authorised_by uuid,
  version integer default 1 not null
);

create table intelligence.watch (
  id uuid not null,
  agency_id uuid not null,
  kept_by uuid not null,
  kind text not null,
  label text not null,
  more text default ''::text not null,
  key_kind text,
  key_value text,
  other_form text default ''::text not null,
  postcode text default ''::text not null,
  query tsquery generated always as ((phraseto_tsquery('english'::regconfig, label) || phraseto_tsquery('english'::regconfig, other_form))) stored,
  why text not null,
  made_at timestamp with time zone not null,
  until_on date not null,
  ended_on date,
  end_why text default ''::text not null,
  version integer default 1 not null
);

create table intelligence.watch_hit (
  watch_id uuid not null,
  item_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  met_by text not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid
);

create table jet.course (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  title text not null,
  subjects text[] not null,
  on_day date not null,
  place text not null,
  is_open boolean not null,
  made_by uuid not null,
  made_at timestamp with time zone not null
);

create table jet.duties_sent (
  team_id uuid not null,
  week_on date not null,
  sent_at timestamp with time zone not null
);

create table jet.invitation (
  id uuid not null,
  course_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  state text not null,
  invited_at timestamp with time zone not null,
  noted_by uuid,
  version integer default 1 not null
);

create table jet.lapse_told (
  subject_id uuid not null,
  ends_on date not null,
  within smallint not null,
  told_at timestamp with time zone not null
);

create table jet.month (
  id uuid not null,
  team_id uuid not null,
  agency_id uuid not null,
  month date not null,
  enforcement_minutes integer not null,
  street_minutes integer not null,
  uncounted_minutes integer not null,
  untasked_minutes integer not null,
  officers smallint not null,
  enforcement_percent smallint not null,
  amber_points smallint not null,
  standing text not null,
  reason text,
  closed_at timestamp with time zone not null,
  closed_by uuid not null
);

create table jet.note (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  title text not null,
  question text not null,
  answer text not null,
  basis text default ''::text not null,
  status text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  agreed_on date,
  agreed_by uuid,
  version integer default 1 not null
);

create table jet.patrol (
  id uuid not null,
  reference text not null,
  plan_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  on_day date not null,
  entry_id uuid not null,
  lines text[] not null,
  words text not null,
  forms_sent smallint not null,
  made_at timestamp with time zone not null,
  form_key uuid
);

create table jet.plan (
  id uuid not null,
  reference text not null,
  team_id uuid not null,
  agency_id uuid not null,
  title text not null,
  district_code text not null,
  place text not null,
  order_reference text,
  from_on date not null,
  to_on date not null,
  priority text not null,
  lines text[] not null,
  words text default ''::text not null,
  status text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table jet.power_use (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  officer_id uuid not null,
  power text not null,
  basis text not null,
  authorisation_reference text not null,
  district_code text not null,
  used_at timestamp with time zone not null,
  words text not null,
  form_key uuid
);

create table jet.reaccreditation (
  id uuid not null,
  reference text not null,
  officer_id uuid not null,
  agency_id uuid not null,
  force_agency_id uuid not null,
  status text not null,
  vetted_on date,
  vetted_by uuid,
  trained_on date,
  trained_by uuid,
  assessed_on date,
  assessed_by uuid,
  powers text[] default '{}'::text[] not null,
  badge_number text,
  area_code text,
  issued_on date,
  expires_on date,
  issued_by uuid,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  version integer default 1 not null
);

create table jet.review (
  id uuid not null,
  reference text not null,
  team_id uuid not null,
  agency_id uuid not null,
  from_on date not null,
  to_on date not null,
  counted_minutes integer not null,
  untasked_minutes integer not null,
  penalties integer not null,
  activities jsonb not null,
  finding text not null,
  action text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null
);

create table jet.shift (
  id uuid not null,
  service_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  on_day date not null,
  starts_at text not null,
  ends_at text not null,
  made_by uuid
);

create table jet.target (
  id uuid not null,
  agency_id uuid not null,
  enforcement_percent smallint not null,
  amber_points smallint not null,
  starts_on date not null,
  why text not null,
  set_by uuid,
  set_at timestamp with time zone not null
);

create table jet.team (
  id uuid not null,
  agency_id uuid not null,
  service_id uuid not null,
  name text not null,
  area_code text not null,
  started_year smallint,
  posts smallint,
  neighbourhood_service_id uuid,
  tasking_route text default ''::text not null,
  version integer default 1 not null
);

create table jet.time_change (
  id uuid not null,
  entry_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  words text not null
);

create table jet.time_entry (
  id uuid not null,
  team_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  on_day date not null,
  activity text not null,
  counts_as text not null,
  minutes smallint not null,
  task_id uuid,
  plan_id uuid,
  words text default ''::text not null,
  form_key uuid,
  made_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  version integer default 1 not null
);

create table linkage.hidden_with (
  entry_id uuid not null,
  record_id uuid not null,
  since timestamp with time zone not null
);

create table linkage.judgement (
  id uuid not null,
  record_a uuid not null,
  record_b uuid not null,
  verdict text not null,
  probability real,
  weight real,
  evidence jsonb,
  worth real default 0 not null,
  made_by text not null,
  model_id uuid,
  officer_id uuid,
  agency_id uuid,
  made_at timestamp with time zone not null,
  why text not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_why text,
  replaced_by uuid,
  run_id uuid,
  restores uuid,
  drawn text,
  stratum real,
  stratum_size integer
);

create table linkage.list (
  id uuid not null,
  owner_agency_id uuid not null,
  name text not null,
  about text default ''::text not null,
  intervention text default ''::text not null,
  handling text not null,
  gateway text not null,
  contact text default ''::text not null,
  rows_told integer,
  fields_told text default ''::text not null,
  mapping jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  closed_at timestamp with time zone,
  entered_by_agency_id uuid,
  closed_by uuid,
  close_reason text
);

create table linkage.list_entry (
  id uuid not null,
  list_id uuid not null,
  load_id uuid not null,
  kind text not null,
  label text not null,
  fields jsonb not null,
  given jsonb not null,
  source_key text not null,
  origin_agency_id uuid not null,
  handling text not null,
  received_at timestamp with time zone not null,
  gateway text not null,
  retention_group smallint not null,
  regime text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_load uuid,
  replaces uuid,
  hides_place boolean default false not null,
  shown jsonb generated always as (
CASE
    WHEN hides_place THEN linkage.without_place(fields)
    ELSE fields
END) stored,
  reference text generated always as (
CASE
    WHEN (source_key ~~ 'ref:%'::text) THEN substr(source_key, 5)
    ELSE NULL::text
END) stored
);

create table linkage.list_load (
  id uuid not null,
  list_id uuid not null,
  agency_id uuid not null,
  handling text not null,
  file_name text not null,
  file_sha256 text not null,
  size_bytes bigint not null,
  status text not null,
  is_whole boolean default true not null,
  columns jsonb not null,
  notes jsonb default '[]'::jsonb not null,
  mapping jsonb default '{}'::jsonb not null,
  list_version integer not null,
  refused_words text,
  rows_read integer default 0 not null,
  rows_new integer default 0 not null,
  rows_changed integer default 0 not null,
  rows_same integer default 0 not null,
  rows_gone integer default 0 not null,
  rows_rejected integer default 0 not null,
  given_at timestamp with time zone not null,
  given_by uuid not null,
  loaded_at timestamp with time zone,
  loaded_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  undo_reason text,
  version integer default 1 not null
);

create table linkage.list_load_file_part (
  load_id uuid not null,
  part integer not null,
  agency_id uuid not null,
  handling text not null,
  content bytea not null
);

create table linkage.list_load_row (
  load_id uuid not null,
  row_number integer not null,
  agency_id uuid not null,
  handling text not null,
  outcome text not null,
  label text default ''::text not null,
  was jsonb,
  becomes jsonb,
  problems jsonb default '[]'::jsonb not null
);

create table linkage.match_run (
  id uuid not null,
  kind text not null,
  load_id uuid,
  model_id uuid,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  done_share real default 0 not null,
  step text default 'waiting'::text not null,
  ended_at timestamp with time zone,
  problem text
);

create table linkage.model (
  id uuid not null,
  number integer not null,
  document jsonb not null,
  trained_on jsonb not null,
  note text default ''::text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  adopted_at timestamp with time zone,
  adopted_by uuid
);

create table linkage.question (
  id uuid not null,
  record_id uuid not null,
  other_id uuid not null,
  list_id uuid,
  to_agency_id uuid not null,
  from_agency_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  words text not null,
  answer text,
  answer_words text default ''::text not null,
  answered_by uuid,
  answered_at timestamp with time zone
);

create table linkage.record_key (
  key integer not null,
  record_id uuid not null
);

create table linkage.rule (
  id uuid not null,
  name text not null,
  value real not null,
  set_at timestamp with time zone not null,
  set_by uuid,
  why text not null
);

create table linkage.sealed_address (
  entry_id uuid not null,
  address text not null,
  postcode text not null,
  sealed_at timestamp with time zone not null
);

create table linkage.second_opinion (
  id uuid not null,
  judgement_id uuid not null,
  record_a uuid not null,
  record_b uuid not null,
  first_officer_id uuid not null,
  first_verdict text not null,
  drawn_at timestamp with time zone not null,
  officer_id uuid,
  verdict text,
  given_at timestamp with time zone,
  why text
);

create table operations.operation (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  agency_ids uuid[] not null,
  name text not null,
  status text not null,
  on_day date not null,
  objectives text not null,
  roads text not null,
  district_code text not null,
  briefing text default ''::text not null,
  package_reference text,
  results text,
  lessons text,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null
);

create table operations.operation_agency (
  operation_id uuid not null,
  agency_id uuid not null,
  state text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  forms_sent smallint,
  arrests smallint,
  wants_again boolean,
  debrief text,
  debriefed_by uuid
);

create table operations.operation_event (
  id uuid not null,
  operation_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table operations.operation_officer (
  id uuid not null,
  operation_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  part text not null,
  power text,
  basis text,
  power_reference text,
  added_by uuid,
  added_at timestamp with time zone not null
);

create table operations.operation_reason (
  event_id uuid not null,
  operation_id uuid not null,
  agency_id uuid not null,
  words text not null
);

create table operations.operation_stop (
  id uuid not null,
  reference text not null,
  operation_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  stopped_at timestamp with time zone not null,
  kind text not null,
  is_licence_checked boolean not null,
  result text not null,
  offence text,
  penalty_id uuid
);

create table operations.operation_stop_detail (
  stop_id uuid not null,
  agency_id uuid not null,
  lead_agency_id uuid not null,
  place text not null,
  vehicle text,
  words text not null
);

create table operations.operation_visit (
  id uuid not null,
  operation_id uuid not null,
  agency_id uuid not null,
  lead_agency_id uuid not null,
  place text not null,
  result text not null,
  precautions text[] not null,
  screening_id uuid not null,
  screened_at timestamp with time zone not null
);

create table performance.frozen_figure (
  quarter text not null,
  edition smallint not null,
  code text not null,
  area_code text not null,
  part text not null,
  kind text not null,
  value double precision,
  numerator integer,
  denominator integer,
  record_count integer not null,
  record_hash text not null
);

create table performance.published_figure (
  quarter text not null,
  edition smallint not null,
  code text not null,
  area_code text not null,
  part text not null,
  shown text not null,
  last_year text
);

create table performance.published_quarter (
  quarter text not null,
  edition smallint not null,
  agency_id uuid not null,
  published_at timestamp with time zone not null,
  published_by uuid not null,
  published_by_name text not null,
  counted_over text not null,
  summary text not null,
  reason text
);

create table performance.published_section (
  quarter text not null,
  edition smallint not null,
  section text not null,
  "position" smallint not null,
  words text not null
);

create table platform.account (
  id uuid not null,
  username text not null,
  password_hash text,
  officer_id uuid not null,
  is_persona boolean default false not null,
  is_active boolean default true not null,
  failed_count integer default 0 not null,
  locked_until timestamp with time zone,
  created_at timestamp with time zone not null,
  must_change boolean default false not null,
  password_set_at timestamp with time zone
);

create table platform.audit_entry (
  chain smallint not null,
  seq bigint not null,
  at timestamp with time zone not null,
  event text not null,
  outcome text not null,
  actor_kind text not null,
  officer_id uuid,
  agency_id uuid,
  side text not null,
  purpose text,
  request_id text not null,
  record_kind text,
  record_id text,
  detail jsonb not null,
  hash bytea not null
);

create table platform.audit_head (
  chain smallint not null,
  seq bigint not null,
  hash bytea not null
) with (fillfactor=10);

create table platform.dead_letter (
  id bigint generated always as identity not null,
  job_id text not null,
  task text not null,
  payload jsonb not null,
  error_kind text not null,
  attempts integer not null,
  died_at timestamp with time zone not null,
  retried_at timestamp with time zone,
  retried_by uuid
);

create table platform.file (
  id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  content bytea not null,
  scan text default 'held'::text not null,
  owner_kind text not null,
  owner_id uuid not null,
  added_by uuid,
  added_at timestamp with time zone not null
);

create table platform.form_sent (
  digest bytea not null,
  answer bytea not null,
  sent_at timestamp with time zone not null
);

create table platform.outbox (
  id uuid not null,
  to_address text not null,
  subject text not null,
  body text not null,
  reason text not null,
  record_kind text,
  record_id uuid,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  transport text,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  tried_at timestamp with time zone,
  next_try_at timestamp with time zone,
  fault text,
  to_domain text generated always as (split_part(to_address, '@'::text, 2)) stored,
  is_restricted boolean default false not null
);

create table platform.password_link (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  voided_at timestamp with time zone
);

create table platform.session (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  csrf_secret text not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  client text
);

create table platform.setting (
  key text not null,
  value jsonb not null,
  changed_by uuid,
  changed_at timestamp with time zone not null
);

create table records.exact_key (
  kind text not null,
  value text not null,
  record_id uuid not null
);

create table records.hidden_address (
  record_id uuid not null,
  is_marked boolean not null,
  since timestamp with time zone not null,
  by_list boolean default false not null
);

create table records.kept_address (
  record_id uuid not null,
  fields jsonb not null,
  keys text[] not null,
  kept_at timestamp with time zone not null
);

create table records.link (
  id uuid not null,
  from_kind text not null,
  from_id uuid not null,
  role text not null,
  to_kind text not null,
  to_id uuid not null,
  source_report_id uuid,
  origin_agency_id uuid not null,
  made_by text not null,
  officer_id uuid,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  why text not null
);

create table records.received_record (
  id uuid not null,
  kind text not null,
  label text not null,
  fields jsonb not null,
  origin_agency_id uuid not null,
  feed text not null,
  report_id uuid,
  received_at timestamp with time zone not null,
  gateway text not null,
  handling text default 'ordinary'::text not null,
  retention_group smallint not null,
  regime text not null
);

create table safeguarding.contact (
  file_id uuid not null,
  agency_id uuid not null,
  method text default ''::text not null,
  times text default ''::text not null,
  no_message boolean default false not null,
  must_not_know text default ''::text not null,
  phone text default ''::text not null,
  hides_address boolean default false not null,
  address text default ''::text not null,
  postcode text default ''::text not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null
);

create table safeguarding.event (
  id uuid not null,
  file_id uuid not null,
  agency_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  words text not null,
  officer_id uuid
);

create table safeguarding.hidden_mark (
  id uuid default gen_random_uuid() not null,
  file_id uuid not null,
  agency_id uuid not null,
  is_leads boolean not null,
  marked_at timestamp with time zone not null,
  marked_by uuid not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lifted_why text
);

create table safeguarding.lead (
  id uuid not null,
  file_id uuid not null,
  keeper_agency_id uuid not null,
  agency_id uuid not null,
  state text not null,
  offered_at timestamp with time zone not null,
  offered_by uuid not null,
  why text not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer_words text default ''::text not null,
  ended_at timestamp with time zone
);

create table safeguarding.list_points (
  file_id uuid not null,
  agency_id uuid not null,
  points integer not null,
  why jsonb not null,
  on_day date not null
);

create table safeguarding.loss (
  id uuid not null,
  file_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  basis text not null,
  scam_type text not null,
  method text not null,
  how text default ''::text not null,
  pence bigint not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid
);

create table safeguarding.precaution (
  id uuid not null,
  file_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  words text not null,
  expires_on date,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid
);

create table safeguarding.referral (
  id uuid not null,
  file_id uuid not null,
  agency_id uuid not null,
  visit_id uuid,
  kind text not null,
  has_needs text not null,
  is_at_risk text not null,
  cannot_protect text not null,
  narrative text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  outcome text,
  outcome_words text default ''::text not null,
  outcome_at timestamp with time zone,
  outcome_by uuid
);

create table safeguarding.reveal (
  id uuid default gen_random_uuid() not null,
  file_id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  visit_id uuid,
  reason text not null,
  at timestamp with time zone not null
);

create table safeguarding.rule (
  id uuid not null,
  agency_id uuid not null,
  code text not null,
  points integer not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  why text not null
);

create table safeguarding.sealed_address (
  file_id uuid not null,
  agency_id uuid not null,
  address text not null,
  postcode text not null,
  sealed_at timestamp with time zone not null
);

create table safeguarding.term (
  code text not null,
  months integer not null,
  words text not null
);

create table safeguarding.victim_file (
  id uuid not null,
  reference text not null,
  record_id uuid not null,
  name text not null,
  agency_id uuid not null,
  lead_agency_id uuid not null,
  offered_agency_id uuid,
  status text default 'not-contacted'::text not null,
  age_band text default 'not-known'::text not null,
  lives_alone text default 'not-known'::text not null,
  capacity_concern text default 'not-known'::text not null,
  financial_abuse text default 'not-known'::text not null,
  scam_types text[] default '{}'::text[] not null,
  methods text[] default '{}'::text[] not null,
  first_on date,
  last_on date,
  bank_told text default 'not-known'::text not null,
  basis text default ''::text not null,
  intervention text default ''::text not null,
  risk text default 'standard'::text not null,
  priority integer default 0 not null,
  priority_why jsonb default '[]'::jsonb not null,
  priority_on date not null,
  route text default 'warden'::text not null,
  route_why text default ''::text not null,
  supported_on date,
  repeat_due_on date,
  is_revictimised boolean default false not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  joined_into uuid,
  joined_at timestamp with time zone,
  joined_by uuid,
  join_why text,
  version integer default 1 not null,
  high_from integer default 60 not null,
  medium_from integer default 30 not null
);

create table safeguarding.visit (
  id uuid not null,
  reference text not null,
  file_id uuid not null,
  agency_id uuid not null,
  person_name text not null,
  purpose text not null,
  state text not null,
  planned_on date not null,
  planned_at_time text default ''::text not null,
  assigned_to uuid not null,
  needs_two boolean default false not null,
  companion text default ''::text not null,
  precautions jsonb default '[]'::jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  done_at timestamp with time zone,
  done_by uuid,
  result text,
  done_things text[] default '{}'::text[] not null,
  words text default ''::text not null,
  version integer default 1 not null,
  screening_id uuid,
  screened_at timestamp with time zone,
  companion_is text default 'anybody'::text not null,
  needs_police boolean default false not null
);

create table tasking.agenda_item (
  id uuid not null,
  meeting_id uuid not null,
  kind text not null,
  "position" smallint not null,
  title text not null,
  why text,
  case_id uuid,
  is_personal boolean default false not null,
  nominated_by uuid,
  nominated_at timestamp with time zone not null,
  status text default 'waiting'::text not null,
  search tsvector generated always as (to_tsvector('english'::regconfig, title)) stored
);

create table tasking.calendar_link (
  officer_id uuid not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null
);

create table tasking.data_return (
  meeting_id uuid not null,
  service_id uuid not null,
  agency_id uuid not null,
  due_on date not null,
  period_from date not null,
  status text default 'open'::text not null,
  comment text,
  submitted_at timestamp with time zone,
  submitted_by uuid,
  version integer default 1 not null,
  counted_days datemultirange
);

create table tasking.decision (
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  about_task_id uuid,
  task_id uuid,
  case_id uuid,
  is_personal boolean default false not null,
  words text not null,
  decided_at timestamp with time zone not null,
  recorded_by uuid,
  search tsvector generated always as (to_tsvector('english'::regconfig, words)) stored
);

create table tasking.meeting (
  id uuid not null,
  reference text not null,
  series_id uuid not null,
  held_on date not null,
  starts_at text not null,
  place text not null,
  status text not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by uuid,
  version integer default 1 not null
);

create table tasking.meeting_present (
  meeting_id uuid not null,
  service_id uuid not null
);

create table tasking.minutes_part (
  id uuid not null,
  meeting_id uuid not null,
  part_key text not null,
  version smallint not null,
  "position" smallint not null,
  section text,
  case_id uuid,
  task_id uuid,
  is_personal boolean default false not null,
  body text not null,
  sha256 text not null,
  made_at timestamp with time zone not null,
  written_at timestamp with time zone not null,
  made_by uuid,
  reason text
);

create table tasking.return_chaser (
  meeting_id uuid not null,
  service_id uuid not null,
  days_before smallint not null,
  sent_at timestamp with time zone not null
);

create table tasking.return_figure (
  meeting_id uuid not null,
  service_id uuid not null,
  measure text not null,
  counted integer,
  counted_at timestamp with time zone not null,
  outside_value integer,
  outside_source text,
  outside_by uuid,
  outside_at timestamp with time zone
);

create table tasking.series (
  id uuid not null,
  kind text not null,
  name text not null,
  area_code text not null,
  chair_agency_id uuid not null,
  chair_officer_id uuid,
  starts_at text not null,
  place text not null,
  standing_items text[] not null,
  return_template text[] not null,
  is_active boolean default true not null,
  version integer default 1 not null,
  follows_id uuid,
  days_after smallint
);

create table tasking.series_cadence (
  series_id uuid not null,
  starts_on date not null,
  every_weeks smallint not null
);

create table tasking.series_change (
  id uuid not null,
  series_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null
);

create table tasking.series_member (
  series_id uuid not null,
  service_id uuid not null,
  agency_id uuid not null
);

create table tasking.success_flag (
  id uuid not null,
  case_id uuid,
  task_id uuid,
  words text not null,
  flagged_by uuid not null,
  agency_id uuid not null,
  flagged_at timestamp with time zone not null,
  status text default 'flagged'::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decided_words text
);

create table tasking.task (
  id uuid not null,
  reference text not null,
  series_id uuid,
  meeting_id uuid,
  case_id uuid,
  is_personal boolean default false not null,
  title text not null,
  expected text not null,
  set_by_agency_id uuid not null,
  set_by_officer_id uuid,
  service_id uuid not null,
  agency_id uuid not null,
  set_at timestamp with time zone not null,
  due_on date not null,
  first_due_on date not null,
  status text not null,
  accepted_at timestamp with time zone,
  refused_reason text,
  refused_at timestamp with time zone,
  result_words text,
  result_at timestamp with time zone,
  result_by uuid,
  times_carried smallint default 0 not null,
  version integer default 1 not null,
  search tsvector generated always as (to_tsvector('english'::regconfig, ((((((reference || ' '::text) || title) || ' '::text) || expected) || ' '::text) || COALESCE(result_words, ''::text)))) stored,
  accepted_by uuid,
  accepted_how text,
  partner_system text,
  partner_reference text,
  partner_on date
);

create table tasking.task_event (
  id uuid not null,
  task_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table traders.fee (
  id uuid not null,
  agency_id uuid not null,
  kind text not null,
  pence integer not null,
  starts_on date not null,
  source text not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table traders.trader (
  id uuid not null,
  reference text not null,
  agency_id uuid not null,
  status text not null,
  firm_name text not null,
  legal_status text not null,
  trades text[] not null,
  company_number text,
  carrier_number text,
  phone text,
  email text,
  vehicles text[] default '{}'::text[] not null,
  address text,
  postcode text,
  district_code text,
  trading_since date,
  round smallint default 1 not null,
  applied_on date not null,
  vetting_id uuid,
  asked_on date,
  conditions text[] default '{}'::text[] not null,
  member_from date,
  member_until date,
  member_why text,
  ground text,
  decided_on date,
  decided_by uuid,
  appealed_from text,
  appeal_until date,
  appeal_why text,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  suspended_from text
);

create table traders.trader_check (
  trader_id uuid not null,
  round smallint not null,
  item text not null,
  agency_id uuid not null,
  result text not null,
  words text not null,
  officer_id uuid,
  at timestamp with time zone not null
);

create table traders.trader_complaint (
  id uuid not null,
  trader_id uuid not null,
  agency_id uuid not null,
  reference text not null,
  received_on date not null,
  words text not null,
  outcome text,
  outcome_words text,
  decided_on date,
  recorded_by uuid,
  recorded_at timestamp with time zone not null
);

create table traders.trader_document (
  id uuid not null,
  trader_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  version smallint not null,
  format text not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null
);

create table traders.trader_event (
  id uuid not null,
  trader_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);

create table traders.trader_payment (
  id uuid not null,
  trader_id uuid not null,
  agency_id uuid not null,
  round smallint not null,
  kind text not null,
  pence integer not null,
  paid_on date not null,
  payment_reference text not null,
  refunded_on date
);

create table traders.trader_person (
  id uuid not null,
  trader_id uuid not null,
  agency_id uuid not null,
  name text not null,
  date_of_birth date not null,
  address text not null,
  added_at timestamp with time zone not null,
  record_id uuid
);

create table traders.trader_proof (
  id uuid not null,
  trader_id uuid not null,
  agency_id uuid not null,
  person_id uuid,
  kind text not null,
  words text not null,
  valid_until date,
  name text,
  media_type text,
  sha256 text,
  content bytea,
  added_by uuid,
  added_at timestamp with time zone not null
);

create table traders.trader_reason (
  event_id uuid not null,
  trader_id uuid not null,
  agency_id uuid not null,
  words text not null
);

-- Constraints

alter table asb.action add constraint action_pkey PRIMARY KEY (id);
alter table asb.answer_shown add constraint answer_shown_pkey PRIMARY KEY (recommendation_id);
alter table asb.asb_case add constraint asb_case_pkey PRIMARY KEY (id);
alter table asb.asb_event add constraint asb_event_pkey PRIMARY KEY (id);
alter table asb.asb_reason add constraint asb_reason_pkey PRIMARY KEY (event_id);
alter table asb.assessment add constraint assessment_pkey PRIMARY KEY (id);
alter table asb.breach add constraint breach_pkey PRIMARY KEY (id);
alter table asb.complainant add constraint complainant_pkey PRIMARY KEY (id);
alter table asb.contact add constraint contact_pkey PRIMARY KEY (id);
alter table asb.contribution add constraint contribution_pkey PRIMARY KEY (id);
alter table asb.incident add constraint incident_pkey PRIMARY KEY (id);
alter table asb.measure add constraint measure_pkey PRIMARY KEY (id);
alter table asb.nomination add constraint nomination_pkey PRIMARY KEY (id);
alter table asb.nomination_event add constraint nomination_event_pkey PRIMARY KEY (id);
alter table asb.nomination_reason add constraint nomination_reason_pkey PRIMARY KEY (event_id);
alter table asb.order_document add constraint order_document_pkey PRIMARY KEY (id);
alter table asb.order_event add constraint order_event_pkey PRIMARY KEY (id);
alter table asb.order_file add constraint order_file_pkey PRIMARY KEY (id);
alter table asb.order_reason add constraint order_reason_pkey PRIMARY KEY (event_id);
alter table asb.publication add constraint publication_pkey PRIMARY KEY (id);
alter table asb.recommendation add constraint recommendation_pkey PRIMARY KEY (id);
alter table asb.release_plan add constraint release_plan_pkey PRIMARY KEY (id);
alter table asb.review add constraint review_pkey PRIMARY KEY (id);
alter table asb.review_applicant add constraint review_applicant_pkey PRIMARY KEY (review_id);
alter table asb.review_complaint add constraint review_complaint_pkey PRIMARY KEY (id);
alter table asb.review_document add constraint review_document_pkey PRIMARY KEY (id);
alter table asb.review_event add constraint review_event_pkey PRIMARY KEY (id);
alter table asb.review_phrase add constraint review_phrase_pkey PRIMARY KEY (review_id);
alter table asb.review_reason add constraint review_reason_pkey PRIMARY KEY (event_id);
alter table asb.setting add constraint setting_pkey PRIMARY KEY (id);
alter table assurance.hit add constraint hit_pkey PRIMARY KEY (screening_id, marker_id);
alter table assurance.marker add constraint marker_pkey PRIMARY KEY (id);
alter table assurance.marker_detail add constraint marker_detail_pkey PRIMARY KEY (marker_id);
alter table assurance.marker_event add constraint marker_event_pkey PRIMARY KEY (id);
alter table assurance.rule add constraint rule_pkey PRIMARY KEY (id);
alter table assurance.screening add constraint screening_pkey PRIMARY KEY (id);
alter table court.alert add constraint alert_pkey PRIMARY KEY (id);
alter table court.alert_reach add constraint alert_reach_pkey PRIMARY KEY (id);
alter table court.alert_source add constraint alert_source_pkey PRIMARY KEY (alert_id);
alter table court.continuity add constraint continuity_pkey PRIMARY KEY (id);
alter table court.item add constraint item_pkey PRIMARY KEY (id);
alter table court.outcome add constraint outcome_pkey PRIMARY KEY (id);
alter table court.prosecution add constraint prosecution_pkey PRIMARY KEY (id);
alter table court.prosecution_document add constraint prosecution_document_pkey PRIMARY KEY (id);
alter table court.supporter add constraint supporter_pkey PRIMARY KEY (id);
alter table court.telling add constraint telling_pkey PRIMARY KEY (outcome_id, file_id);
alter table directory.agency add constraint agency_pkey PRIMARY KEY (id);
alter table directory.agreement add constraint agreement_pkey PRIMARY KEY (id);
alter table directory.area add constraint area_pkey PRIMARY KEY (code);
alter table directory.area_draft add constraint area_draft_pkey PRIMARY KEY (id);
alter table directory.area_ring add constraint area_ring_pkey PRIMARY KEY (area_code, part);
alter table directory.area_successor add constraint area_successor_pkey PRIMARY KEY (old_code, new_code);
alter table directory.authorisation add constraint authorisation_pkey PRIMARY KEY (id);
alter table directory.bank_holiday add constraint bank_holiday_pkey PRIMARY KEY (day);
alter table directory.change add constraint change_pkey PRIMARY KEY (id);
alter table directory.clearance add constraint clearance_pkey PRIMARY KEY (id);
alter table directory.gap add constraint gap_pkey PRIMARY KEY (id);
alter table directory.issue_type add constraint issue_type_pkey PRIMARY KEY (code);
alter table directory.officer add constraint officer_pkey PRIMARY KEY (id);
alter table directory.postcode add constraint postcode_pkey PRIMARY KEY (postcode);
alter table directory.role_grant add constraint role_grant_pkey PRIMARY KEY (id);
alter table directory.role_request add constraint role_request_pkey PRIMARY KEY (id);
alter table directory.routing_rule add constraint routing_rule_pkey PRIMARY KEY (id);
alter table directory.service add constraint service_pkey PRIMARY KEY (id);
alter table directory.service_area add constraint service_area_pkey PRIMARY KEY (service_id, area_code);
alter table directory.service_member add constraint service_member_pkey PRIMARY KEY (service_id, officer_id);
alter table directory.street add constraint street_pkey PRIMARY KEY (id);
alter table dissemination.acknowledgement add constraint acknowledgement_pkey PRIMARY KEY (package_id, officer_id);
alter table dissemination.answer add constraint answer_pkey PRIMARY KEY (package_id, agency_id);
alter table dissemination.commission add constraint commission_pkey PRIMARY KEY (id);
alter table dissemination.commission_answer add constraint commission_answer_pkey PRIMARY KEY (commission_id);
alter table dissemination.commission_recovery add constraint commission_recovery_pkey PRIMARY KEY (id);
alter table dissemination.enquiry add constraint enquiry_pkey PRIMARY KEY (id);
alter table dissemination.enquiry_considered add constraint enquiry_considered_pkey PRIMARY KEY (enquiry_id);
alter table dissemination.enquiry_subject add constraint enquiry_subject_pkey PRIMARY KEY (enquiry_id, "position");
alter table dissemination.enquiry_text add constraint enquiry_text_pkey PRIMARY KEY (enquiry_id, "position");
alter table dissemination.enquiry_worker add constraint enquiry_worker_pkey PRIMARY KEY (enquiry_id, officer_id);
alter table dissemination.handled add constraint handled_pkey PRIMARY KEY (package_id, officer_id);
alter table dissemination.outcome add constraint outcome_pkey PRIMARY KEY (id);
alter table dissemination.package add constraint package_pkey PRIMARY KEY (id);
alter table dissemination.package_figures add constraint package_figures_pkey PRIMARY KEY (package_id);
alter table dissemination.package_text add constraint package_text_pkey PRIMARY KEY (package_id, part, "position");
alter table dissemination.receipt add constraint receipt_pkey PRIMARY KEY (id);
alter table dissemination.usefulness add constraint usefulness_pkey PRIMARY KEY (package_id, officer_id);
alter table dissemination.vetting_answer add constraint vetting_answer_pkey PRIMARY KEY (request_id);
alter table dissemination.vetting_request add constraint vetting_request_pkey PRIMARY KEY (id);
alter table dissemination.vetting_subject add constraint vetting_subject_pkey PRIMARY KEY (request_id, "position");
alter table enforcement.abandoned add constraint abandoned_pkey PRIMARY KEY (id);
alter table enforcement.abandoned_assessment add constraint abandoned_assessment_pkey PRIMARY KEY (abandoned_id, factor);
alter table enforcement.abandoned_document add constraint abandoned_document_pkey PRIMARY KEY (id);
alter table enforcement.abandoned_enquiry add constraint abandoned_enquiry_pkey PRIMARY KEY (id);
alter table enforcement.abandoned_event add constraint abandoned_event_pkey PRIMARY KEY (id);
alter table enforcement.abandoned_photo add constraint abandoned_photo_pkey PRIMARY KEY (id);
alter table enforcement.abandoned_place add constraint abandoned_place_pkey PRIMARY KEY (abandoned_id);
alter table enforcement.abandoned_reason add constraint abandoned_reason_pkey PRIMARY KEY (event_id);
alter table enforcement.abandoned_service add constraint abandoned_service_pkey PRIMARY KEY (id);
alter table enforcement.adopted_amount add constraint adopted_amount_pkey PRIMARY KEY (id);
alter table enforcement.case_event add constraint case_event_pkey PRIMARY KEY (id);
alter table enforcement.case_file add constraint case_file_pkey PRIMARY KEY (id);
alter table enforcement.case_service add constraint case_service_pkey PRIMARY KEY (case_id, service_id);
alter table enforcement.closure add constraint closure_pkey PRIMARY KEY (id);
alter table enforcement.closure_check add constraint closure_check_pkey PRIMARY KEY (closure_id, item);
alter table enforcement.closure_document add constraint closure_document_pkey PRIMARY KEY (id);
alter table enforcement.closure_event add constraint closure_event_pkey PRIMARY KEY (id);
alter table enforcement.closure_occupant add constraint closure_occupant_pkey PRIMARY KEY (id);
alter table enforcement.closure_place add constraint closure_place_pkey PRIMARY KEY (closure_id);
alter table enforcement.closure_reason add constraint closure_reason_pkey PRIMARY KEY (event_id);
alter table enforcement.closure_service add constraint closure_service_pkey PRIMARY KEY (id);
alter table enforcement.encampment add constraint encampment_pkey PRIMARY KEY (id);
alter table enforcement.encampment_after add constraint encampment_after_pkey PRIMARY KEY (encampment_id);
alter table enforcement.encampment_document add constraint encampment_document_pkey PRIMARY KEY (id);
alter table enforcement.encampment_event add constraint encampment_event_pkey PRIMARY KEY (id);
alter table enforcement.encampment_measure add constraint encampment_measure_pkey PRIMARY KEY (id);
alter table enforcement.encampment_place add constraint encampment_place_pkey PRIMARY KEY (encampment_id);
alter table enforcement.encampment_reason add constraint encampment_reason_pkey PRIMARY KEY (event_id);
alter table enforcement.encampment_service add constraint encampment_service_pkey PRIMARY KEY (id);
alter table enforcement.encampment_vehicle add constraint encampment_vehicle_pkey PRIMARY KEY (id);
alter table enforcement.encampment_welfare add constraint encampment_welfare_pkey PRIMARY KEY (encampment_id, item);
alter table enforcement.penalty add constraint penalty_pkey PRIMARY KEY (id);
alter table enforcement.penalty_document add constraint penalty_document_pkey PRIMARY KEY (id);
alter table enforcement.penalty_event add constraint penalty_event_pkey PRIMARY KEY (id);
alter table enforcement.penalty_evidence add constraint penalty_evidence_pkey PRIMARY KEY (id);
alter table enforcement.penalty_law add constraint penalty_law_pkey PRIMARY KEY (id);
alter table enforcement.penalty_payment add constraint penalty_payment_pkey PRIMARY KEY (id);
alter table enforcement.penalty_recipient add constraint penalty_recipient_pkey PRIMARY KEY (penalty_id);
alter table enforcement.protection add constraint protection_pkey PRIMARY KEY (id);
alter table enforcement.protection_document add constraint protection_document_pkey PRIMARY KEY (id);
alter table enforcement.protection_event add constraint protection_event_pkey PRIMARY KEY (id);
alter table enforcement.protection_evidence add constraint protection_evidence_pkey PRIMARY KEY (id);
alter table enforcement.protection_reason add constraint protection_reason_pkey PRIMARY KEY (event_id);
alter table enforcement.protection_requirement add constraint protection_requirement_pkey PRIMARY KEY (id);
alter table enforcement.protection_service add constraint protection_service_pkey PRIMARY KEY (id);
alter table enforcement.protection_subject add constraint protection_subject_pkey PRIMARY KEY (protection_id);
alter table enforcement.protection_table add constraint protection_table_pkey PRIMARY KEY (id);
alter table enforcement.pspo add constraint pspo_pkey PRIMARY KEY (id);
alter table enforcement.pspo_consultee add constraint pspo_consultee_pkey PRIMARY KEY (pspo_id, round, consultee);
alter table enforcement.pspo_document add constraint pspo_document_pkey PRIMARY KEY (id);
alter table enforcement.pspo_event add constraint pspo_event_pkey PRIMARY KEY (id);
alter table enforcement.pspo_officer add constraint pspo_officer_pkey PRIMARY KEY (id);
alter table enforcement.pspo_publication add constraint pspo_publication_pkey PRIMARY KEY (pspo_id, edition);
alter table enforcement.pspo_reason add constraint pspo_reason_pkey PRIMARY KEY (event_id);
alter table enforcement.site_matrix add constraint site_matrix_pkey PRIMARY KEY (id);
alter table enforcement.vehicle_charge add constraint vehicle_charge_pkey PRIMARY KEY (id);
alter table field.capture add constraint capture_pkey PRIMARY KEY (officer_id, id);
alter table field.device_key add constraint device_key_pkey PRIMARY KEY (officer_id);
alter table field.photo add constraint photo_pkey PRIMARY KEY (officer_id, id);
alter table field.place_screening add constraint place_screening_pkey PRIMARY KEY (officer_id, on_day, place_key);
alter table governance.access add constraint access_pkey PRIMARY KEY (id);
alter table governance.access_document add constraint access_document_pkey PRIMARY KEY (id);
alter table governance.access_event add constraint access_event_pkey PRIMARY KEY (id);
alter table governance.access_item add constraint access_item_pkey PRIMARY KEY (id);
alter table governance.access_pause add constraint access_pause_pkey PRIMARY KEY (access_id, from_on);
alter table governance.access_reason add constraint access_reason_pkey PRIMARY KEY (event_id);
alter table governance.kind add constraint kind_pkey PRIMARY KEY (kind);
alter table governance.legal_hold add constraint legal_hold_pkey PRIMARY KEY (id);
alter table governance.part add constraint part_pkey PRIMARY KEY (kind, "position");
alter table governance.period add constraint period_pkey PRIMARY KEY (id);
alter table governance.run add constraint run_pkey PRIMARY KEY (id);
alter table governance.stripped add constraint stripped_pkey PRIMARY KEY (kind, record_id);
alter table inspection.attempt add constraint attempt_pkey PRIMARY KEY (id);
alter table inspection.attempt_detail add constraint attempt_detail_pkey PRIMARY KEY (attempt_id);
alter table inspection.attempt_document add constraint attempt_document_pkey PRIMARY KEY (id);
alter table inspection.award add constraint award_pkey PRIMARY KEY (id);
alter table inspection.award_answer add constraint award_answer_pkey PRIMARY KEY (award_id, criterion);
alter table inspection.award_document add constraint award_document_pkey PRIMARY KEY (id);
alter table inspection.concern add constraint concern_pkey PRIMARY KEY (id);
alter table inspection.follow_up add constraint follow_up_pkey PRIMARY KEY (id);
alter table inspection.kept_address add constraint kept_address_pkey PRIMARY KEY (premises_id);
alter table inspection.licensing add constraint licensing_pkey PRIMARY KEY (id);
alter table inspection.licensing_clock add constraint licensing_clock_pkey PRIMARY KEY (id);
alter table inspection.licensing_document add constraint licensing_document_pkey PRIMARY KEY (id);
alter table inspection.licensing_event add constraint licensing_event_pkey PRIMARY KEY (id);
alter table inspection.licensing_evidence add constraint licensing_evidence_pkey PRIMARY KEY (id);
alter table inspection.licensing_publication add constraint licensing_publication_pkey PRIMARY KEY (licensing_id);
alter table inspection.licensing_reason add constraint licensing_reason_pkey PRIMARY KEY (event_id);
alter table inspection.licensing_representation add constraint licensing_representation_pkey PRIMARY KEY (id);
alter table inspection.member add constraint member_pkey PRIMARY KEY (id);
alter table inspection.persistent_decision add constraint persistent_decision_pkey PRIMARY KEY (id);
alter table inspection.premises add constraint premises_pkey PRIMARY KEY (id);
alter table inspection.premises_document add constraint premises_document_pkey PRIMARY KEY (id);
alter table inspection.premises_event add constraint premises_event_pkey PRIMARY KEY (id);
alter table inspection.premises_reason add constraint premises_reason_pkey PRIMARY KEY (event_id);
alter table inspection.premises_screen add constraint premises_screen_pkey PRIMARY KEY (premises_id);
alter table inspection.purchase add constraint purchase_pkey PRIMARY KEY (id);
alter table inspection.purchase_covert add constraint purchase_covert_pkey PRIMARY KEY (purchase_id);
alter table inspection.purchase_event add constraint purchase_event_pkey PRIMARY KEY (id);
alter table inspection.purchase_officer add constraint purchase_officer_pkey PRIMARY KEY (id);
alter table inspection.purchase_reason add constraint purchase_reason_pkey PRIMARY KEY (event_id);
alter table inspection.sale add constraint sale_pkey PRIMARY KEY (id);
alter table inspection.sample add constraint sample_pkey PRIMARY KEY (id);
alter table inspection.scheme add constraint scheme_pkey PRIMARY KEY (id);
alter table inspection.selection add constraint selection_pkey PRIMARY KEY (id);
alter table inspection.selection_intelligence add constraint selection_intelligence_pkey PRIMARY KEY (selection_id);
alter table inspection.selection_reason add constraint selection_reason_pkey PRIMARY KEY (selection_id);
alter table inspection.visit add constraint visit_pkey PRIMARY KEY (id);
alter table inspection.visit_company add constraint visit_company_pkey PRIMARY KEY (visit_id);
alter table inspection.volunteer add constraint volunteer_pkey PRIMARY KEY (id);
alter table inspection.welfare_line add constraint welfare_line_pkey PRIMARY KEY (id);
alter table intake.fly_tip add constraint fly_tip_pkey PRIMARY KEY (report_id, agency_id);
alter table intake.fly_tip_action add constraint fly_tip_action_pkey PRIMARY KEY (id);
alter table intake.import_file_part add constraint import_file_part_pkey PRIMARY KEY (import_id, part);
alter table intake.import_preview add constraint import_preview_pkey PRIMARY KEY (import_id);
alter table intake.import_problem add constraint import_problem_pkey PRIMARY KEY (import_id, row_number, field);
alter table intake.import_progress add constraint import_progress_pkey PRIMARY KEY (import_id);
alter table intake.import_run add constraint import_run_pkey PRIMARY KEY (id);
alter table intake.import_source add constraint import_source_pkey PRIMARY KEY (id);
alter table intake.import_withdrawn add constraint import_withdrawn_pkey PRIMARY KEY (import_id, report_id);
alter table intake.message add constraint message_pkey PRIMARY KEY (id);
alter table intake.report add constraint report_pkey PRIMARY KEY (id);
alter table intake.report_event add constraint report_event_pkey PRIMARY KEY (id);
alter table intake.report_word add constraint report_word_pkey PRIMARY KEY (word);
alter table intake.reporter add constraint reporter_pkey PRIMARY KEY (report_id);
alter table intake.return_phrase add constraint return_phrase_pkey PRIMARY KEY (report_id);
alter table intake.sent_form add constraint sent_form_pkey PRIMARY KEY (form_hash);
alter table intake.target add constraint target_pkey PRIMARY KEY (id);
alter table intake.target_move add constraint target_move_pkey PRIMARY KEY (target_id, nr);
alter table intelligence.attachment add constraint attachment_pkey PRIMARY KEY (id);
alter table intelligence.check_grant add constraint check_grant_pkey PRIMARY KEY (id);
alter table intelligence.closed_item add constraint closed_item_pkey PRIMARY KEY (officer_id, item_id);
alter table intelligence.closed_source add constraint closed_source_pkey PRIMARY KEY (officer_id, source_id);
alter table intelligence.commission_work add constraint commission_work_pkey PRIMARY KEY (commission_id);
alter table intelligence.conversion add constraint conversion_pkey PRIMARY KEY (id);
alter table intelligence.draft add constraint draft_pkey PRIMARY KEY (id);
alter table intelligence.draft_paragraph add constraint draft_paragraph_pkey PRIMARY KEY (draft_id, paragraph_id);
alter table intelligence.draft_review add constraint draft_review_pkey PRIMARY KEY (id);
alter table intelligence.enquiry add constraint enquiry_pkey PRIMARY KEY (enquiry_id);
alter table intelligence.enquiry_document add constraint enquiry_document_pkey PRIMARY KEY (id);
alter table intelligence.enquiry_line add constraint enquiry_line_pkey PRIMARY KEY (id);
alter table intelligence.external_check add constraint external_check_pkey PRIMARY KEY (id);
alter table intelligence.feed_file add constraint feed_file_pkey PRIMARY KEY (id);
alter table intelligence.feed_key add constraint feed_key_pkey PRIMARY KEY (agency_id, feed_code, key);
alter table intelligence.feed_row add constraint feed_row_pkey PRIMARY KEY (feed_file_id, row_number);
alter table intelligence.grading add constraint grading_pkey PRIMARY KEY (id);
alter table intelligence.harm_assessment add constraint harm_assessment_pkey PRIMARY KEY (id);
alter table intelligence.harm_matrix add constraint harm_matrix_pkey PRIMARY KEY (id);
alter table intelligence.item add constraint item_pkey PRIMARY KEY (id);
alter table intelligence.item_event add constraint item_event_pkey PRIMARY KEY (id);
alter table intelligence.item_review add constraint item_review_pkey PRIMARY KEY (id);
alter table intelligence.kept_chart add constraint kept_chart_pkey PRIMARY KEY (id);
alter table intelligence.link add constraint link_pkey PRIMARY KEY (id);
alter table intelligence.mention add constraint mention_pkey PRIMARY KEY (item_id, kind, value);
alter table intelligence.ocg add constraint ocg_pkey PRIMARY KEY (id);
alter table intelligence.ocg_action add constraint ocg_action_pkey PRIMARY KEY (id);
alter table intelligence.ocg_assessment add constraint ocg_assessment_pkey PRIMARY KEY (id);
alter table intelligence.ocg_disruption add constraint ocg_disruption_pkey PRIMARY KEY (id);
alter table intelligence.ocg_event add constraint ocg_event_pkey PRIMARY KEY (id);
alter table intelligence.ocg_member add constraint ocg_member_pkey PRIMARY KEY (id);
alter table intelligence.paragraph add constraint paragraph_pkey PRIMARY KEY (id);
alter table intelligence.priority add constraint priority_pkey PRIMARY KEY (id);
alter table intelligence.priority_requirement add constraint priority_requirement_pkey PRIMARY KEY (priority_id, requirement_id);
alter table intelligence.problem add constraint problem_pkey PRIMARY KEY (draft_id);
alter table intelligence.requirement add constraint requirement_pkey PRIMARY KEY (id);
alter table intelligence.requirement_item add constraint requirement_item_pkey PRIMARY KEY (requirement_id, item_id);
alter table intelligence.requirement_plan add constraint requirement_plan_pkey PRIMARY KEY (id);
alter table intelligence.rule add constraint rule_pkey PRIMARY KEY (id);
alter table intelligence.source add constraint source_pkey PRIMARY KEY (id);
alter table intelligence.source_identity add constraint source_identity_pkey PRIMARY KEY (source_id);
alter table intelligence.strategy add constraint strategy_pkey PRIMARY KEY (id);
alter table intelligence.vetting add constraint vetting_pkey PRIMARY KEY (request_id);
alter table intelligence.watch add constraint watch_pkey PRIMARY KEY (id);
alter table intelligence.watch_hit add constraint watch_hit_pkey PRIMARY KEY (watch_id, item_id);
alter table jet.course add constraint course_pkey PRIMARY KEY (id);
alter table jet.duties_sent add constraint duties_sent_pkey PRIMARY KEY (team_id, week_on);
alter table jet.invitation add constraint invitation_pkey PRIMARY KEY (id);
alter table jet.lapse_told add constraint lapse_told_pkey PRIMARY KEY (subject_id, ends_on, within);
alter table jet.month add constraint month_pkey PRIMARY KEY (id);
alter table jet.note add constraint note_pkey PRIMARY KEY (id);
alter table jet.patrol add constraint patrol_pkey PRIMARY KEY (id);
alter table jet.plan add constraint plan_pkey PRIMARY KEY (id);
alter table jet.power_use add constraint power_use_pkey PRIMARY KEY (id);
alter table jet.reaccreditation add constraint reaccreditation_pkey PRIMARY KEY (id);
alter table jet.review add constraint review_pkey PRIMARY KEY (id);
alter table jet.shift add constraint shift_pkey PRIMARY KEY (id);
alter table jet.target add constraint target_pkey PRIMARY KEY (id);
alter table jet.team add constraint team_pkey PRIMARY KEY (id);
alter table jet.time_change add constraint time_change_pkey PRIMARY KEY (id);
alter table jet.time_entry add constraint time_entry_pkey PRIMARY KEY (id);
alter table linkage.hidden_with add constraint hidden_with_pkey PRIMARY KEY (entry_id, record_id);
alter table linkage.judgement add constraint judgement_pkey PRIMARY KEY (id);
alter table linkage.list add constraint list_pkey PRIMARY KEY (id);
alter table linkage.list_entry add constraint list_entry_pkey PRIMARY KEY (id);
alter table linkage.list_load add constraint list_load_pkey PRIMARY KEY (id);
alter table linkage.list_load_file_part add constraint list_load_file_part_pkey PRIMARY KEY (load_id, part);
alter table linkage.list_load_row add constraint list_load_row_pkey PRIMARY KEY (load_id, outcome, row_number);
alter table linkage.match_run add constraint match_run_pkey PRIMARY KEY (id);
alter table linkage.model add constraint model_pkey PRIMARY KEY (id);
alter table linkage.question add constraint question_pkey PRIMARY KEY (id);
alter table linkage.record_key add constraint record_key_pkey PRIMARY KEY (key, record_id);
alter table linkage.rule add constraint rule_pkey PRIMARY KEY (id);
alter table linkage.sealed_address add constraint sealed_address_pkey PRIMARY KEY (entry_id);
alter table linkage.second_opinion add constraint second_opinion_pkey PRIMARY KEY (id);
alter table operations.operation add constraint operation_pkey PRIMARY KEY (id);
alter table operations.operation_agency add constraint operation_agency_pkey PRIMARY KEY (operation_id, agency_id);
alter table operations.operation_event add constraint operation_event_pkey PRIMARY KEY (id);
alter table operations.operation_officer add constraint operation_officer_pkey PRIMARY KEY (id);
alter table operations.operation_reason add constraint operation_reason_pkey PRIMARY KEY (event_id);
alter table operations.operation_stop add constraint operation_stop_pkey PRIMARY KEY (id);
alter table operations.operation_stop_detail add constraint operation_stop_detail_pkey PRIMARY KEY (stop_id);
alter table operations.operation_visit add constraint operation_visit_pkey PRIMARY KEY (id);
alter table performance.frozen_figure add constraint frozen_figure_pkey PRIMARY KEY (quarter, edition, code, area_code, part);
alter table performance.published_figure add constraint published_figure_pkey PRIMARY KEY (quarter, edition, code, area_code, part);
alter table performance.published_quarter add constraint published_quarter_pkey PRIMARY KEY (quarter, edition);
alter table performance.published_section add constraint published_section_pkey PRIMARY KEY (quarter, edition, section, "position");
alter table platform.account add constraint account_pkey PRIMARY KEY (id);
alter table platform.audit_entry add constraint audit_entry_pkey PRIMARY KEY (chain, seq);
alter table platform.audit_head add constraint audit_head_pkey PRIMARY KEY (chain);
alter table platform.dead_letter add constraint dead_letter_pkey PRIMARY KEY (id);
alter table platform.file add constraint file_pkey PRIMARY KEY (id);
alter table platform.form_sent add constraint form_sent_pkey PRIMARY KEY (digest);
alter table platform.outbox add constraint outbox_pkey PRIMARY KEY (id);
alter table platform.password_link add constraint password_link_pkey PRIMARY KEY (id);
alter table platform.session add constraint session_pkey PRIMARY KEY (id);
alter table platform.setting add constraint setting_pkey PRIMARY KEY (key);
alter table records.exact_key add constraint exact_key_pkey PRIMARY KEY (kind, value, record_id);
alter table records.hidden_address add constraint hidden_address_pkey PRIMARY KEY (record_id);
alter table records.kept_address add constraint kept_address_pkey PRIMARY KEY (record_id);
alter table records.link add constraint link_pkey PRIMARY KEY (id);
alter table records.received_record add constraint received_record_pkey PRIMARY KEY (id);
alter table safeguarding.contact add constraint contact_pkey PRIMARY KEY (file_id);
alter table safeguarding.event add constraint event_pkey PRIMARY KEY (id);
alter table safeguarding.hidden_mark add constraint hidden_mark_pkey PRIMARY KEY (id);
alter table safeguarding.lead add constraint lead_pkey PRIMARY KEY (id);
alter table safeguarding.list_points add constraint list_points_pkey PRIMARY KEY (file_id, agency_id);
alter table safeguarding.loss add constraint loss_pkey PRIMARY KEY (id);
alter table safeguarding.precaution add constraint precaution_pkey PRIMARY KEY (id);
alter table safeguarding.referral add constraint referral_pkey PRIMARY KEY (id);
alter table safeguarding.reveal add constraint reveal_pkey PRIMARY KEY (id);
alter table safeguarding.rule add constraint rule_pkey PRIMARY KEY (id);
alter table safeguarding.sealed_address add constraint sealed_address_pkey PRIMARY KEY (file_id);
alter table safeguarding.term add constraint term_pkey PRIMARY KEY (code);
alter table safeguarding.victim_file add constraint victim_file_pkey PRIMARY KEY (id);
alter table safeguarding.visit add constraint visit_pkey PRIMARY KEY (id);
alter table tasking.agenda_item add constraint agenda_item_pkey PRIMARY KEY (id);
alter table tasking.calendar_link add constraint calendar_link_pkey PRIMARY KEY (officer_id);
alter table tasking.data_return add constraint data_return_pkey PRIMARY KEY (meeting_id, service_id);
alter table tasking.decision add constraint decision_pkey PRIMARY KEY (id);
alter table tasking.meeting add constraint meeting_pkey PRIMARY KEY (id);
alter table tasking.meeting_present add constraint meeting_present_pkey PRIMARY KEY (meeting_id, service_id);
alter table tasking.minutes_part add constraint minutes_part_pkey PRIMARY KEY (id);
alter table tasking.return_chaser add constraint return_chaser_pkey PRIMARY KEY (meeting_id, service_id, days_before);
alter table tasking.return_figure add constraint return_figure_pkey PRIMARY KEY (meeting_id, service_id, measure);
alter table tasking.series add constraint series_pkey PRIMARY KEY (id);
alter table tasking.series_cadence add constraint series_cadence_pkey PRIMARY KEY (series_id, starts_on);
alter table tasking.series_change add constraint series_change_pkey PRIMARY KEY (id);
alter table tasking.series_member add constraint series_member_pkey PRIMARY KEY (series_id, service_id);
alter table tasking.success_flag add constraint success_flag_pkey PRIMARY KEY (id);
alter table tasking.task add constraint task_pkey PRIMARY KEY (id);
alter table tasking.task_event add constraint task_event_pkey PRIMARY KEY (id);
alter table traders.fee add constraint fee_pkey PRIMARY KEY (id);
alter table traders.trader add constraint trader_pkey PRIMARY KEY (id);
alter table traders.trader_check add constraint trader_check_pkey PRIMARY KEY (trader_id, round, item);
alter table traders.trader_complaint add constraint trader_complaint_pkey PRIMARY KEY (id);
alter table traders.trader_document add constraint trader_document_pkey PRIMARY KEY (id);
alter table traders.trader_event add constraint trader_event_pkey PRIMARY KEY (id);
alter table traders.trader_payment add constraint trader_payment_pkey PRIMARY KEY (id);
alter table traders.trader_person add constraint trader_person_pkey PRIMARY KEY (id);
alter table traders.trader_proof add constraint trader_proof_pkey PRIMARY KEY (id);
alter table traders.trader_reason add constraint trader_reason_pkey PRIMARY KEY (event_id);
alter table asb.asb_case add constraint asb_case_reference_key UNIQUE (reference);
alter table asb.assessment add constraint assessment_number_key UNIQUE (asb_id, number);
alter table asb.complainant add constraint complainant_position_key UNIQUE (asb_id, "position");
alter table asb.nomination add constraint nomination_reference_key UNIQUE (reference);
alter table asb.order_document add constraint order_document_version_key UNIQUE (order_id, kind, version, format);
alter table asb.order_file add constraint order_reference_key UNIQUE (reference);
alter table asb.publication add constraint publication_key UNIQUE (agency_id, year, edition);
alter table asb.recommendation add constraint recommendation_reference_key UNIQUE (reference);
alter table asb.release_plan add constraint release_plan_breach_key UNIQUE (breach_id);
alter table asb.release_plan add constraint release_plan_reference_key UNIQUE (reference);
alter table asb.review add constraint review_reference_key UNIQUE (reference);
alter table asb.review_complaint add constraint review_complaint_position_key UNIQUE (review_id, "position");
alter table asb.review_document add constraint review_document_key UNIQUE (review_id, kind, version, format);
alter table asb.setting add constraint setting_version_key UNIQUE (agency_id, version);
alter table assurance.marker add constraint marker_reference_key UNIQUE (reference);
alter table court.alert add constraint alert_reference_key UNIQUE (reference);
alter table court.continuity add constraint continuity_position_key UNIQUE (item_id, "position");
alter table court.item add constraint item_number_key UNIQUE (prosecution_id, number);
alter table court.outcome add constraint outcome_prosecution_key UNIQUE (prosecution_id);
alter table court.outcome add constraint outcome_reference_key UNIQUE (reference);
alter table court.prosecution add constraint prosecution_case_key UNIQUE (case_id, service_id);
alter table court.prosecution add constraint prosecution_reference_key UNIQUE (reference);
alter table court.prosecution_document add constraint prosecution_document_version_key UNIQUE (prosecution_id, kind, version, format);
alter table directory.agency add constraint agency_code_key UNIQUE (code);
alter table directory.service add constraint service_code_key UNIQUE (code);
alter table dissemination.commission add constraint commission_reference_key UNIQUE (reference);
alter table dissemination.enquiry add constraint enquiry_reference_key UNIQUE (reference);
alter table dissemination.package add constraint package_reference_key UNIQUE (reference);
alter table dissemination.receipt add constraint receipt_reference_key UNIQUE (reference);
alter table dissemination.vetting_request add constraint vetting_request_reference_key UNIQUE (reference);
alter table enforcement.abandoned add constraint abandoned_of_agency_key UNIQUE (id, agency_id);
alter table enforcement.abandoned add constraint abandoned_reference_key UNIQUE (reference);
alter table enforcement.abandoned_document add constraint abandoned_document_version_key UNIQUE (abandoned_id, kind, version, format);
alter table enforcement.case_file add constraint case_file_reference_key UNIQUE (reference);
alter table enforcement.closure add constraint closure_reference_key UNIQUE (reference);
alter table enforcement.closure_document add constraint closure_document_version_key UNIQUE (closure_id, kind, version, format);
alter table enforcement.encampment add constraint encampment_of_agency_key UNIQUE (id, agency_id);
alter table enforcement.encampment add constraint encampment_reference_key UNIQUE (reference);
alter table enforcement.encampment_document add constraint encampment_document_version_key UNIQUE (encampment_id, kind, version, format);
alter table enforcement.encampment_vehicle add constraint encampment_vehicle_mark_key UNIQUE (encampment_id, mark);
alter table enforcement.penalty add constraint penalty_reference_key UNIQUE (reference);
alter table enforcement.penalty_document add constraint penalty_document_version_key UNIQUE (penalty_id, kind, version, format);
alter table enforcement.protection add constraint protection_reference_key UNIQUE (reference);
alter table enforcement.protection_document add constraint protection_document_version_key UNIQUE (protection_id, kind, version, format);
alter table enforcement.protection_service add constraint protection_service_once UNIQUE (protection_id, stage);
alter table enforcement.protection_table add constraint protection_table_edition_key UNIQUE (agency_id, edition);
alter table enforcement.pspo add constraint pspo_of_agency_key UNIQUE (id, agency_id);
alter table enforcement.pspo add constraint pspo_reference_key UNIQUE (reference);
alter table enforcement.pspo_document add constraint pspo_document_version_key UNIQUE (pspo_id, kind, version, format);
alter table enforcement.site_matrix add constraint site_matrix_version_key UNIQUE (agency_id, version);
alter table governance.access add constraint access_reference_key UNIQUE (reference);
alter table governance.access_document add constraint access_document_version_key UNIQUE (access_id, kind, version, format);
alter table governance.access_item add constraint access_item_key UNIQUE (access_id, kind, record_id);
alter table inspection.attempt add constraint attempt_reference_key UNIQUE (reference);
alter table inspection.attempt_document add constraint attempt_document_version_key UNIQUE (attempt_id, kind, version, format);
alter table inspection.award add constraint award_reference_key UNIQUE (reference);
alter table inspection.award_document add constraint award_document_version_key UNIQUE (award_id, kind, version, format);
alter table inspection.follow_up add constraint follow_up_key UNIQUE (attempt_id, kind);
alter table inspection.licensing add constraint licensing_of_agency_key UNIQUE (id, agency_id);
alter table inspection.licensing add constraint licensing_reference_key UNIQUE (reference);
alter table inspection.licensing_document add constraint licensing_document_version_key UNIQUE (licensing_id, kind, version, format);
alter table inspection.persistent_decision add constraint persistent_decision_key UNIQUE (premises_id, last_on);
alter table inspection.premises add constraint premises_place_key UNIQUE (agency_id, place_record_id, trading_name);
alter table inspection.premises add constraint premises_reference_key UNIQUE (reference);
alter table inspection.premises_document add constraint premises_document_version_key UNIQUE (premises_id, kind, version, format);
alter table inspection.purchase add constraint purchase_reference_key UNIQUE (reference);
alter table inspection.purchase_officer add constraint purchase_officer_key UNIQUE (purchase_id, officer_id, part);
alter table inspection.sale add constraint sale_key UNIQUE (premises_id, penalty_id);
alter table inspection.scheme add constraint scheme_reference_key UNIQUE (reference);
alter table inspection.selection add constraint selection_key UNIQUE (purchase_id, premises_id);
alter table inspection.visit add constraint inspection_visit_reference_key UNIQUE (reference);
alter table inspection.volunteer add constraint volunteer_key UNIQUE (purchase_id, code);
alter table intake.import_source add constraint import_source_code_key UNIQUE (agency_id, code);
alter table intake.report add constraint report_external_key UNIQUE (feed, external_id);
alter table intake.report add constraint report_reference_key UNIQUE (reference);
alter table intelligence.attachment add constraint attachment_position_key UNIQUE (feed_file_id, "position");
alter table intelligence.draft add constraint draft_reference_key UNIQUE (reference);
alter table intelligence.enquiry_document add constraint enquiry_document_version_key UNIQUE (enquiry_id, kind, version, format);
alter table intelligence.external_check add constraint external_check_reference_key UNIQUE (reference);
alter table intelligence.harm_assessment add constraint harm_assessment_once UNIQUE (agency_id, subject, number);
alter table intelligence.harm_matrix add constraint harm_matrix_once UNIQUE (agency_id, number);
alter table intelligence.item add constraint item_reference_key UNIQUE (reference);
alter table intelligence.kept_chart add constraint kept_chart_officer_name_key UNIQUE (officer_id, name);
alter table intelligence.ocg add constraint ocg_of_unit UNIQUE (id, agency_id);
alter table intelligence.ocg add constraint ocg_reference_key UNIQUE (reference);
alter table intelligence.ocg_assessment add constraint ocg_assessment_once UNIQUE (ocg_id, number);
alter table intelligence.paragraph add constraint paragraph_position_key UNIQUE (item_id, "position");
alter table intelligence.priority add constraint priority_of_unit UNIQUE (id, agency_id);
alter table intelligence.priority add constraint priority_once UNIQUE (strategy_id, "position");
alter table intelligence.requirement add constraint requirement_of_unit UNIQUE (id, agency_id);
alter table intelligence.requirement add constraint requirement_reference_key UNIQUE (reference);
alter table intelligence.source add constraint source_pseudonym_key UNIQUE (agency_id, pseudonym);
alter table intelligence.strategy add constraint strategy_of_unit UNIQUE (id, agency_id);
alter table intelligence.strategy add constraint strategy_once UNIQUE (agency_id, number);
alter table intelligence.strategy add constraint strategy_reference_key UNIQUE (reference);
alter table jet.course add constraint course_reference_key UNIQUE (reference);
alter table jet.invitation add constraint invitation_key UNIQUE (course_id, officer_id);
alter table jet.month add constraint month_key UNIQUE (team_id, month);
alter table jet.note add constraint note_reference_key UNIQUE (reference);
alter table jet.patrol add constraint patrol_form_key UNIQUE (officer_id, form_key);
alter table jet.patrol add constraint patrol_reference_key UNIQUE (reference);
alter table jet.plan add constraint plan_reference_key UNIQUE (reference);
alter table jet.power_use add constraint power_use_form_key UNIQUE (officer_id, form_key);
alter table jet.power_use add constraint power_use_reference_key UNIQUE (reference);
alter table jet.reaccreditation add constraint reaccreditation_reference_key UNIQUE (reference);
alter table jet.review add constraint review_reference_key UNIQUE (reference);
alter table jet.shift add constraint shift_key UNIQUE (officer_id, on_day, starts_at);
alter table jet.target add constraint target_key UNIQUE (agency_id, starts_on);
alter table jet.team add constraint team_service_key UNIQUE (service_id);
alter table jet.time_entry add constraint time_entry_form_key UNIQUE (officer_id, form_key);
alter table linkage.model add constraint model_number_key UNIQUE (number);
alter table linkage.second_opinion add constraint second_opinion_judgement_key UNIQUE (judgement_id);
alter table operations.operation add constraint operation_reference_key UNIQUE (reference);
alter table operations.operation_officer add constraint operation_officer_key UNIQUE (operation_id, officer_id, part);
alter table operations.operation_stop add constraint operation_stop_reference_key UNIQUE (reference);
alter table platform.account add constraint account_username_key UNIQUE (username);
alter table platform.password_link add constraint password_link_token_key UNIQUE (token_hash);
alter table platform.session add constraint session_token_key UNIQUE (token_hash);
alter table safeguarding.victim_file add constraint victim_file_reference_key UNIQUE (reference);
alter table safeguarding.visit add constraint visit_reference_key UNIQUE (reference);
alter table tasking.calendar_link add constraint calendar_link_token_key UNIQUE (token_hash);
alter table tasking.meeting add constraint meeting_reference_key UNIQUE (reference);
alter table tasking.meeting add constraint meeting_series_day UNIQUE (series_id, held_on);
alter table tasking.minutes_part add constraint minutes_part_version_key UNIQUE (meeting_id, part_key, version);
alter table tasking.task add constraint task_reference_key UNIQUE (reference);
alter table traders.fee add constraint fee_key UNIQUE (agency_id, kind, starts_on);
alter table traders.trader add constraint trader_reference_key UNIQUE (reference);
alter table traders.trader_complaint add constraint trader_complaint_reference_key UNIQUE (reference);
alter table traders.trader_document add constraint trader_document_version_key UNIQUE (trader_id, kind, version, format);
alter table traders.trader_payment add constraint trader_payment_key UNIQUE (trader_id, round, kind);
alter table asb.action add constraint action_of CHECK ((num_nonnulls(nomination_id, plan_id) > 0));
alter table asb.action add constraint action_part CHECK (((part IS NULL) = (plan_id IS NULL)));
alter table asb.asb_case add constraint asb_case_assessed CHECK (((first_level IS NULL) = (level IS NULL)));
alter table asb.asb_case add constraint asb_case_category CHECK ((category = ANY (ARRAY['personal'::text, 'nuisance'::text, 'environmental'::text])));
alter table asb.asb_case add constraint asb_case_channel CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'web'::text, 'in-person'::text, 'partner'::text])));
alter table asb.asb_case add constraint asb_case_closed CHECK ((((status = 'closed'::text) = (closed_on IS NOT NULL)) AND ((status <> 'closed'::text) OR (outcome IS NOT NULL))));
alter table asb.asb_case add constraint asb_case_status CHECK ((status = ANY (ARRAY['open'::text, 'monitoring'::text, 'closed'::text])));
alter table asb.assessment add constraint assessment_level CHECK ((level = ANY (ARRAY['standard'::text, 'medium'::text, 'high'::text])));
alter table asb.assessment add constraint assessment_override CHECK (((overrides = '{}'::text[]) OR ((level = 'high'::text) AND (override_words <> ''::text))));
alter table asb.breach add constraint breach_custody CHECK ((((result = 'custody'::text) = (custody_from IS NOT NULL)) AND ((release_on IS NULL) OR (release_on > custody_from))));
alter table asb.contribution add constraint contribution_audience CHECK ((audience = ANY (ARRAY['group'::text, 'named'::text])));
alter table asb.contribution add constraint contribution_basis CHECK ((basis = ANY (ARRAY['consent'::text, 'without-consent'::text])));
alter table asb.contribution add constraint contribution_confidential CHECK (((kind <> ALL (ARRAY['health'::text, 'social-care'::text])) OR (audience = 'named'::text)));
alter table asb.contribution add constraint contribution_named CHECK (((audience = 'named'::text) = (audience_ids <> '{}'::uuid[])));
alter table asb.contribution add constraint contribution_why CHECK (((basis = 'consent'::text) OR (why <> ''::text)));
alter table asb.nomination add constraint nomination_closed CHECK ((((status = 'closed'::text) = (closed_on IS NOT NULL)) AND ((status <> 'closed'::text) OR ((level_close IS NOT NULL) AND (outcome IS NOT NULL)))));
alter table asb.nomination add constraint nomination_read CHECK ((agency_ids @> ARRAY[agency_id, chair_agency_id]));
alter table asb.nomination add constraint nomination_status CHECK ((status = ANY (ARRAY['nominated'::text, 'accepted'::text, 'not-taken'::text, 'closed'::text])));
alter table asb.order_document add constraint order_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table asb.order_document add constraint order_document_kind CHECK ((kind = ANY (ARRAY['contract'::text, 'application'::text, 'order'::text, 'review-letter'::text, 'breach-letter'::text, 'end-letter'::text])));
alter table asb.order_file add constraint order_age CHECK (((age >= 0) AND (age <= 120)));
alter table asb.order_file add constraint order_dates CHECK (((ends_on IS NULL) OR (ends_on >= made_on)));
alter table asb.order_file add constraint order_kind CHECK ((kind = ANY (ARRAY['abc'::text, 'cbo'::text])));
alter table asb.order_file add constraint order_made CHECK (((status <> ALL (ARRAY['signed'::text, 'completed'::text, 'in-force'::text, 'expired'::text])) OR (made_on IS NOT NULL)));
alter table asb.order_file add constraint order_status CHECK ((status = ANY (ARRAY['offered'::text, 'signed'::text, 'completed'::text, 'sought'::text, 'in-force'::text, 'expired'::text, 'refused'::text, 'ended'::text])));
alter table asb.recommendation add constraint recommendation_answered CHECK (((response IS NULL) = (responded_on IS NULL)));
alter table asb.recommendation add constraint recommendation_response CHECK ((response = ANY (ARRAY['accepted'::text, 'partly'::text, 'not-accepted'::text])));
alter table asb.review add constraint review_applicant_kind CHECK ((applicant_kind = ANY (ARRAY['complainant'::text, 'other'::text])));
alter table asb.review add constraint review_channel CHECK ((channel = ANY (ARRAY['web'::text, 'api'::text, 'officer'::text])));
alter table asb.review add constraint review_closed CHECK (((status = 'closed'::text) = (closed_on IS NOT NULL)));
alter table asb.review add constraint review_decision CHECK ((decision = ANY (ARRAY['met'::text, 'not-met'::text])));
alter table asb.review add constraint review_status CHECK ((status = ANY (ARRAY['received'::text, 'acknowledged'::text, 'info-requested'::text, 'threshold-met'::text, 'threshold-not-met'::text, 'panel-convened'::text, 'reviewed'::text, 'recommended'::text, 'responded'::text, 'closed'::text])));
alter table asb.review_complaint add constraint review_complaint_days CHECK ((complained_on >= happened_on));
alter table asb.review_document add constraint review_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table asb.review_document add constraint review_document_kind CHECK ((kind = ANY (ARRAY['threshold'::text, 'outcome'::text])));
alter table assurance.hit add constraint hit_answer CHECK ((answer = ANY (ARRAY['same'::text, 'not'::text])));
alter table assurance.hit add constraint hit_sureness CHECK ((sureness = ANY (ARRAY['sure'::text, 'likely'::text, 'possible'::text])));
alter table assurance.marker add constraint marker_about CHECK ((about = ANY (ARRAY['person'::text, 'address'::text])));
alter table assurance.marker add constraint marker_is_about_somebody CHECK (((about <> 'person'::text) OR (name <> ''::text)));
alter table assurance.marker add constraint marker_is_about_somewhere CHECK (((about <> 'address'::text) OR (address <> ''::text)));
alter table assurance.marker add constraint marker_review_after_start CHECK ((review_on > from_on));
alter table assurance.marker_detail add constraint marker_detail_not_told_why CHECK (((told <> 'not-told'::text) OR (told_why <> ''::text)));
alter table assurance.marker_detail add constraint marker_detail_told CHECK ((told = ANY (ARRAY['told'::text, 'to-tell'::text, 'not-told'::text])));
alter table assurance.marker_detail add constraint marker_detail_told_when CHECK (((told = 'told'::text) = (told_on IS NOT NULL)));
alter table assurance.marker_event add constraint marker_event_kind CHECK ((kind = ANY (ARRAY['set'::text, 'reviewed'::text, 'told'::text, 'ended'::text, 'reminded'::text])));
alter table assurance.rule add constraint rule_value CHECK (((value >= 1) AND (value <= 3650)));
alter table assurance.screening add constraint screening_result CHECK ((result = ANY (ARRAY['nothing'::text, 'precaution'::text, 'two-officers'::text, 'do-not-attend'::text])));
alter table court.alert add constraint alert_approved CHECK (((status <> 'published'::text) OR ((approved_by IS NOT NULL) AND (published_on IS NOT NULL))));
alter table court.alert add constraint alert_four_eyes CHECK (((approved_by IS NULL) OR (approved_by <> made_by)));
alter table court.alert add constraint alert_status CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])));
alter table court.alert_reach add constraint alert_reach_channel CHECK ((channel = ANY (ARRAY['post'::text, 'e-mail'::text, 'social'::text, 'press'::text])));
alter table court.alert_reach add constraint alert_reach_opened CHECK (((opened >= 0) AND (opened <= sent)));
alter table court.alert_reach add constraint alert_reach_reached CHECK ((reached >= 0));
alter table court.alert_reach add constraint alert_reach_sent CHECK ((sent >= 0));
alter table court.alert_source add constraint alert_source_one CHECK ((num_nonnulls(package_id, prosecution_id) = 1));
alter table court.item add constraint item_content_hash CHECK (((content IS NULL) OR (sha256 = encode(sha256(content), 'hex'::text))));
alter table court.item add constraint item_file_hashed CHECK (((content IS NULL) OR (sha256 IS NOT NULL)));
alter table court.item add constraint item_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table court.outcome add constraint outcome_compensation CHECK ((compensation_pence >= 0));
alter table court.outcome add constraint outcome_confiscation CHECK ((confiscation_pence >= 0));
alter table court.outcome add constraint outcome_convicted CHECK (((result = 'convicted'::text) = (convictions > 0)));
alter table court.outcome add constraint outcome_convictions CHECK ((convictions >= 0));
alter table court.outcome add constraint outcome_defendants CHECK ((defendants > 0));
alter table court.outcome add constraint outcome_fine CHECK ((fine_pence >= 0));
alter table court.outcome add constraint outcome_result CHECK ((result = ANY (ARRAY['convicted'::text, 'acquitted'::text, 'discontinued'::text])));
alter table court.prosecution_document add constraint prosecution_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table court.prosecution_document add constraint prosecution_document_kind CHECK ((kind = ANY (ARRAY['index'::text, 'exhibits'::text, 'unused'::text, 'statement'::text])));
alter table court.telling add constraint telling_told CHECK ((((told_at IS NULL) = (channel IS NULL)) AND ((told_at IS NULL) = (told_by IS NULL))));
alter table directory.agreement add constraint agreement_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)));
alter table directory.agreement add constraint agreement_two_agencies CHECK ((from_agency_id <> to_agency_id));
alter table directory.area add constraint area_dates CHECK (((ends_on IS NULL) OR (ends_on > starts_on)));
alter table directory.authorisation add constraint authorisation_basis CHECK ((basis = ANY (ARRAY['council-officer'::text, 'csas'::text, 'constable'::text])));
alter table directory.clearance add constraint clearance_kind CHECK ((kind = ANY (ARRAY['vetting'::text, 'training'::text])));
alter table directory.role_grant add constraint role_grant_side CHECK ((side = ANY (ARRAY['OPS'::text, 'INTEL'::text, 'SAFEGUARD'::text, 'GOV'::text, 'TECH'::text])));
alter table directory.role_request add constraint role_request_side CHECK ((side = ANY (ARRAY['OPS'::text, 'INTEL'::text, 'SAFEGUARD'::text, 'GOV'::text, 'TECH'::text])));
alter table directory.role_request add constraint role_request_status CHECK ((status = ANY (ARRAY['asked'::text, 'agreed'::text, 'given'::text, 'refused'::text, 'withdrawn'::text])));
alter table directory.role_request add constraint role_request_two_people CHECK (((decided_by IS NULL) OR (status = 'withdrawn'::text) OR ((decided_by <> asked_by) AND (decided_by <> officer_id))));
alter table directory.routing_rule add constraint routing_rule_applies CHECK ((applies = ANY (ARRAY['always'::text, 'in-hours'::text, 'out-of-hours'::text])));
alter table dissemination.answer add constraint answer_answer CHECK ((answer = ANY (ARRAY['accepted'::text, 'rejected'::text])));
alter table dissemination.answer add constraint answer_reason CHECK (((answer <> 'rejected'::text) OR (reason <> ''::text)));
alter table dissemination.commission add constraint commission_award CHECK ((award = ANY (ARRAY['awarded'::text, 'not-awarded'::text])));
alter table dissemination.commission add constraint commission_debt CHECK (((kind = 'debtor'::text) = (owed_pence IS NOT NULL)));
alter table dissemination.commission add constraint commission_decision CHECK (((kind = ANY (ARRAY['grant'::text, 'loan'::text])) = (decides_on IS NOT NULL)));
alter table dissemination.commission add constraint commission_follows CHECK ((follows_id <> id));
alter table dissemination.commission add constraint commission_kind CHECK ((kind = ANY (ARRAY['person'::text, 'debtor'::text, 'grant'::text, 'loan'::text])));
alter table dissemination.commission add constraint commission_owed CHECK ((owed_pence > 0));
alter table dissemination.commission add constraint commission_paid CHECK (((paid_on IS NULL) OR (price_pence IS NOT NULL)));
alter table dissemination.commission add constraint commission_price CHECK ((price_pence >= 0));
alter table dissemination.commission add constraint commission_purpose CHECK ((purpose <> ''::text));
alter table dissemination.commission add constraint commission_refused CHECK (((status = 'refused'::text) = (refused_for IS NOT NULL)));
alter table dissemination.commission add constraint commission_status CHECK ((status = ANY (ARRAY['asked'::text, 'answered'::text, 'refused'::text, 'withdrawn'::text, 'closed'::text])));
alter table dissemination.commission add constraint commission_subject CHECK ((subject_kind = ANY (ARRAY['person'::text, 'organisation'::text])));
alter table dissemination.commission_answer add constraint commission_answer_confidence CHECK ((confidence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])));
alter table dissemination.commission_answer add constraint commission_answer_nothing CHECK (((outcome <> 'not-traced'::text) OR ((address = ''::text) AND (asset_words = ''::text) AND (asset_kind IS NULL))));
alter table dissemination.commission_answer add constraint commission_answer_outcome CHECK ((outcome = ANY (ARRAY['traced'::text, 'not-traced'::text, 'proceed'::text, 'conditions'::text, 'decline'::text])));
alter table dissemination.commission_answer add constraint commission_answer_traced CHECK (((outcome = 'traced'::text) = (confidence IS NOT NULL)));
alter table dissemination.commission_recovery add constraint commission_recovery_pence CHECK ((pence > 0));
alter table dissemination.enquiry add constraint enquiry_purpose CHECK ((purpose = ANY (ARRAY['disclosure'::text, 'subject-access'::text])));
alter table dissemination.enquiry add constraint enquiry_service CHECK (((side = 'OPS'::text) = (service_id IS NOT NULL)));
alter table dissemination.enquiry add constraint enquiry_side CHECK ((side = ANY (ARRAY['OPS'::text, 'GOV'::text])));
alter table dissemination.outcome add constraint outcome_result CHECK ((result = ANY (ARRAY['result'::text, 'used'::text, 'not-used'::text, 'wrong'::text])));
alter table dissemination.package add constraint package_product CHECK ((product = ANY (ARRAY['package'::text, 'problem-profile'::text])));
alter table dissemination.package_text add constraint package_text_part CHECK ((part = ANY (ARRAY['title'::text, 'harm'::text, 'text'::text, 'prevention'::text, 'intelligence'::text, 'enforcement'::text, 'gaps'::text, 'recommendations'::text, 'safety'::text])));
alter table dissemination.receipt add constraint receipt_feedback CHECK ((feedback = ANY (ARRAY['received'::text, 'used'::text, 'not-used'::text])));
alter table dissemination.usefulness add constraint usefulness_score CHECK (((score >= 1) AND (score <= 5)));
alter table dissemination.vetting_answer add constraint vetting_answer_answer CHECK ((answer = ANY (ARRAY['proceed'::text, 'conditions'::text, 'decline'::text])));
alter table dissemination.vetting_answer add constraint vetting_answer_conditions CHECK (((answer = 'conditions'::text) = (cardinality(conditions) > 0)));
alter table dissemination.vetting_request add constraint vetting_request_purpose CHECK ((purpose = 'trader-scheme'::text));
alter table enforcement.abandoned add constraint abandoned_disposal CHECK ((disposal = ANY (ARRAY['dismantled'::text, 'sold'::text, 'other'::text])));
alter table enforcement.abandoned add constraint abandoned_disposed_after_storage CHECK (((status <> 'disposed'::text) OR ((removed_at IS NOT NULL) AND (stored_until IS NOT NULL) AND (ended_on IS NOT NULL) AND (ended_on > stored_until))));
alter table enforcement.abandoned add constraint abandoned_land_kind CHECK ((land_kind = ANY (ARRAY['highway'::text, 'public'::text, 'private'::text])));
alter table enforcement.abandoned add constraint abandoned_no_notice_before_judged CHECK (((notice_at IS NULL) OR (judged_on IS NOT NULL)));
alter table enforcement.abandoned add constraint abandoned_no_removal_against_objection CHECK (((removed_at IS NULL) OR (objected_on IS NULL)));
alter table enforcement.abandoned add constraint abandoned_no_removal_before_notice CHECK (((removed_at IS NULL) OR ((notice_until IS NOT NULL) AND (removed_at >= notice_until))));
alter table enforcement.abandoned add constraint abandoned_notice_of_its_land CHECK (((notice_period IS NULL) OR ((notice_period = '15-days'::text) = (land_kind = 'private'::text))));
alter table enforcement.abandoned add constraint abandoned_notice_period CHECK ((notice_period = ANY (ARRAY['24-hours'::text, '7-days'::text, '15-days'::text])));
alter table enforcement.abandoned add constraint abandoned_status CHECK ((status = ANY (ARRAY['reported'::text, 'judged'::text, 'noticed'::text, 'objected'::text, 'stored'::text, 'claimed'::text, 'disposed'::text, 'returned'::text, 'not-abandoned'::text, 'gone'::text, 'police'::text, 'void'::text])));
alter table enforcement.abandoned add constraint abandoned_storage CHECK (((storage_days >= 1) AND (storage_days <= 366)));
alter table enforcement.abandoned_assessment add constraint abandoned_assessment_answer CHECK ((answer = ANY (ARRAY['for'::text, 'against'::text, 'unknown'::text])));
alter table enforcement.abandoned_document add constraint abandoned_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table enforcement.abandoned_document add constraint abandoned_document_kind CHECK ((kind = ANY (ARRAY['vehicle-notice'::text, 'occupier-notice'::text])));
alter table enforcement.abandoned_enquiry add constraint abandoned_enquiry_answer CHECK ((answer = ANY (ARRAY['keeper'::text, 'no-keeper'::text, 'cannot-ask'::text, 'stolen'::text, 'not-stolen'::text])));
alter table enforcement.abandoned_enquiry add constraint abandoned_enquiry_asked_of CHECK ((asked_of = ANY (ARRAY['dvla'::text, 'police'::text, 'other'::text])));
alter table enforcement.abandoned_enquiry add constraint abandoned_enquiry_keeper_named CHECK (((answer <> 'keeper'::text) OR (keeper_name IS NOT NULL)));
alter table enforcement.abandoned_service add constraint abandoned_service_kind CHECK ((kind = ANY (ARRAY['vehicle-notice'::text, 'occupier-notice'::text])));
alter table enforcement.adopted_amount add constraint adopted_amount_early CHECK (((early_pence IS NULL) = (early_days IS NULL)));
alter table enforcement.case_file add constraint case_file_status CHECK ((status = ANY (ARRAY['open'::text, 'at-meeting'::text, 'enforcing'::text, 'closed'::text])));
alter table enforcement.closure add constraint closure_appeal_after_decision CHECK (((appealed_on IS NULL) OR (appeal_until IS NOT NULL)));
alter table enforcement.closure add constraint closure_appeal_decided_after CHECK (((appeal_decided_on IS NULL) OR (appeal_decided_on >= appealed_on)));
alter table enforcement.closure add constraint closure_extension_of_an_order CHECK (((extended_on IS NULL) OR (ordered_on IS NOT NULL)));
alter table enforcement.closure add constraint closure_no_application_without_notice CHECK (((applied_at IS NULL) OR ((notice_at IS NOT NULL) AND (applied_at <= hearing_by))));
alter table enforcement.closure add constraint closure_no_notice_without_consultation CHECK (((notice_at IS NULL) OR (consulted_on IS NOT NULL)));
alter table enforcement.closure add constraint closure_no_order_without_application CHECK (((ordered_on IS NULL) OR ((applied_at IS NOT NULL) AND (order_until >= ordered_on))));
alter table enforcement.closure add constraint closure_notice_hours CHECK (((notice_hours >= 1) AND (notice_hours <= 48)));
alter table enforcement.closure add constraint closure_premises_kind CHECK ((premises_kind = ANY (ARRAY['dwelling'::text, 'licensed'::text, 'commercial'::text, 'land'::text])));
alter table enforcement.closure add constraint closure_status CHECK ((status = ANY (ARRAY['prepared'::text, 'consulted'::text, 'notice-served'::text, 'applied'::text, 'adjourned'::text, 'ordered'::text, 'extended'::text, 'refused'::text, 'cancelled'::text, 'lapsed'::text, 'ended'::text, 'void'::text])));
alter table enforcement.closure_check add constraint closure_check_answer CHECK ((answer = ANY (ARRAY['found'::text, 'none'::text])));
alter table enforcement.closure_document add constraint closure_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table enforcement.closure_document add constraint closure_document_kind CHECK ((kind = ANY (ARRAY['notice'::text, 'notice-extension'::text, 'cancellation'::text])));
alter table enforcement.closure_occupant add constraint closure_occupant_home_open CHECK ((NOT (is_barred AND (relation = ANY (ARRAY['lives'::text, 'owner'::text])))));
alter table enforcement.closure_occupant add constraint closure_occupant_relation CHECK ((relation = ANY (ARRAY['lives'::text, 'owner'::text, 'controls'::text, 'visits'::text])));
alter table enforcement.closure_service add constraint closure_service_kind CHECK ((kind = ANY (ARRAY['notice'::text, 'notice-extension'::text, 'cancellation'::text])));
alter table enforcement.encampment add constraint encampment_cleanup CHECK ((cleanup_pence >= 0));
alter table enforcement.encampment add constraint encampment_counts CHECK ((((caravans >= 0) AND (caravans <= 999)) AND ((vehicles >= 0) AND (vehicles <= 999))));
alter table enforcement.encampment add constraint encampment_land_kind CHECK ((land_kind = ANY (ARRAY['highway'::text, 'unoccupied'::text, 'occupied'::text])));
alter table enforcement.encampment add constraint encampment_no_direction_without_assessment CHECK (((directed_on IS NULL) OR (assessed_on IS NOT NULL)));
alter table enforcement.encampment add constraint encampment_no_order_without_complaint CHECK (((ordered_on IS NULL) OR (complained_on IS NOT NULL)));
alter table enforcement.encampment add constraint encampment_no_removal_before_notice CHECK (((removed_at IS NULL) OR ((ordered_on IS NOT NULL) AND (removed_at >= notice_until))));
alter table enforcement.encampment add constraint encampment_police_decision CHECK ((police_decision = ANY (ARRAY['direct-61'::text, 'direct-62a'::text, 'none'::text])));
alter table enforcement.encampment add constraint encampment_status CHECK ((status = ANY (ARRAY['reported'::text, 'assessed'::text, 'tolerated'::text, 'directed'::text, 'complained'::text, 'ordered'::text, 'removed'::text, 'left'::text, 'ended'::text, 'void'::text])));
alter table enforcement.encampment_after add constraint encampment_after_band CHECK ((band = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])));
alter table enforcement.encampment_after add constraint encampment_after_complaints CHECK ((complaints >= 0));
alter table enforcement.encampment_after add constraint encampment_after_scored CHECK (((score IS NULL) = (band IS NULL)));
alter table enforcement.encampment_document add constraint encampment_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table enforcement.encampment_document add constraint encampment_document_kind CHECK ((kind = ANY (ARRAY['direction'::text, 'removal-notice'::text])));
alter table enforcement.encampment_service add constraint encampment_service_kind CHECK ((kind = ANY (ARRAY['direction'::text, 'removal-notice'::text])));
alter table enforcement.encampment_welfare add constraint encampment_welfare_answer CHECK ((answer = ANY (ARRAY['found'::text, 'none'::text])));
alter table enforcement.penalty add constraint penalty_issued_whole CHECK (((issued_on IS NULL) OR ((law_id IS NOT NULL) AND (adopted_id IS NOT NULL) AND (amount_pence IS NOT NULL) AND (pay_until IS NOT NULL) AND (offence_on IS NOT NULL))));
alter table enforcement.penalty add constraint penalty_status CHECK ((status = ANY (ARRAY['draft'::text, 'issued'::text, 'representations'::text, 'overdue'::text, 'reminded'::text, 'paid-early'::text, 'paid-full'::text, 'cancelled'::text, 'void'::text, 'referred'::text, 'convicted'::text, 'acquitted'::text, 'withdrawn'::text, 'time-barred'::text])));
alter table enforcement.penalty_document add constraint penalty_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table enforcement.penalty_document add constraint penalty_document_kind CHECK ((kind = ANY (ARRAY['notice'::text, 'reminder'::text, 'prosecution-file'::text])));
alter table enforcement.penalty_evidence add constraint penalty_evidence_camera CHECK ((camera_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'::text));
alter table enforcement.penalty_evidence add constraint penalty_evidence_kind CHECK ((kind = ANY (ARRAY['photo'::text, 'statement'::text, 'cctv'::text, 'document'::text, 'admission'::text, 'signature'::text])));
alter table enforcement.penalty_law add constraint penalty_law_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));
alter table enforcement.penalty_law add constraint penalty_law_known_start CHECK (((status <> 'active'::text) OR (valid_from IS NOT NULL)));
alter table enforcement.penalty_law add constraint penalty_law_marking CHECK ((marking = ANY (ARRAY['verified'::text, 'general-knowledge'::text])));
alter table enforcement.penalty_law add constraint penalty_law_status CHECK ((status = ANY (ARRAY['active'::text, 'awaiting-confirmation'::text, 'off'::text])));
alter table enforcement.penalty_payment add constraint penalty_payment_positive CHECK ((pence > 0));
alter table enforcement.protection add constraint protection_appeal_of_a_notice CHECK (((appealed_on IS NULL) OR (notice_on IS NOT NULL)));
alter table enforcement.protection add constraint protection_breach_of_a_notice CHECK (((breached_on IS NULL) OR ((notice_on IS NOT NULL) AND (breached_on >= notice_on))));
alter table enforcement.protection add constraint protection_comply_days CHECK (((comply_days >= 1) AND (comply_days <= 365)));
alter table enforcement.protection add constraint protection_no_notice_without_warning CHECK (((notice_on IS NULL) OR ((warned_on IS NOT NULL) AND (comply_by < notice_on))));
alter table enforcement.protection add constraint protection_prosecution_of_a_breach CHECK (((prosecuted_on IS NULL) OR ((breached_on IS NOT NULL) AND (prosecuted_on >= breached_on))));
alter table enforcement.protection add constraint protection_status CHECK ((status = ANY (ARRAY['drafted'::text, 'warned'::text, 'complied'::text, 'not-complied'::text, 'notice-served'::text, 'appealed'::text, 'varied'::text, 'breached'::text, 'prosecuted'::text, 'convicted'::text, 'acquitted'::text, 'discharged'::text, 'void'::text])));
alter table enforcement.protection add constraint protection_verdict CHECK ((verdict = ANY (ARRAY['convicted'::text, 'acquitted'::text])));
alter table enforcement.protection_document add constraint protection_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table enforcement.protection_document add constraint protection_document_kind CHECK ((kind = ANY (ARRAY['warning'::text, 'notice'::text])));
alter table enforcement.protection_evidence add constraint protection_evidence_camera CHECK ((camera_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'::text));
alter table enforcement.protection_evidence add constraint protection_evidence_kind CHECK ((kind = ANY (ARRAY['photo'::text, 'statement'::text, 'cctv'::text, 'document'::text, 'admission'::text])));
alter table enforcement.protection_requirement add constraint protection_requirement_kind CHECK ((kind = ANY (ARRAY['stop'::text, 'do'::text, 'steps'::text])));
alter table enforcement.protection_requirement add constraint protection_requirement_stage CHECK ((stage = ANY (ARRAY['warning'::text, 'notice'::text])));
alter table enforcement.protection_service add constraint protection_service_stage CHECK ((stage = ANY (ARRAY['warning'::text, 'notice'::text])));
alter table enforcement.protection_subject add constraint protection_subject_kind CHECK ((kind = ANY (ARRAY['person'::text, 'body'::text])));
alter table enforcement.pspo add constraint pspo_consulted CHECK ((consult_until >= consult_from));
alter table enforcement.pspo add constraint pspo_days CHECK ((ends_on >= starts_on));
alter table enforcement.pspo add constraint pspo_kind CHECK ((kind = ANY (ARRAY['order'::text, 'expedited'::text, 'dppo'::text, 'gating'::text, 'dog-control'::text])));
alter table enforcement.pspo add constraint pspo_made CHECK (((status = ANY (ARRAY['made'::text, 'published'::text, 'discharged'::text])) <= ((made_on IS NOT NULL) AND (starts_on IS NOT NULL) AND (ends_on IS NOT NULL))));
alter table enforcement.pspo add constraint pspo_says_something CHECK (((cardinality(prohibitions) + cardinality(requirements)) > 0));
alter table enforcement.pspo add constraint pspo_status CHECK ((status = ANY (ARRAY['proposed'::text, 'evidenced'::text, 'consulting'::text, 'consented'::text, 'decided'::text, 'made'::text, 'published'::text, 'discharged'::text, 'withdrawn'::text])));
alter table enforcement.pspo_consultee add constraint pspo_consultee_answer CHECK ((answer = ANY (ARRAY['for'::text, 'against'::text, 'changes'::text, 'nothing'::text])));
alter table enforcement.pspo_consultee add constraint pspo_consultee_answered CHECK ((((answered_on IS NULL) = (answer IS NULL)) AND (answered_on >= told_on)));
alter table enforcement.pspo_document add constraint pspo_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table enforcement.pspo_document add constraint pspo_document_kind CHECK ((kind = 'order'::text));
alter table enforcement.pspo_officer add constraint pspo_officer_days CHECK ((until_on >= from_on));
alter table enforcement.site_matrix add constraint site_matrix_bands CHECK (((0 < medium_from) AND (medium_from < high_from)));
alter table enforcement.vehicle_charge add constraint vehicle_charge_code CHECK ((code = ANY (ARRAY['removal'::text, 'storage-day'::text])));
alter table enforcement.vehicle_charge add constraint vehicle_charge_pence CHECK (((pence >= 1) AND (pence <= 10000000)));
alter table field.capture add constraint capture_kind CHECK ((kind = ANY (ARRAY['notice'::text, 'time'::text, 'patrol'::text, 'stop'::text, 'task-note'::text, 'task-result'::text])));
alter table field.photo add constraint photo_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table governance.access add constraint access_ended CHECK (((status = ANY (ARRAY['answered'::text, 'refused'::text])) = (ended_on IS NOT NULL)));
alter table governance.access add constraint access_identified CHECK ((((status = 'received'::text) = (identity_on IS NULL)) OR (status = 'refused'::text)));
alter table governance.access add constraint access_regime CHECK ((regime = ANY (ARRAY['PART3'::text, 'UKGDPR'::text])));
alter table governance.access add constraint access_status CHECK ((status = ANY (ARRAY['received'::text, 'open'::text, 'waiting'::text, 'gathered'::text, 'answered'::text, 'refused'::text])));
alter table governance.access_document add constraint access_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table governance.access_document add constraint access_document_kind CHECK ((kind = ANY (ARRAY['letter'::text, 'bundle'::text, 'schedule'::text])));
alter table governance.access_item add constraint access_item_decided CHECK (((decision IS NULL) = (decided_by IS NULL)));
alter table governance.access_item add constraint access_item_decision CHECK ((decision = ANY (ARRAY['give'::text, 'withhold'::text])));
alter table governance.access_item add constraint access_item_exempt CHECK (((decision <> 'withhold'::text) OR ((exemption <> ''::text) AND (reason <> ''::text))));
alter table governance.access_item add constraint access_item_given CHECK (((decision <> 'give'::text) OR (given <> ''::text)));
alter table governance.kind add constraint kind_action CHECK ((action = ANY (ARRAY['delete'::text, 'empty'::text])));
alter table governance.legal_hold add constraint legal_hold_kind CHECK ((kind = ANY (ARRAY['report'::text, 'case'::text, 'received-record'::text, 'list-row'::text, 'marker'::text, 'victim-file'::text, 'penalty'::text, 'protection'::text, 'closure'::text, 'encampment'::text, 'abandoned'::text, 'pspo'::text, 'prosecution'::text, 'asb-case'::text, 'nomination'::text, 'case-review'::text, 'trader'::text, 'operation'::text, 'purchase'::text, 'premises'::text])));
alter table governance.part add constraint part_action CHECK ((action = ANY (ARRAY['delete'::text, 'empty'::text])));
alter table governance.part add constraint part_columns CHECK (((action = 'empty'::text) = (cardinality(columns) > 0)));
alter table governance.period add constraint period_months CHECK (((months >= 1) AND (months <= 1200)));
alter table inspection.attempt add constraint attempt_result CHECK ((result = ANY (ARRAY['pass_refused'::text, 'pass_challenged_refused'::text, 'fail_sold'::text, 'fail_sold_after_challenge'::text, 'void'::text])));
alter table inspection.attempt_document add constraint attempt_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table inspection.attempt_document add constraint attempt_document_kind CHECK ((kind = 'letter'::text));
alter table inspection.award add constraint award_decided CHECK (((status = ANY (ARRAY['awarded'::text, 'not-met'::text])) = (decided_on IS NOT NULL)));
alter table inspection.award add constraint award_level CHECK (((status = 'awarded'::text) = (level IS NOT NULL)));
alter table inspection.award add constraint award_status CHECK ((status = ANY (ARRAY['applied'::text, 'awarded'::text, 'not-met'::text, 'withdrawn'::text])));
alter table inspection.award_document add constraint award_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table inspection.award_document add constraint award_document_kind CHECK ((kind = 'certificate'::text));
alter table inspection.concern add constraint concern_ended CHECK (((ended_on IS NULL) = (ended_why IS NULL)));
alter table inspection.follow_up add constraint follow_up_status CHECK ((status = ANY (ARRAY['offered'::text, 'done'::text, 'declined'::text])));
alter table inspection.licensing add constraint licensing_appeal_after_decision CHECK (((appealed_on IS NULL) OR (appealed_on >= decided_on)));
alter table inspection.licensing add constraint licensing_applied_whole CHECK (((applied_on IS NULL) OR ((applicant IS NOT NULL) AND (cardinality(grounds) > 0) AND (case_words IS NOT NULL))));
alter table inspection.licensing add constraint licensing_decision_after_notice CHECK (((decided_on IS NULL) OR ((decided_on >= advertised_on) AND (cardinality(outcomes) > 0))));
alter table inspection.licensing add constraint licensing_kind CHECK ((kind = ANY (ARRAY['review'::text, 'summary'::text])));
alter table inspection.licensing add constraint licensing_notice_after_application CHECK (((advertised_on IS NULL) OR (advertised_on >= applied_on)));
alter table inspection.licensing add constraint licensing_status CHECK ((status = ANY (ARRAY['draft'::text, 'applied'::text, 'advertised'::text, 'hearing'::text, 'decided'::text, 'appealed'::text, 'in-effect'::text, 'rejected'::text, 'withdrawn'::text, 'void'::text])));
alter table inspection.licensing_clock add constraint licensing_clock_count CHECK (((count >= 1) AND (count <= 400)));
alter table inspection.licensing_document add constraint licensing_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table inspection.licensing_document add constraint licensing_document_kind CHECK ((kind = ANY (ARRAY['application'::text, 'notice'::text, 'decision'::text])));
alter table inspection.licensing_representation add constraint licensing_representation_standing CHECK ((standing = ANY (ARRAY['for'::text, 'against'::text, 'neither'::text])));
alter table inspection.persistent_decision add constraint persistent_hours CHECK (((choice = 'closure-notice'::text) = (hours IS NOT NULL)));
alter table inspection.premises add constraint premises_owner_reads CHECK ((agency_ids @> ARRAY[agency_id]));
alter table inspection.premises add constraint premises_rated CHECK (((risk IS NULL) = (rated_on IS NULL)));
alter table inspection.premises_document add constraint premises_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table inspection.premises_document add constraint premises_document_kind CHECK ((kind = 'closure-notice'::text));
alter table inspection.purchase add constraint purchase_completed CHECK (((status <> 'completed'::text) OR (outcome IS NOT NULL)));
alter table inspection.purchase add constraint purchase_lead_takes_part CHECK ((agency_ids @> ARRAY[agency_id]));
alter table inspection.purchase add constraint purchase_status CHECK ((status = ANY (ARRAY['planned'::text, 'settled'::text, 'under-way'::text, 'completed'::text, 'cancelled'::text])));
alter table inspection.sample add constraint sample_result CHECK ((result = ANY (ARRAY['awaited'::text, 'satisfactory'::text, 'unsatisfactory'::text])));
alter table inspection.scheme add constraint scheme_owner_reads CHECK ((agency_ids @> ARRAY[agency_id]));
alter table inspection.scheme add constraint scheme_status CHECK ((status = ANY (ARRAY['open'::text, 'on-hold'::text])));
alter table inspection.visit add constraint visit_done CHECK (((visited_on IS NULL) = (result IS NULL)));
alter table inspection.visit add constraint visit_owner_reads CHECK ((agency_ids @> ARRAY[agency_id]));
alter table inspection.visit_company add constraint visit_company_is CHECK ((companion_is = ANY (ARRAY['anybody'::text, 'police'::text])));
alter table inspection.volunteer add constraint volunteer_age CHECK (((age >= 13) AND (age <= 30)));
alter table inspection.volunteer add constraint volunteer_parent CHECK (((age >= 18) OR (parent_consent_on IS NOT NULL)));
alter table intake.fly_tip add constraint fly_tip_clearance CHECK ((clearance_pence >= 0));
alter table intake.fly_tip_action add constraint fly_tip_action_cost CHECK ((cost_pence >= 0));
alter table intake.fly_tip_action add constraint fly_tip_action_outcome CHECK ((outcome = ANY (ARRAY['waits'::text, 'convicted'::text, 'acquitted'::text, 'withdrawn'::text])));
alter table intake.fly_tip_action add constraint fly_tip_action_prosecuted CHECK (((outcome IS NULL) OR (action = 'prosecution'::text)));
alter table intake.import_run add constraint import_run_status CHECK ((status = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'refused'::text, 'loading'::text, 'loaded'::text, 'undoing'::text, 'undone'::text, 'abandoned'::text])));
alter table intake.report add constraint report_point CHECK (((lon IS NULL) = (lat IS NULL)));
alter table intake.report add constraint report_received_precision CHECK ((received_precision = ANY (ARRAY['exact'::text, 'day'::text, 'month'::text])));
alter table intake.report add constraint report_routed_by CHECK ((routed_by = ANY (ARRAY['rule'::text, 'fallback'::text, 'person'::text])));
alter table intake.report add constraint report_status CHECK ((status = ANY (ARRAY['new'::text, 'in-progress'::text, 'closed'::text, 'duplicate'::text, 'escalated'::text])));
alter table intake.report_tally add constraint report_tally_facet CHECK ((facet = ANY (ARRAY['routing'::text, 'state'::text, 'channel'::text, 'wait'::text])));
alter table intake.report_word add constraint report_word_plain CHECK ((word ~ '^[a-z]{3,30}$'::text));
alter table intelligence.attachment add constraint attachment_marked_why CHECK (((state = 'kept'::text) OR (why <> ''::text)));
alter table intelligence.attachment add constraint attachment_refused_empty CHECK (((state = 'refused'::text) = (content IS NULL)));
alter table intelligence.attachment add constraint attachment_state CHECK ((state = ANY (ARRAY['kept'::text, 'marked'::text, 'refused'::text])));
alter table intelligence.check_grant add constraint check_grant_end CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (end_why IS NULL))));
alter table intelligence.check_grant add constraint check_grant_other CHECK ((given_by <> officer_id));
alter table intelligence.check_grant add constraint check_grant_vetting CHECK ((vetting_words <> ''::text));
alter table intelligence.closed_item add constraint closed_item_reopened_by_other CHECK ((reopened_by <> officer_id));
alter table intelligence.closed_item add constraint closed_item_reopened_whole CHECK ((((reopened_on IS NULL) = (reopened_by IS NULL)) AND ((reopened_on IS NULL) = (reopen_why IS NULL))));
alter table intelligence.commission_work add constraint commission_work_findings CHECK ((findings <> ''::text));
alter table intelligence.commission_work add constraint commission_work_four_eyes CHECK (((authorised_by IS NULL) OR (authorised_by <> proposed_by)));
alter table intelligence.commission_work add constraint commission_work_minutes CHECK ((minutes > 0));
alter table intelligence.conversion add constraint conversion_undone_whole CHECK ((((undone_at IS NULL) = (undone_by IS NULL)) AND ((undone_at IS NULL) = (undone IS NULL))));
alter table intelligence.draft add constraint draft_four_eyes CHECK (((state <> 'released'::text) OR ((decided_by IS NOT NULL) AND (decided_by <> drafted_by)))) NOT VALID;
alter table intelligence.draft add constraint draft_product CHECK ((product = ANY (ARRAY['package'::text, 'problem-profile'::text])));
alter table intelligence.draft add constraint draft_recipients CHECK (((cardinality(agency_ids) + cardinality(officer_ids)) > 0));
alter table intelligence.draft add constraint draft_retention_group CHECK (((retention_group >= 1) AND (retention_group <= 4)));
alter table intelligence.draft add constraint draft_state CHECK ((state = ANY (ARRAY['draft'::text, 'discarded'::text, 'released'::text])));
alter table intelligence.draft_review add constraint draft_review_decision CHECK ((decision = ANY (ARRAY['keep'::text, 'let-go'::text])));
alter table intelligence.draft_review add constraint draft_review_group CHECK (((retention_group >= 1) AND (retention_group <= 4)));
alter table intelligence.draft_review add constraint draft_review_words CHECK ((words <> ''::text));
alter table intelligence.enquiry add constraint enquiry_answer CHECK ((answer = ANY (ARRAY['nothing'::text, 'prosecutor'::text, 'in-person'::text, 'nothing-given'::text, 'given'::text])));
alter table intelligence.enquiry add constraint enquiry_reason CHECK ((reason <> ''::text));
alter table intelligence.enquiry_document add constraint enquiry_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table intelligence.enquiry_document add constraint enquiry_document_kind CHECK ((kind = 'schedule'::text));
alter table intelligence.enquiry_line add constraint enquiry_line_one CHECK ((num_nonnulls(item_id, watch_id, commission_id) <= 1));
alter table intelligence.enquiry_line add constraint enquiry_line_watch CHECK (((watch_id IS NULL) OR is_watch));
alter table intelligence.enquiry_line add constraint enquiry_line_words CHECK ((words <> ''::text));
alter table intelligence.external_check add constraint external_check_answered CHECK ((((state = 'answered'::text) = (outcome IS NOT NULL)) AND ((state = 'answered'::text) = (answered_at IS NOT NULL))));
alter table intelligence.external_check add constraint external_check_outcome CHECK ((outcome = ANY (ARRAY['found'::text, 'nothing'::text])));
alter table intelligence.external_check add constraint external_check_reason CHECK ((reason <> ''::text));
alter table intelligence.external_check add constraint external_check_state CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'failed'::text])));
alter table intelligence.external_check add constraint external_check_subject CHECK ((subject_words <> ''::text));
alter table intelligence.feed_file add constraint feed_file_decided CHECK (((state = 'given'::text) = (decided_at IS NULL)));
alter table intelligence.feed_file add constraint feed_file_state CHECK ((state = ANY (ARRAY['given'::text, 'loaded'::text, 'put-away'::text])));
alter table intelligence.grading add constraint grading_why CHECK (((before IS NULL) OR (why <> ''::text)));
alter table intelligence.harm_assessment add constraint harm_assessment_confidence CHECK ((confidence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])));
alter table intelligence.harm_assessment add constraint harm_assessment_lost CHECK (((lost_pounds >= 0) AND (lost_pounds <= 1000000000)));
alter table intelligence.harm_assessment add constraint harm_assessment_number CHECK ((number > 0));
alter table intelligence.harm_assessment add constraint harm_assessment_why CHECK ((why <> ''::text));
alter table intelligence.harm_matrix add constraint harm_matrix_number CHECK ((number > 0));
alter table intelligence.item add constraint item_duplicate_of_what CHECK (((status = 'duplicate'::text) = (duplicate_of IS NOT NULL)));
alter table intelligence.item add constraint item_priority CHECK (((priority >= 1) AND (priority <= 4)));
alter table intelligence.item add constraint item_received_how CHECK ((received_how = ANY (ARRAY['form'::text, 'complaint'::text, 'anonymous'::text, 'feed'::text])));
alter table intelligence.item add constraint item_returned_why CHECK (
CASE status
    WHEN 'returned'::text THEN ((returned_why <> ''::text) AND (returned_for IS NOT NULL))
    WHEN 'to-delete'::text THEN ((returned_why <> ''::text) AND (returned_by IS NOT NULL))
    ELSE true
END);
alter table intelligence.item add constraint item_sensitive_why CHECK ((is_sensitive = (sensitive_why <> ''::text)));
alter table intelligence.item add constraint item_status CHECK ((status = ANY (ARRAY['received'::text, 'graded'::text, 'returned'::text, 'ready'::text, 'duplicate'::text, 'to-delete'::text, 'deleted'::text])));
alter table intelligence.item_review add constraint item_review_decision CHECK ((decision = ANY (ARRAY['keep'::text, 'let-go'::text])));
alter table intelligence.item_review add constraint item_review_group CHECK (((retention_group >= 1) AND (retention_group <= 4)));
alter table intelligence.item_review add constraint item_review_words CHECK ((words <> ''::text));
alter table intelligence.kept_chart add constraint kept_chart_name CHECK ((name <> ''::text));
alter table intelligence.link add constraint link_ended CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL)));
alter table intelligence.link add constraint link_key_whole CHECK (((key_kind IS NULL) = (key_value IS NULL)));
alter table intelligence.link add constraint link_kind CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'vehicle'::text, 'phone'::text, 'email'::text, 'place'::text, 'account'::text, 'handle'::text])));
alter table intelligence.link add constraint link_role CHECK ((role = ANY (ARRAY['subject'::text, 'associate'::text, 'victim'::text, 'mentioned'::text])));
alter table intelligence.link add constraint link_state CHECK ((state = ANY (ARRAY['confirmed'::text, 'refused'::text, 'ended'::text])));
alter table intelligence.ocg add constraint ocg_name CHECK ((name <> ''::text));
alter table intelligence.ocg add constraint ocg_series CHECK (((status <> 'inferred'::text) OR (series_words <> ''::text)));
alter table intelligence.ocg add constraint ocg_status CHECK ((status = ANY (ARRAY['suspected'::text, 'confirmed'::text, 'inferred'::text, 'archived'::text])));
alter table intelligence.ocg_action add constraint ocg_action_end CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (result IS NULL))));
alter table intelligence.ocg_action add constraint ocg_action_owner CHECK ((owner_words <> ''::text));
alter table intelligence.ocg_action add constraint ocg_action_strand CHECK ((strand = ANY (ARRAY['pursue'::text, 'prevent'::text, 'protect'::text, 'prepare'::text])));
alter table intelligence.ocg_action add constraint ocg_action_words CHECK ((words <> ''::text));
alter table intelligence.ocg_assessment add constraint ocg_assessment_grounds CHECK ((grounds <> ''::text));
alter table intelligence.ocg_assessment add constraint ocg_assessment_number CHECK ((number > 0));
alter table intelligence.ocg_disruption add constraint ocg_disruption_evidence CHECK ((evidence <> ''::text));
alter table intelligence.ocg_disruption add constraint ocg_disruption_grade CHECK ((grade = ANY (ARRAY['major'::text, 'moderate'::text, 'minor'::text, 'none'::text, 'negative'::text])));
alter table intelligence.ocg_disruption add constraint ocg_disruption_strand CHECK ((strand = ANY (ARRAY['pursue'::text, 'prevent'::text, 'protect'::text, 'prepare'::text])));
alter table intelligence.ocg_disruption add constraint ocg_disruption_words CHECK ((words <> ''::text));
alter table intelligence.ocg_member add constraint ocg_member_end CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (end_why IS NULL))));
alter table intelligence.ocg_member add constraint ocg_member_why CHECK ((why <> ''::text));
alter table intelligence.paragraph add constraint paragraph_action CHECK ((action_code = ANY (ARRAY['A1'::text, 'A2'::text, 'A3'::text])));
alter table intelligence.paragraph add constraint paragraph_action_usage CHECK (((action_code IS DISTINCT FROM 'A3'::text) OR (action_usage <> ''::text)));
alter table intelligence.paragraph add constraint paragraph_assessment CHECK ((assessment = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text])));
alter table intelligence.paragraph add constraint paragraph_code_c CHECK (((handling IS DISTINCT FROM 'C'::text) OR ((conditions <> ''::text) AND (action_code IS NOT NULL) AND (sanitisation_code IS NOT NULL))));
alter table intelligence.paragraph add constraint paragraph_code_p CHECK (((handling IS DISTINCT FROM 'P'::text) OR ((conditions = ''::text) AND (action_code IS NULL) AND (sanitisation_code IS NULL))));
alter table intelligence.paragraph add constraint paragraph_converted_stays CHECK (((conversion_id IS NULL) OR ((sanitised = ''::text) AND (graded_at IS NOT NULL))));
alter table intelligence.paragraph add constraint paragraph_graded_whole CHECK ((((graded_at IS NULL) = (source_evaluation IS NULL)) AND ((graded_at IS NULL) = (assessment IS NULL)) AND ((graded_at IS NULL) = (handling IS NULL)) AND ((graded_at IS NULL) = (risk_to_source IS NULL))));
alter table intelligence.paragraph add constraint paragraph_handling CHECK ((handling = ANY (ARRAY['P'::text, 'C'::text])));
alter table intelligence.paragraph add constraint paragraph_risk_why CHECK (((risk_to_source IS DISTINCT FROM true) OR (risk_words <> ''::text)));
alter table intelligence.paragraph add constraint paragraph_sanitisation CHECK ((sanitisation_code = ANY (ARRAY['S1'::text, 'S2'::text])));
alter table intelligence.paragraph add constraint paragraph_source CHECK ((source_evaluation = ANY (ARRAY['1'::text, '2'::text, '3'::text])));
alter table intelligence.priority add constraint priority_position CHECK ((("position" >= 1) AND ("position" <= 6)));
alter table intelligence.priority add constraint priority_title CHECK ((title <> ''::text));
alter table intelligence.problem add constraint problem_metres CHECK ((metres > 0));
alter table intelligence.problem add constraint problem_number CHECK ((number > 0));
alter table intelligence.problem add constraint problem_period CHECK ((to_month >= from_month));
alter table intelligence.requirement add constraint requirement_days CHECK ((shown_until >= shown_from));
alter table intelligence.requirement add constraint requirement_end CHECK (((ended_on IS NULL) = (end_why IS NULL)));
alter table intelligence.requirement add constraint requirement_question CHECK ((question <> ''::text));
alter table intelligence.requirement add constraint requirement_why CHECK ((why <> ''::text));
alter table intelligence.requirement_plan add constraint requirement_plan_end CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (result IS NULL))));
alter table intelligence.requirement_plan add constraint requirement_plan_owner CHECK ((owner_words <> ''::text));
alter table intelligence.requirement_plan add constraint requirement_plan_words CHECK ((words <> ''::text));
alter table intelligence.rule add constraint rule_value CHECK (((value >= 1) AND (value <= 3650)));
alter table intelligence.source add constraint source_kind CHECK ((kind = ANY (ARRAY['public'::text, 'partner'::text, 'officer'::text, 'other-force'::text, 'anonymous'::text])));
alter table intelligence.source add constraint source_referred CHECK (((referred_at IS NULL) = (referred_words = ''::text)));
alter table intelligence.strategy add constraint strategy_agreed_by CHECK ((agreed_by <> ''::text));
alter table intelligence.strategy add constraint strategy_ends CHECK ((ends_on > starts_on));
alter table intelligence.strategy add constraint strategy_look_again CHECK (((look_again_on > starts_on) AND (look_again_on <= ends_on)));
alter table intelligence.strategy add constraint strategy_number CHECK ((number > 0));
alter table intelligence.strategy add constraint strategy_starts CHECK ((starts_on >= agreed_on));
alter table intelligence.vetting add constraint vetting_answer CHECK ((answer = ANY (ARRAY['proceed'::text, 'conditions'::text, 'decline'::text])));
alter table intelligence.vetting add constraint vetting_conditions CHECK (((answer = 'conditions'::text) = (cardinality(conditions) > 0)));
alter table intelligence.vetting add constraint vetting_four_eyes CHECK (((authorised_by IS NULL) OR (authorised_by <> proposed_by)));
alter table intelligence.vetting add constraint vetting_reason CHECK ((reason <> ''::text));
alter table intelligence.watch add constraint watch_ended_why CHECK (((ended_on IS NULL) = (end_why = ''::text)));
alter table intelligence.watch add constraint watch_kind CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'vehicle'::text, 'phone'::text, 'email'::text, 'place'::text, 'account'::text, 'handle'::text])));
alter table intelligence.watch add constraint watch_label CHECK ((label <> ''::text));
alter table intelligence.watch add constraint watch_why CHECK ((why <> ''::text));
alter table intelligence.watch_hit add constraint watch_hit_answer CHECK ((answer = ANY (ARRAY['it-is'::text, 'it-is-not'::text])));
alter table intelligence.watch_hit add constraint watch_hit_answered_whole CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL))));
alter table intelligence.watch_hit add constraint watch_hit_met_by CHECK ((met_by = ANY (ARRAY['words'::text, 'number'::text, 'link'::text])));
alter table jet.invitation add constraint invitation_state CHECK ((state = ANY (ARRAY['invited'::text, 'passed'::text, 'attended'::text, 'absent'::text])));
alter table jet.lapse_told add constraint lapse_told_within CHECK ((within = ANY (ARRAY[90, 60, 30, 0])));
alter table jet.month add constraint month_first CHECK ((EXTRACT(day FROM month) = (1)::numeric));
alter table jet.month add constraint month_red CHECK (((standing <> 'red'::text) OR (reason IS NOT NULL)));
alter table jet.month add constraint month_standing CHECK ((standing = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text, 'none'::text])));
alter table jet.note add constraint note_agreed CHECK (((status = 'proposed'::text) OR (agreed_on IS NOT NULL)));
alter table jet.note add constraint note_status CHECK ((status = ANY (ARRAY['proposed'::text, 'agreed'::text, 'replaced'::text])));
alter table jet.patrol add constraint patrol_forms CHECK (((forms_sent >= 0) AND (forms_sent <= 99)));
alter table jet.plan add constraint plan_span CHECK ((from_on <= to_on));
alter table jet.plan add constraint plan_status CHECK ((status = ANY (ARRAY['open'::text, 'ended'::text])));
alter table jet.reaccreditation add constraint reaccreditation_issued CHECK (((status <> 'issued'::text) OR ((badge_number IS NOT NULL) AND (expires_on IS NOT NULL) AND (issued_on IS NOT NULL) AND (cardinality(powers) > 0))));
alter table jet.reaccreditation add constraint reaccreditation_ready CHECK (((status <> ALL (ARRAY['ready'::text, 'issued'::text])) OR ((vetted_on IS NOT NULL) AND (trained_on IS NOT NULL) AND (assessed_on IS NOT NULL))));
alter table jet.reaccreditation add constraint reaccreditation_status CHECK ((status = ANY (ARRAY['open'::text, 'ready'::text, 'issued'::text, 'stopped'::text])));
alter table jet.review add constraint review_span CHECK ((from_on <= to_on));
alter table jet.shift add constraint shift_ends CHECK (((ends_at ~ '^\d\d:\d\d$'::text) AND (ends_at > starts_at)));
alter table jet.shift add constraint shift_starts CHECK ((starts_at ~ '^\d\d:\d\d$'::text));
alter table jet.target add constraint target_amber CHECK (((amber_points >= 0) AND (amber_points <= 50)));
alter table jet.target add constraint target_percent CHECK (((enforcement_percent >= 1) AND (enforcement_percent <= 100)));
alter table jet.team add constraint team_posts CHECK ((posts >= 0));
alter table jet.team add constraint team_started CHECK (((started_year >= 1990) AND (started_year <= 2100)));
alter table jet.time_entry add constraint time_entry_counts CHECK ((counts_as = ANY (ARRAY['enforcement'::text, 'street-scene'::text, 'not-counted'::text])));
alter table jet.time_entry add constraint time_entry_minutes CHECK (((minutes >= 1) AND (minutes <= 1440)));
alter table linkage.judgement add constraint judgement_drawn CHECK ((drawn = ANY (ARRAY['worth'::text, 'audit'::text])));
alter table linkage.judgement add constraint judgement_made_by CHECK ((made_by = ANY (ARRAY['model'::text, 'person'::text])));
alter table linkage.judgement add constraint judgement_maker CHECK ((((made_by = 'model'::text) = (model_id IS NOT NULL)) AND ((made_by = 'person'::text) = (officer_id IS NOT NULL))));
alter table linkage.judgement add constraint judgement_order CHECK ((record_a < record_b));
alter table linkage.judgement add constraint judgement_stratum CHECK (((NOT (drawn IS DISTINCT FROM 'audit'::text)) OR ((stratum IS NULL) AND (stratum_size IS NULL))));
alter table linkage.judgement add constraint judgement_verdict CHECK ((verdict = ANY (ARRAY['same'::text, 'different'::text, 'unsure'::text, 'proposed'::text])));
alter table linkage.list add constraint list_closed_why CHECK (((closed_at IS NULL) = (close_reason IS NULL)));
alter table linkage.list add constraint list_handling CHECK ((handling = ANY (ARRAY['victim'::text, 'restricted'::text])));
alter table linkage.list_entry add constraint list_entry_handling CHECK ((handling = ANY (ARRAY['victim'::text, 'restricted'::text])));
alter table linkage.list_entry add constraint list_entry_kind CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])));
alter table linkage.list_entry add constraint list_entry_regime CHECK ((regime = ANY (ARRAY['PART3'::text, 'UKGDPR'::text])));
alter table linkage.list_load add constraint list_load_handling CHECK ((handling = ANY (ARRAY['victim'::text, 'restricted'::text])));
alter table linkage.list_load add constraint list_load_status CHECK ((status = ANY (ARRAY['given'::text, 'checking'::text, 'checked'::text, 'refused'::text, 'loading'::text, 'loaded'::text, 'undoing'::text, 'undone'::text, 'abandoned'::text])));
alter table linkage.list_load_row add constraint list_load_row_outcome CHECK ((outcome = ANY (ARRAY['new'::text, 'changed'::text, 'gone'::text, 'rejected'::text, 'sample'::text])));
alter table linkage.match_run add constraint match_run_kind CHECK ((kind = ANY (ARRAY['load'::text, 'record'::text, 'all'::text, 'train'::text])));
alter table linkage.question add constraint question_answer CHECK ((answer = ANY (ARRAY['confirmed'::text, 'changed'::text, 'cannot-say'::text])));
alter table linkage.rule add constraint rule_name CHECK ((name = ANY (ARRAY['propose'::text, 'firm-names'::text, 'second-share'::text, 'audit-share'::text])));
alter table linkage.rule add constraint rule_value CHECK (((value >= (0)::double precision) AND (value <= (1)::double precision)));
alter table linkage.second_opinion add constraint second_opinion_other CHECK ((officer_id IS DISTINCT FROM first_officer_id));
alter table linkage.second_opinion add constraint second_opinion_verdict CHECK ((verdict = ANY (ARRAY['same'::text, 'different'::text, 'unsure'::text])));
alter table operations.operation add constraint operation_debriefed CHECK (((status <> 'debriefed'::text) OR ((results IS NOT NULL) AND (lessons IS NOT NULL))));
alter table operations.operation add constraint operation_lead_takes_part CHECK ((agency_ids @> ARRAY[agency_id]));
alter table operations.operation add constraint operation_status CHECK ((status = ANY (ARRAY['planned'::text, 'agreed'::text, 'under-way'::text, 'debriefed'::text, 'cancelled'::text])));
alter table operations.operation_agency add constraint operation_agency_arrests CHECK ((arrests >= 0));
alter table operations.operation_agency add constraint operation_agency_forms CHECK ((forms_sent >= 0));
alter table operations.operation_agency add constraint operation_agency_state CHECK ((state = ANY (ARRAY['invited'::text, 'agreed'::text, 'declined'::text])));
alter table operations.operation_stop add constraint operation_stop_kind CHECK ((kind = ANY (ARRAY['vehicle'::text, 'householder'::text])));
alter table performance.frozen_figure add constraint frozen_figure_kind CHECK ((kind = ANY (ARRAY['value'::text, 'not-measured'::text, 'not-applicable'::text])));
alter table performance.published_quarter add constraint published_quarter_name CHECK ((quarter ~ '^\d{4}-\d{2}-Q[1-4]$'::text));
alter table performance.published_quarter add constraint published_quarter_reason CHECK (((edition = 1) OR (reason IS NOT NULL)));
alter table performance.published_section add constraint published_section_name CHECK ((section = ANY (ARRAY['case-studies'::text, 'restatement'::text])));
alter table platform.audit_entry add constraint audit_entry_actor CHECK ((actor_kind = ANY (ARRAY['officer'::text, 'public'::text, 'system'::text])));
alter table platform.audit_entry add constraint audit_entry_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'failed'::text])));
alter table platform.file add constraint file_scan CHECK ((scan = ANY (ARRAY['held'::text, 'clean'::text, 'infected'::text])));
alter table platform.form_sent add constraint form_sent_answer CHECK (((octet_length(answer) >= 29) AND (octet_length(answer) <= 20000)));
alter table platform.form_sent add constraint form_sent_digest CHECK ((octet_length(digest) = 32));
alter table platform.outbox add constraint outbox_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])));
alter table records.link add constraint link_made_by CHECK ((made_by = ANY (ARRAY['exact-key'::text, 'person'::text, 'import'::text])));
alter table records.received_record add constraint received_record_kind CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'vehicle'::text, 'phone'::text, 'email'::text, 'place'::text])));
alter table records.received_record add constraint received_record_regime CHECK ((regime = ANY (ARRAY['PART3'::text, 'UKGDPR'::text])));
alter table safeguarding.contact add constraint contact_hidden_is_elsewhere CHECK (((NOT hides_address) OR ((address = ''::text) AND (postcode = ''::text))));
alter table safeguarding.hidden_mark add constraint hidden_mark_lifted_why CHECK ((((lifted_at IS NULL) AND (lifted_by IS NULL) AND (lifted_why IS NULL)) OR ((lifted_at IS NOT NULL) AND (lifted_by IS NOT NULL) AND (length(lifted_why) >= 10))));
alter table safeguarding.lead add constraint lead_state CHECK ((state = ANY (ARRAY['offered'::text, 'leading'::text, 'declined'::text, 'withdrawn'::text, 'ended'::text])));
alter table safeguarding.list_points add constraint list_points_points CHECK ((points >= 0));
alter table safeguarding.loss add constraint loss_basis CHECK ((basis = ANY (ARRAY['documented'::text, 'estimated'::text])));
alter table safeguarding.loss add constraint loss_kind CHECK ((kind = ANY (ARRAY['loss'::text, 'saving'::text])));
alter table safeguarding.loss add constraint loss_pence CHECK ((pence >= 0));
alter table safeguarding.precaution add constraint precaution_kind CHECK ((kind = ANY (ARRAY['two-officers'::text, 'with-police'::text, 'no-visit'::text, 'call-first'::text, 'other'::text])));
alter table safeguarding.referral add constraint referral_kind CHECK ((kind = ANY (ARRAY['adult-safeguarding'::text, 'mash'::text, 'marac'::text, 'channel'::text, 'nrm'::text, 'ms1'::text])));
alter table safeguarding.referral add constraint referral_needs CHECK ((has_needs = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])));
alter table safeguarding.referral add constraint referral_outcome CHECK ((outcome = ANY (ARRAY['enquiry'::text, 'no-enquiry'::text, 'support-offered'::text, 'passed-on'::text])));
alter table safeguarding.referral add constraint referral_protect CHECK ((cannot_protect = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])));
alter table safeguarding.referral add constraint referral_risk CHECK ((is_at_risk = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])));
alter table safeguarding.reveal add constraint reveal_reason CHECK ((length(reason) >= 10));
alter table safeguarding.rule add constraint rule_points CHECK (((points >= 0) AND (points <= 1000)));
alter table safeguarding.term add constraint term_months CHECK (((months >= 1) AND (months <= 120)));
alter table safeguarding.victim_file add constraint victim_file_age_band CHECK ((age_band = ANY (ARRAY['under-18'::text, '18-64'::text, '65-74'::text, '75-84'::text, '85-plus'::text, 'not-known'::text])));
alter table safeguarding.victim_file add constraint victim_file_bank_told CHECK ((bank_told = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])));
alter table safeguarding.victim_file add constraint victim_file_capacity CHECK ((capacity_concern = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])));
alter table safeguarding.victim_file add constraint victim_file_financial_abuse CHECK ((financial_abuse = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])));
alter table safeguarding.victim_file add constraint victim_file_lives_alone CHECK ((lives_alone = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])));
alter table safeguarding.victim_file add constraint victim_file_not_into_itself CHECK ((joined_into IS DISTINCT FROM id));
alter table safeguarding.victim_file add constraint victim_file_risk CHECK ((risk = ANY (ARRAY['high'::text, 'medium'::text, 'standard'::text])));
alter table safeguarding.victim_file add constraint victim_file_route CHECK ((route = ANY (ARRAY['officer'::text, 'warden'::text])));
alter table safeguarding.victim_file add constraint victim_file_status CHECK ((status = ANY (ARRAY['not-contacted'::text, 'no-reply'::text, 'contacted'::text, 'visited'::text, 'declined'::text, 'deceased'::text, 'moved'::text])));
alter table safeguarding.visit add constraint visit_companion_is CHECK ((companion_is = ANY (ARRAY['anybody'::text, 'police'::text])));
alter table safeguarding.visit add constraint visit_never_alone CHECK (((NOT needs_two) OR (companion <> ''::text)));
alter table safeguarding.visit add constraint visit_never_without_police CHECK (((NOT needs_police) OR ((companion <> ''::text) AND (companion_is = 'police'::text))));
alter table safeguarding.visit add constraint visit_result CHECK ((result = ANY (ARRAY['seen'::text, 'no-reply'::text, 'refused'::text, 'moved'::text, 'deceased'::text])));
alter table safeguarding.visit add constraint visit_result_when_done CHECK (((state = 'done'::text) = (result IS NOT NULL)));
alter table safeguarding.visit add constraint visit_state CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text])));
alter table tasking.agenda_item add constraint agenda_item_kind CHECK ((kind = ANY (ARRAY['standing'::text, 'nomination'::text, 'other'::text])));
alter table tasking.agenda_item add constraint agenda_item_personal CHECK (((NOT is_personal) OR (case_id IS NOT NULL)));
alter table tasking.agenda_item add constraint agenda_item_status CHECK ((status = ANY (ARRAY['waiting'::text, 'decided'::text, 'deferred'::text])));
alter table tasking.data_return add constraint data_return_status CHECK ((status = ANY (ARRAY['open'::text, 'submitted'::text])));
alter table tasking.decision add constraint decision_personal CHECK (((NOT is_personal) OR (case_id IS NOT NULL)));
alter table tasking.meeting add constraint meeting_status CHECK ((status = ANY (ARRAY['scheduled'::text, 'open'::text, 'closed'::text, 'cancelled'::text])));
alter table tasking.minutes_part add constraint minutes_part_from_one CHECK ((version >= 1));
alter table tasking.minutes_part add constraint minutes_part_personal CHECK (((NOT is_personal) OR (case_id IS NOT NULL)));
alter table tasking.minutes_part add constraint minutes_part_reason CHECK (((version = 1) OR ((reason IS NOT NULL) AND (made_by IS NOT NULL))));
alter table tasking.return_figure add constraint return_figure_outside CHECK (((outside_value IS NULL) OR ((outside_source IS NOT NULL) AND (outside_by IS NOT NULL) AND (outside_at IS NOT NULL))));
alter table tasking.series add constraint series_days_after CHECK (((days_after >= 1) AND (days_after <= 60)));
alter table tasking.series add constraint series_follows CHECK ((((follows_id IS NULL) = (days_after IS NULL)) AND (follows_id IS DISTINCT FROM id)));
alter table tasking.series add constraint series_kind CHECK ((kind = ANY (ARRAY['JAG'::text, 'JET_TCG'::text, 'CIAG'::text, 'BOARD'::text, 'JATAC'::text])));
alter table tasking.series add constraint series_starts_at CHECK ((starts_at ~ '^\d\d:\d\d$'::text));
alter table tasking.series_cadence add constraint series_cadence_weeks CHECK (((every_weeks >= 1) AND (every_weeks <= 52)));
alter table tasking.success_flag add constraint success_flag_about CHECK ((num_nonnulls(case_id, task_id) = 1));
alter table tasking.success_flag add constraint success_flag_status CHECK ((status = ANY (ARRAY['flagged'::text, 'approved'::text, 'refused'::text])));
alter table tasking.task add constraint task_accepted_how CHECK ((accepted_how = ANY (ARRAY['themselves'::text, 'in-room'::text, 'confirmed'::text])));
alter table tasking.task add constraint task_accepted_in_room CHECK (((accepted_how IS DISTINCT FROM 'in-room'::text) OR (accepted_by IS NOT NULL)));
alter table tasking.task add constraint task_partner CHECK (((partner_system IS NULL) = (partner_reference IS NULL)));
alter table tasking.task add constraint task_personal CHECK (((NOT is_personal) OR (case_id IS NOT NULL)));
alter table tasking.task add constraint task_refused CHECK (((status <> 'refused'::text) OR ((refused_reason IS NOT NULL) AND (refused_at IS NOT NULL))));
alter table tasking.task add constraint task_result CHECK (((status <> ALL (ARRAY['done'::text, 'not-done'::text])) OR ((result_words IS NOT NULL) AND (result_at IS NOT NULL))));
alter table tasking.task add constraint task_status CHECK ((status = ANY (ARRAY['set'::text, 'accepted'::text, 'refused'::text, 'done'::text, 'not-done'::text])));
alter table traders.fee add constraint fee_kind CHECK ((kind = ANY (ARRAY['vetting'::text, 'membership'::text])));
alter table traders.fee add constraint fee_pence CHECK ((pence > 0));
alter table traders.trader add constraint trader_appealed_from CHECK ((appealed_from = ANY (ARRAY['refused'::text, 'expelled'::text])));
alter table traders.trader add constraint trader_asked_before_decided CHECK (((member_from IS NULL) OR (asked_on IS NOT NULL)));
alter table traders.trader add constraint trader_member_since CHECK (((status <> ALL (ARRAY['member'::text, 'renewing'::text, 'suspended'::text, 'expelled'::text, 'lapsed'::text, 'left'::text])) OR ((member_from IS NOT NULL) AND (member_until IS NOT NULL))));
alter table traders.trader add constraint trader_refused_why CHECK (((status <> ALL (ARRAY['refused'::text, 'expelled'::text, 'suspended'::text])) OR (ground IS NOT NULL)));
alter table traders.trader add constraint trader_status CHECK ((status = ANY (ARRAY['applied'::text, 'checking'::text, 'member'::text, 'renewing'::text, 'suspended'::text, 'refused'::text, 'appealed'::text, 'expelled'::text, 'withdrawn'::text, 'lapsed'::text, 'left'::text])));
alter table traders.trader add constraint trader_suspended_from CHECK ((suspended_from = ANY (ARRAY['member'::text, 'renewing'::text])));
alter table traders.trader_check add constraint trader_check_result CHECK ((result = ANY (ARRAY['met'::text, 'not-met'::text, 'not-needed'::text])));
alter table traders.trader_complaint add constraint trader_complaint_decided CHECK (((outcome IS NULL) = (decided_on IS NULL)));
alter table traders.trader_complaint add constraint trader_complaint_outcome CHECK ((outcome = ANY (ARRAY['upheld'::text, 'not-upheld'::text, 'settled'::text])));
alter table traders.trader_document add constraint trader_document_format CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table traders.trader_document add constraint trader_document_kind CHECK ((kind = ANY (ARRAY['acceptance'::text, 'refusal'::text, 'suspension'::text, 'expulsion'::text])));
alter table traders.trader_payment add constraint trader_payment_kind CHECK ((kind = ANY (ARRAY['vetting'::text, 'membership'::text])));
alter table traders.trader_payment add constraint trader_payment_pence CHECK ((pence > 0));
alter table traders.trader_payment add constraint trader_payment_refund CHECK (((refunded_on IS NULL) OR (kind = 'membership'::text)));
alter table asb.action add constraint action_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.action add constraint action_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table asb.action add constraint action_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES asb.nomination(id);
alter table asb.action add constraint action_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES asb.release_plan(id);
alter table asb.action add constraint action_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table asb.action add constraint action_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasking.task(id);
alter table asb.answer_shown add constraint answer_shown_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.answer_shown add constraint answer_shown_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES asb.recommendation(id);
alter table asb.answer_shown add constraint answer_shown_review_id_fkey FOREIGN KEY (review_id) REFERENCES asb.review(id);
alter table asb.asb_case add constraint asb_case_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.asb_event add constraint asb_event_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.asb_reason add constraint asb_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.asb_reason add constraint asb_reason_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.asb_reason add constraint asb_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES asb.asb_event(id);
alter table asb.assessment add constraint assessment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.assessment add constraint assessment_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.breach add constraint breach_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.breach add constraint breach_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.breach add constraint breach_order_id_fkey FOREIGN KEY (order_id) REFERENCES asb.order_file(id);
alter table asb.complainant add constraint complainant_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.complainant add constraint complainant_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.complainant add constraint complainant_contact_officer_id_fkey FOREIGN KEY (contact_officer_id) REFERENCES directory.officer(id);
alter table asb.contact add constraint contact_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.contact add constraint contact_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.contact add constraint contact_complainant_id_fkey FOREIGN KEY (complainant_id) REFERENCES asb.complainant(id);
alter table asb.contribution add constraint contribution_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.contribution add constraint contribution_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES asb.nomination(id);
alter table asb.contribution add constraint contribution_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table asb.incident add constraint incident_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.incident add constraint incident_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.incident add constraint incident_complainant_id_fkey FOREIGN KEY (complainant_id) REFERENCES asb.complainant(id);
alter table asb.measure add constraint measure_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.measure add constraint measure_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.nomination add constraint nomination_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.nomination add constraint nomination_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.nomination add constraint nomination_chair_agency_id_fkey FOREIGN KEY (chair_agency_id) REFERENCES directory.agency(id);
alter table asb.nomination add constraint nomination_series_id_fkey FOREIGN KEY (series_id) REFERENCES tasking.series(id);
alter table asb.nomination_event add constraint nomination_event_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES asb.nomination(id);
alter table asb.nomination_reason add constraint nomination_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.nomination_reason add constraint nomination_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES asb.nomination_event(id);
alter table asb.nomination_reason add constraint nomination_reason_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES asb.nomination(id);
alter table asb.order_document add constraint order_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.order_document add constraint order_document_order_id_fkey FOREIGN KEY (order_id) REFERENCES asb.order_file(id);
alter table asb.order_event add constraint order_event_order_id_fkey FOREIGN KEY (order_id) REFERENCES asb.order_file(id);
alter table asb.order_file add constraint order_file_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.order_file add constraint order_file_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.order_reason add constraint order_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.order_reason add constraint order_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES asb.order_event(id);
alter table asb.order_reason add constraint order_reason_order_id_fkey FOREIGN KEY (order_id) REFERENCES asb.order_file(id);
alter table asb.publication add constraint publication_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.recommendation add constraint recommendation_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.recommendation add constraint recommendation_body_agency_id_fkey FOREIGN KEY (body_agency_id) REFERENCES directory.agency(id);
alter table asb.recommendation add constraint recommendation_review_id_fkey FOREIGN KEY (review_id) REFERENCES asb.review(id);
alter table asb.release_plan add constraint release_plan_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.release_plan add constraint release_plan_asb_id_fkey FOREIGN KEY (asb_id) REFERENCES asb.asb_case(id);
alter table asb.release_plan add constraint release_plan_breach_id_fkey FOREIGN KEY (breach_id) REFERENCES asb.breach(id);
alter table asb.release_plan add constraint release_plan_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table asb.release_plan add constraint release_plan_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table asb.release_plan add constraint release_plan_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES asb.nomination(id);
alter table asb.review add constraint review_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.review add constraint review_chair_officer_id_fkey FOREIGN KEY (chair_officer_id) REFERENCES directory.officer(id);
alter table asb.review_applicant add constraint review_applicant_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.review_applicant add constraint review_applicant_review_id_fkey FOREIGN KEY (review_id) REFERENCES asb.review(id);
alter table asb.review_complaint add constraint review_complaint_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.review_complaint add constraint review_complaint_review_id_fkey FOREIGN KEY (review_id) REFERENCES asb.review(id);
alter table asb.review_document add constraint review_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.review_document add constraint review_document_review_id_fkey FOREIGN KEY (review_id) REFERENCES asb.review(id);
alter table asb.review_event add constraint review_event_review_id_fkey FOREIGN KEY (review_id) REFERENCES asb.review(id);
alter table asb.review_phrase add constraint review_phrase_review_id_fkey FOREIGN KEY (review_id) REFERENCES asb.review(id);
alter table asb.review_reason add constraint review_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table asb.review_reason add constraint review_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES asb.review_event(id);
alter table asb.review_reason add constraint review_reason_review_id_fkey FOREIGN KEY (review_id) REFERENCES asb.review(id);
alter table asb.setting add constraint setting_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table assurance.hit add constraint hit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table assurance.hit add constraint hit_marker_id_fkey FOREIGN KEY (marker_id) REFERENCES assurance.marker(id);
alter table assurance.hit add constraint hit_screening_id_fkey FOREIGN KEY (screening_id) REFERENCES assurance.screening(id);
alter table assurance.marker add constraint marker_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table assurance.marker add constraint marker_set_by_fkey FOREIGN KEY (set_by) REFERENCES directory.officer(id);
alter table assurance.marker_detail add constraint marker_detail_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table assurance.marker_detail add constraint marker_detail_marker_id_fkey FOREIGN KEY (marker_id) REFERENCES assurance.marker(id);
alter table assurance.marker_event add constraint marker_event_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table assurance.marker_event add constraint marker_event_marker_id_fkey FOREIGN KEY (marker_id) REFERENCES assurance.marker(id);
alter table assurance.rule add constraint rule_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table assurance.screening add constraint screening_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table assurance.screening add constraint screening_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table court.alert add constraint alert_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.alert add constraint alert_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES directory.officer(id);
alter table court.alert add constraint alert_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table court.alert add constraint alert_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table court.alert_reach add constraint alert_reach_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.alert_reach add constraint alert_reach_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES court.alert(id);
alter table court.alert_reach add constraint alert_reach_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table court.alert_source add constraint alert_source_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.alert_source add constraint alert_source_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES court.alert(id);
alter table court.alert_source add constraint alert_source_package_id_fkey FOREIGN KEY (package_id) REFERENCES dissemination.package(id);
alter table court.alert_source add constraint alert_source_prosecution_id_fkey FOREIGN KEY (prosecution_id) REFERENCES court.prosecution(id);
alter table court.alert_source add constraint alert_source_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table court.continuity add constraint continuity_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.continuity add constraint continuity_item_id_fkey FOREIGN KEY (item_id) REFERENCES court.item(id);
alter table court.continuity add constraint continuity_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table court.item add constraint item_added_by_fkey FOREIGN KEY (added_by) REFERENCES directory.officer(id);
alter table court.item add constraint item_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.item add constraint item_prosecution_id_fkey FOREIGN KEY (prosecution_id) REFERENCES court.prosecution(id);
alter table court.outcome add constraint outcome_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.outcome add constraint outcome_prosecution_id_fkey FOREIGN KEY (prosecution_id) REFERENCES court.prosecution(id);
alter table court.outcome add constraint outcome_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES directory.officer(id);
alter table court.outcome add constraint outcome_register_agency_id_fkey FOREIGN KEY (register_agency_id) REFERENCES directory.agency(id);
alter table court.prosecution add constraint prosecution_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.prosecution add constraint prosecution_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table court.prosecution add constraint prosecution_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table court.prosecution_document add constraint prosecution_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.prosecution_document add constraint prosecution_document_prosecution_id_fkey FOREIGN KEY (prosecution_id) REFERENCES court.prosecution(id);
alter table court.supporter add constraint supporter_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.supporter add constraint supporter_by_id_fkey FOREIGN KEY (by_id) REFERENCES directory.officer(id);
alter table court.supporter add constraint supporter_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table court.supporter add constraint supporter_prosecution_id_fkey FOREIGN KEY (prosecution_id) REFERENCES court.prosecution(id);
alter table court.telling add constraint telling_added_by_fkey FOREIGN KEY (added_by) REFERENCES directory.officer(id);
alter table court.telling add constraint telling_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table court.telling add constraint telling_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table court.telling add constraint telling_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES court.outcome(id);
alter table court.telling add constraint telling_told_by_fkey FOREIGN KEY (told_by) REFERENCES directory.officer(id);
alter table directory.agency add constraint agency_spokesperson_id_fkey FOREIGN KEY (spokesperson_id) REFERENCES directory.officer(id);
alter table directory.agreement add constraint agreement_from_agency_id_fkey FOREIGN KEY (from_agency_id) REFERENCES directory.agency(id);
alter table directory.agreement add constraint agreement_to_agency_id_fkey FOREIGN KEY (to_agency_id) REFERENCES directory.agency(id);
alter table directory.area_draft add constraint area_draft_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table directory.area_ring add constraint area_ring_area_code_fkey FOREIGN KEY (area_code) REFERENCES directory.area(code) ON DELETE CASCADE;
alter table directory.area_successor add constraint area_successor_new_code_fkey FOREIGN KEY (new_code) REFERENCES directory.area(code);
alter table directory.area_successor add constraint area_successor_old_code_fkey FOREIGN KEY (old_code) REFERENCES directory.area(code);
alter table directory.authorisation add constraint authorisation_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table directory.clearance add constraint clearance_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table directory.officer add constraint officer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table directory.role_grant add constraint role_grant_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table directory.role_request add constraint role_request_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table directory.role_request add constraint role_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES directory.officer(id);
alter table directory.role_request add constraint role_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES directory.officer(id);
alter table directory.role_request add constraint role_request_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table directory.routing_rule add constraint routing_rule_issue_type_fkey FOREIGN KEY (issue_type) REFERENCES directory.issue_type(code);
alter table directory.routing_rule add constraint routing_rule_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table directory.service add constraint service_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table directory.service add constraint service_lead_officer_id_fkey FOREIGN KEY (lead_officer_id) REFERENCES directory.officer(id);
alter table directory.service_area add constraint service_area_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table directory.service_member add constraint service_member_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table directory.service_member add constraint service_member_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table dissemination.acknowledgement add constraint acknowledgement_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.acknowledgement add constraint acknowledgement_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table dissemination.acknowledgement add constraint acknowledgement_package_id_fkey FOREIGN KEY (package_id) REFERENCES dissemination.package(id);
alter table dissemination.answer add constraint answer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.answer add constraint answer_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table dissemination.answer add constraint answer_package_id_fkey FOREIGN KEY (package_id) REFERENCES dissemination.package(id);
alter table dissemination.commission add constraint commission_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.commission add constraint commission_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES directory.officer(id);
alter table dissemination.commission add constraint commission_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES dissemination.commission(id);
alter table dissemination.commission add constraint commission_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table dissemination.commission add constraint commission_unit_agency_id_fkey FOREIGN KEY (unit_agency_id) REFERENCES directory.agency(id);
alter table dissemination.commission_answer add constraint commission_answer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.commission_answer add constraint commission_answer_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES dissemination.commission(id);
alter table dissemination.commission_answer add constraint commission_answer_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table dissemination.commission_recovery add constraint commission_recovery_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.commission_recovery add constraint commission_recovery_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES dissemination.commission(id);
alter table dissemination.commission_recovery add constraint commission_recovery_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES directory.officer(id);
alter table dissemination.commission_recovery add constraint commission_recovery_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table dissemination.enquiry add constraint enquiry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.enquiry add constraint enquiry_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES directory.officer(id);
alter table dissemination.enquiry add constraint enquiry_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table dissemination.enquiry add constraint enquiry_unit_agency_id_fkey FOREIGN KEY (unit_agency_id) REFERENCES directory.agency(id);
alter table dissemination.enquiry_considered add constraint enquiry_considered_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES dissemination.enquiry(id);
alter table dissemination.enquiry_subject add constraint enquiry_subject_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES dissemination.enquiry(id);
alter table dissemination.enquiry_subject add constraint enquiry_subject_unit_agency_id_fkey FOREIGN KEY (unit_agency_id) REFERENCES directory.agency(id);
alter table dissemination.enquiry_text add constraint enquiry_text_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES dissemination.enquiry(id);
alter table dissemination.enquiry_worker add constraint enquiry_worker_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES dissemination.enquiry(id) ON DELETE CASCADE;
alter table dissemination.enquiry_worker add constraint enquiry_worker_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table dissemination.handled add constraint handled_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table dissemination.handled add constraint handled_package_id_fkey FOREIGN KEY (package_id) REFERENCES dissemination.package(id) ON DELETE CASCADE;
alter table dissemination.handled add constraint handled_unit_agency_id_fkey FOREIGN KEY (unit_agency_id) REFERENCES directory.agency(id);
alter table dissemination.outcome add constraint outcome_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.outcome add constraint outcome_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table dissemination.outcome add constraint outcome_package_id_fkey FOREIGN KEY (package_id) REFERENCES dissemination.package(id);
alter table dissemination.package add constraint package_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.package add constraint package_released_by_fkey FOREIGN KEY (released_by) REFERENCES directory.officer(id);
alter table dissemination.package_figures add constraint package_figures_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.package_figures add constraint package_figures_package_id_fkey FOREIGN KEY (package_id) REFERENCES dissemination.package(id);
alter table dissemination.package_text add constraint package_text_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.package_text add constraint package_text_package_id_fkey FOREIGN KEY (package_id) REFERENCES dissemination.package(id);
alter table dissemination.receipt add constraint receipt_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.receipt add constraint receipt_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table dissemination.receipt add constraint receipt_unit_agency_id_fkey FOREIGN KEY (unit_agency_id) REFERENCES directory.agency(id);
alter table dissemination.usefulness add constraint usefulness_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.usefulness add constraint usefulness_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table dissemination.usefulness add constraint usefulness_package_id_fkey FOREIGN KEY (package_id) REFERENCES dissemination.package(id);
alter table dissemination.vetting_answer add constraint vetting_answer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.vetting_answer add constraint vetting_answer_request_id_fkey FOREIGN KEY (request_id) REFERENCES dissemination.vetting_request(id);
alter table dissemination.vetting_answer add constraint vetting_answer_unit_agency_id_fkey FOREIGN KEY (unit_agency_id) REFERENCES directory.agency(id);
alter table dissemination.vetting_request add constraint vetting_request_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table dissemination.vetting_request add constraint vetting_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES directory.officer(id);
alter table dissemination.vetting_request add constraint vetting_request_unit_agency_id_fkey FOREIGN KEY (unit_agency_id) REFERENCES directory.agency(id);
alter table dissemination.vetting_subject add constraint vetting_subject_request_id_fkey FOREIGN KEY (request_id) REFERENCES dissemination.vetting_request(id);
alter table dissemination.vetting_subject add constraint vetting_subject_unit_agency_id_fkey FOREIGN KEY (unit_agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned add constraint abandoned_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned add constraint abandoned_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table enforcement.abandoned_assessment add constraint abandoned_assessment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned_assessment add constraint abandoned_assessment_of_agency_fkey FOREIGN KEY (abandoned_id, agency_id) REFERENCES enforcement.abandoned(id, agency_id);
alter table enforcement.abandoned_document add constraint abandoned_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned_document add constraint abandoned_document_of_agency_fkey FOREIGN KEY (abandoned_id, agency_id) REFERENCES enforcement.abandoned(id, agency_id);
alter table enforcement.abandoned_enquiry add constraint abandoned_enquiry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned_enquiry add constraint abandoned_enquiry_of_agency_fkey FOREIGN KEY (abandoned_id, agency_id) REFERENCES enforcement.abandoned(id, agency_id);
alter table enforcement.abandoned_event add constraint abandoned_event_abandoned_id_fkey FOREIGN KEY (abandoned_id) REFERENCES enforcement.abandoned(id);
alter table enforcement.abandoned_photo add constraint abandoned_photo_abandoned_id_fkey FOREIGN KEY (abandoned_id) REFERENCES enforcement.abandoned(id);
alter table enforcement.abandoned_photo add constraint abandoned_photo_added_by_fkey FOREIGN KEY (added_by) REFERENCES directory.officer(id);
alter table enforcement.abandoned_photo add constraint abandoned_photo_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned_place add constraint abandoned_place_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned_place add constraint abandoned_place_of_agency_fkey FOREIGN KEY (abandoned_id, agency_id) REFERENCES enforcement.abandoned(id, agency_id);
alter table enforcement.abandoned_reason add constraint abandoned_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned_reason add constraint abandoned_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES enforcement.abandoned_event(id);
alter table enforcement.abandoned_reason add constraint abandoned_reason_of_agency_fkey FOREIGN KEY (abandoned_id, agency_id) REFERENCES enforcement.abandoned(id, agency_id);
alter table enforcement.abandoned_service add constraint abandoned_service_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.abandoned_service add constraint abandoned_service_of_agency_fkey FOREIGN KEY (abandoned_id, agency_id) REFERENCES enforcement.abandoned(id, agency_id);
alter table enforcement.adopted_amount add constraint adopted_amount_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.adopted_amount add constraint adopted_amount_closes_id_fkey FOREIGN KEY (closes_id) REFERENCES enforcement.adopted_amount(id);
alter table enforcement.case_event add constraint case_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table enforcement.case_file add constraint case_file_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table enforcement.case_file add constraint case_file_lead_service_id_fkey FOREIGN KEY (lead_service_id) REFERENCES directory.service(id);
alter table enforcement.case_service add constraint case_service_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.case_service add constraint case_service_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table enforcement.case_service add constraint case_service_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table enforcement.closure add constraint closure_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.closure add constraint closure_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table enforcement.closure_check add constraint closure_check_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.closure_check add constraint closure_check_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES enforcement.closure(id);
alter table enforcement.closure_document add constraint closure_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.closure_document add constraint closure_document_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES enforcement.closure(id);
alter table enforcement.closure_event add constraint closure_event_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES enforcement.closure(id);
alter table enforcement.closure_occupant add constraint closure_occupant_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.closure_occupant add constraint closure_occupant_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES enforcement.closure(id);
alter table enforcement.closure_occupant add constraint closure_occupant_record_id_fkey FOREIGN KEY (record_id) REFERENCES records.received_record(id);
alter table enforcement.closure_place add constraint closure_place_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.closure_place add constraint closure_place_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES enforcement.closure(id);
alter table enforcement.closure_reason add constraint closure_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.closure_reason add constraint closure_reason_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES enforcement.closure(id);
alter table enforcement.closure_reason add constraint closure_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES enforcement.closure_event(id);
alter table enforcement.closure_service add constraint closure_service_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.closure_service add constraint closure_service_closure_id_fkey FOREIGN KEY (closure_id) REFERENCES enforcement.closure(id);
alter table enforcement.encampment add constraint encampment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment add constraint encampment_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table enforcement.encampment_after add constraint encampment_after_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment_after add constraint encampment_after_of_agency_fkey FOREIGN KEY (encampment_id, agency_id) REFERENCES enforcement.encampment(id, agency_id);
alter table enforcement.encampment_document add constraint encampment_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment_document add constraint encampment_document_encampment_id_fkey FOREIGN KEY (encampment_id) REFERENCES enforcement.encampment(id);
alter table enforcement.encampment_event add constraint encampment_event_encampment_id_fkey FOREIGN KEY (encampment_id) REFERENCES enforcement.encampment(id);
alter table enforcement.encampment_measure add constraint encampment_measure_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment_measure add constraint encampment_measure_of_agency_fkey FOREIGN KEY (encampment_id, agency_id) REFERENCES enforcement.encampment(id, agency_id);
alter table enforcement.encampment_measure add constraint encampment_measure_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES directory.officer(id);
alter table enforcement.encampment_place add constraint encampment_place_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment_place add constraint encampment_place_encampment_id_fkey FOREIGN KEY (encampment_id) REFERENCES enforcement.encampment(id);
alter table enforcement.encampment_reason add constraint encampment_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment_reason add constraint encampment_reason_encampment_id_fkey FOREIGN KEY (encampment_id) REFERENCES enforcement.encampment(id);
alter table enforcement.encampment_reason add constraint encampment_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES enforcement.encampment_event(id);
alter table enforcement.encampment_service add constraint encampment_service_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment_service add constraint encampment_service_encampment_id_fkey FOREIGN KEY (encampment_id) REFERENCES enforcement.encampment(id);
alter table enforcement.encampment_vehicle add constraint encampment_vehicle_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment_vehicle add constraint encampment_vehicle_encampment_id_fkey FOREIGN KEY (encampment_id) REFERENCES enforcement.encampment(id);
alter table enforcement.encampment_welfare add constraint encampment_welfare_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.encampment_welfare add constraint encampment_welfare_encampment_id_fkey FOREIGN KEY (encampment_id) REFERENCES enforcement.encampment(id);
alter table enforcement.penalty add constraint penalty_adopted_id_fkey FOREIGN KEY (adopted_id) REFERENCES enforcement.adopted_amount(id);
alter table enforcement.penalty add constraint penalty_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.penalty add constraint penalty_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table enforcement.penalty add constraint penalty_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES directory.officer(id);
alter table enforcement.penalty add constraint penalty_law_id_fkey FOREIGN KEY (law_id) REFERENCES enforcement.penalty_law(id);
alter table enforcement.penalty add constraint penalty_pspo_id_fkey FOREIGN KEY (pspo_id) REFERENCES enforcement.pspo(id);
alter table enforcement.penalty add constraint penalty_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table enforcement.penalty_document add constraint penalty_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.penalty_document add constraint penalty_document_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES enforcement.penalty(id);
alter table enforcement.penalty_event add constraint penalty_event_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES enforcement.penalty(id);
alter table enforcement.penalty_evidence add constraint penalty_evidence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.penalty_evidence add constraint penalty_evidence_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES enforcement.penalty(id);
alter table enforcement.penalty_law add constraint penalty_law_closes_id_fkey FOREIGN KEY (closes_id) REFERENCES enforcement.penalty_law(id);
alter table enforcement.penalty_payment add constraint penalty_payment_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES enforcement.penalty(id);
alter table enforcement.penalty_recipient add constraint penalty_recipient_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.penalty_recipient add constraint penalty_recipient_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES enforcement.penalty(id);
alter table enforcement.penalty_recipient add constraint penalty_recipient_record_id_fkey FOREIGN KEY (record_id) REFERENCES records.received_record(id);
alter table enforcement.protection add constraint protection_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.protection add constraint protection_breach_law_id_fkey FOREIGN KEY (breach_law_id) REFERENCES enforcement.penalty_law(id);
alter table enforcement.protection add constraint protection_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table enforcement.protection add constraint protection_penalty_id_fkey FOREIGN KEY (penalty_id) REFERENCES enforcement.penalty(id);
alter table enforcement.protection add constraint protection_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table enforcement.protection_document add constraint protection_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.protection_document add constraint protection_document_protection_id_fkey FOREIGN KEY (protection_id) REFERENCES enforcement.protection(id);
alter table enforcement.protection_event add constraint protection_event_protection_id_fkey FOREIGN KEY (protection_id) REFERENCES enforcement.protection(id);
alter table enforcement.protection_evidence add constraint protection_evidence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.protection_evidence add constraint protection_evidence_protection_id_fkey FOREIGN KEY (protection_id) REFERENCES enforcement.protection(id);
alter table enforcement.protection_reason add constraint protection_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.protection_reason add constraint protection_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES enforcement.protection_event(id);
alter table enforcement.protection_reason add constraint protection_reason_protection_id_fkey FOREIGN KEY (protection_id) REFERENCES enforcement.protection(id);
alter table enforcement.protection_requirement add constraint protection_requirement_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.protection_requirement add constraint protection_requirement_protection_id_fkey FOREIGN KEY (protection_id) REFERENCES enforcement.protection(id);
alter table enforcement.protection_service add constraint protection_service_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.protection_service add constraint protection_service_protection_id_fkey FOREIGN KEY (protection_id) REFERENCES enforcement.protection(id);
alter table enforcement.protection_subject add constraint protection_subject_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.protection_subject add constraint protection_subject_protection_id_fkey FOREIGN KEY (protection_id) REFERENCES enforcement.protection(id);
alter table enforcement.protection_subject add constraint protection_subject_record_id_fkey FOREIGN KEY (record_id) REFERENCES records.received_record(id);
alter table enforcement.protection_table add constraint protection_table_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.pspo add constraint pspo_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.pspo add constraint pspo_area_code_fkey FOREIGN KEY (area_code) REFERENCES directory.area(code);
alter table enforcement.pspo_consultee add constraint pspo_consultee_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.pspo_consultee add constraint pspo_consultee_of_agency_fkey FOREIGN KEY (pspo_id, agency_id) REFERENCES enforcement.pspo(id, agency_id);
alter table enforcement.pspo_consultee add constraint pspo_consultee_pspo_id_fkey FOREIGN KEY (pspo_id) REFERENCES enforcement.pspo(id);
alter table enforcement.pspo_document add constraint pspo_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.pspo_document add constraint pspo_document_of_agency_fkey FOREIGN KEY (pspo_id, agency_id) REFERENCES enforcement.pspo(id, agency_id);
alter table enforcement.pspo_document add constraint pspo_document_pspo_id_fkey FOREIGN KEY (pspo_id) REFERENCES enforcement.pspo(id);
alter table enforcement.pspo_event add constraint pspo_event_pspo_id_fkey FOREIGN KEY (pspo_id) REFERENCES enforcement.pspo(id);
alter table enforcement.pspo_officer add constraint pspo_officer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.pspo_officer add constraint pspo_officer_of_agency_fkey FOREIGN KEY (pspo_id, agency_id) REFERENCES enforcement.pspo(id, agency_id);
alter table enforcement.pspo_officer add constraint pspo_officer_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table enforcement.pspo_officer add constraint pspo_officer_pspo_id_fkey FOREIGN KEY (pspo_id) REFERENCES enforcement.pspo(id);
alter table enforcement.pspo_publication add constraint pspo_publication_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.pspo_publication add constraint pspo_publication_of_agency_fkey FOREIGN KEY (pspo_id, agency_id) REFERENCES enforcement.pspo(id, agency_id);
alter table enforcement.pspo_publication add constraint pspo_publication_pspo_id_fkey FOREIGN KEY (pspo_id) REFERENCES enforcement.pspo(id);
alter table enforcement.pspo_reason add constraint pspo_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.pspo_reason add constraint pspo_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES enforcement.pspo_event(id);
alter table enforcement.pspo_reason add constraint pspo_reason_of_agency_fkey FOREIGN KEY (pspo_id, agency_id) REFERENCES enforcement.pspo(id, agency_id);
alter table enforcement.pspo_reason add constraint pspo_reason_pspo_id_fkey FOREIGN KEY (pspo_id) REFERENCES enforcement.pspo(id);
alter table enforcement.site_matrix add constraint site_matrix_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.vehicle_charge add constraint vehicle_charge_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table enforcement.vehicle_charge add constraint vehicle_charge_set_by_fkey FOREIGN KEY (set_by) REFERENCES directory.officer(id);
alter table field.capture add constraint capture_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table field.capture add constraint capture_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table field.device_key add constraint device_key_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table field.device_key add constraint device_key_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table field.photo add constraint photo_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table field.photo add constraint photo_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table field.place_screening add constraint place_screening_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table field.place_screening add constraint place_screening_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table governance.access add constraint access_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table governance.access add constraint access_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table governance.access_document add constraint access_document_access_id_fkey FOREIGN KEY (access_id) REFERENCES governance.access(id);
alter table governance.access_document add constraint access_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table governance.access_event add constraint access_event_access_id_fkey FOREIGN KEY (access_id) REFERENCES governance.access(id);
alter table governance.access_item add constraint access_item_access_id_fkey FOREIGN KEY (access_id) REFERENCES governance.access(id);
alter table governance.access_item add constraint access_item_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table governance.access_item add constraint access_item_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES directory.officer(id);
alter table governance.access_pause add constraint access_pause_access_id_fkey FOREIGN KEY (access_id) REFERENCES governance.access(id);
alter table governance.access_pause add constraint access_pause_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table governance.access_reason add constraint access_reason_access_id_fkey FOREIGN KEY (access_id) REFERENCES governance.access(id);
alter table governance.access_reason add constraint access_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table governance.access_reason add constraint access_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES governance.access_event(id);
alter table governance.legal_hold add constraint legal_hold_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table governance.legal_hold add constraint legal_hold_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES directory.officer(id);
alter table governance.legal_hold add constraint legal_hold_set_by_fkey FOREIGN KEY (set_by) REFERENCES directory.officer(id);
alter table governance.part add constraint part_kind_fkey FOREIGN KEY (kind) REFERENCES governance.kind(kind);
alter table governance.period add constraint period_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table governance.period add constraint period_set_by_fkey FOREIGN KEY (set_by) REFERENCES directory.officer(id);
alter table governance.run add constraint run_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.attempt add constraint attempt_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.attempt add constraint attempt_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table inspection.attempt add constraint attempt_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table inspection.attempt add constraint attempt_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.attempt add constraint attempt_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES inspection.purchase(id);
alter table inspection.attempt_detail add constraint attempt_detail_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.attempt_detail add constraint attempt_detail_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES inspection.attempt(id);
alter table inspection.attempt_detail add constraint attempt_detail_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table inspection.attempt_document add constraint attempt_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.attempt_document add constraint attempt_document_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES inspection.attempt(id);
alter table inspection.award add constraint award_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.award add constraint award_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.award add constraint award_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES inspection.scheme(id);
alter table inspection.award_answer add constraint award_answer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.award_answer add constraint award_answer_award_id_fkey FOREIGN KEY (award_id) REFERENCES inspection.award(id);
alter table inspection.award_document add constraint award_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.award_document add constraint award_document_award_id_fkey FOREIGN KEY (award_id) REFERENCES inspection.award(id);
alter table inspection.concern add constraint concern_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.concern add constraint concern_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.follow_up add constraint follow_up_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.follow_up add constraint follow_up_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES inspection.attempt(id);
alter table inspection.follow_up add constraint follow_up_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table inspection.kept_address add constraint kept_address_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.licensing add constraint licensing_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.licensing add constraint licensing_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.licensing_clock add constraint licensing_clock_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.licensing_document add constraint licensing_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.licensing_document add constraint licensing_document_of_agency_fkey FOREIGN KEY (licensing_id, agency_id) REFERENCES inspection.licensing(id, agency_id);
alter table inspection.licensing_event add constraint licensing_event_licensing_id_fkey FOREIGN KEY (licensing_id) REFERENCES inspection.licensing(id);
alter table inspection.licensing_evidence add constraint licensing_evidence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.licensing_evidence add constraint licensing_evidence_of_agency_fkey FOREIGN KEY (licensing_id, agency_id) REFERENCES inspection.licensing(id, agency_id);
alter table inspection.licensing_publication add constraint licensing_publication_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.licensing_publication add constraint licensing_publication_of_agency_fkey FOREIGN KEY (licensing_id, agency_id) REFERENCES inspection.licensing(id, agency_id);
alter table inspection.licensing_publication add constraint licensing_publication_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.licensing_reason add constraint licensing_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.licensing_reason add constraint licensing_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES inspection.licensing_event(id);
alter table inspection.licensing_reason add constraint licensing_reason_of_agency_fkey FOREIGN KEY (licensing_id, agency_id) REFERENCES inspection.licensing(id, agency_id);
alter table inspection.licensing_representation add constraint licensing_representation_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.licensing_representation add constraint licensing_representation_of_agency_fkey FOREIGN KEY (licensing_id, agency_id) REFERENCES inspection.licensing(id, agency_id);
alter table inspection.member add constraint member_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.member add constraint member_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.member add constraint member_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES inspection.scheme(id);
alter table inspection.persistent_decision add constraint persistent_decision_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.persistent_decision add constraint persistent_decision_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.premises add constraint premises_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.premises_document add constraint premises_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.premises_document add constraint premises_document_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.premises_event add constraint premises_event_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.premises_reason add constraint premises_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.premises_reason add constraint premises_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES inspection.premises_event(id);
alter table inspection.premises_reason add constraint premises_reason_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.premises_screen add constraint premises_screen_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.premises_screen add constraint premises_screen_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.purchase add constraint purchase_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.purchase_covert add constraint purchase_covert_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.purchase_covert add constraint purchase_covert_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES inspection.purchase(id);
alter table inspection.purchase_event add constraint purchase_event_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES inspection.purchase(id);
alter table inspection.purchase_officer add constraint purchase_officer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.purchase_officer add constraint purchase_officer_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table inspection.purchase_officer add constraint purchase_officer_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES inspection.purchase(id);
alter table inspection.purchase_reason add constraint purchase_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.purchase_reason add constraint purchase_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES inspection.purchase_event(id);
alter table inspection.purchase_reason add constraint purchase_reason_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES inspection.purchase(id);
alter table inspection.sale add constraint sale_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.sale add constraint sale_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.sample add constraint sample_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.sample add constraint sample_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspection.visit(id);
alter table inspection.scheme add constraint scheme_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.selection add constraint selection_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table inspection.selection add constraint selection_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.selection add constraint selection_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES inspection.purchase(id);
alter table inspection.selection_intelligence add constraint selection_intelligence_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table inspection.selection_intelligence add constraint selection_intelligence_selection_id_fkey FOREIGN KEY (selection_id) REFERENCES inspection.selection(id) ON DELETE CASCADE;
alter table inspection.selection_reason add constraint selection_reason_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table inspection.selection_reason add constraint selection_reason_selection_id_fkey FOREIGN KEY (selection_id) REFERENCES inspection.selection(id) ON DELETE CASCADE;
alter table inspection.visit add constraint visit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.visit add constraint visit_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES inspection.premises(id);
alter table inspection.visit add constraint visit_revisit_of_fkey FOREIGN KEY (revisit_of) REFERENCES inspection.visit(id);
alter table inspection.visit_company add constraint visit_company_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table inspection.visit_company add constraint visit_company_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspection.visit(id);
alter table inspection.volunteer add constraint volunteer_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table inspection.volunteer add constraint volunteer_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES inspection.purchase(id);
alter table inspection.welfare_line add constraint welfare_line_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table inspection.welfare_line add constraint welfare_line_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES inspection.purchase(id);
alter table inspection.welfare_line add constraint welfare_line_volunteer_id_fkey FOREIGN KEY (volunteer_id) REFERENCES inspection.volunteer(id);
alter table intake.fly_tip add constraint fly_tip_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intake.fly_tip add constraint fly_tip_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table intake.fly_tip_action add constraint fly_tip_action_of_tip_fkey FOREIGN KEY (report_id, agency_id) REFERENCES intake.fly_tip(report_id, agency_id);
alter table intake.import_file_part add constraint import_file_part_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intake.import_file_part add constraint import_file_part_import_id_fkey FOREIGN KEY (import_id) REFERENCES intake.import_run(id);
alter table intake.import_preview add constraint import_preview_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intake.import_preview add constraint import_preview_import_id_fkey FOREIGN KEY (import_id) REFERENCES intake.import_run(id);
alter table intake.import_problem add constraint import_problem_import_id_fkey FOREIGN KEY (import_id) REFERENCES intake.import_run(id);
alter table intake.import_progress add constraint import_progress_import_id_fkey FOREIGN KEY (import_id) REFERENCES intake.import_run(id);
alter table intake.import_run add constraint import_run_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intake.import_run add constraint import_run_source_id_fkey FOREIGN KEY (source_id) REFERENCES intake.import_source(id);
alter table intake.import_source add constraint import_source_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intake.import_withdrawn add constraint import_withdrawn_import_id_fkey FOREIGN KEY (import_id) REFERENCES intake.import_run(id);
alter table intake.message add constraint message_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table intake.report add constraint report_case_fk FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table intake.report add constraint report_duplicate_of_id_fkey FOREIGN KEY (duplicate_of_id) REFERENCES intake.report(id);
alter table intake.report add constraint report_import_id_fkey FOREIGN KEY (import_id) REFERENCES intake.import_run(id);
alter table intake.report add constraint report_issue_type_fkey FOREIGN KEY (issue_type) REFERENCES directory.issue_type(code);
alter table intake.report add constraint report_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES directory.agency(id);
alter table intake.report add constraint report_received_by_agency_id_fkey FOREIGN KEY (received_by_agency_id) REFERENCES directory.agency(id);
alter table intake.report add constraint report_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table intake.report add constraint report_target_fk FOREIGN KEY (target_id) REFERENCES intake.target(id);
alter table intake.report_event add constraint report_event_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table intake.reporter add constraint reporter_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table intake.return_phrase add constraint return_phrase_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table intake.sent_form add constraint sent_form_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table intake.target add constraint target_stopped_of_fkey FOREIGN KEY (stopped_of) REFERENCES intake.target(id);
alter table intake.target_move add constraint target_move_target_id_fkey FOREIGN KEY (target_id) REFERENCES intake.target(id);
alter table intelligence.attachment add constraint attachment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.attachment add constraint attachment_feed_file_id_fkey FOREIGN KEY (feed_file_id) REFERENCES intelligence.feed_file(id);
alter table intelligence.attachment add constraint attachment_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.check_grant add constraint check_grant_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.check_grant add constraint check_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES directory.officer(id);
alter table intelligence.check_grant add constraint check_grant_given_by_fkey FOREIGN KEY (given_by) REFERENCES directory.officer(id);
alter table intelligence.check_grant add constraint check_grant_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.closed_item add constraint closed_item_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.closed_item add constraint closed_item_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id) ON DELETE CASCADE;
alter table intelligence.closed_item add constraint closed_item_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.closed_item add constraint closed_item_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES directory.officer(id);
alter table intelligence.closed_source add constraint closed_source_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.closed_source add constraint closed_source_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.closed_source add constraint closed_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES intelligence.source(id) ON DELETE CASCADE;
alter table intelligence.commission_work add constraint commission_work_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.commission_work add constraint commission_work_authorised_by_fkey FOREIGN KEY (authorised_by) REFERENCES directory.officer(id);
alter table intelligence.commission_work add constraint commission_work_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES dissemination.commission(id);
alter table intelligence.commission_work add constraint commission_work_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES directory.officer(id);
alter table intelligence.conversion add constraint conversion_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.conversion add constraint conversion_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.conversion add constraint conversion_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES directory.officer(id);
alter table intelligence.draft add constraint draft_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.draft add constraint draft_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES directory.officer(id);
alter table intelligence.draft add constraint draft_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES directory.officer(id);
alter table intelligence.draft add constraint draft_priority FOREIGN KEY (priority_id, agency_id) REFERENCES intelligence.priority(id, agency_id);
alter table intelligence.draft_paragraph add constraint draft_paragraph_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.draft_paragraph add constraint draft_paragraph_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES intelligence.draft(id);
alter table intelligence.draft_paragraph add constraint draft_paragraph_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES intelligence.paragraph(id);
alter table intelligence.draft_review add constraint draft_review_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.draft_review add constraint draft_review_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES intelligence.draft(id);
alter table intelligence.draft_review add constraint draft_review_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.enquiry add constraint enquiry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.enquiry add constraint enquiry_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES directory.officer(id);
alter table intelligence.enquiry add constraint enquiry_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES dissemination.enquiry(id);
alter table intelligence.enquiry_document add constraint enquiry_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.enquiry_document add constraint enquiry_document_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES dissemination.enquiry(id);
alter table intelligence.enquiry_line add constraint enquiry_line_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.enquiry_line add constraint enquiry_line_commission_id_fkey FOREIGN KEY (commission_id) REFERENCES dissemination.commission(id);
alter table intelligence.enquiry_line add constraint enquiry_line_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES dissemination.enquiry(id);
alter table intelligence.enquiry_line add constraint enquiry_line_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.enquiry_line add constraint enquiry_line_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.enquiry_line add constraint enquiry_line_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES intelligence.watch(id) ON DELETE SET NULL;
alter table intelligence.external_check add constraint external_check_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.external_check add constraint external_check_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES directory.officer(id);
alter table intelligence.external_check add constraint external_check_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES directory.officer(id);
alter table intelligence.external_check add constraint external_check_link_id_fkey FOREIGN KEY (link_id) REFERENCES intelligence.link(id);
alter table intelligence.feed_file add constraint feed_file_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.feed_file add constraint feed_file_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES directory.officer(id);
alter table intelligence.feed_file add constraint feed_file_given_by_fkey FOREIGN KEY (given_by) REFERENCES directory.officer(id);
alter table intelligence.feed_key add constraint feed_key_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.feed_key add constraint feed_key_feed_file_id_fkey FOREIGN KEY (feed_file_id) REFERENCES intelligence.feed_file(id);
alter table intelligence.feed_key add constraint feed_key_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.feed_row add constraint feed_row_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.feed_row add constraint feed_row_feed_file_id_fkey FOREIGN KEY (feed_file_id) REFERENCES intelligence.feed_file(id);
alter table intelligence.grading add constraint grading_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.grading add constraint grading_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.grading add constraint grading_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.grading add constraint grading_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES intelligence.paragraph(id);
alter table intelligence.harm_assessment add constraint harm_assessment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.harm_assessment add constraint harm_assessment_link_id_fkey FOREIGN KEY (link_id) REFERENCES intelligence.link(id);
alter table intelligence.harm_assessment add constraint harm_assessment_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.harm_matrix add constraint harm_matrix_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.harm_matrix add constraint harm_matrix_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.item add constraint item_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.item add constraint item_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES intelligence.item(id);
alter table intelligence.item add constraint item_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES directory.officer(id);
alter table intelligence.item add constraint item_source_id_fkey FOREIGN KEY (source_id) REFERENCES intelligence.source(id);
alter table intelligence.item add constraint item_submitted_agency_id_fkey FOREIGN KEY (submitted_agency_id) REFERENCES directory.agency(id);
alter table intelligence.item add constraint item_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES directory.officer(id);
alter table intelligence.item_event add constraint item_event_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.item_event add constraint item_event_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.item_review add constraint item_review_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.item_review add constraint item_review_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.item_review add constraint item_review_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.kept_chart add constraint kept_chart_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.kept_chart add constraint kept_chart_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.link add constraint link_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.link add constraint link_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES directory.officer(id);
alter table intelligence.link add constraint link_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.link add constraint link_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.mention add constraint mention_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.mention add constraint mention_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.ocg add constraint ocg_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.ocg add constraint ocg_lead_officer_id_fkey FOREIGN KEY (lead_officer_id) REFERENCES directory.officer(id);
alter table intelligence.ocg add constraint ocg_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES directory.officer(id);
alter table intelligence.ocg_action add constraint ocg_action_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.ocg_action add constraint ocg_action_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES directory.officer(id);
alter table intelligence.ocg_action add constraint ocg_action_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.ocg_action add constraint ocg_action_ocg_id_agency_id_fkey FOREIGN KEY (ocg_id, agency_id) REFERENCES intelligence.ocg(id, agency_id);
alter table intelligence.ocg_assessment add constraint ocg_assessment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.ocg_assessment add constraint ocg_assessment_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.ocg_assessment add constraint ocg_assessment_ocg_id_agency_id_fkey FOREIGN KEY (ocg_id, agency_id) REFERENCES intelligence.ocg(id, agency_id);
alter table intelligence.ocg_disruption add constraint ocg_disruption_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.ocg_disruption add constraint ocg_disruption_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.ocg_disruption add constraint ocg_disruption_ocg_id_agency_id_fkey FOREIGN KEY (ocg_id, agency_id) REFERENCES intelligence.ocg(id, agency_id);
alter table intelligence.ocg_event add constraint ocg_event_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.ocg_event add constraint ocg_event_ocg_id_agency_id_fkey FOREIGN KEY (ocg_id, agency_id) REFERENCES intelligence.ocg(id, agency_id);
alter table intelligence.ocg_event add constraint ocg_event_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table intelligence.ocg_member add constraint ocg_member_added_by_fkey FOREIGN KEY (added_by) REFERENCES directory.officer(id);
alter table intelligence.ocg_member add constraint ocg_member_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.ocg_member add constraint ocg_member_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES directory.officer(id);
alter table intelligence.ocg_member add constraint ocg_member_link_id_fkey FOREIGN KEY (link_id) REFERENCES intelligence.link(id);
alter table intelligence.ocg_member add constraint ocg_member_ocg_id_agency_id_fkey FOREIGN KEY (ocg_id, agency_id) REFERENCES intelligence.ocg(id, agency_id);
alter table intelligence.paragraph add constraint paragraph_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.paragraph add constraint paragraph_conversion_id_fkey FOREIGN KEY (conversion_id) REFERENCES intelligence.conversion(id);
alter table intelligence.paragraph add constraint paragraph_graded_by_fkey FOREIGN KEY (graded_by) REFERENCES directory.officer(id);
alter table intelligence.paragraph add constraint paragraph_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.priority add constraint priority_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.priority add constraint priority_strategy_id_agency_id_fkey FOREIGN KEY (strategy_id, agency_id) REFERENCES intelligence.strategy(id, agency_id);
alter table intelligence.priority_requirement add constraint priority_requirement_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.priority_requirement add constraint priority_requirement_priority_id_agency_id_fkey FOREIGN KEY (priority_id, agency_id) REFERENCES intelligence.priority(id, agency_id);
alter table intelligence.priority_requirement add constraint priority_requirement_requirement_id_agency_id_fkey FOREIGN KEY (requirement_id, agency_id) REFERENCES intelligence.requirement(id, agency_id);
alter table intelligence.problem add constraint problem_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.problem add constraint problem_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES intelligence.draft(id);
alter table intelligence.requirement add constraint requirement_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.requirement add constraint requirement_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.requirement_item add constraint requirement_item_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.requirement_item add constraint requirement_item_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.requirement_item add constraint requirement_item_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.requirement_item add constraint requirement_item_requirement_id_agency_id_fkey FOREIGN KEY (requirement_id, agency_id) REFERENCES intelligence.requirement(id, agency_id);
alter table intelligence.requirement_plan add constraint requirement_plan_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.requirement_plan add constraint requirement_plan_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES directory.officer(id);
alter table intelligence.requirement_plan add constraint requirement_plan_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.requirement_plan add constraint requirement_plan_requirement_id_agency_id_fkey FOREIGN KEY (requirement_id, agency_id) REFERENCES intelligence.requirement(id, agency_id);
alter table intelligence.rule add constraint rule_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.rule add constraint rule_set_by_fkey FOREIGN KEY (set_by) REFERENCES directory.officer(id);
alter table intelligence.source add constraint source_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.source add constraint source_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.source add constraint source_referred_by_fkey FOREIGN KEY (referred_by) REFERENCES directory.officer(id);
alter table intelligence.source_identity add constraint source_identity_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.source_identity add constraint source_identity_source_id_fkey FOREIGN KEY (source_id) REFERENCES intelligence.source(id);
alter table intelligence.strategy add constraint strategy_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.strategy add constraint strategy_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table intelligence.vetting add constraint vetting_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.vetting add constraint vetting_authorised_by_fkey FOREIGN KEY (authorised_by) REFERENCES directory.officer(id);
alter table intelligence.vetting add constraint vetting_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES directory.officer(id);
alter table intelligence.vetting add constraint vetting_request_id_fkey FOREIGN KEY (request_id) REFERENCES dissemination.vetting_request(id);
alter table intelligence.watch add constraint watch_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.watch add constraint watch_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES directory.officer(id);
alter table intelligence.watch_hit add constraint watch_hit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table intelligence.watch_hit add constraint watch_hit_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES directory.officer(id);
alter table intelligence.watch_hit add constraint watch_hit_item_id_fkey FOREIGN KEY (item_id) REFERENCES intelligence.item(id);
alter table intelligence.watch_hit add constraint watch_hit_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES intelligence.watch(id) ON DELETE CASCADE;
alter table jet.course add constraint course_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.duties_sent add constraint duties_sent_team_id_fkey FOREIGN KEY (team_id) REFERENCES jet.team(id);
alter table jet.invitation add constraint invitation_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.invitation add constraint invitation_course_id_fkey FOREIGN KEY (course_id) REFERENCES jet.course(id);
alter table jet.invitation add constraint invitation_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table jet.month add constraint month_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.month add constraint month_team_id_fkey FOREIGN KEY (team_id) REFERENCES jet.team(id);
alter table jet.note add constraint note_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.patrol add constraint patrol_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.patrol add constraint patrol_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES jet.time_entry(id);
alter table jet.patrol add constraint patrol_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table jet.patrol add constraint patrol_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES jet.plan(id);
alter table jet.plan add constraint plan_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.plan add constraint plan_team_id_fkey FOREIGN KEY (team_id) REFERENCES jet.team(id);
alter table jet.power_use add constraint power_use_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.power_use add constraint power_use_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table jet.reaccreditation add constraint reaccreditation_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.reaccreditation add constraint reaccreditation_force_agency_id_fkey FOREIGN KEY (force_agency_id) REFERENCES directory.agency(id);
alter table jet.reaccreditation add constraint reaccreditation_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table jet.review add constraint review_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.review add constraint review_team_id_fkey FOREIGN KEY (team_id) REFERENCES jet.team(id);
alter table jet.shift add constraint shift_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.shift add constraint shift_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table jet.shift add constraint shift_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table jet.target add constraint target_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.team add constraint team_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.team add constraint team_neighbourhood_service_id_fkey FOREIGN KEY (neighbourhood_service_id) REFERENCES directory.service(id);
alter table jet.team add constraint team_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table jet.time_change add constraint time_change_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.time_change add constraint time_change_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES jet.time_entry(id);
alter table jet.time_entry add constraint time_entry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table jet.time_entry add constraint time_entry_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table jet.time_entry add constraint time_entry_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES jet.plan(id);
alter table jet.time_entry add constraint time_entry_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasking.task(id);
alter table jet.time_entry add constraint time_entry_team_id_fkey FOREIGN KEY (team_id) REFERENCES jet.team(id);
alter table linkage.hidden_with add constraint hidden_with_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES linkage.list_entry(id);
alter table linkage.judgement add constraint judgement_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table linkage.judgement add constraint judgement_model_id_fkey FOREIGN KEY (model_id) REFERENCES linkage.model(id);
alter table linkage.judgement add constraint judgement_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES linkage.judgement(id);
alter table linkage.judgement add constraint judgement_restores_fkey FOREIGN KEY (restores) REFERENCES linkage.judgement(id);
alter table linkage.list add constraint list_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES directory.officer(id);
alter table linkage.list add constraint list_entered_by_agency_id_fkey FOREIGN KEY (entered_by_agency_id) REFERENCES directory.agency(id);
alter table linkage.list add constraint list_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES directory.agency(id);
alter table linkage.list_entry add constraint list_entry_list_id_fkey FOREIGN KEY (list_id) REFERENCES linkage.list(id);
alter table linkage.list_entry add constraint list_entry_origin_agency_id_fkey FOREIGN KEY (origin_agency_id) REFERENCES directory.agency(id);
alter table linkage.list_entry add constraint list_entry_replaces_fkey FOREIGN KEY (replaces) REFERENCES linkage.list_entry(id);
alter table linkage.list_load add constraint list_load_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table linkage.list_load add constraint list_load_list_id_fkey FOREIGN KEY (list_id) REFERENCES linkage.list(id);
alter table linkage.list_load_file_part add constraint list_load_file_part_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table linkage.list_load_file_part add constraint list_load_file_part_load_id_fkey FOREIGN KEY (load_id) REFERENCES linkage.list_load(id);
alter table linkage.list_load_row add constraint list_load_row_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table linkage.list_load_row add constraint list_load_row_load_id_fkey FOREIGN KEY (load_id) REFERENCES linkage.list_load(id);
alter table linkage.match_run add constraint match_run_model_id_fkey FOREIGN KEY (model_id) REFERENCES linkage.model(id);
alter table linkage.question add constraint question_from_agency_id_fkey FOREIGN KEY (from_agency_id) REFERENCES directory.agency(id);
alter table linkage.question add constraint question_list_id_fkey FOREIGN KEY (list_id) REFERENCES linkage.list(id);
alter table linkage.question add constraint question_to_agency_id_fkey FOREIGN KEY (to_agency_id) REFERENCES directory.agency(id);
alter table linkage.sealed_address add constraint sealed_address_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES linkage.list_entry(id);
alter table linkage.second_opinion add constraint second_opinion_judgement_id_fkey FOREIGN KEY (judgement_id) REFERENCES linkage.judgement(id);
alter table operations.operation add constraint operation_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table operations.operation_agency add constraint operation_agency_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table operations.operation_agency add constraint operation_agency_operation_id_fkey FOREIGN KEY (operation_id) REFERENCES operations.operation(id);
alter table operations.operation_event add constraint operation_event_operation_id_fkey FOREIGN KEY (operation_id) REFERENCES operations.operation(id);
alter table operations.operation_officer add constraint operation_officer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table operations.operation_officer add constraint operation_officer_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table operations.operation_officer add constraint operation_officer_operation_id_fkey FOREIGN KEY (operation_id) REFERENCES operations.operation(id);
alter table operations.operation_reason add constraint operation_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table operations.operation_reason add constraint operation_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES operations.operation_event(id);
alter table operations.operation_reason add constraint operation_reason_operation_id_fkey FOREIGN KEY (operation_id) REFERENCES operations.operation(id);
alter table operations.operation_stop add constraint operation_stop_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table operations.operation_stop add constraint operation_stop_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table operations.operation_stop add constraint operation_stop_operation_id_fkey FOREIGN KEY (operation_id) REFERENCES operations.operation(id);
alter table operations.operation_stop_detail add constraint operation_stop_detail_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table operations.operation_stop_detail add constraint operation_stop_detail_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table operations.operation_stop_detail add constraint operation_stop_detail_stop_id_fkey FOREIGN KEY (stop_id) REFERENCES operations.operation_stop(id);
alter table operations.operation_visit add constraint operation_visit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table operations.operation_visit add constraint operation_visit_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table operations.operation_visit add constraint operation_visit_operation_id_fkey FOREIGN KEY (operation_id) REFERENCES operations.operation(id);
alter table performance.frozen_figure add constraint frozen_figure_quarter_edition_fkey FOREIGN KEY (quarter, edition) REFERENCES performance.published_quarter(quarter, edition);
alter table performance.published_figure add constraint published_figure_quarter_edition_fkey FOREIGN KEY (quarter, edition) REFERENCES performance.published_quarter(quarter, edition);
alter table performance.published_quarter add constraint published_quarter_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table performance.published_quarter add constraint published_quarter_published_by_fkey FOREIGN KEY (published_by) REFERENCES directory.officer(id);
alter table performance.published_section add constraint published_section_quarter_edition_fkey FOREIGN KEY (quarter, edition) REFERENCES performance.published_quarter(quarter, edition);
alter table platform.password_link add constraint password_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id);
alter table platform.session add constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id);
alter table records.exact_key add constraint exact_key_record_id_fkey FOREIGN KEY (record_id) REFERENCES records.received_record(id);
alter table records.kept_address add constraint kept_address_record_id_fkey FOREIGN KEY (record_id) REFERENCES records.received_record(id);
alter table records.link add constraint link_origin_agency_id_fkey FOREIGN KEY (origin_agency_id) REFERENCES directory.agency(id);
alter table records.link add constraint link_source_report_id_fkey FOREIGN KEY (source_report_id) REFERENCES intake.report(id);
alter table records.received_record add constraint received_record_origin_agency_id_fkey FOREIGN KEY (origin_agency_id) REFERENCES directory.agency(id);
alter table records.received_record add constraint received_record_report_id_fkey FOREIGN KEY (report_id) REFERENCES intake.report(id);
alter table safeguarding.contact add constraint contact_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.contact add constraint contact_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.event add constraint event_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.event add constraint event_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.hidden_mark add constraint hidden_mark_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.hidden_mark add constraint hidden_mark_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.lead add constraint lead_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.lead add constraint lead_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.lead add constraint lead_keeper_agency_id_fkey FOREIGN KEY (keeper_agency_id) REFERENCES directory.agency(id);
alter table safeguarding.list_points add constraint list_points_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.list_points add constraint list_points_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.loss add constraint loss_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.loss add constraint loss_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.precaution add constraint precaution_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.precaution add constraint precaution_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.referral add constraint referral_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.referral add constraint referral_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.referral add constraint referral_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES safeguarding.visit(id);
alter table safeguarding.reveal add constraint reveal_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.rule add constraint rule_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.sealed_address add constraint sealed_address_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.sealed_address add constraint sealed_address_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.victim_file add constraint victim_file_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.victim_file add constraint victim_file_joined_into_fkey FOREIGN KEY (joined_into) REFERENCES safeguarding.victim_file(id);
alter table safeguarding.victim_file add constraint victim_file_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES directory.agency(id);
alter table safeguarding.victim_file add constraint victim_file_offered_agency_id_fkey FOREIGN KEY (offered_agency_id) REFERENCES directory.agency(id);
alter table safeguarding.visit add constraint visit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table safeguarding.visit add constraint visit_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES directory.officer(id);
alter table safeguarding.visit add constraint visit_file_id_fkey FOREIGN KEY (file_id) REFERENCES safeguarding.victim_file(id);
alter table tasking.agenda_item add constraint agenda_item_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table tasking.agenda_item add constraint agenda_item_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES tasking.meeting(id);
alter table tasking.calendar_link add constraint calendar_link_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES directory.officer(id);
alter table tasking.data_return add constraint data_return_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table tasking.data_return add constraint data_return_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES tasking.meeting(id);
alter table tasking.data_return add constraint data_return_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table tasking.decision add constraint decision_about_task_id_fkey FOREIGN KEY (about_task_id) REFERENCES tasking.task(id);
alter table tasking.decision add constraint decision_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table tasking.decision add constraint decision_item_id_fkey FOREIGN KEY (item_id) REFERENCES tasking.agenda_item(id);
alter table tasking.decision add constraint decision_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES tasking.meeting(id);
alter table tasking.decision add constraint decision_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasking.task(id);
alter table tasking.meeting add constraint meeting_series_id_fkey FOREIGN KEY (series_id) REFERENCES tasking.series(id);
alter table tasking.meeting_present add constraint meeting_present_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES tasking.meeting(id);
alter table tasking.meeting_present add constraint meeting_present_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table tasking.minutes_part add constraint minutes_part_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table tasking.minutes_part add constraint minutes_part_made_by_fkey FOREIGN KEY (made_by) REFERENCES directory.officer(id);
alter table tasking.minutes_part add constraint minutes_part_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES tasking.meeting(id);
alter table tasking.minutes_part add constraint minutes_part_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasking.task(id);
alter table tasking.return_chaser add constraint return_chaser_meeting_id_service_id_fkey FOREIGN KEY (meeting_id, service_id) REFERENCES tasking.data_return(meeting_id, service_id);
alter table tasking.return_figure add constraint return_figure_meeting_id_service_id_fkey FOREIGN KEY (meeting_id, service_id) REFERENCES tasking.data_return(meeting_id, service_id);
alter table tasking.series add constraint series_chair_agency_id_fkey FOREIGN KEY (chair_agency_id) REFERENCES directory.agency(id);
alter table tasking.series add constraint series_chair_officer_id_fkey FOREIGN KEY (chair_officer_id) REFERENCES directory.officer(id);
alter table tasking.series add constraint series_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES tasking.series(id);
alter table tasking.series_cadence add constraint series_cadence_series_id_fkey FOREIGN KEY (series_id) REFERENCES tasking.series(id);
alter table tasking.series_change add constraint series_change_series_id_fkey FOREIGN KEY (series_id) REFERENCES tasking.series(id);
alter table tasking.series_member add constraint series_member_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table tasking.series_member add constraint series_member_series_id_fkey FOREIGN KEY (series_id) REFERENCES tasking.series(id);
alter table tasking.series_member add constraint series_member_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table tasking.success_flag add constraint success_flag_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table tasking.success_flag add constraint success_flag_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table tasking.success_flag add constraint success_flag_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasking.task(id);
alter table tasking.task add constraint task_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES directory.officer(id);
alter table tasking.task add constraint task_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table tasking.task add constraint task_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.case_file(id);
alter table tasking.task add constraint task_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES tasking.meeting(id);
alter table tasking.task add constraint task_series_id_fkey FOREIGN KEY (series_id) REFERENCES tasking.series(id);
alter table tasking.task add constraint task_service_id_fkey FOREIGN KEY (service_id) REFERENCES directory.service(id);
alter table tasking.task add constraint task_set_by_agency_id_fkey FOREIGN KEY (set_by_agency_id) REFERENCES directory.agency(id);
alter table tasking.task_event add constraint task_event_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasking.task(id);
alter table traders.fee add constraint fee_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader add constraint trader_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader_check add constraint trader_check_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader_check add constraint trader_check_trader_id_fkey FOREIGN KEY (trader_id) REFERENCES traders.trader(id);
alter table traders.trader_complaint add constraint trader_complaint_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader_complaint add constraint trader_complaint_trader_id_fkey FOREIGN KEY (trader_id) REFERENCES traders.trader(id);
alter table traders.trader_document add constraint trader_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader_document add constraint trader_document_trader_id_fkey FOREIGN KEY (trader_id) REFERENCES traders.trader(id);
alter table traders.trader_event add constraint trader_event_trader_id_fkey FOREIGN KEY (trader_id) REFERENCES traders.trader(id);
alter table traders.trader_payment add constraint trader_payment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader_payment add constraint trader_payment_trader_id_fkey FOREIGN KEY (trader_id) REFERENCES traders.trader(id);
alter table traders.trader_person add constraint trader_person_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader_person add constraint trader_person_trader_id_fkey FOREIGN KEY (trader_id) REFERENCES traders.trader(id);
alter table traders.trader_proof add constraint trader_proof_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader_proof add constraint trader_proof_person_id_fkey FOREIGN KEY (person_id) REFERENCES traders.trader_person(id);
alter table traders.trader_proof add constraint trader_proof_trader_id_fkey FOREIGN KEY (trader_id) REFERENCES traders.trader(id);
alter table traders.trader_reason add constraint trader_reason_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table traders.trader_reason add constraint trader_reason_event_id_fkey FOREIGN KEY (event_id) REFERENCES traders.trader_event(id);
alter table traders.trader_reason add constraint trader_reason_trader_id_fkey FOREIGN KEY (trader_id) REFERENCES traders.trader(id);

-- Indexes

CREATE INDEX action_nomination_idx ON asb.action USING btree (nomination_id);
CREATE INDEX action_plan_idx ON asb.action USING btree (plan_id);
CREATE INDEX action_service_idx ON asb.action USING btree (service_id);
CREATE INDEX action_task_idx ON asb.action USING btree (task_id);
CREATE INDEX answer_shown_review_idx ON asb.answer_shown USING btree (review_id);
CREATE INDEX asb_case_agency_idx ON asb.asb_case USING btree (agency_id, received_on DESC, id);
CREATE INDEX asb_case_place_record_idx ON asb.asb_case USING btree (place_record_id) WHERE (place_record_id IS NOT NULL);
CREATE INDEX asb_case_subject_record_idx ON asb.asb_case USING btree (subject_record_id) WHERE (subject_record_id IS NOT NULL);
CREATE INDEX asb_event_idx ON asb.asb_event USING btree (asb_id, at);
CREATE INDEX assessment_day_idx ON asb.assessment USING btree (agency_id, assessed_on);
CREATE INDEX breach_day_idx ON asb.breach USING btree (agency_id, on_day);
CREATE INDEX breach_order_idx ON asb.breach USING btree (order_id, on_day);
CREATE INDEX complainant_record_idx ON asb.complainant USING btree (record_id) WHERE (record_id IS NOT NULL);
CREATE INDEX contact_case_idx ON asb.contact USING btree (asb_id, on_day);
CREATE INDEX contribution_nomination_idx ON asb.contribution USING btree (nomination_id, at);
CREATE INDEX incident_case_idx ON asb.incident USING btree (asb_id, on_day);
CREATE INDEX incident_day_idx ON asb.incident USING btree (agency_id, on_day);
CREATE INDEX measure_case_idx ON asb.measure USING btree (asb_id, on_day);
CREATE INDEX nomination_agencies_idx ON asb.nomination USING gin (agency_ids);
CREATE INDEX nomination_case_idx ON asb.nomination USING btree (asb_id);
CREATE INDEX nomination_series_idx ON asb.nomination USING btree (series_id, nominated_on DESC, id);
CREATE INDEX nomination_event_idx ON asb.nomination_event USING btree (nomination_id, at);
CREATE INDEX order_event_idx ON asb.order_event USING btree (order_id, at);
CREATE INDEX order_case_idx ON asb.order_file USING btree (asb_id);
CREATE INDEX order_made_idx ON asb.order_file USING btree (agency_id, made_on);
CREATE INDEX recommendation_body_idx ON asb.recommendation USING btree (body_agency_id, made_on DESC);
CREATE INDEX recommendation_review_idx ON asb.recommendation USING btree (review_id);
CREATE INDEX release_plan_escalate_idx ON asb.release_plan USING btree (escalate_on) WHERE (escalated_on IS NULL);
CREATE INDEX review_agency_idx ON asb.review USING btree (agency_id, applied_on DESC, id);
CREATE INDEX review_event_idx ON asb.review_event USING btree (review_id, at);
CREATE INDEX hit_marker_idx ON assurance.hit USING btree (marker_id);
CREATE INDEX marker_agency_idx ON assurance.marker USING btree (agency_id, review_on);
CREATE INDEX marker_live_idx ON assurance.marker USING btree (review_on) WHERE (ended_at IS NULL);
CREATE INDEX marker_record_idx ON assurance.marker USING btree (record_id) WHERE (record_id IS NOT NULL);
CREATE INDEX marker_event_marker_idx ON assurance.marker_event USING btree (marker_id, at DESC);
CREATE INDEX rule_name_idx ON assurance.rule USING btree (agency_id, name, set_at DESC);
CREATE INDEX screening_agency_idx ON assurance.screening USING btree (agency_id, at DESC);
CREATE INDEX screening_officer_idx ON assurance.screening USING btree (officer_id, at DESC);
CREATE INDEX screening_subject_idx ON assurance.screening USING btree (subject_id, at DESC) WHERE (subject_id IS NOT NULL);
CREATE INDEX alert_agency_idx ON court.alert USING btree (agency_id, made_at DESC, id);
CREATE INDEX alert_published_idx ON court.alert USING btree (published_on DESC, id) WHERE (status = 'published'::text);
CREATE INDEX alert_reach_day_idx ON court.alert_reach USING btree (on_day);
CREATE INDEX alert_reach_idx ON court.alert_reach USING btree (alert_id, on_day);
CREATE INDEX outcome_register_idx ON court.outcome USING btree (register_agency_id, on_day DESC, id);
CREATE INDEX prosecution_service_idx ON court.prosecution USING btree (service_id, opened_on DESC, id);
CREATE INDEX supporter_prosecution_idx ON court.supporter USING btree (prosecution_id, at);
CREATE INDEX agreement_to_idx ON directory.agreement USING btree (to_agency_id, record_kind);
CREATE INDEX area_kind_idx ON directory.area USING btree (kind, name);
CREATE INDEX area_ring_bounds_gist ON directory.area_ring USING gist (bounds);
CREATE INDEX authorisation_officer_idx ON directory.authorisation USING btree (officer_id);
CREATE INDEX change_record_idx ON directory.change USING btree (record_kind, record_id, at DESC);
CREATE INDEX clearance_officer_idx ON directory.clearance USING btree (officer_id);
CREATE UNIQUE INDEX clearance_standing_idx ON directory.clearance USING btree (officer_id, kind, name) WHERE ((replaced_on IS NULL) AND (status = 'granted'::text));
CREATE INDEX role_grant_officer_idx ON directory.role_grant USING btree (officer_id);
CREATE INDEX role_request_agency_idx ON directory.role_request USING btree (agency_id) WHERE (status = 'asked'::text);
CREATE INDEX role_request_officer_idx ON directory.role_request USING btree (officer_id);
CREATE INDEX routing_rule_issue_idx ON directory.routing_rule USING btree (issue_type);
CREATE INDEX service_member_officer_idx ON directory.service_member USING btree (officer_id);
CREATE INDEX street_name_trgm ON directory.street USING gin ((((name || ' '::text) || town)) public.gin_trgm_ops);
CREATE UNIQUE INDEX commission_follows_idx ON dissemination.commission USING btree (follows_id) WHERE (follows_id IS NOT NULL);
CREATE INDEX commission_paid_idx ON dissemination.commission USING btree (paid_on) WHERE (paid_on IS NOT NULL);
CREATE INDEX commission_service_idx ON dissemination.commission USING btree (agency_id, service_id, asked_on DESC, id);
CREATE INDEX commission_unit_idx ON dissemination.commission USING btree (unit_agency_id, asked_on DESC, id);
CREATE INDEX commission_recovery_day_idx ON dissemination.commission_recovery USING btree (on_day);
CREATE INDEX commission_recovery_idx ON dissemination.commission_recovery USING btree (commission_id, on_day);
CREATE INDEX enquiry_file_idx ON dissemination.enquiry USING btree (file_id, asked_on DESC, id);
CREATE INDEX enquiry_unit_idx ON dissemination.enquiry USING btree (unit_agency_id, answers_on, reference);
CREATE INDEX outcome_package_idx ON dissemination.outcome USING btree (package_id, at DESC);
CREATE INDEX package_agencies_idx ON dissemination.package USING gin (agency_ids);
CREATE INDEX package_officers_idx ON dissemination.package USING gin (officer_ids);
CREATE INDEX package_unit_idx ON dissemination.package USING btree (agency_id, released_at DESC);
CREATE INDEX receipt_officer_idx ON dissemination.receipt USING btree (officer_id, sent_on DESC);
CREATE INDEX vetting_request_agency_idx ON dissemination.vetting_request USING btree (agency_id, asked_on DESC);
CREATE INDEX vetting_request_unit_idx ON dissemination.vetting_request USING btree (unit_agency_id, answers_on, reference);
CREATE INDEX vetting_subject_key_idx ON dissemination.vetting_subject USING btree (key_kind, key_value) WHERE (key_value IS NOT NULL);
CREATE INDEX abandoned_agency_idx ON enforcement.abandoned USING btree (agency_id, made_at DESC, id DESC);
CREATE INDEX abandoned_case_idx ON enforcement.abandoned USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX abandoned_made_idx ON enforcement.abandoned USING btree (made_at DESC, id DESC);
CREATE INDEX abandoned_report_idx ON enforcement.abandoned USING btree (report_id) WHERE (report_id IS NOT NULL);
CREATE INDEX abandoned_enquiry_idx ON enforcement.abandoned_enquiry USING btree (abandoned_id, asked_on);
CREATE INDEX abandoned_event_idx ON enforcement.abandoned_event USING btree (abandoned_id, at);
CREATE INDEX abandoned_photo_idx ON enforcement.abandoned_photo USING btree (abandoned_id, taken_on, added_at);
CREATE INDEX abandoned_place_mark_idx ON enforcement.abandoned_place USING btree (mark_key) WHERE (mark_key IS NOT NULL);
CREATE INDEX abandoned_reason_idx ON enforcement.abandoned_reason USING btree (abandoned_id);
CREATE INDEX abandoned_service_idx ON enforcement.abandoned_service USING btree (abandoned_id, served_at);
CREATE INDEX adopted_amount_agency_idx ON enforcement.adopted_amount USING btree (agency_id, offence, valid_from);
CREATE INDEX case_event_case_idx ON enforcement.case_event USING btree (case_id, at);
CREATE INDEX case_file_lead_idx ON enforcement.case_file USING btree (lead_agency_id, opened_at DESC, id DESC);
CREATE INDEX case_file_search_gin ON enforcement.case_file USING gin (search);
CREATE INDEX case_service_agency_idx ON enforcement.case_service USING btree (agency_id, case_id);
CREATE INDEX closure_agency_idx ON enforcement.closure USING btree (agency_id, made_at DESC, id DESC);
CREATE INDEX closure_case_idx ON enforcement.closure USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX closure_made_idx ON enforcement.closure USING btree (made_at DESC, id DESC);
CREATE INDEX closure_event_idx ON enforcement.closure_event USING btree (closure_id, at);
CREATE INDEX closure_occupant_idx ON enforcement.closure_occupant USING btree (closure_id, added_at);
CREATE INDEX closure_reason_idx ON enforcement.closure_reason USING btree (closure_id);
CREATE INDEX closure_service_idx ON enforcement.closure_service USING btree (closure_id, served_at);
CREATE INDEX encampment_agency_idx ON enforcement.encampment USING btree (agency_id, made_at DESC, id DESC);
CREATE INDEX encampment_arrived_idx ON enforcement.encampment USING btree (arrived_on);
CREATE INDEX encampment_case_idx ON enforcement.encampment USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX encampment_made_idx ON enforcement.encampment USING btree (made_at DESC, id DESC);
CREATE INDEX encampment_event_idx ON enforcement.encampment_event USING btree (encampment_id, at);
CREATE INDEX encampment_measure_idx ON enforcement.encampment_measure USING btree (encampment_id, due_on);
CREATE INDEX encampment_reason_idx ON enforcement.encampment_reason USING btree (encampment_id);
CREATE INDEX encampment_service_idx ON enforcement.encampment_service USING btree (encampment_id, served_at);
CREATE INDEX encampment_vehicle_mark_idx ON enforcement.encampment_vehicle USING btree (mark);
CREATE INDEX penalty_agency_idx ON enforcement.penalty USING btree (agency_id, issued_on DESC, id DESC);
CREATE INDEX penalty_case_idx ON enforcement.penalty USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX penalty_due_idx ON enforcement.penalty USING btree (pay_until) WHERE (status = 'issued'::text);
CREATE INDEX penalty_issued_idx ON enforcement.penalty USING btree (issued_on DESC, id DESC);
CREATE INDEX penalty_pspo_idx ON enforcement.penalty USING btree (pspo_id) WHERE (pspo_id IS NOT NULL);
CREATE INDEX penalty_report_idx ON enforcement.penalty USING btree (report_id) WHERE (report_id IS NOT NULL);
CREATE INDEX penalty_search_gin ON enforcement.penalty USING gin (search);
CREATE INDEX penalty_event_penalty_idx ON enforcement.penalty_event USING btree (penalty_id, at);
CREATE INDEX penalty_evidence_penalty_idx ON enforcement.penalty_evidence USING btree (penalty_id, added_at);
CREATE INDEX penalty_law_offence_idx ON enforcement.penalty_law USING btree (offence, valid_from);
CREATE INDEX penalty_payment_day_idx ON enforcement.penalty_payment USING btree (paid_on);
CREATE UNIQUE INDEX penalty_payment_reference_key ON enforcement.penalty_payment USING btree (penalty_id, payment_reference);
CREATE INDEX protection_agency_idx ON enforcement.protection USING btree (agency_id, made_at DESC, id DESC);
CREATE INDEX protection_case_idx ON enforcement.protection USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX protection_made_idx ON enforcement.protection USING btree (made_at DESC, id DESC);
CREATE INDEX protection_event_idx ON enforcement.protection_event USING btree (protection_id, at);
CREATE INDEX protection_evidence_idx ON enforcement.protection_evidence USING btree (protection_id, happened_on);
CREATE INDEX protection_reason_idx ON enforcement.protection_reason USING btree (protection_id);
CREATE INDEX protection_requirement_idx ON enforcement.protection_requirement USING btree (protection_id, stage, added_at);
CREATE INDEX pspo_agency_idx ON enforcement.pspo USING btree (agency_id, made_at DESC, id DESC);
CREATE INDEX pspo_ends_idx ON enforcement.pspo USING btree (ends_on) WHERE (status = ANY (ARRAY['made'::text, 'published'::text]));
CREATE INDEX pspo_made_idx ON enforcement.pspo USING btree (made_at DESC, id DESC);
CREATE INDEX pspo_event_idx ON enforcement.pspo_event USING btree (pspo_id, at);
CREATE UNIQUE INDEX pspo_officer_open_key ON enforcement.pspo_officer USING btree (pspo_id, officer_id) WHERE (until_on IS NULL);
CREATE INDEX pspo_publication_days_idx ON enforcement.pspo_publication USING btree (starts_on, ends_on);
CREATE INDEX pspo_reason_idx ON enforcement.pspo_reason USING btree (pspo_id);
CREATE INDEX vehicle_charge_idx ON enforcement.vehicle_charge USING btree (agency_id, code, valid_from DESC, set_at DESC);
CREATE INDEX capture_delivered_idx ON field.capture USING btree (delivered_at);
CREATE INDEX photo_received_idx ON field.photo USING btree (received_at);
CREATE INDEX access_agency_idx ON governance.access USING btree (agency_id, received_on DESC, id);
CREATE INDEX access_event_idx ON governance.access_event USING btree (access_id, at);
CREATE INDEX legal_hold_agency_idx ON governance.legal_hold USING btree (agency_id, set_at DESC);
CREATE UNIQUE INDEX legal_hold_standing_idx ON governance.legal_hold USING btree (kind, record_id) WHERE (lifted_at IS NULL);
CREATE INDEX period_agency_idx ON governance.period USING btree (agency_id, kind, set_at DESC);
CREATE INDEX run_agency_idx ON governance.run USING btree (agency_id, ran_at DESC);
CREATE INDEX stripped_record_idx ON governance.stripped USING btree (record_id);
CREATE INDEX attempt_day_idx ON inspection.attempt USING btree (on_day, id);
CREATE UNIQUE INDEX attempt_once_key ON inspection.attempt USING btree (purchase_id, premises_id) WHERE (result <> 'void'::text);
CREATE INDEX attempt_premises_idx ON inspection.attempt USING btree (premises_id, on_day);
CREATE INDEX award_decided_idx ON inspection.award USING btree (decided_on, id);
CREATE UNIQUE INDEX award_open_key ON inspection.award USING btree (scheme_id, premises_id) WHERE (status = 'applied'::text);
CREATE UNIQUE INDEX concern_open_key ON inspection.concern USING btree (premises_id) WHERE (ended_on IS NULL);
CREATE INDEX follow_up_due_idx ON inspection.follow_up USING btree (status, due_on);
CREATE INDEX licensing_agency_idx ON inspection.licensing USING btree (agency_id, made_at DESC, id DESC);
CREATE INDEX licensing_premises_idx ON inspection.licensing USING btree (premises_id);
CREATE INDEX licensing_clock_idx ON inspection.licensing_clock USING btree (agency_id, code, valid_from DESC, set_at DESC);
CREATE INDEX licensing_event_idx ON inspection.licensing_event USING btree (licensing_id, at);
CREATE INDEX licensing_evidence_idx ON inspection.licensing_evidence USING btree (licensing_id, "position");
CREATE INDEX licensing_publication_idx ON inspection.licensing_publication USING btree (advertised_on DESC, licensing_id);
CREATE INDEX licensing_reason_idx ON inspection.licensing_reason USING btree (licensing_id);
CREATE INDEX licensing_representation_idx ON inspection.licensing_representation USING btree (licensing_id, came_on);
CREATE UNIQUE INDEX member_open_key ON inspection.member USING btree (scheme_id, premises_id) WHERE (left_on IS NULL);
CREATE INDEX premises_agencies_idx ON inspection.premises USING gin (agency_ids);
CREATE INDEX premises_firm_record_idx ON inspection.premises USING btree (firm_record_id);
CREATE INDEX premises_list_idx ON inspection.premises USING btree (trading_name, id);
CREATE INDEX premises_place_record_idx ON inspection.premises USING btree (place_record_id);
CREATE INDEX premises_event_idx ON inspection.premises_event USING btree (premises_id, at);
CREATE INDEX purchase_agencies_idx ON inspection.purchase USING gin (agency_ids);
CREATE INDEX purchase_day_idx ON inspection.purchase USING btree (on_day DESC, id);
CREATE INDEX purchase_event_idx ON inspection.purchase_event USING btree (purchase_id, at);
CREATE UNIQUE INDEX sale_penalty_key ON inspection.sale USING btree (agency_id, penalty_id);
CREATE INDEX sample_visit_idx ON inspection.sample USING btree (visit_id);
CREATE INDEX scheme_agencies_idx ON inspection.scheme USING gin (agency_ids);
CREATE INDEX selection_premises_idx ON inspection.selection USING btree (premises_id);
CREATE INDEX selection_records_idx ON inspection.selection USING gin (record_ids);
CREATE INDEX inspection_visit_agencies_idx ON inspection.visit USING gin (agency_ids);
CREATE INDEX inspection_visit_premises_idx ON inspection.visit USING btree (premises_id, visited_on DESC);
CREATE UNIQUE INDEX visit_open_key ON inspection.visit USING btree (premises_id, kind, agency_id) WHERE (visited_on IS NULL);
CREATE INDEX welfare_line_idx ON inspection.welfare_line USING btree (purchase_id, at);
CREATE INDEX fly_tip_action_idx ON intake.fly_tip_action USING btree (report_id, on_day);
CREATE INDEX import_run_agency_idx ON intake.import_run USING btree (agency_id, started_at DESC, id DESC);
CREATE INDEX import_withdrawn_reference_idx ON intake.import_withdrawn USING btree (reference);
CREATE INDEX message_report_idx ON intake.message USING btree (report_id, sent_at);
CREATE INDEX report_case_idx ON intake.report USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX report_duplicate_idx ON intake.report USING btree (duplicate_of_id) WHERE (duplicate_of_id IS NOT NULL);
CREATE INDEX report_import_idx ON intake.report USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX report_map_idx ON intake.report USING btree (lat, lon) INCLUDE (owner_agency_id, received_by_agency_id, service_id, is_sensitive, status, issue_type, district_code, ward_code, channel, received_at, id);
CREATE INDEX report_open_wall_idx ON intake.report USING btree (owner_agency_id, received_at DESC, id DESC) INCLUDE (is_sensitive, received_by_agency_id, service_id, status) WHERE (status = ANY (ARRAY['new'::text, 'in-progress'::text]));
CREATE INDEX report_owner_received_idx ON intake.report USING btree (owner_agency_id, received_at DESC, id DESC);
CREATE INDEX report_received_idx ON intake.report USING btree (received_at DESC, id DESC);
CREATE INDEX report_search_gin ON intake.report USING gin (search);
CREATE INDEX report_service_open_idx ON intake.report USING btree (service_id, received_at DESC) WHERE (status = ANY (ARRAY['new'::text, 'in-progress'::text]));
CREATE INDEX report_status_received_idx ON intake.report USING btree (status, received_at, id);
CREATE INDEX report_taker_received_idx ON intake.report USING btree (received_by_agency_id, received_at DESC, id DESC);
CREATE INDEX report_target_received_idx ON intake.report USING btree (target_id, received_at, id) INCLUDE (status, service_id, owner_agency_id, received_by_agency_id, is_sensitive);
CREATE INDEX report_event_at_idx ON intake.report_event USING btree (at);
CREATE INDEX report_event_escalated_idx ON intake.report_event USING btree (at) WHERE (kind = 'escalate'::text);
CREATE INDEX report_event_report_idx ON intake.report_event USING btree (report_id, at);
CREATE INDEX report_tally_issue_idx ON intake.report_tally USING btree (issue_type, month) WHERE (facet = 'state'::text);
CREATE INDEX report_tally_month_idx ON intake.report_tally USING btree (facet, month) INCLUDE (is_sensitive, owner_agency_id, received_by_agency_id, service_id, district_code, routed_by, times_rerouted, issue_type, status, outcome, channel, minutes_to_owner, n);
CREATE INDEX report_word_trgm ON intake.report_word USING gin (word public.gin_trgm_ops);
CREATE INDEX sent_form_at_idx ON intake.sent_form USING btree (sent_at);
CREATE INDEX target_of_day_idx ON intake.target USING btree (counted_from, target_on) WHERE ((moves = 0) AND (stopped_of IS NULL));
CREATE INDEX target_on_idx ON intake.target USING btree (target_on, id);
CREATE INDEX target_running_idx ON intake.target USING btree (target_on) WHERE (stopped_of IS NULL);
CREATE INDEX target_stopped_idx ON intake.target USING btree (stopped_of, moves) WHERE (stopped_of IS NOT NULL);
CREATE INDEX attachment_item_idx ON intelligence.attachment USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX check_grant_officer_idx ON intelligence.check_grant USING btree (agency_id, source, officer_id);
CREATE INDEX closed_item_item_idx ON intelligence.closed_item USING btree (item_id);
CREATE INDEX closed_source_source_idx ON intelligence.closed_source USING btree (source_id);
CREATE INDEX conversion_agency_idx ON intelligence.conversion USING btree (agency_id, at DESC);
CREATE INDEX draft_agency_idx ON intelligence.draft USING btree (agency_id, drafted_at DESC);
CREATE INDEX draft_priority_idx ON intelligence.draft USING btree (priority_id) WHERE (priority_id IS NOT NULL);
CREATE INDEX draft_paragraph_paragraph_idx ON intelligence.draft_paragraph USING btree (paragraph_id);
CREATE INDEX draft_review_draft_idx ON intelligence.draft_review USING btree (draft_id, at);
CREATE INDEX enquiry_line_idx ON intelligence.enquiry_line USING btree (enquiry_id, made_at);
CREATE INDEX enquiry_line_item_idx ON intelligence.enquiry_line USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX enquiry_line_watch_idx ON intelligence.enquiry_line USING btree (watch_id) WHERE (watch_id IS NOT NULL);
CREATE INDEX external_check_link_idx ON intelligence.external_check USING btree (link_id);
CREATE INDEX external_check_subject_idx ON intelligence.external_check USING btree (agency_id, source, lower(subject_words));
CREATE INDEX external_check_unit_idx ON intelligence.external_check USING btree (agency_id, asked_at DESC);
CREATE INDEX feed_file_agency_idx ON intelligence.feed_file USING btree (agency_id, given_at DESC, id);
CREATE INDEX feed_key_item_idx ON intelligence.feed_key USING btree (item_id);
CREATE INDEX grading_item_idx ON intelligence.grading USING btree (item_id, at DESC);
CREATE INDEX harm_assessment_link_idx ON intelligence.harm_assessment USING btree (link_id);
CREATE INDEX item_duplicate_idx ON intelligence.item USING btree (duplicate_of) WHERE (duplicate_of IS NOT NULL);
CREATE INDEX item_priority_idx ON intelligence.item USING btree (agency_id, priority, received_at, id);
CREATE INDEX item_ready_idx ON intelligence.item USING btree (agency_id, received_at, id) WHERE (status = 'ready'::text);
CREATE INDEX item_received_idx ON intelligence.item USING btree (agency_id, received_at, id);
CREATE INDEX item_reference_idx ON intelligence.item USING btree (agency_id, reference, id);
CREATE INDEX item_search_idx ON intelligence.item USING gin (search) WHERE (NOT is_sensitive);
CREATE INDEX item_sensitive_idx ON intelligence.item USING btree (agency_id, priority, received_at, id) WHERE is_sensitive;
CREATE INDEX item_source_idx ON intelligence.item USING btree (source_id, received_at) WHERE (source_id IS NOT NULL);
CREATE INDEX item_status_idx ON intelligence.item USING btree (agency_id, status, priority, received_at, id);
CREATE INDEX item_title_trgm ON intelligence.item USING gin (title public.gin_trgm_ops) WHERE (NOT is_sensitive);
CREATE INDEX item_waiting_idx ON intelligence.item USING btree (agency_id, priority, received_at, id) WHERE (status = ANY (ARRAY['received'::text, 'returned'::text]));
CREATE INDEX item_waiting_search_idx ON intelligence.item USING gin (search) WHERE ((status = ANY (ARRAY['received'::text, 'returned'::text])) AND (NOT is_sensitive));
CREATE INDEX item_event_item_idx ON intelligence.item_event USING btree (item_id, at DESC);
CREATE INDEX item_review_item_idx ON intelligence.item_review USING btree (item_id, at DESC);
CREATE INDEX link_firm_idx ON intelligence.link USING btree (agency_id, records.firm_form(
CASE
    WHEN (key_kind IS NULL) THEN label
    ELSE regexp_replace(label, ', [^,]*$'::text, ''::text)
END)) WHERE ((kind = 'organisation'::text) AND (state = 'confirmed'::text));
CREATE INDEX link_item_idx ON intelligence.link USING btree (item_id);
CREATE INDEX link_label_trgm ON intelligence.link USING gin (label public.gin_trgm_ops) WHERE (state = 'confirmed'::text);
CREATE INDEX link_newest_idx ON intelligence.link USING btree (agency_id, key_kind, key_value, made_at DESC, item_id) WHERE ((state = 'confirmed'::text) AND (key_kind IS NOT NULL));
CREATE UNIQUE INDEX link_once_idx ON intelligence.link USING btree (item_id, kind, value) WHERE (state <> 'ended'::text);
CREATE INDEX mention_newest_idx ON intelligence.mention USING btree (agency_id, kind, value, received_at DESC, item_id);
CREATE INDEX ocg_lead_idx ON intelligence.ocg USING btree (lead_officer_id);
CREATE INDEX ocg_unit_idx ON intelligence.ocg USING btree (agency_id, review_on);
CREATE INDEX ocg_action_ocg_idx ON intelligence.ocg_action USING btree (ocg_id);
CREATE INDEX ocg_disruption_ocg_idx ON intelligence.ocg_disruption USING btree (ocg_id, on_day);
CREATE INDEX ocg_event_ocg_idx ON intelligence.ocg_event USING btree (ocg_id, at);
CREATE INDEX ocg_member_link_idx ON intelligence.ocg_member USING btree (link_id);
CREATE UNIQUE INDEX ocg_member_once ON intelligence.ocg_member USING btree (ocg_id, subject) WHERE (ended_at IS NULL);
CREATE INDEX ocg_member_subject_idx ON intelligence.ocg_member USING btree (agency_id, subject);
CREATE INDEX paragraph_conversion_idx ON intelligence.paragraph USING btree (conversion_id) WHERE (conversion_id IS NOT NULL);
CREATE INDEX paragraph_item_idx ON intelligence.paragraph USING btree (item_id, "position");
CREATE INDEX paragraph_legacy_idx ON intelligence.paragraph USING btree (agency_id, legacy_grade) WHERE ((legacy_grade <> ''::text) AND (graded_at IS NULL));
CREATE INDEX priority_requirement_idx ON intelligence.priority_requirement USING btree (requirement_id);
CREATE INDEX problem_series_idx ON intelligence.problem USING btree (series_id, number);
CREATE INDEX requirement_unit_idx ON intelligence.requirement USING btree (agency_id, shown_until);
CREATE INDEX requirement_item_item_idx ON intelligence.requirement_item USING btree (item_id);
CREATE INDEX requirement_plan_idx ON intelligence.requirement_plan USING btree (requirement_id);
CREATE INDEX rule_name_idx ON intelligence.rule USING btree (agency_id, name, set_at DESC);
CREATE INDEX watch_kept_idx ON intelligence.watch USING btree (agency_id, kept_by);
CREATE INDEX watch_live_idx ON intelligence.watch USING btree (agency_id, until_on) WHERE (ended_on IS NULL);
CREATE INDEX watch_hit_item_idx ON intelligence.watch_hit USING btree (item_id);
CREATE INDEX course_day_idx ON jet.course USING btree (on_day DESC, id);
CREATE UNIQUE INDEX course_once_idx ON jet.course USING btree (agency_id, on_day, upper(title));
CREATE UNIQUE INDEX note_once_idx ON jet.note USING btree (agency_id, upper(title)) WHERE (status <> 'replaced'::text);
CREATE INDEX patrol_plan_idx ON jet.patrol USING btree (plan_id, on_day DESC);
CREATE INDEX plan_agency_idx ON jet.plan USING btree (agency_id, to_on DESC);
CREATE UNIQUE INDEX plan_once_idx ON jet.plan USING btree (agency_id, team_id, from_on, upper(title)) WHERE (status = 'open'::text);
CREATE INDEX power_use_agency_idx ON jet.power_use USING btree (agency_id, used_at DESC, id);
CREATE INDEX reaccreditation_agency_idx ON jet.reaccreditation USING btree (agency_id, opened_at DESC);
CREATE UNIQUE INDEX reaccreditation_running_idx ON jet.reaccreditation USING btree (officer_id, agency_id) WHERE (status = ANY (ARRAY['open'::text, 'ready'::text]));
CREATE UNIQUE INDEX review_once_idx ON jet.review USING btree (agency_id, team_id, from_on, to_on, md5(finding));
CREATE INDEX review_team_idx ON jet.review USING btree (team_id, made_at DESC);
CREATE INDEX shift_service_idx ON jet.shift USING btree (service_id, on_day);
CREATE INDEX time_change_idx ON jet.time_change USING btree (entry_id, at);
CREATE INDEX time_entry_agency_idx ON jet.time_entry USING btree (agency_id, on_day, id);
CREATE INDEX time_entry_officer_idx ON jet.time_entry USING btree (officer_id, on_day DESC, id);
CREATE INDEX time_entry_team_idx ON jet.time_entry USING btree (team_id, on_day);
CREATE INDEX hidden_with_record_idx ON linkage.hidden_with USING btree (record_id);
CREATE INDEX judgement_b_idx ON linkage.judgement USING btree (record_b) WHERE (ended_at IS NULL);
CREATE INDEX judgement_different_idx ON linkage.judgement USING btree (record_a) WHERE ((ended_at IS NULL) AND (verdict = 'different'::text));
CREATE UNIQUE INDEX judgement_live_key ON linkage.judgement USING btree (record_a, record_b) WHERE (ended_at IS NULL);
CREATE INDEX judgement_model_idx ON linkage.judgement USING btree (model_id) WHERE ((ended_at IS NULL) AND (model_id IS NOT NULL));
CREATE INDEX judgement_officer_idx ON linkage.judgement USING btree (officer_id, made_at DESC) WHERE (officer_id IS NOT NULL);
CREATE INDEX judgement_pair_idx ON linkage.judgement USING btree (record_a, record_b, made_at);
CREATE INDEX judgement_queue_idx ON linkage.judgement USING btree (worth DESC, id) WHERE ((ended_at IS NULL) AND (verdict = ANY (ARRAY['proposed'::text, 'unsure'::text])));
CREATE INDEX judgement_replaced_idx ON linkage.judgement USING btree (replaced_by) WHERE (replaced_by IS NOT NULL);
CREATE INDEX judgement_run_idx ON linkage.judgement USING btree (run_id) WHERE ((ended_at IS NULL) AND (run_id IS NOT NULL));
CREATE UNIQUE INDEX list_name_key ON linkage.list USING btree (owner_agency_id, entered_by_agency_id, name) NULLS NOT DISTINCT;
CREATE INDEX list_entry_birth_idx ON linkage.list_entry USING btree (list_id, ((fields ->> 'dateOfBirth'::text)));
CREATE INDEX list_entry_list_idx ON linkage.list_entry USING btree (list_id, label, id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX list_entry_live_key ON linkage.list_entry USING btree (list_id, source_key) WHERE (withdrawn_at IS NULL);
CREATE INDEX list_entry_load_idx ON linkage.list_entry USING btree (load_id);
CREATE INDEX list_entry_origin_idx ON linkage.list_entry USING btree (origin_agency_id, received_at DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX list_entry_replaces_idx ON linkage.list_entry USING btree (replaces) WHERE (replaces IS NOT NULL);
CREATE INDEX list_entry_source_idx ON linkage.list_entry USING btree (list_id, source_key);
CREATE INDEX list_entry_withdrawn_idx ON linkage.list_entry USING btree (withdrawn_by_load) WHERE (withdrawn_by_load IS NOT NULL);
CREATE INDEX list_load_list_idx ON linkage.list_load USING btree (list_id, given_at DESC, id DESC);
CREATE INDEX match_run_asked_idx ON linkage.match_run USING btree (asked_at DESC);
CREATE INDEX question_from_idx ON linkage.question USING btree (from_agency_id, asked_at DESC);
CREATE INDEX question_record_idx ON linkage.question USING btree (record_id);
CREATE INDEX question_to_idx ON linkage.question USING btree (to_agency_id, asked_at DESC) WHERE (answered_at IS NULL);
CREATE INDEX record_key_record_idx ON linkage.record_key USING btree (record_id);
CREATE INDEX rule_name_idx ON linkage.rule USING btree (name, set_at DESC);
CREATE INDEX second_opinion_waiting_idx ON linkage.second_opinion USING btree (drawn_at) WHERE (verdict IS NULL);
CREATE INDEX operation_agencies_idx ON operations.operation USING gin (agency_ids);
CREATE INDEX operation_day_idx ON operations.operation USING btree (on_day DESC, id);
CREATE INDEX operation_event_idx ON operations.operation_event USING btree (operation_id, at);
CREATE INDEX operation_reason_idx ON operations.operation_reason USING btree (operation_id);
CREATE INDEX operation_stop_at_idx ON operations.operation_stop USING btree (stopped_at, id);
CREATE INDEX operation_stop_operation_idx ON operations.operation_stop USING btree (operation_id, stopped_at);
CREATE INDEX operation_visit_idx ON operations.operation_visit USING btree (operation_id, screened_at);
CREATE INDEX audit_entry_at_idx ON platform.audit_entry USING btree (at DESC);
CREATE INDEX audit_entry_officer_idx ON platform.audit_entry USING btree (officer_id, at DESC);
CREATE INDEX audit_entry_record_idx ON platform.audit_entry USING btree (record_kind, record_id);
CREATE INDEX audit_entry_refused_idx ON platform.audit_entry USING btree (at) WHERE (outcome = 'refused'::text);
CREATE INDEX file_owner_idx ON platform.file USING btree (owner_kind, owner_id);
CREATE INDEX form_sent_at_idx ON platform.form_sent USING btree (sent_at);
CREATE INDEX outbox_queued_idx ON platform.outbox USING btree (queued_at DESC, id DESC);
CREATE INDEX outbox_record_idx ON platform.outbox USING btree (record_kind, record_id);
CREATE INDEX outbox_waiting_idx ON platform.outbox USING btree (queued_at) WHERE (state = 'waiting'::text);
CREATE INDEX password_link_account_idx ON platform.password_link USING btree (account_id) WHERE ((used_at IS NULL) AND (voided_at IS NULL));
CREATE INDEX session_account_idx ON platform.session USING btree (account_id) WHERE (ended_at IS NULL);
CREATE INDEX session_csrf_idx ON platform.session USING btree (csrf_secret);
CREATE INDEX exact_key_record_idx ON records.exact_key USING btree (record_id);
CREATE INDEX link_from_idx ON records.link USING btree (from_kind, from_id) WHERE (ended_at IS NULL);
CREATE INDEX link_source_report_idx ON records.link USING btree (source_report_id) WHERE (source_report_id IS NOT NULL);
CREATE INDEX link_to_idx ON records.link USING btree (to_kind, to_id) WHERE (ended_at IS NULL);
CREATE INDEX received_record_firm_idx ON records.received_record USING btree (records.firm_form(label)) WHERE (kind = 'organisation'::text);
CREATE INDEX received_record_label_trgm ON records.received_record USING gin (label public.gin_trgm_ops);
CREATE INDEX received_record_origin_idx ON records.received_record USING btree (origin_agency_id, received_at DESC);
CREATE INDEX received_record_report_idx ON records.received_record USING btree (report_id);
CREATE INDEX event_file_idx ON safeguarding.event USING btree (file_id, at DESC);
CREATE UNIQUE INDEX hidden_mark_one_live ON safeguarding.hidden_mark USING btree (file_id, agency_id) WHERE (lifted_at IS NULL);
CREATE INDEX lead_file_idx ON safeguarding.lead USING btree (file_id, offered_at DESC);
CREATE UNIQUE INDEX lead_one_leading ON safeguarding.lead USING btree (file_id) WHERE (state = 'leading'::text);
CREATE UNIQUE INDEX lead_one_offered ON safeguarding.lead USING btree (file_id) WHERE (state = 'offered'::text);
CREATE INDEX loss_day_idx ON safeguarding.loss USING btree (happened_on) WHERE (withdrawn_at IS NULL);
CREATE INDEX loss_file_idx ON safeguarding.loss USING btree (file_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX precaution_file_idx ON safeguarding.precaution USING btree (file_id) WHERE (ended_at IS NULL);
CREATE INDEX referral_file_idx ON safeguarding.referral USING btree (file_id, made_at DESC);
CREATE INDEX reveal_file_idx ON safeguarding.reveal USING btree (file_id, at DESC);
CREATE INDEX rule_code_idx ON safeguarding.rule USING btree (agency_id, code, set_at DESC);
CREATE INDEX victim_file_agency_idx ON safeguarding.victim_file USING btree (agency_id, priority DESC, reference) WHERE (joined_into IS NULL);
CREATE INDEX victim_file_joined_idx ON safeguarding.victim_file USING btree (joined_into) WHERE (joined_into IS NOT NULL);
CREATE INDEX victim_file_lead_idx ON safeguarding.victim_file USING btree (lead_agency_id);
CREATE INDEX victim_file_offered_idx ON safeguarding.victim_file USING btree (offered_agency_id) WHERE (offered_agency_id IS NOT NULL);
CREATE UNIQUE INDEX victim_file_record_key ON safeguarding.victim_file USING btree (agency_id, record_id) WHERE (joined_into IS NULL);
CREATE INDEX victim_file_repeat_idx ON safeguarding.victim_file USING btree (repeat_due_on) WHERE (repeat_due_on IS NOT NULL);
CREATE INDEX visit_assigned_idx ON safeguarding.visit USING btree (assigned_to, planned_on) WHERE (state = 'planned'::text);
CREATE INDEX visit_file_idx ON safeguarding.visit USING btree (file_id, planned_on DESC);
CREATE INDEX agenda_item_case_idx ON tasking.agenda_item USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE UNIQUE INDEX agenda_item_case_once ON tasking.agenda_item USING btree (meeting_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX agenda_item_meeting_idx ON tasking.agenda_item USING btree (meeting_id, "position");
CREATE INDEX data_return_service_idx ON tasking.data_return USING btree (service_id, due_on) WHERE (status = 'open'::text);
CREATE INDEX decision_case_idx ON tasking.decision USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX decision_meeting_idx ON tasking.decision USING btree (meeting_id, decided_at);
CREATE INDEX meeting_held_idx ON tasking.meeting USING btree (held_on);
CREATE UNIQUE INDEX series_follower_idx ON tasking.series USING btree (follows_id, chair_agency_id) WHERE ((follows_id IS NOT NULL) AND is_active);
CREATE INDEX series_change_series_idx ON tasking.series_change USING btree (series_id, at DESC);
CREATE INDEX series_member_service_idx ON tasking.series_member USING btree (service_id);
CREATE INDEX success_flag_status_idx ON tasking.success_flag USING btree (status, flagged_at DESC);
CREATE INDEX task_agency_idx ON tasking.task USING btree (agency_id, due_on);
CREATE INDEX task_case_idx ON tasking.task USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX task_due_idx ON tasking.task USING btree (due_on, id);
CREATE UNIQUE INDEX task_partner_idx ON tasking.task USING btree (agency_id, partner_system, upper(partner_reference)) WHERE (partner_reference IS NOT NULL);
CREATE INDEX task_series_idx ON tasking.task USING btree (series_id, due_on);
CREATE INDEX task_service_idx ON tasking.task USING btree (service_id, due_on);
CREATE INDEX task_event_task_idx ON tasking.task_event USING btree (task_id, at);
CREATE INDEX trader_agency_idx ON traders.trader USING btree (agency_id, made_at DESC, id DESC);
CREATE INDEX trader_member_idx ON traders.trader USING btree (status, member_until);
CREATE INDEX trader_complaint_idx ON traders.trader_complaint USING btree (trader_id, received_on DESC);
CREATE INDEX trader_complaint_received_idx ON traders.trader_complaint USING btree (received_on);
CREATE INDEX trader_event_idx ON traders.trader_event USING btree (trader_id, at);
CREATE INDEX trader_event_kind_idx ON traders.trader_event USING btree (kind, at);
CREATE INDEX trader_person_idx ON traders.trader_person USING btree (trader_id, added_at);
CREATE INDEX trader_person_record_idx ON traders.trader_person USING btree (record_id);
CREATE INDEX trader_proof_idx ON traders.trader_proof USING btree (trader_id, added_at);
CREATE INDEX trader_reason_idx ON traders.trader_reason USING btree (trader_id);

-- Functions

CREATE OR REPLACE FUNCTION asb.answer_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION asb.keeps_cases()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(platform.viewer_text('roles'::text), ','::text) && ARRAY['community-safety-coordinator'::text, 'police-partner'::text, 'partner'::text]);

CREATE OR REPLACE FUNCTION asb.recommendations_by_phrase(ref text, hash bytea)
 RETURNS TABLE(body_name text, words text, response text, response_words text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.name, m.words, m.response, case when exists (select 1 from asb.answer_shown s where s.recommendation_id = m.id) then m.response_words end
  from asb.recommendation m join directory.agency a on a.id = m.body_agency_id
    join asb.review r on r.id = m.review_id join asb.review_phrase p on p.review_id = r.id
  where r.reference = upper(ref) and p.phrase_hash = hash and m.is_sent order by m.made_on, m.reference
$function$;

CREATE OR REPLACE FUNCTION asb.review_by_phrase(ref text, hash bytea)
 RETURNS TABLE(id uuid, reference text, status text, agency_name text, applied_on date, acknowledge_by date, decide_by date, panel_by date, acknowledged_on date, decided_on date, decision text, decision_words text, panel_on date, outcome text, closed_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select r.id, r.reference, r.status, a.name, r.applied_on, r.acknowledge_by, r.decide_by, r.panel_by, r.acknowledged_on, r.decided_on, r.decision,
    r.decision_words, r.panel_on, r.outcome, r.closed_on
  from asb.review r join asb.review_phrase p on p.review_id = r.id join directory.agency a on a.id = r.agency_id
  where r.reference = upper(ref) and p.phrase_hash = hash
$function$;

CREATE OR REPLACE FUNCTION asb.runs_reviews()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ('community-safety-coordinator'::text = ANY (string_to_array(platform.viewer_text('roles'::text), ','::text)));

CREATE OR REPLACE FUNCTION asb.viewer_officer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid;

CREATE OR REPLACE FUNCTION court.close_behind()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare the_case uuid; the_file text;
begin
  select p.case_id, p.reference into the_case, the_file from court.prosecution p where p.id = new.prosecution_id;
  insert into intelligence.closed_source (officer_id, source_id, agency_id)
    select distinct new.officer_id, i.source_id, i.agency_id from dissemination.answer a
      join intelligence.draft_paragraph dp on dp.draft_id = a.package_id join intelligence.paragraph p on p.id = dp.paragraph_id
      join intelligence.item i on i.id = p.item_id
    where a.case_id = the_case and i.source_id is not null on conflict do nothing;
  insert into intelligence.closed_item (officer_id, item_id, agency_id, file_reference, since)
    select distinct new.officer_id, i.id, i.agency_id, the_file, new.at::date from intelligence.item i
    where i.id in (select p.item_id from dissemination.answer a join intelligence.draft_paragraph dp on dp.draft_id = a.package_id
        join intelligence.paragraph p on p.id = dp.paragraph_id where a.case_id = the_case)
      or i.source_id in (select c.source_id from intelligence.closed_source c where c.officer_id = new.officer_id)
    on conflict (officer_id, item_id) do update set file_reference = excluded.file_reference, since = excluded.since,
      reopened_on = null, reopened_by = null, reopen_why = null where closed_item.reopened_on is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION court.line_follows(given court.continuity)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select given.position = count(*) and given.officer_id = platform.viewer_text('officer')::uuid
    and given.hash = encode(sha256(convert_to(concat_ws(E'\n', coalesce((array_agg(k.hash order by k.position desc))[1], ''), given.item_id::text,
      given.position::text, to_char(given.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), given.officer_id::text, given.words), 'UTF8')), 'hex')
  from court.continuity k where k.item_id = given.item_id
$function$;

CREATE OR REPLACE FUNCTION court.register_for(own uuid, today date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN (SELECT o.agency_id FROM (directory.role_grant g JOIN directory.officer o ON ((o.id = g.officer_id))) WHERE ((g.role = 'safeguarding-officer'::text) AND (g.starts_on <= register_for.today) AND ((g.ends_on IS NULL) OR (g.ends_on >= register_for.today))) ORDER BY (o.agency_id = register_for.own) DESC, g.starts_on, o.agency_id LIMIT 1);

CREATE OR REPLACE FUNCTION court.told_of(the_prosecution uuid)
 RETURNS TABLE(told integer, of integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(t.told_at)::int, count(*)::int from court.prosecution p join court.outcome o on o.prosecution_id = p.id join court.telling t on t.outcome_id = o.id
  where p.id = the_prosecution and p.agency_id = platform.viewer_agency() and p.service_id = any (platform.viewer_services())
$function$;

CREATE OR REPLACE FUNCTION directory.serves(the_officer uuid, the_agency uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT 1 FROM directory.officer o WHERE ((o.id = serves.the_officer) AND (o.agency_id = serves.the_agency))));

CREATE OR REPLACE FUNCTION dissemination.answer_carried(check_id uuid, outcome text, document jsonb, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update intelligence.external_check c set state = 'answered', outcome = answer_carried.outcome, document = answer_carried.document,
      answered_at = answer_carried.at, tries = c.tries + 1, fault = null, version = c.version + 1
    where c.id = check_id and c.state = 'asked' and c.by_connection;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.answer_commission(commission uuid, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  c record;
  w record;
  is_withheld boolean;
begin
  select * into c from dissemination.commission d where d.id = commission and d.unit_agency_id = platform.viewer_agency() and d.status = 'asked' for update;
  select * into w from intelligence.commission_work x where x.commission_id = commission and x.authorised_by is not null;
  if c.id is null or w.commission_id is null then return; end if;
  is_withheld := dissemination.leads_to_hidden(c.subject_label, c.key_kind, c.key_value, concat_ws(' ', w.address, w.postcode, w.asset_words));
  if is_withheld and w.outcome = 'traced' then
    insert into dissemination.commission_answer (commission_id, agency_id, service_id, outcome, answered_on)
      values (c.id, c.agency_id, c.service_id, 'not-traced', today);
  else
    insert into dissemination.commission_answer (commission_id, agency_id, service_id, outcome, address, postcode, asset_kind, asset_words, confidence, conditions, checks, answered_on)
      values (c.id, c.agency_id, c.service_id, w.outcome, w.address, w.postcode, w.asset_kind, w.asset_words, w.confidence, w.conditions, w.checks, today);
  end if;
  update dissemination.commission d set status = 'answered', version = d.version + 1 where d.id = c.id;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.answer_enquiries(today date, next_round date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare crossed integer;
begin
  with due as (
    select e.id, e.purpose from dissemination.enquiry e join intelligence.enquiry a on a.enquiry_id = e.id
    where e.answers_on <= today and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id)
      and not exists (select 1 from dissemination.enquiry o where o.unit_agency_id = e.unit_agency_id and o.answers_on <= today
        and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = o.id)
        and not exists (select 1 from intelligence.enquiry w where w.enquiry_id = o.id))
  ), words as (
    insert into dissemination.enquiry_text (enquiry_id, position, words)
      select l.enquiry_id, row_number() over (partition by l.enquiry_id order by l.made_at, l.id), l.given from intelligence.enquiry_line l
      join due d on d.id = l.enquiry_id and d.purpose = 'subject-access' where l.given <> ''
  )
  insert into dissemination.enquiry_considered (enquiry_id, considered_on) select id, today from due;
  get diagnostics crossed = row_count;
  update dissemination.enquiry e set answers_on = next_round
    where e.answers_on <= today and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id);
  return crossed;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.answer_vetting(today date, next_round date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare crossed integer;
begin
  insert into dissemination.vetting_answer (request_id, agency_id, unit_agency_id, answer, conditions, answered_on)
    select r.id, r.agency_id, r.unit_agency_id, v.answer, v.conditions, today from dissemination.vetting_request r
    join intelligence.vetting v on v.request_id = r.id and v.authorised_at is not null
    where r.answers_on <= today and not exists (select 1 from dissemination.vetting_answer a where a.request_id = r.id)
      and not exists (select 1 from dissemination.vetting_request o where o.unit_agency_id = r.unit_agency_id and o.answers_on <= today
        and not exists (select 1 from dissemination.vetting_answer a where a.request_id = o.id)
        and not exists (select 1 from intelligence.vetting w where w.request_id = o.id and w.authorised_at is not null));
  get diagnostics crossed = row_count;
  update dissemination.vetting_request r set answers_on = next_round
    where r.answers_on <= today and not exists (select 1 from dissemination.vetting_answer a where a.request_id = r.id);
  return crossed;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.ask_enquiry(given jsonb, asked_on date, answers_on date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), ask_enquiry.asked_on);
  is_gov boolean := session_user = 'bailiwick_gov';
  service uuid := case when session_user = 'bailiwick_gov' then null else (given->>'serviceId')::uuid end;
begin
  if unit is null or officer is null or ask_enquiry.answers_on <= ask_enquiry.asked_on then return false; end if;
  -- A service asks about a prosecution file of its own, an auditor about a request to their agency, and nobody about anything else.
  if not is_gov and not exists (select 1 from court.prosecution p where p.id = (given->>'fileId')::uuid and p.agency_id = platform.viewer_agency()
    and p.service_id = service and service = any (platform.viewer_services())) then return false; end if;
  if is_gov and not ('auditor' = any (string_to_array(platform.viewer_text('roles'), ',')) and exists (select 1 from governance.access a
    where a.id = (given->>'fileId')::uuid and a.agency_id = platform.viewer_agency())) then return false; end if;
  -- Sent twice it is asked once.
  perform pg_advisory_xact_lock(hashtextextended('enquiry of ' || (given->>'fileId'), 0));
  if exists (select 1 from dissemination.enquiry e where e.file_id = (given->>'fileId')::uuid
    and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id)) then return true; end if;
  insert into dissemination.enquiry (id, reference, purpose, side, agency_id, service_id, unit_agency_id, file_id, file_reference, about, asked_on, answers_on, asked_by)
    values ((given->>'id')::uuid, given->>'reference', case when is_gov then 'subject-access' else 'disclosure' end, case when is_gov then 'GOV' else 'OPS' end,
      platform.viewer_agency(), service, unit, (given->>'fileId')::uuid, given->>'fileReference', given->>'about', ask_enquiry.asked_on, ask_enquiry.answers_on, officer);
  insert into dissemination.enquiry_subject (enquiry_id, unit_agency_id, position, kind, label, key_kind, key_value)
    select (given->>'id')::uuid, unit, (s.value->>'position')::smallint, s.value->>'kind', s.value->>'label', s.value->>'keyKind', s.value->>'keyValue'
    from jsonb_array_elements(given->'subjects') s;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.ask_vetting(given jsonb, asked_on date, answers_on date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), ask_vetting.asked_on);
begin
  if unit is null or officer is null then return false; end if;
  insert into dissemination.vetting_request (id, reference, agency_id, unit_agency_id, purpose, about, asked_on, answers_on, asked_by)
    values ((given->>'id')::uuid, given->>'reference', platform.viewer_agency(), unit, given->>'purpose', given->>'about',
      ask_vetting.asked_on, ask_vetting.answers_on, officer);
  insert into dissemination.vetting_subject (request_id, unit_agency_id, position, kind, label, key_kind, key_value)
    select (given->>'id')::uuid, unit, (s.value->>'position')::smallint, s.value->>'kind', s.value->>'label', s.value->>'keyKind', s.value->>'keyValue'
    from jsonb_array_elements(given->'subjects') s;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.carrying_failed(check_id uuid, fault text, most_tries integer)
 RETURNS smallint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare tried smallint;
begin
  update intelligence.external_check c set tries = c.tries + 1, fault = carrying_failed.fault, version = c.version + 1,
      state = case when c.tries + 1 >= most_tries then 'failed' else c.state end
    where c.id = check_id and c.state = 'asked' and c.by_connection
    returning case when c.state = 'asked' then c.tries end into tried;
  return tried;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.commission_again(follows uuid, new_id uuid, new_reference text, why text, today date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  f dissemination.commission;
begin
  select c.* into f from dissemination.commission c where c.id = follows and c.agency_id = platform.viewer_agency() and c.service_id = any (platform.viewer_services())
    and c.kind in ('person', 'debtor') and c.status in ('answered', 'closed', 'refused')
    and not exists (select 1 from dissemination.commission n where n.follows_id = c.id) for update;
  if f.id is null or dissemination.unit_for(f.agency_id, today) is null then return false; end if;
  insert into dissemination.commission (id, reference, agency_id, service_id, unit_agency_id, kind, subject_kind, subject_label, key_kind, key_value,
      purpose, legal_basis, owed_pence, asked_on, asked_by, follows_id)
    select new_id, new_reference, f.agency_id, f.service_id, dissemination.unit_for(f.agency_id, today), f.kind, f.subject_kind, f.subject_label, f.key_kind, f.key_value,
      why, f.legal_basis, greatest(1, f.owed_pence - (select coalesce(sum(r.pence), 0) from dissemination.commission_recovery r where r.commission_id = f.id))::integer,
      today, platform.viewer_text('officer')::uuid, f.id;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.commission_unit(given jsonb, asked_on date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), commission_unit.asked_on);
begin
  if unit is null or officer is null then return false; end if;
  if not (given->>'serviceId') = any (string_to_array(platform.viewer_text('services'), ',')) then return false; end if;
  insert into dissemination.commission (id, reference, agency_id, service_id, unit_agency_id, kind, subject_kind, subject_label, key_kind, key_value,
      purpose, legal_basis, owed_pence, decides_on, asked_on, asked_by)
    values ((given->>'id')::uuid, given->>'reference', platform.viewer_agency(), (given->>'serviceId')::uuid, unit, given->>'kind', given->>'subjectKind',
      given->>'subjectLabel', given->>'keyKind', given->>'keyValue', given->>'purpose', given->>'legalBasis', (given->>'owedPence')::integer,
      (given->>'decidesOn')::date, commission_unit.asked_on, officer);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.handlers_of(the_package uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT w.officer_id
    FROM ( SELECT d.drafted_by AS officer_id
            FROM intelligence.draft d
           WHERE (d.id = handlers_of.the_package)
         UNION
          SELECT d.decided_by
            FROM intelligence.draft d
           WHERE (d.id = handlers_of.the_package)
         UNION
          SELECT e.officer_id
            FROM (((intelligence.draft_paragraph dp
              JOIN intelligence.paragraph p ON ((p.id = dp.paragraph_id)))
              JOIN intelligence.item i ON ((i.id = p.item_id)))
              JOIN intelligence.item_event e ON ((e.item_id = i.id)))
           WHERE ((dp.draft_id = handlers_of.the_package) AND ((e.kind <> 'received'::text) OR (i.received_how <> 'form'::text)))) w
   WHERE (w.officer_id IS NOT NULL);
END;

CREATE OR REPLACE FUNCTION dissemination.leads_to_hidden(subject text, the_kind text, the_key text, told text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  -- Letters and digits alone are compared: an accent within a name parts it in an exact key.
  select exists (select 1 from records.hidden_address h join records.exact_key k on k.record_id = h.record_id
      where k.kind = the_kind and regexp_replace(k.value, '[^a-z0-9+]', '', 'g') = regexp_replace(the_key, '[^a-z0-9+]', '', 'g'))
    or (the_key is null and exists (select 1 from records.hidden_address h join records.received_record r on r.id = h.record_id
      where regexp_replace(lower(normalize(coalesce(r.fields->>'name', split_part(r.label, ',', 1)), NFKD)), '[^a-z0-9]', '', 'g')
        = regexp_replace(lower(normalize(split_part(subject, ',', 1), NFKD)), '[^a-z0-9]', '', 'g')))
    or exists (select 1 from records.kept_address a cross join unnest(a.keys) v
      where position(regexp_replace(v, '^.* ', '') in upper(regexp_replace(told, '[^A-Za-z0-9]', '', 'g'))) > 0)
    or exists (select 1 from records.kept_address a where coalesce(a.fields->>'postcode', '') <> ''
      and position(upper(regexp_replace(a.fields->>'postcode', '[^A-Za-z0-9]', '', 'g')) in upper(regexp_replace(told, '[^A-Za-z0-9]', '', 'g'))) > 0)
$function$;

CREATE OR REPLACE FUNCTION dissemination.let_watches_go(today date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 DELETE FROM intelligence.watch w
   WHERE (COALESCE(w.ended_on, w.until_on) < (let_watches_go.today - '6 mons'::interval));
END;

CREATE OR REPLACE FUNCTION dissemination.note_handlers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into dissemination.handled (package_id, officer_id, unit_agency_id)
    select new.id, h.id, new.agency_id from (select dissemination.handlers_of(new.id) as id union select new.released_by) h on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.note_workers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into dissemination.enquiry_worker (enquiry_id, officer_id)
    select new.id, w.officer_id from (
      select new.asked_by as officer_id union select p.opened_by from court.prosecution p where p.id = new.file_id
      union select i.added_by from court.item i where i.prosecution_id = new.file_id
      union select k.officer_id from court.continuity k join court.item i on i.id = k.item_id where i.prosecution_id = new.file_id
      union select s.officer_id from court.supporter s where s.prosecution_id = new.file_id) w
    where w.officer_id is not null on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.question_to_carry(check_id uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.subject_words from intelligence.external_check c where c.id = check_id and c.state = 'asked' and c.by_connection $function$;

CREATE OR REPLACE FUNCTION dissemination.requirements_shown(today date)
 RETURNS TABLE(reference text, question text, look_for text, shown_until date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select r.reference, r.question, r.look_for, r.shown_until from intelligence.requirement r
  where r.agency_id = (select dissemination.unit_for(platform.viewer_agency(), requirements_shown.today))
    and r.shown_from <= requirements_shown.today and r.shown_until >= requirements_shown.today and r.ended_on is null
  order by r.shown_until, r.reference limit 100 $function$;

CREATE OR REPLACE FUNCTION dissemination.submit(given jsonb, at timestamp with time zone, today date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  is_unit boolean := session_user = 'bailiwick_intel';
  how text := case when is_unit then given->>'receivedHow' else 'form' end;
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), today);
begin
  if unit is null or officer is null then return false; end if;
  insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, how_known, known_when,
      fears_for_source, fears_words, priority, submitted_by, submitted_agency_id)
    values ((given->>'id')::uuid, given->>'reference', unit, how, at, given->>'title', given->>'body', given->>'howKnown', given->>'knownWhen',
      (given->>'fearsForSource')::boolean, given->>'fearsWords', (given->>'priority')::smallint, officer, platform.viewer_agency());
  insert into intelligence.paragraph (id, item_id, agency_id, position, body, legacy_grade)
    select (p->>'id')::uuid, (given->>'id')::uuid, unit, (p->>'position')::smallint, p->>'body',
      case when is_unit then given->>'legacyGrade' else '' end from jsonb_array_elements(given->'paragraphs') p;
  insert into intelligence.mention (item_id, agency_id, kind, value, typed, received_at)
    select (given->>'id')::uuid, unit, m->>'kind', m->>'value', m->>'typed', at from jsonb_array_elements(given->'mentions') m;
  insert into intelligence.item_event (id, item_id, agency_id, at, officer_id, kind, words)
    values ((given->>'eventId')::uuid, (given->>'id')::uuid, unit, at, officer, 'received', 'Received');
  if how = 'form' then
    insert into dissemination.receipt (id, reference, officer_id, agency_id, unit_agency_id, sent_on)
      values ((given->>'receiptId')::uuid, given->>'reference', officer, platform.viewer_agency(), unit, today);
  end if;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION dissemination.unit_for(own uuid, today date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN (SELECT o.agency_id FROM (directory.role_grant g JOIN directory.officer o ON ((o.id = g.officer_id))) WHERE ((g.role = 'intelligence-manager'::text) AND (g.starts_on <= unit_for.today) AND ((g.ends_on IS NULL) OR (g.ends_on >= unit_for.today))) ORDER BY (o.agency_id = unit_for.own) DESC, g.starts_on, o.agency_id LIMIT 1);

CREATE OR REPLACE FUNCTION enforcement.copies_forget_place(the_record uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  f record;
begin
  update enforcement.penalty n set lon = null, lat = null
    from enforcement.penalty_recipient q
    where q.record_id = the_record and n.id = q.penalty_id and (n.lon is not null or n.lat is not null);
  for f in
    select p.agency_id, p.street_words as street, p.penalty_id,
      coalesce(nullif(split_part(p.street_words, ', ', 2), ''), d.name, 'Place not known') as town
    from enforcement.protection_subject s join enforcement.protection p on p.id = s.protection_id
      left join directory.area d on d.code = p.district_code
    where s.record_id = the_record
  loop
    update enforcement.penalty n set lon = null, lat = null,
        place_words = case when n.place_words = f.street then null else n.place_words end
      where n.id = f.penalty_id and (n.lon is not null or n.lat is not null or n.place_words = f.street);
    continue when f.street is null;
    update enforcement.protection_table t set rows = w.rows, sha256 = encode(sha256(convert_to(w.rows::text, 'UTF8')), 'hex')
      from (select o.id, jsonb_agg(jsonb_set(r.line, '{location}',
            to_jsonb(enforcement.place_without(r.line ->> 'location', f.street, f.town))) order by r.n) as rows
          from enforcement.protection_table o cross join lateral jsonb_array_elements(o.rows) with ordinality as r (line, n)
          where o.agency_id = f.agency_id group by o.id) w
      where w.id = t.id and w.rows <> t.rows;
  end loop;
end $function$;
alter function enforcement.copies_forget_place(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION enforcement.encampment_returns(the_file uuid)
 RETURNS TABLE(mark text, encampment_id uuid, directed_on date, until date, is_police boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select v.mark, c.id, r.directed_on, r.until, r.is_police
  from enforcement.encampment f
  join enforcement.encampment_vehicle v on v.encampment_id = f.id
  join enforcement.encampment_vehicle w on w.mark = v.mark and w.encampment_id <> v.encampment_id
  join enforcement.encampment c on c.id = w.encampment_id
  cross join lateral (values (c.directed_on, c.return_until, false, 'direct'),
    (c.police_decided_on, c.police_return_until, true, 'record-police-decision')) r (directed_on, until, is_police, kind)
  where f.id = the_file and f.agency_id = platform.viewer_agency() and c.status <> 'void'
    and (c.agency_id = platform.viewer_agency() or exists (select 1 from directory.agreement g
      where g.from_agency_id = c.agency_id and g.to_agency_id = platform.viewer_agency() and g.record_kind = 'case'
        and g.starts_on <= platform.viewer_today() and (g.ends_on is null or g.ends_on > platform.viewer_today())))
    -- It came here after it was directed there, and the direction ran when this encampment came or later.
    and r.directed_on <= greatest(f.arrived_on, (v.added_at at time zone 'Europe/London')::date) and r.until >= f.arrived_on
    -- Whoever came to that land after the direction was not directed by it.
    and exists (select 1 from enforcement.encampment_event e where e.encampment_id = c.id and e.kind = r.kind and e.at >= w.added_at)
    -- Where somebody is whose address must stay hidden is told by no mark.
    and not exists (select 1 from records.exact_key k join records.hidden_address h on h.record_id = k.record_id
      where k.kind = 'vehicle' and k.value = v.mark)
$function$;

CREATE OR REPLACE FUNCTION enforcement.hidden_clears_copies()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform enforcement.copies_forget_place(new.record_id);
  return null;
end $function$;
alter function enforcement.hidden_clears_copies() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION enforcement.on_case(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT 1 FROM enforcement.case_service s WHERE ((s.case_id = on_case.wanted) AND (s.service_id = ANY (platform.viewer_services())))));

CREATE OR REPLACE FUNCTION enforcement.penalty_hides_place(given uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from enforcement.penalty_recipient q join records.hidden_address h on h.record_id = q.record_id
    where q.penalty_id = given)
$function$;

CREATE OR REPLACE FUNCTION enforcement.penalty_is_own()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if current_user = 'bailiwick_ops' and (new.agency_id is distinct from platform.viewer_agency()
      or (tg_op = 'UPDATE' and old.agency_id is distinct from platform.viewer_agency())) then
    raise insufficient_privilege using message = 'a fixed penalty is written by its own agency';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION enforcement.place_without(place text, street text, town text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(CASE WHEN (strpos(p.part, split_part(place_without.street, ', '::text, 1)) > 0) THEN place_without.town ELSE p.part END, '; '::text ORDER BY p.n) AS string_agg FROM unnest(string_to_array(place_without.place, '; '::text)) WITH ORDINALITY p(part, n));

CREATE OR REPLACE FUNCTION enforcement.subject_clears_copies()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform enforcement.copies_forget_place(h.record_id)
    from enforcement.protection_subject s join records.hidden_address h on h.record_id = s.record_id
    where s.protection_id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  return null;
end $function$;
alter function enforcement.subject_clears_copies() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION field.viewer_officer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid;

CREATE OR REPLACE FUNCTION governance.emptiness(relation text, col text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (NOT a.attnotnull) THEN 'null'::text
             WHEN (a.atttypid = ('text'::regtype)::oid) THEN '''No longer kept'''::text
             WHEN (a.atttypid = ('jsonb'::regtype)::oid) THEN format('case jsonb_typeof(%I) when ''array'' then ''[]''::jsonb else ''{}''::jsonb end'::text, emptiness.col)
             WHEN ((a.attndims > 0) OR (EXISTS ( SELECT 1
                FROM pg_type t
               WHERE ((t.oid = a.atttypid) AND (t.typcategory = 'A'::"char"))))) THEN '''{}'''::text
             ELSE NULL::text
         END AS "case"
    FROM pg_attribute a
   WHERE ((a.attrelid = ((emptiness.relation)::regclass)::oid) AND (a.attname = emptiness.col) AND (NOT a.attisdropped));
END;

CREATE OR REPLACE FUNCTION governance.gather_access(the_access uuid)
 RETURNS TABLE(module text, kind text, record_id uuid, reference text, on_day date, by_key boolean, words text, others text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  a governance.access;
  matched uuid[];
  -- Of those, the ones that say the same name and no other day of birth: these alone are the person's for certain.
  sure uuid[];
begin
  select x.* into a from governance.access x where x.id = the_access and x.agency_id = platform.viewer_agency() and x.status = 'open'
    and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  if a.id is null then return; end if;
  select coalesce(array_agg(distinct r.id), '{}') into matched from jsonb_to_recordset(a.keys) as k (kind text, value text)
    join records.exact_key e on e.kind = k.kind and e.value = k.value join records.received_record r on r.id = e.record_id
    where r.origin_agency_id = a.agency_id;
  select coalesce(array_agg(r.id), '{}') into sure from records.received_record r where r.id = any (matched)
    and governance.name_says(governance.name_in(r.fields), a.name) = 'same'
    and coalesce(nullif(coalesce(r.fields->>'dateOfBirth', r.fields->>'dob'), ''), a.date_of_birth::text) = a.date_of_birth::text;
  return query
    select 'records', 'record', r.id, r.label, (r.received_at at time zone 'Europe/London')::date, r.id = any (sure),
      (select string_agg(f.key || ': ' || f.value, E'\n' order by f.key) from jsonb_each_text(r.fields) f where f.value <> ''
        and not (f.key in ('address', 'postcode', 'town', 'uprn') and (not r.id = any (sure) or exists (select 1 from records.hidden_address h where h.record_id = r.id)))
        and not (f.key in ('dateOfBirth', 'dob') and f.value <> a.date_of_birth::text)),
      governance.others_in(governance.name_in(r.fields), a.name)
    from records.received_record r where r.id = any (matched)
    union all
    select 'intake', 'report', p.id, p.reference, (p.received_at at time zone 'Europe/London')::date,
      p.id in (select r.report_id from records.received_record r where r.id = any (sure)), p.description,
      array_remove(array[case when lower(t.name) <> lower(a.name) then t.name end], null)
    from intake.report p left join intake.reporter t on t.report_id = p.id
    where a.agency_id in (p.owner_agency_id, p.received_by_agency_id) and p.id in (select r.report_id from records.received_record r where r.id = any (matched))
    union all
    -- What the person told us themselves; from the same number under another name it is somebody else's report.
    select 'intake', case when governance.name_says(t.name, a.name) = 'other' then 'report' else 'reported' end, p.id, p.reference,
      (p.received_at at time zone 'Europe/London')::date, governance.name_says(t.name, a.name) = 'same', p.description, governance.others_in(t.name, a.name)
    from intake.reporter t join intake.report p on p.id = t.report_id
    where a.agency_id in (p.owner_agency_id, p.received_by_agency_id) and ((a.email <> '' and lower(t.email) = lower(a.email))
      or (a.phone <> '' and length(regexp_replace(t.phone, '\D', '', 'g')) >= 10
        and right(regexp_replace(t.phone, '\D', '', 'g'), 10) = right(regexp_replace(a.phone, '\D', '', 'g'), 10)))
    union all
    select 'enforcement', 'closure', c.id, c.reference, (o.added_at at time zone 'Europe/London')::date, coalesce(o.record_id = any (sure), false),
      concat_ws(E'\n', 'Named as ' || replace(o.relation, '-', ' ') || ' of premises that a closure is about', nullif(o.words, '')), governance.others_in(o.name, a.name)
    from enforcement.closure_occupant o join enforcement.closure c on c.id = o.closure_id
    where c.agency_id = a.agency_id and (o.record_id = any (matched) or lower(o.name) = lower(a.name))
    union all
    select 'enforcement', 'penalty', p.id, p.reference, coalesce(p.issued_on, p.offence_on), coalesce(n.record_id = any (sure), false),
      concat_ws(E'\n', 'Fixed penalty for ' || replace(p.offence, '-', ' '), 'Status: ' || replace(p.status, '-', ' '), 'How the person was identified: ' || p.identified_by), governance.others_in(n.name, a.name)
    from enforcement.penalty p join enforcement.penalty_recipient n on n.penalty_id = p.id
    where p.agency_id = a.agency_id and coalesce(p.issued_on, p.offence_on) is not null and (n.record_id = any (matched) or lower(n.name) = lower(a.name))
    union all
    select 'enforcement', 'protection', f.id, f.reference, f.warned_on, coalesce(s.record_id = any (sure), false),
      concat_ws(E'\n', 'Community protection file, ' || replace(f.status, '-', ' '), s.conduct), governance.others_in(s.name, a.name)
    from enforcement.protection f join enforcement.protection_subject s on s.protection_id = f.id
    where f.agency_id = a.agency_id and f.warned_on is not null
      and (s.record_id = any (matched) or (lower(s.name) = lower(a.name) and (s.born_on is null or s.born_on = a.date_of_birth)))
    union all
    select 'enforcement', 'abandoned', f.id, f.reference, e.asked_on, coalesce(e.record_id = any (sure), false),
      concat_ws(E'\n', 'Keeper of a vehicle that was reported as abandoned', 'Status: ' || replace(f.status, '-', ' '), 'Why the keeper was asked after: ' || e.reason),
      governance.others_in(e.keeper_name, a.name)
    from enforcement.abandoned f join enforcement.abandoned_enquiry e on e.abandoned_id = f.id
    where f.agency_id = a.agency_id and e.keeper_name is not null and (e.record_id = any (matched) or lower(e.keeper_name) = lower(a.name))
    union all
    select 'commissions', 'commission', c.id, c.reference, c.asked_on, n.is_key,
      concat_ws(E'\n', 'Asked of the intelligence unit: ' || case c.kind when 'person' then 'to trace the person' when 'debtor' then 'to trace the person as a debtor'
          else 'checks before a ' || c.kind end,
        'For: ' || c.purpose, 'Under: ' || c.legal_basis, 'Status: ' || c.status,
        -- An address stays out: it may have to stay hidden by now.
        'Answered: ' || replace(w.outcome, '-', ' ')),
      governance.others_in(split_part(c.subject_label, ',', 1), a.name)
    from dissemination.commission c left join dissemination.commission_answer w on w.commission_id = c.id
      cross join lateral (select coalesce(governance.name_says(split_part(c.subject_label, ',', 1), a.name) = 'same'
        and exists (select 1 from jsonb_to_recordset(a.keys) as k (kind text, value text) where k.kind = c.key_kind and k.value = c.key_value), false) as is_key) n
    where c.agency_id = a.agency_id and c.subject_kind = 'person'
      and (n.is_key or lower(split_part(c.subject_label, ',', 1)) = lower(a.name)
        and (c.key_kind is distinct from 'name-born' or c.key_value like '% ' || a.date_of_birth))
    union all
    select 'safeguarding', 'victim-file', v.id, v.reference, v.priority_on, v.record_id = any (sure) and governance.name_says(v.name, a.name) = 'same',
      concat_ws(E'\n', 'On the register of people at risk of fraud', 'Why: ' || nullif(v.basis, ''), 'What is done: ' || nullif(v.intervention, '')), governance.others_in(v.name, a.name)
    from safeguarding.victim_file v where v.agency_id = a.agency_id and v.joined_into is null and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'safeguarding', 'visit', s.id, s.reference, s.planned_on, v.record_id = any (sure) and governance.name_says(v.name, a.name) = 'same',
      concat_ws(E'\n', 'Visit: ' || s.purpose, s.words), governance.others_in(v.name, a.name)
    from safeguarding.visit s join safeguarding.victim_file v on v.id = s.file_id
    where s.agency_id = a.agency_id and v.agency_id = a.agency_id and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'safeguarding', 'loss', l.id, v.reference, l.happened_on, v.record_id = any (sure) and governance.name_says(v.name, a.name) = 'same',
      concat_ws(E'\n', 'Money lost or saved: £' || (l.pence / 100.0)::numeric(14, 2), nullif(l.how, '')), governance.others_in(v.name, a.name)
    from safeguarding.loss l join safeguarding.victim_file v on v.id = l.file_id
    where l.agency_id = a.agency_id and l.withdrawn_at is null and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'assurance', 'marker', m.id, m.reference, m.from_on, coalesce(m.record_id = any (sure), false),
      concat_ws(E'\n', 'Warning marker: ' || m.type, 'Precaution: ' || m.precaution, d.why), governance.others_in(m.name, a.name)
    from assurance.marker m join assurance.marker_detail d on d.marker_id = m.id
    where m.agency_id = a.agency_id and (m.record_id = any (matched) or (lower(m.name) = lower(a.name) and (m.date_of_birth is null or m.date_of_birth = a.date_of_birth)))
    union all
    select 'traders', 'trader-person', t.id, f.reference, f.applied_on, t.date_of_birth = a.date_of_birth,
      'Named as an owner or director in an application to the scheme of checked traders: ' || f.firm_name, '{}'
    from traders.trader_person t join traders.trader f on f.id = t.trader_id
    where t.agency_id = a.agency_id and lower(t.name) = lower(a.name) and t.date_of_birth = a.date_of_birth
    union all
    select 'inspection', 'premises', m.id, m.reference, (m.made_at at time zone 'Europe/London')::date, coalesce(m.firm_record_id = any (sure) or m.place_record_id = any (sure), false),
      'Premises that are licensed, inspected or tested: ' || m.trading_name, '{}'
    from inspection.premises m where m.agency_id = a.agency_id and (m.firm_record_id = any (matched) or m.place_record_id = any (matched));
end $function$;

CREATE OR REPLACE FUNCTION governance.held_with(the_kind text, the_record uuid)
 RETURNS TABLE(kind text, record_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT held_with.the_kind AS the_kind,
     held_with.the_record AS the_record
 UNION ALL
  SELECT 'report'::text,
     held_with.the_record AS the_record
   WHERE (held_with.the_kind = 'reporter'::text)
 UNION ALL
  SELECT 'case'::text,
     r.case_id
    FROM intake.report r
   WHERE ((held_with.the_kind = ANY (ARRAY['report'::text, 'reporter'::text])) AND (r.id = held_with.the_record))
 UNION ALL
  SELECT 'case'::text,
     p.case_id
    FROM enforcement.penalty p
   WHERE ((held_with.the_kind = 'penalty'::text) AND (p.id = held_with.the_record))
 UNION ALL
  SELECT 'case'::text,
     p.case_id
    FROM enforcement.protection p
   WHERE ((held_with.the_kind = 'protection'::text) AND (p.id = held_with.the_record))
 UNION ALL
  SELECT 'case'::text,
     p.case_id
    FROM enforcement.closure p
   WHERE ((held_with.the_kind = 'closure'::text) AND (p.id = held_with.the_record))
 UNION ALL
  SELECT 'case'::text,
     p.case_id
    FROM enforcement.encampment p
   WHERE ((held_with.the_kind = 'encampment'::text) AND (p.id = held_with.the_record))
 UNION ALL
  SELECT 'case'::text,
     p.case_id
    FROM enforcement.abandoned p
   WHERE ((held_with.the_kind = 'abandoned'::text) AND (p.id = held_with.the_record))
 UNION ALL
  SELECT 'case'::text,
     p.case_id
    FROM court.prosecution p
   WHERE ((held_with.the_kind = 'prosecution'::text) AND (p.id = held_with.the_record))
 UNION ALL
  SELECT 'case'::text,
     t.case_id
    FROM tasking.task t
   WHERE ((held_with.the_kind = 'task'::text) AND (t.id = held_with.the_record))
 UNION ALL
  SELECT 'case'::text,
     a.case_id
    FROM dissemination.answer a
   WHERE ((held_with.the_kind = 'intelligence-package'::text) AND (a.package_id = held_with.the_record))
 UNION ALL
  SELECT 'asb-case'::text,
     c.asb_id
    FROM asb.complainant c
   WHERE ((held_with.the_kind = 'complainant'::text) AND (c.id = held_with.the_record))
 UNION ALL
  SELECT 'asb-case'::text,
     n.asb_id
    FROM asb.nomination n
   WHERE ((held_with.the_kind = 'nomination'::text) AND (n.id = held_with.the_record))
 UNION ALL
  SELECT 'case-review'::text,
     v.id
    FROM asb.review v
   WHERE ((held_with.the_kind = 'asb-case'::text) AND (held_with.the_record = ANY (v.case_ids)))
 UNION ALL
  SELECT 'case-review'::text,
     v.id
    FROM (asb.complainant c
      JOIN asb.review v ON ((c.asb_id = ANY (v.case_ids))))
   WHERE ((held_with.the_kind = 'complainant'::text) AND (c.id = held_with.the_record))
 UNION ALL
  SELECT 'trader'::text,
     p.trader_id
    FROM traders.trader_proof p
   WHERE ((held_with.the_kind = 'trader-proof'::text) AND (p.id = held_with.the_record))
 UNION ALL
  SELECT 'trader'::text,
     t.id
    FROM traders.trader t
   WHERE ((held_with.the_kind = 'vetting'::text) AND (t.vetting_id = held_with.the_record))
 UNION ALL
  SELECT 'prosecution'::text,
     e.file_id
    FROM dissemination.enquiry e
   WHERE ((held_with.the_kind = ANY (ARRAY['enquiry'::text, 'unit-enquiry'::text])) AND (e.id = held_with.the_record))
 UNION ALL
  SELECT 'premises'::text,
     v.premises_id
    FROM inspection.visit v
   WHERE ((held_with.the_kind = 'inspection-visit'::text) AND (v.id = held_with.the_record))
 UNION ALL
  SELECT 'premises'::text,
     a.premises_id
    FROM inspection.award a
   WHERE ((held_with.the_kind = 'award'::text) AND (a.id = held_with.the_record))
 UNION ALL
  SELECT 'victim-file'::text,
     v.file_id
    FROM safeguarding.visit v
   WHERE ((held_with.the_kind = 'visit'::text) AND (v.id = held_with.the_record))
 UNION ALL
  SELECT 'victim-file'::text,
     s.subject_id
    FROM assurance.screening s
   WHERE ((held_with.the_kind = 'screening'::text) AND (s.id = held_with.the_record));
END;

CREATE OR REPLACE FUNCTION governance.how_many_due(the_kind text, the_agency uuid, until date, most integer)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (count(*))::integer AS count
    FROM ( SELECT 1 AS "?column?"
            FROM governance.candidate c
           WHERE ((c.kind = how_many_due.the_kind) AND (NOT (c.agency_id IS DISTINCT FROM how_many_due.the_agency)) AND (c.counted_from <= how_many_due.until) AND (c.kept_for IS NULL))
          LIMIT how_many_due.most) x;
END;

CREATE OR REPLACE FUNCTION governance.is_asked_of(the_kind text, the_record text, the_agency uuid, asked_agency uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN ((the_agency IS NOT NULL) AND (EXISTS (SELECT 1 FROM governance.access a WHERE ((a.ended_on IS NULL) AND ((is_asked_of.asked_agency IS NULL) OR (a.agency_id = is_asked_of.asked_agency)) AND ((EXISTS (SELECT 1 FROM governance.access_item i WHERE ((i.access_id = a.id) AND ((i.record_id)::text = is_asked_of.the_record)))) OR (((a.agency_id = is_asked_of.the_agency) OR ((is_asked_of.the_kind = ANY (ARRAY['report'::text, 'reporter'::text])) AND (EXISTS (SELECT 1 FROM intake.report r WHERE (((r.id)::text = is_asked_of.the_record) AND (r.received_by_agency_id = a.agency_id)))))) AND ((EXISTS (SELECT 1 FROM governance.person p WHERE ((p.kind = is_asked_of.the_kind) AND (p.record_id = (is_asked_of.the_record)::uuid) AND ((governance.name_says(p.name, a.name) = ANY (ARRAY['same'::text, 'maybe'::text])) OR (EXISTS (SELECT 1 FROM (jsonb_to_recordset(a.keys) k(kind text, value text) JOIN records.exact_key e ON (((e.kind = k.kind) AND (e.value = k.value)))) WHERE (e.record_id = p.via))))))) OR ((is_asked_of.the_kind = ANY (ARRAY['report'::text, 'reporter'::text])) AND (EXISTS (SELECT 1 FROM intake.reporter t WHERE (((t.report_id)::text = is_asked_of.the_record) AND (((a.email <> ''::text) AND (lower(t.email) = lower(a.email))) OR ((a.phone <> ''::text) AND (length(regexp_replace(t.phone, '\D'::text, ''::text, 'g'::text)) >= 10) AND ("right"(regexp_replace(t.phone, '\D'::text, ''::text, 'g'::text), 10) = "right"(regexp_replace(a.phone, '\D'::text, ''::text, 'g'::text), 10)))))))))))))));

CREATE OR REPLACE FUNCTION governance.is_before_court(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT 1 FROM court.prosecution f WHERE ((f.case_id = is_before_court.the_case) AND (NOT (EXISTS (SELECT 1 FROM court.outcome o WHERE ((o.prosecution_id = f.id) AND (o.agency_id = f.agency_id))))))));

CREATE OR REPLACE FUNCTION governance.is_case_open(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT 1 FROM enforcement.case_file c WHERE ((c.id = is_case_open.the_case) AND (c.closed_at IS NULL))));

CREATE OR REPLACE FUNCTION governance.is_emptied(the_kind text, the_record uuid, ended date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT 1 FROM governance.stripped s WHERE ((s.kind = is_emptied.the_kind) AND (s.record_id = is_emptied.the_record) AND (s.on_day >= is_emptied.ended))));

CREATE OR REPLACE FUNCTION governance.is_enquired_about(the_item uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN (EXISTS (SELECT 1 FROM ((dissemination.enquiry e JOIN dissemination.enquiry_subject s ON ((s.enquiry_id = e.id))) JOIN intelligence.item i ON (((i.id = is_enquired_about.the_item) AND (i.agency_id = e.unit_agency_id)))) WHERE ((s.label <> ''::text) AND (NOT (EXISTS (SELECT 1 FROM dissemination.enquiry_considered c WHERE (c.enquiry_id = e.id)))) AND ((EXISTS (SELECT 1 FROM intelligence.link l WHERE ((l.item_id = i.id) AND (l.state = 'confirmed'::text) AND (((l.key_kind = s.key_kind) AND (l.key_value = s.key_value)) OR ((l.kind = s.kind) AND (governance.name_says(split_part(l.label, ','::text, 1), split_part(s.label, ','::text, 1)) = ANY (ARRAY['same'::text, 'maybe'::text]))))))) OR (EXISTS (SELECT 1 FROM intelligence.mention m WHERE ((m.item_id = i.id) AND (m.value = s.key_value)))) OR (POSITION((lower(TRIM(BOTH FROM split_part(s.label, ','::text, 1)))) IN (lower(concat_ws(' '::text, i.title, i.body)))) > 0)))));

CREATE OR REPLACE FUNCTION governance.is_held(the_kind text, the_record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT 1 FROM governance.legal_hold h WHERE ((h.kind = is_held.the_kind) AND (h.record_id = is_held.the_record) AND (h.lifted_at IS NULL))));

CREATE OR REPLACE FUNCTION governance.is_held_by(the_kind text, the_record text, the_agency uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN ((the_kind <> 'failed-job'::text) AND (EXISTS (SELECT 1 FROM governance.legal_hold h WHERE (h.lifted_at IS NULL))) AND (EXISTS (SELECT 1 FROM (governance.legal_hold h JOIN governance.held_with(is_held_by.the_kind, (is_held_by.the_record)::uuid) w(kind, record_id) ON (((w.kind = h.kind) AND (w.record_id = h.record_id)))) WHERE ((h.lifted_at IS NULL) AND ((is_held_by.the_agency IS NULL) OR (h.agency_id = is_held_by.the_agency))))));

CREATE OR REPLACE FUNCTION governance.is_made_of_enquired(the_kind text, the_record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN (EXISTS (SELECT 1 FROM (SELECT is_made_of_enquired.the_record AS item_id WHERE (is_made_of_enquired.the_kind = 'intelligence-item'::text) UNION ALL SELECT p.item_id FROM (intelligence.draft_paragraph d JOIN intelligence.paragraph p ON ((p.id = d.paragraph_id))) WHERE ((is_made_of_enquired.the_kind = 'intelligence-package'::text) AND (d.draft_id = is_made_of_enquired.the_record)) UNION ALL SELECT l.item_id FROM (intelligence.ocg_member m JOIN intelligence.link l ON ((l.id = m.link_id))) WHERE ((is_made_of_enquired.the_kind = 'intelligence-group'::text) AND (m.ocg_id = is_made_of_enquired.the_record)) UNION ALL SELECT l.item_id FROM (intelligence.external_check c JOIN intelligence.link l ON ((l.id = c.link_id))) WHERE ((is_made_of_enquired.the_kind = 'intelligence-check'::text) AND (c.id = is_made_of_enquired.the_record))) x WHERE governance.is_enquired_about(x.item_id)));

CREATE OR REPLACE FUNCTION governance.is_stripped(the_kind text, the_record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT 1 FROM governance.stripped s WHERE ((s.kind = is_stripped.the_kind) AND (s.record_id = is_stripped.the_record))));

CREATE OR REPLACE FUNCTION governance.london_day(at timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 STABLE
RETURN ((at AT TIME ZONE 'Europe/London'::text))::date;

CREATE OR REPLACE FUNCTION governance.name_in(fields jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN COALESCE(NULLIF((fields ->> 'name'::text), ''::text), concat_ws(' '::text, NULLIF((fields ->> 'forename'::text), ''::text), NULLIF((fields ->> 'surname'::text), ''::text)));

CREATE OR REPLACE FUNCTION governance.name_says(given text, asked text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN (SELECT CASE WHEN (cardinality(g.parts) = 0) THEN 'none'::text WHEN ((g.parts @> q.parts) AND (q.parts @> g.parts)) THEN 'same'::text WHEN ((g.parts[cardinality(g.parts)] = q.parts[cardinality(q.parts)]) AND ("left"(g.parts[1], 1) = "left"(q.parts[1], 1)) AND (LEAST(length(g.parts[1]), length(q.parts[1])) = 1)) THEN 'maybe'::text ELSE 'other'::text END AS "case" FROM (SELECT governance.plain_name(name_says.given) AS parts) g, (SELECT governance.plain_name(name_says.asked) AS parts) q);

CREATE OR REPLACE FUNCTION governance.no_longer_kept(the_record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT 1
            FROM governance.stripped s
           WHERE (s.record_id = no_longer_kept.the_record))) AS "exists";
END;

CREATE OR REPLACE FUNCTION governance.others_in(given text, asked text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN CASE WHEN (governance.name_says(given, asked) = 'other'::text) THEN ARRAY[given] ELSE '{}'::text[] END;

CREATE OR REPLACE FUNCTION governance.own_candidates(the_kind text, until date)
 RETURNS TABLE(kind text, id text, agency_id uuid, reference text, counted_from date, kept_for text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT c.kind,
     c.id,
     c.agency_id,
     c.reference,
     c.counted_from,
         CASE
             WHEN (c.kept_for = 'held'::text) THEN
             CASE
                 WHEN governance.is_held_by(c.kind, c.id, c.agency_id) THEN 'held'::text
                 ELSE 'stands-on'::text
             END
             WHEN (c.kept_for = 'asked'::text) THEN
             CASE
                 WHEN governance.is_asked_of(c.kind, c.id, c.agency_id, c.agency_id) THEN 'asked'::text
                 ELSE 'stands-on'::text
             END
             WHEN (c.kept_for = ANY (ARRAY['group'::text, 'report'::text, 'later-version'::text, 'joined'::text, 'lead'::text, 'visit'::text, 'unpaid'::text, 'appeal'::text, 'order'::text, 'follow-up'::text, 'sample'::text, 'concern'::text, 'member'::text, 'award'::text, 'complaint'::text, 'recommendation'::text])) THEN c.kept_for
             WHEN (c.kept_for IS NOT NULL) THEN 'stands-on'::text
             ELSE NULL::text
         END AS "case"
    FROM governance.candidate c
   WHERE ((c.kind = own_candidates.the_kind) AND (c.agency_id = platform.viewer_agency()) AND (c.counted_from <= own_candidates.until) AND (c.kind !~~ 'intelligence-%'::text) AND (c.kind !~~ 'unit-%'::text) AND ('auditor'::text = ANY (string_to_array(platform.viewer_text('roles'::text), ','::text))));
END;

CREATE OR REPLACE FUNCTION governance.part_statement(part governance.part)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  sets text[] := '{}';
  spec text;
  col text;
  expression text;
begin
  if part.action = 'delete' then return format('delete from %s where %s', part.relation::regclass, part.rows); end if;
  foreach spec in array part.columns loop
    col := trim(split_part(spec, '=', 1));
    expression := case when position('=' in spec) > 0 then trim(substr(spec, position('=' in spec) + 1)) else governance.emptiness(part.relation, col) end;
    if expression is null then raise exception 'No emptiness for %.%', part.relation, col; end if;
    sets := sets || format('%I = %s', col, expression);
  end loop;
  return format('update %s set %s where %s', part.relation::regclass, array_to_string(sets, ', '), part.rows);
end $function$;

CREATE OR REPLACE FUNCTION governance.parts_due(kinds text[], agencies uuid[], untils date[])
 RETURNS TABLE(kind text, agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT d.kind,
     d.agency_id
    FROM (UNNEST(parts_due.kinds, parts_due.agencies, parts_due.untils) d(kind, agency_id, until)
      CROSS JOIN LATERAL ( SELECT 1 AS "?column?"
            FROM governance.candidate c
           WHERE ((c.kind = d.kind) AND (NOT (c.agency_id IS DISTINCT FROM d.agency_id)) AND (c.counted_from <= d.until) AND (c.kept_for IS NULL))
          LIMIT 1) found);
END;

CREATE OR REPLACE FUNCTION governance.plain_name(given text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN array_remove(regexp_split_to_array(lower(regexp_replace(NORMALIZE(COALESCE(given, ''::text), NFKD), '[^[:alnum:][:space:]-]'::text, ''::text, 'g'::text)), '[[:space:]-]+'::text), ''::text);

CREATE OR REPLACE FUNCTION governance.purge(the_kind text, the_agency uuid, until date, most integer)
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  due text[];
  k governance.kind;
  p governance.part;
  ids text;
begin
  if until >= platform.viewer_today() then raise exception 'Nothing is due that has not ended before today.'; end if;
  select x.* into strict k from governance.kind x where x.kind = the_kind;
  perform pg_advisory_xact_lock(hashtext('governance.legal_hold'));
  select array_agg(x.id) into due from (
    select c.id from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
      and c.counted_from <= until and c.kept_for is null order by c.counted_from, c.id limit most) x;
  if due is null then return; end if;
  -- Whoever opens a case again is waited for as well: what hangs on an open case stays.
  if the_kind in ('report', 'reporter', 'penalty', 'protection', 'closure', 'encampment', 'abandoned', 'prosecution', 'task', 'intelligence-package') then
    perform 1 from enforcement.case_file c where c.id in (select w.record_id from unnest(due) as d (id),
      lateral governance.held_with(the_kind, d.id::uuid) w where w.kind = 'case') order by c.id for share;
  end if;
  if the_kind in ('complainant', 'nomination') then
    perform 1 from asb.asb_case c where c.id in (select w.record_id from unnest(due) as d (id),
      lateral governance.held_with(the_kind, d.id::uuid) w where w.kind = 'asb-case') order by c.id for share;
  end if;
  ids := (select format_type(a.atttypid, null) || '[]' from pg_attribute a where a.attrelid = k.root::regclass and a.attname = k.root_id);
  execute format('select 1 from %s x where x.%I = any ($1::%s) order by x.%2$I for update', k.root::regclass, k.root_id, ids) using due;
  -- Who reported stands on the report: whoever opens it again is waited for as well.
  if the_kind = 'reporter' then perform 1 from intake.report r where r.id = any (due::uuid[]) order by r.id for update; end if;
  select array_agg(c.id) into due from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
    and c.id = any (due) and c.counted_from <= until and c.kept_for is null;
  if due is null then return; end if;
  if the_kind = 'victim-file' then
    insert into governance.stripped select 'visit', v.id, platform.viewer_today() from safeguarding.visit v where v.file_id = any (due::uuid[])
      on conflict (kind, record_id) do update set on_day = excluded.on_day;
  end if;
  for p in select x.* from governance.part x where x.kind = the_kind order by x.position loop
    execute replace(governance.part_statement(p), '$1', format('$1::%s', ids)) using due;
  end loop;
  if k.action = 'empty' then
    insert into governance.stripped select the_kind, i::uuid, platform.viewer_today() from unnest(due) as i
      on conflict (kind, record_id) do update set on_day = excluded.on_day;
  end if;
  return query select unnest(due);
end $function$;

CREATE OR REPLACE FUNCTION governance.record_named(the_kind text, name text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT x.id
    FROM ( SELECT 'report'::text AS kind,
             r.id,
             r.reference,
             r.owner_agency_id AS agency_id
            FROM intake.report r
         UNION ALL
          SELECT 'case'::text,
             c.id,
             c.reference,
             c.lead_agency_id
            FROM enforcement.case_file c
         UNION ALL
          SELECT 'received-record'::text,
             e.id,
             (e.id)::text AS id,
             e.origin_agency_id
            FROM records.received_record e
         UNION ALL
          SELECT 'list-row'::text,
             e.id,
             (e.id)::text AS id,
             e.origin_agency_id
            FROM linkage.list_entry e
         UNION ALL
          SELECT 'marker'::text,
             m.id,
             m.reference,
             m.agency_id
            FROM assurance.marker m
         UNION ALL
          SELECT 'victim-file'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM safeguarding.victim_file f
         UNION ALL
          SELECT 'penalty'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM enforcement.penalty f
         UNION ALL
          SELECT 'protection'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM enforcement.protection f
         UNION ALL
          SELECT 'closure'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM enforcement.closure f
         UNION ALL
          SELECT 'encampment'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM enforcement.encampment f
         UNION ALL
          SELECT 'abandoned'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM enforcement.abandoned f
         UNION ALL
          SELECT 'pspo'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM enforcement.pspo f
         UNION ALL
          SELECT 'prosecution'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM court.prosecution f
         UNION ALL
          SELECT 'asb-case'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM asb.asb_case f
         UNION ALL
          SELECT 'nomination'::text,
             f.id,
             f.reference,
             f.chair_agency_id
            FROM asb.nomination f
         UNION ALL
          SELECT 'case-review'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM asb.review f
         UNION ALL
          SELECT 'trader'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM traders.trader f
         UNION ALL
          SELECT 'operation'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM operations.operation f
         UNION ALL
          SELECT 'purchase'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM inspection.purchase f
         UNION ALL
          SELECT 'premises'::text,
             f.id,
             f.reference,
             f.agency_id
            FROM inspection.premises f) x
   WHERE ((x.kind = record_named.the_kind) AND (lower(x.reference) = lower(record_named.name)) AND (x.agency_id = platform.viewer_agency()) AND ('auditor'::text = ANY (string_to_array(platform.viewer_text('roles'::text), ','::text))));
END;

CREATE OR REPLACE FUNCTION governance.stands_on(record uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN CASE WHEN (EXISTS (SELECT 1 FROM linkage.judgement j WHERE (((stands_on.record = j.record_a) OR (stands_on.record = j.record_b)) AND (j.ended_at IS NULL) AND (j.verdict <> 'proposed'::text)))) THEN 'judgement'::text WHEN (EXISTS (SELECT 1 FROM safeguarding.victim_file f WHERE (f.record_id = stands_on.record))) THEN 'register'::text WHEN (EXISTS (SELECT 1 FROM assurance.marker m WHERE (m.record_id = stands_on.record))) THEN 'marker'::text WHEN (EXISTS (SELECT 1 FROM linkage.question q WHERE (((stands_on.record = q.record_id) OR (stands_on.record = q.other_id)) AND (q.answered_at IS NULL)))) THEN 'question'::text WHEN (EXISTS (SELECT 1 FROM enforcement.closure_occupant o WHERE (o.record_id = stands_on.record))) THEN 'closure'::text WHEN (EXISTS (SELECT 1 FROM inspection.premises p WHERE ((stands_on.record = p.firm_record_id) OR (stands_on.record = p.place_record_id)))) THEN 'premises'::text WHEN (EXISTS (SELECT 1 FROM inspection.selection s WHERE (s.record_ids @> ARRAY[stands_on.record]))) THEN 'purchase'::text WHEN (EXISTS (SELECT 1 FROM asb.asb_case c WHERE ((stands_on.record = c.place_record_id) OR (stands_on.record = c.subject_record_id)))) THEN 'asb-case'::text WHEN (EXISTS (SELECT 1 FROM asb.complainant c WHERE (c.record_id = stands_on.record))) THEN 'complainant'::text WHEN (EXISTS (SELECT 1 FROM traders.trader_person t WHERE (t.record_id = stands_on.record))) THEN 'trader'::text ELSE NULL::text END;

CREATE OR REPLACE FUNCTION governance.taken_up_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  delete from governance.stripped where kind = tg_argv[0] and record_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION inspection.address_hidden()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform inspection.hide_premises(new.record_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION inspection.address_shown()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform inspection.show_premises(old.record_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION inspection.area_figures(the_scheme uuid)
 RETURNS TABLE(on_day date, location text, name text, test_type text, product text, visited integer, passed integer, failed integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select p.on_day, p.location, p.name, p.test_type, p.product, count(t.id)::int,
    count(t.id) filter (where t.result like 'pass%')::int, count(t.id) filter (where t.result like 'fail%')::int
  from inspection.scheme s join inspection.purchase p on p.district_code = s.district_code and p.status = 'completed'
      and p.agency_ids && array[s.agency_id, platform.viewer_agency()]
    join inspection.attempt t on t.purchase_id = p.id and t.result <> 'void'
  where s.id = the_scheme and s.agency_ids @> array[platform.viewer_agency()]
  group by p.id order by p.on_day, p.name, p.id
$function$;

CREATE OR REPLACE FUNCTION inspection.has_letter(the_attempt uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from inspection.attempt_document m join inspection.attempt t on t.id = m.attempt_id join inspection.purchase p on p.id = t.purchase_id
    where m.attempt_id = the_attempt and p.agency_ids @> array[platform.viewer_agency()])
$function$;

CREATE OR REPLACE FUNCTION inspection.hide_premises(the_record uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  insert into inspection.kept_address (premises_id, address, postcode)
    select p.id, p.address, p.postcode from inspection.premises p where the_record in (p.firm_record_id, p.place_record_id) on conflict do nothing;
  update inspection.premises p set address = '', postcode = '' where the_record in (p.firm_record_id, p.place_record_id);
  update inspection.selection x set address = '' where the_record = any (x.record_ids);
$function$;

CREATE OR REPLACE FUNCTION inspection.premises_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform inspection.hide_premises(h.record_id) from records.hidden_address h where h.record_id in (new.firm_record_id, new.place_record_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION inspection.show_premises(the_record uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with back as (
    delete from inspection.kept_address k using inspection.premises p
      where p.id = k.premises_id and the_record in (p.firm_record_id, p.place_record_id)
        and not exists (select 1 from records.hidden_address h where h.record_id in (p.firm_record_id, p.place_record_id))
      returning k.*),
  cards as (update inspection.premises p set address = b.address, postcode = b.postcode from back b where p.id = b.premises_id)
  update inspection.selection x set address = concat_ws(', ', nullif(b.address, ''), nullif(b.postcode, '')) from back b where x.premises_id = b.premises_id;
$function$;

CREATE OR REPLACE FUNCTION inspection.withhold_publication()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update inspection.licensing_publication set is_withheld = (tg_op = 'INSERT')
    where premises_id = case when tg_op = 'INSERT' then new.premises_id else old.premises_id end;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION intake.answer_by_phrase(ref text, hash bytea, message_id uuid, body text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare found_id uuid;
begin
  select id into found_id from intake.report_by_phrase(ref, hash);
  if found_id is null then return false; end if;
  insert into intake.message (id, report_id, from_reporter, body, sent_at) values (message_id, found_id, true, body, at);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION intake.asked(query tsquery, marks text[])
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT (string_agg(((
         CASE
             WHEN ((asked.query)::text ~ '!'::text) THEN (('('''::text || m.m) || ''' & ('::text)
             ELSE '(('::text
         END || regexp_replace((asked.query)::text, '''((?:[^'']|'''')*)'''::text, ((''''::text || m.m) || ' \1'''::text), 'g'::text)) || '))'::text), ' | '::text))::tsquery AS string_agg
    FROM unnest(asked.marks) m(m)
   WHERE (numnode(asked.query) > 0);
END;

CREATE OR REPLACE FUNCTION intake.count_on_map()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into intake.map_tally
      select floor(lon * 64), floor(lat * 102.4), is_sensitive, owner_agency_id, received_by_agency_id, case when is_sensitive then service_id end,
        count(*), sum(lon::numeric), sum(lat::numeric)
      from added where lat is not null group by 1, 2, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into intake.map_tally
      select floor(lon * 64), floor(lat * 102.4), is_sensitive, owner_agency_id, received_by_agency_id, case when is_sensitive then service_id end,
        -count(*), -sum(lon::numeric), -sum(lat::numeric)
      from taken where lat is not null group by 1, 2, 3, 4, 5, 6;
  else
    -- A change that moves no report to another line or point leaves nothing.
    insert into intake.map_tally
      select floor(lon * 64), floor(lat * 102.4), is_sensitive, owner_agency_id, received_by_agency_id, case when is_sensitive then service_id end,
        sum(sign), sum(sign * lon::numeric), sum(sign * lat::numeric)
      from (select *, 1 as sign from added union all select *, -1 from taken) both_ways where lat is not null
      group by 1, 2, 3, 4, 5, 6 having sum(sign) <> 0 or sum(sign * lon::numeric) <> 0 or sum(sign * lat::numeric) <> 0;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION intake.count_reports()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into intake.report_tally
      select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n)
      from added r, intake.tally_lines(r.received_at, r.routed_at, r.is_sensitive, r.owner_agency_id, r.received_by_agency_id, r.service_id, r.district_code,
        r.routed_by, r.times_rerouted, r.issue_type, r.status, r.outcome, r.channel, 1) l
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14;
  elsif tg_op = 'DELETE' then
    insert into intake.report_tally
      select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n)
      from taken r, intake.tally_lines(r.received_at, r.routed_at, r.is_sensitive, r.owner_agency_id, r.received_by_agency_id, r.service_id, r.district_code,
        r.routed_by, r.times_rerouted, r.issue_type, r.status, r.outcome, r.channel, -1) l
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14;
  else
    -- A change that moves a report to no other line leaves nothing.
    insert into intake.report_tally
      select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n)
      from (select *, 1 as sign from added union all select *, -1 from taken) r, intake.tally_lines(r.received_at, r.routed_at, r.is_sensitive, r.owner_agency_id, r.received_by_agency_id, r.service_id, r.district_code,
        r.routed_by, r.times_rerouted, r.issue_type, r.status, r.outcome, r.channel, r.sign) l
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 having sum(l.n) <> 0;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION intake.fold_map_tally()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  fewer integer;
begin
  with loose as (
      select t.east, t.north from intake.map_tally t
      group by t.east, t.north, t.is_sensitive, t.owner_agency_id, t.received_by_agency_id, t.service_id having count(*) > 1),
    gone as (delete from intake.map_tally t using (select distinct l.east, l.north from loose l) l where t.east = l.east and t.north = l.north returning t.*),
    line as (
      insert into intake.map_tally
        select g.east, g.north, g.is_sensitive, g.owner_agency_id, g.received_by_agency_id, g.service_id, sum(g.n), sum(g.lon_sum), sum(g.lat_sum)
        from gone g group by 1, 2, 3, 4, 5, 6 having sum(g.n) <> 0 returning 1)
  select (select count(*) from gone) - (select count(*) from line) into fewer;
  return fewer;
end $function$;

CREATE OR REPLACE FUNCTION intake.fold_report_tally()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before integer;
begin
  with loose as (
      select y.facet, y.month from (
        select l.facet, l.month, count(*) as lines from intake.report_tally l
        group by l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by, l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner) y
      group by 1, 2 having max(y.lines) > 1),
    gone as (delete from intake.report_tally t using loose where t.facet = loose.facet and t.month = loose.month returning t.*), line as (
    insert into intake.report_tally
      select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n) from gone l
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 having sum(l.n) <> 0
      returning 1)
  select (select count(*) from gone) - (select count(*) from line) into before;
  return before;
end $function$;

CREATE OR REPLACE FUNCTION intake.marked(words tsvector, mark text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT ((((regexp_replace((words)::text, '(^| )'''::text, (('\1'''::text || mark) || ' '::text), 'g'::text) || ' '''::text) || mark) || ''''::text))::tsvector AS tsvector;
END;

CREATE OR REPLACE FUNCTION intake.nearby(issue text, near_lon double precision, near_lat double precision, since timestamp with time zone)
 RETURNS TABLE(reference text, issue_type text, received_on date, metres integer, status text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT r.reference,
     r.issue_type,
     (r.received_at)::date AS received_at,
     ((round((sqrt((power(((r.lat - nearby.near_lat) * (111320)::double precision), (2)::double precision) + power((((r.lon - nearby.near_lon) * (111320)::double precision) * cos(radians(nearby.near_lat))), (2)::double precision))) / (10)::double precision)) * (10)::double precision))::integer AS int4,
     r.status
    FROM intake.report r
   WHERE ((r.issue_type = nearby.issue) AND (NOT r.is_sensitive) AND (r.status = ANY (ARRAY['new'::text, 'in-progress'::text])) AND (r.received_at >= nearby.since) AND ((r.lat >= (nearby.near_lat - (0.0018)::double precision)) AND (r.lat <= (nearby.near_lat + (0.0018)::double precision))) AND ((r.lon >= (nearby.near_lon - (0.003)::double precision)) AND (r.lon <= (nearby.near_lon + (0.003)::double precision))))
   ORDER BY (((round((sqrt((power(((r.lat - nearby.near_lat) * (111320)::double precision), (2)::double precision) + power((((r.lon - nearby.near_lon) * (111320)::double precision) * cos(radians(nearby.near_lat))), (2)::double precision))) / (10)::double precision)) * (10)::double precision))::integer)
  LIMIT 5;
END;

CREATE OR REPLACE FUNCTION intake.note_new_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into intake.report_word
    select distinct w from unnest(tsvector_to_array(new.search)) w
    where w ~ '^[a-z]{3,30}$' and w <> all (string_to_array(lower(new.reference), '-'))
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION intake.note_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  -- The letters of a reference are not words.
  insert into intake.report_word
    select distinct w from added r, unnest(tsvector_to_array(r.search)) w
    where w ~ '^[a-z]{3,30}$' and w <> all (string_to_array(lower(r.reference), '-'))
      and not exists (select 1 from intake.report_word k where k.word = w)
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION intake.query_like(words text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (COALESCE(string_agg((((('('::text || quote_literal(typed.l)) ||
         CASE
             WHEN ((length(typed.l) > 3) OR ((length(typed.l) = 3) AND typed.alone)) THEN ':*'::text
             ELSE ''::text
         END) || COALESCE(alike.words, ''::text)) || ')'::text), ' & '::text), ''::text))::tsquery AS "coalesce"
    FROM (( SELECT l.l,
             (count(*) OVER () = 1) AS alone
            FROM unnest(tsvector_to_array(to_tsvector('english'::regconfig, query_like.words))) l(l)) typed
      LEFT JOIN LATERAL ( SELECT string_agg((' | '::text || quote_literal(k.word)), ''::text ORDER BY k.word) AS words
            FROM intake.report_word k
           WHERE ((typed.l ~ '^[a-z]{3,30}$'::text) AND (k.word OPERATOR(public.%) typed.l) AND (public.similarity(k.word, typed.l) >= (0.4)::double precision) AND (abs((length(k.word) - length(typed.l))) <= 3))) alike ON (true));
END;

CREATE OR REPLACE FUNCTION intake.refresh_words()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  gone integer;
begin
  create temporary table said on commit drop as
    select distinct w as word from intake.report r, unnest(tsvector_to_array(r.search)) w
    where w ~ '^[a-z]{3,30}$' and w <> all (string_to_array(lower(r.reference), '-'));
  delete from intake.report_word k where not exists (select 1 from pg_temp.said s where s.word = k.word);
  get diagnostics gone = row_count;
  insert into intake.report_word select s.word from pg_temp.said s on conflict do nothing;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION intake.report_by_phrase(ref text, hash bytea)
 RETURNS TABLE(id uuid, reference text, issue_type text, status text, received_at timestamp with time zone, target_on date, service_name text, agency_name text, place_words text, outcome_words text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT r.id,
     r.reference,
     r.issue_type,
     r.status,
     r.received_at,
     t.target_on,
     s.name,
     a.name,
     r.place_words,
     r.outcome_words
    FROM ((((intake.report r
      JOIN intake.return_phrase p ON ((p.report_id = r.id)))
      JOIN intake.target t ON ((t.id = r.target_id)))
      JOIN directory.service s ON ((s.id = r.service_id)))
      JOIN directory.agency a ON ((a.id = s.agency_id)))
   WHERE ((r.reference = upper(report_by_phrase.ref)) AND (p.phrase_hash = report_by_phrase.hash));
END;

CREATE OR REPLACE FUNCTION intake.report_conversation(ref text, hash bytea)
 RETURNS TABLE(at timestamp with time zone, from_reporter boolean, body text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT m.sent_at,
     m.from_reporter,
     m.body
    FROM intake.message m
   WHERE (m.report_id = ( SELECT report_by_phrase.id
            FROM intake.report_by_phrase(report_conversation.ref, report_conversation.hash) report_by_phrase(id, reference, issue_type, status, received_at, target_on, service_name, agency_name, place_words, outcome_words)))
 UNION ALL
  SELECT e.at,
     false,
     e.words
    FROM intake.report_event e
   WHERE (e.is_public AND (e.report_id = ( SELECT report_by_phrase.id
            FROM intake.report_by_phrase(report_conversation.ref, report_conversation.hash) report_by_phrase(id, reference, issue_type, status, received_at, target_on, service_name, agency_name, place_words, outcome_words))))
  ORDER BY 1;
END;

CREATE OR REPLACE FUNCTION intake.report_of_form(hash bytea)
 RETURNS TABLE(id uuid, reference text, service_id uuid, service_name text, agency_name text, target_on date, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT r.id,
     r.reference,
     r.service_id,
     s.name,
     a.name,
     t.target_on,
     (r.route_why ->> 'words'::text)
    FROM ((((intake.sent_form f
      JOIN intake.report r ON ((r.id = f.report_id)))
      JOIN intake.target t ON ((t.id = r.target_id)))
      JOIN directory.service s ON ((s.id = r.service_id)))
      JOIN directory.agency a ON ((a.id = s.agency_id)))
   WHERE (f.form_hash = report_of_form.hash);
END;

CREATE OR REPLACE FUNCTION intake.running_target(from_day date, to_day date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare found_id integer;
begin
  select t.id into found_id from intake.target t
  where t.counted_from = from_day and t.target_on = to_day and t.moves = 0 and t.stopped_of is null limit 1;
  -- Two that come at once may make two: nobody waits for another's report, and both say the same.
  if found_id is null then
    insert into intake.target (counted_from, target_on) values (from_day, to_day) returning id into found_id;
  end if;
  return found_id;
end $function$;

CREATE OR REPLACE FUNCTION intake.set_target()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  is_open constant boolean := new.status in ('new', 'in-progress');
  running integer;
begin
  if tg_op = 'INSERT' or new.first_target_on <> old.first_target_on or new.received_at <> old.received_at then
    running := intake.running_target((new.received_at at time zone 'Europe/London')::date, new.first_target_on);
  elsif is_open = (old.status in ('new', 'in-progress')) then
    new.target_id := old.target_id;
    return new;
  else
    select coalesce(t.stopped_of, t.id) into running from intake.target t where t.id = old.target_id;
  end if;
  new.target_id := case when is_open then running else intake.stopped_target(running) end;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION intake.stopped_target(running integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare found_id integer;
begin
  select s.id into found_id from intake.target t join intake.target s on s.stopped_of = t.id and s.moves = t.moves where t.id = running limit 1;
  if found_id is null then
    insert into intake.target (counted_from, target_on, moves, stopped_of)
    select t.counted_from, t.target_on, t.moves, t.id from intake.target t where t.id = running returning id into found_id;
  end if;
  return found_id;
end $function$;

CREATE OR REPLACE FUNCTION intake.tally_lines(received_at timestamp with time zone, routed_at timestamp with time zone, is_sensitive boolean, owner_agency_id uuid, received_by_agency_id uuid, service_id uuid, district_code text, routed_by text, times_rerouted smallint, issue_type text, status text, outcome text, channel text, n integer)
 RETURNS SETOF intake.report_tally
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT x.facet,
     (date_trunc('month'::text, (tally_lines.received_at AT TIME ZONE 'Europe/London'::text)))::date AS date_trunc,
     tally_lines.is_sensitive AS is_sensitive,
     tally_lines.owner_agency_id AS owner_agency_id,
     tally_lines.received_by_agency_id AS received_by_agency_id,
         CASE
             WHEN tally_lines.is_sensitive THEN tally_lines.service_id
             ELSE NULL::uuid
         END AS "case",
     tally_lines.district_code AS district_code,
         CASE
             WHEN (x.facet = 'routing'::text) THEN tally_lines.routed_by
             ELSE NULL::text
         END AS "case",
         CASE
             WHEN (x.facet = 'routing'::text) THEN tally_lines.times_rerouted
             ELSE NULL::smallint
         END AS "case",
         CASE
             WHEN (x.facet = 'state'::text) THEN tally_lines.issue_type
             ELSE NULL::text
         END AS "case",
         CASE
             WHEN (x.facet = 'state'::text) THEN tally_lines.status
             ELSE NULL::text
         END AS "case",
         CASE
             WHEN (x.facet = 'state'::text) THEN tally_lines.outcome
             ELSE NULL::text
         END AS "case",
         CASE
             WHEN (x.facet = 'channel'::text) THEN tally_lines.channel
             ELSE NULL::text
         END AS "case",
         CASE
             WHEN (x.facet = 'wait'::text) THEN (floor((EXTRACT(epoch FROM (tally_lines.routed_at - tally_lines.received_at)) / (60)::numeric)))::integer
             ELSE NULL::integer
         END AS "case",
     tally_lines.n AS n
    FROM ( VALUES ('routing'::text), ('state'::text), ('channel'::text), ('wait'::text)) x(facet);
END;

CREATE OR REPLACE FUNCTION intake.withdraw_import(import uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare withdrawn integer;
begin
  if not exists (select 1 from intake.import_run i where i.id = import and i.status = 'undoing') then
    raise exception 'This load is not being undone.';
  end if;
  create temporary table going on commit drop as
    select r.id from intake.report r where r.import_id = import and intake.worked_on(r) is null;
  delete from records.link l using pg_temp.going g where l.source_report_id = g.id;
  delete from records.exact_key k using records.received_record x, pg_temp.going g where x.report_id = g.id and k.record_id = x.id;
  delete from records.received_record x using pg_temp.going g where x.report_id = g.id;
  with gone as (
    delete from intake.report r using pg_temp.going g where r.id = g.id
    returning r.id, r.reference, r.external_id)
  insert into intake.import_withdrawn (import_id, report_id, reference, external_id)
    select import, id, reference, coalesce(external_id, '') from gone;
  get diagnostics withdrawn = row_count;
  drop table pg_temp.going;
  return withdrawn;
end $function$;

CREATE OR REPLACE FUNCTION intake.worked_on(r intake.report)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (r).is_sensitive THEN 'restricted'::text
             WHEN (((r).case_id IS NOT NULL) OR ((r).status = 'escalated'::text)) THEN 'case'::text
             WHEN (EXISTS ( SELECT 1
                FROM enforcement.penalty p
               WHERE (p.report_id = (worked_on.r).id))) THEN 'penalty'::text
             WHEN ((r).version > 1) THEN 'changed'::text
             WHEN (EXISTS ( SELECT 1
                FROM intake.report d
               WHERE (d.duplicate_of_id = (worked_on.r).id))) THEN 'joined'::text
             WHEN (EXISTS ( SELECT 1
                FROM intake.report_event e
               WHERE (e.report_id = (worked_on.r).id))) THEN 'history'::text
             WHEN (EXISTS ( SELECT 1
                FROM platform.file f
               WHERE ((f.owner_kind = 'report'::text) AND (f.owner_id = (worked_on.r).id)))) THEN 'file'::text
             WHEN ((EXISTS ( SELECT 1
                FROM records.received_record x
               WHERE ((x.report_id = (worked_on.r).id) AND (NOT records.is_scanned(x.*))))) OR (EXISTS ( SELECT 1
                FROM records.link l
               WHERE ((l.source_report_id = (worked_on.r).id) AND (NOT ((l.role = 'mentions'::text) AND (l.officer_id IS NULL) AND (l.ended_at IS NULL))))))) THEN 'record'::text
             ELSE NULL::text
         END AS "case";
END;

CREATE OR REPLACE FUNCTION intelligence.check_answered_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'answered' then raise exception 'an answered check stays as it is'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.close_new()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into intelligence.closed_item (officer_id, item_id, agency_id, file_reference, since)
    select c.officer_id, new.id, new.agency_id, coalesce((select min(o.file_reference) from intelligence.closed_item o where o.officer_id = c.officer_id), ''),
      platform.viewer_today()
    from intelligence.closed_source c where c.source_id = new.source_id on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.closed_to_viewer()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN (SELECT COALESCE(array_agg(c.item_id), '{}'::uuid[]) AS "coalesce" FROM (SELECT x.item_id FROM intelligence.closed_item x WHERE ((x.officer_id = (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid) AND (x.reopened_on IS NULL)) UNION SELECT unnest(intelligence.sensitive_to_viewer()) AS unnest) c);

CREATE OR REPLACE FUNCTION intelligence.enquiry_line_closed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare the_enquiry uuid := case when tg_op = 'DELETE' then old.enquiry_id else new.enquiry_id end;
begin
  -- Whoever answers holds the same lock.
  perform pg_advisory_xact_lock(hashtextextended('enquiry ' || the_enquiry, 0));
  if session_user = 'bailiwick_intel' and exists (select 1 from intelligence.enquiry e where e.enquiry_id = the_enquiry) then
    raise exception 'This enquiry is answered: its schedule stands.' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.firms_linked(forms text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT DISTINCT
         CASE
             WHEN (l.key_kind IS NULL) THEN l.label
             ELSE regexp_replace(l.label, ', [^,]*$'::text, ''::text)
         END AS regexp_replace
    FROM intelligence.link l
   WHERE ((l.agency_id = platform.viewer_agency()) AND (l.kind = 'organisation'::text) AND (l.state = 'confirmed'::text) AND (records.firm_form(
         CASE
             WHEN (l.key_kind IS NULL) THEN l.label
             ELSE regexp_replace(l.label, ', [^,]*$'::text, ''::text)
         END) = ANY (firms_linked.forms)) AND (l.item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])))
  LIMIT 50;
END;

CREATE OR REPLACE FUNCTION intelligence.hold_converted()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (select 1 from intelligence.paragraph p where p.item_id = new.id and p.conversion_id is not null) then
    raise exception 'A grade of this item was converted: a person grades it before it is ready.' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.hold_deletion()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if session_user = 'bailiwick_intel' and (old.status <> 'to-delete' or not intelligence.is_manager()
      or old.returned_by = platform.viewer_text('officer')::uuid
      or (old.received_how <> 'feed' and old.submitted_by = platform.viewer_text('officer')::uuid)) then
    raise exception 'Another manager of the unit says that an item is deleted.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.hold_sensitive()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if session_user = 'bailiwick_intel' and not intelligence.is_manager()
    and not (not old.is_sensitive and new.is_sensitive and new.sensitive_readers <@ array[platform.viewer_text('officer')::uuid]) then
    raise exception 'The manager of the unit says who reads a sensitive item.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.is_manager()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN ('intelligence-manager'::text = ANY (string_to_array(platform.viewer_text('roles'::text), ','::text)));

CREATE OR REPLACE FUNCTION intelligence.item_of(asked text)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  -- Worked out before anything is met, so that what is closed takes as long as what is not there.
  closed constant uuid[] := intelligence.closed_to_viewer();
begin
  return (select i.id from intelligence.item i where i.reference = asked and i.agency_id = platform.viewer_agency() and i.id <> all (closed));
end $function$;

CREATE OR REPLACE FUNCTION intelligence.items_alike(words text, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
AS $function$
declare
  own uuid[] := intelligence.sensitive_open_to_viewer();
begin
  -- Planned for these words.
  return query execute 'select x.id from (
      (select i.id, i.received_at, public.word_similarity($2, i.title) as alike from intelligence.item i
        where i.agency_id = $1 and not i.is_sensitive and i.title operator(public.%>) $2 and i.id <> all ($4) limit $3)
      union all (select i.id, i.received_at, public.word_similarity($2, i.title) from intelligence.item i where i.id = any ($5) and i.title operator(public.%>) $2)) x
    order by x.alike desc, x.received_at desc, x.id limit $3'
    using platform.viewer_agency(), words, most, intelligence.closed_to_viewer(), own;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.items_found(words text, statuses text[], how text, urgency integer, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  narrowed constant text := case when statuses is null then '' else ' and i.status = any($3)' end
    || case when how is null then '' else ' and i.received_how = $4' end
    || case when urgency is null then '' else ' and i.priority = $5' end
    || ' order by i.received_at desc limit $6';
  own uuid[] := intelligence.sensitive_open_to_viewer();
begin
  -- Planned for these words: by the index where they are rare, from the newest on where they are common.
  return query execute 'select x.id from (
      (select i.id, i.received_at from intelligence.item i where i.agency_id = $1 and not i.is_sensitive and i.search @@ $2 and i.id <> all ($7)' || narrowed || ')
      union all (select i.id, i.received_at from intelligence.item i where i.id = any ($8) and i.search @@ $2' || narrowed || ')) x
    order by x.received_at desc limit $6'
    using platform.viewer_agency(), websearch_to_tsquery('english', words), statuses, how, urgency, most, intelligence.closed_to_viewer(), own;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.items_near(item uuid, days integer)
 RETURNS TABLE(id uuid, likeness double precision)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  own record;
  asked tsquery;
begin
  select o.agency_id, o.received_at, tsvector_to_array(o.search) as words into own from intelligence.item o
    where o.id = item and o.agency_id = platform.viewer_agency() and o.id <> all (intelligence.closed_to_viewer());
  -- Only the longest words are looked for, which are the rarest.
  select string_agg(quote_literal(w.word), ' | ')::tsquery into asked from (select word from unnest(own.words) word
    where length(word) > 4 order by length(word) desc, word limit 8) w;
  if asked is null then return; end if;
  return query execute 'with near as (select x.id, tsvector_to_array(x.search) as words from (
      (select i.id, i.search, i.received_at from intelligence.item i where i.agency_id = $1 and not i.is_sensitive and i.search @@ $2 and i.id <> $3 and i.id <> all ($7)
        and i.received_at between $4 and $5 order by i.received_at desc limit 300)
      union all (select i.id, i.search, i.received_at from intelligence.item i where i.id = any ($8) and i.search @@ $2 and i.id <> $3
        and i.received_at between $4 and $5 order by i.received_at desc limit 300)) x order by x.received_at desc limit 300)
    select n.id, cardinality(array(select unnest(n.words) intersect select unnest($6)))::float8
      / greatest(least(cardinality(n.words), cardinality($6)), 1) from near n'
    using own.agency_id, asked, item, own.received_at - make_interval(days => items_near.days),
      own.received_at + make_interval(days => items_near.days), own.words, intelligence.closed_to_viewer(), intelligence.sensitive_open_to_viewer();
end $function$;

CREATE OR REPLACE FUNCTION intelligence.items_within(words text, since timestamp with time zone, until timestamp with time zone, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  -- Planned for these words and this period.
  return query execute 'select x.id from (
      (select i.id, i.received_at from intelligence.item i where i.agency_id = $1 and not i.is_sensitive and i.search @@ $2 and i.received_at >= $3 and i.received_at < $4
        and i.id <> all ($6) order by i.received_at desc limit $5)
      union all (select i.id, i.received_at from intelligence.item i where i.id = any ($7) and i.search @@ $2 and i.received_at >= $3 and i.received_at < $4
        order by i.received_at desc limit $5)) x
    order by x.received_at desc limit $5'
    using platform.viewer_agency(), websearch_to_tsquery('english', words), since, until, most, intelligence.closed_to_viewer(), intelligence.sensitive_open_to_viewer();
end $function$;

CREATE OR REPLACE FUNCTION intelligence.links_closed_to_viewer()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN (SELECT COALESCE(array_agg(l.id), '{}'::uuid[]) AS "coalesce" FROM intelligence.link l WHERE (l.item_id = ANY ((SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));

CREATE OR REPLACE FUNCTION intelligence.named_alike(words text, kinds text[], keys text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
AS $function$
begin
  -- Planned for these words.
  return query execute 'select x.id from (
      (select l.id, l.made_at, public.word_similarity($2, l.label) as alike from intelligence.link l
        where l.agency_id = $1 and l.state = ''confirmed'' and l.label operator(public.%>) $2 and l.item_id <> all ($4) limit $3)
      union all (select l.id, l.made_at, 1 from unnest($5, $6) k (kind, key) join intelligence.link l on l.agency_id = $1 and l.key_kind = k.kind and l.key_value = k.key
        where l.state = ''confirmed'' and l.item_id <> all ($4) limit $3)) x
    group by x.id order by max(x.alike) desc, max(x.made_at) desc, x.id limit $3'
    using platform.viewer_agency(), words, most, intelligence.closed_to_viewer(), kinds, keys;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.sensitive_open_to_viewer()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN (SELECT COALESCE(array_agg(i.id), '{}'::uuid[]) AS "coalesce" FROM intelligence.item i WHERE (i.is_sensitive AND (i.agency_id = (SELECT platform.viewer_agency() AS viewer_agency)) AND (i.id <> ALL ((SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[]))));

CREATE OR REPLACE FUNCTION intelligence.sensitive_to_viewer()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN (SELECT COALESCE(array_agg(i.id), '{}'::uuid[]) AS "coalesce" FROM intelligence.item i WHERE (i.is_sensitive AND (i.agency_id = (SELECT platform.viewer_agency() AS viewer_agency)) AND (NOT (SELECT intelligence.is_manager() AS is_manager)) AND ((i.sensitive_readers @> ARRAY[(SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif")]) IS NOT TRUE)));

CREATE OR REPLACE FUNCTION intelligence.sources_closed_to_viewer()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN (SELECT COALESCE(array_agg(c.source_id), '{}'::uuid[]) AS "coalesce" FROM intelligence.closed_source c WHERE (c.officer_id = (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid));

CREATE OR REPLACE FUNCTION intelligence.watch_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by)
    select w.id, new.item_id, new.agency_id, new.made_at, 'link' from intelligence.watch w
    where w.agency_id = new.agency_id and w.ended_on is null and w.until_on >= (new.made_at at time zone 'Europe/London')::date
      and w.key_kind = new.key_kind and w.key_value = new.key_value
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.watch_numbers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by)
    select w.id, new.item_id, new.agency_id, new.received_at, 'number' from intelligence.watch w
    where w.agency_id = new.agency_id and w.ended_on is null and w.until_on >= (new.received_at at time zone 'Europe/London')::date
      and ((w.key_kind = new.kind and w.key_value = new.value)
        or (new.kind = 'postcode' and w.kind = 'place' and w.postcode = new.value
          and exists (select 1 from intelligence.item i where i.id = new.item_id and i.search @@ w.query)))
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION intelligence.watch_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by)
    select w.id, new.id, new.agency_id, new.received_at, 'words' from intelligence.watch w
    where w.agency_id = new.agency_id and w.ended_on is null and w.until_on >= (new.received_at at time zone 'Europe/London')::date
      and w.kind in ('person', 'organisation') and new.search @@ w.query
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION jet.comparison(today date)
 RETURNS TABLE(team_id uuid, is_own boolean, officers integer, vetted integer, vetting_unknown integer, vetting_other integer, accredited integer, accreditation_ended integer, has_small boolean, month date, enforcement_minutes integer, counted_minutes integer, standing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select * from jet.comparison_of_agency(today) where platform.viewer_agency() is not null
$function$;

CREATE OR REPLACE FUNCTION jet.comparison_of_agency(today date)
 RETURNS TABLE(team_id uuid, is_own boolean, officers integer, vetted integer, vetting_unknown integer, vetting_other integer, accredited integer, accreditation_ended integer, has_small boolean, month date, enforcement_minutes integer, counted_minutes integer, standing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with member as (
    select t.id as team_id, t.agency_id = platform.viewer_agency() as is_own, o.id as officer_id,
      (select case when bool_or(c.status = 'granted' and (c.granted_on is null or c.granted_on <= today) and (c.expires_on is null or c.expires_on >= today)) then 'valid'
          when bool_or(c.status <> 'unknown') then 'other' else 'unknown' end
        from directory.clearance c where c.officer_id = o.id and c.kind = 'vetting' and c.replaced_on is null) as vetting,
      (select case when bool_or(a.withdrawn_on is null and a.granted_on <= today and (a.expires_on is null or a.expires_on >= today)) then 'valid'
          when count(*) > 0 then 'ended' else 'none' end
        from directory.authorisation a where a.officer_id = o.id and a.basis = 'csas') as accreditation
    from jet.team t join directory.service_member m on m.service_id = t.service_id
    join directory.officer o on o.id = m.officer_id and o.is_active and o.agency_id = t.agency_id),
  counted as (
    select team_id, is_own, count(*) as officers, count(*) filter (where vetting = 'valid') as vetted,
      count(*) filter (where coalesce(vetting, 'unknown') = 'unknown') as unknown, count(*) filter (where vetting = 'other') as other,
      count(*) filter (where accreditation = 'valid') as accredited, count(*) filter (where accreditation = 'ended') as ended
    from member group by 1, 2),
  -- With one of the parts small, the whole would give it away by subtraction.
  small as (
    select *, not is_own and (vetted between 1 and 4 or unknown between 1 and 4 or other between 1 and 4 or accredited between 1 and 4 or ended between 1 and 4) as has_small
    from counted)
  select t.id, t.agency_id = platform.viewer_agency(), case when not coalesce(s.has_small, false) then jet.shown(coalesce(s.officers, 0), coalesce(s.is_own, true)) end,
    jet.shown(coalesce(s.vetted, 0), coalesce(s.is_own, true)), jet.shown(coalesce(s.unknown, 0), coalesce(s.is_own, true)),
    jet.shown(coalesce(s.other, 0), coalesce(s.is_own, true)), jet.shown(coalesce(s.accredited, 0), coalesce(s.is_own, true)),
    jet.shown(coalesce(s.ended, 0), coalesce(s.is_own, true)), coalesce(s.has_small, false),
    m.month, m.enforcement_minutes, m.enforcement_minutes + m.street_minutes, m.standing
  from jet.team t left join small s on s.team_id = t.id
  -- The hours of one officer are not a team's: they are the officer's own.
  left join lateral (select x.* from jet.month x where x.team_id = t.id and (x.officers > 1 or x.agency_id = platform.viewer_agency())
    order by x.month desc limit 1) m on true
$function$;

CREATE OR REPLACE FUNCTION jet.end_accreditation(the_reaccreditation uuid, on_day date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare ended integer;
begin
  update directory.authorisation a set withdrawn_on = on_day from jet.reaccreditation r
    where r.id = the_reaccreditation and r.status = 'ready' and r.force_agency_id = platform.viewer_agency()
      and a.officer_id = r.officer_id and a.basis = 'csas' and a.withdrawn_on is null and a.granted_on <= on_day;
  get diagnostics ended = row_count;
  return ended;
end $function$;

CREATE OR REPLACE FUNCTION jet.is_team_of(the_team uuid, the_agency uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT 1 FROM jet.team t WHERE ((t.id = is_team_of.the_team) AND (t.agency_id = is_team_of.the_agency))));

CREATE OR REPLACE FUNCTION jet.shown(n bigint, is_own boolean)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (is_own OR (n = 0) OR (n >= 5)) THEN (n)::integer ELSE NULL::integer END;

CREATE OR REPLACE FUNCTION linkage.clear_hidden_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update linkage.judgement j set evidence = x.kept, probability = (x.kept ->> 'probability')::real, weight = (x.kept ->> 'totalBits')::real
    from (select o.id, linkage.evidence_without_place(o.evidence) as kept from linkage.judgement o
      where o.evidence is not null and new.record_id in (o.record_a, o.record_b)) x
    where x.id = j.id and x.kept is distinct from j.evidence;
  return null;
end $function$;
alter function linkage.clear_hidden_evidence() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.clear_hidden_file_rows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  delete from linkage.list_load_row r using (
    select string_to_array(linkage.plain_name(coalesce(e.label, x.fields ->> 'name', concat_ws(' ', x.fields ->> 'forename', x.fields ->> 'surname'))), ' ') as words
    from (select new.record_id as id) h left join linkage.list_entry e on e.id = h.id left join records.received_record x on x.id = h.id) name
  where cardinality(name.words) > 0 and name.words <> array['']
    and string_to_array(linkage.plain_name(concat_ws(' ', r.label, r.was::text, r.becomes::text)), ' ') @> name.words;
  return null;
end $function$;
alter function linkage.clear_hidden_file_rows() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.contacts_of(members uuid[], persons integer[], today date)
 RETURNS TABLE(person integer, agency_id uuid, contact text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 WITH RECURSIVE member AS (
          SELECT m.id,
             m.person
            FROM UNNEST(contacts_of.members, contacts_of.persons) m(id, person)
         ), asked AS (
          SELECT t.from_agency_id AS id
            FROM directory.agreement t
           WHERE ((t.to_agency_id = platform.viewer_agency()) AND (t.from_agency_id <> t.to_agency_id) AND (t.starts_on <= contacts_of.today) AND ((t.ends_on IS NULL) OR (t.ends_on > contacts_of.today)))
           GROUP BY t.from_agency_id
          HAVING (bool_or((t.record_kind = 'victim-contact'::text)) AND (NOT bool_or((t.record_kind = 'victim'::text))))
         ), reached AS (
          SELECT m.id AS record_id,
             m.person
            FROM member m
         UNION
          SELECT e_1.id,
             r_1.person
            FROM ((reached r_1
              CROSS JOIN LATERAL ( SELECT j.record_b AS id
                    FROM linkage.judgement j
                   WHERE ((j.record_a = r_1.record_id) AND (j.ended_at IS NULL) AND (j.verdict = 'same'::text))
                 UNION ALL
                  SELECT j.record_a
                    FROM linkage.judgement j
                   WHERE ((j.record_b = r_1.record_id) AND (j.ended_at IS NULL) AND (j.verdict = 'same'::text))) n)
              JOIN linkage.list_entry e_1 ON (((e_1.id = n.id) AND (e_1.withdrawn_at IS NULL) AND (e_1.handling = 'victim'::text))))
           WHERE ((e_1.origin_agency_id IN ( SELECT a.id
                    FROM asked a)) AND (NOT (EXISTS ( SELECT 1
                    FROM (member m
                      JOIN linkage.judgement d ON (((d.record_a = LEAST(m.id, e_1.id)) AND (d.record_b = GREATEST(m.id, e_1.id)))))
                   WHERE ((m.person = r_1.person) AND (d.ended_at IS NULL) AND (d.verdict = 'different'::text))))))
         )
  SELECT DISTINCT r.person,
     e.origin_agency_id,
     l.contact
    FROM ((reached r
      JOIN linkage.list_entry e ON ((e.id = r.record_id)))
      JOIN linkage.list l ON ((l.id = e.list_id)))
   WHERE ((e.origin_agency_id IN ( SELECT a.id
            FROM asked a)) AND (e.handling = 'victim'::text))
   ORDER BY r.person, e.origin_agency_id, l.contact;
END;
alter function linkage.contacts_of(uuid[],integer[],date) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.entries_keep_hidden_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare hit record;
begin
  if not exists (select 1 from records.hidden_address) then return null; end if;
  for hit in
    select e.id, o.record_id, o.is_row
    from (select f.list_id, array_agg(f.id order by f.id) as ids, array_agg(f.source_key order by f.id) as keys,
        array_agg(f.label order by f.id) as labels, array_agg(f.fields ->> 'dateOfBirth' order by f.id) as births
      from fresh f group by f.list_id) l
    cross join lateral linkage.hidden_on_arrival(l.list_id, l.keys, l.labels, l.births) o
    cross join lateral (select l.ids[o.place] as id) e
    union all
    select f.id, h.record_id, true from fresh f join records.hidden_address h on h.record_id = f.replaces
  loop
    if not hit.is_row and hit.id <> hit.record_id then
      insert into linkage.hidden_with (entry_id, record_id, since) values (hit.id, hit.record_id, now()) on conflict do nothing;
    end if;
    perform linkage.spread_hidden_address(hit.id);
  end loop;
  return null;
end $function$;
alter function linkage.entries_keep_hidden_address() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.evidence_without_place(evidence jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  kept jsonb;
  total double precision;
begin
  if jsonb_typeof(evidence -> 'evidence') is distinct from 'array' then return evidence; end if;
  select coalesce(jsonb_agg(p.part order by p.at) filter (where not linkage.says_where(p.part ->> 'field')), '[]'::jsonb) into kept
    from jsonb_array_elements(evidence -> 'evidence') with ordinality as p (part, at);
  if jsonb_array_length(kept) = jsonb_array_length(evidence -> 'evidence') then return evidence; end if;
  -- What a household takes away rests on its address: it goes too.
  select coalesce((evidence ->> 'startBits')::double precision, 0) + coalesce(sum((p ->> 'bits')::double precision), 0) into total
    from jsonb_array_elements(kept) as p;
  return evidence || jsonb_build_object('evidence', kept, 'relatedBits', 0, 'totalBits', total,
    'probability', 1 / (1 + power(2::double precision, greatest(-500, least(500, -total)))));
end $function$;

CREATE OR REPLACE FUNCTION linkage.held_apart(one uuid, other uuid, since timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT 1
            FROM ((linkage.row_versions(held_apart.one) x(id)
              CROSS JOIN linkage.row_versions(held_apart.other) y(id))
              JOIN linkage.judgement d ON (((d.record_a = LEAST(x.id, y.id)) AND (d.record_b = GREATEST(x.id, y.id)))))
           WHERE ((d.verdict = 'different'::text) AND ((d.ended_at IS NULL) OR (d.ended_why = 'row-withdrawn'::text)) AND (d.made_at >= held_apart.since)))) AS "exists";
END;
alter function linkage.held_apart(uuid,uuid,timestamp with time zone) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.hidden_on_arrival(the_list uuid, keys text[], labels text[], births text[])
 RETURNS TABLE(place integer, record_id uuid, is_row boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 WITH hidden AS MATERIALIZED (
          SELECT h_1.record_id,
             e.list_id,
             e.source_key,
             linkage.plain_name(e.label) AS name,
             (e.fields ->> 'dateOfBirth'::text) AS birth,
             (e.withdrawn_at IS NULL) AS stands
            FROM (records.hidden_address h_1
              JOIN linkage.list_entry e ON ((e.id = h_1.record_id)))
         UNION ALL
          SELECT h_1.record_id,
             NULL::uuid,
             NULL::text,
             linkage.plain_name(COALESCE((r.fields ->> 'name'::text), concat_ws(' '::text, (r.fields ->> 'forename'::text), (r.fields ->> 'surname'::text)))) AS plain_name,
             COALESCE((r.fields ->> 'dateOfBirth'::text), (r.fields ->> 'dob'::text)) AS "coalesce",
             true
            FROM (records.hidden_address h_1
              JOIN records.received_record r ON ((r.id = h_1.record_id)))
           WHERE (r.kind = ANY (ARRAY['person'::text, 'organisation'::text]))
         ), given AS MATERIALIZED (
          SELECT (g.place)::integer AS place,
             g.key,
             linkage.plain_name(g.label) AS name,
             g.birth
            FROM UNNEST(hidden_on_arrival.keys, hidden_on_arrival.labels, hidden_on_arrival.births) WITH ORDINALITY g(key, label, birth, place)
           WHERE (EXISTS ( SELECT 1
                    FROM hidden))
         ), found AS (
          SELECT g.place,
             h_1.record_id,
             true AS is_row
            FROM (given g
              JOIN hidden h_1 ON (((h_1.source_key = g.key) AND (h_1.list_id = hidden_on_arrival.the_list))))
         UNION ALL
          SELECT g.place,
             h_1.record_id,
             false
            FROM (given g
              JOIN hidden h_1 ON (((h_1.name = g.name) AND (g.name <> ''::text))))
           WHERE linkage.may_be_one_birth(h_1.birth, g.birth)
         )
  SELECT DISTINCT ON (f.place) f.place,
     f.record_id,
     f.is_row
    FROM (found f
      JOIN hidden h ON ((h.record_id = f.record_id)))
   ORDER BY f.place, f.is_row DESC, (NOT (h.list_id IS DISTINCT FROM hidden_on_arrival.the_list)) DESC, h.stands DESC, f.record_id;
END;
alter function linkage.hidden_on_arrival(uuid,text[],text[],text[]) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.hidden_person(start uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 WITH RECURSIVE same AS (
          SELECT hidden_person.start AS id
         UNION
          SELECT n.id
            FROM (same s
              CROSS JOIN LATERAL ( SELECT v.id
                    FROM linkage.row_versions(s.id) v(id)
                 UNION ALL
                  SELECT e.id
                    FROM (linkage.list_entry o
                      JOIN linkage.list_entry e ON (((e.list_id = o.list_id) AND (linkage.plain_name(e.label) = linkage.plain_name(o.label)) AND ((e.fields ->> 'dateOfBirth'::text) = (o.fields ->> 'dateOfBirth'::text)))))
                   WHERE ((o.id = s.id) AND (NOT linkage.held_apart(o.id, e.id, '-infinity'::timestamp with time zone)))
                 UNION ALL
                  SELECT
                         CASE
                             WHEN (j.record_a = s.id) THEN j.record_b
                             ELSE j.record_a
                         END AS record_a
                    FROM linkage.judgement j
                   WHERE (((s.id = j.record_a) OR (s.id = j.record_b)) AND (j.verdict = 'same'::text) AND ((j.ended_at IS NULL) OR (j.ended_why = 'row-withdrawn'::text)) AND (NOT linkage.held_apart(j.record_a, j.record_b, j.made_at)))
                 UNION ALL
                  SELECT
                         CASE
                             WHEN (w.entry_id = s.id) THEN w.record_id
                             ELSE w.entry_id
                         END AS entry_id
                    FROM linkage.hidden_with w
                   WHERE (((s.id = w.entry_id) OR (s.id = w.record_id)) AND (NOT linkage.held_apart(w.entry_id, w.record_id, '-infinity'::timestamp with time zone)))) n)
         )
  SELECT same.id
    FROM same;
END;
alter function linkage.hidden_person(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.holds_place(name text, value text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((value ~* '\m[a-z]{1,2}[0-9][a-z0-9]?\s*[0-9][a-z]{1,2}\M'::text) OR ((name ~* 'phone'::text) AND (value ~* '[a-z]{4}'::text)) OR ((name ~* 'name'::text) AND (value ~ '[0-9]'::text)));

CREATE OR REPLACE FUNCTION linkage.judgement_spreads_hidden_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  -- A row that was changed says nothing of whether the others are that person: only a decision does.
  if new.ended_at is not null and new.ended_why = 'row-withdrawn' then return null; end if;
  if exists (select 1 from records.hidden_address h where h.record_id in (new.record_a, new.record_b)) then
    perform linkage.spread_hidden_address(new.record_a);
    perform linkage.spread_hidden_address(new.record_b);
  end if;
  return null;
end $function$;
alter function linkage.judgement_spreads_hidden_address() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.keep_hidden_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare kept jsonb;
begin
  if new.evidence is not null
    and exists (select 1 from records.hidden_address h where h.record_id in (new.record_a, new.record_b)) then
    kept := linkage.evidence_without_place(new.evidence);
    if kept is distinct from new.evidence then
      new.evidence := kept;
      new.probability := (kept ->> 'probability')::real;
      new.weight := (kept ->> 'totalBits')::real;
    end if;
  end if;
  return new;
end $function$;
alter function linkage.keep_hidden_evidence() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.mark_spreads()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform linkage.spread_hidden_address(new.record_id);
  return null;
end $function$;
alter function linkage.mark_spreads() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.may_be_one_birth(one text, other text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((COALESCE(one, ''::text) = ''::text) OR (COALESCE(other, ''::text) = ''::text) OR starts_with(one, other) OR starts_with(other, one));

CREATE OR REPLACE FUNCTION linkage.names_hidden(texts text[], labels text[])
 RETURNS SETOF integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  -- It answers whether a name is hidden: for those who give lists, who learn it of their own rows anyway (ADR 11).
  if session_user <> 'bailiwick_worker' and not string_to_array(coalesce(platform.viewer_text('roles'), ''), ',')
    && array['safeguarding-officer', 'community-safety-coordinator', 'trading-standards-investigator', 'police-partner', 'partner'] then
    raise exception 'Only those who give lists ask this.' using errcode = '42501';
  end if;
  return query
    with hidden as materialized (
      select distinct string_to_array(x.name, ' ') as words from (
        select linkage.plain_name(coalesce(e.label, r.fields ->> 'name', concat_ws(' ', r.fields ->> 'forename', r.fields ->> 'surname'))) as name
        from records.hidden_address h left join linkage.list_entry e on e.id = h.record_id
          left join records.received_record r on r.id = h.record_id) x where x.name <> ''
    ), given as materialized (
      select g.place::integer, string_to_array(linkage.plain_name(g.words), ' ') as words, string_to_array(linkage.plain_name(g.label), ' ') as label
      from unnest(texts, labels) with ordinality as g (words, label, place) where exists (select 1 from hidden))
    select distinct g.place from given g join hidden h on g.words @> h.words and not g.label @> h.words;
end $function$;
alter function linkage.names_hidden(text[],text[]) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.plain_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE(string_agg(w.w, ' '::text ORDER BY w.w), ''::text) AS "coalesce"
    FROM regexp_split_to_table(lower(plain_name.name), '[^[:alnum:]]+'::text) w(w)
   WHERE ((w.w <> ''::text) AND (w.w <> ALL (ARRAY['mr'::text, 'mrs'::text, 'ms'::text, 'miss'::text, 'mx'::text, 'dr'::text, 'sir'::text, 'dame'::text, 'lord'::text, 'lady'::text, 'rev'::text, 'prof'::text])));
END;

CREATE OR REPLACE FUNCTION linkage.row_versions(record uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 WITH RECURSIVE version AS (
          SELECT row_versions.record AS id
         UNION
          SELECT n.id
            FROM (version v
              CROSS JOIN LATERAL ( SELECT e.replaces AS id
                    FROM linkage.list_entry e
                   WHERE ((e.id = v.id) AND (e.replaces IS NOT NULL))
                 UNION ALL
                  SELECT e.id
                    FROM linkage.list_entry e
                   WHERE (e.replaces = v.id)
                 UNION ALL
                  SELECT e.id
                    FROM (linkage.list_entry o
                      JOIN linkage.list_entry e ON (((e.list_id = o.list_id) AND (e.source_key = o.source_key))))
                   WHERE (o.id = v.id)) n)
         )
  SELECT version.id
    FROM version;
END;
alter function linkage.row_versions(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.says_where(name text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (name ~* ('addr|post.?code|pcode|uprn|town|\mcity|village|localit|parish|place|house|flat|building'::text || '|street|\mroad|estate|county|district|\mward|sector|position|latitude|longitude|easting|northing'::text));

CREATE OR REPLACE FUNCTION linkage.seal_hidden_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update linkage.list_entry e set hides_place = true where e.id = new.record_id and not e.hides_place;
  insert into records.kept_address (record_id, fields, keys, kept_at)
    select r.id, r.fields, array(select k.value from records.exact_key k where k.record_id = r.id and k.kind = 'address'), now()
    from records.received_record r where r.id = new.record_id on conflict do nothing;
  if found then
    update records.received_record r set fields = linkage.without_place(r.fields) where r.id = new.record_id;
    delete from records.exact_key k where k.record_id = new.record_id and k.kind = 'address';
  end if;
  return null;
end $function$;
alter function linkage.seal_hidden_address() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.spread_hidden_address(start uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  person uuid[];
  moved record;
begin
  select array_agg(p.id) into person from linkage.hidden_person(start) as p (id);
  -- A mark stands on the row that stands, so that whoever lifts it there has lifted it.
  for moved in
    with recursive line as (
      select h.record_id as marked, e.id, e.replaces, e.withdrawn_at, h.since
      from records.hidden_address h join linkage.list_entry e on e.id = h.record_id
      where h.record_id = any (person) and h.is_marked and e.withdrawn_at is not null
      union
      select l.marked, n.id, n.replaces, n.withdrawn_at, l.since
      from line l join linkage.list_entry n on n.replaces = l.id or n.id = l.replaces)
    select l.marked, l.id, l.since from line l where l.withdrawn_at is null
  loop
    update records.hidden_address set is_marked = false, by_list = false where record_id = moved.marked;
    insert into records.hidden_address (record_id, is_marked, since) values (moved.id, true, moved.since)
      on conflict (record_id) do update set is_marked = true;
  end loop;
  if exists (select 1 from records.hidden_address h where h.record_id = any (person) and h.is_marked) then
    insert into records.hidden_address (record_id, is_marked, since)
      select p.id, false, now() from unnest(person) as p (id) on conflict do nothing;
  else
    delete from records.hidden_address h where h.record_id = any (person);
  end if;
end $function$;
alter function linkage.spread_hidden_address(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.take_back_hidden(entries uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare one uuid;
begin
  update records.hidden_address h set by_list = false, is_marked = exists (
      select 1 from linkage.row_versions(h.record_id) as v (id) join safeguarding.victim_file f on f.record_id = v.id
        join safeguarding.contact c on c.file_id = f.id where c.hides_address)
      or exists (select 1 from linkage.row_versions(h.record_id) as v (id) join linkage.sealed_address z on z.entry_id = v.id
        join linkage.list_entry e on e.id = v.id where e.withdrawn_at is null)
    where h.record_id = any (entries) and h.by_list;
  for one in select h.record_id from records.hidden_address h where h.record_id = any (entries) loop
    perform linkage.spread_hidden_address(one);
  end loop;
end $function$;
alter function linkage.take_back_hidden(uuid[]) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.unseal_hidden_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update linkage.list_entry e set hides_place = false where e.id = old.record_id;
  update records.received_record r set fields = k.fields from records.kept_address k where k.record_id = old.record_id and r.id = k.record_id;
  insert into records.exact_key (kind, value, record_id)
    select 'address', v, k.record_id from records.kept_address k cross join unnest(k.keys) v where k.record_id = old.record_id on conflict do nothing;
  delete from records.kept_address k where k.record_id = old.record_id;
  return null;
end $function$;
alter function linkage.unseal_hidden_address() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION linkage.without_place(fields jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE(jsonb_object_agg(f.key, f.value) FILTER (WHERE ((NOT linkage.says_where(f.key)) AND (NOT linkage.holds_place(f.key, f.value)))), '{}'::jsonb) AS "coalesce"
    FROM jsonb_each_text(without_place.fields) f(key, value);
END;

CREATE OR REPLACE FUNCTION platform.add_job(task text, payload jsonb, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, job_key text DEFAULT NULL::text, max_attempts integer DEFAULT 8)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => job_key, max_attempts => max_attempts);
end $function$;
alter function platform.add_job(text,jsonb,timestamp with time zone,text,integer) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION platform.audit_text(e platform.audit_entry)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN (jsonb_build_array((e).chain, (e).seq, to_char(((e).at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US'::text), (e).event, (e).outcome, (e).actor_kind, (e).officer_id, (e).agency_id, (e).side, (e).purpose, (e).request_id, (e).record_kind, (e).record_id, (e).detail))::text;

CREATE OR REPLACE FUNCTION platform.form_answer(wanted bytea, since timestamp with time zone)
 RETURNS bytea
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform pg_advisory_xact_lock(('x' || encode(substr(wanted, 1, 8), 'hex'))::bit(64)::bigint);
  return (select f.answer from platform.form_sent f where f.digest = wanted and f.sent_at > since);
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_form_answer(done bytea, given bytea, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  insert into platform.form_sent (digest, answer, sent_at) values (done, given, at)
    on conflict (digest) do update set answer = excluded.answer, sent_at = excluded.sent_at $function$;

CREATE OR REPLACE FUNCTION platform.record_audit(event text, outcome text, actor_kind text, officer_id uuid, agency_id uuid, side text, purpose text, request_id text, record_kind text, record_id text, detail jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  head platform.audit_head;
  entry platform.audit_entry;
begin
  select * into head from platform.audit_head where chain = (pg_backend_pid() % 16)::smallint for update;
  entry := row(head.chain, head.seq + 1, at, event, outcome, actor_kind, officer_id, agency_id, side, purpose,
    request_id, record_kind, record_id, coalesce(detail, '{}'::jsonb), head.hash)::platform.audit_entry;
  entry.hash := sha256(head.hash || convert_to(platform.audit_text(entry), 'UTF8'));
  insert into platform.audit_entry select entry.*;
  update platform.audit_head set seq = entry.seq, hash = entry.hash where chain = head.chain;
end $function$;

CREATE OR REPLACE FUNCTION platform.viewer_agency()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (platform.viewer_text('agency'::text))::uuid;

CREATE OR REPLACE FUNCTION platform.viewer_services()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((string_to_array(platform.viewer_text('services'::text), ','::text))::uuid[], '{}'::uuid[]);

CREATE OR REPLACE FUNCTION platform.viewer_text(name text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting(('bailiwick.'::text || name), true), ''::text);

CREATE OR REPLACE FUNCTION platform.viewer_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((platform.viewer_text('today'::text))::date, ((now() AT TIME ZONE 'Europe/London'::text))::date);

CREATE OR REPLACE FUNCTION records.firm_form(label text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(regexp_replace(TRIM(BOTH FROM regexp_replace(regexp_replace(lower(label), '[''’]'::text, ''::text, 'g'::text), '[^a-z0-9]+'::text, ' '::text, 'g'::text)), '^the '::text, ''::text), ' (ltd|limited|plc|llp|cic)$'::text, ''::text);

CREATE OR REPLACE FUNCTION records.is_scanned(record records.received_record)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (((record).feed = 'report'::text) AND ((record).report_id IS NOT NULL) AND (NOT (EXISTS ( SELECT 1
            FROM records.link l
           WHERE ((((is_scanned.record).id = l.to_id) OR ((is_scanned.record).id = l.from_id)) AND (NOT ((NOT (l.source_report_id IS DISTINCT FROM (is_scanned.record).report_id)) AND (l.role = 'mentions'::text) AND (l.officer_id IS NULL) AND (l.ended_at IS NULL))))))));
END;

CREATE OR REPLACE FUNCTION safeguarding.family_of(the_file uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 WITH RECURSIVE up AS (
          SELECT f.id,
             f.joined_into
            FROM safeguarding.victim_file f
           WHERE (f.id = family_of.the_file)
         UNION ALL
          SELECT f.id,
             f.joined_into
            FROM (up
              JOIN safeguarding.victim_file f ON ((f.id = up.joined_into)))
         ), down AS (
          SELECT up.id,
             0 AS step
            FROM up
           WHERE (up.joined_into IS NULL)
         UNION ALL
          SELECT f.id,
             (d.step + 1)
            FROM (down d
              JOIN safeguarding.victim_file f ON ((f.joined_into = d.id)))
         )
  SELECT down.id
    FROM down
   ORDER BY down.step, down.id;
END;
alter function safeguarding.family_of(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.has_file(the_file uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT 1
            FROM safeguarding.victim_file f
           WHERE ((f.id = has_file.the_file) AND (((platform.viewer_agency() = f.agency_id) OR (platform.viewer_agency() = f.lead_agency_id)) OR (platform.viewer_agency() = f.offered_agency_id))))) AS "exists";
END;
alter function safeguarding.has_file(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.hidden_clears_screens()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform safeguarding.screens_forget_place(new.record_id);
  return null;
end $function$;
alter function safeguarding.hidden_clears_screens() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.hide_address(the_file uuid, at_instant timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare f safeguarding.victim_file;
begin
  select x.* into f from safeguarding.victim_file x where x.id = the_file and safeguarding.keeps_register()
    and platform.viewer_agency() in (x.agency_id, x.lead_agency_id, x.offered_agency_id);
  if f.id is null then raise exception 'This file is not yours.'; end if;
  insert into safeguarding.hidden_mark (file_id, agency_id, is_leads, marked_at, marked_by)
    values (f.id, platform.viewer_agency(), f.lead_agency_id = platform.viewer_agency(), at_instant, safeguarding.viewer_officer())
    on conflict do nothing;
  update safeguarding.contact c set hides_address = true, address = '', postcode = '' where c.file_id = f.id and not c.hides_address;
  perform safeguarding.mark_hidden(f.id, false, at_instant);
end $function$;
alter function safeguarding.hide_address(uuid,timestamp with time zone) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.hides_address(the_file uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT 1
            FROM ((safeguarding.family_of(hides_address.the_file) k(id)
              JOIN safeguarding.victim_file f ON ((f.id = k.id)))
              LEFT JOIN safeguarding.contact c ON ((c.file_id = f.id)))
           WHERE (c.hides_address OR (EXISTS ( SELECT 1
                    FROM records.hidden_address h
                   WHERE (h.record_id = safeguarding.standing_record(f.record_id))))))) AS "exists";
END;
alter function safeguarding.hides_address(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.hit_without_grounds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op = 'UPDATE' then
    if new.answer = 'not' and old.answer is distinct from 'not' and new.on_what = '{}' then return old; end if;
    return new;
  end if;
  if exists (select 1 from assurance.screening s where s.id = new.screening_id and s.officer_id is null and s.subject_id is not null
      and safeguarding.hides_address(s.subject_id)) then
    new.on_what := '{}';
    new.sureness := 'likely';
    new.probability := null;
  end if;
  return new;
end $function$;
alter function safeguarding.hit_without_grounds() owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.keeps_register()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ('safeguarding-officer'::text = ANY (string_to_array(platform.viewer_text('roles'::text), ','::text)));

CREATE OR REPLACE FUNCTION safeguarding.lift_hidden(the_file uuid, why text, at_instant timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  f safeguarding.victim_file;
  lifted integer;
begin
  select x.* into f from safeguarding.victim_file x where x.id = the_file and safeguarding.keeps_register()
    and platform.viewer_agency() in (x.agency_id, x.lead_agency_id, x.offered_agency_id);
  if f.id is null then raise exception 'This file is not yours.'; end if;
  update safeguarding.hidden_mark m set lifted_at = at_instant, lifted_by = safeguarding.viewer_officer(), lifted_why = why
    where m.file_id = f.id and m.lifted_at is null
      and (m.agency_id = platform.viewer_agency() or (m.is_leads and f.lead_agency_id = platform.viewer_agency()));
  get diagnostics lifted = row_count;
  if not exists (select 1 from safeguarding.hidden_mark m where m.file_id = f.id and m.lifted_at is null) then
    update safeguarding.contact c set hides_address = false where c.file_id = f.id;
    delete from safeguarding.sealed_address z where z.file_id = f.id;
    perform safeguarding.mark_hidden(f.id, true, at_instant);
  end if;
  return lifted;
end $function$;
alter function safeguarding.lift_hidden(uuid,text,timestamp with time zone) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.mark_hidden(the_file uuid, lifts boolean, at_instant timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  one record;
  hides boolean;
begin
  if not exists (select 1 from safeguarding.victim_file f where f.id = the_file and safeguarding.keeps_register()
    and platform.viewer_agency() in (f.agency_id, f.lead_agency_id, f.offered_agency_id)) then
    raise exception 'This file is not yours.';
  end if;
  select coalesce(bool_or(c.hides_address), false) into hides
    from safeguarding.family_of(the_file) as k (id) join safeguarding.contact c on c.file_id = k.id;
  if not hides and not lifts then return; end if;
  for one in select safeguarding.standing_record(f.record_id) as record_id
    from safeguarding.family_of(the_file) as k (id) join safeguarding.victim_file f on f.id = k.id
  loop
    if hides then
      insert into records.hidden_address as h (record_id, is_marked, since) values (one.record_id, true, at_instant)
        on conflict (record_id) do update set is_marked = true;
    else
      update records.hidden_address h set is_marked = false where h.record_id = one.record_id
        and not exists (
          with recursive line as (
            select e.id, e.replaces from linkage.list_entry e where e.id = one.record_id
            union all
            select e.id, e.replaces from line join linkage.list_entry e on e.id = line.replaces)
          select 1 from line join linkage.sealed_address z on z.entry_id = line.id);
    end if;
    perform linkage.spread_hidden_address(one.record_id);
  end loop;
end $function$;
alter function safeguarding.mark_hidden(uuid,boolean,timestamp with time zone) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.repeat_due(day date)
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((day + make_interval(months => (SELECT t.months FROM safeguarding.term t WHERE (t.code = 'repeat-check'::text)))))::date;

CREATE OR REPLACE FUNCTION safeguarding.reveal_address(file uuid, why text, at_instant timestamp with time zone)
 RETURNS TABLE(said_by text, address text, postcode text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  f safeguarding.victim_file;
  v safeguarding.visit;
  is_keeper boolean;
begin
  select * into f from safeguarding.victim_file x where x.id = file;
  is_keeper := safeguarding.keeps_register() and platform.viewer_agency() in (f.agency_id, f.lead_agency_id);
  select * into v from safeguarding.visit x where x.file_id = file and x.assigned_to = safeguarding.viewer_officer() and x.state = 'planned'
    and x.agency_id in (f.agency_id, f.lead_agency_id)
    and x.planned_on >= (at_instant at time zone 'Europe/London')::date order by x.planned_on limit 1;
  if f.id is null or not (coalesce(is_keeper, false) or v.id is not null) then return; end if;
  insert into safeguarding.reveal (file_id, officer_id, agency_id, visit_id, reason, at)
    values (file, safeguarding.viewer_officer(), platform.viewer_agency(), v.id, why, at_instant);
  -- What was sealed, and what a file that does not itself hide it holds: of the files that the caller's agency has.
  return query
    select 'The register'::text, a.address, a.postcode
    from safeguarding.family_of(file) as k (id) join safeguarding.victim_file o on o.id = k.id
      join (select z.file_id, z.address, z.postcode from safeguarding.sealed_address z
        union select c.file_id, c.address, c.postcode from safeguarding.contact c where c.address <> '' or c.postcode <> '') a on a.file_id = o.id
    where o.id = file or platform.viewer_agency() in (o.agency_id, o.lead_agency_id);
  if not coalesce(is_keeper, false) then return; end if;
  return query
    with recursive same as (
      select safeguarding.standing_record(x.record_id) as id
      from safeguarding.family_of(file) as k (id) join safeguarding.victim_file x on x.id = k.id
      union
      select case when j.record_a = s.id then j.record_b else j.record_a end
      from same s join linkage.judgement j on (j.record_a = s.id or j.record_b = s.id)
      where j.ended_at is null and j.verdict = 'same')
    select l.name, coalesce(z.address, e.fields ->> 'address', ''), coalesce(z.postcode, e.fields ->> 'postcode', '')
    from same s join linkage.list_entry e on e.id = s.id and e.withdrawn_at is null join linkage.list l on l.id = e.list_id
      left join linkage.sealed_address z on z.entry_id = e.id
    where coalesce(z.address, e.fields ->> 'address', '') <> ''
      and (e.origin_agency_id = platform.viewer_agency() or exists (select 1 from directory.agreement t
        where t.from_agency_id = e.origin_agency_id and t.to_agency_id = platform.viewer_agency()
          and t.starts_on <= (at_instant at time zone 'Europe/London')::date
          and (t.ends_on is null or t.ends_on > (at_instant at time zone 'Europe/London')::date)
          and t.record_kind = case e.handling when 'victim' then 'victim' else 'restricted-list' end))
    order by 1;
end $function$;
alter function safeguarding.reveal_address(uuid,text,timestamp with time zone) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.safe_contacts(the_file uuid, today date)
 RETURNS TABLE(file_id uuid, method text, times text, no_message boolean, must_not_know text, phone text, hides_address boolean, is_hidden boolean, address text, postcode text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT c.file_id,
     c.method,
     c.times,
     c.no_message,
     c.must_not_know,
     c.phone,
     c.hides_address,
     x.is_hidden,
         CASE
             WHEN x.is_hidden THEN ''::text
             ELSE c.address
         END AS address,
         CASE
             WHEN x.is_hidden THEN ''::text
             ELSE c.postcode
         END AS postcode
    FROM (((( SELECT safeguarding.hides_address(safe_contacts.the_file) AS is_hidden) x
      CROSS JOIN safeguarding.family_of(safe_contacts.the_file) WITH ORDINALITY k(id, place))
      JOIN safeguarding.victim_file o ON ((o.id = k.id)))
      JOIN safeguarding.contact c ON ((c.file_id = k.id)))
   WHERE (((k.id = safe_contacts.the_file) OR (((platform.viewer_agency() = o.agency_id) OR (platform.viewer_agency() = o.lead_agency_id)) OR (platform.viewer_agency() = o.offered_agency_id))) AND ((EXISTS ( SELECT 1
            FROM safeguarding.victim_file f
           WHERE ((f.id = safe_contacts.the_file) AND safeguarding.keeps_register() AND (((platform.viewer_agency() = f.agency_id) OR (platform.viewer_agency() = f.lead_agency_id)) OR (platform.viewer_agency() = f.offered_agency_id))))) OR (EXISTS ( SELECT 1
            FROM safeguarding.visit v
           WHERE ((v.file_id = safe_contacts.the_file) AND (v.assigned_to = safeguarding.viewer_officer()) AND (v.state = 'planned'::text) AND (v.planned_on >= safe_contacts.today))))))
   ORDER BY (c.file_id <> safe_contacts.the_file), k.place;
END;
alter function safeguarding.safe_contacts(uuid,date) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.screening_without_hash()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.officer_id is null then new.asked_hash := ''; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION safeguarding.screens_forget_place(the_record uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  files uuid[];
begin
  select array_agg(distinct k.id) into files
    from safeguarding.victim_file f cross join lateral safeguarding.family_of(f.id) as k (id)
    where f.record_id in (select v.id from linkage.row_versions(the_record) as v (id));
  if files is null then return; end if;
  update assurance.hit h set on_what = '{}', sureness = 'likely', probability = null
    from assurance.screening s where s.id = h.screening_id and s.subject_id = any (files) and h.on_what <> '{}';
  update assurance.screening s set asked_hash = '' where s.subject_id = any (files) and s.asked_hash <> '';
end $function$;
alter function safeguarding.screens_forget_place(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.sees_batches(of_agency uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (safeguarding.keeps_register() AND ((of_agency = platform.viewer_agency()) OR (EXISTS (SELECT 1 FROM directory.agreement t WHERE ((t.from_agency_id = sees_batches.of_agency) AND (t.to_agency_id = platform.viewer_agency()) AND (t.record_kind = 'restricted-list'::text) AND (t.starts_on <= platform.viewer_today()) AND ((t.ends_on IS NULL) OR (t.ends_on > platform.viewer_today())))))));

CREATE OR REPLACE FUNCTION safeguarding.standing_record(the_record uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 WITH RECURSIVE line AS (
          SELECT e.id,
             e.withdrawn_at
            FROM linkage.list_entry e
           WHERE (e.id = standing_record.the_record)
         UNION ALL
          SELECT n.id,
             n.withdrawn_at
            FROM (line l
              JOIN linkage.list_entry n ON ((n.replaces = l.id)))
         )
  SELECT COALESCE(( SELECT line.id
            FROM line
           WHERE (line.withdrawn_at IS NULL)
          LIMIT 1), the_record) AS "coalesce";
END;
alter function safeguarding.standing_record(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.viewer_officer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid;

CREATE OR REPLACE FUNCTION safeguarding.visit_done(the_visit uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v safeguarding.visit;
  seen_on date;
begin
  select x.* into v from safeguarding.visit x where x.id = the_visit and x.state = 'done'
    and (x.assigned_to = safeguarding.viewer_officer() or safeguarding.keeps_register());
  if v.id is null then raise exception 'This visit is not done, or not yours.'; end if;
  seen_on := (v.done_at at time zone 'Europe/London')::date;
  update safeguarding.victim_file f set version = f.version + 1,
    status = case v.result when 'seen' then 'visited' when 'refused' then 'declined' else v.result end,
    bank_told = case when 'bank-told' = any (v.done_things) then 'yes' else f.bank_told end,
    supported_on = case when v.result = 'seen' then coalesce(f.supported_on, seen_on) else f.supported_on end,
    repeat_due_on = case when v.result = 'seen' then safeguarding.repeat_due(seen_on)
      when v.result = 'deceased' then null else f.repeat_due_on end
  where f.id = v.file_id or f.id = (select k.id from safeguarding.family_of(v.file_id) as k (id) limit 1);
end $function$;
alter function safeguarding.visit_done(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION safeguarding.visit_history(the_visit uuid)
 RETURNS TABLE(planned_on date, result text, done_things text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT h.planned_on,
     h.result,
     h.done_things
    FROM (((safeguarding.visit v
      CROSS JOIN LATERAL safeguarding.family_of(v.file_id) k(id))
      JOIN safeguarding.victim_file o ON ((o.id = k.id)))
      JOIN safeguarding.visit h ON (((h.file_id = k.id) AND (h.id <> v.id) AND (h.state = 'done'::text))))
   WHERE ((v.id = visit_history.the_visit) AND ((k.id = v.file_id) OR (((platform.viewer_agency() = o.agency_id) OR (platform.viewer_agency() = o.lead_agency_id)) OR (platform.viewer_agency() = o.offered_agency_id))) AND ((v.assigned_to = safeguarding.viewer_officer()) OR (safeguarding.keeps_register() AND (v.agency_id = platform.viewer_agency()))))
   ORDER BY h.planned_on DESC, h.id
  LIMIT 5;
END;
alter function safeguarding.visit_history(uuid) owner to bailiwick_worker;

CREATE OR REPLACE FUNCTION tasking.calendar_of(hash bytea, since date)
 RETURNS TABLE(meeting_id uuid, name text, held_on date, starts_at text, place text, status text, version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT DISTINCT m.id,
     s.name,
     m.held_on,
     m.starts_at,
     m.place,
     m.status,
     m.version
    FROM (((((tasking.calendar_link l
      JOIN directory.officer o ON (((o.id = l.officer_id) AND o.is_active)))
      JOIN directory.service_member sm ON ((sm.officer_id = o.id)))
      JOIN tasking.series_member x ON ((x.service_id = sm.service_id)))
      JOIN tasking.series s ON ((s.id = x.series_id)))
      JOIN tasking.meeting m ON (((m.series_id = s.id) AND (m.held_on >= calendar_of.since))))
   WHERE (l.token_hash = calendar_of.hash)
   ORDER BY m.held_on, m.id;
END;

CREATE OR REPLACE FUNCTION tasking.finish_meeting(closing uuid, next_id uuid, finished_at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  m tasking.meeting;
  n tasking.meeting;
  carried integer;
begin
  select * into m from tasking.meeting where id = closing and status in ('closed', 'cancelled');
  select * into n from tasking.meeting where id = next_id and series_id = m.series_id and status = 'scheduled';
  if m.id is null or n.id is null then raise exception 'finish_meeting: not a meeting that is over and its next'; end if;
  insert into tasking.agenda_item (id, meeting_id, kind, position, title, why, case_id, is_personal, nominated_by, nominated_at)
    select md5(i.id::text || n.id::text)::uuid, n.id, i.kind, i.position, i.title, i.why, i.case_id, i.is_personal, i.nominated_by, i.nominated_at
    from tasking.agenda_item i where i.meeting_id = m.id and i.status = 'waiting' and i.kind <> 'standing'
    on conflict do nothing;
  update tasking.agenda_item set status = 'deferred' where meeting_id = m.id and status = 'waiting' and kind <> 'standing';
  with back as (
    update enforcement.case_file c set status = 'open', version = c.version + 1
    where c.status = 'at-meeting' and exists (
        select 1 from tasking.agenda_item i where i.meeting_id = m.id and i.case_id = c.id and i.status = 'decided')
      and not exists (select 1 from tasking.agenda_item i where i.meeting_id = n.id and i.case_id = c.id)
    returning c.id)
  insert into enforcement.case_event (id, case_id, at, kind, words)
    select md5(back.id::text || m.id::text)::uuid, back.id, finished_at, 'return-from-meeting', 'Considered by a meeting' from back;
  with open_task as (
    update tasking.task t set due_on = n.held_on, times_carried = t.times_carried + 1, version = t.version + 1
    where t.series_id = m.series_id and t.due_on <= m.held_on and t.status in ('set', 'accepted')
    returning t.id)
  insert into tasking.task_event (id, task_id, at, kind, words)
    select md5(o.id::text || m.id::text || n.id::text)::uuid, o.id, finished_at, 'carry-over', 'Carried over to the meeting on ' || to_char(n.held_on, 'FMDD FMMonth YYYY') from open_task o;
  get diagnostics carried = row_count;
  return carried;
end $function$;

CREATE OR REPLACE FUNCTION traders.checked(today date)
 RETURNS TABLE(firm_name text, trades text[], district_code text, member_from date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select t.firm_name, t.trades, t.district_code, t.member_from from traders.trader t
  where t.status in ('member', 'renewing') and t.member_until >= today
    and not exists (select 1 from traders.trader_person p where p.trader_id = t.id and traders.is_hidden(p.name, p.date_of_birth, p.record_id))
  order by t.firm_name, t.reference limit 2000
$function$;

CREATE OR REPLACE FUNCTION traders.is_hidden(the_name text, born date, the_record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from records.hidden_address h where h.record_id = the_record)
    or exists (select 1 from records.exact_key k join records.hidden_address h on h.record_id = k.record_id
      where k.kind = 'name-born' and k.value =
        trim(regexp_replace(lower(normalize(the_name, NFKD)), '[^a-z0-9]+', ' ', 'g')) || ' ' || to_char(born, 'YYYY-MM-DD'))
$function$;

-- Views

create view governance.candidate as
 SELECT b.kind,
    b.id,
    b.agency_id,
    b.reference,
        CASE
            WHEN (b.kind = 'premises'::text) THEN GREATEST(b.counted_from, ( SELECT max(GREATEST(l.ended_on, l.suspended_until)) AS max
               FROM inspection.licensing l
              WHERE (l.premises_id = (b.id)::uuid)))
            ELSE b.counted_from
        END AS counted_from,
        CASE
            WHEN (b.kept_for IS NOT NULL) THEN b.kept_for
            WHEN ((b.kind = 'premises'::text) AND (EXISTS ( SELECT 1
               FROM inspection.licensing l
              WHERE ((l.premises_id = (b.id)::uuid) AND (l.ended_on IS NULL))))) THEN 'file'::text
            ELSE NULL::text
        END AS kept_for
   FROM ( SELECT b_1.kind,
            b_1.id,
            b_1.agency_id,
            b_1.reference,
            b_1.counted_from,
                CASE
                    WHEN (b_1.kept_for IS NOT NULL) THEN b_1.kept_for
                    WHEN ((b_1.kind = 'case'::text) AND (EXISTS ( SELECT 1
                       FROM enforcement.abandoned f
                      WHERE ((f.case_id = (b_1.id)::uuid) AND ((f.ended_on IS NULL) OR (NOT governance.is_emptied('abandoned'::text, f.id, f.ended_on))))))) THEN 'file'::text
                    WHEN ((b_1.kind = 'received-record'::text) AND (EXISTS ( SELECT 1
                       FROM enforcement.abandoned_enquiry e
                      WHERE (e.record_id = (b_1.id)::uuid)))) THEN 'file'::text
                    ELSE NULL::text
                END AS kept_for
           FROM ( SELECT e.kind,
                    e.id,
                    e.agency_id,
                    e.reference,
                    e.counted_from,
                        CASE
                            WHEN governance.is_held_by(e.kind, e.id, NULL::uuid) THEN 'held'::text
                            WHEN (e.kept_for IS NOT NULL) THEN e.kept_for
                            WHEN ((e.kind = ANY (ARRAY['report'::text, 'reporter'::text])) AND (EXISTS ( SELECT 1
                               FROM intake.report r
                              WHERE ((r.id = (e.id)::uuid) AND governance.is_before_court(r.case_id))))) THEN 'prosecution'::text
                            WHEN ((e.kind = 'task'::text) AND (EXISTS ( SELECT 1
                               FROM tasking.task t
                              WHERE ((t.id = (e.id)::uuid) AND governance.is_before_court(t.case_id))))) THEN 'prosecution'::text
                            WHEN ((e.kind = 'intelligence-package'::text) AND (EXISTS ( SELECT 1
                               FROM dissemination.answer a
                              WHERE ((a.package_id = (e.id)::uuid) AND governance.is_before_court(a.case_id))))) THEN 'prosecution'::text
                            WHEN ((e.kind = 'reporter'::text) AND (EXISTS ( SELECT 1
                               FROM asb.incident i
                              WHERE ((i.report_id = (e.id)::uuid) AND (NOT governance.is_stripped('asb-case'::text, i.asb_id)))))) THEN 'asb-case'::text
                            WHEN ((e.kind = 'intelligence-package'::text) AND (EXISTS ( SELECT 1
                               FROM operations.operation o
                              WHERE ((o.package_reference = e.reference) AND (o.status = ANY (ARRAY['planned'::text, 'agreed'::text, 'under-way'::text])))))) THEN 'operation'::text
                            WHEN ((e.kind = ANY (ARRAY['intelligence-item'::text, 'intelligence-package'::text, 'intelligence-group'::text, 'intelligence-check'::text])) AND governance.is_made_of_enquired(e.kind, (e.id)::uuid)) THEN 'enquiry'::text
                            WHEN ((e.kind = 'intelligence-item'::text) AND (EXISTS ( SELECT 1
                               FROM (intelligence.link l
                                 JOIN intelligence.ocg_member m ON ((m.link_id = l.id)))
                              WHERE (l.item_id = (e.id)::uuid)))) THEN 'group'::text
                            WHEN ((e.kind = 'intelligence-item'::text) AND (EXISTS ( SELECT 1
                               FROM (intelligence.link l
                                 JOIN intelligence.external_check c ON ((c.link_id = l.id)))
                              WHERE (l.item_id = (e.id)::uuid)))) THEN 'check'::text
                            WHEN governance.is_asked_of(e.kind, e.id, e.agency_id, NULL::uuid) THEN 'asked'::text
                            ELSE NULL::text
                        END AS kept_for
                   FROM ( SELECT ended_first.kind,
                            ended_first.id,
                            ended_first.agency_id,
                            ended_first.reference,
                            ended_first.counted_from,
                            ended_first.kept_for
                           FROM governance.ended_first
                        UNION ALL
                         SELECT ended_enforcement.kind,
                            ended_enforcement.id,
                            ended_enforcement.agency_id,
                            ended_enforcement.reference,
                            ended_enforcement.counted_from,
                            ended_enforcement.kept_for
                           FROM governance.ended_enforcement
                        UNION ALL
                         SELECT ended_people.kind,
                            ended_people.id,
                            ended_people.agency_id,
                            ended_people.reference,
                            ended_people.counted_from,
                            ended_people.kept_for
                           FROM governance.ended_people
                        UNION ALL
                         SELECT ended_work.kind,
                            ended_work.id,
                            ended_work.agency_id,
                            ended_work.reference,
                            ended_work.counted_from,
                            ended_work.kept_for
                           FROM governance.ended_work
                        UNION ALL
                         SELECT ended_intelligence.kind,
                            ended_intelligence.id,
                            ended_intelligence.agency_id,
                            ended_intelligence.reference,
                            ended_intelligence.counted_from,
                            ended_intelligence.kept_for
                           FROM governance.ended_intelligence
                        UNION ALL
                         SELECT ended_groups.kind,
                            ended_groups.id,
                            ended_groups.agency_id,
                            ended_groups.reference,
                            ended_groups.counted_from,
                            ended_groups.kept_for
                           FROM governance.ended_groups
                        UNION ALL
                         SELECT 'intelligence-check'::text AS text,
                            (c.id)::text AS id,
                            c.agency_id,
                            c.reference,
                            governance.london_day(v.at) AS london_day,
                                CASE
                                    WHEN (c.state = 'asked'::text) THEN 'answer'::text
                                    ELSE NULL::text
                                END AS "case"
                           FROM ((intelligence.external_check c
                             JOIN intelligence.link l ON ((l.id = c.link_id)))
                             CROSS JOIN LATERAL ( SELECT r.decision,
                                    r.at
                                   FROM intelligence.item_review r
                                  WHERE ((r.item_id = l.item_id) AND (r.agency_id = c.agency_id))
                                  ORDER BY r.at DESC, r.id DESC
                                 LIMIT 1) v)
                          WHERE (v.decision = 'let-go'::text)) e) b_1
        UNION ALL
         SELECT e.kind,
            e.id,
            e.agency_id,
            e.reference,
            e.counted_from,
                CASE
                    WHEN governance.is_held_by(e.kind, e.id, NULL::uuid) THEN 'held'::text
                    WHEN (e.kept_for IS NOT NULL) THEN e.kept_for
                    WHEN governance.is_asked_of(e.kind, e.id, e.agency_id, NULL::uuid) THEN 'asked'::text
                    ELSE NULL::text
                END AS kept_for
           FROM governance.ended_vehicles e) b
UNION ALL
 SELECT e.kind,
    e.id,
    e.agency_id,
    e.reference,
    e.counted_from,
        CASE
            WHEN governance.is_held_by(e.kind, e.id, NULL::uuid) THEN 'held'::text
            WHEN (e.kept_for IS NOT NULL) THEN e.kept_for
            WHEN governance.is_asked_of(e.kind, e.id, e.agency_id, NULL::uuid) THEN 'asked'::text
            ELSE NULL::text
        END AS kept_for
   FROM governance.ended_commissions e;

create view governance.ended_commissions as
 SELECT k.kind,
    (c.id)::text AS id,
        CASE k.kind
            WHEN 'commission'::text THEN c.agency_id
            ELSE c.unit_agency_id
        END AS agency_id,
    c.reference,
    d.day AS counted_from,
        CASE
            WHEN (c.status = 'asked'::text) THEN 'answer'::text
            WHEN ((c.kind = ANY (ARRAY['grant'::text, 'loan'::text])) AND (c.status = 'answered'::text)) THEN 'decision'::text
            WHEN ((COALESCE(c.price_pence, 0) > 0) AND (c.paid_on IS NULL)) THEN 'price'::text
            ELSE NULL::text
        END AS kept_for
   FROM ((dissemination.commission c
     CROSS JOIN ( VALUES ('commission'::text), ('unit-commission'::text)) k(kind))
     CROSS JOIN LATERAL ( SELECT GREATEST(c.asked_on, c.decides_on, c.paid_on, ( SELECT a.answered_on
                   FROM dissemination.commission_answer a
                  WHERE (a.commission_id = c.id)), ( SELECT max(r.on_day) AS max
                   FROM dissemination.commission_recovery r
                  WHERE (r.commission_id = c.id))) AS day) d)
  WHERE (NOT governance.is_emptied(k.kind, c.id, d.day));

create view governance.ended_enforcement as
 SELECT 'penalty'::text AS kind,
    (p.id)::text AS id,
    p.agency_id,
    p.reference,
    p.ended_on AS counted_from,
        CASE
            WHEN (p.status = ANY (ARRAY['issued'::text, 'representations'::text, 'overdue'::text, 'reminded'::text])) THEN 'unpaid'::text
            WHEN ((p.status = 'referred'::text) OR governance.is_before_court(p.case_id)) THEN 'prosecution'::text
            WHEN governance.is_case_open(p.case_id) THEN 'case'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.protection x
              WHERE ((x.penalty_id = p.id) AND (x.ended_on IS NULL)))) THEN 'protection'::text
            WHEN (EXISTS ( SELECT 1
               FROM inspection.follow_up f
              WHERE ((f.penalty_id = p.id) AND (f.status = 'offered'::text)))) THEN 'follow-up'::text
            ELSE NULL::text
        END AS kept_for
   FROM enforcement.penalty p
  WHERE ((p.ended_on IS NOT NULL) AND (NOT governance.is_emptied('penalty'::text, p.id, p.ended_on)))
UNION ALL
 SELECT 'protection'::text AS kind,
    (p.id)::text AS id,
    p.agency_id,
    p.reference,
    p.ended_on AS counted_from,
        CASE
            WHEN (((p.appealed_on IS NOT NULL) AND (p.appeal_decided_on IS NULL)) OR (p.appeal_until >= platform.viewer_today())) THEN 'appeal'::text
            WHEN (((p.prosecuted_on IS NOT NULL) AND (p.verdict IS NULL)) OR governance.is_before_court(p.case_id)) THEN 'prosecution'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.penalty x
              WHERE ((x.id = p.penalty_id) AND ((x.ended_on IS NULL) OR (x.status = ANY (ARRAY['issued'::text, 'representations'::text, 'overdue'::text, 'reminded'::text, 'referred'::text])))))) THEN 'unpaid'::text
            WHEN governance.is_case_open(p.case_id) THEN 'case'::text
            ELSE NULL::text
        END AS kept_for
   FROM enforcement.protection p
  WHERE ((p.ended_on IS NOT NULL) AND (NOT governance.is_emptied('protection'::text, p.id, p.ended_on)))
UNION ALL
 SELECT 'closure'::text AS kind,
    (c.id)::text AS id,
    c.agency_id,
    c.reference,
    c.ended_on AS counted_from,
        CASE
            WHEN ((c.appeal_until >= platform.viewer_today()) OR (c.claim_until >= platform.viewer_today())) THEN 'appeal'::text
            WHEN governance.is_before_court(c.case_id) THEN 'prosecution'::text
            WHEN governance.is_case_open(c.case_id) THEN 'case'::text
            ELSE NULL::text
        END AS kept_for
   FROM enforcement.closure c
  WHERE ((c.ended_on IS NOT NULL) AND (NOT governance.is_emptied('closure'::text, c.id, c.ended_on)))
UNION ALL
 SELECT 'encampment'::text AS kind,
    (c.id)::text AS id,
    c.agency_id,
    c.reference,
    c.ended_on AS counted_from,
        CASE
            WHEN governance.is_before_court(c.case_id) THEN 'prosecution'::text
            WHEN governance.is_case_open(c.case_id) THEN 'case'::text
            ELSE NULL::text
        END AS kept_for
   FROM enforcement.encampment c
  WHERE ((c.ended_on IS NOT NULL) AND (NOT governance.is_emptied('encampment'::text, c.id, c.ended_on)))
UNION ALL
 SELECT 'pspo'::text AS kind,
    (c.id)::text AS id,
    c.agency_id,
    c.reference,
    COALESCE(c.ended_on, c.ends_on) AS counted_from,
        CASE
            WHEN (c.challenge_until >= platform.viewer_today()) THEN 'appeal'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.penalty p
              WHERE ((p.pspo_id = c.id) AND ((p.ended_on IS NULL) OR (p.status = ANY (ARRAY['issued'::text, 'representations'::text, 'overdue'::text, 'reminded'::text, 'referred'::text])))))) THEN 'unpaid'::text
            ELSE NULL::text
        END AS kept_for
   FROM enforcement.pspo c
  WHERE ((COALESCE(c.ended_on, c.ends_on) < platform.viewer_today()) AND (NOT governance.is_emptied('pspo'::text, c.id, COALESCE(c.ended_on, c.ends_on))))
UNION ALL
 SELECT 'case'::text AS kind,
    (c.id)::text AS id,
    c.lead_agency_id AS agency_id,
    c.reference,
    governance.london_day(c.closed_at) AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM tasking.task t
              WHERE ((t.case_id = c.id) AND (t.status = ANY (ARRAY['set'::text, 'accepted'::text]))))) THEN 'task'::text
            WHEN (EXISTS ( SELECT 1
               FROM court.prosecution f
              WHERE ((f.case_id = c.id) AND (NOT governance.is_stripped('prosecution'::text, f.id))))) THEN 'prosecution'::text
            WHEN ((EXISTS ( SELECT 1
               FROM enforcement.penalty f
              WHERE ((f.case_id = c.id) AND ((f.ended_on IS NULL) OR (NOT governance.is_emptied('penalty'::text, f.id, f.ended_on)))))) OR (EXISTS ( SELECT 1
               FROM enforcement.protection f
              WHERE ((f.case_id = c.id) AND ((f.ended_on IS NULL) OR (NOT governance.is_emptied('protection'::text, f.id, f.ended_on)))))) OR (EXISTS ( SELECT 1
               FROM enforcement.closure f
              WHERE ((f.case_id = c.id) AND ((f.ended_on IS NULL) OR (NOT governance.is_emptied('closure'::text, f.id, f.ended_on)))))) OR (EXISTS ( SELECT 1
               FROM enforcement.encampment f
              WHERE ((f.case_id = c.id) AND ((f.ended_on IS NULL) OR (NOT governance.is_emptied('encampment'::text, f.id, f.ended_on))))))) THEN 'file'::text
            WHEN (EXISTS ( SELECT 1
               FROM dissemination.answer a
              WHERE ((a.case_id = c.id) AND (NOT governance.is_stripped('intelligence-package'::text, a.package_id))))) THEN 'package'::text
            ELSE NULL::text
        END AS kept_for
   FROM enforcement.case_file c
  WHERE ((c.closed_at IS NOT NULL) AND (NOT governance.is_emptied('case'::text, c.id, governance.london_day(c.closed_at))))
UNION ALL
 SELECT 'prosecution'::text AS kind,
    (f.id)::text AS id,
    f.agency_id,
    f.reference,
    o.on_day AS counted_from,
        CASE
            WHEN governance.is_case_open(f.case_id) THEN 'case'::text
            WHEN (EXISTS ( SELECT 1
               FROM (court.telling t
                 JOIN court.outcome x ON ((x.id = t.outcome_id)))
              WHERE ((x.prosecution_id = f.id) AND (t.told_at IS NULL)))) THEN 'telling'::text
            WHEN (EXISTS ( SELECT 1
               FROM dissemination.enquiry e
              WHERE ((e.file_id = f.id) AND (NOT (EXISTS ( SELECT 1
                       FROM dissemination.enquiry_considered c
                      WHERE (c.enquiry_id = e.id))))))) THEN 'enquiry'::text
            ELSE NULL::text
        END AS kept_for
   FROM (court.prosecution f
     CROSS JOIN LATERAL ( SELECT max(x.on_day) AS on_day
           FROM court.outcome x
          WHERE ((x.prosecution_id = f.id) AND (x.agency_id = f.agency_id))) o)
  WHERE ((o.on_day IS NOT NULL) AND (NOT governance.is_emptied('prosecution'::text, f.id, o.on_day)));

create view governance.ended_first as
 SELECT 'report'::text AS kind,
    (r.id)::text AS id,
    r.owner_agency_id AS agency_id,
    r.reference,
    governance.london_day(r.closed_at) AS counted_from,
        CASE
            WHEN governance.is_case_open(r.case_id) THEN 'case'::text
            WHEN (EXISTS ( SELECT 1
               FROM tasking.task t
              WHERE ((t.case_id = r.case_id) AND (t.status = ANY (ARRAY['set'::text, 'accepted'::text]))))) THEN 'task'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.penalty p
              WHERE ((p.report_id = r.id) AND (NOT governance.is_stripped('penalty'::text, p.id))))) THEN 'penalty'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.protection p
              WHERE ((p.report_id = r.id) AND (NOT governance.is_stripped('protection'::text, p.id))))) THEN 'protection'::text
            WHEN ((EXISTS ( SELECT 1
               FROM asb.asb_case c
              WHERE ((c.report_id = r.id) AND (NOT governance.is_stripped('asb-case'::text, c.id))))) OR (EXISTS ( SELECT 1
               FROM asb.incident i
              WHERE ((i.report_id = r.id) AND (NOT governance.is_stripped('asb-case'::text, i.asb_id)))))) THEN 'asb-case'::text
            WHEN (EXISTS ( SELECT 1
               FROM intake.report d
              WHERE (((d.duplicate_of_id = r.id) OR (d.id = r.duplicate_of_id)) AND (d.closed_at IS NULL)))) THEN 'duplicate'::text
            ELSE NULL::text
        END AS kept_for
   FROM intake.report r
  WHERE ((r.closed_at IS NOT NULL) AND (NOT governance.is_stripped('report'::text, r.id)))
UNION ALL
 SELECT 'reporter'::text AS kind,
    (r.id)::text AS id,
    r.owner_agency_id AS agency_id,
    r.reference,
    governance.london_day(r.closed_at) AS counted_from,
        CASE
            WHEN governance.is_case_open(r.case_id) THEN 'case'::text
            WHEN (EXISTS ( SELECT 1
               FROM tasking.task t
              WHERE ((t.case_id = r.case_id) AND (t.status = ANY (ARRAY['set'::text, 'accepted'::text]))))) THEN 'task'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.penalty p_1
              WHERE ((p_1.report_id = r.id) AND (NOT governance.is_stripped('penalty'::text, p_1.id))))) THEN 'penalty'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.protection p_1
              WHERE ((p_1.report_id = r.id) AND (NOT governance.is_stripped('protection'::text, p_1.id))))) THEN 'protection'::text
            WHEN (EXISTS ( SELECT 1
               FROM asb.asb_case c
              WHERE ((c.report_id = r.id) AND (NOT governance.is_stripped('asb-case'::text, c.id))))) THEN 'asb-case'::text
            ELSE NULL::text
        END AS kept_for
   FROM (intake.reporter p
     JOIN intake.report r ON ((r.id = p.report_id)))
  WHERE (r.closed_at IS NOT NULL)
UNION ALL
 SELECT 'received-record'::text AS kind,
    (e.id)::text AS id,
    e.origin_agency_id AS agency_id,
    (e.id)::text AS reference,
    governance.london_day(e.received_at) AS counted_from,
        CASE
            WHEN (e.retention_group <> 4) THEN 'group'::text
            WHEN ((e.report_id IS NOT NULL) AND (NOT governance.is_stripped('report'::text, e.report_id))) THEN 'report'::text
            WHEN (EXISTS ( SELECT 1
               FROM records.link l
              WHERE ((l.ended_at IS NULL) AND (((l.from_kind = 'record'::text) AND (l.from_id = e.id)) OR ((l.to_kind = 'record'::text) AND (l.to_id = e.id))) AND (NOT governance.is_stripped(l.from_kind, l.from_id))))) THEN 'link'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.penalty_recipient p
              WHERE (p.record_id = e.id))) THEN 'penalty'::text
            WHEN (EXISTS ( SELECT 1
               FROM enforcement.protection_subject p
              WHERE (p.record_id = e.id))) THEN 'protection'::text
            WHEN (EXISTS ( SELECT 1
               FROM records.hidden_address h
              WHERE ((h.record_id = e.id) AND h.is_marked))) THEN 'hidden-address'::text
            ELSE governance.stands_on(e.id)
        END AS kept_for
   FROM records.received_record e
UNION ALL
 SELECT 'list-row'::text AS kind,
    (e.id)::text AS id,
    e.origin_agency_id AS agency_id,
    (e.id)::text AS reference,
    governance.london_day(l.closed_at) AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM records.hidden_address h
              WHERE ((h.record_id = e.id) AND h.is_marked))) THEN 'hidden-address'::text
            WHEN (EXISTS ( SELECT 1
               FROM linkage.list_entry n
              WHERE (n.replaces = e.id))) THEN 'later-version'::text
            ELSE governance.stands_on(e.id)
        END AS kept_for
   FROM (linkage.list_entry e
     JOIN linkage.list l ON ((l.id = e.list_id)))
  WHERE (l.closed_at IS NOT NULL)
UNION ALL
 SELECT 'screening'::text AS kind,
    (s.id)::text AS id,
    s.agency_id,
    (s.id)::text AS reference,
    governance.london_day(s.at) AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM safeguarding.visit v
              WHERE ((v.screening_id = s.id) AND (v.state = 'planned'::text)))) THEN 'visit'::text
            WHEN (EXISTS ( SELECT 1
               FROM (operations.operation_visit v
                 JOIN operations.operation o ON ((o.id = v.operation_id)))
              WHERE ((v.screening_id = s.id) AND (o.status = ANY (ARRAY['planned'::text, 'agreed'::text, 'under-way'::text]))))) THEN 'operation'::text
            ELSE NULL::text
        END AS kept_for
   FROM assurance.screening s
UNION ALL
 SELECT 'marker'::text AS kind,
    (m.id)::text AS id,
    m.agency_id,
    m.reference,
    COALESCE(governance.london_day(m.ended_at), m.review_on) AS counted_from,
    NULL::text AS kept_for
   FROM assurance.marker m
  WHERE ((m.ended_at IS NOT NULL) OR (m.review_on < platform.viewer_today()))
UNION ALL
 SELECT 'victim-file'::text AS kind,
    (f.id)::text AS id,
    f.agency_id,
    f.reference,
    governance.london_day(( SELECT max(e.at) AS max
           FROM safeguarding.event e
          WHERE (e.file_id = f.id))) AS counted_from,
        CASE
            WHEN ((f.joined_into IS NOT NULL) OR (EXISTS ( SELECT 1
               FROM safeguarding.victim_file k
              WHERE (k.joined_into = f.id)))) THEN 'joined'::text
            WHEN (f.offered_agency_id IS NOT NULL) THEN 'lead'::text
            WHEN (EXISTS ( SELECT 1
               FROM safeguarding.visit v
              WHERE ((v.file_id = f.id) AND (v.state = 'planned'::text)))) THEN 'visit'::text
            WHEN ((EXISTS ( SELECT 1
               FROM safeguarding.hidden_mark h
              WHERE ((h.file_id = f.id) AND (h.lifted_at IS NULL)))) OR (EXISTS ( SELECT 1
               FROM safeguarding.sealed_address a
              WHERE (a.file_id = f.id))) OR (EXISTS ( SELECT 1
               FROM records.hidden_address h
              WHERE (h.record_id = f.record_id)))) THEN 'hidden-address'::text
            WHEN (EXISTS ( SELECT 1
               FROM safeguarding.referral r
              WHERE ((r.file_id = f.id) AND (r.outcome IS NULL)))) THEN 'referral'::text
            WHEN (EXISTS ( SELECT 1
               FROM court.telling t
              WHERE ((t.file_id = f.id) AND (t.told_at IS NULL)))) THEN 'telling'::text
            ELSE NULL::text
        END AS kept_for
   FROM safeguarding.victim_file f
  WHERE ((f.status = ANY (ARRAY['declined'::text, 'moved'::text, 'deceased'::text])) AND (NOT governance.is_stripped('victim-file'::text, f.id)))
UNION ALL
 SELECT 'visit'::text AS kind,
    (v.id)::text AS id,
    v.agency_id,
    v.reference,
    v.planned_on AS counted_from,
    NULL::text AS kept_for
   FROM safeguarding.visit v
  WHERE ((v.state <> 'planned'::text) AND (NOT governance.is_stripped('visit'::text, v.id)))
UNION ALL
 SELECT 'access-request'::text AS kind,
    (a.id)::text AS id,
    a.agency_id,
    a.reference,
    a.ended_on AS counted_from,
    NULL::text AS kept_for
   FROM governance.access a
  WHERE (a.ended_on IS NOT NULL)
UNION ALL
 SELECT 'legal-hold'::text AS kind,
    (h.id)::text AS id,
    h.agency_id,
    h.reference,
    governance.london_day(h.lifted_at) AS counted_from,
    NULL::text AS kept_for
   FROM governance.legal_hold h
  WHERE (h.lifted_at IS NOT NULL)
UNION ALL
 SELECT 'intelligence-receipt'::text AS kind,
    (r.id)::text AS id,
    r.agency_id,
    r.reference,
    r.sent_on AS counted_from,
    NULL::text AS kept_for
   FROM dissemination.receipt r
UNION ALL
 SELECT 'message'::text AS kind,
    (m.id)::text AS id,
    NULL::uuid AS agency_id,
    (m.id)::text AS reference,
    governance.london_day(m.queued_at) AS counted_from,
    NULL::text AS kept_for
   FROM platform.outbox m
  WHERE (m.state <> 'waiting'::text)
UNION ALL
 SELECT 'failed-job'::text AS kind,
    (d.id)::text AS id,
    NULL::uuid AS agency_id,
    (d.id)::text AS reference,
    governance.london_day(d.died_at) AS counted_from,
    NULL::text AS kept_for
   FROM platform.dead_letter d
UNION ALL
 SELECT 'session'::text AS kind,
    (s.id)::text AS id,
    NULL::uuid AS agency_id,
    (s.id)::text AS reference,
    governance.london_day(COALESCE(s.ended_at, s.expires_at)) AS counted_from,
    NULL::text AS kept_for
   FROM platform.session s
  WHERE (COALESCE(s.ended_at, s.expires_at) < (platform.viewer_today())::timestamp with time zone)
UNION ALL
 SELECT 'password-link'::text AS kind,
    (l.id)::text AS id,
    NULL::uuid AS agency_id,
    (l.id)::text AS reference,
    governance.london_day(l.expires_at) AS counted_from,
    NULL::text AS kept_for
   FROM platform.password_link l
  WHERE (l.expires_at < (platform.viewer_today())::timestamp with time zone);

create view governance.ended_groups as
 SELECT 'intelligence-group'::text AS kind,
    (g.id)::text AS id,
    g.agency_id,
    g.reference,
    d.ended AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM intelligence.ocg_action a
              WHERE ((a.ocg_id = g.id) AND (a.ended_at IS NULL)))) THEN 'action'::text
            WHEN (NOT (EXISTS ( SELECT 1
               FROM intelligence.ocg_member m
              WHERE (m.ocg_id = g.id)))) THEN 'undecided'::text
            WHEN (EXISTS ( SELECT 1
               FROM (intelligence.ocg_member m
                 JOIN intelligence.link l ON ((l.id = m.link_id)))
              WHERE ((m.ocg_id = g.id) AND (COALESCE(( SELECT r.decision
                       FROM intelligence.item_review r
                      WHERE ((r.item_id = l.item_id) AND (r.agency_id = g.agency_id))
                      ORDER BY r.at DESC, r.id DESC
                     LIMIT 1), 'keep'::text) = 'keep'::text)))) THEN 'item'::text
            ELSE NULL::text
        END AS kept_for
   FROM (intelligence.ocg g
     CROSS JOIN LATERAL ( SELECT GREATEST(governance.london_day(g.opened_at), ( SELECT governance.london_day(max(e.at)) AS london_day
                   FROM intelligence.ocg_event e
                  WHERE (e.ocg_id = g.id)), ( SELECT governance.london_day(max(r.at)) AS london_day
                   FROM ((intelligence.ocg_member m
                     JOIN intelligence.link l ON ((l.id = m.link_id)))
                     JOIN intelligence.item_review r ON (((r.item_id = l.item_id) AND (r.agency_id = g.agency_id))))
                  WHERE (m.ocg_id = g.id))) AS ended) d)
  WHERE ((g.status = 'archived'::text) AND (NOT governance.is_emptied('intelligence-group'::text, g.id, d.ended)));

create view governance.ended_intelligence as
 SELECT 'vetting'::text AS kind,
    (r.id)::text AS id,
    r.agency_id,
    r.reference,
    r.answers_on AS counted_from,
        CASE
            WHEN (NOT (EXISTS ( SELECT 1
               FROM dissemination.vetting_answer a
              WHERE (a.request_id = r.id)))) THEN 'answer'::text
            WHEN (EXISTS ( SELECT 1
               FROM traders.trader t
              WHERE ((t.vetting_id = r.id) AND (NOT governance.is_stripped('trader'::text, t.id))))) THEN 'trader'::text
            ELSE NULL::text
        END AS kept_for
   FROM dissemination.vetting_request r
  WHERE (NOT governance.is_emptied('vetting'::text, r.id, r.answers_on))
UNION ALL
 SELECT 'unit-vetting'::text AS kind,
    (r.id)::text AS id,
    r.unit_agency_id AS agency_id,
    r.reference,
    r.answers_on AS counted_from,
        CASE
            WHEN (NOT (EXISTS ( SELECT 1
               FROM dissemination.vetting_answer a
              WHERE (a.request_id = r.id)))) THEN 'answer'::text
            ELSE NULL::text
        END AS kept_for
   FROM dissemination.vetting_request r
  WHERE (NOT governance.is_emptied('unit-vetting'::text, r.id, r.answers_on))
UNION ALL
 SELECT k.kind,
    (e.id)::text AS id,
        CASE k.kind
            WHEN 'enquiry'::text THEN e.agency_id
            ELSE e.unit_agency_id
        END AS agency_id,
    e.reference,
    e.answers_on AS counted_from,
        CASE
            WHEN (NOT (EXISTS ( SELECT 1
               FROM dissemination.enquiry_considered c
              WHERE (c.enquiry_id = e.id)))) THEN 'answer'::text
            WHEN (EXISTS ( SELECT 1
               FROM court.prosecution f
              WHERE ((f.id = e.file_id) AND (NOT governance.is_stripped('prosecution'::text, f.id))))) THEN 'prosecution'::text
            WHEN (EXISTS ( SELECT 1
               FROM governance.access a
              WHERE (a.id = e.file_id))) THEN 'request'::text
            ELSE NULL::text
        END AS kept_for
   FROM (dissemination.enquiry e
     CROSS JOIN ( VALUES ('enquiry'::text), ('unit-enquiry'::text)) k(kind))
  WHERE (NOT governance.is_emptied(k.kind, e.id, e.answers_on))
UNION ALL
 SELECT 'intelligence-feed'::text AS kind,
    (f.id)::text AS id,
    f.agency_id,
    (f.id)::text AS reference,
    governance.london_day(f.decided_at) AS counted_from,
    NULL::text AS kept_for
   FROM intelligence.feed_file f
  WHERE ((f.decided_at IS NOT NULL) AND (NOT governance.is_emptied('intelligence-feed'::text, f.id, governance.london_day(f.decided_at))))
UNION ALL
 SELECT 'intelligence-item'::text AS kind,
    (i.id)::text AS id,
    i.agency_id,
    i.reference,
    governance.london_day(v.at) AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM ((intelligence.paragraph p
                 JOIN intelligence.draft_paragraph d ON ((d.paragraph_id = p.id)))
                 JOIN intelligence.draft f ON ((f.id = d.draft_id)))
              WHERE ((p.item_id = i.id) AND (f.state <> 'discarded'::text)))) THEN 'package'::text
            WHEN (EXISTS ( SELECT 1
               FROM intelligence.enquiry_line l
              WHERE (l.item_id = i.id))) THEN 'enquiry'::text
            WHEN (EXISTS ( SELECT 1
               FROM ((intelligence.link l
                 JOIN intelligence.harm_assessment h ON ((h.link_id = l.id)))
                 JOIN intelligence.link o ON (((o.kind = l.kind) AND (o.agency_id = l.agency_id) AND ((o.value = l.value) OR ((o.key_kind = l.key_kind) AND (o.key_value = l.key_value))))))
              WHERE ((l.item_id = i.id) AND (o.item_id <> i.id) AND (o.state = 'confirmed'::text)))) THEN 'harm'::text
            ELSE NULL::text
        END AS kept_for
   FROM (intelligence.item i
     CROSS JOIN LATERAL ( SELECT r.decision,
            r.at
           FROM intelligence.item_review r
          WHERE ((r.item_id = i.id) AND (r.agency_id = i.agency_id))
          ORDER BY r.at DESC, r.id DESC
         LIMIT 1) v)
  WHERE ((v.decision = 'let-go'::text) AND (NOT governance.is_emptied('intelligence-item'::text, i.id, governance.london_day(v.at))))
UNION ALL
 SELECT 'intelligence-package'::text AS kind,
    (d.id)::text AS id,
    d.agency_id,
    d.reference,
    governance.london_day(v.at) AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM dissemination.package k,
                LATERAL unnest(k.agency_ids) a(id)
              WHERE ((k.id = d.id) AND (k.deadline >= platform.viewer_today()) AND (NOT (EXISTS ( SELECT 1
                       FROM dissemination.answer x
                      WHERE ((x.package_id = k.id) AND (x.agency_id = a.id)))))))) THEN 'answer'::text
            WHEN (EXISTS ( SELECT 1
               FROM dissemination.answer a
              WHERE ((a.package_id = d.id) AND governance.is_case_open(a.case_id)))) THEN 'case'::text
            WHEN (EXISTS ( SELECT 1
               FROM (court.alert_source s
                 JOIN court.alert a ON ((a.id = s.alert_id)))
              WHERE ((s.package_id = d.id) AND (a.ends_on >= platform.viewer_today())))) THEN 'alert'::text
            ELSE NULL::text
        END AS kept_for
   FROM (intelligence.draft d
     CROSS JOIN LATERAL ( SELECT r.decision,
            r.at
           FROM intelligence.draft_review r
          WHERE ((r.draft_id = d.id) AND (r.agency_id = d.agency_id))
          ORDER BY r.at DESC, r.id DESC
         LIMIT 1) v)
  WHERE ((d.state = 'released'::text) AND (v.decision = 'let-go'::text) AND (NOT governance.is_emptied('intelligence-package'::text, d.id, governance.london_day(v.at))))
UNION ALL
 SELECT 'intelligence-package'::text AS kind,
    (d.id)::text AS id,
    d.agency_id,
    d.reference,
    governance.london_day(d.decided_at) AS counted_from,
    NULL::text AS kept_for
   FROM intelligence.draft d
  WHERE ((d.state = 'discarded'::text) AND (NOT governance.is_emptied('intelligence-package'::text, d.id, governance.london_day(d.decided_at))))
UNION ALL
 SELECT 'intelligence-source'::text AS kind,
    (s.id)::text AS id,
    s.agency_id,
    s.pseudonym AS reference,
    d.last AS counted_from,
    NULL::text AS kept_for
   FROM (intelligence.source s
     CROSS JOIN LATERAL ( SELECT max(g.on_day) AS last,
            bool_and((g.on_day IS NOT NULL)) AS is_all
           FROM (intelligence.item i
             LEFT JOIN governance.stripped g ON (((g.kind = 'intelligence-item'::text) AND (g.record_id = i.id))))
          WHERE (i.source_id = s.id)) d)
  WHERE (d.is_all AND (NOT governance.is_emptied('intelligence-source'::text, s.id, d.last)));

create view governance.ended_people as
 SELECT 'complainant'::text AS kind,
    (p.id)::text AS id,
    p.agency_id,
    c.reference,
    d.last AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM asb.review v
              WHERE ((p.asb_id = ANY (v.case_ids)) AND (v.closed_on IS NULL)))) THEN 'review'::text
            ELSE NULL::text
        END AS kept_for
   FROM ((asb.complainant p
     JOIN asb.asb_case c ON ((c.id = p.asb_id)))
     CROSS JOIN LATERAL ( SELECT GREATEST(p.added_on, p.contacted_on, ( SELECT max(x.on_day) AS max
                   FROM asb.contact x
                  WHERE (x.complainant_id = p.id))) AS last) d)
  WHERE ((c.closed_on IS NOT NULL) AND (NOT governance.is_emptied('asb-case'::text, c.id, c.closed_on)) AND (NOT governance.is_emptied('complainant'::text, p.id, d.last)))
UNION ALL
 SELECT 'asb-case'::text AS kind,
    (c.id)::text AS id,
    c.agency_id,
    c.reference,
    c.closed_on AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM asb.order_file o
              WHERE ((o.asb_id = c.id) AND ((o.status = ANY (ARRAY['offered'::text, 'signed'::text, 'sought'::text, 'in-force'::text])) OR (o.ends_on >= platform.viewer_today()))))) THEN 'order'::text
            WHEN ((EXISTS ( SELECT 1
               FROM asb.release_plan r
              WHERE ((r.asb_id = c.id) AND (r.release_on >= platform.viewer_today())))) OR (EXISTS ( SELECT 1
               FROM asb.breach b
              WHERE ((b.asb_id = c.id) AND (b.release_on >= platform.viewer_today()))))) THEN 'order'::text
            WHEN (EXISTS ( SELECT 1
               FROM asb.nomination n
              WHERE ((n.asb_id = c.id) AND (n.status = ANY (ARRAY['nominated'::text, 'accepted'::text]))))) THEN 'nomination'::text
            WHEN (EXISTS ( SELECT 1
               FROM asb.review v
              WHERE ((c.id = ANY (v.case_ids)) AND (v.closed_on IS NULL)))) THEN 'review'::text
            WHEN (EXISTS ( SELECT 1
               FROM ((asb.action a
                 JOIN asb.release_plan r ON ((r.id = a.plan_id)))
                 JOIN tasking.task t ON ((t.id = a.task_id)))
              WHERE ((r.asb_id = c.id) AND (t.status = ANY (ARRAY['set'::text, 'accepted'::text]))))) THEN 'task'::text
            ELSE NULL::text
        END AS kept_for
   FROM asb.asb_case c
  WHERE ((c.closed_on IS NOT NULL) AND (NOT governance.is_emptied('asb-case'::text, c.id, c.closed_on)))
UNION ALL
 SELECT 'nomination'::text AS kind,
    (n.id)::text AS id,
    n.chair_agency_id AS agency_id,
    n.reference,
    d.ended AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM (asb.action a
                 JOIN tasking.task t ON ((t.id = a.task_id)))
              WHERE ((a.nomination_id = n.id) AND (t.status = ANY (ARRAY['set'::text, 'accepted'::text]))))) THEN 'task'::text
            WHEN (EXISTS ( SELECT 1
               FROM asb.release_plan r
              WHERE ((r.nomination_id = n.id) AND (r.release_on >= platform.viewer_today())))) THEN 'order'::text
            ELSE NULL::text
        END AS kept_for
   FROM (asb.nomination n
     CROSS JOIN LATERAL ( SELECT COALESCE(n.closed_on, ( SELECT governance.london_day(max(e.at)) AS london_day
                   FROM asb.nomination_event e
                  WHERE (e.nomination_id = n.id)), n.nominated_on) AS ended) d)
  WHERE ((n.status = ANY (ARRAY['closed'::text, 'not-taken'::text])) AND (NOT governance.is_emptied('nomination'::text, n.id, d.ended)))
UNION ALL
 SELECT 'case-review'::text AS kind,
    (v.id)::text AS id,
    v.agency_id,
    v.reference,
    v.closed_on AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM asb.recommendation m
              WHERE ((m.review_id = v.id) AND m.is_sent AND (m.response IS NULL)))) THEN 'recommendation'::text
            ELSE NULL::text
        END AS kept_for
   FROM asb.review v
  WHERE ((v.closed_on IS NOT NULL) AND (NOT governance.is_emptied('case-review'::text, v.id, v.closed_on)))
UNION ALL
 SELECT 'trader'::text AS kind,
    (t.id)::text AS id,
    t.agency_id,
    t.reference,
    d.ended AS counted_from,
        CASE
            WHEN (t.appeal_until >= platform.viewer_today()) THEN 'appeal'::text
            WHEN (EXISTS ( SELECT 1
               FROM traders.trader_complaint c
              WHERE ((c.trader_id = t.id) AND (c.outcome IS NULL)))) THEN 'complaint'::text
            ELSE NULL::text
        END AS kept_for
   FROM (traders.trader t
     CROSS JOIN LATERAL ( SELECT GREATEST(t.decided_on, t.applied_on, t.member_until, ( SELECT governance.london_day(max(e.at)) AS london_day
                   FROM traders.trader_event e
                  WHERE (e.trader_id = t.id))) AS ended) d)
  WHERE ((t.status = ANY (ARRAY['refused'::text, 'expelled'::text, 'withdrawn'::text, 'lapsed'::text, 'left'::text])) AND (NOT governance.is_emptied('trader'::text, t.id, d.ended)))
UNION ALL
 SELECT 'trader-proof'::text AS kind,
    (p.id)::text AS id,
    p.agency_id,
    t.reference,
    GREATEST(t.decided_on, governance.london_day(p.added_at)) AS counted_from,
        CASE
            WHEN ((t.appeal_until >= platform.viewer_today()) OR (t.status = ANY (ARRAY['appealed'::text, 'checking'::text, 'renewing'::text, 'applied'::text]))) THEN 'appeal'::text
            ELSE NULL::text
        END AS kept_for
   FROM (traders.trader_proof p
     JOIN traders.trader t ON ((t.id = p.trader_id)))
  WHERE ((p.kind = ANY (ARRAY['identity'::text, 'address'::text])) AND (t.decided_on IS NOT NULL) AND (NOT governance.is_emptied('trader-proof'::text, p.id, GREATEST(t.decided_on, governance.london_day(p.added_at)))));

create view governance.ended_vehicles as
 SELECT 'abandoned'::text AS kind,
    (id)::text AS id,
    agency_id,
    reference,
    ended_on AS counted_from,
        CASE
            WHEN governance.is_before_court(case_id) THEN 'prosecution'::text
            WHEN governance.is_case_open(case_id) THEN 'case'::text
            ELSE NULL::text
        END AS kept_for
   FROM enforcement.abandoned c
  WHERE ((ended_on IS NOT NULL) AND (NOT governance.is_emptied('abandoned'::text, id, ended_on)));

create view governance.ended_work as
 SELECT 'operation'::text AS kind,
    (o.id)::text AS id,
    o.agency_id,
    o.reference,
    o.on_day AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM (operations.operation_stop s
                 JOIN enforcement.penalty p ON ((p.id = s.penalty_id)))
              WHERE ((s.operation_id = o.id) AND (p.status = ANY (ARRAY['draft'::text, 'issued'::text, 'representations'::text, 'overdue'::text, 'reminded'::text, 'referred'::text]))))) THEN 'unpaid'::text
            ELSE NULL::text
        END AS kept_for
   FROM operations.operation o
  WHERE ((o.status = ANY (ARRAY['debriefed'::text, 'cancelled'::text])) AND (NOT governance.is_emptied('operation'::text, o.id, o.on_day)))
UNION ALL
 SELECT 'purchase'::text AS kind,
    (p.id)::text AS id,
    p.agency_id,
    p.reference,
    p.on_day AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM (inspection.attempt a
                 JOIN inspection.follow_up f ON ((f.attempt_id = a.id)))
              WHERE ((a.purchase_id = p.id) AND (f.status = 'offered'::text)))) THEN 'follow-up'::text
            WHEN (EXISTS ( SELECT 1
               FROM ((inspection.attempt a
                 JOIN inspection.follow_up f ON ((f.attempt_id = a.id)))
                 JOIN enforcement.penalty x ON ((x.id = f.penalty_id)))
              WHERE ((a.purchase_id = p.id) AND (x.status = ANY (ARRAY['draft'::text, 'issued'::text, 'representations'::text, 'overdue'::text, 'reminded'::text, 'referred'::text]))))) THEN 'unpaid'::text
            ELSE NULL::text
        END AS kept_for
   FROM inspection.purchase p
  WHERE ((p.status = ANY (ARRAY['completed'::text, 'cancelled'::text])) AND (NOT governance.is_emptied('purchase'::text, p.id, p.on_day)))
UNION ALL
 SELECT 'inspection-visit'::text AS kind,
    (v.id)::text AS id,
    v.agency_id,
    v.reference,
    v.visited_on AS counted_from,
        CASE
            WHEN ((v.revisit_on >= platform.viewer_today()) OR (EXISTS ( SELECT 1
               FROM inspection.visit r
              WHERE ((r.revisit_of = v.id) AND (r.visited_on IS NULL))))) THEN 'visit'::text
            WHEN (EXISTS ( SELECT 1
               FROM inspection.sample s
              WHERE ((s.visit_id = v.id) AND (s.result = 'awaited'::text)))) THEN 'sample'::text
            WHEN (EXISTS ( SELECT 1
               FROM inspection.concern c
              WHERE ((c.premises_id = v.premises_id) AND (c.ended_on IS NULL)))) THEN 'concern'::text
            ELSE NULL::text
        END AS kept_for
   FROM inspection.visit v
  WHERE ((v.visited_on IS NOT NULL) AND (NOT governance.is_emptied('inspection-visit'::text, v.id, v.visited_on)))
UNION ALL
 SELECT 'award'::text AS kind,
    (a.id)::text AS id,
    a.agency_id,
    a.reference,
    GREATEST(a.applied_on, a.decided_on, a.valid_until) AS counted_from,
    NULL::text AS kept_for
   FROM inspection.award a
  WHERE ((a.status <> 'applied'::text) AND (GREATEST(a.applied_on, a.decided_on, a.valid_until) < platform.viewer_today()) AND (NOT governance.is_emptied('award'::text, a.id, GREATEST(a.applied_on, a.decided_on, a.valid_until))))
UNION ALL
 SELECT 'premises'::text AS kind,
    (m.id)::text AS id,
    m.agency_id,
    m.reference,
    d.last AS counted_from,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM inspection.visit v
              WHERE ((v.premises_id = m.id) AND (v.visited_on IS NULL)))) THEN 'visit'::text
            WHEN (EXISTS ( SELECT 1
               FROM inspection.concern c
              WHERE ((c.premises_id = m.id) AND (c.ended_on IS NULL)))) THEN 'concern'::text
            WHEN (EXISTS ( SELECT 1
               FROM inspection.member x
              WHERE ((x.premises_id = m.id) AND (x.left_on IS NULL)))) THEN 'member'::text
            WHEN (EXISTS ( SELECT 1
               FROM inspection.award a
              WHERE ((a.premises_id = m.id) AND ((a.status = 'applied'::text) OR (a.valid_until >= platform.viewer_today()))))) THEN 'award'::text
            WHEN (EXISTS ( SELECT 1
               FROM (inspection.selection s
                 JOIN inspection.purchase p ON ((p.id = s.purchase_id)))
              WHERE ((s.premises_id = m.id) AND (NOT governance.is_stripped('purchase'::text, p.id))))) THEN 'purchase'::text
            WHEN (EXISTS ( SELECT 1
               FROM inspection.kept_address k
              WHERE (k.premises_id = m.id))) THEN 'hidden-address'::text
            ELSE NULL::text
        END AS kept_for
   FROM (inspection.premises m
     CROSS JOIN LATERAL ( SELECT GREATEST(governance.london_day(m.made_at), m.rated_on, ( SELECT max(v.visited_on) AS max
                   FROM inspection.visit v
                  WHERE (v.premises_id = m.id)), ( SELECT max(a.on_day) AS max
                   FROM inspection.attempt a
                  WHERE (a.premises_id = m.id)), ( SELECT max(s.sold_on) AS max
                   FROM inspection.sale s
                  WHERE (s.premises_id = m.id)), ( SELECT governance.london_day(max(e.at)) AS london_day
                   FROM inspection.premises_event e
                  WHERE (e.premises_id = m.id))) AS last) d)
  WHERE (NOT governance.is_emptied('premises'::text, m.id, d.last))
UNION ALL
 SELECT 'time-entry'::text AS kind,
    (e.id)::text AS id,
    e.agency_id,
    (e.id)::text AS reference,
    e.on_day AS counted_from,
    NULL::text AS kept_for
   FROM jet.time_entry e
  WHERE (NOT governance.is_emptied('time-entry'::text, e.id, e.on_day))
UNION ALL
 SELECT 'patrol-plan'::text AS kind,
    (p.id)::text AS id,
    p.agency_id,
    p.reference,
    p.to_on AS counted_from,
    NULL::text AS kept_for
   FROM jet.plan p
  WHERE ((p.status = 'ended'::text) AND (NOT governance.is_emptied('patrol-plan'::text, p.id, p.to_on)))
UNION ALL
 SELECT 'power-use'::text AS kind,
    (u.id)::text AS id,
    u.agency_id,
    u.reference,
    governance.london_day(u.used_at) AS counted_from,
    NULL::text AS kept_for
   FROM jet.power_use u
  WHERE (NOT governance.is_emptied('power-use'::text, u.id, governance.london_day(u.used_at)))
UNION ALL
 SELECT 'reaccreditation'::text AS kind,
    (r.id)::text AS id,
    r.agency_id,
    r.reference,
    GREATEST(r.issued_on, governance.london_day(r.opened_at), r.expires_on) AS counted_from,
    NULL::text AS kept_for
   FROM jet.reaccreditation r
  WHERE ((r.status = ANY (ARRAY['issued'::text, 'stopped'::text])) AND (NOT governance.is_emptied('reaccreditation'::text, r.id, GREATEST(r.issued_on, governance.london_day(r.opened_at), r.expires_on))))
UNION ALL
 SELECT 'shift'::text AS kind,
    (s.id)::text AS id,
    s.agency_id,
    (s.id)::text AS reference,
    s.on_day AS counted_from,
    NULL::text AS kept_for
   FROM jet.shift s
UNION ALL
 SELECT 'task'::text AS kind,
    (t.id)::text AS id,
    t.set_by_agency_id AS agency_id,
    t.reference,
    governance.london_day(COALESCE(t.result_at, t.refused_at, t.set_at)) AS counted_from,
        CASE
            WHEN governance.is_case_open(t.case_id) THEN 'case'::text
            WHEN (EXISTS ( SELECT 1
               FROM (asb.action a
                 JOIN asb.nomination n ON ((n.id = a.nomination_id)))
              WHERE ((a.task_id = t.id) AND (n.status = ANY (ARRAY['nominated'::text, 'accepted'::text]))))) THEN 'nomination'::text
            WHEN (EXISTS ( SELECT 1
               FROM tasking.success_flag f
              WHERE ((f.task_id = t.id) AND (f.status = 'flagged'::text)))) THEN 'flag'::text
            ELSE NULL::text
        END AS kept_for
   FROM tasking.task t
  WHERE ((t.status = ANY (ARRAY['refused'::text, 'done'::text, 'not-done'::text])) AND (NOT governance.is_emptied('task'::text, t.id, governance.london_day(COALESCE(t.result_at, t.refused_at, t.set_at)))))
UNION ALL
 SELECT 'success-flag'::text AS kind,
    (f.id)::text AS id,
    f.agency_id,
    (f.id)::text AS reference,
    governance.london_day(COALESCE(f.decided_at, f.flagged_at)) AS counted_from,
    NULL::text AS kept_for
   FROM tasking.success_flag f
  WHERE ((f.status <> 'flagged'::text) AND (NOT governance.is_emptied('success-flag'::text, f.id, governance.london_day(COALESCE(f.decided_at, f.flagged_at)))))
UNION ALL
 SELECT 'device-key'::text AS kind,
    (k.officer_id)::text AS id,
    k.agency_id,
    (k.officer_id)::text AS reference,
    GREATEST(governance.london_day(k.made_at), ( SELECT governance.london_day(max(c.at)) AS london_day
           FROM directory.change c
          WHERE ((c.record_kind = 'officer'::text) AND (c.record_id = (k.officer_id)::text)))) AS counted_from,
    NULL::text AS kept_for
   FROM (field.device_key k
     JOIN directory.officer o ON ((o.id = k.officer_id)))
  WHERE (NOT o.is_active);

create view governance.person as
 SELECT 'report'::text AS kind,
    r.report_id AS record_id,
    r.name,
    NULL::uuid AS via
   FROM intake.reporter r
UNION ALL
 SELECT 'reporter'::text AS kind,
    r.report_id AS record_id,
    r.name,
    NULL::uuid AS via
   FROM intake.reporter r
UNION ALL
 SELECT 'report'::text AS kind,
    r.report_id AS record_id,
    governance.name_in(r.fields) AS name,
    r.id AS via
   FROM records.received_record r
  WHERE (r.report_id IS NOT NULL)
UNION ALL
 SELECT 'received-record'::text AS kind,
    r.id AS record_id,
    governance.name_in(r.fields) AS name,
    r.id AS via
   FROM records.received_record r
UNION ALL
 SELECT 'list-row'::text AS kind,
    e.id AS record_id,
    governance.name_in(e.fields) AS name,
    NULL::uuid AS via
   FROM linkage.list_entry e
UNION ALL
 SELECT 'victim-file'::text AS kind,
    f.id AS record_id,
    f.name,
    f.record_id AS via
   FROM safeguarding.victim_file f
UNION ALL
 SELECT 'visit'::text AS kind,
    v.id AS record_id,
    v.person_name AS name,
    NULL::uuid AS via
   FROM safeguarding.visit v
UNION ALL
 SELECT 'marker'::text AS kind,
    m.id AS record_id,
    m.name,
    m.record_id AS via
   FROM assurance.marker m
UNION ALL
 SELECT 'penalty'::text AS kind,
    p.penalty_id AS record_id,
    p.name,
    p.record_id AS via
   FROM enforcement.penalty_recipient p
UNION ALL
 SELECT 'protection'::text AS kind,
    p.protection_id AS record_id,
    p.name,
    p.record_id AS via
   FROM enforcement.protection_subject p
UNION ALL
 SELECT 'closure'::text AS kind,
    o.closure_id AS record_id,
    o.name,
    o.record_id AS via
   FROM enforcement.closure_occupant o
UNION ALL
 SELECT 'complainant'::text AS kind,
    c.id AS record_id,
    c.name,
    c.record_id AS via
   FROM asb.complainant c
UNION ALL
 SELECT 'asb-case'::text AS kind,
    c.asb_id AS record_id,
    c.name,
    c.record_id AS via
   FROM asb.complainant c
UNION ALL
 SELECT 'asb-case'::text AS kind,
    c.id AS record_id,
    c.subject_name AS name,
    c.subject_record_id AS via
   FROM asb.asb_case c
UNION ALL
 SELECT 'nomination'::text AS kind,
    n.id AS record_id,
    n.subject_name AS name,
    NULL::uuid AS via
   FROM asb.nomination n
UNION ALL
 SELECT 'case-review'::text AS kind,
    a.review_id AS record_id,
    a.name,
    NULL::uuid AS via
   FROM asb.review_applicant a
UNION ALL
 SELECT 'case-review'::text AS kind,
    a.review_id AS record_id,
    a.victim_name AS name,
    NULL::uuid AS via
   FROM asb.review_applicant a
UNION ALL
 SELECT 'trader'::text AS kind,
    t.trader_id AS record_id,
    t.name,
    t.record_id AS via
   FROM traders.trader_person t
UNION ALL
 SELECT 'trader-proof'::text AS kind,
    p.id AS record_id,
    t.name,
    t.record_id AS via
   FROM (traders.trader_proof p
     JOIN traders.trader_person t ON ((t.trader_id = p.trader_id)))
UNION ALL
 SELECT 'premises'::text AS kind,
    m.id AS record_id,
    m.firm_name AS name,
    m.firm_record_id AS via
   FROM inspection.premises m
UNION ALL
 SELECT 'premises'::text AS kind,
    m.id AS record_id,
    m.firm_name AS name,
    m.place_record_id AS via
   FROM inspection.premises m
UNION ALL
 SELECT 'vetting'::text AS kind,
    s.request_id AS record_id,
    split_part(s.label, ','::text, 1) AS name,
    NULL::uuid AS via
   FROM dissemination.vetting_subject s
UNION ALL
 SELECT 'enquiry'::text AS kind,
    s.enquiry_id AS record_id,
    split_part(s.label, ','::text, 1) AS name,
    NULL::uuid AS via
   FROM dissemination.enquiry_subject s
UNION ALL
 SELECT 'abandoned'::text AS kind,
    e.abandoned_id AS record_id,
    e.keeper_name AS name,
    e.record_id AS via
   FROM enforcement.abandoned_enquiry e
  WHERE (e.keeper_name IS NOT NULL)
UNION ALL
 SELECT k.kind,
    c.id AS record_id,
    split_part(c.subject_label, ','::text, 1) AS name,
    NULL::uuid AS via
   FROM (dissemination.commission c
     CROSS JOIN ( VALUES ('commission'::text), ('unit-commission'::text)) k(kind))
  WHERE (c.subject_kind = 'person'::text);

create view intelligence.wall_refusal with (security_barrier=true) as
 SELECT (md5(((chain || '/'::text) || seq)))::uuid AS id,
    at,
    event,
    side
   FROM platform.audit_entry e
  WHERE ((outcome = 'refused'::text) AND (side <> 'INTEL'::text) AND ((event ~~ 'intelligence-%'::text) OR (event ~~ 'enquiry.%'::text) OR (event ~~ 'vetting.%'::text) OR (event ~~ 'source.%'::text)));

create view linkage.subject with (security_invoker=true) as
 SELECT r.id,
    r.kind,
    r.label,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM records.hidden_address h
              WHERE (h.record_id = r.id))) THEN linkage.without_place(r.fields)
            ELSE r.fields
        END AS fields,
    r.origin_agency_id,
    r.handling,
    NULL::uuid AS list_id,
    r.feed AS source,
    r.received_at,
    r.gateway
   FROM records.received_record r
UNION ALL
 SELECT e.id,
    e.kind,
    e.label,
    e.shown AS fields,
    e.origin_agency_id,
    e.handling,
    e.list_id,
    l.name AS source,
    e.received_at,
    e.gateway
   FROM (linkage.list_entry e
     JOIN linkage.list l ON ((l.id = e.list_id)))
  WHERE (e.withdrawn_at IS NULL);

create view linkage.subject_ever with (security_invoker=true) as
 SELECT r.id,
    r.kind,
    r.label,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM records.hidden_address h
              WHERE (h.record_id = r.id))) THEN linkage.without_place(r.fields)
            ELSE r.fields
        END AS fields,
    r.origin_agency_id,
    r.handling,
    NULL::uuid AS list_id,
    NULL::uuid AS load_id,
    r.feed AS source,
    r.received_at,
    r.gateway,
    NULL::timestamp with time zone AS withdrawn_at
   FROM records.received_record r
UNION ALL
 SELECT e.id,
    e.kind,
    e.label,
    e.shown AS fields,
    e.origin_agency_id,
    e.handling,
    e.list_id,
    e.load_id,
    l.name AS source,
    e.received_at,
    e.gateway,
    e.withdrawn_at
   FROM (linkage.list_entry e
     JOIN linkage.list l ON ((l.id = e.list_id)));

create view platform.outbox_demonstration as
 SELECT id,
    to_address,
    subject,
    body
   FROM platform.outbox
  WHERE ((NOT is_restricted) AND (EXISTS ( SELECT 1
           FROM platform.setting
          WHERE ((setting.key = 'demonstration'::text) AND (setting.value = 'true'::jsonb)))));

create view safeguarding.family as
 WITH RECURSIVE kin AS (
         SELECT f.id AS root_id,
            f.id AS file_id
           FROM safeguarding.victim_file f
          WHERE (f.joined_into IS NULL)
        UNION ALL
         SELECT k.root_id,
            f.id
           FROM (kin k
             JOIN safeguarding.victim_file f ON ((f.joined_into = k.file_id)))
        )
 SELECT root_id,
    file_id
   FROM kin;

create view safeguarding.figure_fact with (security_barrier=true) as
 WITH person AS (
         SELECT f.id,
            f.agency_id,
            f.route,
            ((f.opened_at AT TIME ZONE 'Europe/London'::text))::date AS opened_on,
            k.files,
            x_1.contacted_on,
            x_1.visited_on,
            x_1.supported_on
           FROM ((safeguarding.victim_file f
             JOIN ( SELECT o.root_id,
                    array_agg(o.file_id) AS files
                   FROM safeguarding.family o
                  GROUP BY o.root_id) k ON ((k.root_id = f.id)))
             CROSS JOIN LATERAL ( SELECT LEAST(( SELECT min(((e.at AT TIME ZONE 'Europe/London'::text))::date) AS min
                           FROM safeguarding.event e
                          WHERE ((e.file_id = ANY (k.files)) AND (e.kind = 'contacted'::text))), ( SELECT min(v.planned_on) AS min
                           FROM safeguarding.visit v
                          WHERE ((v.file_id = ANY (k.files)) AND (v.state = 'done'::text) AND (v.result = ANY (ARRAY['seen'::text, 'refused'::text]))))) AS contacted_on,
                    ( SELECT min(v.planned_on) AS min
                           FROM safeguarding.visit v
                          WHERE ((v.file_id = ANY (k.files)) AND (v.state = 'done'::text) AND (v.result = 'seen'::text))) AS visited_on,
                    ( SELECT min(s.supported_on) AS min
                           FROM safeguarding.victim_file s
                          WHERE (s.id = ANY (k.files))) AS supported_on) x_1)
        ), fact AS (
         SELECT p.id,
            p.agency_id,
            'identified'::text AS kind,
            p.opened_on AS day,
            p.route AS detail,
            'documented'::text AS basis,
            (0)::bigint AS pence,
            false AS is_part,
            p.id AS file_id
           FROM person p
        UNION ALL
         SELECT p.id,
            p.agency_id,
            'contacted'::text,
            p.contacted_on,
            p.route,
            'documented'::text,
            0,
            false,
            p.id
           FROM person p
          WHERE (p.contacted_on IS NOT NULL)
        UNION ALL
         SELECT p.id,
            p.agency_id,
            'visited'::text,
            p.visited_on,
            p.route,
            'documented'::text,
            0,
            false,
            p.id
           FROM person p
          WHERE (p.visited_on IS NOT NULL)
        UNION ALL
         SELECT p.id,
            p.agency_id,
            'supported'::text,
            p.supported_on,
            p.route,
            'documented'::text,
            0,
            (EXISTS ( SELECT 1
                   FROM safeguarding.loss l
                  WHERE ((l.file_id = ANY (p.files)) AND (l.kind = 'loss'::text) AND (l.withdrawn_at IS NULL) AND (l.happened_on > p.supported_on) AND (l.happened_on <= safeguarding.repeat_due(p.supported_on))))) AS "exists",
            p.id
           FROM person p
          WHERE (p.supported_on IS NOT NULL)
        UNION ALL
         SELECT l.id,
            l.agency_id,
            l.kind,
            l.happened_on,
            l.scam_type,
            l.basis,
            l.pence,
            (l.method = 'doorstep'::text),
            l.file_id
           FROM safeguarding.loss l
          WHERE (l.withdrawn_at IS NULL)
        UNION ALL
         SELECT r.id,
            r.agency_id,
            'referral'::text,
            ((r.made_at AT TIME ZONE 'Europe/London'::text))::date AS timezone,
            r.kind,
            'documented'::text,
            0,
            (r.outcome IS NOT NULL),
            r.file_id
           FROM safeguarding.referral r
        UNION ALL
         SELECT i.id,
            COALESCE(i.entered_by_agency_id, i.owner_agency_id) AS "coalesce",
            'list'::text,
            ((i.made_at AT TIME ZONE 'Europe/London'::text))::date AS timezone,
            i.handling,
            'documented'::text,
            0,
            false,
            NULL::uuid
           FROM linkage.list i
          WHERE ((i.closed_at IS NULL) AND ((i.handling = 'victim'::text) OR safeguarding.sees_batches(i.owner_agency_id)))
        UNION ALL
         SELECT j.id,
            j.agency_id,
                CASE
                    WHEN (a.list_id = b.list_id) THEN 'duplicate'::text
                    ELSE 'merged'::text
                END AS "case",
            ((j.made_at AT TIME ZONE 'Europe/London'::text))::date AS timezone,
            ''::text,
            'documented'::text,
            0,
            false,
            NULL::uuid
           FROM ((linkage.judgement j
             JOIN linkage.list_entry a ON (((a.id = j.record_a) AND (a.withdrawn_at IS NULL))))
             JOIN linkage.list_entry b ON (((b.id = j.record_b) AND (b.withdrawn_at IS NULL))))
          WHERE ((j.ended_at IS NULL) AND (j.verdict = 'same'::text) AND (j.made_by = 'person'::text) AND ((a.handling <> 'restricted'::text) OR safeguarding.sees_batches(a.origin_agency_id)) AND ((b.handling <> 'restricted'::text) OR safeguarding.sees_batches(b.origin_agency_id)))
        )
 SELECT (md5((('figure '::text || kind) || (id)::text)))::uuid AS id,
    agency_id,
    kind,
    day,
    detail,
    basis,
    pence,
    is_part,
        CASE
            WHEN (safeguarding.keeps_register() AND (file_id IS NOT NULL)) THEN ('/register/'::text || (file_id)::text)
            ELSE ''::text
        END AS href
   FROM fact x
  WHERE (agency_id = platform.viewer_agency());

create view tasking.board_return as
 SELECT m.id AS meeting_id,
    s.name AS series_name,
    s.area_code,
    m.held_on,
    (count(*))::integer AS expected,
    (count(*) FILTER (WHERE (r.submitted_at IS NOT NULL)))::integer AS received,
    (count(*) FILTER (WHERE (((r.submitted_at AT TIME ZONE 'Europe/London'::text))::date <= r.due_on)))::integer AS in_time
   FROM ((tasking.meeting m
     JOIN tasking.series s ON (((s.id = m.series_id) AND (s.kind = 'JAG'::text))))
     JOIN tasking.data_return r ON ((r.meeting_id = m.id)))
  GROUP BY m.id, s.name, s.area_code, m.held_on;

create view tasking.board_total as
 SELECT m.id AS meeting_id,
    s.name AS series_name,
    s.area_code,
    m.held_on,
    f.measure,
    (sum(f.counted))::integer AS counted,
    (sum(f.outside_value))::integer AS outside,
    (count(*))::integer AS services,
    max(f.counted_at) AS counted_at
   FROM (((tasking.meeting m
     JOIN tasking.series s ON (((s.id = m.series_id) AND (s.kind = 'JAG'::text))))
     JOIN tasking.data_return r ON (((r.meeting_id = m.id) AND (r.status = 'submitted'::text))))
     JOIN tasking.return_figure f ON (((f.meeting_id = r.meeting_id) AND (f.service_id = r.service_id))))
  GROUP BY m.id, s.name, s.area_code, m.held_on, f.measure;

create view tasking.return_total as
 SELECT s.id AS series_id,
    s.name AS series_name,
    s.area_code,
    r.due_on,
    (count(*))::integer AS due,
    (count(*) FILTER (WHERE (((r.submitted_at AT TIME ZONE 'Europe/London'::text))::date <= r.due_on)))::integer AS on_time
   FROM ((tasking.data_return r
     JOIN tasking.meeting m ON ((m.id = r.meeting_id)))
     JOIN tasking.series s ON ((s.id = m.series_id)))
  WHERE (m.status <> 'cancelled'::text)
  GROUP BY s.id, s.name, s.area_code, r.due_on;

create view tasking.task_total as
 SELECT t.series_id,
    s.name AS series_name,
    s.area_code,
    t.first_due_on,
    (count(*))::integer AS due,
    (count(*) FILTER (WHERE ((t.status = 'done'::text) AND (((t.result_at AT TIME ZONE 'Europe/London'::text))::date <= t.first_due_on))))::integer AS on_time
   FROM (tasking.task t
     JOIN tasking.series s ON ((s.id = t.series_id)))
  WHERE ((t.status <> 'refused'::text) AND (NOT t.is_personal))
  GROUP BY t.series_id, s.name, s.area_code, t.first_due_on;

-- Triggers

CREATE TRIGGER answer_kept BEFORE UPDATE ON asb.recommendation FOR EACH ROW EXECUTE FUNCTION asb.answer_kept();
CREATE TRIGGER hit_without_grounds BEFORE INSERT OR UPDATE ON assurance.hit FOR EACH ROW EXECUTE FUNCTION safeguarding.hit_without_grounds();
CREATE TRIGGER screening_without_hash BEFORE INSERT ON assurance.screening FOR EACH ROW EXECUTE FUNCTION safeguarding.screening_without_hash();
CREATE TRIGGER supporter_closes AFTER INSERT ON court.supporter FOR EACH ROW WHEN (new.is_named) EXECUTE FUNCTION court.close_behind();
CREATE TRIGGER enquiry_workers AFTER INSERT ON dissemination.enquiry FOR EACH ROW EXECUTE FUNCTION dissemination.note_workers();
CREATE TRIGGER package_handlers AFTER INSERT ON dissemination.package FOR EACH ROW EXECUTE FUNCTION dissemination.note_handlers();
CREATE TRIGGER penalty_own BEFORE INSERT OR UPDATE ON enforcement.penalty FOR EACH ROW EXECUTE FUNCTION enforcement.penalty_is_own();
CREATE TRIGGER protection_penalty_copies AFTER UPDATE OF penalty_id ON enforcement.protection FOR EACH ROW WHEN ((new.penalty_id IS NOT NULL)) EXECUTE FUNCTION enforcement.subject_clears_copies('id');
CREATE TRIGGER protection_subject_copies AFTER INSERT OR UPDATE OF record_id ON enforcement.protection_subject FOR EACH ROW WHEN ((new.record_id IS NOT NULL)) EXECUTE FUNCTION enforcement.subject_clears_copies('protection_id');
CREATE TRIGGER withhold_publication AFTER INSERT OR DELETE ON inspection.kept_address FOR EACH ROW EXECUTE FUNCTION inspection.withhold_publication();
CREATE TRIGGER premises_hidden AFTER INSERT ON inspection.premises FOR EACH ROW EXECUTE FUNCTION inspection.premises_kept();
CREATE TRIGGER report_count_added AFTER INSERT ON intake.report REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION intake.count_reports();
CREATE TRIGGER report_count_changed AFTER UPDATE ON intake.report REFERENCING OLD TABLE AS taken NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION intake.count_reports();
CREATE TRIGGER report_count_taken AFTER DELETE ON intake.report REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION intake.count_reports();
CREATE TRIGGER report_map_added AFTER INSERT ON intake.report REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION intake.count_on_map();
CREATE TRIGGER report_map_changed AFTER UPDATE ON intake.report REFERENCING OLD TABLE AS taken NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION intake.count_on_map();
CREATE TRIGGER report_map_taken AFTER DELETE ON intake.report REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION intake.count_on_map();
CREATE TRIGGER report_taken_up_again AFTER UPDATE OF closed_at ON intake.report FOR EACH ROW WHEN (((old.closed_at IS NOT NULL) AND (new.closed_at IS NULL))) EXECUTE FUNCTION governance.taken_up_again('report');
CREATE TRIGGER report_target BEFORE INSERT OR UPDATE OF status, first_target_on, received_at, target_id ON intake.report FOR EACH ROW EXECUTE FUNCTION intake.set_target();
CREATE TRIGGER report_words_added AFTER INSERT ON intake.report REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION intake.note_words();
CREATE TRIGGER report_words_changed AFTER UPDATE OF description, place_words ON intake.report FOR EACH ROW EXECUTE FUNCTION intake.note_new_words();
CREATE TRIGGER enquiry_line_closed BEFORE INSERT OR DELETE ON intelligence.enquiry_line FOR EACH ROW EXECUTE FUNCTION intelligence.enquiry_line_closed();
CREATE TRIGGER external_check_stands BEFORE UPDATE ON intelligence.external_check FOR EACH ROW EXECUTE FUNCTION intelligence.check_answered_stands();
CREATE TRIGGER item_closed_source AFTER INSERT OR UPDATE OF source_id ON intelligence.item FOR EACH ROW WHEN ((new.source_id IS NOT NULL)) EXECUTE FUNCTION intelligence.close_new();
CREATE TRIGGER item_converted_held BEFORE UPDATE OF status ON intelligence.item FOR EACH ROW WHEN (((new.status = 'ready'::text) AND (old.status <> 'ready'::text))) EXECUTE FUNCTION intelligence.hold_converted();
CREATE TRIGGER item_deletion_held BEFORE UPDATE OF status ON intelligence.item FOR EACH ROW WHEN (((new.status = 'deleted'::text) AND (old.status <> 'deleted'::text))) EXECUTE FUNCTION intelligence.hold_deletion();
CREATE TRIGGER item_sensitive_held BEFORE UPDATE OF is_sensitive, sensitive_readers ON intelligence.item FOR EACH ROW WHEN (((old.is_sensitive IS DISTINCT FROM new.is_sensitive) OR (old.sensitive_readers IS DISTINCT FROM new.sensitive_readers))) EXECUTE FUNCTION intelligence.hold_sensitive();
CREATE TRIGGER item_watched AFTER INSERT ON intelligence.item FOR EACH ROW EXECUTE FUNCTION intelligence.watch_words();
CREATE TRIGGER link_watched AFTER INSERT ON intelligence.link FOR EACH ROW WHEN (((new.state = 'confirmed'::text) AND (new.key_kind IS NOT NULL))) EXECUTE FUNCTION intelligence.watch_links();
CREATE TRIGGER mention_watched AFTER INSERT ON intelligence.mention FOR EACH ROW EXECUTE FUNCTION intelligence.watch_numbers();
CREATE TRIGGER judgement_hidden_address AFTER INSERT OR UPDATE OF ended_at ON linkage.judgement FOR EACH ROW WHEN ((new.verdict = ANY (ARRAY['same'::text, 'different'::text]))) EXECUTE FUNCTION linkage.judgement_spreads_hidden_address();
CREATE TRIGGER judgement_without_hidden BEFORE INSERT ON linkage.judgement FOR EACH ROW EXECUTE FUNCTION linkage.keep_hidden_evidence();
CREATE TRIGGER list_entry_hidden_address AFTER INSERT ON linkage.list_entry REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION linkage.entries_keep_hidden_address();
CREATE TRIGGER hidden_address_clears AFTER INSERT ON records.hidden_address FOR EACH ROW EXECUTE FUNCTION linkage.clear_hidden_evidence();
CREATE TRIGGER hidden_address_clears_files AFTER INSERT ON records.hidden_address FOR EACH ROW EXECUTE FUNCTION linkage.clear_hidden_file_rows();
CREATE TRIGGER hidden_address_copies AFTER INSERT ON records.hidden_address FOR EACH ROW EXECUTE FUNCTION enforcement.hidden_clears_copies();
CREATE TRIGGER hidden_address_premises AFTER INSERT ON records.hidden_address FOR EACH ROW EXECUTE FUNCTION inspection.address_hidden();
CREATE TRIGGER hidden_address_screens AFTER INSERT ON records.hidden_address FOR EACH ROW EXECUTE FUNCTION safeguarding.hidden_clears_screens();
CREATE TRIGGER hidden_address_seals AFTER INSERT ON records.hidden_address FOR EACH ROW EXECUTE FUNCTION linkage.seal_hidden_address();
CREATE TRIGGER hidden_address_spreads AFTER INSERT OR UPDATE OF is_marked ON records.hidden_address FOR EACH ROW WHEN (new.is_marked) EXECUTE FUNCTION linkage.mark_spreads();
CREATE TRIGGER hidden_address_unseals AFTER DELETE ON records.hidden_address FOR EACH ROW EXECUTE FUNCTION linkage.unseal_hidden_address();
CREATE TRIGGER shown_address_premises AFTER DELETE ON records.hidden_address FOR EACH ROW EXECUTE FUNCTION inspection.address_shown();
CREATE TRIGGER victim_file_taken_up_again AFTER UPDATE OF status ON safeguarding.victim_file FOR EACH ROW WHEN (((old.status = ANY (ARRAY['declined'::text, 'moved'::text, 'deceased'::text])) AND (new.status <> ALL (ARRAY['declined'::text, 'moved'::text, 'deceased'::text])))) EXECUTE FUNCTION governance.taken_up_again('victim-file');

-- Row-level security

alter table asb.action enable row level security;
alter table asb.action force row level security;
alter table asb.answer_shown enable row level security;
alter table asb.answer_shown force row level security;
alter table asb.asb_case enable row level security;
alter table asb.asb_case force row level security;
alter table asb.asb_event enable row level security;
alter table asb.asb_event force row level security;
alter table asb.asb_reason enable row level security;
alter table asb.asb_reason force row level security;
alter table asb.assessment enable row level security;
alter table asb.assessment force row level security;
alter table asb.breach enable row level security;
alter table asb.breach force row level security;
alter table asb.complainant enable row level security;
alter table asb.complainant force row level security;
alter table asb.contact enable row level security;
alter table asb.contact force row level security;
alter table asb.contribution enable row level security;
alter table asb.contribution force row level security;
alter table asb.incident enable row level security;
alter table asb.incident force row level security;
alter table asb.measure enable row level security;
alter table asb.measure force row level security;
alter table asb.nomination enable row level security;
alter table asb.nomination force row level security;
alter table asb.nomination_event enable row level security;
alter table asb.nomination_event force row level security;
alter table asb.nomination_reason enable row level security;
alter table asb.nomination_reason force row level security;
alter table asb.order_document enable row level security;
alter table asb.order_document force row level security;
alter table asb.order_event enable row level security;
alter table asb.order_event force row level security;
alter table asb.order_file enable row level security;
alter table asb.order_file force row level security;
alter table asb.order_reason enable row level security;
alter table asb.order_reason force row level security;
alter table asb.publication enable row level security;
alter table asb.publication force row level security;
alter table asb.recommendation enable row level security;
alter table asb.recommendation force row level security;
alter table asb.release_plan enable row level security;
alter table asb.release_plan force row level security;
alter table asb.review enable row level security;
alter table asb.review force row level security;
alter table asb.review_applicant enable row level security;
alter table asb.review_applicant force row level security;
alter table asb.review_complaint enable row level security;
alter table asb.review_complaint force row level security;
alter table asb.review_document enable row level security;
alter table asb.review_document force row level security;
alter table asb.review_event enable row level security;
alter table asb.review_event force row level security;
alter table asb.review_phrase enable row level security;
alter table asb.review_phrase force row level security;
alter table asb.review_reason enable row level security;
alter table asb.review_reason force row level security;
alter table asb.setting enable row level security;
alter table asb.setting force row level security;
alter table assurance.hit enable row level security;
alter table assurance.hit force row level security;
alter table assurance.marker enable row level security;
alter table assurance.marker force row level security;
alter table assurance.marker_detail enable row level security;
alter table assurance.marker_detail force row level security;
alter table assurance.marker_event enable row level security;
alter table assurance.marker_event force row level security;
alter table assurance.rule enable row level security;
alter table assurance.rule force row level security;
alter table assurance.screening enable row level security;
alter table assurance.screening force row level security;
alter table court.alert enable row level security;
alter table court.alert force row level security;
alter table court.alert_reach enable row level security;
alter table court.alert_reach force row level security;
alter table court.alert_source enable row level security;
alter table court.alert_source force row level security;
alter table court.continuity enable row level security;
alter table court.continuity force row level security;
alter table court.item enable row level security;
alter table court.item force row level security;
alter table court.outcome enable row level security;
alter table court.outcome force row level security;
alter table court.prosecution enable row level security;
alter table court.prosecution force row level security;
alter table court.prosecution_document enable row level security;
alter table court.prosecution_document force row level security;
alter table court.supporter enable row level security;
alter table court.supporter force row level security;
alter table court.telling enable row level security;
alter table court.telling force row level security;
alter table directory.authorisation enable row level security;
alter table directory.authorisation force row level security;
alter table directory.clearance enable row level security;
alter table directory.clearance force row level security;
alter table directory.role_request enable row level security;
alter table directory.role_request force row level security;
alter table dissemination.acknowledgement enable row level security;
alter table dissemination.acknowledgement force row level security;
alter table dissemination.answer enable row level security;
alter table dissemination.answer force row level security;
alter table dissemination.commission enable row level security;
alter table dissemination.commission force row level security;
alter table dissemination.commission_answer enable row level security;
alter table dissemination.commission_answer force row level security;
alter table dissemination.commission_recovery enable row level security;
alter table dissemination.commission_recovery force row level security;
alter table dissemination.enquiry enable row level security;
alter table dissemination.enquiry force row level security;
alter table dissemination.enquiry_considered enable row level security;
alter table dissemination.enquiry_considered force row level security;
alter table dissemination.enquiry_subject enable row level security;
alter table dissemination.enquiry_subject force row level security;
alter table dissemination.enquiry_text enable row level security;
alter table dissemination.enquiry_text force row level security;
alter table dissemination.enquiry_worker enable row level security;
alter table dissemination.enquiry_worker force row level security;
alter table dissemination.handled enable row level security;
alter table dissemination.handled force row level security;
alter table dissemination.outcome enable row level security;
alter table dissemination.outcome force row level security;
alter table dissemination.package enable row level security;
alter table dissemination.package force row level security;
alter table dissemination.package_figures enable row level security;
alter table dissemination.package_figures force row level security;
alter table dissemination.package_text enable row level security;
alter table dissemination.package_text force row level security;
alter table dissemination.receipt enable row level security;
alter table dissemination.receipt force row level security;
alter table dissemination.usefulness enable row level security;
alter table dissemination.usefulness force row level security;
alter table dissemination.vetting_answer enable row level security;
alter table dissemination.vetting_answer force row level security;
alter table dissemination.vetting_request enable row level security;
alter table dissemination.vetting_request force row level security;
alter table dissemination.vetting_subject enable row level security;
alter table dissemination.vetting_subject force row level security;
alter table enforcement.abandoned enable row level security;
alter table enforcement.abandoned force row level security;
alter table enforcement.abandoned_assessment enable row level security;
alter table enforcement.abandoned_assessment force row level security;
alter table enforcement.abandoned_document enable row level security;
alter table enforcement.abandoned_document force row level security;
alter table enforcement.abandoned_enquiry enable row level security;
alter table enforcement.abandoned_enquiry force row level security;
alter table enforcement.abandoned_event enable row level security;
alter table enforcement.abandoned_event force row level security;
alter table enforcement.abandoned_photo enable row level security;
alter table enforcement.abandoned_photo force row level security;
alter table enforcement.abandoned_place enable row level security;
alter table enforcement.abandoned_place force row level security;
alter table enforcement.abandoned_reason enable row level security;
alter table enforcement.abandoned_reason force row level security;
alter table enforcement.abandoned_service enable row level security;
alter table enforcement.abandoned_service force row level security;
alter table enforcement.case_file enable row level security;
alter table enforcement.closure_check enable row level security;
alter table enforcement.closure_check force row level security;
alter table enforcement.closure_document enable row level security;
alter table enforcement.closure_document force row level security;
alter table enforcement.closure_occupant enable row level security;
alter table enforcement.closure_occupant force row level security;
alter table enforcement.closure_place enable row level security;
alter table enforcement.closure_place force row level security;
alter table enforcement.closure_reason enable row level security;
alter table enforcement.closure_reason force row level security;
alter table enforcement.closure_service enable row level security;
alter table enforcement.closure_service force row level security;
alter table enforcement.encampment_after enable row level security;
alter table enforcement.encampment_after force row level security;
alter table enforcement.encampment_document enable row level security;
alter table enforcement.encampment_document force row level security;
alter table enforcement.encampment_measure enable row level security;
alter table enforcement.encampment_measure force row level security;
alter table enforcement.encampment_place enable row level security;
alter table enforcement.encampment_place force row level security;
alter table enforcement.encampment_reason enable row level security;
alter table enforcement.encampment_reason force row level security;
alter table enforcement.encampment_service enable row level security;
alter table enforcement.encampment_service force row level security;
alter table enforcement.encampment_vehicle enable row level security;
alter table enforcement.encampment_vehicle force row level security;
alter table enforcement.encampment_welfare enable row level security;
alter table enforcement.encampment_welfare force row level security;
alter table enforcement.penalty_document enable row level security;
alter table enforcement.penalty_document force row level security;
alter table enforcement.penalty_evidence enable row level security;
alter table enforcement.penalty_evidence force row level security;
alter table enforcement.penalty_recipient enable row level security;
alter table enforcement.penalty_recipient force row level security;
alter table enforcement.protection_document enable row level security;
alter table enforcement.protection_document force row level security;
alter table enforcement.protection_evidence enable row level security;
alter table enforcement.protection_evidence force row level security;
alter table enforcement.protection_reason enable row level security;
alter table enforcement.protection_reason force row level security;
alter table enforcement.protection_requirement enable row level security;
alter table enforcement.protection_requirement force row level security;
alter table enforcement.protection_service enable row level security;
alter table enforcement.protection_service force row level security;
alter table enforcement.protection_subject enable row level security;
alter table enforcement.protection_subject force row level security;
alter table enforcement.pspo enable row level security;
alter table enforcement.pspo force row level security;
alter table enforcement.pspo_consultee enable row level security;
alter table enforcement.pspo_consultee force row level security;
alter table enforcement.pspo_document enable row level security;
alter table enforcement.pspo_document force row level security;
alter table enforcement.pspo_event enable row level security;
alter table enforcement.pspo_event force row level security;
alter table enforcement.pspo_officer enable row level security;
alter table enforcement.pspo_officer force row level security;
alter table enforcement.pspo_publication enable row level security;
alter table enforcement.pspo_publication force row level security;
alter table enforcement.pspo_reason enable row level security;
alter table enforcement.pspo_reason force row level security;
alter table enforcement.site_matrix enable row level security;
alter table enforcement.site_matrix force row level security;
alter table enforcement.vehicle_charge enable row level security;
alter table enforcement.vehicle_charge force row level security;
alter table field.capture enable row level security;
alter table field.capture force row level security;
alter table field.device_key enable row level security;
alter table field.device_key force row level security;
alter table field.photo enable row level security;
alter table field.photo force row level security;
alter table field.place_screening enable row level security;
alter table field.place_screening force row level security;
alter table governance.access enable row level security;
alter table governance.access force row level security;
alter table governance.access_document enable row level security;
alter table governance.access_document force row level security;
alter table governance.access_event enable row level security;
alter table governance.access_event force row level security;
alter table governance.access_item enable row level security;
alter table governance.access_item force row level security;
alter table governance.access_pause enable row level security;
alter table governance.access_pause force row level security;
alter table governance.access_reason enable row level security;
alter table governance.access_reason force row level security;
alter table governance.legal_hold enable row level security;
alter table governance.legal_hold force row level security;
alter table governance.period enable row level security;
alter table governance.period force row level security;
alter table governance.run enable row level security;
alter table governance.run force row level security;
alter table inspection.attempt enable row level security;
alter table inspection.attempt force row level security;
alter table inspection.attempt_detail enable row level security;
alter table inspection.attempt_detail force row level security;
alter table inspection.attempt_document enable row level security;
alter table inspection.attempt_document force row level security;
alter table inspection.award enable row level security;
alter table inspection.award force row level security;
alter table inspection.award_answer enable row level security;
alter table inspection.award_answer force row level security;
alter table inspection.award_document enable row level security;
alter table inspection.award_document force row level security;
alter table inspection.concern enable row level security;
alter table inspection.concern force row level security;
alter table inspection.follow_up enable row level security;
alter table inspection.follow_up force row level security;
alter table inspection.kept_address enable row level security;
alter table inspection.kept_address force row level security;
alter table inspection.licensing enable row level security;
alter table inspection.licensing force row level security;
alter table inspection.licensing_clock enable row level security;
alter table inspection.licensing_clock force row level security;
alter table inspection.licensing_document enable row level security;
alter table inspection.licensing_document force row level security;
alter table inspection.licensing_event enable row level security;
alter table inspection.licensing_event force row level security;
alter table inspection.licensing_evidence enable row level security;
alter table inspection.licensing_evidence force row level security;
alter table inspection.licensing_publication enable row level security;
alter table inspection.licensing_publication force row level security;
alter table inspection.licensing_reason enable row level security;
alter table inspection.licensing_reason force row level security;
alter table inspection.licensing_representation enable row level security;
alter table inspection.licensing_representation force row level security;
alter table inspection.member enable row level security;
alter table inspection.member force row level security;
alter table inspection.persistent_decision enable row level security;
alter table inspection.persistent_decision force row level security;
alter table inspection.premises enable row level security;
alter table inspection.premises force row level security;
alter table inspection.premises_document enable row level security;
alter table inspection.premises_document force row level security;
alter table inspection.premises_event enable row level security;
alter table inspection.premises_event force row level security;
alter table inspection.premises_reason enable row level security;
alter table inspection.premises_reason force row level security;
alter table inspection.premises_screen enable row level security;
alter table inspection.premises_screen force row level security;
alter table inspection.purchase enable row level security;
alter table inspection.purchase force row level security;
alter table inspection.purchase_covert enable row level security;
alter table inspection.purchase_covert force row level security;
alter table inspection.purchase_event enable row level security;
alter table inspection.purchase_event force row level security;
alter table inspection.purchase_officer enable row level security;
alter table inspection.purchase_officer force row level security;
alter table inspection.purchase_reason enable row level security;
alter table inspection.purchase_reason force row level security;
alter table inspection.sale enable row level security;
alter table inspection.sale force row level security;
alter table inspection.sample enable row level security;
alter table inspection.sample force row level security;
alter table inspection.scheme enable row level security;
alter table inspection.scheme force row level security;
alter table inspection.selection enable row level security;
alter table inspection.selection force row level security;
alter table inspection.selection_intelligence enable row level security;
alter table inspection.selection_intelligence force row level security;
alter table inspection.selection_reason enable row level security;
alter table inspection.selection_reason force row level security;
alter table inspection.visit enable row level security;
alter table inspection.visit force row level security;
alter table inspection.visit_company enable row level security;
alter table inspection.visit_company force row level security;
alter table inspection.volunteer enable row level security;
alter table inspection.volunteer force row level security;
alter table inspection.welfare_line enable row level security;
alter table inspection.welfare_line force row level security;
alter table intake.fly_tip enable row level security;
alter table intake.fly_tip force row level security;
alter table intake.fly_tip_action enable row level security;
alter table intake.fly_tip_action force row level security;
alter table intake.import_file_part enable row level security;
alter table intake.import_file_part force row level security;
alter table intake.import_preview enable row level security;
alter table intake.import_preview force row level security;
alter table intake.message enable row level security;
alter table intake.message force row level security;
alter table intake.reporter enable row level security;
alter table intake.reporter force row level security;
alter table intelligence.attachment enable row level security;
alter table intelligence.attachment force row level security;
alter table intelligence.check_grant enable row level security;
alter table intelligence.check_grant force row level security;
alter table intelligence.closed_item enable row level security;
alter table intelligence.closed_item force row level security;
alter table intelligence.closed_source enable row level security;
alter table intelligence.closed_source force row level security;
alter table intelligence.commission_work enable row level security;
alter table intelligence.commission_work force row level security;
alter table intelligence.conversion enable row level security;
alter table intelligence.conversion force row level security;
alter table intelligence.draft enable row level security;
alter table intelligence.draft force row level security;
alter table intelligence.draft_paragraph enable row level security;
alter table intelligence.draft_paragraph force row level security;
alter table intelligence.draft_review enable row level security;
alter table intelligence.draft_review force row level security;
alter table intelligence.enquiry enable row level security;
alter table intelligence.enquiry force row level security;
alter table intelligence.enquiry_document enable row level security;
alter table intelligence.enquiry_document force row level security;
alter table intelligence.enquiry_line enable row level security;
alter table intelligence.enquiry_line force row level security;
alter table intelligence.external_check enable row level security;
alter table intelligence.external_check force row level security;
alter table intelligence.feed_file enable row level security;
alter table intelligence.feed_file force row level security;
alter table intelligence.feed_key enable row level security;
alter table intelligence.feed_key force row level security;
alter table intelligence.feed_row enable row level security;
alter table intelligence.feed_row force row level security;
alter table intelligence.grading enable row level security;
alter table intelligence.grading force row level security;
alter table intelligence.harm_assessment enable row level security;
alter table intelligence.harm_assessment force row level security;
alter table intelligence.harm_matrix enable row level security;
alter table intelligence.harm_matrix force row level security;
alter table intelligence.item enable row level security;
alter table intelligence.item force row level security;
alter table intelligence.item_event enable row level security;
alter table intelligence.item_event force row level security;
alter table intelligence.item_review enable row level security;
alter table intelligence.item_review force row level security;
alter table intelligence.kept_chart enable row level security;
alter table intelligence.kept_chart force row level security;
alter table intelligence.link enable row level security;
alter table intelligence.link force row level security;
alter table intelligence.mention enable row level security;
alter table intelligence.mention force row level security;
alter table intelligence.ocg enable row level security;
alter table intelligence.ocg force row level security;
alter table intelligence.ocg_action enable row level security;
alter table intelligence.ocg_action force row level security;
alter table intelligence.ocg_assessment enable row level security;
alter table intelligence.ocg_assessment force row level security;
alter table intelligence.ocg_disruption enable row level security;
alter table intelligence.ocg_disruption force row level security;
alter table intelligence.ocg_event enable row level security;
alter table intelligence.ocg_event force row level security;
alter table intelligence.ocg_member enable row level security;
alter table intelligence.ocg_member force row level security;
alter table intelligence.paragraph enable row level security;
alter table intelligence.paragraph force row level security;
alter table intelligence.priority enable row level security;
alter table intelligence.priority force row level security;
alter table intelligence.priority_requirement enable row level security;
alter table intelligence.priority_requirement force row level security;
alter table intelligence.problem enable row level security;
alter table intelligence.problem force row level security;
alter table intelligence.requirement enable row level security;
alter table intelligence.requirement force row level security;
alter table intelligence.requirement_item enable row level security;
alter table intelligence.requirement_item force row level security;
alter table intelligence.requirement_plan enable row level security;
alter table intelligence.requirement_plan force row level security;
alter table intelligence.rule enable row level security;
alter table intelligence.rule force row level security;
alter table intelligence.source enable row level security;
alter table intelligence.source force row level security;
alter table intelligence.source_identity enable row level security;
alter table intelligence.source_identity force row level security;
alter table intelligence.strategy enable row level security;
alter table intelligence.strategy force row level security;
alter table intelligence.vetting enable row level security;
alter table intelligence.vetting force row level security;
alter table intelligence.watch enable row level security;
alter table intelligence.watch force row level security;
alter table intelligence.watch_hit enable row level security;
alter table intelligence.watch_hit force row level security;
alter table jet.course enable row level security;
alter table jet.course force row level security;
alter table jet.duties_sent enable row level security;
alter table jet.duties_sent force row level security;
alter table jet.invitation enable row level security;
alter table jet.invitation force row level security;
alter table jet.lapse_told enable row level security;
alter table jet.lapse_told force row level security;
alter table jet.month enable row level security;
alter table jet.month force row level security;
alter table jet.note enable row level security;
alter table jet.note force row level security;
alter table jet.patrol enable row level security;
alter table jet.patrol force row level security;
alter table jet.plan enable row level security;
alter table jet.plan force row level security;
alter table jet.power_use enable row level security;
alter table jet.power_use force row level security;
alter table jet.reaccreditation enable row level security;
alter table jet.reaccreditation force row level security;
alter table jet.review enable row level security;
alter table jet.review force row level security;
alter table jet.shift enable row level security;
alter table jet.shift force row level security;
alter table jet.target enable row level security;
alter table jet.target force row level security;
alter table jet.team enable row level security;
alter table jet.team force row level security;
alter table jet.time_change enable row level security;
alter table jet.time_change force row level security;
alter table jet.time_entry enable row level security;
alter table jet.time_entry force row level security;
alter table linkage.judgement enable row level security;
alter table linkage.list enable row level security;
alter table linkage.list_entry enable row level security;
alter table linkage.list_entry force row level security;
alter table linkage.list_load enable row level security;
alter table linkage.list_load_file_part enable row level security;
alter table linkage.list_load_file_part force row level security;
alter table linkage.list_load_row enable row level security;
alter table linkage.list_load_row force row level security;
alter table linkage.question enable row level security;
alter table linkage.question force row level security;
alter table linkage.second_opinion enable row level security;
alter table operations.operation enable row level security;
alter table operations.operation force row level security;
alter table operations.operation_agency enable row level security;
alter table operations.operation_agency force row level security;
alter table operations.operation_event enable row level security;
alter table operations.operation_event force row level security;
alter table operations.operation_officer enable row level security;
alter table operations.operation_officer force row level security;
alter table operations.operation_reason enable row level security;
alter table operations.operation_reason force row level security;
alter table operations.operation_stop enable row level security;
alter table operations.operation_stop force row level security;
alter table operations.operation_stop_detail enable row level security;
alter table operations.operation_stop_detail force row level security;
alter table operations.operation_visit enable row level security;
alter table operations.operation_visit force row level security;
alter table platform.file enable row level security;
alter table platform.file force row level security;
alter table platform.outbox enable row level security;
alter table safeguarding.contact enable row level security;
alter table safeguarding.contact force row level security;
alter table safeguarding.event enable row level security;
alter table safeguarding.event force row level security;
alter table safeguarding.hidden_mark enable row level security;
alter table safeguarding.hidden_mark force row level security;
alter table safeguarding.lead enable row level security;
alter table safeguarding.lead force row level security;
alter table safeguarding.list_points enable row level security;
alter table safeguarding.list_points force row level security;
alter table safeguarding.loss enable row level security;
alter table safeguarding.loss force row level security;
alter table safeguarding.precaution enable row level security;
alter table safeguarding.precaution force row level security;
alter table safeguarding.referral enable row level security;
alter table safeguarding.referral force row level security;
alter table safeguarding.reveal enable row level security;
alter table safeguarding.reveal force row level security;
alter table safeguarding.rule enable row level security;
alter table safeguarding.rule force row level security;
alter table safeguarding.sealed_address enable row level security;
alter table safeguarding.sealed_address force row level security;
alter table safeguarding.victim_file enable row level security;
alter table safeguarding.victim_file force row level security;
alter table safeguarding.visit enable row level security;
alter table safeguarding.visit force row level security;
alter table tasking.agenda_item enable row level security;
alter table tasking.decision enable row level security;
alter table tasking.minutes_part enable row level security;
alter table tasking.task enable row level security;
alter table traders.fee enable row level security;
alter table traders.fee force row level security;
alter table traders.trader enable row level security;
alter table traders.trader force row level security;
alter table traders.trader_check enable row level security;
alter table traders.trader_check force row level security;
alter table traders.trader_complaint enable row level security;
alter table traders.trader_complaint force row level security;
alter table traders.trader_document enable row level security;
alter table traders.trader_document force row level security;
alter table traders.trader_event enable row level security;
alter table traders.trader_event force row level security;
alter table traders.trader_payment enable row level security;
alter table traders.trader_payment force row level security;
alter table traders.trader_person enable row level security;
alter table traders.trader_person force row level security;
alter table traders.trader_proof enable row level security;
alter table traders.trader_proof force row level security;
alter table traders.trader_reason enable row level security;
alter table traders.trader_reason force row level security;

-- Policies

create policy action_make on asb.action as permissive for insert to bailiwick_ops
  with check (((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ((EXISTS ( SELECT 1
   FROM asb.release_plan p
  WHERE ((p.id = action.plan_id) AND (p.lead_agency_id = action.lead_agency_id)))) OR (EXISTS ( SELECT 1
   FROM asb.nomination n
  WHERE ((n.id = action.nomination_id) AND (action.plan_id IS NULL) AND (n.chair_agency_id = action.lead_agency_id)))))));
create policy action_read on asb.action as permissive for select to bailiwick_ops
  using ((((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id)) AND (( SELECT asb.keeps_cases() AS keeps_cases) OR (service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[])) OR (EXISTS ( SELECT 1
   FROM (asb.release_plan p
     JOIN asb.asb_case c ON ((c.id = p.asb_id)))
  WHERE (p.id = action.plan_id))))));
create policy action_seed on asb.action as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy action_worker on asb.action as permissive for select to bailiwick_worker
  using (true);
create policy answer_shown_own on asb.answer_shown as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)));
create policy answer_shown_seed on asb.answer_shown as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy asb_case_own on asb.asb_case as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (( SELECT asb.keeps_cases() AS keeps_cases) OR (officer_ids @> ARRAY[( SELECT asb.viewer_officer() AS viewer_officer)]))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (( SELECT asb.keeps_cases() AS keeps_cases) OR (officer_ids @> ARRAY[( SELECT asb.viewer_officer() AS viewer_officer)]))));
create policy asb_case_seed on asb.asb_case as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy asb_event_read on asb.asb_event as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM asb.asb_case f
  WHERE (f.id = asb_event.asb_id))));
create policy asb_event_seed on asb.asb_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy asb_event_write on asb.asb_event as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case f
  WHERE (f.id = asb_event.asb_id)))));
create policy asb_reason_own on asb.asb_reason as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = asb_reason.asb_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = asb_reason.asb_id)))));
create policy asb_reason_seed on asb.asb_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy assessment_own on asb.assessment as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = assessment.asb_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = assessment.asb_id)))));
create policy assessment_seed on asb.assessment as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy breach_own on asb.breach as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = breach.asb_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = breach.asb_id)))));
create policy breach_seed on asb.breach as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy complainant_own on asb.complainant as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = complainant.asb_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = complainant.asb_id)))));
create policy complainant_seed on asb.complainant as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy contact_own on asb.contact as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = contact.asb_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = contact.asb_id)))));
create policy contact_seed on asb.contact as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy contribution_make on asb.contribution as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (officer_id = (( SELECT platform.viewer_text('officer'::text) AS viewer_text))::uuid) AND (EXISTS ( SELECT 1
   FROM asb.nomination n
  WHERE (n.id = contribution.nomination_id)))));
create policy contribution_read on asb.contribution as permissive for select to bailiwick_ops
  using (((EXISTS ( SELECT 1
   FROM asb.nomination n
  WHERE (n.id = contribution.nomination_id))) AND ((officer_id = (( SELECT platform.viewer_text('officer'::text) AS viewer_text))::uuid) OR (audience = 'group'::text) OR ((( SELECT platform.viewer_text('officer'::text) AS viewer_text))::uuid = ANY (audience_ids)))));
create policy contribution_seed on asb.contribution as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy incident_own on asb.incident as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = incident.asb_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = incident.asb_id)))));
create policy incident_seed on asb.incident as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy measure_own on asb.measure as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = measure.asb_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = measure.asb_id)))));
create policy measure_seed on asb.measure as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy nomination_chair on asb.nomination as permissive for update to bailiwick_ops
  using ((chair_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((chair_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy nomination_make on asb.nomination as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM tasking.series s
  WHERE ((s.id = nomination.series_id) AND (s.kind = 'JATAC'::text) AND (s.chair_agency_id = nomination.chair_agency_id))))));
create policy nomination_seed on asb.nomination as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy nomination_told on asb.nomination as permissive for select to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]));
create policy nomination_worker on asb.nomination as permissive for select to bailiwick_worker
  using (true);
create policy nomination_event_read on asb.nomination_event as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM asb.nomination f
  WHERE (f.id = nomination_event.nomination_id))));
create policy nomination_event_seed on asb.nomination_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy nomination_event_write on asb.nomination_event as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.nomination f
  WHERE (f.id = nomination_event.nomination_id)))));
create policy nomination_reason_own on asb.nomination_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy nomination_reason_seed on asb.nomination_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy order_document_own on asb.order_document as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.order_file o
  WHERE (o.id = order_document.order_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.order_file o
  WHERE (o.id = order_document.order_id)))));
create policy order_document_seed on asb.order_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy order_event_read on asb.order_event as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM asb.order_file f
  WHERE (f.id = order_event.order_id))));
create policy order_event_seed on asb.order_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy order_event_write on asb.order_event as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.order_file f
  WHERE (f.id = order_event.order_id)))));
create policy order_file_own on asb.order_file as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = order_file.asb_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = order_file.asb_id)))));
create policy order_file_seed on asb.order_file as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy order_reason_own on asb.order_reason as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.order_file o
  WHERE (o.id = order_reason.order_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.order_file o
  WHERE (o.id = order_reason.order_id)))));
create policy order_reason_seed on asb.order_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy publication_make on asb.publication as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy publication_read on asb.publication as permissive for select to bailiwick_ops, bailiwick_public
  using (true);
create policy publication_seed on asb.publication as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy recommendation_answer on asb.recommendation as permissive for update to bailiwick_ops
  using ((is_sent AND (body_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))
  with check ((body_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy recommendation_make on asb.recommendation as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (response IS NULL)));
create policy recommendation_read on asb.recommendation as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR (is_sent AND (body_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))));
create policy recommendation_seed on asb.recommendation as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy recommendation_send on asb.recommendation as permissive for update to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy release_plan_change on asb.release_plan as permissive for update to bailiwick_ops
  using (((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id)))
  with check (((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id)));
create policy release_plan_due on asb.release_plan as permissive for select to bailiwick_worker
  using (true);
create policy release_plan_escalate on asb.release_plan as permissive for update to bailiwick_worker
  using (true)
  with check (true);
create policy release_plan_make on asb.release_plan as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy release_plan_read on asb.release_plan as permissive for select to bailiwick_ops
  using ((((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id)) AND (( SELECT asb.keeps_cases() AS keeps_cases) OR (EXISTS ( SELECT 1
   FROM asb.asb_case c
  WHERE (c.id = release_plan.asb_id))))));
create policy release_plan_seed on asb.release_plan as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy review_apply on asb.review as permissive for insert to bailiwick_public
  with check (((status = 'received'::text) AND (channel = ANY (ARRAY['web'::text, 'api'::text]))));
create policy review_own on asb.review as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)));
create policy review_seed on asb.review as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy review_applicant_apply on asb.review_applicant as permissive for insert to bailiwick_public
  with check (true);
create policy review_applicant_own on asb.review_applicant as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)));
create policy review_applicant_seed on asb.review_applicant as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy review_complaint_apply on asb.review_complaint as permissive for insert to bailiwick_public
  with check (true);
create policy review_complaint_own on asb.review_complaint as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)));
create policy review_complaint_seed on asb.review_complaint as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy review_document_own on asb.review_document as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)));
create policy review_document_seed on asb.review_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy review_event_apply on asb.review_event as permissive for insert to bailiwick_public
  with check (((officer_id IS NULL) AND (agency_id IS NULL)));
create policy review_event_read on asb.review_event as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM asb.review f
  WHERE (f.id = review_event.review_id))));
create policy review_event_seed on asb.review_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy review_event_write on asb.review_event as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM asb.review f
  WHERE (f.id = review_event.review_id)))));
create policy review_phrase_apply on asb.review_phrase as permissive for insert to bailiwick_public
  with check (true);
create policy review_phrase_seed on asb.review_phrase as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy review_phrase_taken on asb.review_phrase as permissive for insert to bailiwick_ops
  with check ((EXISTS ( SELECT 1
   FROM asb.review r
  WHERE (r.id = review_phrase.review_id))));
create policy review_reason_own on asb.review_reason as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT asb.runs_reviews() AS runs_reviews)));
create policy review_reason_seed on asb.review_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy setting_make on asb.setting as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy setting_read on asb.setting as permissive for select to bailiwick_ops, bailiwick_public
  using (true);
create policy setting_seed on asb.setting as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy hit_of_screening on assurance.hit as restrictive for select to bailiwick_ops, bailiwick_safeguard
  using ((EXISTS ( SELECT 1
   FROM assurance.screening s
  WHERE (s.id = hit.screening_id))));
create policy hit_own on assurance.hit as permissive for all to bailiwick_ops, bailiwick_safeguard
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy hit_seed on assurance.hit as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy hit_worker on assurance.hit as permissive for all to bailiwick_worker
  using (true);
create policy marker_agreed on assurance.marker as permissive for select to bailiwick_ops, bailiwick_safeguard
  using ((EXISTS ( SELECT 1
   FROM directory.agreement t
  WHERE ((t.from_agency_id = marker.agency_id) AND (t.to_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (t.record_kind = 'marker'::text) AND (t.starts_on <= ( SELECT platform.viewer_today() AS viewer_today)) AND ((t.ends_on IS NULL) OR (t.ends_on > ( SELECT platform.viewer_today() AS viewer_today)))))));
create policy marker_own on assurance.marker as permissive for all to bailiwick_ops, bailiwick_safeguard
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy marker_seed on assurance.marker as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy marker_worker on assurance.marker as permissive for all to bailiwick_worker
  using (true);
create policy marker_detail_own on assurance.marker_detail as permissive for all to bailiwick_ops, bailiwick_safeguard
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy marker_detail_seed on assurance.marker_detail as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy marker_detail_worker on assurance.marker_detail as permissive for all to bailiwick_worker
  using (true);
create policy marker_event_own on assurance.marker_event as permissive for all to bailiwick_ops, bailiwick_safeguard
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy marker_event_seed on assurance.marker_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy marker_event_worker on assurance.marker_event as permissive for all to bailiwick_worker
  using (true);
create policy rule_own on assurance.rule as permissive for all to bailiwick_ops, bailiwick_safeguard
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy rule_seed on assurance.rule as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy rule_worker on assurance.rule as permissive for all to bailiwick_worker
  using (true);
create policy screening_own on assurance.screening as permissive for all to bailiwick_ops, bailiwick_safeguard
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ((subject_id IS NULL) OR (officer_id = ( SELECT safeguarding.viewer_officer() AS viewer_officer)) OR ( SELECT safeguarding.keeps_register() AS keeps_register))))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy screening_seed on assurance.screening as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy screening_worker on assurance.screening as permissive for all to bailiwick_worker
  using (true);
create policy alert_draft on court.alert as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[])) AND (made_by = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)) AND (status = 'draft'::text) AND (approved_by IS NULL) AND (published_on IS NULL)));
create policy alert_published on court.alert as permissive for select to bailiwick_ops, bailiwick_public
  using ((status = 'published'::text));
create policy alert_published_inside on court.alert as permissive for select to bailiwick_gov, bailiwick_intel, bailiwick_safeguard, bailiwick_tech
  using ((status = 'published'::text));
create policy alert_read on court.alert as permissive for select to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy alert_seed on court.alert as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy alert_step on court.alert as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('communications-officer'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ((status <> 'published'::text) OR (approved_by = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)))));
create policy alert_reach_read on court.alert_reach as permissive for select to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy alert_reach_seed on court.alert_reach as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy alert_reach_write on court.alert_reach as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (made_by = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)) AND (EXISTS ( SELECT 1
   FROM court.alert a
  WHERE ((a.id = alert_reach.alert_id) AND (a.agency_id = alert_reach.agency_id)))) AND ('communications-officer'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))));
create policy alert_source_own on court.alert_source as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[]))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[]))));
create policy alert_source_seed on court.alert_source as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy continuity_follows on court.continuity as restrictive for insert to bailiwick_ops
  with check (court.line_follows(continuity.*));
create policy continuity_own on court.continuity as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM court.item i
  WHERE (i.id = continuity.item_id))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM court.item i
  WHERE (i.id = continuity.item_id)))));
create policy continuity_seed on court.continuity as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy item_own on court.item as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE (p.id = item.prosecution_id))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE (p.id = item.prosecution_id)))));
create policy item_seed on court.item as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy item_writer on court.item as restrictive for insert to bailiwick_ops
  with check ((added_by = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)));
create policy outcome_own on court.outcome as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE (p.id = outcome.prosecution_id))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE (p.id = outcome.prosecution_id)))));
create policy outcome_register on court.outcome as permissive for select to bailiwick_safeguard
  using (((register_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT safeguarding.keeps_register() AS keeps_register)));
create policy outcome_seed on court.outcome as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy outcome_service on court.outcome as restrictive for insert to bailiwick_ops
  with check ((EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE ((p.id = outcome.prosecution_id) AND (p.service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[]))))));
create policy outcome_writer on court.outcome as restrictive for insert to bailiwick_ops
  with check ((recorded_by = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)));
create policy prosecution_own on court.prosecution as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[]))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[]))));
create policy prosecution_seed on court.prosecution as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy prosecution_supporter on court.prosecution as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (supporter_ids @> ARRAY[( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif")])));
create policy prosecution_document_own on court.prosecution_document as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE (p.id = prosecution_document.prosecution_id))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE (p.id = prosecution_document.prosecution_id)))));
create policy prosecution_document_seed on court.prosecution_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy supporter_own on court.supporter as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE (p.id = supporter.prosecution_id))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM court.prosecution p
  WHERE (p.id = supporter.prosecution_id)))));
create policy supporter_seed on court.supporter as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy supporter_writer on court.supporter as restrictive for insert to bailiwick_ops
  with check ((by_id = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)));
create policy telling_own on court.telling as permissive for all to bailiwick_safeguard
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT safeguarding.keeps_register() AS keeps_register)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM court.outcome o
  WHERE (o.id = telling.outcome_id))) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = telling.file_id)))));
create policy telling_seed on court.telling as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy authorisation_issue on directory.authorisation as permissive for insert to bailiwick_ops
  with check (((basis = 'csas'::text) AND (power ~~ 'csas.%'::text) AND (expires_on IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM jet.reaccreditation r
  WHERE ((r.officer_id = authorisation.officer_id) AND (r.force_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (r.status = 'ready'::text) AND directory.serves(r.officer_id, r.agency_id))))));
create policy authorisation_of_test on directory.authorisation as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM (inspection.purchase_officer p
     JOIN inspection.purchase u ON ((u.id = p.purchase_id)))
  WHERE ((p.officer_id = authorisation.officer_id) AND (u.status = ANY (ARRAY['planned'::text, 'settled'::text, 'under-way'::text])) AND (u.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy authorisation_read on directory.authorisation as permissive for select to bailiwick_ops
  using ((directory.serves(officer_id, ( SELECT platform.viewer_agency() AS viewer_agency)) OR (EXISTS ( SELECT 1
   FROM (operations.operation_officer p
     JOIN operations.operation o ON ((o.id = p.operation_id)))
  WHERE ((p.officer_id = authorisation.officer_id) AND (o.status = ANY (ARRAY['planned'::text, 'agreed'::text, 'under-way'::text])))))));
create policy authorisation_seed on directory.authorisation as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy authorisation_tech on directory.authorisation as permissive for all to bailiwick_tech
  using (true)
  with check (true);
create policy authorisation_worker on directory.authorisation as permissive for select to bailiwick_worker
  using (true);
create policy clearance_add on directory.clearance as permissive for insert to bailiwick_ops
  with check (directory.serves(officer_id, ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy clearance_change on directory.clearance as permissive for update to bailiwick_ops
  using (directory.serves(officer_id, ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (directory.serves(officer_id, ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy clearance_of_test on directory.clearance as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM (inspection.purchase_officer p
     JOIN inspection.purchase u ON ((u.id = p.purchase_id)))
  WHERE ((p.officer_id = clearance.officer_id) AND (u.status = ANY (ARRAY['planned'::text, 'settled'::text, 'under-way'::text])) AND (u.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy clearance_read on directory.clearance as permissive for select to bailiwick_ops
  using ((directory.serves(officer_id, ( SELECT platform.viewer_agency() AS viewer_agency)) OR (EXISTS ( SELECT 1
   FROM (operations.operation_officer p
     JOIN operations.operation o ON ((o.id = p.operation_id)))
  WHERE ((p.officer_id = clearance.officer_id) AND (o.status = ANY (ARRAY['planned'::text, 'agreed'::text, 'under-way'::text])))))));
create policy clearance_seed on directory.clearance as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy clearance_tech on directory.clearance as permissive for all to bailiwick_tech
  using (true)
  with check (true);
create policy clearance_worker on directory.clearance as permissive for select to bailiwick_worker
  using (true);
create policy role_request_administrator on directory.role_request as permissive for all to bailiwick_tech
  using (true)
  with check (true);
create policy role_request_spokesperson on directory.role_request as permissive for all to bailiwick_gov, bailiwick_intel, bailiwick_ops, bailiwick_safeguard
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM directory.agency a
  WHERE ((a.id = role_request.agency_id) AND (a.spokesperson_id = (( SELECT platform.viewer_text('officer'::text) AS viewer_text))::uuid))))));
create policy acknowledgement_own on dissemination.acknowledgement as permissive for all to bailiwick_ops
  using (((officer_id = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)) AND (EXISTS ( SELECT 1
   FROM dissemination.package p
  WHERE (p.id = acknowledgement.package_id)))))
  with check (((officer_id = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)) AND (EXISTS ( SELECT 1
   FROM dissemination.package p
  WHERE (p.id = acknowledgement.package_id)))));
create policy acknowledgement_seed on dissemination.acknowledgement as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy acknowledgement_unit on dissemination.acknowledgement as permissive for select to bailiwick_intel
  using ((EXISTS ( SELECT 1
   FROM dissemination.package p
  WHERE (p.id = acknowledgement.package_id))));
create policy answer_own on dissemination.answer as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM dissemination.acknowledgement k
  WHERE (k.package_id = answer.package_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM dissemination.acknowledgement k
  WHERE (k.package_id = answer.package_id)))));
create policy answer_seed on dissemination.answer as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy answer_unit on dissemination.answer as permissive for select to bailiwick_intel
  using ((EXISTS ( SELECT 1
   FROM dissemination.package p
  WHERE (p.id = answer.package_id))));
create policy commission_own on dissemination.commission as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ((service_id)::text = ANY (string_to_array(( SELECT platform.viewer_text('services'::text) AS viewer_text), ','::text)))));
create policy commission_own_change on dissemination.commission as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ((service_id)::text = ANY (string_to_array(( SELECT platform.viewer_text('services'::text) AS viewer_text), ','::text)))))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy commission_seed on dissemination.commission as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy commission_unit on dissemination.commission as permissive for select to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy commission_unit_change on dissemination.commission as permissive for update to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy commission_answer_own on dissemination.commission_answer as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ((service_id)::text = ANY (string_to_array(( SELECT platform.viewer_text('services'::text) AS viewer_text), ','::text)))));
create policy commission_answer_seed on dissemination.commission_answer as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy commission_recovery_add on dissemination.commission_recovery as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ((service_id)::text = ANY (string_to_array(( SELECT platform.viewer_text('services'::text) AS viewer_text), ','::text)))));
create policy commission_recovery_own on dissemination.commission_recovery as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ((service_id)::text = ANY (string_to_array(( SELECT platform.viewer_text('services'::text) AS viewer_text), ','::text)))));
create policy commission_recovery_seed on dissemination.commission_recovery as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_gov on dissemination.enquiry as permissive for select to bailiwick_gov
  using (((side = 'GOV'::text) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))));
create policy enquiry_ops on dissemination.enquiry as permissive for select to bailiwick_ops
  using (((side = 'OPS'::text) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[]))));
create policy enquiry_seed on dissemination.enquiry as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_unit on dissemination.enquiry as permissive for select to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy enquiry_considered_part on dissemination.enquiry_considered as permissive for select to bailiwick_gov, bailiwick_intel, bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM dissemination.enquiry e
  WHERE (e.id = enquiry_considered.enquiry_id))));
create policy enquiry_considered_seed on dissemination.enquiry_considered as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_subject_seed on dissemination.enquiry_subject as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_subject_unit on dissemination.enquiry_subject as permissive for select to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy enquiry_text_gov on dissemination.enquiry_text as permissive for select to bailiwick_gov
  using ((EXISTS ( SELECT 1
   FROM dissemination.enquiry e
  WHERE (e.id = enquiry_text.enquiry_id))));
create policy enquiry_text_seed on dissemination.enquiry_text as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_worker_myself on dissemination.enquiry_worker as permissive for select to bailiwick_intel
  using ((officer_id = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif")));
create policy enquiry_worker_seed on dissemination.enquiry_worker as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy handled_myself on dissemination.handled as permissive for select to bailiwick_ops
  using ((officer_id = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif")));
create policy handled_seed on dissemination.handled as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy handled_unit on dissemination.handled as permissive for select to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy outcome_own on dissemination.outcome as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM dissemination.acknowledgement k
  WHERE (k.package_id = outcome.package_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM dissemination.acknowledgement k
  WHERE (k.package_id = outcome.package_id)))));
create policy outcome_seed on dissemination.outcome as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy outcome_unit on dissemination.outcome as permissive for select to bailiwick_intel
  using ((EXISTS ( SELECT 1
   FROM dissemination.package p
  WHERE (p.id = outcome.package_id))));
create policy package_recipient on dissemination.package as permissive for select to bailiwick_ops
  using (((( SELECT platform.viewer_agency() AS viewer_agency) = ANY (agency_ids)) OR (( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text) = ANY (officer_ids))));
create policy package_seed on dissemination.package as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy package_unit on dissemination.package as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy package_figures_acknowledged on dissemination.package_figures as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM dissemination.acknowledgement k
  WHERE (k.package_id = package_figures.package_id))));
create policy package_figures_seed on dissemination.package_figures as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy package_figures_unit on dissemination.package_figures as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy package_text_acknowledged on dissemination.package_text as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM dissemination.acknowledgement k
  WHERE (k.package_id = package_text.package_id))));
create policy package_text_seed on dissemination.package_text as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy package_text_unit on dissemination.package_text as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy receipt_own on dissemination.receipt as permissive for select to bailiwick_gov, bailiwick_intel, bailiwick_ops, bailiwick_safeguard, bailiwick_tech
  using ((officer_id = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)));
create policy receipt_seed on dissemination.receipt as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy receipt_unit on dissemination.receipt as permissive for all to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy usefulness_own on dissemination.usefulness as permissive for all to bailiwick_ops
  using (((officer_id = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)) AND (EXISTS ( SELECT 1
   FROM dissemination.acknowledgement k
  WHERE (k.package_id = usefulness.package_id)))))
  with check (((officer_id = ( SELECT (platform.viewer_text('officer'::text))::uuid AS viewer_text)) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM dissemination.acknowledgement k
  WHERE (k.package_id = usefulness.package_id)))));
create policy usefulness_seed on dissemination.usefulness as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy usefulness_unit on dissemination.usefulness as permissive for select to bailiwick_intel
  using ((EXISTS ( SELECT 1
   FROM dissemination.package p
  WHERE (p.id = usefulness.package_id))));
create policy vetting_answer_own on dissemination.vetting_answer as permissive for select to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy vetting_answer_seed on dissemination.vetting_answer as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy vetting_answer_unit on dissemination.vetting_answer as permissive for select to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy vetting_request_own on dissemination.vetting_request as permissive for select to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy vetting_request_seed on dissemination.vetting_request as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy vetting_request_unit on dissemination.vetting_request as permissive for select to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy vetting_subject_seed on dissemination.vetting_subject as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy vetting_subject_unit on dissemination.vetting_subject as permissive for select to bailiwick_intel
  using ((unit_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy abandoned_begun on enforcement.abandoned as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_changed on enforcement.abandoned as permissive for update to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_read on enforcement.abandoned as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR ((status <> 'void'::text) AND (agency_id IN ( SELECT g.from_agency_id
   FROM directory.agreement g
  WHERE ((g.to_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (g.record_kind = 'case'::text) AND (g.starts_on <= ( SELECT platform.viewer_today() AS viewer_today)) AND ((g.ends_on IS NULL) OR (g.ends_on > ( SELECT platform.viewer_today() AS viewer_today)))))))));
create policy abandoned_seed on enforcement.abandoned as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_assessment_changed on enforcement.abandoned_assessment as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_assessment_read on enforcement.abandoned_assessment as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy abandoned_assessment_seed on enforcement.abandoned_assessment as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_assessment_written on enforcement.abandoned_assessment as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_document_read on enforcement.abandoned_document as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy abandoned_document_seed on enforcement.abandoned_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_document_written on enforcement.abandoned_document as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_enquiry_read on enforcement.abandoned_enquiry as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy abandoned_enquiry_seed on enforcement.abandoned_enquiry as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_enquiry_written on enforcement.abandoned_enquiry as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_event_read on enforcement.abandoned_event as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM enforcement.abandoned c
  WHERE (c.id = abandoned_event.abandoned_id))));
create policy abandoned_event_seed on enforcement.abandoned_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_event_written on enforcement.abandoned_event as permissive for insert to bailiwick_ops
  with check ((((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]) OR ((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]) AND (kind = 'reported'::text))) AND (EXISTS ( SELECT 1
   FROM enforcement.abandoned c
  WHERE ((c.id = abandoned_event.abandoned_id) AND (c.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))))));
create policy abandoned_photo_read on enforcement.abandoned_photo as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy abandoned_photo_seed on enforcement.abandoned_photo as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_photo_written on enforcement.abandoned_photo as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_place_changed on enforcement.abandoned_place as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_place_read on enforcement.abandoned_place as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy abandoned_place_seed on enforcement.abandoned_place as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_place_written on enforcement.abandoned_place as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_reason_read on enforcement.abandoned_reason as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy abandoned_reason_seed on enforcement.abandoned_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_reason_written on enforcement.abandoned_reason as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy abandoned_service_read on enforcement.abandoned_service as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy abandoned_service_seed on enforcement.abandoned_service as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy abandoned_service_written on enforcement.abandoned_service as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy case_file_change on enforcement.case_file as permissive for update to bailiwick_ops
  using (((NOT is_personal) OR enforcement.on_case(id)));
create policy case_file_open on enforcement.case_file as permissive for insert to bailiwick_ops
  with check (true);
create policy case_file_read on enforcement.case_file as permissive for select to bailiwick_ops
  using (((NOT is_personal) OR enforcement.on_case(id)));
create policy case_file_worker on enforcement.case_file as permissive for all to bailiwick_worker
  using (true);
create policy closure_check_owner on enforcement.closure_check as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy closure_check_seed on enforcement.closure_check as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy closure_document_owner on enforcement.closure_document as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy closure_document_seed on enforcement.closure_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy closure_occupant_owner on enforcement.closure_occupant as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy closure_occupant_seed on enforcement.closure_occupant as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy closure_place_owner on enforcement.closure_place as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy closure_place_seed on enforcement.closure_place as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy closure_reason_owner on enforcement.closure_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy closure_reason_seed on enforcement.closure_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy closure_service_owner on enforcement.closure_service as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy closure_service_seed on enforcement.closure_service as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy encampment_after_changed on enforcement.encampment_after as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy encampment_after_read on enforcement.encampment_after as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy encampment_after_seed on enforcement.encampment_after as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy encampment_after_written on enforcement.encampment_after as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy encampment_document_owner on enforcement.encampment_document as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy encampment_document_seed on enforcement.encampment_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy encampment_measure_changed on enforcement.encampment_measure as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy encampment_measure_read on enforcement.encampment_measure as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy encampment_measure_seed on enforcement.encampment_measure as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy encampment_measure_written on enforcement.encampment_measure as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy encampment_place_owner on enforcement.encampment_place as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy encampment_place_seed on enforcement.encampment_place as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy encampment_reason_owner on enforcement.encampment_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy encampment_reason_seed on enforcement.encampment_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy encampment_service_owner on enforcement.encampment_service as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy encampment_service_seed on enforcement.encampment_service as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy encampment_vehicle_owner on enforcement.encampment_vehicle as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy encampment_vehicle_seed on enforcement.encampment_vehicle as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy encampment_welfare_owner on enforcement.encampment_welfare as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy encampment_welfare_seed on enforcement.encampment_welfare as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy penalty_document_owner on enforcement.penalty_document as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy penalty_document_seed on enforcement.penalty_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy penalty_evidence_owner on enforcement.penalty_evidence as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy penalty_evidence_seed on enforcement.penalty_evidence as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy penalty_recipient_owner on enforcement.penalty_recipient as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy penalty_recipient_seed on enforcement.penalty_recipient as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy penalty_recipient_worker on enforcement.penalty_recipient as permissive for select to bailiwick_worker
  using (true);
create policy protection_document_owner on enforcement.protection_document as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy protection_document_seed on enforcement.protection_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy protection_evidence_owner on enforcement.protection_evidence as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy protection_evidence_seed on enforcement.protection_evidence as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy protection_reason_owner on enforcement.protection_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy protection_reason_seed on enforcement.protection_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy protection_requirement_owner on enforcement.protection_requirement as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy protection_requirement_seed on enforcement.protection_requirement as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy protection_service_owner on enforcement.protection_service as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy protection_service_seed on enforcement.protection_service as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy protection_subject_owner on enforcement.protection_subject as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy protection_subject_seed on enforcement.protection_subject as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy protection_subject_worker on enforcement.protection_subject as permissive for select to bailiwick_worker
  using (true);
create policy pspo_begun_by on enforcement.pspo as restrictive for insert to bailiwick_ops
  with check ((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]));
create policy pspo_change on enforcement.pspo as permissive for update to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_changed_by on enforcement.pspo as restrictive for update to bailiwick_ops
  using (true)
  with check ((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]));
create policy pspo_read on enforcement.pspo as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR ((status <> ALL (ARRAY['proposed'::text, 'evidenced'::text, 'withdrawn'::text])) AND (agency_id IN ( SELECT g.from_agency_id
   FROM directory.agreement g
  WHERE ((g.to_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (g.record_kind = 'case'::text) AND (g.starts_on <= ( SELECT platform.viewer_today() AS viewer_today)) AND ((g.ends_on IS NULL) OR (g.ends_on > ( SELECT platform.viewer_today() AS viewer_today)))))))));
create policy pspo_seed on enforcement.pspo as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy pspo_write on enforcement.pspo as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_consultee_by on enforcement.pspo_consultee as restrictive for insert to bailiwick_ops
  with check ((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]));
create policy pspo_consultee_changed_by on enforcement.pspo_consultee as restrictive for update to bailiwick_ops
  using (true)
  with check ((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]));
create policy pspo_consultee_owner on enforcement.pspo_consultee as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_consultee_seed on enforcement.pspo_consultee as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy pspo_document_by on enforcement.pspo_document as restrictive for insert to bailiwick_ops
  with check ((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]));
create policy pspo_document_owner on enforcement.pspo_document as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_document_seed on enforcement.pspo_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy pspo_event_by on enforcement.pspo_event as restrictive for insert to bailiwick_ops
  with check ((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]));
create policy pspo_event_own on enforcement.pspo_event as restrictive for insert to bailiwick_ops
  with check ((EXISTS ( SELECT 1
   FROM enforcement.pspo c
  WHERE ((c.id = pspo_event.pspo_id) AND (c.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy pspo_event_read on enforcement.pspo_event as permissive for select to bailiwick_ops
  using ((pspo_id IN ( SELECT pspo.id
   FROM enforcement.pspo)));
create policy pspo_event_seed on enforcement.pspo_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy pspo_event_write on enforcement.pspo_event as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_officer_by on enforcement.pspo_officer as restrictive for insert to bailiwick_ops
  with check (('community-safety-coordinator'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text))));
create policy pspo_officer_changed_by on enforcement.pspo_officer as restrictive for update to bailiwick_ops
  using (true)
  with check (('community-safety-coordinator'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text))));
create policy pspo_officer_owner on enforcement.pspo_officer as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_officer_seed on enforcement.pspo_officer as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy pspo_publication_as_file on enforcement.pspo_publication as restrictive for insert to bailiwick_ops
  with check (((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]) AND (EXISTS ( SELECT 1
   FROM enforcement.pspo c
  WHERE ((c.id = pspo_publication.pspo_id) AND (c.agency_id = pspo_publication.agency_id) AND (c.status = 'published'::text) AND ((c.reference = pspo_publication.reference) AND (c.kind = pspo_publication.kind) AND (c.title = pspo_publication.title) AND (c.area_words = pspo_publication.area_words) AND (c.outline = pspo_publication.outline) AND (c.prohibitions = pspo_publication.prohibitions) AND (c.requirements = pspo_publication.requirements) AND (c.exemptions = pspo_publication.exemptions) AND (c.is_alcohol = pspo_publication.is_alcohol) AND (c.starts_on = pspo_publication.starts_on) AND (c.ends_on = pspo_publication.ends_on)) AND (NOT (c.area_code IS DISTINCT FROM pspo_publication.area_code)))))));
create policy pspo_publication_end on enforcement.pspo_publication as permissive for update to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_publication_ended_by on enforcement.pspo_publication as restrictive for update to bailiwick_ops
  using (true)
  with check (('community-safety-coordinator'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text))));
create policy pspo_publication_read on enforcement.pspo_publication as permissive for select to bailiwick_ops, bailiwick_public
  using (true);
create policy pspo_publication_seed on enforcement.pspo_publication as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy pspo_publication_write on enforcement.pspo_publication as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_reason_by on enforcement.pspo_reason as restrictive for insert to bailiwick_ops
  with check ((string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[]));
create policy pspo_reason_owner on enforcement.pspo_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy pspo_reason_seed on enforcement.pspo_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy site_matrix_changed on enforcement.site_matrix as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy site_matrix_read on enforcement.site_matrix as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[])));
create policy site_matrix_seed on enforcement.site_matrix as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy site_matrix_written on enforcement.site_matrix as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'::text[])));
create policy vehicle_charge_law on enforcement.vehicle_charge as permissive for select to bailiwick_gov, bailiwick_tech
  using (true);
create policy vehicle_charge_own on enforcement.vehicle_charge as permissive for select to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy vehicle_charge_seed on enforcement.vehicle_charge as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy vehicle_charge_set on enforcement.vehicle_charge as permissive for insert to bailiwick_tech
  with check ((valid_from > ( SELECT platform.viewer_today() AS viewer_today)));
create policy capture_own on field.capture as permissive for all to bailiwick_ops
  using ((officer_id = ( SELECT field.viewer_officer() AS viewer_officer)))
  with check (((officer_id = ( SELECT field.viewer_officer() AS viewer_officer)) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))));
create policy capture_seed on field.capture as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy capture_worker on field.capture as permissive for all to bailiwick_worker
  using (true)
  with check (false);
create policy device_key_own on field.device_key as permissive for all to bailiwick_ops
  using ((officer_id = ( SELECT field.viewer_officer() AS viewer_officer)))
  with check (((officer_id = ( SELECT field.viewer_officer() AS viewer_officer)) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))));
create policy device_key_seed on field.device_key as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy device_key_worker on field.device_key as permissive for all to bailiwick_worker
  using (true)
  with check (false);
create policy photo_own on field.photo as permissive for all to bailiwick_ops
  using ((officer_id = ( SELECT field.viewer_officer() AS viewer_officer)))
  with check (((officer_id = ( SELECT field.viewer_officer() AS viewer_officer)) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))));
create policy photo_seed on field.photo as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy photo_worker on field.photo as permissive for all to bailiwick_worker
  using (true)
  with check (false);
create policy place_screening_own on field.place_screening as permissive for all to bailiwick_ops
  using ((officer_id = ( SELECT field.viewer_officer() AS viewer_officer)))
  with check (((officer_id = ( SELECT field.viewer_officer() AS viewer_officer)) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))));
create policy place_screening_seed on field.place_screening as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy place_screening_worker on field.place_screening as permissive for all to bailiwick_worker
  using (true)
  with check (false);
create policy access_own on governance.access as permissive for all to bailiwick_gov
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))));
create policy access_seed on governance.access as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy access_document_own on governance.access_document as permissive for all to bailiwick_gov
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))));
create policy access_document_seed on governance.access_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy access_event_own on governance.access_event as permissive for all to bailiwick_gov
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))));
create policy access_event_seed on governance.access_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy access_item_own on governance.access_item as permissive for all to bailiwick_gov
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))));
create policy access_item_seed on governance.access_item as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy access_pause_own on governance.access_pause as permissive for all to bailiwick_gov
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))));
create policy access_pause_seed on governance.access_pause as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy access_reason_own on governance.access_reason as permissive for all to bailiwick_gov
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ('auditor'::text = ANY (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text)))));
create policy access_reason_seed on governance.access_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy legal_hold_own on governance.legal_hold as permissive for all to bailiwick_gov
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy legal_hold_seed on governance.legal_hold as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy legal_hold_shown on governance.legal_hold as permissive for select to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (kind <> 'victim-file'::text)));
create policy legal_hold_shown_safeguard on governance.legal_hold as permissive for select to bailiwick_safeguard
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy legal_hold_worker on governance.legal_hold as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy period_own on governance.period as permissive for all to bailiwick_gov
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy period_seed on governance.period as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy period_worker on governance.period as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy run_own on governance.run as permissive for all to bailiwick_gov
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy run_seed on governance.run as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy run_worker on governance.run as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy attempt_change on inspection.attempt as permissive for update to bailiwick_ops
  using (((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id)));
create policy attempt_make on inspection.attempt as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE (p.id = attempt.purchase_id)))));
create policy attempt_part on inspection.attempt as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = attempt.purchase_id) AND (p.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))));
create policy attempt_seed on inspection.attempt as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy attempt_detail_part on inspection.attempt_detail as permissive for all to bailiwick_ops
  using (((( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = agency_id)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy attempt_detail_seed on inspection.attempt_detail as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy attempt_document_owner on inspection.attempt_document as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy attempt_document_seed on inspection.attempt_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy award_owner on inspection.award as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy award_seed on inspection.award as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy award_answer_owner on inspection.award_answer as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy award_answer_seed on inspection.award_answer as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy award_document_owner on inspection.award_document as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy award_document_seed on inspection.award_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy concern_part on inspection.concern as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM inspection.premises p
  WHERE ((p.id = concern.premises_id) AND (p.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy concern_seed on inspection.concern as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy follow_up_change on inspection.follow_up as permissive for update to bailiwick_ops
  using ((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy follow_up_make on inspection.follow_up as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE (p.id = ( SELECT t.purchase_id
           FROM inspection.attempt t
          WHERE (t.id = follow_up.attempt_id)))))));
create policy follow_up_part on inspection.follow_up as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = ( SELECT t.purchase_id
           FROM inspection.attempt t
          WHERE (t.id = follow_up.attempt_id))) AND (p.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))));
create policy follow_up_seed on inspection.follow_up as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy kept_address_seed on inspection.kept_address as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy licensing_owner on inspection.licensing as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy licensing_seed on inspection.licensing as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy licensing_clock_owner on inspection.licensing_clock as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy licensing_clock_seed on inspection.licensing_clock as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy licensing_document_owner on inspection.licensing_document as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy licensing_document_seed on inspection.licensing_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy licensing_event_part on inspection.licensing_event as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM inspection.licensing l
  WHERE ((l.id = licensing_event.licensing_id) AND (l.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM inspection.licensing l
  WHERE ((l.id = licensing_event.licensing_id) AND (l.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[]))))));
create policy licensing_event_seed on inspection.licensing_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy licensing_evidence_owner on inspection.licensing_evidence as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy licensing_evidence_seed on inspection.licensing_evidence as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy licensing_publication_change on inspection.licensing_publication as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy licensing_publication_read on inspection.licensing_publication as permissive for select to bailiwick_public
  using ((NOT is_withheld));
create policy licensing_publication_seed on inspection.licensing_publication as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy licensing_publication_seen on inspection.licensing_publication as permissive for select to bailiwick_ops
  using (((NOT is_withheld) OR (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))));
create policy licensing_publication_write on inspection.licensing_publication as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy licensing_reason_owner on inspection.licensing_reason as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy licensing_reason_seed on inspection.licensing_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy licensing_representation_owner on inspection.licensing_representation as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy licensing_representation_seed on inspection.licensing_representation as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy member_part on inspection.member as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM inspection.scheme s
  WHERE ((s.id = member.scheme_id) AND (s.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy member_seed on inspection.member as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy persistent_decision_owner on inspection.persistent_decision as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy persistent_decision_seed on inspection.persistent_decision as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy premises_change on inspection.premises as permissive for update to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy premises_make on inspection.premises as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy premises_part on inspection.premises as permissive for select to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]));
create policy premises_seed on inspection.premises as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy premises_document_owner on inspection.premises_document as permissive for all to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}'::text[])));
create policy premises_document_seed on inspection.premises_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy premises_event_own on inspection.premises_event as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM inspection.premises p
  WHERE ((p.id = premises_event.premises_id) AND (p.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy premises_event_seed on inspection.premises_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy premises_reason_owner on inspection.premises_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy premises_reason_seed on inspection.premises_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy premises_screen_owner on inspection.premises_screen as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy premises_screen_seed on inspection.premises_screen as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy purchase_change on inspection.purchase as permissive for update to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy purchase_make on inspection.purchase as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy purchase_part on inspection.purchase as permissive for select to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]));
create policy purchase_seed on inspection.purchase as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy purchase_covert_lead on inspection.purchase_covert as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy purchase_covert_of_lead on inspection.purchase_covert as restrictive for insert to bailiwick_ops
  with check ((EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = purchase_covert.purchase_id) AND (p.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy purchase_covert_seed on inspection.purchase_covert as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy purchase_event_make on inspection.purchase_event as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE (p.id = purchase_event.purchase_id)))));
create policy purchase_event_part on inspection.purchase_event as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = purchase_event.purchase_id) AND (p.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))));
create policy purchase_event_seed on inspection.purchase_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy purchase_officer_make on inspection.purchase_officer as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE (p.id = purchase_officer.purchase_id)))));
create policy purchase_officer_off on inspection.purchase_officer as permissive for delete to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy purchase_officer_part on inspection.purchase_officer as permissive for select to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = purchase_officer.purchase_id) AND (p.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))));
create policy purchase_officer_seed on inspection.purchase_officer as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy purchase_reason_owner on inspection.purchase_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy purchase_reason_seed on inspection.purchase_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy sale_owner on inspection.sale as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy sale_seed on inspection.sale as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy sample_owner on inspection.sample as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy sample_seed on inspection.sample as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy scheme_change on inspection.scheme as permissive for update to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy scheme_make on inspection.scheme as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy scheme_part on inspection.scheme as permissive for select to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]));
create policy scheme_seed on inspection.scheme as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy selection_of_lead on inspection.selection as restrictive for insert to bailiwick_ops
  with check ((EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = selection.purchase_id) AND (p.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy selection_part on inspection.selection as permissive for all to bailiwick_ops
  using (((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR (EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = selection.purchase_id) AND (p.status = ANY (ARRAY['under-way'::text, 'completed'::text])) AND (p.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]))))))
  with check ((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy selection_seed on inspection.selection as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy selection_intelligence_seed on inspection.selection_intelligence as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy selection_intelligence_told on inspection.selection_intelligence as permissive for all to bailiwick_ops
  using (((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM (dissemination.package k
     JOIN dissemination.acknowledgement a ON ((a.package_id = k.id)))
  WHERE (k.reference = selection_intelligence.package_reference)))))
  with check (((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM (dissemination.package k
     JOIN dissemination.acknowledgement a ON ((a.package_id = k.id)))
  WHERE (k.reference = selection_intelligence.package_reference)))));
create policy selection_reason_lead on inspection.selection_reason as permissive for all to bailiwick_ops
  using ((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy selection_reason_seed on inspection.selection_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy visit_change on inspection.visit as permissive for update to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy visit_make on inspection.visit as permissive for insert to bailiwick_ops
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy visit_part on inspection.visit as permissive for select to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]));
create policy visit_seed on inspection.visit as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy visit_company_owner on inspection.visit_company as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy visit_company_seed on inspection.visit_company as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy volunteer_of_lead on inspection.volunteer as restrictive for insert to bailiwick_ops
  with check ((EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = volunteer.purchase_id) AND (p.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy volunteer_part on inspection.volunteer as permissive for all to bailiwick_ops
  using (((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR (EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = volunteer.purchase_id) AND (p.status = ANY (ARRAY['under-way'::text, 'completed'::text])) AND (p.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]))))))
  with check ((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy volunteer_seed on inspection.volunteer as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy welfare_line_lead on inspection.welfare_line as permissive for all to bailiwick_ops
  using ((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((lead_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy welfare_line_of_lead on inspection.welfare_line as restrictive for insert to bailiwick_ops
  with check ((EXISTS ( SELECT 1
   FROM inspection.purchase p
  WHERE ((p.id = welfare_line.purchase_id) AND (p.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy welfare_line_seed on inspection.welfare_line as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy fly_tip_own on intake.fly_tip as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy fly_tip_own_safeguard on intake.fly_tip as permissive for all to bailiwick_safeguard
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy fly_tip_seed on intake.fly_tip as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy fly_tip_action_own on intake.fly_tip_action as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy fly_tip_action_own_safeguard on intake.fly_tip_action as permissive for all to bailiwick_safeguard
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy fly_tip_action_seed on intake.fly_tip_action as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy import_file_part_own on intake.import_file_part as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy import_file_part_worker on intake.import_file_part as permissive for all to bailiwick_worker
  using (true);
create policy import_preview_own on intake.import_preview as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy import_preview_worker on intake.import_preview as permissive for all to bailiwick_worker
  using (true);
create policy message_officer on intake.message as permissive for all to bailiwick_ops, bailiwick_safeguard
  using ((EXISTS ( SELECT 1
   FROM intake.report r
  WHERE ((r.id = message.report_id) AND (r.owner_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))));
create policy message_retention on intake.message as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy reporter_officer on intake.reporter as permissive for select to bailiwick_ops, bailiwick_safeguard
  using ((EXISTS ( SELECT 1
   FROM intake.report r
  WHERE ((r.id = reporter.report_id) AND ((( SELECT platform.viewer_agency() AS viewer_agency) = r.owner_agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = r.received_by_agency_id))))));
create policy reporter_retention on intake.reporter as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy reporter_take on intake.reporter as permissive for insert to bailiwick_ops, bailiwick_public, bailiwick_safeguard, bailiwick_worker
  with check (true);
create policy reporter_told on intake.reporter as permissive for select to bailiwick_worker
  using ((email IS NOT NULL));
create policy attachment_closed on intelligence.attachment as restrictive for select to bailiwick_intel
  using (((item_id IS NULL) OR (item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[]))));
create policy attachment_closed_change on intelligence.attachment as restrictive for update to bailiwick_intel
  using (((item_id IS NULL) OR (item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[]))));
create policy attachment_closed_delete on intelligence.attachment as restrictive for delete to bailiwick_intel
  using ((item_id IS NULL));
create policy attachment_own on intelligence.attachment as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy attachment_seed on intelligence.attachment as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy check_grant_own on intelligence.check_grant as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy check_grant_seed on intelligence.check_grant as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy closed_item_reopen on intelligence.closed_item as permissive for update to bailiwick_intel
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT intelligence.is_manager() AS is_manager) AND (reopened_on IS NULL) AND (officer_id <> ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif"))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (reopened_by = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif"))));
create policy closed_item_seed on intelligence.closed_item as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy closed_item_unit on intelligence.closed_item as permissive for select to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy closed_source_seed on intelligence.closed_source as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy commission_work_own on intelligence.commission_work as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy commission_work_seed on intelligence.commission_work as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy conversion_own on intelligence.conversion as permissive for all to bailiwick_intel
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT intelligence.is_manager() AS is_manager)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND ( SELECT intelligence.is_manager() AS is_manager)));
create policy conversion_seed on intelligence.conversion as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy draft_own on intelligence.draft as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy draft_seed on intelligence.draft as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy draft_paragraph_own on intelligence.draft_paragraph as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy draft_paragraph_seed on intelligence.draft_paragraph as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy draft_review_own on intelligence.draft_review as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy draft_review_seed on intelligence.draft_review as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_own on intelligence.enquiry as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM dissemination.enquiry e
  WHERE (e.id = enquiry.enquiry_id)))));
create policy enquiry_seed on intelligence.enquiry as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_document_manager on intelligence.enquiry_document as restrictive for select to bailiwick_intel
  using (( SELECT intelligence.is_manager() AS is_manager));
create policy enquiry_document_own on intelligence.enquiry_document as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM dissemination.enquiry e
  WHERE (e.id = enquiry_document.enquiry_id)))));
create policy enquiry_document_seed on intelligence.enquiry_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_line_own on intelligence.enquiry_line as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM dissemination.enquiry e
  WHERE (e.id = enquiry_line.enquiry_id)))));
create policy enquiry_line_seed on intelligence.enquiry_line as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy enquiry_line_sensitive on intelligence.enquiry_line as restrictive for select to bailiwick_intel
  using (((item_id IS NULL) OR (item_id <> ALL (( SELECT intelligence.sensitive_to_viewer() AS sensitive_to_viewer)::uuid[]))));
create policy enquiry_line_watch on intelligence.enquiry_line as restrictive for select to bailiwick_intel
  using (((NOT is_watch) OR ( SELECT intelligence.is_manager() AS is_manager) OR (made_by = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif"))));
create policy enquiry_line_watch_off on intelligence.enquiry_line as restrictive for delete to bailiwick_intel
  using (((NOT is_watch) OR ( SELECT intelligence.is_manager() AS is_manager) OR (made_by = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif"))));
create policy enquiry_line_watch_on on intelligence.enquiry_line as restrictive for insert to bailiwick_intel
  with check (((watch_id IS NULL) OR (EXISTS ( SELECT 1
   FROM intelligence.watch w
  WHERE (w.id = enquiry_line.watch_id)))));
create policy external_check_closed on intelligence.external_check as restrictive for select to bailiwick_intel
  using (((link_id IS NULL) OR (link_id <> ALL (( SELECT intelligence.links_closed_to_viewer() AS links_closed_to_viewer)::uuid[]))));
create policy external_check_closed_change on intelligence.external_check as restrictive for update to bailiwick_intel
  using (((link_id IS NULL) OR (link_id <> ALL (( SELECT intelligence.links_closed_to_viewer() AS links_closed_to_viewer)::uuid[]))));
create policy external_check_own on intelligence.external_check as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy external_check_seed on intelligence.external_check as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy feed_file_own on intelligence.feed_file as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy feed_file_seed on intelligence.feed_file as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy feed_key_own on intelligence.feed_key as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy feed_key_seed on intelligence.feed_key as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy feed_row_own on intelligence.feed_row as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy feed_row_seed on intelligence.feed_row as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy grading_closed on intelligence.grading as restrictive for select to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy grading_own on intelligence.grading as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy grading_seed on intelligence.grading as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy harm_assessment_closed on intelligence.harm_assessment as restrictive for select to bailiwick_intel
  using (((link_id IS NULL) OR (link_id <> ALL (( SELECT intelligence.links_closed_to_viewer() AS links_closed_to_viewer)::uuid[]))));
create policy harm_assessment_own on intelligence.harm_assessment as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy harm_assessment_seed on intelligence.harm_assessment as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy harm_matrix_own on intelligence.harm_matrix as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy harm_matrix_seed on intelligence.harm_matrix as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy item_closed on intelligence.item as restrictive for select to bailiwick_intel
  using ((id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy item_closed_change on intelligence.item as restrictive for update to bailiwick_intel
  using ((id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy item_own on intelligence.item as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy item_seed on intelligence.item as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy item_event_closed on intelligence.item_event as restrictive for select to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy item_event_own on intelligence.item_event as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy item_event_seed on intelligence.item_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy item_review_closed on intelligence.item_review as restrictive for select to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy item_review_own on intelligence.item_review as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy item_review_seed on intelligence.item_review as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy kept_chart_own on intelligence.kept_chart as permissive for all to bailiwick_intel
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (officer_id = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif"))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (officer_id = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif"))));
create policy kept_chart_seed on intelligence.kept_chart as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy link_closed on intelligence.link as restrictive for select to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy link_closed_change on intelligence.link as restrictive for update to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy link_closed_delete on intelligence.link as restrictive for delete to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy link_own on intelligence.link as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy link_seed on intelligence.link as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy mention_closed on intelligence.mention as restrictive for select to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy mention_closed_change on intelligence.mention as restrictive for update to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy mention_closed_delete on intelligence.mention as restrictive for delete to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy mention_own on intelligence.mention as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy mention_seed on intelligence.mention as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy ocg_own on intelligence.ocg as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy ocg_seed on intelligence.ocg as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy ocg_action_own on intelligence.ocg_action as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy ocg_action_seed on intelligence.ocg_action as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy ocg_assessment_own on intelligence.ocg_assessment as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy ocg_assessment_seed on intelligence.ocg_assessment as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy ocg_disruption_own on intelligence.ocg_disruption as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy ocg_disruption_seed on intelligence.ocg_disruption as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy ocg_event_own on intelligence.ocg_event as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy ocg_event_seed on intelligence.ocg_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy ocg_member_closed on intelligence.ocg_member as restrictive for select to bailiwick_intel
  using (((link_id IS NULL) OR (link_id <> ALL (( SELECT intelligence.links_closed_to_viewer() AS links_closed_to_viewer)::uuid[]))));
create policy ocg_member_closed_change on intelligence.ocg_member as restrictive for update to bailiwick_intel
  using (((link_id IS NULL) OR (link_id <> ALL (( SELECT intelligence.links_closed_to_viewer() AS links_closed_to_viewer)::uuid[]))));
create policy ocg_member_own on intelligence.ocg_member as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy ocg_member_seed on intelligence.ocg_member as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy paragraph_closed on intelligence.paragraph as restrictive for select to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy paragraph_closed_change on intelligence.paragraph as restrictive for update to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy paragraph_closed_delete on intelligence.paragraph as restrictive for delete to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy paragraph_own on intelligence.paragraph as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy paragraph_seed on intelligence.paragraph as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy priority_own on intelligence.priority as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy priority_seed on intelligence.priority as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy priority_requirement_own on intelligence.priority_requirement as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy priority_requirement_seed on intelligence.priority_requirement as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy problem_own on intelligence.problem as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy problem_seed on intelligence.problem as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy requirement_own on intelligence.requirement as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy requirement_seed on intelligence.requirement as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy requirement_item_closed on intelligence.requirement_item as restrictive for select to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy requirement_item_closed_change on intelligence.requirement_item as restrictive for update to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy requirement_item_closed_delete on intelligence.requirement_item as restrictive for delete to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy requirement_item_own on intelligence.requirement_item as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy requirement_item_seed on intelligence.requirement_item as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy requirement_plan_own on intelligence.requirement_plan as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy requirement_plan_seed on intelligence.requirement_plan as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy rule_own on intelligence.rule as permissive for all to bailiwick_intel, bailiwick_sealed
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy rule_seed on intelligence.rule as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy source_closed on intelligence.source as restrictive for select to bailiwick_intel, bailiwick_sealed
  using ((id <> ALL (( SELECT intelligence.sources_closed_to_viewer() AS sources_closed_to_viewer)::uuid[])));
create policy source_own on intelligence.source as permissive for all to bailiwick_intel, bailiwick_sealed
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy source_seed on intelligence.source as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy source_identity_own on intelligence.source_identity as permissive for all to bailiwick_intel, bailiwick_sealed
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy source_identity_seed on intelligence.source_identity as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy strategy_own on intelligence.strategy as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy strategy_seed on intelligence.strategy as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy vetting_own on intelligence.vetting as permissive for all to bailiwick_intel
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy vetting_seed on intelligence.vetting as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy watch_own on intelligence.watch as permissive for all to bailiwick_intel
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (( SELECT intelligence.is_manager() AS is_manager) OR (kept_by = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif")))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (( SELECT intelligence.is_manager() AS is_manager) OR (kept_by = ( SELECT (NULLIF(platform.viewer_text('officer'::text), ''::text))::uuid AS "nullif")))));
create policy watch_seed on intelligence.watch as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy watch_hit_closed on intelligence.watch_hit as restrictive for select to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy watch_hit_closed_change on intelligence.watch_hit as restrictive for update to bailiwick_intel
  using ((item_id <> ALL (( SELECT intelligence.closed_to_viewer() AS closed_to_viewer)::uuid[])));
create policy watch_hit_own on intelligence.watch_hit as permissive for all to bailiwick_intel
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM intelligence.watch w
  WHERE (w.id = watch_hit.watch_id)))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM intelligence.watch w
  WHERE (w.id = watch_hit.watch_id)))));
create policy watch_hit_seed on intelligence.watch_hit as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy course_open on jet.course as permissive for select to bailiwick_ops
  using (is_open);
create policy course_own on jet.course as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy course_seed on jet.course as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy duties_sent_seed on jet.duties_sent as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy duties_sent_worker on jet.duties_sent as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy invitation_own on jet.invitation as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy invitation_seed on jet.invitation as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy lapse_told_seed on jet.lapse_told as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy lapse_told_worker on jet.lapse_told as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy month_own on jet.month as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND jet.is_team_of(team_id, agency_id)));
create policy month_seed on jet.month as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy note_all on jet.note as permissive for select to bailiwick_ops
  using (true);
create policy note_own on jet.note as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy note_seed on jet.note as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy patrol_own on jet.patrol as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy patrol_seed on jet.patrol as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy plan_own on jet.plan as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND jet.is_team_of(team_id, agency_id)));
create policy plan_seed on jet.plan as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy power_use_own on jet.power_use as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy power_use_seed on jet.power_use as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy reaccreditation_force_issue on jet.reaccreditation as permissive for update to bailiwick_ops
  using (((force_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (status = 'ready'::text)))
  with check (((force_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (status = 'issued'::text)));
create policy reaccreditation_force_read on jet.reaccreditation as permissive for select to bailiwick_ops
  using (((force_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (status = ANY (ARRAY['ready'::text, 'issued'::text]))));
create policy reaccreditation_own_open on jet.reaccreditation as permissive for insert to bailiwick_ops
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (status = 'open'::text) AND (force_agency_id <> agency_id) AND directory.serves(officer_id, agency_id) AND (EXISTS ( SELECT 1
   FROM directory.agency f
  WHERE ((f.id = reaccreditation.force_agency_id) AND (f.kind = 'police'::text))))));
create policy reaccreditation_own_read on jet.reaccreditation as permissive for select to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy reaccreditation_own_step on jet.reaccreditation as permissive for update to bailiwick_ops
  using (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (status = ANY (ARRAY['open'::text, 'ready'::text]))))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (status = ANY (ARRAY['open'::text, 'ready'::text, 'stopped'::text]))));
create policy reaccreditation_seed on jet.reaccreditation as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy review_own on jet.review as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND jet.is_team_of(team_id, agency_id)));
create policy review_seed on jet.review as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy shift_own on jet.shift as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy shift_seed on jet.shift as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy shift_worker on jet.shift as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy target_own on jet.target as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy target_seed on jet.target as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy team_all on jet.team as permissive for select to bailiwick_ops
  using (true);
create policy team_own on jet.team as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy team_seed on jet.team as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy team_worker on jet.team as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy time_change_own on jet.time_change as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy time_change_seed on jet.time_change as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy time_entry_own on jet.time_entry as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check (((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND jet.is_team_of(team_id, agency_id)));
create policy time_entry_seed on jet.time_entry as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy judgement_keeper on linkage.judgement as permissive for all to bailiwick_safeguard
  using (( SELECT safeguarding.keeps_register() AS keeps_register))
  with check (( SELECT safeguarding.keeps_register() AS keeps_register));
create policy judgement_ops on linkage.judgement as permissive for select to bailiwick_ops
  using (true);
create policy judgement_worker on linkage.judgement as permissive for all to bailiwick_worker
  using (true);
create policy list_keeper on linkage.list as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (((( SELECT platform.viewer_agency() AS viewer_agency) = owner_agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = entered_by_agency_id)) OR (EXISTS ( SELECT 1
   FROM directory.agreement t
  WHERE ((t.from_agency_id = list.owner_agency_id) AND (t.to_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (t.starts_on <= ( SELECT platform.viewer_today() AS viewer_today)) AND ((t.ends_on IS NULL) OR (t.ends_on > ( SELECT platform.viewer_today() AS viewer_today))) AND (t.record_kind =
        CASE list.handling
            WHEN 'victim'::text THEN 'victim'::text
            ELSE 'restricted-list'::text
        END)))))))
  with check (( SELECT safeguarding.keeps_register() AS keeps_register));
create policy list_own on linkage.list as permissive for all to bailiwick_ops
  using ((owner_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((owner_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy list_worker on linkage.list as permissive for all to bailiwick_worker
  using (true);
create policy list_entry_figures on linkage.list_entry as permissive for select to bailiwick_owner
  using (true);
create policy list_entry_own on linkage.list_entry as permissive for all to bailiwick_ops
  using ((origin_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((origin_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy list_entry_retention on linkage.list_entry as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy list_entry_safeguard on linkage.list_entry as permissive for select to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND ((origin_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR (EXISTS ( SELECT 1
   FROM directory.agreement t
  WHERE ((t.from_agency_id = list_entry.origin_agency_id) AND (t.to_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (t.starts_on <= ( SELECT platform.viewer_today() AS viewer_today)) AND ((t.ends_on IS NULL) OR (t.ends_on > ( SELECT platform.viewer_today() AS viewer_today))) AND (t.record_kind =
        CASE list_entry.handling
            WHEN 'victim'::text THEN 'victim'::text
            ELSE 'restricted-list'::text
        END)))))));
create policy list_entry_worker on linkage.list_entry as permissive for all to bailiwick_worker
  using (true);
create policy list_load_of_list on linkage.list_load as permissive for all to bailiwick_ops, bailiwick_safeguard
  using ((EXISTS ( SELECT 1
   FROM linkage.list l
  WHERE (l.id = list_load.list_id))));
create policy list_load_worker on linkage.list_load as permissive for all to bailiwick_worker
  using (true);
create policy list_load_file_part_own on linkage.list_load_file_part as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy list_load_file_part_safeguard on linkage.list_load_file_part as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR (EXISTS ( SELECT 1
   FROM directory.agreement t
  WHERE ((t.from_agency_id = list_load_file_part.agency_id) AND (t.to_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (t.starts_on <= ( SELECT platform.viewer_today() AS viewer_today)) AND ((t.ends_on IS NULL) OR (t.ends_on > ( SELECT platform.viewer_today() AS viewer_today))) AND (t.record_kind =
        CASE list_load_file_part.handling
            WHEN 'victim'::text THEN 'victim'::text
            ELSE 'restricted-list'::text
        END)))))));
create policy list_load_file_part_worker on linkage.list_load_file_part as permissive for all to bailiwick_worker
  using (true);
create policy list_load_row_hidden on linkage.list_load_row as permissive for all to bailiwick_owner
  using (true);
create policy list_load_row_own on linkage.list_load_row as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy list_load_row_safeguard on linkage.list_load_row as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR (EXISTS ( SELECT 1
   FROM directory.agreement t
  WHERE ((t.from_agency_id = list_load_row.agency_id) AND (t.to_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (t.starts_on <= ( SELECT platform.viewer_today() AS viewer_today)) AND ((t.ends_on IS NULL) OR (t.ends_on > ( SELECT platform.viewer_today() AS viewer_today))) AND (t.record_kind =
        CASE list_load_row.handling
            WHEN 'victim'::text THEN 'victim'::text
            ELSE 'restricted-list'::text
        END)))))));
create policy list_load_row_worker on linkage.list_load_row as permissive for all to bailiwick_worker
  using (true);
create policy question_own on linkage.question as permissive for all to bailiwick_ops, bailiwick_safeguard
  using (((( SELECT platform.viewer_agency() AS viewer_agency) = from_agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = to_agency_id)))
  with check (((( SELECT platform.viewer_agency() AS viewer_agency) = from_agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = to_agency_id)));
create policy question_retention on linkage.question as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy question_worker on linkage.question as permissive for select to bailiwick_worker
  using (true);
create policy second_opinion_keeper on linkage.second_opinion as permissive for all to bailiwick_safeguard
  using (( SELECT safeguarding.keeps_register() AS keeps_register))
  with check (( SELECT safeguarding.keeps_register() AS keeps_register));
create policy second_opinion_worker on linkage.second_opinion as permissive for all to bailiwick_worker
  using (true);
create policy operation_part on operations.operation as permissive for all to bailiwick_ops
  using ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]))
  with check ((agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)]));
create policy operation_seed on operations.operation as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy operation_agency_part on operations.operation_agency as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM operations.operation o
  WHERE ((o.id = operation_agency.operation_id) AND (o.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))))
  with check ((EXISTS ( SELECT 1
   FROM operations.operation o
  WHERE ((o.id = operation_agency.operation_id) AND (o.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))));
create policy operation_agency_seed on operations.operation_agency as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy operation_event_part on operations.operation_event as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM operations.operation o
  WHERE ((o.id = operation_event.operation_id) AND (o.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))))
  with check ((EXISTS ( SELECT 1
   FROM operations.operation o
  WHERE ((o.id = operation_event.operation_id) AND (o.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))));
create policy operation_event_seed on operations.operation_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy operation_officer_part on operations.operation_officer as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM operations.operation o
  WHERE ((o.id = operation_officer.operation_id) AND (o.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))))
  with check ((EXISTS ( SELECT 1
   FROM operations.operation o
  WHERE ((o.id = operation_officer.operation_id) AND (o.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))));
create policy operation_officer_seed on operations.operation_officer as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy operation_reason_owner on operations.operation_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy operation_reason_seed on operations.operation_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy operation_stop_part on operations.operation_stop as permissive for all to bailiwick_ops
  using ((EXISTS ( SELECT 1
   FROM operations.operation o
  WHERE ((o.id = operation_stop.operation_id) AND (o.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))))
  with check ((EXISTS ( SELECT 1
   FROM operations.operation o
  WHERE ((o.id = operation_stop.operation_id) AND (o.agency_ids @> ARRAY[( SELECT platform.viewer_agency() AS viewer_agency)])))));
create policy operation_stop_seed on operations.operation_stop as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy operation_stop_detail_owner on operations.operation_stop_detail as permissive for all to bailiwick_ops
  using (((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy operation_stop_detail_seed on operations.operation_stop_detail as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy operation_visit_owner on operations.operation_visit as permissive for all to bailiwick_ops
  using (((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy operation_visit_seed on operations.operation_visit as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy file_added on platform.file as permissive for insert to bailiwick_intel, bailiwick_ops, bailiwick_public, bailiwick_safeguard
  with check (true);
create policy file_evidence on platform.file as permissive for select to bailiwick_ops
  using (
CASE owner_kind
    WHEN 'abandoned-photo'::text THEN (EXISTS ( SELECT 1
       FROM enforcement.abandoned_photo e
      WHERE (e.id = file.owner_id)))
    WHEN 'penalty-evidence'::text THEN (EXISTS ( SELECT 1
       FROM enforcement.penalty_evidence e
      WHERE (e.id = file.owner_id)))
    WHEN 'protection-evidence'::text THEN (EXISTS ( SELECT 1
       FROM enforcement.protection_evidence e
      WHERE (e.id = file.owner_id)))
    ELSE false
END);
create policy file_report on platform.file as permissive for select to bailiwick_ops, bailiwick_safeguard
  using (((owner_kind = 'report'::text) AND (string_to_array(( SELECT platform.viewer_text('roles'::text) AS viewer_text), ','::text) && '{reception,safeguarding-officer,service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'::text[]) AND (EXISTS ( SELECT 1
   FROM intake.report r
  WHERE ((r.id = file.owner_id) AND
        CASE
            WHEN r.is_sensitive THEN (r.service_id = ANY (( SELECT platform.viewer_services() AS viewer_services)::uuid[]))
            ELSE ((r.owner_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR (r.received_by_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) OR (EXISTS ( SELECT 1
               FROM directory.agreement t
              WHERE ((t.from_agency_id = r.owner_agency_id) AND (t.to_agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (t.record_kind = 'report'::text) AND (t.starts_on <= ( SELECT platform.viewer_today() AS viewer_today)) AND ((t.ends_on IS NULL) OR (t.ends_on > ( SELECT platform.viewer_today() AS viewer_today)))))))
        END)))));
create policy file_seed on platform.file as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy file_worker on platform.file as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy outbox_administrator on platform.outbox as permissive for select to bailiwick_tech
  using ((NOT is_restricted));
create policy outbox_given on platform.outbox as permissive for insert to bailiwick_intel, bailiwick_ops, bailiwick_public, bailiwick_safeguard
  with check (true);
create policy outbox_worker on platform.outbox as permissive for all to bailiwick_worker
  using (true)
  with check (true);
create policy contact_keeper on safeguarding.contact as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = contact.file_id)))));
create policy contact_seed on safeguarding.contact as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy contact_worker on safeguarding.contact as permissive for all to bailiwick_worker
  using (true);
create policy event_keeper on safeguarding.event as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = event.file_id)))));
create policy event_seed on safeguarding.event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy event_visitor on safeguarding.event as permissive for insert to bailiwick_safeguard
  with check ((EXISTS ( SELECT 1
   FROM safeguarding.visit v
  WHERE ((v.file_id = event.file_id) AND (v.assigned_to = ( SELECT safeguarding.viewer_officer() AS viewer_officer))))));
create policy event_worker on safeguarding.event as permissive for all to bailiwick_worker
  using (true);
create policy hidden_mark_keeper on safeguarding.hidden_mark as permissive for select to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = hidden_mark.file_id)))));
create policy hidden_mark_seed on safeguarding.hidden_mark as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy hidden_mark_worker on safeguarding.hidden_mark as permissive for all to bailiwick_worker
  using (true);
create policy lead_keeper on safeguarding.lead as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (((( SELECT platform.viewer_agency() AS viewer_agency) = keeper_agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = agency_id)) OR safeguarding.has_file(file_id))))
  with check ((( SELECT safeguarding.keeps_register() AS keeps_register) AND safeguarding.has_file(file_id)));
create policy lead_seed on safeguarding.lead as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy lead_worker on safeguarding.lead as permissive for all to bailiwick_worker
  using (true);
create policy list_points_own on safeguarding.list_points as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))
  with check ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))));
create policy list_points_seed on safeguarding.list_points as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy list_points_worker on safeguarding.list_points as permissive for all to bailiwick_worker
  using (true);
create policy loss_keeper on safeguarding.loss as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = loss.file_id)))));
create policy loss_seed on safeguarding.loss as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy loss_worker on safeguarding.loss as permissive for all to bailiwick_worker
  using (true);
create policy precaution_keeper on safeguarding.precaution as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = precaution.file_id)))));
create policy precaution_seed on safeguarding.precaution as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy precaution_worker on safeguarding.precaution as permissive for all to bailiwick_worker
  using (true);
create policy referral_keeper on safeguarding.referral as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = referral.file_id)))));
create policy referral_seed on safeguarding.referral as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy referral_visitor on safeguarding.referral as permissive for insert to bailiwick_safeguard
  with check ((EXISTS ( SELECT 1
   FROM safeguarding.visit v
  WHERE ((v.id = referral.visit_id) AND (v.assigned_to = ( SELECT safeguarding.viewer_officer() AS viewer_officer))))));
create policy referral_worker on safeguarding.referral as permissive for all to bailiwick_worker
  using (true);
create policy reveal_keeper on safeguarding.reveal as permissive for select to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = reveal.file_id)))));
create policy reveal_seed on safeguarding.reveal as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy reveal_worker on safeguarding.reveal as permissive for all to bailiwick_worker
  using (true);
create policy rule_own on safeguarding.rule as permissive for all to bailiwick_safeguard
  using ((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id));
create policy rule_seed on safeguarding.rule as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy rule_worker on safeguarding.rule as permissive for all to bailiwick_worker
  using (true);
create policy sealed_address_keeper on safeguarding.sealed_address as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = sealed_address.file_id)))));
create policy sealed_address_seed on safeguarding.sealed_address as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy sealed_address_worker on safeguarding.sealed_address as permissive for all to bailiwick_worker
  using (true);
create policy victim_file_keeper on safeguarding.victim_file as permissive for all to bailiwick_safeguard
  using ((( SELECT safeguarding.keeps_register() AS keeps_register) AND ((((( SELECT platform.viewer_agency() AS viewer_agency) = agency_id) OR (( SELECT platform.viewer_agency() AS viewer_agency) = lead_agency_id)) OR (( SELECT platform.viewer_agency() AS viewer_agency) = offered_agency_id)) OR (EXISTS ( SELECT 1
   FROM safeguarding.lead l
  WHERE ((l.file_id = victim_file.id) AND (l.agency_id = ( SELECT platform.viewer_agency() AS viewer_agency))))))))
  with check (( SELECT safeguarding.keeps_register() AS keeps_register));
create policy victim_file_seed on safeguarding.victim_file as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy victim_file_worker on safeguarding.victim_file as permissive for all to bailiwick_worker
  using (true);
create policy visit_keeper on safeguarding.visit as permissive for all to bailiwick_safeguard
  using (((assigned_to = ( SELECT safeguarding.viewer_officer() AS viewer_officer)) OR (( SELECT safeguarding.keeps_register() AS keeps_register) AND (agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1
   FROM safeguarding.victim_file f
  WHERE (f.id = visit.file_id))))))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy visit_seed on safeguarding.visit as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy visit_worker on safeguarding.visit as permissive for all to bailiwick_worker
  using (true);
create policy agenda_item_add on tasking.agenda_item as permissive for insert to bailiwick_ops
  with check (true);
create policy agenda_item_change on tasking.agenda_item as permissive for update to bailiwick_ops
  using (((NOT is_personal) OR enforcement.on_case(case_id)));
create policy agenda_item_read on tasking.agenda_item as permissive for select to bailiwick_ops
  using (((NOT is_personal) OR enforcement.on_case(case_id)));
create policy agenda_item_worker on tasking.agenda_item as permissive for all to bailiwick_worker
  using (true);
create policy decision_add on tasking.decision as permissive for insert to bailiwick_ops
  with check (true);
create policy decision_read on tasking.decision as permissive for select to bailiwick_ops
  using (((NOT is_personal) OR enforcement.on_case(case_id)));
create policy decision_worker on tasking.decision as permissive for all to bailiwick_worker
  using (true);
create policy minutes_part_add on tasking.minutes_part as permissive for insert to bailiwick_ops
  with check (true);
create policy minutes_part_read on tasking.minutes_part as permissive for select to bailiwick_ops
  using (((NOT is_personal) OR enforcement.on_case(case_id)));
create policy minutes_part_worker on tasking.minutes_part as permissive for all to bailiwick_worker
  using (true);
create policy task_add on tasking.task as permissive for insert to bailiwick_ops
  with check (true);
create policy task_change on tasking.task as permissive for update to bailiwick_ops
  using (((NOT is_personal) OR enforcement.on_case(case_id)));
create policy task_read on tasking.task as permissive for select to bailiwick_ops
  using (((NOT is_personal) OR enforcement.on_case(case_id)));
create policy task_worker on tasking.task as permissive for all to bailiwick_worker
  using (true);
create policy fee_owner on traders.fee as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy fee_seed on traders.fee as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_owner on traders.trader as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_seed on traders.trader as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_check_owner on traders.trader_check as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_check_seed on traders.trader_check as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_complaint_owner on traders.trader_complaint as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_complaint_seed on traders.trader_complaint as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_document_owner on traders.trader_document as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_document_seed on traders.trader_document as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_event_owner on traders.trader_event as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_event_seed on traders.trader_event as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_payment_owner on traders.trader_payment as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_payment_seed on traders.trader_payment as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_person_owner on traders.trader_person as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_person_seed on traders.trader_person as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_proof_owner on traders.trader_proof as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_proof_seed on traders.trader_proof as permissive for all to bailiwick_owner
  using (true)
  with check (true);
create policy trader_reason_owner on traders.trader_reason as permissive for all to bailiwick_ops
  using ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)))
  with check ((agency_id = ( SELECT platform.viewer_agency() AS viewer_agency)));
create policy trader_reason_seed on traders.trader_reason as permissive for all to bailiwick_owner
  using (true)
  with check (true);

-- Grants

grant usage on schema asb to bailiwick_ops;
grant usage on schema asb to bailiwick_public;
grant usage on schema asb to bailiwick_worker;
grant insert, select on asb.action to bailiwick_ops;
grant select on asb.action to bailiwick_worker;
grant insert, select on asb.answer_shown to bailiwick_ops;
grant insert, select, update (assess_due_on, closed_on, first_level, level, officer_ids, outcome, status, version) on asb.asb_case to bailiwick_ops;
grant insert, select on asb.asb_event to bailiwick_ops;
grant insert, select on asb.asb_reason to bailiwick_ops;
grant insert, select on asb.assessment to bailiwick_ops;
grant insert, select, update (release_on) on asb.breach to bailiwick_ops;
grant insert, select, update (contact_due_on, contact_officer_id, contacted_on, version) on asb.complainant to bailiwick_ops;
grant insert, select on asb.contact to bailiwick_ops;
grant insert, select on asb.contribution to bailiwick_ops;
grant insert, select on asb.incident to bailiwick_ops;
grant insert, select on asb.measure to bailiwick_ops;
grant insert, select, update (accepted_on, closed_on, level_close, outcome, status, version) on asb.nomination to bailiwick_ops;
grant select on asb.nomination to bailiwick_worker;
grant insert, select on asb.nomination_event to bailiwick_ops;
grant insert, select on asb.nomination_reason to bailiwick_ops;
grant insert, select on asb.order_document to bailiwick_ops;
grant insert, select on asb.order_event to bailiwick_ops;
grant insert, select, update (age, ends_on, made_on, review_on, status, version) on asb.order_file to bailiwick_ops;
grant insert, select on asb.order_reason to bailiwick_ops;
grant insert, select on asb.publication to bailiwick_ops;
grant select on asb.publication to bailiwick_public;
grant insert, select, update (is_sent, responded_by, responded_on, response, response_words, version) on asb.recommendation to bailiwick_ops;
grant insert, select, update (escalate_on, escalated_on, lead_agency_id, missing, nomination_id, release_on, version) on asb.release_plan to bailiwick_ops;
grant select, update (escalated_on, missing) on asb.release_plan to bailiwick_worker;
grant insert, select, update (acknowledged_on, appealed_on, case_ids, chair_officer_id, closed_on, decided_by, decided_on, decision, decision_words, findings, has_no_case, outcome, panel_on, report_by, reviewed_on, status, version) on asb.review to bailiwick_ops;
grant insert on asb.review to bailiwick_public;
grant insert, select on asb.review_applicant to bailiwick_ops;
grant insert on asb.review_applicant to bailiwick_public;
grant insert, select on asb.review_complaint to bailiwick_ops;
grant insert on asb.review_complaint to bailiwick_public;
grant insert, select on asb.review_document to bailiwick_ops;
grant insert, select on asb.review_event to bailiwick_ops;
grant insert on asb.review_event to bailiwick_public;
grant insert on asb.review_phrase to bailiwick_ops;
grant insert on asb.review_phrase to bailiwick_public;
grant insert, select on asb.review_reason to bailiwick_ops;
grant insert, select on asb.setting to bailiwick_ops;
grant select (agency_id, content, valid_from, version) on asb.setting to bailiwick_public;
grant execute on function asb.answer_kept() to public;
grant execute on function asb.keeps_cases() to bailiwick_ops;
grant execute on function asb.keeps_cases() to bailiwick_worker;
grant execute on function asb.recommendations_by_phrase(text,bytea) to bailiwick_ops;
grant execute on function asb.recommendations_by_phrase(text,bytea) to bailiwick_public;
grant execute on function asb.review_by_phrase(text,bytea) to bailiwick_ops;
grant execute on function asb.review_by_phrase(text,bytea) to bailiwick_public;
grant execute on function asb.runs_reviews() to bailiwick_ops;
grant execute on function asb.runs_reviews() to bailiwick_worker;
grant execute on function asb.viewer_officer() to bailiwick_ops;
grant execute on function asb.viewer_officer() to bailiwick_worker;
grant usage on schema assurance to bailiwick_ops;
grant usage on schema assurance to bailiwick_safeguard;
grant usage on schema assurance to bailiwick_worker;
grant insert, select, update (answer, answered_at, answered_by) on assurance.hit to bailiwick_ops;
grant insert, select, update (answer, answered_at, answered_by) on assurance.hit to bailiwick_safeguard;
grant insert, select, update (on_what, probability, sureness) on assurance.hit to bailiwick_worker;
grant insert, select, update (ended_at, ended_by, keys, keys_model_id, review_on, version) on assurance.marker to bailiwick_ops;
grant insert, select, update (ended_at, ended_by, keys, keys_model_id, review_on, version) on assurance.marker to bailiwick_safeguard;
grant select, update (ended_at, ended_by, keys, keys_model_id, review_on, version) on assurance.marker to bailiwick_worker;
grant insert, select, update (ended_why, told, told_on, told_why) on assurance.marker_detail to bailiwick_ops;
grant insert, select, update (ended_why, told, told_on, told_why) on assurance.marker_detail to bailiwick_safeguard;
grant select (agency_id, marker_id, reminded_for), update (reminded_for) on assurance.marker_detail to bailiwick_worker;
grant insert, select on assurance.marker_event to bailiwick_ops;
grant insert, select on assurance.marker_event to bailiwick_safeguard;
grant insert, select on assurance.marker_event to bailiwick_worker;
grant insert, select on assurance.rule to bailiwick_ops;
grant insert, select on assurance.rule to bailiwick_safeguard;
grant select on assurance.rule to bailiwick_worker;
grant insert, select, update (companion) on assurance.screening to bailiwick_ops;
grant insert, select, update (companion) on assurance.screening to bailiwick_safeguard;
grant insert, select, update (asked_hash) on assurance.screening to bailiwick_worker;
grant usage on schema court to bailiwick_gov;
grant usage on schema court to bailiwick_intel;
grant usage on schema court to bailiwick_ops;
grant usage on schema court to bailiwick_public;
grant usage on schema court to bailiwick_safeguard;
grant usage on schema court to bailiwick_tech;
grant select (advice, agency_id, ends_on, id, published_on, reference, status, title, trades, words) on court.alert to bailiwick_gov;
grant select (advice, agency_id, ends_on, id, published_on, reference, status, title, trades, words) on court.alert to bailiwick_intel;
grant insert, select, update (approved_by, published_on, status, version) on court.alert to bailiwick_ops;
grant select (advice, agency_id, ends_on, id, published_on, reference, status, title, trades, words) on court.alert to bailiwick_public;
grant select (advice, agency_id, ends_on, id, published_on, reference, status, title, trades, words) on court.alert to bailiwick_safeguard;
grant select (advice, agency_id, ends_on, id, published_on, reference, status, title, trades, words) on court.alert to bailiwick_tech;
grant insert, select on court.alert_reach to bailiwick_ops;
grant insert, select on court.alert_source to bailiwick_ops;
grant insert, select on court.continuity to bailiwick_ops;
grant insert, select on court.item to bailiwick_ops;
grant insert, select on court.outcome to bailiwick_ops;
grant select (agency_id, court_name, id, on_day, reference, register_agency_id, result, victim_words) on court.outcome to bailiwick_safeguard;
grant insert, select, update (supporter_ids) on court.prosecution to bailiwick_ops;
grant insert, select on court.prosecution_document to bailiwick_ops;
grant insert, select on court.supporter to bailiwick_ops;
grant insert, select, update (channel, told_at, told_by, words) on court.telling to bailiwick_safeguard;
grant execute on function court.close_behind() to public;
grant execute on function court.line_follows(court.continuity) to bailiwick_ops;
grant execute on function court.register_for(uuid,date) to bailiwick_ops;
grant execute on function court.told_of(uuid) to bailiwick_ops;
grant usage on schema directory to bailiwick_gov;
grant usage on schema directory to bailiwick_intel;
grant usage on schema directory to bailiwick_ops;
grant usage on schema directory to bailiwick_public;
grant usage on schema directory to bailiwick_safeguard;
grant usage on schema directory to bailiwick_sealed;
grant usage on schema directory to bailiwick_sign_in;
grant usage on schema directory to bailiwick_tech;
grant usage on schema directory to bailiwick_worker;
grant select on directory.agency to bailiwick_gov;
grant select on directory.agency to bailiwick_intel;
grant select on directory.agency to bailiwick_ops;
grant select on directory.agency to bailiwick_public;
grant select on directory.agency to bailiwick_safeguard;
grant select on directory.agency to bailiwick_sealed;
grant select on directory.agency to bailiwick_sign_in;
grant insert, select, update on directory.agency to bailiwick_tech;
grant select on directory.agency to bailiwick_worker;
grant select on directory.agreement to bailiwick_gov;
grant select on directory.agreement to bailiwick_intel;
grant select on directory.agreement to bailiwick_ops;
grant select on directory.agreement to bailiwick_safeguard;
grant select on directory.agreement to bailiwick_sign_in;
grant insert, select, update on directory.agreement to bailiwick_tech;
grant select on directory.agreement to bailiwick_worker;
grant select on directory.area to bailiwick_gov;
grant select on directory.area to bailiwick_intel;
grant select on directory.area to bailiwick_ops;
grant select on directory.area to bailiwick_public;
grant select on directory.area to bailiwick_safeguard;
grant select on directory.area to bailiwick_sign_in;
grant delete, insert, select, update on directory.area to bailiwick_tech;
grant select on directory.area to bailiwick_worker;
grant delete, insert, select on directory.area_draft to bailiwick_tech;
grant select on directory.area_ring to bailiwick_gov;
grant select on directory.area_ring to bailiwick_intel;
grant select on directory.area_ring to bailiwick_ops;
grant select on directory.area_ring to bailiwick_public;
grant select on directory.area_ring to bailiwick_safeguard;
grant select on directory.area_ring to bailiwick_sign_in;
grant delete, insert, select, update on directory.area_ring to bailiwick_tech;
grant select on directory.area_ring to bailiwick_worker;
grant select on directory.area_successor to bailiwick_gov;
grant select on directory.area_successor to bailiwick_intel;
grant select on directory.area_successor to bailiwick_ops;
grant select on directory.area_successor to bailiwick_public;
grant select on directory.area_successor to bailiwick_safeguard;
grant select on directory.area_successor to bailiwick_sign_in;
grant delete, insert, select, update on directory.area_successor to bailiwick_tech;
grant select on directory.area_successor to bailiwick_worker;
grant insert, select on directory.authorisation to bailiwick_ops;
grant insert, select, update on directory.authorisation to bailiwick_tech;
grant select on directory.authorisation to bailiwick_worker;
grant select on directory.change to bailiwick_gov;
grant select on directory.change to bailiwick_ops;
grant insert, select on directory.change to bailiwick_tech;
grant select on directory.change to bailiwick_worker;
grant insert, select, update (replaced_on) on directory.clearance to bailiwick_ops;
grant insert, select, update on directory.clearance to bailiwick_tech;
grant select on directory.clearance to bailiwick_worker;
grant select on directory.gap to bailiwick_gov;
grant insert, select on directory.gap to bailiwick_ops;
grant insert on directory.gap to bailiwick_public;
grant insert on directory.gap to bailiwick_safeguard;
grant select, update (settled_at, settled_by, settled_rule_id) on directory.gap to bailiwick_tech;
grant select on directory.gap to bailiwick_worker;
grant select on directory.issue_type to bailiwick_gov;
grant select on directory.issue_type to bailiwick_intel;
grant select on directory.issue_type to bailiwick_ops;
grant select on directory.issue_type to bailiwick_public;
grant select on directory.issue_type to bailiwick_safeguard;
grant select on directory.issue_type to bailiwick_sign_in;
grant insert, select, update on directory.issue_type to bailiwick_tech;
grant select on directory.issue_type to bailiwick_worker;
grant select on directory.officer to bailiwick_gov;
grant select on directory.officer to bailiwick_intel;
grant select on directory.officer to bailiwick_ops;
grant select on directory.officer to bailiwick_safeguard;
grant select on directory.officer to bailiwick_sealed;
grant select on directory.officer to bailiwick_sign_in;
grant insert, select, update on directory.officer to bailiwick_tech;
grant select on directory.officer to bailiwick_worker;
grant select on directory.postcode to bailiwick_gov;
grant select on directory.postcode to bailiwick_intel;
grant select on directory.postcode to bailiwick_ops;
grant select on directory.postcode to bailiwick_public;
grant select on directory.postcode to bailiwick_safeguard;
grant select on directory.postcode to bailiwick_sign_in;
grant delete, insert, select, update on directory.postcode to bailiwick_tech;
grant select on directory.postcode to bailiwick_worker;
grant select on directory.role_grant to bailiwick_gov;
grant select on directory.role_grant to bailiwick_intel;
grant select on directory.role_grant to bailiwick_ops;
grant select on directory.role_grant to bailiwick_safeguard;
grant select on directory.role_grant to bailiwick_sign_in;
grant insert, select, update on directory.role_grant to bailiwick_tech;
grant select on directory.role_grant to bailiwick_worker;
grant select, update (decided_at, decided_by, decided_words, status) on directory.role_request to bailiwick_gov;
grant select, update (decided_at, decided_by, decided_words, status) on directory.role_request to bailiwick_intel;
grant select, update (decided_at, decided_by, decided_words, status) on directory.role_request to bailiwick_ops;
grant select, update (decided_at, decided_by, decided_words, status) on directory.role_request to bailiwick_safeguard;
grant insert, select, update (decided_at, decided_by, decided_words, status) on directory.role_request to bailiwick_tech;
grant select on directory.routing_rule to bailiwick_gov;
grant select on directory.routing_rule to bailiwick_intel;
grant select on directory.routing_rule to bailiwick_ops;
grant select on directory.routing_rule to bailiwick_public;
grant select on directory.routing_rule to bailiwick_safeguard;
grant select on directory.routing_rule to bailiwick_sign_in;
grant insert, select, update on directory.routing_rule to bailiwick_tech;
grant select on directory.routing_rule to bailiwick_worker;
grant select on directory.service to bailiwick_gov;
grant select on directory.service to bailiwick_intel;
grant select on directory.service to bailiwick_ops;
grant select on directory.service to bailiwick_public;
grant select on directory.service to bailiwick_safeguard;
grant select on directory.service to bailiwick_sign_in;
grant insert, select, update on directory.service to bailiwick_tech;
grant select on directory.service to bailiwick_worker;
grant select on directory.service_area to bailiwick_gov;
grant select on directory.service_area to bailiwick_intel;
grant select on directory.service_area to bailiwick_ops;
grant select on directory.service_area to bailiwick_public;
grant select on directory.service_area to bailiwick_safeguard;
grant select on directory.service_area to bailiwick_sign_in;
grant delete, insert, select on directory.service_area to bailiwick_tech;
grant select on directory.service_area to bailiwick_worker;
grant select on directory.service_member to bailiwick_gov;
grant select on directory.service_member to bailiwick_intel;
grant select on directory.service_member to bailiwick_ops;
grant select on directory.service_member to bailiwick_safeguard;
grant select on directory.service_member to bailiwick_sign_in;
grant delete, insert, select on directory.service_member to bailiwick_tech;
grant select on directory.service_member to bailiwick_worker;
grant select on directory.street to bailiwick_gov;
grant select on directory.street to bailiwick_intel;
grant select on directory.street to bailiwick_ops;
grant select on directory.street to bailiwick_public;
grant select on directory.street to bailiwick_safeguard;
grant select on directory.street to bailiwick_sign_in;
grant delete, insert, select, update on directory.street to bailiwick_tech;
grant select on directory.street to bailiwick_worker;
grant execute on function directory.serves(uuid,uuid) to public;
grant usage on schema dissemination to bailiwick_gov;
grant usage on schema dissemination to bailiwick_intel;
grant usage on schema dissemination to bailiwick_ops;
grant usage on schema dissemination to bailiwick_safeguard;
grant usage on schema dissemination to bailiwick_tech;
grant usage on schema dissemination to bailiwick_worker;
grant select on dissemination.acknowledgement to bailiwick_intel;
grant insert, select on dissemination.acknowledgement to bailiwick_ops;
grant select on dissemination.answer to bailiwick_intel;
grant insert, select on dissemination.answer to bailiwick_ops;
grant select, update (paid_on, price_pence, refused_for, status, version) on dissemination.commission to bailiwick_intel;
grant select, update (award, status, version) on dissemination.commission to bailiwick_ops;
grant select on dissemination.commission_answer to bailiwick_ops;
grant insert, select on dissemination.commission_recovery to bailiwick_ops;
grant select on dissemination.enquiry to bailiwick_gov;
grant select on dissemination.enquiry to bailiwick_intel;
grant select on dissemination.enquiry to bailiwick_ops;
grant select on dissemination.enquiry_considered to bailiwick_gov;
grant select on dissemination.enquiry_considered to bailiwick_intel;
grant select on dissemination.enquiry_considered to bailiwick_ops;
grant select on dissemination.enquiry_subject to bailiwick_intel;
grant select on dissemination.enquiry_text to bailiwick_gov;
grant select on dissemination.enquiry_worker to bailiwick_intel;
grant select on dissemination.handled to bailiwick_intel;
grant select on dissemination.handled to bailiwick_ops;
grant select on dissemination.outcome to bailiwick_intel;
grant insert, select on dissemination.outcome to bailiwick_ops;
grant insert, select, update (cleared, conditions) on dissemination.package to bailiwick_intel;
grant select on dissemination.package to bailiwick_ops;
grant insert, select on dissemination.package_figures to bailiwick_intel;
grant select on dissemination.package_figures to bailiwick_ops;
grant insert, select on dissemination.package_text to bailiwick_intel;
grant select on dissemination.package_text to bailiwick_ops;
grant select on dissemination.receipt to bailiwick_gov;
grant select, update (fed_back_on, feedback) on dissemination.receipt to bailiwick_intel;
grant select on dissemination.receipt to bailiwick_ops;
grant select on dissemination.receipt to bailiwick_safeguard;
grant select on dissemination.receipt to bailiwick_tech;
grant select on dissemination.usefulness to bailiwick_intel;
grant insert, select, update (at, score, words) on dissemination.usefulness to bailiwick_ops;
grant select on dissemination.vetting_answer to bailiwick_intel;
grant select on dissemination.vetting_answer to bailiwick_ops;
grant select on dissemination.vetting_request to bailiwick_intel;
grant select on dissemination.vetting_request to bailiwick_ops;
grant select on dissemination.vetting_subject to bailiwick_intel;
grant execute on function dissemination.answer_carried(uuid,text,jsonb,timestamp with time zone) to bailiwick_worker;
grant execute on function dissemination.answer_commission(uuid,date) to bailiwick_intel;
grant execute on function dissemination.answer_enquiries(date,date) to bailiwick_worker;
grant execute on function dissemination.answer_vetting(date,date) to bailiwick_worker;
grant execute on function dissemination.ask_enquiry(jsonb,date,date) to bailiwick_gov;
grant execute on function dissemination.ask_enquiry(jsonb,date,date) to bailiwick_ops;
grant execute on function dissemination.ask_vetting(jsonb,date,date) to bailiwick_ops;
grant execute on function dissemination.carrying_failed(uuid,text,integer) to bailiwick_worker;
grant execute on function dissemination.commission_again(uuid,uuid,text,text,date) to bailiwick_ops;
grant execute on function dissemination.commission_unit(jsonb,date) to bailiwick_ops;
grant execute on function dissemination.let_watches_go(date) to bailiwick_worker;
grant execute on function dissemination.note_handlers() to public;
grant execute on function dissemination.note_workers() to public;
grant execute on function dissemination.question_to_carry(uuid) to bailiwick_worker;
grant execute on function dissemination.requirements_shown(date) to bailiwick_gov;
grant execute on function dissemination.requirements_shown(date) to bailiwick_intel;
grant execute on function dissemination.requirements_shown(date) to bailiwick_ops;
grant execute on function dissemination.requirements_shown(date) to bailiwick_safeguard;
grant execute on function dissemination.requirements_shown(date) to bailiwick_tech;
grant execute on function dissemination.submit(jsonb,timestamp with time zone,date) to bailiwick_gov;
grant execute on function dissemination.submit(jsonb,timestamp with time zone,date) to bailiwick_intel;
grant execute on function dissemination.submit(jsonb,timestamp with time zone,date) to bailiwick_ops;
grant execute on function dissemination.submit(jsonb,timestamp with time zone,date) to bailiwick_safeguard;
grant execute on function dissemination.submit(jsonb,timestamp with time zone,date) to bailiwick_tech;
grant usage on schema enforcement to bailiwick_gov;
grant usage on schema enforcement to bailiwick_ops;
grant usage on schema enforcement to bailiwick_public;
grant usage on schema enforcement to bailiwick_tech;
grant usage on schema enforcement to bailiwick_worker;
grant insert, select, update on enforcement.abandoned to bailiwick_ops;
grant insert, select, update on enforcement.abandoned_assessment to bailiwick_ops;
grant insert, select on enforcement.abandoned_document to bailiwick_ops;
grant insert, select on enforcement.abandoned_enquiry to bailiwick_ops;
grant insert, select on enforcement.abandoned_event to bailiwick_ops;
grant insert, select on enforcement.abandoned_photo to bailiwick_ops;
grant insert, select, update on enforcement.abandoned_place to bailiwick_ops;
grant insert, select on enforcement.abandoned_reason to bailiwick_ops;
grant insert, select on enforcement.abandoned_service to bailiwick_ops;
grant select on enforcement.adopted_amount to bailiwick_gov;
grant select on enforcement.adopted_amount to bailiwick_ops;
grant insert, select, update (valid_to, withdrawn_at) on enforcement.adopted_amount to bailiwick_tech;
grant select on enforcement.adopted_amount to bailiwick_worker;
grant insert, select on enforcement.case_event to bailiwick_ops;
grant insert, select on enforcement.case_event to bailiwick_worker;
grant insert, select, update on enforcement.case_file to bailiwick_ops;
grant insert, select, update on enforcement.case_file to bailiwick_worker;
grant insert, select on enforcement.case_service to bailiwick_ops;
grant insert, select on enforcement.case_service to bailiwick_worker;
grant insert, select, update on enforcement.closure to bailiwick_ops;
grant insert, select, update on enforcement.closure_check to bailiwick_ops;
grant insert, select on enforcement.closure_document to bailiwick_ops;
grant insert, select on enforcement.closure_event to bailiwick_ops;
grant delete, insert, select on enforcement.closure_occupant to bailiwick_ops;
grant insert, select, update on enforcement.closure_place to bailiwick_ops;
grant insert, select on enforcement.closure_reason to bailiwick_ops;
grant insert, select on enforcement.closure_service to bailiwick_ops;
grant insert, select, update on enforcement.encampment to bailiwick_ops;
grant insert, select, update on enforcement.encampment_after to bailiwick_ops;
grant insert, select on enforcement.encampment_document to bailiwick_ops;
grant insert, select on enforcement.encampment_event to bailiwick_ops;
grant insert, select, update on enforcement.encampment_measure to bailiwick_ops;
grant insert, select, update on enforcement.encampment_place to bailiwick_ops;
grant insert, select on enforcement.encampment_reason to bailiwick_ops;
grant insert, select on enforcement.encampment_service to bailiwick_ops;
grant delete, insert, select on enforcement.encampment_vehicle to bailiwick_ops;
grant insert, select, update on enforcement.encampment_welfare to bailiwick_ops;
grant insert, select, update on enforcement.penalty to bailiwick_ops;
grant select, update (lat, lon, place_words, status, version) on enforcement.penalty to bailiwick_worker;
grant insert, select on enforcement.penalty_document to bailiwick_ops;
grant insert, select on enforcement.penalty_event to bailiwick_ops;
grant insert, select on enforcement.penalty_event to bailiwick_worker;
grant delete, insert, select on enforcement.penalty_evidence to bailiwick_ops;
grant select on enforcement.penalty_law to bailiwick_gov;
grant select on enforcement.penalty_law to bailiwick_ops;
grant select, update (closes_id, closes_was, confirmed_words, status, valid_from, valid_to) on enforcement.penalty_law to bailiwick_tech;
grant select on enforcement.penalty_law to bailiwick_worker;
grant insert, select on enforcement.penalty_payment to bailiwick_ops;
grant insert, select, update on enforcement.penalty_recipient to bailiwick_ops;
grant select (penalty_id, record_id) on enforcement.penalty_recipient to bailiwick_worker;
grant insert, select, update on enforcement.protection to bailiwick_ops;
grant select on enforcement.protection to bailiwick_worker;
grant insert, select on enforcement.protection_document to bailiwick_ops;
grant insert, select on enforcement.protection_event to bailiwick_ops;
grant insert, select on enforcement.protection_evidence to bailiwick_ops;
grant insert, select on enforcement.protection_reason to bailiwick_ops;
grant delete, insert, select, update (by_day, since, until) on enforcement.protection_requirement to bailiwick_ops;
grant insert, select on enforcement.protection_service to bailiwick_ops;
grant insert, select, update on enforcement.protection_subject to bailiwick_ops;
grant select (protection_id, record_id) on enforcement.protection_subject to bailiwick_worker;
grant select on enforcement.protection_table to bailiwick_gov;
grant insert, select on enforcement.protection_table to bailiwick_ops;
grant select, update (rows, sha256) on enforcement.protection_table to bailiwick_worker;
grant insert, select, update on enforcement.pspo to bailiwick_ops;
grant insert, select, update on enforcement.pspo_consultee to bailiwick_ops;
grant insert, select on enforcement.pspo_document to bailiwick_ops;
grant insert, select on enforcement.pspo_event to bailiwick_ops;
grant insert, select, update on enforcement.pspo_officer to bailiwick_ops;
grant insert, select, update (ended_on) on enforcement.pspo_publication to bailiwick_ops;
grant select on enforcement.pspo_publication to bailiwick_public;
grant insert, select on enforcement.pspo_reason to bailiwick_ops;
grant insert, select on enforcement.site_matrix to bailiwick_ops;
grant select on enforcement.vehicle_charge to bailiwick_gov;
grant select on enforcement.vehicle_charge to bailiwick_ops;
grant insert, select on enforcement.vehicle_charge to bailiwick_tech;
grant execute on function enforcement.encampment_returns(uuid) to bailiwick_ops;
grant execute on function enforcement.on_case(uuid) to bailiwick_ops;
grant execute on function enforcement.on_case(uuid) to bailiwick_worker;
grant execute on function enforcement.on_case(uuid) to public;
grant execute on function enforcement.penalty_hides_place(uuid) to bailiwick_ops;
grant execute on function enforcement.penalty_hides_place(uuid) to bailiwick_worker;
grant execute on function enforcement.place_without(text,text,text) to public;
grant usage on schema field to bailiwick_ops;
grant usage on schema field to bailiwick_worker;
grant insert, select on field.capture to bailiwick_ops;
grant delete, select (delivered_at, officer_id) on field.capture to bailiwick_worker;
grant insert, select on field.device_key to bailiwick_ops;
grant delete, insert, select on field.photo to bailiwick_ops;
grant delete, select (officer_id, received_at) on field.photo to bailiwick_worker;
grant insert, select, update (screening_id) on field.place_screening to bailiwick_ops;
grant delete, select (officer_id, on_day) on field.place_screening to bailiwick_worker;
grant execute on function field.viewer_officer() to public;
grant usage on schema governance to bailiwick_gov;
grant usage on schema governance to bailiwick_intel;
grant usage on schema governance to bailiwick_ops;
grant usage on schema governance to bailiwick_safeguard;
grant usage on schema governance to bailiwick_worker;
grant insert, select, update (due_on, due_why, ended_on, extended_on, identity_how, identity_on, status, version) on governance.access to bailiwick_gov;
grant insert, select on governance.access_document to bailiwick_gov;
grant insert, select on governance.access_event to bailiwick_gov;
grant insert, select, update (decided_at, decided_by, decision, exemption, given, reason, version) on governance.access_item to bailiwick_gov;
grant insert, select, update (until_on) on governance.access_pause to bailiwick_gov;
grant insert, select on governance.access_reason to bailiwick_gov;
grant insert, select, update (lifted_at, lifted_by, lifted_why, version) on governance.legal_hold to bailiwick_gov;
grant select on governance.legal_hold to bailiwick_ops;
grant select on governance.legal_hold to bailiwick_safeguard;
grant insert, select on governance.period to bailiwick_gov;
grant select on governance.period to bailiwick_worker;
grant select on governance.run to bailiwick_gov;
grant insert, select on governance.run to bailiwick_worker;
grant execute on function governance.gather_access(uuid) to bailiwick_gov;
grant execute on function governance.how_many_due(text,uuid,date,integer) to bailiwick_worker;
grant execute on function governance.no_longer_kept(uuid) to bailiwick_gov;
grant execute on function governance.no_longer_kept(uuid) to bailiwick_intel;
grant execute on function governance.no_longer_kept(uuid) to bailiwick_ops;
grant execute on function governance.no_longer_kept(uuid) to bailiwick_safeguard;
grant execute on function governance.own_candidates(text,date) to bailiwick_gov;
grant execute on function governance.parts_due(text[],uuid[],date[]) to bailiwick_worker;
grant execute on function governance.purge(text,uuid,date,integer) to bailiwick_worker;
grant execute on function governance.record_named(text,text) to bailiwick_gov;
grant usage on schema inspection to bailiwick_ops;
grant usage on schema inspection to bailiwick_public;
grant insert, select, update (result, version, voided_from) on inspection.attempt to bailiwick_ops;
grant insert, select on inspection.attempt_detail to bailiwick_ops;
grant insert, select on inspection.attempt_document to bailiwick_ops;
grant insert, select, update on inspection.award to bailiwick_ops;
grant insert, select, update on inspection.award_answer to bailiwick_ops;
grant insert, select on inspection.award_document to bailiwick_ops;
grant insert, select, update on inspection.concern to bailiwick_ops;
grant insert, select, update (done_on, status, version) on inspection.follow_up to bailiwick_ops;
grant insert, select, update on inspection.licensing to bailiwick_ops;
grant insert, select on inspection.licensing_clock to bailiwick_ops;
grant insert, select on inspection.licensing_document to bailiwick_ops;
grant insert, select on inspection.licensing_event to bailiwick_ops;
grant insert, select on inspection.licensing_evidence to bailiwick_ops;
grant insert, select, update (decided_on, ended_on, hearing_on, outcomes, representations_until, status) on inspection.licensing_publication to bailiwick_ops;
grant select on inspection.licensing_publication to bailiwick_public;
grant insert, select on inspection.licensing_reason to bailiwick_ops;
grant insert, select on inspection.licensing_representation to bailiwick_ops;
grant insert, select, update on inspection.member to bailiwick_ops;
grant insert, select on inspection.persistent_decision to bailiwick_ops;
grant insert, select, update (agency_ids, kind, licence_number, rated_on, risk, version) on inspection.premises to bailiwick_ops;
grant insert, select on inspection.premises_document to bailiwick_ops;
grant insert, select on inspection.premises_event to bailiwick_ops;
grant insert, select on inspection.premises_reason to bailiwick_ops;
grant insert, select, update on inspection.premises_screen to bailiwick_ops;
grant insert, select, update (briefing, district_code, location, name, on_day, outcome, product, risk_assessment, status, test_type, version) on inspection.purchase to bailiwick_ops;
grant insert, select, update (answer, words) on inspection.purchase_covert to bailiwick_ops;
grant insert, select on inspection.purchase_event to bailiwick_ops;
grant delete, insert, select on inspection.purchase_officer to bailiwick_ops;
grant insert, select on inspection.purchase_reason to bailiwick_ops;
grant insert, select on inspection.sale to bailiwick_ops;
grant insert, select, update on inspection.sample to bailiwick_ops;
grant insert, select, update (status, status_why, version) on inspection.scheme to bailiwick_ops;
grant delete, insert, select on inspection.selection to bailiwick_ops;
grant insert, select on inspection.selection_intelligence to bailiwick_ops;
grant insert, select on inspection.selection_reason to bailiwick_ops;
grant insert, select, update (findings, officer_id, result, revisit_on, version, visited_on, words) on inspection.visit to bailiwick_ops;
grant insert, select, update on inspection.visit_company to bailiwick_ops;
grant delete, insert, select on inspection.volunteer to bailiwick_ops;
grant insert, select on inspection.welfare_line to bailiwick_ops;
grant execute on function inspection.area_figures(uuid) to bailiwick_ops;
grant execute on function inspection.has_letter(uuid) to bailiwick_ops;
grant usage on schema intake to bailiwick_gov;
grant usage on schema intake to bailiwick_intel;
grant usage on schema intake to bailiwick_ops;
grant usage on schema intake to bailiwick_public;
grant usage on schema intake to bailiwick_safeguard;
grant usage on schema intake to bailiwick_worker;
grant insert, select, update on intake.fly_tip to bailiwick_ops;
grant insert, select, update on intake.fly_tip to bailiwick_safeguard;
grant insert, select on intake.fly_tip_action to bailiwick_ops;
grant insert, select on intake.fly_tip_action to bailiwick_safeguard;
grant delete, insert, select on intake.import_file_part to bailiwick_ops;
grant delete, select on intake.import_file_part to bailiwick_worker;
grant delete, insert, select on intake.import_preview to bailiwick_ops;
grant delete, select, update (unmatched) on intake.import_preview to bailiwick_worker;
grant insert, select on intake.import_problem to bailiwick_ops;
grant delete, insert, select on intake.import_problem to bailiwick_worker;
grant select on intake.import_progress to bailiwick_ops;
grant delete, insert, select, update on intake.import_progress to bailiwick_worker;
grant insert, select, update on intake.import_run to bailiwick_ops;
grant insert, select, update on intake.import_run to bailiwick_worker;
grant insert, select, update on intake.import_source to bailiwick_ops;
grant select on intake.import_source to bailiwick_worker;
grant select on intake.import_withdrawn to bailiwick_ops;
grant select on intake.import_withdrawn to bailiwick_worker;
grant select on intake.map_tally to bailiwick_intel;
grant select on intake.map_tally to bailiwick_ops;
grant select on intake.map_tally to bailiwick_safeguard;
grant insert, select, update (read_at) on intake.message to bailiwick_ops;
grant insert, select, update (read_at) on intake.message to bailiwick_safeguard;
grant select on intake.report to bailiwick_intel;
grant insert, select, update on intake.report to bailiwick_ops;
grant insert on intake.report to bailiwick_public;
grant insert, select, update on intake.report to bailiwick_safeguard;
grant insert, select, update on intake.report to bailiwick_worker;
grant select on intake.report_event to bailiwick_intel;
grant insert, select on intake.report_event to bailiwick_ops;
grant insert on intake.report_event to bailiwick_public;
grant insert, select on intake.report_event to bailiwick_safeguard;
grant insert on intake.report_event to bailiwick_worker;
grant select on intake.report_tally to bailiwick_ops;
grant insert, select on intake.reporter to bailiwick_ops;
grant insert on intake.reporter to bailiwick_public;
grant insert, select on intake.reporter to bailiwick_safeguard;
grant insert, select (email, report_id) on intake.reporter to bailiwick_worker;
grant insert on intake.return_phrase to bailiwick_ops;
grant insert on intake.return_phrase to bailiwick_public;
grant insert on intake.return_phrase to bailiwick_safeguard;
grant insert on intake.sent_form to bailiwick_ops;
grant insert on intake.sent_form to bailiwick_public;
grant insert on intake.sent_form to bailiwick_safeguard;
grant delete, select on intake.sent_form to bailiwick_worker;
grant select on intake.target to bailiwick_intel;
grant select on intake.target to bailiwick_ops;
grant select on intake.target to bailiwick_safeguard;
grant select on intake.target to bailiwick_worker;
grant select on intake.target_move to bailiwick_intel;
grant select on intake.target_move to bailiwick_ops;
grant select on intake.target_move to bailiwick_safeguard;
grant select on intake.target_move to bailiwick_worker;
grant execute on function intake.answer_by_phrase(text,bytea,uuid,text,timestamp with time zone) to bailiwick_public;
grant execute on function intake.asked(tsquery,text[]) to bailiwick_intel;
grant execute on function intake.asked(tsquery,text[]) to bailiwick_ops;
grant execute on function intake.asked(tsquery,text[]) to bailiwick_safeguard;
grant execute on function intake.asked(tsquery,text[]) to bailiwick_worker;
grant execute on function intake.fold_map_tally() to bailiwick_worker;
grant execute on function intake.fold_report_tally() to bailiwick_worker;
grant execute on function intake.marked(tsvector,text) to bailiwick_ops;
grant execute on function intake.marked(tsvector,text) to bailiwick_public;
grant execute on function intake.marked(tsvector,text) to bailiwick_safeguard;
grant execute on function intake.marked(tsvector,text) to bailiwick_worker;
grant execute on function intake.nearby(text,double precision,double precision,timestamp with time zone) to bailiwick_public;
grant execute on function intake.query_like(text) to bailiwick_ops;
grant execute on function intake.query_like(text) to bailiwick_safeguard;
grant execute on function intake.refresh_words() to bailiwick_worker;
grant execute on function intake.report_by_phrase(text,bytea) to bailiwick_public;
grant execute on function intake.report_conversation(text,bytea) to bailiwick_public;
grant execute on function intake.report_of_form(bytea) to bailiwick_ops;
grant execute on function intake.report_of_form(bytea) to bailiwick_public;
grant execute on function intake.report_of_form(bytea) to bailiwick_safeguard;
grant execute on function intake.withdraw_import(uuid) to bailiwick_worker;
grant execute on function intake.worked_on(intake.report) to bailiwick_ops;
grant execute on function intake.worked_on(intake.report) to bailiwick_worker;
grant usage on schema intelligence to bailiwick_intel;
grant usage on schema intelligence to bailiwick_sealed;
grant delete, insert, select, update (item_id) on intelligence.attachment to bailiwick_intel;
grant insert, select, update (end_why, ended_at, ended_by) on intelligence.check_grant to bailiwick_intel;
grant select, update (reopen_why, reopened_by, reopened_on) on intelligence.closed_item to bailiwick_intel;
grant insert, select, update on intelligence.commission_work to bailiwick_intel;
grant insert, select, update (undone, undone_at, undone_by) on intelligence.conversion to bailiwick_intel;
grant insert, select, update (decided_at, decided_by, retention_group, review_on, state, version) on intelligence.draft to bailiwick_intel;
grant insert, select on intelligence.draft_paragraph to bailiwick_intel;
grant insert, select on intelligence.draft_review to bailiwick_intel;
grant insert, select on intelligence.enquiry to bailiwick_intel;
grant insert, select on intelligence.enquiry_document to bailiwick_intel;
grant delete, insert, select on intelligence.enquiry_line to bailiwick_intel;
grant insert, select, update (answered_at, answered_by, by_connection, outcome, result_words, state, version) on intelligence.external_check to bailiwick_intel;
grant insert, select, update (decided_at, decided_by, mapping, rows_known, rows_loaded, rows_rejected, state, version) on intelligence.feed_file to bailiwick_intel;
grant insert, select on intelligence.feed_key to bailiwick_intel;
grant delete, insert, select on intelligence.feed_row to bailiwick_intel;
grant insert, select on intelligence.grading to bailiwick_intel;
grant insert, select on intelligence.harm_assessment to bailiwick_intel;
grant insert, select on intelligence.harm_matrix to bailiwick_intel;
grant select, update (duplicate_of, is_sensitive, priority, return_reason, returned_by, returned_for, returned_why, sensitive_readers, sensitive_why, source_id, status, version, wanted) on intelligence.item to bailiwick_intel;
grant insert, select on intelligence.item_event to bailiwick_intel;
grant insert, select on intelligence.item_review to bailiwick_intel;
grant delete, insert, select, update (kept_at, seen, start_id) on intelligence.kept_chart to bailiwick_intel;
grant insert, select, update (ended_at, ended_by, state) on intelligence.link to bailiwick_intel;
grant select on intelligence.mention to bailiwick_intel;
grant insert, select, update (activities, area_words, lead_officer_id, name, review_on, series_words, status, version) on intelligence.ocg to bailiwick_intel;
grant insert, select, update (ended_at, ended_by, result) on intelligence.ocg_action to bailiwick_intel;
grant insert, select on intelligence.ocg_assessment to bailiwick_intel;
grant insert, select on intelligence.ocg_disruption to bailiwick_intel;
grant insert, select on intelligence.ocg_event to bailiwick_intel;
grant insert, select, update (end_why, ended_at, ended_by) on intelligence.ocg_member to bailiwick_intel;
grant delete, insert, select, update (action_code, action_usage, assessment, conditions, conversion_id, graded_at, graded_by, handling, provenance, risk_to_source, risk_words, sanitisation_code, sanitised, source_evaluation, version) on intelligence.paragraph to bailiwick_intel;
grant insert, select on intelligence.priority to bailiwick_intel;
grant insert, select on intelligence.priority_requirement to bailiwick_intel;
grant insert, select on intelligence.problem to bailiwick_intel;
grant insert, select, update (end_why, ended_on, look_for, question, shown_until, version, why) on intelligence.requirement to bailiwick_intel;
grant delete, insert, select on intelligence.requirement_item to bailiwick_intel;
grant insert, select, update (ended_at, ended_by, result) on intelligence.requirement_plan to bailiwick_intel;
grant insert, select on intelligence.rule to bailiwick_intel;
grant insert, select, update (referred_at, referred_by, referred_words) on intelligence.source to bailiwick_intel;
grant select on intelligence.source to bailiwick_sealed;
grant insert, select, update (contact, kept_at, kept_by, name) on intelligence.source_identity to bailiwick_sealed;
grant insert, select on intelligence.strategy to bailiwick_intel;
grant insert, select, update on intelligence.vetting to bailiwick_intel;
grant select on intelligence.wall_refusal to bailiwick_intel;
grant insert (agency_id, id, kept_by, key_kind, key_value, kind, label, made_at, more, other_form, postcode, until_on, why), select, update (end_why, ended_on, until_on, version) on intelligence.watch to bailiwick_intel;
grant select, update (answer, answered_at, answered_by) on intelligence.watch_hit to bailiwick_intel;
grant execute on function intelligence.check_answered_stands() to public;
grant execute on function intelligence.close_new() to public;
grant execute on function intelligence.closed_to_viewer() to bailiwick_intel;
grant execute on function intelligence.enquiry_line_closed() to public;
grant execute on function intelligence.firms_linked(text[]) to bailiwick_intel;
grant execute on function intelligence.hold_converted() to public;
grant execute on function intelligence.hold_deletion() to public;
grant execute on function intelligence.hold_sensitive() to public;
grant execute on function intelligence.is_manager() to bailiwick_intel;
grant execute on function intelligence.item_of(text) to bailiwick_intel;
grant execute on function intelligence.items_alike(text,integer) to bailiwick_intel;
grant execute on function intelligence.items_found(text,text[],text,integer,integer) to bailiwick_intel;
grant execute on function intelligence.items_near(uuid,integer) to bailiwick_intel;
grant execute on function intelligence.items_within(text,timestamp with time zone,timestamp with time zone,integer) to bailiwick_intel;
grant execute on function intelligence.links_closed_to_viewer() to bailiwick_intel;
grant execute on function intelligence.named_alike(text,text[],text[],integer) to bailiwick_intel;
grant execute on function intelligence.sensitive_to_viewer() to bailiwick_intel;
grant execute on function intelligence.sources_closed_to_viewer() to bailiwick_intel;
grant execute on function intelligence.sources_closed_to_viewer() to bailiwick_sealed;
grant usage on schema jet to bailiwick_ops;
grant usage on schema jet to bailiwick_worker;
grant insert, select on jet.course to bailiwick_ops;
grant insert, select on jet.duties_sent to bailiwick_worker;
grant insert, select, update on jet.invitation to bailiwick_ops;
grant insert, select on jet.lapse_told to bailiwick_worker;
grant insert, select on jet.month to bailiwick_ops;
grant insert, select, update on jet.note to bailiwick_ops;
grant insert, select on jet.patrol to bailiwick_ops;
grant insert, select, update on jet.plan to bailiwick_ops;
grant insert, select on jet.power_use to bailiwick_ops;
grant insert, select, update (area_code, assessed_by, assessed_on, badge_number, expires_on, issued_by, issued_on, powers, status, trained_by, trained_on, version, vetted_by, vetted_on) on jet.reaccreditation to bailiwick_ops;
grant insert, select on jet.review to bailiwick_ops;
grant delete, insert, select on jet.shift to bailiwick_ops;
grant select on jet.shift to bailiwick_worker;
grant insert, select on jet.target to bailiwick_ops;
grant insert, select, update on jet.team to bailiwick_ops;
grant select on jet.team to bailiwick_worker;
grant insert, select on jet.time_change to bailiwick_ops;
grant insert, select, update on jet.time_entry to bailiwick_ops;
grant execute on function jet.comparison(date) to bailiwick_ops;
grant execute on function jet.end_accreditation(uuid,date) to bailiwick_ops;
grant execute on function jet.is_team_of(uuid,uuid) to public;
grant execute on function jet.shown(bigint,boolean) to public;
grant usage on schema linkage to bailiwick_ops;
grant usage on schema linkage to bailiwick_safeguard;
grant usage on schema linkage to bailiwick_worker;
grant delete, insert, select on linkage.hidden_with to bailiwick_worker;
grant select (agency_id, ended_at, ended_by, ended_why, id, made_at, made_by, model_id, officer_id, probability, record_a, record_b, replaced_by, restores, run_id, verdict, weight, why, worth) on linkage.judgement to bailiwick_ops;
grant insert, select, update (ended_at, ended_by, ended_why, replaced_by, worth) on linkage.judgement to bailiwick_safeguard;
grant insert, select, update (ended_at, ended_by, ended_why, evidence, probability, replaced_by, weight, worth) on linkage.judgement to bailiwick_worker;
grant insert, select, update on linkage.list to bailiwick_ops;
grant insert, select, update on linkage.list to bailiwick_safeguard;
grant insert, select, update on linkage.list to bailiwick_worker;
grant select (gateway, handling, hides_place, id, kind, label, list_id, load_id, origin_agency_id, received_at, reference, regime, replaces, retention_group, shown, withdrawn_at, withdrawn_by_load) on linkage.list_entry to bailiwick_ops;
grant select (gateway, handling, hides_place, id, kind, label, list_id, load_id, origin_agency_id, received_at, reference, regime, replaces, retention_group, shown, withdrawn_at, withdrawn_by_load) on linkage.list_entry to bailiwick_safeguard;
grant insert, select, update on linkage.list_entry to bailiwick_worker;
grant insert, select, update on linkage.list_load to bailiwick_ops;
grant insert, select, update on linkage.list_load to bailiwick_safeguard;
grant insert, select, update on linkage.list_load to bailiwick_worker;
grant delete, insert, select (agency_id, handling, load_id, part) on linkage.list_load_file_part to bailiwick_ops;
grant delete, insert, select (agency_id, handling, load_id, part) on linkage.list_load_file_part to bailiwick_safeguard;
grant delete, insert, select on linkage.list_load_file_part to bailiwick_worker;
grant delete, insert, select on linkage.list_load_row to bailiwick_ops;
grant delete, insert, select on linkage.list_load_row to bailiwick_safeguard;
grant delete, insert, select on linkage.list_load_row to bailiwick_worker;
grant select on linkage.match_run to bailiwick_ops;
grant insert, select, update on linkage.match_run to bailiwick_safeguard;
grant insert, select, update on linkage.match_run to bailiwick_worker;
grant select on linkage.model to bailiwick_ops;
grant select, update (adopted_at, adopted_by) on linkage.model to bailiwick_safeguard;
grant insert, select, update on linkage.model to bailiwick_worker;
grant insert, select, update (answer, answer_words, answered_at, answered_by) on linkage.question to bailiwick_ops;
grant insert, select, update (answer, answer_words, answered_at, answered_by) on linkage.question to bailiwick_safeguard;
grant select on linkage.question to bailiwick_worker;
grant delete, insert, select on linkage.record_key to bailiwick_worker;
grant select on linkage.rule to bailiwick_ops;
grant insert, select on linkage.rule to bailiwick_safeguard;
grant select on linkage.rule to bailiwick_worker;
grant insert, select, update on linkage.sealed_address to bailiwick_worker;
grant insert, select, update (given_at, officer_id, verdict, why) on linkage.second_opinion to bailiwick_safeguard;
grant select on linkage.subject to bailiwick_ops;
grant select on linkage.subject to bailiwick_safeguard;
grant select on linkage.subject to bailiwick_worker;
grant select on linkage.subject_ever to bailiwick_ops;
grant select on linkage.subject_ever to bailiwick_safeguard;
grant select on linkage.subject_ever to bailiwick_worker;
grant execute on function linkage.contacts_of(uuid[],integer[],date) to bailiwick_ops;
grant execute on function linkage.contacts_of(uuid[],integer[],date) to bailiwick_safeguard;
grant execute on function linkage.evidence_without_place(jsonb) to public;
grant execute on function linkage.holds_place(text,text) to public;
grant execute on function linkage.may_be_one_birth(text,text) to public;
grant execute on function linkage.names_hidden(text[],text[]) to bailiwick_ops;
grant execute on function linkage.names_hidden(text[],text[]) to bailiwick_safeguard;
grant execute on function linkage.plain_name(text) to public;
grant execute on function linkage.says_where(text) to public;
grant execute on function linkage.spread_hidden_address(uuid) to bailiwick_safeguard;
grant execute on function linkage.without_place(jsonb) to public;
grant usage on schema operations to bailiwick_ops;
grant insert, select, update on operations.operation to bailiwick_ops;
grant insert, select, update on operations.operation_agency to bailiwick_ops;
grant insert, select on operations.operation_event to bailiwick_ops;
grant delete, insert, select on operations.operation_officer to bailiwick_ops;
grant insert, select on operations.operation_reason to bailiwick_ops;
grant insert, select, update on operations.operation_stop to bailiwick_ops;
grant insert, select on operations.operation_stop_detail to bailiwick_ops;
grant insert, select on operations.operation_visit to bailiwick_ops;
grant usage on schema performance to bailiwick_gov;
grant usage on schema performance to bailiwick_ops;
grant insert, select on performance.frozen_figure to bailiwick_ops;
grant select on performance.published_figure to bailiwick_gov;
grant insert, select on performance.published_figure to bailiwick_ops;
grant select on performance.published_quarter to bailiwick_gov;
grant insert, select on performance.published_quarter to bailiwick_ops;
grant select on performance.published_section to bailiwick_gov;
grant insert, select on performance.published_section to bailiwick_ops;
grant usage on schema platform to bailiwick_gov;
grant usage on schema platform to bailiwick_intel;
grant usage on schema platform to bailiwick_ops;
grant usage on schema platform to bailiwick_public;
grant usage on schema platform to bailiwick_safeguard;
grant usage on schema platform to bailiwick_sealed;
grant usage on schema platform to bailiwick_sign_in;
grant usage on schema platform to bailiwick_tech;
grant usage on schema platform to bailiwick_worker;
grant insert, select, update on platform.account to bailiwick_sign_in;
grant insert (created_at, id, is_active, officer_id, password_hash, username), select (created_at, failed_count, id, is_active, is_persona, locked_until, must_change, officer_id, password_set_at, username), update (failed_count, is_active, locked_until, must_change, password_hash, password_set_at) on platform.account to bailiwick_tech;
grant select on platform.audit_entry to bailiwick_gov;
grant select on platform.audit_head to bailiwick_gov;
grant select, update (retried_at, retried_by) on platform.dead_letter to bailiwick_tech;
grant insert, select on platform.dead_letter to bailiwick_worker;
grant insert, select on platform.file to bailiwick_intel;
grant insert, select on platform.file to bailiwick_ops;
grant insert on platform.file to bailiwick_public;
grant insert, select on platform.file to bailiwick_safeguard;
grant select, update (scan) on platform.file to bailiwick_worker;
grant delete, select (sent_at) on platform.form_sent to bailiwick_worker;
grant insert on platform.outbox to bailiwick_intel;
grant insert on platform.outbox to bailiwick_ops;
grant insert on platform.outbox to bailiwick_public;
grant insert on platform.outbox to bailiwick_safeguard;
grant select (attempts, fault, id, is_restricted, next_try_at, queued_at, reason, record_kind, sent_at, state, to_domain, transport, tried_at) on platform.outbox to bailiwick_tech;
grant insert, select, update (attempts, fault, next_try_at, sent_at, state, transport, tried_at) on platform.outbox to bailiwick_worker;
grant select on platform.outbox_demonstration to bailiwick_tech;
grant select, update (used_at, voided_at) on platform.password_link to bailiwick_sign_in;
grant insert, select (account_id, expires_at, id, made_at, made_by, used_at, voided_at), update (voided_at) on platform.password_link to bailiwick_tech;
grant insert, select, update on platform.session to bailiwick_sign_in;
grant select (account_id, ended_at, expires_at, id, last_seen_at, started_at), update (ended_at) on platform.session to bailiwick_tech;
grant select on platform.setting to bailiwick_gov;
grant select on platform.setting to bailiwick_intel;
grant select on platform.setting to bailiwick_ops;
grant select on platform.setting to bailiwick_public;
grant select on platform.setting to bailiwick_safeguard;
grant select on platform.setting to bailiwick_sign_in;
grant insert, select, update on platform.setting to bailiwick_tech;
grant select on platform.setting to bailiwick_worker;
grant execute on function platform.add_job(text,jsonb,timestamp with time zone,text,integer) to bailiwick_gov;
grant execute on function platform.add_job(text,jsonb,timestamp with time zone,text,integer) to bailiwick_intel;
grant execute on function platform.add_job(text,jsonb,timestamp with time zone,text,integer) to bailiwick_ops;
grant execute on function platform.add_job(text,jsonb,timestamp with time zone,text,integer) to bailiwick_public;
grant execute on function platform.add_job(text,jsonb,timestamp with time zone,text,integer) to bailiwick_safeguard;
grant execute on function platform.add_job(text,jsonb,timestamp with time zone,text,integer) to bailiwick_sign_in;
grant execute on function platform.add_job(text,jsonb,timestamp with time zone,text,integer) to bailiwick_tech;
grant execute on function platform.audit_text(platform.audit_entry) to public;
grant execute on function platform.form_answer(bytea,timestamp with time zone) to bailiwick_gov;
grant execute on function platform.form_answer(bytea,timestamp with time zone) to bailiwick_intel;
grant execute on function platform.form_answer(bytea,timestamp with time zone) to bailiwick_ops;
grant execute on function platform.form_answer(bytea,timestamp with time zone) to bailiwick_public;
grant execute on function platform.form_answer(bytea,timestamp with time zone) to bailiwick_safeguard;
grant execute on function platform.form_answer(bytea,timestamp with time zone) to bailiwick_sealed;
grant execute on function platform.form_answer(bytea,timestamp with time zone) to bailiwick_tech;
grant execute on function platform.keep_form_answer(bytea,bytea,timestamp with time zone) to bailiwick_gov;
grant execute on function platform.keep_form_answer(bytea,bytea,timestamp with time zone) to bailiwick_intel;
grant execute on function platform.keep_form_answer(bytea,bytea,timestamp with time zone) to bailiwick_ops;
grant execute on function platform.keep_form_answer(bytea,bytea,timestamp with time zone) to bailiwick_public;
grant execute on function platform.keep_form_answer(bytea,bytea,timestamp with time zone) to bailiwick_safeguard;
grant execute on function platform.keep_form_answer(bytea,bytea,timestamp with time zone) to bailiwick_sealed;
grant execute on function platform.keep_form_answer(bytea,bytea,timestamp with time zone) to bailiwick_tech;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_gov;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_intel;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_ops;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_public;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_safeguard;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_sealed;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_sign_in;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_tech;
grant execute on function platform.record_audit(text,text,text,uuid,uuid,text,text,text,text,text,jsonb,timestamp with time zone) to bailiwick_worker;
grant execute on function platform.viewer_agency() to public;
grant execute on function platform.viewer_services() to public;
grant execute on function platform.viewer_text(text) to public;
grant execute on function platform.viewer_today() to public;
grant usage on schema records to bailiwick_intel;
grant usage on schema records to bailiwick_ops;
grant usage on schema records to bailiwick_public;
grant usage on schema records to bailiwick_safeguard;
grant usage on schema records to bailiwick_worker;
grant insert, select on records.exact_key to bailiwick_intel;
grant insert, select on records.exact_key to bailiwick_ops;
grant insert on records.exact_key to bailiwick_public;
grant insert, select on records.exact_key to bailiwick_safeguard;
grant delete, insert, select on records.exact_key to bailiwick_worker;
grant select on records.hidden_address to bailiwick_intel;
grant select on records.hidden_address to bailiwick_ops;
grant select on records.hidden_address to bailiwick_public;
grant delete, insert, select on records.hidden_address to bailiwick_safeguard;
grant delete, insert, select, update (by_list, is_marked) on records.hidden_address to bailiwick_worker;
grant delete, insert, select on records.kept_address to bailiwick_worker;
grant insert, select, update (ended_at, ended_by) on records.link to bailiwick_intel;
grant insert, select, update (ended_at, ended_by) on records.link to bailiwick_ops;
grant insert on records.link to bailiwick_public;
grant insert, select, update (ended_at, ended_by) on records.link to bailiwick_safeguard;
grant insert, select on records.link to bailiwick_worker;
grant insert, select on records.received_record to bailiwick_intel;
grant insert, select on records.received_record to bailiwick_ops;
grant insert on records.received_record to bailiwick_public;
grant insert, select on records.received_record to bailiwick_safeguard;
grant insert, select, update (fields) on records.received_record to bailiwick_worker;
grant execute on function records.firm_form(text) to public;
grant usage on schema safeguarding to bailiwick_ops;
grant usage on schema safeguarding to bailiwick_safeguard;
grant usage on schema safeguarding to bailiwick_worker;
grant insert (agency_id, changed_at, changed_by, file_id), select (agency_id, changed_at, changed_by, file_id, hides_address, method, must_not_know, no_message, phone, times), update (address, changed_at, changed_by, method, must_not_know, no_message, phone, postcode, times) on safeguarding.contact to bailiwick_safeguard;
grant insert, select, update on safeguarding.contact to bailiwick_worker;
grant insert, select on safeguarding.event to bailiwick_safeguard;
grant insert, select, update on safeguarding.event to bailiwick_worker;
grant select on safeguarding.family to bailiwick_worker;
grant select on safeguarding.figure_fact to bailiwick_ops;
grant select on safeguarding.figure_fact to bailiwick_safeguard;
grant select on safeguarding.hidden_mark to bailiwick_safeguard;
grant insert, select, update on safeguarding.hidden_mark to bailiwick_worker;
grant insert, select, update on safeguarding.lead to bailiwick_safeguard;
grant insert, select, update on safeguarding.lead to bailiwick_worker;
grant insert, select, update on safeguarding.list_points to bailiwick_safeguard;
grant select on safeguarding.list_points to bailiwick_worker;
grant insert, select, update on safeguarding.loss to bailiwick_safeguard;
grant insert, select, update on safeguarding.loss to bailiwick_worker;
grant insert, select, update on safeguarding.precaution to bailiwick_safeguard;
grant insert, select, update on safeguarding.precaution to bailiwick_worker;
grant insert, select, update on safeguarding.referral to bailiwick_safeguard;
grant insert, select, update on safeguarding.referral to bailiwick_worker;
grant select on safeguarding.reveal to bailiwick_safeguard;
grant insert, select, update on safeguarding.reveal to bailiwick_worker;
grant insert, select on safeguarding.rule to bailiwick_safeguard;
grant insert, select, update on safeguarding.rule to bailiwick_worker;
grant insert, select (file_id), update (address, postcode, sealed_at) on safeguarding.sealed_address to bailiwick_safeguard;
grant delete, insert, select, update on safeguarding.sealed_address to bailiwick_worker;
grant select on safeguarding.term to bailiwick_ops;
grant select on safeguarding.term to bailiwick_safeguard;
grant select on safeguarding.term to bailiwick_worker;
grant insert, select, update on safeguarding.victim_file to bailiwick_safeguard;
grant insert, select, update on safeguarding.victim_file to bailiwick_worker;
grant insert, select, update on safeguarding.visit to bailiwick_safeguard;
grant insert, select, update on safeguarding.visit to bailiwick_worker;
grant execute on function safeguarding.has_file(uuid) to bailiwick_safeguard;
grant execute on function safeguarding.hide_address(uuid,timestamp with time zone) to bailiwick_safeguard;
grant execute on function safeguarding.keeps_register() to public;
grant execute on function safeguarding.lift_hidden(uuid,text,timestamp with time zone) to bailiwick_safeguard;
grant execute on function safeguarding.mark_hidden(uuid,boolean,timestamp with time zone) to bailiwick_safeguard;
grant execute on function safeguarding.repeat_due(date) to public;
grant execute on function safeguarding.reveal_address(uuid,text,timestamp with time zone) to bailiwick_safeguard;
grant execute on function safeguarding.safe_contacts(uuid,date) to bailiwick_safeguard;
grant execute on function safeguarding.sees_batches(uuid) to public;
grant execute on function safeguarding.viewer_officer() to public;
grant execute on function safeguarding.visit_done(uuid) to bailiwick_safeguard;
grant execute on function safeguarding.visit_history(uuid) to bailiwick_safeguard;
grant usage on schema tasking to bailiwick_gov;
grant usage on schema tasking to bailiwick_ops;
grant usage on schema tasking to bailiwick_public;
grant usage on schema tasking to bailiwick_worker;
grant insert, select, update on tasking.agenda_item to bailiwick_ops;
grant insert, select on tasking.agenda_item to bailiwick_worker;
grant select on tasking.board_return to bailiwick_gov;
grant select on tasking.board_return to bailiwick_ops;
grant select on tasking.board_return to bailiwick_worker;
grant select on tasking.board_total to bailiwick_gov;
grant select on tasking.board_total to bailiwick_ops;
grant select on tasking.board_total to bailiwick_worker;
grant insert, select, update on tasking.calendar_link to bailiwick_ops;
grant insert, select, update on tasking.data_return to bailiwick_ops;
grant insert, select on tasking.data_return to bailiwick_worker;
grant insert, select on tasking.decision to bailiwick_ops;
grant select on tasking.decision to bailiwick_worker;
grant insert, select, update on tasking.meeting to bailiwick_ops;
grant insert, select, update (status, version) on tasking.meeting to bailiwick_worker;
grant delete, insert, select on tasking.meeting_present to bailiwick_ops;
grant select on tasking.meeting_present to bailiwick_worker;
grant insert, select on tasking.minutes_part to bailiwick_ops;
grant insert, select on tasking.minutes_part to bailiwick_worker;
grant insert, select on tasking.return_chaser to bailiwick_worker;
grant insert, select, update on tasking.return_figure to bailiwick_ops;
grant select on tasking.return_total to bailiwick_ops;
grant insert, select, update on tasking.series to bailiwick_ops;
grant select on tasking.series to bailiwick_worker;
grant insert, select, update on tasking.series_cadence to bailiwick_ops;
grant select on tasking.series_cadence to bailiwick_worker;
grant insert, select on tasking.series_change to bailiwick_ops;
grant delete, insert, select on tasking.series_member to bailiwick_ops;
grant select on tasking.series_member to bailiwick_worker;
grant insert, select, update on tasking.success_flag to bailiwick_ops;
grant insert, select, update on tasking.task to bailiwick_ops;
grant select on tasking.task to bailiwick_worker;
grant insert, select on tasking.task_event to bailiwick_ops;
grant select on tasking.task_total to bailiwick_ops;
grant execute on function tasking.calendar_of(bytea,date) to bailiwick_public;
grant execute on function tasking.finish_meeting(uuid,uuid,timestamp with time zone) to bailiwick_ops;
grant execute on function tasking.finish_meeting(uuid,uuid,timestamp with time zone) to bailiwick_worker;
grant usage on schema traders to bailiwick_ops;
grant usage on schema traders to bailiwick_public;
grant insert, select on traders.fee to bailiwick_ops;
grant insert, select, update on traders.trader to bailiwick_ops;
grant insert, select, update on traders.trader_check to bailiwick_ops;
grant insert, select, update on traders.trader_complaint to bailiwick_ops;
grant insert, select on traders.trader_document to bailiwick_ops;
grant insert, select on traders.trader_event to bailiwick_ops;
grant insert, select, update on traders.trader_payment to bailiwick_ops;
grant delete, insert, select on traders.trader_person to bailiwick_ops;
grant insert, select on traders.trader_proof to bailiwick_ops;
grant insert, select on traders.trader_reason to bailiwick_ops;
grant execute on function traders.checked(date) to bailiwick_ops;
grant execute on function traders.checked(date) to bailiwick_public;
grant execute on function traders.is_hidden(text,date,uuid) to bailiwick_ops;

-- Comments

comment on table asb.action is 'What an agency is to do, in words for it and the one that chairs; its task names nobody. Retention: as the nomination.';
comment on column asb.action.service_id is 'The service that was given it; a task stays with its service.';
comment on table asb.answer_shown is 'Answers of bodies that the applicant reads in their words; for the agency that runs the review alone, so that no body learns whose name it hit upon. Retention: as the review.';
comment on function asb.keeps_cases() is 'Whether the caller keeps every case of anti-social behaviour of their agency.';
comment on function asb.recommendations_by_phrase(text,bytea) is 'What was recommended, and the answers, for whoever applied.';
comment on function asb.review_by_phrase(text,bytea) is 'What an applicant reads of their case review, by reference and words.';
comment on function asb.runs_reviews() is 'Whether the caller runs case reviews.';
comment on function asb.viewer_officer() is 'The officer who calls, or null.';
comment on table asb.asb_case is 'A case of anti-social behaviour, for the agency that keeps it. Retention: 6 years after it is closed.';
comment on column asb.asb_case.place_record_id is 'The record of the place; its address is read from there, so that one that must stay hidden is not copied here.';
comment on column asb.asb_case.assess_due_on is 'The day by which the risk is assessed anew: at once after an incident, else so many days after the last.';
comment on column asb.asb_case.officer_ids is 'The service officers who work on it: whoever opened it and each named contact. To other service officers there is no case.';
comment on table asb.asb_event is 'What happened to a case, in order. Retention: as the case.';
comment on table asb.asb_reason is 'Why, for the agency that keeps the case. Retention: as the case.';
comment on table asb.assessment is 'One assessment of risk, whole, with the words it was asked in; never changed. Retention: as the case.';
comment on column asb.assessment.setting_version is 'The version of the agency''s settings; 0 is as the product comes.';
comment on table asb.breach is 'A breach of a contract or an order; of custody its start and the expected release. Retention: as the order.';
comment on table asb.complainant is 'Who complains, each with one named contact; kept from the others and from whoever it is about. No postal address. Retention: 3 years after the last contact.';
comment on table asb.contact is 'What a complainant was told, and when. Retention: as the complainant.';
comment on table asb.contribution is 'What an agency brings, for its audience alone: to others there is none. Never edited. Retention: as the nomination.';
comment on column asb.contribution.why is 'Why it is shared without consent (Caldicott).';
comment on table asb.incident is 'Something that happened, on a case. Retention: as the case.';
comment on table asb.measure is 'What was done short of an order: advice, mediation, a letter, reassurance. Retention: as the case.';
comment on table asb.nomination is 'Somebody brought to a joint agency tasking and co-ordination meeting, for the agencies that are told. Retention: 6 years after it is closed.';
comment on table asb.nomination_event is 'What happened to a nomination, in order; contributions are not in it, for not everybody knows of each. Retention: as the nomination.';
comment on table asb.nomination_reason is 'Why, for the agency that chairs. Retention: as the nomination.';
comment on table asb.order_document is 'Contracts, applications, orders and letters as they were made, with their hashes; they name whoever it is about and nobody who complained. Retention: as the case.';
comment on table asb.order_event is 'What happened to a contract or an order, in order. Retention: as the order.';
comment on table asb.order_file is 'An acceptable behaviour contract (voluntary) or a criminal behaviour order (on conviction). Retention: 6 years after it ends.';
comment on column asb.order_file.age is 'Years on the day it is made, which the rules go by.';
comment on column asb.order_file.ends_on is 'The last day; null while it is in force: until further order.';
comment on table asb.order_reason is 'Why, for the agency that keeps the case. Retention: as the order.';
comment on table asb.publication is 'The yearly figures of case reviews as they were published; a correction is another edition. Public. Retention: kept.';
comment on table asb.recommendation is 'What a case review recommends to a body, and its answer: public bodies must have regard. For the agency that runs the review and the body. Retention: as the review.';
comment on column asb.recommendation.is_sent is 'Until then the body knows of none.';
comment on table asb.release_plan is 'What must be in place before somebody is released: for the agency that keeps the case and the one that chairs. Retention: as the case.';
comment on column asb.release_plan.required is 'Codes of what must be there, from the settings on the day that it was made.';
comment on table asb.review is 'An application for an ASB case review (community trigger), for the agency that runs it. Retention: 6 years after it is closed.';
comment on column asb.review.decision_words is 'Why the threshold is met or not, as the applicant reads it.';
comment on column asb.review.outcome is 'What came of it, as the applicant reads it.';
comment on column asb.review.threshold is 'The local numbers on the day of the application, by which its complaints are counted.';
comment on table asb.review_applicant is 'Who applies, and for whom with their consent. No postal address: none can be printed. Retention: as the review.';
comment on table asb.review_complaint is 'A complaint that the applicant says they made. Complaints of one day are one incident, unless it says which. Retention: as the review.';
comment on table asb.review_document is 'Letters to the applicant as they were sent. Retention: as the review.';
comment on table asb.review_event is 'What happened to a case review, in order. Retention: as the review.';
comment on table asb.review_phrase is 'Hash of the words with which an applicant comes back. Retention: as the review.';
comment on table asb.review_reason is 'Why, for the agency that runs the review. Retention: as the review.';
comment on table asb.setting is 'An agency''s own risk matrix, targets, threshold and timetable, version by version; the latest that has begun holds. Public: agencies publish their procedure. Retention: kept.';
comment on table assurance.hit is 'A marker that a screening met: how sure, on what, and what the officer said of it. Until somebody says that it is not this person, its precaution holds. Retention: as the screening.';
comment on column assurance.hit.on_what is 'On what it was met. Empty where the system met it for somebody whose address is hidden, or the address was hidden afterwards; it cannot be put aside then.';
comment on table assurance.marker is 'A warning marker: type, what whoever goes must do, until when, and by what it is found. Never why. Retention: 1 year after it is ended or lapses.';
comment on column assurance.marker.address is 'As it was written; read with the postcode when it is held against another.';
comment on column assurance.marker.keys is 'Hashes under which the linkage model keys_model_id finds it; made anew where another model was adopted.';
comment on column assurance.marker.words is 'The precaution as an instruction to whoever goes.';
comment on column assurance.marker.review_on is 'From this day on it is shown to nobody who screens, until it was reviewed and given another.';
comment on table assurance.marker_detail is 'Why a marker was set, where its evidence is held (a reference), and whether the person was told. The setting agency alone. Retention: as the marker.';
comment on column assurance.marker_detail.reminded_for is 'The review day that its keeper has been reminded of.';
comment on table assurance.marker_event is 'What was done with a marker, by whom. The setting agency alone. Retention: as the marker.';
comment on table assurance.rule is 'What an agency has set instead of the shipped numbers of screening and markers; the newest of a name holds. Retention: 6 years after it is replaced.';
comment on table assurance.screening is 'That somebody screened before a visit, for what, when, and what kind of answer came: each time an officer asks, an empty answer too; where the system came round, only if something new was met or the last one had grown old. Holds no name and no address. Retention: 6 years.';
comment on column assurance.screening.officer_id is 'Empty where the system screened a planned visit anew, because a marker was set.';
comment on column assurance.screening.subject_id is 'The file of the victim register that it was made for, where there is one.';
comment on column assurance.screening.asked is 'Which things were asked by: name, date-of-birth, address, vehicle, record. Not their values.';
comment on column assurance.screening.asked_hash is 'SHA-256 of the values under the row''s own id: whoever has the values can show that these were asked. Empty where the system screened by itself, because it knows addresses that must stay hidden, and where the address was hidden afterwards.';
comment on column assurance.screening.looked is 'Whose markers were looked through, whose were not, and how many names were asked.';
comment on column assurance.screening.turn is 'Which of two at one instant came later; shown to nobody.';
comment on table court.alert is 'A warning to residents: nobody reads it outside before a communications officer approved it. Holds nobody''s data. Retention: 6 years after its last day.';
comment on table court.alert_reach is 'How a warning went out and how many it reached: numbers as whoever sent it gives them. Retention: as the warning.';
comment on table court.alert_source is 'The package or prosecution that a warning was made from: for the service that made it alone, not for whoever approves it. Retention: as the warning.';
comment on table court.continuity is 'Who had an item when and what was done with it, each line hashed with the one before. Only added to. Retention: as the item.';
comment on function court.line_follows(court.continuity) is 'Whether a line of continuity is the next of its item and follows from the one before. Tells nothing else.';
comment on function court.register_for(uuid,date) is 'The agency whose victim register is asked to tell victims of an outcome.';
comment on function court.told_of(uuid) is 'Two numbers of a file of the viewer''s own service: victims told, of how many. No name, no day.';
comment on table court.item is 'An exhibit, or material that is not used: what it is, when and by whom it was taken, where it is kept, and its hash. Never changed. Retention: as the file.';
comment on column court.item.test is 'Of unused material: whether it might undermine the prosecution or assist the defence.';
comment on table court.outcome is 'What the court decided, in numbers, with the words in which victims are told. Names nobody. Retention: 6 years.';
comment on table court.prosecution is 'A prosecution file: a case that one service takes to court. Retention: 6 years after the outcome.';
comment on column court.prosecution.supporter_ids is 'Officers on evidential support, who read this file and add evidence and papers to it.';
comment on table court.prosecution_document is 'Papers for the prosecutor as they were printed, with their hashes. Retention: as the file.';
comment on table court.supporter is 'Who was named to support a prosecution file with evidence, and whose support ended, each with by whom and why. Never changed. Retention: with the file.';
comment on table court.telling is 'A victim on the register who is to be told of an outcome, and that they were: by whom, when, how. The safeguarding side alone. Retention: as the file of the register.';
comment on table directory.agency is 'A partner: a council, force, service, trust, landlord or charity. Retention: kept.';
comment on column directory.agency.spokesperson_id is 'The officer who consents for the agency where a role needs that.';
comment on table directory.agreement is 'Which agency may see what kind of another''s records, by which legal gateway, until when. Retention: 6 years after the end.';
comment on column directory.agreement.ends_on is 'The first day on which it opens nothing any more.';
comment on column directory.agreement.document is 'Where the signed agreement is kept: a reference, never the text.';
comment on table directory.area is 'A district, ward, small area or police area, valid from its start to its end. Retention: kept.';
comment on column directory.area.outline is 'GeoJSON MultiPolygon coordinates for drawing; the lookup uses area_ring.';
comment on table directory.area_draft is 'Areas read from a file and not made yet, for the preview. Holds outlines, no personal data. Retention: 7 days.';
comment on table directory.area_ring is 'Each closed ring of an area, for finding the area of a point. Retention: kept.';
comment on column directory.area_ring.bounds is 'Asked first: an outline of thousands of points is read from disk only for the few areas whose box holds the point.';
comment on table directory.area_successor is 'Which area took over when one ended. Retention: kept.';
comment on table directory.authorisation is 'A power held by a person, never by a team: Police Reform Act 2002 ss.40-42 for CSAS, or the council''s own authority. Retention: 6 years after expiry.';
comment on table directory.bank_holiday is 'The bank holidays of England and Wales by which the days of open reports stand counted; reference/bank-holidays.ts has what is known now. Retention: none, holds no personal data.';
comment on table directory.change is 'What was changed in the directory, by whom and why; the before makes it reversible. Retention: kept.';
comment on table directory.clearance is 'Vetting and training with their dates; unknown is a value of its own. Retention: 6 years after expiry.';
comment on column directory.clearance.replaced_on is 'The day on which a newer one took its place; it stays for what was done before.';
comment on table directory.gap is 'Something nobody is down to answer for. Words are those of the issue, never of a person. Retention: 2 years.';
comment on table directory.issue_type is 'One line of the A to Z. Retention: kept.';
comment on column directory.issue_type.is_sensitive is 'That a report of this kind exists is itself restricted.';
comment on table directory.officer is 'A person who uses the system for an agency. Retention: 6 years after leaving.';
comment on table directory.postcode is 'A full postcode and the areas it lies in. A part of a postcode never decides an authority. Retention: replaced by each release.';
comment on table directory.role_grant is 'What an officer may do, on which side of the wall, from when to when. Retention: 6 years after the end.';
comment on table directory.role_request is 'A role that needs the consent of the officer''s agency: asked by an administrator, decided by whoever speaks for the agency. Retention: 6 years after the role ends.';
comment on table directory.routing_rule is 'Issue type + area + land owner + hours to a service. The most particular live rule wins. Retention: kept.';
comment on table directory.service is 'A team that answers for kinds of issue in places. Retention: kept.';
comment on table directory.service_area is 'Where a service works; none means the whole of its agency. Retention: kept.';
comment on table directory.service_member is 'Who works in a service. Retention: 6 years after leaving.';
comment on table directory.street is 'Streets by name, so that a place can be typed. Retention: replaced by each release.';
comment on table dissemination.acknowledgement is 'That somebody acknowledged the conditions of a package, before they were shown its words. Retention: as the package.';
comment on table dissemination.answer is 'Whether an agency takes a package on, with the reason where it does not. Retention: as the package.';
comment on table dissemination.commission is 'What a service commissioned of the intelligence unit: whom to trace or check, for what, under which power. Retention: emptied by the months of the agency that commissioned.';
comment on column dissemination.commission.price_pence is 'What the unit charges for it; nothing is owed where it is null.';
comment on column dissemination.commission.follows_id is 'The commission that this asks again; once at the most.';
comment on table dissemination.commission_answer is 'What crossed to whoever commissioned it. The unit itself does not read it: it would learn that an address was withheld. Retention: as the commission.';
comment on table dissemination.commission_recovery is 'A sum that came in after a debtor was traced, as the service recorded it. Retention: as the commission.';
comment on function dissemination.answer_carried(uuid,text,jsonb,timestamp with time zone) is 'Writes down what a connected register answered, once.';
comment on function dissemination.answer_enquiries(date,date) is 'Lets a round cross: the day of each enquiry that was considered, and the words given to people who asked for their own data.';
comment on function dissemination.ask_enquiry(jsonb,date,date) is 'Puts an enquiry to the unit; the side is that of the login that asks. Tells whether there is a unit, and nothing of what it knows.';
comment on function dissemination.carrying_failed(uuid,text,integer) is 'Writes down that a register could not be asked; gives how often it was tried, and nothing once it is left to people.';
comment on function dissemination.question_to_carry(uuid) is 'The number of a check that waits for a connected register; nothing where it does not wait any more.';
comment on function dissemination.requirements_shown(date) is 'What the unit asks whoever may send it a form to tell, if they happen to know: the question and what to look for, never why.';
comment on table dissemination.enquiry is 'That a service asked the intelligence side about a prosecution file, or a data protection officer about somebody who asked for their own data, and in which round it is answered. Retention: 6 years.';
comment on column dissemination.enquiry.file_id is 'The prosecution file or the subject access request that it is about.';
comment on table dissemination.enquiry_considered is 'That the unit considered an enquiry, on the day of its round. There is no column for an answer: whoever reads every row learns nothing of what is held. Retention: as the enquiry.';
comment on table dissemination.enquiry_subject is 'Whom and what an enquiry names. Read on the intelligence side alone. Retention: as the enquiry.';
comment on table dissemination.enquiry_text is 'Words that the unit gives to somebody who asked for their own data; nothing where nothing is given. Never of a disclosure enquiry. Retention: as the request.';
comment on table dissemination.enquiry_worker is 'Officers who had a hand in the file that an enquiry is about: who of them comes to the unit does not consider it. Retention: with the enquiry.';
comment on table dissemination.handled is 'Officers of the unit who drafted or released a package, or graded, linked or handled an item in it. Retention: with the package, whose recipients are the log of disclosures.';
comment on table dissemination.outcome is 'What came of a package, told to the package and never to a source. Retention: as the package.';
comment on table dissemination.package is 'The record of a dissemination: by which gateway, for what, to whom, on which conditions, until when it is to be answered. Holds none of its words. Retention: 6 years after the last outcome.';
comment on column dissemination.package.conditions is 'Codes of conditions that the system itself keeps: what they forbid is refused until the unit clears them.';
comment on table dissemination.package_figures is 'The figures of a problem profile as they left: small numbers are not in them, and no record, person or address is. Shown to a recipient who acknowledged its conditions; never changed. Retention: as the package.';
comment on table dissemination.package_text is 'The words of a package: sanitised text alone. Shown to a recipient who acknowledged its conditions. Retention: as the package.';
comment on table dissemination.receipt is 'That an officer sent an intelligence form, when, and whether it was of use. Holds nothing of what it said. Retention: 2 years.';
comment on table dissemination.usefulness is 'How useful a reader found a product, 1 to 5, with words. Their own may be said anew. Retention: as the package; the score stays to be counted.';
comment on table dissemination.vetting_answer is 'The answer of a round: one of three words and conditions of a closed list. No text, no officer, no hour. Retention: as the request.';
comment on table dissemination.vetting_request is 'That an agency asked the intelligence side about a firm, when, and in which round the answer comes. Retention: 6 years.';
comment on column dissemination.vetting_request.answers_on is 'The round in which it is answered: the same for everything that was asked in one week, however soon the unit was ready.';
comment on table dissemination.vetting_subject is 'Whom and what the request names. Read on the intelligence side alone. Retention: as the request.';
comment on table enforcement.abandoned is 'One vehicle reported as abandoned, from the report to its end; its mark, place and keeper stand apart. Retention: 6 years after the end.';
comment on column enforcement.abandoned.district_code is 'All that anybody outside the agency reads of where it is.';
comment on column enforcement.abandoned.report_id is 'The report it was opened from, shown to those who may see that report.';
comment on column enforcement.abandoned.notice_until is 'The moment before which it is not removed.';
comment on column enforcement.abandoned.objected_on is 'Day of an objection of the occupier that stands: it stops the removal.';
comment on column enforcement.abandoned.stored_until is 'Last day on which it is kept; it is not disposed of on it or before.';
comment on column enforcement.abandoned.stands_since is 'Day of the last step: the next one cannot have been before.';
comment on table enforcement.abandoned_assessment is 'What an officer found of a vehicle, an answer a factor, for the agency that answers alone. Retention: as the file.';
comment on table enforcement.abandoned_document is 'The very notices that were served, with their hashes, for the agency that answers alone. Retention: as the file.';
comment on table enforcement.abandoned_enquiry is 'A question about the keeper that somebody asked by hand: who, when, why, and the answer. Personal data: caseworkers of the agency that answers alone. Retention: as the file.';
comment on column enforcement.abandoned_enquiry.record_id is 'The received record of the keeper, if the officer chose one: whether the address must stay hidden is looked up by it.';
comment on table enforcement.abandoned_event is 'What happened to a file, in order, in the words of the table of steps: names nobody, no mark and no place. Retention: as the file.';
comment on table enforcement.abandoned_photo is 'Photographs of a vehicle, for the agency that opened its file alone. Retention: as the file.';
comment on column enforcement.abandoned_photo.file_id is 'The picture, a platform.file; held until a scanner has passed it.';
comment on table enforcement.abandoned_place is 'The registration mark, where the vehicle stands, whose land it is and where it is stored, for the agency that answers alone. Retention: as the file.';
comment on column enforcement.abandoned_place.mark is 'In the one form by which marks are compared.';
comment on column enforcement.abandoned_place.mark_key is 'The mark with letters and figures that an eye mixes up made alike: for finding, never for showing.';
comment on table enforcement.abandoned_reason is 'Why a step was taken and what shows it, who objected or claimed, in the officer''s words, for the agency that answers alone. Retention: as the file.';
comment on table enforcement.abandoned_service is 'Proof of service of a notice: in which ways, when and by whom. Retention: as the file.';
comment on table enforcement.adopted_amount is 'What a council adopted inside the range, with the minute that says so. Retention: kept.';
comment on column enforcement.adopted_amount.closes_id is 'The amount that ends the day before this one starts, and ended on closes_was before, if on any day.';
comment on column enforcement.adopted_amount.withdrawn_at is 'Taken back before its first day: it never applied to any offence.';
comment on table enforcement.case_event is 'What happened on a case, in order. Retention: as the case.';
comment on table enforcement.case_file is 'A problem followed to its end across services. Retention group by outcome; default 6 years.';
comment on column enforcement.case_file.is_personal is 'About identifiable people: seen by the services on it alone.';
comment on column enforcement.case_file.escalation_rule is 'Which of the rules opened it: not-solved, more-than-one-service, failed-before (S2-28).';
comment on table enforcement.case_service is 'The services working on a case: its matter membership. Retention: as the case.';
comment on table enforcement.closure is 'The closure of one premises from the checklist to the end of the order; where it is and who lives there stand apart. Retention: 6 years after the end.';
comment on column enforcement.closure.district_code is 'All that anybody outside the agency reads of where it is.';
comment on column enforcement.closure.hearing_by is 'Last moment of the 48 hours after service in which the court hears the application, s.80; Christmas Day does not count.';
comment on column enforcement.closure.is_everyone_excluded is 'Whether the order keeps out those who live there too: a court may, a notice never does.';
comment on column enforcement.closure.appeal_until is 'Last of the 21 days to appeal to the Crown Court.';
comment on column enforcement.closure.claim_until is 'Last day to ask for compensation or costs, 3 months after the end.';
comment on column enforcement.closure.appealed_on is 'Day of the last appeal to the Crown Court.';
comment on column enforcement.closure.appeal_hearing_on is 'Day on which that appeal is heard, as it was last set or put off.';
comment on column enforcement.closure.appeal_decided_on is 'Day on which that appeal was decided or withdrawn; null while it waits.';
comment on table enforcement.closure_check is 'The safeguarding checklist of a closure, an answer an item, for the issuing agency alone. Retention: as the file.';
comment on table enforcement.closure_document is 'The very notices that were served, with their hashes, for the issuing agency alone. Retention: as the file.';
comment on column enforcement.closure_document.shows_address is 'Printed with the address: opened no more once somebody who lives there must stay hidden.';
comment on table enforcement.closure_event is 'What happened to a file, in order, in the words of the table of steps: names nobody outside and no place. Retention: as the file.';
comment on table enforcement.closure_occupant is 'Who lives at, owns, runs or visits the premises, for the issuing agency alone. Retention: as the file.';
comment on column enforcement.closure_occupant.is_barred is 'The notice keeps them out by name. It cannot keep out whoever habitually lives there or owns it, s.76(4).';
comment on table enforcement.closure_place is 'Where the premises are, what happens there and who owns them, for the issuing agency alone. Retention: as the file.';
comment on table enforcement.closure_reason is 'Why a step was taken and who was asked, in the officer''s words, for the issuing agency alone. Retention: as the file.';
comment on table enforcement.closure_service is 'Proof of service at the premises: in which ways, when and by whom, and by whose power. Retention: as the file.';
comment on table enforcement.encampment is 'One unauthorised encampment from its report to its debrief; where it is, how many people and their welfare stand apart. Retention: 6 years after the end.';
comment on column enforcement.encampment.district_code is 'All that anybody outside the agency reads of where it is.';
comment on column enforcement.encampment.police_return_until is 'The same after a direction of the police: 3 months, from 28 June 2022 12.';
comment on column enforcement.encampment.return_until is 'Last day on which coming back with a vehicle is an offence after a direction of the council, s.77(3).';
comment on column enforcement.encampment.notice_until is 'End of the 24 hours after the notice of removal, s.78; nothing is removed before.';
comment on table enforcement.encampment_after is 'What follows an encampment: its waste, the score of the land and the debrief, for the agency that answers alone. About land and work, never about who was there. Retention: as the file.';
comment on column enforcement.encampment_after.waste_report_id is 'The report of fly-tipping that the waste is, shown to those who may see that report.';
comment on column enforcement.encampment_after.answers is 'Each item of the matrix as it was asked, with its score from 0 to 3.';
comment on table enforcement.encampment_document is 'The very directions and notices that were served, with their hashes, for the agency that answers alone. Retention: as the file.';
comment on table enforcement.encampment_event is 'What happened to a file, in order, in the words of the table of steps: names nobody outside and no place. Retention: as the file.';
comment on table enforcement.encampment_measure is 'A measure that makes land harder to come onto, with who sees to it until when. Retention: as the file.';
comment on table enforcement.encampment_place is 'Which land it is, whose, and how many people are on it, counted and not named, for the agency that answers alone. Retention: as the file.';
comment on table enforcement.encampment_reason is 'Why a step was taken, what the police decided and why, the debrief, in the officer''s words, for the agency that answers alone. Retention: as the file.';
comment on table enforcement.encampment_service is 'Proof of service on the land: in which ways, when and by whom. Retention: as the file.';
comment on table enforcement.encampment_vehicle is 'Registration marks of vehicles on the land, in the one form by which marks are compared. Retention: as the file.';
comment on table enforcement.encampment_welfare is 'The welfare assessment, an answer an item, for the agency that answers alone. Retention: as the file.';
comment on function enforcement.encampment_returns(uuid) is 'Directions that a vehicle of one file of the viewer''s own agency had when it came, of their agency and of those that share cases with it today.';
comment on function enforcement.penalty_hides_place(uuid) is 'Whether whoever the penalty is to has an address that must stay hidden. Says neither who nor where.';
comment on function enforcement.penalty_is_own() is 'Lets an agency write its own fixed penalties and no other''s, whatever the connection asks.';
comment on table enforcement.penalty is 'A fixed penalty notice; who it is to stands apart. Retention: 6 years after the end.';
comment on column enforcement.penalty.pay_until is 'Last day to pay: the local window, never less than the days in which no prosecution may start.';
comment on column enforcement.penalty.prosecute_from is 'First day on which proceedings may begin.';
comment on column enforcement.penalty.pspo_id is 'The order that was broken, where the offence is the breach of one; chosen where several cover the place, else found when the notice is signed.';
comment on table enforcement.penalty_document is 'The very papers that were sent, with their hashes, for the issuing agency alone. Retention: as the penalty.';
comment on column enforcement.penalty_document.shows_address is 'Whether an address was printed on it; such a paper is not opened once that address must stay hidden.';
comment on column enforcement.penalty_document.format is 'What kind of file the bytes are.';
comment on table enforcement.penalty_event is 'What happened to a penalty, in order, naming nobody outside. Retention: as the penalty.';
comment on table enforcement.penalty_evidence is 'What shows the offence and who did it, for the issuing agency alone. Retention: as the penalty.';
comment on column enforcement.penalty_evidence.taken_at is 'When it was taken, where that is known and not the moment in which it was added.';
comment on column enforcement.penalty_evidence.camera_at is 'When a photograph was taken by its camera''s own clock, which names no zone.';
comment on column enforcement.penalty_evidence.camera_lon is 'Where it was taken as the camera told; shown to nobody where an address must stay hidden.';
comment on table enforcement.penalty_law is 'The range the law allows for a penalty, by day of the offence. Closed and followed, never edited. Retention: kept.';
comment on column enforcement.penalty_law.general_knowledge is 'Figures of this row that no source was found for.';
comment on column enforcement.penalty_law.status is 'A row awaiting confirmation or off never applies, whatever its dates.';
comment on column enforcement.penalty_law.confirmed_words is 'Where an administrator found confirmed what was switched on.';
comment on table enforcement.penalty_payment is 'Money received for a penalty, by the day it came. Income is the sum of these. Retention: as the penalty.';
comment on table enforcement.penalty_recipient is 'Who the notice is to, for the issuing agency alone. Retention: as the penalty.';
comment on table enforcement.protection is 'A community protection warning and what follows it, for one subject and one conduct; who it is and what they did stands apart. Retention: 6 years after the end.';
comment on column enforcement.protection.street_words is 'Nearest street of the gazetteer, never what somebody typed: it stands in the published table.';
comment on column enforcement.protection.comply_by is 'Last day of the time given by the warning: a notice is served after it.';
comment on column enforcement.protection.appeal_until is 'Last of the 21 days beginning with the day of the notice, s.46(2).';
comment on column enforcement.protection.breach_max_pence is 'Most that the law in force on the day of the breach allowed for a fixed penalty.';
comment on column enforcement.protection.prosecuted_on is 'When the court was asked to try the breach: the information laid, or the charge and requisition issued.';
comment on column enforcement.protection.tried_on is 'When the court decided, or the prosecution was withdrawn.';
comment on column enforcement.protection.verdict is 'What the court decided; it stays when the file ends. Of whoever was acquitted no breach is counted or published.';
comment on table enforcement.protection_document is 'The very letters that were served, with their hashes, for the issuing agency alone. Retention: as the file.';
comment on column enforcement.protection_document.shows_address is 'Whether an address was printed on it; such a letter is not opened once that address must stay hidden.';
comment on table enforcement.protection_event is 'What happened to a file, in order, in the words of the table of steps: names nobody outside. Retention: as the file.';
comment on table enforcement.protection_evidence is 'What shows the conduct, by the day it happened, for the issuing agency alone. Retention: as the file.';
comment on column enforcement.protection_evidence.camera_at is 'When a photograph was taken by its camera''s own clock, which names no zone.';
comment on column enforcement.protection_evidence.camera_lon is 'Where it was taken as the camera told; shown to nobody where an address must stay hidden.';
comment on table enforcement.protection_reason is 'Why a step was taken, in the officer''s words, for the issuing agency alone. Retention: as the file.';
comment on table enforcement.protection_requirement is 'What a warning or notice asks, s.43(3): stop, do, or take reasonable steps. Retention: as the file.';
comment on column enforcement.protection_requirement.until is 'Last day that it stood in these words: a court varied or quashed the notice.';
comment on table enforcement.protection_service is 'Proof of service: how, when and by whom, and by whose power. Retention: as the file.';
comment on table enforcement.protection_subject is 'Who is warned, where, and what they did, for the issuing agency alone. Retention: as the file.';
comment on column enforcement.protection_subject.others_told is 'Whom the issuer thought it right to inform before the notice, s.43(6), or why nobody.';
comment on table enforcement.protection_table is 'The community protection table as it was published: place, summary and update, no names. Retention: kept.';
comment on column enforcement.protection_table.sha256 is 'SHA-256 of the rows as they stand: a street is taken out of an edition, and the hash made anew, when the address of somebody warned there must stay hidden.';
comment on table enforcement.pspo is 'One public spaces protection order, or an older order that has effect as one, from its proposal to its end. Retention: 6 years after the end.';
comment on column enforcement.pspo.area_code is 'The ward or district that the outline was taken from; empty where it was drawn by its own points.';
comment on column enforcement.pspo.outline is 'The area as it was when the file was written, the coordinates of a MultiPolygon in degrees: a boundary review does not move an order.';
comment on column enforcement.pspo.consult_round is 'A further consultation comes before an extension, a variation or a discharge.';
comment on column enforcement.pspo.ends_on is 'The last day of effect.';
comment on table enforcement.pspo_consultee is 'Whom the council consulted or notified, when, and what they answered, for the council alone. Retention: as the file.';
comment on table enforcement.pspo_document is 'The order as it was made, varied and extended, with its hash, for the council alone; the public reads what was published. Retention: as the file.';
comment on table enforcement.pspo_event is 'What happened to a file, in order, in the words of the table of steps. Retention: as the file.';
comment on table enforcement.pspo_officer is 'Whom the council authorised to enforce an order, and to which last day, for the council alone. Retention: as the file.';
comment on table enforcement.pspo_publication is 'The text of an order as it was published, an edition a publication; anybody may read it. Retention: as the file.';
comment on column enforcement.pspo_publication.ended_on is 'The day on which the order was discharged before its last day; of effect no longer on that day.';
comment on table enforcement.pspo_reason is 'The evidence, what consultees said and why a step was taken, for the council alone. Retention: as the file.';
comment on table enforcement.site_matrix is 'What an agency asks of land to score how easily it is come onto, in versions. Retention: kept, it is about nobody.';
comment on table enforcement.vehicle_charge is 'What a council asks for the removal of an abandoned vehicle and for a day in its store, from a day on. Retention: kept, it is about nobody.';
comment on column enforcement.vehicle_charge.pence is 'Null: nothing from that day on.';
comment on column enforcement.vehicle_charge.valid_from is 'For vehicles removed on that day or later; after the day it was entered, so that no removal that was made changes its charge.';
comment on table field.capture is 'What was written on a telephone and delivered: which record it made, so that the same thing delivered again makes no second. Retention: 1 year after it was delivered.';
comment on column field.capture.body_sha256 is 'What was delivered, by its hash: the same number with other words is told so and not passed over.';
comment on table field.device_key is 'What an officer’s telephones seal their unsent work with: given to that officer alone, after signing in. Retention: until the officer has left, and at least 1 year.';
comment on table field.photo is 'Photographs and signatures that wait for the notice they belong to; they go into its evidence when it is delivered. Retention: 14 days.';
comment on table field.place_screening is 'Which screening answered for a place of an officer’s day, so that looking at the day again screens no place twice. The key is a hash. Retention: 14 days.';
comment on table governance.access is 'A request of somebody for their own data, and its clock. Retention: 3 years after the answer, proposed.';
comment on column governance.access.keys is 'Exact keys of the person, by which records are found: kind and value.';
comment on table governance.access_document is 'The letter and the bundle that were given, and the schedule of what was left out, which is the officer''s alone. Retention: as the request.';
comment on table governance.access_event is 'What happened to a request, in order. Retention: as the request.';
comment on table governance.access_item is 'Something that the agency holds about whoever asks, and whether it is given or left out, by whom, why. Retention: as the request.';
comment on column governance.access_item.others is 'Names of other people that stand with it, which are taken out before anything is proposed.';
comment on table governance.access_pause is 'Days on which the clock stood still, while the person was asked what they want. Retention: as the request.';
comment on table governance.access_reason is 'Why a step was taken. Retention: as the request.';
comment on view governance.candidate is 'Everything that has come to its end, of every kind: whose it is, from which day its time is counted, and why it stays all the same. No login reads it.';
comment on view governance.ended_commissions is 'Commissions to the intelligence unit by the last day of each, for whoever commissioned and for the unit, and what keeps one. No login reads it.';
comment on view governance.ended_enforcement is 'Files of enforcement and prosecution that have come to their end, and what keeps one. No login reads it.';
comment on view governance.ended_first is 'Reports, records, lists, the victim register, markers, requests, and what is nobody''s: what has come to its end. No login reads it.';
comment on view governance.ended_groups is 'Cards of organised crime groups that were put away, and what keeps one. No login reads it.';
comment on view governance.ended_intelligence is 'What of the intelligence side and of questions to it has come to its end, and what keeps it. No login reads it.';
comment on view governance.ended_people is 'Cases of anti-social behaviour, nominations, case reviews and traders that have come to their end, and what keeps one. No login reads it.';
comment on view governance.ended_vehicles is 'Files of abandoned vehicles that have come to their end, and what keeps one. No login reads it.';
comment on view governance.ended_work is 'Days of action, test purchases, premises, the work of joint teams and tasks that have come to their end, and what keeps one. No login reads it.';
comment on function governance.gather_access(uuid) is 'What the viewer''s own agency holds about whoever made an open request, and whether it is theirs for certain: for its auditor alone, and nothing of the intelligence side.';
comment on function governance.is_asked_of(text,text,uuid,uuid) is 'Whether an open request for their own data, of any agency or of one, may be about a record.';
comment on function governance.is_enquired_about(uuid) is 'Whether an item may be about somebody of whom the unit was asked in an enquiry that no round has considered yet.';
comment on function governance.name_in(jsonb) is 'The name that a record says; empty where it says none.';
comment on function governance.name_says(text,text) is 'Whether a name that stands with something is that of whoever asks: same, maybe (an initial), other, or none where no name stands.';
comment on function governance.others_in(text,text) is 'The name that is taken out because it is somebody else''s.';
comment on function governance.parts_due(text[],uuid[],date[]) is 'Of many kinds and agencies at one, which have records that are due to go and kept by nothing; those alone.';
comment on function governance.plain_name(text) is 'The parts of a name without accents, points and capitals.';
comment on table governance.kind is 'Each kind of record that may be let go: the table it stands in, and whether its rows go or are emptied and stay for the counts. Holds nobody''s data. Retention: kept.';
comment on column governance.kind.root_id is 'The column that its id stands in.';
comment on table governance.legal_hold is 'That a record is not deleted while proceedings, an inquiry or a request about it run: by whom, why, and until it was lifted. Retention: 6 years after it was lifted.';
comment on table governance.part is 'What a kind of record is made of, in the order in which it goes: rows of a table that are deleted, or columns of it that are emptied. Holds nobody''s data. Retention: kept.';
comment on column governance.part.rows is 'Which rows, as a condition; $1 holds the ids of what is let go.';
comment on column governance.part.columns is 'What is emptied: a column, which takes the emptiness of its type, or «column = expression».';
comment on table governance.period is 'How long an agency keeps a kind of record whose period neither law nor guidance is known to name; the newest holds, no months is off. Retention: kept.';
comment on view governance.person is 'Whom a record that may be let go is about. No login reads it.';
comment on table governance.run is 'How many records of a kind went in one go, by which period; which ones is in the audit, as hashes of their ids. Retention: kept.';
comment on table governance.stripped is 'Records that stay for their counts, with nothing about anybody left in them. Retention: kept.';
comment on table inspection.attempt is 'An attempt to buy at premises and what came of it: nothing of who sold, and of the volunteer a code and an age. Retention: as the operation.';
comment on table inspection.attempt_detail is 'What was said at the till, for the agency that recorded it and the one that leads; never printed or exported. Retention: as the operation.';
comment on table inspection.attempt_document is 'The very letters that told businesses the result, a pass too. Retention: as the operation.';
comment on table inspection.award is 'An application of premises for the award of a scheme and what was decided. Retention: 6 years after the decision.';
comment on table inspection.award_answer is 'What an assessor found out of one criterion. Retention: as the award.';
comment on table inspection.award_document is 'Certificates as they were printed. Retention: as the award.';
comment on table inspection.concern is 'Premises of concern: why, for the agency that keeps them. Retention: as the premises.';
comment on column inspection.concern.shared_words is 'What the agencies of a Joint Action Group read of it.';
comment on table inspection.follow_up is 'What follows an attempt: training, warning, refusals book, re-inspection, licence review, penalty to the seller. Retention: as the operation.';
comment on column inspection.follow_up.penalty_id is 'The penalty of the seller, by its id alone: who they are stands there and nowhere here.';
comment on function inspection.area_figures(uuid) is 'Test purchases of a scheme''s district that are over, counted, for the agencies of its group: those that whoever runs it, or the reader, took part in.';
comment on function inspection.has_letter(uuid) is 'Whether the business was written to after an attempt, for the agencies that take part.';
comment on table inspection.kept_address is 'The address of premises while it must stay hidden; no login reads it. Retention: as the premises.';
comment on table inspection.licensing is 'One review of a premises licence, for the agency that keeps it alone; what the public reads is inspection.licensing_publication. Retention: as the premises.';
comment on column inspection.licensing.certificate is 'Of a summary review: who of the police certified what.';
comment on column inspection.licensing.representations_until is 'Last day for representations by the period that the agency uses; null where it uses none.';
comment on column inspection.licensing.hearing_by is 'Last day for the hearing by the period that the agency uses; null where it uses none.';
comment on table inspection.licensing_clock is 'The number that an agency uses for a period of a review from a day on, and where it has it from; null: none. Retention: kept, it is about nobody.';
comment on table inspection.licensing_document is 'Application, notice and decision letter as they were made, with their hashes. Retention: as the review.';
comment on table inspection.licensing_event is 'What happened to a review, in order, in the words of the table of steps. Retention: as the review.';
comment on table inspection.licensing_evidence is 'What the records of the premises showed when the review was begun: sales, what was decided, visits. Names nobody. Retention: as the review.';
comment on table inspection.licensing_publication is 'What anybody may read of a review once notice of it was given: premises by name, grounds, days and outcome; no address, no evidence, no words of anybody. Retention: as the review.';
comment on column inspection.licensing_publication.is_withheld is 'The address of the premises must stay hidden: nobody is shown the row.';
comment on table inspection.licensing_reason is 'Why a step was taken, in the officer''s words. Retention: as the review.';
comment on table inspection.licensing_representation is 'What a responsible authority or another person says about a review; no field for a name. Retention: as the review.';
comment on table inspection.member is 'Premises that belong to a scheme, when they joined and were trained. Retention: 6 years after they left.';
comment on table inspection.persistent_decision is 'What was decided about persistent selling, up to which sale. Retention: as the premises.';
comment on table inspection.premises is 'Premises with their licence and risk, tied to the records of firm and place. Retention: 6 years after the last visit or test.';
comment on column inspection.premises.agency_ids is 'Who reads the card: the agency that keeps it, and those it shares a concern with. Plans to test the premises are no part of the card.';
comment on column inspection.premises.address is 'As in the record of the place; not read once the record must stay hidden.';
comment on table inspection.premises_document is 'Closure notices for persistent selling (Licensing Act 2003 s.169A) as they were given, with their hashes. Retention: as the premises.';
comment on table inspection.premises_event is 'What happened to premises, in order, for the agency that keeps them. Retention: as the premises.';
comment on table inspection.premises_reason is 'Why something was done about premises, for the agency that keeps them. Retention: as the premises.';
comment on table inspection.premises_screen is 'The officer-safety screen of premises that was made last, when a visit or a test was planned. Holds no marker: what holds is read from the screen. Retention: as the premises.';
comment on column inspection.premises_screen.screening_id is 'The row of assurance.screening; it goes by its own months.';
comment on table inspection.purchase is 'A test-purchase operation. Retention: 6 years after the day.';
comment on table inspection.purchase_covert is 'Whether the covert law was considered and with what answer, for the agency that leads; authorisations themselves are never kept here. Retention: as the operation.';
comment on table inspection.purchase_event is 'What happened to a test-purchase operation, in order; names no premises and no volunteer. Retention: as the operation.';
comment on table inspection.purchase_officer is 'Who does what on a test-purchase operation, and by which power. Retention: as the operation.';
comment on table inspection.purchase_reason is 'Why a step was taken, for the agency that leads. Retention: as the operation.';
comment on table inspection.sale is 'An unlawful sale proved by a paid penalty that no test purchase led to. Retention: as the premises.';
comment on table inspection.sample is 'A sample taken on a visit, and what came of it. Retention: as the visit.';
comment on table inspection.scheme is 'A scheme that premises join: Nightsafe with its award, Hotel Watch, a Community Alcohol Partnership; and the agencies of its group. Retention: kept.';
comment on column inspection.scheme.status_why is 'Why the scheme was put on hold or opened again, for its group.';
comment on table inspection.selection is 'Premises to be tested: for the agency that leads, and for those that take part from the day on. Retention: as the operation.';
comment on column inspection.selection.record_ids is 'Records of firm and place: the address is not read once one of them must stay hidden.';
comment on table inspection.selection_intelligence is 'Why premises were chosen by intelligence, for whoever in the lead agency was given the package and acknowledged its conditions. Retention: as the operation.';
comment on table inspection.selection_reason is 'Why premises were chosen, for the agency that leads alone; of intelligence that there is some, and no more. Retention: as the operation.';
comment on table inspection.visit is 'An inspection, revisit or joint visit, planned and done. Retention: as the premises.';
comment on table inspection.visit_company is 'Who goes along on a visit to premises, by name, where somebody does: for the agency that planned it. Retention: as the premises.';
comment on table inspection.volunteer is 'A volunteer of a test purchase by a code and the age on the day; who they are is kept nowhere in this product. Retention: as the operation.';
comment on table inspection.welfare_line is 'How a volunteer was looked after, for the agency that leads. Retention: as the operation.';
comment on table intake.fly_tip is 'A report of fly-tipping as the national return asks it, by the agency that had the report. Codes and numbers alone. Retention: kept for the counts, it is about nobody.';
comment on column intake.fly_tip.is_evidence is 'Whether evidence of who did it was found; what it is stands with the penalty or the case.';
comment on table intake.fly_tip_action is 'One action of the ladder that answered a fly-tip. Codes and numbers alone. Retention: kept for the counts, it is about nobody.';
comment on table intake.import_file_part is 'The file itself, in pieces, for the officers of the agency that gave it. Retention: 30 days after it was loaded, undone or last looked at; at once when it is put away.';
comment on table intake.import_preview is 'The first rows of a file, for choosing its columns by sight, and the words for a category that nothing is matched to. Retention: as the file.';
comment on table intake.import_problem is 'Why a row was not loaded. Holds no value from the row. Retention: 1 year.';
comment on column intake.import_problem.mend is 'What the person who made the file can do about it.';
comment on table intake.import_progress is 'How far the worker has come with a file; written beside its transaction, so that it can be read before the end. Retention: as the run.';
comment on table intake.import_run is 'One load of a file: every row is accepted, rejected with a reason, or known already. Retention: 6 years.';
comment on column intake.import_run.agency_id is 'Who received the reports of the file; their officers see the run.';
comment on column intake.import_run.columns is 'Names of the columns of the file, in order.';
comment on column intake.import_run.findings is 'What the check found, as counts: rows by service. Holds no value from a row.';
comment on table intake.import_source is 'Where an agency''s lists come from, with the columns chosen the last time. Retention: as long as the agency uses it.';
comment on table intake.import_withdrawn is 'Reports that were taken back when a load was undone, by their references alone. Retention: as the run.';
comment on function intake.asked(tsquery,text[]) is 'A question about words as one about the same words under one of some marks; null where it has no word.';
comment on function intake.marked(tsvector,text) is 'Words under a mark, as ''a1b2c word'', with their places, and the mark itself.';
comment on function intake.running_target(date,date) is 'What open reports point at that are counted from one day to another; made where there is none. Whoever may add a report may not write it otherwise.';
comment on function intake.set_target() is 'Finds the day that a report is counted to; stops it where the report is closed, and lets it run where it is taken up again.';
comment on function intake.stopped_target(integer) is 'What a report points at from when it is no longer open: the day as it stood then.';
comment on table intake.map_tally is 'How many reports in each square of the map, by what decides who sees them; written by the triggers of intake.report in the transaction of the change, as rows to be added up. Retention: as the reports.';
comment on column intake.map_tally.east is 'Number of the square from Greenwich: 64 to a degree of longitude, some 1.1 km each.';
comment on column intake.map_tally.north is 'Number of the square from the equator: 102.4 to a degree of latitude.';
comment on column intake.map_tally.service_id is 'Only of sensitive reports, whose service alone sees them.';
comment on column intake.map_tally.n is 'Reports added, or fewer: below nought where reports left this square.';
comment on column intake.map_tally.lon_sum is 'Degrees of longitude added up, for the middle of a spot; exact, so that what leaves leaves nothing behind.';
comment on table intake.message is 'Questions and answers between the owning service and the reporter, who may be anonymous. Retention: as the report.';
comment on table intake.report is 'Something somebody told us, as told, with its owner. Retention group by outcome; default 6 years.';
comment on column intake.report.is_sensitive is 'Seen by the owning service alone: its existence is restricted.';
comment on column intake.report.received_precision is 'Some feeds publish the day or the month only; received_at is then its first instant.';
comment on column intake.report.route_why is 'The rule and the facts that chose the service, for opening on the page.';
comment on column intake.report.first_target_on is 'The day to be dealt with by as it was told when the report was taken. The day in force is intake.target''s.';
comment on column intake.report.search is 'The words of a report by their stems; and once more, each behind the mark of whom the policy shows it to: of an ordinary one its owner and its taker, of a sensitive one its service.';
comment on column intake.report.target_id is 'The day to be dealt with by; a trigger sets it.';
comment on table intake.report_event is 'What happened to a report, in order. Public lines are what its reporter reads. Retention: as the report.';
comment on table intake.report_tally is 'How many reports of each month, by what decides who sees them and by one facet at a time; written by the triggers of intake.report in the transaction of the change, as rows to be added up, so that nobody waits for anybody. Words and places of nobody. Retention: as the reports.';
comment on column intake.report_tally.facet is 'routing: how it found its service; state: what it is about and how it stands; channel: how it came; wait: minutes from receipt to the service that has it. Columns of other facets are empty.';
comment on column intake.report_tally.month is 'First day of the month of receipt, by London days.';
comment on column intake.report_tally.service_id is 'Only of sensitive reports, whose service alone sees them.';
comment on column intake.report_tally.n is 'Reports added, or fewer: below nought where reports left this line.';
comment on table intake.report_word is 'Each plain word, by its stem, of any report, without the report. Read only inside intake.query_like, whose query is then held against the reports a viewer may see. Retention: while a report says it; the job refresh-report-words takes others away once a week.';
comment on table intake.reporter is 'Who reported, for the owning service alone. No row at all for an anonymous report. Retention: 2 years after close.';
comment on table intake.return_phrase is 'Hash of the words with which a reporter comes back. Retention: as the report.';
comment on table intake.sent_form is 'Forms that became a report, so that a reload makes no second one. Says nothing of who sent it. Retention: 1 day.';
comment on column intake.sent_form.form_hash is 'sha256 of the random token in the form and of the answers: not the token, from which the way back could be made again.';
comment on table intake.target is 'A day to be dealt with by, which all reports share that are counted from one day to it. Retention: kept; it is about nobody.';
comment on column intake.target.counted_from is 'The day in London that its reports were received.';
comment on column intake.target.moves is 'How often a changed calendar moved it. One that was moved takes no new reports: what is in intake.target_move is of all that it has.';
comment on column intake.target.stopped_of is 'Set on what reports point at that are no longer open: the running one they left, after so many moves. It never moves; a report taken up again goes back.';
comment on table intake.target_move is 'That a changed calendar moved a day: a line in the history of each report that points at it. Retention: kept; it is about nobody.';
comment on table intelligence.attachment is 'A file that was attached to an e-mail of the queue, as it came. The intelligence side alone. Retention: as the item; without one, as the file of the feed.';
comment on column intelligence.attachment.said_type is 'What the e-mail says that it is.';
comment on column intelligence.attachment.found_type is 'What its first bytes say that it is, a code of attachment.rules.ts.';
comment on table intelligence.check_grant is 'Who of the unit may ask a restricted system, until when, on which vetting and training; let by somebody else. Retention: kept with the checks.';
comment on table intelligence.closed_item is 'Items that stay closed to an officer who supported a case at court, with the file and the day: the conflict log of the unit. Retention: with the item.';
comment on column intelligence.closed_item.reopened_by is 'The manager of the unit who gave their word, never the officer themselves.';
comment on table intelligence.closed_source is 'Sources whose material stays closed to an officer who supported a case at court (domain section 7, no. 22). Retention: with the source.';
comment on table intelligence.commission_work is 'What the unit found and proposes to answer, and the minutes it cost. The findings never cross. Retention: emptied by the months of the unit''s agency.';
comment on table intelligence.conversion is 'One conversion of 5x5x5 grades in bulk: who, when, how many, and that it was undone. Names no item. Retention: kept; it is days and numbers.';
comment on table intelligence.draft is 'A package as the unit drafts it. The intelligence side alone. Retention: 6 years after the last outcome.';
comment on column intelligence.draft.retention_group is 'Group of police information, by which its first review is set; none until it is released.';
comment on column intelligence.draft.review_on is 'The day on which the manager looks whether it is still needed.';
comment on column intelligence.draft.priority_id is 'The priority of the control strategy that it answers; of the version that held when it was drafted.';
comment on table intelligence.draft_paragraph is 'Which paragraphs a package is made from: read on the intelligence side to follow an outcome back to items, never copied. Retention: as the draft.';
comment on table intelligence.draft_review is 'That somebody looked whether a product is still needed, and what they found. Retention: as the draft.';
comment on table intelligence.enquiry is 'What the intelligence manager answered to an enquiry, and why. Crosses to nobody. Retention: 6 years.';
comment on table intelligence.enquiry_document is 'The sensitive schedule as it was printed, with its hash. The intelligence side alone. Retention: as the enquiry.';
comment on table intelligence.enquiry_line is 'The sensitive schedule of an enquiry: what is held, why it is sensitive, whether it meets the test, or under which exemption it is withheld. The intelligence side alone. Retention: 6 years.';
comment on column intelligence.enquiry_line.given is 'Of a subject access request: the words that are given, if any; they cross in the round.';
comment on column intelligence.enquiry_line.is_watch is 'Whether it tells of an entry of the watchlist: for whoever made the line and the manager alone.';
comment on table intelligence.external_check is 'One question to a system outside: what, why, by whom, and what came of it; that nothing was found is an answer. What was asked and what was answered is never changed. Retention: with the items of the unit.';
comment on column intelligence.external_check.document is 'What the connected register answered, cut to what is shown; null where somebody asked by hand.';
comment on table intelligence.feed_file is 'A file of items that the unit was given by another system or by e-mail, and what came of it. Retention: 2 years.';
comment on column intelligence.feed_file.feed_code is 'The name of the feed in one form: rows of the same feed are known again.';
comment on table intelligence.feed_key is 'By what a row of a feed is known again: its own reference, or a hash of its words. Retention: as the item.';
comment on table intelligence.feed_row is 'Rows of a file that waits, and after its load those that were rejected. Retention: rows that became items or were known go with the load; the rest once the file is put away.';
comment on table intelligence.grading is 'Every grading and regrading of a paragraph: who, when, from, to, why. Never changed. Retention: as the item.';
comment on table intelligence.harm_assessment is 'How much harm the unit takes a person, firm or place to do: what was answered, on which grounds, by which matrix, with which score. The highest number of a subject holds. Retention: as the items of the subject.';
comment on column intelligence.harm_assessment.subject is 'The exact key of the subject, as its links have it; of a name alone the one link.';
comment on table intelligence.harm_matrix is 'The numbers by which a unit weighs harm, each version whole; the newest holds, none is the one that this product proposes (number 0). Retention: kept.';
comment on function intelligence.firms_linked(text[]) is 'Firms, of some names in one form, to which an item of the viewer''s unit is linked that is not closed to them; fifty at most.';
comment on function intelligence.item_of(text) is 'The item of a reference, if the viewer''s unit holds it and it is open to them.';
comment on function intelligence.items_alike(text,integer) is 'Items of the viewer''s unit that are open to them and whose titles have nearly those letters, likest first.';
comment on function intelligence.items_found(text,text[],text,integer,integer) is 'The newest items of the viewer''s unit that say some words, narrowed as the queue is; as many as are asked for.';
comment on function intelligence.items_within(text,timestamp with time zone,timestamp with time zone,integer) is 'The items of the viewer''s unit that came within a period and say some words, the newest so many.';
comment on function intelligence.named_alike(text,text[],text[],integer) is 'Confirmed links of items of the viewer''s unit that are open to them, whose names have nearly those letters or that have one of some exact keys, likest first.';
comment on table intelligence.item is 'One piece of information that came in, as it was given; never edited. The intelligence side alone. Retention: review after 6 years, by the retention group of what it is about.';
comment on column intelligence.item.how_known is 'How whoever gave it knows: may point to a source, so it never crosses.';
comment on column intelligence.item.fears_for_source is 'Whoever gave it says that somebody could come to harm if it were known where it came from.';
comment on column intelligence.item.submitted_by is 'The officer who sent the form; who told them may be in how_known.';
comment on column intelligence.item.wanted is 'What the unit would like to know besides: looked for in records and with partners, never asked of a source.';
comment on column intelligence.item.is_sensitive is 'The sensitive twin of its state: for the manager and the officers named on it alone.';
comment on column intelligence.item.sensitive_readers is 'Officers of the unit who read it beside the manager.';
comment on column intelligence.item.return_reason is 'Why it was returned, a code of reference/return-reasons.ts.';
comment on column intelligence.item.returned_by is 'Who returned it for deletion: somebody else decides.';
comment on table intelligence.item_event is 'What was done with an item, by whom. Retention: as the item.';
comment on table intelligence.item_review is 'That somebody looked whether an item of intelligence is still needed, what they decided and why, and when it is looked at again. Retention: as the item; the reason is emptied with it.';
comment on table intelligence.kept_chart is 'A link chart as one officer arranged it: the ids that it starts from, that are hidden, pinned and asked for a way, with how far it goes. Nobody else of the unit reads it. Retention: until the officer discards it; it holds no word of an item.';
comment on column intelligence.kept_chart.start_id is 'The link that it starts from; it may have gone, or be closed to the officer by now.';
comment on table intelligence.link is 'One tie of an item to somebody or something, by one role, confirmed or refused by a person; ended, never deleted. Retention: as the item.';
comment on column intelligence.link.key_kind is 'The exact key by which the same is met in other items and in records of services; a name alone has none.';
comment on table intelligence.mention is 'Telephone numbers, registration marks, e-mail addresses and postcodes that stand in an item, each in one form. Retention: as the item.';
comment on column intelligence.mention.received_at is 'When the item came in: what holds the same is looked for from the newest on.';
comment on table intelligence.ocg is 'A card of an organised crime group, suspected, confirmed, inferred from an undetected series, or put away. Read by the unit that keeps it. Retention: reviewed, by the items it rests on.';
comment on column intelligence.ocg.review_on is 'The day by which somebody of the unit looks at the card again; six weeks from the last look at the latest.';
comment on table intelligence.ocg_action is 'What a group’s 4P plan sets somebody to do, by when, and what came of it. Retention: with the card.';
comment on table intelligence.ocg_assessment is 'What was thought of a group: intent, capability, which of the five characteristics, and the two tests, with grounds. The highest number holds; none is ever changed. Retention: with the card.';
comment on table intelligence.ocg_disruption is 'What disrupted a group, how much, which strand it served and what shows it. Retention: with the card.';
comment on table intelligence.ocg_event is 'What happened to a card: opened, changed, looked at again, confirmed, put away; who, when and why. Retention: with the card.';
comment on table intelligence.ocg_member is 'Who or what stands on a card, as what and why, from a link that a person confirmed; taken off with a reason, never deleted. Retention: with the card.';
comment on column intelligence.ocg_member.subject is 'The exact key of the subject, as its links have it; of a name alone the one link.';
comment on table intelligence.paragraph is 'One paragraph of an item with its 3x5x2 grade, where it comes from, and the text that may cross instead of it. Retention: as the item.';
comment on column intelligence.paragraph.provenance is 'How the source knows it. The intelligence side alone; never copied into a package.';
comment on column intelligence.paragraph.sanitised is 'The only words of the paragraph that may cross the wall.';
comment on column intelligence.paragraph.legacy_grade is 'A 5x5x5 grade as an older system had it, such as B24. Read, and never shared until it is graded anew.';
comment on column intelligence.paragraph.conversion_id is 'The conversion that its grade came from; empty once a person has graded it. Nothing of it crosses while it is set.';
comment on table intelligence.priority is 'One priority of a control strategy, the first being the highest, with what is intended under prevention, intelligence and enforcement. Never changed. Names nobody. Retention: kept.';
comment on column intelligence.priority.kinds is 'Codes of the kinds of harm that it is about.';
comment on table intelligence.priority_requirement is 'What the unit needs to know for a priority. Never changed. Names nobody. Retention: kept.';
comment on table intelligence.problem is 'What a problem profile counts: a kind of harm, districts or all, whole months, the side of a square of its map; and which version of the same profile it is. The intelligence side alone. Retention: as the draft.';
comment on column intelligence.problem.from_month is 'First day of the first month.';
comment on column intelligence.problem.to_month is 'First day of the last month.';
comment on column intelligence.problem.series_id is 'The draft of its first version.';
comment on table intelligence.requirement is 'What the unit needs to know. Its question and what to look for are read by whoever may send it a form, while it is shown; why it is asked stays here. Names nobody. Retention: kept.';
comment on column intelligence.requirement.why is 'Why the unit needs to know: for the unit alone.';
comment on table intelligence.requirement_item is 'Items that answer a requirement, as somebody of the unit judged. Retention: with the item.';
comment on table intelligence.requirement_plan is 'The collection plan of a requirement: what is looked for where, by whom and by when, and what came of it. Names nobody. Retention: kept.';
comment on table intelligence.rule is 'What a unit has set instead of the shipped numbers; the newest of a name holds. Retention: 6 years after it is replaced.';
comment on table intelligence.source is 'A source by a pseudonym that says nothing of who it is. Holds no authorisation. Retention: 6 years after its last item.';
comment on column intelligence.source.referred_words is 'That the authorising officer was asked about status drift: a reference and the answer, no authorisation.';
comment on table intelligence.source_identity is 'Who a source is. The sealed login alone: no compartment reads it. Never somebody who is authorised as a covert source, whose identity is not kept here. Retention: as the source.';
comment on table intelligence.strategy is 'A version of the control strategy of the unit: who agreed it on which day, and from when to when it holds. Never changed. Names nobody. Retention: kept.';
comment on column intelligence.strategy.agreed_by is 'The meeting or the post that agreed it.';
comment on table intelligence.vetting is 'What the unit proposes to answer and why, and who authorised it. The reason never crosses. Retention: 6 years.';
comment on view intelligence.wall_refusal is 'Refusals at the sterile wall, without who was refused: for the count that domain 2.3 asks for.';
comment on table intelligence.watch is 'Whom or what an officer of the unit watches for in what comes in, why and until when. The officer and the manager alone. Retention: 6 months after it ended, by a job of its own.';
comment on column intelligence.watch.other_form is 'The words of a name the other way round, so that «Pellow, David» is met too.';
comment on table intelligence.watch_hit is 'That an item says what is watched for, how it was met, and what a person made of it. Written by the database as the item comes in. Retention: with the watch or the item, whichever goes first.';
comment on table jet.course is 'A training session. Retention: 6 years after the day.';
comment on table jet.duties_sent is 'That the duties of a week went to both supervisors, so that they go once. Retention: 1 year.';
comment on table jet.invitation is 'Who was invited to a session, came, and passed; each agency its own officers. Retention: 6 years after the day.';
comment on table jet.lapse_told is 'That a team was told that a power, vetting or training ends: so that it is told once. Retention: 1 year after it ended.';
comment on table jet.month is 'A closed month of a team’s time log: its minutes, the target as it stood, and why where it is red. Retention: 6 years after the month.';
comment on table jet.note is 'How the Enforcement Group reads a rule, for every team; about no person and no case. Retention: kept.';
comment on table jet.patrol is 'A patrol of a plan: what was done and what came of it; of intelligence forms how many alone. Patrol logs are overt. Retention: as the plan.';
comment on table jet.plan is 'A targeted patrol plan: place, days, the priority it serves and what is expected. Retention: 6 years after it ended.';
comment on table jet.power_use is 'That an officer used a power, when and for what, and nobody’s name: schemes of accreditation ask for such a record. Retention: 6 years.';
comment on table jet.reaccreditation is 'Accreditation anew: vetted, trained, assessed, then issued by the force with its powers, badge number and last day. Retention: 6 years after it was issued or stopped.';
comment on table jet.review is 'What a review of a team’s time found: the figures of that day, the finding and what is to be done. Retention: 6 years.';
comment on table jet.shift is 'Who is on duty and when. Retention: 1 year after the day.';
comment on table jet.target is 'The share of counted time that an agency wants spent on enforcement, by date, and how far below is amber. Retention: kept.';
comment on table jet.team is 'A joint enforcement team: area, since when, posts, how it is tasked, which neighbourhood police team it works with. Retention: kept.';
comment on table jet.time_change is 'How an entry of the time log stood before it was corrected or withdrawn. Retention: as the entry.';
comment on table jet.time_entry is 'What an officer spent time on, in whole minutes, by class of activity. Retention: 3 years after the day.';
comment on column jet.time_entry.form_key is 'Given by the form that was sent: the same form sent twice is one entry.';
comment on table linkage.hidden_with is 'Rows that came after an address was hidden and name somebody of that name and birth: hidden with them until somebody says that they are different. Decides about nothing else. Retention: as the row.';
comment on table linkage.judgement is 'Two records are, are not, or may be about the same. Never deleted, only ended; one live judgement a pair. The identity of a record is the connected component of live «same». Retention: as the longer-kept of the two records.';
comment on column linkage.judgement.probability is 'The model''s, 0 to 1. A decision carries that of the proposal it decided; one taken before any model saw the pair gets it from the first that does.';
comment on column linkage.judgement.worth is 'How much a decision would help: uncertain, about people at risk, joining much. Orders the review desk.';
comment on column linkage.judgement.run_id is 'The run of matching that proposed it.';
comment on column linkage.judgement.restores is 'The first judgement of which this is the same again, put back by an undo.';
comment on column linkage.judgement.drawn is 'How the pair came to be decided: worth, in the order of the desk or out of any order; audit, drawn by chance to measure quality. Empty for a model''s, and for decisions before there were draws.';
comment on column linkage.judgement.stratum is 'Of a pair drawn by chance: the band of probability that it was drawn from, by its lower edge.';
comment on column linkage.judgement.stratum_size is 'How many scored pairs that band held when it was decided, of what its officer could see. For nobody else''s pages.';
comment on table linkage.list is 'The inventory: which agency keeps which list, what it is for, what is done for those on it, how many rows it is said to have. Retention: 6 years after it is closed.';
comment on column linkage.list.intervention is 'What the owner does for the people on it: visit, letter, call blocker. Compared between lists in the audit of lists.';
comment on column linkage.list.handling is 'victim: for the safeguarding side of agencies with an agreement. restricted: a national batch; neither rows nor source are shown beyond the officers who keep the register.';
comment on column linkage.list.contact is 'Whom to ask about a person on it, when the list itself may not be seen.';
comment on column linkage.list.closed_at is 'From then on no file is taken for it. Its rows stay as they are until a load is undone. Empty again when it is opened again.';
comment on column linkage.list.entered_by_agency_id is 'Whose officer wrote it into the inventory: whoever keeps the register writes down lists of partners who have not given them.';
comment on column linkage.list.close_reason is 'Why it was closed, in words.';
comment on table linkage.list_entry is 'One row of a list, as it was given, never edited: a changed row is a new entry and the old one is withdrawn. Retention by retention_group.';
comment on column linkage.list_entry.fields is 'The row under the engine''s names of fields: forename and surname, or name where the list gives it whole, dateOfBirth, address, postcode, phone, email.';
comment on column linkage.list_entry.given is 'Every cell of the row under the list''s own headings.';
comment on column linkage.list_entry.source_key is 'The row''s own reference in the list, or a hash of its cells: how a later load knows it again.';
comment on column linkage.list_entry.replaces is 'The entry of the same row as it was given before it was changed.';
comment on column linkage.list_entry.hides_place is 'As records.hidden_address has it.';
comment on column linkage.list_entry.shown is 'The fields that anybody but the worker reads: without where somebody lives where that must stay hidden.';
comment on column linkage.list_entry.reference is 'The list''s own reference, where it gives one. A key that was made of the cells says what is in them to whoever tries, and is the worker''s.';
comment on table linkage.list_load is 'One file given for a list: what was found in it, what was loaded, what was taken back. Retention: as the list.';
comment on column linkage.list_load.agency_id is 'The agency that keeps the list, whoever gave the file.';
comment on column linkage.list_load.is_whole is 'The file is the whole list, so that a row that is not in it is gone; otherwise it only adds and changes.';
comment on column linkage.list_load.list_version is 'The list as it stood when the file was compared with it: nothing is loaded on a list that has moved on.';
comment on table linkage.list_load_file_part is 'The file itself, in pieces. Retention: 30 days after it was loaded, or after it was given where it was not; at once when it is put away.';
comment on table linkage.list_load_row is 'Rows of a file that are new, changed, gone or cannot be loaded, with what is wrong, and the first rows for choosing columns by sight. Retention: as the file.';
comment on column linkage.list_load_row.problems is 'Each with column, value, what is wrong and what mends it.';
comment on table linkage.match_run is 'One run of matching or of training: of whom, by which model, how far it is. It holds no counts, which would tell of rows that a reader may not see. Retention: 6 years.';
comment on table linkage.model is 'A trained model of likeness: how often each level comes among the same and by chance. Holds frequencies of common values, no rows. Retention: as long as a judgement names it.';
comment on table linkage.question is 'A question to the agency that gave a row, about that row alone. The other row of the pair is for whoever asks and is never shown to who is asked. Retention: as the row.';
comment on table linkage.record_key is 'Hashes under which a record is found as perhaps the same as another: of name, birth date, telephone, address in their tidied forms. Retention: as the record.';
comment on table linkage.rule is 'Numbers that matching goes by, each with its day and reason; the newest of a name holds. Retention: 6 years after it is replaced.';
comment on table linkage.sealed_address is 'The address of a row whose address must stay hidden, taken out of the row as it was loaded. No login of an officer reads it: an address is revealed by a function that writes down who asked and why. Retention: as the row.';
comment on table linkage.second_opinion is 'Decided pairs that somebody else decides again without being told the first answer. Retention: as the judgement.';
comment on table operations.operation is 'A day of action of several agencies: objectives, roads, briefing, results. Retention: 6 years after the day.';
comment on column operations.operation.package_reference is 'The intelligence package that asked for it, by its reference alone: what it says stays with its recipients.';
comment on table operations.operation_agency is 'Who takes part, and what each agency reports after the day: intelligence forms and arrests are its own count. Retention: as the operation.';
comment on table operations.operation_event is 'What happened to an operation, in order. Retention: as the operation.';
comment on table operations.operation_officer is 'Who does what on the day, and by which power, as it was checked when they were added. Retention: as the operation.';
comment on table operations.operation_reason is 'Why a step was taken, for the agency that leads. Retention: as the operation.';
comment on table operations.operation_stop is 'A stop of the day and what came of it, without who or which vehicle. Retention: as the operation.';
comment on table operations.operation_stop_detail is 'Where a stop was, the vehicle and what was said, for the agency that made it and the one that leads the day; of a householder, whose home it is, for the agency that made it alone. Retention: as the operation.';
comment on table operations.operation_visit is 'An address or vehicle of the plan and what the officer-safety screen said of it: precautions alone. Retention: as the operation.';
comment on table performance.frozen_figure is 'The exact figures of an edition, with a hash of the records behind each. No personal data. Retention: kept.';
comment on column performance.frozen_figure.area_code is 'A district, or all.';
comment on column performance.frozen_figure.part is 'An offence, channel or theme where the figure is split, else all.';
comment on column performance.frozen_figure.record_hash is 'sha256 of the ids of the records behind it, in order.';
comment on table performance.published_figure is 'What an edition says outside the partnership: words, small numbers already left out. No personal data. Retention: kept.';
comment on table performance.published_quarter is 'A quarter frozen on the day it was published; a correction is a further edition with its reason. No personal data. Retention: kept.';
comment on table performance.published_section is 'What an edition says besides its figures: case studies that communications approved, and what could not be restated. No personal data. Retention: kept.';
comment on table platform.account is 'A way to sign in. Read and written by the sign-in login alone. Retention: life of the officer + 6 years.';
comment on column platform.account.is_persona is 'May be entered without a password, in demonstration mode only.';
comment on column platform.account.must_change is 'Nothing but the change of the password answers until it is done.';
comment on table platform.audit_entry is 'Who did or read what, written in the transaction of the act. Nobody may change or delete a row. Retention: 6 years, then whole chains are sealed off.';
comment on column platform.audit_entry.hash is 'sha256 of the previous hash and of every other column of this row, in the order of platform.audit_text.';
comment on table platform.audit_head is 'The last link of each audit chain; locked for the length of the writing transaction. Retention: as audit_entry.';
comment on table platform.dead_letter is 'Jobs that failed for the last time, kept until somebody retries or dismisses them. No personal data: payloads hold ids only. Retention: 1 year.';
comment on table platform.file is 'A photo or document with its hash. Held until a scanner has passed it. Visible where its owner record is visible. Retention: as the owner record.';
comment on table platform.form_sent is 'Forms that were taken: a keyed hash of who sent what from which page, and where they were led, sealed with the key that their page alone holds. No login of a viewer reads it. Retention: 1 day, by a job of its own.';
comment on column platform.form_sent.digest is 'HMAC-SHA256 of the account, the key of the page, the address and every field and file.';
comment on column platform.form_sent.answer is 'AES-256-GCM: address and line of the answer.';
comment on table platform.outbox is 'Messages to people outside. Text carries a reference and no personal content. Retention: 1 year.';
comment on column platform.outbox.fault is 'Kind and code of the last fault, never the server''s words, which may quote an address.';
comment on column platform.outbox.is_restricted is 'About a sensitive report or a personal task: no administrator sees that it was sent.';
comment on view platform.outbox_demonstration is 'The words of messages, in a demonstration alone.';
comment on table platform.password_link is 'A link with which an officer sets a password once; only the hash of its token is kept. Retention: 90 days after its end.';
comment on table platform.session is 'A signed-in browser or API client; only the hash of its token is kept. Retention: 90 days after the end.';
comment on column platform.session.client is 'Browser and system in two words, to tell one''s own sessions apart; never the whole user agent or an address.';
comment on table platform.setting is 'Switches and thresholds set by an administrator. Retention: kept.';
comment on table records.exact_key is 'Normalised identifiers of a record: phone, registration mark, company number, e-mail, name and date of birth. Retention: as the record.';
comment on table records.hidden_address is 'Records of people whose address must stay hidden (domain 2.18): it is shown with nothing that is made from the record. Holds no address. Retention: as the record.';
comment on column records.hidden_address.is_marked is 'Marked itself; otherwise it is the same person as a record that is marked.';
comment on column records.hidden_address.by_list is 'The row itself says so: taken back with the load that brought it.';
comment on table records.kept_address is 'The address of a received record whose address must stay hidden, until it may be shown again. No login of an officer reads it. Retention: as the record.';
comment on table records.link is 'One typed tie, one role each; ended, never deleted. Retention: as its source.';
comment on table records.received_record is 'What an agency told us about a subject, as it told us. Retention by retention_group.';
comment on column records.received_record.regime is 'PART3: law-enforcement processing, DPA 2018 Part 3; UKGDPR: everything else.';
comment on function records.firm_form(text) is 'The one form by which two ways of writing a firm are the same; that of firm.rules.ts for letters without accents.';
comment on function records.is_scanned(records.received_record) is 'Written by the look through a report''s words, and nobody has linked it to anything since.';
comment on table safeguarding.contact is 'How a person may safely be reached (domain 2.18). An address stands here where no file or record of the person hides it when it is written; where one does later, no officer''s login is given it. Retention: as the file.';
comment on table safeguarding.event is 'The history of a person on the register. Retention: as the file.';
comment on table safeguarding.hidden_mark is 'Which agency marked that the address of a person must stay hidden, and why it took that back. The address is hidden while one stands. Retention: as the file.';
comment on column safeguarding.hidden_mark.is_leads is 'Marked by the agency that led then: whoever leads after it may lift it too.';
comment on table safeguarding.lead is 'Who led for a person, since when and how it passed on. Retention: as the file.';
comment on table safeguarding.list_points is 'Points of a person that follow from lists, for one agency, from the lists that it saw on the day. Retention: as the file.';
comment on table safeguarding.loss is 'What a person lost, and what was saved: documented and estimated are never added up. Retention: as the file.';
comment on table safeguarding.precaution is 'What whoever goes must do, in type, precaution and expiry, and not why (domain 2.16). Retention: as the file; reviewed when it expires.';
comment on table safeguarding.referral is 'A referral, with the three questions of Care Act 2014 s.42, and what came back. Retention: as the file.';
comment on table safeguarding.reveal is 'Each time a hidden address was shown: to whom and why. Retention: 6 years.';
comment on table safeguarding.rule is 'What an agency has set instead of the shipped points and thresholds of priority; the newest of a code holds. Retention: 6 years after it is replaced.';
comment on table safeguarding.sealed_address is 'An address that must stay hidden. No login of an officer reads it: it is revealed by a function that writes down who asked and why. Retention: as the file.';
comment on table safeguarding.term is 'Terms that the register and its figures are counted by, in whole months: one row for each. Retention: as long as the product counts by them.';
comment on table safeguarding.victim_file is 'A person on the victim register (domain 2.20), anchored to one record; the others follow by the ledger. Retention: 3 years after last contact.';
comment on column safeguarding.victim_file.agency_id is 'Whose register it is on.';
comment on column safeguarding.victim_file.lead_agency_id is 'The one agency that leads: a person has one at a time, and it changes by being offered and accepted.';
comment on column safeguarding.victim_file.risk is 'From the points of the file alone, as the rules stood on priority_on.';
comment on column safeguarding.victim_file.priority is 'Points of what the file itself says; an agency adds those of the lists that it sees (list_points).';
comment on column safeguarding.victim_file.priority_why is 'The facts of the file and their points, as the rules stood on priority_on.';
comment on column safeguarding.victim_file.joined_into is 'Two files turned out to be one person: this one is read under the other until that is undone.';
comment on column safeguarding.victim_file.high_from is 'Points from which the risk was high, as the rules stood on priority_on.';
comment on column safeguarding.victim_file.medium_from is 'Points from which the risk was medium, as the rules stood on priority_on.';
comment on table safeguarding.visit is 'A visit at home. Holds what the officer who goes must know, and neither loss nor bank nor which lists name the person. Retention: as the file.';
comment on column safeguarding.visit.companion is 'Who goes along, where a precaution says that nobody goes alone.';
comment on column safeguarding.visit.precautions is 'The precautions as they stood when it was planned: type, words, expiry.';
comment on column safeguarding.visit.screening_id is 'The officer-safety screen that the visit was planned on, or that was made last since.';
comment on column safeguarding.visit.companion_is is 'What is said of whoever goes along: of the police, or anybody.';
comment on table tasking.agenda_item is 'What a meeting looks at besides results, tasks carried over and returns, which are found when asked. Retention: as the meeting.';
comment on column tasking.agenda_item.is_personal is 'About identifiable people: for the services on its case alone.';
comment on view tasking.board_return is 'How many returns each meeting had, and how many by the deadline (T-03).';
comment on view tasking.board_total is 'Returns added up by meeting and measure, without services or people.';
comment on table tasking.calendar_link is 'Hash of the secret in a person''s calendar address. Retention: until replaced or the officer leaves.';
comment on table tasking.data_return is 'A service''s figures for a meeting, due one week before it. Retention: 6 years.';
comment on column tasking.data_return.period_from is 'First day counted when the service has returned nothing before in this series. Otherwise counting goes on from the day its last return stopped. The last day is the one before the figures were taken, or before the meeting.';
comment on column tasking.data_return.counted_days is 'Which days of receipt and of issue the figures were counted over; no two returns of a service to a series share one. Empty where other returns had counted them all; null until submitted, and in the demonstration county, whose returns counted from period_from to the day before they came.';
comment on table tasking.decision is 'What a meeting decided on an item, and the task it set. Never edited. Retention: as the meeting.';
comment on column tasking.decision.about_task_id is 'The task whose result was considered.';
comment on column tasking.decision.task_id is 'The task that was set by it.';
comment on table tasking.meeting is 'One sitting of a series. Retention: 6 years.';
comment on table tasking.meeting_present is 'Which services are in the room: decides which personal items may be shown on the wall. Retention: as the meeting.';
comment on table tasking.minutes_part is 'The minutes of a meeting that is over, an item at a time because not everybody may read every item. Written once when the meeting is closed; a correction is a further version with its reason, and nobody may change or delete a row. Retention: as the meeting.';
comment on column tasking.minutes_part.part_key is 'Which item: the same in every version.';
comment on column tasking.minutes_part.task_id is 'The task whose result or state the item is: for those who may see the task.';
comment on column tasking.minutes_part.body is 'Blocks of the printed document as JSON, to the letter; sha256 is of these letters.';
comment on column tasking.minutes_part.written_at is 'When it was written down: with the closing, or a moment later by the worker where whoever closed the meeting may not see the item; made_at is the closing in both.';
comment on table tasking.return_chaser is 'That a service was reminded of its return, so that it is reminded once. Retention: as the return.';
comment on table tasking.return_figure is 'One figure of a return, as counted from records at an instant; an outside figure stands beside it with its source. Retention: as the return.';
comment on column tasking.return_figure.counted is 'Null: these records are not kept here, so nothing was counted.';
comment on view tasking.return_total is 'How many returns of each meeting series were due on a day and how many came by it (T-03), without services.';
comment on table tasking.series is 'A meeting that comes round: a Joint Action Group, a tasking meeting, the Management Board. Retention: kept.';
comment on column tasking.series.starts_at is 'Wall-clock time in Europe/London, HH:MM.';
comment on column tasking.series.return_template is 'Codes of the measures that each member service returns a week before.';
comment on column tasking.series.follows_id is 'The meeting whose days this one is computed from; it has no cadence of its own.';
comment on table tasking.series_cadence is 'How often a series meets, from which first meeting on; the latest row that has begun holds. Retention: kept.';
comment on table tasking.series_change is 'What was changed about a series, by whom and why. Retention: kept.';
comment on table tasking.series_member is 'The services that sit at a meeting. Changes stand in series_change. Retention: kept.';
comment on table tasking.success_flag is 'Something that went well, offered for publicity; a communications officer approves. Never from a personal case. Retention: 2 years.';
comment on table tasking.task is 'Work set to a service by a meeting, or between meetings, with what is expected by when. Retention: as its case or meeting; 6 years.';
comment on column tasking.task.first_due_on is 'As first set: what "done on time" (T-01) is measured by, however often the task is carried over.';
comment on column tasking.task.accepted_how is 'themselves: an officer of the agency accepted it; in-room: recorded in a meeting on the word of accepted_by; confirmed: in the room, and the agency has confirmed it since. Null before this was kept, and until it is accepted.';
comment on column tasking.task.partner_reference is 'The reference by which the system of the partners knows it, and the day of the meeting that set it there.';
comment on table tasking.task_event is 'What happened to a task, in order. Retention: as the task.';
comment on view tasking.task_total is 'How many tasks of each meeting series fell due on a day and how many were done by it (T-01), without the tasks.';
comment on table traders.fee is 'What the scheme asks, from which day on, and who decided it. Never edited: a new amount is a new row. Retention: kept.';
comment on table traders.trader is 'A firm that applied to be a checked trader, and its membership. Holds nothing of what the intelligence side knows. Retention: 6 years after the end.';
comment on column traders.trader.round is 'How many times it was looked at: the application, each renewal, each appeal that was allowed. The intelligence side is asked once a round.';
comment on column traders.trader.ground is 'The broad reason of a refusal, suspension or expulsion: all that the trader is told.';
comment on column traders.trader.suspended_from is 'Where the firm stood before its suspension, and where it stands again when that ends.';
comment on table traders.trader_check is 'What the scheme itself found out of a firm, item by item, each round. Retention: as the file.';
comment on table traders.trader_complaint is 'Complaints about a member and what came of them; never published, there are no public reviews. Names no customer. Retention: as the file.';
comment on table traders.trader_document is 'The very letters that went to a firm, with their hashes. Retention: as the file.';
comment on table traders.trader_event is 'What happened to a file, in order, in the words of the table of steps. Retention: as the file.';
comment on table traders.trader_payment is 'Fees that came, and the membership fee that went back to a firm that was refused. The vetting fee is never refunded. Retention: 6 years.';
comment on table traders.trader_person is 'Owners and directors of a firm that applied. Retention: as the file.';
comment on column traders.trader_person.record_id is 'The record that they are, where the scheme knows it. Names no row that must stay: a record that is deleted takes its mark with it.';
comment on table traders.trader_proof is 'A document that the firm showed, with its copy where one was kept. Retention: as the file; copies of identity documents until the decision.';
comment on table traders.trader_reason is 'Why a step was taken, in the officer''s words, for the scheme alone. Retention: as the file.';
comment on function traders.is_hidden(text,date,uuid) is 'Whether an owner is, by their record or by exact name and date of birth, somebody whose address must stay hidden.';
