-- Why: on a connection of operations an agency could write a month, entry, plan or finding of another agency's team under its own name: that
-- month would have been the one all teams are told of, and would have kept the team's own supervisor from closing it.
-- Locks: access exclusive on four small tables, for milliseconds. Takes: milliseconds.
create function jet.is_team_of(the_team uuid, the_agency uuid) returns boolean
  language sql stable
  return exists (select 1 from jet.team t where t.id = the_team and t.agency_id = the_agency);
do $$
declare fenced text;
begin
  foreach fenced in array array['month', 'time_entry', 'plan', 'review'] loop
    execute format('drop policy %I on jet.%I', fenced || '_own', fenced);
    execute format('create policy %I on jet.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency()))
      with check (agency_id = (select platform.viewer_agency()) and jet.is_team_of(team_id, agency_id))', fenced || '_own', fenced);
  end loop;
end $$;
