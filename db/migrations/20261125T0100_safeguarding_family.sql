-- Why: what is known of one person may lie in several files that were joined. An address that must stay hidden hides that of
-- every file of theirs, whichever of their files or records hides it; how they may safely be reached is told from every one;
-- and the plain address is no longer in a column that an officer's login reads: only through a function that asks first.
-- How long after support somebody asks again stands in one row. Whoever goes knows how to reach a person until the day of
-- the visit is over, and no longer.
-- Locks: safeguarding.contact for an instant. Takes: milliseconds.

-- Terms of the register that no agency sets for itself, because figures of several agencies are made by them.
create table safeguarding.term (
  code text primary key,
  months integer not null constraint term_months check (months between 1 and 120),
  words text not null
);
comment on table safeguarding.term is 'Terms that the register and its figures are counted by, in whole months: one row for each. Retention: as long as the product counts by them.';
insert into safeguarding.term (code, months, words) values
  ('repeat-check', 12, 'From support until somebody asks whether it has happened again, and as long as a loss makes somebody a victim again (V-04)');
grant select on safeguarding.term to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;

-- The day on which somebody asks again after a day of support, and until which a loss is a victim again (V-04).
create function safeguarding.repeat_due(day date) returns date
  language sql stable parallel safe
  return (day + make_interval(months => (select t.months from safeguarding.term t where t.code = 'repeat-check')))::date;

-- Each file with the one it is read under.
create view safeguarding.family as
  with recursive kin as (
    select f.id as root_id, f.id as file_id from safeguarding.victim_file f where f.joined_into is null
    union all
    select k.root_id, f.id from kin k join safeguarding.victim_file f on f.joined_into = k.file_id)
  select root_id, file_id from kin;
grant select on safeguarding.family to bailiwick_worker;

-- All files of the person that a file is about, the one they are read under first.
create function safeguarding.family_of(the_file uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with recursive up as (
      select f.id, f.joined_into from safeguarding.victim_file f where f.id = the_file
      union all
      select f.id, f.joined_into from up join safeguarding.victim_file f on f.id = up.joined_into),
    down as (
      select up.id, 0 as step from up where up.joined_into is null
      union all
      select f.id, d.step + 1 from down d join safeguarding.victim_file f on f.joined_into = d.id)
    select down.id from down order by down.step, down.id;
  end;

-- The record that stands today for one that a file is anchored to: a row that was changed on its list is a new entry.
create function safeguarding.standing_record(the_record uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with recursive line as (
      select e.id, e.withdrawn_at from linkage.list_entry e where e.id = the_record
      union all
      select n.id, n.withdrawn_at from line l join linkage.list_entry n on n.replaces = l.id)
    select coalesce((select line.id from line where line.withdrawn_at is null limit 1), the_record);
  end;

-- Whether the address of a person stays hidden: a file of theirs says so, or a record that a file is about is hidden, by
-- itself or because it is the same person as one that is.
create function safeguarding.hides_address(the_file uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select 1 from safeguarding.family_of(the_file) as k (id)
        join safeguarding.victim_file f on f.id = k.id left join safeguarding.contact c on c.file_id = f.id
        where c.hides_address
          or exists (select 1 from records.hidden_address h where h.record_id = safeguarding.standing_record(f.record_id)));
  end;

-- How a person may safely be reached, by each of their files that the caller's agency has, the one asked for first: for whoever
-- keeps the register of it, and for the officer who goes, until the day of the visit is over or what came of it is said.
-- `hides_address` is what the file says, `is_hidden` what holds, whichever file or record of theirs says so.
create function safeguarding.safe_contacts(the_file uuid, today date)
  returns table (file_id uuid, method text, times text, no_message boolean, must_not_know text, phone text,
    hides_address boolean, is_hidden boolean, address text, postcode text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.file_id, c.method, c.times, c.no_message, c.must_not_know, c.phone, c.hides_address, x.is_hidden,
      case when x.is_hidden then '' else c.address end, case when x.is_hidden then '' else c.postcode end
    from (select safeguarding.hides_address(the_file) as is_hidden) x
      cross join safeguarding.family_of(the_file) with ordinality as k (id, place)
      join safeguarding.victim_file o on o.id = k.id
      join safeguarding.contact c on c.file_id = k.id
    where (k.id = the_file or platform.viewer_agency() in (o.agency_id, o.lead_agency_id, o.offered_agency_id))
      and (exists (select 1 from safeguarding.victim_file f where f.id = the_file and safeguarding.keeps_register()
          and platform.viewer_agency() in (f.agency_id, f.lead_agency_id, f.offered_agency_id))
        or exists (select 1 from safeguarding.visit v where v.file_id = the_file and v.assigned_to = safeguarding.viewer_officer()
          and v.state = 'planned' and v.planned_on >= today))
    order by c.file_id <> the_file, k.place;
  end;

-- Marks the records that the files of a person are anchored to, where one of the files hides the address. Where none does,
-- `lifts` takes the mark from them, but for those whose list asked for it: that is lifted on the list.
create function safeguarding.mark_hidden(the_file uuid, lifts boolean, at_instant timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  one record;
  hides boolean;
begin
  if not exists (select 1 from safeguarding.victim_file f where f.id = the_file and safeguarding.keeps_register()
    and platform.viewer_agency() in (f.agency_id, f.lead_agency_id, f.offered_agency_id)) then
    raise exception 'This file is not yours.';
  end if;
  select coalesce(bool_or(c.hides_address), false) into hides
    from safeguarding.family_of(the_file) as k (id) join safeguarding.contact c on c.file_id = k.id;
  if not hides and not lifts then return; end if;
  for one in select safeguarding.standing_record(f.record_id) as record_id
    from safeguarding.family_of(the_file) as k (id) join safeguarding.victim_file f on f.id = k.id
  loop
    if hides then
      insert into records.hidden_address as h (record_id, is_marked, since) values (one.record_id, true, at_instant)
        on conflict (record_id) do update set is_marked = true;
    else
      update records.hidden_address h set is_marked = false where h.record_id = one.record_id
        and not exists (
          with recursive line as (
            select e.id, e.replaces from linkage.list_entry e where e.id = one.record_id
            union all
            select e.id, e.replaces from line join linkage.list_entry e on e.id = line.replaces)
          select 1 from line join linkage.sealed_address z on z.entry_id = line.id);
    end if;
    perform linkage.spread_hidden_address(one.record_id);
  end loop;
end $$;

-- The schema's owner takes these back and makes them anew: they see one file where they should see the person.
drop function safeguarding.visit_done(uuid), safeguarding.reveal_address(uuid, text, timestamptz), safeguarding.visit_history(uuid);

-- What a visit brought goes into the file of the person, which the officer who went may not read: into the one it was
-- planned from, and into the one that is read.
create function safeguarding.visit_done(the_visit uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v safeguarding.visit;
  seen_on date;
begin
  select x.* into v from safeguarding.visit x where x.id = the_visit and x.state = 'done'
    and (x.assigned_to = safeguarding.viewer_officer() or safeguarding.keeps_register());
  if v.id is null then raise exception 'This visit is not done, or not yours.'; end if;
  seen_on := (v.done_at at time zone 'Europe/London')::date;
  update safeguarding.victim_file f set version = f.version + 1,
    status = case v.result when 'seen' then 'visited' when 'refused' then 'declined' else v.result end,
    bank_told = case when 'bank-told' = any (v.done_things) then 'yes' else f.bank_told end,
    supported_on = case when v.result = 'seen' then coalesce(f.supported_on, seen_on) else f.supported_on end,
    repeat_due_on = case when v.result = 'seen' then safeguarding.repeat_due(seen_on)
      when v.result = 'deceased' then null else f.repeat_due_on end
  where f.id = v.file_id or f.id = (select k.id from safeguarding.family_of(v.file_id) as k (id) limit 1);
end $$;

-- The one way to a hidden address: who asked and why is written first. Whoever keeps the register sees what each source says;
-- the officer who goes sees where to go, and not from where it is known, until the day of the visit is over.
create function safeguarding.reveal_address(file uuid, why text, at_instant timestamptz)
  returns table (said_by text, address text, postcode text)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f safeguarding.victim_file;
  v safeguarding.visit;
  is_keeper boolean;
begin
  select * into f from safeguarding.victim_file x where x.id = file;
  is_keeper := safeguarding.keeps_register() and platform.viewer_agency() in (f.agency_id, f.lead_agency_id);
  select * into v from safeguarding.visit x where x.file_id = file and x.assigned_to = safeguarding.viewer_officer() and x.state = 'planned'
    and x.planned_on >= (at_instant at time zone 'Europe/London')::date order by x.planned_on limit 1;
  if f.id is null or not (coalesce(is_keeper, false) or v.id is not null) then return; end if;
  insert into safeguarding.reveal (file_id, officer_id, agency_id, visit_id, reason, at)
    values (file, safeguarding.viewer_officer(), platform.viewer_agency(), v.id, why, at_instant);
  -- What was sealed, and what a file that does not itself hide it holds: of the files that the caller's agency has.
  return query
    select 'The register'::text, a.address, a.postcode
    from safeguarding.family_of(file) as k (id) join safeguarding.victim_file o on o.id = k.id
      join (select z.file_id, z.address, z.postcode from safeguarding.sealed_address z
        union select c.file_id, c.address, c.postcode from safeguarding.contact c where c.address <> '' or c.postcode <> '') a on a.file_id = o.id
    where o.id = file or platform.viewer_agency() in (o.agency_id, o.lead_agency_id);
  if not coalesce(is_keeper, false) then return; end if;
  return query
    with recursive same as (
      select safeguarding.standing_record(x.record_id) as id
      from safeguarding.family_of(file) as k (id) join safeguarding.victim_file x on x.id = k.id
      union
      select case when j.record_a = s.id then j.record_b else j.record_a end
      from same s join linkage.judgement j on (j.record_a = s.id or j.record_b = s.id)
      where j.ended_at is null and j.verdict = 'same')
    select l.name, coalesce(z.address, e.fields ->> 'address', ''), coalesce(z.postcode, e.fields ->> 'postcode', '')
    from same s join linkage.list_entry e on e.id = s.id and e.withdrawn_at is null join linkage.list l on l.id = e.list_id
      left join linkage.sealed_address z on z.entry_id = e.id
    where coalesce(z.address, e.fields ->> 'address', '') <> ''
      and (e.origin_agency_id = platform.viewer_agency() or exists (select 1 from directory.agreement t
        where t.from_agency_id = e.origin_agency_id and t.to_agency_id = platform.viewer_agency()
          and t.starts_on <= (at_instant at time zone 'Europe/London')::date
          and (t.ends_on is null or t.ends_on > (at_instant at time zone 'Europe/London')::date)
          and t.record_kind = case e.handling when 'victim' then 'victim' else 'restricted-list' end))
    order by 1;
end $$;

-- What was tried before, in a few lines, for the officer who goes: whoever went, and nothing that was written.
create function safeguarding.visit_history(the_visit uuid)
  returns table (planned_on date, result text, done_things text[])
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select h.planned_on, h.result, h.done_things
    from safeguarding.visit v cross join safeguarding.family_of(v.file_id) as k (id) join safeguarding.victim_file o on o.id = k.id
      join safeguarding.visit h on h.file_id = k.id and h.id <> v.id and h.state = 'done'
    where v.id = the_visit and (k.id = v.file_id or platform.viewer_agency() in (o.agency_id, o.lead_agency_id, o.offered_agency_id)) and (v.assigned_to = safeguarding.viewer_officer() or (safeguarding.keeps_register() and v.agency_id = platform.viewer_agency()))
    order by h.planned_on desc, h.id limit 5;
  end;

-- What joined files hid before now.
insert into records.hidden_address as h (record_id, is_marked, since)
  select distinct safeguarding.standing_record(f.record_id), true, now()
  from safeguarding.family k join safeguarding.victim_file f on f.id = k.file_id
  where exists (select 1 from safeguarding.family o join safeguarding.contact c on c.file_id = o.file_id where o.root_id = k.root_id and c.hides_address)
  on conflict (record_id) do update set is_marked = true;
select linkage.spread_hidden_address(h.record_id) from records.hidden_address h where h.is_marked;

do $$
declare name text;
begin
  grant create on schema safeguarding to bailiwick_worker;
  grant update (is_marked) on records.hidden_address to bailiwick_worker;
  foreach name in array array['family_of(uuid)', 'standing_record(uuid)', 'hides_address(uuid)', 'safe_contacts(uuid, date)',
    'mark_hidden(uuid, boolean, timestamptz)', 'visit_done(uuid)', 'reveal_address(uuid, text, timestamptz)', 'visit_history(uuid)'] loop
    execute format('revoke execute on function safeguarding.%s from public', name);
    -- Their owner reads rows behind their fence, which no owner of the installation does by itself.
    execute format('alter function safeguarding.%s owner to bailiwick_worker', name);
  end loop;
  revoke create on schema safeguarding from bailiwick_worker;
end $$;
grant execute on function safeguarding.safe_contacts, safeguarding.mark_hidden, safeguarding.visit_done, safeguarding.reveal_address,
  safeguarding.visit_history to bailiwick_safeguard;

-- An officer's login reads no address of a person but through `safe_contacts`; an officer who goes, nothing of the table.
drop policy contact_keeper on safeguarding.contact;
create policy contact_keeper on safeguarding.contact for all to bailiwick_safeguard
  using ((select safeguarding.keeps_register()) and exists (select 1 from safeguarding.victim_file f where f.id = file_id));
revoke select on safeguarding.contact from bailiwick_safeguard;
grant select (file_id, agency_id, method, times, no_message, must_not_know, phone, hides_address, changed_at, changed_by)
  on safeguarding.contact to bailiwick_safeguard;
comment on table safeguarding.contact is 'How a person may safely be reached (domain 2.18). An address stands here where no file or record of the person hides it when it is written; where one does later, no officer''s login is given it. Retention: as the file.';
-- Only the functions above mark a record, and take a mark from it.
revoke update (is_marked) on records.hidden_address from bailiwick_safeguard;
