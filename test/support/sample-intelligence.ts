import type { Client } from 'pg';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { manager, sender, unit } from './sample-officers.ts';
import { addProblem, addStrategy } from './sample-products.ts';

/** Ids of an item of the county's intelligence unit, and of another that holds the same number. */
export const intelligenceSamples = {
  itemId: '5a3b1e00-0000-4000-8000-000000000501',
  paragraphId: '5a3b1e00-0000-4000-8000-000000000502',
  otherItemId: '5a3b1e00-0000-4000-8000-000000000503',
  sourceId: '5a3b1e00-0000-4000-8000-000000000506',
  linkId: '5a3b1e00-0000-4000-8000-000000000507',
  readyParagraphId: '5a3b1e00-0000-4000-8000-000000000509',
  packageId: '5a3b1e00-0000-4000-8000-000000000510',
  draftId: '5a3b1e00-0000-4000-8000-000000000511',
  feedId: '5a3b1e00-0000-4000-8000-000000000512',
  firmLinkId: '5a3b1e00-0000-4000-8000-000000000515',
  otherParagraphId: '5a3b1e00-0000-4000-8000-000000000504',
  irId: '5a3b1e00-0000-4000-8000-000000000540',
  irPlanId: '5a3b1e00-0000-4000-8000-000000000541',
  strategyId: '5a3b1e00-0000-4000-8000-000000000550',
  checkId: '5a3b1e00-0000-4000-8000-000000000530',
  checkGrantId: '5a3b1e00-0000-4000-8000-000000000531',
  ocgId: '5a3b1e00-0000-4000-8000-000000000520',
  ocgMemberId: '5a3b1e00-0000-4000-8000-000000000521',
  ocgActionId: '5a3b1e00-0000-4000-8000-000000000522',
  attachmentId: '5a3b1e00-0000-4000-8000-000000000563',
  watchId: '5a3b1e00-0000-4000-8000-000000000562',
  keptId: '5a3b1e00-0000-4000-8000-000000000561',
  conversionId: '5a3b1e00-0000-4000-8000-000000000560',
};

const readyItemId = '5a3b1e00-0000-4000-8000-000000000508';

async function addItem(
  client: Client,
  given: { id: string; paragraphId: string; reference: string; how: string; title: string },
): Promise<void> {
  await client.query(
    `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority, submitted_by, submitted_agency_id)
     select $1, $2, u.agency_id, $3, '2026-11-19T09:30:00Z', $4::text, $4::text || '. Rings from 07700 900555.', 3, s.id, s.agency_id from (${unit}) u, (${sender}) s`,
    [given.id, given.reference, given.how, given.title],
  );
  await client.query(
    `insert into intelligence.paragraph (id, item_id, agency_id, position, body) select $1, i.id, i.agency_id, 0, i.body from intelligence.item i where i.id = $2`,
    [given.paragraphId, given.id],
  );
  await client.query(
    "insert into intelligence.mention (item_id, agency_id, kind, value, typed, received_at) select id, agency_id, 'phone', '+447700900555', '07700 900555', received_at from intelligence.item where id = $1",
    [given.id],
  );
}

/** An item that is ready, the draft of a package made from it, and one that Wendmere received. */
async function addPackages(client: Client): Promise<void> {
  const s = intelligenceSamples;
  const itemId = readyItemId;
  await addItem(client, {
    ...{ id: itemId, paragraphId: s.readyParagraphId, reference: 'I-SAMP-003', how: 'feed' },
    title: 'Waste carrier without a licence',
  });
  await client.query(
    `update intelligence.paragraph set source_evaluation = '2', assessment = 'B', handling = 'P', risk_to_source = false,
       sanitised = 'A waste carrier works without a registration.', graded_at = '2026-11-19T11:00:00Z', graded_by = u.id from (${unit}) u where paragraph.id = $1`,
    [s.readyParagraphId],
  );
  await client.query("update intelligence.item set status = 'ready' where id = $1", [itemId]);
  for (const [id, reference, state] of [
    [s.draftId, 'PK-SAMP-002', 'draft'],
    [s.packageId, 'PK-SAMP-001', 'released'],
  ]) {
    await client.query(
      `insert into intelligence.draft (id, reference, agency_id, title, gateway, purpose, deadline, conditions, agency_ids, state, drafted_at, drafted_by, decided_at, decided_by)
       select $1, $2, u.agency_id, 'Waste carrier without a licence', 'cda-s115', 'To stop unlicensed carriage of waste', '2026-12-04', '{no-onward-sharing}',
         array[w.id], $3, '2026-11-19T12:00:00Z', u.id, case when $3 = 'released' then timestamptz '2026-11-19T13:00:00Z' end,
         case when $3 = 'released' then m.id end from (${unit}) u, (${manager}) m, directory.agency w where w.code = 'WEND'`,
      [id, reference, state],
    );
    await client.query(
      'insert into intelligence.draft_paragraph (draft_id, paragraph_id, agency_id, position) select id, $2, agency_id, 0 from intelligence.draft where id = $1',
      [id, s.readyParagraphId],
    );
  }
  await client.query(
    `insert into dissemination.package (id, reference, agency_id, gateway, purpose, deadline, conditions, conditions_words, agency_ids, officer_ids, released_at, released_by)
     select id, reference, agency_id, gateway, purpose, deadline, conditions, '', agency_ids, officer_ids, decided_at, decided_by from intelligence.draft where id = $1`,
    [s.packageId],
  );
  await client.query(
    `insert into dissemination.package_text (package_id, agency_id, part, position, words)
     select id, agency_id, t.part, 0, t.words from dissemination.package, (values ('title', 'Waste carrier without a licence'), ('text', 'A waste carrier works without a registration.')) t(part, words)`,
  );
  await client.query(
    `insert into dissemination.acknowledgement (package_id, officer_id, agency_id, at)
     select p.id, o.id, o.agency_id, '2026-11-19T14:00:00Z' from dissemination.package p, (${sender}) o`,
  );
}

/** A file of a feed that waits: one row that can be taken, and one without words. */
async function addFeed(client: Client): Promise<void> {
  const { feedId } = intelligenceSamples;
  await client.query(
    `insert into intelligence.feed_file (id, agency_id, feed, feed_code, file_name, file_sha256, state, columns, mapping, given_at, given_by)
     select $1, u.agency_id, 'Sample feed', 'sample feed', 'sample-feed.csv', repeat('0', 64), 'given', '["Subject", "Text"]',
       '{"body": "Text", "title": "Subject"}', '2026-11-19T10:00:00Z', u.id from (${unit}) u`,
    [feedId],
  );
  await client.query(
    `insert into intelligence.feed_row (feed_file_id, row_number, agency_id, cells) select $1, r.n, u.agency_id, r.cells::jsonb from (${unit}) u,
       (values (2, '{"Subject": "Vapes", "Text": "Sold to children at QM1 1AA."}'), (3, '{"Subject": "Nothing", "Text": ""}')) r(n, cells)`,
    [feedId],
  );
}

/** Two items about one roofer: a partner's form that Olu sent, and a complaint. */
export async function addSampleIntelligence(client: Client): Promise<void> {
  const s = intelligenceSamples;
  await addItem(client, {
    ...{ id: s.itemId, paragraphId: s.paragraphId, reference: 'I-SAMP-001', how: 'form' },
    title: 'Roofer takes deposits and does not come back',
  });
  await addItem(client, {
    ...{ id: s.otherItemId, paragraphId: s.otherParagraphId, reference: 'I-SAMP-002', how: 'complaint' },
    title: 'Paid a roofer who never returned',
  });
  await client.query(
    `insert into intelligence.source (id, agency_id, pseudonym, kind, made_at, made_by) select $1, u.agency_id, 'Heron 12', 'public', '2026-11-19T10:00:00Z', u.id from (${unit}) u`,
    [s.sourceId],
  );
  await client.query('update intelligence.item set source_id = $1 where id = $2', [
    s.sourceId,
    s.otherItemId,
  ]);
  await client.query(
    `insert into intelligence.source_identity (source_id, agency_id, name, kept_at, kept_by) select $1, u.agency_id, 'Sal Sampleton', '2026-11-19T10:00:00Z', u.id from (${unit}) u`,
    [s.sourceId],
  );
  await client.query(
    `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
     select $1, $2, u.agency_id, 'phone', 'subject', '07700 900555', '+447700900555', 'phone', '+447700900555', 'confirmed', '2026-11-19T10:00:00Z', u.id from (${unit}) u`,
    [s.linkId, s.itemId],
  );
  // A vehicle in two items, so that a chart has somewhere to go.
  await client.query(
    `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
     select l.id::uuid, l.item_id::uuid, u.agency_id, 'vehicle', 'mentioned', 'QS19 SMP', 'QS19SMP', 'vehicle', 'QS19SMP', 'confirmed', '2026-11-19T10:05:00Z', u.id
     from (${unit}) u, (values ('5a3b1e00-0000-4000-8000-000000000513', $1), ('5a3b1e00-0000-4000-8000-000000000514', $2)) l(id, item_id)`,
    [s.itemId, s.otherItemId],
  );
  await addFeed(client);
  await addKeptChart(client);
  await addWatch(client);
  await client.query(
    `insert into intelligence.attachment (id, agency_id, feed_file_id, item_id, position, name, said_type, found_type, bytes, sha256, state, content)
     select $1, u.agency_id, $2, $3, 0, 'note.txt', 'text/plain', 'text', 5, repeat('1', 64), 'kept', 'Hello'::bytea from (${unit}) u`,
    [s.attachmentId, s.feedId, s.itemId],
  );
  // An older system graded the complaint; an earlier conversion is there to be undone.
  await client.query("update intelligence.paragraph set legacy_grade = 'B24' where id = $1", [
    s.otherParagraphId,
  ]);
  await client.query(
    `insert into intelligence.conversion (id, agency_id, at, officer_id, paragraphs, items) select $1, u.agency_id, '2026-11-18T10:00:00Z', m.id, 3, 2 from (${unit}) u, (${manager}) m`,
    [s.conversionId],
  );
  await addPackages(client);
  await addProblem(client, s);
  // A firm, which was assessed once for the harm that it does.
  await client.query(
    `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
     select $1, $2, u.agency_id, 'organisation', 'subject', 'Sample Roofing, 09999999', '09999999', 'company', '09999999', 'confirmed', '2026-11-19T10:10:00Z', u.id from (${unit}) u`,
    [s.firmLinkId, readyItemId],
  );
  await client.query(
    `insert into intelligence.harm_assessment (id, agency_id, link_id, subject, number, sector, answers, lost_pounds, why, matrix_number, harm, risk, confidence, items, victims, made_at, made_by)
     select '5a3b1e00-0000-4000-8000-000000000516', u.agency_id, $1, 'company:09999999', 1, 'home-improvement',
       '{"criteria": {"economic": "moderate"}, "scope": "local", "likelihood": 3}', 4000, 'A sample', 0, 2, 6, 'low', 1, 0, '2026-11-19T11:00:00Z', u.id from (${unit}) u`,
    [s.firmLinkId],
  );
  await addGroup(client);
  await addCheck(client);
  await addRequirement(client);
  await addStrategy(client, s);
  await client.query(
    `insert into dissemination.receipt (id, reference, officer_id, agency_id, unit_agency_id, sent_on)
     select '5a3b1e00-0000-4000-8000-000000000505', i.reference, i.submitted_by, i.submitted_agency_id, i.agency_id, '2026-11-19' from intelligence.item i where i.id = $1`,
    [s.itemId],
  );
}

/** Imran watches for the number, and the sample item says it. */
async function addWatch(client: Client): Promise<void> {
  const { watchId, itemId } = intelligenceSamples;
  await client.query(
    `insert into intelligence.watch (id, agency_id, kept_by, kind, label, key_kind, key_value, why, made_at, until_on)
     select $1, u.agency_id, u.id, 'phone', '07700 900555', 'phone', '+447700900555', 'Named by two victims', '2026-11-18T09:00:00Z', '2027-02-01' from (${unit}) u`,
    [watchId],
  );
  await client.query(
    `insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by) select $1, id, agency_id, received_at, 'number' from intelligence.item where id = $2`,
    [watchId, itemId],
  );
}

/**
 * A chart that Imran kept: the van is pinned, and so are an item and a link that are there for him in no world; between that link
 * and the number he asked for a way.
 */
async function addKeptChart(client: Client): Promise<void> {
  const s = intelligenceSamples;
  const { rows } = await client.query<{ agencyId: string }>(
    `select u.agency_id as "agencyId" from (${unit}) u`,
  );
  const [item, link] = ['item', 'link'].map((part) =>
    idFromName(`hidden sensitive ${part} ${rows[0]?.agencyId}`),
  );
  await client.query(
    `insert into intelligence.kept_chart (id, agency_id, officer_id, name, start_id, seen, kept_at)
     select $1, u.agency_id, u.id, 'Roofers', $2, $3, '2026-11-19T15:00:00Z' from (${unit}) u`,
    [
      s.keptId,
      s.linkId,
      {
        steps: 4,
        pin: `5a3b1e00-0000-4000-8000-000000000513:12:4,${item},${link}:9:9`,
        hide: `${item},${link}`,
        way: `${s.linkId},${link}`,
      },
    ],
  );
}

/** A card of a group that uses the van, assessed, with an action, a disruption and its opening. */
async function addGroup(client: Client): Promise<void> {
  const { ocgId, ocgMemberId, ocgActionId } = intelligenceSamples;
  const at = "'2026-11-19T12:00:00Z'";
  const add = (table: string, columns: string, values: string) =>
    client.query(`insert into intelligence.${table} (${columns}) select ${values} from (${unit}) u`);
  await add(
    'ocg',
    'id, reference, agency_id, name, status, activities, area_words, lead_officer_id, review_on, opened_at, opened_by',
    `'${ocgId}', 'OCG-SAMP-001', u.agency_id, 'Slate Heron', 'suspected', 'Roofing that nobody asked for', 'The moor villages', u.id, '2026-11-19'::date, ${at}::timestamptz, u.id`,
  );
  await add(
    'ocg_assessment',
    'id, ocg_id, agency_id, number, answers, score, grounds, made_at, made_by',
    `'5a3b1e00-0000-4000-8000-000000000523', '${ocgId}', u.agency_id, 1,
      '{"intent": 3, "capability": 2, "harms": ["profit"], "isSerious": "yes", "isContinuing": "yes", "isOrganised": "not-known", "people": 2}'::jsonb,
      6, 'Two items', ${at}::timestamptz, u.id`,
  );
  await add(
    'ocg_member',
    'id, ocg_id, agency_id, link_id, subject, role, why, added_at, added_by',
    `'${ocgMemberId}', '${ocgId}', u.agency_id, '5a3b1e00-0000-4000-8000-000000000513', 'vehicle:QS19SMP', 'used', 'Seen twice', ${at}::timestamptz, u.id`,
  );
  await add(
    'ocg_action',
    'id, ocg_id, agency_id, strand, words, owner_words, due_on, made_at, made_by',
    `'${ocgActionId}', '${ocgId}', u.agency_id, 'pursue', 'Stop the van', 'Police', '2026-12-01'::date, ${at}::timestamptz, u.id`,
  );
  await add(
    'ocg_disruption',
    'id, ocg_id, agency_id, on_day, strand, grade, words, evidence, made_at, made_by',
    `'5a3b1e00-0000-4000-8000-000000000524', '${ocgId}', u.agency_id, '2026-11-18'::date, 'protect', 'minor', 'Leaflets', 'The round', ${at}::timestamptz, u.id`,
  );
  await add(
    'ocg_event',
    'id, ocg_id, agency_id, at, officer_id, kind, words',
    `'5a3b1e00-0000-4000-8000-000000000525', '${ocgId}', u.agency_id, ${at}::timestamptz, u.id, 'opened', 'Card opened'`,
  );
}

/** A check by hand that waits for its answer, one of a company that was answered, and that Imran may ask police records. */
async function addCheck(client: Client): Promise<void> {
  const { checkId, checkGrantId } = intelligenceSamples;
  await client.query(
    `insert into intelligence.check_grant (id, agency_id, officer_id, source, vetting_words, trained_on, until_on, given_at, given_by)
     select $1, u.agency_id, u.id, 'pnc', 'Level 3, to May 2028', '2026-09-01', '2027-08-31', '2026-11-02T09:00:00Z', m.id from (${unit}) u, (${manager}) m`,
    [checkGrantId],
  );
  await client.query(
    `insert into intelligence.external_check (id, reference, agency_id, source, subject_words, purpose, reason, by_connection, state, asked_at, asked_by)
     select $1, 'EC-SAMP-001', u.agency_id, 'insolvency', 'Sam Sample', 'vetting', 'Applies to the scheme', false, 'asked', '2026-11-19T13:00:00Z', u.id from (${unit}) u`,
    [checkId],
  );
  await client.query(
    `insert into intelligence.external_check (id, reference, agency_id, source, subject_words, purpose, reason, by_connection, state, asked_at, asked_by,
       outcome, document, answered_at, tries)
     select '5a3b1e00-0000-4000-8000-000000000532', 'EC-SAMP-002', u.agency_id, 'companies-house', '09999999', 'crime', 'Named by two victims', true, 'answered',
       '2026-11-19T13:10:00Z', u.id, 'found', $1::jsonb, '2026-11-19T13:10:05Z', 1 from (${unit}) u`,
    [
      JSON.stringify({
        ...{
          name: 'Sample Roofing Ltd',
          number: '09999999',
          status: 'active',
          kind: 'ltd',
          since: '2020-02-01',
        },
        ...{ until: '', office: '1 Sample Row, QM1 1AA', trades: ['43910'], wasInsolvent: false },
        ...{
          officers: [{ name: 'SAMPLE, Sam', role: 'director', from: '2020-02-01', until: '' }],
          officerCount: 1,
        },
      }),
    ],
  );
}

/** A requirement that is shown, with a part of its plan and the item that answers it. */
async function addRequirement(client: Client): Promise<void> {
  const { irId, irPlanId, itemId } = intelligenceSamples;
  await client.query(
    `insert into intelligence.requirement (id, reference, agency_id, question, look_for, why, shown_from, shown_until, made_at, made_by)
     select $1, 'IR-SAMP-001', u.agency_id, 'Who takes deposits for roofs and does not come back?', 'Flyers, vans that park twice', 'Two items in a week',
       '2026-11-10', '2027-02-28', '2026-11-10T09:00:00Z', m.id from (${unit}) u, (${manager}) m`,
    [irId],
  );
  await client.query(
    `insert into intelligence.requirement_plan (id, requirement_id, agency_id, words, owner_words, due_on, made_at, made_by)
     select $1, $2, u.agency_id, 'Complaints of the last year', 'Analyst', '2026-12-11', '2026-11-10T09:10:00Z', u.id from (${unit}) u`,
    [irPlanId, irId],
  );
  await client.query(
    `insert into intelligence.requirement_item (requirement_id, item_id, agency_id, made_at, made_by)
     select $1, $2, u.agency_id, '2026-11-19T12:00:00Z', u.id from (${unit}) u`,
    [irId, itemId],
  );
}
