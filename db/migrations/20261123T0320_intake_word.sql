-- Why: a search must find a report although the word is spelt wrong, by whoever reported or by whoever searches. Reading
-- 270,000 descriptions for words alike takes seconds; a list of the words that occur takes none.
-- Locks: intake.report against writing while its words are read once. Takes: about 5 seconds for each 250,000.
create table intake.report_word (
  word text primary key constraint report_word_plain check (word ~ '^[a-z]{4,30}$')
);
create index report_word_trgm on intake.report_word using gin (word gin_trgm_ops);
comment on table intake.report_word is 'Each plain word, by its stem, of any report, without the report. Read only inside intake.query_like, whose query is then held against the reports a viewer may see. Retention: emptied and filled again when reports are deleted under their schedule.';

create function intake.note_words() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- The letters of a reference are not words.
  insert into intake.report_word
    select distinct w from added r, unnest(tsvector_to_array(r.search)) w
    where w ~ '^[a-z]{4,30}$' and w <> all (string_to_array(lower(r.reference), '-'))
      and not exists (select 1 from intake.report_word k where k.word = w)
    on conflict do nothing;
  return null;
end $$;
create trigger report_words_added after insert on intake.report referencing new table as added
  for each statement execute function intake.note_words();
create function intake.note_new_words() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into intake.report_word
    select distinct w from unnest(tsvector_to_array(new.search)) w
    where w ~ '^[a-z]{4,30}$' and w <> all (string_to_array(lower(new.reference), '-'))
    on conflict do nothing;
  return null;
end $$;
create trigger report_words_changed after update of description, place_words on intake.report
  for each row execute function intake.note_new_words();
insert into intake.report_word
  select distinct w from intake.report r, unnest(tsvector_to_array(r.search)) w
  where w ~ '^[a-z]{4,30}$' and w <> all (string_to_array(lower(r.reference), '-'))
  on conflict do nothing;

-- The query for words as they were typed or ones like them. Every word that is alike enough is in it, however many: a
-- limit would let a word of a hidden report push out one of a report that may be seen.
create function intake.query_like(words text) returns tsquery
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select coalesce(string_agg('(' || quote_literal(l) || case when length(l) > 2 then ':*' else '' end || coalesce(alike.words, '') || ')', ' & '), '')::tsquery
    from unnest(tsvector_to_array(to_tsvector('english', words))) l
    left join lateral (
      select string_agg(' | ' || quote_literal(k.word), '' order by k.word) as words from intake.report_word k
      where l ~ '^[a-z]{4,30}$' and k.word operator(public.%) l and public.similarity(k.word, l) >= 0.4
        and abs(length(k.word) - length(l)) <= 3) alike on true;
  end;
revoke execute on function intake.query_like, intake.note_words, intake.note_new_words from public;
grant execute on function intake.query_like to bailiwick_ops, bailiwick_safeguard;
