-- Why: every service officer of an agency read each of its cases, with who complains. A case is now for those who keep anti-social
-- behaviour for the agency, and for the service officers who work on it; a review for those who run reviews. The connection knows as much.
-- Locks: access exclusive on asb.asb_case for a column and on the policies, milliseconds. Takes: milliseconds a thousand cases.
alter table asb.asb_case add column officer_ids uuid[] not null default '{}';
comment on column asb.asb_case.officer_ids is 'The service officers who work on it: whoever opened it and each named contact. To other service officers there is no case.';
update asb.asb_case c set officer_ids = array(select distinct x.id from (
  select c.opened_by as id union all select p.contact_officer_id from asb.complainant p where p.asb_id = c.id) x);
grant update (officer_ids) on asb.asb_case to bailiwick_ops;

create function asb.keeps_cases() returns boolean
  language sql stable parallel safe
  return string_to_array(platform.viewer_text('roles'), ',') && array['community-safety-coordinator', 'police-partner', 'partner'];
create function asb.runs_reviews() returns boolean
  language sql stable parallel safe
  return 'community-safety-coordinator' = any (string_to_array(platform.viewer_text('roles'), ','));
create function asb.viewer_officer() returns uuid
  language sql stable parallel safe return nullif(platform.viewer_text('officer'), '')::uuid;
comment on function asb.keeps_cases is 'Whether the caller keeps every case of anti-social behaviour of their agency.';
comment on function asb.runs_reviews is 'Whether the caller runs case reviews.';
comment on function asb.viewer_officer is 'The officer who calls, or null.';
revoke execute on function asb.keeps_cases, asb.runs_reviews, asb.viewer_officer from public;
grant execute on function asb.keeps_cases, asb.runs_reviews, asb.viewer_officer to bailiwick_ops, bailiwick_worker;

drop policy asb_case_own on asb.asb_case;
create policy asb_case_own on asb.asb_case for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and ((select asb.keeps_cases()) or officer_ids @> array[(select asb.viewer_officer())]))
  with check (agency_id = (select platform.viewer_agency()) and ((select asb.keeps_cases()) or officer_ids @> array[(select asb.viewer_officer())]));
do $$
declare fenced text;
begin
  -- What hangs on a case is read with it.
  foreach fenced in array array['complainant', 'contact', 'incident', 'assessment', 'measure', 'order_file', 'breach', 'asb_reason'] loop
    execute format('drop policy %I on asb.%I', fenced || '_own', fenced);
    execute format('create policy %I on asb.%I for all to bailiwick_ops
      using (agency_id = (select platform.viewer_agency()) and exists (select 1 from asb.asb_case c where c.id = asb_id))
      with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from asb.asb_case c where c.id = asb_id))', fenced || '_own', fenced);
  end loop;
  foreach fenced in array array['review', 'review_applicant', 'review_complaint', 'review_reason', 'review_document'] loop
    execute format('drop policy %I on asb.%I', fenced || '_own', fenced);
    execute format('create policy %I on asb.%I for all to bailiwick_ops
      using (agency_id = (select platform.viewer_agency()) and (select asb.runs_reviews()))
      with check (agency_id = (select platform.viewer_agency()) and (select asb.runs_reviews()))', fenced || '_own', fenced);
  end loop;
end $$;
drop policy order_reason_own on asb.order_reason;
create policy order_reason_own on asb.order_reason for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and exists (select 1 from asb.order_file o where o.id = order_id))
  with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from asb.order_file o where o.id = order_id));

-- A plan tells of custody and of a release: of the agency that keeps the case whoever reads it, of the one that chairs whoever keeps cases.
drop policy release_plan_read on asb.release_plan;
create policy release_plan_read on asb.release_plan for select to bailiwick_ops
  using ((select platform.viewer_agency()) in (agency_id, lead_agency_id)
    and ((select asb.keeps_cases()) or exists (select 1 from asb.asb_case c where c.id = asb_id)));
create policy release_plan_due on asb.release_plan for select to bailiwick_worker using (true);

-- The words that an applicant comes back with are set with their application, not later by somebody else.
drop policy review_phrase_apply on asb.review_phrase;
create policy review_phrase_apply on asb.review_phrase for insert to bailiwick_public with check (true);
create policy review_phrase_taken on asb.review_phrase for insert to bailiwick_ops with check (exists (select 1 from asb.review r where r.id = review_id));
