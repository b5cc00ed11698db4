-- Why: figures V-01 to V-06 are counted from the register's own records, by those who may not open them: what is counted
-- has neither name nor reference, and the address of the record only for whoever keeps the register.
-- Locks: nothing. Takes: milliseconds.
create view safeguarding.figure_fact with (security_barrier = true) as
  with fact as (
    -- A person, once: taken on, reached, visited, supported. What hangs on a joined file belongs to the person it was joined into.
    select f.id, f.agency_id, 'identified' as kind, (f.opened_at at time zone 'Europe/London')::date as day,
      f.route as detail, 'documented' as basis, 0::bigint as pence, false as is_part, f.id as file_id
    from safeguarding.victim_file f where f.joined_into is null
    union all
    select f.id, f.agency_id, 'contacted', c.day, f.route, 'documented', 0, false, f.id
    from safeguarding.victim_file f cross join lateral (
      select min(x.day) as day from (
        select (e.at at time zone 'Europe/London')::date as day from safeguarding.event e where e.file_id = f.id and e.kind = 'contacted'
        union all
        select v.planned_on from safeguarding.visit v where v.file_id = f.id and v.state = 'done' and v.result in ('seen', 'refused')) x) c
    where f.joined_into is null and c.day is not null
    union all
    select f.id, f.agency_id, 'visited', v.day, f.route, 'documented', 0, false, f.id
    from safeguarding.victim_file f cross join lateral (
      select min(v.planned_on) as day from safeguarding.visit v where v.file_id = f.id and v.state = 'done' and v.result = 'seen') v
    where f.joined_into is null and v.day is not null
    union all
    select f.id, f.agency_id, 'supported', f.supported_on, f.route, 'documented', 0,
      exists (select 1 from safeguarding.loss l where l.file_id = f.id and l.kind = 'loss' and l.withdrawn_at is null
        and l.happened_on > f.supported_on and l.happened_on <= (f.supported_on + interval '12 months')::date), f.id
    from safeguarding.victim_file f where f.joined_into is null and f.supported_on is not null
    union all
    select l.id, l.agency_id, l.kind, l.happened_on, l.scam_type, l.basis, l.pence, l.method = 'doorstep', l.file_id
    from safeguarding.loss l where l.withdrawn_at is null
    union all
    select r.id, r.agency_id, 'referral', (r.made_at at time zone 'Europe/London')::date, r.kind, 'documented', 0, r.outcome is not null, r.file_id
    from safeguarding.referral r
    union all
    select i.id, coalesce(i.entered_by_agency_id, i.owner_agency_id), 'list', (i.made_at at time zone 'Europe/London')::date, i.handling, 'documented', 0, false, null
    from linkage.list i where i.closed_at is null
    union all
    -- Two rows that a person found to be one: of one list a duplicate, of two lists records merged.
    select j.id, j.agency_id, case when a.list_id = b.list_id then 'duplicate' else 'merged' end,
      (j.made_at at time zone 'Europe/London')::date, '', 'documented', 0, false, null
    from linkage.judgement j
      join linkage.list_entry a on a.id = j.record_a and a.withdrawn_at is null
      join linkage.list_entry b on b.id = j.record_b and b.withdrawn_at is null
    where j.ended_at is null and j.verdict = 'same' and j.made_by = 'person')
  select md5('figure ' || x.kind || x.id::text)::uuid as id, x.agency_id, x.kind, x.day, x.detail, x.basis, x.pence, x.is_part,
    case when safeguarding.keeps_register() and x.file_id is not null then '/register/' || x.file_id::text else '' end as href
  from fact x
  where x.agency_id = platform.viewer_agency();

create policy list_entry_figures on linkage.list_entry for select to current_user using (true);
grant usage on schema safeguarding to bailiwick_ops;
grant select on safeguarding.figure_fact to bailiwick_ops, bailiwick_safeguard;
