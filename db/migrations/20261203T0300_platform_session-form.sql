-- Why: a form that arrives after its session has ended is kept for whoever typed it, and its token says who that was.
-- Locks: platform.session while the index is made. Takes: milliseconds; a second or two with a million sessions.
create index session_csrf_idx on platform.session (csrf_secret);
