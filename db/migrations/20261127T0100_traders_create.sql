-- Why: a scheme of checked traders (Trading Standards Checked): one file a firm, from its application over papers, checks and the
-- decision to membership, renewal, suspension and its end. What the intelligence side answers stands in its own schema.
-- Locks: none on existing tables. Takes: milliseconds.
create schema traders;
grant usage on schema traders to bailiwick_ops, bailiwick_public;

create table traders.trader (
  id uuid primary key,
  reference text not null constraint trader_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint trader_status check (status in ('applied', 'checking', 'member', 'renewing', 'suspended', 'refused',
    'appealed', 'expelled', 'withdrawn', 'lapsed', 'left')),
  firm_name text not null,
  legal_status text not null,
  trades text[] not null,
  company_number text,
  carrier_number text,
  phone text,
  email text,
  vehicles text[] not null default '{}',
  address text,
  postcode text,
  district_code text,
  trading_since date,
  round smallint not null default 1,
  applied_on date not null,
  vetting_id uuid,
  asked_on date,
  conditions text[] not null default '{}',
  member_from date,
  member_until date,
  member_why text,
  ground text,
  decided_on date,
  decided_by uuid,
  appealed_from text constraint trader_appealed_from check (appealed_from in ('refused', 'expelled')),
  appeal_until date,
  appeal_why text,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint trader_member_since check (status not in ('member', 'renewing', 'suspended', 'expelled', 'lapsed', 'left') or (member_from is not null and member_until is not null)),
  constraint trader_asked_before_decided check (member_from is null or asked_on is not null),
  constraint trader_refused_why check (status not in ('refused', 'expelled', 'suspended') or ground is not null)
);
create index trader_agency_idx on traders.trader (agency_id, made_at desc, id desc);
create index trader_member_idx on traders.trader (status, member_until);
comment on table traders.trader is 'A firm that applied to be a checked trader, and its membership. Holds nothing of what the intelligence side knows. Retention: 6 years after the end.';
comment on column traders.trader.round is 'How many times it was looked at: the application, each renewal, each appeal that was allowed. The intelligence side is asked once a round.';
comment on column traders.trader.ground is 'The broad reason of a refusal, suspension or expulsion: all that the trader is told.';

create table traders.trader_person (
  id uuid primary key,
  trader_id uuid not null references traders.trader,
  agency_id uuid not null references directory.agency,
  name text not null,
  date_of_birth date not null,
  address text not null,
  added_at timestamptz not null
);
create index trader_person_idx on traders.trader_person (trader_id, added_at);
comment on table traders.trader_person is 'Owners and directors of a firm that applied. Retention: as the file.';

create table traders.trader_proof (
  id uuid primary key,
  trader_id uuid not null references traders.trader,
  agency_id uuid not null references directory.agency,
  person_id uuid references traders.trader_person,
  kind text not null,
  words text not null,
  valid_until date,
  name text,
  media_type text,
  sha256 text,
  content bytea,
  added_by uuid,
  added_at timestamptz not null
);
create index trader_proof_idx on traders.trader_proof (trader_id, added_at);
comment on table traders.trader_proof is 'A document that the firm showed, with its copy where one was kept. Retention: as the file; copies of identity documents until the decision.';

create table traders.trader_payment (
  id uuid primary key,
  trader_id uuid not null references traders.trader,
  agency_id uuid not null references directory.agency,
  round smallint not null,
  kind text not null constraint trader_payment_kind check (kind in ('vetting', 'membership')),
  pence integer not null constraint trader_payment_pence check (pence > 0),
  paid_on date not null,
  payment_reference text not null,
  refunded_on date,
  constraint trader_payment_refund check (refunded_on is null or kind = 'membership'),
  constraint trader_payment_key unique (trader_id, round, kind)
);
comment on table traders.trader_payment is 'Fees that came, and the membership fee that went back to a firm that was refused. The vetting fee is never refunded. Retention: 6 years.';

create table traders.trader_check (
  trader_id uuid not null references traders.trader,
  round smallint not null,
  item text not null,
  agency_id uuid not null references directory.agency,
  result text not null constraint trader_check_result check (result in ('met', 'not-met', 'not-needed')),
  words text not null,
  officer_id uuid,
  at timestamptz not null,
  primary key (trader_id, round, item)
);
comment on table traders.trader_check is 'What the scheme itself found out of a firm, item by item, each round. Retention: as the file.';

create table traders.trader_complaint (
  id uuid primary key,
  trader_id uuid not null references traders.trader,
  agency_id uuid not null references directory.agency,
  reference text not null constraint trader_complaint_reference_key unique,
  received_on date not null,
  words text not null,
  outcome text constraint trader_complaint_outcome check (outcome in ('upheld', 'not-upheld', 'settled')),
  outcome_words text,
  decided_on date,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint trader_complaint_decided check ((outcome is null) = (decided_on is null))
);
create index trader_complaint_idx on traders.trader_complaint (trader_id, received_on desc);
create index trader_complaint_received_idx on traders.trader_complaint (received_on);
comment on table traders.trader_complaint is 'Complaints about a member and what came of them; never published, there are no public reviews. Names no customer. Retention: as the file.';

create table traders.trader_event (
  id uuid primary key,
  trader_id uuid not null references traders.trader,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index trader_event_idx on traders.trader_event (trader_id, at);
create index trader_event_kind_idx on traders.trader_event (kind, at);
comment on table traders.trader_event is 'What happened to a file, in order, in the words of the table of steps. Retention: as the file.';

create table traders.trader_reason (
  event_id uuid primary key references traders.trader_event,
  trader_id uuid not null references traders.trader,
  agency_id uuid not null references directory.agency,
  words text not null
);
create index trader_reason_idx on traders.trader_reason (trader_id);
comment on table traders.trader_reason is 'Why a step was taken, in the officer''s words, for the scheme alone. Retention: as the file.';

create table traders.trader_document (
  id uuid primary key,
  trader_id uuid not null references traders.trader,
  agency_id uuid not null references directory.agency,
  kind text not null constraint trader_document_kind check (kind in ('acceptance', 'refusal', 'suspension', 'expulsion')),
  version smallint not null,
  format text not null constraint trader_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint trader_document_version_key unique (trader_id, kind, version, format)
);
comment on table traders.trader_document is 'The very letters that went to a firm, with their hashes. Retention: as the file.';

create table traders.fee (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  kind text not null constraint fee_kind check (kind in ('vetting', 'membership')),
  pence integer not null constraint fee_pence check (pence > 0),
  starts_on date not null,
  source text not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint fee_key unique (agency_id, kind, starts_on)
);
comment on table traders.fee is 'What the scheme asks, from which day on, and who decided it. Never edited: a new amount is a new row. Retention: kept.';

-- The agency that runs the scheme, and nobody else: every table of it.
do $$
declare fenced text;
begin
  foreach fenced in array array['trader', 'trader_person', 'trader_proof', 'trader_payment', 'trader_check', 'trader_complaint',
    'trader_event', 'trader_reason', 'trader_document', 'fee'] loop
    execute format('alter table traders.%I enable row level security', fenced);
    execute format('alter table traders.%I force row level security', fenced);
    execute format('create policy %I on traders.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))',
      fenced || '_owner', fenced);
    execute format('create policy %I on traders.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;

grant select, insert, update on traders.trader, traders.trader_payment, traders.trader_check, traders.trader_complaint to bailiwick_ops;
grant select, insert on traders.trader_proof, traders.trader_event, traders.trader_reason, traders.trader_document, traders.fee to bailiwick_ops;
grant select, insert, delete on traders.trader_person to bailiwick_ops;

-- What the public reads: members that are checked today, by firm, trade and district. No address, no person, no complaint.
create function traders.checked(today date) returns table (firm_name text, trades text[], district_code text, member_from date)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.firm_name, t.trades, t.district_code, t.member_from from traders.trader t
  where t.status in ('member', 'renewing') and t.member_until >= today order by t.firm_name, t.reference limit 2000
$$;
revoke execute on function traders.checked from public;
grant execute on function traders.checked to bailiwick_public, bailiwick_ops;
