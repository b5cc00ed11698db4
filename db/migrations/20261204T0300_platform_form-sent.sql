-- Why: a form whose button is pressed twice, or that is sent again by Back, was done twice wherever a browser runs no script.
-- Locks: nothing for long. Takes: milliseconds.
create table platform.form_sent (
  digest bytea primary key constraint form_sent_digest check (octet_length(digest) = 32),
  answer bytea not null constraint form_sent_answer check (octet_length(answer) between 29 and 20000),
  sent_at timestamptz not null
);
create index form_sent_at_idx on platform.form_sent (sent_at);
comment on table platform.form_sent is 'Forms that were taken: a keyed hash of who sent what from which page, and where they were led, sealed with the key that their page alone holds. No login of a viewer reads it. Retention: 1 day, by a job of its own.';
comment on column platform.form_sent.digest is 'HMAC-SHA256 of the account, the key of the page, the address and every field and file.';
comment on column platform.form_sent.answer is 'AES-256-GCM: address and line of the answer.';

-- The answer that this very form had, undefined for any other. Whoever sends it a second time meanwhile waits until the first is done or undone.
create function platform.form_answer(wanted bytea, since timestamptz) returns bytea
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(('x' || encode(substr(wanted, 1, 8), 'hex'))::bit(64)::bigint);
  return (select f.answer from platform.form_sent f where f.digest = wanted and f.sent_at > since);
end $$;
create function platform.keep_form_answer(done bytea, given bytea, at timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into platform.form_sent (digest, answer, sent_at) values (done, given, at)
    on conflict (digest) do update set answer = excluded.answer, sent_at = excluded.sent_at $$;
revoke all on function platform.form_answer(bytea, timestamptz), platform.keep_form_answer(bytea, bytea, timestamptz) from public;
grant execute on function platform.form_answer(bytea, timestamptz), platform.keep_form_answer(bytea, bytea, timestamptz)
  to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_gov, bailiwick_tech, bailiwick_sealed;
grant select (sent_at), delete on platform.form_sent to bailiwick_worker;
