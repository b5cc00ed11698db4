-- Why: a place is screened once a day for each officer; where a marker was set since, it is screened anew, and that screen answers from then on.
-- Locks: field.capture for an instant. Takes: milliseconds.
grant update (screening_id) on field.place_screening to bailiwick_ops;
-- What was delivered is not written over: the answer to the same thing sent again is the one that was given.
revoke update on field.capture from bailiwick_ops;
