-- Why: items that stay closed to an officer who supported a case at court are in no count of theirs either: the function runs as the owner, past
-- the fence of the table.
-- Locks: none on tables. Takes: milliseconds.
create or replace function intelligence.items_within(words text, since timestamptz, until timestamptz, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog rows 1000 as $$
begin
  -- Planned for these words and this period.
  return query execute 'select i.id from intelligence.item i where i.agency_id = $1 and i.search @@ $2 and i.received_at >= $3 and i.received_at < $4
      and i.id <> all ($6) order by i.received_at desc limit $5'
    using platform.viewer_agency(), websearch_to_tsquery('english', words), since, until, most, intelligence.closed_to_viewer();
end $$;
