-- Why: how alike the names of two firms must be to be put to a person is a number that the partnership sets, as the others.
-- Also mends two comments that said what is not so.
-- Locks: linkage.rule for a moment. Takes: milliseconds.
alter table linkage.rule drop constraint rule_name;
alter table linkage.rule add constraint rule_name check (name in ('propose', 'firm-names', 'second-share'));
comment on table linkage.list_load_file_part is 'The file itself, in pieces. Retention: 30 days after it was loaded, or after it was given where it was not; at once when it is put away.';
comment on column linkage.list_entry.fields is 'The row under the engine''s names of fields: forename and surname, or name where the list gives it whole, dateOfBirth, address, postcode, phone, email.';
comment on table assurance.screening is 'That somebody screened before a visit, for what, when, and what kind of answer came: each time an officer asks, an empty answer too; where the system came round, only if something new was met or the last one had grown old. Holds no name and no address. Retention: 6 years.';
