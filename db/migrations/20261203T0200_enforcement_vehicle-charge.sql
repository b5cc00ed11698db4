-- Why: whoever claims a vehicle is asked what its removal and storage cost, and no source that we read gives the amounts. Each council's
-- administrator enters its own, from a day to come, with where they are from and why; until then there is none.
-- Locks: nothing that holds rows. Takes: milliseconds.
create table enforcement.vehicle_charge (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  code text not null constraint vehicle_charge_code check (code in ('removal', 'storage-day')),
  pence integer constraint vehicle_charge_pence check (pence between 1 and 10000000),
  valid_from date not null,
  source text not null,
  reason text not null,
  set_by uuid references directory.officer (id),
  set_at timestamptz not null
);
create index vehicle_charge_idx on enforcement.vehicle_charge (agency_id, code, valid_from desc, set_at desc);
comment on table enforcement.vehicle_charge is 'What a council asks for the removal of an abandoned vehicle and for a day in its store, from a day on. Retention: kept, it is about nobody.';
comment on column enforcement.vehicle_charge.pence is 'Null: nothing from that day on.';
comment on column enforcement.vehicle_charge.valid_from is 'For vehicles removed on that day or later; after the day it was entered, so that no removal that was made changes its charge.';

alter table enforcement.vehicle_charge enable row level security;
alter table enforcement.vehicle_charge force row level security;
create policy vehicle_charge_seed on enforcement.vehicle_charge for all to current_user using (true) with check (true);
create policy vehicle_charge_own on enforcement.vehicle_charge for select to bailiwick_ops using (agency_id = (select platform.viewer_agency()));
create policy vehicle_charge_law on enforcement.vehicle_charge for select to bailiwick_tech, bailiwick_gov using (true);
create policy vehicle_charge_set on enforcement.vehicle_charge for insert to bailiwick_tech with check (valid_from > (select platform.viewer_today()));
grant select on enforcement.vehicle_charge to bailiwick_ops, bailiwick_tech, bailiwick_gov;
grant insert on enforcement.vehicle_charge to bailiwick_tech;
