import type { KeptCase } from './kept-cases.ts';

const first = (table: string, where = 'true') =>
  `(select id from ${table} where ${where} order by id limit 1)`;
const by = first('directory.officer');
/** Nothing made from an item keeps it. */
const freed = [
  'delete from intelligence.draft_paragraph',
  'delete from intelligence.harm_assessment',
  'delete from intelligence.ocg_member',
  'delete from intelligence.external_check',
  'update intelligence.enquiry_line set item_id = null',
];
const linked = '(select id from intelligence.link order by id limit 1)';
const ofLink = (column: string) => `(select ${column} from intelligence.link where id = ${linked})`;
/** An enquiry that no round has considered names somebody, to the unit that holds the link. */
const enquired = (label: string, key = 'null') => [
  'delete from dissemination.enquiry_considered',
  `update dissemination.enquiry set unit_agency_id = ${ofLink('agency_id')}`,
  `update dissemination.enquiry_subject set unit_agency_id = ${ofLink('agency_id')}, kind = 'person', label = ${label},
     key_kind = case when ${key} is null then null else 'vehicle' end, key_value = ${key}`,
];
const lettingGo = `insert into intelligence.item_review (id, item_id, agency_id, at, officer_id, retention_group, decision, next_on, words)
  select gen_random_uuid(), id, agency_id, '2030-01-01', ${by}, 4, 'let-go', '2031-01-01', 'Kept' from intelligence.item`;
const item = ofLink('item_id');
const aCase =
  '(select case_id from intake.report where case_id is not null and closed_at is not null order by id limit 1)';
const ofCase = `(select id from intake.report where case_id = ${aCase} and closed_at is not null order by id limit 1)`;
const alone = first('intake.report', 'closed_at is not null and case_id is null');
const reporterOf = (report: string) => [
  'delete from intake.reporter',
  `insert into intake.reporter (report_id, name, email) select id, 'Ray Reporter', 'ray@example.test' from intake.report where id = ${report}`,
];
const beforeCourt = (
  the: string,
) => `insert into court.prosecution (id, reference, case_id, agency_id, service_id, title, opened_on)
  select gen_random_uuid(), 'PF-KEPT', c.id, c.lead_agency_id, c.lead_service_id, 'Kept', '2027-01-01' from enforcement.case_file c
  where c.id = ${the} and not exists (select 1 from court.prosecution f where f.case_id = c.id)`;
const closedAll = [
  "update enforcement.case_file set status = 'closed', closed_at = '2027-01-01' where closed_at is null",
  "update tasking.task set status = 'not-done' where status in ('set', 'accepted')",
];
const asks = (name: string, agency: string, email = '') =>
  `insert into governance.access (id, reference, agency_id, regime, status, name, date_of_birth, reply_by, email, keys, received_on, made_at, made_by)
   values (gen_random_uuid(), 'SA-KEPT', ${agency}, 'UKGDPR', 'received', ${name}, '1980-01-01', 'post', '${email}', '[]', '2027-01-01', '2027-01-01', ${by})`;
const another = "(select id from directory.agency where code = 'HARB')";
const hold = (kind: string, record: string) =>
  `insert into governance.legal_hold (id, kind, record_id, reference, agency_id, why, set_at, set_by)
   values (gen_random_uuid(), '${kind}', ${record}, 'H-KEPT', ${another}, 'Kept', now(), ${by})`;
const taskOnCase = first('tasking.task', 'case_id is not null');
const releasedPackage = '(select package_id from dissemination.answer order by package_id limit 1)';

/** More that keeps a record: what is asked of the unit or of another agency, and what is held by way of something else. */
export const moreKeptCases: readonly KeptCase[] = [
  {
    ...{ kind: 'intelligence-item', why: 'enquiry', record: item },
    arrange: [
      ...freed,
      lettingGo,
      ...enquired("'Elsie Enquired, 1950-01-01'"),
      "update intelligence.item set body = 'Elsie enquired was there'",
    ],
  },
  {
    ...{ kind: 'intelligence-item', why: 'enquiry', record: item },
    arrange: [
      ...[...freed, lettingGo, ...enquired("'E Enquired'")],
      `update intelligence.link set kind = 'person', label = 'Elsie Enquired', state = 'confirmed', ended_at = null where id = ${linked}`,
    ],
  },
  {
    ...{ kind: 'intelligence-item', why: 'enquiry', record: item },
    arrange: [
      ...[...freed, lettingGo, ...enquired("'Nobody Known'", "'QS19OCG'")],
      `insert into intelligence.mention (item_id, agency_id, kind, value, typed, received_at) values (${item}, ${ofLink('agency_id')}, 'vehicle', 'QS19OCG', 'QS19 OCG', now())`,
    ],
  },
  {
    ...{ kind: 'intelligence-item', why: '', record: item },
    arrange: [
      ...freed,
      lettingGo,
      ...enquired("'Somebody Else'"),
      `update dissemination.enquiry set unit_agency_id = ${another}`,
      "update intelligence.item set body = 'Somebody Else'",
    ],
  },
  {
    ...{ kind: 'intelligence-group', why: 'undecided', record: first('intelligence.ocg') },
    arrange: ['delete from intelligence.ocg_member'],
  },
  {
    ...{ kind: 'intelligence-package', why: 'operation', record: releasedPackage },
    arrange: [
      `update operations.operation set status = 'planned', package_reference = (select reference from intelligence.draft where id = ${releasedPackage})`,
    ],
  },
  {
    ...{ kind: 'intelligence-package', why: 'held', record: releasedPackage },
    arrange: [
      `update dissemination.answer set case_id = ${aCase} where package_id = ${releasedPackage}`,
      hold('case', aCase),
    ],
  },
  {
    ...{ kind: 'asb-case', why: 'held', record: first('asb.asb_case') },
    arrange: [
      `update asb.review set case_ids = array[${first('asb.asb_case')}]`,
      hold('case-review', first('asb.review')),
    ],
  },
  {
    ...{ kind: 'complainant', why: 'held', record: first('asb.complainant') },
    arrange: [
      `update asb.review set case_ids = array[(select asb_id from asb.complainant where id = ${first('asb.complainant')})]`,
      hold('case-review', first('asb.review')),
    ],
  },
  {
    ...{ kind: 'reporter', why: 'prosecution', record: ofCase },
    arrange: [
      ...closedAll,
      ...reporterOf(ofCase),
      'delete from court.telling',
      'delete from court.outcome',
      beforeCourt(aCase),
    ],
  },
  {
    ...{ kind: 'task', why: 'prosecution', record: taskOnCase },
    arrange: [
      ...closedAll,
      'delete from court.telling',
      'delete from court.outcome',
      beforeCourt(`(select case_id from tasking.task where id = ${taskOnCase})`),
    ],
  },
  {
    ...{ kind: 'intelligence-package', why: 'prosecution', record: releasedPackage },
    arrange: [
      ...closedAll,
      `update dissemination.answer set case_id = ${aCase} where package_id = ${releasedPackage}`,
      'delete from court.telling',
      'delete from court.outcome',
      beforeCourt(aCase),
    ],
  },
  {
    ...{ kind: 'reporter', why: 'asb-case', record: alone },
    arrange: [...reporterOf(alone), `update asb.incident set report_id = ${alone}`],
  },
  // Who wrote from the same address, under another name; and what another agency gathered.
  {
    ...{ kind: 'reporter', why: 'asked', record: alone },
    arrange: [
      ...reporterOf(alone),
      asks(
        "'Maiden Name'",
        `(select owner_agency_id from intake.report where id = ${alone})`,
        'Ray@example.test',
      ),
    ],
  },
  {
    ...{ kind: 'reporter', why: 'asked', record: alone },
    arrange: [
      ...reporterOf(alone),
      `update intake.report set received_by_agency_id = ${another} where id = ${alone}`,
      asks("'Ray Reporter'", another),
    ],
  },
  {
    ...{ kind: 'vetting', why: 'asked', record: first('dissemination.vetting_request') },
    arrange: [
      'update traders.trader set vetting_id = null',
      "update dissemination.vetting_subject set label = 'Vera Vetted, 1970-01-01'",
      asks(
        "'Vera Vetted'",
        `(select agency_id from dissemination.vetting_request where id = ${first('dissemination.vetting_request')})`,
      ),
    ],
  },
  {
    ...{ kind: 'commission', why: 'asked', record: first('dissemination.commission') },
    arrange: [
      "update dissemination.commission set subject_kind = 'person', subject_label = 'Vera Vetted, 1970-01-01'",
      asks(
        "'Vera Vetted'",
        `(select agency_id from dissemination.commission where id = ${first('dissemination.commission')})`,
      ),
    ],
  },
  ...(['commission', 'unit-commission'] as const).flatMap((kind) => [
    {
      ...{ kind, why: 'answer', record: first('dissemination.commission') },
      arrange: ["update dissemination.commission set status = 'asked', refused_for = null"],
    },
    {
      ...{ kind, why: 'price', record: first('dissemination.commission') },
      arrange: [
        "update dissemination.commission set status = 'closed', refused_for = null, price_pence = 100, paid_on = null",
      ],
    },
    {
      ...{ kind, why: 'decision', record: first('dissemination.commission') },
      arrange: [
        "update dissemination.commission set kind = 'grant', owed_pence = null, decides_on = '2027-01-01', status = 'answered', refused_for = null",
      ],
    },
  ]),
];
