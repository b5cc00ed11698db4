import type { ClientBase } from 'pg';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

/** Who stands on the card, by how a link of the first queue names them. */
const onCard = [
  { label: 'David Pellow', role: 'leads', why: 'Named by two victims and by what he said in the pub' },
  { label: 'Carla Pellow', role: 'enables', why: 'Keeps the van and the yard' },
  { label: 'QX68 RFG', role: 'used', why: 'At the doors, at the tip and in the yard' },
] as const;

/** One card of an organised crime group in the demonstration, the roofers of the first queue, and what the unit would like to know. Made up. */
export async function seedOcg(client: ClientBase, today: Day): Promise<void> {
  const ids = repeatableIds('ocg');
  const { rows } = await client.query<{ id: string; agencyId: string; username: string }>(
    `select o.id, o.agency_id as "agencyId", a.username from directory.officer o join platform.account a on a.officer_id = o.id
     where a.username in ('anya.analyst', 'morag.manager')`,
  );
  const anya = rows.find(({ username }) => username === 'anya.analyst');
  const morag = rows.find(({ username }) => username === 'morag.manager');
  if (!anya || !morag) throw new Error('The county has no analyst, or no manager of the unit.');
  const at = `${addDays(today, -4)}T10:00:00Z`;
  const id = idFromName('card of the roofers');
  const of = { ocgId: id, agencyId: anya.agencyId };
  const made = { madeAt: at, madeBy: anya.id };
  await insertRows(client, 'intelligence.ocg', [
    {
      ...{
        id,
        reference: ids.reference('OCG'),
        agencyId: anya.agencyId,
        name: 'Slate Heron',
        status: 'suspected',
      },
      activities: 'Roofing at the door: deposits in cash, no work, and tipping of what is left',
      ...{ areaWords: 'Linden Crescent, Station Road and the villages around', seriesWords: '' },
      ...{ leadOfficerId: anya.id, reviewOn: addDays(today, 10), openedAt: at, openedBy: anya.id },
    },
  ]);
  const answers = {
    ...{ intent: 4, capability: 2, harms: ['profit', 'community'], people: 3 },
    ...{ isSerious: 'yes', isContinuing: 'yes', isOrganised: 'not-known' },
  };
  await insertRows(client, 'intelligence.ocg_assessment', [
    {
      ...{ id: ids.next(), ...of, ...made, number: 1, answers, score: 8 },
      grounds: 'Five items in a month; who tells whom to call where is not known yet',
    },
  ]);
  for (const { label, role, why } of onCard) {
    const { rows: links } = await client.query<{ id: string; subject: string }>(
      `select id, coalesce(key_kind || ':' || key_value, 'link:' || id::text) as subject from intelligence.link
       where agency_id = $1 and label like $2 || '%' and state = 'confirmed' order by id limit 1`,
      [anya.agencyId, label],
    );
    const [link] = links;
    if (!link) throw new Error(`No item of the county names ${label}.`);
    await insertRows(client, 'intelligence.ocg_member', [
      {
        id: ids.next(),
        ...of,
        linkId: link.id,
        subject: link.subject,
        role,
        why,
        addedAt: at,
        addedBy: anya.id,
      },
    ]);
  }
  await insertRows(client, 'intelligence.ocg_action', [
    {
      ...{ id: ids.next(), ...of, ...made, strand: 'protect', words: 'Call blockers for those whom he rang' },
      ...{ ownerWords: 'Community wardens', dueOn: addDays(today, 14) },
    },
    {
      ...{ id: ids.next(), ...of, ...made, strand: 'pursue', words: 'A package to trading standards' },
      ...{ ownerWords: 'Intelligence analyst', dueOn: addDays(today, 5) },
    },
  ]);
  await insertRows(client, 'intelligence.ocg_disruption', [
    {
      ...{ id: ids.next(), ...of, ...made, onDay: addDays(today, -6), strand: 'protect', grade: 'minor' },
      words: 'Leaflets and a warning to the crescent, by the wardens',
      evidence: 'The round of that day, 41 doors',
    },
  ]);
  const requirementId = idFromName('requirement of the roofers');
  await insertRows(client, 'intelligence.requirement', [
    {
      ...{ id: requirementId, reference: ids.reference('IR'), agencyId: anya.agencyId, madeAt: at },
      madeBy: morag.id,
      question: 'Who takes deposits for roofs at the door and does not come back?',
      lookFor: 'Flyers without an address, vans that come to the same street twice',
      why: 'Five items in a month; who buys the tiles is not known',
      ...{ shownFrom: addDays(today, -4), shownUntil: addDays(today, 60) },
    },
  ]);
  await insertRows(client, 'intelligence.requirement_plan', [
    {
      ...{ id: ids.next(), requirementId, agencyId: anya.agencyId, ...made },
      ...{ words: 'Merchants of tiles in the county: trade accounts', ownerWords: 'Intelligence analyst' },
      dueOn: addDays(today, 12),
    },
  ]);
  await insertRows(client, 'intelligence.ocg_event', [
    { id: ids.next(), ...of, at, officerId: anya.id, kind: 'opened', words: 'Card opened' },
  ]);
}
