-- Why: what stood after the fortieth paragraph of an item was kept in the item and made no paragraph, so that nobody read or
-- graded it. Those paragraphs are put in, ungraded: an item that was graded or ready asks for them before it is made ready.
-- Locks: rows that are put in alone. Takes: as long as reading the items that have forty paragraphs.
insert into intelligence.paragraph (id, item_id, agency_id, position, body, legacy_grade)
select gen_random_uuid(), i.id, i.agency_id, t.n - 1, t.part, f.legacy_grade
from intelligence.item i
join intelligence.paragraph f on f.item_id = i.id and f.position = 0
cross join lateral (select row_number() over (order by s.n) as n, btrim(s.part, E' \t\n\r') as part
  from regexp_split_to_table(i.body, E'\n\\s*\n') with ordinality s(part, n) where btrim(s.part, E' \t\n\r') <> '') t
where t.n > 40 and (select count(*) from intelligence.paragraph p where p.item_id = i.id) = 40
  -- Not where somebody has parted it otherwise since.
  and not exists (select 1 from intelligence.item_event e where e.item_id = i.id and e.kind = 'parted');
