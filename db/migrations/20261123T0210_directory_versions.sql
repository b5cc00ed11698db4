-- Why: the directory is edited by more than one person: the second to save is told, not overwritten. A role that needs
-- the agency's consent waits for the officer who speaks for that agency. Locks: the small tables of the directory, briefly.
-- Takes: milliseconds.
alter table directory.agency
  add column version integer not null default 1,
  add column spokesperson_id uuid references directory.officer;
comment on column directory.agency.spokesperson_id is 'The officer who consents for the agency where a role needs that.';
alter table directory.officer add column version integer not null default 1;
alter table directory.service add column version integer not null default 1;
alter table directory.area add column version integer not null default 1;
alter table directory.issue_type add column version integer not null default 1;
alter table directory.agreement
  add column version integer not null default 1,
  add column document text,
  add constraint agreement_two_agencies check (from_agency_id <> to_agency_id),
  add constraint agreement_dates check (ends_on is null or ends_on >= starts_on);
comment on column directory.agreement.ends_on is 'The first day on which it opens nothing any more.';
comment on column directory.agreement.document is 'Where the signed agreement is kept: a reference, never the text.';

-- Two changes of one instant keep their order.
alter table directory.change add column seq bigint generated always as identity;

create table directory.role_request (
  id uuid primary key,
  officer_id uuid not null references directory.officer,
  agency_id uuid not null references directory.agency,
  role text not null,
  side text not null constraint role_request_side check (side in ('OPS', 'INTEL', 'SAFEGUARD', 'GOV', 'TECH')),
  ends_on date,
  asked_by uuid not null references directory.officer,
  asked_at timestamptz not null,
  reason text not null,
  status text not null constraint role_request_status check (status in ('asked', 'agreed', 'given', 'refused', 'withdrawn')),
  decided_by uuid references directory.officer,
  decided_at timestamptz,
  decided_words text,
  constraint role_request_two_people check (decided_by is null or status = 'withdrawn' or (decided_by <> asked_by and decided_by <> officer_id))
);
create index role_request_agency_idx on directory.role_request (agency_id) where status = 'asked';
create index role_request_officer_idx on directory.role_request (officer_id);
comment on table directory.role_request is 'A role that needs the consent of the officer''s agency: asked by an administrator, decided by whoever speaks for the agency. Retention: 6 years after the role ends.';
alter table directory.role_request enable row level security;
alter table directory.role_request force row level security;
create policy role_request_administrator on directory.role_request for all to bailiwick_tech using (true) with check (true);
-- Second fence: only the one who speaks for the agency reads and decides its requests.
create policy role_request_spokesperson on directory.role_request for all
  to bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_gov
  using (agency_id = (select platform.viewer_agency()) and exists (
    select 1 from directory.agency a where a.id = agency_id and a.spokesperson_id = (select platform.viewer_text('officer'))::uuid));
grant select, insert, update (status, decided_by, decided_at, decided_words) on directory.role_request to bailiwick_tech;
grant select, update (status, decided_by, decided_at, decided_words) on directory.role_request
  to bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_gov;
