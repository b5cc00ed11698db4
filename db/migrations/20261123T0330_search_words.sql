-- Why: tasks, penalties, decisions and agenda items are found by their words too; reading each text anew cost 40
-- microseconds a row.
-- Locks: the four tables while their rows are written again. Takes: well under a second for tens of thousands of rows.
alter table tasking.task add column search tsvector generated always as (
  to_tsvector('english', reference || ' ' || title || ' ' || expected || ' ' || coalesce(result_words, ''))) stored;
alter table tasking.decision add column search tsvector generated always as (to_tsvector('english', words)) stored;
alter table tasking.agenda_item add column search tsvector generated always as (to_tsvector('english', title)) stored;
alter table enforcement.penalty add column search tsvector generated always as (
  to_tsvector('english', reference || ' ' || replace(offence, '-', ' ') || ' ' || coalesce(place_words, ''))) stored;
-- Row-level security reads tasks, decisions and items one by one before it lets an index of words near them.
create index penalty_search_gin on enforcement.penalty using gin (search);
