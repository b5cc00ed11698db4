-- Why: a team is told once at each of 90, 60 and 30 days before a power, vetting or training ends, and when it has.
-- Locks: none. Takes: milliseconds.
create table jet.lapse_told (
  subject_id uuid not null,
  ends_on date not null,
  within smallint not null constraint lapse_told_within check (within in (90, 60, 30, 0)),
  told_at timestamptz not null,
  primary key (subject_id, ends_on, within)
);
comment on table jet.lapse_told is 'That a team was told that a power, vetting or training ends: so that it is told once. Retention: 1 year after it ended.';
alter table jet.lapse_told enable row level security;
alter table jet.lapse_told force row level security;
create policy lapse_told_seed on jet.lapse_told for all to current_user using (true) with check (true);
create policy lapse_told_worker on jet.lapse_told for all to bailiwick_worker using (true) with check (true);
grant select, insert on jet.lapse_told to bailiwick_worker;
