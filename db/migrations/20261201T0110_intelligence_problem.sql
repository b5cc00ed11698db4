-- Why: a problem profile is a product of the unit about a kind of harm in an area and a period. It leaves as a package does, by the same tables, with
-- figures beside its words; and whoever reads a product says how useful it was.
-- Locks: intelligence.draft, dissemination.package and dissemination.package_text, for milliseconds. Takes: milliseconds.
alter table intelligence.draft
  add column product text not null default 'package' constraint draft_product check (product in ('package', 'problem-profile')),
  add column recommendations text not null default '',
  add column priority_id uuid,
  add constraint draft_priority foreign key (priority_id, agency_id) references intelligence.priority (id, agency_id);
create index draft_priority_idx on intelligence.draft (priority_id) where priority_id is not null;
comment on column intelligence.draft.priority_id is 'The priority of the control strategy that it answers; of the version that held when it was drafted.';
alter table dissemination.package
  add column product text not null default 'package' constraint package_product check (product in ('package', 'problem-profile'));
alter table dissemination.package_text drop constraint package_text_part;
alter table dissemination.package_text add constraint package_text_part
  check (part in ('title', 'harm', 'text', 'prevention', 'intelligence', 'enforcement', 'gaps', 'recommendations', 'safety'));

create table intelligence.problem (
  draft_id uuid primary key references intelligence.draft,
  agency_id uuid not null references directory.agency,
  kind text not null,
  districts text[] not null default '{}',
  from_month date not null,
  to_month date not null,
  metres smallint not null constraint problem_metres check (metres > 0),
  series_id uuid not null,
  number integer not null constraint problem_number check (number > 0),
  constraint problem_period check (to_month >= from_month)
);
create index problem_series_idx on intelligence.problem (series_id, number);
comment on table intelligence.problem is 'What a problem profile counts: a kind of harm, districts or all, whole months, the side of a square of its map; and which version of the same profile it is. The intelligence side alone. Retention: as the draft.';
comment on column intelligence.problem.from_month is 'First day of the first month.';
comment on column intelligence.problem.to_month is 'First day of the last month.';
comment on column intelligence.problem.series_id is 'The draft of its first version.';
alter table intelligence.problem enable row level security;
alter table intelligence.problem force row level security;
create policy problem_seed on intelligence.problem for all to current_user using (true) with check (true);
create policy problem_own on intelligence.problem for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
grant select, insert on intelligence.problem to bailiwick_intel;

create table dissemination.package_figures (
  package_id uuid primary key references dissemination.package,
  agency_id uuid not null references directory.agency,
  figures jsonb not null
);
comment on table dissemination.package_figures is 'The figures of a problem profile as they left: small numbers are not in them, and no record, person or address is. Shown to a recipient who acknowledged its conditions; never changed. Retention: as the package.';
create table dissemination.usefulness (
  package_id uuid not null references dissemination.package,
  officer_id uuid not null references directory.officer,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  score smallint not null constraint usefulness_score check (score between 1 and 5),
  words text not null default '',
  primary key (package_id, officer_id)
);
comment on table dissemination.usefulness is 'How useful a reader found a product, 1 to 5, with words. Their own may be said anew. Retention: as the package; the score stays to be counted.';

do $$
declare name text;
begin
  foreach name in array array['package_figures', 'usefulness'] loop
    execute format('alter table dissemination.%I enable row level security', name);
    execute format('alter table dissemination.%I force row level security', name);
    execute format('create policy %I on dissemination.%I for all to current_user using (true) with check (true)', name || '_seed', name);
  end loop;
end $$;
create policy package_figures_unit on dissemination.package_figures for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy package_figures_acknowledged on dissemination.package_figures for select to bailiwick_ops
  using (exists (select 1 from dissemination.acknowledgement k where k.package_id = package_figures.package_id));
create policy usefulness_unit on dissemination.usefulness for select to bailiwick_intel
  using (exists (select 1 from dissemination.package p where p.id = package_id));
create policy usefulness_own on dissemination.usefulness for all to bailiwick_ops
  using (officer_id = (select platform.viewer_text('officer')::uuid) and exists (select 1 from dissemination.acknowledgement k where k.package_id = usefulness.package_id))
  with check (officer_id = (select platform.viewer_text('officer')::uuid) and agency_id = (select platform.viewer_agency())
    and exists (select 1 from dissemination.acknowledgement k where k.package_id = usefulness.package_id));
grant select, insert on dissemination.package_figures to bailiwick_intel;
grant select on dissemination.package_figures to bailiwick_ops;
grant select on dissemination.usefulness to bailiwick_intel;
grant select, insert, update (at, score, words) on dissemination.usefulness to bailiwick_ops;

-- They go with the package that they belong to.
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('intelligence-package', 8, 'intelligence.problem', 'draft_id = any ($1)', 'delete', '{}'),
  ('intelligence-package', 9, 'dissemination.package_figures', 'package_id = any ($1)', 'delete', '{}'),
  ('intelligence-package', 10, 'dissemination.usefulness', 'package_id = any ($1)', 'empty', array['words = ''''']);
update governance.part set columns = columns || array['recommendations = '''''] where kind = 'intelligence-package' and relation = 'intelligence.draft';
