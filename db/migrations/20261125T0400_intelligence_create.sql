-- Why: intelligence, from the form to the graded paragraph. Everything in the schema intelligence is for the INTEL login alone:
-- the others hold not so much as its usage, so that an injected statement or a stolen connection fails at the grant. What
-- crosses stands in the schema dissemination; the one way in is a function that puts an item down and reads nothing.
-- Locks: nothing that exists. Takes: milliseconds.
create schema intelligence;
grant usage on schema intelligence to bailiwick_intel;
create schema dissemination;
grant usage on schema dissemination to bailiwick_ops, bailiwick_safeguard, bailiwick_intel, bailiwick_gov, bailiwick_tech;

create table intelligence.item (
  id uuid primary key,
  reference text not null constraint item_reference_key unique,
  agency_id uuid not null references directory.agency,
  received_how text not null constraint item_received_how check (received_how in ('form', 'complaint', 'anonymous', 'feed')),
  received_at timestamptz not null,
  title text not null,
  body text not null,
  how_known text not null default '',
  known_when text not null default '',
  fears_for_source boolean not null default false,
  fears_words text not null default '',
  priority smallint not null constraint item_priority check (priority between 1 and 4),
  status text not null default 'received' constraint item_status check (status in ('received', 'graded', 'returned', 'ready', 'duplicate')),
  returned_why text not null default '',
  returned_for date,
  duplicate_of uuid references intelligence.item,
  submitted_by uuid references directory.officer,
  submitted_agency_id uuid references directory.agency,
  version integer not null default 1,
  search tsvector generated always as (to_tsvector('english', reference || ' ' || title || ' ' || body)) stored,
  constraint item_duplicate_of_what check ((status = 'duplicate') = (duplicate_of is not null)),
  constraint item_returned_why check (status <> 'returned' or (returned_why <> '' and returned_for is not null))
);
create index item_priority_idx on intelligence.item (agency_id, priority, received_at, id);
create index item_received_idx on intelligence.item (agency_id, received_at, id);
create index item_waiting_idx on intelligence.item (agency_id, priority, received_at, id) where status in ('received', 'returned');
create index item_status_idx on intelligence.item (agency_id, status, priority, received_at, id);
create index item_ready_idx on intelligence.item (agency_id, received_at, id) where status = 'ready';
create index item_reference_idx on intelligence.item (agency_id, reference, id);
create index item_search_idx on intelligence.item using gin (search);
create index item_duplicate_idx on intelligence.item (duplicate_of) where duplicate_of is not null;
comment on table intelligence.item is 'One piece of information that came in, as it was given; never edited. The intelligence side alone. Retention: review after 6 years, by the retention group of what it is about.';
comment on column intelligence.item.how_known is 'How whoever gave it knows: may point to a source, so it never crosses.';
comment on column intelligence.item.fears_for_source is 'Whoever gave it says that somebody could come to harm if it were known where it came from.';
comment on column intelligence.item.submitted_by is 'The officer who sent the form; who told them may be in how_known.';

create table intelligence.paragraph (
  id uuid primary key,
  item_id uuid not null references intelligence.item,
  agency_id uuid not null references directory.agency,
  position smallint not null,
  body text not null,
  source_evaluation text constraint paragraph_source check (source_evaluation in ('1', '2', '3')),
  assessment text constraint paragraph_assessment check (assessment in ('A', 'B', 'C', 'D', 'E')),
  handling text constraint paragraph_handling check (handling in ('P', 'C')),
  conditions text not null default '',
  action_code text constraint paragraph_action check (action_code in ('A1', 'A2', 'A3')),
  action_usage text not null default '',
  sanitisation_code text constraint paragraph_sanitisation check (sanitisation_code in ('S1', 'S2')),
  provenance text not null default '',
  risk_to_source boolean,
  risk_words text not null default '',
  sanitised text not null default '',
  legacy_grade text not null default '',
  graded_at timestamptz,
  graded_by uuid references directory.officer,
  version integer not null default 1,
  constraint paragraph_position_key unique (item_id, position),
  constraint paragraph_graded_whole check ((graded_at is null) = (source_evaluation is null) and (graded_at is null) = (assessment is null)
    and (graded_at is null) = (handling is null) and (graded_at is null) = (risk_to_source is null)),
  constraint paragraph_code_c check (handling is distinct from 'C' or (conditions <> '' and action_code is not null and sanitisation_code is not null)),
  constraint paragraph_code_p check (handling is distinct from 'P' or (conditions = '' and action_code is null and sanitisation_code is null)),
  constraint paragraph_action_usage check (action_code is distinct from 'A3' or action_usage <> ''),
  constraint paragraph_risk_why check (risk_to_source is distinct from true or risk_words <> '')
);
create index paragraph_item_idx on intelligence.paragraph (item_id, position);
comment on table intelligence.paragraph is 'One paragraph of an item with its 3x5x2 grade, where it comes from, and the text that may cross instead of it. Retention: as the item.';
comment on column intelligence.paragraph.provenance is 'How the source knows it. The intelligence side alone; never copied into a package.';
comment on column intelligence.paragraph.sanitised is 'The only words of the paragraph that may cross the wall.';
comment on column intelligence.paragraph.legacy_grade is 'A 5x5x5 grade as an older system had it, such as B24. Read, and never shared until it is graded anew.';

create table intelligence.grading (
  id uuid primary key,
  paragraph_id uuid not null references intelligence.paragraph,
  item_id uuid not null references intelligence.item,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid not null references directory.officer,
  before jsonb,
  after jsonb not null,
  why text not null default '',
  constraint grading_why check (before is null or why <> '')
);
create index grading_item_idx on intelligence.grading (item_id, at desc);
comment on table intelligence.grading is 'Every grading and regrading of a paragraph: who, when, from, to, why. Never changed. Retention: as the item.';

create table intelligence.item_event (
  id uuid primary key,
  item_id uuid not null references intelligence.item,
  agency_id uuid not null references directory.agency,
  at timestamptz not null,
  officer_id uuid,
  kind text not null,
  words text not null
);
create index item_event_item_idx on intelligence.item_event (item_id, at desc);
comment on table intelligence.item_event is 'What was done with an item, by whom. Retention: as the item.';

create table intelligence.mention (
  item_id uuid not null references intelligence.item,
  agency_id uuid not null references directory.agency,
  kind text not null,
  value text not null,
  typed text not null,
  primary key (item_id, kind, value)
);
create index mention_value_idx on intelligence.mention (agency_id, kind, value, item_id);
comment on table intelligence.mention is 'Telephone numbers, registration marks, e-mail addresses and postcodes that stand in an item, each in one form. Retention: as the item.';

create table dissemination.receipt (
  id uuid primary key,
  reference text not null constraint receipt_reference_key unique,
  officer_id uuid not null references directory.officer,
  agency_id uuid not null references directory.agency,
  unit_agency_id uuid not null references directory.agency,
  sent_on date not null,
  feedback text not null default 'received' constraint receipt_feedback check (feedback in ('received', 'used', 'not-used')),
  fed_back_on date
);
create index receipt_officer_idx on dissemination.receipt (officer_id, sent_on desc);
comment on table dissemination.receipt is 'That an officer sent an intelligence form, when, and whether it was of use. Holds nothing of what it said. Retention: 2 years.';

do $$
declare name text;
begin
  foreach name in array array['item', 'paragraph', 'grading', 'item_event', 'mention'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
  end loop;
end $$;
alter table dissemination.receipt enable row level security;
alter table dissemination.receipt force row level security;
create policy receipt_seed on dissemination.receipt for all to current_user using (true) with check (true);
create policy receipt_own on dissemination.receipt for select to bailiwick_ops, bailiwick_safeguard, bailiwick_intel, bailiwick_gov, bailiwick_tech
  using (officer_id = (select platform.viewer_text('officer')::uuid));
create policy receipt_unit on dissemination.receipt for all to bailiwick_intel
  using (unit_agency_id = (select platform.viewer_agency())) with check (unit_agency_id = (select platform.viewer_agency()));

grant select on intelligence.item, intelligence.paragraph, intelligence.grading, intelligence.item_event, intelligence.mention to bailiwick_intel;
grant update (status, priority, returned_why, returned_for, duplicate_of, version) on intelligence.item to bailiwick_intel;
grant insert, delete on intelligence.paragraph to bailiwick_intel;
grant update (source_evaluation, assessment, handling, conditions, action_code, action_usage, sanitisation_code, provenance,
  risk_to_source, risk_words, sanitised, graded_at, graded_by, version) on intelligence.paragraph to bailiwick_intel;
grant insert on intelligence.grading, intelligence.item_event to bailiwick_intel;
grant select on dissemination.receipt to bailiwick_ops, bailiwick_safeguard, bailiwick_intel, bailiwick_gov, bailiwick_tech;
grant update (feedback, fed_back_on) on dissemination.receipt to bailiwick_intel;

-- The agency that keeps an intelligence unit: the own one where it has an intelligence manager, else the first that has.
create function dissemination.unit_for(own uuid, today date) returns uuid
  language sql stable security definer set search_path = pg_catalog
  return (select o.agency_id from directory.role_grant g join directory.officer o on o.id = g.officer_id
    where g.role = 'intelligence-manager' and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
    order by (o.agency_id = own) desc, g.starts_on, o.agency_id limit 1);

-- Puts an item into the queue and reads nothing back. Only the intelligence login may say that it did not come by the form.
create function dissemination.submit(given jsonb, at timestamptz, today date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  is_unit boolean := session_user = 'bailiwick_intel';
  how text := case when is_unit then given->>'receivedHow' else 'form' end;
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), today);
begin
  if unit is null or officer is null then return false; end if;
  insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, how_known, known_when,
      fears_for_source, fears_words, priority, submitted_by, submitted_agency_id)
    values ((given->>'id')::uuid, given->>'reference', unit, how, at, given->>'title', given->>'body', given->>'howKnown', given->>'knownWhen',
      (given->>'fearsForSource')::boolean, given->>'fearsWords', (given->>'priority')::smallint, officer, platform.viewer_agency());
  insert into intelligence.paragraph (id, item_id, agency_id, position, body, legacy_grade)
    select (p->>'id')::uuid, (given->>'id')::uuid, unit, (p->>'position')::smallint, p->>'body',
      case when is_unit then given->>'legacyGrade' else '' end from jsonb_array_elements(given->'paragraphs') p;
  insert into intelligence.mention (item_id, agency_id, kind, value, typed)
    select (given->>'id')::uuid, unit, m->>'kind', m->>'value', m->>'typed' from jsonb_array_elements(given->'mentions') m;
  insert into intelligence.item_event (id, item_id, agency_id, at, officer_id, kind, words)
    values ((given->>'eventId')::uuid, (given->>'id')::uuid, unit, at, officer, 'received', 'Received');
  if how = 'form' then
    insert into dissemination.receipt (id, reference, officer_id, agency_id, unit_agency_id, sent_on)
      values ((given->>'receiptId')::uuid, given->>'reference', officer, platform.viewer_agency(), unit, today);
  end if;
  return true;
end $$;
-- Row-level security keeps the operators of a text search from their index, for they are not leakproof: two functions look
-- words up under the unit's own fence instead. The newest of what says the words, and of what is alike, so many at most.
create function intelligence.items_saying(words text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select i.id from intelligence.item i where i.agency_id = platform.viewer_agency() and i.search @@ websearch_to_tsquery('english', words)
  order by i.received_at desc limit 2000
$$;
create function intelligence.items_near(item uuid, days integer) returns table (id uuid, likeness float8)
  language sql stable security definer set search_path = pg_catalog as $$
  with own as (select o.agency_id, o.received_at, tsvector_to_array(o.search) as words from intelligence.item o
      where o.id = item and o.agency_id = platform.viewer_agency()),
    -- Only the longest words are looked for, which are the rarest.
    asked as (select string_agg(quote_literal(w.word), ' | ')::tsquery as query from (select word from own, unnest(own.words) word
      where length(word) > 4 order by length(word) desc, word limit 8) w),
    near as (select i.id, tsvector_to_array(i.search) as words from intelligence.item i, own, asked
      where i.search @@ asked.query and i.id <> item and i.agency_id = own.agency_id
        and i.received_at between own.received_at - make_interval(days => items_near.days) and own.received_at + make_interval(days => items_near.days)
      order by i.received_at desc limit 300)
  select n.id, cardinality(array(select unnest(n.words) intersect select unnest(own.words)))::float8
    / greatest(least(cardinality(n.words), cardinality(own.words)), 1) from near n, own
$$;
revoke execute on function intelligence.items_saying, intelligence.items_near from public;
grant execute on function intelligence.items_saying, intelligence.items_near to bailiwick_intel;

revoke execute on function dissemination.unit_for, dissemination.submit from public;
grant execute on function dissemination.submit to bailiwick_ops, bailiwick_safeguard, bailiwick_intel, bailiwick_gov, bailiwick_tech;
