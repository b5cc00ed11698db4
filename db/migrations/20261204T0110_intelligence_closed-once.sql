-- Why: what is closed to somebody was worked out anew for each link and each sensitive item that was looked at, so that a profile that is not
-- theirs took a fifth of a second with 300 sensitive items in the unit. Each is asked once now. What is closed is the same.
-- Locks: none. Takes: milliseconds.
create or replace function intelligence.links_closed_to_viewer() returns uuid[] language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(l.id), '{}') from intelligence.link l where l.item_id = any ((select intelligence.closed_to_viewer())::uuid[]));
create or replace function intelligence.sensitive_to_viewer() returns uuid[] language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(i.id), '{}') from intelligence.item i where i.is_sensitive and i.agency_id = (select platform.viewer_agency())
    and not (select intelligence.is_manager())
    and i.sensitive_readers @> array[(select nullif(platform.viewer_text('officer'), '')::uuid)] is not true);
create or replace function intelligence.sensitive_open_to_viewer() returns uuid[]
  language sql stable security definer set search_path = pg_catalog
  return (select coalesce(array_agg(i.id), '{}') from intelligence.item i
    where i.is_sensitive and i.agency_id = (select platform.viewer_agency()) and i.id <> all ((select intelligence.closed_to_viewer())::uuid[]));
create or replace function intelligence.firms_linked(forms text[]) returns setof text
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select distinct case when l.key_kind is null then l.label else regexp_replace(l.label, ', [^,]*$', '') end
    from intelligence.link l
    where l.agency_id = platform.viewer_agency() and l.kind = 'organisation' and l.state = 'confirmed'
      and records.firm_form(case when l.key_kind is null then l.label else regexp_replace(l.label, ', [^,]*$', '') end) = any (forms)
      and l.item_id <> all ((select intelligence.closed_to_viewer())::uuid[])
    limit 50;
  end;
