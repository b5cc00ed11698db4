-- Why: the partners' meetings set tasks, take back results and gather figures; each from records, none typed twice.
-- Locks: enforcement.case_file and case_event for a moment (row-level security is switched on). Takes: milliseconds.
create schema tasking;
grant usage on schema tasking to bailiwick_public, bailiwick_ops, bailiwick_gov, bailiwick_worker;

create function platform.viewer_services() returns uuid[]
  language sql stable parallel safe
  return coalesce(string_to_array(platform.viewer_text('services'), ',')::uuid[], '{}');

create table tasking.series (
  id uuid primary key,
  kind text not null constraint series_kind check (kind in ('JAG', 'JET_TCG', 'CIAG', 'BOARD')),
  name text not null,
  area_code text not null,
  chair_agency_id uuid not null references directory.agency,
  chair_officer_id uuid references directory.officer,
  starts_at text not null constraint series_starts_at check (starts_at ~ '^\d\d:\d\d$'),
  place text not null,
  standing_items text[] not null,
  return_template text[] not null,
  is_active boolean not null default true,
  version integer not null default 1
);
comment on table tasking.series is 'A meeting that comes round: a Joint Action Group, a tasking meeting, the Management Board. Retention: kept.';
comment on column tasking.series.starts_at is 'Wall-clock time in Europe/London, HH:MM.';
comment on column tasking.series.return_template is 'Codes of the measures that each member service returns a week before.';
create table tasking.series_cadence (
  series_id uuid not null references tasking.series,
  starts_on date not null,
  every_weeks smallint not null constraint series_cadence_weeks check (every_weeks between 1 and 52),
  primary key (series_id, starts_on)
);
comment on table tasking.series_cadence is 'How often a series meets, from which first meeting on; the latest row that has begun holds. Retention: kept.';
create table tasking.series_member (
  series_id uuid not null references tasking.series,
  service_id uuid not null references directory.service,
  agency_id uuid not null references directory.agency,
  primary key (series_id, service_id)
);
create index series_member_service_idx on tasking.series_member (service_id);
comment on table tasking.series_member is 'The services that sit at a meeting. Changes stand in series_change. Retention: kept.';
create table tasking.series_change (
  id uuid primary key,
  series_id uuid not null references tasking.series,
  at timestamptz not null,
  officer_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null
);
create index series_change_series_idx on tasking.series_change (series_id, at desc);
comment on table tasking.series_change is 'What was changed about a series, by whom and why. Retention: kept.';

create table tasking.meeting (
  id uuid primary key,
  reference text not null constraint meeting_reference_key unique,
  series_id uuid not null references tasking.series,
  held_on date not null,
  starts_at text not null,
  place text not null,
  status text not null constraint meeting_status check (status in ('scheduled', 'open', 'closed', 'cancelled')),
  opened_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  version integer not null default 1,
  constraint meeting_series_day unique (series_id, held_on)
);
create index meeting_held_idx on tasking.meeting (held_on);
comment on table tasking.meeting is 'One sitting of a series. Retention: 6 years.';
create table tasking.meeting_present (
  meeting_id uuid not null references tasking.meeting,
  service_id uuid not null references directory.service,
  primary key (meeting_id, service_id)
);
comment on table tasking.meeting_present is 'Which services are in the room: decides which personal items may be shown on the wall. Retention: as the meeting.';

create table tasking.agenda_item (
  id uuid primary key,
  meeting_id uuid not null references tasking.meeting,
  kind text not null constraint agenda_item_kind check (kind in ('standing', 'nomination', 'other')),
  position smallint not null,
  title text not null,
  why text,
  case_id uuid references enforcement.case_file,
  is_personal boolean not null default false,
  nominated_by uuid,
  nominated_at timestamptz not null,
  status text not null default 'waiting' constraint agenda_item_status check (status in ('waiting', 'decided', 'deferred')),
  constraint agenda_item_personal check (not is_personal or case_id is not null)
);
create index agenda_item_meeting_idx on tasking.agenda_item (meeting_id, position);
create index agenda_item_case_idx on tasking.agenda_item (case_id) where case_id is not null;
create unique index agenda_item_case_once on tasking.agenda_item (meeting_id, case_id) where case_id is not null;
comment on table tasking.agenda_item is 'What a meeting looks at besides results, tasks carried over and returns, which are found when asked. Retention: as the meeting.';
comment on column tasking.agenda_item.is_personal is 'About identifiable people: for the services on its case alone.';

create table tasking.task (
  id uuid primary key,
  reference text not null constraint task_reference_key unique,
  series_id uuid references tasking.series,
  meeting_id uuid references tasking.meeting,
  case_id uuid references enforcement.case_file,
  is_personal boolean not null default false,
  title text not null,
  expected text not null,
  set_by_agency_id uuid not null references directory.agency,
  set_by_officer_id uuid,
  service_id uuid not null references directory.service,
  agency_id uuid not null references directory.agency,
  set_at timestamptz not null,
  due_on date not null,
  first_due_on date not null,
  status text not null constraint task_status check (status in ('set', 'accepted', 'refused', 'done', 'not-done')),
  accepted_at timestamptz,
  refused_reason text,
  refused_at timestamptz,
  result_words text,
  result_at timestamptz,
  result_by uuid,
  times_carried smallint not null default 0,
  version integer not null default 1,
  constraint task_personal check (not is_personal or case_id is not null),
  constraint task_refused check (status <> 'refused' or (refused_reason is not null and refused_at is not null)),
  constraint task_result check (status not in ('done', 'not-done') or (result_words is not null and result_at is not null))
);
create index task_service_idx on tasking.task (service_id, due_on);
create index task_agency_idx on tasking.task (agency_id, due_on);
create index task_series_idx on tasking.task (series_id, due_on);
create index task_case_idx on tasking.task (case_id) where case_id is not null;
create index task_due_idx on tasking.task (due_on, id);
comment on table tasking.task is 'Work set to a service by a meeting, or between meetings, with what is expected by when. Retention: as its case or meeting; 6 years.';
comment on column tasking.task.first_due_on is 'As first set: what "done on time" (T-01) is measured by, however often the task is carried over.';
create table tasking.task_event (
  id uuid primary key,
  task_id uuid not null references tasking.task,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index task_event_task_idx on tasking.task_event (task_id, at);
comment on table tasking.task_event is 'What happened to a task, in order. Retention: as the task.';

create table tasking.decision (
  id uuid primary key,
  meeting_id uuid not null references tasking.meeting,
  item_id uuid references tasking.agenda_item,
  about_task_id uuid references tasking.task,
  task_id uuid references tasking.task,
  case_id uuid references enforcement.case_file,
  is_personal boolean not null default false,
  words text not null,
  decided_at timestamptz not null,
  recorded_by uuid,
  constraint decision_personal check (not is_personal or case_id is not null)
);
create index decision_meeting_idx on tasking.decision (meeting_id, decided_at);
create index decision_case_idx on tasking.decision (case_id) where case_id is not null;
comment on table tasking.decision is 'What a meeting decided on an item, and the task it set. Never edited. Retention: as the meeting.';
comment on column tasking.decision.about_task_id is 'The task whose result was considered.';
comment on column tasking.decision.task_id is 'The task that was set by it.';

create table tasking.data_return (
  meeting_id uuid not null references tasking.meeting,
  service_id uuid not null references directory.service,
  agency_id uuid not null references directory.agency,
  due_on date not null,
  period_from date not null,
  status text not null default 'open' constraint data_return_status check (status in ('open', 'submitted')),
  comment text,
  submitted_at timestamptz,
  submitted_by uuid,
  version integer not null default 1,
  primary key (meeting_id, service_id)
);
create index data_return_service_idx on tasking.data_return (service_id, due_on) where status = 'open';
comment on table tasking.data_return is 'A service''s figures for a meeting, due one week before it. Retention: 6 years.';
comment on column tasking.data_return.period_from is 'First day counted: the day of the meeting before. The last is the day before the figures were taken, or the day due.';
create table tasking.return_figure (
  meeting_id uuid not null,
  service_id uuid not null,
  measure text not null,
  counted integer,
  counted_at timestamptz not null,
  outside_value integer,
  outside_source text,
  outside_by uuid,
  outside_at timestamptz,
  primary key (meeting_id, service_id, measure),
  foreign key (meeting_id, service_id) references tasking.data_return,
  constraint return_figure_outside check (outside_value is null or (outside_source is not null and outside_by is not null and outside_at is not null))
);
comment on table tasking.return_figure is 'One figure of a return, as counted from records at an instant; an outside figure stands beside it with its source. Retention: as the return.';
comment on column tasking.return_figure.counted is 'Null: these records are not kept here, so nothing was counted.';
create table tasking.return_chaser (
  meeting_id uuid not null,
  service_id uuid not null,
  days_before smallint not null,
  sent_at timestamptz not null,
  primary key (meeting_id, service_id, days_before),
  foreign key (meeting_id, service_id) references tasking.data_return
);
comment on table tasking.return_chaser is 'That a service was reminded of its return, so that it is reminded once. Retention: as the return.';

create table tasking.success_flag (
  id uuid primary key,
  case_id uuid references enforcement.case_file,
  task_id uuid references tasking.task,
  words text not null,
  flagged_by uuid not null,
  agency_id uuid not null references directory.agency,
  flagged_at timestamptz not null,
  status text not null default 'flagged' constraint success_flag_status check (status in ('flagged', 'approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  decided_words text,
  constraint success_flag_about check (num_nonnulls(case_id, task_id) = 1)
);
create index success_flag_status_idx on tasking.success_flag (status, flagged_at desc);
comment on table tasking.success_flag is 'Something that went well, offered for publicity; a communications officer approves. Never from a personal case. Retention: 2 years.';

create table tasking.calendar_link (
  officer_id uuid primary key references directory.officer,
  token_hash bytea not null constraint calendar_link_token_key unique,
  made_at timestamptz not null
);
comment on table tasking.calendar_link is 'Hash of the secret in a person''s calendar address. Retention: until replaced or the officer leaves.';

-- A calendar program has no session: it is let in by the secret alone, and is told name, time and place and no more.
create function tasking.calendar_of(hash bytea, since date) returns table (
  meeting_id uuid, name text, held_on date, starts_at text, place text, status text, version integer)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select distinct m.id, s.name, m.held_on, m.starts_at, m.place, m.status, m.version
    from tasking.calendar_link l
    join directory.officer o on o.id = l.officer_id and o.is_active
    join directory.service_member sm on sm.officer_id = o.id
    join tasking.series_member x on x.service_id = sm.service_id
    join tasking.series s on s.id = x.series_id
    join tasking.meeting m on m.series_id = s.id and m.held_on >= since
    where l.token_hash = hash
    order by 3, 1;
  end;
revoke execute on function tasking.calendar_of from public;
grant execute on function tasking.calendar_of to bailiwick_public;

-- Totals by district and meeting, for the Management Board: the only thing of this schema that its login may read.
create view tasking.board_total as
  select m.id as meeting_id, s.name as series_name, s.area_code, m.held_on, f.measure,
    sum(f.counted)::integer as counted, sum(f.outside_value)::integer as outside,
    count(*)::integer as services, max(f.counted_at) as counted_at
  from tasking.meeting m
  join tasking.series s on s.id = m.series_id and s.kind = 'JAG'
  join tasking.data_return r on r.meeting_id = m.id and r.status = 'submitted'
  join tasking.return_figure f on f.meeting_id = r.meeting_id and f.service_id = r.service_id
  group by m.id, s.name, s.area_code, m.held_on, f.measure;
comment on view tasking.board_total is 'Returns added up by meeting and measure, without services or people.';
create view tasking.board_return as
  select m.id as meeting_id, s.name as series_name, s.area_code, m.held_on, count(*)::integer as expected,
    count(*) filter (where r.submitted_at is not null)::integer as received,
    count(*) filter (where (r.submitted_at at time zone 'Europe/London')::date <= r.due_on)::integer as in_time
  from tasking.meeting m
  join tasking.series s on s.id = m.series_id and s.kind = 'JAG'
  join tasking.data_return r on r.meeting_id = m.id
  group by m.id, s.name, s.area_code, m.held_on;
comment on view tasking.board_return is 'How many returns each meeting had, and how many by the deadline (T-03).';
grant select on tasking.board_total, tasking.board_return to bailiwick_gov, bailiwick_ops, bailiwick_worker;

-- Second fence: a personal case and what hangs on it, for officers of its services alone.
create function enforcement.on_case(wanted uuid) returns boolean
  language sql stable parallel safe
  return exists (select 1 from enforcement.case_service s where s.case_id = wanted and s.service_id = any (platform.viewer_services()));
grant execute on function enforcement.on_case to bailiwick_ops, bailiwick_worker;
alter table enforcement.case_file enable row level security;
create policy case_file_read on enforcement.case_file for select to bailiwick_ops using (not is_personal or enforcement.on_case(id));
create policy case_file_open on enforcement.case_file for insert to bailiwick_ops with check (true);
create policy case_file_change on enforcement.case_file for update to bailiwick_ops using (not is_personal or enforcement.on_case(id));
create policy case_file_worker on enforcement.case_file for all to bailiwick_worker using (true);
alter table tasking.agenda_item enable row level security;
create policy agenda_item_read on tasking.agenda_item for select to bailiwick_ops using (not is_personal or enforcement.on_case(case_id));
create policy agenda_item_add on tasking.agenda_item for insert to bailiwick_ops with check (true);
create policy agenda_item_change on tasking.agenda_item for update to bailiwick_ops using (not is_personal or enforcement.on_case(case_id));
create policy agenda_item_worker on tasking.agenda_item for all to bailiwick_worker using (true);
alter table tasking.task enable row level security;
create policy task_read on tasking.task for select to bailiwick_ops using (not is_personal or enforcement.on_case(case_id));
create policy task_add on tasking.task for insert to bailiwick_ops with check (true);
create policy task_change on tasking.task for update to bailiwick_ops using (not is_personal or enforcement.on_case(case_id));
create policy task_worker on tasking.task for all to bailiwick_worker using (true);
alter table tasking.decision enable row level security;
create policy decision_read on tasking.decision for select to bailiwick_ops using (not is_personal or enforcement.on_case(case_id));
create policy decision_add on tasking.decision for insert to bailiwick_ops with check (true);
create policy decision_worker on tasking.decision for all to bailiwick_worker using (true);

grant select, insert, update on tasking.series, tasking.meeting, tasking.agenda_item, tasking.task, tasking.data_return,
  tasking.return_figure, tasking.success_flag, tasking.calendar_link to bailiwick_ops;
grant select, insert, delete on tasking.series_member, tasking.meeting_present to bailiwick_ops;
grant update on tasking.series_cadence to bailiwick_ops;
grant select, insert on tasking.series_cadence, tasking.series_change, tasking.task_event, tasking.decision to bailiwick_ops;
grant select on tasking.series, tasking.series_cadence, tasking.series_member, tasking.data_return, tasking.task to bailiwick_worker;
grant select, insert on tasking.meeting, tasking.agenda_item, tasking.data_return, tasking.return_chaser to bailiwick_worker;

-- The end of a meeting in one act, personal items included, which whoever closes it may not be able to see: what was not
-- reached goes to the next meeting, cases that were decided are live again, open tasks are carried over.
create function tasking.finish_meeting(closing uuid, next_id uuid, finished_at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  m tasking.meeting;
  n tasking.meeting;
  carried integer;
begin
  select * into m from tasking.meeting where id = closing and status in ('closed', 'cancelled');
  select * into n from tasking.meeting where id = next_id and series_id = m.series_id and status = 'scheduled';
  if m.id is null or n.id is null then raise exception 'finish_meeting: not a meeting that is over and its next'; end if;
  insert into tasking.agenda_item (id, meeting_id, kind, position, title, why, case_id, is_personal, nominated_by, nominated_at)
    select md5(i.id::text || n.id::text)::uuid, n.id, i.kind, i.position, i.title, i.why, i.case_id, i.is_personal, i.nominated_by, i.nominated_at
    from tasking.agenda_item i where i.meeting_id = m.id and i.status = 'waiting' and i.kind <> 'standing'
    on conflict do nothing;
  update tasking.agenda_item set status = 'deferred' where meeting_id = m.id and status = 'waiting' and kind <> 'standing';
  with back as (
    update enforcement.case_file c set status = 'open', version = c.version + 1
    where c.status = 'at-meeting' and exists (
        select 1 from tasking.agenda_item i where i.meeting_id = m.id and i.case_id = c.id and i.status = 'decided')
      and not exists (select 1 from tasking.agenda_item i where i.meeting_id = n.id and i.case_id = c.id)
    returning c.id)
  insert into enforcement.case_event (id, case_id, at, kind, words)
    select md5(back.id::text || m.id::text)::uuid, back.id, finished_at, 'return-from-meeting', 'Considered by a meeting' from back;
  with open_task as (
    update tasking.task t set due_on = n.held_on, times_carried = t.times_carried + 1, version = t.version + 1
    where t.series_id = m.series_id and t.due_on <= m.held_on and t.status in ('set', 'accepted')
    returning t.id)
  insert into tasking.task_event (id, task_id, at, kind, words)
    select md5(o.id::text || m.id::text || n.id::text)::uuid, o.id, finished_at, 'carry-over', 'Carried over to the meeting on ' || to_char(n.held_on, 'FMDD FMMonth YYYY') from open_task o;
  get diagnostics carried = row_count;
  return carried;
end $$;
revoke execute on function tasking.finish_meeting from public;
grant execute on function tasking.finish_meeting to bailiwick_ops;
