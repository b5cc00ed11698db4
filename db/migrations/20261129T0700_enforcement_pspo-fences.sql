-- Why: past the code, on a login of operations, another agency could put an edition, an authorised officer, a consultee, a paper or a line of
-- history into a council's order under its own name, and the register would have shown that edition to everybody; and a colleague
-- without the role could publish and authorise.
-- Locks: enforcement.pspo and its parts, for milliseconds: each row of a part is looked up once. Takes: milliseconds.
alter table enforcement.pspo add constraint pspo_of_agency_key unique (id, agency_id);
do $$
declare part text;
begin
  -- What hangs on a file is of the agency whose file it is, whoever writes it.
  foreach part in array array['pspo_consultee', 'pspo_officer', 'pspo_reason', 'pspo_document', 'pspo_publication'] loop
    execute format('alter table enforcement.%I add constraint %I foreign key (pspo_id, agency_id) references enforcement.pspo (id, agency_id)',
      part, part || '_of_agency_fkey');
  end loop;
  execute 'create policy pspo_event_own on enforcement.pspo_event as restrictive for insert to bailiwick_ops
    with check (exists (select 1 from enforcement.pspo c where c.id = pspo_id and c.agency_id = (select platform.viewer_agency())))';
  -- Roles as src/enforcement/pspo.transitions.ts has them: who keeps the orders, and who records decisions and authorises.
  execute 'create policy pspo_begun_by on enforcement.pspo as restrictive for insert to bailiwick_ops
    with check (string_to_array((select platform.viewer_text(''roles'')), '','') && ''{jet-supervisor,community-safety-coordinator,environmental-health-officer}'')';
  execute 'create policy pspo_changed_by on enforcement.pspo as restrictive for update to bailiwick_ops using (true)
    with check (string_to_array((select platform.viewer_text(''roles'')), '','') && ''{jet-supervisor,community-safety-coordinator,environmental-health-officer}'')';
  execute 'create policy pspo_officer_by on enforcement.pspo_officer as restrictive for insert to bailiwick_ops
    with check (''community-safety-coordinator'' = any (string_to_array((select platform.viewer_text(''roles'')), '','')))';
  execute 'create policy pspo_officer_changed_by on enforcement.pspo_officer as restrictive for update to bailiwick_ops using (true)
    with check (''community-safety-coordinator'' = any (string_to_array((select platform.viewer_text(''roles'')), '','')))';
  -- An edition says what the file says when it is published, and nothing else.
  execute 'create policy pspo_publication_as_file on enforcement.pspo_publication as restrictive for insert to bailiwick_ops
    with check (string_to_array((select platform.viewer_text(''roles'')), '','') && ''{jet-supervisor,community-safety-coordinator,environmental-health-officer}''
      and exists (select 1 from enforcement.pspo c where c.id = pspo_id and c.agency_id = pspo_publication.agency_id and c.status = ''published''
        and (c.reference, c.kind, c.title, c.area_words, c.outline, c.prohibitions, c.requirements, c.exemptions, c.is_alcohol, c.starts_on, c.ends_on)
          = (pspo_publication.reference, pspo_publication.kind, pspo_publication.title, pspo_publication.area_words, pspo_publication.outline,
            pspo_publication.prohibitions, pspo_publication.requirements, pspo_publication.exemptions, pspo_publication.is_alcohol,
            pspo_publication.starts_on, pspo_publication.ends_on)
        and c.area_code is not distinct from pspo_publication.area_code))';
end $$;
