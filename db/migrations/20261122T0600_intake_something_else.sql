-- Why: a complaint that fits no line of the A to Z must still be taken (S2-28). Without a rule of its own it goes to the
-- community safety inbox, which finds out who answers, and the directory notes the gap.
-- Locks: one row. Takes: milliseconds.
insert into directory.issue_type (code, name, group_name, hint, words, target_working_days)
values ('something-else', 'Something else', 'Anything else', 'Use this when nothing in the list fits.', '{}', 5)
on conflict (code) do nothing;

-- A safeguarding officer who takes a report that nobody is down for notes the gap as the front desk does.
grant insert on directory.gap to bailiwick_safeguard;
