-- Why: an auditor was told that a report, a visit or a screen of their agency is under a legal hold where the hold is another
-- agency's (on its case, or on its file of the victim register): that there are proceedings about it is that agency's to say. The
-- operations login could read of holds on files of the victim register, which its side must not know of. And a record that
-- was emptied of people and is taken up again is a new record of somebody: it was counted as emptied for ever, so that what is
-- written since would never have gone, and what it names would have gone while it is open.
-- Locks: triggers on intake.report and safeguarding.victim_file, for a moment. Takes: milliseconds.
drop policy legal_hold_shown on governance.legal_hold;
create policy legal_hold_shown on governance.legal_hold for select to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and kind <> 'victim-file');
create policy legal_hold_shown_safeguard on governance.legal_hold for select to bailiwick_safeguard
  using (agency_id = (select platform.viewer_agency()));

-- Whether what keeps a record is a hold that the viewer's own agency set.
create function governance.is_own_hold(the_kind text, the_record uuid) returns boolean
  language sql stable set search_path = pg_catalog
  return exists (select 1 from governance.legal_hold h where h.lifted_at is null and h.agency_id = platform.viewer_agency() and case
    when the_kind in ('report', 'reporter') then (h.kind = 'report' and h.record_id = the_record)
      or (h.kind = 'case' and h.record_id = (select r.case_id from intake.report r where r.id = the_record))
    when the_kind = 'visit' then h.kind = 'victim-file' and h.record_id = (select v.file_id from safeguarding.visit v where v.id = the_record)
    when the_kind = 'screening' then h.kind = 'victim-file' and h.record_id = (select s.subject_id from assurance.screening s where s.id = the_record)
    else h.kind = the_kind and h.record_id = the_record end);
revoke execute on function governance.is_own_hold from public;

create or replace function governance.own_candidates(the_kind text, until date)
  returns table (kind text, id text, agency_id uuid, reference text, counted_from date, kept_for text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.kind, c.id, c.agency_id, c.reference, c.counted_from,
      case
        when c.kept_for = 'held' then case when governance.is_own_hold(c.kind, c.id::uuid) then 'held' else 'stands-on' end
        when c.kept_for in ('group', 'report', 'later-version', 'joined', 'lead', 'visit') then c.kept_for
        when c.kept_for is not null then 'stands-on'
      end
    from governance.candidate c
    where c.kind = the_kind and c.agency_id = platform.viewer_agency() and c.counted_from <= until
      and 'auditor' = any (string_to_array(platform.viewer_text('roles'), ','));
  end;

create function governance.taken_up_again() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from governance.stripped where kind = tg_argv[0] and record_id = new.id;
  return null;
end $$;
revoke execute on function governance.taken_up_again from public;
create trigger report_taken_up_again after update of closed_at on intake.report
  for each row when (old.closed_at is not null and new.closed_at is null) execute function governance.taken_up_again('report');
create trigger victim_file_taken_up_again after update of status on safeguarding.victim_file
  for each row when (old.status in ('declined', 'moved', 'deceased') and new.status not in ('declined', 'moved', 'deceased'))
  execute function governance.taken_up_again('victim-file');
