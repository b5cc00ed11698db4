-- Why: the address of a marker is read when it is held against another, so that one better reading holds for every marker at
-- once; the form that was kept beside it met an address in one writing only, and nobody reads it any more.
-- Also says what the policy of agreements does: its first comment told of days, which it does not look at.
-- Locks: assurance.marker for a moment. Takes: milliseconds.
alter table assurance.marker drop constraint marker_is_about_somewhere;
alter table assurance.marker drop column address_key;
alter table assurance.marker add constraint marker_is_about_somewhere check (about <> 'address' or address <> '');
comment on column assurance.marker.address is 'As it was written; read with the postcode when it is held against another.';
comment on policy marker_agreed on assurance.marker is 'Another agency''s markers are open to whoever it has, had or will have an agreement with. On which days it runs is looked at by the application, whose clock is the system''s: it shows the markers of running agreements alone.';
