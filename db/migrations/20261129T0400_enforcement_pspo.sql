-- Why: public spaces protection orders (Anti-social Behaviour, Crime and Policing Act 2014 ss.59-75) as one file each, from the proposal and
-- the consultation to the order, its publication, its extensions and its end; and whom the council authorised to enforce which order. What the
-- public reads is what was published, an edition a publication, so that a draft or a change that nobody published is read by nobody outside.
-- Locks: a short one on enforcement.penalty for a column that may be empty. Takes: milliseconds.
create table enforcement.pspo (
  id uuid primary key,
  reference text not null constraint pspo_reference_key unique,
  agency_id uuid not null references directory.agency,
  status text not null constraint pspo_status check (status in ('proposed', 'evidenced', 'consulting', 'consented', 'decided', 'made',
    'published', 'discharged', 'withdrawn')),
  kind text not null constraint pspo_kind check (kind in ('order', 'expedited', 'dppo', 'gating', 'dog-control')),
  title text not null,
  district_code text not null,
  area_code text references directory.area,
  area_words text not null,
  outline jsonb not null,
  prohibitions text[] not null,
  requirements text[] not null,
  exemptions text[] not null,
  signs text[] not null,
  signs_up text[] not null default '{}',
  signs_checked_on date,
  is_alcohol boolean not null default false,
  is_right_of_way boolean not null default false,
  is_classified_road boolean not null default false,
  is_only_access boolean not null default false,
  evidenced_on date,
  consult_round smallint not null default 0,
  consult_from date,
  consult_until date,
  consented_on date,
  decided_on date,
  decided_by text,
  minute text,
  made_on date,
  starts_on date,
  ends_on date,
  ends_why text,
  challenge_until date,
  challenge_why text,
  changed_on date,
  published_on date,
  ended_on date,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint pspo_says_something check (cardinality(prohibitions) + cardinality(requirements) > 0),
  constraint pspo_days check (ends_on >= starts_on),
  constraint pspo_made check ((status in ('made', 'published', 'discharged')) <= (made_on is not null and starts_on is not null and ends_on is not null)),
  constraint pspo_consulted check (consult_until >= consult_from)
);
create index pspo_agency_idx on enforcement.pspo (agency_id, made_at desc, id desc);
create index pspo_made_idx on enforcement.pspo (made_at desc, id desc);
create index pspo_ends_idx on enforcement.pspo (ends_on) where status in ('made', 'published');
comment on table enforcement.pspo is 'One public spaces protection order, or an older order that has effect as one, from its proposal to its end. Retention: 6 years after the end.';
comment on column enforcement.pspo.outline is 'The area as it was when the file was written, the coordinates of a MultiPolygon in degrees: a boundary review does not move an order.';
comment on column enforcement.pspo.area_code is 'The ward or district that the outline was taken from; empty where it was drawn by its own points.';
comment on column enforcement.pspo.ends_on is 'The last day of effect.';
comment on column enforcement.pspo.consult_round is 'A further consultation comes before an extension, a variation or a discharge.';

create table enforcement.pspo_consultee (
  pspo_id uuid not null references enforcement.pspo,
  agency_id uuid not null references directory.agency,
  round smallint not null,
  consultee text not null,
  told_on date not null,
  is_none boolean not null,
  answered_on date,
  answer text constraint pspo_consultee_answer check (answer in ('for', 'against', 'changes', 'nothing')),
  primary key (pspo_id, round, consultee),
  constraint pspo_consultee_answered check ((answered_on is null) = (answer is null) and answered_on >= told_on)
);
comment on table enforcement.pspo_consultee is 'Whom the council consulted or notified, when, and what they answered, for the council alone. Retention: as the file.';

create table enforcement.pspo_officer (
  id uuid primary key,
  pspo_id uuid not null references enforcement.pspo,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  from_on date not null,
  until_on date,
  constraint pspo_officer_days check (until_on >= from_on)
);
create unique index pspo_officer_open_key on enforcement.pspo_officer (pspo_id, officer_id) where until_on is null;
comment on table enforcement.pspo_officer is 'Whom the council authorised to enforce an order, and to which last day, for the council alone. Retention: as the file.';

create table enforcement.pspo_event (
  id uuid primary key,
  pspo_id uuid not null references enforcement.pspo,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index pspo_event_idx on enforcement.pspo_event (pspo_id, at);
comment on table enforcement.pspo_event is 'What happened to a file, in order, in the words of the table of steps. Retention: as the file.';

create table enforcement.pspo_reason (
  event_id uuid primary key references enforcement.pspo_event,
  pspo_id uuid not null references enforcement.pspo,
  agency_id uuid not null references directory.agency,
  words text not null
);
create index pspo_reason_idx on enforcement.pspo_reason (pspo_id);
comment on table enforcement.pspo_reason is 'The evidence, what consultees said and why a step was taken, for the council alone. Retention: as the file.';

create table enforcement.pspo_document (
  id uuid primary key,
  pspo_id uuid not null references enforcement.pspo,
  agency_id uuid not null references directory.agency,
  kind text not null constraint pspo_document_kind check (kind = 'order'),
  version smallint not null,
  format text not null constraint pspo_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint pspo_document_version_key unique (pspo_id, kind, version, format)
);
comment on table enforcement.pspo_document is 'The order as it was made, varied and extended, with its hash, for the council alone; the public reads what was published. Retention: as the file.';

create table enforcement.pspo_publication (
  pspo_id uuid not null references enforcement.pspo,
  edition smallint not null,
  agency_id uuid not null references directory.agency,
  reference text not null,
  kind text not null,
  title text not null,
  area_code text,
  area_words text not null,
  outline jsonb not null,
  prohibitions text[] not null,
  requirements text[] not null,
  exemptions text[] not null,
  is_alcohol boolean not null,
  starts_on date not null,
  ends_on date not null,
  challenge_until date,
  published_on date not null,
  ended_on date,
  primary key (pspo_id, edition)
);
create index pspo_publication_days_idx on enforcement.pspo_publication (starts_on, ends_on);
comment on table enforcement.pspo_publication is 'The text of an order as it was published, an edition a publication; anybody may read it. Retention: as the file.';
comment on column enforcement.pspo_publication.ended_on is 'The day on which the order was discharged before its last day; of effect no longer on that day.';

-- Second fence: another agency reads that a file is there, and of its parts what was published; the public nothing else.
do $$
declare fenced text;
begin
  foreach fenced in array array['pspo_consultee', 'pspo_officer', 'pspo_reason', 'pspo_document'] loop
    execute format('alter table enforcement.%I enable row level security', fenced);
    execute format('alter table enforcement.%I force row level security', fenced);
    execute format('create policy %I on enforcement.%I for all to bailiwick_ops using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))',
      fenced || '_owner', fenced);
    execute format('create policy %I on enforcement.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
  -- As the policy has it: a file that nobody was consulted on yet, or that was given up, is its own council's; others are read by agencies
  -- with which the council shares its cases; what is changed is one's own.
  execute 'alter table enforcement.pspo enable row level security';
  execute 'alter table enforcement.pspo force row level security';
  execute 'create policy pspo_read on enforcement.pspo for select to bailiwick_ops using (agency_id = (select platform.viewer_agency())
    or (status not in (''proposed'', ''evidenced'', ''withdrawn'') and agency_id in (select g.from_agency_id from directory.agreement g
      where g.to_agency_id = (select platform.viewer_agency()) and g.record_kind = ''case''
        and g.starts_on <= (select platform.viewer_today()) and (g.ends_on is null or g.ends_on > (select platform.viewer_today())))))';
  execute 'create policy pspo_write on enforcement.pspo for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency()))';
  execute 'create policy pspo_change on enforcement.pspo for update to bailiwick_ops using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))';
  execute 'create policy pspo_seed on enforcement.pspo for all to current_user using (true) with check (true)';
  execute 'alter table enforcement.pspo_event enable row level security';
  execute 'alter table enforcement.pspo_event force row level security';
  execute 'create policy pspo_event_read on enforcement.pspo_event for select to bailiwick_ops using (pspo_id in (select id from enforcement.pspo))';
  execute 'create policy pspo_event_write on enforcement.pspo_event for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency()))';
  execute 'create policy pspo_event_seed on enforcement.pspo_event for all to current_user using (true) with check (true)';
  execute 'alter table enforcement.pspo_publication enable row level security';
  execute 'alter table enforcement.pspo_publication force row level security';
  execute 'create policy pspo_publication_read on enforcement.pspo_publication for select to bailiwick_public, bailiwick_ops using (true)';
  execute 'create policy pspo_publication_write on enforcement.pspo_publication for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency()))';
  execute 'create policy pspo_publication_end on enforcement.pspo_publication for update to bailiwick_ops using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))';
  execute 'create policy pspo_publication_seed on enforcement.pspo_publication for all to current_user using (true) with check (true)';
end $$;

grant select, insert, update on enforcement.pspo, enforcement.pspo_consultee, enforcement.pspo_officer to bailiwick_ops;
grant select, insert on enforcement.pspo_event, enforcement.pspo_reason, enforcement.pspo_document, enforcement.pspo_publication to bailiwick_ops;
grant update (ended_on) on enforcement.pspo_publication to bailiwick_ops;
grant usage on schema enforcement to bailiwick_public;
grant select on enforcement.pspo_publication to bailiwick_public;

alter table enforcement.penalty add column pspo_id uuid references enforcement.pspo;
create index penalty_pspo_idx on enforcement.penalty (pspo_id) where pspo_id is not null;
comment on column enforcement.penalty.pspo_id is 'The order that was broken, where the offence is the breach of one; chosen where several cover the place, else found when the notice is signed.';
