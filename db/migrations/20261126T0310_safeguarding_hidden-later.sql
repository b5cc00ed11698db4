-- Why: what a screen had met at an address stayed beside the marker when that address was hidden afterwards, with a hash of the
-- address that whoever tries addresses can make again. And national batches were counted for a register whose agreement
-- about them had ended, or not begun.
-- Locks: nothing. Takes: milliseconds.

-- An answer that was given before stays, whatever is taken out of its row; a new «not» needs grounds.
create or replace function safeguarding.hit_without_grounds() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' then
    if new.answer = 'not' and old.answer is distinct from 'not' and new.on_what = '{}' then return old; end if;
    return new;
  end if;
  if exists (select 1 from assurance.screening s where s.id = new.screening_id and s.officer_id is null and s.subject_id is not null
      and safeguarding.hides_address(s.subject_id)) then
    new.on_what := '{}';
    new.sureness := 'likely';
    new.probability := null;
  end if;
  return new;
end $$;

-- Of every screen that was made for somebody on a register: on what each marker was met, and the hash of what was asked. Not of
-- places alone: else it could be told which of them were.
create function safeguarding.screens_forget_place(the_record uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  files uuid[];
begin
  select array_agg(distinct k.id) into files
    from safeguarding.victim_file f cross join lateral safeguarding.family_of(f.id) as k (id)
    where f.record_id in (select v.id from linkage.row_versions(the_record) as v (id));
  if files is null then return; end if;
  update assurance.hit h set on_what = '{}', sureness = 'likely', probability = null
    from assurance.screening s where s.id = h.screening_id and s.subject_id = any (files) and h.on_what <> '{}';
  update assurance.screening s set asked_hash = '' where s.subject_id = any (files) and s.asked_hash <> '';
end $$;
create function safeguarding.hidden_clears_screens() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform safeguarding.screens_forget_place(new.record_id);
  return null;
end $$;
revoke execute on function safeguarding.screens_forget_place, safeguarding.hidden_clears_screens from public;
do $$ begin
  grant create on schema safeguarding to bailiwick_worker;
  alter function safeguarding.screens_forget_place(uuid) owner to bailiwick_worker;
  alter function safeguarding.hidden_clears_screens() owner to bailiwick_worker;
  revoke create on schema safeguarding from bailiwick_worker;
end $$;
grant update (asked_hash) on assurance.screening to bailiwick_worker;
grant update (on_what, sureness, probability) on assurance.hit to bailiwick_worker;
create trigger hidden_address_screens after insert on records.hidden_address
  for each row execute function safeguarding.hidden_clears_screens();
select safeguarding.screens_forget_place(h.record_id) from records.hidden_address h;
comment on column assurance.screening.asked_hash is 'SHA-256 of the values under the row''s own id: whoever has the values can show that these were asked. Empty where the system screened by itself, because it knows addresses that must stay hidden, and where the address was hidden afterwards.';
comment on column assurance.hit.on_what is 'On what it was met. Empty where the system met it for somebody whose address is hidden, or the address was hidden afterwards; it cannot be put aside then.';

create or replace function safeguarding.sees_batches(of_agency uuid) returns boolean
  language sql stable parallel safe
  return safeguarding.keeps_register() and (of_agency = platform.viewer_agency() or exists (
    select 1 from directory.agreement t where t.from_agency_id = of_agency and t.to_agency_id = platform.viewer_agency()
      and t.record_kind = 'restricted-list'
      and t.starts_on <= platform.viewer_today() and (t.ends_on is null or t.ends_on > platform.viewer_today())));
