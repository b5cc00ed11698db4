-- Why: officers change their own password and see where they are signed in; an administrator gives a link that is good
-- for one use, and never learns a password. Locks: platform.account and platform.session, briefly. Takes: milliseconds.
alter table platform.account
  add column must_change boolean not null default false,
  add column password_set_at timestamptz;
comment on column platform.account.must_change is 'Nothing but the change of the password answers until it is done.';
update platform.account set password_set_at = created_at where password_hash is not null;
alter table platform.session add column client text;
comment on column platform.session.client is 'Browser and system in two words, to tell one''s own sessions apart; never the whole user agent or an address.';

create table platform.password_link (
  id uuid primary key,
  token_hash bytea not null constraint password_link_token_key unique,
  account_id uuid not null references platform.account,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz
);
create index password_link_account_idx on platform.password_link (account_id) where used_at is null and voided_at is null;
comment on table platform.password_link is 'A link with which an officer sets a password once; only the hash of its token is kept. Retention: 90 days after its end.';
grant select, update (used_at, voided_at) on platform.password_link to bailiwick_sign_in;
grant select (id, account_id, made_by, made_at, expires_at, used_at, voided_at), insert, update (voided_at)
  on platform.password_link to bailiwick_tech;
grant select (must_change, password_set_at), update (must_change, password_set_at) on platform.account to bailiwick_tech;
grant select (id, account_id, started_at, last_seen_at, expires_at, ended_at), update (ended_at) on platform.session to bailiwick_tech;
