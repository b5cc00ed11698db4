-- Why: what follows an encampment as records: the fly-tip that its waste is, how easily the land is come onto (by a matrix of the agency's own), measures
-- with an owner, and the debrief with roles, complaints and what changes in the policy.
-- Locks: enforcement.encampment while its pairs of id and agency are indexed. Takes: milliseconds at the size of a county.
alter table enforcement.encampment add constraint encampment_of_agency_key unique (id, agency_id);
create table enforcement.encampment_after (
  encampment_id uuid primary key,
  agency_id uuid not null references directory.agency,
  waste_report_id uuid,
  answers jsonb not null default '[]',
  score smallint,
  band text constraint encampment_after_band check (band in ('low', 'medium', 'high')),
  roles_words text,
  complaints smallint constraint encampment_after_complaints check (complaints >= 0),
  complaint_words text,
  policy_words text,
  policy_updated_on date,
  written_by uuid,
  written_at timestamptz not null,
  version integer not null default 1,
  constraint encampment_after_scored check ((score is null) = (band is null)),
  constraint encampment_after_of_agency_fkey foreign key (encampment_id, agency_id) references enforcement.encampment (id, agency_id)
);
comment on table enforcement.encampment_after is 'What follows an encampment: its waste, the score of the land and the debrief, for the agency that answers alone. About land and work, never about who was there. Retention: as the file.';
comment on column enforcement.encampment_after.answers is 'Each item of the matrix as it was asked, with its score from 0 to 3.';
comment on column enforcement.encampment_after.waste_report_id is 'The report of fly-tipping that the waste is, shown to those who may see that report.';

create table enforcement.encampment_measure (
  id uuid primary key,
  encampment_id uuid not null,
  agency_id uuid not null references directory.agency,
  words text not null,
  owner_id uuid not null references directory.officer,
  due_on date not null,
  done_on date,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint encampment_measure_of_agency_fkey foreign key (encampment_id, agency_id) references enforcement.encampment (id, agency_id)
);
create index encampment_measure_idx on enforcement.encampment_measure (encampment_id, due_on);
comment on table enforcement.encampment_measure is 'A measure that makes land harder to come onto, with who sees to it until when. Retention: as the file.';

create table enforcement.site_matrix (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  version integer not null,
  items jsonb not null,
  medium_from smallint not null,
  high_from smallint not null,
  reason text not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint site_matrix_version_key unique (agency_id, version),
  constraint site_matrix_bands check (0 < medium_from and medium_from < high_from)
);
comment on table enforcement.site_matrix is 'What an agency asks of land to score how easily it is come onto, in versions. Retention: kept, it is about nobody.';

do $$
declare
  fenced text;
  mine constant text := 'agency_id = (select platform.viewer_agency())';
  roles constant text := 'string_to_array((select platform.viewer_text(''roles'')), '','')';
  workers constant text := '''{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}''';
  officers constant text := '''{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}''';
begin
  foreach fenced in array array['encampment_after', 'encampment_measure', 'site_matrix'] loop
    execute format('alter table enforcement.%I enable row level security', fenced);
    execute format('alter table enforcement.%I force row level security', fenced);
    execute format('create policy %I on enforcement.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
    execute format('create policy %I on enforcement.%I for select to bailiwick_ops using (%s and %s && %s)', fenced || '_read', fenced, mine, roles, workers);
    execute format('create policy %I on enforcement.%I for insert to bailiwick_ops with check (%s and %s && %s)', fenced || '_written', fenced, mine, roles, officers);
    execute format('create policy %I on enforcement.%I for update to bailiwick_ops using (%3$s and %4$s && %5$s) with check (%3$s and %4$s && %5$s)', fenced || '_changed', fenced, mine, roles, officers);
  end loop;
end $$;
grant select, insert, update on enforcement.encampment_after, enforcement.encampment_measure to bailiwick_ops;
grant select, insert on enforcement.site_matrix to bailiwick_ops;
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('encampment', 90, 'enforcement.encampment_after', 'encampment_id = any ($1)', 'delete', '{}'),
  ('encampment', 91, 'enforcement.encampment_measure', 'encampment_id = any ($1)', 'delete', '{}');
