-- Why: a question to a system outside may name the link of an item: the item would have been let go under it, which the foreign key refuses, and
-- with it the whole batch for ever. Such a check goes when a person has let go of the item that it is about; the item follows it.
-- Locks: nothing. Takes: milliseconds.
insert into governance.kind (kind, root, action) values ('intelligence-check', 'intelligence.external_check', 'delete');
insert into governance.part (kind, position, relation, rows, action) values ('intelligence-check', 1, 'intelligence.external_check', 'id = any ($1)', 'delete');

create or replace view governance.candidate as
  select e.kind, e.id, e.agency_id, e.reference, e.counted_from,
    case
      when governance.is_held_by(e.kind, e.id, null) then 'held'
      when e.kept_for is not null then e.kept_for
      when e.kind = 'intelligence-item' and exists (select 1 from intelligence.link l join intelligence.ocg_member m on m.link_id = l.id where l.item_id = e.id::uuid) then 'group'
      when e.kind = 'intelligence-item' and exists (select 1 from intelligence.link l join intelligence.external_check c on c.link_id = l.id where l.item_id = e.id::uuid) then 'check'
      when governance.is_asked_for(e.kind, e.id, e.agency_id) then 'asked'
    end as kept_for
  from (select * from governance.ended_first union all select * from governance.ended_enforcement union all select * from governance.ended_people
    union all select * from governance.ended_work union all select * from governance.ended_intelligence union all select * from governance.ended_groups
    union all select 'intelligence-check', c.id::text, c.agency_id, c.reference, governance.london_day(v.at), case when c.state = 'asked' then 'answer' end
      from intelligence.external_check c join intelligence.link l on l.id = c.link_id
      cross join lateral (select r.decision, r.at from intelligence.item_review r where r.item_id = l.item_id and r.agency_id = c.agency_id order by r.at desc, r.id desc limit 1) v
      where v.decision = 'let-go') e;

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
      -- Nothing of the intelligence side is said to an auditor.
      and c.kind not like 'intelligence-%' and c.kind not like 'unit-%'
      and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  end;
revoke execute on function governance.own_candidates from public;
