-- Why: the unit says what it needs to know (intelligence requirements, domain 2.7 and S3-21), whoever may send a form reads the question, and the
-- unit alone keeps the plan by which it is answered and the items that do.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.requirement (
  id uuid primary key,
  reference text not null unique,
  agency_id uuid not null references directory.agency,
  question text not null constraint requirement_question check (question <> ''),
  look_for text not null default '',
  why text not null constraint requirement_why check (why <> ''),
  shown_from date not null,
  shown_until date not null,
  ended_on date,
  end_why text,
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  version integer not null default 1,
  constraint requirement_of_unit unique (id, agency_id),
  constraint requirement_days check (shown_until >= shown_from),
  constraint requirement_end check ((ended_on is null) = (end_why is null))
);
create index requirement_unit_idx on intelligence.requirement (agency_id, shown_until);
comment on table intelligence.requirement is 'What the unit needs to know. Its question and what to look for are read by whoever may send it a form, while it is shown; why it is asked stays here. Names nobody. Retention: kept.';
comment on column intelligence.requirement.why is 'Why the unit needs to know: for the unit alone.';

create table intelligence.requirement_plan (
  id uuid primary key,
  requirement_id uuid not null,
  agency_id uuid not null references directory.agency,
  words text not null constraint requirement_plan_words check (words <> ''),
  owner_words text not null constraint requirement_plan_owner check (owner_words <> ''),
  due_on date not null,
  result text,
  ended_at timestamptz,
  ended_by uuid references directory.officer,
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  constraint requirement_plan_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (result is null)),
  foreign key (requirement_id, agency_id) references intelligence.requirement (id, agency_id)
);
create index requirement_plan_idx on intelligence.requirement_plan (requirement_id);
comment on table intelligence.requirement_plan is 'The collection plan of a requirement: what is looked for where, by whom and by when, and what came of it. Names nobody. Retention: kept.';

create table intelligence.requirement_item (
  requirement_id uuid not null,
  item_id uuid not null references intelligence.item,
  agency_id uuid not null references directory.agency,
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  primary key (requirement_id, item_id),
  foreign key (requirement_id, agency_id) references intelligence.requirement (id, agency_id)
);
create index requirement_item_item_idx on intelligence.requirement_item (item_id);
comment on table intelligence.requirement_item is 'Items that answer a requirement, as somebody of the unit judged. Retention: with the item.';

do $$
declare name text;
begin
  foreach name in array array['requirement', 'requirement_plan', 'requirement_item'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
    execute format('grant select, insert on intelligence.%I to bailiwick_intel', name);
  end loop;
end $$;
grant update (question, look_for, why, shown_until, ended_on, end_why, version) on intelligence.requirement to bailiwick_intel;
grant update (result, ended_at, ended_by) on intelligence.requirement_plan to bailiwick_intel;
grant delete on intelligence.requirement_item to bailiwick_intel;

-- What crosses: the question, what to look for, until when. Of the unit to which the viewer's own forms go, and of no other.
create function dissemination.requirements_shown(today date) returns table (reference text, question text, look_for text, shown_until date)
  language sql stable security definer set search_path = pg_catalog as $$
  select r.reference, r.question, r.look_for, r.shown_until from intelligence.requirement r
  where r.agency_id = (select dissemination.unit_for(platform.viewer_agency(), requirements_shown.today))
    and r.shown_from <= requirements_shown.today and r.shown_until >= requirements_shown.today and r.ended_on is null
  order by r.shown_until, r.reference limit 100 $$;
comment on function dissemination.requirements_shown is 'What the unit asks whoever may send it a form to tell, if they happen to know: the question and what to look for, never why.';
revoke execute on function dissemination.requirements_shown from public;
grant execute on function dissemination.requirements_shown to bailiwick_ops, bailiwick_safeguard, bailiwick_intel, bailiwick_gov, bailiwick_tech;

-- That an item answered a requirement goes with the item.
insert into governance.part (kind, position, relation, rows, action) values
  ('intelligence-item', 9, 'intelligence.requirement_item', 'item_id = any ($1)', 'delete');
