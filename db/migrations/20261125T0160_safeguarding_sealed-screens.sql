-- Why: the system screens by addresses that must stay hidden. What it keeps of such a screen told where they are: a hash of
-- the values can be made again by whoever tries addresses, and «this address» beside a marker gives it away.
-- Locks: assurance.screening and assurance.hit for an instant. Takes: milliseconds.

-- Of a screen that the system made, no hash is kept: nobody has typed anything that could be shown to be what was asked.
create function safeguarding.screening_without_hash() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if new.officer_id is null then new.asked_hash := ''; end if;
  return new;
end $$;
create trigger screening_without_hash before insert on assurance.screening
  for each row execute function safeguarding.screening_without_hash();
update assurance.screening set asked_hash = '' where officer_id is null;
comment on column assurance.screening.asked_hash is 'SHA-256 of the values under the row''s own id: whoever has the values can show that these were asked. Empty where the system screened by itself, because it knows addresses that must stay hidden.';

-- What the system met for somebody whose address is hidden says on what in no case, and is as sure in every one: where places
-- alone were left out, it could be told which of them were. That it is somebody else is said of a screen that an officer made.
create function safeguarding.hit_without_grounds() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' then
    if new.answer = 'not' and new.on_what = '{}' then return old; end if;
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
revoke execute on function safeguarding.hit_without_grounds, safeguarding.screening_without_hash from public;
do $$ begin
  grant create on schema safeguarding to bailiwick_worker;
  alter function safeguarding.hit_without_grounds owner to bailiwick_worker;
  revoke create on schema safeguarding from bailiwick_worker;
end $$;
create trigger hit_without_grounds before insert or update on assurance.hit for each row execute function safeguarding.hit_without_grounds();
update assurance.hit h set on_what = '{}', sureness = 'likely', probability = null
  from assurance.screening s where s.id = h.screening_id and s.officer_id is null and s.subject_id is not null
    and safeguarding.hides_address(s.subject_id);
comment on column assurance.hit.on_what is 'On what it was met. Empty where the system met it for somebody whose address is hidden; it cannot be put aside then.';
