-- Why: a task accepted in the room stood on the chair's tick alone. It now names who of the agency said yes, and that
-- agency confirms it or contests it afterwards.
-- Locks: tasking.task for a moment. Takes: milliseconds.
alter table tasking.task
  add column accepted_by uuid references directory.officer,
  add column accepted_how text constraint task_accepted_how check (accepted_how in ('themselves', 'in-room', 'confirmed')),
  add constraint task_accepted_in_room check (accepted_how is distinct from 'in-room' or accepted_by is not null);
comment on column tasking.task.accepted_how is 'themselves: an officer of the agency accepted it; in-room: recorded in a meeting on the word of accepted_by; confirmed: in the room, and the agency has confirmed it since. Null before this was kept, and until it is accepted.';
