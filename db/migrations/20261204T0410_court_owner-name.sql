-- Why: three policies named the owner of the database that comes with the product; another server's owner has another name (20261201T0015).
-- Locks: court.supporter, dissemination.handled and dissemination.enquiry_worker for a moment. Takes: milliseconds.
drop policy supporter_seed on court.supporter;
create policy supporter_seed on court.supporter for all to current_user using (true) with check (true);
drop policy handled_seed on dissemination.handled;
create policy handled_seed on dissemination.handled for all to current_user using (true) with check (true);
drop policy enquiry_worker_seed on dissemination.enquiry_worker;
create policy enquiry_worker_seed on dissemination.enquiry_worker for all to current_user using (true) with check (true);
do $$
begin
  if current_user <> 'bailiwick_owner' and (select not rolsuper and not rolcanlogin from pg_roles where rolname = 'bailiwick_owner') then
    execute format('revoke bailiwick_owner from %I', current_user);
  end if;
end $$;
