-- Why: a partner stops keeping a list. Its entry in the inventory is closed, with who and why, and can be opened again.
-- Locks: linkage.list for a moment. Takes: milliseconds.
alter table linkage.list add column closed_by uuid references directory.officer;
alter table linkage.list add column close_reason text;
alter table linkage.list add constraint list_closed_why check ((closed_at is null) = (close_reason is null));
comment on column linkage.list.closed_at is 'From then on no file is taken for it. Its rows stay as they are until a load is undone. Empty again when it is opened again.';
comment on column linkage.list.close_reason is 'Why it was closed, in words.';
