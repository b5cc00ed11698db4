-- Why: what is attached to an e-mail that the unit puts in is kept as evidence: its bytes as they came, their hash, and what they are by
-- their own first bytes. Nothing of it is opened; what would run is not kept, and stands there by its name and hash alone.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.attachment (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  feed_file_id uuid not null references intelligence.feed_file,
  item_id uuid references intelligence.item,
  position smallint not null,
  name text not null,
  said_type text not null,
  found_type text not null,
  bytes integer not null,
  sha256 text not null,
  state text not null constraint attachment_state check (state in ('kept', 'marked', 'refused')),
  why text not null default '',
  content bytea,
  constraint attachment_refused_empty check ((state = 'refused') = (content is null)),
  constraint attachment_marked_why check (state = 'kept' or why <> ''),
  constraint attachment_position_key unique (feed_file_id, position)
);
create index attachment_item_idx on intelligence.attachment (item_id) where item_id is not null;
comment on table intelligence.attachment is 'A file that was attached to an e-mail of the queue, as it came. The intelligence side alone. Retention: as the item; without one, as the file of the feed.';
comment on column intelligence.attachment.said_type is 'What the e-mail says that it is.';
comment on column intelligence.attachment.found_type is 'What its first bytes say that it is, a code of attachment.rules.ts.';
alter table intelligence.attachment enable row level security;
alter table intelligence.attachment force row level security;
create policy attachment_seed on intelligence.attachment for all to current_user using (true) with check (true);
create policy attachment_own on intelligence.attachment for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
create policy attachment_closed on intelligence.attachment as restrictive for select to bailiwick_intel
  using (item_id is null or item_id <> all ((select intelligence.closed_to_viewer())::uuid[]));
create policy attachment_closed_delete on intelligence.attachment as restrictive for delete to bailiwick_intel using (item_id is null);
grant select, insert, delete, update (item_id) on intelligence.attachment to bailiwick_intel;
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('intelligence-item', 11, 'intelligence.attachment', 'item_id = any ($1)', 'delete', '{}'),
  ('intelligence-feed', 3, 'intelligence.attachment', 'feed_file_id = any ($1) and item_id is null', 'delete', '{}');
