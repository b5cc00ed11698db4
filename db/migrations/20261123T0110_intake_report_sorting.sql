-- Why: lists of reports are sorted by reference, day received, day due and status; without these, ten years of reports are
-- read and sorted for each page. The last lets few reports of a small agency be found without passing over everybody's.
-- Locks: intake.report against writing while the indexes are made. Takes: about a second for each 200,000 reports.
create index report_target_received_idx on intake.report (target_on, received_at, id);
create index report_status_received_idx on intake.report (status, received_at, id);
create index report_taker_received_idx on intake.report (received_by_agency_id, received_at desc, id desc);
