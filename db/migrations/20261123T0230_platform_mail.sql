-- Why: messages are sent by SMTP, tried again when that fails, and their state is seen by an administrator, who reads
-- neither whom they went to nor what they say. Locks: platform.outbox, briefly. Takes: milliseconds a thousand messages.
alter table platform.outbox
  add column state text not null default 'waiting' constraint outbox_state check (state in ('waiting', 'sent', 'failed')),
  add column attempts integer not null default 0,
  add column tried_at timestamptz,
  add column next_try_at timestamptz,
  add column fault text,
  add column to_domain text generated always as (split_part(to_address, '@', 2)) stored;
comment on column platform.outbox.fault is 'Kind and code of the last fault, never the server''s words, which may quote an address.';
update platform.outbox set state = 'sent' where sent_at is not null;
create index outbox_queued_idx on platform.outbox (queued_at desc, id desc);
create index outbox_waiting_idx on platform.outbox (queued_at) where state = 'waiting';
grant update (state, attempts, tried_at, next_try_at, fault) on platform.outbox to bailiwick_worker;
grant select (id, to_domain, reason, record_kind, queued_at, sent_at, transport, state, attempts, tried_at, next_try_at, fault)
  on platform.outbox to bailiwick_tech;

-- In a demonstration nothing is sent, so its outbox can be read: everybody in it is made up. Empty in production, whose
-- start refuses a demonstration's database.
create view platform.outbox_demonstration as
  select id, to_address, subject, body from platform.outbox
  where exists (select 1 from platform.setting where key = 'demonstration' and value = 'true'::jsonb);
comment on view platform.outbox_demonstration is 'The words of messages, in a demonstration alone.';
grant select on platform.outbox_demonstration to bailiwick_tech;
