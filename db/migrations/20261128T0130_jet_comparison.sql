-- Why: teams are compared with each other (S2-03, S2-40), and no agency reads another's officers, vetting or hours: counts alone leave, and
-- where one of a few people is meant not even those. The own agency's are exact.
-- Locks: none. Takes: milliseconds.

-- A count of another agency's people: null where it is of one to four, which a page says as “1 to 4”.
create function jet.shown(n bigint, is_own boolean) returns integer language sql immutable
  return case when is_own or n = 0 or n >= 5 then n::integer end;

create function jet.comparison(today date) returns table (
    team_id uuid, is_own boolean, officers integer, vetted integer, vetting_unknown integer, vetting_other integer, accredited integer, accreditation_ended integer,
    has_small boolean, month date, enforcement_minutes integer, counted_minutes integer, standing text)
  language sql stable security definer set search_path = pg_catalog as $$
  with member as (
    select t.id as team_id, t.agency_id = platform.viewer_agency() as is_own, o.id as officer_id,
      (select case when bool_or(c.status = 'granted' and (c.granted_on is null or c.granted_on <= today) and (c.expires_on is null or c.expires_on >= today)) then 'valid'
          when bool_or(c.status <> 'unknown') then 'other' else 'unknown' end
        from directory.clearance c where c.officer_id = o.id and c.kind = 'vetting' and c.replaced_on is null) as vetting,
      (select case when bool_or(a.withdrawn_on is null and a.granted_on <= today and (a.expires_on is null or a.expires_on >= today)) then 'valid'
          when count(*) > 0 then 'ended' else 'none' end
        from directory.authorisation a where a.officer_id = o.id and a.basis = 'csas') as accreditation
    from jet.team t join directory.service_member m on m.service_id = t.service_id
    join directory.officer o on o.id = m.officer_id and o.is_active and o.agency_id = t.agency_id),
  counted as (
    select team_id, is_own, count(*) as officers, count(*) filter (where vetting = 'valid') as vetted,
      count(*) filter (where coalesce(vetting, 'unknown') = 'unknown') as unknown, count(*) filter (where vetting = 'other') as other,
      count(*) filter (where accreditation = 'valid') as accredited, count(*) filter (where accreditation = 'ended') as ended
    from member group by 1, 2),
  -- With one of the parts small, the whole would give it away by subtraction.
  small as (
    select *, not is_own and (vetted between 1 and 4 or unknown between 1 and 4 or other between 1 and 4 or accredited between 1 and 4 or ended between 1 and 4) as has_small
    from counted)
  select t.id, t.agency_id = platform.viewer_agency(), case when not coalesce(s.has_small, false) then jet.shown(coalesce(s.officers, 0), coalesce(s.is_own, true)) end,
    jet.shown(coalesce(s.vetted, 0), coalesce(s.is_own, true)), jet.shown(coalesce(s.unknown, 0), coalesce(s.is_own, true)),
    jet.shown(coalesce(s.other, 0), coalesce(s.is_own, true)), jet.shown(coalesce(s.accredited, 0), coalesce(s.is_own, true)),
    jet.shown(coalesce(s.ended, 0), coalesce(s.is_own, true)), coalesce(s.has_small, false),
    m.month, m.enforcement_minutes, m.enforcement_minutes + m.street_minutes, m.standing
  from jet.team t left join small s on s.team_id = t.id
  -- The hours of one officer are not a team's: they are the officer's own.
  left join lateral (select x.* from jet.month x where x.team_id = t.id and (x.officers > 1 or x.agency_id = platform.viewer_agency())
    order by x.month desc limit 1) m on true
$$;
revoke all on function jet.comparison(date) from public;
grant execute on function jet.comparison(date) to bailiwick_ops;
