import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { addMonths } from '../enforcement/index.ts';
import { addDays, type Day, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

interface Told {
  title: string;
  areaWords: string;
  kind: 'order' | 'dppo';
  prohibitions: readonly string[];
  exemptions: readonly string[];
  signs: readonly string[];
  isAlcohol: boolean;
  /** The whole district, or its last ward by name. */
  isWhole: boolean;
  startsOn: Day;
  /** Months of effect. */
  months: number;
  minute: string;
}
/** What the demonstration tells: one for dogs in the whole district, one for alcohol that ends soon, and an old order that lapsed. */
const told = (today: Day): readonly Told[] => [
  {
    ...{
      title: 'Dogs in Wendmere',
      areaWords: 'All land in the district that the public may use',
      kind: 'order',
    },
    prohibitions: ['Leaving dog mess', 'Taking a dog into a fenced play area'],
    exemptions: ['Assistance dogs', 'Dogs at work with the police or on a farm'],
    ...{ signs: ['Gate of each play area'], isAlcohol: false, isWhole: true },
    ...{ startsOn: addDays(today, -200), months: 36, minute: 'Minute 41' },
  },
  {
    ...{
      title: 'Alcohol on the quay',
      areaWords: 'The ward with the quay, its streets and open spaces',
      kind: 'order',
    },
    prohibitions: ['Drinking alcohol after an officer asked you to stop'],
    exemptions: ['Licensed premises, and 30 minutes after their licence allows sales'],
    ...{ signs: ['Quay, north end', 'Quay, south end', 'Market place'], isAlcohol: true, isWhole: false },
    ...{ startsOn: addMonths(today, -34), months: 36, minute: 'Minute 12' },
  },
  {
    ...{ title: 'Old market drinking ban', areaWords: 'The old market', kind: 'dppo' },
    prohibitions: ['Drinking alcohol after an officer asked you to stop'],
    exemptions: ['Licensed premises'],
    ...{ signs: ['Market cross'], isAlcohol: true, isWhole: false },
    ...{ startsOn: '2017-10-20', months: 36, minute: 'Licensing committee, minute 6' },
  },
];

/** Orders of Wendmere as they were published, with the officers of its enforcement team authorised for those in force. */
export async function seedPspos(client: ClientBase, county: County): Promise<void> {
  const agency = county.agencies.find((row) => row.code === 'WEND');
  const people = county.people.filter((person) => person.agencyId === agency?.id);
  const officer = people.find((person) => person.roles.includes('community-safety-coordinator'));
  const areas = await client.query<{ code: string; outline: unknown; kind: string }>(
    `select code, outline, kind from directory.area where outline is not null and (code = $1 or (kind = 'ward' and parent_code = $1)) order by name desc`,
    [agency?.areaCode],
  );
  const whole = areas.rows.find(({ kind }) => kind === 'district');
  const ward = areas.rows.find(({ kind }) => kind === 'ward');
  if (!agency?.areaCode || !officer || !whole || !ward) throw new Error('The county has no Wendmere');
  for (const [n, one] of told(county.today).entries()) {
    const id = idFromName(`public spaces order ${n}`);
    const { isWhole, months, minute, startsOn, ...words } = one;
    const area = isWhole ? whole : ward;
    const madeOn = one.kind === 'dppo' ? '2009-05-12' : addDays(startsOn, -14);
    const text = {
      ...{ ...words, reference: repeatableIds(`public spaces order ${n}`).reference('PSPO') },
      ...{
        agencyId: agency.id,
        areaCode: area.code,
        outline: area.outline,
        requirements: [],
      },
      ...{ startsOn, endsOn: addDays(addMonths(startsOn, months), -1) },
    };
    const at = londonInstant(one.kind === 'dppo' ? startsOn : madeOn, '09:30');
    const { signs: _s, ...published } = text;
    await insertRows(client, 'enforcement.pspo', [
      {
        ...{
          ...text,
          id,
          status: 'published',
          districtCode: agency.areaCode,
          signsUp: one.signs.slice(0, 1),
        },
        ...{
          signsCheckedOn: startsOn,
          evidencedOn: null,
          decidedOn: madeOn,
          decidedBy: one.kind === 'dppo' ? null : 'Executive',
          minute,
        },
        ...{ madeOn, changedOn: madeOn, publishedOn: startsOn, madeBy: officer.id, madeAt: at },
      },
    ]);
    await insertRows(client, 'enforcement.pspo_publication', [
      { ...published, pspoId: id, edition: 1, publishedOn: startsOn },
    ]);
    await insertRows(client, 'enforcement.pspo_event', [
      {
        ...{ id: idFromName(`public spaces order event ${n}`), pspoId: id, at, kind: 'publish' },
        ...{
          officerId: officer.id,
          agencyId: agency.id,
          words: 'Made and published before this register began',
        },
      },
    ]);
    const enforcers = people.filter((person) =>
      person.roles.some((role) => role === 'jet-officer' || role === 'jet-supervisor'),
    );
    await insertRows(
      client,
      'enforcement.pspo_officer',
      enforcers.map((person) => ({
        ...{
          id: idFromName(`public spaces order ${n} officer ${person.id}`),
          pspoId: id,
          agencyId: agency.id,
        },
        ...{ officerId: person.id, fromOn: startsOn, untilOn: null },
      })),
    );
  }
}
