-- Why: the records of the firm and the place of premises that are kept would have been let go by night, and with them the mark that
-- an address must stay hidden.
-- Locks: none. Takes: milliseconds.
create or replace function governance.stands_on(record uuid) returns text
  language sql stable
  return case
    when exists (select 1 from linkage.judgement j where record in (j.record_a, j.record_b) and j.ended_at is null and j.verdict <> 'proposed') then 'judgement'
    when exists (select 1 from safeguarding.victim_file f where f.record_id = record) then 'register'
    when exists (select 1 from assurance.marker m where m.record_id = record) then 'marker'
    when exists (select 1 from linkage.question q where record in (q.record_id, q.other_id) and q.answered_at is null) then 'question'
    when exists (select 1 from enforcement.closure_occupant o where o.record_id = record) then 'closure'
    when exists (select 1 from inspection.premises p where record in (p.firm_record_id, p.place_record_id)) then 'premises'
  end;
create index premises_firm_record_idx on inspection.premises (firm_record_id);
create index premises_place_record_idx on inspection.premises (place_record_id);
