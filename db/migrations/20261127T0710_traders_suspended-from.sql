-- Why: a suspension that is ended gives the firm back where it stood. A renewal under way stays under way: without this it began anew,
-- and the intelligence side was asked a second time about the same people.
-- Locks: access exclusive on traders.trader, for milliseconds. Takes: milliseconds.
alter table traders.trader add column suspended_from text
  constraint trader_suspended_from check (suspended_from in ('member', 'renewing'));
comment on column traders.trader.suspended_from is 'Where the firm stood before its suspension, and where it stands again when that ends.';
