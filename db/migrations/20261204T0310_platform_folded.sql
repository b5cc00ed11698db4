-- Why: «José» did not find «Jose», nor «Lukasz» «Łukasz»: what is searched is now kept and asked without marks on its letters.
-- Locks: reports, cases, penalties, tasks, decisions and items while their words are worked out anew. Takes: a second for tens of
-- thousands of rows; one to two minutes for 270,000 reports.
create function platform.folded(given text) returns text language sql immutable parallel safe strict
  return case when octet_length(given) = char_length(given) then given else
    regexp_replace(normalize(replace(replace(replace(translate(given, 'łŁøØđĐðÐħĦıŧŦ', 'lLoOdDdDhHitT'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), NFKD),
      '[\u0300-\u036F]', '', 'g') end;
comment on function platform.folded is 'A text without accents and strokes on its letters, as a search compares it. What is plain already is left alone.';

drop index records.received_record_label_trgm;
create index received_record_label_trgm on records.received_record using gin (platform.folded(label) public.gin_trgm_ops);

alter table enforcement.case_file drop column search;
alter table enforcement.case_file add column search tsvector generated always as (
  to_tsvector('english', platform.folded(reference || ' ' || title || ' ' || summary))) stored;
create index case_file_search_gin on enforcement.case_file using gin (search);
alter table enforcement.penalty drop column search;
alter table enforcement.penalty add column search tsvector generated always as (
  to_tsvector('english', platform.folded(reference || ' ' || replace(offence, '-', ' ') || ' ' || coalesce(place_words, '')))) stored;
create index penalty_search_gin on enforcement.penalty using gin (search);
alter table tasking.task drop column search;
alter table tasking.task add column search tsvector generated always as (
  to_tsvector('english', platform.folded(reference || ' ' || title || ' ' || expected || ' ' || coalesce(result_words, '')))) stored;
alter table tasking.decision drop column search;
alter table tasking.decision add column search tsvector generated always as (to_tsvector('english', platform.folded(words))) stored;
alter table tasking.agenda_item drop column search;
alter table tasking.agenda_item add column search tsvector generated always as (to_tsvector('english', platform.folded(title))) stored;

alter table intake.report drop column search;
alter table intake.report add column search tsvector generated always as (
  to_tsvector('english', platform.folded(reference || ' ' || issue_type || ' ' || description || ' ' || coalesce(place_words, '') || ' ' || coalesce(postcode, '')))
  || intake.marked(
    to_tsvector('english', platform.folded(reference || ' ' || issue_type || ' ' || description || ' ' || coalesce(place_words, '') || ' ' || coalesce(postcode, ''))),
    case when is_sensitive then 's' || right(service_id::text, 4) else 'o' || right(owner_agency_id::text, 4) end)
  || case when is_sensitive or received_by_agency_id = owner_agency_id then ''::tsvector else intake.marked(
    to_tsvector('english', platform.folded(reference || ' ' || issue_type || ' ' || description || ' ' || coalesce(place_words, '') || ' ' || coalesce(postcode, ''))),
    't' || right(received_by_agency_id::text, 4)) end
) stored;
create index report_search_gin on intake.report using gin (search);
comment on column intake.report.search is 'The words of a report by their stems, without accents; and once more, each behind the mark of whom the policy shows it to: of an ordinary one its owner and its taker, of a sensitive one its service.';
