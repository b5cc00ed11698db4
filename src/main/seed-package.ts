import type { ClientBase } from 'pg';
import { mentionsIn, writtenAs } from '../intelligence/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

/** What one source told: the first became a package, the second came when the case was open already. */
const told = [
  {
    ...{ title: 'Tipper leaves loads at the field gate by night', daysAgo: 34, isReady: true },
    body: 'The blue tipper QX17 HLD leaves loads at the field gate on the fen road after eleven at night.',
    sanitised: 'A blue tipper, QX17 HLD, leaves loads at the field gate on the fen road by night.',
  },
  {
    ...{
      title: 'The same tipper loads at a yard in Staithe Quay',
      daysAgo: 8,
      isReady: false,
      sanitised: '',
    },
    body: 'QX17 HLD loads behind the old cannery at Staithe Quay before it goes out.',
  },
] as const;

/**
 * The package behind the prosecution file of a demonstration, which its service accepted with the case: whoever is named to support
 * that file then has its items and all that its source gives closed to them, as the unit's Conflicts page says. Made up.
 */
export async function seedPackage(
  client: ClientBase,
  today: Day,
  given: { caseId: string; officer: { id: string; agencyId: string } },
): Promise<void> {
  const ids = repeatableIds('package');
  const { rows } = await client.query<{ id: string; agencyId: string; username: string }>(
    `select o.id, o.agency_id as "agencyId", a.username from directory.officer o join platform.account a on a.officer_id = o.id
     where a.username in ('imran.intel', 'anya.analyst', 'morag.manager')`,
  );
  const of = (username: string) => {
    const found = rows.find((row) => row.username === username);
    if (!found) throw new Error(`The county has nobody called ${username}.`);
    return found;
  };
  const [imran, anya, morag] = [of('imran.intel'), of('anya.analyst'), of('morag.manager')];
  const unit = { agencyId: imran.agencyId };
  const at = (daysAgo: number) => `${addDays(today, -daysAgo)}T08:30:00Z`;
  const sourceId = idFromName('source Curlew 7');
  await insertRows(client, 'intelligence.source', [
    { id: sourceId, ...unit, pseudonym: 'Curlew 7', kind: 'public', madeAt: at(34), madeBy: imran.id },
  ]);
  const items = told.map((one) => ({ ...one, id: idFromName(`item ${one.title}`), paragraphId: ids.next() }));
  await insertRows(
    client,
    'intelligence.item',
    items.map(({ id, title, body, daysAgo, isReady }) => ({
      ...{ id, reference: ids.reference('I'), ...unit, receivedHow: 'anonymous', receivedAt: at(daysAgo) },
      ...{ title, body, priority: 3, status: isReady ? 'ready' : 'received', sourceId },
    })),
  );
  const grade = {
    sourceEvaluation: '2',
    assessment: 'B',
    handling: 'P',
    riskToSource: false,
    gradedAt: at(33),
    gradedBy: imran.id,
  };
  for (const { id, paragraphId, body, isReady, sanitised, daysAgo } of items) {
    await insertRows(client, 'intelligence.paragraph', [
      { id: paragraphId, itemId: id, ...unit, position: 0, body, sanitised, ...(isReady ? grade : {}) },
    ]);
    await insertRows(
      client,
      'intelligence.mention',
      mentionsIn(body).map((mention) => ({ itemId: id, ...unit, receivedAt: at(daysAgo), ...mention })),
    );
    await insertRows(client, 'intelligence.link', [
      {
        ...{ id: ids.next(), itemId: id, ...unit, role: 'subject', state: 'confirmed' },
        ...writtenAs({ kind: 'vehicle', label: 'QX17 HLD', more: '' }),
        ...{ madeAt: at(daysAgo - 1), madeBy: imran.id },
      },
    ]);
    await insertRows(client, 'intelligence.item_event', [
      { id: ids.next(), itemId: id, ...unit, at: at(daysAgo), kind: 'received', words: 'Received' },
    ]);
  }
  const [behind] = items;
  const id = idFromName('package behind the prosecution');
  const both = {
    ...{ id, reference: ids.reference('PK'), ...unit, gateway: 'cda-s115', deadline: addDays(today, -20) },
    ...{
      purpose: 'To stop loads being left on the fen road',
      conditions: [],
      agencyIds: [given.officer.agencyId],
    },
  };
  await insertRows(client, 'intelligence.draft', [
    {
      ...{
        ...both,
        title: 'Loads at the field gate',
        state: 'released',
        draftedAt: at(32),
        draftedBy: anya.id,
      },
      ...{ decidedAt: at(31), decidedBy: morag.id, retentionGroup: 4, reviewOn: addDays(today, 2160) },
    },
  ]);
  await insertRows(client, 'intelligence.draft_paragraph', [
    { draftId: id, paragraphId: behind?.paragraphId, ...unit, position: 0 },
  ]);
  await insertRows(client, 'dissemination.package', [
    { ...both, conditionsWords: '', officerIds: [], releasedAt: at(31), releasedBy: morag.id },
  ]);
  await insertRows(client, 'dissemination.package_text', [
    { packageId: id, ...unit, part: 'title', position: 0, words: 'Loads at the field gate' },
    { packageId: id, ...unit, part: 'text', position: 0, words: behind?.sanitised },
  ]);
  const answered = { packageId: id, officerId: given.officer.id, agencyId: given.officer.agencyId };
  await insertRows(client, 'dissemination.acknowledgement', [{ ...answered, at: at(30) }]);
  await insertRows(client, 'dissemination.answer', [
    { ...answered, at: at(29), answer: 'accepted', isLate: false, caseId: given.caseId },
  ]);
}
