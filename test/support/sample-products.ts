import type { Client } from 'pg';
import { manager, sender, unit } from './sample-officers.ts';

/** What a problem profile counts and, once it has left, its figures. */
const sampleFigures = {
  about: 'Fly-tipping and waste crime, everywhere, January 2026 to November 2026',
  ...{ asAt: '2026-11-19', total: '14', before: '0', method: 'Squares of 500 metres.', confidence: 'Low' },
  ...{ months: [{ label: 'January 2026', n: '14' }], kinds: [{ label: 'Fly-tipping', n: '14' }] },
  districts: [{ label: 'Wendmere', n: '14' }],
  spots: [
    {
      ...{ id: '500:11606:-192', where: 'near Mill Lane', count: '9', expected: '0.1', places: '6' },
      ...{ west: -1.5, south: 52.1, east: -1.49, north: 52.11 },
    },
  ],
  ...{ placesMethod: 'By 50 metres.', places: [{ label: '1 record', n: '14' }], placesTenth: 'Too few.' },
  ...{ victims: [{ label: '1 record', n: '0' }], victimsTenth: 'Too few.' },
};

/** Makes the released product a problem profile, with its figures and what its reader said. */
export async function addProblem(client: Client, { packageId }: { packageId: string }): Promise<void> {
  await client.query(
    `insert into intelligence.problem (draft_id, agency_id, kind, from_month, to_month, metres, series_id, number)
     select id, agency_id, 'waste', '2026-01-01', '2026-11-01', 500, id, 1 from intelligence.draft where id = $1`,
    [packageId],
  );
  await client.query("update intelligence.draft set product = 'problem-profile' where id = $1", [packageId]);
  await client.query("update dissemination.package set product = 'problem-profile' where id = $1", [
    packageId,
  ]);
  await client.query(
    'insert into dissemination.package_figures (package_id, agency_id, figures) select id, agency_id, $2::jsonb from dissemination.package where id = $1',
    [packageId, JSON.stringify(sampleFigures)],
  );
  await client.query(
    `insert into dissemination.usefulness (package_id, officer_id, agency_id, at, score, words)
     select $1, o.id, o.agency_id, '2026-11-19T15:00:00Z', 4, 'The map helped' from (${sender}) o`,
    [packageId],
  );
}

/** A control strategy of one priority, which the sample requirement, an item and the released product answer. */
export async function addStrategy(
  client: Client,
  { strategyId, irId, packageId }: Record<'strategyId' | 'irId' | 'packageId', string>,
): Promise<void> {
  const priorityId = '5a3b1e00-0000-4000-8000-000000000551';
  await client.query(
    `insert into intelligence.strategy (id, reference, agency_id, number, agreed_on, agreed_by, starts_on, ends_on, look_again_on, words, made_at, made_by)
     select $1, 'CS-SAMP-001', u.agency_id, 1, '2026-10-01', 'The tasking meeting of October', '2026-10-01', '2027-09-30', '2027-04-01', 'Deposits first',
       '2026-10-01T12:00:00Z', m.id from (${unit}) u, (${manager}) m`,
    [strategyId],
  );
  await client.query(
    `insert into intelligence.priority (id, strategy_id, agency_id, position, title, kinds, prevention, intelligence, enforcement)
     select $1, s.id, s.agency_id, 1, 'Deposits at the door', '{rogue-trading}', 'Leaflets', 'Who buys the tiles', 'Test purchases' from intelligence.strategy s where s.id = $2`,
    [priorityId, strategyId],
  );
  await client.query(
    'insert into intelligence.priority_requirement (priority_id, requirement_id, agency_id) select $1, id, agency_id from intelligence.requirement where id = $2',
    [priorityId, irId],
  );
  await client.query('update intelligence.draft set priority_id = $1 where id = $2', [priorityId, packageId]);
}
