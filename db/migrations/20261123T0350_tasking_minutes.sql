-- Why: minutes were made anew from the records each time they were read, so that what a meeting had agreed to could
-- change after it was over.
-- Locks: nothing that is in use. Takes: milliseconds.
create table tasking.minutes_part (
  id uuid primary key,
  meeting_id uuid not null references tasking.meeting,
  part_key text not null,
  version smallint not null constraint minutes_part_from_one check (version >= 1),
  position smallint not null,
  section text,
  case_id uuid references enforcement.case_file,
  task_id uuid references tasking.task,
  is_personal boolean not null default false,
  body text not null,
  sha256 text not null,
  made_at timestamptz not null,
  written_at timestamptz not null,
  made_by uuid references directory.officer,
  reason text,
  constraint minutes_part_version_key unique (meeting_id, part_key, version),
  constraint minutes_part_personal check (not is_personal or case_id is not null),
  constraint minutes_part_reason check (version = 1 or (reason is not null and made_by is not null))
);
comment on table tasking.minutes_part is 'The minutes of a meeting that is over, an item at a time because not everybody may read every item. Written once when the meeting is closed; a correction is a further version with its reason, and nobody may change or delete a row. Retention: as the meeting.';
comment on column tasking.minutes_part.part_key is 'Which item: the same in every version.';
comment on column tasking.minutes_part.task_id is 'The task whose result or state the item is: for those who may see the task.';
comment on column tasking.minutes_part.body is 'Blocks of the printed document as JSON, to the letter; sha256 is of these letters.';
comment on column tasking.minutes_part.written_at is 'When it was written down: with the closing, or a moment later by the worker where whoever closed the meeting may not see the item; made_at is the closing in both.';
alter table tasking.minutes_part enable row level security;
create policy minutes_part_read on tasking.minutes_part for select to bailiwick_ops using (not is_personal or enforcement.on_case(case_id));
create policy minutes_part_add on tasking.minutes_part for insert to bailiwick_ops with check (true);
create policy minutes_part_worker on tasking.minutes_part for all to bailiwick_worker using (true);
grant select, insert on tasking.minutes_part to bailiwick_ops, bailiwick_worker;
-- The worker writes the items that whoever closed the meeting may not see.
grant select on tasking.decision, tasking.meeting_present to bailiwick_worker;
