-- Why: an address that must stay hidden stays so when its row is given anew: a row that replaces a hidden one is hidden from
-- its first moment, what a changed row ends does not bring other rows' addresses back, and rows of files that are still
-- kept for looking at lose theirs too.
-- Locks: the trigger's table for an instant. Takes: milliseconds.
create or replace function linkage.judgement_spreads_hidden_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- A row that was changed says nothing of whether the others are that person: only a decision does.
  if new.ended_at is not null and new.ended_why = 'row-withdrawn' then return null; end if;
  if exists (select 1 from records.hidden_address h where h.record_id in (new.record_a, new.record_b)) then
    perform linkage.spread_hidden_address(new.record_a);
    perform linkage.spread_hidden_address(new.record_b);
  end if;
  return null;
end $$;

create function linkage.entry_keeps_hidden_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into records.hidden_address (record_id, is_marked, since)
    select new.id, h.is_marked, h.since from records.hidden_address h where h.record_id = new.replaces on conflict do nothing;
  return null;
end $$;
create trigger list_entry_hidden_address after insert on linkage.list_entry
  for each row when (new.replaces is not null) execute function linkage.entry_keeps_hidden_address();

create function linkage.clear_hidden_file_rows() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from linkage.list_load_row r using linkage.list_entry e
    where e.id = new.record_id and r.load_id in (select d.id from linkage.list_load d where d.list_id = e.list_id)
      and (r.outcome = 'sample' or r.label = e.label);
  return null;
end $$;
create trigger hidden_address_clears_files after insert on records.hidden_address
  for each row execute function linkage.clear_hidden_file_rows();
create policy list_load_row_hidden on linkage.list_load_row for all to current_user using (true);

revoke execute on function linkage.entry_keeps_hidden_address, linkage.clear_hidden_file_rows from public;
