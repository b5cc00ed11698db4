-- Why: a release that is moved moves its plan, and is no second breach; an order has the age on the day that it is made.
-- Locks: none beyond grants. Takes: milliseconds.
grant update (release_on, escalate_on, escalated_on, missing) on asb.release_plan to bailiwick_ops;
grant update (release_on) on asb.breach to bailiwick_ops;
grant update (age) on asb.order_file to bailiwick_ops;
