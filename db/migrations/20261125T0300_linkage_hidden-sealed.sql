-- Why: an address that must stay hidden still stood where logins of officers could read it: in the columns of rows, in files
-- that were given later, in evidence that says «the same» of it, in keys that two records share. What is shown of a row is a
-- column of its own now, and the rest is the worker's; and who is one person is asked of every version of a row.
-- Locks: linkage.list_entry while it is written anew (a minute for a million rows). Takes: seconds.

-- Whether a field, a heading or a piece of evidence says where somebody lives. The same words stand in address.store.ts.
create function linkage.says_where(name text) returns boolean
  language sql immutable parallel safe return name ~* ('addr|post.?code|pcode|uprn|town|\mcity|village|localit|parish|place|house|flat|building'
    || '|street|\mroad|estate|county|district|\mward|sector|position|latitude|longitude|easting|northing');
-- What a column holds that is called after something else: a row of which a comma moved the cells has its postcode where the
-- telephone should stand. The same stands in hidden-rows.ts.
create function linkage.holds_place(name text, value text) returns boolean
  language sql immutable parallel safe
  return value ~* '\m[a-z]{1,2}[0-9][a-z0-9]?\s*[0-9][a-z]{1,2}\M'
    or (name ~* 'phone' and value ~* '[a-z]{4}') or (name ~* 'name' and value ~ '[0-9]');
create function linkage.without_place(fields jsonb) returns jsonb
  language sql immutable parallel safe
  begin atomic
    select coalesce(jsonb_object_agg(f.key, f.value) filter (where not linkage.says_where(f.key) and not linkage.holds_place(f.key, f.value)), '{}'::jsonb)
    from jsonb_each_text(fields) f;
  end;
-- A name however it is written: its words in order of the alphabet, without titles.
create function linkage.plain_name(name text) returns text
  language sql immutable parallel safe
  begin atomic
    select coalesce(string_agg(w, ' ' order by w), '') from regexp_split_to_table(lower(name), '[^[:alnum:]]+') w
    where w <> '' and w not in ('mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'dame', 'lord', 'lady', 'rev', 'prof');
  end;
-- Two dates of birth may be one: they are alike as far as both are told.
create function linkage.may_be_one_birth(one text, other text) returns boolean
  language sql immutable parallel safe
  return coalesce(one, '') = '' or coalesce(other, '') = '' or starts_with(one, other) or starts_with(other, one);

alter table linkage.list_entry
  add column hides_place boolean not null default false,
  add column shown jsonb generated always as (case when hides_place then linkage.without_place(fields) else fields end) stored,
  add column reference text generated always as (case when source_key like 'ref:%' then substr(source_key, 5) end) stored;
comment on column linkage.list_entry.shown is 'The fields that anybody but the worker reads: without where somebody lives where that must stay hidden.';
comment on column linkage.list_entry.reference is 'The list''s own reference, where it gives one. A key that was made of the cells says what is in them to whoever tries, and is the worker''s.';
comment on column linkage.list_entry.hides_place is 'As records.hidden_address has it.';
create index list_entry_source_idx on linkage.list_entry (list_id, source_key);
create index list_entry_birth_idx on linkage.list_entry (list_id, (fields ->> 'dateOfBirth'));

-- What was given, the fields whole and the key made of cells are the worker's.
revoke select on linkage.list_entry from bailiwick_ops, bailiwick_safeguard;
grant select (id, list_id, load_id, kind, label, shown, reference, hides_place, origin_agency_id, handling, received_at, gateway, retention_group,
  regime, withdrawn_at, withdrawn_by_load, replaces) on linkage.list_entry to bailiwick_ops, bailiwick_safeguard;
-- The file itself too: an officer gives it and puts it away, and never reads it back.
revoke select on linkage.list_load_file_part from bailiwick_ops, bailiwick_safeguard;
grant select (load_id, part, agency_id, handling) on linkage.list_load_file_part to bailiwick_ops, bailiwick_safeguard;

create or replace view linkage.subject with (security_invoker = true) as
  select r.id, r.kind, r.label,
    case when exists (select 1 from records.hidden_address h where h.record_id = r.id) then linkage.without_place(r.fields) else r.fields end as fields,
    r.origin_agency_id, r.handling, null::uuid as list_id, r.feed as source, r.received_at, r.gateway
  from records.received_record r
  union all
  select e.id, e.kind, e.label, e.shown, e.origin_agency_id, e.handling, e.list_id, l.name, e.received_at, e.gateway
  from linkage.list_entry e join linkage.list l on l.id = e.list_id where e.withdrawn_at is null;
create or replace view linkage.subject_ever with (security_invoker = true) as
  select r.id, r.kind, r.label,
    case when exists (select 1 from records.hidden_address h where h.record_id = r.id) then linkage.without_place(r.fields) else r.fields end as fields,
    r.origin_agency_id, r.handling, null::uuid as list_id, null::uuid as load_id,
    r.feed as source, r.received_at, r.gateway, null::timestamptz as withdrawn_at
  from records.received_record r
  union all
  select e.id, e.kind, e.label, e.shown, e.origin_agency_id, e.handling, e.list_id, e.load_id, l.name, e.received_at, e.gateway, e.withdrawn_at
  from linkage.list_entry e join linkage.list l on l.id = e.list_id;

alter table records.hidden_address add column by_list boolean not null default false;
comment on column records.hidden_address.by_list is 'The row itself says so: taken back with the load that brought it.';

-- Records of people whom no list names: their address is kept apart, and the key that two of one address share with it.
create table records.kept_address (
  record_id uuid primary key references records.received_record,
  fields jsonb not null,
  keys text[] not null,
  kept_at timestamptz not null
);
comment on table records.kept_address is 'The address of a received record whose address must stay hidden, until it may be shown again. No login of an officer reads it. Retention: as the record.';
grant select, insert, delete on records.kept_address to bailiwick_worker;
grant update (fields) on records.received_record to bailiwick_worker;
grant delete on records.exact_key to bailiwick_worker;
grant update (is_marked, by_list) on records.hidden_address to bailiwick_worker;
grant update (evidence, probability, weight) on linkage.judgement to bailiwick_worker;

-- A row that came when somebody of its name was hidden: taken to be them until a person says that it is not.
create table linkage.hidden_with (
  entry_id uuid not null references linkage.list_entry,
  record_id uuid not null,
  since timestamptz not null,
  primary key (entry_id, record_id)
);
create index hidden_with_record_idx on linkage.hidden_with (record_id);
comment on table linkage.hidden_with is 'Rows that came after an address was hidden and name somebody of that name and birth: hidden with them until somebody says that they are different. Decides about nothing else. Retention: as the row.';
grant select, insert, delete on linkage.hidden_with to bailiwick_worker;

-- Every version of a row: what replaced it, what it replaced, and what its list gave under the same key.
create function linkage.row_versions(record uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with recursive version as (
      select record as id
      union
      select n.id from version v cross join lateral (
        select e.replaces as id from linkage.list_entry e where e.id = v.id and e.replaces is not null
        union all select e.id from linkage.list_entry e where e.replaces = v.id
        union all select e.id from linkage.list_entry o join linkage.list_entry e on e.list_id = o.list_id and e.source_key = o.source_key
          where o.id = v.id) n)
    select id from version;
  end;
-- Whether people who looked said of two rows, in any version of them, that they are different, and nobody the contrary since.
create function linkage.held_apart(one uuid, other uuid, since timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select 1 from linkage.row_versions(one) as x (id) cross join linkage.row_versions(other) as y (id)
      join linkage.judgement d on d.record_a = least(x.id, y.id) and d.record_b = greatest(x.id, y.id)
      where d.verdict = 'different' and (d.ended_at is null or d.ended_why = 'row-withdrawn') and d.made_at >= since);
  end;

-- Who must be hidden with a record. Wider than the identity that is shown: earlier versions of rows are in it, a row given
-- twice, and what a changed row ended, since an old row of a person may hold the very address.
create function linkage.hidden_person(start uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with recursive same as (
      select start as id
      union
      select n.id from same s cross join lateral (
        select v.id from linkage.row_versions(s.id) as v (id)
        union all
        select e.id from linkage.list_entry o join linkage.list_entry e on e.list_id = o.list_id
          and linkage.plain_name(e.label) = linkage.plain_name(o.label) and e.fields ->> 'dateOfBirth' = o.fields ->> 'dateOfBirth'
          where o.id = s.id and not linkage.held_apart(o.id, e.id, '-infinity')
        union all
        select case when j.record_a = s.id then j.record_b else j.record_a end
          from linkage.judgement j where s.id in (j.record_a, j.record_b) and j.verdict = 'same'
            and (j.ended_at is null or j.ended_why = 'row-withdrawn') and not linkage.held_apart(j.record_a, j.record_b, j.made_at)
        union all
        select case when w.entry_id = s.id then w.record_id else w.entry_id end
          from linkage.hidden_with w where s.id in (w.entry_id, w.record_id) and not linkage.held_apart(w.entry_id, w.record_id, '-infinity')) n)
    select id from same;
  end;

create or replace function linkage.spread_hidden_address(start uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  person uuid[];
  moved record;
begin
  select array_agg(p.id) into person from linkage.hidden_person(start) as p (id);
  -- A mark stands on the row that stands, so that whoever lifts it there has lifted it.
  for moved in
    with recursive line as (
      select h.record_id as marked, e.id, e.replaces, e.withdrawn_at, h.since
      from records.hidden_address h join linkage.list_entry e on e.id = h.record_id
      where h.record_id = any (person) and h.is_marked and e.withdrawn_at is not null
      union
      select l.marked, n.id, n.replaces, n.withdrawn_at, l.since
      from line l join linkage.list_entry n on n.replaces = l.id or n.id = l.replaces)
    select l.marked, l.id, l.since from line l where l.withdrawn_at is null
  loop
    update records.hidden_address set is_marked = false, by_list = false where record_id = moved.marked;
    insert into records.hidden_address (record_id, is_marked, since) values (moved.id, true, moved.since)
      on conflict (record_id) do update set is_marked = true;
  end loop;
  if exists (select 1 from records.hidden_address h where h.record_id = any (person) and h.is_marked) then
    insert into records.hidden_address (record_id, is_marked, since)
      select p.id, false, now() from unnest(person) as p (id) on conflict do nothing;
  else
    delete from records.hidden_address h where h.record_id = any (person);
  end if;
end $$;

create or replace function linkage.judgement_spreads_hidden_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- A row that was changed says nothing of whether the others are that person: only a decision does.
  if new.ended_at is not null and new.ended_why = 'row-withdrawn' then return null; end if;
  if exists (select 1 from records.hidden_address h where h.record_id in (new.record_a, new.record_b)) then
    perform linkage.spread_hidden_address(new.record_a);
    perform linkage.spread_hidden_address(new.record_b);
  end if;
  return null;
end $$;
drop trigger judgement_hidden_address on linkage.judgement;
create trigger judgement_hidden_address after insert or update of ended_at on linkage.judgement
  for each row when (new.verdict in ('same', 'different')) execute function linkage.judgement_spreads_hidden_address();

-- Of rows that come to a list, those of somebody whose address is hidden: the same row again, or one of the same name whose
-- date of birth does not say otherwise. The address itself is not compared, so that nobody can try addresses by giving files.
create function linkage.hidden_on_arrival(the_list uuid, keys text[], labels text[], births text[])
  returns table (place integer, record_id uuid, is_row boolean)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with hidden as materialized (
      select h.record_id, e.list_id, e.source_key, linkage.plain_name(e.label) as name, e.fields ->> 'dateOfBirth' as birth,
        e.withdrawn_at is null as stands
      from records.hidden_address h join linkage.list_entry e on e.id = h.record_id
      union all
      select h.record_id, null, null, linkage.plain_name(coalesce(r.fields ->> 'name', concat_ws(' ', r.fields ->> 'forename', r.fields ->> 'surname'))),
        coalesce(r.fields ->> 'dateOfBirth', r.fields ->> 'dob'), true
      from records.hidden_address h join records.received_record r on r.id = h.record_id where r.kind in ('person', 'organisation')
    ), given as materialized (
      select g.place::integer, g.key, linkage.plain_name(g.label) as name, g.birth
      from unnest(keys, labels, births) with ordinality as g (key, label, birth, place) where exists (select 1 from hidden)
    ), found as (
      select g.place, h.record_id, true as is_row from given g join hidden h on h.source_key = g.key and h.list_id = the_list
      union all
      select g.place, h.record_id, false from given g join hidden h on h.name = g.name and g.name <> ''
        where linkage.may_be_one_birth(h.birth, g.birth))
    select distinct on (f.place) f.place, f.record_id, f.is_row from found f join hidden h on h.record_id = f.record_id
    -- One that stands, so that whoever tells the two apart has a pair to say it of.
    order by f.place, f.is_row desc, (h.list_id is not distinct from the_list) desc, h.stands desc, f.record_id;
  end;

drop trigger list_entry_hidden_address on linkage.list_entry;
drop function linkage.entry_keeps_hidden_address();
create function linkage.entries_keep_hidden_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare hit record;
begin
  if not exists (select 1 from records.hidden_address) then return null; end if;
  for hit in
    select e.id, o.record_id, o.is_row
    from (select f.list_id, array_agg(f.id order by f.id) as ids, array_agg(f.source_key order by f.id) as keys,
        array_agg(f.label order by f.id) as labels, array_agg(f.fields ->> 'dateOfBirth' order by f.id) as births
      from fresh f group by f.list_id) l
    cross join lateral linkage.hidden_on_arrival(l.list_id, l.keys, l.labels, l.births) o
    cross join lateral (select l.ids[o.place] as id) e
    union all
    select f.id, h.record_id, true from fresh f join records.hidden_address h on h.record_id = f.replaces
  loop
    if not hit.is_row and hit.id <> hit.record_id then
      insert into linkage.hidden_with (entry_id, record_id, since) values (hit.id, hit.record_id, now()) on conflict do nothing;
    end if;
    perform linkage.spread_hidden_address(hit.id);
  end loop;
  return null;
end $$;
create trigger list_entry_hidden_address after insert on linkage.list_entry
  referencing new table as fresh for each statement execute function linkage.entries_keep_hidden_address();

-- Evidence that says where a record's person lives: taken out whole, with the odds that it moved. «The same» beside another
-- record's address would say it as well, and so would what is missing from the sum.
create function linkage.evidence_without_place(evidence jsonb) returns jsonb
  language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare
  kept jsonb;
  total double precision;
begin
  if jsonb_typeof(evidence -> 'evidence') is distinct from 'array' then return evidence; end if;
  select coalesce(jsonb_agg(p.part order by p.at) filter (where not linkage.says_where(p.part ->> 'field')), '[]'::jsonb) into kept
    from jsonb_array_elements(evidence -> 'evidence') with ordinality as p (part, at);
  if jsonb_array_length(kept) = jsonb_array_length(evidence -> 'evidence') then return evidence; end if;
  -- What a household takes away rests on its address: it goes too.
  select coalesce((evidence ->> 'startBits')::double precision, 0) + coalesce(sum((p ->> 'bits')::double precision), 0) into total
    from jsonb_array_elements(kept) as p;
  return evidence || jsonb_build_object('evidence', kept, 'relatedBits', 0, 'totalBits', total,
    'probability', 1 / (1 + power(2::double precision, greatest(-500, least(500, -total)))));
end $$;

create or replace function linkage.clear_hidden_evidence() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update linkage.judgement j set evidence = x.kept, probability = (x.kept ->> 'probability')::real, weight = (x.kept ->> 'totalBits')::real
    from (select o.id, linkage.evidence_without_place(o.evidence) as kept from linkage.judgement o
      where o.evidence is not null and new.record_id in (o.record_a, o.record_b)) x
    where x.id = j.id and x.kept is distinct from j.evidence;
  return null;
end $$;
create or replace function linkage.keep_hidden_evidence() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare kept jsonb;
begin
  if new.evidence is not null
    and exists (select 1 from records.hidden_address h where h.record_id in (new.record_a, new.record_b)) then
    kept := linkage.evidence_without_place(new.evidence);
    if kept is distinct from new.evidence then
      new.evidence := kept;
      new.probability := (kept ->> 'probability')::real;
      new.weight := (kept ->> 'totalBits')::real;
    end if;
  end if;
  return new;
end $$;

-- Of texts, those that name somebody whose address is hidden and whose own name (`labels`) is another: a row that is shown
-- before, or whatever, its columns are chosen.
create function linkage.names_hidden(texts text[], labels text[]) returns setof integer
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  -- It answers whether a name is hidden: for those who give lists, who learn it of their own rows anyway (ADR 11).
  if session_user <> 'bailiwick_worker' and not string_to_array(coalesce(platform.viewer_text('roles'), ''), ',')
    && array['safeguarding-officer', 'community-safety-coordinator', 'trading-standards-investigator', 'police-partner', 'partner'] then
    raise exception 'Only those who give lists ask this.' using errcode = '42501';
  end if;
  return query
    with hidden as materialized (
      select distinct string_to_array(x.name, ' ') as words from (
        select linkage.plain_name(coalesce(e.label, r.fields ->> 'name', concat_ws(' ', r.fields ->> 'forename', r.fields ->> 'surname'))) as name
        from records.hidden_address h left join linkage.list_entry e on e.id = h.record_id
          left join records.received_record r on r.id = h.record_id) x where x.name <> ''
    ), given as materialized (
      select g.place::integer, string_to_array(linkage.plain_name(g.words), ' ') as words, string_to_array(linkage.plain_name(g.label), ' ') as label
      from unnest(texts, labels) with ordinality as g (words, label, place) where exists (select 1 from hidden))
    select distinct g.place from given g join hidden h on g.words @> h.words and not g.label @> h.words;
end $$;

-- What files hold of somebody is taken out of what is kept for looking at, whichever list they were given for.
create or replace function linkage.clear_hidden_file_rows() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from linkage.list_load_row r using (
    select string_to_array(linkage.plain_name(coalesce(e.label, x.fields ->> 'name', concat_ws(' ', x.fields ->> 'forename', x.fields ->> 'surname'))), ' ') as words
    from (select new.record_id as id) h left join linkage.list_entry e on e.id = h.id left join records.received_record x on x.id = h.id) name
  where cardinality(name.words) > 0 and name.words <> array['']
    and string_to_array(linkage.plain_name(concat_ws(' ', r.label, r.was::text, r.becomes::text)), ' ') @> name.words;
  return null;
end $$;

create function linkage.seal_hidden_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update linkage.list_entry e set hides_place = true where e.id = new.record_id and not e.hides_place;
  insert into records.kept_address (record_id, fields, keys, kept_at)
    select r.id, r.fields, array(select k.value from records.exact_key k where k.record_id = r.id and k.kind = 'address'), now()
    from records.received_record r where r.id = new.record_id on conflict do nothing;
  if found then
    update records.received_record r set fields = linkage.without_place(r.fields) where r.id = new.record_id;
    delete from records.exact_key k where k.record_id = new.record_id and k.kind = 'address';
  end if;
  return null;
end $$;
create function linkage.unseal_hidden_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update linkage.list_entry e set hides_place = false where e.id = old.record_id;
  update records.received_record r set fields = k.fields from records.kept_address k where k.record_id = old.record_id and r.id = k.record_id;
  insert into records.exact_key (kind, value, record_id)
    select 'address', v, k.record_id from records.kept_address k cross join unnest(k.keys) v where k.record_id = old.record_id on conflict do nothing;
  delete from records.kept_address k where k.record_id = old.record_id;
  return null;
end $$;
create function linkage.mark_spreads() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform linkage.spread_hidden_address(new.record_id);
  return null;
end $$;
create trigger hidden_address_seals after insert on records.hidden_address for each row execute function linkage.seal_hidden_address();
create trigger hidden_address_unseals after delete on records.hidden_address for each row execute function linkage.unseal_hidden_address();
create trigger hidden_address_spreads after insert or update of is_marked on records.hidden_address
  for each row when (new.is_marked) execute function linkage.mark_spreads();

-- A load is taken back: what its rows themselves asked goes with them, unless the row that stands again asks it too, or the
-- register hides that person.
create function linkage.take_back_hidden(entries uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare one uuid;
begin
  update records.hidden_address h set by_list = false, is_marked = exists (
      select 1 from linkage.row_versions(h.record_id) as v (id) join safeguarding.victim_file f on f.record_id = v.id
        join safeguarding.contact c on c.file_id = f.id where c.hides_address)
      or exists (select 1 from linkage.row_versions(h.record_id) as v (id) join linkage.sealed_address z on z.entry_id = v.id
        join linkage.list_entry e on e.id = v.id where e.withdrawn_at is null)
    where h.record_id = any (entries) and h.by_list;
  for one in select h.record_id from records.hidden_address h where h.record_id = any (entries) loop
    perform linkage.spread_hidden_address(one);
  end loop;
end $$;

do $$
declare name text;
begin
  grant create on schema linkage to bailiwick_worker;
  foreach name in array array['row_versions(uuid)', 'held_apart(uuid, uuid, timestamptz)', 'hidden_person(uuid)', 'spread_hidden_address(uuid)',
    'judgement_spreads_hidden_address()', 'hidden_on_arrival(uuid, text[], text[], text[])', 'entries_keep_hidden_address()',
    'clear_hidden_evidence()', 'keep_hidden_evidence()', 'names_hidden(text[], text[])', 'clear_hidden_file_rows()', 'seal_hidden_address()',
    'unseal_hidden_address()', 'mark_spreads()', 'take_back_hidden(uuid[])'] loop
    execute format('revoke execute on function linkage.%s from public', name);
    -- Their owner reads rows behind their fence, which no owner of the installation does by itself.
    execute format('alter function linkage.%s owner to bailiwick_worker', name);
  end loop;
  revoke create on schema linkage from bailiwick_worker;
end $$;
grant execute on function linkage.spread_hidden_address to bailiwick_safeguard;
grant execute on function linkage.names_hidden to bailiwick_ops, bailiwick_safeguard;

-- What is hidden already is hidden anew, by the rules above.
create temporary table was_hidden as
  select h.record_id, h.is_marked, h.since, h.is_marked and exists (select 1 from linkage.sealed_address z where z.entry_id = h.record_id) as by_list
  from records.hidden_address h;
delete from records.hidden_address;
insert into records.hidden_address (record_id, is_marked, since, by_list) select w.record_id, w.is_marked, w.since, w.by_list from was_hidden w
  order by w.is_marked on conflict do nothing;
drop table was_hidden;
