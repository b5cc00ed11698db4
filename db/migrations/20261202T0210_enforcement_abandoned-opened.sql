-- Why: who takes the report of an abandoned vehicle is often a service's own officer, who had to ask somebody else to open its file. They
-- open it now, and what follows stays with those who assess, serve and have it removed.
-- Locks: three policies are made anew; nothing is read or written.
do $$
declare
  mine constant text := 'agency_id = (select platform.viewer_agency())';
  roles constant text := 'string_to_array((select platform.viewer_text(''roles'')), '','')';
  openers constant text := '''{service-officer,jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}''';
begin
  drop policy abandoned_begun on enforcement.abandoned;
  execute format('create policy abandoned_begun on enforcement.abandoned for insert to bailiwick_ops with check (%s and %s && %s)', mine, roles, openers);
  drop policy abandoned_place_written on enforcement.abandoned_place;
  execute format('create policy abandoned_place_written on enforcement.abandoned_place for insert to bailiwick_ops with check (%s and %s && %s)', mine, roles, openers);
  -- Of somebody who opens and no more: the line that says so, as their own, on a file that nothing was done about.
  drop policy abandoned_event_written on enforcement.abandoned_event;
  execute format('create policy abandoned_event_written on enforcement.abandoned_event for insert to bailiwick_ops
    with check ((%2$s && ''{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}'' or (%2$s && %3$s and kind = ''reported''))
      and exists (select 1 from enforcement.abandoned c where c.id = abandoned_id and c.%1$s))', mine, roles, openers);
end $$;

