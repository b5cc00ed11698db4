-- Why: a file of outlines is looked at before its areas are made. Locks: nothing that exists. Takes: milliseconds.
create table directory.area_draft (
  id uuid primary key,
  officer_id uuid not null references directory.officer,
  made_at timestamptz not null,
  kind text not null,
  parent_code text,
  starts_on date not null,
  areas jsonb not null,
  rejected jsonb not null
);
comment on table directory.area_draft is 'Areas read from a file and not made yet, for the preview. Holds outlines, no personal data. Retention: 7 days.';
grant select, insert, delete on directory.area_draft to bailiwick_tech;
