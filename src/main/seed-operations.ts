import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { addDays, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

const ids = repeatableIds('seed operations');

/** A day of action that is being planned and one that is over, of Wendmere with its neighbours and the police. */
export async function seedOperations(client: ClientBase, county: County): Promise<void> {
  const { today } = county;
  const agency = (code: string) => {
    const found = county.agencies.find((one) => one.code === code);
    if (!found) throw new Error(`The county has no ${code}`);
    return found;
  };
  const person = (username: string) => {
    const found = county.people.find((one) => one.username === username);
    if (!found) throw new Error(`The county has no ${username}`);
    return found;
  };
  const lead = agency('WEND');
  const others = ['BRAC', 'SALT', 'MPOL', 'MCC'].map(agency);
  const made = [
    { key: 'next', name: 'Op Assist North Moors', status: 'planned', onDay: addDays(today, 12) },
    { key: 'last', name: 'Op Assist Quayside', status: 'debriefed', onDay: addDays(today, -24) },
  ];
  for (const { key, name, status, onDay } of made) {
    const isOver = status === 'debriefed';
    const id = idFromName(`operation ${key}`);
    const madeAt = londonInstant(addDays(onDay, -30), '10:00');
    await insertRows(client, 'operations.operation', [
      {
        ...{
          id,
          reference: ids.reference('OP'),
          agencyId: lead.id,
          agencyIds: [lead.id, ...others.map((one) => one.id)],
        },
        ...{
          name,
          status,
          onDay,
          objectives: 'Stop waste carriers without a registration, and tell householders of their duty.',
        },
        ...{
          roads: 'The moor road from Tarnsby Cross to the county border, both ways',
          districtCode: lead.areaCode,
        },
        briefing: isOver
          ? 'Two to each vehicle. Nobody stands on the carriageway. The police stop, councils ask.'
          : '',
        results: isOver
          ? 'Four stops, one registration not produced, one driver handed to the police.'
          : null,
        lessons: isOver ? 'Begin before seven: the first vans were through by then. All want another.' : null,
        ...{ madeBy: person('callum.safety').id, madeAt, version: 1 },
      },
    ]);
    await insertRows(
      client,
      'operations.operation_agency',
      [lead, ...others].map(({ id: agencyId, code }) => ({
        ...{ operationId: id, agencyId, state: isOver || code !== 'SALT' ? 'agreed' : 'invited' },
        ...(isOver
          ? {
              formsSent: code === 'WEND' ? 2 : 0,
              arrests: code === 'MPOL' ? 1 : 0,
              wantsAgain: true,
              debrief: 'Went as planned.',
            }
          : { formsSent: null, arrests: null, wantsAgain: null, debrief: null }),
      })),
    );
    await insertRows(
      client,
      'operations.operation_officer',
      (
        [
          ['joss.jet', 'check-papers'],
          ['joss.jet', 'issue-penalties'],
          ['priya.police', 'stop-vehicles'],
        ] as const
      ).map(([username, part]) => {
        const { id: officerId, agencyId } = person(username);
        const power = {
          'check-papers': null,
          'issue-penalties': 'fpn.waste-carrier-registration',
          'stop-vehicles': 'vehicle.stop',
        }[part];
        const held = county.authorisations.find((one) => one.personId === officerId && one.power === power);
        return {
          ...{
            id: idFromName(`operation officer ${key} ${username} ${part}`),
            operationId: id,
            agencyId,
            officerId,
            part,
            power,
          },
          ...{ basis: held?.basis ?? null, powerReference: held?.reference ?? null, addedAt: madeAt },
        };
      }),
    );
    await insertRows(client, 'operations.operation_event', [
      {
        id,
        operationId: id,
        at: madeAt,
        kind: 'planned',
        agencyId: lead.id,
        officerId: person('callum.safety').id,
        words: 'Planned',
      },
    ]);
    if (!isOver) continue;
    const { id: officerId, agencyId } = person('joss.jet');
    const stops = [
      ['07:40', 'vehicle', 'in-order', 'QX70 MRA'],
      ['08:15', 'vehicle', 'registration-not-produced', 'QX66 TPR'],
      ['09:05', 'householder', 'advised', null],
      ['10:30', 'vehicle', 'reported-to-police', 'QX18 NOL'],
    ] as const;
    for (const [time, kind, result, vehicle] of stops) {
      const stopId = idFromName(`stop ${key} ${time}`);
      const offence = result === 'registration-not-produced' ? 'waste-carrier-registration' : null;
      await insertRows(client, 'operations.operation_stop', [
        {
          ...{
            id: stopId,
            reference: ids.reference('ST'),
            operationId: id,
            agencyId,
            officerId,
            stoppedAt: londonInstant(onDay, time),
          },
          ...{ kind, isLicenceChecked: kind === 'vehicle', result, offence },
        },
      ]);
      await insertRows(client, 'operations.operation_stop_detail', [
        {
          stopId,
          agencyId,
          leadAgencyId: lead.id,
          place: 'Lay-by on the moor road',
          vehicle,
          words: 'Told why they were stopped.',
        },
      ]);
    }
  }
}
