-- Why: an address that must stay hidden (domain 2.18) is taken out of everything that is made from a record, whoever reads
-- it and whichever code: the views that people are put together from, and the evidence that was kept with judgements.
-- Whoever is the same person as somebody whose address is hidden has theirs hidden too, as judgements come and go.
-- Locks: the views for an instant. Takes: milliseconds.
create or replace view linkage.subject with (security_invoker = true) as
  select r.id, r.kind, r.label,
    case when exists (select 1 from records.hidden_address h where h.record_id = r.id) then r.fields - '{address,postcode,town}'::text[] else r.fields end as fields,
    r.origin_agency_id, r.handling, null::uuid as list_id, r.feed as source, r.received_at, r.gateway
  from records.received_record r
  union all
  select e.id, e.kind, e.label,
    case when exists (select 1 from records.hidden_address h where h.record_id = e.id) then e.fields - '{address,postcode,town}'::text[] else e.fields end as fields,
    e.origin_agency_id, e.handling, e.list_id, l.name, e.received_at, e.gateway
  from linkage.list_entry e join linkage.list l on l.id = e.list_id where e.withdrawn_at is null;

create or replace view linkage.subject_ever with (security_invoker = true) as
  select r.id, r.kind, r.label,
    case when exists (select 1 from records.hidden_address h where h.record_id = r.id) then r.fields - '{address,postcode,town}'::text[] else r.fields end as fields,
    r.origin_agency_id, r.handling, null::uuid as list_id, null::uuid as load_id,
    r.feed as source, r.received_at, r.gateway, null::timestamptz as withdrawn_at
  from records.received_record r
  union all
  select e.id, e.kind, e.label,
    case when exists (select 1 from records.hidden_address h where h.record_id = e.id) then e.fields - '{address,postcode,town}'::text[] else e.fields end as fields,
    e.origin_agency_id, e.handling, e.list_id, e.load_id, l.name, e.received_at, e.gateway, e.withdrawn_at
  from linkage.list_entry e join linkage.list l on l.id = e.list_id;

-- All records of the person that a record is about, hidden together or shown together.
create function linkage.spread_hidden_address(start uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare person uuid[];
begin
  with recursive same as (
    select start as id
    union
    select case when j.record_a = s.id then j.record_b else j.record_a end
    from same s join linkage.judgement j on (j.record_a = s.id or j.record_b = s.id)
    where j.ended_at is null and j.verdict = 'same')
  select array_agg(id) into person from same;
  if exists (select 1 from records.hidden_address h where h.record_id = any(person) and h.is_marked) then
    insert into records.hidden_address (record_id, is_marked, since)
      select id, false, now() from unnest(person) as id on conflict do nothing;
  else
    delete from records.hidden_address h where h.record_id = any(person);
  end if;
end $$;

create function linkage.judgement_spreads_hidden_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from records.hidden_address h where h.record_id in (new.record_a, new.record_b)) then
    perform linkage.spread_hidden_address(new.record_a);
    perform linkage.spread_hidden_address(new.record_b);
  end if;
  return null;
end $$;
create trigger judgement_hidden_address after insert or update of ended_at on linkage.judgement
  for each row when (new.verdict = 'same') execute function linkage.judgement_spreads_hidden_address();

-- Evidence that says where a record's person lives says it no more.
create function linkage.clear_hidden_evidence() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update linkage.judgement j set evidence = jsonb_set(j.evidence, '{evidence}', (
      select coalesce(jsonb_agg(case when part ->> 'field' ~* '(address|postcode|town)'
          then part || '{"left": "hidden", "right": "hidden"}'::jsonb else part end), '[]'::jsonb)
      from jsonb_array_elements(j.evidence -> 'evidence') as part))
    where new.record_id in (j.record_a, j.record_b) and jsonb_typeof(j.evidence -> 'evidence') = 'array';
  return null;
end $$;
create trigger hidden_address_clears after insert on records.hidden_address
  for each row execute function linkage.clear_hidden_evidence();
-- A judgement with a hidden record is kept without where either lives.
create function linkage.keep_hidden_evidence() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if jsonb_typeof(new.evidence -> 'evidence') = 'array'
    and exists (select 1 from records.hidden_address h where h.record_id in (new.record_a, new.record_b)) then
    new.evidence := jsonb_set(new.evidence, '{evidence}', (
      select coalesce(jsonb_agg(case when part ->> 'field' ~* '(address|postcode|town)'
          then part || '{"left": "hidden", "right": "hidden"}'::jsonb else part end), '[]'::jsonb)
      from jsonb_array_elements(new.evidence -> 'evidence') as part));
  end if;
  return new;
end $$;
create trigger judgement_without_hidden before insert on linkage.judgement
  for each row execute function linkage.keep_hidden_evidence();

revoke execute on function linkage.spread_hidden_address, linkage.judgement_spreads_hidden_address, linkage.clear_hidden_evidence, linkage.keep_hidden_evidence from public;
grant execute on function linkage.spread_hidden_address to bailiwick_safeguard, bailiwick_worker;
grant update (is_marked) on records.hidden_address to bailiwick_safeguard;
