-- Why: four eyes. A package is authorised by somebody other than whoever drafted it, and by somebody who is named: where one
-- person holds both roles, nobody else would have looked at words that cannot be called back.
-- Locks: intelligence.draft, to read it once. Takes: seconds at the most. What left before this day stays as it was and is
-- not held against the rule (not valid); every row that is written from now on is.
alter table intelligence.draft add constraint draft_four_eyes
  check (state <> 'released' or (decided_by is not null and decided_by <> drafted_by)) not valid;
