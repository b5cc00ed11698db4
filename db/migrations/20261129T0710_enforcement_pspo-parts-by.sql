-- Why: past the code, on a login of operations, a colleague without the role could end an order in the register, write down that a consultee was
-- told, and put a paper or a line into the history of an order.
-- Locks: the parts of enforcement.pspo, for milliseconds. Takes: milliseconds.
do $$
declare fenced text;
begin
  foreach fenced in array array['pspo_consultee', 'pspo_reason', 'pspo_document', 'pspo_event'] loop
    execute format('create policy %I on enforcement.%I as restrictive for insert to bailiwick_ops
      with check (string_to_array((select platform.viewer_text(''roles'')), '','') && ''{jet-supervisor,community-safety-coordinator,environmental-health-officer}'')',
      fenced || '_by', fenced);
  end loop;
  execute 'create policy pspo_consultee_changed_by on enforcement.pspo_consultee as restrictive for update to bailiwick_ops using (true)
    with check (string_to_array((select platform.viewer_text(''roles'')), '','') && ''{jet-supervisor,community-safety-coordinator,environmental-health-officer}'')';
  execute 'create policy pspo_publication_ended_by on enforcement.pspo_publication as restrictive for update to bailiwick_ops using (true)
    with check (''community-safety-coordinator'' = any (string_to_array((select platform.viewer_text(''roles'')), '','')))';
end $$;
