-- Why: officers work where there is no network. What they write there is delivered later, once, and nobody else on their telephone reads it.
-- Locks: none on existing tables. Takes: milliseconds.
create schema field;
grant usage on schema field to bailiwick_ops, bailiwick_worker;

create table field.capture (
  officer_id uuid not null references directory.officer,
  id uuid not null,
  agency_id uuid not null references directory.agency,
  kind text not null constraint capture_kind check (kind in ('notice', 'time', 'patrol', 'stop', 'task-note', 'task-result')),
  captured_at timestamptz not null,
  body_sha256 text not null,
  delivered_at timestamptz not null,
  record_kind text not null,
  record_id uuid not null,
  reference text not null,
  words text not null,
  href text not null,
  -- The id is the telephone's: two people's telephones may make the same one, and neither learns of the other's.
  constraint capture_pkey primary key (officer_id, id)
);
create index capture_delivered_idx on field.capture (delivered_at);
comment on column field.capture.body_sha256 is 'What was delivered, by its hash: the same number with other words is told so and not passed over.';
comment on table field.capture is 'What was written on a telephone and delivered: which record it made, so that the same thing delivered again makes no second. Retention: 1 year after it was delivered.';

create table field.photo (
  officer_id uuid not null references directory.officer,
  id uuid not null,
  agency_id uuid not null references directory.agency,
  media_type text not null,
  sha256 text not null constraint photo_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  received_at timestamptz not null,
  constraint photo_pkey primary key (officer_id, id)
);
create index photo_received_idx on field.photo (received_at);
comment on table field.photo is 'Photographs and signatures that wait for the notice they belong to; they go into its evidence when it is delivered. Retention: 14 days.';

create table field.device_key (
  officer_id uuid primary key references directory.officer,
  agency_id uuid not null references directory.agency,
  secret text not null,
  made_at timestamptz not null
);
comment on table field.device_key is 'What an officer’s telephones seal their unsent work with: given to that officer alone, after signing in. Retention: until the officer has left, and at least 1 year.';

create table field.place_screening (
  officer_id uuid not null references directory.officer,
  on_day date not null,
  place_key text not null,
  agency_id uuid not null references directory.agency,
  screening_id uuid not null,
  constraint place_screening_pkey primary key (officer_id, on_day, place_key)
);
comment on table field.place_screening is 'Which screening answered for a place of an officer’s day, so that looking at the day again screens no place twice. The key is a hash. Retention: 14 days.';

-- Second fence: each officer their own.
create function field.viewer_officer() returns uuid
  language sql stable parallel safe return nullif(platform.viewer_text('officer'), '')::uuid;
do $$
declare fenced text;
begin
  foreach fenced in array array['capture', 'photo', 'device_key', 'place_screening'] loop
    execute format('alter table field.%I enable row level security', fenced);
    execute format('alter table field.%I force row level security', fenced);
    execute format('create policy %I on field.%I for all to current_user using (true) with check (true)', fenced || '_seed', fenced);
    execute format('create policy %I on field.%I for all to bailiwick_ops using (officer_id = (select field.viewer_officer()))
      with check (officer_id = (select field.viewer_officer()) and agency_id = (select platform.viewer_agency()))', fenced || '_own', fenced);
    execute format('create policy %I on field.%I for all to bailiwick_worker using (true) with check (false)', fenced || '_worker', fenced);
  end loop;
end $$;
grant select, insert, update on field.capture to bailiwick_ops;
grant select, insert, delete on field.photo to bailiwick_ops;
grant select, insert on field.device_key, field.place_screening to bailiwick_ops;
-- The worker forgets what is past its time, and reads no content of it.
grant delete, select (officer_id, delivered_at) on field.capture to bailiwick_worker;
grant delete, select (officer_id, received_at) on field.photo to bailiwick_worker;
grant delete, select (officer_id, on_day) on field.place_screening to bailiwick_worker;
