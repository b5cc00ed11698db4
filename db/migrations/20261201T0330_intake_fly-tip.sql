-- Why: what the national return asks of a fly-tip: land, waste, size, evidence, what the clearance cost, and each action of the ladder with its day, cost and
-- outcome. No column holds words: nobody and no place is described here.
-- Locks: none on existing tables. Takes: milliseconds.
create table intake.fly_tip (
  report_id uuid not null references intake.report,
  agency_id uuid not null references directory.agency,
  land_type text not null,
  waste_type text not null,
  waste_size text not null,
  is_evidence boolean not null default false,
  clearance_pence integer constraint fly_tip_clearance check (clearance_pence >= 0),
  described_by uuid,
  described_at timestamptz not null,
  version integer not null default 1,
  primary key (report_id, agency_id)
);
comment on table intake.fly_tip is 'A report of fly-tipping as the national return asks it, by the agency that had the report. Codes and numbers alone. Retention: kept for the counts, it is about nobody.';
comment on column intake.fly_tip.is_evidence is 'Whether evidence of who did it was found; what it is stands with the penalty or the case.';

create table intake.fly_tip_action (
  id uuid primary key,
  report_id uuid not null,
  agency_id uuid not null,
  action text not null,
  on_day date not null,
  cost_pence integer constraint fly_tip_action_cost check (cost_pence >= 0),
  outcome text constraint fly_tip_action_outcome check (outcome in ('waits', 'convicted', 'acquitted', 'withdrawn')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint fly_tip_action_of_tip_fkey foreign key (report_id, agency_id) references intake.fly_tip (report_id, agency_id),
  constraint fly_tip_action_prosecuted check (outcome is null or action = 'prosecution')
);
create index fly_tip_action_idx on intake.fly_tip_action (report_id, on_day);
comment on table intake.fly_tip_action is 'One action of the ladder that answered a fly-tip. Codes and numbers alone. Retention: kept for the counts, it is about nobody.';

do $$
declare fenced text;
begin
  foreach fenced in array array['fly_tip', 'fly_tip_action'] loop
    execute format('alter table intake.%I enable row level security', fenced);
    execute format('alter table intake.%I force row level security', fenced);
    execute format('create policy %I on intake.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
    execute format('create policy %I on intake.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency()))
      with check (agency_id = (select platform.viewer_agency()))', fenced || '_own', fenced);
  end loop;
end $$;
grant select, insert, update on intake.fly_tip to bailiwick_ops;
grant select, insert on intake.fly_tip_action to bailiwick_ops;
