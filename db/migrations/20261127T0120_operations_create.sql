-- Why: days of action (Op Assists): the plan, the agencies that agree, who takes part with which power, stops and the debrief.
-- Locks: none on existing tables. Takes: milliseconds.
create schema operations;
grant usage on schema operations to bailiwick_ops;

create table operations.operation (
  id uuid primary key,
  reference text not null constraint operation_reference_key unique,
  agency_id uuid not null references directory.agency,
  agency_ids uuid[] not null,
  name text not null,
  status text not null constraint operation_status check (status in ('planned', 'agreed', 'under-way', 'debriefed', 'cancelled')),
  on_day date not null,
  objectives text not null,
  roads text not null,
  district_code text not null,
  briefing text not null default '',
  package_reference text,
  results text,
  lessons text,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint operation_lead_takes_part check (agency_ids @> array[agency_id]),
  constraint operation_debriefed check (status <> 'debriefed' or (results is not null and lessons is not null))
);
create index operation_agencies_idx on operations.operation using gin (agency_ids);
create index operation_day_idx on operations.operation (on_day desc, id);
comment on table operations.operation is 'A day of action of several agencies: objectives, roads, briefing, results. Retention: 6 years after the day.';
comment on column operations.operation.package_reference is 'The intelligence package that asked for it, by its reference alone: what it says stays with its recipients.';

create table operations.operation_agency (
  operation_id uuid not null references operations.operation,
  agency_id uuid not null references directory.agency,
  state text not null constraint operation_agency_state check (state in ('invited', 'agreed', 'declined')),
  answered_by uuid,
  answered_at timestamptz,
  forms_sent smallint constraint operation_agency_forms check (forms_sent >= 0),
  arrests smallint constraint operation_agency_arrests check (arrests >= 0),
  wants_again boolean,
  debrief text,
  debriefed_by uuid,
  primary key (operation_id, agency_id)
);
comment on table operations.operation_agency is 'Who takes part, and what each agency reports after the day: intelligence forms and arrests are its own count. Retention: as the operation.';

create table operations.operation_officer (
  id uuid primary key,
  operation_id uuid not null references operations.operation,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  part text not null,
  power text,
  basis text,
  power_reference text,
  added_by uuid,
  added_at timestamptz not null,
  constraint operation_officer_key unique (operation_id, officer_id, part)
);
comment on table operations.operation_officer is 'Who does what on the day, and by which power, as it was checked when they were added. Retention: as the operation.';

create table operations.operation_visit (
  id uuid primary key,
  operation_id uuid not null references operations.operation,
  agency_id uuid not null references directory.agency,
  lead_agency_id uuid not null references directory.agency,
  place text not null,
  result text not null,
  precautions text[] not null,
  screening_id uuid not null,
  screened_at timestamptz not null
);
create index operation_visit_idx on operations.operation_visit (operation_id, screened_at);
comment on table operations.operation_visit is 'An address or vehicle of the plan and what the officer-safety screen said of it: precautions alone. Retention: as the operation.';

create table operations.operation_stop (
  id uuid primary key,
  reference text not null constraint operation_stop_reference_key unique,
  operation_id uuid not null references operations.operation,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  stopped_at timestamptz not null,
  kind text not null constraint operation_stop_kind check (kind in ('vehicle', 'householder')),
  is_licence_checked boolean not null,
  result text not null,
  offence text,
  penalty_id uuid
);
create index operation_stop_operation_idx on operations.operation_stop (operation_id, stopped_at);
create index operation_stop_at_idx on operations.operation_stop (stopped_at, id);
comment on table operations.operation_stop is 'A stop of the day and what came of it, without who or which vehicle. Retention: as the operation.';

create table operations.operation_stop_detail (
  stop_id uuid primary key references operations.operation_stop,
  agency_id uuid not null references directory.agency,
  lead_agency_id uuid not null references directory.agency,
  place text not null,
  vehicle text,
  words text not null
);
comment on table operations.operation_stop_detail is 'Where a stop was, the vehicle and what was said, for the agency that made it and the one that leads the day. Retention: as the operation.';

create table operations.operation_event (
  id uuid primary key,
  operation_id uuid not null references operations.operation,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index operation_event_idx on operations.operation_event (operation_id, at);
comment on table operations.operation_event is 'What happened to an operation, in order. Retention: as the operation.';

create table operations.operation_reason (
  event_id uuid primary key references operations.operation_event,
  operation_id uuid not null references operations.operation,
  agency_id uuid not null references directory.agency,
  words text not null
);
create index operation_reason_idx on operations.operation_reason (operation_id);
comment on table operations.operation_reason is 'Why a step was taken, for the agency that leads. Retention: as the operation.';

-- Second fence: an operation for the agencies that take part; where, which vehicle and the screens for whoever made them and the lead.
alter table operations.operation enable row level security;
alter table operations.operation force row level security;
create policy operation_part on operations.operation for all to bailiwick_ops
  using (agency_ids @> array[(select platform.viewer_agency())]) with check (agency_ids @> array[(select platform.viewer_agency())]);
create policy operation_seed on operations.operation for all to current_user using (true) with check (true);
do $$
declare fenced text;
begin
  foreach fenced in array array['operation_visit', 'operation_stop_detail'] loop
    execute format('alter table operations.%I enable row level security', fenced);
    execute format('alter table operations.%I force row level security', fenced);
    execute format('create policy %I on operations.%I for all to bailiwick_ops using ((select platform.viewer_agency()) in (agency_id, lead_agency_id)) with check (agency_id = (select platform.viewer_agency()))',
      fenced || '_owner', fenced);
    execute format('create policy %I on operations.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;
alter table operations.operation_reason enable row level security;
alter table operations.operation_reason force row level security;
create policy operation_reason_owner on operations.operation_reason for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy operation_reason_seed on operations.operation_reason for all to current_user using (true) with check (true);

grant select, insert, update on operations.operation, operations.operation_agency, operations.operation_stop to bailiwick_ops;
grant select, insert, delete on operations.operation_officer to bailiwick_ops;
grant select, insert on operations.operation_visit, operations.operation_stop_detail, operations.operation_event, operations.operation_reason to bailiwick_ops;
