-- Why: what shows a step of an abandoned vehicle was words alone, and the notebook held the photographs. Pictures are kept with the file,
-- without what the camera wrote into them, and go with it.
-- Locks: nothing that holds rows. Takes: milliseconds.
create table enforcement.abandoned_photo (
  id uuid primary key,
  abandoned_id uuid not null references enforcement.abandoned (id),
  agency_id uuid not null references directory.agency (id),
  taken_on date not null,
  words text not null,
  name text not null,
  file_id uuid not null,
  added_by uuid references directory.officer (id),
  added_at timestamptz not null
);
create index abandoned_photo_idx on enforcement.abandoned_photo (abandoned_id, taken_on, added_at);
comment on table enforcement.abandoned_photo is 'Photographs of a vehicle, for the agency that opened its file alone. Retention: as the file.';
comment on column enforcement.abandoned_photo.file_id is 'The picture, a platform.file; held until a scanner has passed it.';

do $$
declare
  mine constant text := 'agency_id = (select platform.viewer_agency())';
  roles constant text := 'string_to_array((select platform.viewer_text(''roles'')), '','')';
begin
  alter table enforcement.abandoned_photo enable row level security;
  alter table enforcement.abandoned_photo force row level security;
  create policy abandoned_photo_seed on enforcement.abandoned_photo for all to current_user using (true) with check (true);
  execute format('create policy abandoned_photo_read on enforcement.abandoned_photo for select to bailiwick_ops using (%s and %s && %s)', mine, roles,
    '''{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}''');
  execute format('create policy abandoned_photo_written on enforcement.abandoned_photo for insert to bailiwick_ops with check (%s and %s && %s)', mine, roles,
    '''{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}''');
end $$;
grant select, insert on enforcement.abandoned_photo to bailiwick_ops;

-- A picture that is evidence is read on the connection of operations with its row alone, which is its agency's.
alter table platform.file enable row level security;
alter table platform.file force row level security;
create policy file_seed on platform.file for all to current_user using (true) with check (true);
create policy file_worker on platform.file for all to bailiwick_worker using (true) with check (true);
create policy file_added on platform.file for insert to bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_public with check (true);
create policy file_report on platform.file for select to bailiwick_ops, bailiwick_intel, bailiwick_safeguard using (owner_kind = 'report');
create policy file_evidence on platform.file for select to bailiwick_ops using (case owner_kind
  when 'abandoned-photo' then exists (select 1 from enforcement.abandoned_photo e where e.id = owner_id)
  when 'penalty-evidence' then exists (select 1 from enforcement.penalty_evidence e where e.id = owner_id)
  when 'protection-evidence' then exists (select 1 from enforcement.protection_evidence e where e.id = owner_id)
  else false end);

update governance.part set position = position + 2 where kind = 'abandoned' and position = 8;
update governance.part set position = position + 2 where kind = 'abandoned' and position = 7;
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('abandoned', 7, 'platform.file', 'owner_kind = ''abandoned-photo'' and owner_id in (select p.id from enforcement.abandoned_photo p where p.abandoned_id = any ($1))', 'delete', '{}'),
  ('abandoned', 8, 'enforcement.abandoned_photo', 'abandoned_id = any ($1)', 'delete', '{}');
