-- Why: the unit had no search over everything that it may see. Whom and what items name, and items whose titles have nearly the letters that
-- were typed, are looked up by functions of the database, which row-level security would keep off their indexes. Each asks what is closed to
-- whoever asks, before it tells of anything. Sensitive items stand in no index that others search (20261203T0170).
-- Letters are near from 0.45 on: one wrong in a name of nine is found.
-- Locks: intelligence.item and intelligence.link against writing while two indexes are made. Takes: 5 s for 300,000 items and their links.
create index item_title_trgm on intelligence.item using gin (title public.gin_trgm_ops) where not is_sensitive;
create index link_label_trgm on intelligence.link using gin (label public.gin_trgm_ops) where state = 'confirmed';

create function intelligence.items_alike(words text, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.45 as $$
declare
  own uuid[] := intelligence.sensitive_open_to_viewer();
begin
  -- Planned for these words.
  return query execute 'select x.id from (
      (select i.id, i.received_at, public.word_similarity($2, i.title) as alike from intelligence.item i
        where i.agency_id = $1 and not i.is_sensitive and i.title operator(public.%>) $2 and i.id <> all ($4) limit $3)
      union all (select i.id, i.received_at, public.word_similarity($2, i.title) from intelligence.item i where i.id = any ($5) and i.title operator(public.%>) $2)) x
    order by x.alike desc, x.received_at desc, x.id limit $3'
    using platform.viewer_agency(), words, most, intelligence.closed_to_viewer(), own;
end $$;
comment on function intelligence.items_alike(text, integer) is 'Items of the viewer''s unit that are open to them and whose titles have nearly those letters, likest first.';

create function intelligence.named_alike(words text, kinds text[], keys text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.45 as $$
begin
  -- Planned for these words.
  return query execute 'select x.id from (
      (select l.id, l.made_at, public.word_similarity($2, l.label) as alike from intelligence.link l
        where l.agency_id = $1 and l.state = ''confirmed'' and l.label operator(public.%>) $2 and l.item_id <> all ($4) limit $3)
      union all (select l.id, l.made_at, 1 from unnest($5, $6) k (kind, key) join intelligence.link l on l.agency_id = $1 and l.key_kind = k.kind and l.key_value = k.key
        where l.state = ''confirmed'' and l.item_id <> all ($4) limit $3)) x
    group by x.id order by max(x.alike) desc, max(x.made_at) desc, x.id limit $3'
    using platform.viewer_agency(), words, most, intelligence.closed_to_viewer(), kinds, keys;
end $$;
comment on function intelligence.named_alike(text, text[], text[], integer) is 'Confirmed links of items of the viewer''s unit that are open to them, whose names have nearly those letters or that have one of some exact keys, likest first.';
create function intelligence.item_of(asked text) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  -- Worked out before anything is met, so that what is closed takes as long as what is not there.
  closed constant uuid[] := intelligence.closed_to_viewer();
begin
  return (select i.id from intelligence.item i where i.reference = asked and i.agency_id = platform.viewer_agency() and i.id <> all (closed));
end $$;
comment on function intelligence.item_of(text) is 'The item of a reference, if the viewer''s unit holds it and it is open to them.';
revoke execute on function intelligence.items_alike, intelligence.named_alike, intelligence.item_of from public;
grant execute on function intelligence.items_alike, intelligence.named_alike, intelligence.item_of to bailiwick_intel;
