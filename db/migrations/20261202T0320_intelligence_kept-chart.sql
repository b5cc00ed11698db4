-- Why: an analyst keeps a link chart by a name and opens it again. It holds ids and places alone: what they name is read anew each time,
-- under the policy of that day, so that nothing is seen by it that could not be seen without it.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.kept_chart (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  name text not null constraint kept_chart_name check (name <> ''),
  start_id uuid not null,
  seen jsonb not null,
  kept_at timestamptz not null,
  constraint kept_chart_officer_name_key unique (officer_id, name)
);
comment on table intelligence.kept_chart is 'A link chart as one officer arranged it: the ids that it starts from, that are hidden, pinned and asked for a way, with how far it goes. Nobody else of the unit reads it. Retention: until the officer discards it; it holds no word of an item.';
comment on column intelligence.kept_chart.start_id is 'The link that it starts from; it may have gone, or be closed to the officer by now.';
alter table intelligence.kept_chart enable row level security;
alter table intelligence.kept_chart force row level security;
create policy kept_chart_seed on intelligence.kept_chart for all to current_user using (true) with check (true);
create policy kept_chart_own on intelligence.kept_chart for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency()) and officer_id = (select nullif(platform.viewer_text('officer'), '')::uuid))
  with check (agency_id = (select platform.viewer_agency()) and officer_id = (select nullif(platform.viewer_text('officer'), '')::uuid));
grant select, insert, delete on intelligence.kept_chart to bailiwick_intel;
grant update (start_id, seen, kept_at) on intelligence.kept_chart to bailiwick_intel;
