-- Why: sources by pseudonym. Who a source really is stands in a table of its own that not even the intelligence login may
-- read: a login for sealed things holds it, and only the routes that say so run on that. Also how often a source gave
-- something, and the numbers from which that is status drift (domain 2.19).
-- Locks: intelligence.item for two columns, of which none is filled. Takes: milliseconds.
grant usage on schema platform, directory, intelligence to bailiwick_sealed;
grant execute on function platform.record_audit to bailiwick_sealed;
grant select on directory.officer, directory.agency to bailiwick_sealed;

create table intelligence.source (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  pseudonym text not null,
  kind text not null constraint source_kind check (kind in ('public', 'partner', 'officer', 'other-force', 'anonymous')),
  made_at timestamptz not null,
  made_by uuid not null references directory.officer,
  referred_at timestamptz,
  referred_by uuid references directory.officer,
  referred_words text not null default '',
  constraint source_pseudonym_key unique (agency_id, pseudonym),
  constraint source_referred check ((referred_at is null) = (referred_words = ''))
);
comment on table intelligence.source is 'A source by a pseudonym that says nothing of who it is. Holds no authorisation. Retention: 6 years after its last item.';
comment on column intelligence.source.referred_words is 'That the authorising officer was asked about status drift: a reference and the answer, no authorisation.';

create table intelligence.source_identity (
  source_id uuid primary key references intelligence.source,
  agency_id uuid not null references directory.agency,
  name text not null,
  contact text not null default '',
  kept_at timestamptz not null,
  kept_by uuid not null
);
comment on table intelligence.source_identity is 'Who a source is. The sealed login alone: no compartment reads it. Never somebody who is authorised as a covert source, whose identity is not kept here. Retention: as the source.';

alter table intelligence.item add column source_id uuid references intelligence.source, add column wanted text not null default '';
create index item_source_idx on intelligence.item (source_id, received_at) where source_id is not null;
comment on column intelligence.item.wanted is 'What the unit would like to know besides: looked for in records and with partners, never asked of a source.';
grant update (source_id, wanted) on intelligence.item to bailiwick_intel;

create table intelligence.rule (
  id uuid primary key,
  agency_id uuid not null references directory.agency,
  name text not null,
  value integer not null constraint rule_value check (value between 1 and 3650),
  set_at timestamptz not null,
  set_by uuid not null references directory.officer,
  why text not null
);
create index rule_name_idx on intelligence.rule (agency_id, name, set_at desc);
comment on table intelligence.rule is 'What a unit has set instead of the shipped numbers; the newest of a name holds. Retention: 6 years after it is replaced.';

do $$
declare name text;
begin
  foreach name in array array['source', 'source_identity', 'rule'] loop
    execute format('alter table intelligence.%I enable row level security', name);
    execute format('alter table intelligence.%I force row level security', name);
    execute format('create policy %I on intelligence.%I for all to current_user using (true) with check (true)', name || '_seed', name);
    execute format('create policy %I on intelligence.%I for all to bailiwick_intel, bailiwick_sealed
      using (agency_id = (select platform.viewer_agency())) with check (agency_id = (select platform.viewer_agency()))', name || '_own', name);
  end loop;
end $$;
grant select, insert, update (referred_at, referred_by, referred_words) on intelligence.source to bailiwick_intel;
grant select on intelligence.source to bailiwick_sealed;
grant select, insert, update (name, contact, kept_at, kept_by) on intelligence.source_identity to bailiwick_sealed;
grant select, insert on intelligence.rule to bailiwick_intel;
