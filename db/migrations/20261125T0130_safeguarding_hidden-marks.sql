-- Why: whoever was merely offered the lead could lift the hiding of an address that another agency had asked for, without a
-- word why. Who marked an address now stands in rows of its own: each agency lifts its own mark, with a reason; whoever leads,
-- having accepted, lifts what was marked by whoever led before; and the address stays hidden while any mark stands.
-- Locks: safeguarding.contact and safeguarding.sealed_address for an instant. Takes: milliseconds.
create table safeguarding.hidden_mark (
  id uuid primary key default gen_random_uuid(),
  file_id uuid not null references safeguarding.victim_file,
  agency_id uuid not null references directory.agency,
  is_leads boolean not null,
  marked_at timestamptz not null,
  marked_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_why text,
  constraint hidden_mark_lifted_why check ((lifted_at is null and lifted_by is null and lifted_why is null)
    or (lifted_at is not null and lifted_by is not null and length(lifted_why) >= 10))
);
create unique index hidden_mark_one_live on safeguarding.hidden_mark (file_id, agency_id) where lifted_at is null;
comment on table safeguarding.hidden_mark is 'Which agency marked that the address of a person must stay hidden, and why it took that back. The address is hidden while one stands. Retention: as the file.';
comment on column safeguarding.hidden_mark.is_leads is 'Marked by the agency that led then: whoever leads after it may lift it too.';

insert into safeguarding.hidden_mark (file_id, agency_id, is_leads, marked_at, marked_by)
  select c.file_id, f.agency_id, f.agency_id = f.lead_agency_id, c.changed_at, c.changed_by
  from safeguarding.contact c join safeguarding.victim_file f on f.id = c.file_id where c.hides_address;

alter table safeguarding.hidden_mark enable row level security;
alter table safeguarding.hidden_mark force row level security;
create policy hidden_mark_worker on safeguarding.hidden_mark for all to bailiwick_worker using (true);
do $$ begin
  execute format('create policy hidden_mark_seed on safeguarding.hidden_mark for all to %I using (true) with check (true)', current_user);
end $$;
create policy hidden_mark_keeper on safeguarding.hidden_mark for select to bailiwick_safeguard
  using ((select safeguarding.keeps_register()) and exists (select 1 from safeguarding.victim_file f where f.id = file_id));
grant select on safeguarding.hidden_mark to bailiwick_safeguard;
grant select, insert, update on safeguarding.hidden_mark to bailiwick_worker;
grant delete on safeguarding.sealed_address to bailiwick_worker;

-- Marks, as the caller's agency, that the address of a file must stay hidden. What stood open in it is gone from it.
create function safeguarding.hide_address(the_file uuid, at_instant timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare f safeguarding.victim_file;
begin
  select x.* into f from safeguarding.victim_file x where x.id = the_file and safeguarding.keeps_register()
    and platform.viewer_agency() in (x.agency_id, x.lead_agency_id, x.offered_agency_id);
  if f.id is null then raise exception 'This file is not yours.'; end if;
  insert into safeguarding.hidden_mark (file_id, agency_id, is_leads, marked_at, marked_by)
    values (f.id, platform.viewer_agency(), f.lead_agency_id = platform.viewer_agency(), at_instant, safeguarding.viewer_officer())
    on conflict do nothing;
  update safeguarding.contact c set hides_address = true, address = '', postcode = '' where c.file_id = f.id and not c.hides_address;
  perform safeguarding.mark_hidden(f.id, false, at_instant);
end $$;

-- Takes back what the caller's agency marked, and, where it leads, what was marked by whoever led before. Where no mark stands
-- after that, the file says no more that the address is hidden, and what was sealed for it is gone: it is typed in anew.
-- Gives how many marks were lifted.
create function safeguarding.lift_hidden(the_file uuid, why text, at_instant timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f safeguarding.victim_file;
  lifted integer;
begin
  select x.* into f from safeguarding.victim_file x where x.id = the_file and safeguarding.keeps_register()
    and platform.viewer_agency() in (x.agency_id, x.lead_agency_id, x.offered_agency_id);
  if f.id is null then raise exception 'This file is not yours.'; end if;
  update safeguarding.hidden_mark m set lifted_at = at_instant, lifted_by = safeguarding.viewer_officer(), lifted_why = why
    where m.file_id = f.id and m.lifted_at is null
      and (m.agency_id = platform.viewer_agency() or (m.is_leads and f.lead_agency_id = platform.viewer_agency()));
  get diagnostics lifted = row_count;
  if not exists (select 1 from safeguarding.hidden_mark m where m.file_id = f.id and m.lifted_at is null) then
    update safeguarding.contact c set hides_address = false where c.file_id = f.id;
    delete from safeguarding.sealed_address z where z.file_id = f.id;
    perform safeguarding.mark_hidden(f.id, true, at_instant);
  end if;
  return lifted;
end $$;

do $$
declare name text;
begin
  grant create on schema safeguarding to bailiwick_worker;
  foreach name in array array['hide_address(uuid, timestamptz)', 'lift_hidden(uuid, text, timestamptz)'] loop
    execute format('revoke execute on function safeguarding.%s from public', name);
    execute format('alter function safeguarding.%s owner to bailiwick_worker', name);
  end loop;
  revoke create on schema safeguarding from bailiwick_worker;
end $$;
grant execute on function safeguarding.hide_address, safeguarding.lift_hidden to bailiwick_safeguard;

-- An officer's login changes neither whether an address is hidden nor takes away what is sealed, but through these.
revoke insert, update on safeguarding.contact from bailiwick_safeguard;
grant insert (file_id, agency_id, changed_at, changed_by),
  update (method, times, no_message, must_not_know, phone, address, postcode, changed_at, changed_by) on safeguarding.contact to bailiwick_safeguard;
revoke delete on safeguarding.sealed_address from bailiwick_safeguard;
