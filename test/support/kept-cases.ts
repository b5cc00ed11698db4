/** Something that keeps a record whose time has come. */
export interface KeptCase {
  kind: string;
  why: string;
  /** The record, as a query. */
  record: string;
  /** What is done before it is asked. */
  arrange: readonly string[];
}

const first = (table: string, where = 'true') =>
  `(select id from ${table} where ${where} order by id limit 1)`;
const aCase = '(select case_id from enforcement.penalty where case_id is not null order by id limit 1)';
const penaltyOnCase = first('enforcement.penalty', `case_id = ${aCase}`);
const unpaid = (table: string) =>
  `update enforcement.penalty set status = 'reminded', ended_on = null where id = (select penalty_id from ${table} where penalty_id is not null limit 1)`;
const reopened = "update enforcement.case_file set status = 'open', closed_at = null where id =";
const by = first('directory.officer');
const beforeCourt = `insert into court.prosecution (id, reference, case_id, agency_id, service_id, title, opened_on)
  select gen_random_uuid(), 'PF-KEPT', c.id, c.lead_agency_id, c.lead_service_id, 'Kept', '2027-01-01' from enforcement.case_file c where c.id = ${aCase}`;
/** A request for their own data of somebody of a name, at an agency. */
const asks = (name: string, agency: string) =>
  `insert into governance.access (id, reference, agency_id, regime, status, name, date_of_birth, reply_by, keys, received_on, made_at, made_by)
   values (gen_random_uuid(), 'SA-KEPT ' || gen_random_uuid(), ${agency}, 'UKGDPR', 'received', ${name}, '1980-01-01', 'post', '[]', '2027-01-01', '2027-01-01', ${by})`;

/** Each thing that keeps a record, tried on the files of test/support/ended.ts. */
export const keptCases: readonly KeptCase[] = [
  {
    ...{ kind: 'penalty', why: 'unpaid', record: first('enforcement.penalty') },
    arrange: [
      `update enforcement.penalty set status = 'reminded' where id = ${first('enforcement.penalty')}`,
    ],
  },
  {
    ...{ kind: 'penalty', why: 'prosecution', record: first('enforcement.penalty') },
    arrange: [
      `update enforcement.penalty set status = 'referred' where id = ${first('enforcement.penalty')}`,
    ],
  },
  { kind: 'penalty', why: 'prosecution', record: penaltyOnCase, arrange: [beforeCourt] },
  { kind: 'penalty', why: 'case', record: penaltyOnCase, arrange: [`${reopened} ${aCase}`] },
  { kind: 'case', why: 'file', record: aCase, arrange: [] },
  { kind: 'case', why: 'prosecution', record: aCase, arrange: [beforeCourt] },
  {
    ...{
      kind: 'case',
      why: 'task',
      record: '(select case_id from tasking.task where case_id is not null order by id limit 1)',
    },
    arrange: [
      "update tasking.task set status = 'accepted' where case_id = (select case_id from tasking.task where case_id is not null order by id limit 1)",
    ],
  },
  {
    ...{ kind: 'protection', why: 'appeal', record: first('enforcement.protection') },
    arrange: ["update enforcement.protection set appeal_until = '2099-01-01'"],
  },
  {
    ...{ kind: 'protection', why: 'unpaid', record: first('enforcement.protection') },
    arrange: [
      `update enforcement.protection set penalty_id = ${first('enforcement.penalty')}`,
      unpaid('enforcement.protection'),
    ],
  },
  {
    ...{ kind: 'closure', why: 'appeal', record: first('enforcement.closure') },
    arrange: ["update enforcement.closure set claim_until = '2099-01-01'"],
  },
  {
    ...{ kind: 'encampment', why: 'case', record: first('enforcement.encampment') },
    arrange: [`update enforcement.encampment set case_id = ${aCase}`, `${reopened} ${aCase}`],
  },
  {
    ...{ kind: 'abandoned', why: 'case', record: first('enforcement.abandoned') },
    arrange: [`update enforcement.abandoned set case_id = ${aCase}`, `${reopened} ${aCase}`],
  },
  {
    ...{ kind: 'pspo', why: 'unpaid', record: first('enforcement.pspo') },
    arrange: [
      `update enforcement.penalty set pspo_id = ${first('enforcement.pspo')}, status = 'issued', ended_on = null where id = ${first('enforcement.penalty')}`,
    ],
  },
  {
    ...{
      kind: 'prosecution',
      why: 'telling',
      record:
        '(select o.prosecution_id from court.telling t join court.outcome o on o.id = t.outcome_id limit 1)',
    },
    arrange: ['update court.telling set told_at = null, told_by = null, channel = null'],
  },
  {
    ...{
      kind: 'prosecution',
      why: 'enquiry',
      record: "(select e.file_id from dissemination.enquiry e where e.purpose = 'disclosure' limit 1)",
    },
    arrange: [
      'delete from dissemination.enquiry_considered',
      "update court.telling set told_at = '2027-01-01'",
    ],
  },
  {
    ...{ kind: 'asb-case', why: 'order', record: first('asb.asb_case') },
    arrange: ["update asb.order_file set ends_on = '2099-01-01'"],
  },
  {
    ...{ kind: 'asb-case', why: 'nomination', record: first('asb.asb_case') },
    arrange: ["update asb.nomination set status = 'accepted', closed_on = null"],
  },
  {
    ...{ kind: 'complainant', why: 'review', record: first('asb.complainant') },
    arrange: [
      `update asb.review set status = 'reviewed', closed_on = null, case_ids = array[${first('asb.asb_case')}]`,
    ],
  },
  {
    ...{ kind: 'nomination', why: 'task', record: first('asb.nomination') },
    arrange: ["update tasking.task set status = 'accepted' where id in (select task_id from asb.action)"],
  },
  {
    ...{ kind: 'case-review', why: 'recommendation', record: first('asb.review') },
    arrange: [
      `insert into asb.recommendation (id, reference, review_id, agency_id, body_agency_id, words, made_on, is_sent)
       select gen_random_uuid(), 'RC-KEPT', id, agency_id, agency_id, 'Kept', '2027-01-01', true from asb.review`,
    ],
  },
  {
    ...{ kind: 'trader', why: 'appeal', record: first('traders.trader') },
    arrange: ["update traders.trader set appeal_until = '2099-01-01'"],
  },
  {
    ...{ kind: 'trader', why: 'complaint', record: first('traders.trader') },
    arrange: ['update traders.trader_complaint set outcome = null, decided_on = null'],
  },
  {
    ...{
      kind: 'trader-proof',
      why: 'appeal',
      record: first('traders.trader_proof', "kind in ('identity', 'address')"),
    },
    arrange: ["update traders.trader set status = 'appealed'"],
  },
  { kind: 'vetting', why: 'trader', record: first('dissemination.vetting_request'), arrange: [] },
  {
    ...{ kind: 'operation', why: 'unpaid', record: first('operations.operation') },
    arrange: [
      `update operations.operation_stop set penalty_id = ${first('enforcement.penalty')}`,
      unpaid('operations.operation_stop'),
    ],
  },
  {
    ...{ kind: 'purchase', why: 'follow-up', record: first('inspection.purchase') },
    arrange: ["update inspection.follow_up set status = 'offered'"],
  },
  {
    ...{ kind: 'premises', why: 'member', record: first('inspection.premises') },
    arrange: ['update inspection.member set left_on = null'],
  },
  {
    ...{
      kind: 'premises',
      why: 'file',
      record: first('inspection.premises', 'id in (select premises_id from inspection.licensing)'),
    },
    arrange: ['delete from inspection.selection', 'update inspection.licensing set ended_on = null'],
  },
  { kind: 'premises', why: 'purchase', record: first('inspection.premises'), arrange: [] },
  {
    ...{ kind: 'inspection-visit', why: 'sample', record: first('inspection.visit') },
    arrange: ["update inspection.sample set result = 'awaited'"],
  },
  {
    ...{
      kind: 'received-record',
      why: 'asb-case',
      record: first('records.received_record', 'report_id is null'),
    },
    arrange: [
      'delete from records.link',
      'update enforcement.penalty_recipient set record_id = null',
      `update asb.asb_case set subject_record_id = ${first('records.received_record', 'report_id is null')}`,
      'update inspection.premises set firm_record_id = id, place_record_id = id',
      "update inspection.selection set record_ids = '{}'",
    ],
  },
  {
    ...{
      kind: 'report',
      why: 'asb-case',
      record: first('intake.report', 'closed_at is not null and case_id is null'),
    },
    arrange: [
      `update asb.asb_case set report_id = ${first('intake.report', 'closed_at is not null and case_id is null')}`,
    ],
  },
  {
    ...{
      kind: 'intelligence-item',
      why: 'package',
      record:
        "(select p.item_id from intelligence.draft_paragraph d join intelligence.paragraph p on p.id = d.paragraph_id join intelligence.draft f on f.id = d.draft_id where f.state = 'released' limit 1)",
    },
    arrange: [],
  },
  {
    ...{
      kind: 'intelligence-item',
      why: 'harm',
      record:
        '(select l.item_id from intelligence.harm_assessment h join intelligence.link l on l.id = h.link_id limit 1)',
    },
    arrange: [
      'delete from intelligence.draft_paragraph',
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, state, made_at, made_by)
       select gen_random_uuid(), (select i.id from intelligence.item i where i.id <> l.item_id order by i.id limit 1), l.agency_id, l.kind, l.role, l.label, l.value, 'confirmed', l.made_at, l.made_by
       from intelligence.link l where l.id = (select link_id from intelligence.harm_assessment limit 1)`,
    ],
  },
  {
    ...{ kind: 'intelligence-package', why: 'answer', record: first('dissemination.package') },
    arrange: ["update dissemination.package set deadline = '2099-01-01'", 'delete from dissemination.answer'],
  },
  {
    ...{ kind: 'intelligence-item', why: 'group' },
    record:
      '(select l.item_id from intelligence.ocg_member m join intelligence.link l on l.id = m.link_id limit 1)',
    arrange: ['delete from intelligence.draft_paragraph', 'delete from intelligence.harm_assessment'],
  },
  {
    ...{
      kind: 'intelligence-item',
      why: 'check',
      record: '(select item_id from intelligence.link order by id limit 1)',
    },
    arrange: [
      'delete from intelligence.draft_paragraph',
      'delete from intelligence.harm_assessment',
      'delete from intelligence.ocg_member',
      `insert into intelligence.external_check (id, reference, agency_id, source, subject_words, link_id, purpose, reason, by_connection, state, asked_at, asked_by)
       select gen_random_uuid(), 'EC-KEPT', l.agency_id, 'companies-house', 'Kept', l.id, 'intelligence', 'Kept', false, 'failed', '2027-01-01', l.made_by
       from intelligence.link l order by l.id limit 1`,
    ],
  },
  {
    ...{ kind: 'intelligence-group', why: 'item', record: first('intelligence.ocg') },
    arrange: ['delete from intelligence.item_review'],
  },
  // Whoever asks for their own data, and nobody else: by name, at that agency.
  {
    ...{ kind: 'complainant', why: 'asked', record: first('asb.complainant') },
    arrange: [
      asks(
        `(select name from asb.complainant where id = ${first('asb.complainant')})`,
        '(select agency_id from asb.complainant limit 1)',
      ),
    ],
  },
  {
    ...{ kind: 'trader', why: 'asked', record: first('traders.trader') },
    arrange: [
      asks(
        '(select name from traders.trader_person limit 1)',
        '(select agency_id from traders.trader limit 1)',
      ),
    ],
  },
  {
    ...{ kind: 'asb-case', why: '', record: first('asb.asb_case') },
    arrange: [
      asks("'Somebody Else'", '(select agency_id from asb.asb_case limit 1)'),
      asks(
        `(select name from asb.complainant where id = ${first('asb.complainant')})`,
        "(select id from directory.agency where code = 'MCC')",
      ),
    ],
  },
];
