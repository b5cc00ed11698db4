-- Why: commissions to the intelligence unit stayed for good, with whom they named, and somebody who asked for their own data was not told of
-- one. They go like questions about a trader: whom it names by the months of whoever commissioned, what the unit found by its own.
-- Locks: nothing that holds rows. Takes: milliseconds.
insert into governance.kind (kind, root, action) values
  ('commission', 'dissemination.commission', 'empty'),
  ('unit-commission', 'dissemination.commission', 'empty');
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('commission', 1, 'dissemination.commission_answer', 'commission_id = any ($1)', 'empty',
    array['address = ''''', 'postcode = ''''', 'asset_words = ''''', 'asset_kind = null']),
  ('commission', 2, 'dissemination.commission', 'id = any ($1)', 'empty',
    array['subject_label', 'key_kind = null', 'key_value = null', 'purpose', 'version = version + 1']),
  ('unit-commission', 1, 'intelligence.commission_work', 'commission_id = any ($1)', 'empty',
    array['address = ''''', 'postcode = ''''', 'asset_words = ''''', 'asset_kind = null', 'findings']);
comment on table dissemination.commission is 'What a service commissioned of the intelligence unit: whom to trace or check, for what, under which power. Retention: emptied by the months of the agency that commissioned.';
comment on table intelligence.commission_work is 'What the unit found and proposes to answer, and the minutes it cost. The findings never cross. Retention: emptied by the months of the unit''s agency.';

-- The last day on which anything is said to have happened with it.
create view governance.ended_commissions as
  select k.kind, c.id::text as id, case k.kind when 'commission' then c.agency_id else c.unit_agency_id end as agency_id, c.reference, d.day as counted_from,
    case
      when c.status = 'asked' then 'answer'
      when c.kind in ('grant', 'loan') and c.status = 'answered' then 'decision'
      when coalesce(c.price_pence, 0) > 0 and c.paid_on is null then 'price'
    end as kept_for
  from dissemination.commission c cross join (values ('commission'), ('unit-commission')) k (kind)
    cross join lateral (select greatest(c.asked_on, c.decides_on, c.paid_on,
      (select a.answered_on from dissemination.commission_answer a where a.commission_id = c.id),
      (select max(r.on_day) from dissemination.commission_recovery r where r.commission_id = c.id)) as day) d
  where not governance.is_emptied(k.kind, c.id, d.day);
comment on view governance.ended_commissions is 'Commissions to the intelligence unit by the last day of each, for whoever commissioned and for the unit, and what keeps one. No login reads it.';

do $$
begin
  execute 'create or replace view governance.person as ' || rtrim(pg_get_viewdef('governance.person'::regclass), '; ') || '
    union all select k.kind, c.id, split_part(c.subject_label, '','', 1), null from dissemination.commission c
      cross join (values (''commission''), (''unit-commission'')) k (kind) where c.subject_kind = ''person''';
  execute 'create or replace view governance.candidate as ' || rtrim(pg_get_viewdef('governance.candidate'::regclass), '; ') || '
    union all
    select e.kind, e.id, e.agency_id, e.reference, e.counted_from,
      case when governance.is_held_by(e.kind, e.id, null) then ''held'' when e.kept_for is not null then e.kept_for
        when governance.is_asked_of(e.kind, e.id, e.agency_id, null) then ''asked'' end
    from governance.ended_commissions e';
end $$;

-- A subject access request gathers what the agency itself commissioned about somebody, with what crossed to it. What the unit found is the unit's to say.
do $$
declare
  place constant text := 'select ''safeguarding'', ''victim-file'', v.id';
  body text := pg_get_functiondef('governance.gather_access'::regproc);
begin
  if position(place in body) = 0 then raise exception 'gather_access is not as this migration knows it'; end if;
  execute replace(body, place, 'select ''commissions'', ''commission'', c.id, c.reference, c.asked_on, n.is_key,
      concat_ws(E''\n'', ''Asked of the intelligence unit: '' || case c.kind when ''person'' then ''to trace the person'' when ''debtor'' then ''to trace the person as a debtor''
          else ''checks before a '' || c.kind end,
        ''For: '' || c.purpose, ''Under: '' || c.legal_basis, ''Status: '' || c.status,
        -- An address stays out: it may have to stay hidden by now.
        ''Answered: '' || replace(w.outcome, ''-'', '' '')),
      governance.others_in(split_part(c.subject_label, '','', 1), a.name)
    from dissemination.commission c left join dissemination.commission_answer w on w.commission_id = c.id
      cross join lateral (select coalesce(governance.name_says(split_part(c.subject_label, '','', 1), a.name) = ''same''
        and exists (select 1 from jsonb_to_recordset(a.keys) as k (kind text, value text) where k.kind = c.key_kind and k.value = c.key_value), false) as is_key) n
    where c.agency_id = a.agency_id and c.subject_kind = ''person''
      and (n.is_key or lower(split_part(c.subject_label, '','', 1)) = lower(a.name)
        and (c.key_kind is distinct from ''name-born'' or c.key_value like ''% '' || a.date_of_birth))
    union all
    ' || place);
end $$;
revoke execute on function governance.gather_access from public;
