-- Why: past the code, on a login of operations, a warning could be published without anybody's approval or in the name of a colleague,
-- evidence be written down as somebody else's, and a line of continuity be put in that breaks an item for good.
-- Locks: court.alert, alert_reach, item, continuity and outcome, for milliseconds: each item with a file is hashed once. Takes: milliseconds.
drop policy alert_own on court.alert;
create policy alert_read on court.alert for select to bailiwick_ops using (agency_id = (select platform.viewer_agency()));
create policy alert_draft on court.alert for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency())
  and service_id = any ((select platform.viewer_services())::uuid[]) and made_by = (select platform.viewer_text('officer')::uuid)
  and status = 'draft' and approved_by is null and published_on is null);
create policy alert_step on court.alert for update to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and 'communications-officer' = any (string_to_array((select platform.viewer_text('roles')), ',')))
  with check (agency_id = (select platform.viewer_agency()) and (status <> 'published' or approved_by = (select platform.viewer_text('officer')::uuid)));
drop policy alert_reach_own on court.alert_reach;
create policy alert_reach_read on court.alert_reach for select to bailiwick_ops using (agency_id = (select platform.viewer_agency()));
create policy alert_reach_write on court.alert_reach for insert to bailiwick_ops with check (agency_id = (select platform.viewer_agency())
  and made_by = (select platform.viewer_text('officer')::uuid) and exists (select 1 from court.alert a where a.id = alert_id and a.agency_id = alert_reach.agency_id)
  and 'communications-officer' = any (string_to_array((select platform.viewer_text('roles')), ',')));

-- Who wrote it down is who is signed in.
create policy item_writer on court.item as restrictive for insert to bailiwick_ops
  with check (added_by = (select platform.viewer_text('officer')::uuid));
create policy outcome_writer on court.outcome as restrictive for insert to bailiwick_ops
  with check (recorded_by = (select platform.viewer_text('officer')::uuid));
alter table court.item add constraint item_content_hash check (content is null or sha256 = encode(sha256(content), 'hex'));

-- The next line of an item, by the officer who is signed in, with the hash that follows from the line before: as src/court/continuity.ts.
create function court.line_follows(given court.continuity) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select given.position = count(*) and given.officer_id = platform.viewer_text('officer')::uuid
    and given.hash = encode(sha256(convert_to(concat_ws(E'\n', coalesce((array_agg(k.hash order by k.position desc))[1], ''), given.item_id::text,
      given.position::text, to_char(given.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), given.officer_id::text, given.words), 'UTF8')), 'hex')
  from court.continuity k where k.item_id = given.item_id
$$;
comment on function court.line_follows is 'Whether a line of continuity is the next of its item and follows from the one before. Tells nothing else.';
revoke execute on function court.line_follows from public;
grant execute on function court.line_follows to bailiwick_ops;
create policy continuity_follows on court.continuity as restrictive for insert to bailiwick_ops with check (court.line_follows(continuity));
