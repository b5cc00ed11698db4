-- Why: an appeal against a closure order, or against its refusal, is steps with its own hearing, which may be put off, and no longer an ending alone.
-- Locks: enforcement.closure for an instant; columns may be empty. Takes: milliseconds.
alter table enforcement.closure add column appealed_on date, add column appeal_hearing_on date, add column appeal_decided_on date,
  add constraint closure_appeal_after_decision check (appealed_on is null or appeal_until is not null),
  add constraint closure_appeal_decided_after check (appeal_decided_on is null or appeal_decided_on >= appealed_on);
comment on column enforcement.closure.appealed_on is 'Day of the last appeal to the Crown Court.';
comment on column enforcement.closure.appeal_hearing_on is 'Day on which that appeal is heard, as it was last set or put off.';
comment on column enforcement.closure.appeal_decided_on is 'Day on which that appeal was decided or withdrawn; null while it waits.';
