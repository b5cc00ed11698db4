-- Why: a received record that names an occupant of premises that are closed would have been let go by night, and the whole batch
-- with it refused for ever by the foreign key.
-- Locks: none. Takes: milliseconds.
create or replace function governance.stands_on(record uuid) returns text
  language sql stable
  return case
    when exists (select 1 from linkage.judgement j where record in (j.record_a, j.record_b) and j.ended_at is null and j.verdict <> 'proposed') then 'judgement'
    when exists (select 1 from safeguarding.victim_file f where f.record_id = record) then 'register'
    when exists (select 1 from assurance.marker m where m.record_id = record) then 'marker'
    when exists (select 1 from linkage.question q where record in (q.record_id, q.other_id) and q.answered_at is null) then 'question'
    when exists (select 1 from enforcement.closure_occupant o where o.record_id = record) then 'closure'
  end;
