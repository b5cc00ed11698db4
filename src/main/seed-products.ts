import type { ClientBase } from 'pg';
import { addMonths } from '../enforcement/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

/** What the unit of the demonstration agreed to work on first, and the draft of a problem profile that answers it. Made up. */
export async function seedProducts(client: ClientBase, today: Day): Promise<void> {
  const ids = repeatableIds('products');
  const { rows } = await client.query<{ id: string; agencyId: string; username: string }>(
    `select o.id, o.agency_id as "agencyId", a.username from directory.officer o join platform.account a on a.officer_id = o.id
     where a.username in ('anya.analyst', 'morag.manager')`,
  );
  const anya = rows.find(({ username }) => username === 'anya.analyst');
  const morag = rows.find(({ username }) => username === 'morag.manager');
  if (!anya || !morag) throw new Error('The county has no analyst, or no manager of the unit.');
  const { agencyId } = anya;
  const strategyId = idFromName('control strategy of the county');
  const agreedOn = addDays(today, -40);
  await insertRows(client, 'intelligence.strategy', [
    {
      ...{
        id: strategyId,
        reference: ids.reference('CS'),
        agencyId,
        number: 1,
        agreedOn,
        startsOn: agreedOn,
      },
      ...{ agreedBy: 'The tasking meeting of the county', endsOn: addDays(addMonths(agreedOn, 12), -1) },
      ...{ lookAgainOn: addMonths(agreedOn, 6), madeAt: `${agreedOn}T15:00:00Z`, madeBy: morag.id },
      words: 'Three things before all else, by what they do to people who live alone and to the land.',
    },
  ]);
  const priorities = [
    {
      ...{
        title: 'Deposits at the door',
        kinds: ['rogue-trading'],
        prevention: 'Wardens at the doors rung at',
      },
      ...{
        intelligence: 'Who sells the tiles, and to whom',
        enforcement: 'Test purchases and stops of vans',
      },
    },
    {
      ...{
        title: 'Tipping on lanes and fields',
        kinds: ['waste'],
        prevention: 'Gates, and letters to landowners',
      },
      ...{
        intelligence: 'Who advertises clearance without a licence',
        enforcement: 'Days of action with police',
      },
    },
    {
      ...{ title: 'Callers who say that they are the bank', kinds: ['scams'], prevention: 'Call blockers' },
      ...{ intelligence: 'Numbers that ring again', enforcement: 'Joint cases with the police' },
    },
  ].map((one, index) => ({
    ...{ ...one, id: idFromName(`priority ${index + 1} of the county`), strategyId, agencyId },
    position: index + 1,
  }));
  await insertRows(client, 'intelligence.priority', priorities);
  await client.query(
    `insert into intelligence.priority_requirement (priority_id, requirement_id, agency_id)
     select $1, id, agency_id from intelligence.requirement where agency_id = $2 order by reference limit 1`,
    [priorities[0]?.id, agencyId],
  );
  const { rows: districts } = await client.query<{ id: string }>(
    "select id from directory.agency where code in ('WEND', 'PELL') order by code",
  );
  const id = idFromName('problem profile of the county');
  await insertRows(client, 'intelligence.draft', [
    {
      ...{ id, reference: ids.reference('PP'), agencyId, product: 'problem-profile', state: 'draft' },
      ...{ title: 'Fly-tipping in the county', priorityId: priorities[1]?.id, gateway: 'cda-s115' },
      harm: 'Rubble and asbestos beside paths that children use; the cost falls on whoever owns the land.',
      prevention: 'Gates at the places that are met again; a letter to whoever advertises clearance.',
      intelligence: 'Carriers’ register against the adverts; who pays for the loads.',
      enforcement: 'A day of action on the fullest squares, by the hours of the reports.',
      gaps: 'Whose loads they are. Most reports say where and not who.',
      recommendations:
        'Agree the day of action at the next tasking meeting, and count again after three months.',
      ...{ purpose: 'To stop tipping together', deadline: addDays(today, 21), conditions: [] },
      agencyIds: districts.map((one) => one.id),
      ...{ draftedAt: `${addDays(today, -1)}T11:00:00Z`, draftedBy: anya.id },
    },
  ]);
  await client.query(
    `insert into intelligence.problem (draft_id, agency_id, kind, from_month, to_month, metres, series_id, number)
     values ($1, $2, 'waste', $3, $4, 500, $1, 1)`,
    [id, agencyId, `${addMonths(today, -11).slice(0, 7)}-01`, `${today.slice(0, 7)}-01`],
  );
}
