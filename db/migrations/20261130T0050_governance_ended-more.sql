-- Why: which records of anti-social behaviour, checked traders, days of action, inspection, the joint teams, telephones and the intelligence
-- side have come to their end, and what keeps one; and what is due is asked of all kinds in one place.
-- Locks: nothing. Takes: milliseconds.
create view governance.ended_people as
  -- Who complained and was no more than a victim: their own, shorter schedule, from the last contact (domain 2.16).
  select 'complainant' as kind, p.id::text as id, p.agency_id, c.reference, d.last as counted_from,
    case when exists (select 1 from asb.review v where p.asb_id = any (v.case_ids) and v.closed_on is null) then 'review' end as kept_for
  from asb.complainant p join asb.asb_case c on c.id = p.asb_id
  cross join lateral (select greatest(p.added_on, p.contacted_on, (select max(x.on_day) from asb.contact x where x.complainant_id = p.id)) as last) d
  where c.closed_on is not null and not governance.is_emptied('asb-case', c.id, c.closed_on) and not governance.is_emptied('complainant', p.id, d.last)
  union all
  select 'asb-case', c.id::text, c.agency_id, c.reference, c.closed_on,
    case
      when exists (select 1 from asb.order_file o where o.asb_id = c.id and (o.status in ('offered', 'signed', 'sought', 'in-force') or o.ends_on >= platform.viewer_today())) then 'order'
      when exists (select 1 from asb.release_plan r where r.asb_id = c.id and r.release_on >= platform.viewer_today())
        or exists (select 1 from asb.breach b where b.asb_id = c.id and b.release_on >= platform.viewer_today()) then 'order'
      when exists (select 1 from asb.nomination n where n.asb_id = c.id and n.status in ('nominated', 'accepted')) then 'nomination'
      when exists (select 1 from asb.review v where c.id = any (v.case_ids) and v.closed_on is null) then 'review'
      when exists (select 1 from asb.action a join asb.release_plan r on r.id = a.plan_id join tasking.task t on t.id = a.task_id
        where r.asb_id = c.id and t.status in ('set', 'accepted')) then 'task'
    end
  from asb.asb_case c where c.closed_on is not null and not governance.is_emptied('asb-case', c.id, c.closed_on)
  union all
  select 'nomination', n.id::text, n.chair_agency_id, n.reference, d.ended,
    case
      when exists (select 1 from asb.action a join tasking.task t on t.id = a.task_id where a.nomination_id = n.id and t.status in ('set', 'accepted')) then 'task'
      when exists (select 1 from asb.release_plan r where r.nomination_id = n.id and r.release_on >= platform.viewer_today()) then 'order'
    end
  from asb.nomination n cross join lateral (select coalesce(n.closed_on,
    (select governance.london_day(max(e.at)) from asb.nomination_event e where e.nomination_id = n.id), n.nominated_on) as ended) d
  where n.status in ('closed', 'not-taken') and not governance.is_emptied('nomination', n.id, d.ended)
  union all
  select 'case-review', v.id::text, v.agency_id, v.reference, v.closed_on,
    case when exists (select 1 from asb.recommendation m where m.review_id = v.id and m.is_sent and m.response is null) then 'recommendation' end
  from asb.review v where v.closed_on is not null and not governance.is_emptied('case-review', v.id, v.closed_on)
  union all
  select 'trader', t.id::text, t.agency_id, t.reference, d.ended,
    case
      when t.appeal_until >= platform.viewer_today() then 'appeal'
      when exists (select 1 from traders.trader_complaint c where c.trader_id = t.id and c.outcome is null) then 'complaint'
    end
  from traders.trader t cross join lateral (select greatest(t.decided_on, t.applied_on, t.member_until,
    (select governance.london_day(max(e.at)) from traders.trader_event e where e.trader_id = t.id)) as ended) d
  where t.status in ('refused', 'expelled', 'withdrawn', 'lapsed', 'left') and not governance.is_emptied('trader', t.id, d.ended)
  union all
  -- Copies that show who somebody is are kept until the decision and no longer than the agency says after it.
  select 'trader-proof', p.id::text, p.agency_id, t.reference, greatest(t.decided_on, governance.london_day(p.added_at)),
    case when t.appeal_until >= platform.viewer_today() or t.status in ('appealed', 'checking', 'renewing', 'applied') then 'appeal' end
  from traders.trader_proof p join traders.trader t on t.id = p.trader_id
  where p.kind in ('identity', 'address') and t.decided_on is not null
    and not governance.is_emptied('trader-proof', p.id, greatest(t.decided_on, governance.london_day(p.added_at)));
comment on view governance.ended_people is 'Cases of anti-social behaviour, nominations, case reviews and traders that have come to their end, and what keeps one. No login reads it.';

create view governance.ended_work as
  select 'operation' as kind, o.id::text as id, o.agency_id, o.reference, o.on_day as counted_from,
    case when exists (select 1 from operations.operation_stop s join enforcement.penalty p on p.id = s.penalty_id
      where s.operation_id = o.id and p.status in ('draft', 'issued', 'representations', 'overdue', 'reminded', 'referred')) then 'unpaid' end as kept_for
  from operations.operation o where o.status in ('debriefed', 'cancelled') and not governance.is_emptied('operation', o.id, o.on_day)
  union all
  select 'purchase', p.id::text, p.agency_id, p.reference, p.on_day,
    case
      when exists (select 1 from inspection.attempt a join inspection.follow_up f on f.attempt_id = a.id where a.purchase_id = p.id and f.status = 'offered') then 'follow-up'
      when exists (select 1 from inspection.attempt a join inspection.follow_up f on f.attempt_id = a.id join enforcement.penalty x on x.id = f.penalty_id
        where a.purchase_id = p.id and x.status in ('draft', 'issued', 'representations', 'overdue', 'reminded', 'referred')) then 'unpaid'
    end
  from inspection.purchase p where p.status in ('completed', 'cancelled') and not governance.is_emptied('purchase', p.id, p.on_day)
  union all
  select 'inspection-visit', v.id::text, v.agency_id, v.reference, v.visited_on,
    case
      when v.revisit_on >= platform.viewer_today() or exists (select 1 from inspection.visit r where r.revisit_of = v.id and r.visited_on is null) then 'visit'
      when exists (select 1 from inspection.sample s where s.visit_id = v.id and s.result = 'awaited') then 'sample'
      when exists (select 1 from inspection.concern c where c.premises_id = v.premises_id and c.ended_on is null) then 'concern'
    end
  from inspection.visit v where v.visited_on is not null and not governance.is_emptied('inspection-visit', v.id, v.visited_on)
  union all
  select 'award', a.id::text, a.agency_id, a.reference, greatest(a.applied_on, a.decided_on, a.valid_until), null
  from inspection.award a where a.status <> 'applied' and greatest(a.applied_on, a.decided_on, a.valid_until) < platform.viewer_today()
    and not governance.is_emptied('award', a.id, greatest(a.applied_on, a.decided_on, a.valid_until))
  union all
  select 'premises', m.id::text, m.agency_id, m.reference, d.last,
    case
      when exists (select 1 from inspection.visit v where v.premises_id = m.id and v.visited_on is null) then 'visit'
      when exists (select 1 from inspection.concern c where c.premises_id = m.id and c.ended_on is null) then 'concern'
      when exists (select 1 from inspection.member x where x.premises_id = m.id and x.left_on is null) then 'member'
      when exists (select 1 from inspection.award a where a.premises_id = m.id and (a.status = 'applied' or a.valid_until >= platform.viewer_today())) then 'award'
      when exists (select 1 from inspection.selection s join inspection.purchase p on p.id = s.purchase_id
        where s.premises_id = m.id and not governance.is_stripped('purchase', p.id)) then 'purchase'
      when exists (select 1 from inspection.kept_address k where k.premises_id = m.id) then 'hidden-address'
    end
  from inspection.premises m cross join lateral (select greatest(governance.london_day(m.made_at), m.rated_on,
    (select max(v.visited_on) from inspection.visit v where v.premises_id = m.id),
    (select max(a.on_day) from inspection.attempt a where a.premises_id = m.id),
    (select max(s.sold_on) from inspection.sale s where s.premises_id = m.id),
    (select governance.london_day(max(e.at)) from inspection.premises_event e where e.premises_id = m.id)) as last) d
  where not governance.is_emptied('premises', m.id, d.last)
  union all
  select 'time-entry', e.id::text, e.agency_id, e.id::text, e.on_day, null from jet.time_entry e where not governance.is_emptied('time-entry', e.id, e.on_day)
  union all
  select 'patrol-plan', p.id::text, p.agency_id, p.reference, p.to_on, null
  from jet.plan p where p.status = 'ended' and not governance.is_emptied('patrol-plan', p.id, p.to_on)
  union all
  select 'power-use', u.id::text, u.agency_id, u.reference, governance.london_day(u.used_at), null
  from jet.power_use u where not governance.is_emptied('power-use', u.id, governance.london_day(u.used_at))
  union all
  -- A power that still runs is shown by its badge.
  select 'reaccreditation', r.id::text, r.agency_id, r.reference, greatest(r.issued_on, governance.london_day(r.opened_at), r.expires_on), null
  from jet.reaccreditation r where r.status in ('issued', 'stopped')
    and not governance.is_emptied('reaccreditation', r.id, greatest(r.issued_on, governance.london_day(r.opened_at), r.expires_on))
  union all
  select 'shift', s.id::text, s.agency_id, s.id::text, s.on_day, null from jet.shift s
  union all
  select 'task', t.id::text, t.set_by_agency_id, t.reference, governance.london_day(coalesce(t.result_at, t.refused_at, t.set_at)),
    case
      when governance.is_case_open(t.case_id) then 'case'
      when exists (select 1 from asb.action a join asb.nomination n on n.id = a.nomination_id where a.task_id = t.id and n.status in ('nominated', 'accepted')) then 'nomination'
      when exists (select 1 from tasking.success_flag f where f.task_id = t.id and f.status = 'flagged') then 'flag'
    end
  from tasking.task t where t.status in ('refused', 'done', 'not-done')
    and not governance.is_emptied('task', t.id, governance.london_day(coalesce(t.result_at, t.refused_at, t.set_at)))
  union all
  select 'success-flag', f.id::text, f.agency_id, f.id::text, governance.london_day(coalesce(f.decided_at, f.flagged_at)), null
  from tasking.success_flag f where f.status <> 'flagged' and not governance.is_emptied('success-flag', f.id, governance.london_day(coalesce(f.decided_at, f.flagged_at)))
  union all
  -- When somebody left is the last that was changed about them.
  select 'device-key', k.officer_id::text, k.agency_id, k.officer_id::text,
    greatest(governance.london_day(k.made_at), (select governance.london_day(max(c.at)) from directory.change c where c.record_kind = 'officer' and c.record_id = k.officer_id::text)), null
  from field.device_key k join directory.officer o on o.id = k.officer_id where not o.is_active;
comment on view governance.ended_work is 'Days of action, test purchases, premises, the work of joint teams and tasks that have come to their end, and what keeps one. No login reads it.';

-- A unit decides of its own alone: a review that another agency wrote decides nothing.
-- What concerns the intelligence side. Items and packages go by a person''s word, and by no day alone.
create view governance.ended_intelligence as
  select 'vetting' as kind, r.id::text as id, r.agency_id, r.reference, r.answers_on as counted_from,
    case
      when not exists (select 1 from dissemination.vetting_answer a where a.request_id = r.id) then 'answer'
      when exists (select 1 from traders.trader t where t.vetting_id = r.id and not governance.is_stripped('trader', t.id)) then 'trader'
    end as kept_for
  from dissemination.vetting_request r where not governance.is_emptied('vetting', r.id, r.answers_on)
  union all
  select 'unit-vetting', r.id::text, r.unit_agency_id, r.reference, r.answers_on,
    case when not exists (select 1 from dissemination.vetting_answer a where a.request_id = r.id) then 'answer' end
  from dissemination.vetting_request r where not governance.is_emptied('unit-vetting', r.id, r.answers_on)
  union all
  select k.kind, e.id::text, case k.kind when 'enquiry' then e.agency_id else e.unit_agency_id end, e.reference, e.answers_on,
    case
      when not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id) then 'answer'
      when exists (select 1 from court.prosecution f where f.id = e.file_id and not governance.is_stripped('prosecution', f.id)) then 'prosecution'
      when exists (select 1 from governance.access a where a.id = e.file_id) then 'request'
    end
  from dissemination.enquiry e cross join (values ('enquiry'), ('unit-enquiry')) as k (kind) where not governance.is_emptied(k.kind, e.id, e.answers_on)
  union all
  select 'intelligence-feed', f.id::text, f.agency_id, f.id::text, governance.london_day(f.decided_at), null
  from intelligence.feed_file f where f.decided_at is not null and not governance.is_emptied('intelligence-feed', f.id, governance.london_day(f.decided_at))
  union all
  select 'intelligence-item', i.id::text, i.agency_id, i.reference, governance.london_day(v.at),
    case
      when exists (select 1 from intelligence.paragraph p join intelligence.draft_paragraph d on d.paragraph_id = p.id join intelligence.draft f on f.id = d.draft_id
        where p.item_id = i.id and f.state <> 'discarded') then 'package'
      when exists (select 1 from intelligence.enquiry_line l where l.item_id = i.id) then 'enquiry'
      when exists (select 1 from intelligence.link l join intelligence.harm_assessment h on h.link_id = l.id
        join intelligence.link o on o.kind = l.kind and o.agency_id = l.agency_id and (o.value = l.value or (o.key_kind = l.key_kind and o.key_value = l.key_value))
        where l.item_id = i.id and o.item_id <> i.id and o.state = 'confirmed') then 'harm'
    end
  from intelligence.item i
  cross join lateral (select r.decision, r.at from intelligence.item_review r where r.item_id = i.id and r.agency_id = i.agency_id order by r.at desc, r.id desc limit 1) v
  where v.decision = 'let-go' and not governance.is_emptied('intelligence-item', i.id, governance.london_day(v.at))
  union all
  select 'intelligence-package', d.id::text, d.agency_id, d.reference, governance.london_day(v.at),
    case
      when exists (select 1 from dissemination.package k, unnest(k.agency_ids) as a (id) where k.id = d.id and k.deadline >= platform.viewer_today()
        and not exists (select 1 from dissemination.answer x where x.package_id = k.id and x.agency_id = a.id)) then 'answer'
      when exists (select 1 from dissemination.answer a where a.package_id = d.id and governance.is_case_open(a.case_id)) then 'case'
      when exists (select 1 from court.alert_source s join court.alert a on a.id = s.alert_id where s.package_id = d.id and a.ends_on >= platform.viewer_today()) then 'alert'
    end
  from intelligence.draft d
  cross join lateral (select r.decision, r.at from intelligence.draft_review r where r.draft_id = d.id and r.agency_id = d.agency_id order by r.at desc, r.id desc limit 1) v
  where d.state = 'released' and v.decision = 'let-go' and not governance.is_emptied('intelligence-package', d.id, governance.london_day(v.at))
  union all
  -- A draft that somebody discarded was never a product.
  select 'intelligence-package', d.id::text, d.agency_id, d.reference, governance.london_day(d.decided_at), null
  from intelligence.draft d where d.state = 'discarded' and not governance.is_emptied('intelligence-package', d.id, governance.london_day(d.decided_at))
  union all
  -- Who a source is goes when every item that came from it has gone, each by a person''s word.
  select 'intelligence-source', s.id::text, s.agency_id, s.pseudonym, d.last, null
  from intelligence.source s cross join lateral (select max(g.on_day) as last, bool_and(g.on_day is not null) as is_all
    from intelligence.item i left join governance.stripped g on g.kind = 'intelligence-item' and g.record_id = i.id where i.source_id = s.id) d
  where d.is_all and not governance.is_emptied('intelligence-source', s.id, d.last);
comment on view governance.ended_intelligence is 'What of the intelligence side and of questions to it has come to its end, and what keeps it. No login reads it.';

create view governance.candidate as
  select e.kind, e.id, e.agency_id, e.reference, e.counted_from,
    case
      when governance.is_held_by(e.kind, e.id, null) then 'held'
      when e.kept_for is not null then e.kept_for
      when governance.is_asked_for(e.kind, e.id, e.agency_id) then 'asked'
    end as kept_for
  from (select * from governance.ended_first union all select * from governance.ended_enforcement union all select * from governance.ended_people
    union all select * from governance.ended_work union all select * from governance.ended_intelligence) e;
comment on view governance.candidate is 'Everything that has come to its end, of every kind: whose it is, from which day its time is counted, and why it stays all the same. No login reads it.';

-- Of the viewer's own agency, for its auditor: what is due, and what would be but for something that keeps it. What keeps it may
-- be another agency's, or on another side of the wall (a judgement, a file of the register): then it is not said what. Nothing of the
-- intelligence side is said at all.
create function governance.own_candidates(the_kind text, until date)
  returns table (kind text, id text, agency_id uuid, reference text, counted_from date, kept_for text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.kind, c.id, c.agency_id, c.reference, c.counted_from,
      case
        when c.kept_for = 'held' then case when governance.is_held_by(c.kind, c.id, c.agency_id) then 'held' else 'stands-on' end
        when c.kept_for in ('group', 'report', 'later-version', 'joined', 'lead', 'visit', 'unpaid', 'appeal', 'order', 'asked', 'follow-up', 'sample',
          'concern', 'member', 'award', 'complaint', 'recommendation') then c.kept_for
        when c.kept_for is not null then 'stands-on'
      end
    from governance.candidate c
    where c.kind = the_kind and c.agency_id = platform.viewer_agency() and c.counted_from <= until
      and c.kind not in ('intelligence-receipt', 'unit-vetting', 'unit-enquiry', 'intelligence-feed', 'intelligence-item', 'intelligence-package', 'intelligence-source')
      and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  end;
-- How many there are to go, at most `most`: the worker asks before it makes a job.
create function governance.how_many_due(the_kind text, the_agency uuid, until date, most integer) returns integer
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select count(*)::integer from (select 1 from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
      and c.counted_from <= until and c.kept_for is null limit most) x;
  end;

-- Of many kinds and agencies, which have any to go. One plan for all: a plan for each would cost more than what it reads.
create function governance.parts_due(kinds text[], agencies uuid[], untils date[]) returns table (kind text, agency_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
declare
  the_kind text;
  the_agency uuid;
  until date;
begin
  for the_kind, the_agency, until in select * from unnest(kinds, agencies, untils) loop
    if exists (select 1 from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
        and c.counted_from <= until and c.kept_for is null) then
      kind := the_kind;
      agency_id := the_agency;
      return next;
    end if;
  end loop;
end $$;

-- What can be held: every file of which somebody may have to answer for. Intelligence is kept by its review.
alter table governance.legal_hold drop constraint legal_hold_kind;
alter table governance.legal_hold add constraint legal_hold_kind check (kind in ('report', 'case', 'received-record', 'list-row', 'marker', 'victim-file',
  'penalty', 'protection', 'closure', 'encampment', 'pspo', 'prosecution', 'asb-case', 'nomination', 'case-review', 'trader', 'operation', 'purchase', 'premises'));
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

-- Whether a record is one that was emptied, for the lists of records that stand behind a figure: whoever is shown its id is told.
create function governance.no_longer_kept(the_record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select 1 from governance.stripped s where s.record_id = the_record);
  end;
create index stripped_record_idx on governance.stripped (record_id);
revoke execute on all functions in schema governance from public;
grant execute on function governance.own_candidates to bailiwick_gov;
grant execute on function governance.how_many_due, governance.parts_due to bailiwick_worker;
grant execute on function governance.no_longer_kept to bailiwick_ops, bailiwick_safeguard, bailiwick_intel, bailiwick_gov;
grant usage on schema governance to bailiwick_intel;
