-- Why: fences at the database that the code already keeps: what evidence says of two people, keys, lists and screenings are read only
-- by the logins and roles whose work needs them, so that an injected statement finds no more than a page shows.
-- Locks: linkage.judgement, list, list_load, second_opinion, match_run and assurance.screening for a moment. Takes: milliseconds.

-- Both values of both records stand in evidence: the operations login has no use for it. Nobody on that side judges.
revoke select, insert, update on linkage.judgement from bailiwick_ops;
grant select (id, record_a, record_b, verdict, probability, weight, worth, made_by, model_id, officer_id, agency_id, run_id, restores,
  made_at, why, ended_at, ended_by, ended_why, replaced_by) on linkage.judgement to bailiwick_ops;
alter table linkage.judgement enable row level security;
create policy judgement_ops on linkage.judgement for select to bailiwick_ops using (true);
create policy judgement_keeper on linkage.judgement for all to bailiwick_safeguard
  using ((select safeguarding.keeps_register())) with check ((select safeguarding.keeps_register()));
create policy judgement_worker on linkage.judgement for all to bailiwick_worker using (true);
grant usage on schema safeguarding to bailiwick_ops;

-- Only the worker finds records by their keys, and only it writes the rows of lists.
revoke all on linkage.record_key from bailiwick_ops, bailiwick_safeguard;
revoke insert, update, delete on linkage.list_entry from bailiwick_ops, bailiwick_safeguard;

-- A warden's login is on the safeguarding side and reads no list.
drop policy list_entry_safeguard on linkage.list_entry;
create policy list_entry_safeguard on linkage.list_entry for select to bailiwick_safeguard
  using ((select safeguarding.keeps_register()) and (origin_agency_id = (select platform.viewer_agency()) or exists (
    select 1 from directory.agreement t where t.from_agency_id = origin_agency_id and t.to_agency_id = (select platform.viewer_agency())
      and t.record_kind = case handling when 'victim' then 'victim' else 'restricted-list' end)));

alter table linkage.list enable row level security;
create policy list_own on linkage.list for all to bailiwick_ops
  using (owner_agency_id = (select platform.viewer_agency())) with check (owner_agency_id = (select platform.viewer_agency()));
create policy list_keeper on linkage.list for all to bailiwick_safeguard
  using ((select safeguarding.keeps_register()) and ((select platform.viewer_agency()) in (owner_agency_id, entered_by_agency_id)
    or exists (select 1 from directory.agreement t where t.from_agency_id = owner_agency_id and t.to_agency_id = (select platform.viewer_agency())
      and t.record_kind = case handling when 'victim' then 'victim' else 'restricted-list' end)))
  with check ((select safeguarding.keeps_register()));
create policy list_worker on linkage.list for all to bailiwick_worker using (true);

alter table linkage.list_load enable row level security;
create policy list_load_of_list on linkage.list_load for all to bailiwick_ops, bailiwick_safeguard
  using (exists (select 1 from linkage.list l where l.id = list_id));
create policy list_load_worker on linkage.list_load for all to bailiwick_worker using (true);

alter table linkage.second_opinion enable row level security;
create policy second_opinion_keeper on linkage.second_opinion for all to bailiwick_safeguard
  using ((select safeguarding.keeps_register())) with check ((select safeguarding.keeps_register()));
create policy second_opinion_worker on linkage.second_opinion for all to bailiwick_worker using (true);
revoke insert, update on linkage.match_run from bailiwick_ops;

-- The screen before a visit to somebody on the register tells of the register: for those who keep it, and for who made it.
drop policy screening_own on assurance.screening;
create policy screening_own on assurance.screening for all to bailiwick_ops, bailiwick_safeguard
  using (agency_id = (select platform.viewer_agency()) and (subject_id is null or officer_id = (select safeguarding.viewer_officer())
    or (select safeguarding.keeps_register())))
  with check (agency_id = (select platform.viewer_agency()));
create policy hit_of_screening on assurance.hit as restrictive for select to bailiwick_ops, bailiwick_safeguard
  using (exists (select 1 from assurance.screening s where s.id = screening_id));
