-- Why: accounts that money goes to and names in social networks tie items together as telephones do, and could be linked only as words.
-- Locks: intelligence.link and intelligence.watch while their rows are looked at once. Takes: a second for a million links.
alter table intelligence.link drop constraint link_kind,
  add constraint link_kind check (kind in ('person', 'organisation', 'vehicle', 'phone', 'email', 'place', 'account', 'handle'));
alter table intelligence.watch drop constraint watch_kind,
  add constraint watch_kind check (kind in ('person', 'organisation', 'vehicle', 'phone', 'email', 'place', 'account', 'handle'));
