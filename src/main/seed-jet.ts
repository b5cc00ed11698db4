import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { addDays, londonInstant, weekdayOf } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

const ids = repeatableIds('seed jet');
/** What an ordinary day of the team is made of, in minutes. */
const day = [
  ['patrol', 'enforcement', 180],
  ['fly-tipping', 'enforcement', 105],
  ['recycling', 'street-scene', 75],
  ['travel', 'not-counted', 45],
] as const;
const started = [2014, 2014, 2015, 2016, 2017];

/** The register of teams, and some life of Wendmere's: time of late, a patrol plan, next week's duties, a practice note. */
export async function seedJet(client: ClientBase, county: County): Promise<void> {
  const { today } = county;
  const teams = county.agencies
    .filter((agency) => agency.kind === 'district-council')
    .map((agency, i) => {
      const service = county.services.find(({ code }) => code === `${agency.code}-JET`);
      const police = county.services.find(({ code }) => code === 'MPOL-SNT1');
      return service
        ? {
            ...{ id: idFromName(`team ${agency.code}`), agencyId: agency.id, serviceId: service.id },
            ...{
              name: `${agency.name.replace(/ (District|Borough|City)? ?Council$/, '')} team`,
            },
            ...{ areaCode: agency.areaCode, startedYear: started[i] ?? null, posts: 3 + (i % 4) },
            neighbourhoodServiceId: agency.code === 'WEND' ? (police?.id ?? null) : null,
            taskingRoute:
              i % 3 === 1 ? 'By the police’s own tasking, every two weeks' : 'By the Joint Action Group',
          }
        : undefined;
    })
    .filter((team) => team !== undefined);
  await insertRows(client, 'jet.team', teams);
  const wendmere = county.services.find(({ code }) => code === 'WEND-JET');
  const team = teams.find(({ serviceId }) => serviceId === wendmere?.id);
  const officers = county.people.filter((person) => wendmere && person.serviceIds.includes(wendmere.id));
  const [lead] = officers.filter((person) => person.roles.includes('jet-supervisor'));
  if (!team || !lead) return;
  const common = { teamId: team.id, agencyId: team.agencyId };
  const planId = idFromName('plan market place');
  await insertRows(client, 'jet.plan', [
    {
      ...{ ...common, id: planId, reference: ids.reference('PL'), title: 'Market place on Friday nights' },
      ...{
        districtCode: team.areaCode,
        place: 'Market place and the quay',
        fromOn: addDays(today, -20),
        toOn: addDays(today, 40),
      },
      ...{
        priority: 'asb',
        lines: ['engage-communities', 'gather-intelligence'],
        words: 'Two together, from seven.',
      },
      ...{ status: 'open', madeBy: lead.id, madeAt: londonInstant(addDays(today, -22), '09:00'), version: 1 },
    },
  ]);
  const back = Array.from({ length: 50 }, (_, i) => addDays(today, -1 - i)).filter(
    (on) => weekdayOf(on) <= 5,
  );
  await insertRows(
    client,
    'jet.time_entry',
    officers.flatMap((officer) =>
      back.flatMap((onDay) =>
        day.map(([activity, countsAs, minutes]) => ({
          ...{ ...common, id: idFromName(`time ${officer.id} ${onDay} ${activity}`), officerId: officer.id },
          ...{
            onDay,
            activity,
            countsAs,
            minutes,
            planId: activity === 'patrol' && onDay >= addDays(today, -20) ? planId : null,
          },
          ...{ words: '', madeAt: londonInstant(onDay, '16:00'), version: 1 },
        })),
      ),
    ),
  );
  // The month before this one is closed, with the minutes of its entries.
  const month = `${addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
  const days = back.filter((on) => on.startsWith(month.slice(0, 7))).length * officers.length;
  const planned =
    back.filter((on) => on.startsWith(month.slice(0, 7)) && on >= addDays(today, -20)).length *
    officers.length;
  if (days > 0)
    await insertRows(client, 'jet.month', [
      {
        ...{ ...common, id: idFromName(`month ${month}`), month, officers: officers.length },
        ...{ enforcementMinutes: 285 * days, streetMinutes: 75 * days, uncountedMinutes: 45 * days },
        ...{
          untaskedMinutes: 360 * days - 180 * planned,
          enforcementPercent: 75,
          amberPoints: 5,
          standing: 'green',
        },
        ...{ closedAt: londonInstant(today, '08:30'), closedBy: lead.id },
      },
    ]);
  const monday = addDays(today, 8 - weekdayOf(today));
  await insertRows(
    client,
    'jet.shift',
    officers.flatMap((officer, i) =>
      [0, 1, 2, 3, 4]
        .filter((weekday) => weekday !== i)
        .map((weekday) => ({
          ...{
            id: idFromName(`shift ${officer.id} ${weekday}`),
            serviceId: team.serviceId,
            agencyId: team.agencyId,
          },
          ...{ officerId: officer.id, onDay: addDays(monday, weekday), startsAt: '08:00', endsAt: '16:00' },
        })),
    ),
  );
  await insertRows(client, 'jet.note', [
    {
      ...{
        id: idFromName('note dropped cigarette'),
        reference: ids.reference('PN'),
        agencyId: team.agencyId,
      },
      ...{
        title: 'Litter thrown from a vehicle',
        question: 'Whom do we write to when nobody saw who threw it?',
      },
      ...{
        answer: 'To the registered keeper, once a witness or camera gives mark, time and place.',
        basis: 'EPA 1990 s.88A',
      },
      ...{ status: 'agreed', madeBy: lead.id, madeAt: londonInstant(addDays(today, -90), '10:00') },
      ...{ agreedOn: addDays(today, -60), agreedBy: lead.id, version: 1 },
    },
  ]);
}
