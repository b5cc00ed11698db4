-- Why: who the partners are, where they have authority, and which service answers for what.
-- Locks: nothing that exists. Takes: milliseconds.
create extension if not exists pg_trgm;
create schema directory;
grant usage on schema directory to bailiwick_public, bailiwick_ops, bailiwick_intel, bailiwick_safeguard,
  bailiwick_gov, bailiwick_tech, bailiwick_sign_in, bailiwick_worker;

create table directory.area (
  code text primary key,
  kind text not null,
  name text not null,
  parent_code text,
  starts_on date not null,
  ends_on date,
  population integer,
  outline jsonb,
  constraint area_dates check (ends_on is null or ends_on > starts_on)
);
create index area_kind_idx on directory.area (kind, name);
comment on table directory.area is 'A district, ward, small area or police area, valid from its start to its end. Retention: kept.';
comment on column directory.area.outline is 'GeoJSON MultiPolygon coordinates for drawing; the lookup uses area_ring.';
create table directory.area_successor (
  old_code text not null references directory.area,
  new_code text not null references directory.area,
  primary key (old_code, new_code)
);
comment on table directory.area_successor is 'Which area took over when one ended. Retention: kept.';
create table directory.area_ring (
  area_code text not null references directory.area on delete cascade,
  part integer not null,
  is_hole boolean not null,
  ring polygon not null,
  bounds box generated always as (box(ring)) stored,
  primary key (area_code, part)
);
create index area_ring_bounds_gist on directory.area_ring using gist (bounds);
comment on column directory.area_ring.bounds is 'Asked first: an outline of thousands of points is read from disk only for the few areas whose box holds the point.';
comment on table directory.area_ring is 'Each closed ring of an area, for finding the area of a point. Retention: kept.';

create table directory.postcode (
  postcode text primary key,
  lon double precision,
  lat double precision,
  county_code text,
  district_code text,
  ward_code text,
  quality smallint
);
comment on table directory.postcode is 'A full postcode and the areas it lies in. A part of a postcode never decides an authority. Retention: replaced by each release.';
create table directory.street (
  id uuid primary key,
  name text not null,
  town text not null,
  ward_code text not null,
  lon double precision not null,
  lat double precision not null,
  points jsonb
);
create index street_name_trgm on directory.street using gin ((name || ' ' || town) gin_trgm_ops);
comment on table directory.street is 'Streets by name, so that a place can be typed. Retention: replaced by each release.';

create table directory.agency (
  id uuid primary key,
  code text not null constraint agency_code_key unique,
  name text not null,
  kind text not null,
  area_code text,
  starts_on date not null,
  ends_on date
);
comment on table directory.agency is 'A partner: a council, force, service, trust, landlord or charity. Retention: kept.';
create table directory.officer (
  id uuid primary key,
  name text not null,
  agency_id uuid not null references directory.agency,
  email text,
  blurb text,
  is_active boolean not null default true
);
comment on table directory.officer is 'A person who uses the system for an agency. Retention: 6 years after leaving.';
create table directory.role_grant (
  id uuid primary key,
  officer_id uuid not null references directory.officer,
  role text not null,
  side text not null constraint role_grant_side check (side in ('OPS', 'INTEL', 'SAFEGUARD', 'GOV', 'TECH')),
  starts_on date not null,
  ends_on date,
  granted_by uuid,
  reason text not null
);
create index role_grant_officer_idx on directory.role_grant (officer_id);
comment on table directory.role_grant is 'What an officer may do, on which side of the wall, from when to when. Retention: 6 years after the end.';

create table directory.service (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  code text not null constraint service_code_key unique,
  name text not null,
  team text not null,
  email text not null,
  phone text not null,
  hours jsonb not null,
  out_of_hours text,
  is_fallback boolean not null default false,
  lead_officer_id uuid references directory.officer,
  starts_on date not null,
  ends_on date
);
comment on table directory.service is 'A team that answers for kinds of issue in places. Retention: kept.';
create table directory.service_area (
  service_id uuid not null references directory.service,
  area_code text not null,
  primary key (service_id, area_code)
);
comment on table directory.service_area is 'Where a service works; none means the whole of its agency. Retention: kept.';
create table directory.service_member (
  service_id uuid not null references directory.service,
  officer_id uuid not null references directory.officer,
  primary key (service_id, officer_id)
);
create index service_member_officer_idx on directory.service_member (officer_id);
comment on table directory.service_member is 'Who works in a service. Retention: 6 years after leaving.';

create table directory.issue_type (
  code text primary key,
  name text not null,
  group_name text not null,
  hint text,
  words text[] not null,
  is_sensitive boolean not null default false,
  asks_land_owner boolean not null default false,
  target_working_days integer not null,
  lgsl integer,
  harmonised_category text,
  is_active boolean not null default true
);
comment on table directory.issue_type is 'One line of the A to Z. Retention: kept.';
comment on column directory.issue_type.is_sensitive is 'That a report of this kind exists is itself restricted.';
create table directory.routing_rule (
  id uuid primary key,
  issue_type text not null references directory.issue_type,
  area_code text,
  land_owner text not null default 'any',
  applies text not null default 'always' constraint routing_rule_applies check (applies in ('always', 'in-hours', 'out-of-hours')),
  service_id uuid not null references directory.service,
  starts_on date not null,
  ends_on date,
  note text
);
create index routing_rule_issue_idx on directory.routing_rule (issue_type);
comment on table directory.routing_rule is 'Issue type + area + land owner + hours to a service. The most particular live rule wins. Retention: kept.';
create table directory.gap (
  id uuid primary key,
  words text not null,
  issue_type text,
  district_code text,
  report_id uuid,
  noted_by uuid,
  noted_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_rule_id uuid
);
comment on table directory.gap is 'Something nobody is down to answer for. Words are those of the issue, never of a person. Retention: 2 years.';
create table directory.change (
  id uuid primary key,
  at timestamptz not null,
  officer_id uuid not null,
  record_kind text not null,
  record_id text not null,
  before jsonb,
  after jsonb,
  reason text not null
);
create index change_record_idx on directory.change (record_kind, record_id, at desc);
comment on table directory.change is 'What was changed in the directory, by whom and why; the before makes it reversible. Retention: kept.';

create table directory.authorisation (
  id uuid primary key,
  officer_id uuid not null references directory.officer,
  basis text not null constraint authorisation_basis check (basis in ('council-officer', 'csas')),
  power text not null,
  area_code text not null,
  granted_on date not null,
  expires_on date,
  withdrawn_on date,
  requires_uniform boolean not null default false,
  reference text not null
);
create index authorisation_officer_idx on directory.authorisation (officer_id);
comment on table directory.authorisation is 'A power held by a person, never by a team: Police Reform Act 2002 ss.40-42 for CSAS, or the council''s own authority. Retention: 6 years after expiry.';
create table directory.clearance (
  id uuid primary key,
  officer_id uuid not null references directory.officer,
  kind text not null constraint clearance_kind check (kind in ('vetting', 'training')),
  name text not null,
  status text not null,
  granted_on date,
  expires_on date
);
create index clearance_officer_idx on directory.clearance (officer_id);
comment on table directory.clearance is 'Vetting and training with their dates; unknown is a value of its own. Retention: 6 years after expiry.';

create table directory.agreement (
  id uuid primary key,
  from_agency_id uuid not null references directory.agency,
  to_agency_id uuid not null references directory.agency,
  record_kind text not null,
  gateway text not null,
  starts_on date not null,
  ends_on date
);
create index agreement_to_idx on directory.agreement (to_agency_id, record_kind);
comment on table directory.agreement is 'Which agency may see what kind of another''s records, by which legal gateway, until when. Retention: 6 years after the end.';

grant select on all tables in schema directory to bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_gov,
  bailiwick_tech, bailiwick_sign_in, bailiwick_worker;
grant select on directory.area, directory.area_ring, directory.area_successor, directory.postcode, directory.street,
  directory.agency, directory.service, directory.service_area, directory.issue_type, directory.routing_rule
  to bailiwick_public;
revoke select on directory.clearance, directory.authorisation, directory.change, directory.gap
  from bailiwick_intel, bailiwick_safeguard, bailiwick_sign_in;
grant insert on directory.gap to bailiwick_public, bailiwick_ops;
grant update (settled_at, settled_by, settled_rule_id) on directory.gap to bailiwick_tech;
grant insert, update on directory.agency, directory.officer, directory.role_grant, directory.service,
  directory.issue_type, directory.routing_rule, directory.agreement, directory.authorisation, directory.clearance
  to bailiwick_tech;
grant insert, update, delete on directory.area, directory.area_ring, directory.area_successor, directory.postcode,
  directory.street to bailiwick_tech;
grant insert, delete on directory.service_area, directory.service_member to bailiwick_tech;
grant insert on directory.change to bailiwick_tech;
