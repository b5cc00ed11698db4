-- Why: a service that submitted a later return before an earlier one had the days of both counted in both, and the
-- Management Board adds returns up. Each return now keeps which days it counted; a further one counts only the others.
-- Locks: tasking.data_return for a moment. Takes: milliseconds.
alter table tasking.data_return add column counted_days datemultirange;
comment on column tasking.data_return.counted_days is 'Which days of receipt and of issue the figures were counted over; no two returns of a service to a series share one. Empty where other returns had counted them all; null until submitted, and in the demonstration county, whose returns counted from period_from to the day before they came.';
update tasking.data_return t set counted_days = datemultirange(daterange(least(x.begins, x.ends), x.ends))
  from (
    select r.meeting_id, r.service_id, least((r.submitted_at at time zone 'Europe/London')::date, m.held_on) as ends,
      coalesce((select max(least((e.submitted_at at time zone 'Europe/London')::date, n.held_on)) from tasking.data_return e
        join tasking.meeting n on n.id = e.meeting_id where n.series_id = m.series_id and e.service_id = r.service_id
          and e.status = 'submitted' and n.held_on < m.held_on and e.submitted_at < r.submitted_at), r.period_from) as begins
    from tasking.data_return r join tasking.meeting m on m.id = r.meeting_id where r.status = 'submitted') x
  where t.meeting_id = x.meeting_id and t.service_id = x.service_id;
