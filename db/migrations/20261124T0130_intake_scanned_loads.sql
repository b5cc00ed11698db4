-- Why: the words of loaded reports are now looked through for numbers as those of others are. What the look itself wrote
-- is no work that somebody did, so that such a report can still be taken back, and what was written goes with it.
-- Locks: nothing that exists. Takes: milliseconds.

-- What the look through a report's words wrote: a record of the feed 'report', its key, and its link to that report.
create function records.is_scanned(record records.received_record) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select record.feed = 'report' and record.report_id is not null
      and not exists (select 1 from records.link l where record.id in (l.to_id, l.from_id)
        and not (l.source_report_id is not distinct from record.report_id and l.role = 'mentions' and l.officer_id is null and l.ended_at is null));
  end;
comment on function records.is_scanned is 'Written by the look through a report''s words, and nobody has linked it to anything since.';
revoke execute on function records.is_scanned from public;

create or replace function intake.worked_on(r intake.report) returns text
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
      when exists (select 1 from records.received_record x where x.report_id = r.id and not records.is_scanned(x))
        or exists (select 1 from records.link l where l.source_report_id = r.id
          and not (l.role = 'mentions' and l.officer_id is null and l.ended_at is null)) then 'record'
    end;
  end;

create or replace function intake.withdraw_import(import uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare withdrawn integer;
begin
  if not exists (select 1 from intake.import_run i where i.id = import and i.status = 'undoing') then
    raise exception 'This load is not being undone.';
  end if;
  create temporary table going on commit drop as
    select r.id from intake.report r where r.import_id = import and intake.worked_on(r) is null;
  delete from records.link l using pg_temp.going g where l.source_report_id = g.id;
  delete from records.exact_key k using records.received_record x, pg_temp.going g where x.report_id = g.id and k.record_id = x.id;
  delete from records.received_record x using pg_temp.going g where x.report_id = g.id;
  with gone as (
    delete from intake.report r using pg_temp.going g where r.id = g.id
    returning r.id, r.reference, r.external_id)
  insert into intake.import_withdrawn (import_id, report_id, reference, external_id)
    select import, id, reference, coalesce(external_id, '') from gone;
  get diagnostics withdrawn = row_count;
  drop table pg_temp.going;
  return withdrawn;
end $$;
