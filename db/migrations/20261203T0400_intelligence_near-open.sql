-- Why: items of like words were told for any item of the unit, a sensitive or closed one too: whoever ran a statement of their own on the
-- connection of intelligence, and had the id of one, learnt which others it resembles and how much. Nothing is told of what is closed.
-- Locks: nothing that others wait for. Takes: a moment.
create or replace function intelligence.items_near(item uuid, days integer) returns table (id uuid, likeness double precision)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  own record;
  asked tsquery;
begin
  select o.agency_id, o.received_at, tsvector_to_array(o.search) as words into own from intelligence.item o
    where o.id = item and o.agency_id = platform.viewer_agency() and o.id <> all (intelligence.closed_to_viewer());
  -- Only the longest words are looked for, which are the rarest.
  select string_agg(quote_literal(w.word), ' | ')::tsquery into asked from (select word from unnest(own.words) word
    where length(word) > 4 order by length(word) desc, word limit 8) w;
  if asked is null then return; end if;
  return query execute 'with near as (select x.id, tsvector_to_array(x.search) as words from (
      (select i.id, i.search, i.received_at from intelligence.item i where i.agency_id = $1 and not i.is_sensitive and i.search @@ $2 and i.id <> $3 and i.id <> all ($7)
        and i.received_at between $4 and $5 order by i.received_at desc limit 300)
      union all (select i.id, i.search, i.received_at from intelligence.item i where i.id = any ($8) and i.search @@ $2 and i.id <> $3
        and i.received_at between $4 and $5 order by i.received_at desc limit 300)) x order by x.received_at desc limit 300)
    select n.id, cardinality(array(select unnest(n.words) intersect select unnest($6)))::float8
      / greatest(least(cardinality(n.words), cardinality($6)), 1) from near n'
    using own.agency_id, asked, item, own.received_at - make_interval(days => items_near.days),
      own.received_at + make_interval(days => items_near.days), own.words, intelligence.closed_to_viewer(), intelligence.sensitive_open_to_viewer();
end $$;
revoke execute on function intelligence.items_near from public;
