-- Why: an unauthorised encampment (Criminal Justice and Public Order Act 1994 ss.61-62 and 77-79) as one file, from the report and
-- the welfare assessment to the direction, the court, the removal and the clean-up. Nothing here says who somebody is by origin:
-- there is no such column, and a test keeps it so.
-- Locks: none on existing tables. Takes: milliseconds.
create table enforcement.encampment (
  id uuid primary key,
  reference text not null constraint encampment_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint encampment_status check (status in ('reported', 'assessed', 'tolerated', 'directed', 'complained',
    'ordered', 'removed', 'left', 'ended', 'void')),
  land_kind text not null constraint encampment_land_kind check (land_kind in ('highway', 'unoccupied', 'occupied')),
  ward_code text,
  district_code text,
  case_id uuid references enforcement.case_file,
  arrived_on date not null,
  caravans smallint not null default 0,
  vehicles smallint not null default 0,
  has_waste boolean not null default false,
  has_damage boolean not null default false,
  assessed_on date,
  police_told_on date,
  police_decision text constraint encampment_police_decision check (police_decision in ('direct-61', 'direct-62a', 'none')),
  police_decided_on date,
  police_return_until date,
  police_return_why text,
  directed_on date,
  return_until date,
  return_why text,
  complained_on date,
  hearing_at timestamptz,
  ordered_on date,
  notice_at timestamptz,
  notice_until timestamptz,
  notice_why text,
  removed_at timestamptz,
  left_on date,
  tolerated_on date,
  tolerated_until date,
  cleanup_pence integer,
  ended_on date,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint encampment_counts check (caravans between 0 and 999 and vehicles between 0 and 999),
  constraint encampment_no_direction_without_assessment check (directed_on is null or assessed_on is not null),
  constraint encampment_no_order_without_complaint check (ordered_on is null or complained_on is not null),
  constraint encampment_no_removal_before_notice check (removed_at is null or (ordered_on is not null and removed_at >= notice_until)),
  constraint encampment_cleanup check (cleanup_pence >= 0)
);
create index encampment_agency_idx on enforcement.encampment (agency_id, made_at desc, id desc);
create index encampment_made_idx on enforcement.encampment (made_at desc, id desc);
create index encampment_arrived_idx on enforcement.encampment (arrived_on);
create index encampment_case_idx on enforcement.encampment (case_id) where case_id is not null;
comment on table enforcement.encampment is 'One unauthorised encampment from its report to its debrief; where it is, how many people and their welfare stand apart. Retention: 6 years after the end.';
comment on column enforcement.encampment.district_code is 'All that anybody outside the agency reads of where it is.';
comment on column enforcement.encampment.return_until is 'Last day on which coming back with a vehicle is an offence after a direction of the council, s.77(3).';
comment on column enforcement.encampment.police_return_until is 'The same after a direction of the police: 3 months, from 28 June 2022 12.';
comment on column enforcement.encampment.notice_until is 'End of the 24 hours after the notice of removal, s.78; nothing is removed before.';

create table enforcement.encampment_place (
  encampment_id uuid primary key references enforcement.encampment,
  agency_id uuid not null references directory.agency,
  land_words text,
  owner_words text,
  adults smallint,
  children smallint,
  waste_words text,
  damage_words text
);
comment on table enforcement.encampment_place is 'Which land it is, whose, and how many people are on it, counted and not named, for the agency that answers alone. Retention: as the file.';

create table enforcement.encampment_welfare (
  encampment_id uuid not null references enforcement.encampment,
  agency_id uuid not null references directory.agency,
  item text not null,
  answer text not null constraint encampment_welfare_answer check (answer in ('found', 'none')),
  words text not null,
  officer_id uuid,
  at timestamptz not null,
  primary key (encampment_id, item)
);
comment on table enforcement.encampment_welfare is 'The welfare assessment, an answer an item, for the agency that answers alone. Retention: as the file.';

create table enforcement.encampment_vehicle (
  id uuid primary key,
  encampment_id uuid not null references enforcement.encampment,
  agency_id uuid not null references directory.agency,
  mark text not null,
  words text,
  added_at timestamptz not null,
  constraint encampment_vehicle_mark_key unique (encampment_id, mark)
);
create index encampment_vehicle_mark_idx on enforcement.encampment_vehicle (mark);
comment on table enforcement.encampment_vehicle is 'Registration marks of vehicles on the land, in the one form by which marks are compared. Retention: as the file.';

create table enforcement.encampment_service (
  id uuid primary key,
  encampment_id uuid not null references enforcement.encampment,
  agency_id uuid not null references directory.agency,
  kind text not null constraint encampment_service_kind check (kind in ('direction', 'removal-notice')),
  ways text[] not null,
  served_at timestamptz not null,
  served_by text not null,
  officer_id uuid not null,
  recorded_at timestamptz not null
);
create index encampment_service_idx on enforcement.encampment_service (encampment_id, served_at);
comment on table enforcement.encampment_service is 'Proof of service on the land: in which ways, when and by whom. Retention: as the file.';

create table enforcement.encampment_event (
  id uuid primary key,
  encampment_id uuid not null references enforcement.encampment,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index encampment_event_idx on enforcement.encampment_event (encampment_id, at);
comment on table enforcement.encampment_event is 'What happened to a file, in order, in the words of the table of steps: names nobody outside and no place. Retention: as the file.';

create table enforcement.encampment_reason (
  event_id uuid primary key references enforcement.encampment_event,
  encampment_id uuid not null references enforcement.encampment,
  agency_id uuid not null references directory.agency,
  words text not null
);
create index encampment_reason_idx on enforcement.encampment_reason (encampment_id);
comment on table enforcement.encampment_reason is 'Why a step was taken, what the police decided and why, the debrief, in the officer''s words, for the agency that answers alone. Retention: as the file.';

create table enforcement.encampment_document (
  id uuid primary key,
  encampment_id uuid not null references enforcement.encampment,
  agency_id uuid not null references directory.agency,
  kind text not null constraint encampment_document_kind check (kind in ('direction', 'removal-notice')),
  version smallint not null,
  format text not null constraint encampment_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint encampment_document_version_key unique (encampment_id, kind, version, format)
);
comment on table enforcement.encampment_document is 'The very directions and notices that were served, with their hashes, for the agency that answers alone. Retention: as the file.';

-- Second fence: land, people, welfare, marks, reasons and papers only for an officer of the agency that answers.
do $$
declare fenced text;
begin
  foreach fenced in array array['encampment_place', 'encampment_welfare', 'encampment_vehicle', 'encampment_service',
    'encampment_reason', 'encampment_document'] loop
    execute format('alter table enforcement.%I enable row level security', fenced);
    execute format('alter table enforcement.%I force row level security', fenced);
    execute format('create policy %I on enforcement.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))',
      fenced || '_owner', fenced);
    -- The installation's owner loads and looks.
    execute format('create policy %I on enforcement.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;
-- A mark is compared with those of agencies that share their cases with the viewer's today, so that a return is found; no page lists theirs.
create policy encampment_vehicle_shared on enforcement.encampment_vehicle for select to bailiwick_ops
  using (agency_id in (select g.from_agency_id from directory.agreement g
    where g.to_agency_id = (select platform.viewer_agency()) and g.record_kind = 'case'
      and g.starts_on <= (select platform.viewer_today()) and (g.ends_on is null or g.ends_on > (select platform.viewer_today()))));

grant select, insert, update on enforcement.encampment, enforcement.encampment_place, enforcement.encampment_welfare to bailiwick_ops;
grant select, insert on enforcement.encampment_service, enforcement.encampment_event, enforcement.encampment_reason,
  enforcement.encampment_document to bailiwick_ops;
grant select, insert, delete on enforcement.encampment_vehicle to bailiwick_ops;
