/** Samples that only pages need: one SQL query a token, each for a record that officers of Wendmere may see. */
export const moreSampleQueries: Record<string, string> = {
  caseId: `select c.id::text as value from enforcement.case_file c join directory.service s on s.id = c.lead_service_id
    join directory.agency a on a.id = s.agency_id where a.code = 'WEND' and not c.is_personal and c.status <> 'closed' order by c.reference limit 1`,
  meetingId: `select m.id::text as value from tasking.meeting m join tasking.series s on s.id = m.series_id join directory.agency a on a.area_code = s.area_code
    where a.code = 'WEND' and s.kind = 'JAG' and m.status = 'scheduled' order by m.held_on limit 1`,
  seriesId: `select s.id::text as value from tasking.series s join directory.agency a on a.area_code = s.area_code
    where a.code = 'WEND' and s.kind = 'JAG' limit 1`,
  taskId: `select t.id::text as value from tasking.task t join directory.agency a on a.id = t.agency_id
    where a.code = 'WEND' and not t.is_personal order by t.status = 'set' desc, t.reference limit 1`,
  penaltyId: `select p.id::text as value from enforcement.penalty p join directory.agency a on a.id = p.agency_id
    where a.code = 'WEND' order by p.status = 'issued' desc, p.reference limit 1`,
  districtCode: "select area_code as value from directory.agency where code = 'WEND'",
  code: "select 'E-01' as value",
  quarter: "select '2026-27-Q2' as value",
};
