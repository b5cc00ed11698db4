-- Why: cards of organised crime groups came as a new kind: an item whose link stands on one would have been let go under it, which the foreign
-- key refuses, and with it the whole batch for ever. A card goes when it was put away and the unit has found that it needs no item that the
-- card rests on; the items follow it.
-- Locks: nothing. Takes: milliseconds.
insert into governance.kind (kind, root, action) values ('intelligence-group', 'intelligence.ocg', 'empty');
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('intelligence-group', 1, 'intelligence.ocg_member', 'ocg_id = any ($1)', 'delete', '{}'),
  ('intelligence-group', 2, 'intelligence.ocg_assessment', 'ocg_id = any ($1)', 'empty', '{grounds}'),
  ('intelligence-group', 3, 'intelligence.ocg_action', 'ocg_id = any ($1)', 'empty',
    array['words', 'owner_words', 'result = case when result is not null then ''No longer kept'' end']),
  ('intelligence-group', 4, 'intelligence.ocg_disruption', 'ocg_id = any ($1)', 'empty', '{words,evidence}'),
  ('intelligence-group', 5, 'intelligence.ocg_event', 'ocg_id = any ($1)', 'empty', array['words', 'reason = ''''']),
  ('intelligence-group', 6, 'intelligence.ocg', 'id = any ($1)', 'empty',
    array['name', 'activities', 'area_words', 'series_words = ''''', 'version = version + 1']);

create view governance.ended_groups as
  select 'intelligence-group' as kind, g.id::text as id, g.agency_id, g.reference, d.ended as counted_from,
    case
      when exists (select 1 from intelligence.ocg_action a where a.ocg_id = g.id and a.ended_at is null) then 'action'
      when exists (select 1 from intelligence.ocg_member m join intelligence.link l on l.id = m.link_id where m.ocg_id = g.id
        and coalesce((select r.decision from intelligence.item_review r where r.item_id = l.item_id and r.agency_id = g.agency_id order by r.at desc, r.id desc limit 1), 'keep') = 'keep')
        then 'item'
    end as kept_for
  from intelligence.ocg g cross join lateral (select greatest(governance.london_day(g.opened_at),
    (select governance.london_day(max(e.at)) from intelligence.ocg_event e where e.ocg_id = g.id),
    (select governance.london_day(max(r.at)) from intelligence.ocg_member m join intelligence.link l on l.id = m.link_id
      join intelligence.item_review r on r.item_id = l.item_id and r.agency_id = g.agency_id where m.ocg_id = g.id)) as ended) d
  where g.status = 'archived' and not governance.is_emptied('intelligence-group', g.id, d.ended);
comment on view governance.ended_groups is 'Cards of organised crime groups that were put away, and what keeps one. No login reads it.';

create or replace view governance.candidate as
  select e.kind, e.id, e.agency_id, e.reference, e.counted_from,
    case
      when governance.is_held_by(e.kind, e.id, null) then 'held'
      when e.kept_for is not null then e.kept_for
      when e.kind = 'intelligence-item' and exists (select 1 from intelligence.link l join intelligence.ocg_member m on m.link_id = l.id where l.item_id = e.id::uuid) then 'group'
      when governance.is_asked_for(e.kind, e.id, e.agency_id) then 'asked'
    end as kept_for
  from (select * from governance.ended_first union all select * from governance.ended_enforcement union all select * from governance.ended_people
    union all select * from governance.ended_work union all select * from governance.ended_intelligence union all select * from governance.ended_groups) e;

-- Nothing of the intelligence side is said to an auditor, of groups neither.
create or replace function governance.own_candidates(the_kind text, until date)
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
      and c.kind not in ('intelligence-receipt', 'unit-vetting', 'unit-enquiry') and c.kind not in ('intelligence-feed', 'intelligence-item', 'intelligence-package',
        'intelligence-source', 'intelligence-group')
      and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  end;
revoke execute on function governance.own_candidates from public;
