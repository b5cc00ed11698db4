-- Why: what crosses the wall. A package is drafted on the intelligence side from text that may cross, authorised by the
-- manager, and copied at that moment into tables that its recipients may read: the row for them, the words only for the one
-- who acknowledged the conditions. Answers and outcomes come back to the package, never to a source.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.draft (
  id uuid primary key,
  reference text not null constraint draft_reference_key unique,
  agency_id uuid not null references directory.agency,
  title text not null,
  harm text not null default '',
  prevention text not null default '',
  intelligence text not null default '',
  enforcement text not null default '',
  gaps text not null default '',
  safety text not null default '',
  gateway text not null,
  purpose text not null,
  deadline date not null,
  conditions text[] not null default '{}',
  agency_ids uuid[] not null default '{}',
  officer_ids uuid[] not null default '{}',
  state text not null default 'draft' constraint draft_state check (state in ('draft', 'discarded', 'released')),
  drafted_at timestamptz not null,
  drafted_by uuid not null references directory.officer,
  decided_at timestamptz,
  decided_by uuid references directory.officer,
  version integer not null default 1,
  constraint draft_recipients check (cardinality(agency_ids) + cardinality(officer_ids) > 0)
);
create index draft_agency_idx on intelligence.draft (agency_id, drafted_at desc);
comment on table intelligence.draft is 'A package as the unit drafts it. The intelligence side alone. Retention: 6 years after the last outcome.';

create table intelligence.draft_paragraph (
  draft_id uuid not null references intelligence.draft,
  paragraph_id uuid not null references intelligence.paragraph,
  agency_id uuid not null references directory.agency,
  position smallint not null,
  primary key (draft_id, paragraph_id)
);
create index draft_paragraph_paragraph_idx on intelligence.draft_paragraph (paragraph_id);
comment on table intelligence.draft_paragraph is 'Which paragraphs a package is made from: read on the intelligence side to follow an outcome back to items, never copied. Retention: as the draft.';

create table dissemination.package (
  id uuid primary key,
  reference text not null constraint package_reference_key unique,
  agency_id uuid not null references directory.agency,
  gateway text not null,
  purpose text not null,
  deadline date not null,
  conditions text[] not null,
  cleared text[] not null default '{}',
  conditions_words text not null,
  agency_ids uuid[] not null,
  officer_ids uuid[] not null,
  released_at timestamptz not null,
  released_by uuid not null references directory.officer
);
create index package_agencies_idx on dissemination.package using gin (agency_ids);
create index package_officers_idx on dissemination.package using gin (officer_ids);
create index package_unit_idx on dissemination.package (agency_id, released_at desc);
comment on table dissemination.package is 'The record of a dissemination: by which gateway, for what, to whom, on which conditions, until when it is to be answered. Holds none of its words. Retention: 6 years after the last outcome.';
comment on column dissemination.package.conditions is 'Codes of conditions that the system itself keeps: what they forbid is refused until the unit clears them.';

create table dissemination.acknowledgement (
  package_id uuid not null references dissemination.package,
  officer_id uuid not null references directory.officer,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  primary key (package_id, officer_id)
);
comment on table dissemination.acknowledgement is 'That somebody acknowledged the conditions of a package, before they were shown its words. Retention: as the package.';

create table dissemination.package_text (
  package_id uuid not null references dissemination.package,
  agency_id uuid not null references directory.agency,
  part text not null constraint package_text_part check (part in ('title', 'harm', 'text', 'prevention', 'intelligence', 'enforcement', 'gaps', 'safety')),
  position smallint not null,
  words text not null,
  primary key (package_id, part, position)
);
comment on table dissemination.package_text is 'The words of a package: sanitised text alone. Shown to a recipient who acknowledged its conditions. Retention: as the package.';

create table dissemination.answer (
  package_id uuid not null references dissemination.package,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  at timestamptz not null,
  answer text not null constraint answer_answer check (answer in ('accepted', 'rejected')),
  reason text not null default '',
  is_late boolean not null,
  case_id uuid,
  primary key (package_id, agency_id),
  constraint answer_reason check (answer <> 'rejected' or reason <> '')
);
comment on table dissemination.answer is 'Whether an agency takes a package on, with the reason where it does not. Retention: as the package.';

create table dissemination.outcome (
  id uuid primary key,
  package_id uuid not null references dissemination.package,
  agency_id uuid not null references directory.agency,
  officer_id uuid not null references directory.officer,
  at timestamptz not null,
  result text not null constraint outcome_result check (result in ('result', 'used', 'not-used', 'wrong')),
  words text not null
);
create index outcome_package_idx on dissemination.outcome (package_id, at desc);
comment on table dissemination.outcome is 'What came of a package, told to the package and never to a source. Retention: as the package.';

do $$
declare name text;
begin
  foreach name in array array['draft', 'draft_paragraph'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
  end loop;
  foreach name in array array['package', 'package_text', 'acknowledgement', 'answer', 'outcome'] loop
    execute format('alter table dissemination.%I enable row level security', name);
    execute format('alter table dissemination.%I force row level security', name);
    execute format('create policy %I on dissemination.%I for all to current_user using (true) with check (true)', name || '_seed', name);
  end loop;
end $$;

-- The unit reads what it released and what comes back.
create policy package_unit on dissemination.package for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy package_text_unit on dissemination.package_text for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy acknowledgement_unit on dissemination.acknowledgement for select to bailiwick_intel
  using (exists (select 1 from dissemination.package p where p.id = package_id));
create policy answer_unit on dissemination.answer for select to bailiwick_intel
  using (exists (select 1 from dissemination.package p where p.id = package_id));
create policy outcome_unit on dissemination.outcome for select to bailiwick_intel
  using (exists (select 1 from dissemination.package p where p.id = package_id));

-- A recipient reads the row; the words only once they have acknowledged; what they write is their own.
create policy package_recipient on dissemination.package for select to bailiwick_ops
  using ((select platform.viewer_agency()) = any (agency_ids) or (select platform.viewer_text('officer')::uuid) = any (officer_ids));
create policy acknowledgement_own on dissemination.acknowledgement for all to bailiwick_ops
  using (officer_id = (select platform.viewer_text('officer')::uuid) and exists (select 1 from dissemination.package p where p.id = package_id))
  with check (officer_id = (select platform.viewer_text('officer')::uuid) and exists (select 1 from dissemination.package p where p.id = package_id));
create policy package_text_acknowledged on dissemination.package_text for select to bailiwick_ops
  using (exists (select 1 from dissemination.acknowledgement k where k.package_id = package_text.package_id));
create policy answer_own on dissemination.answer for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and exists (select 1 from dissemination.acknowledgement k where k.package_id = answer.package_id))
  with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from dissemination.acknowledgement k where k.package_id = answer.package_id));
create policy outcome_own on dissemination.outcome for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and exists (select 1 from dissemination.acknowledgement k where k.package_id = outcome.package_id))
  with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from dissemination.acknowledgement k where k.package_id = outcome.package_id));

grant select, insert on intelligence.draft, intelligence.draft_paragraph to bailiwick_intel;
grant update (state, decided_at, decided_by, version) on intelligence.draft to bailiwick_intel;
grant select, insert on dissemination.package, dissemination.package_text to bailiwick_intel;
grant update (conditions, cleared) on dissemination.package to bailiwick_intel;
grant select on dissemination.acknowledgement, dissemination.answer, dissemination.outcome to bailiwick_intel;
grant select on dissemination.package, dissemination.package_text to bailiwick_ops;
grant select, insert on dissemination.acknowledgement, dissemination.answer, dissemination.outcome to bailiwick_ops;
