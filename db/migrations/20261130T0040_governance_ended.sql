-- Why: which records of every kind have come to their end, and what keeps one all the same. A hold on a record or on its case, and an
-- open request of somebody for their own data that is about it, keep any kind.
-- Locks: a moment on the tables that get an index. Takes: milliseconds.
drop function governance.own_candidates, governance.how_many_due, governance.is_own_hold;
drop view governance.candidate;

-- Whether a record stands emptied since it ended last: one that was taken up again and ended anew is not.
create function governance.is_emptied(the_kind text, the_record uuid, ended date) returns boolean
  language sql stable
  return exists (select 1 from governance.stripped s where s.kind = the_kind and s.record_id = the_record and s.on_day >= ended);
create function governance.is_case_open(the_case uuid) returns boolean
  language sql stable
  return exists (select 1 from enforcement.case_file c where c.id = the_case and c.closed_at is null);
-- Whether a case is before a court that has not decided yet.
create function governance.is_before_court(the_case uuid) returns boolean
  language sql stable
  return exists (select 1 from court.prosecution f where f.case_id = the_case and not exists (select 1 from court.outcome o where o.prosecution_id = f.id and o.agency_id = f.agency_id));

-- What a record is held by besides a hold on itself: its case, its file, its report.
create function governance.held_with(the_kind text, the_record uuid) returns table (kind text, record_id uuid)
  language sql stable set search_path = pg_catalog
  begin atomic
    select the_kind, the_record
    union all select 'report', the_record where the_kind = 'reporter'
    union all select 'case', r.case_id from intake.report r where the_kind in ('report', 'reporter') and r.id = the_record
    union all select 'case', p.case_id from enforcement.penalty p where the_kind = 'penalty' and p.id = the_record
    union all select 'case', p.case_id from enforcement.protection p where the_kind = 'protection' and p.id = the_record
    union all select 'case', p.case_id from enforcement.closure p where the_kind = 'closure' and p.id = the_record
    union all select 'case', p.case_id from enforcement.encampment p where the_kind = 'encampment' and p.id = the_record
    union all select 'case', p.case_id from court.prosecution p where the_kind = 'prosecution' and p.id = the_record
    union all select 'case', t.case_id from tasking.task t where the_kind = 'task' and t.id = the_record
    union all select 'asb-case', c.asb_id from asb.complainant c where the_kind = 'complainant' and c.id = the_record
    union all select 'asb-case', n.asb_id from asb.nomination n where the_kind = 'nomination' and n.id = the_record
    union all select 'trader', p.trader_id from traders.trader_proof p where the_kind = 'trader-proof' and p.id = the_record
    union all select 'trader', t.id from traders.trader t where the_kind = 'vetting' and t.vetting_id = the_record
    union all select 'prosecution', e.file_id from dissemination.enquiry e where the_kind in ('enquiry', 'unit-enquiry') and e.id = the_record
    union all select 'premises', v.premises_id from inspection.visit v where the_kind = 'inspection-visit' and v.id = the_record
    union all select 'premises', a.premises_id from inspection.award a where the_kind = 'award' and a.id = the_record
    union all select 'victim-file', v.file_id from safeguarding.visit v where the_kind = 'visit' and v.id = the_record
    union all select 'victim-file', s.subject_id from assurance.screening s where the_kind = 'screening' and s.id = the_record;
  end;
create function governance.is_held_by(the_kind text, the_record text, the_agency uuid) returns boolean
  language sql stable set search_path = pg_catalog
  return the_kind <> 'failed-job' and exists (select 1 from governance.legal_hold h where h.lifted_at is null)
    and exists (select 1 from governance.legal_hold h join governance.held_with(the_kind, the_record::uuid) w on w.kind = h.kind and w.record_id = h.record_id
      where h.lifted_at is null and (the_agency is null or h.agency_id = the_agency));

-- Whom a record is about, by name and by the records of them: for whoever asks for their own data.
create view governance.person as
  select 'report' as kind, r.report_id as record_id, r.name, null::uuid as via from intake.reporter r
  union all select 'reporter', r.report_id, r.name, null from intake.reporter r
  union all select 'report', r.report_id, governance.name_in(r.fields), r.id from records.received_record r where r.report_id is not null
  union all select 'received-record', r.id, governance.name_in(r.fields), r.id from records.received_record r
  union all select 'list-row', e.id, governance.name_in(e.fields), null from linkage.list_entry e
  union all select 'victim-file', f.id, f.name, f.record_id from safeguarding.victim_file f
  union all select 'visit', v.id, v.person_name, null from safeguarding.visit v
  union all select 'marker', m.id, m.name, m.record_id from assurance.marker m
  union all select 'penalty', p.penalty_id, p.name, p.record_id from enforcement.penalty_recipient p
  union all select 'protection', p.protection_id, p.name, p.record_id from enforcement.protection_subject p
  union all select 'closure', o.closure_id, o.name, o.record_id from enforcement.closure_occupant o
  union all select 'complainant', c.id, c.name, c.record_id from asb.complainant c
  union all select 'asb-case', c.asb_id, c.name, c.record_id from asb.complainant c
  union all select 'asb-case', c.id, c.subject_name, c.subject_record_id from asb.asb_case c
  union all select 'nomination', n.id, n.subject_name, null from asb.nomination n
  union all select 'case-review', a.review_id, a.name, null from asb.review_applicant a
  union all select 'case-review', a.review_id, a.victim_name, null from asb.review_applicant a
  union all select 'trader', t.trader_id, t.name, t.record_id from traders.trader_person t
  union all select 'trader-proof', p.id, t.name, t.record_id from traders.trader_proof p join traders.trader_person t on t.trader_id = p.trader_id;
comment on view governance.person is 'Whom a record that may be let go is about. No login reads it.';

-- Whether somebody has asked the agency for their own data, is not answered yet, and this may be about them: it was gathered, says
-- their name, or hangs on a record under one of their keys (DPA 2018 s.173: nothing is destroyed that was asked for).
create function governance.is_asked_for(the_kind text, the_record text, the_agency uuid) returns boolean
  language sql stable set search_path = pg_catalog
  return the_agency is not null and exists (select 1 from governance.access a where a.agency_id = the_agency and a.ended_on is null
    and (exists (select 1 from governance.access_item i where i.access_id = a.id and i.record_id::text = the_record)
      or exists (select 1 from governance.person p where p.kind = the_kind and p.record_id = the_record::uuid
        and (governance.name_says(p.name, a.name) in ('same', 'maybe')
          or exists (select 1 from jsonb_to_recordset(a.keys) as k (kind text, value text)
            join records.exact_key e on e.kind = k.kind and e.value = k.value where e.record_id = p.via)))));

-- What something still says of a record that was received, or stands on it: it stays while that does.
create or replace function governance.stands_on(record uuid) returns text
  language sql stable
  return case
    when exists (select 1 from linkage.judgement j where record in (j.record_a, j.record_b) and j.ended_at is null and j.verdict <> 'proposed') then 'judgement'
    when exists (select 1 from safeguarding.victim_file f where f.record_id = record) then 'register'
    when exists (select 1 from assurance.marker m where m.record_id = record) then 'marker'
    when exists (select 1 from linkage.question q where record in (q.record_id, q.other_id) and q.answered_at is null) then 'question'
    when exists (select 1 from enforcement.closure_occupant o where o.record_id = record) then 'closure'
    when exists (select 1 from inspection.premises p where record in (p.firm_record_id, p.place_record_id)) then 'premises'
    when exists (select 1 from inspection.selection s where s.record_ids @> array[record]) then 'purchase'
    when exists (select 1 from asb.asb_case c where record in (c.place_record_id, c.subject_record_id)) then 'asb-case'
    when exists (select 1 from asb.complainant c where c.record_id = record) then 'complainant'
    when exists (select 1 from traders.trader_person t where t.record_id = record) then 'trader'
  end;
create index trader_person_record_idx on traders.trader_person (record_id);
create index selection_records_idx on inspection.selection using gin (record_ids);

-- What there was before, and what is nobody's.
create view governance.ended_first as
  select 'report' as kind, r.id::text as id, r.owner_agency_id as agency_id, r.reference, governance.london_day(r.closed_at) as counted_from,
    case
      when governance.is_case_open(r.case_id) then 'case'
      when exists (select 1 from tasking.task t where t.case_id = r.case_id and t.status in ('set', 'accepted')) then 'task'
      when exists (select 1 from enforcement.penalty p where p.report_id = r.id and not governance.is_stripped('penalty', p.id)) then 'penalty'
      when exists (select 1 from enforcement.protection p where p.report_id = r.id and not governance.is_stripped('protection', p.id)) then 'protection'
      when exists (select 1 from asb.asb_case c where c.report_id = r.id and not governance.is_stripped('asb-case', c.id))
        or exists (select 1 from asb.incident i where i.report_id = r.id and not governance.is_stripped('asb-case', i.asb_id)) then 'asb-case'
      when exists (select 1 from intake.report d where (d.duplicate_of_id = r.id or d.id = r.duplicate_of_id) and d.closed_at is null) then 'duplicate'
    end as kept_for
  from intake.report r where r.closed_at is not null and not governance.is_stripped('report', r.id)
  union all
  select 'reporter', r.id::text, r.owner_agency_id, r.reference, governance.london_day(r.closed_at),
    case
      when governance.is_case_open(r.case_id) then 'case'
      when exists (select 1 from tasking.task t where t.case_id = r.case_id and t.status in ('set', 'accepted')) then 'task'
      when exists (select 1 from enforcement.penalty p where p.report_id = r.id and not governance.is_stripped('penalty', p.id)) then 'penalty'
      when exists (select 1 from enforcement.protection p where p.report_id = r.id and not governance.is_stripped('protection', p.id)) then 'protection'
      when exists (select 1 from asb.asb_case c where c.report_id = r.id and not governance.is_stripped('asb-case', c.id)) then 'asb-case'
    end
  from intake.reporter p join intake.report r on r.id = p.report_id where r.closed_at is not null
  union all
  select 'received-record', e.id::text, e.origin_agency_id, e.id::text, governance.london_day(e.received_at),
    case
      when e.retention_group <> 4 then 'group'
      when e.report_id is not null and not governance.is_stripped('report', e.report_id) then 'report'
      when exists (select 1 from records.link l where l.ended_at is null and ((l.from_kind = 'record' and l.from_id = e.id) or (l.to_kind = 'record' and l.to_id = e.id))
        and not governance.is_stripped(l.from_kind, l.from_id)) then 'link'
      when exists (select 1 from enforcement.penalty_recipient p where p.record_id = e.id) then 'penalty'
      when exists (select 1 from enforcement.protection_subject p where p.record_id = e.id) then 'protection'
      when exists (select 1 from records.hidden_address h where h.record_id = e.id and h.is_marked) then 'hidden-address'
      else governance.stands_on(e.id)
    end
  from records.received_record e
  union all
  select 'list-row', e.id::text, e.origin_agency_id, e.id::text, governance.london_day(l.closed_at),
    case
      when exists (select 1 from records.hidden_address h where h.record_id = e.id and h.is_marked) then 'hidden-address'
      -- Versions of one row go together, the oldest last: what a later one says of the person keeps the earlier.
      when exists (select 1 from linkage.list_entry n where n.replaces = e.id) then 'later-version'
      else governance.stands_on(e.id)
    end
  from linkage.list_entry e join linkage.list l on l.id = e.list_id where l.closed_at is not null
  union all
  select 'screening', s.id::text, s.agency_id, s.id::text, governance.london_day(s.at),
    case when exists (select 1 from safeguarding.visit v where v.screening_id = s.id and v.state = 'planned') then 'visit'
      when exists (select 1 from operations.operation_visit v join operations.operation o on o.id = v.operation_id
        where v.screening_id = s.id and o.status in ('planned', 'agreed', 'under-way')) then 'operation' end
  from assurance.screening s
  union all
  select 'marker', m.id::text, m.agency_id, m.reference, coalesce(governance.london_day(m.ended_at), m.review_on), null
  from assurance.marker m where m.ended_at is not null or m.review_on < platform.viewer_today()
  union all
  select 'victim-file', f.id::text, f.agency_id, f.reference, governance.london_day((select max(e.at) from safeguarding.event e where e.file_id = f.id)),
    case
      when f.joined_into is not null or exists (select 1 from safeguarding.victim_file k where k.joined_into = f.id) then 'joined'
      when f.offered_agency_id is not null then 'lead'
      when exists (select 1 from safeguarding.visit v where v.file_id = f.id and v.state = 'planned') then 'visit'
      when exists (select 1 from safeguarding.hidden_mark h where h.file_id = f.id and h.lifted_at is null)
        or exists (select 1 from safeguarding.sealed_address a where a.file_id = f.id)
        or exists (select 1 from records.hidden_address h where h.record_id = f.record_id) then 'hidden-address'
      when exists (select 1 from safeguarding.referral r where r.file_id = f.id and r.outcome is null) then 'referral'
      when exists (select 1 from court.telling t where t.file_id = f.id and t.told_at is null) then 'telling'
    end
  from safeguarding.victim_file f where f.status in ('declined', 'moved', 'deceased') and not governance.is_stripped('victim-file', f.id)
  union all
  select 'visit', v.id::text, v.agency_id, v.reference, v.planned_on, null
  from safeguarding.visit v where v.state <> 'planned' and not governance.is_stripped('visit', v.id)
  union all
  select 'access-request', a.id::text, a.agency_id, a.reference, a.ended_on, null from governance.access a where a.ended_on is not null
  union all
  select 'legal-hold', h.id::text, h.agency_id, h.reference, governance.london_day(h.lifted_at), null from governance.legal_hold h where h.lifted_at is not null
  union all
  select 'intelligence-receipt', r.id::text, r.agency_id, r.reference, r.sent_on, null from dissemination.receipt r
  union all
  select 'message', m.id::text, null, m.id::text, governance.london_day(m.queued_at), null from platform.outbox m where m.state <> 'waiting'
  union all
  select 'failed-job', d.id::text, null, d.id::text, governance.london_day(d.died_at), null from platform.dead_letter d
  union all
  select 'session', s.id::text, null, s.id::text, governance.london_day(coalesce(s.ended_at, s.expires_at)), null
  from platform.session s where coalesce(s.ended_at, s.expires_at) < platform.viewer_today()::timestamptz
  union all
  select 'password-link', l.id::text, null, l.id::text, governance.london_day(l.expires_at), null
  from platform.password_link l where l.expires_at < platform.viewer_today()::timestamptz;
comment on view governance.ended_first is 'Reports, records, lists, the victim register, markers, requests, and what is nobody''s: what has come to its end. No login reads it.';

-- Files of enforcement and of the courts.
create view governance.ended_enforcement as
  select 'penalty' as kind, p.id::text as id, p.agency_id, p.reference, p.ended_on as counted_from,
    case
      when p.status in ('issued', 'representations', 'overdue', 'reminded') then 'unpaid'
      when p.status = 'referred' or governance.is_before_court(p.case_id) then 'prosecution'
      when governance.is_case_open(p.case_id) then 'case'
      when exists (select 1 from enforcement.protection x where x.penalty_id = p.id and x.ended_on is null) then 'protection'
      when exists (select 1 from inspection.follow_up f where f.penalty_id = p.id and f.status = 'offered') then 'follow-up'
    end as kept_for
  from enforcement.penalty p where p.ended_on is not null and not governance.is_emptied('penalty', p.id, p.ended_on)
  union all
  select 'protection', p.id::text, p.agency_id, p.reference, p.ended_on,
    case
      when p.appealed_on is not null and p.appeal_decided_on is null or p.appeal_until >= platform.viewer_today() then 'appeal'
      when (p.prosecuted_on is not null and p.verdict is null) or governance.is_before_court(p.case_id) then 'prosecution'
      when exists (select 1 from enforcement.penalty x where x.id = p.penalty_id and (x.ended_on is null or x.status in ('issued', 'representations', 'overdue', 'reminded', 'referred'))) then 'unpaid'
      when governance.is_case_open(p.case_id) then 'case'
    end
  from enforcement.protection p where p.ended_on is not null and not governance.is_emptied('protection', p.id, p.ended_on)
  union all
  select 'closure', c.id::text, c.agency_id, c.reference, c.ended_on,
    case
      when c.appeal_until >= platform.viewer_today() or c.claim_until >= platform.viewer_today() then 'appeal'
      when governance.is_before_court(c.case_id) then 'prosecution'
      when governance.is_case_open(c.case_id) then 'case'
    end
  from enforcement.closure c where c.ended_on is not null and not governance.is_emptied('closure', c.id, c.ended_on)
  union all
  select 'encampment', c.id::text, c.agency_id, c.reference, c.ended_on,
    case when governance.is_before_court(c.case_id) then 'prosecution' when governance.is_case_open(c.case_id) then 'case' end
  from enforcement.encampment c where c.ended_on is not null and not governance.is_emptied('encampment', c.id, c.ended_on)
  union all
  select 'pspo', c.id::text, c.agency_id, c.reference, coalesce(c.ended_on, c.ends_on),
    case
      when c.challenge_until >= platform.viewer_today() then 'appeal'
      when exists (select 1 from enforcement.penalty p where p.pspo_id = c.id and (p.ended_on is null or p.status in ('issued', 'representations', 'overdue', 'reminded', 'referred'))) then 'unpaid'
    end
  from enforcement.pspo c where coalesce(c.ended_on, c.ends_on) < platform.viewer_today() and not governance.is_emptied('pspo', c.id, coalesce(c.ended_on, c.ends_on))
  union all
  select 'case', c.id::text, c.lead_agency_id, c.reference, governance.london_day(c.closed_at),
    case
      when exists (select 1 from tasking.task t where t.case_id = c.id and t.status in ('set', 'accepted')) then 'task'
      when exists (select 1 from court.prosecution f where f.case_id = c.id and not governance.is_stripped('prosecution', f.id)) then 'prosecution'
      when exists (select 1 from enforcement.penalty f where f.case_id = c.id and (f.ended_on is null or not governance.is_emptied('penalty', f.id, f.ended_on)))
        or exists (select 1 from enforcement.protection f where f.case_id = c.id and (f.ended_on is null or not governance.is_emptied('protection', f.id, f.ended_on)))
        or exists (select 1 from enforcement.closure f where f.case_id = c.id and (f.ended_on is null or not governance.is_emptied('closure', f.id, f.ended_on)))
        or exists (select 1 from enforcement.encampment f where f.case_id = c.id and (f.ended_on is null or not governance.is_emptied('encampment', f.id, f.ended_on))) then 'file'
      when exists (select 1 from dissemination.answer a where a.case_id = c.id and not governance.is_stripped('intelligence-package', a.package_id)) then 'package'
    end
  from enforcement.case_file c where c.closed_at is not null and not governance.is_emptied('case', c.id, governance.london_day(c.closed_at))
  union all
  select 'prosecution', f.id::text, f.agency_id, f.reference, o.on_day,
    case
      when governance.is_case_open(f.case_id) then 'case'
      when exists (select 1 from court.telling t join court.outcome x on x.id = t.outcome_id where x.prosecution_id = f.id and t.told_at is null) then 'telling'
      when exists (select 1 from dissemination.enquiry e where e.file_id = f.id
        and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id)) then 'enquiry'
    end
  from court.prosecution f cross join lateral (select max(x.on_day) as on_day from court.outcome x where x.prosecution_id = f.id and x.agency_id = f.agency_id) o
  where o.on_day is not null and not governance.is_emptied('prosecution', f.id, o.on_day);
comment on view governance.ended_enforcement is 'Files of enforcement and prosecution that have come to their end, and what keeps one. No login reads it.';
