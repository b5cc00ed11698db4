-- Why: a photograph in evidence says by itself when and where it was taken. The bytes are kept as they came, so that their hash is that of
-- what was taken; what the camera told now stands beside the day of the upload, for whoever reads the evidence, and no longer in a copy that is shown.
-- Locks: the two tables, for milliseconds: columns without a default.
alter table enforcement.penalty_evidence
  add column camera_at text constraint penalty_evidence_camera check (camera_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),
  add column camera_lon double precision,
  add column camera_lat double precision;
alter table enforcement.protection_evidence
  add column camera_at text constraint protection_evidence_camera check (camera_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),
  add column camera_lon double precision,
  add column camera_lat double precision;
comment on column enforcement.penalty_evidence.camera_at is 'When a photograph was taken by its camera''s own clock, which names no zone.';
comment on column enforcement.penalty_evidence.camera_lon is 'Where it was taken as the camera told; shown to nobody where an address must stay hidden.';
comment on column enforcement.protection_evidence.camera_at is 'When a photograph was taken by its camera''s own clock, which names no zone.';
comment on column enforcement.protection_evidence.camera_lon is 'Where it was taken as the camera told; shown to nobody where an address must stay hidden.';
