-- Why: what people and partners report, who answers for it, and the way back to the reporter.
-- Locks: nothing that exists. Takes: milliseconds.
create schema intake;
grant usage on schema intake to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard,
  bailiwick_gov, bailiwick_worker;

create table intake.import_run (
  id uuid primary key,
  kind text not null,
  feed text not null,
  file_name text not null,
  file_sha256 text not null,
  mapping jsonb not null,
  status text not null constraint import_run_status check (status in ('checked', 'loading', 'loaded', 'undone')),
  rows_read integer not null default 0,
  rows_accepted integer not null default 0,
  rows_rejected integer not null default 0,
  rows_known integer not null default 0,
  agency_id uuid not null references directory.agency,
  started_by uuid,
  started_at timestamptz not null,
  finished_at timestamptz
);
comment on table intake.import_run is 'One load of a file: every row is accepted, rejected with a reason, or known already. Retention: 6 years.';
create table intake.import_problem (
  import_id uuid not null references intake.import_run,
  row_number integer not null,
  field text not null,
  problem text not null,
  primary key (import_id, row_number, field)
);
comment on table intake.import_problem is 'Why a row was not loaded. Holds no value from the row. Retention: 1 year.';

create table intake.report (
  id uuid primary key,
  reference text not null constraint report_reference_key unique,
  issue_type text not null references directory.issue_type,
  description text not null,
  channel text not null,
  reporter_type text,
  is_anonymous boolean not null default false,
  is_sensitive boolean not null default false,
  received_at timestamptz not null,
  received_precision text not null default 'exact' constraint report_received_precision check (received_precision in ('exact', 'day', 'month')),
  received_by_agency_id uuid not null references directory.agency,
  received_by_officer_id uuid,
  lon double precision,
  lat double precision,
  place_words text,
  postcode text,
  ward_code text,
  district_code text,
  small_area_code text,
  land_owner text not null default 'unknown',
  service_id uuid not null references directory.service,
  owner_agency_id uuid not null references directory.agency,
  routed_by text not null constraint report_routed_by check (routed_by in ('rule', 'fallback', 'person')),
  route_why jsonb not null,
  routed_at timestamptz not null,
  times_rerouted smallint not null default 0,
  status text not null constraint report_status check (status in ('new', 'in-progress', 'closed', 'duplicate', 'escalated')),
  target_on date not null,
  closed_at timestamptz,
  outcome text,
  outcome_words text,
  duplicate_of_id uuid references intake.report,
  case_id uuid,
  import_id uuid references intake.import_run,
  feed text,
  external_id text,
  version integer not null default 1,
  search tsvector generated always as (
    to_tsvector('english', reference || ' ' || issue_type || ' ' || description || ' ' || coalesce(place_words, '') || ' ' || coalesce(postcode, ''))) stored,
  constraint report_external_key unique (feed, external_id)
);
create index report_owner_received_idx on intake.report (owner_agency_id, received_at desc, id desc);
create index report_received_idx on intake.report (received_at desc, id desc);
create index report_service_open_idx on intake.report (service_id, received_at desc) where status in ('new', 'in-progress');
create index report_search_gin on intake.report using gin (search);
create index report_place_idx on intake.report (lat, lon);
create index report_case_idx on intake.report (case_id) where case_id is not null;
create index report_import_idx on intake.report (import_id) where import_id is not null;
comment on table intake.report is 'Something somebody told us, as told, with its owner. Retention group by outcome; default 6 years.';
comment on column intake.report.route_why is 'The rule and the facts that chose the service, for opening on the page.';
comment on column intake.report.received_precision is 'Some feeds publish the day or the month only; received_at is then its first instant.';
comment on column intake.report.is_sensitive is 'Seen by the owning service alone: its existence is restricted.';

create table intake.reporter (
  report_id uuid primary key references intake.report,
  name text,
  phone text,
  email text,
  address text,
  contact_wishes text
);
comment on table intake.reporter is 'Who reported, for the owning service alone. No row at all for an anonymous report. Retention: 2 years after close.';

create table intake.return_phrase (
  report_id uuid primary key references intake.report,
  phrase_hash bytea not null
);
comment on table intake.return_phrase is 'Hash of the words with which a reporter comes back. Retention: as the report.';

create table intake.report_event (
  id uuid primary key,
  report_id uuid not null references intake.report,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null,
  detail jsonb not null default '{}',
  is_public boolean not null default false
);
create index report_event_report_idx on intake.report_event (report_id, at);
comment on table intake.report_event is 'What happened to a report, in order. Public lines are what its reporter reads. Retention: as the report.';

create table intake.message (
  id uuid primary key,
  report_id uuid not null references intake.report,
  from_reporter boolean not null,
  officer_id uuid,
  body text not null,
  sent_at timestamptz not null,
  read_at timestamptz
);
create index message_report_idx on intake.message (report_id, sent_at);
comment on table intake.message is 'Questions and answers between the owning service and the reporter, who may be anonymous. Retention: as the report.';

-- The reporter's own way back: reference + phrase, checked here; the public login has no other sight of a report.
create function intake.report_by_phrase(ref text, hash bytea) returns table (
  id uuid, reference text, issue_type text, status text, received_at timestamptz, target_on date,
  service_name text, agency_name text, place_words text, outcome_words text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select r.id, r.reference, r.issue_type, r.status, r.received_at, r.target_on, s.name, a.name, r.place_words, r.outcome_words
    from intake.report r
    join intake.return_phrase p on p.report_id = r.id
    join directory.service s on s.id = r.service_id
    join directory.agency a on a.id = s.agency_id
    where r.reference = upper(ref) and p.phrase_hash = hash;
  end;
create function intake.report_conversation(ref text, hash bytea) returns table (
  at timestamptz, from_reporter boolean, body text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select m.sent_at, m.from_reporter, m.body from intake.message m
    where m.report_id = (select id from intake.report_by_phrase(ref, hash))
    union all
    select e.at, false, e.words from intake.report_event e
    where e.is_public and e.report_id = (select id from intake.report_by_phrase(ref, hash))
    order by 1;
  end;
create function intake.answer_by_phrase(ref text, hash bytea, message_id uuid, body text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare found_id uuid;
begin
  select id into found_id from intake.report_by_phrase(ref, hash);
  if found_id is null then return false; end if;
  insert into intake.message (id, report_id, from_reporter, body, sent_at) values (message_id, found_id, true, body, at);
  return true;
end $$;
-- "Is it this one?" for the public: kind, rough place and day of open, ordinary reports close by, and no words of anybody.
create function intake.nearby(issue text, near_lon double precision, near_lat double precision, since timestamptz) returns table (
  reference text, issue_type text, received_on date, metres integer, status text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select r.reference, r.issue_type, r.received_at::date,
      (round(sqrt(power((r.lat - near_lat) * 111320, 2) + power((r.lon - near_lon) * 111320 * cos(radians(near_lat)), 2)) / 10) * 10)::integer,
      r.status
    from intake.report r
    where r.issue_type = issue and not r.is_sensitive and r.status in ('new', 'in-progress') and r.received_at >= since
      and r.lat between near_lat - 0.0018 and near_lat + 0.0018 and r.lon between near_lon - 0.003 and near_lon + 0.003
    order by 4 limit 5;
  end;
revoke execute on all functions in schema intake from public;
grant execute on all functions in schema intake to bailiwick_public;

alter table intake.reporter enable row level security;
alter table intake.reporter force row level security;
alter table intake.message enable row level security;
alter table intake.message force row level security;
-- Second fence: the reporter's identity and words only for an officer of the agency that owns or took the report.
create policy reporter_officer on intake.reporter for select to bailiwick_ops, bailiwick_safeguard using (exists (
  select 1 from intake.report r where r.id = report_id
    and (select platform.viewer_agency()) in (r.owner_agency_id, r.received_by_agency_id)));
create policy reporter_take on intake.reporter for insert to bailiwick_public, bailiwick_ops, bailiwick_safeguard, bailiwick_worker with check (true);
create policy message_officer on intake.message for all to bailiwick_ops, bailiwick_safeguard using (exists (
  select 1 from intake.report r where r.id = report_id and r.owner_agency_id = (select platform.viewer_agency())));

grant insert on intake.report, intake.reporter, intake.return_phrase, intake.report_event to bailiwick_public;
grant select, insert, update on intake.report to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant select on intake.report to bailiwick_intel;
grant select, insert on intake.reporter, intake.message, intake.report_event to bailiwick_ops, bailiwick_safeguard;
grant update (read_at) on intake.message to bailiwick_ops, bailiwick_safeguard;
grant insert on intake.return_phrase to bailiwick_ops, bailiwick_safeguard;
grant select on intake.report_event to bailiwick_intel;
grant insert on intake.report_event, intake.reporter to bailiwick_worker;
grant select, insert, update on intake.import_run to bailiwick_ops, bailiwick_worker;
grant select, insert on intake.import_problem to bailiwick_ops, bailiwick_worker;
