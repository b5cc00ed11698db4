-- Why: a line that was put on a schedule while the manager answered crossed to whoever had asked, though the manager never saw it; and
-- a file could have two open enquiries, sent from two tabs at once.
-- Locks: intelligence.enquiry_line, for milliseconds. Takes: milliseconds.
create function intelligence.enquiry_line_closed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
declare the_enquiry uuid := case when tg_op = 'DELETE' then old.enquiry_id else new.enquiry_id end;
begin
  -- Whoever answers holds the same lock.
  perform pg_advisory_xact_lock(hashtextextended('enquiry ' || the_enquiry, 0));
  if session_user = 'bailiwick_intel' and exists (select 1 from intelligence.enquiry e where e.enquiry_id = the_enquiry) then
    raise exception 'This enquiry is answered: its schedule stands.' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger enquiry_line_closed before insert or delete on intelligence.enquiry_line
  for each row execute function intelligence.enquiry_line_closed();

create or replace function dissemination.ask_enquiry(given jsonb, asked_on date, answers_on date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), ask_enquiry.asked_on);
  is_gov boolean := session_user = 'bailiwick_gov';
  service uuid := case when session_user = 'bailiwick_gov' then null else (given->>'serviceId')::uuid end;
begin
  if unit is null or officer is null or ask_enquiry.answers_on <= ask_enquiry.asked_on then return false; end if;
  -- A service asks about a prosecution file of its own, an auditor about a request to their agency, and nobody about anything else.
  if not is_gov and not exists (select 1 from court.prosecution p where p.id = (given->>'fileId')::uuid and p.agency_id = platform.viewer_agency()
    and p.service_id = service and service = any (platform.viewer_services())) then return false; end if;
  if is_gov and not ('auditor' = any (string_to_array(platform.viewer_text('roles'), ',')) and exists (select 1 from governance.access a
    where a.id = (given->>'fileId')::uuid and a.agency_id = platform.viewer_agency())) then return false; end if;
  -- Sent twice it is asked once.
  perform pg_advisory_xact_lock(hashtextextended('enquiry of ' || (given->>'fileId'), 0));
  if exists (select 1 from dissemination.enquiry e where e.file_id = (given->>'fileId')::uuid
    and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id)) then return true; end if;
  insert into dissemination.enquiry (id, reference, purpose, side, agency_id, service_id, unit_agency_id, file_id, file_reference, about, asked_on, answers_on, asked_by)
    values ((given->>'id')::uuid, given->>'reference', case when is_gov then 'subject-access' else 'disclosure' end, case when is_gov then 'GOV' else 'OPS' end,
      platform.viewer_agency(), service, unit, (given->>'fileId')::uuid, given->>'fileReference', given->>'about', ask_enquiry.asked_on, ask_enquiry.answers_on, officer);
  insert into dissemination.enquiry_subject (enquiry_id, unit_agency_id, position, kind, label, key_kind, key_value)
    select (given->>'id')::uuid, unit, (s.value->>'position')::smallint, s.value->>'kind', s.value->>'label', s.value->>'keyKind', s.value->>'keyValue'
    from jsonb_array_elements(given->'subjects') s;
  return true;
end $$;
