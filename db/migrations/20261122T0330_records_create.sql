-- Why: what each agency told us about people, organisations, vehicles, phones and places, never edited, with its origin.
-- Locks: nothing that exists. Takes: milliseconds.
create schema records;
grant usage on schema records to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_worker;

create table records.received_record (
  id uuid primary key,
  kind text not null constraint received_record_kind check (kind in ('person', 'organisation', 'vehicle', 'phone', 'email', 'place')),
  label text not null,
  fields jsonb not null,
  origin_agency_id uuid not null references directory.agency,
  feed text not null,
  report_id uuid references intake.report,
  received_at timestamptz not null,
  gateway text not null,
  handling text not null default 'ordinary',
  retention_group smallint not null,
  regime text not null constraint received_record_regime check (regime in ('PART3', 'UKGDPR'))
);
create index received_record_label_trgm on records.received_record using gin (label gin_trgm_ops);
create index received_record_origin_idx on records.received_record (origin_agency_id, received_at desc);
create index received_record_report_idx on records.received_record (report_id);
comment on table records.received_record is 'What an agency told us about a subject, as it told us. Retention by retention_group.';
comment on column records.received_record.regime is 'PART3: law-enforcement processing, DPA 2018 Part 3; UKGDPR: everything else.';

create table records.exact_key (
  kind text not null,
  value text not null,
  record_id uuid not null references records.received_record,
  primary key (kind, value, record_id)
);
create index exact_key_record_idx on records.exact_key (record_id);
comment on table records.exact_key is 'Normalised identifiers of a record: phone, registration mark, company number, e-mail, name and date of birth. Retention: as the record.';

create table records.link (
  id uuid primary key,
  from_kind text not null,
  from_id uuid not null,
  role text not null,
  to_kind text not null,
  to_id uuid not null,
  source_report_id uuid references intake.report,
  origin_agency_id uuid not null references directory.agency,
  made_by text not null constraint link_made_by check (made_by in ('exact-key', 'person', 'import')),
  officer_id uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  why text not null
);
create index link_from_idx on records.link (from_kind, from_id) where ended_at is null;
create index link_to_idx on records.link (to_kind, to_id) where ended_at is null;
comment on table records.link is 'One typed tie, one role each; ended, never deleted. Retention: as its source.';

grant insert on records.received_record, records.exact_key, records.link to bailiwick_public;
grant select, insert on records.received_record, records.exact_key, records.link to bailiwick_ops, bailiwick_safeguard, bailiwick_intel, bailiwick_worker;
grant update (ended_at, ended_by) on records.link to bailiwick_ops, bailiwick_safeguard, bailiwick_intel;
