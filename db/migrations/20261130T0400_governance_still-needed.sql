-- Why: some of what was let go was still needed: intelligence of which a prosecutor or somebody who asked for their own data had asked and that no
-- round had considered (CPIA 1996 code, DPA 2018 s.173); what an agency gathered for a request, where another agency keeps the record; who
-- reported, tasks and packages, while a closed case is before a court; who reported, while a case of anti-social behaviour stands on the report; cases of a case review that is held;
-- packages of a case that is held, or of a day of action to come; and cards of groups of which nobody is known, about which no person decided.
-- Locks: nothing. Takes: milliseconds.
create function governance.is_enquired_about(the_item uuid) returns boolean
  language sql stable set search_path = pg_catalog
  return exists (select 1 from dissemination.enquiry e join dissemination.enquiry_subject s on s.enquiry_id = e.id
    join intelligence.item i on i.id = the_item and i.agency_id = e.unit_agency_id
    where s.label <> '' and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id)
      and (exists (select 1 from intelligence.link l where l.item_id = i.id and l.state = 'confirmed'
          and ((l.key_kind = s.key_kind and l.key_value = s.key_value)
            or (l.kind = s.kind and governance.name_says(split_part(l.label, ',', 1), split_part(s.label, ',', 1)) in ('same', 'maybe'))))
        or exists (select 1 from intelligence.mention m where m.item_id = i.id and m.value = s.key_value)
        or position(lower(trim(split_part(s.label, ',', 1))) in lower(concat_ws(' ', i.title, i.body))) > 0));
comment on function governance.is_enquired_about is 'Whether an item may be about somebody of whom the unit was asked in an enquiry that no round has considered yet.';

-- What is made of items: it stays while one of them is asked about.
create function governance.is_made_of_enquired(the_kind text, the_record uuid) returns boolean
  language sql stable set search_path = pg_catalog
  return exists (select 1 from (
      select the_record as item_id where the_kind = 'intelligence-item'
      union all select p.item_id from intelligence.draft_paragraph d join intelligence.paragraph p on p.id = d.paragraph_id
        where the_kind = 'intelligence-package' and d.draft_id = the_record
      union all select l.item_id from intelligence.ocg_member m join intelligence.link l on l.id = m.link_id
        where the_kind = 'intelligence-group' and m.ocg_id = the_record
      union all select l.item_id from intelligence.external_check c join intelligence.link l on l.id = c.link_id
        where the_kind = 'intelligence-check' and c.id = the_record) x
    where governance.is_enquired_about(x.item_id));

-- Whether somebody has asked for their own data and this may be about them. What was gathered for them stays, whoever keeps the record; what
-- may still be gathered is the agency's own, and of a report also what the agency received.
create function governance.is_asked_of(the_kind text, the_record text, the_agency uuid, asked_agency uuid) returns boolean
  language sql stable set search_path = pg_catalog
  return the_agency is not null and exists (select 1 from governance.access a where a.ended_on is null
    and (asked_agency is null or a.agency_id = asked_agency)
    and (exists (select 1 from governance.access_item i where i.access_id = a.id and i.record_id::text = the_record)
      or ((a.agency_id = the_agency or (the_kind in ('report', 'reporter')
          and exists (select 1 from intake.report r where r.id::text = the_record and r.received_by_agency_id = a.agency_id)))
        and (exists (select 1 from governance.person p where p.kind = the_kind and p.record_id = the_record::uuid
            and (governance.name_says(p.name, a.name) in ('same', 'maybe')
              or exists (select 1 from jsonb_to_recordset(a.keys) as k (kind text, value text)
                join records.exact_key e on e.kind = k.kind and e.value = k.value where e.record_id = p.via)))
          or (the_kind in ('report', 'reporter') and exists (select 1 from intake.reporter t where t.report_id::text = the_record
            and ((a.email <> '' and lower(t.email) = lower(a.email))
              or (a.phone <> '' and length(regexp_replace(t.phone, '\D', '', 'g')) >= 10
                and right(regexp_replace(t.phone, '\D', '', 'g'), 10) = right(regexp_replace(a.phone, '\D', '', 'g'), 10)))))))));
comment on function governance.is_asked_of is 'Whether an open request for their own data, of any agency or of one, may be about a record.';

create or replace view governance.person as
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
  union all select 'trader-proof', p.id, t.name, t.record_id from traders.trader_proof p join traders.trader_person t on t.trader_id = p.trader_id
  union all select 'premises', m.id, m.firm_name, m.firm_record_id from inspection.premises m
  union all select 'premises', m.id, m.firm_name, m.place_record_id from inspection.premises m
  -- Whom a question to the intelligence side named: what it says is not gathered, and not destroyed under whoever asks.
  union all select 'vetting', s.request_id, split_part(s.label, ',', 1), null from dissemination.vetting_subject s
  union all select 'enquiry', s.enquiry_id, split_part(s.label, ',', 1), null from dissemination.enquiry_subject s;

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

create or replace view governance.ended_groups as
  select 'intelligence-group' as kind, g.id::text as id, g.agency_id, g.reference, d.ended as counted_from,
    case
      when exists (select 1 from intelligence.ocg_action a where a.ocg_id = g.id and a.ended_at is null) then 'action'
      -- Of a card on which nobody stands no item was reviewed: nobody decided about it.
      when not exists (select 1 from intelligence.ocg_member m where m.ocg_id = g.id) then 'undecided'
      when exists (select 1 from intelligence.ocg_member m join intelligence.link l on l.id = m.link_id where m.ocg_id = g.id
        and coalesce((select r.decision from intelligence.item_review r where r.item_id = l.item_id and r.agency_id = g.agency_id order by r.at desc, r.id desc limit 1), 'keep') = 'keep')
        then 'item'
    end as kept_for
  from intelligence.ocg g cross join lateral (select greatest(governance.london_day(g.opened_at),
    (select governance.london_day(max(e.at)) from intelligence.ocg_event e where e.ocg_id = g.id),
    (select governance.london_day(max(r.at)) from intelligence.ocg_member m join intelligence.link l on l.id = m.link_id
      join intelligence.item_review r on r.item_id = l.item_id and r.agency_id = g.agency_id where m.ocg_id = g.id)) as ended) d
  where g.status = 'archived' and not governance.is_emptied('intelligence-group', g.id, d.ended);

create or replace view governance.candidate as
  select e.kind, e.id, e.agency_id, e.reference, e.counted_from,
    case
      when governance.is_held_by(e.kind, e.id, null) then 'held'
      when e.kept_for is not null then e.kept_for
      when e.kind in ('report', 'reporter') and exists (select 1 from intake.report r where r.id = e.id::uuid and governance.is_before_court(r.case_id)) then 'prosecution'
      when e.kind = 'task' and exists (select 1 from tasking.task t where t.id = e.id::uuid and governance.is_before_court(t.case_id)) then 'prosecution'
      when e.kind = 'intelligence-package' and exists (select 1 from dissemination.answer a where a.package_id = e.id::uuid
        and governance.is_before_court(a.case_id)) then 'prosecution'
      when e.kind = 'reporter' and exists (select 1 from asb.incident i where i.report_id = e.id::uuid and not governance.is_stripped('asb-case', i.asb_id)) then 'asb-case'
      when e.kind = 'intelligence-package' and exists (select 1 from operations.operation o where o.package_reference = e.reference
        and o.status in ('planned', 'agreed', 'under-way')) then 'operation'
      when e.kind in ('intelligence-item', 'intelligence-package', 'intelligence-group', 'intelligence-check')
        and governance.is_made_of_enquired(e.kind, e.id::uuid) then 'enquiry'
      when e.kind = 'intelligence-item' and exists (select 1 from intelligence.link l join intelligence.ocg_member m on m.link_id = l.id where l.item_id = e.id::uuid) then 'group'
      when e.kind = 'intelligence-item' and exists (select 1 from intelligence.link l join intelligence.external_check c on c.link_id = l.id where l.item_id = e.id::uuid) then 'check'
      when governance.is_asked_of(e.kind, e.id, e.agency_id, null) then 'asked'
    end as kept_for
  from (select * from governance.ended_first union all select * from governance.ended_enforcement union all select * from governance.ended_people
    union all select * from governance.ended_work union all select * from governance.ended_intelligence union all select * from governance.ended_groups
    union all select 'intelligence-check', c.id::text, c.agency_id, c.reference, governance.london_day(v.at), case when c.state = 'asked' then 'answer' end
      from intelligence.external_check c join intelligence.link l on l.id = c.link_id
      cross join lateral (select r.decision, r.at from intelligence.item_review r where r.item_id = l.item_id and r.agency_id = c.agency_id order by r.at desc, r.id desc limit 1) v
      where v.decision = 'let-go') e;
drop function governance.is_asked_for;

create or replace function governance.own_candidates(the_kind text, until date)
  returns table (kind text, id text, agency_id uuid, reference text, counted_from date, kept_for text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.kind, c.id, c.agency_id, c.reference, c.counted_from,
      case
        when c.kept_for = 'held' then case when governance.is_held_by(c.kind, c.id, c.agency_id) then 'held' else 'stands-on' end
        -- That somebody asked another agency is not said.
        when c.kept_for = 'asked' then case when governance.is_asked_of(c.kind, c.id, c.agency_id, c.agency_id) then 'asked' else 'stands-on' end
        when c.kept_for in ('group', 'report', 'later-version', 'joined', 'lead', 'visit', 'unpaid', 'appeal', 'order', 'follow-up', 'sample',
          'concern', 'member', 'award', 'complaint', 'recommendation') then c.kept_for
        when c.kept_for is not null then 'stands-on'
      end
    from governance.candidate c
    where c.kind = the_kind and c.agency_id = platform.viewer_agency() and c.counted_from <= until
      -- Nothing of the intelligence side is said to an auditor.
      and c.kind not like 'intelligence-%' and c.kind not like 'unit-%'
      and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  end;
revoke execute on function governance.is_enquired_about, governance.is_made_of_enquired, governance.is_asked_of, governance.own_candidates, governance.held_with from public;
