-- Why: each kind of record that goes by night was a function of its own, so that a table could be forgotten and nobody noticed. What a kind
-- is made of is now one table: which rows of which table go, and which columns of it are emptied. One function does it for every kind.
-- Locks: nothing. Takes: milliseconds.
create table governance.kind (
  kind text primary key,
  root text not null,
  root_id text not null default 'id',
  action text not null constraint kind_action check (action in ('delete', 'empty'))
);
comment on table governance.kind is 'Each kind of record that may be let go: the table it stands in, and whether its rows go or are emptied and stay for the counts. Holds nobody''s data. Retention: kept.';
comment on column governance.kind.root_id is 'The column that its id stands in.';

create table governance.part (
  kind text not null references governance.kind,
  position smallint not null,
  relation text not null,
  rows text not null,
  action text not null constraint part_action check (action in ('delete', 'empty')),
  columns text[] not null default '{}',
  primary key (kind, position),
  constraint part_columns check ((action = 'empty') = (cardinality(columns) > 0))
);
comment on table governance.part is 'What a kind of record is made of, in the order in which it goes: rows of a table that are deleted, or columns of it that are emptied. Holds nobody''s data. Retention: kept.';
comment on column governance.part.rows is 'Which rows, as a condition; $1 holds the ids of what is let go.';
comment on column governance.part.columns is 'What is emptied: a column, which takes the emptiness of its type, or «column = expression».';

-- What a column holds when nothing is kept in it: nothing where that is allowed, else the emptiness of its type.
create function governance.emptiness(relation text, col text) returns text
  language sql stable set search_path = pg_catalog
  begin atomic
    select case
      when not a.attnotnull then 'null'
      when a.atttypid = 'text'::regtype then '''No longer kept'''
      when a.atttypid = 'jsonb'::regtype then format('case jsonb_typeof(%I) when ''array'' then ''[]''::jsonb else ''{}''::jsonb end', col)
      when a.attndims > 0 or exists (select 1 from pg_type t where t.oid = a.atttypid and t.typcategory = 'A') then '''{}'''
    end from pg_attribute a where a.attrelid = relation::regclass and a.attname = col and not a.attisdropped;
  end;

-- The statement of one part; it fails where a column is not there, or has no emptiness.
create function governance.part_statement(part governance.part) returns text
  language plpgsql stable set search_path = pg_catalog as $$
declare
  sets text[] := '{}';
  spec text;
  col text;
  expression text;
begin
  if part.action = 'delete' then return format('delete from %s where %s', part.relation::regclass, part.rows); end if;
  foreach spec in array part.columns loop
    col := trim(split_part(spec, '=', 1));
    expression := case when position('=' in spec) > 0 then trim(substr(spec, position('=' in spec) + 1)) else governance.emptiness(part.relation, col) end;
    if expression is null then raise exception 'No emptiness for %.%', part.relation, col; end if;
    sets := sets || format('%I = %s', col, expression);
  end loop;
  return format('update %s set %s where %s', part.relation::regclass, array_to_string(sets, ', '), part.rows);
end $$;
revoke execute on function governance.emptiness, governance.part_statement from public;

-- The kinds there were, with what their functions did.
insert into governance.kind (kind, root, action) values
  ('report', 'intake.report', 'empty'),
  ('received-record', 'records.received_record', 'delete'),
  ('list-row', 'linkage.list_entry', 'delete'),
  ('screening', 'assurance.screening', 'delete'),
  ('marker', 'assurance.marker', 'delete'),
  ('victim-file', 'safeguarding.victim_file', 'empty'),
  ('visit', 'safeguarding.visit', 'empty'),
  ('access-request', 'governance.access', 'delete'),
  ('intelligence-receipt', 'dissemination.receipt', 'delete'),
  ('message', 'platform.outbox', 'delete'),
  ('failed-job', 'platform.dead_letter', 'delete'),
  ('session', 'platform.session', 'delete'),
  ('password-link', 'platform.password_link', 'delete');
insert into governance.kind (kind, root, root_id, action) values ('reporter', 'intake.reporter', 'report_id', 'delete');

insert into governance.part (kind, position, relation, rows, action, columns) values
  ('report', 1, 'intake.reporter', 'report_id = any ($1)', 'delete', '{}'),
  ('report', 2, 'intake.message', 'report_id = any ($1)', 'delete', '{}'),
  ('report', 3, 'intake.return_phrase', 'report_id = any ($1)', 'delete', '{}'),
  ('report', 4, 'intake.sent_form', 'report_id = any ($1)', 'delete', '{}'),
  ('report', 5, 'platform.file', 'owner_kind = ''report'' and owner_id = any ($1)', 'delete', '{}'),
  ('report', 6, 'intake.report_event', 'report_id = any ($1)', 'empty', '{words,detail}'),
  -- Ward, district and small area stay, for the counts; nothing nearer.
  ('report', 7, 'intake.report', 'id = any ($1)', 'empty', '{description,place_words,postcode,lon,lat,outcome_words,version = version + 1}'),
  ('reporter', 1, 'intake.return_phrase', 'report_id = any ($1)', 'delete', '{}'),
  ('reporter', 2, 'intake.reporter', 'report_id = any ($1)', 'delete', '{}'),
  ('screening', 1, 'assurance.hit', 'screening_id = any ($1)', 'delete', '{}'),
  ('screening', 2, 'assurance.screening', 'id = any ($1)', 'delete', '{}'),
  ('marker', 1, 'assurance.hit', 'marker_id = any ($1)', 'delete', '{}'),
  ('marker', 2, 'assurance.marker_event', 'marker_id = any ($1)', 'delete', '{}'),
  ('marker', 3, 'assurance.marker_detail', 'marker_id = any ($1)', 'delete', '{}'),
  ('marker', 4, 'assurance.marker', 'id = any ($1)', 'delete', '{}'),
  ('access-request', 1, 'governance.access_document', 'access_id = any ($1)', 'delete', '{}'),
  ('access-request', 2, 'governance.access_reason', 'access_id = any ($1)', 'delete', '{}'),
  ('access-request', 3, 'governance.access_event', 'access_id = any ($1)', 'delete', '{}'),
  ('access-request', 4, 'governance.access_item', 'access_id = any ($1)', 'delete', '{}'),
  ('access-request', 5, 'governance.access_pause', 'access_id = any ($1)', 'delete', '{}'),
  -- What was asked of the intelligence unit for it stays with the unit: it names the person, and what crossed goes.
  ('access-request', 6, 'dissemination.enquiry_text', 'enquiry_id in (select e.id from dissemination.enquiry e where e.file_id = any ($1))', 'delete', '{}'),
  ('access-request', 7, 'governance.access', 'id = any ($1)', 'delete', '{}'),
  ('intelligence-receipt', 1, 'dissemination.receipt', 'id = any ($1)', 'delete', '{}'),
  ('message', 1, 'platform.outbox', 'id = any ($1)', 'delete', '{}'),
  ('failed-job', 1, 'platform.dead_letter', 'id = any ($1)', 'delete', '{}'),
  ('session', 1, 'platform.session', 'id = any ($1)', 'delete', '{}'),
  ('password-link', 1, 'platform.password_link', 'id = any ($1)', 'delete', '{}');

-- That somebody went along where nobody goes alone stays, and not who.
insert into governance.part (kind, position, relation, rows, action, columns)
  select k.kind, k.position, 'safeguarding.visit', k.rows, 'empty', array['person_name', 'purpose', 'words = ''''', 'precautions', 'planned_at_time = ''''',
    'companion = case when companion = '''' then '''' else ''No longer kept'' end', 'version = version + 1']
  from (values ('visit', 1, 'id = any ($1)'), ('victim-file', 1, 'file_id = any ($1)')) as k (kind, position, rows);
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('victim-file', 3, 'safeguarding.contact', 'file_id = any ($1)', 'empty',
    array['method = ''''', 'times = ''''', 'must_not_know = ''''', 'phone = ''''', 'address = ''''', 'postcode = ''''', 'no_message = false']),
  ('victim-file', 4, 'safeguarding.event', 'file_id = any ($1)', 'empty', '{words}'),
  ('victim-file', 5, 'safeguarding.referral', 'file_id = any ($1)', 'empty', array['narrative = ''''', 'outcome_words = ''''']),
  ('victim-file', 6, 'safeguarding.lead', 'file_id = any ($1)', 'empty', array['why = ''''', 'answer_words = ''''']),
  ('victim-file', 7, 'safeguarding.loss', 'file_id = any ($1)', 'empty', array['how = ''''']),
  ('victim-file', 8, 'safeguarding.reveal', 'file_id = any ($1)', 'empty', '{reason}'),
  ('victim-file', 9, 'safeguarding.precaution', 'file_id = any ($1)', 'delete', '{}'),
  ('victim-file', 10, 'safeguarding.list_points', 'file_id = any ($1)', 'delete', '{}'),
  -- How and in which words a victim was told of an outcome; that they were is counted.
  ('victim-file', 11, 'court.telling', 'file_id = any ($1)', 'empty', array['words = ''''']),
  ('victim-file', 12, 'safeguarding.hidden_mark', 'file_id = any ($1)', 'empty', '{lifted_why}'),
  -- The record that they were known by is let go: the file stands on nothing. What is counted stays.
  ('victim-file', 13, 'safeguarding.victim_file', 'id = any ($1)', 'empty', array['name', 'record_id = id', 'basis = ''''', 'intervention = ''''', 'route_why = ''''',
    'priority_why', 'join_why', 'repeat_due_on = null', 'version = version + 1']);

-- What was made of a record that goes. Pairs that were judged stay as counts of the desk's work, without a word of either record.
insert into governance.part (kind, position, relation, rows, action, columns)
  select k.kind, p.position, p.relation, p.rows, p.action, p.columns
  from (values ('received-record'), ('list-row')) as k (kind),
    (values
      (1, 'linkage.judgement', 'record_a = any ($1) or record_b = any ($1)', 'empty',
        array['why = ''''', 'evidence = ''{"startBits": 0, "relatedBits": 0, "totalBits": 0, "probability": 0, "evidence": []}''']),
      (2, 'linkage.judgement', '(record_a = any ($1) or record_b = any ($1)) and ended_at is null', 'empty',
        array['ended_at = platform.viewer_today()::timestamptz', 'ended_why = ''A record of the pair is no longer kept''']),
      (3, 'linkage.second_opinion', 'record_a = any ($1) or record_b = any ($1)', 'empty', array['why']),
      (4, 'linkage.question', 'record_id = any ($1) or other_id = any ($1)', 'delete', '{}'),
      (5, 'linkage.record_key', 'record_id = any ($1)', 'delete', '{}'),
      (6, 'records.link', '(from_kind = ''record'' and from_id = any ($1)) or (to_kind = ''record'' and to_id = any ($1))', 'delete', '{}')
    ) as p (position, relation, rows, action, columns);
insert into governance.part (kind, position, relation, rows, action) values
  ('received-record', 7, 'records.exact_key', 'record_id = any ($1)', 'delete'),
  ('received-record', 8, 'records.hidden_address', 'record_id = any ($1)', 'delete'),
  ('received-record', 9, 'records.kept_address', 'record_id = any ($1)', 'delete'),
  ('received-record', 10, 'records.received_record', 'id = any ($1)', 'delete'),
  ('list-row', 7, 'linkage.hidden_with', 'entry_id = any ($1)', 'delete'),
  ('list-row', 8, 'linkage.sealed_address', 'entry_id = any ($1)', 'delete'),
  ('list-row', 9, 'records.hidden_address', 'record_id = any ($1)', 'delete'),
  ('list-row', 10, 'linkage.list_entry', 'id = any ($1)', 'delete');

-- Lets go of what is due of one kind and agency, and of nothing else; gives the ids. A hold that is set meanwhile waits for it, and
-- whoever is at work on a record is waited for; then it is asked again what is due.
create or replace function governance.purge(the_kind text, the_agency uuid, until date, most integer) returns setof text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  due text[];
  k governance.kind;
  p governance.part;
  ids text;
begin
  if until >= platform.viewer_today() then raise exception 'Nothing is due that has not ended before today.'; end if;
  select x.* into strict k from governance.kind x where x.kind = the_kind;
  perform pg_advisory_xact_lock(hashtext('governance.legal_hold'));
  select array_agg(x.id) into due from (
    select c.id from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
      and c.counted_from <= until and c.kept_for is null order by c.counted_from, c.id limit most) x;
  if due is null then return; end if;
  ids := (select format_type(a.atttypid, null) || '[]' from pg_attribute a where a.attrelid = k.root::regclass and a.attname = k.root_id);
  execute format('select 1 from %s x where x.%I = any ($1::%s) order by x.%2$I for update', k.root::regclass, k.root_id, ids) using due;
  -- Who reported stands on the report: whoever opens it again is waited for as well.
  if the_kind = 'reporter' then perform 1 from intake.report r where r.id = any (due::uuid[]) order by r.id for update; end if;
  select array_agg(c.id) into due from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
    and c.id = any (due) and c.counted_from <= until and c.kept_for is null;
  if due is null then return; end if;
  if the_kind = 'victim-file' then
    insert into governance.stripped select 'visit', v.id, platform.viewer_today() from safeguarding.visit v where v.file_id = any (due::uuid[])
      on conflict (kind, record_id) do update set on_day = excluded.on_day;
  end if;
  for p in select x.* from governance.part x where x.kind = the_kind order by x.position loop
    execute replace(governance.part_statement(p), '$1', format('$1::%s', ids)) using due;
  end loop;
  if k.action = 'empty' then
    insert into governance.stripped select the_kind, i::uuid, platform.viewer_today() from unnest(due) as i
      on conflict (kind, record_id) do update set on_day = excluded.on_day;
  end if;
  return query select unnest(due);
end $$;
drop function governance.purge_report, governance.purge_reporter, governance.purge_received_record, governance.purge_list_row, governance.purge_screening,
  governance.purge_marker, governance.purge_victim_file, governance.purge_visit, governance.purge_access_request, governance.purge_intelligence_receipt,
  governance.purge_message, governance.purge_session, governance.purge_password_link, governance.purge_failed_job, governance.forget_records;
