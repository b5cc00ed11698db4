-- Why: fixed penalties from evidence to payment or court, with the law and the adopted amounts of the day of the offence.
-- Locks: nothing that exists. Takes: milliseconds.
grant usage on schema enforcement to bailiwick_tech, bailiwick_gov;

create table enforcement.penalty_law (
  id uuid primary key,
  offence text not null,
  law text not null,
  jurisdiction text not null,
  default_pence integer,
  min_pence integer,
  max_pence integer not null,
  early_min_pence integer,
  early_within_days smallint,
  window_days smallint not null,
  min_window_days smallint not null,
  valid_from date,
  valid_to date,
  legal_basis text not null,
  marking text not null constraint penalty_law_marking check (marking in ('verified', 'general-knowledge')),
  general_knowledge text[] not null default '{}',
  status text not null constraint penalty_law_status check (status in ('active', 'awaiting-confirmation', 'off')),
  source text not null,
  note text,
  constraint penalty_law_dates check (valid_to is null or valid_to >= valid_from),
  constraint penalty_law_known_start check (status <> 'active' or valid_from is not null)
);
create index penalty_law_offence_idx on enforcement.penalty_law (offence, valid_from);
comment on table enforcement.penalty_law is 'The range the law allows for a penalty, by day of the offence. Closed and followed, never edited. Retention: kept.';
comment on column enforcement.penalty_law.status is 'A row awaiting confirmation or off never applies, whatever its dates.';
comment on column enforcement.penalty_law.general_knowledge is 'Figures of this row that no source was found for.';

create table enforcement.adopted_amount (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  offence text not null,
  amount_pence integer not null,
  early_pence integer,
  early_days smallint,
  window_days smallint not null,
  valid_from date not null,
  valid_to date,
  minute text not null,
  constraint adopted_amount_early check ((early_pence is null) = (early_days is null))
);
create index adopted_amount_agency_idx on enforcement.adopted_amount (agency_id, offence, valid_from);
comment on table enforcement.adopted_amount is 'What a council adopted inside the range, with the minute that says so. Retention: kept.';

create table enforcement.penalty (
  id uuid primary key,
  reference text not null constraint penalty_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint penalty_status check (status in ('draft', 'issued', 'representations', 'overdue', 'reminded',
    'paid-early', 'paid-full', 'cancelled', 'void', 'referred', 'convicted', 'acquitted', 'withdrawn', 'time-barred')),
  offence text not null,
  offence_on date,
  offence_time text,
  place_words text,
  lon double precision,
  lat double precision,
  ward_code text,
  district_code text,
  land_type text,
  waste_type text,
  waste_size text,
  report_id uuid references intake.report,
  case_id uuid references enforcement.case_file,
  identified_by text,
  policy_considered boolean not null default false,
  law_id uuid references enforcement.penalty_law,
  adopted_id uuid references enforcement.adopted_amount,
  amount_pence integer,
  early_pence integer,
  early_until date,
  pay_until date,
  prosecute_from date,
  deadline_why text,
  issued_on date,
  issued_by uuid references directory.officer,
  power_basis text,
  power_reference text,
  served_on date,
  served_how text,
  served_by text,
  paid_on date,
  paid_pence integer,
  ended_on date,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint penalty_issued_whole check (issued_on is null or (law_id is not null and adopted_id is not null
    and amount_pence is not null and pay_until is not null and offence_on is not null))
);
create index penalty_agency_idx on enforcement.penalty (agency_id, issued_on desc, id desc);
create index penalty_issued_idx on enforcement.penalty (issued_on desc, id desc);
create index penalty_due_idx on enforcement.penalty (pay_until) where status = 'issued';
create index penalty_report_idx on enforcement.penalty (report_id) where report_id is not null;
create index penalty_case_idx on enforcement.penalty (case_id) where case_id is not null;
comment on table enforcement.penalty is 'A fixed penalty notice; who it is to stands apart. Retention: 6 years after the end.';
comment on column enforcement.penalty.pay_until is 'Last day to pay: the local window, never less than the days in which no prosecution may start.';
comment on column enforcement.penalty.prosecute_from is 'First day on which proceedings may begin.';

create table enforcement.penalty_recipient (
  penalty_id uuid primary key references enforcement.penalty,
  agency_id uuid not null references directory.agency,
  record_id uuid references records.received_record,
  name text,
  address text
);
comment on table enforcement.penalty_recipient is 'Who the notice is to, for the issuing agency alone. Retention: as the penalty.';

create table enforcement.penalty_evidence (
  id uuid primary key,
  penalty_id uuid not null references enforcement.penalty,
  agency_id uuid not null references directory.agency,
  kind text not null constraint penalty_evidence_kind check (kind in ('photo', 'statement', 'cctv', 'document', 'admission')),
  words text not null,
  file_id uuid,
  added_by uuid,
  added_at timestamptz not null
);
create index penalty_evidence_penalty_idx on enforcement.penalty_evidence (penalty_id, added_at);
comment on table enforcement.penalty_evidence is 'What shows the offence and who did it, for the issuing agency alone. Retention: as the penalty.';

create table enforcement.penalty_event (
  id uuid primary key,
  penalty_id uuid not null references enforcement.penalty,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null,
  detail jsonb not null default '{}'
);
create index penalty_event_penalty_idx on enforcement.penalty_event (penalty_id, at);
comment on table enforcement.penalty_event is 'What happened to a penalty, in order, naming nobody outside. Retention: as the penalty.';

create table enforcement.penalty_payment (
  id uuid primary key,
  penalty_id uuid not null references enforcement.penalty,
  paid_on date not null,
  pence integer not null constraint penalty_payment_positive check (pence > 0),
  payment_reference text not null,
  recorded_by uuid,
  recorded_at timestamptz not null
);
create unique index penalty_payment_reference_key on enforcement.penalty_payment (penalty_id, payment_reference);
create index penalty_payment_day_idx on enforcement.penalty_payment (paid_on);
comment on table enforcement.penalty_payment is 'Money received for a penalty, by the day it came. Income is the sum of these. Retention: as the penalty.';

create table enforcement.penalty_document (
  id uuid primary key,
  penalty_id uuid not null references enforcement.penalty,
  agency_id uuid not null references directory.agency,
  kind text not null constraint penalty_document_kind check (kind in ('notice', 'reminder', 'prosecution-file')),
  version smallint not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint penalty_document_version_key unique (penalty_id, kind, version)
);
comment on table enforcement.penalty_document is 'The very papers that were sent, with their hashes, for the issuing agency alone. Retention: as the penalty.';

-- Second fence: names, evidence and papers only for an officer of the issuing agency.
alter table enforcement.penalty_recipient enable row level security;
alter table enforcement.penalty_recipient force row level security;
alter table enforcement.penalty_evidence enable row level security;
alter table enforcement.penalty_evidence force row level security;
alter table enforcement.penalty_document enable row level security;
alter table enforcement.penalty_document force row level security;
create policy penalty_recipient_owner on enforcement.penalty_recipient for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy penalty_evidence_owner on enforcement.penalty_evidence for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy penalty_document_owner on enforcement.penalty_document for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
-- The installation's owner loads the demonstration county.
create policy penalty_recipient_seed on enforcement.penalty_recipient for all to current_user using (true) with check (true);
create policy penalty_evidence_seed on enforcement.penalty_evidence for all to current_user using (true) with check (true);
create policy penalty_document_seed on enforcement.penalty_document for all to current_user using (true) with check (true);

grant select on enforcement.penalty_law, enforcement.adopted_amount to bailiwick_ops, bailiwick_tech, bailiwick_gov, bailiwick_worker;
grant select, insert, update on enforcement.penalty to bailiwick_ops;
grant select, update (status, version) on enforcement.penalty to bailiwick_worker;
grant select, insert, update on enforcement.penalty_recipient to bailiwick_ops;
grant select, insert, delete on enforcement.penalty_evidence to bailiwick_ops;
grant select, insert on enforcement.penalty_event, enforcement.penalty_payment, enforcement.penalty_document to bailiwick_ops;
grant select, insert on enforcement.penalty_event to bailiwick_worker;
