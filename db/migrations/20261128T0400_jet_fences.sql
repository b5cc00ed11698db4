-- Why: on a connection of operations a council could name itself as the force and accredit anybody, or write that the force issued; a
-- connection that is no agency's compared teams exactly; and two badges given on one day both stood.
-- Locks: access exclusive on jet.reaccreditation and directory.authorisation, for milliseconds. Takes: milliseconds.

-- An accreditation anew is begun for an officer of one's own agency and put to a force of police; what it is about does not change.
drop policy reaccreditation_own on jet.reaccreditation;
create policy reaccreditation_own_read on jet.reaccreditation for select to bailiwick_ops using (agency_id = (select platform.viewer_agency()));
create policy reaccreditation_own_open on jet.reaccreditation for insert to bailiwick_ops with check (
  agency_id = (select platform.viewer_agency()) and status = 'open' and force_agency_id <> agency_id and directory.serves(officer_id, agency_id)
  and exists (select 1 from directory.agency f where f.id = force_agency_id and f.kind = 'police'));
create policy reaccreditation_own_step on jet.reaccreditation for update to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and status in ('open', 'ready'))
  with check (agency_id = (select platform.viewer_agency()) and status in ('open', 'ready', 'stopped'));
revoke update on jet.reaccreditation from bailiwick_ops;
grant update (status, vetted_on, vetted_by, trained_on, trained_by, assessed_on, assessed_by, powers, badge_number, area_code, issued_on, expires_on,
  issued_by, version) on jet.reaccreditation to bailiwick_ops;

-- The officer still serves where they were vetted, and what is given is on the list of Schedule 5 and ends.
drop policy authorisation_issue on directory.authorisation;
create policy authorisation_issue on directory.authorisation for insert to bailiwick_ops with check (
  basis = 'csas' and power like 'csas.%' and expires_on is not null and exists (
    select 1 from jet.reaccreditation r where r.officer_id = authorisation.officer_id and r.force_agency_id = (select platform.viewer_agency())
      and r.status = 'ready' and directory.serves(r.officer_id, r.agency_id)));

create or replace function jet.end_accreditation(the_reaccreditation uuid, on_day date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare ended integer;
begin
  update directory.authorisation a set withdrawn_on = on_day from jet.reaccreditation r
    where r.id = the_reaccreditation and r.status = 'ready' and r.force_agency_id = platform.viewer_agency()
      and a.officer_id = r.officer_id and a.basis = 'csas' and a.withdrawn_on is null and a.granted_on <= on_day;
  get diagnostics ended = row_count;
  return ended;
end $$;

-- As it was, and nothing for a connection that is no agency's: to that, no team is another's.
alter function jet.comparison(date) rename to comparison_of_agency;
revoke all on function jet.comparison_of_agency(date) from public, bailiwick_ops;
create function jet.comparison(today date) returns table (
    team_id uuid, is_own boolean, officers integer, vetted integer, vetting_unknown integer, vetting_other integer, accredited integer, accreditation_ended integer,
    has_small boolean, month date, enforcement_minutes integer, counted_minutes integer, standing text)
  language sql stable security definer set search_path = pg_catalog as $$
  select * from jet.comparison_of_agency(today) where platform.viewer_agency() is not null
$$;
revoke all on function jet.comparison(date) from public;
grant execute on function jet.comparison(date) to bailiwick_ops;
