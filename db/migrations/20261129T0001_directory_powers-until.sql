-- Why: whoever led a day of action went on reading the powers and vetting of the other agencies' officers for as long as the day's file
-- stood; and an accreditation that a former agency had left open stopped the new one from beginning its own, and so told that there was one.
-- Locks: access exclusive on two small tables of the schema directory and on jet.reaccreditation, for milliseconds. Takes: milliseconds.
do $$
declare fenced text;
begin
  foreach fenced in array array['authorisation', 'clearance'] loop
    execute format('drop policy %I on directory.%I', fenced || '_read', fenced);
    execute format('create policy %1$I on directory.%2$I for select to bailiwick_ops using (directory.serves(officer_id, (select platform.viewer_agency()))
      or exists (select 1 from operations.operation_officer p join operations.operation o on o.id = p.operation_id
        where p.officer_id = %2$I.officer_id and o.status in (''planned'', ''agreed'', ''under-way'')))', fenced || '_read', fenced);
  end loop;
end $$;

drop index jet.reaccreditation_running_idx;
create unique index reaccreditation_running_idx on jet.reaccreditation (officer_id, agency_id) where status in ('open', 'ready');
