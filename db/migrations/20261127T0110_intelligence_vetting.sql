-- Why: the intelligence side answers whether a trader may be taken on: proceed, proceed with conditions, decline. What is asked
-- crosses one way, the answer the other, and it crosses on the day of a round and not before, whatever was found and when.
-- Locks: none on existing tables. Takes: milliseconds.
create table dissemination.vetting_request (
  id uuid primary key,
  reference text not null constraint vetting_request_reference_key unique,
  agency_id uuid not null references directory.agency,
  unit_agency_id uuid not null references directory.agency,
  purpose text not null constraint vetting_request_purpose check (purpose in ('trader-scheme')),
  about text not null,
  asked_on date not null,
  answers_on date not null,
  asked_by uuid not null references directory.officer
);
create index vetting_request_agency_idx on dissemination.vetting_request (agency_id, asked_on desc);
create index vetting_request_unit_idx on dissemination.vetting_request (unit_agency_id, answers_on, reference);
comment on table dissemination.vetting_request is 'That an agency asked the intelligence side about a firm, when, and in which round the answer comes. Retention: 6 years.';
comment on column dissemination.vetting_request.answers_on is 'The round in which it is answered: the same for everything that was asked in one week, however soon the unit was ready.';

create table dissemination.vetting_subject (
  request_id uuid not null references dissemination.vetting_request,
  unit_agency_id uuid not null references directory.agency,
  position smallint not null,
  kind text not null,
  label text not null,
  key_kind text,
  key_value text,
  primary key (request_id, position)
);
comment on table dissemination.vetting_subject is 'Whom and what the request names. Read on the intelligence side alone. Retention: as the request.';

create table dissemination.vetting_answer (
  request_id uuid primary key references dissemination.vetting_request,
  agency_id uuid not null references directory.agency,
  unit_agency_id uuid not null references directory.agency,
  answer text not null constraint vetting_answer_answer check (answer in ('proceed', 'conditions', 'decline')),
  conditions text[] not null default '{}',
  answered_on date not null,
  constraint vetting_answer_conditions check ((answer = 'conditions') = (cardinality(conditions) > 0))
);
comment on table dissemination.vetting_answer is 'The answer of a round: one of three words and conditions of a closed list. No text, no officer, no hour. Retention: as the request.';

create table intelligence.vetting (
  request_id uuid primary key references dissemination.vetting_request,
  agency_id uuid not null references directory.agency,
  answer text not null constraint vetting_answer check (answer in ('proceed', 'conditions', 'decline')),
  conditions text[] not null default '{}',
  reason text not null constraint vetting_reason check (reason <> ''),
  proposed_at timestamptz not null,
  proposed_by uuid not null references directory.officer,
  authorised_at timestamptz,
  authorised_by uuid references directory.officer,
  version integer not null default 1,
  constraint vetting_four_eyes check (authorised_by is null or authorised_by <> proposed_by),
  constraint vetting_conditions check ((answer = 'conditions') = (cardinality(conditions) > 0))
);
comment on table intelligence.vetting is 'What the unit proposes to answer and why, and who authorised it. The reason never crosses. Retention: 6 years.';

alter table intelligence.vetting enable row level security;
alter table intelligence.vetting force row level security;
create policy vetting_seed on intelligence.vetting for all to current_user using (true) with check (true);
create policy vetting_own on intelligence.vetting for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
do $$
declare name text;
begin
  foreach name in array array['vetting_request', 'vetting_subject', 'vetting_answer'] loop
    execute format('alter table dissemination.%I enable row level security', name);
    execute format('alter table dissemination.%I force row level security', name);
    execute format('create policy %I on dissemination.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on dissemination.%I for select to bailiwick_intel using (unit_agency_id = (select platform.viewer_agency()))', name || '_unit', name);
  end loop;
end $$;
create policy vetting_request_own on dissemination.vetting_request for select to bailiwick_ops using (agency_id = (select platform.viewer_agency()));
create policy vetting_answer_own on dissemination.vetting_answer for select to bailiwick_ops using (agency_id = (select platform.viewer_agency()));

grant select on dissemination.vetting_request, dissemination.vetting_answer to bailiwick_ops, bailiwick_intel;
grant select on dissemination.vetting_subject to bailiwick_intel;
grant select, insert, update on intelligence.vetting to bailiwick_intel;

-- Asks the unit, and reads nothing back: an agency cannot tell from asking whether anything is known.
create function dissemination.ask_vetting(given jsonb, asked_on date, answers_on date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), ask_vetting.asked_on);
begin
  if unit is null or officer is null then return false; end if;
  insert into dissemination.vetting_request (id, reference, agency_id, unit_agency_id, purpose, about, asked_on, answers_on, asked_by)
    values ((given->>'id')::uuid, given->>'reference', platform.viewer_agency(), unit, given->>'purpose', given->>'about',
      ask_vetting.asked_on, ask_vetting.answers_on, officer);
  insert into dissemination.vetting_subject (request_id, unit_agency_id, position, kind, label, key_kind, key_value)
    select (given->>'id')::uuid, unit, (s.value->>'position')::smallint, s.value->>'kind', s.value->>'label', s.value->>'keyKind', s.value->>'keyValue'
    from jsonb_array_elements(given->'subjects') s;
  return true;
end $$;

-- The round: everything that is due and authorised crosses at once; what is not goes to the next round. Gives how many crossed.
create function dissemination.answer_vetting(today date, next_round date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare crossed integer;
begin
  insert into dissemination.vetting_answer (request_id, agency_id, unit_agency_id, answer, conditions, answered_on)
    select r.id, r.agency_id, r.unit_agency_id, v.answer, v.conditions, today from dissemination.vetting_request r
    join intelligence.vetting v on v.request_id = r.id and v.authorised_at is not null
    where r.answers_on <= today and not exists (select 1 from dissemination.vetting_answer a where a.request_id = r.id);
  get diagnostics crossed = row_count;
  update dissemination.vetting_request r set answers_on = next_round
    where r.answers_on <= today and not exists (select 1 from dissemination.vetting_answer a where a.request_id = r.id);
  return crossed;
end $$;
revoke execute on function dissemination.ask_vetting, dissemination.answer_vetting from public;
grant usage on schema dissemination to bailiwick_worker;
grant execute on function dissemination.ask_vetting to bailiwick_ops;
grant execute on function dissemination.answer_vetting to bailiwick_worker;
