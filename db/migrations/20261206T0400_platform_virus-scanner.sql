-- Why: files were held until a virus scanner passed them, and no scanner could be connected: so no file but a picture opened for anybody. Now a job
-- hands what is held to the scanner. The worker reads a file's bytes only while it is held, through three functions; its old right on every file goes.
-- Locks: court.item, intelligence.attachment, platform.file for the moment that a column or a policy takes. Takes: milliseconds; no row is rewritten.
alter table court.item add column scan text not null default 'held'
  constraint item_scan check (scan in ('held', 'clean', 'infected'));
alter table intelligence.attachment add column scan text not null default 'held'
  constraint attachment_scan check (scan in ('held', 'clean', 'infected'));
comment on column court.item.scan is 'What the virus scanner said of the file.';
comment on column intelligence.attachment.scan is 'What the virus scanner said of the file.';
create index file_held_idx on platform.file (id) where scan = 'held';
create index item_held_idx on court.item (id) where scan = 'held' and content is not null;
create index attachment_held_idx on intelligence.attachment (id) where scan = 'held' and content is not null;

-- Nobody brings a file that is already passed.
create policy file_comes_held on platform.file as restrictive for insert
  to bailiwick_ops, bailiwick_intel, bailiwick_safeguard, bailiwick_public with check (scan = 'held');
create policy item_comes_held on court.item as restrictive for insert to bailiwick_ops with check (scan = 'held');
create policy attachment_comes_held on intelligence.attachment as restrictive for insert to bailiwick_intel with check (scan = 'held');

drop policy file_worker on platform.file;
revoke select, update (scan) on platform.file from bailiwick_worker;

-- In no order, so that what the scanner cannot take does not stand before the rest.
create function platform.held_files(most integer) returns table (place text, id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select h.place, h.id from (
    select 'file' as place, f.id from platform.file f where f.scan = 'held'
    union all select 'court-item', i.id from court.item i where i.scan = 'held' and i.content is not null
    union all select 'attachment', a.id from intelligence.attachment a where a.scan = 'held' and a.content is not null
  ) h order by random() limit held_files.most
$$;
create function platform.held_content(place text, id uuid) returns bytea
  language sql stable security definer set search_path = pg_catalog as $$
  select case held_content.place
    when 'file' then (select f.content from platform.file f where f.id = held_content.id and f.scan = 'held')
    when 'court-item' then (select i.content from court.item i where i.id = held_content.id and i.scan = 'held')
    when 'attachment' then (select a.content from intelligence.attachment a where a.id = held_content.id and a.scan = 'held')
  end
$$;
create function platform.file_scanned(place text, id uuid, verdict text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  case place
    when 'file' then update platform.file f set scan = verdict where f.id = file_scanned.id and f.scan = 'held';
    when 'court-item' then update court.item i set scan = verdict where i.id = file_scanned.id and i.scan = 'held';
    when 'attachment' then update intelligence.attachment a set scan = verdict where a.id = file_scanned.id and a.scan = 'held';
  end case;
end $$;
revoke execute on function platform.held_files, platform.held_content, platform.file_scanned from public;
grant execute on function platform.held_files, platform.held_content, platform.file_scanned to bailiwick_worker;
