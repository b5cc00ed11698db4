-- Why: every state of a report has a sensitive twin with a queue of its own, and a report is returned for deletion as well as for
-- correction (domain 2.1). What is sensitive is closed to the rest of the unit as what stands behind a case at court is: through
-- `closed_to_viewer`, which every table that tells of an item and every function that looks one up asks already.
-- Locks: intelligence.item for milliseconds. Takes: as long as one reading of it.
alter table intelligence.item
  add column is_sensitive boolean not null default false,
  add column sensitive_why text not null default '',
  add column sensitive_readers uuid[] not null default '{}',
  add column return_reason text not null default '',
  add column returned_by uuid references directory.officer;
comment on column intelligence.item.is_sensitive is 'The sensitive twin of its state: for the manager and the officers named on it alone.';
comment on column intelligence.item.sensitive_readers is 'Officers of the unit who read it beside the manager.';
comment on column intelligence.item.return_reason is 'Why it was returned, a code of reference/return-reasons.ts.';
comment on column intelligence.item.returned_by is 'Who returned it for deletion: somebody else decides.';
alter table intelligence.item drop constraint item_status, drop constraint item_returned_why;
alter table intelligence.item
  add constraint item_status check (status in ('received', 'graded', 'returned', 'ready', 'duplicate', 'to-delete', 'deleted')),
  add constraint item_returned_why check (case status when 'returned' then returned_why <> '' and returned_for is not null
    when 'to-delete' then returned_why <> '' and returned_by is not null else true end),
  add constraint item_sensitive_why check (is_sensitive = (sensitive_why <> ''));
create index item_sensitive_idx on intelligence.item (agency_id, priority, received_at, id) where is_sensitive;
grant update (is_sensitive, sensitive_why, sensitive_readers, return_reason, returned_by) on intelligence.item to bailiwick_intel;

create function intelligence.is_manager() returns boolean language sql stable set search_path = pg_catalog
  return 'intelligence-manager' = any (string_to_array(platform.viewer_text('roles'), ','));
-- Sensitive items of the viewer's unit that are not for the viewer.
create function intelligence.sensitive_to_viewer() returns uuid[] language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(i.id), '{}') from intelligence.item i where i.is_sensitive and i.agency_id = platform.viewer_agency()
    and not intelligence.is_manager() and i.sensitive_readers @> array[nullif(platform.viewer_text('officer'), '')::uuid] is not true);
create or replace function intelligence.closed_to_viewer() returns uuid[] language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(c.item_id), '{}') from (
    select x.item_id from intelligence.closed_item x where x.officer_id = nullif(platform.viewer_text('officer'), '')::uuid
    union select unnest(intelligence.sensitive_to_viewer())) c);
revoke execute on function intelligence.is_manager, intelligence.sensitive_to_viewer from public;
grant execute on function intelligence.is_manager, intelligence.sensitive_to_viewer to bailiwick_intel;

-- What is closed is not written over either: a statement without a condition reads nothing, and no policy of reading stops it.
do $$
declare name text;
begin
  foreach name in array array['paragraph', 'link', 'mention', 'requirement_item'] loop
    execute format('create policy %I on intelligence.%I as restrictive for update to bailiwick_intel
      using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]))', name || '_closed_change', name);
    execute format('create policy %I on intelligence.%I as restrictive for delete to bailiwick_intel
      using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]))', name || '_closed_delete', name);
  end loop;
end $$;
create policy item_closed_change on intelligence.item as restrictive for update to bailiwick_intel
  using (id <> all ((select intelligence.closed_to_viewer())::uuid[]));
-- The words of a line of the sensitive schedule tell of the item; the manager, who answers, reads every one.
create policy enquiry_line_sensitive on intelligence.enquiry_line as restrictive for select to bailiwick_intel
  using (item_id is null or item_id <> all ((select intelligence.sensitive_to_viewer())::uuid[]));

-- Anybody of the unit who reads an item may shut it; who else reads it, and that it is open again, is the manager's.
create function intelligence.hold_sensitive() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if session_user = 'bailiwick_intel' and not intelligence.is_manager()
    and not (not old.is_sensitive and new.is_sensitive and new.sensitive_readers <@ array[platform.viewer_text('officer')::uuid]) then
    raise exception 'The manager of the unit says who reads a sensitive item.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger item_sensitive_held before update of is_sensitive, sensitive_readers on intelligence.item for each row
  when (old.is_sensitive is distinct from new.is_sensitive or old.sensitive_readers is distinct from new.sensitive_readers)
  execute function intelligence.hold_sensitive();
-- Nobody decides alone that an item goes: one returns it, a manager who is somebody else says that it is deleted.
create function intelligence.hold_deletion() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if session_user = 'bailiwick_intel' and (old.status <> 'to-delete' or not intelligence.is_manager()
      or old.returned_by = platform.viewer_text('officer')::uuid
      or (old.received_how <> 'feed' and old.submitted_by = platform.viewer_text('officer')::uuid)) then
    raise exception 'Another manager of the unit says that an item is deleted.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger item_deletion_held before update of status on intelligence.item for each row
  when (new.status = 'deleted' and old.status <> 'deleted') execute function intelligence.hold_deletion();

-- What the night empties of an item: why it is sensitive goes with it.
update governance.part set columns = columns || array['sensitive_why = case when sensitive_why = '''' then '''' else ''No longer kept'' end', 'sensitive_readers = ''{}''']
  where kind = 'intelligence-item' and relation = 'intelligence.item';
