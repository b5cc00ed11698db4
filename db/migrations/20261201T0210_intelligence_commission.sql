-- Why: services commission the intelligence unit (S1-25 to S1-29): to trace a person or a debtor, to check who applies for a grant or a loan
-- before the award. The commission crosses one way, an answer of closed words and one address the other; the findings never. An address
-- that must stay hidden, and whatever would lead to it, does not cross: whoever commissioned reads «not traced», as where nothing was found.
-- Locks: none on existing tables. Takes: milliseconds.
create table dissemination.commission (
  id uuid primary key,
  reference text not null constraint commission_reference_key unique,
  agency_id uuid not null references directory.agency,
  service_id uuid not null references directory.service,
  unit_agency_id uuid not null references directory.agency,
  kind text not null constraint commission_kind check (kind in ('person', 'debtor', 'grant', 'loan')),
  status text not null default 'asked' constraint commission_status check (status in ('asked', 'answered', 'refused', 'withdrawn', 'closed')),
  subject_kind text not null constraint commission_subject check (subject_kind in ('person', 'organisation')),
  subject_label text not null,
  key_kind text,
  key_value text,
  purpose text not null constraint commission_purpose check (purpose <> ''),
  legal_basis text not null,
  owed_pence integer constraint commission_owed check (owed_pence > 0),
  decides_on date,
  asked_on date not null,
  asked_by uuid not null references directory.officer,
  refused_for text,
  award text constraint commission_award check (award in ('awarded', 'not-awarded')),
  price_pence integer constraint commission_price check (price_pence >= 0),
  paid_on date,
  version integer not null default 1,
  constraint commission_debt check ((kind = 'debtor') = (owed_pence is not null)),
  constraint commission_decision check ((kind in ('grant', 'loan')) = (decides_on is not null)),
  constraint commission_paid check (paid_on is null or price_pence is not null),
  constraint commission_refused check ((status = 'refused') = (refused_for is not null))
);
create index commission_service_idx on dissemination.commission (agency_id, service_id, asked_on desc, id);
create index commission_unit_idx on dissemination.commission (unit_agency_id, asked_on desc, id);
create index commission_paid_idx on dissemination.commission (paid_on) where paid_on is not null;
comment on table dissemination.commission is 'What a service commissioned of the intelligence unit: whom to trace or check, for what, under which power. Retention: not built; proposed 6 years.';
comment on column dissemination.commission.price_pence is 'What the unit charges for it; nothing is owed where it is null.';

create table dissemination.commission_answer (
  commission_id uuid primary key references dissemination.commission,
  agency_id uuid not null references directory.agency,
  service_id uuid not null references directory.service,
  outcome text not null constraint commission_answer_outcome check (outcome in ('traced', 'not-traced', 'proceed', 'conditions', 'decline')),
  address text not null default '',
  postcode text not null default '',
  asset_kind text,
  asset_words text not null default '',
  confidence text constraint commission_answer_confidence check (confidence in ('high', 'medium', 'low')),
  conditions text[] not null default '{}',
  checks jsonb not null default '[]',
  answered_on date not null,
  constraint commission_answer_traced check ((outcome = 'traced') = (confidence is not null)),
  constraint commission_answer_nothing check (outcome <> 'not-traced' or (address = '' and asset_words = '' and asset_kind is null))
);
comment on table dissemination.commission_answer is 'What crossed to whoever commissioned it. The unit itself does not read it: it would learn that an address was withheld. Retention: as the commission.';

create table dissemination.commission_recovery (
  id uuid primary key,
  commission_id uuid not null references dissemination.commission,
  agency_id uuid not null references directory.agency,
  service_id uuid not null references directory.service,
  pence integer not null constraint commission_recovery_pence check (pence > 0),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references directory.officer
);
create index commission_recovery_idx on dissemination.commission_recovery (commission_id, on_day);
create index commission_recovery_day_idx on dissemination.commission_recovery (on_day);
comment on table dissemination.commission_recovery is 'A sum that came in after a debtor was traced, as the service recorded it. Retention: as the commission.';

create table intelligence.commission_work (
  commission_id uuid primary key references dissemination.commission,
  agency_id uuid not null references directory.agency,
  outcome text not null,
  address text not null default '',
  postcode text not null default '',
  asset_kind text,
  asset_words text not null default '',
  confidence text,
  conditions text[] not null default '{}',
  checks jsonb not null default '[]',
  findings text not null constraint commission_work_findings check (findings <> ''),
  minutes integer not null constraint commission_work_minutes check (minutes > 0),
  proposed_at timestamptz not null,
  proposed_by uuid not null references directory.officer,
  authorised_at timestamptz,
  authorised_by uuid references directory.officer,
  constraint commission_work_four_eyes check (authorised_by is null or authorised_by <> proposed_by)
);
comment on table intelligence.commission_work is 'What the unit found and proposes to answer, and the minutes it cost. The findings never cross. Retention: as the commission.';

alter table intelligence.commission_work enable row level security;
alter table intelligence.commission_work force row level security;
create policy commission_work_seed on intelligence.commission_work for all to current_user using (true) with check (true);
create policy commission_work_own on intelligence.commission_work for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
grant select, insert, update on intelligence.commission_work to bailiwick_intel;

do $$
declare name text;
begin
  foreach name in array array['commission', 'commission_answer', 'commission_recovery'] loop
    execute format('alter table dissemination.%I enable row level security', name);
    execute format('alter table dissemination.%I force row level security', name);
    execute format('create policy %I on dissemination.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on dissemination.%I for select to bailiwick_ops using (agency_id = (select platform.viewer_agency())
      and service_id::text = any (string_to_array((select platform.viewer_text(''services'')), '','')))', name || '_own', name);
  end loop;
end $$;
create policy commission_unit on dissemination.commission for select to bailiwick_intel using (unit_agency_id = (select platform.viewer_agency()));
create policy commission_unit_change on dissemination.commission for update to bailiwick_intel
  using (unit_agency_id = (select platform.viewer_agency())) with check (unit_agency_id = (select platform.viewer_agency()));
create policy commission_own_change on dissemination.commission for update to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and service_id::text = any (string_to_array((select platform.viewer_text('services')), ',')))
  with check (agency_id = (select platform.viewer_agency()));
create policy commission_recovery_add on dissemination.commission_recovery for insert to bailiwick_ops
  with check (agency_id = (select platform.viewer_agency()) and service_id::text = any (string_to_array((select platform.viewer_text('services')), ',')));
grant select on dissemination.commission to bailiwick_ops, bailiwick_intel;
grant update (status, award, version) on dissemination.commission to bailiwick_ops;
grant update (status, refused_for, price_pence, paid_on, version) on dissemination.commission to bailiwick_intel;
grant select on dissemination.commission_answer, dissemination.commission_recovery to bailiwick_ops;
grant insert on dissemination.commission_recovery to bailiwick_ops;

-- Commissions the unit, and reads nothing back.
create function dissemination.commission_unit(given jsonb, asked_on date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), commission_unit.asked_on);
begin
  if unit is null or officer is null then return false; end if;
  if not (given->>'serviceId') = any (string_to_array(platform.viewer_text('services'), ',')) then return false; end if;
  insert into dissemination.commission (id, reference, agency_id, service_id, unit_agency_id, kind, subject_kind, subject_label, key_kind, key_value,
      purpose, legal_basis, owed_pence, decides_on, asked_on, asked_by)
    values ((given->>'id')::uuid, given->>'reference', platform.viewer_agency(), (given->>'serviceId')::uuid, unit, given->>'kind', given->>'subjectKind',
      given->>'subjectLabel', given->>'keyKind', given->>'keyValue', given->>'purpose', given->>'legalBasis', (given->>'owedPence')::integer,
      (given->>'decidesOn')::date, commission_unit.asked_on, officer);
  return true;
end $$;

-- Whether an answer would lead to an address that must stay hidden: the subject is somebody hidden, by key or by name alone where no date of
-- birth was given, or what is to be told stands in the postcode of a hidden address. Too much is withheld rather than one too little.
create function dissemination.leads_to_hidden(subject text, the_kind text, the_key text, told text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  -- Letters and digits alone are compared: an accent within a name parts it in an exact key.
  select exists (select 1 from records.hidden_address h join records.exact_key k on k.record_id = h.record_id
      where k.kind = the_kind and regexp_replace(k.value, '[^a-z0-9+]', '', 'g') = regexp_replace(the_key, '[^a-z0-9+]', '', 'g'))
    or (the_key is null and exists (select 1 from records.hidden_address h join records.received_record r on r.id = h.record_id
      where regexp_replace(lower(normalize(coalesce(r.fields->>'name', split_part(r.label, ',', 1)), NFKD)), '[^a-z0-9]', '', 'g')
        = regexp_replace(lower(normalize(split_part(subject, ',', 1), NFKD)), '[^a-z0-9]', '', 'g')))
    or exists (select 1 from records.kept_address a cross join unnest(a.keys) v
      where position(regexp_replace(v, '^.* ', '') in upper(regexp_replace(told, '[^A-Za-z0-9]', '', 'g'))) > 0)
    or exists (select 1 from records.kept_address a where coalesce(a.fields->>'postcode', '') <> ''
      and position(upper(regexp_replace(a.fields->>'postcode', '[^A-Za-z0-9]', '', 'g')) in upper(regexp_replace(told, '[^A-Za-z0-9]', '', 'g'))) > 0)
$$;

-- Lets an authorised answer cross. The same happens and the same comes back whatever was withheld.
create function dissemination.answer_commission(commission uuid, today date) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  c record;
  w record;
  is_withheld boolean;
begin
  select * into c from dissemination.commission d where d.id = commission and d.unit_agency_id = platform.viewer_agency() and d.status = 'asked' for update;
  select * into w from intelligence.commission_work x where x.commission_id = commission and x.authorised_by is not null;
  if c.id is null or w.commission_id is null then return; end if;
  is_withheld := dissemination.leads_to_hidden(c.subject_label, c.key_kind, c.key_value, concat_ws(' ', w.address, w.postcode, w.asset_words));
  if is_withheld and w.outcome = 'traced' then
    insert into dissemination.commission_answer (commission_id, agency_id, service_id, outcome, answered_on)
      values (c.id, c.agency_id, c.service_id, 'not-traced', today);
  else
    insert into dissemination.commission_answer (commission_id, agency_id, service_id, outcome, address, postcode, asset_kind, asset_words, confidence, conditions, checks, answered_on)
      values (c.id, c.agency_id, c.service_id, w.outcome, w.address, w.postcode, w.asset_kind, w.asset_words, w.confidence, w.conditions, w.checks, today);
  end if;
  update dissemination.commission d set status = 'answered', version = d.version + 1 where d.id = c.id;
end $$;
revoke execute on function dissemination.commission_unit, dissemination.leads_to_hidden, dissemination.answer_commission from public;
grant execute on function dissemination.commission_unit to bailiwick_ops;
grant execute on function dissemination.answer_commission to bailiwick_intel;
