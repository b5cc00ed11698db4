-- Why: figures ask when the first event was, and for the escalations of two years, and read every event of every report.
-- Locks: intake.report_event against writing while the indexes are made. Takes: about a second for each 500,000 events.
create index report_event_at_idx on intake.report_event (at);
create index report_event_escalated_idx on intake.report_event (at) where kind = 'escalate';
