-- Why: the page of an item took 270 ms and more where many items hold its words, its number or its link, in a store of
-- 120,000: every one of them was read, and each that is linked to the same was listed. Words are looked up by a statement that
-- is planned for the words themselves: through the index where they are rare, from the newest on where they are common.
-- What holds the same number, and what is linked to the same, is found newest first.
-- Locks: intelligence.mention while its rows get a column. Takes: about a second for 120,000 items.
alter table intelligence.mention add column received_at timestamptz;
update intelligence.mention m set received_at = i.received_at from intelligence.item i where i.id = m.item_id;
alter table intelligence.mention alter column received_at set not null;
comment on column intelligence.mention.received_at is 'When the item came in: what holds the same is looked for from the newest on.';
create index mention_newest_idx on intelligence.mention (agency_id, kind, value, received_at desc, item_id);
drop index intelligence.mention_value_idx;
create index link_newest_idx on intelligence.link (agency_id, key_kind, key_value, made_at desc, item_id) where state = 'confirmed' and key_kind is not null;
drop index intelligence.link_key_idx;

create or replace function intelligence.items_saying(words text) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query execute 'select i.id from intelligence.item i where i.agency_id = $1 and i.search @@ $2 order by i.received_at desc limit 2000'
    using platform.viewer_agency(), websearch_to_tsquery('english', words);
end $$;

create or replace function intelligence.items_near(item uuid, days integer) returns table (id uuid, likeness float8)
  language plpgsql stable security definer set search_path = pg_catalog as $$
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
      where i.agency_id = $1 and i.search @@ $2 and i.id <> $3 and i.received_at between $4 and $5 order by i.received_at desc limit 300)
    select n.id, cardinality(array(select unnest(n.words) intersect select unnest($6)))::float8
      / greatest(least(cardinality(n.words), cardinality($6)), 1) from near n'
    using own.agency_id, asked, item, own.received_at - make_interval(days => items_near.days),
      own.received_at + make_interval(days => items_near.days), own.words;
end $$;

-- As before, with the day of each mention.
create or replace function dissemination.submit(given jsonb, at timestamptz, today date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  is_unit boolean := session_user = 'bailiwick_intel';
  how text := case when is_unit then given->>'receivedHow' else 'form' end;
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), today);
begin
  if unit is null or officer is null then return false; end if;
  insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, how_known, known_when,
      fears_for_source, fears_words, priority, submitted_by, submitted_agency_id)
    values ((given->>'id')::uuid, given->>'reference', unit, how, at, given->>'title', given->>'body', given->>'howKnown', given->>'knownWhen',
      (given->>'fearsForSource')::boolean, given->>'fearsWords', (given->>'priority')::smallint, officer, platform.viewer_agency());
  insert into intelligence.paragraph (id, item_id, agency_id, position, body, legacy_grade)
    select (p->>'id')::uuid, (given->>'id')::uuid, unit, (p->>'position')::smallint, p->>'body',
      case when is_unit then given->>'legacyGrade' else '' end from jsonb_array_elements(given->'paragraphs') p;
  insert into intelligence.mention (item_id, agency_id, kind, value, typed, received_at)
    select (given->>'id')::uuid, unit, m->>'kind', m->>'value', m->>'typed', at from jsonb_array_elements(given->'mentions') m;
  insert into intelligence.item_event (id, item_id, agency_id, at, officer_id, kind, words)
    values ((given->>'eventId')::uuid, (given->>'id')::uuid, unit, at, officer, 'received', 'Received');
  if how = 'form' then
    insert into dissemination.receipt (id, reference, officer_id, agency_id, unit_agency_id, sent_on)
      values ((given->>'receiptId')::uuid, given->>'reference', officer, platform.viewer_agency(), unit, today);
  end if;
  return true;
end $$;
