-- Why: what is closed to somebody who supported a case at court is opened to them again by the word of a manager who is somebody else, with
-- a reason (domain 2.3 rule 1). New items of the same sources close as before, and whoever is named again for a case has all of it closed again.
-- Locks: intelligence.closed_item for a moment. Takes: milliseconds.
alter table intelligence.closed_item
  add column reopened_on date,
  add column reopened_by uuid references directory.officer,
  add column reopen_why text,
  add constraint closed_item_reopened_whole check ((reopened_on is null) = (reopened_by is null) and (reopened_on is null) = (reopen_why is null)),
  add constraint closed_item_reopened_by_other check (reopened_by <> officer_id);
comment on column intelligence.closed_item.reopened_by is 'The manager of the unit who gave their word, never the officer themselves.';
grant update (reopened_on, reopened_by, reopen_why) on intelligence.closed_item to bailiwick_intel;
create policy closed_item_reopen on intelligence.closed_item as permissive for update to bailiwick_intel
  using (agency_id = (select platform.viewer_agency()) and (select intelligence.is_manager()) and reopened_on is null
    and officer_id <> (select nullif(platform.viewer_text('officer'), '')::uuid))
  with check (agency_id = (select platform.viewer_agency()) and reopened_by = (select nullif(platform.viewer_text('officer'), '')::uuid));
create or replace function intelligence.closed_to_viewer() returns uuid[] language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(c.item_id), '{}') from (
    select x.item_id from intelligence.closed_item x where x.officer_id = nullif(platform.viewer_text('officer'), '')::uuid and x.reopened_on is null
    union select unnest(intelligence.sensitive_to_viewer())) c);
-- As before, and what was opened again closes.
create or replace function court.close_behind() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare the_case uuid; the_file text;
begin
  select p.case_id, p.reference into the_case, the_file from court.prosecution p where p.id = new.prosecution_id;
  insert into intelligence.closed_source (officer_id, source_id, agency_id)
    select distinct new.officer_id, i.source_id, i.agency_id from dissemination.answer a
      join intelligence.draft_paragraph dp on dp.draft_id = a.package_id join intelligence.paragraph p on p.id = dp.paragraph_id
      join intelligence.item i on i.id = p.item_id
    where a.case_id = the_case and i.source_id is not null on conflict do nothing;
  insert into intelligence.closed_item (officer_id, item_id, agency_id, file_reference, since)
    select distinct new.officer_id, i.id, i.agency_id, the_file, new.at::date from intelligence.item i
    where i.id in (select p.item_id from dissemination.answer a join intelligence.draft_paragraph dp on dp.draft_id = a.package_id
        join intelligence.paragraph p on p.id = dp.paragraph_id where a.case_id = the_case)
      or i.source_id in (select c.source_id from intelligence.closed_source c where c.officer_id = new.officer_id)
    on conflict (officer_id, item_id) do update set file_reference = excluded.file_reference, since = excluded.since,
      reopened_on = null, reopened_by = null, reopen_why = null where closed_item.reopened_on is not null;
  return null;
end $$;
