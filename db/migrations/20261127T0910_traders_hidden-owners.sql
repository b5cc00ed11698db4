-- Why: a sole trader works from home: where an owner's address must stay hidden, the firm stood on the list that the public reads, and
-- its file said where. An owner is now compared with hidden records by the exact key of name and date of birth, or by the record itself.
-- Locks: trader_person for an instant. Takes: milliseconds.
alter table traders.trader_person add column record_id uuid;
comment on column traders.trader_person.record_id is 'The record that they are, where the scheme knows it. Names no row that must stay: a record that is deleted takes its mark with it.';

create function traders.is_hidden(the_name text, born date, the_record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from records.hidden_address h where h.record_id = the_record)
    or exists (select 1 from records.exact_key k join records.hidden_address h on h.record_id = k.record_id
      where k.kind = 'name-born' and k.value =
        trim(regexp_replace(lower(normalize(the_name, NFKD)), '[^a-z0-9]+', ' ', 'g')) || ' ' || to_char(born, 'YYYY-MM-DD'))
$$;
revoke execute on function traders.is_hidden from public;
grant execute on function traders.is_hidden to bailiwick_ops;
comment on function traders.is_hidden is 'Whether an owner is, by their record or by exact name and date of birth, somebody whose address must stay hidden.';

create or replace function traders.checked(today date) returns table (firm_name text, trades text[], district_code text, member_from date)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.firm_name, t.trades, t.district_code, t.member_from from traders.trader t
  where t.status in ('member', 'renewing') and t.member_until >= today
    and not exists (select 1 from traders.trader_person p where p.trader_id = t.id and traders.is_hidden(p.name, p.date_of_birth, p.record_id))
  order by t.firm_name, t.reference limit 2000
$$;
