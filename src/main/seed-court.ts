import type { ClientBase } from 'pg';
import { continuityHash } from '../court/index.ts';
import { accessDue } from '../governance/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';
import { seedPackage } from './seed-package.ts';

/** Evidence of the open file: two exhibits, and what is not relied on. */
const evidence = [
  {
    ...{ kind: 'photo', words: 'A tipper at the field gate, its mark readable', keptAt: 'Store 1, seal 7' },
    ...{ isUsed: true, test: '' },
  },
  {
    ...{
      kind: 'statement',
      words: 'Statement of the warden who saw it leave',
      keptAt: 'Case folder, page 4',
    },
    ...{ isUsed: true, test: '' },
  },
  {
    ...{ kind: 'recording', words: 'Camera of the same gate the night before: nobody', keptAt: 'Disc 12' },
    ...{ isUsed: false, test: 'assists' },
  },
] as const;

/**
 * What a demonstration holds of courts and of people's own data: a prosecution in preparation, one that ended with a conviction,
 * a warning made from it, and a request for somebody's own data whose clock runs. Made up.
 */
export async function seedCourt(client: ClientBase, today: Day): Promise<void> {
  const ids = repeatableIds('court');
  const officer = async (username: string) => {
    const { rows } = await client.query<{ id: string; agencyId: string }>(
      'select o.id, o.agency_id as "agencyId" from directory.officer o join platform.account a on a.officer_id = o.id where a.username = $1',
      [username],
    );
    const [row] = rows;
    if (!row) throw new Error(`The county has nobody called ${username}.`);
    return row;
  };
  const [olu, esme, cora, aled, sadia] = [
    await officer('olu.officer'),
    await officer('esme.evidence'),
    await officer('cora.comms'),
    await officer('aled.auditor'),
    await officer('sadia.safeguarding'),
  ];
  const { rows: cases } = await client.query<{ id: string; serviceId: string }>(
    `select c.id, s.id as "serviceId" from enforcement.case_file c
     join enforcement.case_service m on m.case_id = c.id join directory.service s on s.id = m.service_id and s.code = 'WEND-ENV'
     where c.lead_agency_id = $1 and not c.is_personal order by c.opened_at desc, c.id offset 2 limit 2`,
    [olu.agencyId],
  );
  const [open, ended] = cases;
  if (!open || !ended) throw new Error('The county has too few cases for its courts.');
  const at = (daysAgo: number) => `${addDays(today, -daysAgo)}T10:00:00Z`;
  const file = (name: string, title: string, from: { id: string; serviceId: string }, daysAgo: number) => ({
    ...{ id: idFromName(name), reference: ids.reference('PF'), caseId: from.id, agencyId: olu.agencyId },
    ...{ serviceId: from.serviceId, title, openedOn: addDays(today, -daysAgo), openedBy: olu.id },
  });
  const prepared = file('prosecution in preparation', 'Waste at the field gate', open, 20);
  const over = file('prosecution that ended', 'Waste carried without registration', ended, 190);
  await insertRows(client, 'court.prosecution', [
    { ...prepared, supporterIds: [esme.id] },
    { ...over, supporterIds: [] },
  ]);
  // Before anybody is named to support it: what stands behind it is closed to them from then on.
  await seedPackage(client, today, { caseId: open.id, officer: olu });
  await insertRows(client, 'court.supporter', [
    {
      ...{
        id: ids.next(),
        prosecutionId: prepared.id,
        agencyId: olu.agencyId,
        officerId: esme.id,
        isNamed: true,
      },
      ...{ words: 'Made the analysis of the loads', at: at(18), byId: olu.id },
    },
  ]);
  const items = evidence.map((one, index) => ({
    ...{ ...one, id: ids.next(), prosecutionId: prepared.id, agencyId: olu.agencyId, number: index + 1 },
    ...{ capturedAt: at(24), capturedBy: 'Olu Babatola', addedBy: olu.id, addedAt: at(19) },
  }));
  await insertRows(client, 'court.item', items);
  await insertRows(
    client,
    'court.continuity',
    items.map(({ id, keptAt }) => {
      const line = {
        ...{ itemId: id, position: 0, at: new Date(at(19)), officerId: olu.id },
        words: `Written down; kept at ${keptAt}`,
      };
      return { ...line, id: ids.next(), agencyId: olu.agencyId, at: at(19), hash: continuityHash('', line) };
    }),
  );
  await insertRows(client, 'court.outcome', [
    {
      ...{ id: ids.next(), prosecutionId: over.id, agencyId: olu.agencyId, registerAgencyId: sadia.agencyId },
      ...{ reference: ids.reference('OC'), result: 'convicted', courtName: 'Merrow Magistrates’ Court' },
      ...{ onDay: addDays(today, -12), defendants: 1, convictions: 1, finePence: 120_000 },
      ...{ confiscationPence: 0, compensationPence: 30_000, recordedAt: at(11), recordedBy: olu.id },
      victimWords:
        'The man who took your waste and left it in the lane was found guilty. He must pay for clearing it.',
    },
  ]);
  const alertId = idFromName('warning of clearance');
  await insertRows(client, 'court.alert', [
    {
      ...{ id: alertId, reference: ids.reference('AL'), agencyId: olu.agencyId, serviceId: over.serviceId },
      ...{ status: 'published', title: 'Cheap clearance at the door', trades: ['waste-clearance'] },
      words:
        'Men offer to take waste away for cash. What they take is found in lanes, and its owner is asked first.',
      advice: 'Ask for their registration as a waste carrier, and look it up before they load.',
      ...{ endsOn: addDays(today, 60), publishedOn: addDays(today, -9), approvedBy: cora.id },
      ...{ madeBy: olu.id, madeAt: at(10) },
    },
  ]);
  await insertRows(client, 'court.alert_source', [
    { alertId, agencyId: olu.agencyId, serviceId: over.serviceId, prosecutionId: over.id },
  ]);
  await insertRows(client, 'court.alert_reach', [
    {
      ...{ id: ids.next(), alertId, agencyId: olu.agencyId, onDay: addDays(today, -8), channel: 'e-mail' },
      ...{ sent: 4120, opened: 2310, reached: 4120, madeBy: cora.id },
    },
  ]);
  const [receivedOn, identityOn] = [addDays(today, -9), addDays(today, -6)];
  const due = accessDue({ regime: 'UKGDPR', receivedOn, identityOn, extendedOn: null, pauses: [] }, today);
  const accessId = idFromName('request of their own data');
  await insertRows(client, 'governance.access', [
    {
      ...{
        id: accessId,
        reference: ids.reference('SA'),
        agencyId: aled.agencyId,
        regime: 'UKGDPR',
        status: 'open',
      },
      ...{
        name: 'Robin Quill',
        dateOfBirth: '1974-02-11',
        phone: '07700 900612',
        replyBy: 'By post, as they asked',
      },
      ...{ keys: [{ kind: 'phone', value: '+447700900612' }], receivedOn, identityOn },
      ...{ identityHow: 'Passport and a bill, seen in person', dueOn: due?.dueOn, dueWhy: due?.why },
      ...{ madeAt: at(9), madeBy: aled.id },
    },
  ]);
  await insertRows(client, 'governance.access_event', [
    {
      ...{
        id: ids.next(),
        accessId,
        at: at(9),
        kind: 'received',
        officerId: aled.id,
        agencyId: aled.agencyId,
      },
      words: 'Received',
    },
    {
      ...{
        id: ids.next(),
        accessId,
        at: at(6),
        kind: 'identify',
        officerId: aled.id,
        agencyId: aled.agencyId,
      },
      words: 'Identity confirmed',
    },
  ]);
}
