-- Why: what an item names was looked for as numbers, marks, addresses and postcodes; firms by name were left to whoever reads it. Firms that the
-- register or the unit's own links know are looked up by one form of their names, as `firm.rules.ts` makes it.
-- Locks: records.received_record and intelligence.link against writing while the indexes are made. Takes: a second for a million records.
create function records.firm_form(label text) returns text
  language sql immutable parallel safe
  return regexp_replace(regexp_replace(trim(regexp_replace(regexp_replace(lower(label), '[''’]', '', 'g'), '[^a-z0-9]+', ' ', 'g')),
    '^the ', ''), ' (ltd|limited|plc|llp|cic)$', '');
comment on function records.firm_form(text) is 'The one form by which two ways of writing a firm are the same; that of firm.rules.ts for letters without accents.';
create index received_record_firm_idx on records.received_record (records.firm_form(label)) where kind = 'organisation';
create index link_firm_idx on intelligence.link (agency_id, records.firm_form(case when key_kind is null then label else regexp_replace(label, ', [^,]*$', '') end))
  where kind = 'organisation' and state = 'confirmed';

-- Row-level security would keep the form off its index.
create function intelligence.firms_linked(forms text[]) returns setof text
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select distinct case when l.key_kind is null then l.label else regexp_replace(l.label, ', [^,]*$', '') end
    from intelligence.link l
    where l.agency_id = platform.viewer_agency() and l.kind = 'organisation' and l.state = 'confirmed'
      and records.firm_form(case when l.key_kind is null then l.label else regexp_replace(l.label, ', [^,]*$', '') end) = any (forms)
      and l.item_id <> all (intelligence.closed_to_viewer())
    limit 50;
  end;
comment on function intelligence.firms_linked(text[]) is 'Firms, of some names in one form, to which an item of the viewer''s unit is linked that is not closed to them; fifty at most.';
revoke execute on function intelligence.firms_linked(text[]) from public;
grant execute on function intelligence.firms_linked(text[]) to bailiwick_intel;
