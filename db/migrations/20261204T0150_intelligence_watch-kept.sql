-- Why: an entry of a watchlist is looked for among those that somebody keeps, so that a colleague's takes as long as none.
-- Locks: none for long. Takes: milliseconds.
create index watch_kept_idx on intelligence.watch (agency_id, kept_by);
