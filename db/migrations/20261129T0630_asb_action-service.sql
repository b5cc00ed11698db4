-- Why: an action says what is done about somebody before a release or after a meeting; every service officer of the agency that does it read it.
-- It is for those who keep cases there, the service that was given it, and whoever works on the case of its plan.
-- Locks: access exclusive on asb.action for a column and a policy, milliseconds. Takes: milliseconds a thousand actions.
alter table asb.action add column service_id uuid references directory.service;
update asb.action x set service_id = t.service_id from tasking.task t where t.id = x.task_id;
alter table asb.action alter column service_id set not null;
create index action_service_idx on asb.action (service_id);
comment on column asb.action.service_id is 'The service that was given it; a task stays with its service.';
drop policy action_read on asb.action;
create policy action_read on asb.action for select to bailiwick_ops using ((select platform.viewer_agency()) in (agency_id, lead_agency_id)
  and ((select asb.keeps_cases()) or service_id = any ((select platform.viewer_services())::uuid[])
    or exists (select 1 from asb.release_plan p join asb.asb_case c on c.id = p.asb_id where p.id = plan_id)));
