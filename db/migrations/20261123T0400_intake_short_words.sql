-- Why: "fly tiping" found no fly-tipping: a word as short as the stem of tipping was in no list of words.
-- Locks: intake.report_word while it is filled again. Takes: about 5 seconds for each 250,000 reports.
alter table intake.report_word drop constraint report_word_plain;
alter table intake.report_word add constraint report_word_plain check (word ~ '^[a-z]{3,30}$');

create or replace function intake.note_words() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- The letters of a reference are not words.
  insert into intake.report_word
    select distinct w from added r, unnest(tsvector_to_array(r.search)) w
    where w ~ '^[a-z]{3,30}$' and w <> all (string_to_array(lower(r.reference), '-'))
      and not exists (select 1 from intake.report_word k where k.word = w)
    on conflict do nothing;
  return null;
end $$;
create or replace function intake.note_new_words() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into intake.report_word
    select distinct w from unnest(tsvector_to_array(new.search)) w
    where w ~ '^[a-z]{3,30}$' and w <> all (string_to_array(lower(new.reference), '-'))
    on conflict do nothing;
  return null;
end $$;
create or replace function intake.refresh_words() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone integer;
begin
  create temporary table said on commit drop as
    select distinct w as word from intake.report r, unnest(tsvector_to_array(r.search)) w
    where w ~ '^[a-z]{3,30}$' and w <> all (string_to_array(lower(r.reference), '-'));
  delete from intake.report_word k where not exists (select 1 from pg_temp.said s where s.word = k.word);
  get diagnostics gone = row_count;
  insert into intake.report_word select s.word from pg_temp.said s on conflict do nothing;
  return gone;
end $$;
create or replace function intake.query_like(words text) returns tsquery
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select coalesce(string_agg('(' || quote_literal(l) || case when length(l) > 2 then ':*' else '' end || coalesce(alike.words, '') || ')', ' & '), '')::tsquery
    from unnest(tsvector_to_array(to_tsvector('english', words))) l
    left join lateral (
      select string_agg(' | ' || quote_literal(k.word), '' order by k.word) as words from intake.report_word k
      where l ~ '^[a-z]{3,30}$' and k.word operator(public.%) l and public.similarity(k.word, l) >= 0.4
        and abs(length(k.word) - length(l)) <= 3) alike on true;
  end;
insert into intake.report_word
  select distinct w from intake.report r, unnest(tsvector_to_array(r.search)) w
  where w ~ '^[a-z]{3}$' and w <> all (string_to_array(lower(r.reference), '-'))
  on conflict do nothing;
