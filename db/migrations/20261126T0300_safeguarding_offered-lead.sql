-- Why: an agency that was merely offered the lead of a person came by their hidden address, by planning a visit for itself.
-- Whoever keeps any register could write itself down as having been asked to lead for anybody, which opened their file to the
-- connection; and an agency that had declined went on reading who was asked after it, and why. A visit's precautions, which
-- hold what one agency's agreements about markers open to it, were read and written on every agency's connection.
-- Locks: the tables named, for an instant. Takes: milliseconds.

drop policy lead_keeper on safeguarding.lead;
create policy lead_keeper on safeguarding.lead for all to bailiwick_safeguard
  using ((select safeguarding.keeps_register())
    and ((select platform.viewer_agency()) in (keeper_agency_id, agency_id) or safeguarding.has_file(file_id)))
  with check ((select safeguarding.keeps_register()) and safeguarding.has_file(file_id));
drop function safeguarding.leads_or_keeps(uuid);

-- A visit is of the agency that planned it, and of the officer who goes.
drop policy visit_keeper on safeguarding.visit;
create policy visit_keeper on safeguarding.visit for all to bailiwick_safeguard
  using (assigned_to = (select safeguarding.viewer_officer()) or ((select safeguarding.keeps_register())
    and agency_id = (select platform.viewer_agency()) and exists (select 1 from safeguarding.victim_file f where f.id = file_id)))
  with check (agency_id = (select platform.viewer_agency()));

-- The one way to a hidden address, as it was, but for this: the visit that opens it is one of the agency that holds the file
-- or leads, so that neither whoever is offered the lead nor whoever has handed it on is given the address for it.
create or replace function safeguarding.reveal_address(file uuid, why text, at_instant timestamptz)
  returns table (said_by text, address text, postcode text)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f safeguarding.victim_file;
  v safeguarding.visit;
  is_keeper boolean;
begin
  select * into f from safeguarding.victim_file x where x.id = file;
  is_keeper := safeguarding.keeps_register() and platform.viewer_agency() in (f.agency_id, f.lead_agency_id);
  select * into v from safeguarding.visit x where x.file_id = file and x.assigned_to = safeguarding.viewer_officer() and x.state = 'planned'
    and x.agency_id in (f.agency_id, f.lead_agency_id)
    and x.planned_on >= (at_instant at time zone 'Europe/London')::date order by x.planned_on limit 1;
  if f.id is null or not (coalesce(is_keeper, false) or v.id is not null) then return; end if;
  insert into safeguarding.reveal (file_id, officer_id, agency_id, visit_id, reason, at)
    values (file, safeguarding.viewer_officer(), platform.viewer_agency(), v.id, why, at_instant);
  -- What was sealed, and what a file that does not itself hide it holds: of the files that the caller's agency has.
  return query
    select 'The register'::text, a.address, a.postcode
    from safeguarding.family_of(file) as k (id) join safeguarding.victim_file o on o.id = k.id
      join (select z.file_id, z.address, z.postcode from safeguarding.sealed_address z
        union select c.file_id, c.address, c.postcode from safeguarding.contact c where c.address <> '' or c.postcode <> '') a on a.file_id = o.id
    where o.id = file or platform.viewer_agency() in (o.agency_id, o.lead_agency_id);
  if not coalesce(is_keeper, false) then return; end if;
  return query
    with recursive same as (
      select safeguarding.standing_record(x.record_id) as id
      from safeguarding.family_of(file) as k (id) join safeguarding.victim_file x on x.id = k.id
      union
      select case when j.record_a = s.id then j.record_b else j.record_a end
      from same s join linkage.judgement j on (j.record_a = s.id or j.record_b = s.id)
      where j.ended_at is null and j.verdict = 'same')
    select l.name, coalesce(z.address, e.fields ->> 'address', ''), coalesce(z.postcode, e.fields ->> 'postcode', '')
    from same s join linkage.list_entry e on e.id = s.id and e.withdrawn_at is null join linkage.list l on l.id = e.list_id
      left join linkage.sealed_address z on z.entry_id = e.id
    where coalesce(z.address, e.fields ->> 'address', '') <> ''
      and (e.origin_agency_id = platform.viewer_agency() or exists (select 1 from directory.agreement t
        where t.from_agency_id = e.origin_agency_id and t.to_agency_id = platform.viewer_agency()
          and t.starts_on <= (at_instant at time zone 'Europe/London')::date
          and (t.ends_on is null or t.ends_on > (at_instant at time zone 'Europe/London')::date)
          and t.record_kind = case e.handling when 'victim' then 'victim' else 'restricted-list' end))
    order by 1;
end $$;
