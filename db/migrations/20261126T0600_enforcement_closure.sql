-- Why: closure of premises (Anti-social Behaviour, Crime and Policing Act 2014 ss.76-93) as one file a premises: the safeguarding
-- checklist and consultation, the notice, the court, the order, its extension and its end.
-- Locks: none on existing tables. Takes: milliseconds.
create table enforcement.closure (
  id uuid primary key,
  reference text not null constraint closure_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint closure_status check (status in ('prepared', 'consulted', 'notice-served', 'applied', 'adjourned',
    'ordered', 'extended', 'refused', 'cancelled', 'lapsed', 'ended', 'void')),
  premises_kind text not null constraint closure_premises_kind check (premises_kind in ('dwelling', 'licensed', 'commercial', 'land')),
  grounds text[] not null default '{}',
  is_necessary boolean not null default false,
  ward_code text,
  district_code text,
  case_id uuid references enforcement.case_file,
  consulted_on date,
  notice_hours smallint,
  notice_at timestamptz,
  notice_until timestamptz,
  notice_why text,
  notice_extended_at timestamptz,
  hearing_by timestamptz,
  hearing_why text,
  hearing_at timestamptz,
  applied_at timestamptz,
  adjourned_until date,
  ordered_on date,
  order_until date,
  order_why text,
  is_everyone_excluded boolean,
  licensing_told_on date,
  appeal_until date,
  appeal_why text,
  extended_on date,
  breached_on date,
  breaches smallint not null default 0,
  ended_on date,
  ending text,
  claim_until date,
  claim_why text,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint closure_no_notice_without_consultation check (notice_at is null or consulted_on is not null),
  constraint closure_notice_hours check (notice_hours between 1 and 48),
  constraint closure_no_application_without_notice check (applied_at is null or (notice_at is not null and applied_at <= hearing_by)),
  constraint closure_no_order_without_application check (ordered_on is null or (applied_at is not null and order_until >= ordered_on)),
  constraint closure_extension_of_an_order check (extended_on is null or ordered_on is not null)
);
create index closure_agency_idx on enforcement.closure (agency_id, made_at desc, id desc);
create index closure_made_idx on enforcement.closure (made_at desc, id desc);
create index closure_case_idx on enforcement.closure (case_id) where case_id is not null;
comment on table enforcement.closure is 'The closure of one premises from the checklist to the end of the order; where it is and who lives there stand apart. Retention: 6 years after the end.';
comment on column enforcement.closure.district_code is 'All that anybody outside the agency reads of where it is.';
comment on column enforcement.closure.hearing_by is 'Last moment of the 48 hours after service in which the court hears the application, s.80; Christmas Day does not count.';
comment on column enforcement.closure.appeal_until is 'Last of the 21 days to appeal to the Crown Court.';
comment on column enforcement.closure.claim_until is 'Last day to ask for compensation or costs, 3 months after the end.';
comment on column enforcement.closure.is_everyone_excluded is 'Whether the order keeps out those who live there too: a court may, a notice never does.';

create table enforcement.closure_place (
  closure_id uuid primary key references enforcement.closure,
  agency_id uuid not null references directory.agency,
  address text,
  problem text,
  owner_words text
);
comment on table enforcement.closure_place is 'Where the premises are, what happens there and who owns them, for the issuing agency alone. Retention: as the file.';

create table enforcement.closure_occupant (
  id uuid primary key,
  closure_id uuid not null references enforcement.closure,
  agency_id uuid not null references directory.agency,
  relation text not null constraint closure_occupant_relation check (relation in ('lives', 'owner', 'controls', 'visits')),
  record_id uuid references records.received_record,
  name text,
  words text,
  is_child boolean not null default false,
  is_at_risk boolean not null default false,
  is_barred boolean not null default false,
  added_at timestamptz not null,
  constraint closure_occupant_home_open check (not (is_barred and relation in ('lives', 'owner')))
);
create index closure_occupant_idx on enforcement.closure_occupant (closure_id, added_at);
comment on table enforcement.closure_occupant is 'Who lives at, owns, runs or visits the premises, for the issuing agency alone. Retention: as the file.';
comment on column enforcement.closure_occupant.is_barred is 'The notice keeps them out by name. It cannot keep out whoever habitually lives there or owns it, s.76(4).';

create table enforcement.closure_check (
  closure_id uuid not null references enforcement.closure,
  agency_id uuid not null references directory.agency,
  item text not null,
  answer text not null constraint closure_check_answer check (answer in ('found', 'none')),
  words text not null,
  officer_id uuid,
  at timestamptz not null,
  primary key (closure_id, item)
);
comment on table enforcement.closure_check is 'The safeguarding checklist of a closure, an answer an item, for the issuing agency alone. Retention: as the file.';

create table enforcement.closure_service (
  id uuid primary key,
  closure_id uuid not null references enforcement.closure,
  agency_id uuid not null references directory.agency,
  kind text not null constraint closure_service_kind check (kind in ('notice', 'notice-extension', 'cancellation')),
  ways text[] not null,
  served_at timestamptz not null,
  served_by text not null,
  power_basis text not null,
  power_reference text not null,
  officer_id uuid not null,
  recorded_at timestamptz not null
);
create index closure_service_idx on enforcement.closure_service (closure_id, served_at);
comment on table enforcement.closure_service is 'Proof of service at the premises: in which ways, when and by whom, and by whose power. Retention: as the file.';

create table enforcement.closure_event (
  id uuid primary key,
  closure_id uuid not null references enforcement.closure,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index closure_event_idx on enforcement.closure_event (closure_id, at);
comment on table enforcement.closure_event is 'What happened to a file, in order, in the words of the table of steps: names nobody outside and no place. Retention: as the file.';

create table enforcement.closure_reason (
  event_id uuid primary key references enforcement.closure_event,
  closure_id uuid not null references enforcement.closure,
  agency_id uuid not null references directory.agency,
  words text not null
);
create index closure_reason_idx on enforcement.closure_reason (closure_id);
comment on table enforcement.closure_reason is 'Why a step was taken and who was asked, in the officer''s words, for the issuing agency alone. Retention: as the file.';

create table enforcement.closure_document (
  id uuid primary key,
  closure_id uuid not null references enforcement.closure,
  agency_id uuid not null references directory.agency,
  kind text not null constraint closure_document_kind check (kind in ('notice', 'notice-extension', 'cancellation')),
  version smallint not null,
  format text not null constraint closure_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint closure_document_version_key unique (closure_id, kind, version, format)
);
comment on table enforcement.closure_document is 'The very notices that were served, with their hashes, for the issuing agency alone. Retention: as the file.';
comment on column enforcement.closure_document.shows_address is 'Printed with the address: opened no more once somebody who lives there must stay hidden.';

-- Second fence: the place, its occupants, the checklist, reasons and papers only for an officer of the issuing agency.
do $$
declare fenced text;
begin
  foreach fenced in array array['closure_place', 'closure_occupant', 'closure_check', 'closure_service', 'closure_reason',
    'closure_document'] loop
    execute format('alter table enforcement.%I enable row level security', fenced);
    execute format('alter table enforcement.%I force row level security', fenced);
    execute format('create policy %I on enforcement.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))',
      fenced || '_owner', fenced);
    -- The installation's owner loads and looks.
    execute format('create policy %I on enforcement.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;

grant select, insert, update on enforcement.closure, enforcement.closure_place, enforcement.closure_check to bailiwick_ops;
grant select, insert on enforcement.closure_service, enforcement.closure_event, enforcement.closure_reason,
  enforcement.closure_document to bailiwick_ops;
grant select, insert, delete on enforcement.closure_occupant to bailiwick_ops;
