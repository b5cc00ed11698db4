-- Why: "fly tiping" looked for everything that begins with fli, which is most of the reports. A stem of three letters is read
-- as a beginning only where it stands alone. It must not hang on whether such a word occurs: that would tell of unseen reports.
-- Locks: none. Takes: milliseconds.
create or replace function intake.query_like(words text) returns tsquery
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select coalesce(string_agg('(' || quote_literal(l) || case when length(l) > 3 or (length(l) = 3 and alone) then ':*' else '' end
      || coalesce(alike.words, '') || ')', ' & '), '')::tsquery
    from (select l, count(*) over () = 1 as alone from unnest(tsvector_to_array(to_tsvector('english', words))) l) typed
    left join lateral (
      select string_agg(' | ' || quote_literal(k.word), '' order by k.word) as words from intake.report_word k
      where l ~ '^[a-z]{3,30}$' and k.word operator(public.%) l and public.similarity(k.word, l) >= 0.4
        and abs(length(k.word) - length(l)) <= 3) alike on true;
  end;
