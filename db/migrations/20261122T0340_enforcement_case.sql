-- Why: a problem that day-to-day work did not settle is followed as a case, across services, with its history.
-- Locks: nothing that exists. Takes: milliseconds.
create schema enforcement;
grant usage on schema enforcement to bailiwick_ops, bailiwick_worker;

create table enforcement.case_file (
  id uuid primary key,
  reference text not null constraint case_file_reference_key unique,
  title text not null,
  summary text not null,
  status text not null constraint case_file_status check (status in ('open', 'at-meeting', 'enforcing', 'closed')),
  lead_agency_id uuid not null references directory.agency,
  lead_service_id uuid not null references directory.service,
  district_code text,
  ward_code text,
  is_personal boolean not null default false,
  escalation_rule text not null,
  opened_by uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  outcome text,
  outcome_words text,
  version integer not null default 1,
  search tsvector generated always as (to_tsvector('english', reference || ' ' || title || ' ' || summary)) stored
);
create index case_file_lead_idx on enforcement.case_file (lead_agency_id, opened_at desc, id desc);
create index case_file_search_gin on enforcement.case_file using gin (search);
comment on table enforcement.case_file is 'A problem followed to its end across services. Retention group by outcome; default 6 years.';
comment on column enforcement.case_file.escalation_rule is 'Which of the rules opened it: not-solved, more-than-one-service, failed-before (S2-28).';
comment on column enforcement.case_file.is_personal is 'About identifiable people: seen by the services on it alone.';

create table enforcement.case_service (
  case_id uuid not null references enforcement.case_file,
  service_id uuid not null references directory.service,
  agency_id uuid not null references directory.agency,
  joined_at timestamptz not null,
  why text not null,
  primary key (case_id, service_id)
);
create index case_service_agency_idx on enforcement.case_service (agency_id, case_id);
comment on table enforcement.case_service is 'The services working on a case: its matter membership. Retention: as the case.';

create table enforcement.case_event (
  id uuid primary key,
  case_id uuid not null references enforcement.case_file,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null,
  detail jsonb not null default '{}'
);
create index case_event_case_idx on enforcement.case_event (case_id, at);
comment on table enforcement.case_event is 'What happened on a case, in order. Retention: as the case.';

alter table intake.report add constraint report_case_fk foreign key (case_id) references enforcement.case_file;

grant select, insert, update on enforcement.case_file to bailiwick_ops, bailiwick_worker;
grant select, insert on enforcement.case_service, enforcement.case_event to bailiwick_ops, bailiwick_worker;
