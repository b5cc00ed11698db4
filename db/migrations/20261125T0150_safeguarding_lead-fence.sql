-- Why: who leads for whom was read by every agency that keeps a register, of everybody on any. It is for the agency that holds
-- the file, those that lead or are offered it, and each for what it was asked itself.
-- Locks: safeguarding.lead for an instant. Takes: milliseconds.

-- Whether a file is held, led or offered to the caller's agency. Its owner reads behind the fence of files, which itself asks
-- who led.
create function safeguarding.has_file(the_file uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select 1 from safeguarding.victim_file f
      where f.id = the_file and platform.viewer_agency() in (f.agency_id, f.lead_agency_id, f.offered_agency_id));
  end;
revoke execute on function safeguarding.has_file from public;
do $$ begin
  grant create on schema safeguarding to bailiwick_worker;
  alter function safeguarding.has_file owner to bailiwick_worker;
  revoke create on schema safeguarding from bailiwick_worker;
end $$;
grant execute on function safeguarding.has_file to bailiwick_safeguard;

drop policy lead_keeper on safeguarding.lead;
create policy lead_keeper on safeguarding.lead for all to bailiwick_safeguard
  using ((select safeguarding.keeps_register())
    and ((select platform.viewer_agency()) in (keeper_agency_id, agency_id) or safeguarding.has_file(file_id)))
  with check ((select safeguarding.keeps_register())
    and ((select platform.viewer_agency()) in (keeper_agency_id, agency_id) or safeguarding.has_file(file_id)));
