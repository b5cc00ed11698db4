-- Why: the community protection table keeps, in each edition that was published, the street of somebody whose address was hidden
-- afterwards; and a fixed penalty for a breach keeps the point and the street that it was drafted with.
-- Locks: nothing. Takes: milliseconds; seconds where many hundreds of editions were published.

-- A place of the table, «Long Row and Short Row, Wend; High Street, Sund», without one street: where it stands, the town alone is
-- left, since a list from which one was taken out says which.
create function enforcement.place_without(place text, street text, town text) returns text
  language sql immutable parallel safe
  return (select string_agg(case when strpos(p.part, split_part(street, ', ', 1)) > 0 then town else p.part end, '; ' order by p.n)
    from unnest(string_to_array(place, '; ')) with ordinality as p (part, n));

-- Takes what is near to some people out of what was copied of their protection files.
create function enforcement.copies_forget_place(the_record uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f record;
begin
  update enforcement.penalty n set lon = null, lat = null
    from enforcement.penalty_recipient q
    where q.record_id = the_record and n.id = q.penalty_id and (n.lon is not null or n.lat is not null);
  for f in
    select p.agency_id, p.street_words as street, p.penalty_id,
      coalesce(nullif(split_part(p.street_words, ', ', 2), ''), d.name, 'Place not known') as town
    from enforcement.protection_subject s join enforcement.protection p on p.id = s.protection_id
      left join directory.area d on d.code = p.district_code
    where s.record_id = the_record
  loop
    update enforcement.penalty n set lon = null, lat = null,
        place_words = case when n.place_words = f.street then null else n.place_words end
      where n.id = f.penalty_id and (n.lon is not null or n.lat is not null or n.place_words = f.street);
    continue when f.street is null;
    update enforcement.protection_table t set rows = w.rows, sha256 = encode(sha256(convert_to(w.rows::text, 'UTF8')), 'hex')
      from (select o.id, jsonb_agg(jsonb_set(r.line, '{location}',
            to_jsonb(enforcement.place_without(r.line ->> 'location', f.street, f.town))) order by r.n) as rows
          from enforcement.protection_table o cross join lateral jsonb_array_elements(o.rows) with ordinality as r (line, n)
          where o.agency_id = f.agency_id group by o.id) w
      where w.id = t.id and w.rows <> t.rows;
  end loop;
end $$;
create function enforcement.hidden_clears_copies() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform enforcement.copies_forget_place(new.record_id);
  return null;
end $$;
-- The same where a file is found to be about somebody whose address is hidden already, or a penalty is tied to such a file.
create function enforcement.subject_clears_copies() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform enforcement.copies_forget_place(h.record_id)
    from enforcement.protection_subject s join records.hidden_address h on h.record_id = s.record_id
    where s.protection_id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  return null;
end $$;
revoke execute on function enforcement.copies_forget_place, enforcement.hidden_clears_copies, enforcement.subject_clears_copies from public;
do $$ begin
  grant create on schema enforcement to bailiwick_worker;
  alter function enforcement.copies_forget_place(uuid) owner to bailiwick_worker;
  alter function enforcement.hidden_clears_copies() owner to bailiwick_worker;
  alter function enforcement.subject_clears_copies() owner to bailiwick_worker;
  revoke create on schema enforcement from bailiwick_worker;
end $$;
create policy penalty_recipient_worker on enforcement.penalty_recipient for select to bailiwick_worker using (true);
grant select (penalty_id, record_id) on enforcement.penalty_recipient to bailiwick_worker;
create policy protection_subject_worker on enforcement.protection_subject for select to bailiwick_worker using (true);
grant select on enforcement.protection, enforcement.protection_table to bailiwick_worker;
grant select (protection_id, record_id) on enforcement.protection_subject to bailiwick_worker;
grant update (rows, sha256) on enforcement.protection_table to bailiwick_worker;
grant update (lon, lat, place_words) on enforcement.penalty to bailiwick_worker;

create trigger hidden_address_copies after insert on records.hidden_address
  for each row execute function enforcement.hidden_clears_copies();
create trigger protection_subject_copies after insert or update of record_id on enforcement.protection_subject
  for each row when (new.record_id is not null) execute function enforcement.subject_clears_copies('protection_id');
create trigger protection_penalty_copies after update of penalty_id on enforcement.protection
  for each row when (new.penalty_id is not null) execute function enforcement.subject_clears_copies('id');
select enforcement.copies_forget_place(h.record_id) from records.hidden_address h;
comment on column enforcement.protection_table.sha256 is 'SHA-256 of the rows as they stand: a street is taken out of an edition, and the hash made anew, when the address of somebody warned there must stay hidden.';
