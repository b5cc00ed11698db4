-- Why: a breach of a community protection notice is an offence (s.48), and a court may be asked without a fixed penalty first. The
-- file ended with the breach; it now says that the court was asked and what it decided.
-- Locks: one table for an instant. Takes: milliseconds.
alter table enforcement.protection drop constraint protection_status;
alter table enforcement.protection add constraint protection_status check (status in ('drafted', 'warned', 'complied',
  'not-complied', 'notice-served', 'appealed', 'varied', 'breached', 'prosecuted', 'convicted', 'acquitted', 'discharged', 'void'));
alter table enforcement.protection add column prosecuted_on date;
comment on column enforcement.protection.prosecuted_on is 'When the court was asked to try the breach: the information laid, or the charge and requisition issued.';
alter table enforcement.protection add column tried_on date;
comment on column enforcement.protection.tried_on is 'When the court decided, or the prosecution was withdrawn.';
alter table enforcement.protection add constraint protection_prosecution_of_a_breach
  check (prosecuted_on is null or (breached_on is not null and prosecuted_on >= breached_on));
alter table enforcement.protection add column verdict text
  constraint protection_verdict check (verdict in ('convicted', 'acquitted'));
comment on column enforcement.protection.verdict is 'What the court decided; it stays when the file ends. Of whoever was acquitted no breach is counted or published.';
