-- Why: people whom an item's words name were suggested to nobody. Those whom the unit knows already are looked up by nearly the letters of a name.
-- Row-level security would keep the letters off their index.
-- Locks: none. Takes: milliseconds.
create function intelligence.people_linked(names text[]) returns table (name text, id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.6 as $$
begin
  -- Planned for these names.
  return query execute 'select n.name, x.id from unnest($1[1:12]) n (name), lateral (
      select distinct on (l.key_kind, l.key_value) l.id, public.word_similarity(n.name, l.label) as alike from intelligence.link l
      where l.agency_id = $2 and l.state = ''confirmed'' and l.kind = ''person'' and l.key_value is not null and l.label operator(public.%>) n.name and l.item_id <> all ($3)
      order by l.key_kind, l.key_value, l.made_at desc, l.id) x
    order by n.name, x.alike desc, x.id limit 100'
    using names, platform.viewer_agency(), intelligence.closed_to_viewer();
end $$;
comment on function intelligence.people_linked(text[]) is 'For each of some names, twelve at most, a confirmed link of each person of nearly that name whom open items of the viewer''s unit name with an exact key, likest first; a hundred at most.';
revoke execute on function intelligence.people_linked(text[]) from public;
grant execute on function intelligence.people_linked(text[]) to bailiwick_intel;
