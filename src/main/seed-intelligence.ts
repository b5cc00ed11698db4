import type { ClientBase } from 'pg';
import { mentionsIn, paragraphsIn, writtenAs } from '../intelligence/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

interface Told {
  how: 'form' | 'complaint' | 'anonymous' | 'feed';
  title: string;
  body: string;
  daysAgo: number;
  priority?: number;
  howKnown?: string;
  fears?: string;
  /** Pseudonym of the source, where the unit has put it down to one. */
  source?: string;
  legacyGrade?: string;
  /** Why it is for the manager and whom they name alone. */
  sensitive?: string;
  /** Whom and what an officer of the unit confirmed that it names. */
  names?: readonly (Parameters<typeof writtenAs>[0] & {
    role: 'subject' | 'associate' | 'victim' | 'mentioned';
  })[];
}

const van = { kind: 'vehicle', label: 'QX68 RFG', more: '', role: 'mentioned' } as const;
const roofersPhone = { kind: 'phone', label: '07700 900777', more: '', role: 'mentioned' } as const;
const roofer = { kind: 'person', label: 'David Pellow', more: '1979-03-14', role: 'subject' } as const;
const yard = {
  kind: 'place',
  label: 'The Old Dairy, Station Road',
  more: 'QM1 4RT',
  role: 'mentioned',
} as const;
const widow = { kind: 'person', label: 'Edith Marlowe', more: '1941-06-02', role: 'victim' } as const;

/** What lately came to the county's unit: a roofer whom many know, a tipper, and what else there is in an ordinary fortnight. */
const told: readonly Told[] = [
  {
    ...{ how: 'form', title: 'Roofer takes deposits in Linden Crescent and does not come back', daysAgo: 9 },
    body: 'A roofer who calls himself Dave takes cash deposits from older people and does not come back. He rings from 07700 900777 and drives QX68 RFG.\n\nThe van stands overnight in the yard of a relative on the old dairy site.',
    howKnown: 'Somebody told me: the woman who keeps the shop opposite the yard',
    ...{ fears: 'The shopkeeper: he shouted at her once already', source: 'Heron 12', priority: 2 },
  },
  {
    ...{ how: 'complaint', title: 'Paid £900 to a roofer who never came', daysAgo: 7 },
    body: 'He took £900 for tiles and has not been seen since. The number he gave is 07700 900777.',
    names: [roofersPhone, widow],
  },
  {
    ...{ how: 'anonymous', title: 'Roofer boasts of what he takes from widows', daysAgo: 5 },
    body: 'In the pub he boasted that he takes deposits from widows and never goes back. Drives QX68 RFG.',
    source: 'Heron 12',
    names: [van, roofer],
  },
  {
    ...{ how: 'form', title: 'Tipped rubble behind the sports field again', daysAgo: 4, source: 'Heron 12' },
    body: 'The same van, QX68 RFG, tipped rubble and old tiles behind the sports field on Tuesday night.',
    howKnown: 'Somebody told me: the same person as before',
    names: [van, yard],
  },
  {
    ...{ how: 'complaint', title: 'Deposit for a roof in cash, and a second one asked for', daysAgo: 26 },
    body: 'David Pellow took £400 from Edith Marlowe in cash and came back for more. His card has 07700 900777 on it.',
    names: [roofer, roofersPhone, widow],
  },
  {
    ...{ how: 'feed', title: 'Keeper of a van seen at three doors in Station Road', daysAgo: 31 },
    body: 'QX68 RFG is kept at the Old Dairy, Station Road, QM1 4RT, by Carla Pellow.',
    names: [van, yard, { kind: 'person', label: 'Carla Pellow', more: '1981-09-30', role: 'associate' }],
  },
  {
    ...{ how: 'form', title: 'Cheap tobacco under the counter of a corner shop', daysAgo: 3 },
    body: 'Foreign cigarettes at half the price, kept under the till. Bought there by a colleague’s son, who is fifteen.',
    howKnown: 'Somebody told me: a colleague',
  },
  {
    ...{
      how: 'feed',
      title: 'Puppy adverts with one telephone number and many names',
      daysAgo: 12,
      legacyGrade: 'B24',
    },
    body: 'Eleven adverts for puppies since August, five sellers’ names, one number: 07700 900888.',
  },
  {
    ...{ how: 'complaint', title: 'Caller said he was from the bank', daysAgo: 2, priority: 1 },
    body: 'A man who said he was from the bank came for the card of a lady of 84. He is to come back tomorrow. He rang from 07700 900999.',
  },
  {
    ...{ how: 'anonymous', title: 'Vans at the closed garage by night', daysAgo: 1 },
    body: 'Three or four vans come to the closed garage after midnight and leave with the lights off. Carla Pellow unlocks the gate; a man called Gary Stott waves them in.',
  },
  {
    ...{
      how: 'anonymous',
      title: 'Somebody at the council rings a trader before each inspection',
      daysAgo: 6,
    },
    body: 'The takeaway on the quay is always told the day before. The call comes from a desk at County Hall.',
    sensitive: 'It is about a colleague: the manager looks who may work on it',
  },
  {
    ...{ how: 'feed', title: 'Scrap dealer pays cash', daysAgo: 40, legacyGrade: 'E41' },
    body: 'A dealer on the quay road pays cash for cable and asks no name.',
  },
  {
    ...{ how: 'feed', title: 'Counterfeit shirts at the boot fair', daysAgo: 44, legacyGrade: 'B24' },
    body: 'Football shirts without labels are sold from a white estate car at the boot fair.',
  },
];

const at = (today: Day, daysAgo: number): string =>
  `${addDays(today, -daysAgo)}T09:${String(10 + daysAgo)}:00Z`;

/** A first queue for the intelligence unit of the demonstration. Made up, like everything of the county. */
export async function seedIntelligence(client: ClientBase, today: Day): Promise<void> {
  const officer = async (username: string) => {
    const { rows } = await client.query<{ id: string; agencyId: string }>(
      'select o.id, o.agency_id as "agencyId" from directory.officer o join platform.account a on a.officer_id = o.id where a.username = $1',
      [username],
    );
    const [row] = rows;
    if (!row) throw new Error(`The county has nobody called ${username}.`);
    return row;
  };
  const [imran, olu] = [await officer('imran.intel'), await officer('olu.officer')];
  const ids = repeatableIds('intelligence');
  const unit = { agencyId: imran.agencyId };
  const sourceId = idFromName('source Heron 12');
  await insertRows(client, 'intelligence.source', [
    { id: sourceId, ...unit, pseudonym: 'Heron 12', kind: 'public', madeAt: at(today, 9), madeBy: imran.id },
  ]);
  // Before the items: what says it is a hit as it comes in.
  const { label, keyKind, keyValue } = writtenAs(roofersPhone);
  await insertRows(client, 'intelligence.watch', [
    {
      ...{
        id: idFromName('watch for the roofer'),
        ...unit,
        keptBy: imran.id,
        kind: 'phone',
        label,
        keyKind,
        keyValue,
      },
      why: 'Named by an older victim: the next call may be a second deposit',
      ...{ madeAt: at(today, 30), untilOn: addDays(today, 60) },
    },
  ]);
  const items = told.map((one) => ({
    ...one,
    id: idFromName(`item ${one.title}`),
    reference: ids.reference('I'),
  }));
  const isForm = ({ how }: Told) => how === 'form';
  await insertRows(
    client,
    'intelligence.item',
    items.map((one) => ({
      ...{
        id: one.id,
        reference: one.reference,
        ...unit,
        receivedHow: one.how,
        receivedAt: at(today, one.daysAgo),
      },
      ...{ title: one.title, body: one.body, howKnown: one.howKnown ?? '', priority: one.priority ?? 3 },
      ...{ fearsForSource: one.fears !== undefined, fearsWords: one.fears ?? '' },
      ...{ isSensitive: one.sensitive !== undefined, sensitiveWhy: one.sensitive ?? '' },
      sourceId: one.source ? sourceId : null,
      submittedBy: isForm(one) ? olu.id : imran.id,
      submittedAgencyId: isForm(one) ? olu.agencyId : imran.agencyId,
    })),
  );
  await insertRows(
    client,
    'intelligence.paragraph',
    items.flatMap((one) =>
      paragraphsIn(one.body).map((body, position) => ({
        ...{ id: ids.next(), itemId: one.id, ...unit, position, body },
        legacyGrade: one.legacyGrade ?? '',
      })),
    ),
  );
  await insertRows(
    client,
    'intelligence.mention',
    items.flatMap((one) =>
      mentionsIn(`${one.title}\n${one.body}`).map((mention) => ({
        ...{ itemId: one.id, ...unit, receivedAt: at(today, one.daysAgo) },
        ...mention,
      })),
    ),
  );
  await insertRows(
    client,
    'intelligence.link',
    items.flatMap((one) =>
      (one.names ?? []).map(({ role, ...named }) => ({
        ...{ id: ids.next(), itemId: one.id, ...unit, role, ...writtenAs(named), state: 'confirmed' },
        ...{ madeAt: `${today}T08:00:00Z`, madeBy: imran.id },
      })),
    ),
  );
  await insertRows(
    client,
    'intelligence.item_event',
    items.map((one) => ({
      ...{
        id: ids.next(),
        itemId: one.id,
        ...unit,
        at: at(today, one.daysAgo),
        kind: 'received',
        words: 'Received',
      },
    })),
  );
  await insertRows(
    client,
    'dissemination.receipt',
    items.filter(isForm).map((one) => ({
      ...{ id: ids.next(), reference: one.reference, officerId: olu.id, agencyId: olu.agencyId },
      ...{ unitAgencyId: imran.agencyId, sentOn: addDays(today, -one.daysAgo) },
    })),
  );
}
