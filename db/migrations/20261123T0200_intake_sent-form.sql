-- Why: reloading "Report sent" sent the report a second time. A form that has been sent is known by a hash of its token
-- and of what was in it, so that sending it again shows the same answer. Locks: nothing that exists. Takes: milliseconds.
create table intake.sent_form (
  form_hash bytea primary key,
  report_id uuid not null references intake.report,
  sent_at timestamptz not null
);
create index sent_form_at_idx on intake.sent_form (sent_at);
comment on table intake.sent_form is 'Forms that became a report, so that a reload makes no second one. Says nothing of who sent it. Retention: 1 day.';
comment on column intake.sent_form.form_hash is 'sha256 of the random token in the form and of the answers: not the token, from which the way back could be made again.';

-- The public login cannot read a report: it may ask what became of the very form it holds.
create function intake.report_of_form(hash bytea) returns table (
  id uuid, reference text, service_id uuid, service_name text, agency_name text, target_on date, why text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select r.id, r.reference, r.service_id, s.name, a.name, r.target_on, r.route_why ->> 'words'
    from intake.sent_form f
    join intake.report r on r.id = f.report_id
    join directory.service s on s.id = r.service_id
    join directory.agency a on a.id = s.agency_id
    where f.form_hash = hash;
  end;
revoke execute on function intake.report_of_form from public;
grant execute on function intake.report_of_form to bailiwick_public, bailiwick_ops, bailiwick_safeguard;
grant insert on intake.sent_form to bailiwick_public, bailiwick_ops, bailiwick_safeguard;
grant select, delete on intake.sent_form to bailiwick_worker;
