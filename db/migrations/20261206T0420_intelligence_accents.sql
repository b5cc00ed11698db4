-- Why: the unit's items, what they name, what is watched for, and streets were searched with their accents: somebody watched as «Renée Dubois» was not met in an
-- item that says «Renee Dubois», and no search for the one found the other. Services' records and reports are compared without accents since 20261204.
-- Locks: intelligence.item, intelligence.watch and directory.street while they are written anew. Takes: 40 s for 300,000 items.
alter table intelligence.item drop column search;
alter table intelligence.item add column search tsvector generated always as
  (to_tsvector('english'::regconfig, platform.folded(reference || ' ' || title || ' ' || body))) stored;
create index item_search_idx on intelligence.item using gin (search) where not is_sensitive;
create index item_waiting_search_idx on intelligence.item using gin (search) where status in ('received', 'returned') and not is_sensitive;
alter table intelligence.watch drop column query;
alter table intelligence.watch add column query tsquery generated always as
  (phraseto_tsquery('english'::regconfig, platform.folded(label)) || phraseto_tsquery('english'::regconfig, platform.folded(other_form))) stored;
grant select (query) on intelligence.watch to bailiwick_intel;

drop index intelligence.item_title_trgm, intelligence.link_label_trgm, directory.street_name_trgm;
create index item_title_trgm on intelligence.item using gin (platform.folded(title) public.gin_trgm_ops) where not is_sensitive;
create index link_label_trgm on intelligence.link using gin (platform.folded(label) public.gin_trgm_ops) where state = 'confirmed';
create index street_name_trgm on directory.street using gin (platform.folded(name || ' ' || town) public.gin_trgm_ops);

create or replace function intelligence.items_found(words text, statuses text[], how text, urgency integer, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  narrowed constant text := case when statuses is null then '' else ' and i.status = any($3)' end
    || case when how is null then '' else ' and i.received_how = $4' end
    || case when urgency is null then '' else ' and i.priority = $5' end
    || ' order by i.received_at desc limit $6';
  own uuid[] := intelligence.sensitive_open_to_viewer();
begin
  -- Planned for these words: by the index where they are rare, from the newest on where they are common.
  return query execute 'select x.id from (
      (select i.id, i.received_at from intelligence.item i where i.agency_id = $1 and not i.is_sensitive and i.search @@ $2 and i.id <> all ($7)' || narrowed || ')
      union all (select i.id, i.received_at from intelligence.item i where i.id = any ($8) and i.search @@ $2' || narrowed || ')) x
    order by x.received_at desc limit $6'
    using platform.viewer_agency(), websearch_to_tsquery('english', platform.folded(words)), statuses, how, urgency, most, intelligence.closed_to_viewer(), own;
end $$;
create or replace function intelligence.items_within(words text, since timestamp with time zone, until timestamp with time zone, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  -- Planned for these words and this period.
  return query execute 'select x.id from (
      (select i.id, i.received_at from intelligence.item i where i.agency_id = $1 and not i.is_sensitive and i.search @@ $2 and i.received_at >= $3 and i.received_at < $4
        and i.id <> all ($6) order by i.received_at desc limit $5)
      union all (select i.id, i.received_at from intelligence.item i where i.id = any ($7) and i.search @@ $2 and i.received_at >= $3 and i.received_at < $4
        order by i.received_at desc limit $5)) x
    order by x.received_at desc limit $5'
    using platform.viewer_agency(), websearch_to_tsquery('english', platform.folded(words)), since, until, most, intelligence.closed_to_viewer(), intelligence.sensitive_open_to_viewer();
end $$;
create or replace function intelligence.items_alike(words text, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
  own uuid[] := intelligence.sensitive_open_to_viewer();
begin
  -- Planned for these words.
  return query execute 'select x.id from (
      (select i.id, i.received_at, public.word_similarity($2, platform.folded(i.title)) as alike from intelligence.item i
        where i.agency_id = $1 and not i.is_sensitive and platform.folded(i.title) operator(public.%>) $2 and i.id <> all ($4) limit $3)
      union all (select i.id, i.received_at, public.word_similarity($2, platform.folded(i.title)) from intelligence.item i where i.id = any ($5) and platform.folded(i.title) operator(public.%>) $2)) x
    order by x.alike desc, x.received_at desc, x.id limit $3'
    using platform.viewer_agency(), platform.folded(words), most, intelligence.closed_to_viewer(), own;
end $$;
create or replace function intelligence.named_alike(words text, kinds text[], keys text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5 as $$
begin
  -- Planned for these words.
  return query execute 'select x.id from (
      (select l.id, l.made_at, public.word_similarity($2, platform.folded(l.label)) as alike from intelligence.link l
        where l.agency_id = $1 and l.state = ''confirmed'' and platform.folded(l.label) operator(public.%>) $2 and l.item_id <> all ($4) limit $3)
      union all (select l.id, l.made_at, 1 from unnest($5, $6) k (kind, key) join intelligence.link l on l.agency_id = $1 and l.key_kind = k.kind and l.key_value = k.key
        where l.state = ''confirmed'' and l.item_id <> all ($4) limit $3)) x
    group by x.id order by max(x.alike) desc, max(x.made_at) desc, x.id limit $3'
    using platform.viewer_agency(), platform.folded(words), most, intelligence.closed_to_viewer(), kinds, keys;
end $$;
