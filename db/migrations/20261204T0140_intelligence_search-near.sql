-- Why: letters that are near from 0.45 on had too much to be weighed among 590,000 names. From a half on one wrong letter in nine is still found.
-- Locks: none. Takes: milliseconds.
alter function intelligence.items_alike(text, integer) set pg_trgm.word_similarity_threshold = 0.5;
alter function intelligence.named_alike(text, text[], text[], integer) set pg_trgm.word_similarity_threshold = 0.5;
