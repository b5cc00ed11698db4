-- Why: grades, reviews, answers to requirements, harm, checks and members of groups tell of an item what the item itself no longer tells
-- whoever supported a case at court (20261201T0020).
-- Locks: none for long. Takes: milliseconds.
create function intelligence.links_closed_to_viewer() returns uuid[] language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(l.id), '{}') from intelligence.link l where l.item_id = any (intelligence.closed_to_viewer()));
revoke execute on function intelligence.links_closed_to_viewer from public;
grant execute on function intelligence.links_closed_to_viewer to bailiwick_intel;
do $$
declare name text;
begin
  foreach name in array array['grading', 'item_review', 'requirement_item'] loop
    execute format('create policy %I on intelligence.%I as restrictive for select to bailiwick_intel
      using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]))', name || '_closed', name);
  end loop;
  foreach name in array array['harm_assessment', 'ocg_member', 'external_check'] loop
    execute format('create policy %I on intelligence.%I as restrictive for select to bailiwick_intel
      using (link_id is null or link_id <> all ((select intelligence.links_closed_to_viewer())::uuid[]))', name || '_closed', name);
  end loop;
end $$;
