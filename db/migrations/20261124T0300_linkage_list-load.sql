-- Why: agencies' lists of people at risk are given as files, looked at, compared with what was given before, loaded by the
-- worker and, if need be, taken back. Every row of a file is accounted for.
-- Locks: linkage.list and linkage.list_entry for a moment. Takes: milliseconds.
alter table linkage.list add column entered_by_agency_id uuid references directory.agency;
comment on column linkage.list.entered_by_agency_id is 'Whose officer wrote it into the inventory: whoever keeps the register writes down lists of partners who have not given them.';
alter table linkage.list_entry add column replaces uuid references linkage.list_entry;
create index list_entry_replaces_idx on linkage.list_entry (replaces) where replaces is not null;
create index list_entry_list_idx on linkage.list_entry (list_id, label, id) where withdrawn_at is null;
create index list_entry_withdrawn_idx on linkage.list_entry (withdrawn_by_load) where withdrawn_by_load is not null;
comment on column linkage.list_entry.replaces is 'The entry of the same row as it was given before it was changed.';

create table linkage.list_load (
  id uuid primary key,
  list_id uuid not null references linkage.list,
  agency_id uuid not null references directory.agency,
  handling text not null constraint list_load_handling check (handling in ('victim', 'restricted')),
  file_name text not null,
  file_sha256 text not null,
  size_bytes bigint not null,
  status text not null constraint list_load_status check (status in
    ('given', 'checking', 'checked', 'refused', 'loading', 'loaded', 'undoing', 'undone', 'abandoned')),
  is_whole boolean not null default true,
  columns jsonb not null,
  notes jsonb not null default '[]',
  mapping jsonb not null default '{}',
  list_version integer not null,
  refused_words text,
  rows_read integer not null default 0,
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_gone integer not null default 0,
  rows_rejected integer not null default 0,
  given_at timestamptz not null,
  given_by uuid not null,
  loaded_at timestamptz,
  loaded_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  undo_reason text,
  version integer not null default 1
);
create index list_load_list_idx on linkage.list_load (list_id, given_at desc, id desc);
comment on table linkage.list_load is 'One file given for a list: what was found in it, what was loaded, what was taken back. Retention: as the list.';
comment on column linkage.list_load.agency_id is 'The agency that keeps the list, whoever gave the file.';
comment on column linkage.list_load.is_whole is 'The file is the whole list, so that a row that is not in it is gone; otherwise it only adds and changes.';
comment on column linkage.list_load.list_version is 'The list as it stood when the file was compared with it: nothing is loaded on a list that has moved on.';

create table linkage.list_load_file_part (
  load_id uuid not null references linkage.list_load,
  part integer not null,
  agency_id uuid not null references directory.agency,
  handling text not null,
  content bytea not null,
  primary key (load_id, part)
);
comment on table linkage.list_load_file_part is 'The file itself, in pieces. Retention: 30 days after it was loaded or last looked at; at once when it is put away.';

create table linkage.list_load_row (
  load_id uuid not null references linkage.list_load,
  row_number integer not null,
  agency_id uuid not null references directory.agency,
  handling text not null,
  outcome text not null constraint list_load_row_outcome check (outcome in ('new', 'changed', 'gone', 'rejected', 'sample')),
  label text not null default '',
  was jsonb,
  becomes jsonb,
  problems jsonb not null default '[]',
  primary key (load_id, outcome, row_number)
);
comment on table linkage.list_load_row is 'Rows of a file that are new, changed, gone or cannot be loaded, with what is wrong, and the first rows for choosing columns by sight. Retention: as the file.';
comment on column linkage.list_load_row.problems is 'Each with column, value, what is wrong and what mends it.';

alter table linkage.list_load_file_part enable row level security;
alter table linkage.list_load_file_part force row level security;
alter table linkage.list_load_row enable row level security;
alter table linkage.list_load_row force row level security;
create policy list_load_file_part_own on linkage.list_load_file_part for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy list_load_row_own on linkage.list_load_row for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy list_load_file_part_safeguard on linkage.list_load_file_part for all to bailiwick_safeguard
  using (agency_id = (select platform.viewer_agency()) or exists (select 1 from directory.agreement t
    where t.from_agency_id = agency_id and t.to_agency_id = (select platform.viewer_agency())
      and t.record_kind = case handling when 'victim' then 'victim' else 'restricted-list' end));
create policy list_load_row_safeguard on linkage.list_load_row for all to bailiwick_safeguard
  using (agency_id = (select platform.viewer_agency()) or exists (select 1 from directory.agreement t
    where t.from_agency_id = agency_id and t.to_agency_id = (select platform.viewer_agency())
      and t.record_kind = case handling when 'victim' then 'victim' else 'restricted-list' end));
create policy list_load_file_part_worker on linkage.list_load_file_part for all to bailiwick_worker using (true);
create policy list_load_row_worker on linkage.list_load_row for all to bailiwick_worker using (true);

grant select, insert, update on linkage.list_load to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant select, insert, delete on linkage.list_load_file_part, linkage.list_load_row to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;

-- Two agencies may write down a list of one name without learning of each other's entry.
alter table linkage.list drop constraint list_name_key;
create unique index list_name_key on linkage.list (owner_agency_id, entered_by_agency_id, name) nulls not distinct;

create table records.hidden_address (
  record_id uuid primary key,
  is_marked boolean not null,
  since timestamptz not null
);
comment on table records.hidden_address is 'Records of people whose address must stay hidden (domain 2.18): it is shown with nothing that is made from the record. Holds no address. Retention: as the record.';
comment on column records.hidden_address.is_marked is 'Marked itself; otherwise it is the same person as a record that is marked.';
grant select on records.hidden_address to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_worker;
grant insert, delete on records.hidden_address to bailiwick_safeguard, bailiwick_worker;

create table linkage.sealed_address (
  entry_id uuid primary key references linkage.list_entry,
  address text not null,
  postcode text not null,
  sealed_at timestamptz not null
);
comment on table linkage.sealed_address is 'The address of a row whose address must stay hidden, taken out of the row as it was loaded. No login of an officer reads it: an address is revealed by a function that writes down who asked and why. Retention: as the row.';
grant select, insert, update on linkage.sealed_address to bailiwick_worker;
