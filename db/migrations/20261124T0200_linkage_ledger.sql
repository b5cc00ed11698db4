-- Why: the ledger needs to know which run proposed a pair and which judgement an undo put back; "as at" a date needs rows
-- that have been withdrawn since; runs of matching, the numbers they go by, second opinions and questions to the owner of a
-- list are kept; and whom to ask about a hidden row is answered without showing that row.
-- Locks: linkage.judgement for an instant (two columns without a default). Takes: milliseconds.
alter table linkage.judgement
  add column run_id uuid,
  add column restores uuid references linkage.judgement;
comment on column linkage.judgement.run_id is 'The run of matching that proposed it.';
comment on column linkage.judgement.restores is 'The first judgement of which this is the same again, put back by an undo.';
create index judgement_run_idx on linkage.judgement (run_id) where ended_at is null and run_id is not null;
create index judgement_model_idx on linkage.judgement (model_id) where ended_at is null and model_id is not null;
create index judgement_replaced_idx on linkage.judgement (replaced_by) where replaced_by is not null;
create index judgement_different_idx on linkage.judgement (record_a) where ended_at is null and verdict = 'different';

-- Rows of lists that were withdrawn since are in it too: for the history of a pair, and for identities as at a date.
create view linkage.subject_ever with (security_invoker = true) as
  select r.id, r.kind, r.label, r.fields, r.origin_agency_id, r.handling, null::uuid as list_id, null::uuid as load_id,
    r.feed as source, r.received_at, r.gateway, null::timestamptz as withdrawn_at
  from records.received_record r
  union all
  select e.id, e.kind, e.label, e.fields, e.origin_agency_id, e.handling, e.list_id, e.load_id,
    l.name, e.received_at, e.gateway, e.withdrawn_at
  from linkage.list_entry e join linkage.list l on l.id = e.list_id;
grant select on linkage.subject_ever to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;

create table linkage.match_run (
  id uuid primary key,
  kind text not null constraint match_run_kind check (kind in ('load', 'record', 'all', 'train')),
  load_id uuid,
  model_id uuid references linkage.model,
  asked_by uuid,
  asked_at timestamptz not null,
  done_share real not null default 0,
  step text not null default 'waiting',
  ended_at timestamptz,
  problem text
);
create index match_run_asked_idx on linkage.match_run (asked_at desc);
comment on table linkage.match_run is 'One run of matching or of training: of whom, by which model, how far it is. It holds no counts, which would tell of rows that a reader may not see. Retention: 6 years.';

create table linkage.rule (
  id uuid primary key,
  name text not null constraint rule_name check (name in ('propose', 'second-share')),
  value real not null constraint rule_value check (value between 0 and 1),
  set_at timestamptz not null,
  set_by uuid,
  why text not null
);
create index rule_name_idx on linkage.rule (name, set_at desc);
comment on table linkage.rule is 'Numbers that matching goes by, each with its day and reason; the newest of a name holds. Retention: 6 years after it is replaced.';

create table linkage.second_opinion (
  id uuid primary key,
  judgement_id uuid not null references linkage.judgement,
  record_a uuid not null,
  record_b uuid not null,
  first_officer_id uuid not null,
  first_verdict text not null,
  drawn_at timestamptz not null,
  officer_id uuid,
  verdict text constraint second_opinion_verdict check (verdict in ('same', 'different', 'unsure')),
  given_at timestamptz,
  why text,
  constraint second_opinion_other check (officer_id is distinct from first_officer_id),
  constraint second_opinion_judgement_key unique (judgement_id)
);
create index second_opinion_waiting_idx on linkage.second_opinion (drawn_at) where verdict is null;
comment on table linkage.second_opinion is 'Decided pairs that somebody else decides again without being told the first answer. Retention: as the judgement.';

create table linkage.question (
  id uuid primary key,
  record_id uuid not null,
  other_id uuid not null,
  list_id uuid references linkage.list,
  to_agency_id uuid not null references directory.agency,
  from_agency_id uuid not null references directory.agency,
  asked_by uuid not null,
  asked_at timestamptz not null,
  words text not null,
  answer text constraint question_answer check (answer in ('confirmed', 'changed', 'cannot-say')),
  answer_words text not null default '',
  answered_by uuid,
  answered_at timestamptz
);
create index question_to_idx on linkage.question (to_agency_id, asked_at desc) where answered_at is null;
create index question_from_idx on linkage.question (from_agency_id, asked_at desc);
create index question_record_idx on linkage.question (record_id);
comment on table linkage.question is 'A question to the agency that gave a row, about that row alone. The other row of the pair is for whoever asks and is never shown to who is asked. Retention: as the row.';

alter table linkage.question enable row level security;
alter table linkage.question force row level security;
create policy question_own on linkage.question for all to bailiwick_ops, bailiwick_safeguard
  using ((select platform.viewer_agency()) in (from_agency_id, to_agency_id))
  with check ((select platform.viewer_agency()) in (from_agency_id, to_agency_id));
create policy question_worker on linkage.question for select to bailiwick_worker using (true);

grant select, insert, update on linkage.match_run to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant select on linkage.rule to bailiwick_ops, bailiwick_safeguard, bailiwick_worker;
grant insert on linkage.rule to bailiwick_safeguard;
grant select, insert on linkage.second_opinion to bailiwick_safeguard;
grant update (officer_id, verdict, given_at, why) on linkage.second_opinion to bailiwick_safeguard;
grant select, insert on linkage.question to bailiwick_ops, bailiwick_safeguard;
grant update (answer, answer_words, answered_by, answered_at) on linkage.question to bailiwick_ops, bailiwick_safeguard;
grant select on linkage.question to bailiwick_worker;

-- Whom to ask. From rows that the caller sees (each with the number of the person it is part of), over live «same» to rows
-- of agencies which let the caller's agency know that they hold something and whom to ask ('victim-contact') but do not open
-- their lists ('victim'), and on through such rows only: a row of an agency that says nothing is never walked through, so
-- whether it is there changes nothing. A row that was judged different from one of the person's rows is left out.
create function linkage.contacts_of(members uuid[], persons integer[], today date) returns table (
  person integer, agency_id uuid, contact text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with recursive member as (
      select m.id, m.person from unnest(members, persons) as m(id, person)
    ), asked as (
      select t.from_agency_id as id from directory.agreement t
      where t.to_agency_id = platform.viewer_agency() and t.from_agency_id <> t.to_agency_id
        and t.starts_on <= today and (t.ends_on is null or t.ends_on > today)
      group by t.from_agency_id
      having bool_or(t.record_kind = 'victim-contact') and not bool_or(t.record_kind = 'victim')
    ), reached as (
      select m.id as record_id, m.person from member m
      union
      select e.id, r.person from reached r
      cross join lateral (
        select j.record_b as id from linkage.judgement j where j.record_a = r.record_id and j.ended_at is null and j.verdict = 'same'
        union all
        select j.record_a from linkage.judgement j where j.record_b = r.record_id and j.ended_at is null and j.verdict = 'same') n
      join linkage.list_entry e on e.id = n.id and e.withdrawn_at is null and e.handling = 'victim'
      where e.origin_agency_id in (select a.id from asked a)
        and not exists (select 1 from member m join linkage.judgement d
          on d.record_a = least(m.id, e.id) and d.record_b = greatest(m.id, e.id)
          where m.person = r.person and d.ended_at is null and d.verdict = 'different')
    )
    select distinct r.person, e.origin_agency_id, l.contact
    from reached r join linkage.list_entry e on e.id = r.record_id join linkage.list l on l.id = e.list_id
    where e.origin_agency_id in (select a.id from asked a) and e.handling = 'victim'
    order by 1, 2, 3;
  end;
revoke execute on function linkage.contacts_of from public;
-- Its owner reads rows behind their fence, which no owner of the installation does by itself.
grant create on schema linkage to bailiwick_worker;
alter function linkage.contacts_of owner to bailiwick_worker;
revoke create on schema linkage from bailiwick_worker;
grant execute on function linkage.contacts_of to bailiwick_ops, bailiwick_safeguard;
