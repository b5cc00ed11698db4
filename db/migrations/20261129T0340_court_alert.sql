-- Why: prevention. What came of a package or a case becomes a warning to residents, which somebody else approves before anybody reads it,
-- and whose reach is written down.
-- Locks: none on existing tables. Takes: milliseconds.
grant usage on schema court to bailiwick_public;

create table court.alert (
  id uuid primary key,
  reference text not null constraint alert_reference_key unique,
  agency_id uuid not null references directory.agency,
  service_id uuid not null references directory.service,
  status text not null default 'draft' constraint alert_status check (status in ('draft', 'published', 'withdrawn')),
  title text not null,
  words text not null,
  advice text not null,
  trades text[] not null default '{}',
  ends_on date not null,
  published_on date,
  approved_by uuid references directory.officer,
  made_by uuid not null references directory.officer,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint alert_four_eyes check (approved_by is null or approved_by <> made_by),
  constraint alert_approved check (status <> 'published' or (approved_by is not null and published_on is not null))
);
create index alert_published_idx on court.alert (published_on desc, id) where status = 'published';
create index alert_agency_idx on court.alert (agency_id, made_at desc, id);
comment on table court.alert is 'A warning to residents: nobody reads it outside before a communications officer approved it. Holds nobody''s data. Retention: 6 years after its last day.';

create table court.alert_source (
  alert_id uuid primary key references court.alert,
  agency_id uuid not null references directory.agency,
  service_id uuid not null references directory.service,
  package_id uuid references dissemination.package,
  prosecution_id uuid references court.prosecution,
  constraint alert_source_one check (num_nonnulls(package_id, prosecution_id) = 1)
);
comment on table court.alert_source is 'The package or prosecution that a warning was made from: for the service that made it alone, not for whoever approves it. Retention: as the warning.';

create table court.alert_reach (
  id uuid primary key,
  alert_id uuid not null references court.alert,
  agency_id uuid not null references directory.agency,
  on_day date not null,
  channel text not null constraint alert_reach_channel check (channel in ('post', 'e-mail', 'social', 'press')),
  sent integer not null constraint alert_reach_sent check (sent >= 0),
  opened integer not null constraint alert_reach_opened check (opened between 0 and sent),
  reached integer not null constraint alert_reach_reached check (reached >= 0),
  made_by uuid not null references directory.officer
);
create index alert_reach_idx on court.alert_reach (alert_id, on_day);
create index alert_reach_day_idx on court.alert_reach (on_day);
comment on table court.alert_reach is 'How a warning went out and how many it reached: numbers as whoever sent it gives them. Retention: as the warning.';

do $$
declare fenced text;
begin
  foreach fenced in array array['alert', 'alert_reach'] loop
    execute format('create policy %I on court.%I for all to bailiwick_ops
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', fenced || '_own', fenced);
  end loop;
  create policy alert_published on court.alert for select to bailiwick_public, bailiwick_ops using (status = 'published');
  create policy alert_source_own on court.alert_source for all to bailiwick_ops
    using (agency_id = (select platform.viewer_agency()) and service_id = any ((select platform.viewer_services())::uuid[]))
    with check (agency_id = (select platform.viewer_agency()) and service_id = any ((select platform.viewer_services())::uuid[]));
  foreach fenced in array array['alert', 'alert_source', 'alert_reach'] loop
    execute format('alter table court.%I enable row level security', fenced);
    execute format('alter table court.%I force row level security', fenced);
    execute format('create policy %I on court.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;
grant select, insert, update (status, published_on, approved_by, version) on court.alert to bailiwick_ops;
grant select, insert on court.alert_source, court.alert_reach to bailiwick_ops;
grant select (id, reference, agency_id, status, title, words, advice, trades, ends_on, published_on) on court.alert to bailiwick_public;
grant select (id, reference, agency_id, status, title, words, advice, trades, ends_on, published_on) on court.alert to bailiwick_intel, bailiwick_safeguard,
  bailiwick_gov, bailiwick_tech;
grant usage on schema court to bailiwick_intel, bailiwick_gov, bailiwick_tech;
create policy alert_published_inside on court.alert for select to bailiwick_intel, bailiwick_safeguard, bailiwick_gov, bailiwick_tech using (status = 'published');
