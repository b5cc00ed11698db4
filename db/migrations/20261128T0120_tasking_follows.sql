-- Why: a team's tasking meeting is held a number of days after the Joint Action Group (S2-12): its days are computed from that meeting's;
-- and tasks that come from the police's own tasking and co-ordination keep the reference of the system they were shared by (S2-18).
-- Locks: access exclusive on tasking.series and tasking.task, for milliseconds. Takes: milliseconds.
alter table tasking.series add column follows_id uuid references tasking.series;
alter table tasking.series add column days_after smallint constraint series_days_after check (days_after between 1 and 60);
alter table tasking.series add constraint series_follows check ((follows_id is null) = (days_after is null) and follows_id is distinct from id);
create unique index series_follower_idx on tasking.series (follows_id, chair_agency_id) where follows_id is not null and is_active;
comment on column tasking.series.follows_id is 'The meeting whose days this one is computed from; it has no cadence of its own.';
alter table tasking.task add column partner_system text;
alter table tasking.task add column partner_reference text;
alter table tasking.task add column partner_on date;
alter table tasking.task add constraint task_partner check ((partner_system is null) = (partner_reference is null));
create unique index task_partner_idx on tasking.task (agency_id, partner_system, upper(partner_reference)) where partner_reference is not null;
comment on column tasking.task.partner_reference is 'The reference by which the system of the partners knows it, and the day of the meeting that set it there.';
