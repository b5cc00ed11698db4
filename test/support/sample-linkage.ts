import type { Client } from 'pg';
import { link, modelDocument, tableOf } from '../../src/linkage/core/index.ts';

/** Ids of the sample rows and of what was judged of them. */
export const linkageSamples = {
  entryId: '5a3b1e00-0000-4000-8000-000000000201',
  otherEntryId: '5a3b1e00-0000-4000-8000-000000000301',
  thirdEntryId: '5a3b1e00-0000-4000-8000-000000000302',
  fourthEntryId: '5a3b1e00-0000-4000-8000-000000000303',
  proposalId: '5a3b1e00-0000-4000-8000-000000000310',
  judgementId: '5a3b1e00-0000-4000-8000-000000000311',
  apartId: '5a3b1e00-0000-4000-8000-000000000312',
  opinionId: '5a3b1e00-0000-4000-8000-000000000320',
  questionId: '5a3b1e00-0000-4000-8000-000000000330',
  modelId: '5a3b1e00-0000-4000-8000-000000000340',
  otherModelId: '5a3b1e00-0000-4000-8000-000000000341',
  runId: '5a3b1e00-0000-4000-8000-000000000350',
};

const names = [
  'Ada Bell',
  'Ben Cole',
  'Cat Dunn',
  'Dev Ellis',
  'Eve Frost',
  'Fay Grant',
  'Gil Hart',
  'Hal Innes',
];

/** A small model, trained on a few made-up people that stand twice. */
function smallModel(): object {
  const people = Array.from({ length: 64 }, (_, n) => {
    const [forename = '', surname = ''] = (names[n % 8] ?? '').split(' ');
    return {
      forename,
      surname: `${surname}${'abcdefgh'.charAt(Math.floor(n / 8))}`,
      dateOfBirth: `19${30 + (n % 40)}-0${1 + (n % 9)}-1${n % 10}`,
      postcode: `QM${1 + (n % 9)} ${n % 10}AA`,
    };
  });
  const table = tableOf([
    ...people,
    ...people.map((person, n) => (n % 3 ? person : { ...person, postcode: 'QM1 1ZZ' })),
  ]);
  return modelDocument(
    link(table, {
      mode: 'dedupe',
      mapping: { forename: 'forename', surname: 'surname', dateOfBirth: 'birth-date', postcode: 'postcode' },
    }),
  );
}

const evidence = {
  startBits: -10,
  evidence: [
    { field: 'surname', left: 'Sample', right: 'Sample', words: 'the same', bits: 9, oneIn: 500 },
    { field: 'postcode', left: 'QM1 1AA', right: 'QM1 1AA', words: 'the same', bits: 4 },
  ],
  relatedBits: -1,
  totalBits: 2,
  probability: 0.8,
};

/** Four rows about perhaps one person: one pair proposed, one joined, one held apart, a second opinion and a question. */
export async function addSampleJudgements(client: Client): Promise<void> {
  const s = linkageSamples;
  for (const [id, forename, key] of [
    [s.otherEntryId, 'Samuel', 'ref:2'],
    [s.thirdEntryId, 'S', 'ref:3'],
    [s.fourthEntryId, 'Sidney', 'ref:4'],
  ])
    await client.query(
      `insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime)
       select $1, e.list_id, e.load_id, 'person', $2 || ' Sample', jsonb_build_object('forename', $2::text, 'surname', 'Sample', 'postcode', 'QM1 1AA', 'dateOfBirth', '1938-05-02'),
         '{}', $3, e.origin_agency_id, e.handling, e.received_at, e.gateway, 4, 'UKGDPR' from linkage.list_entry e where e.id = $4`,
      [id, forename, key, s.entryId],
    );
  const document = JSON.stringify(smallModel());
  for (const [id, number, adopted] of [
    [s.modelId, 1, '2026-11-03T09:00:00Z'],
    [s.otherModelId, 2, null],
  ])
    await client.query(
      "insert into linkage.model (id, number, document, trained_on, made_at, adopted_at) values ($1, $2, $3, '{}', '2026-11-03T08:00:00Z', $4)",
      [id, number, document, adopted],
    );
  await client.query(
    "insert into linkage.match_run (id, kind, load_id, model_id, asked_at, done_share, step, ended_at) select $1, 'load', load_id, $2, '2026-11-03T10:00:00Z', 1, 'done', '2026-11-03T10:01:00Z' from linkage.list_entry where id = $3",
    [s.runId, s.modelId, s.entryId],
  );
  await client.query(
    `insert into linkage.judgement (id, record_a, record_b, verdict, probability, weight, evidence, worth, made_by, model_id, run_id, made_at, why)
     values ($1, $2, $3, 'proposed', 0.8, 2, $4, 0.5, 'model', $5, $6, '2026-11-03T10:00:00Z', 'Found alike by the model')`,
    [s.proposalId, s.otherEntryId, s.thirdEntryId, JSON.stringify(evidence), s.modelId, s.runId],
  );
  for (const [id, a, b, verdict] of [
    [s.judgementId, s.entryId, s.otherEntryId, 'same'],
    [s.apartId, s.entryId, s.fourthEntryId, 'different'],
  ])
    await client.query(
      `insert into linkage.judgement (id, record_a, record_b, verdict, probability, made_by, officer_id, agency_id, made_at, why)
       select $1, $2, $3, $4, 0.9, 'person', o.id, o.agency_id, '2026-11-04T10:00:00Z', 'On the evidence shown'
       from platform.account c join directory.officer o on o.id = c.officer_id where c.username = 'sadia.safeguarding'`,
      [id, a, b, verdict],
    );
  // Decided first by a colleague of hers, so that she may give the second opinion.
  await client.query(
    `insert into linkage.second_opinion (id, judgement_id, record_a, record_b, first_officer_id, first_verdict, drawn_at)
     select $1, $2, $3, $4, g.officer_id, 'different', '2026-11-04T10:00:00Z' from directory.role_grant g
     where g.role = 'safeguarding-officer' and g.officer_id <> (select officer_id from platform.account where username = 'sadia.safeguarding') order by g.officer_id limit 1`,
    [s.opinionId, s.apartId, s.entryId, s.fourthEntryId],
  );
  await client.query(
    `insert into linkage.question (id, record_id, other_id, list_id, to_agency_id, from_agency_id, asked_by, asked_at, words)
     select $1, e.id, $3, e.list_id, e.origin_agency_id, o.agency_id, o.id, '2026-11-05T10:00:00Z', 'Is the date of birth right?'
     from linkage.list_entry e cross join platform.account c join directory.officer o on o.id = c.officer_id
     where e.id = $2 and c.username = 'sadia.safeguarding'`,
    [s.questionId, s.otherEntryId, s.thirdEntryId],
  );
}

/** Takes the samples out of a world again, for tests that start with nothing matched. */
export const withoutSamples = [
  'delete from linkage.question',
  'delete from linkage.second_opinion',
  'delete from linkage.judgement',
  'delete from linkage.match_run',
  'delete from linkage.model',
  "delete from linkage.list_entry where source_key in ('ref:1', 'ref:2', 'ref:3', 'ref:4')",
] as const;
