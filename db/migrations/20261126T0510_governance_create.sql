-- Why: how long each kind of record is kept was a comment on its table, and next to nothing went when its time had come (UK GDPR
-- Art. 5(1)(e), DPA 2018 s.39). What is due and what keeps a record is one view; what is done with it one function a kind, which no
-- login but the worker's may start, and which does nothing to what the view does not call due.
-- Locks: nothing. Takes: milliseconds.
create schema governance;
grant usage on schema governance to bailiwick_ops, bailiwick_safeguard, bailiwick_gov, bailiwick_worker;

create table governance.legal_hold (
  id uuid primary key,
  kind text not null constraint legal_hold_kind check (kind in ('report', 'case', 'received-record', 'list-row', 'marker', 'victim-file')),
  record_id uuid not null,
  reference text not null,
  agency_id uuid not null references directory.agency,
  why text not null,
  set_at timestamptz not null,
  set_by uuid not null references directory.officer,
  lifted_at timestamptz,
  lifted_by uuid references directory.officer,
  lifted_why text not null default '',
  version integer not null default 1
);
create unique index legal_hold_standing_idx on governance.legal_hold (kind, record_id) where lifted_at is null;
create index legal_hold_agency_idx on governance.legal_hold (agency_id, set_at desc);
comment on table governance.legal_hold is 'That a record is not deleted while proceedings, an inquiry or a request about it run: by whom, why, and until it was lifted. Retention: 6 years after it was lifted.';

create table governance.period (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  kind text not null,
  months integer constraint period_months check (months between 1 and 1200),
  why text not null,
  set_at timestamptz not null,
  set_by uuid not null references directory.officer
);
create index period_agency_idx on governance.period (agency_id, kind, set_at desc);
comment on table governance.period is 'How long an agency keeps a kind of record whose period neither law nor guidance is known to name; the newest holds, no months is off. Retention: kept.';

create table governance.run (
  id uuid primary key,
  kind text not null,
  agency_id uuid references directory.agency,
  ran_at timestamptz not null,
  months integer not null,
  done integer not null
);
create index run_agency_idx on governance.run (agency_id, ran_at desc);
comment on table governance.run is 'How many records of a kind went in one go, by which period; which ones is in the audit, as hashes of their ids. Retention: kept.';

create table governance.stripped (
  kind text not null,
  record_id uuid not null,
  on_day date not null,
  primary key (kind, record_id)
);
comment on table governance.stripped is 'Records that stay for their counts, with nothing about anybody left in them. Retention: kept.';

do $$
declare name text;
begin
  foreach name in array array['legal_hold', 'period', 'run'] loop
    execute format('alter table governance.%I enable row level security', name);
    execute format('alter table governance.%I force row level security', name);
    execute format('create policy %I on governance.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on governance.%I for all to bailiwick_gov using (agency_id = (select platform.viewer_agency()))
      with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
    execute format('create policy %I on governance.%I for all to bailiwick_worker using (true) with check (true)', name || '_worker', name);
  end loop;
  -- The installation's owner deletes through the functions below; on a server where it is no superuser, these let it.
  foreach name in array array['intake.reporter', 'intake.message', 'linkage.list_entry', 'linkage.question'] loop
    execute format('create policy %I on %s for all to current_user using (true) with check (true)', split_part(name, '.', 2) || '_retention', name);
  end loop;
end $$;
-- On the record's own page.
create policy legal_hold_shown on governance.legal_hold for select to bailiwick_ops, bailiwick_safeguard
  using (agency_id = (select platform.viewer_agency()));
grant select on governance.legal_hold to bailiwick_ops, bailiwick_safeguard;
grant select, insert, update (lifted_at, lifted_by, lifted_why, version) on governance.legal_hold to bailiwick_gov;
grant select, insert on governance.period to bailiwick_gov;
grant select on governance.run to bailiwick_gov;
grant select on governance.period to bailiwick_worker;
grant select, insert on governance.run to bailiwick_worker;

create function governance.is_held(the_kind text, the_record uuid) returns boolean
  language sql stable
  return exists (select 1 from governance.legal_hold h where h.kind = the_kind and h.record_id = the_record and h.lifted_at is null);
create function governance.is_stripped(the_kind text, the_record uuid) returns boolean
  language sql stable
  return exists (select 1 from governance.stripped s where s.kind = the_kind and s.record_id = the_record);
create function governance.london_day(at timestamptz) returns date
  language sql stable
  return (at at time zone 'Europe/London')::date;

-- What a judgement of two records still says, of a register, or of a marker: the record stays while it stands.
create function governance.stands_on(record uuid) returns text
  language sql stable
  return case
    when exists (select 1 from linkage.judgement j where record in (j.record_a, j.record_b) and j.ended_at is null and j.verdict <> 'proposed') then 'judgement'
    when exists (select 1 from safeguarding.victim_file f where f.record_id = record) then 'register'
    when exists (select 1 from assurance.marker m where m.record_id = record) then 'marker'
    when exists (select 1 from linkage.question q where record in (q.record_id, q.other_id) and q.answered_at is null) then 'question'
  end;

-- Everything that has come to an end, by kind: whose it is, from which day its time is counted, and why it stays all the same.
-- A null in kept_for is nothing in the way. What an open matter stands on is no line here, or says what keeps it.
create view governance.candidate as
  select 'report' as kind, r.id::text as id, r.owner_agency_id as agency_id, r.reference, governance.london_day(r.closed_at) as counted_from,
    case
      when governance.is_held('report', r.id) or governance.is_held('case', r.case_id) then 'held'
      when exists (select 1 from enforcement.case_file c where c.id = r.case_id and c.closed_at is null) then 'case'
      when exists (select 1 from tasking.task t where t.case_id = r.case_id and t.status in ('set', 'accepted')) then 'task'
      when exists (select 1 from enforcement.penalty p where p.report_id = r.id) then 'penalty'
      when exists (select 1 from enforcement.protection p where p.report_id = r.id) then 'protection'
      when exists (select 1 from intake.report d where (d.duplicate_of_id = r.id or d.id = r.duplicate_of_id) and d.closed_at is null) then 'duplicate'
    end as kept_for
  from intake.report r where r.closed_at is not null and not governance.is_stripped('report', r.id)
  union all
  select 'reporter', r.id::text, r.owner_agency_id, r.reference, governance.london_day(r.closed_at),
    case
      when governance.is_held('report', r.id) or governance.is_held('case', r.case_id) then 'held'
      when exists (select 1 from enforcement.case_file c where c.id = r.case_id and c.closed_at is null) then 'case'
      when exists (select 1 from tasking.task t where t.case_id = r.case_id and t.status in ('set', 'accepted')) then 'task'
      when exists (select 1 from enforcement.penalty p where p.report_id = r.id) then 'penalty'
      when exists (select 1 from enforcement.protection p where p.report_id = r.id) then 'protection'
    end
  from intake.reporter p join intake.report r on r.id = p.report_id where r.closed_at is not null
  union all
  select 'received-record', e.id::text, e.origin_agency_id, e.id::text, governance.london_day(e.received_at),
    case
      when governance.is_held('received-record', e.id) then 'held'
      when e.retention_group <> 4 then 'group'
      when e.report_id is not null and not governance.is_stripped('report', e.report_id) then 'report'
      when exists (select 1 from records.link l where l.ended_at is null and ((l.from_kind = 'record' and l.from_id = e.id) or (l.to_kind = 'record' and l.to_id = e.id))
        and not (l.from_kind = 'report' and governance.is_stripped('report', l.from_id))) then 'link'
      when exists (select 1 from enforcement.penalty_recipient p where p.record_id = e.id) then 'penalty'
      when exists (select 1 from enforcement.protection_subject p where p.record_id = e.id) then 'protection'
      when exists (select 1 from records.hidden_address h where h.record_id = e.id and h.is_marked) then 'hidden-address'
      else governance.stands_on(e.id)
    end
  from records.received_record e
  union all
  select 'list-row', e.id::text, e.origin_agency_id, e.id::text, governance.london_day(l.closed_at),
    case
      when governance.is_held('list-row', e.id) then 'held'
      when exists (select 1 from records.hidden_address h where h.record_id = e.id and h.is_marked) then 'hidden-address'
      -- Versions of one row go together, the oldest last: what a later one says of the person keeps the earlier.
      when exists (select 1 from linkage.list_entry n where n.replaces = e.id) then 'later-version'
      else governance.stands_on(e.id)
    end
  from linkage.list_entry e join linkage.list l on l.id = e.list_id where l.closed_at is not null
  union all
  select 'screening', s.id::text, s.agency_id, s.id::text, governance.london_day(s.at),
    case
      when governance.is_held('victim-file', s.subject_id) then 'held'
      when exists (select 1 from safeguarding.visit v where v.screening_id = s.id and v.state = 'planned') then 'visit'
    end
  from assurance.screening s
  union all
  select 'marker', m.id::text, m.agency_id, m.reference, coalesce(governance.london_day(m.ended_at), m.review_on),
    case when governance.is_held('marker', m.id) then 'held' end
  from assurance.marker m where m.ended_at is not null or m.review_on < platform.viewer_today()
  union all
  select 'victim-file', f.id::text, f.agency_id, f.reference, governance.london_day((select max(e.at) from safeguarding.event e where e.file_id = f.id)),
    case
      when governance.is_held('victim-file', f.id) then 'held'
      when f.joined_into is not null or exists (select 1 from safeguarding.victim_file k where k.joined_into = f.id) then 'joined'
      when f.offered_agency_id is not null then 'lead'
      when exists (select 1 from safeguarding.visit v where v.file_id = f.id and v.state = 'planned') then 'visit'
      when exists (select 1 from safeguarding.hidden_mark h where h.file_id = f.id and h.lifted_at is null)
        or exists (select 1 from safeguarding.sealed_address a where a.file_id = f.id)
        or exists (select 1 from records.hidden_address h where h.record_id = f.record_id) then 'hidden-address'
      when exists (select 1 from safeguarding.referral r where r.file_id = f.id and r.outcome is null) then 'referral'
    end
  from safeguarding.victim_file f where f.status in ('declined', 'moved', 'deceased') and not governance.is_stripped('victim-file', f.id)
  union all
  select 'visit', v.id::text, v.agency_id, v.reference, v.planned_on, case when governance.is_held('victim-file', v.file_id) then 'held' end
  from safeguarding.visit v where v.state <> 'planned' and not governance.is_stripped('visit', v.id)
  union all
  select 'intelligence-receipt', r.id::text, r.agency_id, r.reference, r.sent_on, null from dissemination.receipt r
  union all
  select 'message', m.id::text, null, m.id::text, governance.london_day(m.queued_at), null from platform.outbox m where m.state <> 'waiting'
  union all
  select 'failed-job', d.id::text, null, d.id::text, governance.london_day(d.died_at), null from platform.dead_letter d
  union all
  select 'session', s.id::text, null, s.id::text, governance.london_day(coalesce(s.ended_at, s.expires_at)), null
  from platform.session s where coalesce(s.ended_at, s.expires_at) < platform.viewer_today()::timestamptz
  union all
  select 'password-link', l.id::text, null, l.id::text, governance.london_day(l.expires_at), null
  from platform.password_link l where l.expires_at < platform.viewer_today()::timestamptz;

-- Of the viewer's own agency, for its auditor: what is due, and what would be but for something that keeps it. What keeps it may
-- be another agency's, or on another side of the wall (a judgement, a file of the register): then it is not said what.
create function governance.own_candidates(the_kind text, until date)
  returns table (kind text, id text, agency_id uuid, reference text, counted_from date, kept_for text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.kind, c.id, c.agency_id, c.reference, c.counted_from,
      case when c.kept_for in ('held', 'group', 'report', 'later-version', 'joined', 'lead', 'visit') then c.kept_for when c.kept_for is not null then 'stands-on' end
    from governance.candidate c
    where c.kind = the_kind and c.agency_id = platform.viewer_agency() and c.counted_from <= until
      and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  end;

-- The record that an auditor names to be held, of their own agency: by its reference, or by its id where it has none.
create function governance.record_named(the_kind text, name text) returns uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select x.id from (
      select 'report' as kind, r.id, r.reference, r.owner_agency_id as agency_id from intake.report r
      union all select 'case', c.id, c.reference, c.lead_agency_id from enforcement.case_file c
      union all select 'received-record', e.id, e.id::text, e.origin_agency_id from records.received_record e
      union all select 'list-row', e.id, e.id::text, e.origin_agency_id from linkage.list_entry e
      union all select 'marker', m.id, m.reference, m.agency_id from assurance.marker m
      union all select 'victim-file', f.id, f.reference, f.agency_id from safeguarding.victim_file f) x
    where x.kind = the_kind and lower(x.reference) = lower(name) and x.agency_id = platform.viewer_agency()
      and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  end;

-- What the two kinds of rows have in common: what was made of a record that is going. Pairs that were judged stay as counts of the
-- desk's work, without a word of either record.
create function governance.forget_records(ids uuid[]) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  update linkage.judgement set why = '', evidence = '{"startBits": 0, "relatedBits": 0, "totalBits": 0, "probability": 0, "evidence": []}'
    where record_a = any (ids) or record_b = any (ids);
  update linkage.judgement set ended_at = platform.viewer_today()::timestamptz, ended_why = 'A record of the pair is no longer kept'
    where (record_a = any (ids) or record_b = any (ids)) and ended_at is null;
  delete from linkage.question where record_id = any (ids) or other_id = any (ids);
  delete from linkage.record_key where record_id = any (ids);
  delete from records.link where (from_kind = 'record' and from_id = any (ids)) or (to_kind = 'record' and to_id = any (ids));
end $$;

create function governance.purge_report(ids uuid[]) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  delete from intake.reporter where report_id = any (ids);
  delete from intake.message where report_id = any (ids);
  delete from intake.return_phrase where report_id = any (ids);
  delete from intake.sent_form where report_id = any (ids);
  delete from platform.file where owner_kind = 'report' and owner_id = any (ids);
  update intake.report_event set words = 'No longer kept', detail = '{}' where report_id = any (ids);
  -- Ward, district and small area stay, for the counts; nothing nearer.
  update intake.report set description = 'No longer kept', place_words = null, postcode = null, lon = null, lat = null, outcome_words = null,
      version = version + 1
    where id = any (ids);
  insert into governance.stripped select 'report', i, platform.viewer_today() from unnest(ids) as i on conflict do nothing;
end $$;
create function governance.purge_reporter(ids uuid[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    delete from intake.return_phrase where report_id = any (ids);
    delete from intake.reporter where report_id = any (ids);
  end;
create function governance.purge_received_record(ids uuid[]) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  perform governance.forget_records(ids);
  delete from records.exact_key where record_id = any (ids);
  delete from records.hidden_address where record_id = any (ids);
  delete from records.kept_address where record_id = any (ids);
  delete from records.received_record where id = any (ids);
end $$;
create function governance.purge_list_row(ids uuid[]) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  perform governance.forget_records(ids);
  delete from linkage.hidden_with where entry_id = any (ids);
  delete from linkage.sealed_address where entry_id = any (ids);
  delete from records.hidden_address where record_id = any (ids);
  delete from linkage.list_entry where id = any (ids);
end $$;
create function governance.purge_screening(ids uuid[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    delete from assurance.hit where screening_id = any (ids);
    delete from assurance.screening where id = any (ids);
  end;
create function governance.purge_marker(ids uuid[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    delete from assurance.hit where marker_id = any (ids);
    delete from assurance.marker_event where marker_id = any (ids);
    delete from assurance.marker_detail where marker_id = any (ids);
    delete from assurance.marker where id = any (ids);
  end;
create function governance.purge_visit(ids uuid[]) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  -- That somebody went along where nobody goes alone stays, and not who.
  update safeguarding.visit set person_name = 'No longer kept', purpose = 'No longer kept', words = '', precautions = '[]', planned_at_time = '',
      companion = case when companion = '' then '' else 'No longer kept' end, version = version + 1
    where id = any (ids);
  insert into governance.stripped select 'visit', i, platform.viewer_today() from unnest(ids) as i on conflict do nothing;
end $$;
create function governance.purge_victim_file(ids uuid[]) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  perform governance.purge_visit(array(select v.id from safeguarding.visit v where v.file_id = any (ids)));
  update safeguarding.contact set method = '', times = '', must_not_know = '', phone = '', address = '', postcode = '', no_message = false where file_id = any (ids);
  update safeguarding.event set words = 'No longer kept' where file_id = any (ids);
  update safeguarding.referral set narrative = '', outcome_words = '' where file_id = any (ids);
  update safeguarding.lead set why = '', answer_words = '' where file_id = any (ids);
  update safeguarding.loss set how = '' where file_id = any (ids);
  update safeguarding.reveal set reason = 'No longer kept' where file_id = any (ids);
  delete from safeguarding.precaution where file_id = any (ids);
  delete from safeguarding.list_points where file_id = any (ids);
  -- The record that they were known by is let go: the file stands on nothing. What is counted stays.
  update safeguarding.victim_file set name = 'No longer kept', record_id = id, basis = '', intervention = '', route_why = '',
      priority_why = '[]', repeat_due_on = null, version = version + 1
    where id = any (ids);
  insert into governance.stripped select 'victim-file', i, platform.viewer_today() from unnest(ids) as i on conflict do nothing;
end $$;
create function governance.purge_intelligence_receipt(ids uuid[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    delete from dissemination.receipt where id = any (ids);
  end;
create function governance.purge_message(ids uuid[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    delete from platform.outbox where id = any (ids);
  end;
create function governance.purge_session(ids uuid[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    delete from platform.session where id = any (ids);
  end;
create function governance.purge_password_link(ids uuid[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    delete from platform.password_link where id = any (ids);
  end;
create function governance.purge_failed_job(ids bigint[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    delete from platform.dead_letter where id = any (ids);
  end;

-- How many there are to go, at most `most`: the worker asks before it makes a job.
create function governance.how_many_due(the_kind text, the_agency uuid, until date, most integer) returns integer
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select count(*)::integer from (select 1 from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
      and c.counted_from <= until and c.kept_for is null limit most) x;
  end;

-- Lets go of what is due of one kind and agency, and of nothing else; gives the ids. A hold that is set meanwhile waits for it.
create function governance.purge(the_kind text, the_agency uuid, until date, most integer) returns setof text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  due text[];
begin
  if until >= platform.viewer_today() then raise exception 'Nothing is due that has not ended before today.'; end if;
  perform pg_advisory_xact_lock(hashtext('governance.legal_hold'));
  select array_agg(x.id) into due from (
    select c.id from governance.candidate c where c.kind = the_kind and c.agency_id is not distinct from the_agency
      and c.counted_from <= until and c.kept_for is null order by c.counted_from, c.id limit most) x;
  if due is null then return; end if;
  execute format('select governance.%I($1::%s)', 'purge_' || replace(the_kind, '-', '_'), case the_kind when 'failed-job' then 'bigint[]' else 'uuid[]' end) using due;
  return query select unnest(due);
end $$;
revoke execute on all functions in schema governance from public;
grant execute on function governance.own_candidates, governance.record_named to bailiwick_gov;
grant execute on function governance.how_many_due, governance.purge to bailiwick_worker;
