-- Why: requests of people for their own data, with all that was gathered for them, go by night when an agency has said how long they stay.
-- Locks: none (a view is replaced). Takes: milliseconds.
do $$
begin
  -- The view as it stands, and one kind more.
  execute 'create or replace view governance.candidate as ' || rtrim(pg_get_viewdef('governance.candidate'::regclass), '; ') || '
  union all
  select ''access-request'', a.id::text, a.agency_id, a.reference, a.ended_on, null from governance.access a where a.ended_on is not null';
end $$;
create function governance.purge_access_request(ids uuid[]) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  delete from governance.access_document where access_id = any (ids);
  delete from governance.access_reason where access_id = any (ids);
  delete from governance.access_event where access_id = any (ids);
  delete from governance.access_item where access_id = any (ids);
  delete from governance.access_pause where access_id = any (ids);
  -- What was asked of the intelligence unit for it stays with the unit: it names the person, and what crossed goes.
  delete from dissemination.enquiry_text where enquiry_id in (select e.id from dissemination.enquiry e where e.file_id = any (ids));
  delete from governance.access where id = any (ids);
end $$;
revoke execute on function governance.purge_access_request from public;
