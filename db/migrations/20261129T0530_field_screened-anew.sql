-- Why: a place is screened once a day for each officer; where a marker was set since, it is screened anew, and that screen answers from then on.
-- Locks: none. Takes: milliseconds.
grant update (screening_id) on field.place_screening to bailiwick_ops;
