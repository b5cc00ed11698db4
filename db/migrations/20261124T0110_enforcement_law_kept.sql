-- Why: an administrator records what a council adopted and switches rows of the law on; each can be taken back before it
-- takes effect, and then the row that it had closed is open again. A row that no source was found for is off until then.
-- Locks: the two small tables of the law, briefly. Takes: milliseconds.
alter table enforcement.adopted_amount
  add column closes_id uuid references enforcement.adopted_amount,
  add column closes_was date,
  add column withdrawn_at timestamptz;
comment on column enforcement.adopted_amount.closes_id is 'The amount that ends the day before this one starts, and ended on closes_was before, if on any day.';
comment on column enforcement.adopted_amount.withdrawn_at is 'Taken back before its first day: it never applied to any offence.';
alter table enforcement.penalty_law
  add column closes_id uuid references enforcement.penalty_law,
  add column closes_was date,
  add column confirmed_words text;
comment on column enforcement.penalty_law.confirmed_words is 'Where an administrator found confirmed what was switched on.';

-- A notice that was issued under such a row keeps it, and a row that has ended stays: the past is not rewritten.
update enforcement.penalty_law law set status = 'off'
  where marking = 'general-knowledge' and status = 'active' and valid_to is null
    and not exists (select from enforcement.penalty p where p.law_id = law.id);

grant insert, update (valid_to, withdrawn_at) on enforcement.adopted_amount to bailiwick_tech;
grant update (status, valid_from, valid_to, closes_id, closes_was, confirmed_words) on enforcement.penalty_law to bailiwick_tech;
