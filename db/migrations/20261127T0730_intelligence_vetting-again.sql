-- Why: the unit sees how many other requests name one of the same, so that asking again and again is seen.
-- Locks: share on dissemination.vetting_subject, for milliseconds. Takes: milliseconds.
create index vetting_subject_key_idx on dissemination.vetting_subject (key_kind, key_value) where key_value is not null;
