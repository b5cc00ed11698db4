-- Why: the job that tells a reporter that there is news could not read where to write to, so nobody was told.
-- It reads the e-mail address and nothing else of who reported.
grant select (report_id, email) on intake.reporter to bailiwick_worker;
create policy reporter_told on intake.reporter for select to bailiwick_worker using (email is not null);
