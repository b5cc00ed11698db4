-- Why: an administrator who looks after the mail saw that a message about a sensitive report, or a household's task, had
-- gone to an address at a certain domain at a certain minute: that such a thing exists, and with whom.
-- Locks: platform.outbox, briefly. Takes: about a second a million messages.
alter table platform.outbox add column is_restricted boolean not null default false;
comment on column platform.outbox.is_restricted is 'About a sensitive report or a personal task: no administrator sees that it was sent.';
update platform.outbox o set is_restricted = true
  from intake.report r where o.record_kind = 'report' and r.id = o.record_id and r.is_sensitive;
update platform.outbox o set is_restricted = true
  from tasking.task t where o.record_kind = 'task' and t.id = o.record_id and t.is_personal;

alter table platform.outbox enable row level security;
create policy outbox_administrator on platform.outbox for select to bailiwick_tech using (not is_restricted);
create policy outbox_worker on platform.outbox for all to bailiwick_worker using (true) with check (true);
create policy outbox_given on platform.outbox for insert
  to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard with check (true);
grant select (is_restricted) on platform.outbox to bailiwick_tech;

create or replace view platform.outbox_demonstration as
  select id, to_address, subject, body from platform.outbox
  where not is_restricted
    and exists (select 1 from platform.setting where key = 'demonstration' and value = 'true'::jsonb);
