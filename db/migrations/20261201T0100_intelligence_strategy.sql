-- Why: the control strategy of the unit (domain 2.7): at most six priorities, agreed by somebody on a day, tied to kinds of harm and to what the
-- unit needs to know. A version is never rewritten; the next one follows it.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.strategy (
  id uuid primary key,
  reference text not null unique,
  agency_id uuid not null references directory.agency,
  number integer not null constraint strategy_number check (number > 0),
  agreed_on date not null,
  agreed_by text not null constraint strategy_agreed_by check (agreed_by <> ''),
  starts_on date not null constraint strategy_starts check (starts_on >= agreed_on),
  ends_on date not null constraint strategy_ends check (ends_on > starts_on),
  look_again_on date not null constraint strategy_look_again check (look_again_on > starts_on and look_again_on <= ends_on),
  words text not null default '',
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  constraint strategy_of_unit unique (id, agency_id),
  constraint strategy_once unique (agency_id, number)
);
comment on table intelligence.strategy is 'A version of the control strategy of the unit: who agreed it on which day, and from when to when it holds. Never changed. Names nobody. Retention: kept.';
comment on column intelligence.strategy.agreed_by is 'The meeting or the post that agreed it.';

create table intelligence.priority (
  id uuid primary key,
  strategy_id uuid not null,
  agency_id uuid not null references directory.agency,
  position smallint not null constraint priority_position check (position between 1 and 6),
  title text not null constraint priority_title check (title <> ''),
  kinds text[] not null default '{}',
  prevention text not null default '',
  intelligence text not null default '',
  enforcement text not null default '',
  foreign key (strategy_id, agency_id) references intelligence.strategy (id, agency_id),
  constraint priority_of_unit unique (id, agency_id),
  constraint priority_once unique (strategy_id, position)
);
comment on table intelligence.priority is 'One priority of a control strategy, the first being the highest, with what is intended under prevention, intelligence and enforcement. Never changed. Names nobody. Retention: kept.';
comment on column intelligence.priority.kinds is 'Codes of the kinds of harm that it is about.';

create table intelligence.priority_requirement (
  priority_id uuid not null,
  requirement_id uuid not null,
  agency_id uuid not null references directory.agency,
  primary key (priority_id, requirement_id),
  foreign key (priority_id, agency_id) references intelligence.priority (id, agency_id),
  foreign key (requirement_id, agency_id) references intelligence.requirement (id, agency_id)
);
create index priority_requirement_idx on intelligence.priority_requirement (requirement_id);
comment on table intelligence.priority_requirement is 'What the unit needs to know for a priority. Never changed. Names nobody. Retention: kept.';

do $$
declare name text;
begin
  foreach name in array array['strategy', 'priority', 'priority_requirement'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
    execute format('grant select, insert on intelligence.%I to bailiwick_intel', name);
  end loop;
end $$;
