-- Why: harm is ranked by business, sector, person and place (domain 2.8; Kent's report 3.1), by a matrix that the unit keeps, so that
-- the unit works on what hurts most. What was answered is kept, and by which matrix; a newer assessment follows, it never overwrites.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.harm_matrix (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  number integer not null constraint harm_matrix_number check (number > 0),
  document jsonb not null,
  why text not null,
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  constraint harm_matrix_once unique (agency_id, number)
);
comment on table intelligence.harm_matrix is 'The numbers by which a unit weighs harm, each version whole; the newest holds, none is the one that this product proposes (number 0). Retention: kept.';

create table intelligence.harm_assessment (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  link_id uuid not null references intelligence.link,
  subject text not null,
  number integer not null constraint harm_assessment_number check (number > 0),
  sector text,
  answers jsonb not null,
  lost_pounds integer constraint harm_assessment_lost check (lost_pounds between 0 and 1000000000),
  why text not null constraint harm_assessment_why check (why <> ''),
  matrix_number integer not null,
  harm numeric not null,
  risk numeric not null,
  confidence text not null constraint harm_assessment_confidence check (confidence in ('high', 'medium', 'low')),
  items integer not null,
  victims integer not null,
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  constraint harm_assessment_once unique (agency_id, subject, number)
);
create index harm_assessment_link_idx on intelligence.harm_assessment (link_id);
comment on table intelligence.harm_assessment is 'How much harm the unit takes a person, firm or place to do: what was answered, on which grounds, by which matrix, with which score. The highest number of a subject holds. Retention: as the items of the subject.';
comment on column intelligence.harm_assessment.subject is 'The exact key of the subject, as its links have it; of a name alone the one link.';

do $$
declare name text;
begin
  foreach name in array array['harm_matrix', 'harm_assessment'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
    -- Nothing of it is ever changed: what was thought then is what the next one is held against.
    execute format('grant select, insert on intelligence.%I to bailiwick_intel', name);
  end loop;
end $$;
