-- Why: a report or a file of the register that somebody was opening again while the night's batch ran was emptied all the same: the
-- batch had read it as closed, waited for them to finish, and went on. Now it waits first and asks again.
-- Locks: nothing. Takes: milliseconds.
create or replace function governance.purge(the_kind text, the_agency uuid, until date, most integer) returns setof text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  due text[];
begin
  if until >= platform.viewer_today() then raise exception 'Nothing is due that has not ended before today.'; end if;
  perform pg_advisory_xact_lock(hashtext('governance.legal_hold'));
  select array_agg(x.id) into due from (
    select c.id from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
      and c.counted_from <= until and c.kept_for is null order by c.counted_from, c.id limit most) x;
  if due is null then return; end if;
  -- Whoever is at work on one of them is waited for; then it is asked again what is due of these.
  if the_kind in ('report', 'reporter') then
    perform 1 from intake.report r where r.id = any (due::uuid[]) order by r.id for update;
  elsif the_kind = 'victim-file' then
    perform 1 from safeguarding.victim_file f where f.id = any (due::uuid[]) order by f.id for update;
  end if;
  select array_agg(c.id) into due from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
    and c.id = any (due) and c.counted_from <= until and c.kept_for is null;
  if due is null then return; end if;
  execute format('select governance.%I($1::%s)', 'purge_' || replace(the_kind, '-', '_'), case the_kind when 'failed-job' then 'bigint[]' else 'uuid[]' end) using due;
  return query select unnest(due);
end $$;
