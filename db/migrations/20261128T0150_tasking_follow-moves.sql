-- Why: where a Joint Action Group is moved by somebody who may not see the meeting that follows it, the nightly job moves that one.
-- Locks: none. Takes: milliseconds.
grant update (status, version) on tasking.meeting to bailiwick_worker;
grant execute on function tasking.finish_meeting(uuid, uuid, timestamptz) to bailiwick_worker;
