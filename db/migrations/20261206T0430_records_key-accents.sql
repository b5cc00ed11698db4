-- Why: the keys by which a name with its date of birth, or an address, is met were made with an accent as a gap: «José Núñez» was «jose nu nez» and never met «Jose Nunez».
-- They are made without accents now; what stands is made so too.
-- Locks: rows that are written. Takes: as many rows as have a name or an address with an accent; seconds.
create function pg_temp.keyed(text text) returns text language sql immutable as $$
  select trim(regexp_replace(lower(platform.folded(keyed.text)), '[^a-z0-9]+', ' ', 'g'))
$$;
update records.exact_key k set value = pg_temp.keyed(r.fields ->> 'name') || ' ' || right(k.value, 10)
  from records.received_record r where r.id = k.record_id and k.kind = 'name-born' and r.fields ->> 'name' ~ '[^\u0001-\u007f]';
update records.exact_key k set value = pg_temp.keyed(r.fields ->> 'address') || ' ' || upper(regexp_replace(r.fields ->> 'postcode', '\s', '', 'g'))
  from records.received_record r where r.id = k.record_id and k.kind = 'address' and r.fields ->> 'address' ~ '[^\u0001-\u007f]';
-- A label is the name with its date behind; a watch has the name alone.
update intelligence.link l set key_value = pg_temp.keyed(regexp_replace(l.label, ', [^,]*$', '')) || ' ' || right(l.key_value, 10)
  where l.key_kind = 'name-born' and l.label ~ '[^\u0001-\u007f]';
update intelligence.watch w set key_value = pg_temp.keyed(w.label) || ' ' || right(w.key_value, 10)
  where w.key_kind = 'name-born' and w.label ~ '[^\u0001-\u007f]';
update dissemination.enquiry_subject s set key_value = pg_temp.keyed(regexp_replace(s.label, ', [^,]*$', '')) || ' ' || right(s.key_value, 10)
  where s.key_kind = 'name-born' and s.label ~ '[^\u0001-\u007f]';
update dissemination.vetting_subject s set key_value = pg_temp.keyed(regexp_replace(s.label, ', [^,]*$', '')) || ' ' || right(s.key_value, 10)
  where s.key_kind = 'name-born' and s.label ~ '[^\u0001-\u007f]';
update dissemination.commission s set key_value = pg_temp.keyed(regexp_replace(s.subject_label, ', [^,]*$', '')) || ' ' || right(s.key_value, 10)
  where s.key_kind = 'name-born' and s.subject_label ~ '[^\u0001-\u007f]';
drop function pg_temp.keyed(text);
