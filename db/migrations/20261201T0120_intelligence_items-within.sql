-- Why: hot spots and problem profiles count the items of a period that say some words. The function that searched gave the newest 2,000 of all
-- time, so that a year before came out too low where words are common: the period is asked where the words are.
-- Locks: none on tables. Takes: milliseconds.
create function intelligence.items_within(words text, since timestamptz, until timestamptz, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog rows 1000 as $$
begin
  -- Planned for these words and this period.
  return query execute 'select i.id from intelligence.item i where i.agency_id = $1 and i.search @@ $2 and i.received_at >= $3 and i.received_at < $4
      order by i.received_at desc limit $5'
    using platform.viewer_agency(), websearch_to_tsquery('english', words), since, until, most;
end $$;
comment on function intelligence.items_within is 'The items of the viewer''s unit that came within a period and say some words, the newest so many.';
revoke execute on function intelligence.items_within from public;
grant execute on function intelligence.items_within to bailiwick_intel;
