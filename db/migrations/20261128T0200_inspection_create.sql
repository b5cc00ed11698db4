-- Why: premises that are licensed, inspected and tested: test-purchase operations with their attempts, persistent selling, inspections by
-- risk, premises of concern, schemes with their members and awards. Firms and places stay records; sellers stay on their penalties.
-- Locks: none on existing tables. Takes: milliseconds.
create schema inspection;
grant usage on schema inspection to bailiwick_ops;

create table inspection.premises (
  id uuid primary key,
  reference text not null constraint premises_reference_key unique,
  agency_id uuid not null references directory.agency,
  agency_ids uuid[] not null,
  kind text not null,
  trading_name text not null,
  firm_name text not null,
  firm_record_id uuid not null,
  place_record_id uuid not null,
  address text not null,
  postcode text not null,
  district_code text not null,
  licence_number text,
  risk text,
  rated_on date,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint premises_owner_reads check (agency_ids @> array[agency_id]),
  constraint premises_rated check ((risk is null) = (rated_on is null)),
  constraint premises_place_key unique (agency_id, place_record_id, trading_name)
);
create index premises_agencies_idx on inspection.premises using gin (agency_ids);
create index premises_list_idx on inspection.premises (trading_name, id);
comment on table inspection.premises is 'Premises with their licence and risk, tied to the records of firm and place. Retention: 6 years after the last visit or test.';
comment on column inspection.premises.agency_ids is 'Who reads the card: the agency that keeps it, and those it shares a concern with. Plans to test the premises are no part of the card.';
comment on column inspection.premises.address is 'As in the record of the place; not read once the record must stay hidden.';

create table inspection.premises_event (
  id uuid primary key,
  premises_id uuid not null references inspection.premises,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index premises_event_idx on inspection.premises_event (premises_id, at);
comment on table inspection.premises_event is 'What happened to premises, in order, for the agency that keeps them. Retention: as the premises.';

create table inspection.premises_reason (
  event_id uuid primary key references inspection.premises_event,
  premises_id uuid not null references inspection.premises,
  agency_id uuid not null references directory.agency,
  words text not null
);
comment on table inspection.premises_reason is 'Why something was done about premises, for the agency that keeps them. Retention: as the premises.';

create table inspection.concern (
  id uuid primary key,
  premises_id uuid not null references inspection.premises,
  agency_id uuid not null references directory.agency,
  raised_on date not null,
  words text not null,
  shared_words text not null,
  ended_on date,
  ended_why text,
  raised_by uuid,
  constraint concern_ended check ((ended_on is null) = (ended_why is null))
);
create unique index concern_open_key on inspection.concern (premises_id) where ended_on is null;
comment on table inspection.concern is 'Premises of concern: why, for the agency that keeps them. Retention: as the premises.';
comment on column inspection.concern.shared_words is 'What the agencies of a Joint Action Group read of it.';

create table inspection.purchase (
  id uuid primary key,
  reference text not null constraint purchase_reference_key unique,
  agency_id uuid not null references directory.agency,
  agency_ids uuid[] not null,
  name text not null,
  status text not null constraint purchase_status check (status in ('planned', 'settled', 'under-way', 'completed', 'cancelled')),
  on_day date not null,
  location text not null,
  district_code text not null,
  test_type text not null,
  product text not null,
  briefing text not null default '',
  risk_assessment text not null default '',
  ripa_answer text,
  ripa_words text not null default '',
  outcome text,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint purchase_lead_takes_part check (agency_ids @> array[agency_id]),
  constraint purchase_completed check (status <> 'completed' or outcome is not null)
);
create index purchase_agencies_idx on inspection.purchase using gin (agency_ids);
create index purchase_day_idx on inspection.purchase (on_day desc, id);
comment on table inspection.purchase is 'A test-purchase operation. Retention: 6 years after the day.';
comment on column inspection.purchase.ripa_answer is 'Whether the covert law was considered and with what answer; authorisations themselves are never kept here.';

create table inspection.purchase_event (
  id uuid primary key,
  purchase_id uuid not null references inspection.purchase,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index purchase_event_idx on inspection.purchase_event (purchase_id, at);
comment on table inspection.purchase_event is 'What happened to a test-purchase operation, in order; names no premises and no volunteer. Retention: as the operation.';

create table inspection.purchase_reason (
  event_id uuid primary key references inspection.purchase_event,
  purchase_id uuid not null references inspection.purchase,
  agency_id uuid not null references directory.agency,
  words text not null
);
comment on table inspection.purchase_reason is 'Why a step was taken, for the agency that leads. Retention: as the operation.';

create table inspection.purchase_officer (
  id uuid primary key,
  purchase_id uuid not null references inspection.purchase,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  part text not null,
  power text,
  power_reference text,
  added_by uuid,
  added_at timestamptz not null,
  constraint purchase_officer_key unique (purchase_id, officer_id, part)
);
comment on table inspection.purchase_officer is 'Who does what on a test-purchase operation, and by which power. Retention: as the operation.';

create table inspection.volunteer (
  id uuid primary key,
  purchase_id uuid not null references inspection.purchase,
  lead_agency_id uuid not null references directory.agency,
  code text not null,
  age smallint not null constraint volunteer_age check (age between 13 and 30),
  own_consent_on date not null,
  parent_consent_on date,
  added_by uuid,
  added_at timestamptz not null,
  constraint volunteer_key unique (purchase_id, code),
  constraint volunteer_parent check (age >= 18 or parent_consent_on is not null)
);
comment on table inspection.volunteer is 'A volunteer of a test purchase by a code and the age on the day; who they are is kept nowhere in this product. Retention: as the operation.';

create table inspection.welfare_line (
  id uuid primary key,
  volunteer_id uuid not null references inspection.volunteer,
  purchase_id uuid not null references inspection.purchase,
  lead_agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid,
  words text not null
);
create index welfare_line_idx on inspection.welfare_line (purchase_id, at);
comment on table inspection.welfare_line is 'How a volunteer was looked after, for the agency that leads. Retention: as the operation.';

create table inspection.selection (
  id uuid primary key,
  purchase_id uuid not null references inspection.purchase,
  premises_id uuid not null references inspection.premises,
  lead_agency_id uuid not null references directory.agency,
  label text not null,
  address text not null,
  record_ids uuid[] not null,
  added_by uuid,
  added_at timestamptz not null,
  constraint selection_key unique (purchase_id, premises_id)
);
create index selection_premises_idx on inspection.selection (premises_id);
comment on table inspection.selection is 'Premises to be tested: for the agency that leads, and for those that take part from the day on. Retention: as the operation.';

comment on column inspection.selection.record_ids is 'Records of firm and place: the address is not read once one of them must stay hidden.';

create table inspection.selection_reason (
  selection_id uuid primary key references inspection.selection on delete cascade,
  lead_agency_id uuid not null references directory.agency,
  basis text not null,
  words text not null,
  source_reference text
);
comment on table inspection.selection_reason is 'Why premises were chosen, for the agency that leads alone: of intelligence its reference and the words it was given for operations. Retention: as the operation.';

create table inspection.attempt (
  id uuid primary key,
  reference text not null constraint attempt_reference_key unique,
  purchase_id uuid not null references inspection.purchase,
  premises_id uuid not null references inspection.premises,
  lead_agency_id uuid not null references directory.agency,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  attempted_at timestamptz not null,
  on_day date not null,
  result text not null constraint attempt_result check (result in ('pass_refused', 'pass_challenged_refused', 'fail_sold',
    'fail_sold_after_challenge', 'void')),
  volunteer_code text not null,
  volunteer_age smallint not null,
  product text not null,
  voided_from text,
  made_at timestamptz not null,
  version integer not null default 1
);
create unique index attempt_once_key on inspection.attempt (purchase_id, premises_id) where result <> 'void';
create index attempt_premises_idx on inspection.attempt (premises_id, on_day);
create index attempt_day_idx on inspection.attempt (on_day, id);
comment on table inspection.attempt is 'An attempt to buy at premises and what came of it: nothing of who sold, and of the volunteer a code and an age. Retention: as the operation.';

create table inspection.attempt_detail (
  attempt_id uuid primary key references inspection.attempt,
  lead_agency_id uuid not null references directory.agency,
  agency_id uuid not null references directory.agency,
  words text not null
);
comment on table inspection.attempt_detail is 'What was said at the till, for the agency that recorded it and the one that leads; never printed or exported. Retention: as the operation.';

create table inspection.follow_up (
  id uuid primary key,
  attempt_id uuid not null references inspection.attempt,
  lead_agency_id uuid not null references directory.agency,
  agency_id uuid not null references directory.agency,
  kind text not null,
  status text not null constraint follow_up_status check (status in ('offered', 'done', 'declined')),
  due_on date,
  done_on date,
  penalty_id uuid,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint follow_up_key unique (attempt_id, kind)
);
create index follow_up_due_idx on inspection.follow_up (status, due_on);
comment on table inspection.follow_up is 'What follows an attempt: training, warning, refusals book, re-inspection, licence review, penalty to the seller. Retention: as the operation.';
comment on column inspection.follow_up.penalty_id is 'The penalty of the seller, by its id alone: who they are stands there and nowhere here.';

create table inspection.attempt_document (
  id uuid primary key,
  attempt_id uuid not null references inspection.attempt,
  agency_id uuid not null references directory.agency,
  kind text not null constraint attempt_document_kind check (kind = 'letter'),
  version smallint not null,
  format text not null constraint attempt_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint attempt_document_version_key unique (attempt_id, kind, version, format)
);
comment on table inspection.attempt_document is 'The very letters that told businesses the result, a pass too. Retention: as the operation.';

create table inspection.sale (
  id uuid primary key,
  premises_id uuid not null references inspection.premises,
  agency_id uuid not null references directory.agency,
  penalty_id uuid not null,
  sold_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint sale_key unique (premises_id, penalty_id)
);
comment on table inspection.sale is 'An unlawful sale proved by a paid penalty that no test purchase led to. Retention: as the premises.';

create table inspection.persistent_decision (
  id uuid primary key,
  premises_id uuid not null references inspection.premises,
  agency_id uuid not null references directory.agency,
  first_on date not null,
  last_on date not null,
  choice text not null,
  hours smallint,
  power_reference text,
  words text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  constraint persistent_decision_key unique (premises_id, last_on),
  constraint persistent_hours check ((choice = 'closure-notice') = (hours is not null))
);
comment on table inspection.persistent_decision is 'What was decided about persistent selling, up to which sale. Retention: as the premises.';

create table inspection.visit (
  id uuid primary key,
  reference text not null constraint inspection_visit_reference_key unique,
  premises_id uuid not null references inspection.premises,
  agency_id uuid not null references directory.agency,
  agency_ids uuid[] not null,
  label text not null,
  kind text not null,
  planned_on date not null,
  visited_on date,
  result text,
  findings text[] not null default '{}',
  words text not null default '',
  revisit_on date,
  revisit_of uuid references inspection.visit,
  officer_id uuid,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint visit_owner_reads check (agency_ids @> array[agency_id]),
  constraint visit_done check ((visited_on is null) = (result is null))
);
create index inspection_visit_premises_idx on inspection.visit (premises_id, visited_on desc);
create index inspection_visit_agencies_idx on inspection.visit using gin (agency_ids);
create unique index visit_open_key on inspection.visit (premises_id, kind, agency_id) where visited_on is null;
comment on table inspection.visit is 'An inspection, revisit or joint visit, planned and done. Retention: as the premises.';

create table inspection.sample (
  id uuid primary key,
  visit_id uuid not null references inspection.visit,
  agency_id uuid not null references directory.agency,
  what text not null,
  result text not null constraint sample_result check (result in ('awaited', 'satisfactory', 'unsatisfactory')),
  taken_at timestamptz not null,
  version integer not null default 1
);
create index sample_visit_idx on inspection.sample (visit_id);
comment on table inspection.sample is 'A sample taken on a visit, and what came of it. Retention: as the visit.';

create table inspection.scheme (
  id uuid primary key,
  reference text not null constraint scheme_reference_key unique,
  agency_id uuid not null references directory.agency,
  agency_ids uuid[] not null,
  kind text not null,
  name text not null,
  district_code text not null,
  status text not null constraint scheme_status check (status in ('open', 'on-hold')),
  started_on date not null,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint scheme_owner_reads check (agency_ids @> array[agency_id])
);
create index scheme_agencies_idx on inspection.scheme using gin (agency_ids);
comment on table inspection.scheme is 'A scheme that premises join: Nightsafe with its award, Hotel Watch, a Community Alcohol Partnership; and the agencies of its group. Retention: kept.';

create table inspection.member (
  id uuid primary key,
  scheme_id uuid not null references inspection.scheme,
  premises_id uuid not null references inspection.premises,
  agency_id uuid not null references directory.agency,
  label text not null,
  joined_on date not null,
  trained_on date,
  left_on date,
  version integer not null default 1
);
create unique index member_open_key on inspection.member (scheme_id, premises_id) where left_on is null;
comment on table inspection.member is 'Premises that belong to a scheme, when they joined and were trained. Retention: 6 years after they left.';

create table inspection.award (
  id uuid primary key,
  reference text not null constraint award_reference_key unique,
  scheme_id uuid not null references inspection.scheme,
  premises_id uuid not null references inspection.premises,
  agency_id uuid not null references directory.agency,
  status text not null constraint award_status check (status in ('applied', 'awarded', 'not-met', 'withdrawn')),
  level text,
  applied_on date not null,
  decided_on date,
  valid_until date,
  decided_by uuid,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint award_level check ((status = 'awarded') = (level is not null)),
  constraint award_decided check ((status in ('awarded', 'not-met')) = (decided_on is not null))
);
create unique index award_open_key on inspection.award (scheme_id, premises_id) where status = 'applied';
create index award_decided_idx on inspection.award (decided_on, id);
comment on table inspection.award is 'An application of premises for the award of a scheme and what was decided. Retention: 6 years after the decision.';

create table inspection.award_answer (
  award_id uuid not null references inspection.award,
  criterion text not null,
  agency_id uuid not null references directory.agency,
  is_met boolean not null,
  words text not null,
  officer_id uuid,
  at timestamptz not null,
  primary key (award_id, criterion)
);
comment on table inspection.award_answer is 'What an assessor found out of one criterion. Retention: as the award.';

create table inspection.award_document (
  id uuid primary key,
  award_id uuid not null references inspection.award,
  agency_id uuid not null references directory.agency,
  kind text not null constraint award_document_kind check (kind = 'certificate'),
  version smallint not null,
  format text not null constraint award_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint award_document_version_key unique (award_id, kind, version, format)
);
comment on table inspection.award_document is 'Certificates as they were printed. Retention: as the award.';

-- Second fence. First what several agencies read, by the list on the row; then what belongs to one of those; then what is one agency's.
do $$
declare fenced text;
begin
  foreach fenced in array array['premises', 'purchase', 'visit', 'scheme'] loop
    execute format('create policy %I on inspection.%I for all to bailiwick_ops
      using (agency_ids @> array[(select platform.viewer_agency())]) with check (agency_ids @> array[(select platform.viewer_agency())])', fenced || '_part', fenced);
  end loop;
  foreach fenced in array array['purchase_event', 'purchase_officer', 'attempt', 'follow_up'] loop
    execute format('create policy %I on inspection.%I for all to bailiwick_ops using (exists (select 1 from inspection.purchase p
      where p.id = %s and p.agency_ids @> array[(select platform.viewer_agency())]))', fenced || '_part', fenced,
      case fenced when 'follow_up' then '(select t.purchase_id from inspection.attempt t where t.id = follow_up.attempt_id)' else fenced || '.purchase_id' end);
  end loop;
  -- Those that take part learn on the day, and not before, where the volunteers are sent.
  foreach fenced in array array['selection', 'volunteer'] loop
    execute format('create policy %I on inspection.%I for all to bailiwick_ops using (lead_agency_id = (select platform.viewer_agency())
      or exists (select 1 from inspection.purchase p where p.id = %2$I.purchase_id and p.status in (''under-way'', ''completed'')
        and p.agency_ids @> array[(select platform.viewer_agency())])) with check (lead_agency_id = (select platform.viewer_agency()))', fenced || '_part', fenced);
  end loop;
  foreach fenced in array array['welfare_line', 'selection_reason'] loop
    execute format('create policy %I on inspection.%I for all to bailiwick_ops
      using (lead_agency_id = (select platform.viewer_agency())) with check (lead_agency_id = (select platform.viewer_agency()))', fenced || '_lead', fenced);
  end loop;
  execute 'create policy attempt_detail_part on inspection.attempt_detail for all to bailiwick_ops
    using ((select platform.viewer_agency()) in (lead_agency_id, agency_id)) with check (agency_id = (select platform.viewer_agency()))';
  execute 'create policy premises_event_own on inspection.premises_event for all to bailiwick_ops using (exists (select 1 from inspection.premises p
    where p.id = premises_event.premises_id and p.agency_id = (select platform.viewer_agency())))';
  execute 'create policy concern_part on inspection.concern for all to bailiwick_ops using (exists (select 1 from inspection.premises p
    where p.id = concern.premises_id and p.agency_ids @> array[(select platform.viewer_agency())])) with check (agency_id = (select platform.viewer_agency()))';
  execute 'create policy member_part on inspection.member for all to bailiwick_ops using (exists (select 1 from inspection.scheme s
    where s.id = member.scheme_id and s.agency_ids @> array[(select platform.viewer_agency())])) with check (agency_id = (select platform.viewer_agency()))';
  foreach fenced in array array['premises_reason', 'purchase_reason', 'attempt_document', 'sale', 'persistent_decision', 'sample', 'award',
    'award_answer', 'award_document'] loop
    execute format('create policy %I on inspection.%I for all to bailiwick_ops
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', fenced || '_owner', fenced);
  end loop;
  for fenced in select tablename from pg_tables where schemaname = 'inspection' loop
    execute format('alter table inspection.%I enable row level security', fenced);
    execute format('alter table inspection.%I force row level security', fenced);
    execute format('create policy %I on inspection.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;

grant select, insert, update on inspection.premises, inspection.concern, inspection.purchase, inspection.attempt, inspection.follow_up,
  inspection.visit, inspection.sample, inspection.scheme, inspection.member, inspection.award, inspection.award_answer to bailiwick_ops;
grant select, insert on inspection.premises_event, inspection.premises_reason, inspection.purchase_event, inspection.purchase_reason,
  inspection.welfare_line, inspection.selection_reason, inspection.attempt_detail, inspection.attempt_document, inspection.sale,
  inspection.persistent_decision, inspection.award_document to bailiwick_ops;
grant select, insert, delete on inspection.purchase_officer, inspection.volunteer, inspection.selection to bailiwick_ops;

-- What the group of a scheme reads of its area: operations that are over, in numbers. No premises, no officer, no plan.
create function inspection.area_figures(the_scheme uuid) returns table (on_day date, location text, name text, test_type text, product text,
    visited int, passed int, failed int)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.on_day, p.location, p.name, p.test_type, p.product, count(t.id)::int,
    count(t.id) filter (where t.result like 'pass%')::int, count(t.id) filter (where t.result like 'fail%')::int
  from inspection.scheme s join inspection.purchase p on p.district_code = s.district_code and p.status = 'completed'
    left join inspection.attempt t on t.purchase_id = p.id and t.result <> 'void'
  where s.id = the_scheme and s.agency_ids @> array[platform.viewer_agency()]
  group by p.id order by p.on_day, p.name, p.id
$$;
revoke execute on function inspection.area_figures from public;
grant execute on function inspection.area_figures to bailiwick_ops;
comment on function inspection.area_figures is 'Test purchases of a scheme''s district that are over, counted, for the agencies of its group.';
