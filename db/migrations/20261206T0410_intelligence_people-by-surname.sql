-- Why: two faults of the look-up of people whom a text names, found with 270,000 items. All names of a text shared one limit of a hundred, so that a
-- name which is nearly many others' left nothing for the next. And by nearly the letters of a whole name, «Liz Patel» is not near «Elizabeth Patel» nor «K. Hollis»
-- near «Keith Hollis»: of forms that the likeness of names takes for one, half of the short forenames and three in four initials were never looked up.
-- Now by a surname, or it less one letter (two that differ by one slip have one of these in common), with the first letter of a forename or of a form of it.
-- Locks: intelligence.link against writing while an index is made. Takes: 5 s for 300,000 links of people.
create function intelligence.person_keys(name text, initials text default null) returns text[]
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct i.initial || k.key), '{}')
  from (select regexp_replace(platform.folded(lower(name)), '^(mr|mrs|ms|miss|mx|dr|sir|lady)\.?\s+', '') as name) n,
  regexp_split_to_table(n.name, '[\s-]+') with ordinality w (word, place),
  lateral (select regexp_replace(w.word, '[^a-z]', '', 'g') as word) s,
  lateral regexp_split_to_table(case when n.name !~ '\s' then coalesce(initials, '?') else coalesce(initials, left(n.name, 1)) end, '') i (initial),
  lateral (select s.word as key union select left(s.word, n - 1) || substr(s.word, n + 1) from generate_series(1, length(s.word)) n where length(s.word) > 3) k
  where (w.place > 1 or n.name !~ '\s') and length(s.word) > 1
$$;
comment on function intelligence.person_keys(text, text) is 'Keys by which two writings of a person''s name meet: each word but the first, and it less each of its letters, with the first letter of the forename or each of the initials given; of a surname alone with a question mark.';
-- Whoever writes a link writes its keys.
revoke execute on function intelligence.person_keys from public;
grant execute on function intelligence.person_keys to bailiwick_intel;
create index link_person_idx on intelligence.link using gin (intelligence.person_keys(regexp_replace(label, ', [^,]*$', '')))
  where state = 'confirmed' and kind = 'person' and key_value is not null;

drop function intelligence.people_linked(text[]);
create function intelligence.people_linked(names text[], initials text[]) returns table (name text, id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  -- Planned for these names.
  return query execute 'select n.name, x.id from unnest($1[1:12], $4[1:12]) n (name, initials), lateral (
      select p.id, p.alike from (
        select distinct on (l.key_kind, l.key_value) l.id, public.word_similarity(n.name, l.label) as alike from intelligence.link l
        where l.agency_id = $2 and l.state = ''confirmed'' and l.kind = ''person'' and l.key_value is not null and l.item_id <> all ($3)
          and intelligence.person_keys(regexp_replace(l.label, '', [^,]*$'', '''')) && intelligence.person_keys(n.name, n.initials)
        order by l.key_kind, l.key_value, l.made_at desc, l.id) p
      order by p.alike desc, p.id limit 60) x
    order by n.name, x.alike desc, x.id'
    using names, platform.viewer_agency(), intelligence.closed_to_viewer(), initials;
end $$;
comment on function intelligence.people_linked(text[], text[]) is 'For each of some names, twelve at most, with the first letters that its forename may have, a confirmed link of each person of nearly that surname whom open items of the viewer''s unit name with an exact key, likest first; sixty of each at most.';
revoke execute on function intelligence.people_linked from public;
grant execute on function intelligence.people_linked to bailiwick_intel;
