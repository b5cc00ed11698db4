-- Why: «only with the police» was met by any companion's name. A precaution can ask for the police, the register can note
-- such a one itself, and a visit says whether whoever goes along is of the police.
-- Locks: safeguarding.visit and safeguarding.precaution for an instant. Takes: milliseconds.
alter table safeguarding.precaution drop constraint precaution_kind;
alter table safeguarding.precaution add constraint precaution_kind
  check (kind in ('two-officers', 'with-police', 'no-visit', 'call-first', 'other'));
alter table safeguarding.visit
  add column companion_is text not null default 'anybody' constraint visit_companion_is check (companion_is in ('anybody', 'police')),
  add column needs_police boolean not null default false,
  add constraint visit_never_without_police check (not needs_police or (companion <> '' and companion_is = 'police'));
comment on column safeguarding.visit.companion_is is 'What is said of whoever goes along: of the police, or anybody.';
