-- Why: a connection of an agency read every mark of the agencies that share their cases with it. Now one function compares the marks
-- of one file of the viewer's agency, and gives only the directions that they meet: no list, and no mark that was not written down.
-- Locks: encampment_vehicle for an instant. Takes: milliseconds.
drop policy encampment_vehicle_shared on enforcement.encampment_vehicle;

create function enforcement.encampment_returns(the_file uuid)
  returns table (mark text, encampment_id uuid, directed_on date, until date, is_police boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select v.mark, c.id, r.directed_on, r.until, r.is_police
  from enforcement.encampment f
  join enforcement.encampment_vehicle v on v.encampment_id = f.id
  join enforcement.encampment_vehicle w on w.mark = v.mark and w.encampment_id <> v.encampment_id
  join enforcement.encampment c on c.id = w.encampment_id
  cross join lateral (values (c.directed_on, c.return_until, false, 'direct'),
    (c.police_decided_on, c.police_return_until, true, 'record-police-decision')) r (directed_on, until, is_police, kind)
  where f.id = the_file and f.agency_id = platform.viewer_agency() and c.status <> 'void'
    and (c.agency_id = platform.viewer_agency() or exists (select 1 from directory.agreement g
      where g.from_agency_id = c.agency_id and g.to_agency_id = platform.viewer_agency() and g.record_kind = 'case'
        and g.starts_on <= platform.viewer_today() and (g.ends_on is null or g.ends_on > platform.viewer_today())))
    -- It came here after it was directed there, and the direction ran when this encampment came or later.
    and r.directed_on <= greatest(f.arrived_on, (v.added_at at time zone 'Europe/London')::date) and r.until >= f.arrived_on
    -- Whoever came to that land after the direction was not directed by it.
    and exists (select 1 from enforcement.encampment_event e where e.encampment_id = c.id and e.kind = r.kind and e.at >= w.added_at)
    -- Where somebody is whose address must stay hidden is told by no mark.
    and not exists (select 1 from records.exact_key k join records.hidden_address h on h.record_id = k.record_id
      where k.kind = 'vehicle' and k.value = v.mark)
$$;
revoke execute on function enforcement.encampment_returns from public;
grant execute on function enforcement.encampment_returns to bailiwick_ops;
comment on function enforcement.encampment_returns is 'Directions that a vehicle of one file of the viewer''s own agency had when it came, of their agency and of those that share cases with it today.';
