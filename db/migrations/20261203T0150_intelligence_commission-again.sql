-- Why: who was traced moves, and who was not may be found later: a trace is asked for again, as a round of its own that names the one before,
-- so that the unit begins with what it found and the service reads both answers.
-- Locks: dissemination.commission for milliseconds. Takes: milliseconds.
alter table dissemination.commission add column follows_id uuid references dissemination.commission,
  add constraint commission_follows check (follows_id <> id);
create unique index commission_follows_idx on dissemination.commission (follows_id) where follows_id is not null;
comment on column dissemination.commission.follows_id is 'The commission that this asks again; once at the most.';

-- Asks again for whoever the service had asked about, under the same power, for what is still owed. Nothing is read back.
create function dissemination.commission_again(follows uuid, new_id uuid, new_reference text, why text, today date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f dissemination.commission;
begin
  select c.* into f from dissemination.commission c where c.id = follows and c.agency_id = platform.viewer_agency() and c.service_id = any (platform.viewer_services())
    and c.kind in ('person', 'debtor') and c.status in ('answered', 'closed', 'refused')
    and not exists (select 1 from dissemination.commission n where n.follows_id = c.id) for update;
  if f.id is null or dissemination.unit_for(f.agency_id, today) is null then return false; end if;
  insert into dissemination.commission (id, reference, agency_id, service_id, unit_agency_id, kind, subject_kind, subject_label, key_kind, key_value,
      purpose, legal_basis, owed_pence, asked_on, asked_by, follows_id)
    select new_id, new_reference, f.agency_id, f.service_id, dissemination.unit_for(f.agency_id, today), f.kind, f.subject_kind, f.subject_label, f.key_kind, f.key_value,
      why, f.legal_basis, greatest(1, f.owed_pence - (select coalesce(sum(r.pence), 0) from dissemination.commission_recovery r where r.commission_id = f.id))::integer,
      today, platform.viewer_text('officer')::uuid, f.id;
  return true;
end $$;
revoke execute on function dissemination.commission_again from public;
grant execute on function dissemination.commission_again to bailiwick_ops;
