-- Why: what a body answers is read by the applicant, and a body does not know whose names must not be in it. An answer is shown in its own
-- words once the agency that runs the review passed it on; until then, and where it names somebody, the applicant reads whether it was accepted.
-- An answer is the body's own and is given once, whichever connection writes.
-- Locks: access exclusive on asb.recommendation for a trigger, milliseconds. Takes: milliseconds.
create table asb.answer_shown (
  recommendation_id uuid primary key references asb.recommendation,
  review_id uuid not null references asb.review,
  agency_id uuid not null references directory.agency,
  at timestamptz not null
);
create index answer_shown_review_idx on asb.answer_shown (review_id);
comment on table asb.answer_shown is 'Answers of bodies that the applicant reads in their words; for the agency that runs the review alone, so that no body learns whose name it hit upon. Retention: as the review.';
insert into asb.answer_shown (recommendation_id, review_id, agency_id, at)
  select m.id, m.review_id, m.agency_id, now() from asb.recommendation m join asb.review r on r.id = m.review_id where r.status = 'closed' and m.response is not null;
alter table asb.answer_shown enable row level security;
alter table asb.answer_shown force row level security;
create policy answer_shown_seed on asb.answer_shown for all to current_user using (true) with check (true);
create policy answer_shown_own on asb.answer_shown for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and (select asb.runs_reviews()))
  with check (agency_id = (select platform.viewer_agency()) and (select asb.runs_reviews()));
grant select, insert on asb.answer_shown to bailiwick_ops;

create or replace function asb.recommendations_by_phrase(ref text, hash bytea) returns table (body_name text, words text, response text, response_words text)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.name, m.words, m.response, case when exists (select 1 from asb.answer_shown s where s.recommendation_id = m.id) then m.response_words end
  from asb.recommendation m join directory.agency a on a.id = m.body_agency_id
    join asb.review r on r.id = m.review_id join asb.review_phrase p on p.review_id = r.id
  where r.reference = upper(ref) and p.phrase_hash = hash and m.is_sent order by m.made_on, m.reference
$$;

create function asb.answer_kept() returns trigger language plpgsql as $$
begin
  if old.response is not null and (new.response, new.response_words, new.responded_on, new.responded_by)
    is distinct from (old.response, old.response_words, old.responded_on, old.responded_by) then
    raise exception 'An answer is given once' using errcode = 'check_violation';
  end if;
  if current_user = 'bailiwick_ops' and new.response is distinct from old.response and old.body_agency_id is distinct from platform.viewer_agency() then
    raise exception 'The body answers itself' using errcode = 'insufficient_privilege';
  end if;
  if current_user = 'bailiwick_ops' and new.is_sent <> old.is_sent and (old.is_sent or old.agency_id is distinct from platform.viewer_agency()) then
    raise exception 'What was sent stays sent' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger answer_kept before update on asb.recommendation for each row execute function asb.answer_kept();
