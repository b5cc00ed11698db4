import type { Client } from 'pg';

/** Ids of Wendmere's joint enforcement team and of one of each thing that it keeps. */
export const jetSamples = {
  teamId: '5a3b1e00-0000-4000-8000-000000000801',
  timeEntryId: '5a3b1e00-0000-4000-8000-000000000802',
  patrolPlanId: '5a3b1e00-0000-4000-8000-000000000803',
  shiftId: '5a3b1e00-0000-4000-8000-000000000804',
  practiceNoteId: '5a3b1e00-0000-4000-8000-000000000805',
  courseId: '5a3b1e00-0000-4000-8000-000000000806',
  invitationId: '5a3b1e00-0000-4000-8000-000000000807',
  reaccreditationId: '5a3b1e00-0000-4000-8000-000000000808',
};
/** Samples by their tokens. */
export const jetSampleQueries: Record<string, string> = {
  ...Object.fromEntries(Object.entries(jetSamples).map(([name, id]) => [name, `select '${id}' as value`])),
  month: "select '2026-10' as value",
  spareServiceId: "select id::text as value from directory.service where code = 'WEND-PARK'",
  jetOfficerId:
    "select o.id::text as value from directory.officer o join directory.service_member m on m.officer_id = o.id join directory.service s on s.id = m.service_id where s.code = 'WEND-JET' and o.id not in (select officer_id from platform.account where is_persona) order by o.id limit 1",
};
const of = (username: string) =>
  `(select o.id, o.agency_id from directory.officer o join platform.account c on c.officer_id = o.id where c.username = '${username}')`;

/** Adds the team with an entry of its log, a plan, a shift, a note, a session with an invitation, and an accreditation that is ready. */
export async function addSampleJet(client: Client): Promise<void> {
  const s = jetSamples;
  await client.query(
    `insert into jet.team (id, agency_id, service_id, name, area_code, started_year, posts, neighbourhood_service_id, tasking_route)
     select $1, v.agency_id, v.id, 'Sample team', a.area_code, 2014, 5, n.id, 'By the Joint Action Group'
     from directory.service v join directory.agency a on a.id = v.agency_id, directory.service n where v.code = 'WEND-JET' and n.code = 'MPOL-SNT1'`,
    [s.teamId],
  );
  await client.query(
    `insert into jet.plan (id, reference, team_id, agency_id, title, district_code, place, from_on, to_on, priority, lines, status, made_by, made_at)
     select $1, 'PL-SAMP-001', t.id, t.agency_id, 'Sample square', t.area_code, 'The square', '2026-11-01', '2026-12-15', 'asb', '{engage-communities}', 'open', v.id,
       '2026-10-30T09:00:00Z' from jet.team t, ${of('sunita.supervisor')} v`,
    [s.patrolPlanId],
  );
  await client.query(
    `insert into jet.time_entry (id, team_id, agency_id, officer_id, on_day, activity, counts_as, minutes, plan_id, made_at)
     select $1, t.id, t.agency_id, j.id, '2026-11-19', 'patrol', 'enforcement', 120, $2, '2026-11-19T16:00:00Z' from jet.team t, ${of('joss.jet')} j`,
    [s.timeEntryId, s.patrolPlanId],
  );
  await client.query(
    `insert into jet.shift (id, service_id, agency_id, officer_id, on_day, starts_at, ends_at)
     select $1, t.service_id, t.agency_id, j.id, '2026-11-23', '08:00', '16:00' from jet.team t, ${of('joss.jet')} j`,
    [s.shiftId],
  );
  await client.query(
    `insert into jet.note (id, reference, agency_id, title, question, answer, basis, status, made_by, made_at)
     select $1, 'PN-SAMP-001', v.agency_id, 'Sample note', 'May a dog be off its lead here?', 'Not in the sample park', '', 'proposed', v.id, '2026-11-10T09:00:00Z'
     from ${of('sunita.supervisor')} v`,
    [s.practiceNoteId],
  );
  await client.query(
    `insert into jet.course (id, reference, agency_id, title, subjects, on_day, place, is_open, made_by, made_at)
     select $1, 'TR-SAMP-001', v.agency_id, 'Sample session', '{witness-statements}', '2026-11-18', 'Council Offices', false, v.id, '2026-11-01T09:00:00Z'
     from ${of('sunita.supervisor')} v`,
    [s.courseId],
  );
  await client.query(
    `insert into jet.invitation (id, course_id, agency_id, officer_id, state, invited_at) select $1, $2, j.agency_id, j.id, 'invited', '2026-11-01T09:00:00Z'
     from ${of('joss.jet')} j`,
    [s.invitationId, s.courseId],
  );
  await client.query(
    `insert into jet.reaccreditation (id, reference, officer_id, agency_id, force_agency_id, status, vetted_on, trained_on, assessed_on, opened_by, opened_at)
     select $1, 'AC-SAMP-001', j.id, j.agency_id, p.agency_id, 'ready', '2026-11-10', '2026-11-11', '2026-11-12', v.id, '2026-11-01T09:00:00Z'
     from ${of('joss.jet')} j, ${of('sunita.supervisor')} v, ${of('priya.police')} p`,
    [s.reaccreditationId],
  );
}
