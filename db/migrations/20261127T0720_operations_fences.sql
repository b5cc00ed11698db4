-- Why: the second fence of a day of action stood round the operation alone; its agencies, officers, stops and history could be read by
-- any agency's connection. A householder's stop is at a home, which is for the agency that made it and not for the one that leads.
-- Locks: access exclusive on four small tables of the schema operations, for milliseconds. Takes: milliseconds.
do $$
declare fenced text;
begin
  foreach fenced in array array['operation_agency', 'operation_officer', 'operation_stop', 'operation_event'] loop
    execute format('alter table operations.%I enable row level security', fenced);
    execute format('alter table operations.%I force row level security', fenced);
    execute format('create policy %1$I on operations.%2$I for all to bailiwick_ops
      using (exists (select 1 from operations.operation o where o.id = %2$I.operation_id and o.agency_ids @> array[(select platform.viewer_agency())]))
      with check (exists (select 1 from operations.operation o where o.id = %2$I.operation_id and o.agency_ids @> array[(select platform.viewer_agency())]))',
      fenced || '_part', fenced);
    execute format('create policy %I on operations.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;

update operations.operation_stop_detail d set lead_agency_id = d.agency_id
  from operations.operation_stop s where s.id = d.stop_id and s.kind = 'householder';
comment on table operations.operation_stop_detail is 'Where a stop was, the vehicle and what was said, for the agency that made it and the one that leads the day; of a householder, whose home it is, for the agency that made it alone. Retention: as the operation.';
