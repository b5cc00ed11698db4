import type { Route } from '../../src/platform/http/declare.ts';
import { abandonedSamples } from './sample-abandoned.ts';
import { asbSampleQueries } from './sample-asb.ts';
import { assuranceSamples } from './sample-assurance.ts';
import { commissionSamples } from './sample-commission.ts';
import { accessSamples, courtSamples } from './sample-court.ts';
import { enforcementSamples, samplePenalty } from './sample-enforcement.ts';
import { inspectionSamples } from './sample-inspection.ts';
import { intelligenceSamples } from './sample-intelligence.ts';
import { jetSampleQueries } from './sample-jet.ts';
import { linkageSamples } from './sample-linkage.ts';
import { operationSamples } from './sample-operations.ts';
import type { World } from './world.ts';

/** Values for the tokens in examples and for path parameters: `reportId` → an id. */
export type Samples = Record<string, string>;

/** One SQL query a token: a sample that an ordinary officer of Wendmere may see. A new kind of record adds a line. */
export const sampleQueries: Record<string, string> = {
  reportId: "select id::text as value from intake.report where reference = 'R-SAMP-001'",
  holdId:
    "select coalesce((select id::text from governance.legal_hold order by id limit 1), '5a3b1e00-0000-4000-8000-00000000000f') as value",
  retentionKind: "select 'report' as value",
  recordId: "select id::text as value from records.received_record where label = '+447700900555'",
  ruleId: 'select id::text as value from directory.routing_rule where ends_on is null order by id limit 1',
  caseId:
    "select c.id::text as value from enforcement.case_file c join directory.agency a on a.id = c.lead_agency_id where a.code = 'WEND' and not c.is_personal and c.status <> 'closed' order by c.opened_at desc, c.id limit 1",
  seriesId:
    "select s.id::text as value from tasking.series s join directory.agency a on a.id = s.chair_agency_id where a.code = 'WEND' and s.kind = 'JAG' order by s.id limit 1",
  meetingId:
    "select m.id::text as value from tasking.meeting m join tasking.series s on s.id = m.series_id join directory.agency a on a.id = s.chair_agency_id where a.code = 'WEND' and s.kind = 'JAG' and m.held_on >= '2026-11-20' order by m.held_on limit 1",
  taskId:
    "select t.id::text as value from tasking.task t join directory.agency a on a.id = t.set_by_agency_id where a.code = 'WEND' and not t.is_personal order by t.due_on desc, t.id limit 1",
  flagId:
    "select coalesce((select id::text from tasking.success_flag order by id limit 1), '00000000-0000-4000-8000-000000000000') as value",
  penaltyId: samplePenalty,
  penaltyExhibitId: `select '${enforcementSamples.penaltyExhibitId}' as value`,
  protectionExhibitId: `select '${enforcementSamples.protectionExhibitId}' as value`,
  protectionId: `select '${enforcementSamples.protectionId}' as value`,
  requirementId: `select '${enforcementSamples.requirementId}' as value`,
  protectionStep: "select 'discard' as value",
  closureId: `select '${enforcementSamples.closureId}' as value`,
  occupantId: `select '${enforcementSamples.occupantId}' as value`,
  closureStep: "select 'discard' as value",
  encampmentId: `select '${enforcementSamples.encampmentId}' as value`,
  vehicleId: `select '${enforcementSamples.vehicleId}' as value`,
  encampmentStep: "select 'discard' as value",
  abandonedId: `select '${abandonedSamples.abandonedId}' as value`,
  abandonedStep: "select 'discard' as value",
  abandonedPaper: "select 'vehicle-notice' as value",
  pspoId: `select '${enforcementSamples.pspoId}' as value`,
  pspoStep: "select 'withdraw' as value",
  pspoPaper: "select 'order' as value",
  paper: "select 'notice' as value",
  letter: "select 'warning' as value",
  format: "select 'pdf' as value",
  adoptedId:
    "select m.id::text as value from enforcement.adopted_amount m join directory.agency a on a.id = m.agency_id where a.code = 'WEND' and m.offence = 'fly-tipping' order by m.valid_from desc limit 1",
  lawId:
    "select id::text as value from enforcement.penalty_law where status = 'awaiting-confirmation' order by id limit 1",
  code: "select 'E-01' as value",
  quarter: "select '2026-27-Q2' as value",
  postcode:
    "select postcode as value from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  districtCode: "select area_code as value from directory.agency where code = 'WEND'",
  fileId: "select '5a3b1e00-0000-4000-8000-000000000009' as value",
  step: "select 'where' as value",
  kind: "select 'notice' as value",
  edition: "select '1' as value",
  action: "select 'cancel' as value",
  jobId: "select '1' as value",
  importId: "select id::text as value from intake.import_run where file_name = 'sample.csv'",
  entryId: `select '${linkageSamples.entryId}' as value`,
  otherEntryId: `select '${linkageSamples.otherEntryId}' as value`,
  judgementId: `select '${linkageSamples.judgementId}' as value`,
  opinionId: `select '${linkageSamples.opinionId}' as value`,
  questionId: `select '${linkageSamples.questionId}' as value`,
  modelId: `select '${linkageSamples.otherModelId}' as value`,
  runId: `select '${linkageSamples.runId}' as value`,
  safeguardingOfficerId:
    "select officer_id::text as value from platform.account where username = 'sadia.safeguarding'",
  markerId: `select '${assuranceSamples.markerId}' as value`,
  screeningId: `select '${assuranceSamples.screeningId}' as value`,
  itemId: `select '${intelligenceSamples.itemId}' as value`,
  paragraphId: `select '${intelligenceSamples.paragraphId}' as value`,
  otherItemId: `select '${intelligenceSamples.otherItemId}' as value`,
  ...Object.fromEntries(
    (['readyParagraphId', 'packageId', 'draftId'] as const).map((name) => [
      name,
      `select '${intelligenceSamples[name]}' as value`,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      ...operationSamples,
      ...inspectionSamples,
      ...courtSamples,
      ...commissionSamples,
      ...accessSamples,
    }).map(([name, id]) => [name, `select '${id}' as value`]),
  ),
  purchaseStep: "select 'cancel' as value",
  accessStep: "select 'refuse' as value",
  alertStep: "select 'withdraw' as value",
  accessPaper: "select 'letter' as value",
  ...jetSampleQueries,
  ...asbSampleQueries,
  sourceId: `select '${intelligenceSamples.sourceId}' as value`,
  linkId: `select '${intelligenceSamples.linkId}' as value`,
  firmLinkId: `select '${intelligenceSamples.firmLinkId}' as value`,
  feedId: `select '${intelligenceSamples.feedId}' as value`,
  attachmentId: `select '${intelligenceSamples.attachmentId}' as value`,
  watchId: `select '${intelligenceSamples.watchId}' as value`,
  keptId: `select '${intelligenceSamples.keptId}' as value`,
  pinnedIds: "select seen->>'pin' as value from intelligence.kept_chart where name = 'Roofers' limit 1",
  wayIds: "select seen->>'way' as value from intelligence.kept_chart where name = 'Roofers' limit 1",
  conversionId: `select '${intelligenceSamples.conversionId}' as value`,
  irId: `select '${intelligenceSamples.irId}' as value`,
  strategyId: `select '${intelligenceSamples.strategyId}' as value`,
  irPlanId: `select '${intelligenceSamples.irPlanId}' as value`,
  checkId: `select '${intelligenceSamples.checkId}' as value`,
  checkGrantId: `select '${intelligenceSamples.checkGrantId}' as value`,
  checkOfficerId: "select officer_id::text as value from platform.account where username = 'anya.analyst'",
  ocgId: `select '${intelligenceSamples.ocgId}' as value`,
  ocgMemberId: `select '${intelligenceSamples.ocgMemberId}' as value`,
  ocgActionId: `select '${intelligenceSamples.ocgActionId}' as value`,
  listId: "select id::text as value from linkage.list where name = 'Sample list'",
  loadId: "select id::text as value from linkage.list_load where file_name = 'list.csv'",
  listedId: "select id::text as value from linkage.list_entry where label = 'Sam Sample'",
  victimFileId: "select id::text as value from safeguarding.victim_file where reference = 'V-SAMP-001'",
  visitId: "select id::text as value from safeguarding.visit where reference = 'VV-SAMP-001'",
  referralId: "select id::text as value from safeguarding.referral where narrative = 'Unopened letters'",
  wardenId: "select officer_id::text as value from platform.account where username = 'wyn.warden'",
  serviceId: "select id::text as value from directory.service where code = 'WEND-JET'",
  agencyId: "select id::text as value from directory.agency where code = 'WEND'",
  otherAgencyId: "select id::text as value from directory.agency where code = 'MICB'",
  agreementId: 'select id::text as value from directory.agreement where ends_on is null order by id limit 1',
  areaCode: "select area_code as value from directory.agency where code = 'WEND'",
  officerId: "select officer_id::text as value from platform.account where username = 'olu.officer'",
  grantId:
    "select g.id::text as value from directory.role_grant g join platform.account c on c.officer_id = g.officer_id where c.username = 'olu.officer' limit 1",
  // Nothing has been changed or asked for in the county: such an id finds nothing.
  sessionId: "select '5a3b1e00-0000-4000-8000-00000000000c' as value",
  token: "select 'no-such-link' as value",
  messageId:
    "select coalesce((select id::text from platform.outbox order by id limit 1), '5a3b1e00-0000-4000-8000-00000000000d') as value",
  areaDraftId:
    "select coalesce((select id::text from directory.area_draft limit 1), '5a3b1e00-0000-4000-8000-00000000000e') as value",
  changeId: "select '5a3b1e00-0000-4000-8000-00000000000a' as value",
  requestId: "select '5a3b1e00-0000-4000-8000-00000000000b' as value",
  reference: "select 'R-SAMP-001' as value",
  issueType: "select 'fly-tipping' as value",
  lon: "select lon::text as value from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  lat: "select lat::text as value from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
};

export async function readSamples(world: World): Promise<Samples> {
  const samples: Samples = {};
  for (const [token, query] of Object.entries(sampleQueries)) {
    const [row] = await world.sql<{ value: string }>(query);
    if (!row) throw new Error(`The county has no sample for ${token}.`);
    samples[token] = row.value;
  }
  return samples;
}

/** A request for a route: its path with parameters put in, its query, and its body. */
export interface Request {
  url: string;
  body: Record<string, unknown>;
}

/** The route's example with samples in place of tokens. Throws when a parameter has none, so that none is forgotten. */
export function requestFor(route: Route, samples: Samples): Request {
  const value = (given: unknown): unknown => {
    if (typeof given === 'string' && given.startsWith('@')) return sampleOf(given.slice(1), samples, route);
    if (Array.isArray(given)) return given.map(value);
    if (typeof given === 'object' && given !== null)
      return Object.fromEntries(Object.entries(given).map(([key, part]) => [key, value(part)]));
    return given;
  };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(value(route.example.params?.[name] ?? `@${name}`))),
  );
  const query = new URLSearchParams(
    Object.entries(route.example.query ?? {}).map(([key, given]) => [key, String(value(given))]),
  ).toString();
  return {
    url: query ? `${path}?${query}` : path,
    body: (value(route.example.body ?? {}) ?? {}) as Record<string, unknown>,
  };
}

function sampleOf(token: string, samples: Samples, route: Route): string {
  const found = samples[token];
  if (found === undefined)
    throw new Error(
      `${route.method} ${route.path}: no sample for ${token}; add a line to test/support/samples.ts.`,
    );
  return found;
}

/** A body as a browser's form would send it: nested values in brackets. */
export function formOf(body: Record<string, unknown>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [key, given] of Object.entries(body)) {
    if (Array.isArray(given))
      for (const [index, part] of given.entries()) fields[`${key}[${index}]`] = String(part);
    else if (typeof given === 'object' && given !== null)
      for (const [inner, part] of Object.entries(given)) fields[`${key}[${inner}]`] = String(part);
    else fields[key] = String(given);
  }
  return fields;
}
