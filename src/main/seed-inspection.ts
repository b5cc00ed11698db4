import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { addDays, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

const ids = repeatableIds('seed inspection');
const shops = [
  { code: 'WEND', name: 'Tarnside Wines', kind: 'off-licence', risk: 'medium' },
  { code: 'WEND', name: 'The Old Ferry', kind: 'on-licence', risk: 'high' },
  { code: 'WEND', name: 'Moorgate Hotel', kind: 'hotel', risk: 'low' },
  { code: 'MCC', name: 'Quay News', kind: 'off-licence', risk: 'high' },
  { code: 'MCC', name: 'Station Stores', kind: 'off-licence', risk: 'medium' },
  { code: 'MCC', name: 'Corner Bottle', kind: 'off-licence', risk: 'medium' },
] as const;

interface Seeding {
  client: ClientBase;
  county: County;
  agency(code: string): { id: string; areaCode: string };
  person(username: string): { id: string; agencyId: string };
}
const premisesId = (name: string) => idFromName(`premises ${name}`);

/** Premises with the records of their firm and place. */
async function seedPremises({ client, county, agency }: Seeding): Promise<void> {
  const wend = agency('WEND');
  const police = agency('MPOL');
  const { rows } = await client.query<{ postcode: string }>(
    'select postcode from directory.postcode where district_code = $1 order by postcode limit $2',
    [wend.areaCode, shops.length],
  );
  for (const [n, { code, name, kind, risk }] of shops.entries()) {
    const { id: agencyId } = agency(code);
    const postcode = rows[n]?.postcode ?? '';
    const madeAt = londonInstant(addDays(county.today, -120 - n), '10:00');
    const firm = { id: idFromName(`firm of ${name}`), fields: { name: `${name} Ltd` }, label: `${name} Ltd` };
    const address = `${n + 2} Market Row`;
    const place = {
      id: idFromName(`place of ${name}`),
      fields: { address, postcode },
      label: `${address}, ${postcode}`,
    };
    await insertRows(client, 'records.received_record', [
      ...[
        { ...firm, kind: 'organisation' },
        { ...place, kind: 'place' },
      ].map((record) => ({
        ...record,
        ...{ originAgencyId: agencyId, feed: 'inspection', receivedAt: madeAt, gateway: 'own duty' },
        ...{ handling: 'ordinary', retentionGroup: 4, regime: 'UKGDPR' },
      })),
    ]);
    const isOfConcern = name === 'The Old Ferry';
    await insertRows(client, 'inspection.premises', [
      {
        ...{ id: premisesId(name), reference: ids.reference('PR'), agencyId, kind, tradingName: name },
        agencyIds: isOfConcern ? [agencyId, police.id] : [agencyId],
        ...{ firmName: `${name} Ltd`, firmRecordId: firm.id, placeRecordId: place.id, address, postcode },
        ...{ districtCode: wend.areaCode, licenceNumber: `PL/${2140 + n}`, risk, madeAt, version: 1 },
        ratedOn: addDays(county.today, -120 - n),
      },
    ]);
    if (isOfConcern)
      await insertRows(client, 'inspection.concern', [
        {
          ...{ id: idFromName('concern'), premisesId: premisesId(name), agencyId },
          ...{
            raisedOn: addDays(county.today, -40),
            sharedWords: 'Outside space used after nine in the evening',
          },
          words: 'Three complaints of neighbours since the summer; the licence supervisor was told twice.',
        },
      ]);
  }
}

/** Visits: one made and one to come, and the scheme with its group. */
async function seedVisits({ client, county, agency, person }: Seeding): Promise<void> {
  const { id: agencyId, areaCode } = agency('WEND');
  const common = {
    agencyId,
    findings: [],
    words: '',
    madeAt: londonInstant(county.today, '09:00'),
    version: 1,
  };
  await insertRows(client, 'inspection.visit', [
    {
      ...{ ...common, id: idFromName('visit made'), reference: ids.reference('IV'), agencyIds: [agencyId] },
      ...{ premisesId: premisesId('Tarnside Wines'), label: 'Tarnside Wines', kind: 'inspection' },
      ...{
        plannedOn: addDays(county.today, -60),
        visitedOn: addDays(county.today, -60),
        result: 'compliant',
      },
      ...{ words: 'Refusals book kept up.', officerId: person('edmund.health').id },
    },
    {
      ...{ ...common, id: idFromName('visit to come'), reference: ids.reference('IV') },
      ...{ agencyIds: [agencyId, agency('MPOL').id], premisesId: premisesId('The Old Ferry') },
      ...{ label: 'The Old Ferry', kind: 'joint', plannedOn: addDays(county.today, 9) },
    },
  ]);
  await insertRows(client, 'inspection.scheme', [
    {
      ...{
        id: idFromName('nightsafe'),
        reference: ids.reference('SC'),
        agencyId,
        kind: 'nightsafe',
        name: 'Nightsafe North Moors',
      },
      ...{
        agencyIds: [agencyId, agency('MPOL').id, agency('MCC').id],
        districtCode: areaCode,
        status: 'open',
      },
      ...{ startedOn: addDays(county.today, -300), madeAt: common.madeAt, version: 1 },
    },
  ]);
}

/** A test purchase of trading standards with the police that is over: two passed, one sold. */
async function seedPurchase({ client, county, agency, person }: Seeding): Promise<void> {
  const { id: leadAgencyId } = agency('MCC');
  const onDay = addDays(county.today, -21);
  const id = idFromName('test purchase');
  const tess = person('tess.trading');
  const madeAt = londonInstant(addDays(onDay, -14), '10:00');
  await insertRows(client, 'inspection.purchase', [
    {
      ...{
        id,
        reference: ids.reference('TP'),
        agencyId: leadAgencyId,
        agencyIds: [leadAgencyId, agency('MPOL').id],
      },
      ...{
        name: 'Autumn underage test',
        status: 'completed',
        onDay,
        location: 'Quayside',
        testType: 'underage',
      },
      ...{ districtCode: agency('WEND').areaCode, product: 'alcohol', briefing: 'One chaperone in sight.' },
      riskAssessment: 'Two officers, a telephone; leave at once if it feels wrong.',
      ...{ outcome: 'Training offered to all three.', madeAt, version: 4 },
    },
  ]);
  await insertRows(client, 'inspection.purchase_covert', [
    {
      ...{ purchaseId: id, agencyId: leadAgencyId, answer: 'not-needed' },
      words: 'A single purchase makes no relationship.',
    },
  ]);
  await insertRows(client, 'inspection.purchase_event', [
    {
      id,
      purchaseId: id,
      at: madeAt,
      kind: 'planned',
      officerId: tess.id,
      agencyId: tess.agencyId,
      words: 'Planned',
    },
  ]);
  await insertRows(client, 'inspection.volunteer', [
    {
      ...{ id: idFromName('volunteer'), purchaseId: id, leadAgencyId, code: 'V1', age: 16, addedAt: madeAt },
      ...{ ownConsentOn: addDays(onDay, -10), parentConsentOn: addDays(onDay, -9) },
    },
  ]);
  const held = county.authorisations.find(
    (one) => one.personId === tess.id && one.power === 'test-purchase.request',
  );
  await insertRows(client, 'inspection.purchase_officer', [
    {
      ...{ id: idFromName('purchase officer'), purchaseId: id, agencyId: tess.agencyId, officerId: tess.id },
      ...{
        part: 'request-purchase',
        power: 'test-purchase.request',
        powerReference: held?.reference,
        addedAt: madeAt,
      },
    },
  ]);
  const results = ['fail_sold', 'pass_challenged_refused', 'pass_refused'];
  for (const [n, { name }] of shops.filter(({ code }) => code === 'MCC').entries()) {
    const attemptId = idFromName(`attempt ${name}`);
    const selectionId = idFromName(`selection ${name}`);
    await insertRows(client, 'inspection.selection', [
      {
        ...{ id: selectionId, purchaseId: id, premisesId: premisesId(name), leadAgencyId, label: name },
        ...{
          address: '',
          recordIds: [idFromName(`firm of ${name}`), idFromName(`place of ${name}`)],
          addedAt: madeAt,
        },
      },
    ]);
    await insertRows(client, 'inspection.selection_reason', [
      {
        selectionId,
        leadAgencyId,
        basis: 'complaint',
        words: 'Parents say that children buy there at weekends.',
      },
    ]);
    await insertRows(client, 'inspection.attempt', [
      {
        ...{ id: attemptId, reference: ids.reference('TA'), purchaseId: id, premisesId: premisesId(name) },
        ...{ leadAgencyId, agencyId: leadAgencyId, officerId: tess.id, onDay, result: results[n] },
        ...{ attemptedAt: londonInstant(onDay, `1${4 + n}:20`), volunteerCode: 'V1', volunteerAge: 16 },
        ...{ product: 'alcohol', madeAt: londonInstant(onDay, '18:00'), version: 1 },
      },
    ]);
    await insertRows(client, 'inspection.follow_up', [
      {
        ...{
          id: idFromName(`training ${name}`),
          attemptId,
          leadAgencyId,
          agencyId: leadAgencyId,
          kind: 'training',
        },
        ...{
          status: 'offered',
          dueOn: addDays(onDay, 60),
          madeAt: londonInstant(onDay, '18:05'),
          version: 1,
        },
      },
    ]);
  }
}

/** Premises of Wendmere and the county council, a test purchase that is over, visits and a scheme. */
export async function seedInspection(client: ClientBase, county: County): Promise<void> {
  const found = <Row>(row: Row | undefined, what: string): Row => {
    if (!row) throw new Error(`The county has no ${what}`);
    return row;
  };
  const seeding: Seeding = {
    client,
    county,
    agency: (code) =>
      found(
        county.agencies.find((one) => one.code === code),
        code,
      ),
    person: (username) =>
      found(
        county.people.find((one) => one.username === username),
        username,
      ),
  };
  await seedPremises(seeding);
  await seedVisits(seeding);
  await seedPurchase(seeding);
}
