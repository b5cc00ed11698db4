-- Why: a form that was sent twice, or by two at once, made two plans, sessions, notes or findings.
-- Locks: share on four small tables, for milliseconds. Takes: milliseconds.
create unique index plan_once_idx on jet.plan (agency_id, team_id, from_on, upper(title)) where status = 'open';
create unique index course_once_idx on jet.course (agency_id, on_day, upper(title));
create unique index note_once_idx on jet.note (agency_id, upper(title)) where status <> 'replaced';
create unique index review_once_idx on jet.review (agency_id, team_id, from_on, to_on, md5(finding));
