-- Why: officers load lists of reports in the browser: the file is kept while it is looked at, checked and loaded by the
-- worker, and a load can be undone. A row says now what mends it, and a report says which load brought it.
-- Locks: intake.import_run and intake.report for a moment; the index on joined reports for about a second a million.
create table intake.import_source (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  code text not null,
  name text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  used_by uuid,
  constraint import_source_code_key unique (agency_id, code)
);
comment on table intake.import_source is 'Where an agency''s lists come from, with the columns chosen the last time. Retention: as long as the agency uses it.';

alter table intake.import_run drop constraint import_run_status;
alter table intake.import_run add constraint import_run_status check (status in
  ('uploaded', 'checking', 'checked', 'refused', 'loading', 'loaded', 'undoing', 'undone', 'abandoned'));
alter table intake.import_run
  add column source_id uuid references intake.import_source,
  add column size_bytes bigint,
  add column columns jsonb not null default '[]',
  add column notes jsonb not null default '[]',
  add column findings jsonb not null default '{}',
  add column refused_words text,
  add column loaded_by uuid,
  add column loaded_at timestamptz,
  add column undone_by uuid,
  add column undone_at timestamptz,
  add column undo_reason text,
  add column rows_withdrawn integer not null default 0,
  add column rows_kept integer not null default 0,
  add column version integer not null default 1;
create index import_run_agency_idx on intake.import_run (agency_id, started_at desc, id desc);
comment on column intake.import_run.agency_id is 'Who received the reports of the file; their officers see the run.';
comment on column intake.import_run.findings is 'What the check found, as counts: rows by service. Holds no value from a row.';
comment on column intake.import_run.columns is 'Names of the columns of the file, in order.';

alter table intake.import_problem add column mend text not null default '';
comment on column intake.import_problem.mend is 'What the person who made the file can do about it.';

create table intake.import_file_part (
  import_id uuid not null references intake.import_run,
  part integer not null,
  agency_id uuid not null references directory.agency,
  content bytea not null,
  primary key (import_id, part)
);
comment on table intake.import_file_part is 'The file itself, in pieces, for the officers of the agency that gave it. Retention: 30 days after it was loaded, undone or last looked at; at once when it is put away.';

create table intake.import_preview (
  import_id uuid primary key references intake.import_run,
  agency_id uuid not null references directory.agency,
  rows jsonb not null,
  unmatched jsonb not null default '[]'
);
comment on table intake.import_preview is 'The first rows of a file, for choosing its columns by sight, and the words for a category that nothing is matched to. Retention: as the file.';

create table intake.import_progress (
  import_id uuid primary key references intake.import_run,
  rows_done integer not null,
  rows_in_all integer,
  at timestamptz not null
);
comment on table intake.import_progress is 'How far the worker has come with a file; written beside its transaction, so that it can be read before the end. Retention: as the run.';

create table intake.import_withdrawn (
  import_id uuid not null references intake.import_run,
  report_id uuid not null,
  reference text not null,
  external_id text not null,
  primary key (import_id, report_id)
);
create index import_withdrawn_reference_idx on intake.import_withdrawn (reference);
comment on table intake.import_withdrawn is 'Reports that were taken back when a load was undone, by their references alone. Retention: as the run.';

alter table intake.import_file_part enable row level security;
alter table intake.import_file_part force row level security;
alter table intake.import_preview enable row level security;
alter table intake.import_preview force row level security;
create policy import_file_part_own on intake.import_file_part for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy import_preview_own on intake.import_preview for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy import_file_part_worker on intake.import_file_part for all to bailiwick_worker using (true);
create policy import_preview_worker on intake.import_preview for all to bailiwick_worker using (true);

-- Joined reports point to the one that stays: without it, taking a report back would look through all of them.
create index report_duplicate_idx on intake.report (duplicate_of_id) where duplicate_of_id is not null;
create index link_source_report_idx on records.link (source_report_id) where source_report_id is not null;

-- Why a report that a load brought cannot be taken back; null where nobody has done anything with it.
create function intake.worked_on(r intake.report) returns text
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select case
      when r.is_sensitive then 'restricted'
      when r.case_id is not null or r.status = 'escalated' then 'case'
      when exists (select 1 from enforcement.penalty p where p.report_id = r.id) then 'penalty'
      when r.version > 1 then 'changed'
      when exists (select 1 from intake.report d where d.duplicate_of_id = r.id) then 'joined'
      when exists (select 1 from intake.report_event e where e.report_id = r.id) then 'history'
      when exists (select 1 from platform.file f where f.owner_kind = 'report' and f.owner_id = r.id) then 'file'
      when exists (select 1 from records.received_record x where x.report_id = r.id)
        or exists (select 1 from records.link l where l.source_report_id = r.id) then 'record'
    end;
  end;

-- The one way in which a report is ever taken away: one that a load brought, that nobody has touched, and whose load is
-- being undone. The worker's login has no right to delete reports in any other way.
create function intake.withdraw_import(import uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare withdrawn integer;
begin
  if not exists (select 1 from intake.import_run i where i.id = import and i.status = 'undoing') then
    raise exception 'This load is not being undone.';
  end if;
  with gone as (
    delete from intake.report r where r.import_id = import and intake.worked_on(r) is null
    returning r.id, r.reference, r.external_id)
  insert into intake.import_withdrawn (import_id, report_id, reference, external_id)
    select import, id, reference, coalesce(external_id, '') from gone;
  get diagnostics withdrawn = row_count;
  return withdrawn;
end $$;
revoke execute on function intake.worked_on, intake.withdraw_import from public;
grant execute on function intake.worked_on to bailiwick_ops, bailiwick_worker;
grant execute on function intake.withdraw_import to bailiwick_worker;

grant select, insert, update on intake.import_source to bailiwick_ops;
grant select on intake.import_source to bailiwick_worker;
grant select, insert, delete on intake.import_file_part, intake.import_preview to bailiwick_ops;
grant select, delete on intake.import_file_part, intake.import_preview to bailiwick_worker;
grant update (unmatched) on intake.import_preview to bailiwick_worker;
grant select on intake.import_progress, intake.import_withdrawn to bailiwick_ops;
grant select, insert, update, delete on intake.import_progress to bailiwick_worker;
grant select on intake.import_withdrawn to bailiwick_worker;
grant delete on intake.import_problem to bailiwick_worker;
