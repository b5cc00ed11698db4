-- Why: officer-safety warning markers and the screen before a visit. What everybody who screens may know (type, precaution,
-- expiry, and by what a marker is found) is one table; why it was set and where the evidence is held is another, which the
-- database opens to the setting agency alone.
-- Locks: safeguarding.visit for two columns without a default. Takes: milliseconds.
create schema assurance;
grant usage on schema assurance to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;

create table assurance.marker (
  id uuid primary key,
  reference text not null constraint marker_reference_key unique,
  agency_id uuid not null references directory.agency,
  about text not null constraint marker_about check (about in ('person', 'address')),
  record_id uuid,
  name text not null default '',
  other_names text[] not null default '{}',
  date_of_birth date,
  address text not null default '',
  postcode text not null default '',
  address_key text not null default '',
  vehicle text not null default '',
  keys integer[] not null default '{}',
  keys_model_id uuid,
  type text not null,
  precaution text not null,
  words text not null,
  from_on date not null,
  review_on date not null,
  set_at timestamptz not null,
  set_by uuid not null references directory.officer,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  constraint marker_is_about_somebody check (about <> 'person' or name <> ''),
  constraint marker_is_about_somewhere check (about <> 'address' or address_key <> ''),
  constraint marker_review_after_start check (review_on > from_on)
);
create index marker_agency_idx on assurance.marker (agency_id, review_on);
create index marker_live_idx on assurance.marker (review_on) where ended_at is null;
create index marker_record_idx on assurance.marker (record_id) where record_id is not null;
comment on table assurance.marker is 'A warning marker: type, what whoever goes must do, until when, and by what it is found. Never why. Retention: 1 year after it is ended or lapses.';
comment on column assurance.marker.address_key is 'Postcode and house number in one form: what an address must be alike in for a household or premises to be met.';
comment on column assurance.marker.keys is 'Hashes under which the linkage model keys_model_id finds it; made anew where another model was adopted.';
comment on column assurance.marker.words is 'The precaution as an instruction to whoever goes.';
comment on column assurance.marker.review_on is 'From this day on it is shown to nobody who screens, until it was reviewed and given another.';

create table assurance.marker_detail (
  marker_id uuid primary key references assurance.marker,
  agency_id uuid not null references directory.agency,
  why text not null,
  evidence text not null,
  told text not null constraint marker_detail_told check (told in ('told', 'to-tell', 'not-told')),
  told_on date,
  told_why text not null default '',
  ended_why text not null default '',
  reminded_for date,
  constraint marker_detail_told_when check ((told = 'told') = (told_on is not null)),
  constraint marker_detail_not_told_why check (told <> 'not-told' or told_why <> '')
);
comment on table assurance.marker_detail is 'Why a marker was set, where its evidence is held (a reference), and whether the person was told. The setting agency alone. Retention: as the marker.';
comment on column assurance.marker_detail.reminded_for is 'The review day that its keeper has been reminded of.';

create table assurance.marker_event (
  id uuid primary key,
  marker_id uuid not null references assurance.marker,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid,
  kind text not null constraint marker_event_kind check (kind in ('set', 'reviewed', 'told', 'ended', 'reminded')),
  words text not null
);
create index marker_event_marker_idx on assurance.marker_event (marker_id, at desc);
comment on table assurance.marker_event is 'What was done with a marker, by whom. The setting agency alone. Retention: as the marker.';

create table assurance.screening (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  officer_id uuid references directory.officer,
  at timestamptz not null,
  purpose text not null,
  subject_id uuid,
  asked text[] not null,
  asked_hash text not null,
  result text not null constraint screening_result check (result in ('nothing', 'precaution', 'two-officers', 'do-not-attend')),
  looked jsonb not null,
  companion text not null default '',
  turn bigint generated always as identity
);
create index screening_officer_idx on assurance.screening (officer_id, at desc);
create index screening_agency_idx on assurance.screening (agency_id, at desc);
create index screening_subject_idx on assurance.screening (subject_id, at desc) where subject_id is not null;
comment on table assurance.screening is 'That an officer screened before a visit, for what, when, and what kind of answer came, an empty one too. Holds no name and no address. Retention: 6 years.';
comment on column assurance.screening.officer_id is 'Empty where the system screened a planned visit anew, because a marker was set.';
comment on column assurance.screening.turn is 'Which of two at one instant came later; shown to nobody.';
comment on column assurance.screening.subject_id is 'The file of the victim register that it was made for, where there is one.';
comment on column assurance.screening.asked is 'Which things were asked by: name, date-of-birth, address, vehicle, record. Not their values.';
comment on column assurance.screening.asked_hash is 'SHA-256 of the values under the row''s own id: whoever has the values can show that these were asked; nobody reads them out of it.';
comment on column assurance.screening.looked is 'Whose markers were looked through, whose were not, and how many names were asked.';

create table assurance.hit (
  screening_id uuid not null references assurance.screening,
  marker_id uuid not null references assurance.marker,
  agency_id uuid not null references directory.agency,
  sureness text not null constraint hit_sureness check (sureness in ('sure', 'likely', 'possible')),
  on_what text[] not null,
  probability real,
  answer text constraint hit_answer check (answer in ('same', 'not')),
  answered_at timestamptz,
  answered_by uuid,
  primary key (screening_id, marker_id)
);
create index hit_marker_idx on assurance.hit (marker_id);
comment on table assurance.hit is 'A marker that a screening met: how sure, on what, and what the officer said of it. Until somebody says that it is not this person, its precaution holds. Retention: as the screening.';

create table assurance.rule (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  name text not null,
  value integer not null constraint rule_value check (value between 1 and 3650),
  set_at timestamptz not null,
  set_by uuid not null,
  why text not null
);
create index rule_name_idx on assurance.rule (agency_id, name, set_at desc);
comment on table assurance.rule is 'What an agency has set instead of the shipped numbers of screening and markers; the newest of a name holds. Retention: 6 years after it is replaced.';

do $$
declare name text;
begin
  foreach name in array array['marker', 'marker_detail', 'marker_event', 'screening', 'hit', 'rule'] loop
    execute format('alter table assurance.%I enable row level security', name);
    execute format('alter table assurance.%I force row level security', name);
    execute format('create policy %I on assurance.%I for all to bailiwick_worker using (true)', name || '_worker', name);
    execute format('create policy %I on assurance.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on assurance.%I for all to bailiwick_ops, bailiwick_safeguard
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
  end loop;
end $$;
-- Another agency's markers are met by whoever it has an agreement with, as long as that runs.
create policy marker_agreed on assurance.marker for select to bailiwick_ops, bailiwick_safeguard
  using (exists (select 1 from directory.agreement t where t.from_agency_id = agency_id
    and t.to_agency_id = (select platform.viewer_agency()) and t.record_kind = 'marker'));

grant select, insert on assurance.marker to bailiwick_ops, bailiwick_safeguard;
grant update (review_on, keys, keys_model_id, ended_at, ended_by, version) on assurance.marker to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant select, insert on assurance.marker_detail to bailiwick_ops, bailiwick_safeguard;
grant update (told, told_on, told_why, ended_why) on assurance.marker_detail to bailiwick_ops, bailiwick_safeguard;
grant select, insert on assurance.marker_event, assurance.rule to bailiwick_ops, bailiwick_safeguard;
grant select, insert, update (companion) on assurance.screening to bailiwick_ops, bailiwick_safeguard;
grant select, insert, update (answer, answered_at, answered_by) on assurance.hit to bailiwick_ops, bailiwick_safeguard;
grant select on assurance.marker, assurance.rule to bailiwick_worker;
grant select, insert on assurance.screening, assurance.hit to bailiwick_worker;
-- The worker reminds of reviews; why a marker was set is not its business.
grant select (marker_id, agency_id, reminded_for), update (reminded_for) on assurance.marker_detail to bailiwick_worker;
grant select, insert on assurance.marker_event to bailiwick_worker;

alter table safeguarding.visit add column screening_id uuid, add column screened_at timestamptz;
comment on column safeguarding.visit.screening_id is 'The officer-safety screen that the visit was planned on, or that was made last since.';
