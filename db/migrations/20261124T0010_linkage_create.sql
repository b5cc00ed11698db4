-- Why: agencies' lists of people, each row as it was given and behind a fence of its own; the ledger of judgements on which
-- rows are about the same person; the models that judged; and the keys by which rows are found. Rows of lists are not
-- `records.received_record`: the operations login searches that table by trigrams, which row-level security would switch off.
-- Locks: nothing that exists. Takes: milliseconds.
create schema linkage;
grant usage on schema linkage to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;

create table linkage.list (
  id uuid primary key,
  owner_agency_id uuid not null references directory.agency,
  name text not null,
  about text not null default '',
  intervention text not null default '',
  handling text not null constraint list_handling check (handling in ('victim', 'restricted')),
  gateway text not null,
  contact text not null default '',
  rows_told integer,
  fields_told text not null default '',
  mapping jsonb not null default '{}',
  version integer not null default 1,
  made_at timestamptz not null,
  made_by uuid,
  closed_at timestamptz,
  constraint list_name_key unique (owner_agency_id, name)
);
comment on table linkage.list is 'The inventory: which agency keeps which list, what it is for, what is done for those on it, how many rows it is said to have. Retention: 6 years after it is closed.';
comment on column linkage.list.intervention is 'What the owner does for the people on it: visit, letter, call blocker. Compared between lists in the audit of lists.';
comment on column linkage.list.handling is 'victim: for the safeguarding side of agencies with an agreement. restricted: a national batch; neither rows nor source are shown beyond the officers who keep the register.';
comment on column linkage.list.contact is 'Whom to ask about a person on it, when the list itself may not be seen.';

create table linkage.list_entry (
  id uuid primary key,
  list_id uuid not null references linkage.list,
  load_id uuid not null,
  kind text not null constraint list_entry_kind check (kind in ('person', 'organisation')),
  label text not null,
  fields jsonb not null,
  given jsonb not null,
  source_key text not null,
  origin_agency_id uuid not null references directory.agency,
  handling text not null constraint list_entry_handling check (handling in ('victim', 'restricted')),
  received_at timestamptz not null,
  gateway text not null,
  retention_group smallint not null,
  regime text not null constraint list_entry_regime check (regime in ('PART3', 'UKGDPR')),
  withdrawn_at timestamptz,
  withdrawn_by_load uuid
);
create unique index list_entry_live_key on linkage.list_entry (list_id, source_key) where withdrawn_at is null;
create index list_entry_load_idx on linkage.list_entry (load_id);
create index list_entry_origin_idx on linkage.list_entry (origin_agency_id, received_at desc) where withdrawn_at is null;
comment on table linkage.list_entry is 'One row of a list, as it was given, never edited: a changed row is a new entry and the old one is withdrawn. Retention by retention_group.';
comment on column linkage.list_entry.fields is 'The row under the engine''s names of fields: forename, surname, name, dateOfBirth, address, postcode, phone, email.';
comment on column linkage.list_entry.given is 'Every cell of the row under the list''s own headings.';
comment on column linkage.list_entry.source_key is 'The row''s own reference in the list, or a hash of its cells: how a later load knows it again.';

create table linkage.model (
  id uuid primary key,
  number integer not null constraint model_number_key unique,
  document jsonb not null,
  trained_on jsonb not null,
  note text not null default '',
  made_at timestamptz not null,
  made_by uuid,
  adopted_at timestamptz,
  adopted_by uuid
);
comment on table linkage.model is 'A trained model of likeness: how often each level comes among the same and by chance. Holds frequencies of common values, no rows. Retention: as long as a judgement names it.';

create table linkage.judgement (
  id uuid primary key,
  record_a uuid not null,
  record_b uuid not null,
  verdict text not null constraint judgement_verdict check (verdict in ('same', 'different', 'unsure', 'proposed')),
  probability real,
  weight real,
  evidence jsonb,
  worth real not null default 0,
  made_by text not null constraint judgement_made_by check (made_by in ('model', 'person')),
  model_id uuid references linkage.model,
  officer_id uuid,
  agency_id uuid references directory.agency,
  made_at timestamptz not null,
  why text not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text,
  replaced_by uuid references linkage.judgement,
  constraint judgement_order check (record_a < record_b),
  constraint judgement_maker check ((made_by = 'model') = (model_id is not null) and (made_by = 'person') = (officer_id is not null))
);
create unique index judgement_live_key on linkage.judgement (record_a, record_b) where ended_at is null;
create index judgement_b_idx on linkage.judgement (record_b) where ended_at is null;
create index judgement_pair_idx on linkage.judgement (record_a, record_b, made_at);
create index judgement_queue_idx on linkage.judgement (worth desc, id) where ended_at is null and verdict in ('proposed', 'unsure');
create index judgement_officer_idx on linkage.judgement (officer_id, made_at desc) where officer_id is not null;
comment on table linkage.judgement is 'Two records are, are not, or may be about the same. Never deleted, only ended; one live judgement a pair. The identity of a record is the connected component of live «same». Retention: as the longer-kept of the two records.';
comment on column linkage.judgement.worth is 'How much a decision would help: uncertain, about people at risk, joining much. Orders the review desk.';

create table linkage.record_key (
  key integer not null,
  record_id uuid not null,
  primary key (key, record_id)
);
create index record_key_record_idx on linkage.record_key (record_id);
comment on table linkage.record_key is 'Hashes under which a record is found as perhaps the same as another: of name, birth date, telephone, address in their tidied forms. Retention: as the record.';

-- What is matched, from both sources alike.
create view linkage.subject with (security_invoker = true) as
  select r.id, r.kind, r.label, r.fields, r.origin_agency_id, r.handling, null::uuid as list_id, r.feed as source, r.received_at, r.gateway
  from records.received_record r
  union all
  select e.id, e.kind, e.label, e.fields, e.origin_agency_id, e.handling, e.list_id, l.name, e.received_at, e.gateway
  from linkage.list_entry e join linkage.list l on l.id = e.list_id where e.withdrawn_at is null;

alter table linkage.list_entry enable row level security;
alter table linkage.list_entry force row level security;
create policy list_entry_own on linkage.list_entry for all to bailiwick_ops
  using (origin_agency_id = (select platform.viewer_agency())) with check (origin_agency_id = (select platform.viewer_agency()));
create policy list_entry_safeguard on linkage.list_entry for all to bailiwick_safeguard
  using (origin_agency_id = (select platform.viewer_agency()) or exists (select 1 from directory.agreement t
    where t.from_agency_id = origin_agency_id and t.to_agency_id = (select platform.viewer_agency())
      and t.record_kind = case handling when 'victim' then 'victim' else 'restricted-list' end))
  with check (true);
create policy list_entry_worker on linkage.list_entry for all to bailiwick_worker using (true);

grant select, insert, update on linkage.list, linkage.list_entry to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant select, insert on linkage.judgement to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant update (ended_at, ended_by, ended_why, replaced_by, worth) on linkage.judgement to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant select on linkage.model to bailiwick_ops, bailiwick_safeguard;
grant select, insert, update on linkage.model to bailiwick_worker;
grant update (adopted_at, adopted_by) on linkage.model to bailiwick_safeguard;
grant select on linkage.record_key to bailiwick_ops, bailiwick_safeguard;
grant select, insert, delete on linkage.record_key to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant select on linkage.subject to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
