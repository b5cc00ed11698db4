-- Why: what the unit asks of systems outside is written down with who, why and what came of it, an empty answer too; the restricted ones
-- are asked by those alone whom the manager let (Kent's report 2.1 to 2.3, domain S1-05 to S1-07).
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.check_grant (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  source text not null,
  vetting_words text not null constraint check_grant_vetting check (vetting_words <> ''),
  trained_on date not null,
  until_on date not null,
  given_at timestamptz not null,
  given_by uuid not null references directory.officer,
  ended_at timestamptz,
  ended_by uuid references directory.officer,
  end_why text,
  constraint check_grant_other check (given_by <> officer_id),
  constraint check_grant_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_why is null))
);
create index check_grant_officer_idx on intelligence.check_grant (agency_id, source, officer_id);
comment on table intelligence.check_grant is 'Who of the unit may ask a restricted system, until when, on which vetting and training; let by somebody else. Retention: kept with the checks.';

create table intelligence.external_check (
  id uuid primary key,
  reference text not null unique,
  agency_id uuid not null references directory.agency,
  source text not null,
  subject_words text not null constraint external_check_subject check (subject_words <> ''),
  link_id uuid references intelligence.link,
  purpose text not null,
  reason text not null constraint external_check_reason check (reason <> ''),
  by_connection boolean not null,
  state text not null constraint external_check_state check (state in ('asked', 'answered', 'failed')),
  asked_at timestamptz not null,
  asked_by uuid not null references directory.officer,
  outcome text constraint external_check_outcome check (outcome in ('found', 'nothing')),
  result_words text,
  document jsonb,
  answered_at timestamptz,
  answered_by uuid references directory.officer,
  tries smallint not null default 0,
  fault text,
  version integer not null default 1,
  constraint external_check_answered check ((state = 'answered') = (outcome is not null) and (state = 'answered') = (answered_at is not null))
);
create index external_check_unit_idx on intelligence.external_check (agency_id, asked_at desc);
create index external_check_subject_idx on intelligence.external_check (agency_id, source, lower(subject_words));
create index external_check_link_idx on intelligence.external_check (link_id);
comment on table intelligence.external_check is 'One question to a system outside: what, why, by whom, and what came of it; that nothing was found is an answer. What was asked and what was answered is never changed. Retention: with the items of the unit.';
comment on column intelligence.external_check.document is 'What the connected register answered, cut to what is shown; null where somebody asked by hand.';

do $$
declare name text;
begin
  foreach name in array array['check_grant', 'external_check'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
    execute format('grant select, insert on intelligence.%I to bailiwick_intel', name);
  end loop;
end $$;
grant update (ended_at, ended_by, end_why) on intelligence.check_grant to bailiwick_intel;
grant update (state, outcome, result_words, answered_at, answered_by, by_connection, version) on intelligence.external_check to bailiwick_intel;

-- What was answered stands, on any connection.
create function intelligence.check_answered_stands() returns trigger language plpgsql as $$
begin
  if old.state = 'answered' then raise exception 'an answered check stays as it is'; end if;
  return new;
end $$;
create trigger external_check_stands before update on intelligence.external_check for each row execute function intelligence.check_answered_stands();

-- The worker holds nothing in the unit's schema: it carries a question to a register that an operator connected, and the answer back, by functions; it reads the number and nothing else.
create function dissemination.question_to_carry(check_id uuid) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select c.subject_words from intelligence.external_check c where c.id = check_id and c.state = 'asked' and c.by_connection $$;
create function dissemination.answer_carried(check_id uuid, outcome text, document jsonb, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update intelligence.external_check c set state = 'answered', outcome = answer_carried.outcome, document = answer_carried.document,
      answered_at = answer_carried.at, tries = c.tries + 1, fault = null, version = c.version + 1
    where c.id = check_id and c.state = 'asked' and c.by_connection;
  return found;
end $$;
create function dissemination.carrying_failed(check_id uuid, fault text, most_tries integer) returns smallint
  language plpgsql security definer set search_path = pg_catalog as $$
declare tried smallint;
begin
  update intelligence.external_check c set tries = c.tries + 1, fault = carrying_failed.fault, version = c.version + 1,
      state = case when c.tries + 1 >= most_tries then 'failed' else c.state end
    where c.id = check_id and c.state = 'asked' and c.by_connection
    returning case when c.state = 'asked' then c.tries end into tried;
  return tried;
end $$;
comment on function dissemination.question_to_carry is 'The number of a check that waits for a connected register; nothing where it does not wait any more.';
comment on function dissemination.answer_carried is 'Writes down what a connected register answered, once.';
comment on function dissemination.carrying_failed is 'Writes down that a register could not be asked; gives how often it was tried, and nothing once it is left to people.';
revoke execute on function dissemination.question_to_carry, dissemination.answer_carried, dissemination.carrying_failed from public;
grant execute on function dissemination.question_to_carry, dissemination.answer_carried, dissemination.carrying_failed to bailiwick_worker;
