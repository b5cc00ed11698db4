-- Why: what the unit keeps on its watchlist about somebody, and what it found for a commission, is data about them like an item, and stood on no
-- schedule when they asked for their own data or a case went to court. A line can name either. That somebody is watched for stays with whoever
-- keeps the entry and the manager: so does a line that says so, and so does the printed schedule, which the manager alone opens.
-- Locks: intelligence.enquiry_line and intelligence.enquiry_document for milliseconds. Takes: milliseconds.
alter table intelligence.enquiry_line
  add column watch_id uuid references intelligence.watch on delete set null,
  -- Stays when the entry goes.
  add column is_watch boolean not null default false,
  add column commission_id uuid references dissemination.commission,
  add constraint enquiry_line_watch check (watch_id is null or is_watch),
  add constraint enquiry_line_one check (num_nonnulls(item_id, watch_id, commission_id) <= 1);
create index enquiry_line_watch_idx on intelligence.enquiry_line (watch_id) where watch_id is not null;
comment on column intelligence.enquiry_line.is_watch is 'Whether it tells of an entry of the watchlist: for whoever made the line and the manager alone.';
create policy enquiry_line_watch on intelligence.enquiry_line as restrictive for select to bailiwick_intel
  using (not is_watch or (select intelligence.is_manager()) or made_by = (select nullif(platform.viewer_text('officer'), '')::uuid));
create policy enquiry_line_watch_off on intelligence.enquiry_line as restrictive for delete to bailiwick_intel
  using (not is_watch or (select intelligence.is_manager()) or made_by = (select nullif(platform.viewer_text('officer'), '')::uuid));
create policy enquiry_line_watch_on on intelligence.enquiry_line as restrictive for insert to bailiwick_intel
  with check (watch_id is null or exists (select 1 from intelligence.watch w where w.id = watch_id));
create policy enquiry_document_manager on intelligence.enquiry_document as restrictive for select to bailiwick_intel
  using ((select intelligence.is_manager()));
