-- Why: community protection warnings and notices (Anti-social Behaviour, Crime and Policing Act 2014 ss.43-58) as one file a
-- subject from the warning to the breach, and the table of places and summaries that is published without names.
-- Locks: directory.authorisation briefly, for its check. Takes: milliseconds.
create table enforcement.protection (
  id uuid primary key,
  reference text not null constraint protection_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint protection_status check (status in ('drafted', 'warned', 'complied', 'not-complied',
    'notice-served', 'appealed', 'varied', 'breached', 'discharged', 'void')),
  conduct_kinds text[] not null default '{}',
  lon double precision,
  lat double precision,
  street_words text,
  ward_code text,
  district_code text,
  case_id uuid references enforcement.case_file,
  report_id uuid references intake.report,
  is_detrimental boolean not null default false,
  is_persistent boolean not null default false,
  is_unreasonable boolean not null default false,
  comply_days smallint not null constraint protection_comply_days check (comply_days between 1 and 365),
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
  breach_law_id uuid references enforcement.penalty_law,
  penalty_id uuid references enforcement.penalty,
  ended_on date,
  ending text,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint protection_no_notice_without_warning check (notice_on is null or (warned_on is not null and comply_by < notice_on)),
  constraint protection_appeal_of_a_notice check (appealed_on is null or notice_on is not null),
  constraint protection_breach_of_a_notice check (breached_on is null or (notice_on is not null and breached_on >= notice_on))
);
create index protection_agency_idx on enforcement.protection (agency_id, made_at desc, id desc);
create index protection_made_idx on enforcement.protection (made_at desc, id desc);
create index protection_case_idx on enforcement.protection (case_id) where case_id is not null;
comment on table enforcement.protection is 'A community protection warning and what follows it, for one subject and one conduct; who it is and what they did stands apart. Retention: 6 years after the end.';
comment on column enforcement.protection.street_words is 'Nearest street of the gazetteer, never what somebody typed: it stands in the published table.';
comment on column enforcement.protection.comply_by is 'Last day of the time given by the warning: a notice is served after it.';
comment on column enforcement.protection.appeal_until is 'Last of the 21 days beginning with the day of the notice, s.46(2).';
comment on column enforcement.protection.breach_max_pence is 'Most that the law in force on the day of the breach allowed for a fixed penalty.';

create table enforcement.protection_subject (
  protection_id uuid primary key references enforcement.protection,
  agency_id uuid not null references directory.agency,
  kind text not null constraint protection_subject_kind check (kind in ('person', 'body')),
  record_id uuid references records.received_record,
  name text,
  address text,
  born_on date,
  is_sixteen boolean not null default false,
  place_words text,
  conduct text,
  others_told text
);
comment on table enforcement.protection_subject is 'Who is warned, where, and what they did, for the issuing agency alone. Retention: as the file.';
comment on column enforcement.protection_subject.others_told is 'Whom the issuer thought it right to inform before the notice, s.43(6), or why nobody.';

create table enforcement.protection_evidence (
  id uuid primary key,
  protection_id uuid not null references enforcement.protection,
  agency_id uuid not null references directory.agency,
  kind text not null constraint protection_evidence_kind check (kind in ('photo', 'statement', 'cctv', 'document', 'admission')),
  happened_on date not null,
  words text not null,
  file_id uuid,
  added_by uuid,
  added_at timestamptz not null
);
create index protection_evidence_idx on enforcement.protection_evidence (protection_id, happened_on);
comment on table enforcement.protection_evidence is 'What shows the conduct, by the day it happened, for the issuing agency alone. Retention: as the file.';

create table enforcement.protection_requirement (
  id uuid primary key,
  protection_id uuid not null references enforcement.protection,
  agency_id uuid not null references directory.agency,
  stage text not null constraint protection_requirement_stage check (stage in ('warning', 'notice')),
  kind text not null constraint protection_requirement_kind check (kind in ('stop', 'do', 'steps')),
  words text not null,
  by_day date,
  since date,
  until date,
  added_at timestamptz not null
);
create index protection_requirement_idx on enforcement.protection_requirement (protection_id, stage, added_at);
comment on table enforcement.protection_requirement is 'What a warning or notice asks, s.43(3): stop, do, or take reasonable steps. Retention: as the file.';
comment on column enforcement.protection_requirement.until is 'Last day that it stood in these words: a court varied or quashed the notice.';

create table enforcement.protection_service (
  id uuid primary key,
  protection_id uuid not null references enforcement.protection,
  agency_id uuid not null references directory.agency,
  stage text not null constraint protection_service_stage check (stage in ('warning', 'notice')),
  how text not null,
  sent_on date not null,
  served_on date not null,
  served_by text not null,
  power_basis text not null,
  power_reference text not null,
  officer_id uuid not null,
  recorded_at timestamptz not null,
  constraint protection_service_once unique (protection_id, stage)
);
comment on table enforcement.protection_service is 'Proof of service: how, when and by whom, and by whose power. Retention: as the file.';

create table enforcement.protection_event (
  id uuid primary key,
  protection_id uuid not null references enforcement.protection,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index protection_event_idx on enforcement.protection_event (protection_id, at);
comment on table enforcement.protection_event is 'What happened to a file, in order, in the words of the table of steps: names nobody outside. Retention: as the file.';

create table enforcement.protection_reason (
  event_id uuid primary key references enforcement.protection_event,
  protection_id uuid not null references enforcement.protection,
  agency_id uuid not null references directory.agency,
  words text not null
);
create index protection_reason_idx on enforcement.protection_reason (protection_id);
comment on table enforcement.protection_reason is 'Why a step was taken, in the officer''s words, for the issuing agency alone. Retention: as the file.';

create table enforcement.protection_document (
  id uuid primary key,
  protection_id uuid not null references enforcement.protection,
  agency_id uuid not null references directory.agency,
  kind text not null constraint protection_document_kind check (kind in ('warning', 'notice')),
  version smallint not null,
  format text not null constraint protection_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint protection_document_version_key unique (protection_id, kind, version, format)
);
comment on table enforcement.protection_document is 'The very letters that were served, with their hashes, for the issuing agency alone. Retention: as the file.';

create table enforcement.protection_table (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  edition integer not null,
  rows jsonb not null,
  sha256 text not null,
  published_by uuid not null,
  published_at timestamptz not null,
  constraint protection_table_edition_key unique (agency_id, edition)
);
comment on table enforcement.protection_table is 'The community protection table as it was published: place, summary and update, no names. Retention: kept.';

-- Second fence: names, conduct, evidence, reasons and letters only for an officer of the issuing agency.
do $$
declare fenced text;
begin
  foreach fenced in array array['protection_subject', 'protection_evidence', 'protection_requirement', 'protection_service',
    'protection_reason', 'protection_document'] loop
    execute format('alter table enforcement.%I enable row level security', fenced);
    execute format('alter table enforcement.%I force row level security', fenced);
    execute format('create policy %I on enforcement.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))',
      fenced || '_owner', fenced);
    -- The installation's owner loads and looks.
    execute format('create policy %I on enforcement.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;

grant select, insert, update on enforcement.protection, enforcement.protection_subject to bailiwick_ops;
grant select, insert on enforcement.protection_evidence, enforcement.protection_service, enforcement.protection_event,
  enforcement.protection_reason, enforcement.protection_document, enforcement.protection_table to bailiwick_ops;
grant select, insert, update (by_day, since, until), delete on enforcement.protection_requirement to bailiwick_ops;
grant select on enforcement.protection_table to bailiwick_gov;

-- A constable holds the power by office, in the whole area of the force (s.53(1)(a)).
alter table directory.authorisation drop constraint authorisation_basis;
alter table directory.authorisation add constraint authorisation_basis check (basis in ('council-officer', 'csas', 'constable'));
