-- Why: an answer that came a round later than its neighbours told that the unit was slow with that one firm, and so that something was
-- found. What is due of a unit now crosses together or not at all: while one answer is missing, none of that unit's crosses.
-- Locks: none (a function is replaced). Takes: milliseconds.
create or replace function dissemination.answer_vetting(today date, next_round date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare crossed integer;
begin
  insert into dissemination.vetting_answer (request_id, agency_id, unit_agency_id, answer, conditions, answered_on)
    select r.id, r.agency_id, r.unit_agency_id, v.answer, v.conditions, today from dissemination.vetting_request r
    join intelligence.vetting v on v.request_id = r.id and v.authorised_at is not null
    where r.answers_on <= today and not exists (select 1 from dissemination.vetting_answer a where a.request_id = r.id)
      and not exists (select 1 from dissemination.vetting_request o where o.unit_agency_id = r.unit_agency_id and o.answers_on <= today
        and not exists (select 1 from dissemination.vetting_answer a where a.request_id = o.id)
        and not exists (select 1 from intelligence.vetting w where w.request_id = o.id and w.authorised_at is not null));
  get diagnostics crossed = row_count;
  update dissemination.vetting_request r set answers_on = next_round
    where r.answers_on <= today and not exists (select 1 from dissemination.vetting_answer a where a.request_id = r.id);
  return crossed;
end $$;
