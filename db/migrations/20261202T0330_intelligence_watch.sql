-- Why: an officer of the unit watches for a name, number, mark, e-mail or address, with a reason and a last day; an item that says it from
-- then on is a hit, which is a suggestion to them. Whoever else puts the item in or reads it learns of none: the database writes hits
-- itself, past the sight of whoever sent the item, and shows them to the officer who watches and to the manager.
-- Locks: nothing for long. Takes: milliseconds.
create table intelligence.watch (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  kept_by uuid not null references directory.officer,
  kind text not null constraint watch_kind check (kind in ('person', 'organisation', 'vehicle', 'phone', 'email', 'place')),
  label text not null constraint watch_label check (label <> ''),
  more text not null default '',
  key_kind text,
  key_value text,
  other_form text not null default '',
  postcode text not null default '',
  query tsquery generated always as (phraseto_tsquery('english', label) || phraseto_tsquery('english', other_form)) stored,
  why text not null constraint watch_why check (why <> ''),
  made_at timestamptz not null,
  until_on date not null,
  ended_on date,
  end_why text not null default '',
  version integer not null default 1,
  constraint watch_ended_why check ((ended_on is null) = (end_why = ''))
);
create index watch_live_idx on intelligence.watch (agency_id, until_on) where ended_on is null;
comment on table intelligence.watch is 'Whom or what an officer of the unit watches for in what comes in, why and until when. The officer and the manager alone. Retention: 6 months after it ended, by a job of its own.';
comment on column intelligence.watch.other_form is 'The words of a name the other way round, so that «Pellow, David» is met too.';

create table intelligence.watch_hit (
  watch_id uuid not null references intelligence.watch on delete cascade,
  item_id uuid not null references intelligence.item,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  met_by text not null constraint watch_hit_met_by check (met_by in ('words', 'number', 'link')),
  answer text constraint watch_hit_answer check (answer in ('it-is', 'it-is-not')),
  answered_at timestamptz,
  answered_by uuid references directory.officer,
  primary key (watch_id, item_id),
  constraint watch_hit_answered_whole check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index watch_hit_item_idx on intelligence.watch_hit (item_id);
comment on table intelligence.watch_hit is 'That an item says what is watched for, how it was met, and what a person made of it. Written by the database as the item comes in. Retention: with the watch or the item, whichever goes first.';

do $$
declare name text;
begin
  foreach name in array array['watch', 'watch_hit'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
  end loop;
end $$;
create policy watch_own on intelligence.watch for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())
    and ((select intelligence.is_manager()) or kept_by = (select nullif(platform.viewer_text('officer'), '')::uuid)))
  with check (agency_id = (select platform.viewer_agency())
    and ((select intelligence.is_manager()) or kept_by = (select nullif(platform.viewer_text('officer'), '')::uuid)));
create policy watch_hit_own on intelligence.watch_hit for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency()) and exists (select 1 from intelligence.watch w where w.id = watch_hit.watch_id))
  with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from intelligence.watch w where w.id = watch_hit.watch_id));
create policy watch_hit_closed on intelligence.watch_hit as restrictive for select to bailiwick_intel
  using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]));
grant select, insert (id, agency_id, kept_by, kind, label, more, key_kind, key_value, other_form, postcode, why, made_at, until_on) on intelligence.watch to bailiwick_intel;
grant update (until_on, ended_on, end_why, version) on intelligence.watch to bailiwick_intel;
grant select, update (answer, answered_at, answered_by) on intelligence.watch_hit to bailiwick_intel;

-- Hits of what an item says, of the numbers in it, and of whom a person says that it names. They run as the owner, whoever put it in.
create function intelligence.watch_words() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by)
    select w.id, new.id, new.agency_id, new.received_at, 'words' from intelligence.watch w
    where w.agency_id = new.agency_id and w.ended_on is null and w.until_on >= (new.received_at at time zone 'Europe/London')::date
      and w.kind in ('person', 'organisation') and new.search @@ w.query
    on conflict do nothing;
  return null;
end $$;
create trigger item_watched after insert on intelligence.item for each row execute function intelligence.watch_words();
create function intelligence.watch_numbers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by)
    select w.id, new.item_id, new.agency_id, new.received_at, 'number' from intelligence.watch w
    where w.agency_id = new.agency_id and w.ended_on is null and w.until_on >= (new.received_at at time zone 'Europe/London')::date
      and ((w.key_kind = new.kind and w.key_value = new.value)
        or (new.kind = 'postcode' and w.kind = 'place' and w.postcode = new.value
          and exists (select 1 from intelligence.item i where i.id = new.item_id and i.search @@ w.query)))
    on conflict do nothing;
  return null;
end $$;
create trigger mention_watched after insert on intelligence.mention for each row execute function intelligence.watch_numbers();
create function intelligence.watch_links() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by)
    select w.id, new.item_id, new.agency_id, new.made_at, 'link' from intelligence.watch w
    where w.agency_id = new.agency_id and w.ended_on is null and w.until_on >= (new.made_at at time zone 'Europe/London')::date
      and w.key_kind = new.key_kind and w.key_value = new.key_value
    on conflict do nothing;
  return null;
end $$;
create trigger link_watched after insert on intelligence.link for each row when (new.state = 'confirmed' and new.key_kind is not null)
  execute function intelligence.watch_links();
revoke execute on function intelligence.watch_words, intelligence.watch_numbers, intelligence.watch_links from public;

-- What ended so long ago goes, with its hits. The worker holds nothing in this schema and learns no number.
create function dissemination.let_watches_go(today date) returns void language sql security definer set search_path = pg_catalog
  begin atomic
    delete from intelligence.watch w where coalesce(w.ended_on, w.until_on) < (let_watches_go.today - interval '6 months');
  end;
revoke execute on function dissemination.let_watches_go from public;
grant execute on function dissemination.let_watches_go to bailiwick_worker;
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('intelligence-item', 10, 'intelligence.watch_hit', 'item_id = any ($1)', 'delete', '{}');
