-- Why: the unit keeps a card of each organised crime group (domain 2.8; S3-01, S3-02): who is in it and as what, whether the two tests
-- are met and on which grounds, a plan in the four strands, what disrupted it, and the day on which somebody looks again.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.ocg (
  id uuid primary key,
  reference text not null unique,
  agency_id uuid not null references directory.agency,
  name text not null constraint ocg_name check (name <> ''),
  status text not null constraint ocg_status check (status in ('suspected', 'confirmed', 'inferred', 'archived')),
  activities text not null,
  area_words text not null,
  series_words text not null default '',
  lead_officer_id uuid not null references directory.officer,
  review_on date not null,
  opened_at timestamptz not null,
  opened_by uuid not null references directory.officer,
  version integer not null default 1,
  constraint ocg_series check (status <> 'inferred' or series_words <> ''),
  -- Parts lie on a card of their own unit, whatever a connection says.
  constraint ocg_of_unit unique (id, agency_id)
);
create index ocg_unit_idx on intelligence.ocg (agency_id, review_on);
create index ocg_lead_idx on intelligence.ocg (lead_officer_id);
comment on table intelligence.ocg is 'A card of an organised crime group, suspected, confirmed, inferred from an undetected series, or put away. Read by the unit that keeps it. Retention: reviewed, by the items it rests on.';
comment on column intelligence.ocg.review_on is 'The day by which somebody of the unit looks at the card again; six weeks from the last look at the latest.';

create table intelligence.ocg_assessment (
  id uuid primary key,
  ocg_id uuid not null,
  agency_id uuid not null references directory.agency,
  number integer not null constraint ocg_assessment_number check (number > 0),
  answers jsonb not null,
  score integer not null,
  grounds text not null constraint ocg_assessment_grounds check (grounds <> ''),
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  constraint ocg_assessment_once unique (ocg_id, number),
  foreign key (ocg_id, agency_id) references intelligence.ocg (id, agency_id)
);
comment on table intelligence.ocg_assessment is 'What was thought of a group: intent, capability, which of the five characteristics, and the two tests, with grounds. The highest number holds; none is ever changed. Retention: with the card.';

create table intelligence.ocg_member (
  id uuid primary key,
  ocg_id uuid not null,
  agency_id uuid not null references directory.agency,
  link_id uuid not null references intelligence.link,
  subject text not null,
  role text not null,
  why text not null constraint ocg_member_why check (why <> ''),
  added_at timestamptz not null,
  added_by uuid not null references directory.officer,
  ended_at timestamptz,
  ended_by uuid references directory.officer,
  end_why text,
  constraint ocg_member_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_why is null)),
  foreign key (ocg_id, agency_id) references intelligence.ocg (id, agency_id)
);
create unique index ocg_member_once on intelligence.ocg_member (ocg_id, subject) where ended_at is null;
create index ocg_member_link_idx on intelligence.ocg_member (link_id);
create index ocg_member_subject_idx on intelligence.ocg_member (agency_id, subject);
comment on table intelligence.ocg_member is 'Who or what stands on a card, as what and why, from a link that a person confirmed; taken off with a reason, never deleted. Retention: with the card.';
comment on column intelligence.ocg_member.subject is 'The exact key of the subject, as its links have it; of a name alone the one link.';

create table intelligence.ocg_action (
  id uuid primary key,
  ocg_id uuid not null,
  agency_id uuid not null references directory.agency,
  strand text not null constraint ocg_action_strand check (strand in ('pursue', 'prevent', 'protect', 'prepare')),
  words text not null constraint ocg_action_words check (words <> ''),
  owner_words text not null constraint ocg_action_owner check (owner_words <> ''),
  due_on date not null,
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  result text,
  ended_at timestamptz,
  ended_by uuid references directory.officer,
  constraint ocg_action_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (result is null)),
  foreign key (ocg_id, agency_id) references intelligence.ocg (id, agency_id)
);
create index ocg_action_ocg_idx on intelligence.ocg_action (ocg_id);
comment on table intelligence.ocg_action is 'What a group’s 4P plan sets somebody to do, by when, and what came of it. Retention: with the card.';

create table intelligence.ocg_disruption (
  id uuid primary key,
  ocg_id uuid not null,
  agency_id uuid not null references directory.agency,
  on_day date not null,
  strand text not null constraint ocg_disruption_strand check (strand in ('pursue', 'prevent', 'protect', 'prepare')),
  grade text not null constraint ocg_disruption_grade check (grade in ('major', 'moderate', 'minor', 'none', 'negative')),
  words text not null constraint ocg_disruption_words check (words <> ''),
  evidence text not null constraint ocg_disruption_evidence check (evidence <> ''),
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  foreign key (ocg_id, agency_id) references intelligence.ocg (id, agency_id)
);
create index ocg_disruption_ocg_idx on intelligence.ocg_disruption (ocg_id, on_day);
comment on table intelligence.ocg_disruption is 'What disrupted a group, how much, which strand it served and what shows it. Retention: with the card.';

create table intelligence.ocg_event (
  id uuid primary key,
  ocg_id uuid not null,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid not null references directory.officer,
  kind text not null,
  words text not null,
  reason text not null default '',
  foreign key (ocg_id, agency_id) references intelligence.ocg (id, agency_id)
);
create index ocg_event_ocg_idx on intelligence.ocg_event (ocg_id, at);
comment on table intelligence.ocg_event is 'What happened to a card: opened, changed, looked at again, confirmed, put away; who, when and why. Retention: with the card.';

do $$
declare name text;
begin
  foreach name in array array['ocg', 'ocg_assessment', 'ocg_member', 'ocg_action', 'ocg_disruption', 'ocg_event'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
    execute format('grant select, insert on intelligence.%I to bailiwick_intel', name);
  end loop;
end $$;
-- What was assessed, what disrupted it and what happened stays as it was written.
grant update (name, status, activities, area_words, series_words, lead_officer_id, review_on, version) on intelligence.ocg to bailiwick_intel;
grant update (ended_at, ended_by, end_why) on intelligence.ocg_member to bailiwick_intel;
grant update (result, ended_at, ended_by) on intelligence.ocg_action to bailiwick_intel;
