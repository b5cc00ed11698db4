-- Why: reports are worked on the safeguarding side too, and what is recorded of a fly-tip is read and written there as the report is.
-- Locks: none. Takes: milliseconds.
do $$
declare fenced text;
begin
  foreach fenced in array array['fly_tip', 'fly_tip_action'] loop
    execute format('create policy %I on intake.%I for all to bailiwick_safeguard using (agency_id = (select platform.viewer_agency()))
      with check (agency_id = (select platform.viewer_agency()))', fenced || '_own_safeguard', fenced);
  end loop;
end $$;
grant select, insert, update on intake.fly_tip to bailiwick_safeguard;
grant select, insert on intake.fly_tip_action to bailiwick_safeguard;
