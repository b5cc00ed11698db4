-- Why: a statement without a condition reads nothing, so no policy of reading stops it: one could have led the attachments of closed items
-- to another item, and read them there. What is closed is not written over.
-- Locks: nothing for long. Takes: milliseconds.
create policy attachment_closed_change on intelligence.attachment as restrictive for update to bailiwick_intel
  using (item_id is null or item_id <> all ((select intelligence.closed_to_viewer())::uuid[]));
create policy watch_hit_closed_change on intelligence.watch_hit as restrictive for update to bailiwick_intel
  using (item_id <> all ((select intelligence.closed_to_viewer())::uuid[]));
-- Likewise who is a member of a group, and what a check came to.
create policy ocg_member_closed_change on intelligence.ocg_member as restrictive for update to bailiwick_intel
  using (link_id is null or link_id <> all ((select intelligence.links_closed_to_viewer())::uuid[]));
create policy external_check_closed_change on intelligence.external_check as restrictive for update to bailiwick_intel
  using (link_id is null or link_id <> all ((select intelligence.links_closed_to_viewer())::uuid[]));
