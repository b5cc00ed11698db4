-- Why: another agency's vetting states could be read on any connection of the operations login; and a supervisor, who answers for the
-- powers of a team, could not record that somebody was vetted or trained anew, nor the force that it accredited somebody.
-- Locks: access exclusive on two small tables of the schema directory, for milliseconds. Takes: milliseconds.
alter table directory.clearance add column replaced_on date;
comment on column directory.clearance.replaced_on is 'The day on which a newer one took its place; it stays for what was done before.';
-- Of several that were granted alike, the newest stands from here on: the others were replaced on the day it came.
update directory.clearance older set replaced_on = newer.granted_on
from (select distinct on (officer_id, kind, name) id, officer_id, kind, name, coalesce(granted_on, current_date) as granted_on
  from directory.clearance where status = 'granted' order by officer_id, kind, name, granted_on desc nulls last, id) newer
where older.status = 'granted' and older.id <> newer.id and older.officer_id = newer.officer_id and older.kind = newer.kind and older.name = newer.name;
create unique index clearance_standing_idx on directory.clearance (officer_id, kind, name) where replaced_on is null and status = 'granted';
alter table directory.authorisation add column badge_number text;

create function directory.serves(the_officer uuid, the_agency uuid) returns boolean
  language sql stable
  return exists (select 1 from directory.officer o where o.id = the_officer and o.agency_id = the_agency);

do $$
declare fenced text;
begin
  foreach fenced in array array['authorisation', 'clearance'] loop
    execute format('alter table directory.%I enable row level security', fenced);
    execute format('alter table directory.%I force row level security', fenced);
    execute format('create policy %I on directory.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
    execute format('create policy %I on directory.%I for all to bailiwick_tech using (true) with check (true)', fenced || '_tech', fenced);
    execute format('create policy %I on directory.%I for select to bailiwick_worker using (true)', fenced || '_worker', fenced);
    -- Own officers; and, as before, whoever does a part of a day of action in which one's agency takes part: the fence of that day holds.
    execute format('create policy %1$I on directory.%2$I for select to bailiwick_ops using (directory.serves(officer_id, (select platform.viewer_agency()))
      or exists (select 1 from operations.operation_officer p where p.officer_id = %2$I.officer_id))', fenced || '_read', fenced);
  end loop;
end $$;
revoke select on directory.authorisation, directory.clearance from bailiwick_gov;
create policy clearance_add on directory.clearance for insert to bailiwick_ops with check (directory.serves(officer_id, (select platform.viewer_agency())));
create policy clearance_change on directory.clearance for update to bailiwick_ops
  using (directory.serves(officer_id, (select platform.viewer_agency()))) with check (directory.serves(officer_id, (select platform.viewer_agency())));
grant insert, update (replaced_on) on directory.clearance to bailiwick_ops;

-- An accreditation is given by the force that was asked, to an officer who was vetted, trained and assessed, and by nobody else.
create policy authorisation_issue on directory.authorisation for insert to bailiwick_ops with check (basis = 'csas' and exists (
  select 1 from jet.reaccreditation r where r.officer_id = authorisation.officer_id and r.force_agency_id = (select platform.viewer_agency()) and r.status = 'ready'));
grant insert on directory.authorisation to bailiwick_ops;
-- What the new one takes the place of ends on that day; the force does not otherwise read the officer's powers.
create function jet.end_accreditation(the_reaccreditation uuid, on_day date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare ended integer;
begin
  update directory.authorisation a set withdrawn_on = on_day from jet.reaccreditation r
    where r.id = the_reaccreditation and r.status = 'ready' and r.force_agency_id = platform.viewer_agency()
      and a.officer_id = r.officer_id and a.basis = 'csas' and a.withdrawn_on is null and a.granted_on < on_day;
  get diagnostics ended = row_count;
  return ended;
end $$;
revoke all on function jet.end_accreditation(uuid, date) from public;
grant execute on function jet.end_accreditation(uuid, date) to bailiwick_ops;
