-- Why: what is needed to bring a case to court: evidence with its continuity, unused material, papers for the prosecutor, what the court
-- decided, and that the victims were told of it.
-- Locks: none on existing tables. Takes: milliseconds.
create schema court;
grant usage on schema court to bailiwick_ops, bailiwick_safeguard;

create table court.prosecution (
  id uuid primary key,
  reference text not null constraint prosecution_reference_key unique,
  case_id uuid not null references enforcement.case_file,
  agency_id uuid not null references directory.agency,
  service_id uuid not null references directory.service,
  title text not null,
  opened_on date not null,
  opened_by uuid,
  version integer not null default 1,
  constraint prosecution_case_key unique (case_id, service_id)
);
create index prosecution_service_idx on court.prosecution (service_id, opened_on desc, id);
comment on table court.prosecution is 'A prosecution file: a case that one service takes to court. Retention: 6 years after the outcome.';

create table court.item (
  id uuid primary key,
  prosecution_id uuid not null references court.prosecution,
  agency_id uuid not null references directory.agency,
  number smallint not null,
  kind text not null,
  is_used boolean not null,
  words text not null,
  captured_at timestamptz not null,
  captured_by text not null,
  kept_at text not null,
  name text,
  media_type text,
  content bytea,
  sha256 text constraint item_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  test text not null default '',
  added_by uuid not null references directory.officer,
  added_at timestamptz not null,
  constraint item_number_key unique (prosecution_id, number),
  constraint item_file_hashed check (content is null or sha256 is not null)
);
comment on table court.item is 'An exhibit, or material that is not used: what it is, when and by whom it was taken, where it is kept, and its hash. Never changed. Retention: as the file.';
comment on column court.item.test is 'Of unused material: whether it might undermine the prosecution or assist the defence.';

create table court.continuity (
  id uuid primary key,
  item_id uuid not null references court.item,
  agency_id uuid not null references directory.agency,
  position smallint not null,
  at timestamptz not null,
  officer_id uuid not null references directory.officer,
  words text not null,
  hash text not null,
  constraint continuity_position_key unique (item_id, position)
);
comment on table court.continuity is 'Who had an item when and what was done with it, each line hashed with the one before. Only added to. Retention: as the item.';

create table court.prosecution_document (
  id uuid primary key,
  prosecution_id uuid not null references court.prosecution,
  agency_id uuid not null references directory.agency,
  kind text not null constraint prosecution_document_kind check (kind in ('index', 'exhibits', 'unused', 'statement')),
  version smallint not null,
  format text not null constraint prosecution_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint prosecution_document_version_key unique (prosecution_id, kind, version, format)
);
comment on table court.prosecution_document is 'Papers for the prosecutor as they were printed, with their hashes. Retention: as the file.';

create table court.outcome (
  id uuid primary key,
  prosecution_id uuid not null constraint outcome_prosecution_key unique references court.prosecution,
  agency_id uuid not null references directory.agency,
  register_agency_id uuid references directory.agency,
  reference text not null constraint outcome_reference_key unique,
  result text not null constraint outcome_result check (result in ('convicted', 'acquitted', 'discontinued')),
  court_name text not null,
  on_day date not null,
  defendants smallint not null constraint outcome_defendants check (defendants > 0),
  convictions smallint not null constraint outcome_convictions check (convictions >= 0),
  fine_pence bigint not null default 0 constraint outcome_fine check (fine_pence >= 0),
  confiscation_pence bigint not null default 0 constraint outcome_confiscation check (confiscation_pence >= 0),
  compensation_pence bigint not null default 0 constraint outcome_compensation check (compensation_pence >= 0),
  victim_words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references directory.officer,
  constraint outcome_convicted check ((result = 'convicted') = (convictions > 0))
);
create index outcome_register_idx on court.outcome (register_agency_id, on_day desc, id);
comment on table court.outcome is 'What the court decided, in numbers, with the words in which victims are told. Names nobody. Retention: 6 years.';

create table court.telling (
  outcome_id uuid not null references court.outcome,
  file_id uuid not null references safeguarding.victim_file,
  agency_id uuid not null references directory.agency,
  added_at timestamptz not null,
  added_by uuid not null references directory.officer,
  told_at timestamptz,
  told_by uuid references directory.officer,
  channel text,
  words text not null default '',
  primary key (outcome_id, file_id),
  constraint telling_told check ((told_at is null) = (channel is null) and (told_at is null) = (told_by is null))
);
comment on table court.telling is 'A victim on the register who is to be told of an outcome, and that they were: by whom, when, how. The safeguarding side alone. Retention: as the file of the register.';

do $$
declare fenced text;
begin
  execute 'create policy prosecution_own on court.prosecution for all to bailiwick_ops
    using (agency_id = (select platform.viewer_agency()) and service_id = any ((select platform.viewer_services())::uuid[]))
    with check (agency_id = (select platform.viewer_agency()) and service_id = any ((select platform.viewer_services())::uuid[]))';
  foreach fenced in array array['item', 'prosecution_document', 'outcome'] loop
    execute format('create policy %I on court.%I for all to bailiwick_ops
      using (exists (select 1 from court.prosecution p where p.id = prosecution_id))
      with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from court.prosecution p where p.id = prosecution_id))', fenced || '_own', fenced);
  end loop;
  execute 'create policy continuity_own on court.continuity for all to bailiwick_ops
    using (exists (select 1 from court.item i where i.id = item_id))
    with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from court.item i where i.id = item_id))';
  execute 'create policy outcome_register on court.outcome for select to bailiwick_safeguard
    using (register_agency_id = (select platform.viewer_agency()) and (select safeguarding.keeps_register()))';
  execute 'create policy telling_own on court.telling for all to bailiwick_safeguard
    using (agency_id = (select platform.viewer_agency()) and (select safeguarding.keeps_register()))
    with check (agency_id = (select platform.viewer_agency()) and (select safeguarding.keeps_register())
      and exists (select 1 from court.outcome o where o.id = outcome_id) and exists (select 1 from safeguarding.victim_file f where f.id = file_id))';
  for fenced in select tablename from pg_tables where schemaname = 'court' loop
    execute format('alter table court.%I enable row level security', fenced);
    execute format('alter table court.%I force row level security', fenced);
    execute format('create policy %I on court.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;
grant select, insert on court.prosecution, court.item, court.continuity, court.prosecution_document, court.outcome to bailiwick_ops;
-- What stands on the file of operations besides these columns is not for the register.
grant select (id, reference, agency_id, register_agency_id, result, court_name, on_day, victim_words) on court.outcome to bailiwick_safeguard;
grant select, insert on court.telling to bailiwick_safeguard;
grant update (told_at, told_by, channel, words) on court.telling to bailiwick_safeguard;

-- Which register tells the victims: the own agency's, else the first that there is.
create function court.register_for(own uuid, today date) returns uuid
  language sql stable security definer set search_path = pg_catalog
  return (select o.agency_id from directory.role_grant g join directory.officer o on o.id = g.officer_id
    where g.role = 'safeguarding-officer' and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
    order by (o.agency_id = own) desc, g.starts_on, o.agency_id limit 1);
comment on function court.register_for is 'The agency whose victim register is asked to tell victims of an outcome.';

-- How many victims there are to tell and how many were told, for the service whose file it is and for nobody else.
create function court.told_of(the_prosecution uuid) returns table (told int, of int)
  language sql stable security definer set search_path = pg_catalog as $$
  select count(t.told_at)::int, count(*)::int from court.prosecution p join court.outcome o on o.prosecution_id = p.id join court.telling t on t.outcome_id = o.id
  where p.id = the_prosecution and p.agency_id = platform.viewer_agency() and p.service_id = any (platform.viewer_services())
$$;
comment on function court.told_of is 'Two numbers of a file of the viewer''s own service: victims told, of how many. No name, no day.';
revoke execute on function court.register_for, court.told_of from public;
grant execute on function court.register_for, court.told_of to bailiwick_ops;
