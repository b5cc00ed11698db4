-- Why: grades of an older 5x5x5 system are converted many at a time by the table of domain 2.2. What was converted is marked so, never
-- holds text that may cross, and does not become ready before a person has graded it anew; one conversion is undone whole.
-- Locks: intelligence.paragraph for milliseconds. Takes: as long as one reading of it.
create table intelligence.conversion (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid not null references directory.officer,
  paragraphs integer not null,
  items integer not null,
  undone_at timestamptz,
  undone_by uuid references directory.officer,
  undone integer,
  constraint conversion_undone_whole check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone is null))
);
create index conversion_agency_idx on intelligence.conversion (agency_id, at desc);
comment on table intelligence.conversion is 'One conversion of 5x5x5 grades in bulk: who, when, how many, and that it was undone. Names no item. Retention: kept; it is days and numbers.';
alter table intelligence.conversion enable row level security;
alter table intelligence.conversion force row level security;
create policy conversion_seed on intelligence.conversion for all to current_user using (true) with check (true);
create policy conversion_own on intelligence.conversion for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency()) and (select intelligence.is_manager()))
  with check (agency_id = (select platform.viewer_agency()) and (select intelligence.is_manager()));
grant select, insert on intelligence.conversion to bailiwick_intel;
grant update (undone_at, undone_by, undone) on intelligence.conversion to bailiwick_intel;

alter table intelligence.paragraph add column conversion_id uuid references intelligence.conversion;
alter table intelligence.paragraph add constraint paragraph_converted_stays check (conversion_id is null or (sanitised = '' and graded_at is not null));
create index paragraph_conversion_idx on intelligence.paragraph (conversion_id) where conversion_id is not null;
create index paragraph_legacy_idx on intelligence.paragraph (agency_id, legacy_grade) where legacy_grade <> '' and graded_at is null;
comment on column intelligence.paragraph.conversion_id is 'The conversion that its grade came from; empty once a person has graded it. Nothing of it crosses while it is set.';
grant update (conversion_id) on intelligence.paragraph to bailiwick_intel;

-- An item with a converted grade is not ready, whoever says so.
create function intelligence.hold_converted() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from intelligence.paragraph p where p.item_id = new.id and p.conversion_id is not null) then
    raise exception 'A grade of this item was converted: a person grades it before it is ready.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger item_converted_held before update of status on intelligence.item for each row
  when (new.status = 'ready' and old.status <> 'ready') execute function intelligence.hold_converted();
