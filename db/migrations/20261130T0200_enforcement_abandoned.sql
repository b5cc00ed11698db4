-- Why: an abandoned vehicle (Refuse Disposal (Amenity) Act 1978) as one file, from the report and the assessment to the notice, the
-- removal, the store and its end. Other agencies read how it stands and the district; the mark, the place and its keeper stand apart.
-- Locks: none on existing tables. Takes: milliseconds.
create table enforcement.abandoned (
  id uuid primary key,
  reference text not null constraint abandoned_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint abandoned_status check (status in ('reported', 'judged', 'noticed', 'objected', 'stored', 'claimed',
    'disposed', 'returned', 'not-abandoned', 'gone', 'police', 'void')),
  land_kind text not null constraint abandoned_land_kind check (land_kind in ('highway', 'public', 'private')),
  make text,
  colour text,
  ward_code text,
  district_code text,
  case_id uuid references enforcement.case_file,
  report_id uuid,
  seen_on date not null,
  judged_on date,
  notice_period text constraint abandoned_notice_period check (notice_period in ('24-hours', '7-days', '15-days')),
  notice_at timestamptz,
  notice_until timestamptz,
  notice_why text,
  objected_on date,
  removed_at timestamptz,
  storage_days smallint,
  stored_until date,
  stored_why text,
  claimed_on date,
  disposal text constraint abandoned_disposal check (disposal in ('dismantled', 'sold', 'other')),
  ended_on date,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint abandoned_of_agency_key unique (id, agency_id),
  constraint abandoned_no_notice_before_judged check (notice_at is null or judged_on is not null),
  constraint abandoned_notice_of_its_land check (notice_period is null or (notice_period = '15-days') = (land_kind = 'private')),
  constraint abandoned_no_removal_before_notice check (removed_at is null or (notice_until is not null and removed_at >= notice_until)),
  constraint abandoned_no_removal_against_objection check (removed_at is null or objected_on is null),
  constraint abandoned_disposed_after_storage check (status <> 'disposed'
    or (removed_at is not null and stored_until is not null and ended_on is not null and ended_on > stored_until)),
  constraint abandoned_storage check (storage_days between 1 and 366)
);
create index abandoned_agency_idx on enforcement.abandoned (agency_id, made_at desc, id desc);
create index abandoned_made_idx on enforcement.abandoned (made_at desc, id desc);
create index abandoned_case_idx on enforcement.abandoned (case_id) where case_id is not null;
create index abandoned_report_idx on enforcement.abandoned (report_id) where report_id is not null;
comment on table enforcement.abandoned is 'One vehicle reported as abandoned, from the report to its end; its mark, place and keeper stand apart. Retention: 6 years after the end.';
comment on column enforcement.abandoned.district_code is 'All that anybody outside the agency reads of where it is.';
comment on column enforcement.abandoned.report_id is 'The report it was opened from, shown to those who may see that report.';
comment on column enforcement.abandoned.notice_until is 'The moment before which it is not removed.';
comment on column enforcement.abandoned.objected_on is 'Day of an objection of the occupier that stands: it stops the removal.';
comment on column enforcement.abandoned.stored_until is 'Last day on which it is kept; it is not disposed of on it or before.';

create table enforcement.abandoned_place (
  abandoned_id uuid primary key,
  agency_id uuid not null references directory.agency,
  mark text,
  mark_key text,
  place_words text,
  postcode text,
  lon double precision,
  lat double precision,
  occupier_words text,
  store_words text,
  constraint abandoned_place_of_agency_fkey foreign key (abandoned_id, agency_id) references enforcement.abandoned (id, agency_id)
);
create index abandoned_place_mark_idx on enforcement.abandoned_place (mark_key) where mark_key is not null;
comment on table enforcement.abandoned_place is 'The registration mark, where the vehicle stands, whose land it is and where it is stored, for the agency that answers alone. Retention: as the file.';
comment on column enforcement.abandoned_place.mark is 'In the one form by which marks are compared.';
comment on column enforcement.abandoned_place.mark_key is 'The mark with letters and figures that an eye mixes up made alike: for finding, never for showing.';

create table enforcement.abandoned_assessment (
  abandoned_id uuid not null,
  agency_id uuid not null references directory.agency,
  factor text not null,
  answer text not null constraint abandoned_assessment_answer check (answer in ('for', 'against', 'unknown')),
  words text not null,
  officer_id uuid,
  at timestamptz not null,
  primary key (abandoned_id, factor),
  constraint abandoned_assessment_of_agency_fkey foreign key (abandoned_id, agency_id) references enforcement.abandoned (id, agency_id)
);
comment on table enforcement.abandoned_assessment is 'What an officer found of a vehicle, an answer a factor, for the agency that answers alone. Retention: as the file.';

create table enforcement.abandoned_enquiry (
  id uuid primary key,
  abandoned_id uuid not null,
  agency_id uuid not null references directory.agency,
  asked_on date not null,
  asked_of text not null constraint abandoned_enquiry_asked_of check (asked_of in ('dvla', 'police', 'other')),
  reason text not null,
  answer text not null constraint abandoned_enquiry_answer check (answer in ('keeper', 'no-keeper', 'cannot-ask', 'stolen', 'not-stolen')),
  answer_words text,
  keeper_name text,
  keeper_address text,
  record_id uuid,
  officer_id uuid not null,
  recorded_at timestamptz not null,
  constraint abandoned_enquiry_of_agency_fkey foreign key (abandoned_id, agency_id) references enforcement.abandoned (id, agency_id),
  constraint abandoned_enquiry_keeper_named check (answer <> 'keeper' or keeper_name is not null)
);
create index abandoned_enquiry_idx on enforcement.abandoned_enquiry (abandoned_id, asked_on);
comment on table enforcement.abandoned_enquiry is 'A question about the keeper that somebody asked by hand: who, when, why, and the answer. Personal data: caseworkers of the agency that answers alone. Retention: as the file.';
comment on column enforcement.abandoned_enquiry.record_id is 'The received record of the keeper, if the officer chose one: whether the address must stay hidden is looked up by it.';

create table enforcement.abandoned_service (
  id uuid primary key,
  abandoned_id uuid not null,
  agency_id uuid not null references directory.agency,
  kind text not null constraint abandoned_service_kind check (kind in ('vehicle-notice', 'occupier-notice')),
  ways text[] not null,
  served_at timestamptz not null,
  served_by text not null,
  officer_id uuid not null,
  recorded_at timestamptz not null,
  constraint abandoned_service_of_agency_fkey foreign key (abandoned_id, agency_id) references enforcement.abandoned (id, agency_id)
);
create index abandoned_service_idx on enforcement.abandoned_service (abandoned_id, served_at);
comment on table enforcement.abandoned_service is 'Proof of service of a notice: in which ways, when and by whom. Retention: as the file.';

create table enforcement.abandoned_event (
  id uuid primary key,
  abandoned_id uuid not null references enforcement.abandoned,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index abandoned_event_idx on enforcement.abandoned_event (abandoned_id, at);
comment on table enforcement.abandoned_event is 'What happened to a file, in order, in the words of the table of steps: names nobody, no mark and no place. Retention: as the file.';

create table enforcement.abandoned_reason (
  event_id uuid primary key references enforcement.abandoned_event,
  abandoned_id uuid not null,
  agency_id uuid not null references directory.agency,
  words text not null,
  constraint abandoned_reason_of_agency_fkey foreign key (abandoned_id, agency_id) references enforcement.abandoned (id, agency_id)
);
create index abandoned_reason_idx on enforcement.abandoned_reason (abandoned_id);
comment on table enforcement.abandoned_reason is 'Why a step was taken and what shows it, who objected or claimed, in the officer''s words, for the agency that answers alone. Retention: as the file.';

create table enforcement.abandoned_document (
  id uuid primary key,
  abandoned_id uuid not null,
  agency_id uuid not null references directory.agency,
  kind text not null constraint abandoned_document_kind check (kind in ('vehicle-notice', 'occupier-notice')),
  version smallint not null,
  format text not null constraint abandoned_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint abandoned_document_version_key unique (abandoned_id, kind, version, format),
  constraint abandoned_document_of_agency_fkey foreign key (abandoned_id, agency_id) references enforcement.abandoned (id, agency_id)
);
comment on table enforcement.abandoned_document is 'The very notices that were served, with their hashes, for the agency that answers alone. Retention: as the file.';

-- Second fence. The file: read by its agency and by those it shares cases with today, begun and changed by its own officers.
-- The rest: for caseworkers of the agency that answers, and written by its officers. Roles as src/directory/roles.ts and
-- src/enforcement/abandoned.transitions.ts have them.
do $$
declare
  fenced text;
  mine constant text := 'agency_id = (select platform.viewer_agency())';
  roles constant text := 'string_to_array((select platform.viewer_text(''roles'')), '','')';
  workers constant text := '''{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}''';
  officers constant text := '''{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}''';
begin
  foreach fenced in array array['abandoned', 'abandoned_place', 'abandoned_assessment', 'abandoned_enquiry', 'abandoned_service',
    'abandoned_event', 'abandoned_reason', 'abandoned_document'] loop
    execute format('alter table enforcement.%I enable row level security', fenced);
    execute format('alter table enforcement.%I force row level security', fenced);
    -- The installation's owner loads and looks.
    execute format('create policy %I on enforcement.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
  execute format('create policy abandoned_read on enforcement.abandoned for select to bailiwick_ops
    using (%1$s or (status <> ''void'' and agency_id in (select g.from_agency_id from directory.agreement g
      where g.to_agency_id = (select platform.viewer_agency()) and g.record_kind = ''case''
        and g.starts_on <= (select platform.viewer_today()) and (g.ends_on is null or g.ends_on > (select platform.viewer_today())))))', mine);
  execute format('create policy abandoned_begun on enforcement.abandoned for insert to bailiwick_ops with check (%s and %s && %s)', mine, roles, officers);
  execute format('create policy abandoned_changed on enforcement.abandoned for update to bailiwick_ops using (%1$s) with check (%1$s and %2$s && %3$s)', mine, roles, officers);
  -- A line of history is read with its file, and written to one's own alone.
  execute 'create policy abandoned_event_read on enforcement.abandoned_event for select to bailiwick_ops
    using (exists (select 1 from enforcement.abandoned c where c.id = abandoned_id))';
  execute format('create policy abandoned_event_written on enforcement.abandoned_event for insert to bailiwick_ops
    with check (%2$s && %3$s and exists (select 1 from enforcement.abandoned c where c.id = abandoned_id and c.%1$s))', mine, roles, officers);
  foreach fenced in array array['abandoned_place', 'abandoned_assessment', 'abandoned_enquiry', 'abandoned_service',
    'abandoned_reason', 'abandoned_document'] loop
    execute format('create policy %I on enforcement.%I for select to bailiwick_ops using (%s and %s && %s)', fenced || '_read', fenced, mine, roles, workers);
    execute format('create policy %I on enforcement.%I for insert to bailiwick_ops with check (%s and %s && %s)', fenced || '_written', fenced, mine, roles, officers);
  end loop;
  foreach fenced in array array['abandoned_place', 'abandoned_assessment'] loop
    execute format('create policy %I on enforcement.%I for update to bailiwick_ops using (%3$s and %4$s && %5$s) with check (%3$s and %4$s && %5$s)',
      fenced || '_changed', fenced, mine, roles, officers);
  end loop;
end $$;

grant select, insert, update on enforcement.abandoned, enforcement.abandoned_place, enforcement.abandoned_assessment to bailiwick_ops;
grant select, insert on enforcement.abandoned_enquiry, enforcement.abandoned_service, enforcement.abandoned_event,
  enforcement.abandoned_reason, enforcement.abandoned_document to bailiwick_ops;
