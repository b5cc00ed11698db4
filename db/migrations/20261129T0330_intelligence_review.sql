-- Why: a product of the intelligence unit has a retention group and a day on which somebody looks whether it is still needed; and the
-- unit counts how often somebody was refused at the wall.
-- Locks: intelligence.draft, for milliseconds. Takes: milliseconds.
alter table intelligence.draft add column retention_group smallint constraint draft_retention_group check (retention_group between 1 and 4);
alter table intelligence.draft add column review_on date;
update intelligence.draft set retention_group = 4, review_on = ((decided_at at time zone 'Europe/London')::date + interval '72 months')::date
  where state = 'released';
comment on column intelligence.draft.retention_group is 'Group of police information, by which its first review is set; none until it is released.';
comment on column intelligence.draft.review_on is 'The day on which the manager looks whether it is still needed.';
grant update (retention_group, review_on) on intelligence.draft to bailiwick_intel;

create table intelligence.draft_review (
  id uuid primary key,
  draft_id uuid not null references intelligence.draft,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid not null references directory.officer,
  retention_group smallint not null constraint draft_review_group check (retention_group between 1 and 4),
  next_on date not null,
  words text not null constraint draft_review_words check (words <> '')
);
create index draft_review_draft_idx on intelligence.draft_review (draft_id, at);
comment on table intelligence.draft_review is 'That somebody looked whether a product is still needed, and what they found. Retention: as the draft.';
alter table intelligence.draft_review enable row level security;
alter table intelligence.draft_review force row level security;
create policy draft_review_seed on intelligence.draft_review for all to current_user using (true) with check (true);
create policy draft_review_own on intelligence.draft_review for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
grant select, insert on intelligence.draft_review to bailiwick_intel;

-- Refusals of what belongs to the unit, to anybody of another side: the event and when, and nobody's name. The log itself is the auditor's.
create view intelligence.wall_refusal with (security_barrier) as
  select md5(e.chain || '/' || e.seq)::uuid as id, e.at, e.event, e.side from platform.audit_entry e
  where e.outcome = 'refused' and e.side <> 'INTEL'
    and (e.event like 'intelligence-%' or e.event like 'enquiry.%' or e.event like 'vetting.%' or e.event like 'source.%');
comment on view intelligence.wall_refusal is 'Refusals at the sterile wall, without who was refused: for the count that domain 2.3 asks for.';
grant select on intelligence.wall_refusal to bailiwick_intel;
-- Few entries of the log are refusals: the count reads these alone. Locks the log against writing while it is built: seconds on a million.
create index audit_entry_refused_idx on platform.audit_entry (at) where outcome = 'refused';
