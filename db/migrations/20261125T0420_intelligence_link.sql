-- Why: what an item is about: people, firms, vehicles, numbers, addresses, suggested from its words and confirmed by a person.
-- Locks: nothing that exists. Takes: milliseconds.
create table intelligence.link (
  id uuid primary key,
  item_id uuid not null references intelligence.item,
  agency_id uuid not null references directory.agency,
  kind text not null constraint link_kind check (kind in ('person', 'organisation', 'vehicle', 'phone', 'email', 'place')),
  role text not null constraint link_role check (role in ('subject', 'associate', 'victim', 'mentioned')),
  label text not null,
  value text not null,
  key_kind text,
  key_value text,
  state text not null constraint link_state check (state in ('confirmed', 'refused', 'ended')),
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  ended_at timestamptz,
  ended_by uuid references directory.officer,
  constraint link_key_whole check ((key_kind is null) = (key_value is null)),
  constraint link_ended check ((state = 'ended') = (ended_at is not null))
);
create unique index link_once_idx on intelligence.link (item_id, kind, value) where state <> 'ended';
create index link_key_idx on intelligence.link (agency_id, key_kind, key_value) where state = 'confirmed' and key_kind is not null;
comment on table intelligence.link is 'One tie of an item to somebody or something, by one role, confirmed or refused by a person; ended, never deleted. Retention: as the item.';
comment on column intelligence.link.key_kind is 'The exact key by which the same is met in other items and in records of services; a name alone has none.';

alter table intelligence.link enable row level security;
alter table intelligence.link force row level security;
create policy link_seed on intelligence.link for all to current_user using (true) with check (true);
create policy link_own on intelligence.link for all to bailiwick_intel
  using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()));
grant select, insert, update (state, ended_at, ended_by) on intelligence.link to bailiwick_intel;
