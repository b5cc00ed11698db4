-- Why: the ground that every module stands on: sessions, accounts, the audit chain, files and the job gate.
-- Locks: nothing that exists. Takes: milliseconds.
create schema platform;
grant usage on schema platform to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard,
  bailiwick_gov, bailiwick_tech, bailiwick_sign_in, bailiwick_worker;

-- What the request said about its viewer, as set by one parameterised call at the start of each transaction.
create function platform.viewer_text(name text) returns text
  language sql stable parallel safe
  return nullif(current_setting('bailiwick.' || name, true), '');
create function platform.viewer_agency() returns uuid
  language sql stable parallel safe return platform.viewer_text('agency')::uuid;

create table platform.account (
  id uuid primary key,
  username text not null constraint account_username_key unique,
  password_hash text,
  officer_id uuid not null,
  is_persona boolean not null default false,
  is_active boolean not null default true,
  failed_count integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null
);
comment on table platform.account is 'A way to sign in. Read and written by the sign-in login alone. Retention: life of the officer + 6 years.';
comment on column platform.account.is_persona is 'May be entered without a password, in demonstration mode only.';

create table platform.session (
  id uuid primary key,
  token_hash bytea not null constraint session_token_key unique,
  account_id uuid not null references platform.account,
  csrf_secret text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_account_idx on platform.session (account_id) where ended_at is null;
comment on table platform.session is 'A signed-in browser or API client; only the hash of its token is kept. Retention: 90 days after the end.';
grant select, insert, update on platform.account, platform.session to bailiwick_sign_in;
grant select (id, username, officer_id, is_persona, is_active, failed_count, locked_until, created_at),
  insert (id, username, password_hash, officer_id, is_active, created_at),
  update (password_hash, is_active, failed_count, locked_until) on platform.account to bailiwick_tech;

-- Audit: sixteen chains, so that sixteen transactions can write at once; each row holds the hash of the one before.
create table platform.audit_head (
  chain smallint primary key,
  seq bigint not null,
  hash bytea not null
) with (fillfactor = 10);
comment on table platform.audit_head is 'The last link of each audit chain; locked for the length of the writing transaction. Retention: as audit_entry.';
insert into platform.audit_head select n, 0, sha256(convert_to('bailiwick audit chain ' || n, 'UTF8')) from generate_series(0, 15) n;

create table platform.audit_entry (
  chain smallint not null,
  seq bigint not null,
  at timestamptz not null,
  event text not null,
  outcome text not null constraint audit_entry_outcome check (outcome in ('done', 'refused', 'failed')),
  actor_kind text not null constraint audit_entry_actor check (actor_kind in ('officer', 'public', 'system')),
  officer_id uuid,
  agency_id uuid,
  side text not null,
  purpose text,
  request_id text not null,
  record_kind text,
  record_id text,
  detail jsonb not null,
  hash bytea not null,
  primary key (chain, seq)
);
create index audit_entry_at_idx on platform.audit_entry (at desc);
create index audit_entry_record_idx on platform.audit_entry (record_kind, record_id);
create index audit_entry_officer_idx on platform.audit_entry (officer_id, at desc);
comment on table platform.audit_entry is 'Who did or read what, written in the transaction of the act. Nobody may change or delete a row. Retention: 6 years, then whole chains are sealed off.';
comment on column platform.audit_entry.hash is 'sha256 of the previous hash and of every other column of this row, in the order of platform.audit_text.';

-- One text for one row, made here and nowhere else, so that writing and checking cannot disagree.
create function platform.audit_text(e platform.audit_entry) returns text
  language sql stable
  return jsonb_build_array(e.chain, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.event, e.outcome, e.actor_kind,
    e.officer_id, e.agency_id, e.side, e.purpose, e.request_id, e.record_kind, e.record_id, e.detail)::text;

create function platform.record_audit(
  event text, outcome text, actor_kind text, officer_id uuid, agency_id uuid, side text, purpose text,
  request_id text, record_kind text, record_id text, detail jsonb, at timestamptz
) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  head platform.audit_head;
  entry platform.audit_entry;
begin
  select * into head from platform.audit_head where chain = (pg_backend_pid() % 16)::smallint for update;
  entry := row(head.chain, head.seq + 1, at, event, outcome, actor_kind, officer_id, agency_id, side, purpose,
    request_id, record_kind, record_id, coalesce(detail, '{}'::jsonb), head.hash)::platform.audit_entry;
  entry.hash := sha256(head.hash || convert_to(platform.audit_text(entry), 'UTF8'));
  insert into platform.audit_entry select entry.*;
  update platform.audit_head set seq = entry.seq, hash = entry.hash where chain = head.chain;
end $$;
revoke execute on function platform.record_audit from public;
grant execute on function platform.record_audit to bailiwick_public, bailiwick_ops, bailiwick_intel,
  bailiwick_safeguard, bailiwick_gov, bailiwick_tech, bailiwick_sign_in, bailiwick_worker;
grant select on platform.audit_entry, platform.audit_head to bailiwick_gov;

create table platform.file (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  content bytea not null,
  scan text not null default 'held' constraint file_scan check (scan in ('held', 'clean', 'infected')),
  owner_kind text not null,
  owner_id uuid not null,
  added_by uuid,
  added_at timestamptz not null
);
create index file_owner_idx on platform.file (owner_kind, owner_id);
comment on table platform.file is 'A photo or document with its hash. Held until a scanner has passed it. Visible where its owner record is visible. Retention: as the owner record.';
grant insert on platform.file to bailiwick_public;
grant select, insert on platform.file to bailiwick_ops, bailiwick_intel, bailiwick_safeguard;
grant select, update (scan) on platform.file to bailiwick_worker;

-- Job gate: a module adds a job in the transaction that causes it, without any right on the queue itself.
create function platform.add_job(task text, payload jsonb, run_at timestamptz default null, job_key text default null,
  max_attempts integer default 8) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => job_key, max_attempts => max_attempts);
end $$;
revoke execute on function platform.add_job from public;
-- The queue's own login runs it: row-level security on the queue lets no other in, the installation's owner included.
grant create on schema platform to bailiwick_worker;
alter function platform.add_job owner to bailiwick_worker;
revoke create on schema platform from bailiwick_worker;
grant execute on function platform.add_job to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard,
  bailiwick_gov, bailiwick_tech, bailiwick_sign_in, bailiwick_worker;

create table platform.dead_letter (
  id bigint generated always as identity primary key,
  job_id text not null,
  task text not null,
  payload jsonb not null,
  error_kind text not null,
  attempts integer not null,
  died_at timestamptz not null,
  retried_at timestamptz,
  retried_by uuid
);
comment on table platform.dead_letter is 'Jobs that failed for the last time, kept until somebody retries or dismisses them. No personal data: payloads hold ids only. Retention: 1 year.';
grant select, insert on platform.dead_letter to bailiwick_worker;
grant select, update (retried_at, retried_by) on platform.dead_letter to bailiwick_tech;

create table platform.outbox (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  body text not null,
  reason text not null,
  record_kind text,
  record_id uuid,
  queued_at timestamptz not null,
  sent_at timestamptz,
  transport text
);
comment on table platform.outbox is 'Messages to people outside. Text carries a reference and no personal content. Retention: 1 year.';
create index outbox_record_idx on platform.outbox (record_kind, record_id);
grant insert on platform.outbox to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_worker;
grant select, update (sent_at, transport) on platform.outbox to bailiwick_worker;

create table platform.setting (
  key text primary key,
  value jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null
);
comment on table platform.setting is 'Switches and thresholds set by an administrator. Retention: kept.';
grant select on platform.setting to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_gov, bailiwick_sign_in, bailiwick_worker;
grant select, insert, update on platform.setting to bailiwick_tech;
