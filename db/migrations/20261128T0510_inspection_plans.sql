-- Why: on a connection of the operations login an agency could put premises, volunteers, or an answer on the covert law of its own making on
-- another agency's plan.
-- Locks: access exclusive on four small tables. Takes: milliseconds.
do $$
declare fenced text;
begin
  foreach fenced in array array['selection', 'volunteer', 'welfare_line', 'purchase_covert'] loop
    execute format('create policy %1$I on inspection.%2$I as restrictive for insert to bailiwick_ops with check (exists (select 1 from inspection.purchase p
      where p.id = %2$I.purchase_id and p.agency_id = (select platform.viewer_agency())))', fenced || '_of_lead', fenced);
  end loop;
end $$;
