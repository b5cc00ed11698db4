-- Why: an objection that was lifted and a claim that was refused left no day on the file, so that a removal or a disposal could be written
-- down as before them.
-- Locks: enforcement.abandoned for an instant. Takes: milliseconds.
alter table enforcement.abandoned add stands_since date;
comment on column enforcement.abandoned.stands_since is 'Day of the last step: the next one cannot have been before.';
