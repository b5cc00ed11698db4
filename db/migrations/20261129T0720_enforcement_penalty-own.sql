-- Why: past the code, on a login of operations, another agency could change a fixed penalty that is not its own: the order it names, its amount,
-- its end.
-- Locks: enforcement.penalty, for milliseconds. Takes: milliseconds.
create function enforcement.penalty_is_own() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'bailiwick_ops' and (new.agency_id is distinct from platform.viewer_agency()
      or (tg_op = 'UPDATE' and old.agency_id is distinct from platform.viewer_agency())) then
    raise insufficient_privilege using message = 'a fixed penalty is written by its own agency';
  end if;
  return new;
end $$;
comment on function enforcement.penalty_is_own is 'Lets an agency write its own fixed penalties and no other''s, whatever the connection asks.';
revoke execute on function enforcement.penalty_is_own from public;
create trigger penalty_own before insert or update on enforcement.penalty for each row execute function enforcement.penalty_is_own();
