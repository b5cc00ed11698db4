-- Why: somebody of the intelligence unit who carries a case to court (domain 2.3 rule 1, section 7 no. 22) leaves the unit's side, works
-- on that file alone, and does not come back to the material of the sources behind it. And nobody decides on the other side of the
-- wall about what they made on this one (roles R6).
-- Locks: court.prosecution for a moment. Takes: milliseconds.

-- Who helps a file with evidence without being of its service.
alter table court.prosecution add column supporter_ids uuid[] not null default '{}';
grant update (supporter_ids) on court.prosecution to bailiwick_ops;
create policy prosecution_supporter on court.prosecution as permissive for select to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and supporter_ids @> array[(select nullif(platform.viewer_text('officer'), '')::uuid)]);
comment on column court.prosecution.supporter_ids is 'Officers on evidential support, who read this file and add evidence and papers to it.';

create table court.supporter (
  id uuid primary key,
  prosecution_id uuid not null references court.prosecution,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  is_named boolean not null,
  words text not null,
  at timestamptz not null,
  by_id uuid not null references directory.officer
);
create index supporter_prosecution_idx on court.supporter (prosecution_id, at);
comment on table court.supporter is 'Who was named to support a prosecution file with evidence, and whose support ended, each with by whom and why. Never changed. Retention: with the file.';
alter table court.supporter enable row level security;
alter table court.supporter force row level security;
grant select, insert on court.supporter to bailiwick_ops;
create policy supporter_own on court.supporter as permissive for all to bailiwick_ops
  using (exists (select 1 from court.prosecution p where p.id = supporter.prosecution_id))
  with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from court.prosecution p where p.id = supporter.prosecution_id));
create policy supporter_writer on court.supporter as restrictive for insert to bailiwick_ops
  with check (by_id = (select platform.viewer_text('officer')::uuid));
create policy supporter_seed on court.supporter as permissive for all to bailiwick_owner using (true) with check (true);

-- What supports a file is not for deciding it: the outcome and the question to the unit are its service's own.
create policy outcome_service on court.outcome as restrictive for insert to bailiwick_ops
  with check (exists (select 1 from court.prosecution p where p.id = outcome.prosecution_id and p.service_id = any ((select platform.viewer_services())::uuid[])));

-- Which officers of the unit worked on what a package is made of: it is known when it is released, and each may read of themselves alone.
create table dissemination.handled (
  package_id uuid not null references dissemination.package on delete cascade,
  officer_id uuid not null references directory.officer,
  unit_agency_id uuid not null references directory.agency,
  primary key (package_id, officer_id)
);
comment on table dissemination.handled is 'Officers of the unit who drafted or released a package, or graded, linked or handled an item in it. Retention: with the package, whose recipients are the log of disclosures.';
alter table dissemination.handled enable row level security;
alter table dissemination.handled force row level security;
grant select on dissemination.handled to bailiwick_ops, bailiwick_intel;
create policy handled_myself on dissemination.handled as permissive for select to bailiwick_ops
  using (officer_id = (select nullif(platform.viewer_text('officer'), '')::uuid));
create policy handled_unit on dissemination.handled as permissive for select to bailiwick_intel
  using (unit_agency_id = (select platform.viewer_agency()));
create policy handled_seed on dissemination.handled as permissive for all to bailiwick_owner using (true) with check (true);
create function dissemination.handlers_of(the_package uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog
  begin atomic
    select w.officer_id from (
      select d.drafted_by as officer_id from intelligence.draft d where d.id = the_package
      union select d.decided_by from intelligence.draft d where d.id = the_package
      -- Whoever only sent the form in is none of the unit.
      union select e.officer_id from intelligence.draft_paragraph dp join intelligence.paragraph p on p.id = dp.paragraph_id
        join intelligence.item i on i.id = p.item_id join intelligence.item_event e on e.item_id = i.id
        where dp.draft_id = the_package and (e.kind <> 'received' or i.received_how <> 'form')) w
    where w.officer_id is not null;
  end;
revoke execute on function dissemination.handlers_of from public;
create function dissemination.note_handlers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into dissemination.handled (package_id, officer_id, unit_agency_id)
    select new.id, h.id, new.agency_id from (select dissemination.handlers_of(new.id) as id union select new.released_by) h on conflict do nothing;
  return null;
end $$;
create trigger package_handlers after insert on dissemination.package for each row execute function dissemination.note_handlers();
insert into dissemination.handled (package_id, officer_id, unit_agency_id)
  select k.id, h.id, k.agency_id from dissemination.package k
  cross join lateral (select dissemination.handlers_of(k.id) as id union select k.released_by) h on conflict do nothing;

-- Who, on the side that asked, had a hand in the file that an enquiry is about; each officer of the unit may read of themselves alone.
create table dissemination.enquiry_worker (
  enquiry_id uuid not null references dissemination.enquiry on delete cascade,
  officer_id uuid not null references directory.officer,
  primary key (enquiry_id, officer_id)
);
comment on table dissemination.enquiry_worker is 'Officers who had a hand in the file that an enquiry is about: who of them comes to the unit does not consider it. Retention: with the enquiry.';
alter table dissemination.enquiry_worker enable row level security;
alter table dissemination.enquiry_worker force row level security;
grant select on dissemination.enquiry_worker to bailiwick_intel;
create policy enquiry_worker_myself on dissemination.enquiry_worker as permissive for select to bailiwick_intel
  using (officer_id = (select nullif(platform.viewer_text('officer'), '')::uuid));
create policy enquiry_worker_seed on dissemination.enquiry_worker as permissive for all to bailiwick_owner using (true) with check (true);
create function dissemination.note_workers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into dissemination.enquiry_worker (enquiry_id, officer_id)
    select new.id, w.officer_id from (
      select new.asked_by as officer_id union select p.opened_by from court.prosecution p where p.id = new.file_id
      union select i.added_by from court.item i where i.prosecution_id = new.file_id
      union select k.officer_id from court.continuity k join court.item i on i.id = k.item_id where i.prosecution_id = new.file_id
      union select s.officer_id from court.supporter s where s.prosecution_id = new.file_id) w
    where w.officer_id is not null on conflict do nothing;
  return null;
end $$;
create trigger enquiry_workers after insert on dissemination.enquiry for each row execute function dissemination.note_workers();

-- What stays closed to whoever supported a case: the items of its packages and all of their sources, those that come later too.
create table intelligence.closed_source (
  officer_id uuid not null references directory.officer,
  source_id uuid not null references intelligence.source on delete cascade,
  agency_id uuid not null references directory.agency,
  primary key (officer_id, source_id)
);
create index closed_source_source_idx on intelligence.closed_source (source_id);
create table intelligence.closed_item (
  officer_id uuid not null references directory.officer,
  item_id uuid not null references intelligence.item on delete cascade,
  agency_id uuid not null references directory.agency,
  file_reference text not null,
  since date not null,
  primary key (officer_id, item_id)
);
create index closed_item_item_idx on intelligence.closed_item (item_id);
comment on table intelligence.closed_source is 'Sources whose material stays closed to an officer who supported a case at court (domain section 7, no. 22). Retention: with the source.';
comment on table intelligence.closed_item is 'Items that stay closed to an officer who supported a case at court, with the file and the day: the conflict log of the unit. Retention: with the item.';
alter table intelligence.closed_source enable row level security;
alter table intelligence.closed_source force row level security;
alter table intelligence.closed_item enable row level security;
alter table intelligence.closed_item force row level security;
grant select on intelligence.closed_item to bailiwick_intel;
create policy closed_item_unit on intelligence.closed_item as permissive for select to bailiwick_intel
  using (agency_id = (select platform.viewer_agency()));
create policy closed_item_seed on intelligence.closed_item as permissive for all to bailiwick_owner using (true) with check (true);
create policy closed_source_seed on intelligence.closed_source as permissive for all to bailiwick_owner using (true) with check (true);
-- Asked once for each statement, not for each row.
create function intelligence.closed_to_viewer() returns uuid[] language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(c.item_id), '{}') from intelligence.closed_item c where c.officer_id = nullif(platform.viewer_text('officer'), '')::uuid);
revoke execute on function intelligence.closed_to_viewer from public;
grant execute on function intelligence.closed_to_viewer to bailiwick_intel;
create function intelligence.sources_closed_to_viewer() returns uuid[] language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(c.source_id), '{}') from intelligence.closed_source c where c.officer_id = nullif(platform.viewer_text('officer'), '')::uuid);
revoke execute on function intelligence.sources_closed_to_viewer from public;
grant execute on function intelligence.sources_closed_to_viewer to bailiwick_intel, bailiwick_sealed;
-- Who the source is is opened on a login of its own, and is as closed there.
create policy source_closed on intelligence.source as restrictive for select to bailiwick_intel, bailiwick_sealed
  using (id <> all ((select intelligence.sources_closed_to_viewer())::uuid[]));
create policy item_closed on intelligence.item as restrictive for select to bailiwick_intel
  using (id <> all ((select intelligence.closed_to_viewer())::uuid[]));
create policy paragraph_closed on intelligence.paragraph as restrictive for select to bailiwick_intel
  using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]));
create policy link_closed on intelligence.link as restrictive for select to bailiwick_intel
  using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]));
create policy mention_closed on intelligence.mention as restrictive for select to bailiwick_intel
  using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]));
create policy item_event_closed on intelligence.item_event as restrictive for select to bailiwick_intel
  using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]));

create function intelligence.close_new() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into intelligence.closed_item (officer_id, item_id, agency_id, file_reference, since)
    select c.officer_id, new.id, new.agency_id, coalesce((select min(o.file_reference) from intelligence.closed_item o where o.officer_id = c.officer_id), ''),
      platform.viewer_today()
    from intelligence.closed_source c where c.source_id = new.source_id on conflict do nothing;
  return null;
end $$;
create trigger item_closed_source after insert or update of source_id on intelligence.item for each row when (new.source_id is not null)
  execute function intelligence.close_new();

-- Named on the operational side, which learns nothing of what is closed: the answer is the same whatever stands behind the case.
create function court.close_behind() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare the_case uuid; the_file text;
begin
  select p.case_id, p.reference into the_case, the_file from court.prosecution p where p.id = new.prosecution_id;
  insert into intelligence.closed_source (officer_id, source_id, agency_id)
    select distinct new.officer_id, i.source_id, i.agency_id from dissemination.answer a
      join intelligence.draft_paragraph dp on dp.draft_id = a.package_id join intelligence.paragraph p on p.id = dp.paragraph_id
      join intelligence.item i on i.id = p.item_id
    where a.case_id = the_case and i.source_id is not null on conflict do nothing;
  insert into intelligence.closed_item (officer_id, item_id, agency_id, file_reference, since)
    select distinct new.officer_id, i.id, i.agency_id, the_file, new.at::date from intelligence.item i
    where i.id in (select p.item_id from dissemination.answer a join intelligence.draft_paragraph dp on dp.draft_id = a.package_id
        join intelligence.paragraph p on p.id = dp.paragraph_id where a.case_id = the_case)
      or i.source_id in (select c.source_id from intelligence.closed_source c where c.officer_id = new.officer_id)
    on conflict do nothing;
  return null;
end $$;
create trigger supporter_closes after insert on court.supporter for each row when (new.is_named) execute function court.close_behind();

-- How long: as the file, as the enquiry. What is closed stays closed: officers and ids, of items that are emptied and stay.
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('prosecution', 6, 'court.supporter', 'prosecution_id = any ($1)', 'empty', '{words}'),
  ('enquiry', 4, 'dissemination.enquiry_worker', 'enquiry_id = any ($1)', 'delete', '{}');
