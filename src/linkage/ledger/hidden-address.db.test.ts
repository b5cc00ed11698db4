import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';
import { idFromName } from '../../platform/ids/ids.ts';
import { saysWhere } from './address.store.ts';

let world: World;
let sadia: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'hidden_ledger' });
  sadia = await world.as('sadia.safeguarding');
});
afterAll(() => world.close());

/** Two people in reports of the county, alike in a good many things. */
async function twoRecords(name: string): Promise<[string, string]> {
  const ids = [idFromName(`${name} one`), idFromName(`${name} other`)].sort() as [string, string];
  for (const id of ids) {
    await world.sql(
      `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select $1, 'person', $2, $3, id, 'officer', '2026-11-19T12:00:00Z', 'own duty', 'ordinary', 4, 'UKGDPR' from directory.agency where code = 'MCC'`,
      [
        id,
        name,
        { name, address: '14 Larkspur Mews', postcode: 'QM1 9ZZ', town: 'Quayhaven', phone: '01632 960801' },
      ],
    );
    await world.sql(
      "insert into records.exact_key (kind, value, record_id) values ('address', '14 larkspur mews QM19ZZ', $1)",
      [id],
    );
  }
  return ids;
}
const hide = (id: string) =>
  world.sql('insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())', [
    id,
  ]);
const show = (id: string) => world.sql('delete from records.hidden_address where record_id = $1', [id]);

const part = (field: string, left: string, bits: number) => ({
  field,
  left,
  right: left,
  words: 'the same',
  bits,
});
/** Every way in which a model may speak of a place, and a telephone. */
const spoken = [
  part('Address', '14 Larkspur Mews', 8),
  part('Postcode', 'QM1 9ZZ', 6),
  part('Postcode sector', 'QM1 9', 5),
  part('Street', 'Larkspur Mews', 4),
  part('House number', '14', 3),
  part('Town', 'Quayhaven', 2),
  part('Position', '51.5, -0.1', 1),
  part('Phone', '01632 960801', 4.5),
];
const total = -12 + spoken.reduce((sum, { bits }) => sum + bits, 0) - 1;
const evidence = { startBits: -12, evidence: spoken, relatedBits: -1, totalBits: total, probability: 0.999 };
async function propose(a: string, b: string, at: string): Promise<void> {
  await world.sql(
    `insert into linkage.model (id, number, document, trained_on, made_at) values ($1, 9001, '{}', '{}', now()) on conflict do nothing`,
    [idFromName('a model of places')],
  );
  await world.sql(
    `insert into linkage.judgement (id, record_a, record_b, verdict, probability, weight, made_by, model_id, made_at, why, evidence)
     values ($1, $2, $3, 'proposed', 0.999, $4, 'model', $5, $6, 'Found alike by the model', $7)`,
    [idFromName(`${a} ${b} ${at}`), a, b, total, idFromName('a model of places'), at, evidence],
  );
}
async function pairShown(a: string, b: string) {
  const { json, text } = await sadia.api('GET', `/api/v1/pairs/${a}/${b}`);
  const { explanation, live } = json as {
    explanation: {
      evidence: { field: string }[];
      totalBits: number;
      relatedBits: number;
      probability: number;
    };
    live: { probability: number };
  };
  return { text, explanation, live };
}
const place = /larkspur|QM1|quayhaven|51\.5/i;

describe('evidence of somebody whose address is hidden', () => {
  test.each([
    ['that was kept before', true],
    ['that is found afterwards', false],
  ])('%s says nothing of a place, not even by what is missing from the sum', async (name, isBefore) => {
    const [a, b] = await twoRecords(`Eve Dahl ${name}`);
    if (isBefore) await propose(a, b, '2026-11-19T12:00:00Z');
    await hide(a);
    if (!isBefore) await propose(a, b, '2026-11-19T12:00:00Z');
    const { text, explanation, live } = await pairShown(a, b);
    expect(text).not.toMatch(place);
    expect(explanation.evidence.map(({ field }) => field)).toEqual(['Phone']);
    expect(explanation).toMatchObject({ totalBits: -7.5, relatedBits: 0 });
    expect(explanation.probability).toBeCloseTo(1 / (1 + 2 ** 7.5), 8);
    expect(live.probability).toBeCloseTo(1 / (1 + 2 ** 7.5), 6);
    const kept = await world.sql<{ evidence: object }>(
      'select evidence from linkage.judgement where record_a = $1 and record_b = $2',
      [a, b],
    );
    expect(JSON.stringify(kept)).not.toMatch(place);
    // The other's own card is theirs: nobody has said that they are one.
    expect((await sadia.get(`/people/${b}`)).text).toMatch(/larkspur/i);
  });

  test('what says where is one thing in the code and in the database', async () => {
    const names = [
      ...spoken.map(({ field }) => field),
      ...[
        'address',
        'Address line 2',
        'postCode',
        'post code',
        'uprn',
        'town',
        'City',
        'capacity',
        'flatNumber',
        'ward',
        'reward',
      ],
      ...[
        'road',
        'broad',
        'forename',
        'surname',
        'name',
        'dateOfBirth',
        'phone',
        'email',
        'sex',
        'companyNumber',
        'latitude',
      ],
    ];
    const told = await world.sql<{ name: string; says: boolean }>(
      'select name, linkage.says_where(name) as says from unnest($1::text[]) as name',
      [names],
    );
    expect(told).toEqual(names.map((name) => ({ name, says: saysWhere(name) })));
  });
});

describe('a key that two records of one address share', () => {
  test('is gone from the hidden one, and comes back with its address', async () => {
    const [a, b] = await twoRecords('Una Dahl');
    const alike = async (id: string) => (await sadia.get(`/records/${id}`)).text;
    expect(await alike(b)).toContain(`/records/${a}`);
    const before = await world.sql('select fields from records.received_record where id = $1', [a]);
    await hide(a);
    expect(await alike(b)).not.toContain(`/records/${a}`);
    expect(await alike(a)).not.toContain(`/records/${b}`);
    expect(await alike(a)).not.toMatch(place);
    expect(
      await world.sql("select 1 from records.exact_key where record_id = $1 and kind = 'address'", [a]),
    ).toEqual([]);
    expect(
      JSON.stringify(await world.sql('select fields from records.received_record where id = $1', [a])),
    ).not.toMatch(place);
    await show(a);
    expect(await world.sql('select fields from records.received_record where id = $1', [a])).toEqual(before);
    expect(await alike(b)).toContain(`/records/${a}`);
    expect(await world.sql('select 1 from records.kept_address where record_id = $1', [a])).toEqual([]);
  });
});
