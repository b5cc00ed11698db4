-- Why: at the database an agreement that had ended, or not begun, still opened another agency's rows, lists, files and markers;
-- and who led for a person was open to every keeper of any register.
-- Locks: the tables named, for an instant. Takes: milliseconds.

-- The day it is for whoever asks: the application's, so that fences and pages turn on the same day.
create function platform.viewer_today() returns date
  language sql stable parallel safe
  return coalesce(platform.viewer_text('today')::date, (now() at time zone 'Europe/London')::date);

drop policy list_entry_safeguard on linkage.list_entry;
create policy list_entry_safeguard on linkage.list_entry for select to bailiwick_safeguard
  using ((select safeguarding.keeps_register()) and (origin_agency_id = (select platform.viewer_agency()) or exists (
    select 1 from directory.agreement t where t.from_agency_id = origin_agency_id and t.to_agency_id = (select platform.viewer_agency())
      and t.starts_on <= (select platform.viewer_today()) and (t.ends_on is null or t.ends_on > (select platform.viewer_today()))
      and t.record_kind = case handling when 'victim' then 'victim' else 'restricted-list' end)));

drop policy list_keeper on linkage.list;
create policy list_keeper on linkage.list for all to bailiwick_safeguard
  using ((select safeguarding.keeps_register()) and ((select platform.viewer_agency()) in (owner_agency_id, entered_by_agency_id)
    or exists (select 1 from directory.agreement t where t.from_agency_id = owner_agency_id and t.to_agency_id = (select platform.viewer_agency())
      and t.starts_on <= (select platform.viewer_today()) and (t.ends_on is null or t.ends_on > (select platform.viewer_today()))
      and t.record_kind = case handling when 'victim' then 'victim' else 'restricted-list' end)))
  with check ((select safeguarding.keeps_register()));

do $$
declare name text;
begin
  foreach name in array array['list_load_row', 'list_load_file_part'] loop
    execute format('drop policy %I on linkage.%I', name || '_safeguard', name);
    -- Wardens share the login and read no list.
    execute format('create policy %I on linkage.%I for all to bailiwick_safeguard
      using ((select safeguarding.keeps_register()) and (agency_id = (select platform.viewer_agency()) or exists (
        select 1 from directory.agreement t where t.from_agency_id = agency_id and t.to_agency_id = (select platform.viewer_agency())
          and t.starts_on <= (select platform.viewer_today()) and (t.ends_on is null or t.ends_on > (select platform.viewer_today()))
          and t.record_kind = case handling when ''victim'' then ''victim'' else ''restricted-list'' end)))', name || '_safeguard', name);
  end loop;
end $$;

drop policy marker_agreed on assurance.marker;
create policy marker_agreed on assurance.marker for select to bailiwick_ops, bailiwick_safeguard
  using (exists (select 1 from directory.agreement t where t.from_agency_id = agency_id
    and t.to_agency_id = (select platform.viewer_agency()) and t.record_kind = 'marker'
    and t.starts_on <= (select platform.viewer_today()) and (t.ends_on is null or t.ends_on > (select platform.viewer_today()))));
comment on policy marker_agreed on assurance.marker is 'Another agency''s markers are open to whoever it has a running agreement with.';

-- Who led for a person is for those who may open that person's file.
create function safeguarding.leads_or_keeps(the_file uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select 1 from safeguarding.victim_file f where f.id = the_file
        and platform.viewer_agency() in (f.agency_id, f.lead_agency_id, f.offered_agency_id))
      or exists (select 1 from safeguarding.lead l where l.file_id = the_file and l.agency_id = platform.viewer_agency());
  end;
revoke execute on function safeguarding.leads_or_keeps from public;
-- Its owner reads rows behind their fence, which no owner of the installation does by itself.
grant create on schema safeguarding to bailiwick_worker;
alter function safeguarding.leads_or_keeps owner to bailiwick_worker;
revoke create on schema safeguarding from bailiwick_worker;
grant execute on function safeguarding.leads_or_keeps to bailiwick_safeguard;
drop policy lead_keeper on safeguarding.lead;
create policy lead_keeper on safeguarding.lead for all to bailiwick_safeguard
  using ((select safeguarding.keeps_register())
    and ((select platform.viewer_agency()) in (keeper_agency_id, agency_id) or safeguarding.leads_or_keeps(file_id)))
  with check ((select safeguarding.keeps_register()));
