-- Why: people ask for their own data (DPA 2018 s.45, UK GDPR Art. 15). A request runs against a clock of the law; what the agency
-- holds about the person is gathered from every module into one list, and each thing on it is given or left out by a person, with the
-- exemption. What the intelligence side holds is not gathered here: the unit is asked, and what it withholds it does not tell.
-- Locks: none on existing tables. Takes: milliseconds.
create table governance.access (
  id uuid primary key,
  reference text not null constraint access_reference_key unique,
  agency_id uuid not null references directory.agency,
  regime text not null constraint access_regime check (regime in ('PART3', 'UKGDPR')),
  status text not null constraint access_status check (status in ('received', 'open', 'waiting', 'gathered', 'answered', 'refused')),
  name text not null,
  date_of_birth date not null,
  phone text not null default '',
  email text not null default '',
  reply_by text not null,
  keys jsonb not null,
  received_on date not null,
  identity_on date,
  identity_how text not null default '',
  extended_on date,
  due_on date,
  due_why text not null default '',
  ended_on date,
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  version integer not null default 1,
  constraint access_identified check ((status = 'received') = (identity_on is null) or status = 'refused'),
  constraint access_ended check ((status in ('answered', 'refused')) = (ended_on is not null))
);
create index access_agency_idx on governance.access (agency_id, received_on desc, id);
comment on table governance.access is 'A request of somebody for their own data, and its clock. Retention: 3 years after the answer, proposed.';
comment on column governance.access.keys is 'Exact keys of the person, by which records are found: kind and value.';

create table governance.access_pause (
  access_id uuid not null references governance.access,
  agency_id uuid not null references directory.agency,
  from_on date not null,
  until_on date,
  words text not null,
  primary key (access_id, from_on)
);
comment on table governance.access_pause is 'Days on which the clock stood still, while the person was asked what they want. Retention: as the request.';

create table governance.access_item (
  id uuid primary key,
  access_id uuid not null references governance.access,
  agency_id uuid not null references directory.agency,
  module text not null,
  kind text not null,
  record_id uuid not null,
  reference text not null,
  on_day date not null,
  by_key boolean not null,
  words text not null,
  others text[] not null,
  given text not null default '',
  decision text constraint access_item_decision check (decision in ('give', 'withhold')),
  exemption text not null default '',
  reason text not null default '',
  decided_at timestamptz,
  decided_by uuid references directory.officer,
  version integer not null default 1,
  constraint access_item_key unique (access_id, kind, record_id),
  constraint access_item_decided check ((decision is null) = (decided_by is null)),
  constraint access_item_given check (decision <> 'give' or given <> ''),
  constraint access_item_exempt check (decision <> 'withhold' or (exemption <> '' and reason <> ''))
);
comment on table governance.access_item is 'Something that the agency holds about whoever asks, and whether it is given or left out, by whom, why. Retention: as the request.';
comment on column governance.access_item.others is 'Names of other people that stand with it, which are taken out before anything is proposed.';

create table governance.access_event (
  id uuid primary key,
  access_id uuid not null references governance.access,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index access_event_idx on governance.access_event (access_id, at);
comment on table governance.access_event is 'What happened to a request, in order. Retention: as the request.';

create table governance.access_reason (
  event_id uuid primary key references governance.access_event,
  access_id uuid not null references governance.access,
  agency_id uuid not null references directory.agency,
  words text not null
);
comment on table governance.access_reason is 'Why a step was taken. Retention: as the request.';

create table governance.access_document (
  id uuid primary key,
  access_id uuid not null references governance.access,
  agency_id uuid not null references directory.agency,
  kind text not null constraint access_document_kind check (kind in ('letter', 'bundle', 'schedule')),
  version smallint not null,
  format text not null constraint access_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint access_document_version_key unique (access_id, kind, version, format)
);
comment on table governance.access_document is 'The letter and the bundle that were given, and the schedule of what was left out, which is the officer''s alone. Retention: as the request.';

do $$
declare fenced text;
begin
  foreach fenced in array array['access', 'access_pause', 'access_item', 'access_event', 'access_reason', 'access_document'] loop
    execute format('alter table governance.%I enable row level security', fenced);
    execute format('alter table governance.%I force row level security', fenced);
    execute format('create policy %I on governance.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
    execute format('create policy %I on governance.%I for all to bailiwick_gov
      using (agency_id = (select platform.viewer_agency()) and ''auditor'' = any (string_to_array((select platform.viewer_text(''roles'')), '','')))
      with check (agency_id = (select platform.viewer_agency()) and ''auditor'' = any (string_to_array((select platform.viewer_text(''roles'')), '','')))', fenced || '_own', fenced);
  end loop;
end $$;
grant select, insert on governance.access, governance.access_pause, governance.access_item, governance.access_event, governance.access_reason,
  governance.access_document to bailiwick_gov;
grant update (status, identity_on, identity_how, extended_on, due_on, due_why, ended_on, version) on governance.access to bailiwick_gov;
grant update (until_on) on governance.access_pause to bailiwick_gov;
grant update (given, decision, exemption, reason, decided_at, decided_by, version) on governance.access_item to bailiwick_gov;

-- What the agency of a request holds about the person, module by module. Only of a request of the viewer's own agency that is open, and
-- only for an auditor. Nothing of the intelligence side is read, no address that must stay hidden, and no other agency's record.
create function governance.gather_access(the_access uuid) returns table (module text, kind text, record_id uuid, reference text, on_day date,
    by_key boolean, words text, others text[])
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  a governance.access;
  matched uuid[];
begin
  select x.* into a from governance.access x where x.id = the_access and x.agency_id = platform.viewer_agency() and x.status = 'open'
    and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  if a.id is null then return; end if;
  select coalesce(array_agg(distinct r.id), '{}') into matched from jsonb_to_recordset(a.keys) as k (kind text, value text)
    join records.exact_key e on e.kind = k.kind and e.value = k.value join records.received_record r on r.id = e.record_id
    where r.origin_agency_id = a.agency_id;
  return query
    select 'records', 'record', r.id, r.label, (r.received_at at time zone 'Europe/London')::date, true,
      (select string_agg(f.key || ': ' || f.value, E'\n' order by f.key) from jsonb_each_text(r.fields) f where f.value <> ''
        and not (f.key in ('address', 'postcode', 'town', 'uprn') and exists (select 1 from records.hidden_address h where h.record_id = r.id))), '{}'::text[]
    from records.received_record r where r.id = any (matched)
    union all
    select 'intake', 'report', p.id, p.reference, (p.received_at at time zone 'Europe/London')::date, true, p.description,
      array_remove(array[case when lower(t.name) <> lower(a.name) then t.name end], null)
    from intake.report p left join intake.reporter t on t.report_id = p.id
    where a.agency_id in (p.owner_agency_id, p.received_by_agency_id) and p.id in (select r.report_id from records.received_record r where r.id = any (matched))
    union all
    -- What the person told us themselves.
    select 'intake', 'reported', p.id, p.reference, (p.received_at at time zone 'Europe/London')::date, true, p.description, '{}'
    from intake.reporter t join intake.report p on p.id = t.report_id
    where a.agency_id in (p.owner_agency_id, p.received_by_agency_id) and ((a.email <> '' and lower(t.email) = lower(a.email))
      or (a.phone <> '' and length(regexp_replace(t.phone, '\D', '', 'g')) >= 10
        and right(regexp_replace(t.phone, '\D', '', 'g'), 10) = right(regexp_replace(a.phone, '\D', '', 'g'), 10)))
    union all
    select 'enforcement', 'closure', c.id, c.reference, (o.added_at at time zone 'Europe/London')::date, coalesce(o.record_id = any (matched), false),
      concat_ws(E'\n', 'Named as ' || replace(o.relation, '-', ' ') || ' of premises that a closure is about', nullif(o.words, '')), '{}'
    from enforcement.closure_occupant o join enforcement.closure c on c.id = o.closure_id
    where c.agency_id = a.agency_id and (o.record_id = any (matched) or lower(o.name) = lower(a.name))
    union all
    select 'enforcement', 'penalty', p.id, p.reference, coalesce(p.issued_on, p.offence_on), coalesce(n.record_id = any (matched), false),
      concat_ws(E'\n', 'Fixed penalty for ' || replace(p.offence, '-', ' '), 'Status: ' || replace(p.status, '-', ' '), 'How the person was identified: ' || p.identified_by), '{}'
    from enforcement.penalty p join enforcement.penalty_recipient n on n.penalty_id = p.id
    where p.agency_id = a.agency_id and coalesce(p.issued_on, p.offence_on) is not null and (n.record_id = any (matched) or lower(n.name) = lower(a.name))
    union all
    select 'enforcement', 'protection', f.id, f.reference, f.warned_on, coalesce(s.record_id = any (matched), false),
      concat_ws(E'\n', 'Community protection file, ' || replace(f.status, '-', ' '), s.conduct), '{}'
    from enforcement.protection f join enforcement.protection_subject s on s.protection_id = f.id
    where f.agency_id = a.agency_id and f.warned_on is not null
      and (s.record_id = any (matched) or (lower(s.name) = lower(a.name) and (s.born_on is null or s.born_on = a.date_of_birth)))
    union all
    select 'safeguarding', 'victim-file', v.id, v.reference, v.priority_on, v.record_id = any (matched),
      concat_ws(E'\n', 'On the register of people at risk of fraud', 'Why: ' || nullif(v.basis, ''), 'What is done: ' || nullif(v.intervention, '')), '{}'
    from safeguarding.victim_file v where v.agency_id = a.agency_id and v.joined_into is null and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'safeguarding', 'visit', s.id, s.reference, s.planned_on, v.record_id = any (matched),
      concat_ws(E'\n', 'Visit: ' || s.purpose, s.words), '{}'
    from safeguarding.visit s join safeguarding.victim_file v on v.id = s.file_id
    where s.agency_id = a.agency_id and v.agency_id = a.agency_id and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'safeguarding', 'loss', l.id, v.reference, l.happened_on, v.record_id = any (matched),
      concat_ws(E'\n', 'Money lost or saved: £' || (l.pence / 100.0)::numeric(14, 2), nullif(l.how, '')), '{}'
    from safeguarding.loss l join safeguarding.victim_file v on v.id = l.file_id
    where l.agency_id = a.agency_id and l.withdrawn_at is null and (v.record_id = any (matched) or lower(v.name) = lower(a.name))
    union all
    select 'assurance', 'marker', m.id, m.reference, m.from_on, coalesce(m.record_id = any (matched), false),
      concat_ws(E'\n', 'Warning marker: ' || m.type, 'Precaution: ' || m.precaution, d.why), '{}'
    from assurance.marker m join assurance.marker_detail d on d.marker_id = m.id
    where m.agency_id = a.agency_id and (m.record_id = any (matched) or (lower(m.name) = lower(a.name) and (m.date_of_birth is null or m.date_of_birth = a.date_of_birth)))
    union all
    select 'traders', 'trader-person', t.id, f.reference, f.applied_on, t.date_of_birth = a.date_of_birth,
      'Named as an owner or director in an application to the scheme of checked traders: ' || f.firm_name, '{}'
    from traders.trader_person t join traders.trader f on f.id = t.trader_id
    where t.agency_id = a.agency_id and lower(t.name) = lower(a.name) and t.date_of_birth = a.date_of_birth
    union all
    select 'inspection', 'premises', m.id, m.reference, (m.made_at at time zone 'Europe/London')::date, true,
      'Premises that are licensed, inspected or tested: ' || m.trading_name, '{}'
    from inspection.premises m where m.agency_id = a.agency_id and (m.firm_record_id = any (matched) or m.place_record_id = any (matched));
end $$;
comment on function governance.gather_access is 'What the viewer''s own agency holds about whoever made an open request: for its auditor alone, and nothing of the intelligence side.';
revoke execute on function governance.gather_access from public;
grant execute on function governance.gather_access to bailiwick_gov;
