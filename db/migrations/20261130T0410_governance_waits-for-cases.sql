-- Why: a batch waited for whoever held the record, and not for whoever was opening its case again: a penalty was emptied of a case that was
-- open a moment later. The cases are locked before the records, as whoever works on a case does.
-- Locks: nothing. Takes: milliseconds.
create or replace function governance.purge(the_kind text, the_agency uuid, until date, most integer) returns setof text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  due text[];
  k governance.kind;
  p governance.part;
  ids text;
begin
  if until >= platform.viewer_today() then raise exception 'Nothing is due that has not ended before today.'; end if;
  select x.* into strict k from governance.kind x where x.kind = the_kind;
  perform pg_advisory_xact_lock(hashtext('governance.legal_hold'));
  select array_agg(x.id) into due from (
    select c.id from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
      and c.counted_from <= until and c.kept_for is null order by c.counted_from, c.id limit most) x;
  if due is null then return; end if;
  -- Whoever opens a case again is waited for as well: what hangs on an open case stays.
  if the_kind in ('report', 'reporter', 'penalty', 'protection', 'closure', 'encampment', 'prosecution', 'task', 'intelligence-package') then
    perform 1 from enforcement.case_file c where c.id in (select w.record_id from unnest(due) as d (id),
      lateral governance.held_with(the_kind, d.id::uuid) w where w.kind = 'case') order by c.id for share;
  end if;
  if the_kind in ('complainant', 'nomination') then
    perform 1 from asb.asb_case c where c.id in (select w.record_id from unnest(due) as d (id),
      lateral governance.held_with(the_kind, d.id::uuid) w where w.kind = 'asb-case') order by c.id for share;
  end if;
  ids := (select format_type(a.atttypid, null) || '[]' from pg_attribute a where a.attrelid = k.root::regclass and a.attname = k.root_id);
  execute format('select 1 from %s x where x.%I = any ($1::%s) order by x.%2$I for update', k.root::regclass, k.root_id, ids) using due;
  -- Who reported stands on the report: whoever opens it again is waited for as well.
  if the_kind = 'reporter' then perform 1 from intake.report r where r.id = any (due::uuid[]) order by r.id for update; end if;
  select array_agg(c.id) into due from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
    and c.id = any (due) and c.counted_from <= until and c.kept_for is null;
  if due is null then return; end if;
  if the_kind = 'victim-file' then
    insert into governance.stripped select 'visit', v.id, platform.viewer_today() from safeguarding.visit v where v.file_id = any (due::uuid[])
      on conflict (kind, record_id) do update set on_day = excluded.on_day;
  end if;
  for p in select x.* from governance.part x where x.kind = the_kind order by x.position loop
    execute replace(governance.part_statement(p), '$1', format('$1::%s', ids)) using due;
  end loop;
  if k.action = 'empty' then
    insert into governance.stripped select the_kind, i::uuid, platform.viewer_today() from unnest(due) as i
      on conflict (kind, record_id) do update set on_day = excluded.on_day;
  end if;
  return query select unnest(due);
end $$;
revoke execute on function governance.purge from public;
