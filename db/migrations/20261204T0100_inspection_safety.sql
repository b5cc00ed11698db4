-- Why: a visit to premises, and a test of them, is planned on an officer-safety screen made in that moment. Which screen was made of premises
-- last, and who goes along, is for the agency that keeps them alone: another agency that comes along has agreements of its own about markers.
-- Locks: none that anybody waits for. Takes: milliseconds.
create table inspection.premises_screen (
  premises_id uuid primary key references inspection.premises,
  agency_id uuid not null references directory.agency,
  screening_id uuid not null,
  screened_at timestamptz not null
);
comment on table inspection.premises_screen is 'The officer-safety screen of premises that was made last, when a visit or a test was planned. Holds no marker: what holds is read from the screen. Retention: as the premises.';
comment on column inspection.premises_screen.screening_id is 'The row of assurance.screening; it goes by its own months.';

create table inspection.visit_company (
  visit_id uuid primary key references inspection.visit,
  agency_id uuid not null references directory.agency,
  companion text not null,
  companion_is text not null constraint visit_company_is check (companion_is in ('anybody', 'police'))
);
comment on table inspection.visit_company is 'Who goes along on a visit to premises, by name, where somebody does: for the agency that planned it. Retention: as the premises.';

do $$
declare fenced text;
begin
  foreach fenced in array array['premises_screen', 'visit_company'] loop
    execute format('alter table inspection.%I enable row level security', fenced);
    execute format('alter table inspection.%I force row level security', fenced);
    execute format('create policy %I on inspection.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
    execute format('create policy %I on inspection.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency()))
      with check (agency_id = (select platform.viewer_agency()))', fenced || '_owner', fenced);
  end loop;
end $$;
grant select, insert, update on inspection.premises_screen, inspection.visit_company to bailiwick_ops;
