-- Why: the quarter's paper has parts besides its figures, and says of those that have no records that they have none; the
-- analyst sees how every meeting's tasks and returns stand without seeing the tasks.
-- Locks: nothing that is in use. Takes: milliseconds.
create table performance.published_section (
  quarter text not null,
  edition smallint not null,
  section text not null constraint published_section_name check (section in ('case-studies', 'restatement')),
  position smallint not null,
  words text not null,
  primary key (quarter, edition, section, position),
  foreign key (quarter, edition) references performance.published_quarter
);
comment on table performance.published_section is 'What an edition says besides its figures: case studies that communications approved, and what could not be restated. No personal data. Retention: kept.';
grant select, insert on performance.published_section to bailiwick_ops;
grant select on performance.published_section to bailiwick_gov;

-- Tasks from meetings that fell due, by meeting series and day; none that is about identifiable people.
create view tasking.task_total as
  select t.series_id, s.name as series_name, s.area_code, t.first_due_on, count(*)::integer as due,
    count(*) filter (where t.status = 'done' and (t.result_at at time zone 'Europe/London')::date <= t.first_due_on)::integer as on_time
  from tasking.task t join tasking.series s on s.id = t.series_id
  where t.status <> 'refused' and not t.is_personal
  group by t.series_id, s.name, s.area_code, t.first_due_on;
comment on view tasking.task_total is 'How many tasks of each meeting series fell due on a day and how many were done by it (T-01), without the tasks.';
create view tasking.return_total as
  select s.id as series_id, s.name as series_name, s.area_code, r.due_on, count(*)::integer as due,
    count(*) filter (where (r.submitted_at at time zone 'Europe/London')::date <= r.due_on)::integer as on_time
  from tasking.data_return r join tasking.meeting m on m.id = r.meeting_id join tasking.series s on s.id = m.series_id
  where m.status <> 'cancelled'
  group by s.id, s.name, s.area_code, r.due_on;
comment on view tasking.return_total is 'How many returns of each meeting series were due on a day and how many came by it (T-03), without services.';
grant select on tasking.task_total, tasking.return_total to bailiwick_ops;
