-- Why: the figures read every report of two years each time they were opened: 140 ms with 270,000 reports held. They
-- are counted where they change instead: a month's reports under the very columns that decide who sees a report, so that
-- the viewer's predicate stands over the counts as it stands over the reports.
-- Locks: intake.report against writing while its reports are counted once. Takes: about 2 seconds for each 250,000.
create table intake.report_tally (
  facet text not null constraint report_tally_facet check (facet in ('routing', 'state', 'channel', 'wait')),
  month date not null,
  is_sensitive boolean not null,
  owner_agency_id uuid not null,
  received_by_agency_id uuid not null,
  service_id uuid,
  district_code text,
  routed_by text,
  times_rerouted smallint,
  issue_type text,
  status text,
  outcome text,
  channel text,
  minutes_to_owner integer,
  n integer not null
);
create index report_tally_month_idx on intake.report_tally (facet, month);
create index report_tally_issue_idx on intake.report_tally (issue_type, month) where facet = 'state';
comment on table intake.report_tally is 'How many reports of each month, by what decides who sees them and by one facet at a time; written by the triggers of intake.report in the transaction of the change, as rows to be added up, so that nobody waits for anybody. Words and places of nobody. Retention: as the reports.';
comment on column intake.report_tally.month is 'First day of the month of receipt, by London days.';
comment on column intake.report_tally.facet is 'routing: how it found its service; state: what it is about and how it stands; channel: how it came; wait: minutes from receipt to the service that has it. Columns of other facets are empty.';
comment on column intake.report_tally.service_id is 'Only of sensitive reports, whose service alone sees them.';
comment on column intake.report_tally.n is 'Reports added, or fewer: below nought where reports left this line.';

-- The four lines that one report is counted on.
create function intake.tally_lines(received_at timestamptz, routed_at timestamptz, is_sensitive boolean, owner_agency_id uuid,
  received_by_agency_id uuid, service_id uuid, district_code text, routed_by text, times_rerouted smallint, issue_type text,
  status text, outcome text, channel text, n integer) returns setof intake.report_tally
  language sql stable
  begin atomic
    select x.facet, date_trunc('month', received_at at time zone 'Europe/London')::date, is_sensitive, owner_agency_id, received_by_agency_id,
      case when is_sensitive then service_id end, district_code,
      case when x.facet = 'routing' then routed_by end, case when x.facet = 'routing' then times_rerouted end,
      case when x.facet = 'state' then issue_type end, case when x.facet = 'state' then status end,
      case when x.facet = 'state' then outcome end, case when x.facet = 'channel' then channel end,
      case when x.facet = 'wait' then floor(extract(epoch from routed_at - received_at) / 60)::integer end, n
    from (values ('routing'), ('state'), ('channel'), ('wait')) x(facet);
  end;

create function intake.count_reports() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    insert into intake.report_tally
      select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n)
      from added r, intake.tally_lines(r.received_at, r.routed_at, r.is_sensitive, r.owner_agency_id, r.received_by_agency_id, r.service_id, r.district_code,
        r.routed_by, r.times_rerouted, r.issue_type, r.status, r.outcome, r.channel, 1) l
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14;
  elsif tg_op = 'DELETE' then
    insert into intake.report_tally
      select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n)
      from taken r, intake.tally_lines(r.received_at, r.routed_at, r.is_sensitive, r.owner_agency_id, r.received_by_agency_id, r.service_id, r.district_code,
        r.routed_by, r.times_rerouted, r.issue_type, r.status, r.outcome, r.channel, -1) l
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14;
  else
    -- A change that moves a report to no other line leaves nothing.
    insert into intake.report_tally
      select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n)
      from (select *, 1 as sign from added union all select *, -1 from taken) r, intake.tally_lines(r.received_at, r.routed_at, r.is_sensitive, r.owner_agency_id, r.received_by_agency_id, r.service_id, r.district_code,
        r.routed_by, r.times_rerouted, r.issue_type, r.status, r.outcome, r.channel, r.sign) l
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 having sum(l.n) <> 0;
  end if;
  return null;
end $$;
revoke execute on function intake.count_reports, intake.tally_lines from public;

create trigger report_count_added after insert on intake.report referencing new table as added
  for each statement execute function intake.count_reports();
create trigger report_count_changed after update on intake.report referencing old table as taken new table as added
  for each statement execute function intake.count_reports();
create trigger report_count_taken after delete on intake.report referencing old table as taken
  for each statement execute function intake.count_reports();
insert into intake.report_tally
  select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n)
  from intake.report r, intake.tally_lines(r.received_at, r.routed_at, r.is_sensitive, r.owner_agency_id, r.received_by_agency_id, r.service_id, r.district_code,
        r.routed_by, r.times_rerouted, r.issue_type, r.status, r.outcome, r.channel, 1) l
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14;

-- Adds the rows of a line up to one, at night and only in the months where something changed: whoever reads meanwhile
-- sees the rows before or the row after. A second call at the same time finds its rows taken and adds up what is left.
create function intake.fold_report_tally() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  before integer;
begin
  with loose as (
      select y.facet, y.month from (
        select l.facet, l.month, count(*) as lines from intake.report_tally l
        group by l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by, l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner) y
      group by 1, 2 having max(y.lines) > 1),
    gone as (delete from intake.report_tally t using loose where t.facet = loose.facet and t.month = loose.month returning t.*), line as (
    insert into intake.report_tally
      select l.facet, l.month, l.is_sensitive, l.owner_agency_id, l.received_by_agency_id, l.service_id, l.district_code, l.routed_by,
      l.times_rerouted, l.issue_type, l.status, l.outcome, l.channel, l.minutes_to_owner, sum(l.n) from gone l
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 having sum(l.n) <> 0
      returning 1)
  select (select count(*) from gone) - (select count(*) from line) into before;
  return before;
end $$;
revoke execute on function intake.fold_report_tally from public;
grant execute on function intake.fold_report_tally to bailiwick_worker;
grant select on intake.report_tally to bailiwick_ops;
