-- Why: these two look items up with the owner's rights, past row-level security: what is closed to whoever supported a case at court
-- (20261201T0020) is none of what they find, nor of how many.
-- Locks: none on tables. Takes: milliseconds.
create or replace function intelligence.items_found(words text, statuses text[], how text, urgency integer, most integer)
 returns setof uuid
 language plpgsql
 stable security definer
 set search_path to 'pg_catalog'
as $$
begin
  -- Planned for these words: by the index where they are rare, from the newest on where they are common.
  return query execute 'select i.id from intelligence.item i where i.agency_id = $1 and i.search @@ $2 and i.id <> all ($7)'
      || case when statuses is null then '' else ' and i.status = any($3)' end
      || case when how is null then '' else ' and i.received_how = $4' end
      || case when urgency is null then '' else ' and i.priority = $5' end
      || ' order by i.received_at desc limit $6'
    using platform.viewer_agency(), websearch_to_tsquery('english', words), statuses, how, urgency, most, intelligence.closed_to_viewer();
end $$;
create or replace function intelligence.items_near(item uuid, days integer)
 returns table(id uuid, likeness double precision)
 language plpgsql
 stable security definer
 set search_path to 'pg_catalog'
as $$
declare
  own record;
  asked tsquery;
begin
  select o.agency_id, o.received_at, tsvector_to_array(o.search) as words into own from intelligence.item o
    where o.id = item and o.agency_id = platform.viewer_agency();
  -- Only the longest words are looked for, which are the rarest.
  select string_agg(quote_literal(w.word), ' | ')::tsquery into asked from (select word from unnest(own.words) word
    where length(word) > 4 order by length(word) desc, word limit 8) w;
  if asked is null then return; end if;
  return query execute 'with near as (select i.id, tsvector_to_array(i.search) as words from intelligence.item i
      where i.agency_id = $1 and i.search @@ $2 and i.id <> $3 and i.id <> all ($7) and i.received_at between $4 and $5 order by i.received_at desc limit 300)
    select n.id, cardinality(array(select unnest(n.words) intersect select unnest($6)))::float8
      / greatest(least(cardinality(n.words), cardinality($6)), 1) from near n'
    using own.agency_id, asked, item, own.received_at - make_interval(days => items_near.days),
      own.received_at + make_interval(days => items_near.days), own.words, intelligence.closed_to_viewer();
end $$;
