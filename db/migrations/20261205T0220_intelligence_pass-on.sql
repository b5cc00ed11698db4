-- Why: what somebody reported, with a name or without one, reached the intelligence unit only where an officer typed it again. Whoever has a report passes it
-- on now, by the one function that the form goes through: written, and never read again. The id of the item is made of the report's, so that it is there once.
-- Locks: none. Takes: milliseconds.
CREATE OR REPLACE FUNCTION dissemination.submit(given jsonb, at timestamp with time zone, today date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  is_unit boolean := session_user = 'bailiwick_intel';
  report uuid := (given->>'reportId')::uuid;
  -- A report is passed on by whoever has it: the agency that owns it or took it. What it was called then is the database's word.
  how text := case when is_unit then given->>'receivedHow' when report is null then 'form'
    else (select case when r.is_anonymous then 'anonymous' else 'complaint' end from intake.report r
      where r.id = report and platform.viewer_agency() in (r.owner_agency_id, r.received_by_agency_id)) end;
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), today);
begin
  if unit is null or officer is null or how is null then return false; end if;
  insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, how_known, known_when,
      fears_for_source, fears_words, priority, submitted_by, submitted_agency_id)
    values ((given->>'id')::uuid, given->>'reference', unit, how, at, given->>'title', given->>'body', given->>'howKnown', given->>'knownWhen',
      (given->>'fearsForSource')::boolean, given->>'fearsWords', (given->>'priority')::smallint, officer, platform.viewer_agency())
    on conflict (id) do nothing;
  -- Passed on twice it is there once, and nothing tells whoever passes it that it was there.
  if not found then
    if report is null then raise unique_violation; end if;
    return true;
  end if;
  insert into intelligence.paragraph (id, item_id, agency_id, position, body, legacy_grade)
    select (p->>'id')::uuid, (given->>'id')::uuid, unit, (p->>'position')::smallint, p->>'body',
      case when is_unit then given->>'legacyGrade' else '' end from jsonb_array_elements(given->'paragraphs') p;
  insert into intelligence.mention (item_id, agency_id, kind, value, typed, received_at)
    select (given->>'id')::uuid, unit, m->>'kind', m->>'value', m->>'typed', at from jsonb_array_elements(given->'mentions') m;
  insert into intelligence.item_event (id, item_id, agency_id, at, officer_id, kind, words)
    values ((given->>'eventId')::uuid, (given->>'id')::uuid, unit, at, officer, 'received', 'Received');
  if how = 'form' then
    insert into dissemination.receipt (id, reference, officer_id, agency_id, unit_agency_id, sent_on)
      values ((given->>'receiptId')::uuid, given->>'reference', officer, platform.viewer_agency(), unit, today);
  end if;
  return true;
end $function$;
