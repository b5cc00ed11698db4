-- Why: a word stayed in the list of words after the last report that says it was deleted under its schedule.
-- Locks: nothing for long. Takes: milliseconds; the job about 8 seconds for each 250,000 reports, once a week.
create function intake.refresh_words() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone integer;
begin
  create temporary table said on commit drop as
    select distinct w as word from intake.report r, unnest(tsvector_to_array(r.search)) w
    where w ~ '^[a-z]{4,30}$' and w <> all (string_to_array(lower(r.reference), '-'));
  delete from intake.report_word k where not exists (select 1 from pg_temp.said s where s.word = k.word);
  get diagnostics gone = row_count;
  insert into intake.report_word select s.word from pg_temp.said s on conflict do nothing;
  return gone;
end $$;
revoke execute on function intake.refresh_words from public;
grant execute on function intake.refresh_words to bailiwick_worker;
comment on table intake.report_word is 'Each plain word, by its stem, of any report, without the report. Read only inside intake.query_like, whose query is then held against the reports a viewer may see. Retention: while a report says it; the job refresh-report-words takes others away once a week.';
