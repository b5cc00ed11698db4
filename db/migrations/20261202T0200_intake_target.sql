-- Why: the day that a report is to be dealt with by follows from the day it is counted from and a number of working days, and far fewer
-- such pairs exist than reports. Written on each report, a changed calendar rewrites every open report and its indexes. It stands once
-- now, in a narrow table that reports point at: a changed calendar writes there alone, and every report shows it at once.
-- Locks: intake.report while its rows are written. Takes: about a minute for each million reports.
create table intake.target (
  id integer generated always as identity primary key,
  counted_from date not null,
  target_on date not null,
  moves smallint not null default 0,
  stopped_of integer references intake.target (id)
);
comment on table intake.target is 'A day to be dealt with by, which all reports share that are counted from one day to it. Retention: kept; it is about nobody.';
comment on column intake.target.counted_from is 'The day in London that its reports were received.';
comment on column intake.target.moves is 'How often a changed calendar moved it. One that was moved takes no new reports: what is in intake.target_move is of all that it has.';
comment on column intake.target.stopped_of is 'Set on what reports point at that are no longer open: the running one they left, after so many moves. It never moves; a report taken up again goes back.';
create index target_of_day_idx on intake.target (counted_from, target_on) where moves = 0 and stopped_of is null;
create index target_stopped_idx on intake.target (stopped_of, moves) where stopped_of is not null;
create index target_on_idx on intake.target (target_on, id);
create index target_running_idx on intake.target (target_on) where stopped_of is null;

create table intake.target_move (
  target_id integer not null references intake.target (id),
  nr smallint not null,
  at timestamptz not null,
  from_on date not null,
  to_on date not null,
  primary key (target_id, nr)
);
comment on table intake.target_move is 'That a changed calendar moved a day: a line in the history of each report that points at it. Retention: kept; it is about nobody.';

grant select on intake.target, intake.target_move to bailiwick_ops, bailiwick_safeguard, bailiwick_intel, bailiwick_worker;

create function intake.running_target(from_day date, to_day date) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare found_id integer;
begin
  select t.id into found_id from intake.target t
  where t.counted_from = from_day and t.target_on = to_day and t.moves = 0 and t.stopped_of is null limit 1;
  -- Two that come at once may make two: nobody waits for another's report, and both say the same.
  if found_id is null then
    insert into intake.target (counted_from, target_on) values (from_day, to_day) returning id into found_id;
  end if;
  return found_id;
end $$;
comment on function intake.running_target is 'What open reports point at that are counted from one day to another; made where there is none. Whoever may add a report may not write it otherwise.';

create function intake.stopped_target(running integer) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare found_id integer;
begin
  select s.id into found_id from intake.target t join intake.target s on s.stopped_of = t.id and s.moves = t.moves where t.id = running limit 1;
  if found_id is null then
    insert into intake.target (counted_from, target_on, moves, stopped_of)
    select t.counted_from, t.target_on, t.moves, t.id from intake.target t where t.id = running returning id into found_id;
  end if;
  return found_id;
end $$;
comment on function intake.stopped_target is 'What a report points at from when it is no longer open: the day as it stood then.';
revoke execute on function intake.running_target, intake.stopped_target from public;

alter table intake.report rename column target_on to first_target_on;
comment on column intake.report.first_target_on is 'The day to be dealt with by as it was told when the report was taken. The day in force is intake.target''s.';
alter table intake.report add column target_id integer not null default 0;
comment on column intake.report.target_id is 'The day to be dealt with by; a trigger sets it.';

create function intake.set_target() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  is_open constant boolean := new.status in ('new', 'in-progress');
  running integer;
begin
  if tg_op = 'INSERT' or new.first_target_on <> old.first_target_on or new.received_at <> old.received_at then
    running := intake.running_target((new.received_at at time zone 'Europe/London')::date, new.first_target_on);
  elsif is_open = (old.status in ('new', 'in-progress')) then
    new.target_id := old.target_id;
    return new;
  else
    select coalesce(t.stopped_of, t.id) into running from intake.target t where t.id = old.target_id;
  end if;
  new.target_id := case when is_open then running else intake.stopped_target(running) end;
  return new;
end $$;
comment on function intake.set_target is 'Finds the day that a report is counted to; stops it where the report is closed, and lets it run where it is taken up again.';
revoke execute on function intake.set_target from public;

-- What there is. Neither counts nor words change, so that their triggers need not look.
alter table intake.report disable trigger user;
insert into intake.target (counted_from, target_on)
select distinct (received_at at time zone 'Europe/London')::date, first_target_on from intake.report;
insert into intake.target (counted_from, target_on, stopped_of)
select distinct t.counted_from, t.target_on, t.id from intake.report r
  join intake.target t on t.counted_from = (r.received_at at time zone 'Europe/London')::date and t.target_on = r.first_target_on
where r.status not in ('new', 'in-progress');
update intake.report r set target_id = t.id from intake.target t
where t.counted_from = (r.received_at at time zone 'Europe/London')::date and t.target_on = r.first_target_on
  and (t.stopped_of is null) = (r.status in ('new', 'in-progress'));
alter table intake.report enable trigger user;

create trigger report_target before insert or update of status, first_target_on, received_at, target_id on intake.report
for each row execute function intake.set_target();
alter table intake.report add constraint report_target_fk foreign key (target_id) references intake.target (id);
drop index intake.report_target_received_idx;
-- Holds what a page of what is due asks, so that only the rows of the page are read: a day of a full county has thousands.
create index report_target_received_idx on intake.report (target_id, received_at, id)
  include (status, service_id, owner_agency_id, received_by_agency_id, is_sensitive);

create or replace function intake.report_by_phrase(ref text, hash bytea)
returns table (id uuid, reference text, issue_type text, status text, received_at timestamptz, target_on date, service_name text, agency_name text,
  place_words text, outcome_words text)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select r.id, r.reference, r.issue_type, r.status, r.received_at, t.target_on, s.name, a.name, r.place_words, r.outcome_words
  from intake.report r join intake.return_phrase p on p.report_id = r.id join intake.target t on t.id = r.target_id
    join directory.service s on s.id = r.service_id join directory.agency a on a.id = s.agency_id
  where r.reference = upper(report_by_phrase.ref) and p.phrase_hash = report_by_phrase.hash;
end;

create or replace function intake.report_of_form(hash bytea)
returns table (id uuid, reference text, service_id uuid, service_name text, agency_name text, target_on date, why text)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select r.id, r.reference, r.service_id, s.name, a.name, t.target_on, r.route_why ->> 'words'
  from intake.sent_form f join intake.report r on r.id = f.report_id join intake.target t on t.id = r.target_id
    join directory.service s on s.id = r.service_id join directory.agency a on a.id = s.agency_id
  where f.form_hash = report_of_form.hash;
end;
