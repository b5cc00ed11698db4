-- Why: joint enforcement teams (Surrey review, November 2018): the register of teams, the time log with its months, use of powers,
-- accreditation anew, rosters, patrol plans, practice notes, training and findings of reviews.
-- Locks: none on existing tables. Takes: milliseconds.
create schema jet;
grant usage on schema jet to bailiwick_ops, bailiwick_worker;

create table jet.team (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  service_id uuid not null references directory.service constraint team_service_key unique,
  name text not null,
  area_code text not null,
  started_year smallint constraint team_started check (started_year between 1990 and 2100),
  posts smallint constraint team_posts check (posts >= 0),
  neighbourhood_service_id uuid references directory.service,
  tasking_route text not null default '',
  version integer not null default 1
);
comment on table jet.team is 'A joint enforcement team: area, since when, posts, how it is tasked, which neighbourhood police team it works with. Retention: kept.';

create table jet.target (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  enforcement_percent smallint not null constraint target_percent check (enforcement_percent between 1 and 100),
  amber_points smallint not null constraint target_amber check (amber_points between 0 and 50),
  starts_on date not null,
  why text not null,
  set_by uuid,
  set_at timestamptz not null,
  constraint target_key unique (agency_id, starts_on)
);
comment on table jet.target is 'The share of counted time that an agency wants spent on enforcement, by date, and how far below is amber. Retention: kept.';

create table jet.time_entry (
  id uuid primary key,
  team_id uuid not null references jet.team,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  on_day date not null,
  activity text not null,
  counts_as text not null constraint time_entry_counts check (counts_as in ('enforcement', 'street-scene', 'not-counted')),
  minutes smallint not null constraint time_entry_minutes check (minutes between 1 and 1440),
  task_id uuid references tasking.task,
  plan_id uuid,
  words text not null default '',
  form_key uuid,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  constraint time_entry_form_key unique (officer_id, form_key)
);
create index time_entry_team_idx on jet.time_entry (team_id, on_day);
create index time_entry_agency_idx on jet.time_entry (agency_id, on_day, id);
create index time_entry_officer_idx on jet.time_entry (officer_id, on_day desc, id);
comment on table jet.time_entry is 'What an officer spent time on, in whole minutes, by class of activity. Retention: 3 years after the day.';
comment on column jet.time_entry.form_key is 'Given by the form that was sent: the same form sent twice is one entry.';

create table jet.time_change (
  id uuid primary key,
  entry_id uuid not null references jet.time_entry,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid not null,
  words text not null
);
create index time_change_idx on jet.time_change (entry_id, at);
comment on table jet.time_change is 'How an entry of the time log stood before it was corrected or withdrawn. Retention: as the entry.';

create table jet.month (
  id uuid primary key,
  team_id uuid not null references jet.team,
  agency_id uuid not null references directory.agency,
  month date not null constraint month_first check (extract(day from month) = 1),
  enforcement_minutes integer not null,
  street_minutes integer not null,
  uncounted_minutes integer not null,
  untasked_minutes integer not null,
  officers smallint not null,
  enforcement_percent smallint not null,
  amber_points smallint not null,
  standing text not null constraint month_standing check (standing in ('green', 'amber', 'red', 'none')),
  reason text,
  closed_at timestamptz not null,
  closed_by uuid not null,
  constraint month_key unique (team_id, month),
  constraint month_red check (standing <> 'red' or reason is not null)
);
comment on table jet.month is 'A closed month of a team’s time log: its minutes, the target as it stood, and why where it is red. Retention: 6 years after the month.';

create table jet.review (
  id uuid primary key,
  reference text not null constraint review_reference_key unique,
  team_id uuid not null references jet.team,
  agency_id uuid not null references directory.agency,
  from_on date not null,
  to_on date not null,
  counted_minutes integer not null,
  untasked_minutes integer not null,
  penalties integer not null,
  activities jsonb not null,
  finding text not null,
  action text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint review_span check (from_on <= to_on)
);
create index review_team_idx on jet.review (team_id, made_at desc);
comment on table jet.review is 'What a review of a team’s time found: the figures of that day, the finding and what is to be done. Retention: 6 years.';

create table jet.power_use (
  id uuid primary key,
  reference text not null constraint power_use_reference_key unique,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  power text not null,
  basis text not null,
  authorisation_reference text not null,
  district_code text not null,
  used_at timestamptz not null,
  words text not null,
  form_key uuid,
  constraint power_use_form_key unique (officer_id, form_key)
);
create index power_use_agency_idx on jet.power_use (agency_id, used_at desc, id);
comment on table jet.power_use is 'That an officer used a power, when and for what, and nobody’s name: schemes of accreditation ask for such a record. Retention: 6 years.';

create table jet.reaccreditation (
  id uuid primary key,
  reference text not null constraint reaccreditation_reference_key unique,
  officer_id uuid not null references directory.officer,
  agency_id uuid not null references directory.agency,
  force_agency_id uuid not null references directory.agency,
  status text not null constraint reaccreditation_status check (status in ('open', 'ready', 'issued', 'stopped')),
  vetted_on date,
  vetted_by uuid,
  trained_on date,
  trained_by uuid,
  assessed_on date,
  assessed_by uuid,
  powers text[] not null default '{}',
  badge_number text,
  area_code text,
  issued_on date,
  expires_on date,
  issued_by uuid,
  opened_by uuid not null,
  opened_at timestamptz not null,
  version integer not null default 1,
  constraint reaccreditation_ready check (status not in ('ready', 'issued') or (vetted_on is not null and trained_on is not null and assessed_on is not null)),
  constraint reaccreditation_issued check (status <> 'issued' or (badge_number is not null and expires_on is not null and issued_on is not null and cardinality(powers) > 0))
);
create unique index reaccreditation_running_idx on jet.reaccreditation (officer_id) where status in ('open', 'ready');
create index reaccreditation_agency_idx on jet.reaccreditation (agency_id, opened_at desc);
comment on table jet.reaccreditation is 'Accreditation anew: vetted, trained, assessed, then issued by the force with its powers, badge number and last day. Retention: 6 years after it was issued or stopped.';

create table jet.shift (
  id uuid primary key,
  service_id uuid not null references directory.service,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  on_day date not null,
  starts_at text not null constraint shift_starts check (starts_at ~ '^\d\d:\d\d$'),
  ends_at text not null constraint shift_ends check (ends_at ~ '^\d\d:\d\d$' and ends_at > starts_at),
  made_by uuid,
  constraint shift_key unique (officer_id, on_day, starts_at)
);
create index shift_service_idx on jet.shift (service_id, on_day);
comment on table jet.shift is 'Who is on duty and when. Retention: 1 year after the day.';

create table jet.duties_sent (
  team_id uuid not null references jet.team,
  week_on date not null,
  sent_at timestamptz not null,
  primary key (team_id, week_on)
);
comment on table jet.duties_sent is 'That the duties of a week went to both supervisors, so that they go once. Retention: 1 year.';

create table jet.plan (
  id uuid primary key,
  reference text not null constraint plan_reference_key unique,
  team_id uuid not null references jet.team,
  agency_id uuid not null references directory.agency,
  title text not null,
  district_code text not null,
  place text not null,
  order_reference text,
  from_on date not null,
  to_on date not null,
  priority text not null,
  lines text[] not null,
  words text not null default '',
  status text not null constraint plan_status check (status in ('open', 'ended')),
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint plan_span check (from_on <= to_on)
);
create index plan_agency_idx on jet.plan (agency_id, to_on desc);
comment on table jet.plan is 'A targeted patrol plan: place, days, the priority it serves and what is expected. Retention: 6 years after it ended.';
alter table jet.time_entry add constraint time_entry_plan_id_fkey foreign key (plan_id) references jet.plan;

create table jet.patrol (
  id uuid primary key,
  reference text not null constraint patrol_reference_key unique,
  plan_id uuid not null references jet.plan,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  on_day date not null,
  entry_id uuid not null references jet.time_entry,
  lines text[] not null,
  words text not null,
  forms_sent smallint not null constraint patrol_forms check (forms_sent between 0 and 99),
  made_at timestamptz not null,
  form_key uuid,
  constraint patrol_form_key unique (officer_id, form_key)
);
create index patrol_plan_idx on jet.patrol (plan_id, on_day desc);
comment on table jet.patrol is 'A patrol of a plan: what was done and what came of it; of intelligence forms how many alone. Patrol logs are overt. Retention: as the plan.';

create table jet.note (
  id uuid primary key,
  reference text not null constraint note_reference_key unique,
  agency_id uuid not null references directory.agency,
  title text not null,
  question text not null,
  answer text not null,
  basis text not null default '',
  status text not null constraint note_status check (status in ('proposed', 'agreed', 'replaced')),
  made_by uuid not null,
  made_at timestamptz not null,
  agreed_on date,
  agreed_by uuid,
  version integer not null default 1,
  constraint note_agreed check (status = 'proposed' or agreed_on is not null)
);
comment on table jet.note is 'How the Enforcement Group reads a rule, for every team; about no person and no case. Retention: kept.';

create table jet.course (
  id uuid primary key,
  reference text not null constraint course_reference_key unique,
  agency_id uuid not null references directory.agency,
  title text not null,
  subjects text[] not null,
  on_day date not null,
  place text not null,
  is_open boolean not null,
  made_by uuid not null,
  made_at timestamptz not null
);
create index course_day_idx on jet.course (on_day desc, id);
comment on table jet.course is 'A training session. Retention: 6 years after the day.';

create table jet.invitation (
  id uuid primary key,
  course_id uuid not null references jet.course,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  state text not null constraint invitation_state check (state in ('invited', 'passed', 'attended', 'absent')),
  invited_at timestamptz not null,
  noted_by uuid,
  version integer not null default 1,
  constraint invitation_key unique (course_id, officer_id)
);
comment on table jet.invitation is 'Who was invited to a session, came, and passed; each agency its own officers. Retention: 6 years after the day.';

-- Second fence: each agency its own. The register of teams and practice notes are for every team; courses that are open too.
do $$
declare fenced text;
begin
  foreach fenced in array array['target', 'time_entry', 'time_change', 'month', 'review', 'power_use', 'reaccreditation', 'shift', 'duties_sent', 'plan', 'patrol',
    'invitation', 'team', 'note', 'course'] loop
    execute format('alter table jet.%I enable row level security', fenced);
    execute format('alter table jet.%I force row level security', fenced);
    execute format('create policy %I on jet.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
    if fenced <> 'duties_sent' then
      execute format('create policy %I on jet.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency()))
        with check (agency_id = (select platform.viewer_agency()))', fenced || '_own', fenced);
    end if;
  end loop;
  foreach fenced in array array['team', 'note'] loop
    execute format('create policy %I on jet.%I for select to bailiwick_ops using (true)', fenced || '_all', fenced);
  end loop;
  foreach fenced in array array['team', 'shift', 'duties_sent'] loop
    execute format('create policy %I on jet.%I for all to bailiwick_worker using (true) with check (true)', fenced || '_worker', fenced);
  end loop;
end $$;
create policy course_open on jet.course for select to bailiwick_ops using (is_open);
-- The force that issues an accreditation reads how far it is, and issues it; nothing else of the officer.
create policy reaccreditation_force_read on jet.reaccreditation for select to bailiwick_ops
  using (force_agency_id = (select platform.viewer_agency()) and status in ('ready', 'issued'));
create policy reaccreditation_force_issue on jet.reaccreditation for update to bailiwick_ops
  using (force_agency_id = (select platform.viewer_agency()) and status = 'ready')
  with check (force_agency_id = (select platform.viewer_agency()) and status = 'issued');

grant select, insert, update on jet.team, jet.time_entry, jet.reaccreditation, jet.plan, jet.note, jet.invitation to bailiwick_ops;
grant select, insert on jet.target, jet.time_change, jet.month, jet.review, jet.power_use, jet.patrol, jet.course to bailiwick_ops;
grant select, insert, delete on jet.shift to bailiwick_ops;
grant select on jet.team, jet.shift to bailiwick_worker;
grant select, insert on jet.duties_sent to bailiwick_worker;
