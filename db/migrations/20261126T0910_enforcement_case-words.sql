-- Why: steps of closures that were being prepared, and of drafts that were discarded, stood in the history of their case, where every
-- agency on it reads them; the file itself is its own agency's alone, and keeps them.
-- Locks: nothing but the lines that go. Takes: milliseconds.
delete from enforcement.case_event e where (e.kind = 'closure'
    and (e.words like 'CL-%: consulted; safeguarding checklist complete' or e.words like 'CL-%: draft discarded'))
  or (e.kind = 'protection' and e.words like '%: draft discarded');
