import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { defaultAsbSettings } from '../../reference/asb.ts';
import { addDays, type Day, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

const ids = repeatableIds('seed asb');
const cases = [
  {
    key: 'fires',
    subType: 'nuisance-neighbours',
    category: 'personal',
    days: -36,
    level: 'high',
    score: 2,
    summary: 'Fires lit in a kitchen, smoke through the wall; shouting at night',
  },
  {
    key: 'music',
    subType: 'noise',
    category: 'nuisance',
    days: -12,
    level: 'medium',
    score: 1,
    summary: 'Music from a flat until three in the morning, four nights a week',
  },
  {
    key: 'bikes',
    subType: 'vehicle-nuisance',
    category: 'environmental',
    days: -3,
    level: null,
    score: 0,
    summary: 'Motorcycles on the footpath behind the school',
  },
] as const;

interface Seeding {
  client: ClientBase;
  county: County;
  wend: { id: string; areaCode: string };
  callum: string;
}
/** Three cases of Wendmere: one late to be assessed, one in hand, one new. */
async function seedAsbCases({ client, county: { today }, wend, callum }: Seeding): Promise<void> {
  for (const [n, { key, subType, category, days, level, score, summary }] of cases.entries()) {
    const asbId = idFromName(`asb ${key}`);
    const receivedOn = addDays(today, days);
    const at = londonInstant(receivedOn, '10:00');
    const of = { asbId, agencyId: wend.id };
    await insertRows(client, 'asb.asb_case', [
      {
        ...{
          id: asbId,
          reference: ids.reference('ASB'),
          agencyId: wend.id,
          status: 'open',
          category,
          subType,
          channel: 'email',
          summary,
        },
        ...{
          districtCode: wend.areaCode,
          placeWords: 'Terrace by the old mill',
          receivedOn,
          openedBy: callum,
          openedAt: at,
        },
        ...{
          firstLevel: level,
          level,
          assessDueOn: level ? addDays(receivedOn, defaultAsbSettings.reassessDays) : receivedOn,
          version: 1,
        },
      },
    ]);
    const complainantId = idFromName(`asb complainant ${key}`);
    await insertRows(client, 'asb.complainant', [
      {
        ...{
          ...of,
          id: complainantId,
          position: 1,
          name: `Neighbour ${n + 1} of the terrace`,
          phone: `01632 96010${n}`,
        },
        ...{
          contactOfficerId: callum,
          addedOn: receivedOn,
          contactDueOn: level ? addDays(receivedOn, 3) : null,
        },
        ...{ contactedOn: level ? addDays(receivedOn, 1) : null, version: 1 },
      },
    ]);
    await insertRows(client, 'asb.incident', [
      {
        ...of,
        id: idFromName(`asb incident ${key}`),
        onDay: receivedOn,
        words: summary,
        addedBy: callum,
        at,
      },
    ]);
    await insertRows(client, 'asb.asb_event', [
      {
        id: idFromName(`asb event ${key}`),
        asbId,
        at,
        kind: 'opened',
        officerId: callum,
        agencyId: wend.id,
        words: 'Case opened',
      },
    ]);
    if (level)
      await insertRows(client, 'asb.assessment', [
        {
          ...{
            ...of,
            id: idFromName(`asb assessment ${key}`),
            number: 1,
            assessedOn: receivedOn,
            level,
            total: score * 10,
          },
          answers: defaultAsbSettings.items.map((item) => ({ ...item, score })),
          ...{
            overrides: [],
            overrideWords: '',
            victimWords: 'Cannot sleep, and is afraid of fire',
            words: '',
            settingVersion: 0,
            assessedBy: callum,
            at,
          },
        },
      ]);
  }
}
/** A nomination that police and fire are told of, and what the police bring. */
async function seedNomination({ client, county, wend, callum }: Seeding): Promise<void> {
  const series = county.meetingSeries.find(({ kind }) => kind === 'JATAC');
  const agency = (code: string) => county.agencies.find((one) => one.code === code)?.id ?? '';
  const priya = county.people.find(({ username }) => username === 'priya.police');
  if (!series || !priya) throw new Error('The county has no joint agency tasking');
  const nominationId = idFromName('asb nomination');
  const onDay: Day = addDays(county.today, -20);
  const at = londonInstant(onDay, '11:00');
  await insertRows(client, 'asb.nomination', [
    {
      ...{
        id: nominationId,
        reference: ids.reference('JN'),
        seriesId: series.id,
        chairAgencyId: wend.id,
        agencyId: wend.id,
      },
      ...{
        agencyIds: [wend.id, agency('MPOL'), agency('MFRS')],
        asbId: idFromName('asb fires'),
        category: 'vulnerable',
      },
      ...{
        subjectName: 'The tenant of the end house',
        words: 'Fires in the kitchen; three services know of them',
      },
      ...{
        status: 'accepted',
        levelOpen: 'high',
        nominatedBy: callum,
        nominatedOn: onDay,
        acceptedOn: addDays(onDay, 4),
        version: 2,
      },
    },
  ]);
  await insertRows(client, 'asb.nomination_event', [
    {
      id: idFromName('asb nomination event'),
      nominationId,
      at,
      kind: 'nominated',
      officerId: callum,
      agencyId: wend.id,
      words: 'Nominated',
    },
  ]);
  await insertRows(client, 'asb.contribution', [
    {
      ...{
        id: idFromName('asb contribution'),
        nominationId,
        agencyId: priya.agencyId,
        officerId: priya.id,
        kind: 'police',
      },
      ...{
        words: 'Four calls since September; no arrest.',
        audience: 'group',
        audienceIds: [],
        basis: 'consent',
        why: '',
        at,
      },
    },
  ]);
}
/** A case review that waits for its decision, and last year's figures as they were published. */
async function seedReview({ client, county: { today }, wend }: Seeding): Promise<void> {
  const id = idFromName('asb review');
  const appliedOn = addDays(today, -9);
  const of = { reviewId: id, agencyId: wend.id };
  await insertRows(client, 'asb.review', [
    {
      ...{
        id,
        reference: ids.reference('CR'),
        agencyId: wend.id,
        status: 'acknowledged',
        channel: 'web',
        applicantKind: 'complainant',
        appliedOn,
      },
      ...{
        districtCode: wend.areaCode,
        acknowledgeBy: addDays(appliedOn, 2),
        agenciesBy: addDays(appliedOn, 14),
        decideBy: addDays(appliedOn, 21),
      },
      ...{
        panelBy: addDays(appliedOn, 28),
        acknowledgedOn: addDays(appliedOn, 1),
        threshold: defaultAsbSettings.threshold,
        version: 2,
      },
    },
  ]);
  await insertRows(client, 'asb.review_applicant', [
    { ...of, name: 'Neighbour 1 of the terrace', hasConsent: true, phone: '01632 960100' },
  ]);
  await insertRows(
    client,
    'asb.review_complaint',
    [-80, -52, -36].map((days, n) => ({
      ...{
        ...of,
        id: idFromName(`asb complaint ${n}`),
        position: n + 1,
        happenedOn: addDays(today, days),
        complainedOn: addDays(today, days + 1),
      },
      told: ['The council', 'The police', 'The council'][n],
    })),
  );
  await insertRows(client, 'asb.review_event', [
    {
      id: idFromName('asb review event'),
      reviewId: id,
      at: londonInstant(appliedOn, '19:20'),
      kind: 'received',
      words: 'Application received',
    },
  ]);
}
/** Anti-social behaviour of one district. */
export async function seedAsb(client: ClientBase, county: County): Promise<void> {
  const wend = county.agencies.find(({ code }) => code === 'WEND');
  const callum = county.people.find(({ username }) => username === 'callum.safety');
  if (!wend || !callum) throw new Error('The county has no Wendmere');
  const seeding = { client, county, wend, callum: callum.id };
  await seedAsbCases(seeding);
  await seedNomination(seeding);
  await seedReview(seeding);
}
