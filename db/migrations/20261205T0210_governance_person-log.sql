-- Why: an auditor could be told who saw somebody only where that person had asked for their own data. What gathers their records takes whom it is about
-- now, so that a request and a look at the log find the same; the body of governance.gather_access is as it was (20261204T0400 and before).
-- Locks: none. Takes: milliseconds.
create function governance.gather_of(a governance.access)
 RETURNS TABLE(module text, kind text, record_id uuid, reference text, on_day date, by_key boolean, words text, others text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  matched uuid[];
  -- Of those, the ones that say the same name and no other day of birth: these alone are the person's for certain.
  sure uuid[];
begin
  select coalesce(array_agg(distinct r.id), '{}') into matched from jsonb_to_recordset(a.keys) as k (kind text, value text)
    join records.exact_key e on e.kind = k.kind and e.value = k.value join records.received_record r on r.id = e.record_id
    where r.origin_agency_id = a.agency_id;
  select coalesce(array_agg(r.id), '{}') into sure from records.received_record r where r.id = any (matched)
    and governance.name_says(governance.name_in(r.fields), a.name) = 'same'
    and coalesce(nullif(coalesce(r.fields->>'dateOfBirth', r.fields->>'dob'), ''), a.date_of_birth::text) = a.date_of_birth::text;
  return query
    select 'records', 'record', r.id, r.label, (r.received_at at time zone 'Europe/London')::date, r.id = any (sure),
      (select string_agg(f.key || ': ' || f.value, E'\n' order by f.key) from jsonb_each_text(r.fields) f where f.value <> ''
        and not (f.key in ('address', 'postcode', 'town', 'uprn') and (not r.id = any (sure) or exists (select 1 from records.hidden_address h where h.record_id = r.id)))
        and not (f.key in ('dateOfBirth', 'dob') and f.value <> a.date_of_birth::text)),
      governance.others_in(governance.name_in(r.fields), a.name)
    from records.received_record r where r.id = any (matched)
    union all
    select 'intake', 'report', p.id, p.reference, (p.received_at at time zone 'Europe/London')::date,
      p.id in (select r.report_id from records.received_record r where r.id = any (sure)), p.description,
      array_remove(array[case when lower(t.name) <> lower(a.name) then t.name end], null)
    from intake.report p left join intake.reporter t on t.report_id = p.id
    where a.agency_id in (p.owner_agency_id, p.received_by_agency_id) and p.id in (select r.report_id from records.received_record r where r.id = any (matched))
    union all
    -- What the person told us themselves; from the same number under another name it is somebody else's report.
    select 'intake', case when governance.name_says(t.name, a.name) = 'other' then 'report' else 'reported' end, p.id, p.reference,
      (p.received_at at time zone 'Europe/London')::date, governance.name_says(t.name, a.name) = 'same', p.description, governance.others_in(t.name, a.name)
    from intake.reporter t join intake.report p on p.id = t.report_id
    where a.agency_id in (p.owner_agency_id, p.received_by_agency_id) and ((a.email <> '' and lower(t.email) = lower(a.email))
      or (a.phone <> '' and length(regexp_replace(t.phone, '\D', '', 'g')) >= 10
        and right(regexp_replace(t.phone, '\D', '', 'g'), 10) = right(regexp_replace(a.phone, '\D', '', 'g'), 10)))
    union all
    select 'enforcement', 'closure', c.id, c.reference, (o.added_at at time zone 'Europe/London')::date, coalesce(o.record_id = any (sure), false),
      concat_ws(E'\n', 'Named as ' || replace(o.relation, '-', ' ') || ' of premises that a closure is about', nullif(o.words, '')), governance.others_in(o.name, a.name)
    from enforcement.closure_occupant o join enforcement.closure c on c.id = o.closure_id
    where c.agency_id = a.agency_id and (o.record_id = any (matched) or lower(o.name) = lower(a.name))
    union all
    select 'enforcement', 'penalty', p.id, p.reference, coalesce(p.issued_on, p.offence_on), coalesce(n.record_id = any (sure), false),
      concat_ws(E'\n', 'Fixed penalty for ' || replace(p.offence, '-', ' '), 'Status: ' || replace(p.status, '-', ' '), 'How the person was identified: ' || p.identified_by), governance.others_in(n.name, a.name)
    from enforcement.penalty p join enforcement.penalty_recipient n on n.penalty_id = p.id
    where p.agency_id = a.agency_id and coalesce(p.issued_on, p.offence_on) is not null and (n.record_id = any (matched) or lower(n.name) = lower(a.name))
    union all
    select 'enforcement', 'protection', f.id, f.reference, f.warned_on, coalesce(s.record_id = any (sure), false),
      concat_ws(E'\n', 'Community protection file, ' || replace(f.status, '-', ' '), s.conduct), governance.others_in(s.name, a.name)
    from enforcement.protection f join enforcement.protection_subject s on s.protection_id = f.id
    where f.agency_id = a.agency_id and f.warned_on is not null
      and (s.record_id = any (matched) or (lower(s.name) = lower(a.name) and (s.born_on is null or s.born_on = a.date_of_birth)))
    union all
    select 'enforcement', 'abandoned', f.id, f.reference, e.asked_on, coalesce(e.record_id = any (sure), false),
      concat_ws(E'\n', 'Keeper of a vehicle that was reported as abandoned', 'Status: ' || replace(f.status, '-', ' '), 'Why the keeper was asked after: ' || e.reason),
      governance.others_in(e.keeper_name, a.name)
    from enforcement.abandoned f join enforcement.abandoned_enquiry e on e.abandoned_id = f.id
    where f.agency_id = a.agency_id and e.keeper_name is not null and (e.record_id = any (matched) or lower(e.keeper_name) = lower(a.name))
    union all
    select 'commissions', 'commission', c.id, c.reference, c.asked_on, n.is_key,
      concat_ws(E'\n', 'Asked of the intelligence unit: ' || case c.kind when 'person' then 'to trace the person' when 'debtor' then 'to trace the person as a debtor'
          else 'checks before a ' || c.kind end,
        'For: ' || c.purpose, 'Under: ' || c.legal_basis, 'Status: ' || c.status,
        -- An address stays out: it may have to stay hidden by now.
        'Answered: ' || replace(w.outcome, '-', ' ')),
      governance.others_in(split_part(c.subject_label, ',', 1), a.name)
    from dissemination.commission c left join dissemination.commission_answer w on w.commission_id = c.id
      cross join lateral (select coalesce(governance.name_says(split_part(c.subject_label, ',', 1), a.name) = 'same'
        and exists (select 1 from jsonb_to_recordset(a.keys) as k (kind text, value text) where k.kind = c.key_kind and k.value = c.key_value), false) as is_key) n
    where c.agency_id = a.agency_id and c.subject_kind = 'person'
      and (n.is_key or lower(split_part(c.subject_label, ',', 1)) = lower(a.name)
        and (c.key_kind is distinct from 'name-born' or c.key_value like '% ' || a.date_of_birth))
    union all
    select 'safeguarding', 'victim-file', v.id, v.reference, v.priority_on, v.record_id = any (sure) and governance.name_says(v.name, a.name) = 'same',
      concat_ws(E'\n', 'On the register of people at risk of fraud', 'Why: ' || nullif(v.basis, ''), 'What is done: ' || nullif(v.intervention, '')), governance.others_in(v.name, a.name)
    from safeguarding.victim_file v where v.agency_id = a.agency_id and v.joined_into is null and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'safeguarding', 'visit', s.id, s.reference, s.planned_on, v.record_id = any (sure) and governance.name_says(v.name, a.name) = 'same',
      concat_ws(E'\n', 'Visit: ' || s.purpose, s.words), governance.others_in(v.name, a.name)
    from safeguarding.visit s join safeguarding.victim_file v on v.id = s.file_id
    where s.agency_id = a.agency_id and v.agency_id = a.agency_id and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'safeguarding', 'loss', l.id, v.reference, l.happened_on, v.record_id = any (sure) and governance.name_says(v.name, a.name) = 'same',
      concat_ws(E'\n', 'Money lost or saved: £' || (l.pence / 100.0)::numeric(14, 2), nullif(l.how, '')), governance.others_in(v.name, a.name)
    from safeguarding.loss l join safeguarding.victim_file v on v.id = l.file_id
    where l.agency_id = a.agency_id and l.withdrawn_at is null and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'assurance', 'marker', m.id, m.reference, m.from_on, coalesce(m.record_id = any (sure), false),
      concat_ws(E'\n', 'Warning marker: ' || m.type, 'Precaution: ' || m.precaution, d.why), governance.others_in(m.name, a.name)
    from assurance.marker m join assurance.marker_detail d on d.marker_id = m.id
    where m.agency_id = a.agency_id and (m.record_id = any (matched) or (lower(m.name) = lower(a.name) and (m.date_of_birth is null or m.date_of_birth = a.date_of_birth)))
    union all
    select 'traders', 'trader-person', t.id, f.reference, f.applied_on, t.date_of_birth = a.date_of_birth,
      'Named as an owner or director in an application to the scheme of checked traders: ' || f.firm_name, '{}'
    from traders.trader_person t join traders.trader f on f.id = t.trader_id
    where t.agency_id = a.agency_id and lower(t.name) = lower(a.name) and t.date_of_birth = a.date_of_birth
    union all
    select 'inspection', 'premises', m.id, m.reference, (m.made_at at time zone 'Europe/London')::date, coalesce(m.firm_record_id = any (sure) or m.place_record_id = any (sure), false),
      'Premises that are licensed, inspected or tested: ' || m.trading_name, '{}'
    from inspection.premises m where m.agency_id = a.agency_id and (m.firm_record_id = any (matched) or m.place_record_id = any (matched));
end $function$;
comment on function governance.gather_of(governance.access) is 'What the agency of a request holds about whoever it is of, and whether it is theirs for certain; nothing of the intelligence side. No login calls it: see what does.';
revoke execute on function governance.gather_of(governance.access) from public;

create or replace function governance.gather_access(the_access uuid)
 returns table(module text, kind text, record_id uuid, reference text, on_day date, by_key boolean, words text, others text[])
 language sql stable security definer set search_path = pg_catalog
begin atomic
  select g.module, g.kind, g.record_id, g.reference, g.on_day, g.by_key, g.words, g.others
  from governance.access x, governance.gather_of(x) g
  where x.id = the_access and x.agency_id = platform.viewer_agency() and x.status = 'open'
    and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
end;

create function governance.records_of_person(the_name text, born date, its_phone text, its_email text, its_keys jsonb)
 returns table(kind text, record_id uuid, reference text)
 language sql stable security definer set search_path = pg_catalog
begin atomic
  select distinct g.kind, g.record_id, g.reference
  from jsonb_populate_record(null::governance.access, jsonb_build_object('agency_id', platform.viewer_agency(), 'name', the_name, 'date_of_birth', born,
      'phone', its_phone, 'email', its_email, 'keys', its_keys)) x, governance.gather_of(x) g
  where platform.viewer_agency() is not null and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
end;
comment on function governance.records_of_person(text, date, text, text, jsonb) is 'Which records of the viewer''s own agency are about somebody, for its auditor alone: which, and nothing that they say.';
revoke execute on function governance.records_of_person(text, date, text, text, jsonb) from public;
grant execute on function governance.records_of_person(text, date, text, text, jsonb) to bailiwick_gov;
