-- Why: a review of a premises licence (Licensing Act 2003 ss.51-53C) as one file, from the draft to the end of any appeal; the periods that each
-- agency enters, for no source that we read states them; what the public register shows; and the closure notice for persistent selling (s.169A)
-- as a paper of the premises.
-- Locks: none on existing tables. Takes: milliseconds.
create table inspection.licensing (
  id uuid primary key,
  reference text not null constraint licensing_reference_key unique,
  agency_id uuid not null references directory.agency,
  premises_id uuid not null references inspection.premises,
  kind text not null constraint licensing_kind check (kind in ('review', 'summary')),
  status text not null constraint licensing_status check (status in ('draft', 'applied', 'advertised', 'hearing', 'decided', 'appealed',
    'in-effect', 'rejected', 'withdrawn', 'void')),
  applicant text,
  grounds text[] not null default '{}',
  case_words text,
  certificate text,
  applied_on date,
  representations_until date,
  representations_why text,
  advertised_on date,
  hearing_on date,
  hearing_by date,
  hearing_why text,
  decided_on date,
  outcomes text[] not null default '{}',
  conditions text,
  suspended_until date,
  appeal_until date,
  appeal_why text,
  appealed_on date,
  ended_on date,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint licensing_of_agency_key unique (id, agency_id),
  constraint licensing_applied_whole check (applied_on is null or (applicant is not null and cardinality(grounds) > 0 and case_words is not null)),
  constraint licensing_notice_after_application check (advertised_on is null or advertised_on >= applied_on),
  constraint licensing_decision_after_notice check (decided_on is null or (decided_on >= advertised_on and cardinality(outcomes) > 0)),
  constraint licensing_appeal_after_decision check (appealed_on is null or appealed_on >= decided_on)
);
create index licensing_agency_idx on inspection.licensing (agency_id, made_at desc, id desc);
create index licensing_premises_idx on inspection.licensing (premises_id);
comment on table inspection.licensing is 'One review of a premises licence, for the agency that keeps it alone; what the public reads is inspection.licensing_publication. Retention: as the premises.';
comment on column inspection.licensing.representations_until is 'Last day for representations by the period that the agency uses; null where it uses none.';
comment on column inspection.licensing.hearing_by is 'Last day for the hearing by the period that the agency uses; null where it uses none.';
comment on column inspection.licensing.certificate is 'Of a summary review: who of the police certified what.';

create table inspection.licensing_evidence (
  id uuid primary key,
  licensing_id uuid not null,
  agency_id uuid not null references directory.agency,
  position smallint not null,
  on_day date not null,
  words text not null,
  constraint licensing_evidence_of_agency_fkey foreign key (licensing_id, agency_id) references inspection.licensing (id, agency_id)
);
create index licensing_evidence_idx on inspection.licensing_evidence (licensing_id, position);
comment on table inspection.licensing_evidence is 'What the records of the premises showed when the review was begun: sales, what was decided, visits. Names nobody. Retention: as the review.';

create table inspection.licensing_representation (
  id uuid primary key,
  licensing_id uuid not null,
  agency_id uuid not null references directory.agency,
  came_on date not null,
  party text not null,
  standing text not null constraint licensing_representation_standing check (standing in ('for', 'against', 'neither')),
  words text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint licensing_representation_of_agency_fkey foreign key (licensing_id, agency_id) references inspection.licensing (id, agency_id)
);
create index licensing_representation_idx on inspection.licensing_representation (licensing_id, came_on);
comment on table inspection.licensing_representation is 'What a responsible authority or another person says about a review; no field for a name. Retention: as the review.';

create table inspection.licensing_event (
  id uuid primary key,
  licensing_id uuid not null references inspection.licensing,
  at timestamptz not null,
  kind text not null,
  officer_id uuid,
  agency_id uuid,
  words text not null
);
create index licensing_event_idx on inspection.licensing_event (licensing_id, at);
comment on table inspection.licensing_event is 'What happened to a review, in order, in the words of the table of steps. Retention: as the review.';

create table inspection.licensing_reason (
  event_id uuid primary key references inspection.licensing_event,
  licensing_id uuid not null,
  agency_id uuid not null references directory.agency,
  words text not null,
  constraint licensing_reason_of_agency_fkey foreign key (licensing_id, agency_id) references inspection.licensing (id, agency_id)
);
create index licensing_reason_idx on inspection.licensing_reason (licensing_id);
comment on table inspection.licensing_reason is 'Why a step was taken, in the officer''s words. Retention: as the review.';

create table inspection.licensing_document (
  id uuid primary key,
  licensing_id uuid not null,
  agency_id uuid not null references directory.agency,
  kind text not null constraint licensing_document_kind check (kind in ('application', 'notice', 'decision')),
  version smallint not null,
  format text not null constraint licensing_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint licensing_document_version_key unique (licensing_id, kind, version, format),
  constraint licensing_document_of_agency_fkey foreign key (licensing_id, agency_id) references inspection.licensing (id, agency_id)
);
comment on table inspection.licensing_document is 'Application, notice and decision letter as they were made, with their hashes. Retention: as the review.';

create table inspection.licensing_publication (
  licensing_id uuid primary key,
  agency_id uuid not null references directory.agency,
  premises_id uuid not null references inspection.premises,
  reference text not null,
  trading_name text not null,
  licence_number text,
  district_code text not null,
  kind text not null,
  status text not null,
  grounds text[] not null,
  advertised_on date not null,
  representations_until date,
  hearing_on date,
  decided_on date,
  outcomes text[] not null default '{}',
  ended_on date,
  is_withheld boolean not null default false,
  constraint licensing_publication_of_agency_fkey foreign key (licensing_id, agency_id) references inspection.licensing (id, agency_id)
);
create index licensing_publication_idx on inspection.licensing_publication (advertised_on desc, licensing_id);
comment on table inspection.licensing_publication is 'What anybody may read of a review once notice of it was given: premises by name, grounds, days and outcome; no address, no evidence, no words of anybody. Retention: as the review.';
comment on column inspection.licensing_publication.is_withheld is 'The address of the premises must stay hidden: nobody is shown the row.';

create table inspection.licensing_clock (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  code text not null,
  count smallint constraint licensing_clock_count check (count between 1 and 400),
  source text not null,
  valid_from date not null,
  set_by uuid,
  set_at timestamptz not null
);
create index licensing_clock_idx on inspection.licensing_clock (agency_id, code, valid_from desc, set_at desc);
comment on table inspection.licensing_clock is 'The number that an agency uses for a period of a review from a day on, and where it has it from; null: none. Retention: kept, it is about nobody.';

create table inspection.premises_document (
  id uuid primary key,
  premises_id uuid not null references inspection.premises,
  agency_id uuid not null references directory.agency,
  kind text not null constraint premises_document_kind check (kind = 'closure-notice'),
  version smallint not null,
  format text not null constraint premises_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint premises_document_version_key unique (premises_id, kind, version, format)
);
comment on table inspection.premises_document is 'Closure notices for persistent selling (Licensing Act 2003 s.169A) as they were given, with their hashes. Retention: as the premises.';

-- Premises whose address must stay hidden leave the public register, and come back when it may be shown.
create function inspection.withhold_publication() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update inspection.licensing_publication set is_withheld = (tg_op = 'INSERT')
    where premises_id = case when tg_op = 'INSERT' then new.premises_id else old.premises_id end;
  return null;
end $$;
revoke execute on function inspection.withhold_publication from public;
create trigger withhold_publication after insert or delete on inspection.kept_address
  for each row execute function inspection.withhold_publication();

-- Second fence: one agency's own, written by its officers who inspect. Roles as src/inspection/inspection.roles.ts has them.
do $$
declare
  fenced text;
  mine constant text := 'agency_id = (select platform.viewer_agency())';
  able constant text := 'string_to_array((select platform.viewer_text(''roles'')), '','') && ''{service-officer,trading-standards-investigator,environmental-health-officer,community-safety-coordinator,police-partner}''';
begin
  foreach fenced in array array['licensing', 'licensing_evidence', 'licensing_representation', 'licensing_event', 'licensing_reason',
    'licensing_document', 'licensing_publication', 'licensing_clock', 'premises_document'] loop
    execute format('alter table inspection.%I enable row level security', fenced);
    execute format('alter table inspection.%I force row level security', fenced);
    execute format('create policy %I on inspection.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
    if fenced not in ('licensing_event', 'licensing_publication') then
      execute format('create policy %I on inspection.%I for all to bailiwick_ops using (%3$s and %4$s) with check (%3$s and %4$s)', fenced || '_owner', fenced, mine, able);
    end if;
  end loop;
  execute format('create policy licensing_event_part on inspection.licensing_event for all to bailiwick_ops
    using (exists (select 1 from inspection.licensing l where l.id = licensing_id and l.%1$s and %2$s))
    with check (%1$s and exists (select 1 from inspection.licensing l where l.id = licensing_id and l.%1$s and %2$s))', mine, able);
  execute 'create policy licensing_publication_read on inspection.licensing_publication for select to bailiwick_public using (not is_withheld)';
  execute format('create policy licensing_publication_seen on inspection.licensing_publication for select to bailiwick_ops using (not is_withheld or %s)', mine);
  execute format('create policy licensing_publication_write on inspection.licensing_publication for insert to bailiwick_ops with check (%s and %s)', mine, able);
  execute format('create policy licensing_publication_change on inspection.licensing_publication for update to bailiwick_ops using (%1$s and %2$s) with check (%1$s and %2$s)', mine, able);
end $$;
grant select, insert, update on inspection.licensing to bailiwick_ops;
grant select, insert on inspection.licensing_evidence, inspection.licensing_representation, inspection.licensing_event, inspection.licensing_reason,
  inspection.licensing_document, inspection.licensing_publication, inspection.licensing_clock, inspection.premises_document to bailiwick_ops;
grant update (status, representations_until, hearing_on, decided_on, outcomes, ended_on) on inspection.licensing_publication to bailiwick_ops;
grant usage on schema inspection to bailiwick_public;
grant select on inspection.licensing_publication to bailiwick_public;

-- A review goes with its premises: they are counted from its end too, and stay while it is open.
update governance.part set position = 30 where kind = 'premises' and relation = 'inspection.premises';
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('premises', 10, 'inspection.premises_document', 'premises_id = any ($1)', 'delete', '{}'),
  ('premises', 11, 'inspection.licensing_publication', 'premises_id = any ($1)', 'delete', '{}'),
  ('premises', 12, 'inspection.licensing_document', 'licensing_id in (select l.id from inspection.licensing l where l.premises_id = any ($1))', 'delete', '{}'),
  ('premises', 13, 'inspection.licensing_reason', 'licensing_id in (select l.id from inspection.licensing l where l.premises_id = any ($1))', 'delete', '{}'),
  ('premises', 14, 'inspection.licensing_representation', 'licensing_id in (select l.id from inspection.licensing l where l.premises_id = any ($1))', 'delete', '{}'),
  ('premises', 15, 'inspection.licensing_evidence', 'licensing_id in (select l.id from inspection.licensing l where l.premises_id = any ($1))', 'delete', '{}'),
  ('premises', 16, 'inspection.licensing_event', 'licensing_id in (select l.id from inspection.licensing l where l.premises_id = any ($1))', 'empty', '{words}'),
  ('premises', 17, 'inspection.licensing', 'premises_id = any ($1)', 'empty',
    array['case_words = ''''', 'certificate', 'conditions', 'representations_why', 'hearing_why', 'appeal_why', 'version = version + 1']);
do $$
begin
  execute 'create or replace view governance.candidate as
    select b.kind, b.id, b.agency_id, b.reference,
      case when b.kind = ''premises'' then greatest(b.counted_from, (select max(greatest(l.ended_on, l.suspended_until)) from inspection.licensing l where l.premises_id = b.id::uuid))
        else b.counted_from end as counted_from,
      case when b.kept_for is not null then b.kept_for
        when b.kind = ''premises'' and exists (select 1 from inspection.licensing l where l.premises_id = b.id::uuid and l.ended_on is null) then ''file'' end as kept_for
    from (' || rtrim(pg_get_viewdef('governance.candidate'::regclass), '; ') || ') b';
end $$;
