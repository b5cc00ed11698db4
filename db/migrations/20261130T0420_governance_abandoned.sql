-- Why: the files of abandoned vehicles came as a new kind: they are let go like encampments, can be held, are kept while somebody asks for
-- their own data, and keep the record of a keeper that they name, by which a hidden address is known.
-- Locks: nothing but governance.legal_hold for an instant. Takes: milliseconds.
insert into governance.kind (kind, root, action) values ('abandoned', 'enforcement.abandoned', 'empty');
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('abandoned', 1, 'enforcement.abandoned_place', 'abandoned_id = any ($1)', 'delete', '{}'),
  ('abandoned', 2, 'enforcement.abandoned_assessment', 'abandoned_id = any ($1)', 'delete', '{}'),
  ('abandoned', 3, 'enforcement.abandoned_enquiry', 'abandoned_id = any ($1)', 'delete', '{}'),
  ('abandoned', 4, 'enforcement.abandoned_document', 'abandoned_id = any ($1)', 'delete', '{}'),
  ('abandoned', 5, 'enforcement.abandoned_reason', 'abandoned_id = any ($1)', 'delete', '{}'),
  ('abandoned', 6, 'enforcement.abandoned_service', 'abandoned_id = any ($1)', 'delete', '{}'),
  ('abandoned', 7, 'enforcement.abandoned_event', 'abandoned_id = any ($1)', 'empty', '{words}'),
  ('abandoned', 8, 'enforcement.abandoned', 'id = any ($1)', 'empty', array['make', 'colour', 'version = version + 1']);

-- A hold on its case holds it.
create or replace function governance.held_with(the_kind text, the_record uuid) returns table (kind text, record_id uuid)
  language sql stable set search_path = pg_catalog
  begin atomic
    select the_kind, the_record
    union all select 'report', the_record where the_kind = 'reporter'
    union all select 'case', r.case_id from intake.report r where the_kind in ('report', 'reporter') and r.id = the_record
    union all select 'case', p.case_id from enforcement.penalty p where the_kind = 'penalty' and p.id = the_record
    union all select 'case', p.case_id from enforcement.protection p where the_kind = 'protection' and p.id = the_record
    union all select 'case', p.case_id from enforcement.closure p where the_kind = 'closure' and p.id = the_record
    union all select 'case', p.case_id from enforcement.encampment p where the_kind = 'encampment' and p.id = the_record
    union all select 'case', p.case_id from enforcement.abandoned p where the_kind = 'abandoned' and p.id = the_record
    union all select 'case', p.case_id from court.prosecution p where the_kind = 'prosecution' and p.id = the_record
    union all select 'case', t.case_id from tasking.task t where the_kind = 'task' and t.id = the_record
    union all select 'case', a.case_id from dissemination.answer a where the_kind = 'intelligence-package' and a.package_id = the_record
    union all select 'asb-case', c.asb_id from asb.complainant c where the_kind = 'complainant' and c.id = the_record
    union all select 'asb-case', n.asb_id from asb.nomination n where the_kind = 'nomination' and n.id = the_record
    union all select 'case-review', v.id from asb.review v where the_kind = 'asb-case' and the_record = any (v.case_ids)
    union all select 'case-review', v.id from asb.complainant c join asb.review v on c.asb_id = any (v.case_ids) where the_kind = 'complainant' and c.id = the_record
    union all select 'trader', p.trader_id from traders.trader_proof p where the_kind = 'trader-proof' and p.id = the_record
    union all select 'trader', t.id from traders.trader t where the_kind = 'vetting' and t.vetting_id = the_record
    union all select 'prosecution', e.file_id from dissemination.enquiry e where the_kind in ('enquiry', 'unit-enquiry') and e.id = the_record
    union all select 'premises', v.premises_id from inspection.visit v where the_kind = 'inspection-visit' and v.id = the_record
    union all select 'premises', a.premises_id from inspection.award a where the_kind = 'award' and a.id = the_record
    union all select 'victim-file', v.file_id from safeguarding.visit v where the_kind = 'visit' and v.id = the_record
    union all select 'victim-file', s.subject_id from assurance.screening s where the_kind = 'screening' and s.id = the_record;
  end;

create view governance.ended_vehicles as
  select 'abandoned' as kind, c.id::text as id, c.agency_id, c.reference, c.ended_on as counted_from,
    case when governance.is_before_court(c.case_id) then 'prosecution' when governance.is_case_open(c.case_id) then 'case' end as kept_for
  from enforcement.abandoned c where c.ended_on is not null and not governance.is_emptied('abandoned', c.id, c.ended_on);
comment on view governance.ended_vehicles is 'Files of abandoned vehicles that have come to their end, and what keeps one. No login reads it.';

-- What there was, and these beside it: the views are built upon as they stand.
do $$
begin
  execute 'create or replace view governance.person as ' || rtrim(pg_get_viewdef('governance.person'::regclass), '; ')
    || ' union all select ''abandoned'', e.abandoned_id, e.keeper_name, e.record_id from enforcement.abandoned_enquiry e where e.keeper_name is not null';
  execute 'create or replace view governance.candidate as
    select b.kind, b.id, b.agency_id, b.reference, b.counted_from,
      case when b.kept_for is not null then b.kept_for
        when b.kind = ''case'' and exists (select 1 from enforcement.abandoned f where f.case_id = b.id::uuid
          and (f.ended_on is null or not governance.is_emptied(''abandoned'', f.id, f.ended_on))) then ''file''
        when b.kind = ''received-record'' and exists (select 1 from enforcement.abandoned_enquiry e where e.record_id = b.id::uuid) then ''file'' end as kept_for
    from (' || rtrim(pg_get_viewdef('governance.candidate'::regclass), '; ') || ') b
    union all
    select e.kind, e.id, e.agency_id, e.reference, e.counted_from,
      case when governance.is_held_by(e.kind, e.id, null) then ''held'' when e.kept_for is not null then e.kept_for
        when governance.is_asked_of(e.kind, e.id, e.agency_id, null) then ''asked'' end
    from governance.ended_vehicles e';
end $$;

alter table governance.legal_hold drop constraint legal_hold_kind;
alter table governance.legal_hold add constraint legal_hold_kind check (kind in ('report', 'case', 'received-record', 'list-row', 'marker', 'victim-file',
  'penalty', 'protection', 'closure', 'encampment', 'abandoned', 'pspo', 'prosecution', 'asb-case', 'nomination', 'case-review', 'trader', 'operation', 'purchase',
  'premises'));
create or replace function governance.record_named(the_kind text, name text) returns uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select x.id from (
      select 'report' as kind, r.id, r.reference, r.owner_agency_id as agency_id from intake.report r
      union all select 'case', c.id, c.reference, c.lead_agency_id from enforcement.case_file c
      union all select 'received-record', e.id, e.id::text, e.origin_agency_id from records.received_record e
      union all select 'list-row', e.id, e.id::text, e.origin_agency_id from linkage.list_entry e
      union all select 'marker', m.id, m.reference, m.agency_id from assurance.marker m
      union all select 'victim-file', f.id, f.reference, f.agency_id from safeguarding.victim_file f
      union all select 'penalty', f.id, f.reference, f.agency_id from enforcement.penalty f
      union all select 'protection', f.id, f.reference, f.agency_id from enforcement.protection f
      union all select 'closure', f.id, f.reference, f.agency_id from enforcement.closure f
      union all select 'encampment', f.id, f.reference, f.agency_id from enforcement.encampment f
      union all select 'abandoned', f.id, f.reference, f.agency_id from enforcement.abandoned f
      union all select 'pspo', f.id, f.reference, f.agency_id from enforcement.pspo f
      union all select 'prosecution', f.id, f.reference, f.agency_id from court.prosecution f
      union all select 'asb-case', f.id, f.reference, f.agency_id from asb.asb_case f
      union all select 'nomination', f.id, f.reference, f.chair_agency_id from asb.nomination f
      union all select 'case-review', f.id, f.reference, f.agency_id from asb.review f
      union all select 'trader', f.id, f.reference, f.agency_id from traders.trader f
      union all select 'operation', f.id, f.reference, f.agency_id from operations.operation f
      union all select 'purchase', f.id, f.reference, f.agency_id from inspection.purchase f
      union all select 'premises', f.id, f.reference, f.agency_id from inspection.premises f) x
    where x.kind = the_kind and lower(x.reference) = lower(name) and x.agency_id = platform.viewer_agency()
      and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  end;

-- A subject access request gathers what a keeper enquiry says of somebody.
do $$
declare
  -- The place of the union in the function as it stands.
  place constant text := 'select ''safeguarding'', ''victim-file'', v.id';
  body text := pg_get_functiondef('governance.gather_access'::regproc);
begin
  if position(place in body) = 0 then raise exception 'gather_access is not as this migration knows it'; end if;
  execute replace(body, place, 'select ''enforcement'', ''abandoned'', f.id, f.reference, e.asked_on, coalesce(e.record_id = any (sure), false),
      concat_ws(E''\n'', ''Keeper of a vehicle that was reported as abandoned'', ''Status: '' || replace(f.status, ''-'', '' ''), ''Why the keeper was asked after: '' || e.reason),
      governance.others_in(e.keeper_name, a.name)
    from enforcement.abandoned f join enforcement.abandoned_enquiry e on e.abandoned_id = f.id
    where f.agency_id = a.agency_id and e.keeper_name is not null and (e.record_id = any (matched) or lower(e.keeper_name) = lower(a.name))
    union all
    ' || place);
end $$;
revoke execute on function governance.record_named, governance.gather_access, governance.held_with from public;

-- A batch of them waits for whoever opens their case again, like the other files of a case.
do $$
declare
  place constant text := '''encampment'', ''prosecution'', ''task''';
  body text := pg_get_functiondef('governance.purge'::regproc);
begin
  if position(place in body) = 0 then raise exception 'purge is not as this migration knows it'; end if;
  execute replace(body, place, '''encampment'', ''abandoned'', ''prosecution'', ''task''');
end $$;
revoke execute on function governance.purge from public;
