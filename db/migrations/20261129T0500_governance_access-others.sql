-- Why: a telephone is a household's. Somebody who asks for their own data was proposed, as theirs for certain, whatever stands under their
-- number: the record of whoever lives or lived with them with the address, that person's file on the victim register, and what that
-- person reported. What says another name, or none, is now not theirs for certain: whoever asks says themselves which number is theirs, and
-- what confirms who they are confirms no number. Another name is taken out, and an address that is not theirs for certain is not gathered.
-- Locks: none (functions). Takes: milliseconds.
create function governance.plain_name(given text) returns text[]
  language sql immutable parallel safe set search_path = pg_catalog
  return array_remove(regexp_split_to_array(lower(regexp_replace(normalize(coalesce(given, ''), nfkd), '[^[:alnum:][:space:]-]', '', 'g')), '[[:space:]-]+'), '');
comment on function governance.plain_name is 'The parts of a name without accents, points and capitals.';
-- The same parts in any order are the same name; an initial with the same last name may be; no name says nothing.
create function governance.name_says(given text, asked text) returns text
  language sql immutable parallel safe set search_path = pg_catalog
  return (select case when cardinality(g.parts) = 0 then 'none'
    when g.parts @> q.parts and q.parts @> g.parts then 'same'
    when g.parts[cardinality(g.parts)] = q.parts[cardinality(q.parts)] and left(g.parts[1], 1) = left(q.parts[1], 1)
      and least(length(g.parts[1]), length(q.parts[1])) = 1 then 'maybe'
    else 'other' end
  from (select governance.plain_name(name_says.given) as parts) g, (select governance.plain_name(asked) as parts) q);
comment on function governance.name_says is 'Whether a name that stands with something is that of whoever asks: same, maybe (an initial), other, or none where no name stands.';
create function governance.name_in(fields jsonb) returns text
  language sql immutable parallel safe set search_path = pg_catalog
  return coalesce(nullif(fields->>'name', ''), concat_ws(' ', nullif(fields->>'forename', ''), nullif(fields->>'surname', '')));
comment on function governance.name_in is 'The name that a record says; empty where it says none.';
create function governance.others_in(given text, asked text) returns text[]
  language sql immutable parallel safe set search_path = pg_catalog
  return case when governance.name_says(given, asked) = 'other' then array[given] else '{}'::text[] end;
comment on function governance.others_in is 'The name that is taken out because it is somebody else''s.';
revoke execute on function governance.plain_name, governance.name_says, governance.name_in, governance.others_in from public;

create or replace function governance.gather_access(the_access uuid) returns table (module text, kind text, record_id uuid, reference text, on_day date,
    by_key boolean, words text, others text[])
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  a governance.access;
  matched uuid[];
  -- Of those, the ones that say the same name and no other day of birth: these alone are the person's for certain.
  sure uuid[];
begin
  select x.* into a from governance.access x where x.id = the_access and x.agency_id = platform.viewer_agency() and x.status = 'open'
    and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  if a.id is null then return; end if;
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
end $$;
comment on function governance.gather_access is 'What the viewer''s own agency holds about whoever made an open request, and whether it is theirs for certain: for its auditor alone, and nothing of the intelligence side.';
