-- Why: a penalty for the breach of a notice to somebody whose address must stay hidden forgot that it must (domain 2.18): it asked
-- for the address and printed it. A penalty now knows its person's record from the draft on, and says for itself whether where they
-- live must be left out, also to those who may not read who it is to. A paper says whether it was printed with an address, so that
-- one printed without can be opened and handed over.
-- Locks: two tables for an instant each. Takes: milliseconds.
create function enforcement.penalty_hides_place(given uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from enforcement.penalty_recipient q join records.hidden_address h on h.record_id = q.record_id
    where q.penalty_id = given)
$$;
comment on function enforcement.penalty_hides_place is 'Whether whoever the penalty is to has an address that must stay hidden. Says neither who nor where.';
revoke execute on function enforcement.penalty_hides_place from public;
grant execute on function enforcement.penalty_hides_place to bailiwick_ops, bailiwick_worker;

alter table enforcement.penalty_document add column shows_address boolean not null default true;
comment on column enforcement.penalty_document.shows_address is 'Whether an address was printed on it; such a paper is not opened once that address must stay hidden.';
alter table enforcement.protection_document add column shows_address boolean not null default true;
comment on column enforcement.protection_document.shows_address is 'Whether an address was printed on it; such a letter is not opened once that address must stay hidden.';

-- Penalties that were drafted for a breach before this: they go to the person of the file.
update enforcement.penalty_recipient q set record_id = s.record_id
  from enforcement.protection p join enforcement.protection_subject s on s.protection_id = p.id
  where p.penalty_id = q.penalty_id and q.record_id is null;
-- Where they live was copied as the point of the offence.
update enforcement.penalty p set lon = null, lat = null where enforcement.penalty_hides_place(p.id);
update enforcement.protection p set lon = null, lat = null
  from enforcement.protection_subject s join records.hidden_address h on h.record_id = s.record_id where s.protection_id = p.id;
