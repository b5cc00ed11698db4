-- Why: 20261201T0020 gives three policies to bailiwick_owner, as the database that comes with the product calls its owner. Where a server of one's
-- own is used, its role has another name and that migration ended with a fault. 20261204T0410 gives them to whoever owns the schema.
-- Locks: none. Takes: milliseconds.
do $$
begin
  if current_user <> 'bailiwick_owner' then
    if not exists (select 1 from pg_roles where rolname = 'bailiwick_owner') then
      create role bailiwick_owner nologin;
    end if;
    -- Never to gain what another installation's owner may do.
    if not (select rolsuper or rolcanlogin from pg_roles where rolname = 'bailiwick_owner') then
      execute format('grant bailiwick_owner to %I', current_user);
    end if;
  end if;
end $$;
