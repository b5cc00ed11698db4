-- What follows the breach of a community protection notice besides a penalty or a conviction: works of the council with their cost, a
-- remedial order, forfeiture, and what was seized (Anti-social Behaviour, Crime and Policing Act 2014 ss.47 and 49 to 51).
-- Days are read where the file is; what was done, and the cost, are the agency's own and stand in tables that are fenced.
alter table enforcement.protection add column remedy_by date;
alter table enforcement.protection add column forfeited_on date;
alter table enforcement.protection add column seized_on date;
alter table enforcement.protection add column held_until date;
alter table enforcement.protection add column held_why text;
alter table enforcement.protection add column cost_appeal_until date;
alter table enforcement.protection add column cost_appeal_why text;
alter table enforcement.protection_subject add column works_pence integer;
alter table enforcement.protection_subject add constraint protection_subject_works check (works_pence > 0);

comment on column enforcement.protection.remedy_by is 'Last day for what a court ordered to be done after a conviction (s.49).';
comment on column enforcement.protection.forfeited_on is 'Day on which a court ordered something forfeited (s.50).';
comment on column enforcement.protection.seized_on is 'Day on which something was seized by a warrant (s.51) and is held; empty once it was given back.';
comment on column enforcement.protection.held_until is 'Last day on which what was seized may be kept where no proceedings run (s.51).';
comment on column enforcement.protection.held_why is 'How that day was counted.';
comment on column enforcement.protection.cost_appeal_until is 'Last day of an appeal against the cost of works (s.47).';
comment on column enforcement.protection.cost_appeal_why is 'How that day was counted.';
comment on column enforcement.protection_subject.works_pence is 'Cost of works that the council notified (s.47), in pence. The agency''s own.';
