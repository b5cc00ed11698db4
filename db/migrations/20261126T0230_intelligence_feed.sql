-- Why: items of other systems come as files: a table of rows, or one e-mail. A file waits here until somebody has seen what
-- would come of it; its rows become items of the one queue, each once, however often its file is given.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.feed_file (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  feed text not null,
  feed_code text not null,
  file_name text not null,
  file_sha256 text not null,
  state text not null constraint feed_file_state check (state in ('given', 'loaded', 'put-away')),
  columns jsonb not null,
  notes jsonb not null default '[]',
  mapping jsonb not null,
  given_at timestamptz not null,
  given_by uuid not null references directory.officer,
  decided_at timestamptz,
  decided_by uuid references directory.officer,
  rows_loaded integer not null default 0,
  rows_known integer not null default 0,
  rows_rejected integer not null default 0,
  version integer not null default 1,
  constraint feed_file_decided check ((state = 'given') = (decided_at is null))
);
create index feed_file_agency_idx on intelligence.feed_file (agency_id, given_at desc, id);
comment on table intelligence.feed_file is 'A file of items that the unit was given by another system or by e-mail, and what came of it. Retention: 2 years.';
comment on column intelligence.feed_file.feed_code is 'The name of the feed in one form: rows of the same feed are known again.';

create table intelligence.feed_row (
  feed_file_id uuid not null references intelligence.feed_file,
  row_number integer not null,
  agency_id uuid not null references directory.agency,
  cells jsonb not null,
  flaws jsonb not null default '{}',
  primary key (feed_file_id, row_number)
);
comment on table intelligence.feed_row is 'Rows of a file that waits, and after its load those that were rejected. Retention: rows that became items or were known go with the load; the rest once the file is put away.';

create table intelligence.feed_key (
  agency_id uuid not null references directory.agency,
  feed_code text not null,
  key text not null,
  item_id uuid not null references intelligence.item,
  feed_file_id uuid not null references intelligence.feed_file,
  primary key (agency_id, feed_code, key)
);
create index feed_key_item_idx on intelligence.feed_key (item_id);
comment on table intelligence.feed_key is 'By what a row of a feed is known again: its own reference, or a hash of its words. Retention: as the item.';

do $$
declare name text;
begin
  foreach name in array array['feed_file', 'feed_row', 'feed_key'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
  end loop;
end $$;
grant select, insert, update (state, mapping, decided_at, decided_by, rows_loaded, rows_known, rows_rejected, version) on intelligence.feed_file to bailiwick_intel;
grant select, insert, delete on intelligence.feed_row to bailiwick_intel;
grant select, insert on intelligence.feed_key to bailiwick_intel;
