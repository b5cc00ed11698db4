-- Why: operations ask the intelligence side whether there is relevant material about a case, and governance whether it holds something
-- about somebody who asked for their own data. What is asked crosses one way. The other way crosses the day on which it was considered,
-- and nothing else of it: not which answer, not who gave it, not how many things were looked at. It crosses on the day of a round.
-- Locks: none on existing tables. Takes: milliseconds.
create table dissemination.enquiry (
  id uuid primary key,
  reference text not null constraint enquiry_reference_key unique,
  purpose text not null constraint enquiry_purpose check (purpose in ('disclosure', 'subject-access')),
  side text not null constraint enquiry_side check (side in ('OPS', 'GOV')),
  agency_id uuid not null references directory.agency,
  service_id uuid references directory.service,
  unit_agency_id uuid not null references directory.agency,
  file_id uuid not null,
  file_reference text not null,
  about text not null,
  asked_on date not null,
  answers_on date not null,
  asked_by uuid not null references directory.officer,
  constraint enquiry_service check ((side = 'OPS') = (service_id is not null))
);
create index enquiry_file_idx on dissemination.enquiry (file_id, asked_on desc, id);
create index enquiry_unit_idx on dissemination.enquiry (unit_agency_id, answers_on, reference);
comment on table dissemination.enquiry is 'That a service asked the intelligence side about a prosecution file, or a data protection officer about somebody who asked for their own data, and in which round it is answered. Retention: 6 years.';
comment on column dissemination.enquiry.file_id is 'The prosecution file or the subject access request that it is about.';

create table dissemination.enquiry_subject (
  enquiry_id uuid not null references dissemination.enquiry,
  unit_agency_id uuid not null references directory.agency,
  position smallint not null,
  kind text not null,
  label text not null,
  key_kind text,
  key_value text,
  primary key (enquiry_id, position)
);
comment on table dissemination.enquiry_subject is 'Whom and what an enquiry names. Read on the intelligence side alone. Retention: as the enquiry.';

create table dissemination.enquiry_considered (
  enquiry_id uuid primary key references dissemination.enquiry,
  considered_on date not null
);
comment on table dissemination.enquiry_considered is 'That the unit considered an enquiry, on the day of its round. There is no column for an answer: whoever reads every row learns nothing of what is held. Retention: as the enquiry.';

create table dissemination.enquiry_text (
  enquiry_id uuid not null references dissemination.enquiry,
  position smallint not null,
  words text not null,
  primary key (enquiry_id, position)
);
comment on table dissemination.enquiry_text is 'Words that the unit gives to somebody who asked for their own data; nothing where nothing is given. Never of a disclosure enquiry. Retention: as the request.';

create table intelligence.enquiry (
  enquiry_id uuid primary key references dissemination.enquiry,
  agency_id uuid not null references directory.agency,
  answer text not null constraint enquiry_answer check (answer in ('nothing', 'prosecutor', 'in-person', 'nothing-given', 'given')),
  reason text not null constraint enquiry_reason check (reason <> ''),
  prosecutor text not null default '',
  answered_at timestamptz not null,
  answered_by uuid not null references directory.officer
);
comment on table intelligence.enquiry is 'What the intelligence manager answered to an enquiry, and why. Crosses to nobody. Retention: 6 years.';

create table intelligence.enquiry_line (
  id uuid primary key,
  enquiry_id uuid not null references dissemination.enquiry,
  agency_id uuid not null references directory.agency,
  item_id uuid references intelligence.item,
  words text not null constraint enquiry_line_words check (words <> ''),
  ground text not null,
  test text not null,
  given text not null default '',
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null references directory.officer
);
create index enquiry_line_idx on intelligence.enquiry_line (enquiry_id, made_at);
create index enquiry_line_item_idx on intelligence.enquiry_line (item_id) where item_id is not null;
comment on table intelligence.enquiry_line is 'The sensitive schedule of an enquiry: what is held, why it is sensitive, whether it meets the test, or under which exemption it is withheld. The intelligence side alone. Retention: 6 years.';
comment on column intelligence.enquiry_line.given is 'Of a subject access request: the words that are given, if any; they cross in the round.';

create table intelligence.enquiry_document (
  id uuid primary key,
  enquiry_id uuid not null references dissemination.enquiry,
  agency_id uuid not null references directory.agency,
  kind text not null constraint enquiry_document_kind check (kind = 'schedule'),
  version smallint not null,
  format text not null constraint enquiry_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint enquiry_document_version_key unique (enquiry_id, kind, version, format)
);
comment on table intelligence.enquiry_document is 'The sensitive schedule as it was printed, with its hash. The intelligence side alone. Retention: as the enquiry.';

do $$
declare name text;
begin
  foreach name in array array['enquiry', 'enquiry_line', 'enquiry_document'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    -- Only of an enquiry that was put to the own unit: the inner query stands under that table's own policy.
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel using (agency_id = (select platform.viewer_agency()))
      with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from dissemination.enquiry e where e.id = enquiry_id))', name || '_own', name);
  end loop;
  foreach name in array array['enquiry', 'enquiry_subject', 'enquiry_considered', 'enquiry_text'] loop
    execute format('alter table dissemination.%I enable row level security', name);
    execute format('alter table dissemination.%I force row level security', name);
    execute format('create policy %I on dissemination.%I for all to current_user using (true) with check (true)', name || '_seed', name);
  end loop;
end $$;
create policy enquiry_unit on dissemination.enquiry for select to bailiwick_intel using (unit_agency_id = (select platform.viewer_agency()));
create policy enquiry_subject_unit on dissemination.enquiry_subject for select to bailiwick_intel using (unit_agency_id = (select platform.viewer_agency()));
create policy enquiry_ops on dissemination.enquiry for select to bailiwick_ops
  using (side = 'OPS' and agency_id = (select platform.viewer_agency()) and service_id = any ((select platform.viewer_services())::uuid[]));
create policy enquiry_gov on dissemination.enquiry for select to bailiwick_gov
  using (side = 'GOV' and agency_id = (select platform.viewer_agency())
    and 'auditor' = any (string_to_array((select platform.viewer_text('roles')), ',')));
create policy enquiry_considered_part on dissemination.enquiry_considered for select to bailiwick_ops, bailiwick_gov, bailiwick_intel
  using (exists (select 1 from dissemination.enquiry e where e.id = enquiry_id));
create policy enquiry_text_gov on dissemination.enquiry_text for select to bailiwick_gov
  using (exists (select 1 from dissemination.enquiry e where e.id = enquiry_id));

grant usage on schema dissemination to bailiwick_gov;
grant select on dissemination.enquiry, dissemination.enquiry_considered to bailiwick_ops, bailiwick_gov, bailiwick_intel;
grant select on dissemination.enquiry_text to bailiwick_gov;
grant select on dissemination.enquiry_subject to bailiwick_intel;
grant select, insert on intelligence.enquiry, intelligence.enquiry_line, intelligence.enquiry_document to bailiwick_intel;
grant delete on intelligence.enquiry_line to bailiwick_intel;

-- Asks the unit, and reads nothing back. A service asks about a file of its own, an auditor about a request to their own agency.
create function dissemination.ask_enquiry(given jsonb, asked_on date, answers_on date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  officer uuid := platform.viewer_text('officer')::uuid;
  unit uuid := dissemination.unit_for(platform.viewer_agency(), ask_enquiry.asked_on);
  is_gov boolean := session_user = 'bailiwick_gov';
  service uuid := case when session_user = 'bailiwick_gov' then null else (given->>'serviceId')::uuid end;
begin
  if unit is null or officer is null then return false; end if;
  -- A service asks about a prosecution file of its own, an auditor about a request to their agency, and nobody about anything else.
  if not is_gov and not exists (select 1 from court.prosecution p where p.id = (given->>'fileId')::uuid and p.agency_id = platform.viewer_agency()
    and p.service_id = service and service = any (platform.viewer_services())) then return false; end if;
  if is_gov and not ('auditor' = any (string_to_array(platform.viewer_text('roles'), ',')) and exists (select 1 from governance.access a
    where a.id = (given->>'fileId')::uuid and a.agency_id = platform.viewer_agency())) then return false; end if;
  insert into dissemination.enquiry (id, reference, purpose, side, agency_id, service_id, unit_agency_id, file_id, file_reference, about, asked_on, answers_on, asked_by)
    values ((given->>'id')::uuid, given->>'reference', case when is_gov then 'subject-access' else 'disclosure' end, case when is_gov then 'GOV' else 'OPS' end,
      platform.viewer_agency(), service, unit, (given->>'fileId')::uuid, given->>'fileReference', given->>'about', ask_enquiry.asked_on, ask_enquiry.answers_on, officer);
  insert into dissemination.enquiry_subject (enquiry_id, unit_agency_id, position, kind, label, key_kind, key_value)
    select (given->>'id')::uuid, unit, (s.value->>'position')::smallint, s.value->>'kind', s.value->>'label', s.value->>'keyKind', s.value->>'keyValue'
    from jsonb_array_elements(given->'subjects') s;
  return true;
end $$;
comment on function dissemination.ask_enquiry is 'Puts an enquiry to the unit; the side is that of the login that asks. Tells whether there is a unit, and nothing of what it knows.';

-- The round: what is due of a unit crosses together or not at all, so that nobody learns which was hard.
create function dissemination.answer_enquiries(today date, next_round date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare crossed integer;
begin
  with due as (
    select e.id, e.purpose from dissemination.enquiry e join intelligence.enquiry a on a.enquiry_id = e.id
    where e.answers_on <= today and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id)
      and not exists (select 1 from dissemination.enquiry o where o.unit_agency_id = e.unit_agency_id and o.answers_on <= today
        and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = o.id)
        and not exists (select 1 from intelligence.enquiry w where w.enquiry_id = o.id))
  ), words as (
    insert into dissemination.enquiry_text (enquiry_id, position, words)
      select l.enquiry_id, row_number() over (partition by l.enquiry_id order by l.made_at, l.id), l.given from intelligence.enquiry_line l
      join due d on d.id = l.enquiry_id and d.purpose = 'subject-access' where l.given <> ''
  )
  insert into dissemination.enquiry_considered (enquiry_id, considered_on) select id, today from due;
  get diagnostics crossed = row_count;
  update dissemination.enquiry e set answers_on = next_round
    where e.answers_on <= today and not exists (select 1 from dissemination.enquiry_considered c where c.enquiry_id = e.id);
  return crossed;
end $$;
comment on function dissemination.answer_enquiries is 'Lets a round cross: the day of each enquiry that was considered, and the words given to people who asked for their own data.';
revoke execute on function dissemination.ask_enquiry, dissemination.answer_enquiries from public;
grant execute on function dissemination.ask_enquiry to bailiwick_ops, bailiwick_gov;
grant execute on function dissemination.answer_enquiries to bailiwick_worker;
