-- Why: whoever ran a statement of their own on the connection of operations, intelligence or safeguarding could read every photograph that
-- came with a report, of other agencies and of sensitive reports too. Now the bytes follow the words of the report: its agency, the one
-- that took it, those with an agreement about reports today; of a sensitive one, its service alone. The intelligence unit opens none.
-- Locks: platform.file for the moment that a policy takes. Takes: milliseconds; no row is read or written.
drop policy file_report on platform.file;
create policy file_report on platform.file for select to bailiwick_ops, bailiwick_safeguard using (
  owner_kind = 'report'
  and string_to_array((select platform.viewer_text('roles')), ',') && '{reception,safeguarding-officer,service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}'
  and exists (
    select 1 from intake.report r
    where r.id = owner_id and case when r.is_sensitive
      then r.service_id = any ((select platform.viewer_services())::uuid[])
      else r.owner_agency_id = (select platform.viewer_agency()) or r.received_by_agency_id = (select platform.viewer_agency())
        or exists (
          select 1 from directory.agreement t
          where t.from_agency_id = r.owner_agency_id and t.to_agency_id = (select platform.viewer_agency()) and t.record_kind = 'report'
            and t.starts_on <= (select platform.viewer_today()) and (t.ends_on is null or t.ends_on > (select platform.viewer_today())))
      end));
