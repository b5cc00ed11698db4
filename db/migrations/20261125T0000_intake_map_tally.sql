-- Why: the first sight of the officers' map counted every report with a point each time it was opened: 180 ms with
-- 270,000 held. They are counted where they change, by squares of the map, under the very columns that decide who sees a
-- report, so that the viewer's predicate stands over the counts as it stands over the reports.
-- Locks: intake.report against writing while its reports are counted once. Takes: about 1 second for each 250,000.
-- Loads before this kept a latitude without a longitude, which is no point on any map.
update intake.report set lon = null, lat = null where (lon is null) <> (lat is null);
alter table intake.report add constraint report_point check ((lon is null) = (lat is null));

create table intake.map_tally (
  east integer not null,
  north integer not null,
  is_sensitive boolean not null,
  owner_agency_id uuid not null,
  received_by_agency_id uuid not null,
  service_id uuid,
  n integer not null,
  lon_sum numeric not null,
  lat_sum numeric not null
);
comment on table intake.map_tally is 'How many reports in each square of the map, by what decides who sees them; written by the triggers of intake.report in the transaction of the change, as rows to be added up. Retention: as the reports.';
comment on column intake.map_tally.east is 'Number of the square from Greenwich: 64 to a degree of longitude, some 1.1 km each.';
comment on column intake.map_tally.north is 'Number of the square from the equator: 102.4 to a degree of latitude.';
comment on column intake.map_tally.service_id is 'Only of sensitive reports, whose service alone sees them.';
comment on column intake.map_tally.n is 'Reports added, or fewer: below nought where reports left this square.';
comment on column intake.map_tally.lon_sum is 'Degrees of longitude added up, for the middle of a spot; exact, so that what leaves leaves nothing behind.';

create function intake.count_on_map() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    insert into intake.map_tally
      select floor(lon * 64), floor(lat * 102.4), is_sensitive, owner_agency_id, received_by_agency_id, case when is_sensitive then service_id end,
        count(*), sum(lon::numeric), sum(lat::numeric)
      from added where lat is not null group by 1, 2, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into intake.map_tally
      select floor(lon * 64), floor(lat * 102.4), is_sensitive, owner_agency_id, received_by_agency_id, case when is_sensitive then service_id end,
        -count(*), -sum(lon::numeric), -sum(lat::numeric)
      from taken where lat is not null group by 1, 2, 3, 4, 5, 6;
  else
    -- A change that moves no report to another line or point leaves nothing.
    insert into intake.map_tally
      select floor(lon * 64), floor(lat * 102.4), is_sensitive, owner_agency_id, received_by_agency_id, case when is_sensitive then service_id end,
        sum(sign), sum(sign * lon::numeric), sum(sign * lat::numeric)
      from (select *, 1 as sign from added union all select *, -1 from taken) both_ways where lat is not null
      group by 1, 2, 3, 4, 5, 6 having sum(sign) <> 0 or sum(sign * lon::numeric) <> 0 or sum(sign * lat::numeric) <> 0;
  end if;
  return null;
end $$;
revoke execute on function intake.count_on_map from public;

create trigger report_map_added after insert on intake.report referencing new table as added
  for each statement execute function intake.count_on_map();
create trigger report_map_changed after update on intake.report referencing old table as taken new table as added
  for each statement execute function intake.count_on_map();
create trigger report_map_taken after delete on intake.report referencing old table as taken
  for each statement execute function intake.count_on_map();
insert into intake.map_tally
  select floor(lon * 64), floor(lat * 102.4), is_sensitive, owner_agency_id, received_by_agency_id, case when is_sensitive then service_id end,
    count(*), sum(lon::numeric), sum(lat::numeric)
  from intake.report where lat is not null group by 1, 2, 3, 4, 5, 6;

-- Adds the rows of a square up to one, at night. Whoever reads meanwhile sees the rows before or the row after.
create function intake.fold_map_tally() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  fewer integer;
begin
  with loose as (
      select t.east, t.north from intake.map_tally t
      group by t.east, t.north, t.is_sensitive, t.owner_agency_id, t.received_by_agency_id, t.service_id having count(*) > 1),
    gone as (delete from intake.map_tally t using (select distinct l.east, l.north from loose l) l where t.east = l.east and t.north = l.north returning t.*),
    line as (
      insert into intake.map_tally
        select g.east, g.north, g.is_sensitive, g.owner_agency_id, g.received_by_agency_id, g.service_id, sum(g.n), sum(g.lon_sum), sum(g.lat_sum)
        from gone g group by 1, 2, 3, 4, 5, 6 having sum(g.n) <> 0 returning 1)
  select (select count(*) from gone) - (select count(*) from line) into fewer;
  return fewer;
end $$;
revoke execute on function intake.fold_map_tally from public;
grant execute on function intake.fold_map_tally to bailiwick_worker;
-- To every login that reads reports by their store.
grant select on intake.map_tally to bailiwick_ops, bailiwick_safeguard, bailiwick_intel;
