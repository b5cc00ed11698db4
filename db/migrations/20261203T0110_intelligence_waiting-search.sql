-- Why: a common word among the items that wait read every waiting item of the unit with its words, or thousands with the word to keep a
-- hundred. An index of the words of what waits alone is small (a hundredth of the other's size) and answers with those and no more.
-- Locks: intelligence.item against writing while the index is made. Takes: the reading of the table once, and of the words of what waits:
-- 0.2 s for 300,000 items of which 2,000 wait.
create index item_waiting_search_idx on intelligence.item using gin (search) where status in ('received', 'returned');
