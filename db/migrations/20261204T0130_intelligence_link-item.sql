-- Why: the links of what is closed to somebody are looked for at each profile, and no index gave all links of an item: with 590,000 links in the
-- unit each was read, 50 ms at the least, and 19 s before 20261204T0110.
-- Locks: intelligence.link against writing while the index is made. Takes: half a second for 600,000 links.
create index link_item_idx on intelligence.link (item_id);
