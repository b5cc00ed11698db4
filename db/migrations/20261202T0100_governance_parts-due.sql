-- Of many kinds and agencies, which have any to go: asked as one question. In a loop each part set up the whole of the view anew, which
-- holds every kind there is, and that took twenty times as long as what was read. The limit keeps each part at its first record.
create or replace function governance.parts_due(kinds text[], agencies uuid[], untils date[]) returns table (kind text, agency_id uuid)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select d.kind, d.agency_id from unnest(kinds, agencies, untils) as d (kind, agency_id, until)
      cross join lateral (select 1 from governance.candidate c where c.kind = d.kind and c.agency_id is not distinct from d.agency_id
        and c.counted_from <= d.until and c.kept_for is null limit 1) found;
  end;
-- Rights and owner stay as they were; how it is planned needs no telling any more.
comment on function governance.parts_due is 'Of many kinds and agencies at one, which have records that are due to go and kept by nothing; those alone.';
