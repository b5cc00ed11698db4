-- Why: rows of several agencies could be changed by each of them on a connection of the operations login, the answer on the covert law
-- and the words of intelligence stood where row-level security gave them to more people than the pages do, the figures of an area could
-- be had of any district by setting up a scheme there, and a letter was no letter to the agency that recorded the test.
-- Locks: access exclusive on the tables of inspection. Takes: milliseconds.

-- The answer on the covert law says what is watched and why: a table of its own, which the agency that leads reads alone.
create table inspection.purchase_covert (
  purchase_id uuid primary key references inspection.purchase,
  agency_id uuid not null references directory.agency,
  answer text,
  words text not null default ''
);
comment on table inspection.purchase_covert is 'Whether the covert law was considered and with what answer, for the agency that leads; authorisations themselves are never kept here. Retention: as the operation.';
insert into inspection.purchase_covert (purchase_id, agency_id, answer, words) select id, agency_id, ripa_answer, ripa_words from inspection.purchase;
alter table inspection.purchase drop column ripa_answer, drop column ripa_words;

-- What a package was the reason of: read by those who may read the package and acknowledged its conditions, in the lead agency too.
create table inspection.selection_intelligence (
  selection_id uuid primary key references inspection.selection on delete cascade,
  lead_agency_id uuid not null references directory.agency,
  package_reference text not null,
  words text not null
);
comment on table inspection.selection_intelligence is 'Why premises were chosen by intelligence, for whoever in the lead agency was given the package and acknowledged its conditions. Retention: as the operation.';
insert into inspection.selection_intelligence (selection_id, lead_agency_id, package_reference, words)
  select selection_id, lead_agency_id, coalesce(source_reference, ''), words from inspection.selection_reason where basis = 'intelligence';
update inspection.selection_reason set words = '', source_reference = null where basis = 'intelligence';
comment on table inspection.selection_reason is 'Why premises were chosen, for the agency that leads alone; of intelligence that there is some, and no more. Retention: as the operation.';

do $$
declare fenced text;
begin
  foreach fenced in array array['purchase_covert', 'selection_intelligence'] loop
    execute format('alter table inspection.%I enable row level security', fenced);
    execute format('alter table inspection.%I force row level security', fenced);
    execute format('create policy %I on inspection.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
  end loop;
end $$;
create policy purchase_covert_lead on inspection.purchase_covert for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy selection_intelligence_told on inspection.selection_intelligence for all to bailiwick_ops
  using (lead_agency_id = (select platform.viewer_agency()) and exists (select 1 from dissemination.package k
    join dissemination.acknowledgement a on a.package_id = k.id where k.reference = package_reference))
  with check (lead_agency_id = (select platform.viewer_agency()) and exists (select 1 from dissemination.package k
    join dissemination.acknowledgement a on a.package_id = k.id where k.reference = package_reference));
grant select, insert, update (answer, words) on inspection.purchase_covert to bailiwick_ops;
grant select, insert on inspection.selection_intelligence to bailiwick_ops;

-- What several agencies read, the one whose it is changes. An operation is still held by each that takes part while it records.
do $$
declare fenced text;
begin
  foreach fenced in array array['premises', 'purchase', 'visit', 'scheme'] loop
    execute format('drop policy %I on inspection.%I', fenced || '_part', fenced);
    execute format('create policy %I on inspection.%I for select to bailiwick_ops using (agency_ids @> array[(select platform.viewer_agency())])', fenced || '_part', fenced);
    execute format('create policy %I on inspection.%I for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency()))', fenced || '_make', fenced);
    execute format('create policy %I on inspection.%I for update to bailiwick_ops using (agency_ids @> array[(select platform.viewer_agency())])
      with check (agency_id = (select platform.viewer_agency()))', fenced || '_change', fenced);
    execute format('revoke update on inspection.%I from bailiwick_ops', fenced);
  end loop;
  foreach fenced in array array['purchase_event', 'purchase_officer', 'attempt', 'follow_up'] loop
    execute format('drop policy %I on inspection.%I', fenced || '_part', fenced);
    execute format('create policy %I on inspection.%I for select to bailiwick_ops using (exists (select 1 from inspection.purchase p
      where p.id = %s and p.agency_ids @> array[(select platform.viewer_agency())]))', fenced || '_part', fenced,
      case fenced when 'follow_up' then '(select t.purchase_id from inspection.attempt t where t.id = follow_up.attempt_id)' else fenced || '.purchase_id' end);
    execute format('create policy %I on inspection.%I for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency())
      and exists (select 1 from inspection.purchase p where p.id = %s))', fenced || '_make', fenced,
      case fenced when 'follow_up' then '(select t.purchase_id from inspection.attempt t where t.id = follow_up.attempt_id)' else fenced || '.purchase_id' end);
  end loop;
end $$;
create policy purchase_officer_off on inspection.purchase_officer for delete to bailiwick_ops using (agency_id = (select platform.viewer_agency()));
create policy attempt_change on inspection.attempt for update to bailiwick_ops using ((select platform.viewer_agency()) in (agency_id, lead_agency_id));
create policy follow_up_change on inspection.follow_up for update to bailiwick_ops using (lead_agency_id = (select platform.viewer_agency()));
revoke update on inspection.attempt, inspection.follow_up from bailiwick_ops;
grant update (kind, licence_number, risk, rated_on, agency_ids, version) on inspection.premises to bailiwick_ops;
grant update (name, status, on_day, location, district_code, test_type, product, briefing, risk_assessment, outcome, version) on inspection.purchase to bailiwick_ops;
grant update (visited_on, result, findings, words, revisit_on, officer_id, version) on inspection.visit to bailiwick_ops;
alter table inspection.scheme add column status_why text not null default '';
comment on column inspection.scheme.status_why is 'Why the scheme was put on hold or opened again, for its group.';
grant update (status, status_why, version) on inspection.scheme to bailiwick_ops;
grant update (result, voided_from, version) on inspection.attempt to bailiwick_ops;
grant update (status, done_on, version) on inspection.follow_up to bailiwick_ops;

-- One penalty is evidence of one sale.
create unique index sale_penalty_key on inspection.sale (agency_id, penalty_id);

-- The letter itself is for the agency that leads; that the business was written to is for all that take part, or they would undo the test.
create function inspection.has_letter(the_attempt uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from inspection.attempt_document m join inspection.attempt t on t.id = m.attempt_id join inspection.purchase p on p.id = t.purchase_id
    where m.attempt_id = the_attempt and p.agency_ids @> array[platform.viewer_agency()])
$$;
revoke execute on function inspection.has_letter from public;
grant execute on function inspection.has_letter to bailiwick_ops;
comment on function inspection.has_letter is 'Whether the business was written to after an attempt, for the agencies that take part.';

-- Whoever runs a scheme shares the tests that they took part in, and nobody else's; a reader sees their own besides.
create or replace function inspection.area_figures(the_scheme uuid) returns table (on_day date, location text, name text, test_type text, product text,
    visited int, passed int, failed int)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.on_day, p.location, p.name, p.test_type, p.product, count(t.id)::int,
    count(t.id) filter (where t.result like 'pass%')::int, count(t.id) filter (where t.result like 'fail%')::int
  from inspection.scheme s join inspection.purchase p on p.district_code = s.district_code and p.status = 'completed'
      and p.agency_ids && array[s.agency_id, platform.viewer_agency()]
    join inspection.attempt t on t.purchase_id = p.id and t.result <> 'void'
  where s.id = the_scheme and s.agency_ids @> array[platform.viewer_agency()]
  group by p.id order by p.on_day, p.name, p.id
$$;
comment on function inspection.area_figures is 'Test purchases of a scheme''s district that are over, counted, for the agencies of its group: those that whoever runs it, or the reader, took part in.';

-- Whoever leads a test purchase that is not over looks at the powers of everybody on it, of the other agencies too; since powers have a
-- fence of their own, no day with a constable of the force on it could be settled.
do $$
declare fenced text;
begin
  foreach fenced in array array['authorisation', 'clearance'] loop
    execute format('create policy %1$I on directory.%2$I for select to bailiwick_ops using (exists (select 1 from inspection.purchase_officer p
      join inspection.purchase u on u.id = p.purchase_id where p.officer_id = %2$I.officer_id and u.status in (''planned'', ''settled'', ''under-way'')
        and u.agency_id = (select platform.viewer_agency())))', fenced || '_of_test', fenced);
  end loop;
end $$;

-- The copies of an address that must stay hidden are put where no login reads, as the records' own are, and come back with it.
create table inspection.kept_address (
  premises_id uuid primary key references inspection.premises,
  address text not null,
  postcode text not null
);
alter table inspection.kept_address enable row level security;
alter table inspection.kept_address force row level security;
do $$ begin execute 'create policy kept_address_seed on inspection.kept_address for all to current_user using (true) with check (true)'; end $$;
comment on table inspection.kept_address is 'The address of premises while it must stay hidden; no login reads it. Retention: as the premises.';
create function inspection.hide_premises(the_record uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into inspection.kept_address (premises_id, address, postcode)
    select p.id, p.address, p.postcode from inspection.premises p where the_record in (p.firm_record_id, p.place_record_id) on conflict do nothing;
  update inspection.premises p set address = '', postcode = '' where the_record in (p.firm_record_id, p.place_record_id);
  update inspection.selection x set address = '' where the_record = any (x.record_ids);
$$;
create function inspection.show_premises(the_record uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  with back as (
    delete from inspection.kept_address k using inspection.premises p
      where p.id = k.premises_id and the_record in (p.firm_record_id, p.place_record_id)
        and not exists (select 1 from records.hidden_address h where h.record_id in (p.firm_record_id, p.place_record_id))
      returning k.*),
  cards as (update inspection.premises p set address = b.address, postcode = b.postcode from back b where p.id = b.premises_id)
  update inspection.selection x set address = concat_ws(', ', nullif(b.address, ''), nullif(b.postcode, '')) from back b where x.premises_id = b.premises_id;
$$;
create function inspection.address_hidden() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform inspection.hide_premises(new.record_id);
  return null;
end $$;
create function inspection.address_shown() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform inspection.show_premises(old.record_id);
  return null;
end $$;
create function inspection.premises_kept() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform inspection.hide_premises(h.record_id) from records.hidden_address h where h.record_id in (new.firm_record_id, new.place_record_id);
  return null;
end $$;
revoke execute on function inspection.hide_premises, inspection.show_premises, inspection.address_hidden, inspection.address_shown,
  inspection.premises_kept from public;
create trigger hidden_address_premises after insert on records.hidden_address for each row execute function inspection.address_hidden();
create trigger shown_address_premises after delete on records.hidden_address for each row execute function inspection.address_shown();
create trigger premises_hidden after insert on inspection.premises for each row execute function inspection.premises_kept();
select inspection.hide_premises(record_id) from records.hidden_address;
