-- Why: a person whose files were joined was counted by one of them alone: reached, visited, supported or a victim again in
-- another of theirs was lost from V-01a, V-01b and V-04. And V-05 to V-05b told the analyst of national batches, which are for
-- whoever keeps the register: lists and rows of a restricted handling are counted for them alone, and only those they may see.
-- Locks: nothing. Takes: milliseconds.
-- Whether the caller sees what is restricted of an agency, as the policies of lists and of records say it.
create function safeguarding.sees_batches(of_agency uuid) returns boolean
  language sql stable parallel safe
  return safeguarding.keeps_register() and (of_agency = platform.viewer_agency() or exists (
    select 1 from directory.agreement t where t.from_agency_id = of_agency and t.to_agency_id = platform.viewer_agency()
      and t.record_kind = 'restricted-list'));
create or replace view safeguarding.figure_fact with (security_barrier = true) as
  with person as (
    -- A person, once, with what lies in any of their files.
    select f.id, f.agency_id, f.route, (f.opened_at at time zone 'Europe/London')::date as opened_on, k.files, x.contacted_on, x.visited_on, x.supported_on
    from safeguarding.victim_file f
      join (select o.root_id, array_agg(o.file_id) as files from safeguarding.family o group by 1) k on k.root_id = f.id
      cross join lateral (
        select least(
            (select min((e.at at time zone 'Europe/London')::date) from safeguarding.event e where e.file_id = any (k.files) and e.kind = 'contacted'),
            (select min(v.planned_on) from safeguarding.visit v where v.file_id = any (k.files) and v.state = 'done' and v.result in ('seen', 'refused'))
          ) as contacted_on,
          (select min(v.planned_on) from safeguarding.visit v where v.file_id = any (k.files) and v.state = 'done' and v.result = 'seen') as visited_on,
          (select min(s.supported_on) from safeguarding.victim_file s where s.id = any (k.files)) as supported_on) x),
  fact as (
    select p.id, p.agency_id, 'identified' as kind, p.opened_on as day, p.route as detail, 'documented' as basis, 0::bigint as pence,
      false as is_part, p.id as file_id
    from person p
    union all
    select p.id, p.agency_id, 'contacted', p.contacted_on, p.route, 'documented', 0, false, p.id from person p where p.contacted_on is not null
    union all
    select p.id, p.agency_id, 'visited', p.visited_on, p.route, 'documented', 0, false, p.id from person p where p.visited_on is not null
    union all
    select p.id, p.agency_id, 'supported', p.supported_on, p.route, 'documented', 0,
      exists (select 1 from safeguarding.loss l where l.file_id = any (p.files) and l.kind = 'loss' and l.withdrawn_at is null
        and l.happened_on > p.supported_on and l.happened_on <= safeguarding.repeat_due(p.supported_on)), p.id
    from person p where p.supported_on is not null
    union all
    select l.id, l.agency_id, l.kind, l.happened_on, l.scam_type, l.basis, l.pence, l.method = 'doorstep', l.file_id
    from safeguarding.loss l where l.withdrawn_at is null
    union all
    select r.id, r.agency_id, 'referral', (r.made_at at time zone 'Europe/London')::date, r.kind, 'documented', 0, r.outcome is not null, r.file_id
    from safeguarding.referral r
    union all
    select i.id, coalesce(i.entered_by_agency_id, i.owner_agency_id), 'list', (i.made_at at time zone 'Europe/London')::date, i.handling, 'documented', 0, false, null
    from linkage.list i where i.closed_at is null and (i.handling = 'victim' or safeguarding.sees_batches(i.owner_agency_id))
    union all
    -- Two rows that a person found to be one: of one list a duplicate, of two lists records merged.
    select j.id, j.agency_id, case when a.list_id = b.list_id then 'duplicate' else 'merged' end,
      (j.made_at at time zone 'Europe/London')::date, '', 'documented', 0, false, null
    from linkage.judgement j
      join linkage.list_entry a on a.id = j.record_a and a.withdrawn_at is null
      join linkage.list_entry b on b.id = j.record_b and b.withdrawn_at is null
    where j.ended_at is null and j.verdict = 'same' and j.made_by = 'person'
      and (a.handling <> 'restricted' or safeguarding.sees_batches(a.origin_agency_id))
      and (b.handling <> 'restricted' or safeguarding.sees_batches(b.origin_agency_id)))
  select md5('figure ' || x.kind || x.id::text)::uuid as id, x.agency_id, x.kind, x.day, x.detail, x.basis, x.pence, x.is_part,
    case when safeguarding.keeps_register() and x.file_id is not null then '/register/' || x.file_id::text else '' end as href
  from fact x
  where x.agency_id = platform.viewer_agency();
